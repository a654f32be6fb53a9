// Edits on the page as a person makes them: real clicks and keys on the widgets that the panel reports.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor();

const gan = async () => editor.section(await editor.poster(), "gan");

// The first and the last row of dark pixels in the rectangle, counted from its top.
async function inkRows([x, y, width, height]) {
  const clip = { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
  const png = await editor.page.screenshot({ clip });
  return editor.page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const rows = new Set();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] + data[i + 1] + data[i + 2] < 330) rows.add(Math.floor(i / 4 / image.width));
    }
    return [Math.min(...rows), Math.max(...rows)];
  }, png.toString("base64"));
}

test("a label that is typed into changes the document and the canvas", async () => {
  const before = await editor.pixels();
  await editor.fill("gan.content.3.text", "JS divergence");
  assert.equal((await gan()).content[3].text, "JS divergence");
  assert.notEqual(await editor.pixels(), before);
});

test("the new canvas is there two frames after a key", async () => {
  await editor.click("gan.content.3.text");
  const before = await editor.pixels();
  await editor.page.keyboard.press("End");
  await editor.page.keyboard.press("x");
  await editor.frames(2);
  assert.notEqual(await editor.pixels(), before);
});

test("a press places the caret where it is", async () => {
  const { x, y } = await editor.reveal("gan.content.4.text");
  const { rect } = await editor.widget("gan.content.4.text");
  await editor.page.mouse.click(rect[0] + 14, y);
  await editor.page.keyboard.type("A");
  assert.ok(x > 0);
  assert.equal((await gan()).content[4].text, "AWGAN: Wasserstein-1");
});

test("a text stays where it is when it is entered", async () => {
  for (const id of ["gan.content.4.text", "gan.colors.fill.hex"]) {
    await editor.reveal(id);
    await editor.page.mouse.move(300, 300);
    await editor.frames();
    const { rect } = await editor.widget(id);
    const drawn = await inkRows(rect);
    await editor.click(id);
    await editor.page.evaluate(() => (document.activeElement.style.caretColor = "transparent"));
    await editor.frames();
    const now = (await editor.widget(id)).rect;
    assert.deepEqual(now.slice(2), rect.slice(2));
    const edited = await inkRows(now);
    for (const [index, row] of drawn.entries()) assert.ok(Math.abs(edited[index] - row) <= 1, `${id} ${drawn} ${edited}`);
    await editor.page.keyboard.press("Escape");
  }
});

test("a formula is typed, previewed and drawn", async () => {
  const before = await editor.pixels();
  await editor.fill("gan.content.1.text", "$a^2 + b^2 = c^2$");
  assert.equal((await gan()).content[1].text, "$a^2 + b^2 = c^2$");
  assert.notEqual(await editor.pixels(), before);
});

test("a symbol of the palette goes to the caret, with dollars where there is no formula", async () => {
  await editor.fill("gan.content.3.text", "JS ");
  await editor.click("symbols.open");
  await editor.click("symbols.greek");
  await editor.click("symbols.greek.alpha");
  assert.equal((await gan()).content[3].text, "JS $α$");
  await editor.click("symbols.structures");
  await editor.click("symbols.structures.fraction");
  await editor.page.keyboard.type("1");
  assert.equal((await gan()).content[3].text, "JS $α\\frac{1}{}$");
});

