// The list of commands and that of keys, by keys alone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor();

const press = async (key) => {
  await editor.page.keyboard.press(key);
  await editor.frames();
};

const type = async (text) => {
  await editor.page.keyboard.type(text);
  await editor.frames();
};

const has = async (id) => (await editor.widgets()).some((widget) => widget.id === id);
const chosen = async () => (await editor.widgets()).find(({ id, chosen }) => id.startsWith("commands.row.") && chosen)?.id;

test("Ctrl+K, two letters and Enter do what is looked for", async () => {
  await press("Control+k");
  assert.equal(await editor.page.evaluate(() => document.activeElement.dataset.id), "commands.query");
  await type("xz");
  assert.equal(await chosen(), "commands.row.download");
  const download = editor.page.waitForEvent("download");
  await press("Enter");
  assert.match((await download).suggestedFilename(), /\.png$/);
  assert.ok(!(await has("commands.query")));
  assert.equal(await editor.page.evaluate(() => document.activeElement === document.body), true);
});

test("arrows choose, Escape closes and changes nothing", async () => {
  const before = await editor.poster();
  await press("Control+k");
  const first = await chosen();
  await press("ArrowDown");
  assert.notEqual(await chosen(), first);
  await press("ArrowUp");
  assert.equal(await chosen(), first);
  await press("Escape");
  assert.ok(!(await has("commands.query")));
  assert.deepEqual(await editor.poster(), before);
});

test("from a text that is edited, and to another text of the poster", async () => {
  await editor.click("title.text");
  await press("Control+k");
  await type("wgan");
  assert.equal(await chosen(), "commands.row.go.gan.content.4.text");
  await press("Enter");
  await press("F2");
  assert.equal(await editor.page.evaluate(() => document.activeElement.dataset.id), "gan.content.4.text");
  assert.equal((await editor.poster()).title.text, "生成模型全家桶");
});

test("? lists the keys outside a text, and is typed within one", async () => {
  await press("Shift+?");
  assert.ok(await has("keys.close"));
  await press("Escape");
  assert.ok(!(await has("keys.close")));
  await editor.click("title.text");
  await press("Shift+?");
  assert.ok(!(await has("keys.close")));
  assert.match((await editor.poster()).title.text, /\?$/);
});
