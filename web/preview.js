// The poster: a plain canvas that shows the rendered pixels one to one, the same bytes that an export of that size has.
// The panel, over the whole window, leaves its place open.

export class Preview {
  #engine;
  #canvas;
  #context;
  // Browsers lay out in pixels of the screen. Only on screens that are emulated they do so in CSS pixels and enlarge.
  #isEnlarged = false;

  constructor(engine, canvas, window) {
    this.#engine = engine;
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d", { alpha: false });
    const observer = new ResizeObserver(([entry]) => {
      const pixels = entry.devicePixelContentBoxSize?.[0].inlineSize;
      this.#isEnlarged = Math.abs(pixels - window.clientWidth) < 1 && globalThis.devicePixelRatio !== 1;
      this.place();
    });
    // Safari knows no such box.
    try {
      observer.observe(window, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(window);
    }
  }

  /** Takes the new pixels over. */
  update() {
    let changed = this.#engine.json("preview_changed_rect");
    const width = this.#engine.call("preview");
    const view = this.#engine.answerView();
    if (view.length === 0) return;
    const height = view.length / (4 * width);
    const pixels = new ImageData(new Uint8ClampedArray(view.buffer, view.byteOffset, view.length), width, height);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      changed = [0, 0, width, height];
    }
    this.#context.putImageData(pixels, 0, 0, ...changed);
    this.place();
    this.#canvas.setAttribute("aria-label", this.#engine.text("poster_label"));
  }

  /**
   * A pixel of the canvas is one of the screen, at a whole place: anywhere else the browser would blend neighbours. It
   * holds what is seen of the poster, and some around it.
   */
  place() {
    const [left, top, width, height] = this.#engine.json("preview_place");
    const { style } = this.#canvas;
    const shown = this.#isEnlarged ? [0, 0, this.#canvas.width, this.#canvas.height] : [left, top, width, height];
    ["left", "top", "width", "height"].forEach((side, index) => (style[side] = `${shown[index]}px`));
    // While it is zoomed, it is stretched.
    const share = (width * globalThis.devicePixelRatio) / this.#canvas.width;
    const scale = (Math.abs(share - 1) < 1e-4 ? 1 : share) / globalThis.devicePixelRatio;
    style.transform = this.#isEnlarged ? `translate(${left}px, ${top}px) scale(${scale})` : "";
  }
}
