// What `sixiang formula --tree` prints, lines of two spaces a level, in the form of form.mjs.

import { ACCENTS, characters, scripted, table } from "./form.mjs";

const BRACES = "⏞⏟⎴⎵⏜⏝⏠⏡";

function treeOf(dump) {
  const root = { label: "", parts: [] };
  const open = [root];
  for (const line of dump.split("\n").filter(Boolean)) {
    const depth = (line.length - line.trimStart().length) / 2;
    const node = { label: line.trim(), parts: [] };
    open.length = depth + 1;
    open[depth].parts.push(node);
    open.push(node);
  }
  return root;
}

/** The form of one dump. */
export function formOfDump(dump) {
  const row = (nodes) => nodes.flatMap(read);
  const part = (node, label) => row(node.parts.find((each) => each.label === label)?.parts ?? []);

  const cells = (node) => {
    const rows = [];
    for (const cell of node.parts) {
      const place = /^cell (\d+),(\d+)$/.exec(cell.label);
      if (place) (rows[place[1] - 1] ??= [])[place[2] - 1] = row(cell.parts);
    }
    return table(rows);
  };

  function read(node) {
    const [kind, first, second] = node.label.split(" ");
    const rest = node.label.slice(kind.length + 1);
    const delimiter = (name) => (name === "." ? [] : characters(name));
    switch (kind) {
      case "symbol":
      case "middle":
      case "big":
        return characters(first);
      case "name":
      case "function":
      case "number":
        return characters(rest);
      case "text":
      case "unread":
        return characters(rest.slice(1, -1));
      case "group":
      case "style":
        return row(node.parts);
      case "scripts":
        return scripted(part(node, "base"), part(node, "sub"), part(node, "sup"));
      case "stack":
        if (!node.parts.some((each) => each.label === "over")) return cells(node);
        return [["stack", part(node, "over"), part(node, "under")]];
      case "fraction":
        return [["fraction", part(node, "over"), part(node, "under")]];
      case "radical":
        return [["radical", part(node, "degree"), row(node.parts.filter((each) => each.label !== "degree"))]];
      case "accent": {
        const mark = first.slice(1);
        return mark === "\u0338" ? [...row(node.parts), mark] : [["accent", ACCENTS[mark] ?? mark, row(node.parts)]];
      }
      case "overline":
      case "underline":
        return [[kind, row(node.parts)]];
      case "over":
      case "under":
        return [BRACES.includes(first) ? [kind, row(node.parts)] : ["accent", first, row(node.parts)]];
      case "arrow":
        return [["arrow", part(node, "over"), part(node, "under")]];
      case "fence":
        return [...delimiter(first), ...row(node.parts), ...delimiter(second)];
      case "box":
      case "strike":
        return [["enclosure", row(node.parts)]];
      case "phantom":
        return [["phantom", row(node.parts)]];
      case "matrix":
      case "cases":
      case "aligned":
      case "gathered":
        return cells(node);
      default:
        return [`a ${node.label}`];
    }
  }
  return row(treeOf(dump).parts);
}
