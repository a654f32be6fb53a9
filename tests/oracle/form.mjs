// One form for what two programs read in a formula: a list of characters, and of lists for what has parts, such as
// ["fraction", over, under] and ["scripts", base, sub, sup], where `base` is the one thing that carries them. Left out is
// what concerns only how it is set: spaces, sizes, styles, alphabets, colours, where limits stand, how tall brackets are.

// One sign with two code points, or two signs of which a house chooses one.
const SAME = new Map(
  Object.entries({
    ϵ: "ε", ϕ: "φ", ϑ: "θ", "⩽": "≤", "⩾": "≥", "−": "-", "∗": "*", "∣": "|", "′": "'", "’": "'", "∼": "~", "˜": "~", "·": "⋅", "∙": "⋅",
    "•": "⋅", "∖": "\\", "〈": "⟨", "〉": "⟩", "⟺": "⇔", "⟹": "⇒", "⟸": "⇐", "⟶": "→", "⟵": "←", "⟼": "↦", ˆ: "^", "⊤": "T",
    "‾": "¯", "△": "∆", Δ: "∆", "∕": "/", "∶": ":", ı: "i", ȷ: "j", "⨿": "∐", "◯": "○", "⋯": "...", "…": "...",
  }),
);
const INVISIBLE = /[\s\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F]/u;
const LONG = [["‖", "||"], ["∥", "||"], ["≔", ":="], ["⟂", "⊥"]];

/** The characters of a text, each alphabet's as the plain one; ≠ and its kin are = and a stroke. */
export function characters(text) {
  const spelled = LONG.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  return [...spelled.normalize("NFKC").normalize("NFD")].flatMap((c) => [...(SAME.get(c) ?? c)]).filter((c) => !INVISIBLE.test(c));
}

/** Scripts stand on the last thing of their base, whatever else is read as one with it. */
export function scripted(base, sub, sup) {
  return [...base.slice(0, -1), ["scripts", base.at(-1) ?? "", sub, sup]];
}

/** Empty cells at the end of a row and empty rows at the end of a table say nothing. */
export function table(rows) {
  const ended = (list, isEmpty) => {
    while (list.length > 0 && isEmpty(list.at(-1))) list = list.slice(0, -1);
    return list;
  };
  const empty = (list) => list.length === 0;
  return [["table", ...ended([...rows].map((row) => ended([...(row ?? [])].map((cell) => cell ?? []), empty)), empty)]];
}

/** ⏟ and its kin are one thing, an arrow over something another. */
export const ACCENTS = {
  "\u0302": "^", "\u0303": "~", "\u0304": "¯", "\u0305": "¯", "\u20D7": "→", "\u0307": "˙", "\u0308": "¨", "\u030C": "ˇ", "\u0306": "˘",
  "\u0301": "´", "\u0300": "`", "\u030A": "˚", "\u20D6": "←", "\u20E1": "↔", "\u20DB": "...", "\u20DC": "....",
};

/** Whether both say the same. A slash stacks its operands here and drops the brackets around them: n/d is ["fraction", n, d]. */
export function agree(ours, theirs) {
  if (typeof ours === "string" || typeof theirs === "string") return ours === theirs;
  for (let i = 0; i < Math.max(ours.length, theirs.length); ++i) {
    const [mine, other] = [ours[i], theirs[i]];
    if (mine === undefined) return false;
    if (mine?.[0] === "fraction" && other?.[0] !== "fraction") {
      const [rest, tail] = [ours.slice(i + 1), theirs.slice(i)];
      const typed = (operand) => [operand, ["(", ...operand, ")"]];
      return typed(mine[1]).some((n) => typed(mine[2]).some((d) => agree([...n, "/", ...d, ...rest], tail)));
    }
    if (other === undefined || !agree(mine, other)) return false;
  }
  return true;
}
