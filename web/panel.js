// The canvas of the panel, over the whole window: its size, its pointer, its wheel, and when it is drawn: a few frames
// after something happened, and none after that.

const MORE = 1; // bits of what `frame` answers
const PREVIEW = 2;
const EFFECTS = 4;
const FONTS = 8;
const WIDGETS = 16;
const MOVED = 32;

/** Kinds of `pointer` calls. */
const MOVE = 0;
const DOWN = 1;
const UP = 2;
const CANCEL = 3;

export class Panel {
  #engine;
  #canvas;
  #hooks;
  #size = [];
  #frames = 0;
  #request = 0;
  #lastTime = 0;
  #flags = 0;
  #drawing = false;
  #stopped = false;
  #isReleased = false; // a press is over, and what it does not yet done
  #isPressed = false; // until what the press does is done
  #held = []; // to be run then
  #isHandHeld = false; // what makes the pointer move the poster as a whole
  #pointed = null; // the last move of a mouse

  /**
   * `hooks`: {preview(), moved(), widgets(), effects(list), fonts(), drawn(), hover(x, y), press(x, y), release(), fieldAt(x, y), click(id), resized()}. `release` follows what the press has done; `click` gives the text field that was pressed and let go.
   */
  constructor(engine, canvas, hooks) {
    this.#engine = engine;
    this.#canvas = canvas;
    this.#hooks = hooks;
    this.#listenToPointer();
    this.#listenToWheel();
    this.#listenToWindow();
  }

  /** Never draws again. */
  stop() {
    this.#stopped = true;
  }

