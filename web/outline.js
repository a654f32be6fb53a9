// What the clipboard says, as a brief: Markdown as it was written, and what a page shows as headings, lists and tables as the
// Markdown of those.

import { MOST_MARKUP, PageReader, readClipboard, withFormulas } from "./pasted.js";

const PLACE = { isInFormula: false, behind: "" };

// Markdown, or a document.
const IS_MARKED = /^\s*(\{|#{1,6} |[-*+•] |\d{1,3}[.)] |\|.*\||---)/m;
const HAS_MARKS = /<(h[1-6]|li|tr)[\s>]/i;

class OutlineReader extends PageReader {
  line(element, inside) {
    const words = inside.trim();
    const level = /^h([1-6])$/.exec(element.localName)?.[1];
    if (level) return words && `${"#".repeat(Number(level))} ${words.replace(/\s+/g, " ")}`;
    if (element.localName === "li") {
      let depth = -1;
      for (let list = element; list; list = list.parentElement?.closest("ul, ol")) depth += 1;
      return `${"  ".repeat(Math.max(0, depth - 1))}- ${words}`;
    }
    if (element.localName !== "tr") return inside;
    const cells = inside.split("\t").map((cell) => cell.replace(/\|/g, "/").trim());
    const isFirst = element.closest("table")?.querySelector("tr") === element;
    return `| ${cells.join(" | ")} |${isFirst ? `\n|${"---|".repeat(cells.length)}` : ""}`;
  }
}

/** The text to be read; `read` gives the formula of a <math>, or nothing. */
export function readOutline(clipboard, read) {
  const html = clipboard.getData("text/html");
  const plain = clipboard.getData("text/plain");
  if (IS_MARKED.test(plain)) return plain;
  if (html.length > MOST_MARKUP || !HAS_MARKS.test(html)) return readClipboard(clipboard, read, PLACE).text;
  const reader = new OutlineReader(read);
  const words = reader.page(html).replace(/[ \t]*\n(\s*\n)*/g, "\n").trim();
  const text = reader.formulas.length > 0 ? withFormulas(words, reader.formulas, PLACE) : words;
  return text || plain;
}
