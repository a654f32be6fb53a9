// Pictures and other files of the poster, made by a worker in an instance of its own of the same module, so that the page goes
// on meanwhile. Where no worker can be had, the page's own engine makes them.

import { word } from "./words.js";

const MOST_KEPT = 256 * 1024 * 1024; // bytes of memory that a worker may keep between two files

/** What an export is rejected with that was given up on request. */
export class Cancelled extends Error {}

export class Exports {
  #engine;
  #module;
  #script;
  #manifest;
  #worker = null; // a promise of one, or of null where there is none to be had
  #last = Promise.resolve(); // one at a time: each may need a gigabyte

  /** `module`: compiled; `script`: the address of Emscripten's JavaScript; `manifest`: of the fonts, bytes. */
  constructor(engine, { module, script, manifest }) {
    this.#engine = engine;
    this.#module = module;
    this.#script = script;
    this.#manifest = manifest;
  }

  /** Starts the worker, so that the first file does not wait for it. */
  prepare() {
    this.#worker ??= this.#start();
  }

  /**
   * The poster as it is now, as the bytes of a file. `onProgress({part, isDrawn})` hears how much of it is drawn, 0 to 1, and
   * that it is, and being compressed; `signal` (of an AbortController) gives it up.
   */
  make(format, px, { onProgress = () => {}, signal } = {}) {
    const poster = this.#engine.text("get_poster");
    const made = this.#last.then(() => this.#make({ poster, format, px }, onProgress, signal));
    this.#last = made.catch(() => {});
    return made;
  }

  async #make(wanted, onProgress, signal) {
    if (signal?.aborted) throw new Cancelled();
    this.prepare();
    const worker = await this.#worker;
    return worker ? this.#makeIn(worker, wanted, onProgress, signal) : this.#makeHere(wanted);
  }

  // The poster of this moment, which is another one only if somebody has typed since.
  #makeHere({ format, px }) {
    if (!this.#engine.call("export_page", format, px)) throw new Error(this.#engine.answerText());
    const bytes = this.#engine.answerBytes();
    this.#engine.call("forget_answer");
    return bytes;
  }

  #start() {
    return new Promise((resolve) => {
      let worker;
      try {
        worker = new Worker("./export-worker.js", { type: "module" });
      } catch {
        resolve(null);
        return;
      }
      worker.onerror = () => resolve(null);
      worker.onmessage = ({ data }) => resolve(data.type === "ready" ? worker : null);
      worker.postMessage({ type: "start", module: this.#module, script: this.#script, manifest: this.#manifest });
    });
  }

  #makeIn(worker, wanted, onProgress, signal) {
    const stop = () => {
      worker.terminate();
      this.#worker = null;
    };
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        stop();
        reject(new Cancelled());
      };
      const finish = (settle, value) => {
        signal?.removeEventListener("abort", giveUp);
        settle(value);
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener("abort", giveUp);
      const fail = () => {
        stop();
        finish(reject, new Error(word("exportFailed")));
      };
      worker.onerror = fail;
      worker.onmessage = ({ data }) => {
        if (data.type === "progress") onProgress({ part: data.part, isDrawn: data.part >= 1 });
        else if (data.type === "fonts") this.#give(worker, data.files);
        else if (data.type === "broken") fail();
        else if (data.type === "refused") finish(reject, new Error(data.message));
        else if (data.type === "made") {
          if (data.heapBytes > MOST_KEPT) stop();
          finish(resolve, data.bytes);
        }
      };
      worker.postMessage({ type: "make", ...wanted, chinese: document.documentElement.lang.startsWith("zh") ? 1 : 0 });
    });
  }

  #give(worker, files) {
    const fonts = files.map((file) => ({ file, bytes: this.#engine.fontBytes(file) })).filter(({ bytes }) => bytes);
    worker.postMessage({ type: "fonts", fonts }, fonts.map(({ bytes }) => bytes.buffer));
  }
}
