// What KaTeX reads (its own tree, `__parse`) in the form of form.mjs.

import { ACCENTS, characters, scripted, table } from "./form.mjs";

const MARK_OF = {
  hat: "\u0302", widehat: "\u0302", tilde: "\u0303", widetilde: "\u0303", utilde: "\u0303", bar: "\u0304", vec: "\u20D7", dot: "\u0307",
  ddot: "\u0308", dddot: "\u20DB", ddddot: "\u20DC", check: "\u030C", widecheck: "\u030C", breve: "\u0306", acute: "\u0301", grave: "\u0300",
  mathring: "\u030A", overrightarrow: "\u20D7", underrightarrow: "\u20D7", overleftarrow: "\u20D6", underleftarrow: "\u20D6",
  overleftrightarrow: "\u20E1", underleftrightarrow: "\u20E1",
};
const TRANSPARENT = new Set([
  "ordgroup", "color", "styling", "sizing", "mclass", "text", "html", "href", "lap", "smash", "vcenter", "raisebox", "pmb", "font", "operatorname",
]);
const SILENT = new Set(["spacing", "kern", "rule", "internal", "infix"]);

const STROKE = "a stroke through what follows";

function accent(label, base) {
  const name = label.replace(/^\\/, "");
  // ①
  const number = name === "textcircled" ? Number(base.join("")) : 0;
  if (number >= 1 && number <= 20) return characters(String.fromCodePoint(0x245f + number));
  return [["accent", ACCENTS[MARK_OF[name]] ?? name, base]];
}

/** A function from LaTeX to its form; it throws what KaTeX throws. */
export function katexReader(katex) {
  const options = { strict: false, throwOnError: true, displayMode: true, trust: true };
  const glyphs = new Map();
  const glyph = (name, mode) => {
    if (name === "\u0338") return [STROKE];
    if (!name.startsWith("\\")) return characters(name);
    const source = mode === "text" ? `\\text{${name}}` : name;
    if (!glyphs.has(source)) {
      const markup = katex.renderToString(source, { ...options, output: "mathml" });
      const text = markup.replace(/<annotation[\s\S]*<\/annotation>|<[^>]*>/g, "");
      glyphs.set(source, characters(text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")));
    }
    return glyphs.get(source);
  };
  const delimiter = (name) => (!name || name === "." ? [] : glyph(name, "math"));

  // \not= is a stroke and then what it strikes.
  const struck = (list) =>
    list.flatMap((each, i) => (each === STROKE && i + 1 < list.length ? [] : list[i - 1] === STROKE ? [each, "\u0338"] : [each]));
  const row = (nodes) => {
    if (!nodes.some((node) => node.type === "cr")) return struck(nodes.flatMap(read));
    const lines = [[]];
    for (const node of nodes) node.type === "cr" ? lines.push([]) : lines.at(-1).push(node);
    return table(lines.map((line) => [row(line)]));
  };
  const inside = (node) => (!node ? [] : Array.isArray(node) ? row(node) : read(node));

  function read(node) {
    if (SILENT.has(node.type)) return [];
    if (TRANSPARENT.has(node.type)) return inside(node.body);
    switch (node.type) {
      case "mathord":
      case "textord":
      case "atom":
      case "accent-token":
      case "op-token":
        return glyph(node.text, node.mode);
      case "htmlmathml":
        return inside(node.mathml);
      case "op":
        if (node.body) return inside(node.body);
        return node.symbol ? glyph(node.name, "math") : characters(node.name.replace(/^\\/, ""));
      case "supsub":
        return scripted(inside(node.base), inside(node.sub), inside(node.sup));
      case "genfrac":
        return [
          ...delimiter(node.leftDelim),
          [node.hasBarLine ? "fraction" : "stack", inside(node.numer), inside(node.denom)],
          ...delimiter(node.rightDelim),
        ];
      case "sqrt":
        return [["radical", inside(node.index), inside(node.body)]];
      case "accent":
      case "accentUnder":
        return accent(node.label, inside(node.base));
      case "overline":
      case "underline":
        return [[node.type, inside(node.body)]];
      case "horizBrace":
        return [[node.isOver ? "over" : "under", inside(node.base)]];
      case "leftright":
        return [...delimiter(node.left), ...inside(node.body), ...delimiter(node.right)];
      case "middle":
      case "delimsizing":
        return delimiter(node.delim);
      case "xArrow":
        return [["arrow", inside(node.body), inside(node.below)]];
      case "array":
        return table(node.body.map((cells) => cells.map(inside)));
      case "phantom":
      case "hphantom":
      case "vphantom":
        return [["phantom", inside(node.body)]];
      case "enclose":
        return /color/.test(node.label) ? inside(node.body) : [["enclosure", inside(node.body)]];
      case "verb":
        return characters(node.body);
      case "mathchoice":
        return inside(node.display);
      case "tag":
        return inside(node.body);
      default:
        return [`a ${node.type}`];
    }
  }
  return (latex) => row(katex.__parse(latex, options));
}
