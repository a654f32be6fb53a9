// What the clipboard says, as a text with `$formulas$` in it: they come as MathML, alone or within the markup of a page. The browser
// reads the page, the engine each formula; see specs/pasting.md.

import { mathmlOfMathjax } from "./mathjax.js";

export const MOST_MARKUP = 8 * 1024 * 1024; // characters that are looked at; browsers write out every style

const MATHML_TYPES = ["application/mathml+xml", "application/mathml-presentation+xml"];
// Word's option to copy MathML as plain text.
const IS_MATHML = /^\s*(<\?xml[^>]*>\s*)?<(\w+:)?math[\s>]/;
const MAY_HOLD_FORMULAS = /<(\w+:)?(math|oMath(Para)?)[\s>]|<mjx-container|mwe-math|data-(mathml|tex|latex)=|eeimg=|class="latex/i;

// Where pages keep the TeX of what they draw: MathJax 4 in its elements, Wikipedia, Zhihu and WordPress beside pictures.
const TEX_OF_MATHJAX = "mjx-math[data-latex], [data-mml-node='math'][data-latex]";
const TEX_PICTURE = "img[class*='mwe-math'], img[eeimg], img.latex";
// Office keeps formulas in comments that only its own programs read.
const OFFICE_COMMENT = /^\[if [^\]]*\]>([^]*)<!\[endif\]$/;

const UNSEEN = "head, noscript, script, style, template, title, .MathJax_Preview";
const CELL = "td, th";
const LINES =
  "address, article, aside, blockquote, caption, dd, details, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, " +
  "header, hr, li, main, nav, ol, p, pre, section, summary, table, tr, ul";

const OBJECT = "\uFFFC"; // where a formula is in a text
const MARK = "\uFFFE"; // no character

