// Shortcuts: never during composition, and only while the editor has the keyboard.

import { isComposing, letterOf } from "./field.js";

/** Neither a text field nor a widget of the panel or the page has the keyboard. */
export function isOnPoster() {
  const { activeElement } = document;
  return (!activeElement || activeElement === document.body) && !document.querySelector("dialog[open]");
}

// On keyboards, too, where it takes Shift.
const digitOf = (event) => /^Digit(\d)$/.exec(event.code)?.[1] ?? "";

/** While the space bar is held, and nothing else wants it, the pointer moves the poster as a whole. */
export function listenForHand(panel) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.defaultPrevented || isComposing(event) || !isOnPoster()) return;
    event.preventDefault();
    panel.holdHand(true);
  });
  document.addEventListener("keyup", (event) => {
    if (event.key === " ") panel.holdHand(false);
  });
  window.addEventListener("blur", () => panel.holdHand(false));
}

const isFree = {
  everywhere: () => true,
  poster: isOnPoster,
  outsideText: (fields) => !fields.activeId() && !document.querySelector("dialog[open]"),
};

/**
 * `shortcuts`: [{action, key, control, shift, alt, place}]; `canAct(name)` and `act(name)` run an action; `fields` knows
 * whether an edited field undoes by itself.
 */
export function listenForShortcuts(app, shortcuts, fields, { canAct, act }) {
  document.addEventListener("keydown", (event) => {
    const inside = event.target === document.body || app.contains(event.target);
    if (!inside || event.defaultPrevented || isComposing(event) || fields.isComposing()) return;
    const control = event.ctrlKey || event.metaKey;
    const letter = (control || event.altKey ? letterOf(event) : "") || (control ? digitOf(event) : "");
    const meant = shortcuts.find(
      ({ key, place, ...held }) =>
        key === (letter || event.key) &&
        held.control === control &&
        held.shift === event.shiftKey &&
        held.alt === event.altKey &&
        isFree[place](fields) &&
        (place !== "poster" || canAct(held.action)),
    );
    // What was typed since the field was entered is the field's own to undo.
    if (!meant || fields.hasOwn(meant.action)) return;
    event.preventDefault();
    fields.tellSelection();
    act(meant.action);
  });
}
