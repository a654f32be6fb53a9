// Typing: a real text field of the browser's over the field that the panel draws. Input methods, selection, undo, the
// clipboard, a phone's keyboard and screen readers come with it. Two elements take turns: one is edited while the other
// waits under the mouse, so that a click already meets a real field, with the caret where it was clicked.

import { readClipboard } from "./pasted.js";

/** Composition belongs to the input method: none of its keys is ours (229 where a browser does not say so otherwise). */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** The letter of a shortcut, also under a layout or an input method that types other letters. */
export function letterOf(event) {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  return event.code?.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
}

// A paragraph's end, and a line's within it as word processors have it.
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Where the place `at` of the text `before` is in `after`, which differs from it in one stretch or a few. */
function follow(at, before, after) {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same += 1;
  if (at < same || before === after) return at;
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return at >= before.length - tail ? at + after.length - before.length : after.length - tail;
}

const BLINK = 530; // ms between a caret that is seen and one that is not

/** Where a selection that Shift extends began. */
const anchorOf = (element) => (element.selectionDirection === "backward" ? element.selectionEnd : element.selectionStart);

/** From the beginning of the word at one place to the end of that at the other. */
function wordsAround(text, one, other) {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const words = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)];
  const holding = (at) => words.find(({ index, segment }) => at < index + segment.length) ?? words.at(-1);
  if (words.length === 0) return [0, 0];
  const [begin, end] = [holding(first), holding(last)];
  return [begin.index, end.index + end.segment.length];
}

export class Fields {
  #engine;
  #panel;
  #elements;
  #active = null; // the focused element
  #composing = false;
  #original = ""; // the active field's text when it was entered
  #last = ""; // and as it is
  #undone = 0; // steps of the field's own that can be done again
  #furthest = ""; // what it was before they were undone
  #moving = false; // focus goes from field to field: the panel does not see it leave
  #pressed = null; // the field that was edited when the canvas was pressed, if the press takes the caret from it
  #isHeld = false; // the mouse is down on a field
  #held = []; // what the panel hears when it is let go
  #blinking = 0; // a timer
  #composedFrom = 0; // where the input method began

  /** Tab: goes on to the next widget (by 1) or back (-1); false where there is none. */
  onTab = () => false;
  /** A field is left, and no other entered. */
  onLeave = () => {};
  /** Of formulas that were pasted, only the words could be read. */
  onUnread = () => {};

