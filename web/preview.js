// The poster: a plain canvas that shows the rendered pixels one to one, the same bytes that an export of that size has.

const SETTLE = 90; // milliseconds
const STILL = 8; // CSS pixels: who presses moves no further
const ROUNDED = 0.1; // pixels of the screen

// The pixels of the screen that lie in the element as a whole.
function wholePixels(element) {
  const density = window.devicePixelRatio || 1;
  const box = element.getBoundingClientRect();
  // Browsers keep places in fractions of a pixel, rounded.
  const first = (edge) => Math.ceil(edge * density - ROUNDED);
  const last = (edge) => Math.floor(edge * density + ROUNDED);
  const [left, top] = [first(box.left), first(box.top)];
  return { density, left, top, width: last(box.right) - left, height: last(box.bottom) - top };
}

export class Preview {
  #engine;
  #panel;
  #canvas;
  #room;
  #mark;
  #spots;
  #context;
  #timer = 0;
  // Browsers lay out in pixels of the screen. Only on screens that are emulated they do so in CSS pixels and enlarge.
  #isEnlarged = false;
  #placed = { left: 0, top: 0, width: 0, height: 0 }; // the canvas in its room, CSS pixels

  constructor(engine, panel, { canvas, room, mark, spots }, pick) {
    this.#engine = engine;
    this.#panel = panel;
    this.#canvas = canvas;
    this.#room = room;
    this.#mark = mark;
    this.#spots = spots;
    this.#context = canvas.getContext("2d", { alpha: false });
    const observer = new ResizeObserver(([entry]) => {
      const pixels = entry.devicePixelContentBoxSize?.[0].inlineSize;
      this.#isEnlarged = Math.abs(pixels - room.clientWidth) < 1 && window.devicePixelRatio !== 1;
      this.#place();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.fit(), SETTLE);
    });
    // Hears also where only the pixels are others, on another screen, say. Safari knows no such box.
    try {
      observer.observe(room, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(room);
    }
    let pressed = null;
    canvas.addEventListener("pointerdown", (event) => (pressed = event));
    canvas.addEventListener("click", (event) => {
      const moved = pressed ? Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) : 0;
      if (moved > STILL) return;
      pick(event.offsetX / canvas.clientWidth, event.offsetY / canvas.clientHeight);
    });
  }

  /** Asks for as many pixels as the room has. */
  fit() {
    const { width, height } = wholePixels(this.#room);
    if (width < 1 || height < 1) return;
    this.#engine.call("preview_room", width, height);
    this.#panel.wake();
  }

  /** Takes the new pixels over. */
  update() {
    const width = this.#engine.call("preview");
    const view = this.#engine.answerView();
    if (view.length === 0) return;
    const height = view.length / (4 * width);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    const pixels = new Uint8ClampedArray(view.buffer, view.byteOffset, view.length);
    this.#context.putImageData(new ImageData(pixels, width, height), 0, 0);
    this.#place();
    this.#canvas.setAttribute("aria-label", this.#engine.text("poster_label"));
  }

  /** Frames the part of the poster that is being edited. */
  mark() {
    const place = this.#engine.json("active_block");
    this.#mark.hidden = !place;
    if (!place) return;
    const { left, top, width, height } = this.#placed;
    // What overflows the page is marked as far as it is to be seen.
    const [x, y] = place.map((value) => Math.min(1, Math.max(0, value)));
    const right = Math.min(1, Math.max(x, place[0] + place[2]));
    const bottom = Math.min(1, Math.max(y, place[1] + place[3]));
    const style = this.#mark.style;
    style.left = `${left + x * width}px`;
    style.top = `${top + y * height}px`;
    style.width = `${(right - x) * width}px`;
    style.height = `${(bottom - y) * height}px`;
  }

  // A pixel of the canvas is one of the screen, at a whole place: anywhere else the browser would blend neighbours. Only
  // while the room has become smaller and the new pixels are not there yet, whatever fits.
  #place() {
    const { density, left, top, width, height } = wholePixels(this.#room);
    const { width: across, height: down } = this.#canvas;
    const fits = across <= width + 1 && down <= height + 1;
    const scale = fits ? 1 : Math.min(width / across, height / down);
    const room = this.#room.getBoundingClientRect();
    this.#placed = {
      left: (left + Math.floor((width - across * scale) / 2)) / density - room.left,
      top: (top + Math.floor((height - down * scale) / 2)) / density - room.top,
      width: (across * scale) / density,
      height: (down * scale) / density,
    };
    const { style } = this.#canvas;
    const places = this.#isEnlarged ? { left: 0, top: 0, width: across, height: down } : this.#placed;
    for (const [side, value] of Object.entries(places)) style[side] = `${value}px`;
    for (const [side, value] of Object.entries(this.#placed)) this.#spots.style[side] = `${value}px`;
    const shift = `translate(${this.#placed.left}px, ${this.#placed.top}px)`;
    style.transform = this.#isEnlarged ? `${shift} scale(${scale / density})` : "";
    this.mark();
  }
}
