// The window is light or dark as the system is, or as it was chosen; the poster stays what it is.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor({ colorScheme: "dark" });

const theme = () => editor.page.evaluate(() => document.documentElement.dataset.theme);

// Red, green and blue of the drawn window at a place that nothing stands on: the bar's middle.
const barColor = async () => {
  await editor.frames();
  const shot = await editor.page.screenshot({ clip: { x: 500, y: 8, width: 1, height: 1 } });
  return editor.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, shot.toString("base64"));
};
const isDark = (color) => color.every((part) => part < 80);

async function choose(words) {
  await editor.page.keyboard.press("Control+k");
  await editor.frames();
  await editor.page.keyboard.type(words);
  await editor.frames();
  await editor.page.keyboard.press("Enter");
  await editor.frames();
}

test("a dark system has a dark window, one that is chosen outlives the visit, and the system counts again when asked", async () => {
  const before = await editor.poster();
  assert.equal(await theme(), "dark");
  assert.ok(isDark(await barColor()), String(await barColor()));
  await choose("夜间");
  assert.equal(await theme(), "light");
  assert.ok(!isDark(await barColor()), String(await barColor()));
  await editor.page.reload();
  await editor.page.evaluate(() => window.sixiang.ready.then(() => true));
  assert.equal(await theme(), "light");
  assert.ok(!isDark(await barColor()));
  await choose("外观跟随系统");
  assert.equal(await theme(), "dark");
  await editor.page.emulateMedia({ colorScheme: "light" });
  await editor.frames();
  assert.equal(await theme(), "light");
  assert.ok(!isDark(await barColor()));
  assert.deepEqual(await editor.poster(), before);
});
