// What used to lose work or hit something else: presses below a text that is edited, shortcuts while typing, drags.

import assert from "node:assert/strict";
import { test } from "node:test";

import { browser, Editor, editor, server, withEditor } from "./support.mjs";

// High enough for a section with all that opens in it.
const viewport = { width: 1280, height: 2400 };
withEditor({ viewport });

const gan = async () => editor.section(await editor.poster(), "gan");
const focused = () => editor.page.evaluate(() => document.activeElement.dataset?.id ?? "");
const selected = () =>
  editor.page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value?.slice(selectionStart, selectionEnd);
  });

async function middle(on, id) {
  const { rect } = await on.widget(id);
  return [rect[0] + rect[2] / 2, rect[1] + rect[3] / 2];
}

// As a hand does it: what is drawn while the button is down is seen, and the hand moves a little.
async function press(id) {
  const [x, y] = await middle(editor, id);
  await editor.page.mouse.move(x, y);
  await editor.page.mouse.down();
  await editor.frames(4);
  await editor.page.mouse.move(x + 1, y + 1);
  await editor.frames(2);
  assert.deepEqual(await middle(editor, id), [x, y], `${id} moves while it is pressed`);
  await editor.page.mouse.up();
  await editor.frames(4);
}

async function drag(from, to) {
  await editor.page.mouse.move(...from);
  await editor.page.mouse.down();
  await editor.frames();
  await editor.page.mouse.move(...to, { steps: 3 });
  await editor.page.mouse.up();
  await editor.frames();
}

const content = async (on) => on.section(await on.poster(), "gan").content;
const PRESSES = [
  ["outline.gan.content.add", async (on) => assert.equal((await content(on)).length, 8)],
  ["gan.content.1.color", async (on) => assert.ok(await on.widget("gan.content.1.color.hue"))],
  ["gan.content.1.role.2", async (on) => assert.equal((await content(on))[1].role, "sub")],
  ["vae", async (on) => assert.ok(await on.widget("vae.title"))],
  ["gan.content.1.remove", async (on) => assert.equal((await content(on)).length, 7)],
];

test("a press below a text that is edited is what it was pressed on", async () => {
  for (const [id, check] of PRESSES) {
    await editor.click("gan.content.1.text");
    await press(id);
    await check(editor);
    assert.notEqual(await focused(), "gan.content.1.text", `${id}: and the text is left`);
    await editor.page.keyboard.press("Escape");
  }
});

test("a finger hits what it touches, too", async () => {
  const other = await Editor.open(browser, { url: server.url, viewport, hasTouch: true });
  for (const [id, check] of PRESSES) {
    await other.reveal("gan.content.1.text");
    await other.page.touchscreen.tap(...(await middle(other, "gan.content.1.text")));
    await other.frames();
    await other.page.touchscreen.tap(...(await middle(other, id)));
    await other.frames(4);
    await check(other);
    await other.page.keyboard.press("Escape");
  }
  assert.deepEqual(other.troubles, []);
  await other.close();
});

test("a text below another one that is edited gets the caret, and nothing of it is selected", async () => {
  await editor.fill("gan.subtitle", "甲");
  await editor.click("gan.title");
  await press("gan.subtitle");
  assert.equal(await focused(), "gan.subtitle");
  assert.equal(await selected(), "");
  await editor.page.keyboard.type("x");
  assert.equal((await gan()).subtitle.length, 2);
});

test("what is let go elsewhere is no press there", async () => {
  const before = await editor.poster();
  await editor.reveal("gan.content.add");
  await drag(await middle(editor, "gan.content.add"), await middle(editor, "gan.title"));
  assert.equal(await focused(), "");
  await drag(await middle(editor, "gan.colors.fill"), await middle(editor, "gan.content.add"));
  assert.deepEqual(await editor.poster(), before);
});

test("saving and downloading leave the caret where it is", async () => {
  await editor.click("gan.content.3.text");
  await editor.page.keyboard.press("End");
  await editor.page.keyboard.type("a");
  for (const keys of ["Control+S", "Control+Shift+S"]) {
    const download = editor.page.waitForEvent("download");
    await editor.page.keyboard.press(keys);
    await download;
    await editor.page.keyboard.type("b");
  }
  await editor.frames();
  assert.equal((await gan()).content[3].text, "JS散度abb");
});

