// The poster: a plain canvas that shows the rendered pixels one to one, the same bytes that an export of that size has.

const SETTLE = 90;

export class Preview {
  #engine;
  #panel;
  #canvas;
  #room;
  #mark;
  #context;
  #timer = 0;

  constructor(engine, panel, { canvas, room, mark }, pick) {
    this.#engine = engine;
    this.#panel = panel;
    this.#canvas = canvas;
    this.#room = room;
    this.#mark = mark;
    this.#context = canvas.getContext("2d", { alpha: false });
    new ResizeObserver(() => {
      this.#scale();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.fit(), SETTLE);
    }).observe(room);
    canvas.addEventListener("click", (event) => {
      pick(event.offsetX / canvas.clientWidth, event.offsetY / canvas.clientHeight);
    });
  }

  /** Asks for as many pixels as the room has. */
  fit() {
    const density = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.#room;
    if (width < 1 || height < 1) return;
    this.#engine.call("preview_room", Math.floor(width * density), Math.floor(height * density));
    this.#panel.wake();
  }

  /** Takes the new pixels over. */
  update() {
    const width = this.#engine.call("preview_width");
    const height = this.#engine.call("preview_height");
    this.#engine.call("preview");
    const view = this.#engine.answerView();
    if (width < 1 || view.length !== 4 * width * height) return;
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    const pixels = new Uint8ClampedArray(view.buffer, view.byteOffset, view.length);
    this.#context.putImageData(new ImageData(pixels, width, height), 0, 0);
    this.#scale();
    this.#canvas.setAttribute("aria-label", this.#engine.text("poster_label"));
  }

  /** Frames the part of the poster that is being edited. */
  mark() {
    const place = this.#engine.json("active_block");
    this.#mark.hidden = !place;
    if (!place) return;
    const { offsetLeft: left, offsetTop: top, clientWidth: width, clientHeight: height } = this.#canvas;
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

  // Pixels of the canvas to pixels of the screen; while the room changes, whatever fits.
  #scale() {
    const density = window.devicePixelRatio || 1;
    const { width, height } = this.#canvas;
    const fitting = Math.min(this.#room.clientWidth / width, this.#room.clientHeight / height);
    const scale = Math.abs(fitting * density - 1) < 0.02 ? 1 / density : fitting;
    this.#canvas.style.width = `${width * scale}px`;
    this.#canvas.style.height = `${height * scale}px`;
    this.mark();
  }
}