test("a colour is typed, and one is picked", async () => {
  const before = await editor.pixels();
  await editor.fill("gan.colors.fill.hex", "#FFEEDD");
  assert.equal((await gan()).colors.fill, "#FFEEDD");
  assert.notEqual(await editor.pixels(), before);
  await editor.click("gan.colors.fill");
  await editor.click("gan.colors.fill.swatch.B5E5CF");
  assert.equal((await gan()).colors.fill, "#B5E5CF");
  const square = await editor.reveal("gan.colors.fill.square");
  await editor.page.mouse.move(square.x, square.y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(square.x + 40, square.y + 20, { steps: 4 });
  await editor.page.mouse.up();
  await editor.frames();
  const picked = (await gan()).colors.fill;
  assert.notEqual(picked, "#B5E5CF");
  await editor.click("toolbar.undo");
  assert.equal((await gan()).colors.fill, "#B5E5CF", "a drag is one step");
});

test("half a colour changes nothing and stays in the field while it is typed", async () => {
  await editor.fill("gan.colors.fill.hex", "#FF");
  assert.equal((await gan()).colors.fill, "#A8D8EA");
  const field = () => editor.page.evaluate(() => [document.activeElement.value, document.activeElement.ariaInvalid]);
  assert.deepEqual(await field(), ["#FF", "true"]);
  await editor.page.keyboard.type("0000");
  await editor.frames();
  assert.deepEqual(await field(), ["#FF0000", "false"]);
  await editor.click("toolbar.size");
  await editor.fill("toolbar.size.custom", "99999");
  assert.deepEqual(await field(), ["99999", "true"], "and so does a size that no picture can have");
});

test("undo and redo bring every edit back and again, by button and by key", async () => {
  const start = await editor.poster();
  await editor.fill("gan.content.3.text", "one");
  await editor.page.keyboard.press("Enter");
  await editor.fill("gan.colors.fill.hex", "#123456");
  await editor.page.keyboard.press("Enter");
  await editor.click("gan.content.add");
  const end = await editor.poster();
  assert.equal(editor.section(end, "gan").content.slice(1).length, 7);
  await editor.page.keyboard.press("Escape");
  for (let step = 0; step < 3; step += 1) await editor.click("toolbar.undo");
  assert.deepEqual(await editor.poster(), start);
  assert.equal((await editor.widget("toolbar.undo")).enabled, false);
  for (let step = 0; step < 3; step += 1) await editor.page.keyboard.press("Control+Shift+Z");
  await editor.frames();
  assert.deepEqual(await editor.poster(), end);
  await editor.page.keyboard.press("Control+Z");
  await editor.page.keyboard.press("Control+Y");
  assert.deepEqual(await editor.poster(), end);
});

test("undo in a field is the field's own, then the document's", async () => {
  await editor.click("gan.content.3.text");
  await editor.page.keyboard.press("End");
  await editor.page.keyboard.type("abc");
  assert.equal((await gan()).content[3].text, "JS散度abc");
  // How many steps it makes of what is typed in one go is the browser's affair.
  const press = async (keys, text) => {
    for (let step = 0; step < 3 && (await gan()).content[3].text !== text; step += 1) {
      await editor.page.keyboard.press(keys);
    }
    assert.equal((await gan()).content[3].text, text);
  };
  await press("Control+Z", "JS散度");
  await press("Control+Y", "JS散度abc");
});

test("a diagram goes and another comes", async () => {
  await editor.click("gan.content.0.diagram.kind.0");
  assert.equal((await gan()).content[0].diagram, undefined);
  await editor.click("gan.content.0.diagram.kind.3");
  assert.equal((await gan()).content[0].diagram.kind, "chain");
  await editor.click("toolbar.undo");
  await editor.click("toolbar.undo");
  assert.equal((await gan()).content[0].diagram.kind, "flow");
});

test("fonts are chosen, and fetched when they are", async () => {
  const before = await editor.pixels();
  await editor.click("fonts.title.1");
  assert.equal((await editor.poster()).fonts.title, "wenkai");
  assert.ok((await editor.exportPng(128)).length > 1000, "the export waits for the font");
  await editor.frames();
  assert.notEqual(await editor.pixels(), before);
});

test("a picker that opens is seen whole", async () => {
  await editor.click("gan.colors.fill");
  await editor.frames();
  const hue = await editor.widget("gan.colors.fill.hue");
  assert.ok(hue.visible && hue.rect[1] + hue.rect[3] <= 800, String(hue.rect));
});

test("what is pinned is shown without scrolling the rest, and fields where there is little room", async () => {
  await editor.reveal("decorations.add");
  const scrolled = () => editor.scrolled();
  const before = await scrolled();
  await editor.click("toolbar.size");
  await editor.click("toolbar.size.custom");
  assert.equal(await scrolled(), before);
  await editor.click("toolbar.size");
  await editor.page.setViewportSize({ width: 800, height: 600 });
  await editor.page.waitForFunction(() => document.getElementById("canvas").clientHeight === 600);
  await editor.click("gan.content.0.diagram.arrows.0.text");
  await editor.frames();
  const row = await editor.widget("gan.content.0.diagram.arrows.0.text");
  assert.ok(row.visible && row.rect[1] >= 60, String(row.rect));
});

test("an arrow without a text says what it joins", async () => {
  await editor.click("gan.content.0.diagram.arrows.0.text");
  assert.equal(await editor.page.evaluate(() => document.activeElement.placeholder), "z → G 生成器");
});

test("labels are added, moved and removed", async () => {
  const texts = async () => (await gan()).content.slice(1).map((label) => label.text);
  const before = await texts();
  await editor.click("gan.content.3.up");
  assert.deepEqual((await texts()).slice(1, 3), [before[2], before[1]]);
  await editor.page.keyboard.press("Escape");
  await editor.click("gan.content.2.remove");
  assert.equal((await texts()).length, before.length - 1);
  assert.ok(!(await texts()).includes(before[2]));
  await editor.click("gan.content.add");
  assert.equal((await texts()).length, before.length);
  // The new label is ready to be typed into.
  await editor.page.keyboard.press("Control+A");
  await editor.page.keyboard.type("new");
  assert.equal((await texts()).at(-1), "new");
});

test("a badge is added and removed, a label becomes a card", async () => {
  await editor.click("gan.badge.add");
  assert.ok((await gan()).badge);
  await editor.page.keyboard.press("Escape");
  await editor.click("gan.badge.remove");
  assert.equal((await gan()).badge, undefined);
  await editor.click("gan.content.3.role.1");
  assert.equal((await gan()).content[3].role, "key");
});

test("the texts of a diagram can be edited", async () => {
  await editor.fill("gan.content.0.diagram.nodes.g.text", "Gen");
  const node = (await gan()).content[0].diagram.nodes.find(({ id }) => id === "g");
  assert.equal(node.text, "Gen");
});

test("the language changes and stays", async () => {
  await editor.click("panel.language");
  assert.equal((await editor.widget("toolbar.save")).label, "Save the poster as a file");
  await editor.page.reload();
  await editor.page.evaluate(() => window.sixiang.ready.then(() => true));
  assert.equal((await editor.widget("toolbar.save")).label, "Save the poster as a file");
});

test("nothing is drawn while nothing happens", async () => {
  await editor.click("gan.content.3.text");
  await editor.page.waitForTimeout(500);
  const { framesDrawn } = await editor.stats();
  await editor.page.waitForTimeout(5000);
  assert.equal((await editor.stats()).framesDrawn, framesDrawn);
});
