// Shortcuts: few, never during composition, and only while the editor has the keyboard.

import { isComposing, letterOf } from "./field.js";

/** `act(name)` runs an action; `fields` knows whether an edited field undoes by itself. */
export function listenForShortcuts(app, fields, act) {
  document.addEventListener("keydown", (event) => {
    const inside = event.target === document.body || app.contains(event.target);
    if (!inside || isComposing(event) || fields.isComposing()) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const letter = letterOf(event);
    const action = {
      z: event.shiftKey ? "redo" : "undo",
      y: event.shiftKey ? "" : "redo",
      s: event.shiftKey ? "download" : "save",
    }[letter];
    if (!action) return;
    // What was typed since the field was entered is the field's own to undo.
    if ((action === "undo" || action === "redo") && fields.hasOwn(action)) return;
    event.preventDefault();
    act(action);
  });
}
