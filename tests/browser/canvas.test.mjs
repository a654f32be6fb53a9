// Work on the poster itself, by real presses, drags and keys.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor();

const texts = async (id) => editor.section(await editor.poster(), id).content.map(({ text }) => text);
const key = async (keys) => {
  await editor.page.keyboard.press(keys);
  await editor.frames();
};
const has = async (id) => (await editor.widgets()).some((widget) => widget.id === id);

async function drag(from, to, { look = async () => {} } = {}) {
  const { mouse } = editor.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 8, from.y + 6, { steps: 3 });
  await mouse.move(to.x, to.y, { steps: 6 });
  await editor.frames();
  await look();
  await mouse.up();
  await editor.frames();
}

test("a press selects and offers what can be done, a second one opens the text, typing shows on the poster", async () => {
  await editor.pressBlock("gan.content.3");
  assert.ok(await has("selection.delete"));
  assert.equal(await editor.page.evaluate(() => document.activeElement.tagName), "BODY");
  const before = await editor.pixels();
  await editor.pressBlock("gan.content.3", { clickCount: 2 });
  assert.equal(await editor.page.evaluate(() => document.activeElement.dataset.id), "gan.content.3.text");
  const field = await editor.page.evaluate(() => document.activeElement.getBoundingClientRect().x);
  const { x } = await editor.middleOf("gan.content.3");
  assert.ok(Math.abs(field - x) < 250, "beside the text, not at the window's edge");
  await editor.page.keyboard.type("新");
  await editor.frames();
  assert.match((await texts("gan"))[3], /新/);
  assert.notEqual(await editor.pixels(), before);
  await key("Escape");
  assert.equal(await editor.page.evaluate(() => document.activeElement.tagName), "BODY");
  await editor.page.mouse.click(600, 790);
  await editor.frames();
  assert.ok(!(await has("selection.delete")), "a press on the desk selects nothing");
});

test("a text is typed in the poster's own letters: pointer, input method, lines", async () => {
  const selection = () => editor.page.evaluate(() => [document.activeElement.selectionStart, document.activeElement.selectionEnd]);
  const tools = await editor.page.context().newCDPSession(editor.page);
  const { x, y } = await editor.middleOf("gan.content.5"); // 模式崩溃 Mode Collapse
  await editor.pressBlock("gan.content.5", { clickCount: 2 });
  assert.equal(await editor.page.evaluate(() => getComputedStyle(document.activeElement).opacity), "0");
  const [caret] = await selection();
  assert.ok(caret > 3 && caret < 15, `at the pointer, not at ${caret}`);
  await editor.page.mouse.move(x, y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(x - 400, y, { steps: 4 });
  await editor.page.mouse.up();
  assert.deepEqual(await selection(), [0, caret]);
  await key("ArrowRight");
  for (const text of ["s", "shao"]) await tools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await editor.frames();
  assert.match((await texts("gan"))[5], /shao/, "what is composed is seen on the poster");
  await tools.send("Input.insertText", { text: "少" });
  await key("Home");
  await editor.page.keyboard.type("甲");
  await key("Shift+End");
  const typed = (await texts("gan"))[5];
  assert.match(typed, /^甲模式.*少/);
  assert.deepEqual(await selection(), [1, typed.length]);
  await editor.page.keyboard.type("$");
  await editor.frames();
  assert.equal(await editor.page.evaluate(() => getComputedStyle(document.activeElement).opacity), "1", "a formula opens the bubble");
});

test("a label is dragged along its section and to another, a section to another's place", async () => {
  const before = await editor.poster();
  const [gan, ar] = [await texts("gan"), await texts("ar")];
  const last = await editor.middleOf("gan.content.6");
  await drag(await editor.middleOf("gan.content.3"), { x: last.x, y: last.y + 5 });
  assert.deepEqual(await texts("gan"), [...gan.slice(0, 3), ...gan.slice(4, 7), gan[3], ...gan.slice(7)]);
  const third = await editor.middleOf("ar.content.2");
  await drag(await editor.middleOf("gan.content.6"), { x: third.x, y: third.y - 4 });
  assert.deepEqual(await texts("ar"), [...ar.slice(0, 2), gan[3], ...ar.slice(2)]);
  const { x, y } = await editor.middleOf("vae.title");
  await drag(await editor.middleOf("gan.title"), { x: x + 60, y });
  assert.deepEqual((await editor.poster()).sections.slice(0, 2).map(({ id }) => id), ["vae", "gan"]);
  for (let i = 0; i < 3; i += 1) await key("Control+Z");
  assert.deepEqual(await editor.poster(), before);
});

test("keys walk, add, duplicate, move and delete; what went is said with undo", async () => {
  const gan = await texts("gan");
  await editor.pressBlock("gan.content.3");
  await key("ArrowDown");
  await key("Control+D");
  assert.deepEqual(await texts("gan"), [...gan.slice(0, 5), gan[4], ...gan.slice(5)]);
  await key("Alt+ArrowUp");
  await key("Delete");
  assert.deepEqual(await texts("gan"), gan);
  await editor.page.getByRole("button", { name: "撤销" }).first().waitFor();
  await editor.pressBlock("gan.content.3");
  await key("Control+Enter");
  await editor.page.keyboard.type("加一条");
  await key("Enter");
  await editor.page.keyboard.type("再加一条");
  await key("Enter");
  await key("Enter");
  assert.deepEqual((await texts("gan")).slice(3, 7), [gan[3], "加一条", "再加一条", gan[4]]);
});

test("what is copied on the poster is pasted as itself and as text", async () => {
  const [gan, ar] = [await texts("gan"), await texts("ar")];
  await editor.pressBlock("gan.content.3");
  await key("Control+C");
  await editor.pressBlock("ar.content.2");
  await key("Control+V");
  assert.deepEqual(await texts("ar"), [...ar.slice(0, 3), gan[3], ...ar.slice(3)]);
  await key("Control+X");
  assert.deepEqual(await texts("ar"), ar);
  await editor.fill("title.text", "");
  await key("Control+V");
  assert.equal((await editor.poster()).title.text, gan[3]);
});