const CJK = "[\\p{Script=Han}\\u3000-\\u303F\\uFF01-\\uFF60]";
const BREAK_IN_CHINESE = new RegExp(`(?<=${CJK})[ \\t]*[\\r\\n]\\s*(?=${CJK})`, "gu");
// What reads as a formula between dollars, a dollar that is none already, and one that must not become half of one.
const DOLLARS = /\$[^\s\d$\uFFFC](?:[^$\n\uFFFC]*[^\s$\\\uFFFC])?\$(?![\d{])|\\\$|\$/g;

const escaped = (words) => words.replace(DOLLARS, (dollars) => (dollars === "$" ? "\\$" : dollars));

/** As a browser shows it: a line's end in the markup is a blank, and none at all between Chinese characters. */
const collapsed = (words) => words.replace(BREAK_IN_CHINESE, "").replace(/[ \t\r\n\f\u00A0]+/g, " ").replace(/\u200B/g, "");

/** The page's document, its MathML without a prefix, which HTML does not know. */
function parsePage(html) {
  const prefix = /<(\w+):math[\s>]/.exec(html)?.[1];
  const plain = prefix ? html.replace(new RegExp(`<(/?)${prefix}:`, "g"), "<$1") : html;
  // None of its styles keeps its name: they would be held against this page's own Content-Security-Policy.
  const bare = plain.replaceAll(OBJECT, "").replace(/(<\/?|[\s"'/])style(?=[\s=>/])/gi, `$&${MARK}`);
  return new DOMParser().parseFromString(bare, "text/html");
}

/** TeX as MathML, so that one reader reads all of it. */
function mathOf(tex) {
  const math = document.createElement("math");
  math.setAttribute("alttext", tex);
  return math.outerHTML;
}

/** TeX that an element stands for. */
function texOf(element) {
  if (element.localName === "mjx-container") return element.querySelector(TEX_OF_MATHJAX)?.getAttribute("data-latex");
  return element.getAttribute("data-tex") ?? (element.matches(TEX_PICTURE) ? element.alt : "");
}

/** The MathML of a formula that begins with the node; empty where none does. */
function markupOf(node) {
  if (node.nodeType === Node.COMMENT_NODE) {
    const inside = OFFICE_COMMENT.exec(node.data)?.[1] ?? "";
    return MAY_HOLD_FORMULAS.test(inside) ? inside : "";
  }
  if (node.localName === "math") return new XMLSerializer().serializeToString(node);
  if (node.hasAttribute("data-mathml")) return node.getAttribute("data-mathml");
  if (node.querySelector("math")) return "";
  const tex = texOf(node);
  if (tex) return mathOf(tex);
  return node.localName === "mjx-container" ? mathmlOfMathjax(node) : "";
}

const isStyle = (element) => element.localName === `style${MARK}`;

// Word's, which other pages have no text for.
const isBullet = (element) => /mso-list:\s*Ignore/.test(element.getAttribute(`style${MARK}`) ?? "");

// What KaTeX, MathJax and Wikipedia draw beside the formula that is read to the blind.
const isDrawn = (element) => element.getAttribute("aria-hidden") === "true" && element.parentElement.querySelector("math") !== null;

/** The words of a formula that cannot be read. */
function wordsOfMarkup(markup) {
  const { body } = parsePage(markup);
  for (const annotation of body.querySelectorAll("annotation, annotation-xml")) annotation.remove();
  return collapsed(body.textContent).trim();
}

export class PageReader {
  #read;
  formulas = []; // one for each OBJECT of the words
  unread = 0;

  constructor(read) {
    this.#read = read;
  }

  page(html) {
    return this.words(parsePage(html).body).replaceAll(MARK, "");
  }

  words(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.parentElement.closest("pre") ? node.data : collapsed(node.data);
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    if (isElement && (node.matches(UNSEEN) || isStyle(node) || isBullet(node) || isDrawn(node))) return "";
    const markup = isElement || node.nodeType === Node.COMMENT_NODE ? markupOf(node).replaceAll(MARK, "") : "";
    if (markup) return this.#formula(markup);
    if (node.localName === "br") return "\n";
    const inside = [...node.childNodes].map((child) => this.words(child)).join("");
    if (!isElement) return inside;
    // arXiv sets formulas apart with tables.
    if (node.matches(".ltx_eqn_cell")) return ` ${inside} `;
    if (node.matches(CELL)) return (node.previousElementSibling ? "\t" : "") + inside.replace(/\s*\n\s*/g, " ").trim();
    return node.matches(LINES) ? `\n${this.line(node, inside)}\n` : inside;
  }

  /** What stands for an element that has lines of its own. */
  line(_, inside) {
    return inside;
  }

  #formula(markup) {
    const formula = this.#read(markup);
    if (formula) {
      this.formulas.push(formula);
      return OBJECT;
    }
    this.unread += 1;
    return wordsOfMarkup(markup);
  }
}

/** Formulas in the places that hold one in `text`. `place` is where the text goes: within a formula, and before what. */
export function withFormulas(text, formulas, { isInFormula, behind }) {
  const words = isInFormula ? text : escaped(text);
  let count = 0;
  return words.replaceAll(OBJECT, (_, at) => {
    const formula = formulas[count++];
    if (isInFormula) return formula;
    // A dollar before a digit or a brace closes nothing.
    return /^[\d{]/.test(words.slice(at + 1, at + 2) || behind) ? `\\(${formula}\\)` : `$${formula}$`;
  });
}

function readPage(html, read, place) {
  if (html.length > MOST_MARKUP) return { text: "", unread: 1 };
  const reader = new PageReader(read);
  const words = reader.page(html).replace(/ *\n[ \n]*/g, "\n").replace(/ {2,}/g, " ");
  const text = words.replace(/^[ \n]+|[ \n]+$/g, "");
  return { text: reader.formulas.length > 0 ? withFormulas(text, reader.formulas, place) : "", unread: reader.unread };
}

/**
 * The text to paste, and of how many formulas only the words are in it. `read` gives the formula of a <math>, or nothing;
 * `place` says where it goes: {isInFormula, behind}, `behind` being the text from there on.
 */
export function readClipboard(clipboard, read, place) {
  const html = clipboard.getData("text/html");
  const plain = clipboard.getData("text/plain");
  let unread = 0;
  if (MAY_HOLD_FORMULAS.test(html)) {
    const page = readPage(html, read, place);
    if (page.text) return page;
    unread += page.unread;
  }
  const isMathml = IS_MATHML.test(plain);
  for (const markup of [...MATHML_TYPES.map((type) => clipboard.getData(type)), isMathml ? plain : ""]) {
    const formula = markup && read(markup);
    if (formula) return { text: withFormulas(OBJECT, [formula], place), unread: 0 };
    if (markup) unread += 1;
  }
  return { text: (isMathml && wordsOfMarkup(plain)) || plain, unread };
}