  constructor(engine, panel, elements) {
    this.#engine = engine;
    this.#panel = panel;
    this.#elements = elements;
    for (const element of elements) this.#listen(element);
    document.addEventListener("selectionchange", () => this.tellSelection());
    for (const type of ["pointerup", "pointercancel"]) window.addEventListener(type, () => this.#letGo());
  }

  activeId() {
    return this.#active?.dataset.id ?? "";
  }

  isComposing() {
    return this.#composing;
  }

  /** The mouse is over (x, y) of the canvas: a field there gets its real one. */
  hover(x, y) {
    const id = this.#engine.text("field_at", x, y);
    const spare = this.#spare();
    if (!id || id === this.activeId()) {
      spare.hidden = true;
    } else if (spare.hidden || spare.dataset.id !== id) {
      this.#place(spare, id);
    }
  }

  /** The canvas was pressed at (x, y). What stands under the edited field stays there until the press is over. */
  press(x, y) {
    // What is being composed counts from here on, whatever is pressed.
    if (this.#active && this.#composing) this.#input(this.#active);
    this.tellSelection();
    this.#pressed = this.#active && !this.#engine.call("keeps_field", x, y) ? this.activeId() : null;
    if (!this.#active) document.activeElement?.blur();
  }

  /** What was pressed has been done: the edited field stays only for what belongs to it. */
  release() {
    if (this.#pressed !== null && this.#pressed === this.activeId()) this.leave();
    this.#pressed = null;
  }

  /** The canvas was clicked or tapped where the field `id` is; empty: where none is. */
  click(id) {
    if (id) this.edit(id);
  }

  /** Opens the field for typing, with all its text selected if `selects`, or the caret at `caret`. False where `id` is no field that is shown. */
  edit(id, selects = false, caret = null) {
    if (this.activeId() === id) {
      this.#active.focus({ preventScroll: true });
      return true;
    }
    const element = this.#spare();
    if (!this.#place(element, id)) return false;
    this.#moving = this.#active !== null;
    element.focus({ preventScroll: true });
    this.#moving = false;
    this.#reveal(id);
    if (selects) element.select();
    else element.setSelectionRange(caret ?? element.value.length, caret ?? element.value.length);
    return true;
  }

  leave() {
    this.#active?.blur();
  }

  /** After a frame: the field follows the panel, and takes a text that was changed elsewhere. */
  follow() {
    const spare = this.#spare();
    if (!spare.hidden && !this.#describe(spare)) spare.hidden = true;
    if (!this.#active) return;
    const field = this.#describe(this.#active);
    if (!field) {
      this.leave();
      return;
    }
    if (!this.#composing && field.value !== this.#active.value && !field.draft) {
      const [begin, end] = ["selectionStart", "selectionEnd"].map((side) => follow(this.#active[side], this.#active.value, field.value));
      this.#active.value = field.value;
      this.#active.setSelectionRange(begin, end);
      this.#begin(this.#active);
    }
    this.#tellProblem(this.#active, field);
    this.#move(this.#active, field);
  }

  /** Puts `text` at the caret as if typed, the caret `back` characters before its end. */
  insert(text, back) {
    const element = this.#active;
    if (!element) return;
    element.focus({ preventScroll: true });
    // execCommand keeps the field's own undo; setRangeText serves where it is gone.
    if (!document.execCommand("insertText", false, text)) {
      element.setRangeText(text, element.selectionStart, element.selectionEnd, "end");
    }
    // Inserting ends a composition, and not every browser says so.
    this.#composing = false;
    this.#input(element);
    if (back > 0) {
      const caret = element.selectionStart - back;
      element.setSelectionRange(caret, caret);
    }
  }

  /** True when the field itself has something to "undo" or "redo". */
  hasOwn(action) {
    if (!this.#active) return false;
    if (action === "undo") return this.#active.value !== this.#original;
    return action === "redo" && this.#undone > 0;
  }

  /** All that was typed has been undone by the field itself: from here on it is the document's to redo. */
  giveUndone() {
    if (!this.#active || this.#undone === 0 || this.hasOwn("undo")) return;
    this.#engine.call("offer_redo", this.activeId(), this.#furthest);
    this.#undone = 0;
  }

  /** The edited field stays in view when a keyboard comes up or a screen is turned. */
  show() {
    if (this.#active) this.#reveal(this.#active.dataset.id);
  }

  // Brings what belongs to the field into view with it.
  #reveal(id) {
    this.#engine.call("reveal", id);
    this.#panel.wake();
  }

  #spare() {
    return this.#elements[this.#elements[0] === this.#active ? 1 : 0];
  }

  #describe(element) {
    const id = element.dataset.id;
    return id ? this.#engine.json("field", id) : null;
  }

  #place(element, id) {
    element.dataset.id = id;
    const field = this.#describe(element);
    if (!field) return false;
    element.hidden = false;
    element.value = field.value;
    element.setAttribute("aria-label", field.label);
    element.placeholder = field.placeholder;
    this.#tellProblem(element, field);
    element.enterKeyHint = "done";
    element.spellcheck = false;
    element.autocapitalize = "off";
    element.setAttribute("autocomplete", "off");
    element.setAttribute("autocorrect", "off");
    this.#move(element, field);
    return true;
  }

  #move(element, field) {
    const [x, y, width, height] = field.rect;
    const [left, top, across, down] = field.shown;
    const style = element.style;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    element.classList.toggle("on-poster", field.sizeOnPoster > 0);
    style.fontSize = field.sizeOnPoster > 0 ? `${field.sizeOnPoster}px` : "";
    const cut = [top - y, x + width - left - across, y + height - top - down, left - x];
    style.clipPath = cut.some((part) => part > 0.5) ? `inset(${cut.map((part) => `${Math.max(0, part)}px`).join(" ")})` : "";
  }

  // Why what stands there is not taken.
  #tellProblem(element, { problem }) {
    element.setAttribute("aria-invalid", String(problem !== ""));
    element.setAttribute("aria-description", problem);
  }

  #input(element) {
    this.#engine.call("set_text", element.dataset.id, element.value);
    this.#measure(element);
    this.#panel.wake();
  }

  // The panel gives the active field as much height as its text takes, pre-edit included.
  #measure(element) {
    const height = element.style.height;
    element.style.height = "0";
    const needed = element.scrollHeight + (element.offsetHeight - element.clientHeight);
    element.style.height = height;
    this.#engine.call("field_height", needed);
  }

  // While the mouse is down on a field, nothing may move under it: the panel hears later that another one is edited.
  #whenLetGo(tell) {
    if (this.#isHeld) this.#held.push(tell);
    else tell();
  }

  #letGo() {
    this.#isHeld = false;
    for (const tell of this.#held.splice(0)) tell();
    this.#panel.wake();
  }

  /** The browser tells changes of a selection a little late: whoever acts on it asks first. */
  tellSelection() {
    if (!this.#active || document.activeElement !== this.#active) return;
    this.#engine.call("selection", this.#active.selectionStart, this.#active.selectionEnd);
    this.#panel.wake();
  }

  // The panel draws the caret of a text on the poster, and has it blink.
  #blink() {
    clearInterval(this.#blinking);
    this.#blinking = this.#active ? setInterval(() => this.#isOnPoster() && this.#panel.wake(1), BLINK) : 0;
  }

  // The letters of the active field are the poster's: the real field is seen through.
  #isOnPoster() {
    return this.#active?.classList.contains("on-poster") ?? false;
  }

  #enter(element) {
    if (this.#active !== element) return;
    this.#blink();
    this.#engine.call("enter_field", element.dataset.id);
    this.#measure(element);
    this.tellSelection();
    this.#panel.wake();
  }

  #exit(element, isLeft) {
    this.#blink();
    if (isLeft) {
      this.#engine.call("leave_field");
      if (!this.#active) this.onLeave(element.dataset.id);
    }
    element.classList.remove("held");
    if (this.#active !== element) element.hidden = true;
    this.#panel.wake();
  }

  // What stands in the field from here on is not the field's own to undo.
  #begin(element) {
    this.#original = this.#last = element.value;
    this.#undone = 0;
  }

  #listen(element) {
    element.addEventListener("pointerdown", (event) => (this.#isHeld = event.button === 0));
    element.addEventListener("mousedown", (event) => this.#pressOnPoster(element, event));
    element.addEventListener("focus", () => {
      this.#active = element;
      this.#begin(element);
      this.#whenLetGo(() => this.#enter(element));
    });
    element.addEventListener("blur", () => {
      const isLeft = this.#active === element && !this.#moving;
      if (this.#active === element) {
        if (this.#composing) this.#input(element);
        this.giveUndone();
        this.#active = null;
        this.#composing = false;
      }
      element.classList.toggle("held", this.#isHeld);
      this.#whenLetGo(() => this.#exit(element, isLeft));
    });
    // Not before the press is over: the text under the pointer must not run away from it.
    element.addEventListener("click", () => this.#reveal(element.dataset.id));
    element.addEventListener("compositionstart", () => {
      this.#composing = true;
      this.#composedFrom = element.selectionStart;
    });
    element.addEventListener("compositionend", () => {
      this.#composing = false;
      this.#engine.call("composition", 0, 0);
      this.#input(element);
    });
    element.addEventListener("input", (event) => {
      const step = { historyUndo: 1, historyRedo: -1 }[event.inputType];
      if (step && this.#undone === 0) this.#furthest = this.#last;
      this.#last = element.value;
      this.#undone = step ? Math.max(0, this.#undone + step) : 0;
      if (this.#isOnPoster() && this.#composing) {
        // On the poster it is seen as it will be.
        this.#engine.call("composition", this.#composedFrom, element.selectionEnd);
        this.#input(element);
        this.tellSelection();
      } else if (event.isComposing || this.#composing) {
        this.#measure(element);
        this.#panel.wake();
      } else {
        this.#input(element);
      }
    });
    element.addEventListener("paste", (event) => this.#paste(element, event));
    element.addEventListener("keydown", (event) => this.#key(element, event));
    element.addEventListener("pointerleave", () => {
      if (this.#active !== element) element.hidden = true;
    });
  }

  // The browser's own letters stand elsewhere than the poster's: what is pressed is asked of the engine.
  #pressOnPoster(element, event) {
    const at = ({ clientX, clientY }) => this.#engine.call("caret_at", clientX, clientY);
    const from = event.button === 0 && element === this.#active && !this.#composing ? at(event) : -1;
    if (from < 0) return;
    event.preventDefault();
    const anchor = event.shiftKey ? anchorOf(element) : from;
    const select = (to) => {
      const [begin, end] = event.detail === 2 ? wordsAround(element.value, anchor, to) : [Math.min(anchor, to), Math.max(anchor, to)];
      element.setSelectionRange(begin, end, to < anchor ? "backward" : "forward");
      this.tellSelection();
    };
    if (event.detail > 2) return element.select();
    select(from);
    const drag = (moved) => select(Math.max(0, at(moved)));
    window.addEventListener("pointermove", drag);
    window.addEventListener("pointerup", () => window.removeEventListener("pointermove", drag), { once: true });
  }

  // Lines are the poster's, not the field's.
  #isStepOnPoster(element, event) {
    const step = ["ArrowUp", "ArrowDown", "Home", "End"].indexOf(event.key);
    if (step < 0 || !this.#isOnPoster() || event.ctrlKey || event.altKey || event.metaKey) return false;
    const isBackward = element.selectionDirection === "backward";
    const to = this.#engine.call("stepped_caret", isBackward ? element.selectionStart : element.selectionEnd, step);
    if (to < 0) return false;
    const anchor = event.shiftKey ? anchorOf(element) : to;
    element.setSelectionRange(Math.min(anchor, to), Math.max(anchor, to), to < anchor ? "backward" : "forward");
    this.tellSelection();
    return true;
  }

  // A line as it is on the clipboard is the browser's own to insert.
  #paste(element, event) {
    if (!event.clipboardData) return;
    this.tellSelection();
    const plain = event.clipboardData.getData("text/plain");
    const { text, unread } = this.#describe(element)?.lines ? this.#readClipboard(element, event.clipboardData) : { text: plain, unread: 0 };
    if (unread > 0) this.onUnread();
    if (text === plain && !LINE_END.test(text)) return;
    event.preventDefault();
    if (LINE_END.test(text)) this.#pasteLines(element, text);
    else this.insert(text, 0);
  }

  #readClipboard(element, clipboard) {
    const place = {
      isInFormula: this.#engine.call("caret_in_formula") === 1,
      behind: element.value.slice(element.selectionEnd),
    };
    return readClipboard(clipboard, (markup) => this.#engine.text("mathml", markup), place);
  }

  // Labels become several; elsewhere lines stay lines where the field has them.
  #pasteLines(element, text) {
    this.#panel.wake();
    if (this.#engine.call("paste", element.dataset.id, text)) return;
    const lines = text.trim().split(LINE_END);
    this.insert(this.#describe(element)?.lines ? lines.join("\n") : lines.map((line) => line.trim()).filter(Boolean).join(" "), 0);
  }

  // In the line that commands are looked for by: arrows choose, Enter does it, Escape closes.
  #isTakenByCommands(event) {
    const key = ["ArrowUp", "ArrowDown", "Enter", "Escape"].indexOf(event.key);
    return key >= 0 && this.#engine.call("command_key", key) === 1;
  }

  // On the poster: Enter types the next label, Backspace in an empty one takes it away, Tab makes it second level.
  #isTakenOnPoster(element, event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === "Enter" && !event.shiftKey) return this.#engine.call("type_next") === 1;
    if (event.key === "Backspace" && element.value === "") return this.#engine.call("remove_empty") === 1;
    if (event.key === "Tab") return this.#engine.call("type_level", event.shiftKey ? 0 : 1) === 1;
    return false;
  }

  #key(element, event) {
    if (isComposing(event) || this.#composing) return;
    if (this.#isTakenByCommands(event) || this.#isTakenOnPoster(element, event)) {
      event.preventDefault();
      this.#panel.drawNow();
      return;
    }
    if (this.#isStepOnPoster(element, event)) {
      event.preventDefault();
    } else if (event.key === "Enter" && event.shiftKey) {
      event.preventDefault();
      if (this.#describe(element)?.lines) this.insert("\n", 0);
    } else if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      if (event.key === "Escape") this.#engine.call("forget_refused", element.dataset.id);
      element.blur();
    } else if (event.key === "Tab" && !event.ctrlKey && !event.altKey && !event.metaKey) {
      // Out of the panel it goes as Tab does everywhere.
      if (this.onTab(element.dataset.id, event.shiftKey ? -1 : 1)) event.preventDefault();
    }
  }
}