test("undo beyond what was typed keeps the caret, and all comes back", async () => {
  const start = await editor.poster();
  await editor.fill("gan.content.2.text", "one");
  await editor.page.keyboard.press("Enter");
  await editor.click("gan.content.3.text");
  await editor.page.keyboard.press("End");
  await editor.page.keyboard.type("abc");
  const end = await editor.poster();
  const undo = async (keys, poster) => {
    for (let step = 0; step < 8; step += 1) await editor.page.keyboard.press(keys);
    await editor.frames();
    assert.deepEqual(await editor.poster(), poster);
    assert.equal(await focused(), "gan.content.3.text");
  };
  await undo("Control+Z", start);
  await undo("Control+Y", end);
  await undo("Control+Z", start);
  await undo("Control+Shift+Z", end);
  await editor.page.keyboard.type("d");
  assert.equal((await gan()).content[3].text, "JS散度abcd");
});

test("what a field has undone itself can be redone when it is left", async () => {
  await editor.click("gan.content.3.text");
  await editor.page.keyboard.press("End");
  await editor.page.keyboard.type("abc");
  for (let step = 0; step < 4; step += 1) await editor.page.keyboard.press("Control+Z");
  await editor.page.keyboard.press("Escape");
  assert.equal((await gan()).content[3].text, "JS散度");
  await editor.click("toolbar.redo");
  assert.equal((await gan()).content[3].text, "JS散度abc");
});

test("Shift+Enter does not leave a field of one line", async () => {
  await editor.fill("gan.colors.fill.hex", "#FF00");
  await editor.page.keyboard.press("Shift+Enter");
  await editor.page.keyboard.type("00");
  assert.equal((await gan()).colors.fill, "#FF0000");
});

test("Shift+Enter breaks a line where a text has several", async () => {
  await editor.fill("gan.content.3.text", "甲乙");
  await editor.page.keyboard.press("ArrowLeft");
  const before = await editor.widget("gan.content.3.text");
  await editor.page.keyboard.press("Shift+Enter");
  await editor.frames();
  await editor.page.keyboard.type("丙");
  assert.equal((await gan()).content[3].text, "甲\n丙乙");
  assert.equal(await focused(), "gan.content.3.text");
  await editor.frames();
  assert.ok((await editor.widget("gan.content.3.text")).rect[3] > before.rect[3] + 20, "the field shows two lines");
  await editor.page.keyboard.press("Enter");
  await editor.frames();
  assert.ok((await editor.widget("gan.content.3.text")).rect[3] > before.rect[3] + 20, "also when it is left");
});

test("what looks like a formula is made one by a press, and the caret stays with its words", async () => {
  await editor.fill("gan.content.3.text", "误差 x^2 + y_i 最小");
  const caret = () => editor.page.evaluate(() => document.activeElement.selectionStart);
  for (let i = 0; i < 3; i += 1) await editor.page.keyboard.press("ArrowLeft");
  const at = await caret(); // behind the formula
  await editor.frames();
  const [x, y] = await middle(editor, "gan.content.3.text.formula");
  await editor.page.mouse.click(x, y);
  await editor.frames();
  assert.equal((await gan()).content[3].text, "误差 $x^2 + y_i$ 最小");
  assert.equal(await focused(), "gan.content.3.text");
  assert.equal(await caret(), at + 2);
  await editor.page.keyboard.type("，");
  assert.equal((await gan()).content[3].text, "误差 $x^2 + y_i$， 最小");
  await editor.page.keyboard.press("Control+Z");
  await editor.page.keyboard.press("Control+Z");
  await editor.frames();
  assert.equal((await gan()).content[3].text, "误差 x^2 + y_i 最小");
  assert.equal(await focused(), "gan.content.3.text");
});

