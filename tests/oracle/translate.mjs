// LaTeX → Typst, for what tex2typst leaves out or says otherwise:
// - brackets and bars that are typed grow around anything in Typst; here, as in LaTeX, only around what is tall;
// - bars in pairs are brackets, not relations;
// - a superscript on a typed bracket stands as on a letter (TeXbook rule 18a): the bracket is text;
// - script capitals are drawn with the bold ones.

// Stand-ins that tex2typst lets through, and what becomes of them.
const STAND_INS = new Map([
  ["\uE000", "\\("],
  ["\uE001", "\\)"],
  ["\uE002", "\\["],
  ["\uE003", "\\]"],
  ["\uE004", '")"'],
  ["\uE005", '"]"'],
  ["\uE010", 'class("opening", bar.v)'],
  ["\uE011", 'class("closing", bar.v)'],
  ["\uE012", '"|"'],
  ["\uE013", "class(\"relation\", bar.v)"],
  ["\uE014", 'class("opening", bar.v.double)'],
  ["\uE015", 'class("closing", bar.v.double)'],
  ["\uE016", '"‖"'],
  ["\uE017", "class(\"relation\", bar.v.double)"],
]);
const TALL = /^\\(d?frac|sum|prod|int|oint|iint|sqrt|begin|binom|left)$/;
const TAKES_LIMITS = /^\\(min|max|sup|inf|lim|operatorname\*)$/;

const NO_ANGLE = String.raw`((?:[^|\\]|\\(?!langle|rangle))*)`;

// ⟨φ|ψ⟩, |ψ⟩, ⟨φ|: which side of what the bar is.
function withKets(latex) {
  const bars = (source, replacement) => (text) => text.replace(new RegExp(source, "g"), replacement);
  return [
    bars(String.raw`\\langle${NO_ANGLE}\|${NO_ANGLE}\|${NO_ANGLE}\\rangle`, "\\langle$1\uE012$2\uE012$3\\rangle"),
    bars(String.raw`\\langle${NO_ANGLE}\|${NO_ANGLE}\\rangle`, "\\langle$1\uE012$2\\rangle"),
    bars(String.raw`\|${NO_ANGLE}\\rangle`, "\uE010$1\\rangle"),
    bars(String.raw`\\langle${NO_ANGLE}\|`, "\\langle$1\uE011"),
  ].reduce((text, step) => step(text), latex);
}

function tokens(latex) {
  return latex.match(/\\(operatorname\*|[A-Za-z]+|.)|\s+|./gsu) ?? [];
}

// The index of the partner of each bracket, bar and brace that has one.
function pairs(list, owned) {
  const partner = new Map();
  const levels = [{ open: -1, bars: { "|": [], "\\|": [] } }];
  const finish = ({ bars }) => {
    for (const found of Object.values(bars)) {
      for (let i = 0; i + 1 < found.length; i += 2) {
        if (found.length % 2 === 1) continue;
        partner.set(found[i], found[i + 1]);
        partner.set(found[i + 1], found[i]);
      }
    }
  };
  list.forEach((token, i) => {
    if (owned.has(i)) return;
    if ("([{".includes(token) || /^\\(langle|\{|left)$/.test(token)) levels.push({ open: i, bars: { "|": [], "\\|": [] } });
    else if ((")]}".includes(token) || /^\\(rangle|\}|right)$/.test(token)) && levels.length > 1) {
      const level = levels.pop();
      finish(level);
      partner.set(level.open, i);
      partner.set(i, level.open);
    } else if (token === "|" || token === "\\|") levels.at(-1).bars[token].push(i);
  });
  levels.forEach(finish);
  return partner;
}

/** The formula in Typst's language. Throws where it cannot be translated. */
export function translated(latex, tex2typst) {
  const normal = latex
    .replace(/\\[lr]Vert(?![A-Za-z])/g, "\\|")
    .replace(/\\[lr]vert(?![A-Za-z])/g, "|")
    .replace(/\\argm(ax|in)(?![A-Za-z])/g, "\\operatorname*{argm$1}")
    .replace(/\{arg\\,m(ax|in)\}/g, "{argm$1}")
    .replace(/\\limits(?![A-Za-z])/g, "")
    .replace(/\\pmod *(?:\{([^{}]*)\}|(.))/g, "\\quad (\\bmod\\,$1$2)")
    .replace(/\\coloneqq(?![A-Za-z])/g, ":=");
  const list = tokens(withKets(normal));
  // Delimiters of \left and its kin, and optional arguments.
  const owned = new Set();
  list.forEach((token, i) => {
    if (/^\\(left|right|middle|[bB]igg?[lrm]?)$/.test(token)) owned.add(i + 1);
    if (token === "\\sqrt" && list[i + 1] === "[") {
      owned.add(i + 1);
      owned.add(list.indexOf("]", i));
    }
  });
  const partner = pairs(list, owned);
  const isTall = (i) => {
    const [from, to] = [i, partner.get(i)].sort((a, b) => a - b);
    let depth = 0;
    for (let at = from + 1; at < to; ++at) {
      if (list[at] === "{" && "_^".includes(list[at - 1])) ++depth;
      else if (depth > 0) depth += list[at] === "{" ? 1 : list[at] === "}" ? -1 : 0;
      else if (TALL.test(list[at]) || (TAKES_LIMITS.test(list[at]) && list[at + 1] === "_")) return true;
    }
    return false;
  };
  const standIn = (token, i) => {
    if (owned.has(i) || !"()[]|\\|".includes(token) || token === "\\") return token;
    const raised = list[i + 1] === "^" || (list[i + 1] === "_" && /^_(\{(?:[^{}]|\{[^{}]*\})*\}|.)\^/su.test(list.slice(i + 1).join("")));
    const closes = partner.has(i) && partner.get(i) < i;
    if (token === "|" || token === "\\|") {
      const base = token === "|" ? 0xe010 : 0xe014;
      return String.fromCharCode(base + (!partner.has(i) ? 3 : !closes ? 0 : raised ? 2 : 1));
    }
    if (!partner.has(i) || isTall(i)) return token;
    if (raised) return token === ")" ? "\uE004" : token === "]" ? "\uE005" : token;
    return String.fromCharCode(0xe000 + "()[]".indexOf(token));
  };
  let typst = tex2typst(list.map(standIn).join(""));
  if (normal.includes("\\tfrac")) typst = typst.replace(/\bfrac\(([^(),]+), ([^(),]+)\)/g, "inline(frac($1, $2))");
  typst = typst.replace(/\bcal\(([A-Z])\)/g, "bold(cal($1))").replace(/op\("argm(ax|in)"/g, 'op("arg m$1"');
  return typst.replace(/[\uE000-\uE017]/g, (stand) => STAND_INS.get(stand));
}
