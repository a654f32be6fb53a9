// Font slices on demand: the engine says which files it wants; this fetches them, many at once because they are small, and
// hands their bytes over. The same files serve the page's own text fields.

import { fetchFont } from "./loader.js";
import { word } from "./words.js";

const AT_ONCE = 24; // browsers send as many over one connection, or hold back what their server cannot take
const AHEAD_AT_ONCE = 4;
const NOTICE_AFTER = 150; // ms
const SHOW_EVERY = 100; // ms, between two layouts while many slices come in

export class Fonts {
  #engine;
  #notices;
  #folder;
  #arrived;
  #queue = [];
  // file → "waiting", "here" (the engine has it, but has not laid out with it), "used" (it has), "failed"
  #known = new Map();
  #running = 0;
  #waiters = [];
  #hideNotice = null;
  #noticeTimer = 0;
  #showTimer = 0;
  #hideFailure = null;
  #goesAhead = false;
  #ahead = new Map(); // file → promise of its bytes, or of null

  /** `folder`: where the slices lie; `arrived()` is called whenever some have been handed to the engine. */
  constructor(engine, notices, folder, arrived) {
    this.#engine = engine;
    this.#notices = notices;
    this.#folder = folder;
    this.#arrived = arrived;
  }

  /** Asks the engine what it lacks and starts fetching it. True while something is on its way. */
  update() {
    for (const slice of this.#engine.json("wanted_fonts")) {
      // Still wanted after a layout with it: what the server sent is no font.
      if (this.#known.get(slice.file) === "used") this.#known.set(slice.file, "failed");
      if (this.#known.has(slice.file)) continue;
      this.#known.set(slice.file, "waiting");
      this.#queue.push(slice);
    }
    this.#fetchNext();
    if (this.#running > 0 && !this.#noticeTimer && !this.#hideNotice) {
      this.#noticeTimer = setTimeout(() => {
        this.#noticeTimer = 0;
        if (this.#running > 0) this.#hideNotice = this.#notices.show(word("fontsLoading"), { stays: true });
      }, NOTICE_AFTER);
    }
    return this.#running > 0;
  }

  /** Fulfilled when nothing is on its way; false if something could not be had. */
  async settled() {
    this.update();
    while (this.#running > 0) await new Promise((resolve) => this.#waiters.push(resolve));
    return !this.failed();
  }

  failed() {
    return [...this.#known.values()].includes("failed");
  }

  retry() {
    this.#hideFailure?.();
    this.#hideFailure = null;
    for (const [file, state] of this.#known) if (state === "failed") this.#known.delete(file);
    this.update();
  }

  /**
   * Fetches slices of `files` that somebody who types is likely to need, in that order and a few at once, before they are
   * wanted. Nobody hears of one that does not come.
   */
  async fetchAhead(files) {
    if (this.#goesAhead || navigator.connection?.saveData) return;
    this.#goesAhead = true;
    const queue = [...files];
    const fetchSome = async () => {
      while (queue.length > 0) {
        const file = queue.shift();
        if (this.#known.has(file)) continue;
        this.#ahead.set(file, fetchFont(this.#path(file)).catch(() => null));
        await this.#ahead.get(file);
      }
    };
    await Promise.all(Array.from({ length: AHEAD_AT_ONCE }, fetchSome));
  }

  #path(file) {
    return `${this.#folder}${file}.gz`;
  }

  #fetchNext() {
    while (this.#running < AT_ONCE && this.#queue.length > 0) this.#fetch(this.#queue.shift());
  }

  async #fetch(slice) {
    this.#running += 1;
    try {
      const bytes = (await this.#ahead.get(slice.file)) ?? (await fetchFont(this.#path(slice.file)));
      this.#ahead.delete(slice.file);
      if (!this.#engine.call("load_font", slice.file, bytes)) throw new Error("not a font");
      registerFace(slice, bytes);
      this.#known.set(slice.file, "here");
    } catch {
      this.#known.set(slice.file, "failed");
    }
    this.#running -= 1;
    this.#fetchNext();
    if (this.#running === 0) this.#show();
    else this.#showTimer ||= setTimeout(() => this.#show(), SHOW_EVERY);
  }

  // Lets the engine lay out with what is here, and asks what it lacks then.
  #show() {
    clearTimeout(this.#showTimer);
    this.#showTimer = 0;
    for (const [file, state] of this.#known) if (state === "here") this.#known.set(file, "used");
    this.#arrived();
    if (!this.update()) this.#finish();
  }

  #finish() {
    clearTimeout(this.#noticeTimer);
    this.#noticeTimer = 0;
    this.#hideNotice?.();
    this.#hideNotice = null;
    // Nothing is missing where another face stands in.
    const missing = this.failed() ? this.#engine.text("missing_characters") : "";
    if (missing && !this.#hideFailure) {
      this.#hideFailure = this.#notices.show(word("fontsFailed") + missing, {
        kind: "error",
        stays: true,
        actions: [[word("retry"), () => this.retry()]],
      });
    }
    for (const resolve of this.#waiters.splice(0)) resolve();
  }
}

/** Lets the page's text fields use the slice, where it belongs to the face that they are set in. */
export function registerFace(slice, bytes) {
  if (!slice.cssRange) return;
  const face = new FontFace("Sixiang Sans", bytes.slice().buffer, { unicodeRange: slice.cssRange, weight: "500" });
  face.load().then(
    () => document.fonts.add(face),
    () => {}, // the system's own face serves
  );
}
