// The WebAssembly module as JavaScript functions: moves text and bytes in and out of its memory, and knows no more.

import { word } from "./words.js";

/** Bytes; kMaxDocumentBytes of src/model/limits.h, known here so that nothing larger is copied or even read. */
export const LARGEST_DOCUMENT = 2 * 1024 * 1024;

class OutOfMemory extends Error {}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine {
  #module;

  /** Called once, with the error, when the module has stopped for good. */
  onBroken = () => {};

  /**
   * `loaded` is what loader.js gives; `canvas` is where the panel is drawn, where there is one. `onProgress(0…1)` hears how much
   * of a picture is drawn.
   */
  static async create(loaded, canvas, onProgress) {
    const engine = new Engine();
    engine.#module = await loaded.create({
      canvas,
      onProgress,
      print: (line) => console.info(line),
      printErr: (line) => console.warn(line),
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(loaded.module, imports).then((instance) => done(instance, loaded.module));
        return {};
      },
    });
    return engine;
  }

  /** Calls `sixiang_<name>`. Texts and byte arrays are copied in and arrive as pointer and length. */
  call(name, ...values) {
    const copies = [];
    const flat = values.flatMap((value) => {
      if (typeof value === "number") return [value];
      const bytes = typeof value === "string" ? encoder.encode(value) : value;
      const pointer = this.#module._sixiang_allocate(bytes.length);
      if (!pointer) throw new OutOfMemory(word("outOfMemory"));
      copies.push(pointer);
      this.#module.HEAPU8.set(bytes, pointer);
      return [pointer, bytes.length];
    });
    try {
      return this.#module[`_sixiang_${name}`](...flat);
    } catch (error) {
      const tell = this.onBroken;
      this.onBroken = () => {};
      tell(error);
      throw error;
    } finally {
      for (const pointer of copies) this.#module._sixiang_release(pointer);
    }
  }

  /** The answer that the last call left; valid until the next call. */
  answerView() {
    const start = this.#module._sixiang_answer_data();
    return this.#module.HEAPU8.subarray(start, start + this.#module._sixiang_answer_size());
  }

  answerBytes() {
    return this.answerView().slice();
  }

  answerText() {
    return decoder.decode(this.answerView());
  }

  text(name, ...values) {
    this.call(name, ...values);
    return this.answerText();
  }

  json(name, ...values) {
    return JSON.parse(this.text(name, ...values));
  }

  /** The file of a font slice that the engine has; null where it has not. */
  fontBytes(name) {
    this.call("font_bytes", name);
    const bytes = this.answerBytes();
    return bytes.length > 0 ? bytes : null;
  }

  /** Hands a document over, text or bytes, by "set_poster" or "open_poster": {ok, errors: [{path, message}]}. */
  open(name, poster) {
    const refuse = (message) => ({ ok: false, errors: [{ path: "", message }] });
    if (poster.length > LARGEST_DOCUMENT) return refuse(word("fileTooLarge"));
    try {
      return this.json(name, poster);
    } catch (error) {
      if (!(error instanceof OutOfMemory)) throw error;
      return refuse(error.message);
    }
  }

  heapBytes() {
    return this.#module.HEAPU8.length;
  }
}
