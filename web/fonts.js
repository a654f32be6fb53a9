// Font slices on demand: the engine says which files it wants; this fetches them, many at once because they are small, and
// hands their bytes over. The same files serve the page's own text fields.

import { fetchFont, LoadError, tryTwice } from "./loader.js";
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
  #whenLetGo;
  #queue = [];
  #known = new Map(); // file → "waiting", "here", "failed"
  #running = 0;
  #waiters = [];
  #noticeTimer = 0;
  #showTimer = 0;
  #lacks = false; // what failed is wanted still
  #said = ""; // the notice that stands
  #ahead = new Map(); // file → promise of its bytes, or of null

  /**
   * `folder`: where the slices lie. `arrived()` is called whenever some have been handed to the engine; with them texts take
   * another room, so `whenLetGo(run)` runs that when nothing is pressed.
   */
  constructor(engine, notices, folder, { arrived, whenLetGo }) {
    this.#engine = engine;
    this.#notices = notices;
    this.#folder = folder;
    this.#arrived = arrived;
    this.#whenLetGo = whenLetGo;
  }

  /** Asks the engine what it lacks and starts fetching it. True while something is on its way. */
  update() {
    const wanted = this.#engine.json("wanted_fonts");
    for (const slice of wanted) {
      if (this.#known.has(slice.file)) continue;
      this.#known.set(slice.file, "waiting");
      this.#queue.push(slice);
    }
    this.#lacks = wanted.some(({ file }) => this.#known.get(file) === "failed");
    this.#fetchNext();
    this.#tell();
    return this.#running > 0;
  }

  /** Fulfilled when nothing is on its way. */
  async settled() {
    this.update();
    while (this.#running > 0) await new Promise((resolve) => this.#waiters.push(resolve));
  }

  retry() {
    this.#say("");
    for (const [file, state] of this.#known) if (state === "failed") this.#known.delete(file);
    this.update();
  }

  /**
   * Fetches slices of `files` that somebody who types is likely to need, in that order and a few at once, before they are
   * wanted. Nobody hears of one that does not come: it is fetched when it is wanted.
   */
  async fetchAhead(files) {
    if (navigator.connection?.saveData) return;
    const queue = [...files];
    const fetchSome = async () => {
      while (queue.length > 0) {
        const file = queue.shift();
        if (this.#known.has(file) || this.#ahead.has(file)) continue;
        const coming = fetchFont(this.#path(file), "default").catch(() => null);
        this.#ahead.set(file, coming);
        if ((await coming) === null) this.#ahead.delete(file);
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
    const load = async (cache) => {
      const ahead = this.#ahead.get(slice.file);
      this.#ahead.delete(slice.file);
      const bytes = (await ahead) ?? (await fetchFont(this.#path(slice.file), cache));
      if (!this.#engine.call("load_font", slice.file, bytes)) throw new LoadError(slice.file, "damaged");
      registerFace(slice, bytes);
    };
    try {
      await tryTwice(load);
      this.#known.set(slice.file, "here");
    } catch {
      this.#known.set(slice.file, "failed");
    }
    this.#running -= 1;
    this.#fetchNext();
    if (this.#running === 0) this.#whenLetGo(() => this.#show());
    else this.#showTimer ||= setTimeout(() => this.#whenLetGo(() => this.#show()), SHOW_EVERY);
  }

  // Lets the engine lay out with what is here, and asks what it lacks then.
  #show() {
    clearTimeout(this.#showTimer);
    this.#showTimer = 0;
    this.#arrived();
    if (this.update()) return;
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  #tell() {
    if (this.#running > 0) {
      this.#noticeTimer ||= setTimeout(() => this.#say(word("fontsLoading")), NOTICE_AFTER);
      return;
    }
    clearTimeout(this.#noticeTimer);
    this.#noticeTimer = 0;
    // Nothing is missing where another face stands in.
    const missing = this.#lacks ? this.#engine.text("missing_characters") : "";
    if (missing) this.#say(word("fontsFailed") + missing, { kind: "error", actions: [[word("retry"), () => this.retry()]] });
    else this.#say("");
  }

  #say(text, options) {
    if (text === this.#said) return;
    this.#said = text;
    if (text) this.#notices.show("fonts", text, { ...options, stays: true });
    else this.#notices.clear("fonts");
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
