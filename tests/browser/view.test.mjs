// The poster is zoomed and moved on the desk, by a real wheel, keys, mouse and fingers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Editor, browser, editor, server, withEditor } from "./support.mjs";

withEditor();

const { abs } = Math;
const view = () => editor.stats();
const key = async (keys) => {
  await editor.page.keyboard.press(keys);
  await editor.frames();
};
const sharp = () => editor.frames(12); // a moment after the last step of a gesture

/** The poster's canvas: how large its picture is, and where it is shown. */
const canvas = () =>
  editor.page.evaluate(() => {
    const poster = document.getElementById("poster");
    const { x, y, width, height } = poster.getBoundingClientRect();
    return { pixels: [poster.width, poster.height], x, y, width, height };
  });

// What of the poster lies at a place of the window: poster points.
async function below({ x, y }) {
  const { poster, zoom } = await view();
  return { x: (x - poster[0]) / zoom, y: (y - poster[1]) / zoom };
}

async function zoomIn(at, steps) {
  await editor.page.mouse.move(at.x, at.y);
  await editor.page.keyboard.down("Control");
  for (let i = 0; i < steps; i += 1) await editor.page.mouse.wheel(0, -100);
  await editor.page.keyboard.up("Control");
  await sharp();
}

test("the wheel with Ctrl zooms at the pointer, and a moment later the picture is sharp and no larger than what is seen", async () => {
  const at = { x: 500, y: 300 };
  const before = await below(at);
  const fitted = await canvas();
  await zoomIn(at, 15);
  const after = await below(at);
  assert.ok(abs(after.x - before.x) < 1 && abs(after.y - before.y) < 1, JSON.stringify([before, after]));
  assert.equal((await view()).zoom, 8);
  const large = await canvas();
  assert.equal(large.width, large.pixels[0]);
  assert.ok(large.pixels[0] < 2 * fitted.pixels[0] && large.pixels[1] < 2 * fitted.pixels[1]);
  assert.ok(large.x <= 252 && large.y <= 56 && large.x + large.width >= 956 && large.y + large.height >= 800);
  assert.equal(await editor.page.evaluate(() => window.visualViewport.scale), 1);
});

test("keys zoom and fit, also while one types; the control below the poster says how large it is", async () => {
  await key("Control+0");
  assert.equal((await view()).zoom, 1);
  assert.equal((await editor.widget("zoom.full")).value, "100%");
  await key("Control++");
  assert.equal((await view()).zoom, 1.5);
  await editor.click("title.text");
  await key("Control+-");
  assert.equal((await view()).zoom, 1);
  await editor.page.keyboard.type("x");
  await key("Escape");
  await editor.click("zoom.in");
  await editor.click("zoom.in");
  assert.equal((await editor.widget("zoom.full")).value, "200%");
  await key("Control+1");
  const { poster } = await view();
  await editor.page.setViewportSize({ width: 1100, height: 700 });
  await editor.frames();
  assert.ok((await view()).poster[2] < poster[2], "it fits the smaller window too");
});

test("the wheel moves what is larger than the desk; space or the middle button moves it anywhere, and presses nothing", async () => {
  const { mouse, keyboard } = editor.page;
  const { poster: fitted } = await view();
  await mouse.move(500, 300);
  await mouse.wheel(0, 60);
  await editor.frames();
  assert.deepEqual((await view()).poster, fitted);
  await key("Control+0");
  await key("Control++");
  const { poster: from } = await view();
  await mouse.wheel(0, 60);
  await editor.frames();
  assert.equal((await view()).poster[1], from[1] - 60);
  await keyboard.down("Shift");
  await mouse.wheel(0, 40);
  await keyboard.up("Shift");
  await editor.frames();
  assert.equal((await view()).poster[0], from[0] - 40);
  const shape = () => editor.page.evaluate(() => document.getElementById("canvas").style.cursor);
  await keyboard.down("Space");
  await editor.frames();
  assert.equal(await shape(), "grab");
  await mouse.down();
  await mouse.move(530, 350, { steps: 4 });
  await editor.frames();
  assert.equal(await shape(), "grabbing");
  await mouse.up();
  await keyboard.up("Space");
  await editor.frames();
  assert.deepEqual((await view()).poster.slice(0, 2), [from[0] - 10, from[1] - 10]);
  await mouse.down({ button: "middle" });
  await mouse.move(520, 330, { steps: 4 });
  await mouse.up({ button: "middle" });
  await editor.frames();
  assert.deepEqual((await view()).poster.slice(0, 2), [from[0] - 20, from[1] - 30]);
  assert.ok(!(await editor.widgets()).some(({ id }) => id === "selection.delete"));
  await mouse.move(500, 300);
  await editor.frames();
  assert.deepEqual((await view()).poster.slice(0, 2), [from[0] - 20, from[1] - 30], "once let go, it stays");
});

test("what is pressed, dragged and typed is where the zoomed poster is", async () => {
  await zoomIn(await editor.middleOf("gan.content.3"), 3);
  await editor.pressBlock("gan.content.3");
  assert.ok((await editor.widgets()).some(({ id }) => id === "selection.delete"));
  await editor.pressBlock("gan.content.3", { clickCount: 2 });
  assert.equal(await editor.page.evaluate(() => document.activeElement.dataset.id), "gan.content.3.text");
  const field = () => editor.page.evaluate(() => document.activeElement.getBoundingClientRect().y);
  const before = await field();
  await editor.page.mouse.move(700, 120);
  await editor.page.mouse.down({ button: "middle" });
  await editor.page.mouse.move(700, 180, { steps: 4 });
  await editor.page.mouse.up({ button: "middle" });
  await editor.frames();
  assert.ok(abs((await field()) - before - 60) < 2, "the text field moves with its text");
  await editor.page.keyboard.type("新");
  await key("Escape");
  const { content } = editor.section(await editor.poster(), "gan");
  assert.match(content[3].text, /新/);
  // Held at the desk's edge, what is dragged scrolls it.
  const { poster } = await view();
  const { x, y } = await editor.middleOf("gan.content.3");
  await editor.page.mouse.move(x, y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(x, 795, { steps: 6 });
  await editor.frames(20);
  assert.ok((await view()).poster[1] < poster[1] - 60);
  await editor.page.mouse.up();
});

test("two fingers zoom and move the poster, and select nothing", async () => {
  const phone = await Editor.open(browser, { url: server.url, viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 });
  const devTools = await phone.devTools();
  const touch = (type, ...points) =>
    devTools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const { zoom: fitted } = await phone.stats();
  await touch("touchStart", [170, 200]);
  await touch("touchStart", [170, 200], [220, 250]);
  for (let i = 1; i <= 8; i += 1) await touch("touchMove", [170 - 10 * i, 200 - 6 * i], [220 + 10 * i, 250 + 6 * i]);
  await touch("touchEnd", [90, 152]);
  await touch("touchMove", [95, 180]);
  await touch("touchEnd");
  await phone.frames(12);
  const { zoom, poster } = await phone.stats();
  assert.ok(zoom > 2.5 * fitted && zoom < 4 * fitted, `${zoom} of ${fitted}`);
  assert.ok(poster[0] < 0);
  assert.ok(!(await phone.widgets()).some(({ id }) => id.startsWith("selection.")));
  const { rect: [x, y, width, height] } = await phone.widget("zoom.fit");
  assert.ok(height >= 44);
  await phone.page.touchscreen.tap(x + width / 2, y + height / 2);
  await phone.frames();
  assert.equal((await phone.stats()).zoom, fitted);
  assert.deepEqual(phone.troubles, []);
  await phone.close();
});
