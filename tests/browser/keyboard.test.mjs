// The panel without a mouse: Tab, Enter and Space on everything, and what a screen reader is told.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor();

const gan = async () => editor.section(await editor.poster(), "gan");
const texts = async () => (await gan()).content.slice(1).map(({ text }) => text);

// The widget that has the keyboard.
const focused = () => editor.page.evaluate(() => document.activeElement.dataset.id ?? document.activeElement.tagName);

const keyboardTo = async (id) => {
  await editor.page.evaluate((name) => window.sixiang.reveal(name), id);
  await editor.frames();
  await editor.page.evaluate((name) => document.querySelector(`.stop[data-id="${name}"]`).focus(), id);
  await editor.frames();
};

const press = async (key) => {
  await editor.page.keyboard.press(key);
  await editor.frames();
};

const tabTo = async (id) => {
  for (let left = 20; left > 0 && (await focused()) !== id; left -= 1) await press("Tab");
  assert.equal(await focused(), id);
};

const attribute = (id, name) =>
  editor.page.evaluate(([stop, key]) => document.querySelector(`.stop[data-id="${stop}"]`).getAttribute(key), [id, name]);

test("Tab goes to every widget in its order, and back", async () => {
  // What works on the text being typed has keys instead: Tab would leave the text.
  const widgets = (await editor.widgets()).filter(({ id }) => id !== "title.text.emphasize");
  // Of the options of a choice, the chosen one.
  const expected = widgets
    .filter(({ id }) => !widgets.some((other) => other.id === `${id}.0`))
    .filter(({ id, label }) => {
      const choice = /\.\d+$/.test(id) && widgets.find((other) => other.id === id.replace(/\.\d+$/, ""));
      return !choice || choice.value === label;
    })
    .map(({ id }) => id);
  assert.ok(expected.length > 25, String(expected));
  const seen = [];
  for (let i = 0; i < expected.length; i += 1) {
    await editor.page.keyboard.press("Tab");
    seen.push(await focused());
  }
  assert.deepEqual(seen, expected);
  for (const id of expected.slice(-8, -1).reverse()) {
    await editor.page.keyboard.press("Shift+Tab");
    assert.equal(await focused(), id);
  }
  await keyboardTo(expected.at(-1));
  await editor.page.keyboard.press("Tab");
  assert.ok(!(await editor.page.evaluate(() => document.getElementById("panel").contains(document.activeElement))));
});

test("the widget that has the keyboard is framed and in view, Enter and Space press it, and it keeps the keyboard", async () => {
  for (let i = 0; i < 5; i += 1) await press("Tab");
  for (const id of ["toolbar.save", "panel.sample", "gan.content.add", "title"]) {
    if (id !== "toolbar.save") await keyboardTo(id);
    assert.equal(await focused(), id);
    const { rect } = await editor.widget(id);
    const frame = await editor.page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { box: [box.x, box.y, box.width, box.height], outlineStyle, outlineWidth };
    });
    for (const [index, value] of rect.entries()) assert.ok(Math.abs(value - frame.box[index]) < 1, `${id} ${frame.box}`);
    assert.ok(rect[1] >= (id.startsWith("toolbar.") ? 0 : 56) && rect[1] + rect[3] <= 800, `${id} ${rect}`);
    assert.deepEqual([frame.outlineStyle, frame.outlineWidth], ["solid", "3px"], id);
  }
  await keyboardTo("gan");
  assert.equal(await attribute("gan", "aria-expanded"), "false");
  await press("Enter");
  assert.equal(await attribute("gan", "aria-expanded"), "true");
  await press("Space");
  assert.equal(await attribute("gan", "aria-expanded"), "false");
  assert.equal(await focused(), "gan");
  await keyboardTo("gan.header.1");
  await press("Space");
  assert.equal((await gan()).header, "plain");
  assert.equal(await attribute("gan.header.1", "aria-checked"), "true");
  await keyboardTo("toolbar.undo");
  await press("Enter");
  assert.equal((await gan()).header, undefined);
  assert.equal(await attribute("toolbar.undo", "aria-disabled"), "true");
  assert.equal(await focused(), "toolbar.undo", "also when there is nothing left to undo");
  await press("Enter");
  await keyboardTo("panel.language");
  await press("Enter");
  assert.equal(await attribute("toolbar.save", "aria-label"), "Save the poster as a file");
});

