// The public interface `window.sixiang`; what it promises is in specs/embedding-api.md.

import { word } from "./words.js";

/** `parts`: {engine, panel, fonts, exports, canvas}; `replaced()` is called once a poster has been set. */
export function makeApi({ engine, panel, fonts, exports, canvas }, replaced) {
  async function exported(format, { px = 1080, onProgress, signal } = {}) {
    const size = Number(px);
    await fonts.settled();
    return exports.make(String(format), Number.isFinite(size) ? size : 0, { onProgress, signal });
  }

  return {
    getPoster: () => engine.text("get_poster"),

    setPoster(text) {
      if (typeof text !== "string") return { ok: false, errors: [{ path: "", message: word("notText") }] };
      const answer = engine.open("set_poster", text);
      if (answer.ok) replaced();
      panel.wake();
      return answer;
    },

    export: exported,
    exportPng: (px) => exported("png", { px: px ?? 0 }),

    layout: () => engine.text("layout"),

    stats: () => ({ ...engine.json("stats"), heapBytes: engine.heapBytes() }),

    widgets() {
      const box = canvas.getBoundingClientRect();
      return engine.json("widgets").map(({ rect: [x, y, width, height], ...widget }) => ({
        ...widget,
        rect: [x + box.left, y + box.top, width, height],
      }));
    },

    reveal(id) {
      engine.call("reveal", String(id));
      panel.drawNow();
    },
  };
}
