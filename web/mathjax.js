// What MathJax 3 draws, as MathML, whose elements it follows one by one. Browsers copy it without the MathML that stands beside it,
// which no mouse can select.

const TOKENS = new Set(["mi", "mn", "mo", "mtext", "ms"]);
const ROWS = new Set(["math", "mrow", "texatom", "mstyle", "mpadded", "merror", "mphantom", "mtable", "mtr", "mtd", "menclose"]);
// Of the letters, those that stand in fonts of their own at the code of the plain one.
const FONTS = { "TEX-C": "script", "TEX-CB": "bold-script" };

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const nameOf = (element) => element.localName.replace(/^mjx-/, "");

// What holds elements of the formula again, beside others that do.
const PARTS = new Set(["base", "under", "over", "num", "den", "root"]);

/** The part of that name that belongs to the element itself. */
function part(element, name) {
  for (const child of element.children) {
    const found = nameOf(child) === name ? child : PARTS.has(nameOf(child)) ? null : part(child, name);
    if (found) return found;
  }
  return null;
}

const codeOf = (element) => /(?:^|\s)mjx-c([0-9A-F]{2,5})(?:\s|$)/.exec(element.className)?.[1];

const characterOf = (piece) => (codeOf(piece) ? String.fromCodePoint(parseInt(codeOf(piece), 16)) : piece.textContent);

// What grows is put together from pieces; the whole says what it is. A line over something is a dash to MathJax.
function characters(token) {
  const tall = part(token, "stretchy-v");
  const wide = part(token, "stretchy-h");
  if (tall || wide) return characterOf(tall ?? wide).replace("\u2013", "\u00AF");
  return [...token.querySelectorAll("mjx-c, mjx-utext")].map(characterOf).join("");
}

function token(element, name) {
  const text = characters(element);
  const font = Object.keys(FONTS).find((each) => element.querySelector(`.${each}`));
  const isUpright = name === "mi" && /(^| )mjx-n( |$)/.test(element.className) && text.length === 1;
  const variant = font ? FONTS[font] : isUpright ? "normal" : "";
  return `<${name}${variant ? ` mathvariant="${variant}"` : ""}>${escaped(text)}</${name}>`;
}

const row = (element) => `<mrow>${inside(element)}</mrow>`;
const inside = (element) => (element ? [...element.children].map(mathmlOf).join("") : "");
const wrapped = (name, parts) => `<${name}>${parts.join("")}</${name}>`;

// The attribute may have another name by now: pasted.js.
const widthOf = ({ attributes }) => /width:\s*([\d.]+em)/.exec([...attributes].find(({ name }) => name.startsWith("style"))?.value)?.[1] ?? "0";

function scripts(element, name) {
  const [base, script] = element.children;
  if (!script) return inside(element);
  const written = [...script.children].filter((child) => nameOf(child) !== "spacer").map((child) => mathmlOf(child));
  if (written.length === 2) return wrapped("msubsup", [mathmlOf(base), written[1], written[0]]);
  const isBelow = name === "msub" || name === "munder";
  return wrapped(isBelow ? "msub" : "msup", [mathmlOf(base), written[0] ?? "<mrow/>"]);
}

function limits(element, name) {
  if (element.querySelector(":scope > mjx-script")) return scripts(element, name);
  const [base, under, over] = ["base", "under", "over"].map((each) => row(part(element, each)));
  if (name === "munder") return wrapped(name, [base, under]);
  return wrapped(name, name === "mover" ? [base, over] : [base, under, over]);
}

const STRUCTURES = {
  msub: scripts,
  msup: scripts,
  msubsup: scripts,
  munder: limits,
  mover: limits,
  munderover: limits,
  mfrac: (element) => {
    const bar = part(element, "line") ? "" : ` linethickness="0"`;
    return `<mfrac${bar}>${row(part(element, "num"))}${row(part(element, "den"))}</mfrac>`;
  },
  msqrt: (element) => wrapped("msqrt", [row(part(element, "box"))]),
  mroot: (element) => wrapped("mroot", [row(part(element, "box")), row(part(element, "root"))]),
  mspace: (element) => `<mspace width="${widthOf(element)}"/>`,
};

function mathmlOf(element) {
  const name = nameOf(element);
  if (TOKENS.has(name)) return token(element, name);
  if (STRUCTURES[name]) return STRUCTURES[name](element, name);
  if (!ROWS.has(name)) return inside(element);
  return name === "texatom" ? row(element) : wrapped(name, [inside(element)]);
}

/** The MathML of what MathJax draws with elements of its own; of what it draws as a picture, an empty one. */
export function mathmlOfMathjax(container) {
  const math = container.querySelector("mjx-math");
  return math ? mathmlOf(math) : "<math></math>";
}
