// The clipboard of what is selected on the poster: as text for other programs, and as itself.

import { isOnPoster } from "./keys.js";

const THINGS = "web application/x-sixiang";

/** `act(name)` runs an action of the engine's; `draw()` draws the panel. */
export function listenForSelected(engine, act, draw) {
  const take = (event) => {
    const text = engine.text("copied_text");
    if (!isOnPoster() || !text || String(document.getSelection())) return false;
    event.clipboardData.setData("text/plain", text);
    const things = engine.text("copied_things");
    if (things) event.clipboardData.setData(THINGS, things);
    event.preventDefault();
    return true;
  };
  document.addEventListener("copy", take);
  document.addEventListener("cut", (event) => {
    if (take(event)) act("delete");
  });
  // In the capture phase: before whoever would read it as text.
  const paste = (event) => {
    const things = isOnPoster() && event.clipboardData.getData(THINGS);
    if (!things) return;
    event.preventDefault();
    engine.call("paste_things", things);
    draw();
  };
  document.addEventListener("paste", paste, { capture: true });
}
