// The Tab key and screen readers: over each widget that the panel draws lies an element of the page, invisible and out
// of the pointer's way, with the widget's name, state and place. What is pressed there, the panel hears as a press.

import { word } from "./words.js";

// The caret stays in the text while symbols are pressed, and keys type what they stand for; the picker's two areas
// are dragged in, where keys have swatches and the hexadecimal field.
const POINTER_ONLY = /^symbols\.|\.(square|hue)$/;

const stateOf = (flag) => (flag ? "true" : "false");

export class Stops {
  #engine;
  #panel;
  #fields;
  #rooms; // the toolbar's, which stays in view, and the rest's
  #stops = []; // {id, kind, element, room, place} in the panel's order
  #start = ""; // the widget that Tab goes on from while nothing has the keyboard

  constructor(engine, panel, fields, { pinned, scrolled }) {
    this.#engine = engine;
    this.#panel = panel;
    this.#fields = fields;
    this.#rooms = { pinned, scrolled };
    document.addEventListener("focusin", () => (this.#start = ""));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!this.#start || document.activeElement !== document.body) return;
      if (this.step(this.#start, event.shiftKey ? -1 : 1)) event.preventDefault();
    });
  }

  /** The panel shows other widgets than before, or elsewhere. */
  update() {
    const widgets = this.#engine.json("widgets");
    const byId = new Map(widgets.map((widget) => [widget.id, widget]));
    const old = new Map(this.#stops.map((stop) => [stop.id, stop]));
    const focused = this.#stops.findIndex(({ element }) => element === document.activeElement);
    const before = this.#stops[focused];
    const offset = Math.max(0, this.#panel.offset());
    const isStop = ({ id, kind }) => !POINTER_ONLY.test(id) && !(kind === "choice" && byId.has(`${id}.0`));
    this.#stops = widgets.filter(isStop).map((widget) => {
      const { id, kind, rect } = widget;
      const stop = old.get(id) ?? { id, kind, element: this.#make(id, kind) };
      old.delete(id);
      const isPinned = id.startsWith("toolbar.");
      const place = [rect[0], rect[1] + (isPinned ? 0 : offset), rect[2], rect[3]];
      stop.room = isPinned ? this.#rooms.pinned : this.#rooms.scrolled;
      this.#describe(stop.element, widget, byId);
      this.#move(stop, place);
      return stop;
    });
    for (const { element } of old.values()) element.remove();
    for (const room of Object.values(this.#rooms)) {
      let next = room.firstChild;
      for (const { element } of this.#stops.filter((stop) => stop.room === room)) {
        if (element === next) next = next.nextSibling;
        else room.insertBefore(element, next);
      }
    }
    if (before) this.#keepFocus(before, focused);
  }

  /** From the widget `id` to the one after it (1) or before it (-1). False where there is none. */
  step(id, by) {
    const next = this.#stops[this.#stops.findIndex((stop) => stop.id === id) + by];
    if (next) this.#enter(next);
    return Boolean(next);
  }

  /** What the mouse presses and a field that is left take no part in Tab's order: the browser would start at its end. */
  startFrom(id) {
    this.#start = id;
  }

  /** The same for the widget at (x, y) of the page. */
  startAt(x, y) {
    const isThere = ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom;
    const stop = this.#stops.find(({ element }) => isThere(element.getBoundingClientRect()));
    if (stop) this.#start = stop.id;
  }

  /** The keyboard goes to the widget. */
  focus(id) {
    const stop = this.#stops.find((candidate) => candidate.id === id);
    if (stop) this.#enter(stop);
  }

  #enter({ id, kind, element }) {
    if (kind === "text") this.#fields.edit(id, true);
    else element.focus({ preventScroll: true });
  }

  // Where the widget is gone, the one that took its place has the keyboard now.
  #keepFocus(before, index) {
    const stays = this.#stops.includes(before);
    const stop = stays ? before : this.#stops[Math.min(index, this.#stops.length - 1)];
    if (!stop || (!stays && document.activeElement !== document.body)) return;
    if (stop.element === document.activeElement) this.#show(stop);
    else if (stop.kind === "text") stop.element.focus({ preventScroll: true });
    else this.#enter(stop);
  }

  #make(id, kind) {
    const isText = kind === "text";
    const element = document.createElement(isText ? "div" : "button");
    element.className = "stop";
    element.dataset.id = id;
    if (isText) {
      element.setAttribute("role", "textbox");
      element.tabIndex = 0;
      element.addEventListener("focus", () => this.#fields.edit(id, true));
    } else {
      element.type = "button";
      element.addEventListener("focus", () => this.#show(this.#stops.find((stop) => stop.id === id)));
      element.addEventListener("click", () => this.#press(id));
    }
    return element;
  }

  #describe(element, { id, kind, value, label, enabled }, byId) {
    const set = (name, text) => {
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    };
    const [, owner, option] = id.match(/^(.*)\.(\d+)$/) ?? [];
    const group = option && byId.get(owner)?.kind === "choice" ? byId.get(owner) : null;
    set("aria-label", group ? group.label + word("colon") + label : kind === "color" ? `${label} ${value}` : label);
    set("aria-disabled", stateOf(!enabled));
    if (kind === "text" && element.textContent !== value) element.textContent = value;
    if (group) set("aria-pressed", stateOf(group.value === label));
    if (kind === "toggle") {
      set("role", "switch");
      set("aria-checked", stateOf(value === "on"));
    }
    if (value === "open" || value === "closed") set("aria-expanded", stateOf(value === "open"));
    if (kind === "color") set("aria-expanded", stateOf(byId.has(`${id}.hue`)));
  }

  #move(stop, place) {
    if (stop.place && place.every((value, index) => Math.abs(value - stop.place[index]) < 1)) return;
    stop.place = place;
    const [x, y, width, height] = place;
    const { style } = stop.element;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
  }

  #show({ room, place }) {
    if (room === this.#rooms.scrolled) this.#panel.reveal(place[1], place[3], this.#engine.call("pinned"));
  }

  #press(id) {
    this.#show(this.#stops.find((stop) => stop.id === id));
    this.#engine.call("press", id);
    this.#panel.drawNow();
  }
}
