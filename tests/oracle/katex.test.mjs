// An independent reading: KaTeX's tree of each LaTeX formula beside ours. Needs the packages of `scripts/setup oracle`;
// without them the test is skipped. SIXIANG_LATEX names a further file of formulas, one a line (what is before the last tab
// of a line is not read), for a corpus that is not ours to keep.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { agree } from "./form.mjs";
import { katexReader } from "./katex-form.mjs";
import { formOfDump } from "./sixiang-form.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const command = process.env.SIXIANG_COMMAND ?? join(root, "build", "native", "sixiang");
const modules = join(root, "build", "deps", "node_modules");
const MOST_EXCEPTIONS = 0.001;

const linesOf = (path) => readFileSync(path, "utf8").split("\n").filter((line) => line && !line.startsWith("# "));

/** The LaTeX of the corpus: its formulas with a command. */
function corpus() {
  const own = linesOf(join(root, "tests/cases/formulas.txt")).map((line) => line.slice(line.indexOf(": ") + 2));
  const other = process.env.SIXIANG_LATEX ? linesOf(process.env.SIXIANG_LATEX).map((line) => line.split("\t").at(-1)) : [];
  return [...own.filter((source) => /\\[a-zA-Z]/.test(source)), ...linesOf(join(root, "tests/oracle/latex.txt")), ...other];
}

const exceptions = new Map(
  linesOf(join(root, "tests/oracle/katex-exceptions.txt")).map((line) => {
    const [reason, source] = line.split("\t");
    return [source, reason];
  }),
);

const missing = !existsSync(join(modules, "katex"))
  ? "KaTeX is not installed (scripts/setup oracle)"
  : !existsSync(command)
    ? "the command line is not built (scripts/build)"
    : false;

test("formulas are read as KaTeX reads them", { skip: missing }, async () => {
  const katex = createRequire(join(modules, "x.js"))("katex");
  const theirs = katexReader(katex);
  const untold = [];
  let compared = 0;
  let different = 0;
  for (const source of corpus()) {
    let expected;
    try {
      expected = theirs(source);
    } catch {
      continue; // no formula for KaTeX: nothing to compare
    }
    const { stdout } = await promisify(execFile)(command, ["formula", "--tree", "--", source]);
    const actual = formOfDump(stdout);
    ++compared;
    if (agree(actual, expected)) continue;
    ++different;
    if (!exceptions.has(source)) untold.push(`${source}\n  KaTeX ${JSON.stringify(expected)}\n  ours  ${JSON.stringify(actual)}`);
  }
  console.log(`${compared} formulas compared, ${different} read otherwise`);
  assert.ok(compared >= 500, `only ${compared} formulas could be compared`);
  assert.equal(untold.length, 0, `formulas that tests/oracle/katex-exceptions.txt does not explain:\n${untold.join("\n")}`);
  assert.ok(different <= Math.max(MOST_EXCEPTIONS * compared, 1), `${different} of ${compared} formulas are read otherwise`);
});
