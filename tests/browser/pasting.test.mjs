// Formulas pasted by real keys, from every format in which they come: specs/pasting.md.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CLIPBOARDS, PIECES, replaceNextCopy } from "./clipboard.mjs";
import { editor, withEditor } from "./support.mjs";

withEditor();

const FIELD = "gan.content.2.text";

const labels = async () => editor.section(await editor.poster(), "gan").content.slice(1).map(({ text }) => text);
const label = async () => (await labels())[1];
const notices = () => editor.page.evaluate(() => document.querySelector("#notices").textContent);

async function copy(holds) {
  await editor.click(FIELD);
  await editor.page.keyboard.press("Control+A");
  await editor.page.evaluate(replaceNextCopy, holds);
  await editor.page.keyboard.press("Control+C");
}

async function paste() {
  await editor.page.keyboard.press("Control+V");
  await editor.frames(8);
}

for (const { name, holds, gives, says } of CLIPBOARDS) {
  test(`${name} is pasted with its formulas, and taken back at once`, async () => {
    const before = await labels();
    await copy(holds);
    await paste();
    assert.deepEqual(await labels(), [before[0], ...gives, ...before.slice(2)]);
    if (says) assert.match(await notices(), says);
    await editor.page.keyboard.press("Control+Z");
    await editor.frames();
    assert.deepEqual(await labels(), before);
  });
}

test("a formula goes to the caret; one step back leaves what was typed before it", async () => {
  await copy({ "text/html": `<p>为 ${PIECES.WORD_MATH}</p>`, "text/plain": "为 1/n" });
  await editor.page.keyboard.type("前2后");
  await editor.page.keyboard.press("ArrowLeft");
  await editor.page.keyboard.press("ArrowLeft");
  await paste();
  assert.equal(await label(), "前为 \\(\\frac{1}{n}\\)2后");
  await editor.page.keyboard.type("的");
  assert.equal(await label(), "前为 \\(\\frac{1}{n}\\)的2后");
  await editor.page.keyboard.press("Control+Z");
  await editor.page.keyboard.press("Control+Z");
  await editor.frames();
  assert.equal(await label(), "前2后");
});

test("within dollars a formula is pasted without its own", async () => {
  await copy({ "application/mathml+xml": "<math><mi>x</mi><mo>+</mo><mi>y</mi></math>", "text/plain": "" });
  await editor.page.keyboard.type("值 $a=$");
  await editor.page.keyboard.press("ArrowLeft");
  await paste();
  assert.equal(await label(), "值 $a=x + y$");
});

test("a field that is no text takes the plain text", async () => {
  await copy({ "text/html": `<p>${PIECES.WORD_MATH}</p>`, "text/plain": "#FF0000" });
  await editor.click("gan.colors.fill.hex");
  await editor.page.keyboard.press("Control+A");
  await paste();
  assert.equal(editor.section(await editor.poster(), "gan").colors.fill, "#FF0000");
});

test("more than a label may hold is refused, stays, and says so", async () => {
  await copy({ "text/html": `<p>${`长${PIECES.WORD_MATH}`.repeat(8000)}</p>`, "text/plain": "长" });
  const before = await label();
  await paste();
  assert.equal(await label(), before);
  const { value, problem } = await editor.widget(FIELD);
  assert.equal(value, "长$\\frac{1}{n}$".repeat(8000));
  assert.match(problem, /未生效/);
});

test("formulas that a page shows are copied and pasted", async () => {
  await editor.page.evaluate((katex) => {
    const shown = document.createElement("div");
    shown.id = "shown";
    shown.contentEditable = "true";
    shown.style.cssText = "position: fixed; inset: 0 auto auto 0; z-index: 9; background: white";
    shown.innerHTML = `比 <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> 大，${katex}`;
    document.body.append(shown);
    shown.focus();
    getSelection().selectAllChildren(shown);
  }, PIECES.KATEX_LOSS.replace(/ style="[^"]*"/g, ""));
  await editor.page.keyboard.press("Control+C");
  await editor.page.evaluate(() => document.querySelector("#shown").remove());
  await editor.click(FIELD);
  await editor.page.keyboard.press("Control+A");
  await paste();
  assert.equal(await label(), "比 $\\frac{a}{b}$ 大，$L_{t} = \\frac{1}{n}$");
});
