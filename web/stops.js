// The Tab key and screen readers: over each widget that the panel draws lies an element of the page, invisible and out
// of the pointer's way, with the widget's name, state and place. What is pressed there, the panel hears as a press.

const stateOf = (flag) => (flag ? "true" : "false");

export class Stops {
  #engine;
  #panel;
  #fields;
  #act;
  #room;
  #stops = []; // {id, widget, element, group, place} in the panel's order; group: of the options of one widget
  #groups = new Map(); // widget's id → the element around its options
  #start = ""; // the widget that Tab goes on from while nothing has the keyboard

  /** `act(name)` runs an action of the engine's. */
  constructor(engine, panel, fields, room, act) {
    this.#engine = engine;
    this.#panel = panel;
    this.#fields = fields;
    this.#room = room;
    this.#act = act;
    document.addEventListener("focusin", () => (this.#start = ""));
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const isHere = event.target === document.body || event.target.classList?.contains("stop");
      if (event.key === "Escape" && isHere && this.#close()) event.preventDefault();
      if (event.key !== "Tab" || !this.#start || document.activeElement !== document.body) return;
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
    const start = this.#stops.findIndex(({ id }) => id === this.#start);
    this.#stops = widgets.filter(({ stop }) => stop).map((widget) => {
      const { id, role, rect } = widget;
      const stop = old.get(id) ?? { id, element: this.#make(id, role) };
      old.delete(id);
      stop.widget = widget;
      stop.group = role === "radio" ? this.#groupOf(byId.get(widget.owner)) : null;
      this.#describe(stop.element, widget);
      this.#move(stop, rect);
      return stop;
    });
    for (const { element } of old.values()) element.remove();
    this.#arrange();
    // Where that widget is gone, Tab goes on from what took its place.
    if (old.has(this.#start)) this.#start = this.#stops[Math.min(start, this.#stops.length - 1)]?.id ?? "";
    if (before) this.#keepFocus(before, focused);
  }

  /** From the widget `id` to the one after it (1) or before it (-1). False where there is none. */
  step(id, by) {
    let at = this.#stops.findIndex((stop) => stop.id === id);
    if (at < 0) return false;
    const { group } = this.#stops[at];
    const isPassed = (stop) => stop && (stop.element.tabIndex < 0 || (group && stop.group === group));
    do at += by;
    while (isPassed(this.#stops[at]));
    const next = this.#stops[at];
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

  // The picker and the sizes. What has the keyboard in them gives it to what opened them. False where none is open.
  #close() {
    const open = this.#stops.filter(({ widget }) => widget.popup && widget.expanded);
    const active = document.activeElement.dataset.id ?? this.#start;
    const within = this.#stops.find(({ id }) => id === active)?.widget.owner;
    const owner = open.find(({ id }) => id === within);
    if (owner && this.#start) this.#start = owner.id;
    else if (owner) this.#enter(owner);
    if (open.length > 0) this.#act("close");
    return open.length > 0;
  }

  #enter({ id, widget, element }) {
    if (widget.role === "textbox") this.#fields.edit(id, true);
    else element.focus({ preventScroll: true });
  }

  // Where the widget is gone, the one that took its place has the keyboard now.
  #keepFocus(before, index) {
    const stays = this.#stops.includes(before);
    const stop = stays ? before : this.#stops[Math.min(index, this.#stops.length - 1)];
    if (!stop || (!stays && document.activeElement !== document.body)) return;
    if (stop.element === document.activeElement) this.#show(stop);
    else if (stop.widget.role === "textbox") stop.element.focus({ preventScroll: true });
    else this.#enter(stop);
  }

  #make(id, role) {
    const isText = role === "textbox";
    const element = document.createElement(isText ? "div" : "button");
    element.className = "stop";
    element.dataset.id = id;
    if (role !== "button") element.setAttribute("role", role);
    if (isText) {
      element.tabIndex = 0;
      element.addEventListener("focus", () => this.#fields.edit(id, true));
    } else {
      element.type = "button";
      element.addEventListener("focus", () => {
        const stop = this.#stops.find((candidate) => candidate.id === id);
        if (stop.group) this.#takeTab(stop);
        this.#show(stop);
      });
      element.addEventListener("keydown", (event) => this.#moveWithin(id, event));
      element.addEventListener("click", () => this.#press(id));
    }
    return element;
  }

  #groupOf({ id, label }) {
    let group = this.#groups.get(id);
    if (!group) {
      group = document.createElement("div");
      group.setAttribute("role", "radiogroup");
      this.#groups.set(id, group);
    }
    group.setAttribute("aria-label", label);
    return group;
  }

  // In the panel's order, which is Tab's; of the options of one widget Tab goes to one.
  #arrange() {
    const nexts = new Map();
    const put = (parent, node) => {
      const next = nexts.has(parent) ? nexts.get(parent) : parent.firstChild;
      if (node !== next) parent.insertBefore(node, next);
      nexts.set(parent, node === next ? node.nextSibling : next);
    };
    const groups = new Map();
    const news = new Set(); // whose chosen option is another than before
    for (const stop of this.#stops) {
      const { group } = stop;
      if (group && !groups.has(group)) {
        put(this.#room, group);
        groups.set(group, stop);
      }
      put(group ?? this.#room, stop.element);
      const { element } = stop;
      // The one that was gone to, until another is chosen.
      const isChosen = element.getAttribute("aria-checked") === "true";
      const isNew = isChosen && group && group.dataset.chosen !== stop.id;
      if (isNew) group.dataset.chosen = stop.id;
      const isKept = group?.dataset.tab === stop.id && !news.has(group);
      const isBetter = element === document.activeElement || isNew || isKept;
      if (isNew) news.add(group);
      if (group && isBetter && groups.get(group).element !== document.activeElement) groups.set(group, stop);
    }
    for (const [id, group] of this.#groups) {
      if (groups.has(group)) continue;
      group.remove();
      this.#groups.delete(id);
    }
    for (const stop of groups.values()) this.#takeTab(stop);
  }

  #takeTab({ id, group, element }) {
    group.dataset.tab = id;
    for (const option of group.children) option.tabIndex = option === element ? 0 : -1;
  }

  // Arrows go from option to option, and press none.
  #moveWithin(id, event) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const { group } = this.#stops.find((stop) => stop.id === id);
    if (!by || !group || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const options = this.#stops.filter((stop) => stop.group === group);
    const at = options.findIndex((stop) => stop.id === id);
    this.#enter(options[(at + by + options.length) % options.length]);
  }

  #describe(element, { role, value, label, enabled, problem, chosen, expanded, popup }) {
    const set = (name, text) => {
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    };
    set("aria-label", popup ? `${label} ${value}` : label);
    set("aria-disabled", stateOf(!enabled));
    if (role === "textbox" && element.textContent !== value) element.textContent = value;
    if (chosen !== undefined) set("aria-checked", stateOf(chosen));
    if (expanded !== undefined) set("aria-expanded", stateOf(expanded));
    if (role === "textbox") {
      set("aria-invalid", stateOf(problem !== ""));
      set("aria-description", problem);
    }
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

  #show({ id, widget }) {
    if (!widget.area) return;
    this.#engine.call("show_widget", id);
    this.#panel.wake();
  }

  #press(id) {
    this.#show(this.#stops.find((stop) => stop.id === id));
    this.#engine.call("press", id);
    this.#panel.drawNow();
  }
}
