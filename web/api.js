// The public interface `window.sixiang`; what it promises is in specs/embedding-api.md.

/** `parts`: {engine, panel, fonts, canvas}. */
export function makeApi({ engine, panel, fonts, canvas }) {
  return {
    getPoster: () => engine.text("get_poster"),

    setPoster(text) {
      const answer = engine.json("set_poster", String(text));
      panel.wake();
      return answer;
    },

    async exportPng(px) {
      const size = Number(px);
      await fonts.settled();
      if (!engine.call("export_png", Number.isFinite(size) ? size : 0)) throw new Error(engine.answerText());
      const bytes = engine.answerBytes();
      engine.call("forget_answer");
      return bytes;
    },

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
