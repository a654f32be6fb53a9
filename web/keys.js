// Shortcuts: few, never during composition, and only while the editor has the keyboard.

import { isComposing, letterOf } from "./field.js";

/** `shortcuts`: [{action, letter, shift}]; `act(name)` runs an action; `fields` knows whether an edited field undoes by itself. */
export function listenForShortcuts(app, shortcuts, fields, act) {
  document.addEventListener("keydown", (event) => {
    const inside = event.target === document.body || app.contains(event.target);
    if (!inside || isComposing(event) || fields.isComposing()) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const letter = letterOf(event);
    const meant = shortcuts.find((shortcut) => shortcut.letter === letter && shortcut.shift === event.shiftKey);
    // What was typed since the field was entered is the field's own to undo.
    if (!meant || fields.hasOwn(meant.action)) return;
    event.preventDefault();
    fields.tellSelection();
    act(meant.action);
  });
}
