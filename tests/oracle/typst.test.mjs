// An independent opinion: Typst sets the corpus with the same font, and its widths and heights are compared with ours at
// the font's own script scale. Needs the packages of `scripts/setup oracle`; without them the test is skipped.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { translated } from "./translate.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const command = process.env.SIXIANG_COMMAND ?? join(root, "build", "native", "sixiang");
const fonts = process.env.SIXIANG_FONTS ?? join(root, "build", "fonts");
const modules = join(root, "build", "deps", "node_modules");

const WIDTH_TOLERANCE = 0.04;
const HEIGHT_TOLERANCE = 0.06;
const MOST_EXCEPTIONS = 0.1;

function readCases(path) {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  return new Map(
    lines.filter((line) => line && !line.startsWith("#")).map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
}

// What there is to compare: each formula once, in LaTeX where it has that form. The formula face has no Chinese.
function comparable(translate) {
  const corpus = readCases("tests/cases/formulas.txt");
  const byHand = readCases("tests/oracle/typst.txt");
  const cases = [];
  for (const [name, source] of corpus) {
    if (name.endsWith(".latex") || /\p{Script=Han}/u.test(source)) continue;
    const latex = corpus.get(`${name}.latex`) ?? (source.includes("\\") ? source : undefined);
    const typst = byHand.get(name) ?? (latex && translate(latex));
    if (typst) cases.push({ name, source: latex ?? source, typst });
  }
  return cases;
}

const PREAMBLE = `
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Noto Sans Math", size: 10pt)
#show math.equation: set text(font: "Noto Sans Math")
// Distances that no font states are ours.
#set math.mat(column-gap: 0.9em, row-gap: 0.31em)
#set math.cases(gap: 0.31em)
`;

/** Width and height in em, or the compiler's complaint. */
function setWithTypst(compiler, typst) {
  const document = `${PREAMBLE}
#let formula = math.equation(block: true, $ ${typst} $.body)
#context { let size = measure(formula); [#metadata((size.width / 10pt, size.height / 10pt)) <size>] }`;
  const compiled = compiler.compile({ mainFileContent: document });
  if (!compiled.result) return { complaint: JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics())) };
  const [[width, height]] = compiler.query(compiled.result, { selector: "<size>", field: "value" });
  return { width, height };
}

async function setWithSixiang(source) {
  const options = ["--fonts", fonts, "formula", "--display", "--font-script-scale", "--", source];
  const { stdout } = await promisify(execFile)(command, options);
  const metrics = JSON.parse(stdout);
  return { width: metrics.width, height: metrics.height + metrics.depth };
}

function percent(ratio) {
  return `${((ratio - 1) * 100).toFixed(1)} %`;
}

const missing = !existsSync(join(modules, "@myriaddreamin/typst-ts-node-compiler"))
  ? "Typst is not installed (scripts/setup oracle)"
  : !existsSync(command)
    ? "the command line is not built (scripts/build)"
    : false;

test("widths and heights agree with Typst's", { skip: missing }, async () => {
  const require = createRequire(join(modules, "x.js"));
  const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
  const { tex2typst } = await import(join(modules, "tex2typst", "dist", "index.js"));
  const mathFace = readdirSync(fonts).find((file) => /^math-.*\.ttf$/.test(file));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(join(fonts, mathFace))] }] });
  const translate = (latex) => {
    try {
      return translated(latex, tex2typst);
    } catch {
      return undefined;
    }
  };

  const exceptions = readCases("tests/oracle/exceptions.txt");
  const outside = [];
  const untold = [];
  let compared = 0;
  for (const { name, source, typst } of comparable(translate)) {
    const theirs = setWithTypst(compiler, typst);
    if (theirs.complaint) continue; // not a formula for Typst: nothing to compare
    const ours = await setWithSixiang(source);
    ++compared;
    const width = ours.width / theirs.width;
    const height = ours.height / theirs.height;
    if (Math.abs(width - 1) <= WIDTH_TOLERANCE && Math.abs(height - 1) <= HEIGHT_TOLERANCE) continue;
    outside.push(name);
    if (!exceptions.has(name)) untold.push(`${name}: width ${percent(width)}, height ${percent(height)}   ${typst}`);
  }
  console.log(`${compared} formulas compared, ${outside.length} set otherwise`);
  assert.ok(compared >= 100, `only ${compared} formulas could be compared`);
  assert.deepEqual(untold, [], "formulas outside the tolerance that tests/oracle/exceptions.txt does not explain");
  const stale = [...exceptions.keys()].filter((name) => !outside.includes(name));
  assert.deepEqual(stale, [], "exceptions that are none any more");
  assert.ok(outside.length <= MOST_EXCEPTIONS * compared, `${outside.length} of ${compared} formulas are set otherwise`);
});
