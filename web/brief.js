// The text that the poster is made from: pasted anywhere but in a field, dropped, or typed into a dialog; and beside the
// poster the lines of it that are not on it. What they are, the engine says; see specs/editing.md.

import { isOnPoster } from "./keys.js";
import { readOutline } from "./outline.js";
import { word } from "./words.js";

const element = (id) => document.getElementById(id);

const isTextField = (target) => target.closest?.("input, textarea, [contenteditable]") != null;

/** Where line `line` (from 1) of the text begins and ends. */
function rangeOfLine(text, line) {
  let begin = 0;
  for (let i = 1; i < line && begin >= 0; i += 1) begin = text.indexOf("\n", begin) + 1 || -1;
  if (begin < 0) return [text.length, text.length];
  const end = text.indexOf("\n", begin);
  return [begin, end < 0 ? text.length : end];
}

/** How far down in the text area, which breaks lines, the character at `at` stands: pixels. */
function heightBefore(area, at) {
  const copy = area.cloneNode();
  copy.removeAttribute("id");
  copy.setAttribute("aria-hidden", "true");
  copy.style.cssText = `position: absolute; visibility: hidden; height: 0; width: ${area.clientWidth}px; padding: 0 14px; border: 0; font: ${getComputedStyle(area).font}`;
  copy.value = area.value.slice(0, at);
  area.after(copy);
  const height = copy.scrollHeight;
  copy.remove();
  return height;
}

export class Brief {
  #engine;
  #panel;
  #take;
  #dialog = element("brief");
  #area = element("brief-text");
  #list = element("left-out");
  #loaded = null; // the poster's text when it was put into the dialog

  /** `take(text)` opens what was pasted: a document or a brief. */
  constructor(engine, panel, take) {
    this.#engine = engine;
    this.#panel = panel;
    this.#take = take;
    element("brief-read").addEventListener("click", () => this.#read(this.#hasText() ? "reread_brief" : "make_of_brief"));
    element("brief-make").addEventListener("click", () => this.#read("make_of_brief"));
    element("brief-close").addEventListener("click", () => this.#dialog.close());
    element("brief-list").addEventListener("click", () => {
      this.#dialog.close();
      this.#act("left-out");
    });
    element("left-out-done").addEventListener("click", () => this.#act("left-out-done"));
    this.#area.addEventListener("input", () => this.#tell(""));
    this.#list.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#act("left-out-done");
    });
    document.addEventListener("paste", (event) => this.#pasted(event));
    this.update();
  }

  /** Shows the dialog with the poster's text, or with what was typed into it since. `line`: the one that is selected. */
  open(line = 0) {
    const text = this.#engine.text("brief_text");
    if (text !== this.#loaded || line > 0) this.#area.value = text;
    this.#loaded = text;
    this.#tell("");
    this.#dialog.showModal();
    this.#area.focus();
    const [begin, end] = line > 0 ? rangeOfLine(text, line) : [0, 0];
    this.#area.setSelectionRange(begin, end);
    this.#area.scrollTop = line > 0 ? heightBefore(this.#area, begin) - this.#area.clientHeight / 2 : 0;
  }

  /** Another poster, other words, or another list. */
  update() {
    const { hasText, isListed, leftOut } = this.#engine.json("brief");
    const count = String(leftOut.length);
    element("brief-title").textContent = word(hasText ? "source" : "fromText");
    element("brief-hint").textContent = word(hasText ? "rereadHint" : "fromTextHint");
    this.#area.placeholder = word("fromTextExample");
    element("brief-read").textContent = word(hasText ? "reread" : "make");
    element("brief-make").textContent = word("makeNew");
    element("brief-make").hidden = !hasText;
    element("brief-list").textContent = word("leftOut").replace("#", count);
    element("brief-list").hidden = leftOut.length === 0;
    element("brief-close").textContent = word("close");
    element("left-out-title").textContent = word("leftOut").replace("#", count);
    element("left-out-done").textContent = word("done");
    const hadFocus = element("left-out-lines").contains(document.activeElement);
    this.#list.hidden = !isListed || leftOut.length === 0;
    element("left-out-lines").replaceChildren(...leftOut.map((line) => this.#entry(line)));
    // Whoever has done with a line goes on with the next one.
    if (hadFocus && !this.#list.hidden) (this.#list.querySelector("li button") ?? element("left-out-done")).focus();
  }

  #entry({ index, line, text, why }) {
    const entry = document.createElement("li");
    const words = document.createElement("p");
    words.className = "left-out-text";
    words.textContent = text;
    const reason = document.createElement("p");
    reason.className = "left-out-why";
    const jump = document.createElement("button");
    jump.type = "button";
    jump.className = "left-out-line";
    jump.textContent = word("lineNumber").replace("#", String(line));
    jump.addEventListener("click", () => this.open(line));
    reason.append(jump, why);
    const buttons = document.createElement("div");
    buttons.className = "buttons";
    for (const [name, call] of [
      ["addLeftOut", "add_left_out"],
      ["ignoreLeftOut", "ignore_left_out"],
    ]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = word(name);
      button.setAttribute("aria-label", `${word(name)}: ${text}`);
      button.addEventListener("click", () => {
        this.#engine.call(call, index);
        this.#panel.drawNow();
      });
      buttons.append(button);
    }
    entry.append(words, reason, buttons);
    return entry;
  }

  #hasText() {
    return this.#engine.json("brief").hasText;
  }

  #act(name) {
    this.#engine.call("act", name);
    this.#panel.drawNow();
  }

  #tell(problem) {
    element("brief-problem").textContent = problem;
  }

  #read(how) {
    const { ok, errors } = this.#engine.open(how, this.#area.value);
    if (!ok) {
      this.#tell(errors.map(({ message }) => message).join("\n"));
      this.#area.focus();
      return;
    }
    this.#loaded = null;
    this.#dialog.close();
    this.#panel.drawNow();
  }

  #pasted(event) {
    if (event.defaultPrevented || isTextField(event.target) || document.querySelector("dialog[open]")) return;
    const text = readOutline(event.clipboardData, (markup) => this.#engine.text("mathml", markup));
    if (!text.trim()) return;
    event.preventDefault();
    if (isOnPoster() && this.#engine.call("paste_texts", text)) this.#panel.drawNow();
    else this.#take(text);
  }
}
