// What layout has to say, where it is seen: the number beside the panel's toolbar, and a mark on the poster at each spot.
// The marks lie over the preview and are no part of the picture.

import { word } from "./words.js";

export class Problems {
  #engine;
  #panel;
  #count;
  #marks;
  #spots = []; // {index, rect: fractions of the page, element}

  /** `count` is the button with the number; `marks` lies over the poster's canvas, exactly. */
  constructor(engine, panel, { count, marks }) {
    this.#engine = engine;
    this.#panel = panel;
    this.#count = count;
    this.#marks = marks;
    // The list stands at the panel's end.
    count.addEventListener("click", () => this.#go(() => engine.call("reveal", "problems.0")));
  }

  /** Another poster, or other words, than before. */
  update() {
    const problems = this.#engine.json("problems");
    this.#count.hidden = problems.length === 0;
    this.#count.textContent = `⚠ ${problems.length}`;
    this.#count.setAttribute("aria-label", `${word("problems")}${problems.length}`);
    this.#count.title = word("problemsHint");
    this.#marks.replaceChildren(...this.#spotsOf(problems).map((spot) => this.#mark(spot)));
  }

  // One for each place; its first problem is the one that is led to.
  #spotsOf(problems) {
    const spots = new Map();
    for (const [index, { severity, message, rect }] of problems.entries()) {
      if (!rect) continue;
      const spot = spots.get(String(rect)) ?? { index, rect, messages: [], isError: false };
      spot.messages.push(message);
      spot.isError ||= severity === "error";
      spots.set(String(rect), spot);
    }
    return [...spots.values()];
  }

  #mark({ index, rect: [x, y, width], messages, isError }) {
    const mark = document.createElement("button");
    mark.type = "button";
    mark.className = isError ? "spot error" : "spot";
    mark.textContent = "!";
    mark.title = messages.join("\n");
    mark.setAttribute("aria-label", mark.title);
    mark.style.left = `${100 * Math.min(1, Math.max(0, x + width))}%`;
    mark.style.top = `${100 * Math.min(1, Math.max(0, y))}%`;
    mark.addEventListener("click", () => this.#go(() => this.#engine.call("go_to_problem", index)));
    return mark;
  }

  #go(ask) {
    ask();
    this.#panel.drawNow();
  }
}