test("arrows go through the options of a choice, Tab past them", async () => {
  await keyboardTo("gan.header.0");
  await press("ArrowRight");
  await press("ArrowRight");
  assert.equal(await focused(), "gan.header.2");
  assert.equal((await gan()).header, undefined, "going there chooses nothing");
  await press("Tab");
  assert.equal(await focused(), "gan.colors.fill");
  await press("Shift+Tab");
  assert.equal(await focused(), "gan.header.2");
  await press("Shift+Tab");
  assert.equal(await focused(), "gan.iconColor.hex");
  await keyboardTo("gan.colors.fill");
  await press("Enter");
  await press("Tab");
  await press("Tab");
  await press("Tab");
  assert.equal(await focused(), "gan.colors.fill.swatch.A8D8EA", "the colour it has");
  await press("ArrowLeft");
  await press("Enter");
  assert.equal((await gan()).colors.fill, "#F7A88B", "to the last that the poster uses");
  await press("Tab");
  assert.equal(await focused(), "gan.colors.header");
  await keyboardTo("toolbar.size");
  assert.equal(await attribute("toolbar.size", "aria-expanded"), "false");
  await press("Space");
  assert.equal(await attribute("toolbar.size", "aria-expanded"), "true");
  await keyboardTo("toolbar.size.1080");
  await press("ArrowRight");
  await press("Space");
  assert.equal((await editor.widget("toolbar.size")).value, "2048");
  assert.equal(await attribute("toolbar.size", "aria-label"), "图片宽度 2048");
});

test("forced colours frame the widget that has the keyboard, and leave its element invisible", async () => {
  await editor.page.emulateMedia({ forcedColors: "active" });
  await keyboardTo("gan.content.add");
  const seen = await editor.page.evaluate(() => {
    const probe = document.createElement("i");
    probe.style.color = "Highlight";
    document.body.append(probe);
    const highlight = getComputedStyle(probe).color;
    probe.remove();
    const stop = getComputedStyle(document.activeElement);
    const text = getComputedStyle(document.querySelector('.stop[role="textbox"]'));
    return { isFramed: stop.outlineColor === highlight, colors: [stop.backgroundColor, text.color, text.backgroundColor] };
  });
  const transparent = "rgba(0, 0, 0, 0)";
  assert.deepEqual(seen, { isFramed: true, colors: [transparent, transparent, transparent] });
});

test("Escape closes the sizes and the picker, and the keyboard stays with what opened them", async () => {
  for (const [id, inside] of [
    ["toolbar.size", "toolbar.size.1080"],
    ["toolbar.size", "toolbar.copy"],
    ["gan.colors.fill", "gan.colors.fill.swatch.A8D8EA"],
  ]) {
    await keyboardTo(id);
    await press("Enter");
    await keyboardTo(inside);
    await press("Escape");
    assert.equal(await attribute(id, "aria-expanded"), "false", inside);
    assert.equal(await focused(), id);
  }
  await editor.click("gan.colors.fill");
  assert.equal(await attribute("gan.colors.fill", "aria-expanded"), "true");
  await editor.page.mouse.click(...Object.values(await editor.reveal("gan.colors.fill.swatch.FFFFFF")));
  await press("Escape");
  assert.equal(await attribute("gan.colors.fill", "aria-expanded"), "false");
  await press("Tab");
  assert.equal(await focused(), "gan.colors.fill.reset");
});

test("a list is made longer, shorter and sorted by keys alone", async () => {
  const before = await texts();
  await keyboardTo("gan.content.add");
  await press("Enter");
  assert.equal(await focused(), "gan.content.7.text", "a new label waits to be typed");
  await editor.page.keyboard.press("Control+A");
  await editor.page.keyboard.type("新");
  await tabTo("gan.content.7.up");
  await press("Enter");
  await press("Enter");
  assert.deepEqual(await texts(), [...before.slice(0, 4), "新", ...before.slice(4)]);
  assert.equal(await focused(), "gan.content.5.up", "an item can be moved on and on");
  await tabTo("gan.content.5.remove");
  await press("Enter");
  assert.deepEqual(await texts(), before);
  const id = await focused();
  assert.match(id, /^gan\.content\./, "the keyboard stays near what was removed");
});