  /** Draws soon, `frames` times. */
  wake(frames = 3) {
    if (this.#stopped) return;
    this.#frames = Math.max(this.#frames, frames);
    if (!this.#request && !this.#drawing) this.#request = requestAnimationFrame((time) => this.#tick(time));
  }

  /** Draws now, until nothing is left to do: for what must happen within the user's own gesture. */
  drawNow() {
    if (this.#drawing || this.#stopped) return;
    for (let left = 6; left > 0; left -= 1) if (!this.#draw(performance.now())) break;
    this.wake(1);
  }

  /** Runs what may move widgets: not under a press. */
  whenLetGo(run) {
    if (this.#isPressed) this.#held.push(run);
    else run();
  }

  #letGo() {
    this.#isPressed = false;
    for (const run of this.#held.splice(0)) run();
  }

  /** Fits the canvas to the window. True when that changed. */
  fit() {
    const { clientWidth: width, clientHeight } = document.documentElement;
    const height = Math.max(120, Math.floor(Math.min(clientHeight, this.#uncovered())));
    const density = window.devicePixelRatio || 1;
    const size = [width, height, density];
    if (size.every((value, index) => value === this.#size[index])) return false;
    this.#size = size;
    // One pixel of the canvas on one of the screen: else its edges would cover a part of the poster's last pixels.
    const whole = (side) => `${Math.round(side * density) / density}px`;
    this.#canvas.style.width = whole(width);
    this.#canvas.style.height = whole(height);
    this.#engine.call("resize", ...size);
    return true;
  }

  // The height that no keyboard covers: iOS lets one lie over the page, which stays as tall.
  #uncovered() {
    const shown = window.visualViewport;
    if (!shown || shown.scale > 1.01) return Infinity; // enlarged by fingers, the rest is not covered
    return shown.offsetTop + shown.height;
  }

  #tick(time) {
    this.#request = 0;
    this.#frames -= 1;
    if (this.#draw(time)) this.#frames = Math.max(this.#frames, 1);
    if (this.#frames > 0) this.wake(this.#frames);
  }

  // True when one more frame is wanted.
  #draw(time) {
    this.#drawing = true;
    const flags = this.#engine.call("frame", Math.min(1, (time - this.#lastTime) / 1000));
    this.#lastTime = time;
    this.#drawing = false;
    if (flags & PREVIEW) this.#hooks.preview();
    else if (flags & MOVED) this.#hooks.moved();
    if ((flags | this.#flags) & FONTS) this.#hooks.fonts(); // also when nothing is wanted any more
    this.#flags = flags;
    if (flags & WIDGETS) this.#hooks.widgets();
    if (flags & EFFECTS) this.#hooks.effects(this.#engine.json("take_effects"));
    this.#hooks.drawn();
    const isDone = (flags & MORE) === 0;
    if (isDone && this.#isReleased) {
      this.#isReleased = false;
      this.#hooks.release();
      this.#letGo();
    }
    return !isDone;
  }

  // In the canvas: CSS pixels.
  #at(event) {
    const box = this.#canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  // Whether the pointer moves the poster as a whole: the space bar is held, or the middle button is.
  #isHand(event) {
    return this.#isHandHeld || (event.buttons & 4) !== 0;
  }

  #keys(event) {
    const held = [event.shiftKey, event.ctrlKey || event.metaKey, event.altKey, this.#isHand(event)];
    return held.reduce((bits, isHeld, index) => bits + (isHeld ? 1 << index : 0), 0);
  }

  #send(kind, event) {
    this.#engine.call("pointer", kind, ...this.#at(event), event.pointerType === "touch" ? 1 : 0, this.#keys(event));
    this.wake();
  }

  /** Until it is let go, the pointer moves the poster. */
  holdHand(isHeld) {
    if (this.#isHandHeld === isHeld) return;
    this.#isHandHeld = isHeld;
    if (this.#pointed) this.#send(MOVE, this.#pointed);
  }

  #listenToPointer() {
    const canvas = this.#canvas;
    let pressed = null; // {pointer, field: the text field there}
    let meant = ""; // the text field that was pressed and let go
    const release = (kind, event) => {
      if (event.pointerId !== pressed?.pointer) return;
      // What the press does may bring another field under the pointer: that one is not meant.
      meant = kind === UP && this.#hooks.fieldAt(...this.#at(event)) === pressed.field ? pressed.field : "";
      this.#isReleased = kind === UP && !pressed.isHand; // a finger that scrolls has pressed nothing
      pressed = null;
      this.#send(kind, event);
      if (!this.#isReleased) this.#letGo();
    };
    this.#listenToFingers(() => {
      if (pressed) release(CANCEL, new PointerEvent("pointercancel", { pointerId: pressed.pointer }));
    });
    canvas.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "touch") this.#pointed = event;
      this.#send(MOVE, event);
      if (event.pointerType !== "touch" && event.buttons === 0) this.#hooks.hover(...this.#at(event));
    });
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button > 1 || !event.isPrimary) return;
      const isHand = this.#isHand(event);
      pressed = { pointer: event.pointerId, isHand, field: isHand ? "" : this.#hooks.fieldAt(...this.#at(event)) };
      this.#isReleased = false;
      this.#isPressed = true;
      if (!isHand) this.#hooks.press(...this.#at(event), event);
      this.#send(DOWN, event);
      // A drag that leaves the canvas still belongs to it.
      canvas.setPointerCapture(event.pointerId);
    });
    window.addEventListener("pointerup", (event) => release(UP, event));
    window.addEventListener("pointercancel", (event) => release(CANCEL, event));
    canvas.addEventListener("pointerleave", (event) => {
      if (event.pointerId === pressed?.pointer) return;
      this.#engine.call("pointer", MOVE, -1e6, -1e6, 0, 0);
      this.wake();
    });
    // After pointerup, and still the user's gesture: files, clipboard and keyboards open only within one.
    canvas.addEventListener("click", () => {
      this.drawNow();
      this.#hooks.click(meant);
    });
    // The canvas takes no focus; an edited field keeps it until the press is over.
    canvas.addEventListener("mousedown", (event) => event.preventDefault());
    // What is selected elsewhere is not pasted by the middle button, which moves the poster.
    canvas.addEventListener("auxclick", (event) => event.preventDefault());
    // A finger that rests drags; it asks for no menu.
    canvas.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      if (event.button !== 2 || event.pointerType === "touch") return;
      this.#engine.call("context_menu", ...this.#at(event));
      this.wake();
    });
  }

  // Two fingers on the poster; `pinched` is called when there are two.
  #listenToFingers(pinched) {
    const fingers = new Map(); // where each one is
    let isPinch = false; // until all are lifted
    const tell = (kind) => {
      const [first, second] = fingers.values();
      this.wake();
      return this.#engine.call("pinch", kind, ...first, ...second) === 1;
    };
    const lift = (event) => {
      if (!fingers.has(event.pointerId)) return;
      if (isPinch && fingers.size === 2) tell(UP);
      fingers.delete(event.pointerId);
      isPinch = isPinch && fingers.size > 0;
    };
    const take = (event) => isPinch && event.stopImmediatePropagation();
    this.#canvas.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "touch") return;
      fingers.set(event.pointerId, this.#at(event));
      if (fingers.size === 2 && !isPinch && tell(DOWN)) {
        isPinch = true;
        pinched();
      }
      take(event);
    });
    this.#canvas.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, this.#at(event));
      if (isPinch && fingers.size > 1) tell(MOVE);
      take(event);
    });
    window.addEventListener("pointerup", lift);
    window.addEventListener("pointercancel", lift);
  }

  // Over a text field too.
  #listenToWheel() {
    document.getElementById("app").addEventListener(
      "wheel",
      (event) => {
        if (event.target.closest("dialog, #left-out")) return;
        event.preventDefault();
        const line = 40; // CSS pixels, where a wheel counts lines
        const unit = [1, line, this.#canvas.clientHeight][event.deltaMode];
        this.#engine.call("wheel", ...this.#at(event), event.deltaX * unit, event.deltaY * unit, this.#keys(event));
        this.wake();
      },
      { passive: false },
    );
  }

  #listenToWindow() {
    this.#canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    this.#canvas.addEventListener("webglcontextrestored", () => {
      this.#engine.call("restore_graphics");
      this.wake();
    });
    const resized = () => {
      // Resizing empties the canvas: fill it before anyone sees it.
      if (!this.fit()) return;
      this.drawNow();
      this.#hooks.resized();
    };
    new ResizeObserver(resized).observe(document.documentElement);
    window.addEventListener("resize", resized);
    window.visualViewport?.addEventListener("resize", () => {
      if (this.fit()) this.drawNow();
      this.#hooks.resized();
    });
    this.#watchDensity(resized);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.wake();
    });
  }

  #watchDensity(changed) {
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
      "change",
      () => {
        changed();
        this.#watchDensity(changed);
      },
      { once: true },
    );
  }
}
