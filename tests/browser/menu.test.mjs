// The menu of what is selected, by a real second button, and the hints below the poster.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor();

const has = async (id) => (await editor.widgets()).some((widget) => widget.id === id);

test("the second button opens a menu at the pointer; what is chosen is done, Escape and a press elsewhere close it", async () => {
  const before = editor.section(await editor.poster(), "vae").content.length;
  const at = await editor.middleOf("vae.content.2");
  await editor.page.mouse.click(at.x, at.y, { button: "right" });
  await editor.frames();
  assert.ok(await has("commands.row.duplicate"));
  await editor.click("commands.row.duplicate");
  assert.equal(editor.section(await editor.poster(), "vae").content.length, before + 1);
  assert.ok(!(await has("commands.row.duplicate")));
  await editor.page.mouse.click(at.x, at.y, { button: "right" });
  await editor.frames();
  assert.ok(await has("commands.row.delete"));
  await editor.page.keyboard.press("Escape");
  await editor.frames();
  assert.ok(!(await has("commands.row.delete")));
  await editor.page.keyboard.press("Shift+F10");
  await editor.frames();
  assert.ok(await has("commands.row.delete"));
  await editor.page.mouse.click(640, 20);
  await editor.frames();
  assert.ok(!(await has("commands.row.delete")));
});