test("what is moved by mouse stays selected, and keeps its caret", async () => {
  const before = await texts();
  await editor.click("gan.content.4.up");
  await editor.click("gan.content.3.up");
  assert.deepEqual((await texts()).slice(0, 3), [before[0], before[3], before[1]]);
  await editor.click("gan.content.2.text");
  await editor.click("gan.content.2.down");
  assert.equal(await focused(), "gan.content.3.text");
  await editor.page.keyboard.press("End");
  await editor.page.keyboard.type("!");
  assert.equal((await texts())[2], `${before[3]}!`);
  // Nodes keep their ids wherever they stand.
  await editor.page.keyboard.press("Escape");
  await editor.click("gan.content.0.diagram.nodes.g.up");
  assert.equal((await editor.widget("gan.content.0.diagram.nodes.g.up")).enabled, false);
});

test("a screen reader finds every widget by its role and name", async () => {
  const { page } = editor;
  for (const [id, role, name] of [
    ["gan.colors.fill", "button", "图片宽度 1080"],
    ["gan.colors.fill", "button", "GAN 对抗生成"],
    ["gan.colors.fill", "button", "正文区 #A8D8EA"],
    ["gan.colors.fill", "radiogroup", "标题栏样式"],
    ["title.text", "button", "前面字数：增大"],
    ["title.text", "button", "下划线：恢复默认"],
    ["gan.content.3.text", "textbox", "要点 1"],
    ["gan.content.3.text", "radio", "重点卡片"],
  ]) {
    await editor.reveal(id);
    assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, name);
  }
  assert.equal(await page.getByRole("textbox", { name: "要点 1" }).textContent(), "JS散度");
  // What was typed is told once it stands there.
  await editor.fill("title.emphasis.start", "2");
  await press("Enter");
  assert.equal(await page.getByRole("textbox", { name: "前面字数" }).textContent(), "2");
  // Pressed by the assistive tool itself, from wherever the panel is scrolled to.
  await editor.reveal("gan.content.add");
  await page.mouse.move(1200, 500);
  await page.mouse.wheel(0, -1e5);
  await editor.frames();
  await page.evaluate(() => document.querySelector('.stop[data-id="toolbar.save"]').focus());
  await page.evaluate(() => document.querySelector('.stop[data-id="gan.content.add"]').click());
  await editor.frames();
  assert.equal((await texts()).length, 7);
});

test("Tab goes on from what the mouse pressed and from a field that was left", async () => {
  await editor.click("center");
  await press("Tab");
  assert.equal(await focused(), "gan");
  await editor.click("center");
  await press("Shift+Tab");
  assert.equal(await focused(), "title");
  await editor.click("gan.content.3.text");
  await press("Enter");
  assert.equal(await focused(), "BODY");
  await press("Tab");
  assert.equal(await focused(), "gan.content.3.role.0");
  // Back through the text to its other neighbour, and into it again.
  await press("Shift+Tab");
  await press("Shift+Tab");
  assert.equal(await focused(), "crumb.1");
  await press("Tab");
  assert.equal(await focused(), "gan.content.3.text");
  assert.equal(
    await editor.page.evaluate(() => document.activeElement.selectionEnd - document.activeElement.selectionStart),
    4,
    "Tab selects what it comes to",
  );
  await editor.page.keyboard.type("散");
  assert.equal((await texts())[2], "散");
});

test("Tab goes on near what the mouse removed", async () => {
  await editor.click("gan.content.3.remove");
  await press("Shift+Tab");
  assert.match(await focused(), /^gan\.content\./);
});

test("elements lie over their widgets also where the panel has become shorter than it was scrolled", async () => {
  const { page } = editor;
  const scrolled = () => editor.scrolled();
  await editor.click("gan.colors.outline"); // a picker opens
  await page.mouse.move(1200, 500);
  await page.mouse.wheel(0, 1e5);
  await editor.frames();
  const before = await scrolled();
  await press("Escape");
  assert.ok((await scrolled()) < before - 20);
  const stops = await page.evaluate(() =>
    [...document.querySelectorAll(".stop")].map((stop) => [stop.dataset.id, stop.getBoundingClientRect().y]),
  );
  const tops = new Map((await editor.widgets()).map(({ id, rect: [, y] }) => [id, y]));
  for (const [id, y] of stops) assert.ok(Math.abs(y - tops.get(id)) < 2, `${id} ${y} ${tops.get(id)}`);
});