test("a press is not lost when fonts arrive under it", async () => {
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await editor.page.route(/\/fonts\//, async (route) => {
    await held;
    await route.continue();
  });
  // The picture below the field has its height only when the fonts are there, and moves what follows.
  await editor.fill("gan.content.3.text", "$\\begin{matrix}龘\\\\靐\\\\齉\\\\爩\\end{matrix}$");
  await editor.page.keyboard.press("Enter");
  await editor.frames(6);
  const [x, y] = await middle(editor, "gan.content.3.role.1");
  await editor.page.mouse.move(x, y);
  await editor.page.mouse.down();
  await editor.frames(4);
  answer();
  await editor.page.waitForTimeout(700);
  await editor.frames(4);
  assert.deepEqual(await middle(editor, "gan.content.3.role.1"), [x, y], "nothing moves while it is pressed");
  await editor.page.mouse.up();
  await editor.page.waitForTimeout(300);
  await editor.frames(6);
  assert.equal((await gan()).content[3].role, "key");
  assert.ok((await middle(editor, "gan.content.3.role.1"))[1] > y + 60, "what arrived is shown then");
});

test("what was added is replaced by what is typed", async () => {
  await editor.click("gan.content.add");
  await editor.page.keyboard.type("甲");
  assert.equal((await gan()).content.slice(1).at(-1).text, "甲");
  await editor.click("gan.content.0.diagram.nodes.add");
  await editor.page.keyboard.type("乙");
  assert.equal((await gan()).content[0].diagram.nodes.at(-1).text, "乙");
  await editor.click("sections.add");
  await editor.page.keyboard.type("丙");
  assert.equal((await editor.poster()).sections.at(-1).title, "丙");
});

test("a diagram that was another kind for a while is the same again", async () => {
  await editor.fill("gan.content.0.diagram.nodes.g.text", "Gen");
  const { diagram } = (await gan()).content[0];
  for (const kind of [3, 0, 1]) await editor.click(`gan.content.0.diagram.kind.${kind}`);
  assert.deepEqual((await gan()).content[0].diagram, diagram);
});

test("what cannot be taken says why, in the field and after it is left, and can still be copied", async () => {
  await editor.fill("gan.colors.fill.hex", "#12");
  const state = () =>
    editor.page.evaluate(() => {
      const { value, ariaInvalid } = document.activeElement;
      return [value, ariaInvalid, document.activeElement.getAttribute("aria-description")];
    });
  assert.deepEqual(await state(), ["#12", "true", '未生效：应为颜色，如 "#A8D8EA"，但这里是 "#12"。']);
  await editor.page.keyboard.press("Enter");
  await editor.frames();
  const { value, problem } = await editor.widget("gan.colors.fill.hex");
  assert.equal(value, "#12");
  assert.match(problem, /未生效/);
  await editor.click("gan.colors.fill.hex");
  assert.deepEqual((await state()).slice(0, 2), ["#12", "true"]);
  await editor.page.keyboard.press("Escape");
  await editor.frames();
  assert.equal((await editor.widget("gan.colors.fill.hex")).value, "#A8D8EA", "Escape gives it up");
});

test("what is to be looked at is marked on the poster, and leads to its field", async () => {
  assert.equal((await editor.widget("toolbar.problems")).enabled, false);
  await editor.fill("ar.content.2.text", "$\\nonsense x$");
  await editor.page.keyboard.press("Escape");
  await editor.frames();
  const before = await editor.exportPng(256);
  const { rect: spot, label } = await editor.widget("spot.0");
  assert.match(label, /nonsense/);
  const poster = await editor.page.locator("#poster").boundingBox();
  assert.ok(spot[0] > poster.x + poster.width / 2 && spot[1] > poster.y + poster.height / 2, "over its section");
  await editor.click("toolbar.problems");
  assert.ok((await editor.widget("problems.0")).visible);
  await editor.page.mouse.click(spot[0] + spot[2] / 2, spot[1] + spot[3] / 2);
  await editor.frames();
  assert.equal(await focused(), "ar.content.2.text");
  assert.ok(before.equals(await editor.exportPng(256)), "the mark is no part of the picture");
  await editor.fill("ar.content.2.text", "x");
  await editor.frames();
  assert.equal((await editor.widgets()).filter(({ id }) => id.startsWith("spot.")).length, 0);
});

test("on a phone what is to be looked at is found from the bar", async () => {
  const phone = await Editor.open(browser, { url: server.url, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.fill("ar.content.2.text", "$\\nonsense x$");
  await phone.page.keyboard.press("Escape");
  await phone.page.waitForTimeout(300);
  const { x, y } = await phone.reveal("toolbar.problems");
  await phone.page.touchscreen.tap(x, y);
  await phone.frames(6);
  assert.ok((await phone.widget("problems.0")).visible);
  await phone.close();
});
