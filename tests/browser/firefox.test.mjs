// What loses work or hits something else, once more in Firefox; see faults.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { firefox, withFirefox } from "./firefox.mjs";

withFirefox();

const gan = async () => (await firefox.poster()).sections.find(({ id }) => id === "gan");
const focused = () => firefox.evaluate(`document.activeElement.dataset.id ?? ""`);

const click = (id, options) => firefox.click(id, options);
const press = async (id, options) => firefox.drag([await firefox.middle(id)], options);

for (const pointerType of ["mouse", "touch"]) {
  test(`a press below a text that is edited is what it was pressed on (${pointerType})`, async () => {
    await click("gan.content.1.text", { pointerType });
    await press("outline.gan.content.add", { pointerType });
    assert.equal((await gan()).content.slice(1).length, 7);
    await firefox.press("Escape");
    await click("gan.content.1.text", { pointerType });
    await press("gan.content.1.remove", { pointerType });
    assert.equal((await gan()).content.slice(1).length, 6);
  });
}

test("a text below another one gets the caret; what is let go elsewhere is no press there", async () => {
  await click("gan.title");
  await press("gan.subtitle");
  assert.equal(await focused(), "gan.subtitle");
  await firefox.press("Escape");
  await firefox.drag([await firefox.middle("gan.content.add"), await firefox.middle("gan.title")]);
  assert.equal(await focused(), "");
  assert.equal((await gan()).content.slice(1).length, 6);
});

test("saving, and undo beyond what was typed, leave the caret where it is", async () => {
  await click("gan.content.3.text");
  await firefox.press("End");
  await firefox.type("ab");
  await firefox.press("Control+S");
  await firefox.type("c");
  assert.equal((await gan()).content[3].text, "JS散度abc");
  for (let step = 0; step < 6; step += 1) await firefox.press("Control+Z");
  assert.equal((await gan()).content[3].text, "JS散度");
  assert.equal(await focused(), "gan.content.3.text");
  for (let step = 0; step < 6; step += 1) await firefox.press("Control+Y");
  await firefox.type("d");
  assert.equal((await gan()).content[3].text, "JS散度abcd");
});

test("pasted lines are labels, undone at once, or one text", async () => {
  const texts = async () => (await gan()).content.slice(1).map(({ text }) => text);
  const before = await texts();
  const lines = ["1. 一", "2. 二", "a) 二之一", "3. 三"];
  await click("gan.content.2.text");
  await firefox.tellFocus();
  await firefox.press("Control+A");
  for (const line of lines) {
    if (line !== lines[0]) await firefox.press("Shift+Enter");
    await firefox.type(line);
  }
  const typed = await texts();
  assert.equal(typed[1], lines.join("\n"));
  await firefox.press("Control+A");
  await firefox.press("Control+C");
  await firefox.press("Control+V");
  await firefox.frames(8);
  assert.deepEqual(await texts(), [before[0], "一", "二", "二之一", "三", ...before.slice(2)]);
  assert.equal(await focused(), "gan.content.5.text");
  await firefox.tellFocus();
  await firefox.press("Control+Z");
  await firefox.frames();
  assert.deepEqual(await texts(), typed);
  await click("gan.content.2.text");
  await firefox.tellFocus();
  await firefox.press("Control+A");
  await firefox.press("Control+V");
  await firefox.frames(8);
  await firefox.evaluate(`document.querySelector("#notices button").click()`);
  await firefox.frames(8);
  assert.deepEqual(await texts(), [before[0], lines.join("\n"), ...before.slice(2)]);
});

test("Shift+Enter does not leave a field of one line", async () => {
  await click("gan.colors.fill.hex");
  await firefox.press("Control+A");
  await firefox.type("#FF00");
  await firefox.press("Shift+Enter");
  await firefox.type("00");
  assert.equal((await gan()).colors.fill, "#FF0000");
});

test("what cannot be taken stays, and says why", async () => {
  await click("gan.colors.fill.hex");
  await firefox.press("Control+A");
  await firefox.type("#12");
  await firefox.press("Enter");
  await firefox.frames();
  const [value, problem] = await firefox.evaluate(
    `window.sixiang.widgets().filter(({ id }) => id === "gan.colors.fill.hex").map(({ value, problem }) => [value, problem])[0]`,
  );
  assert.equal(value, "#12");
  assert.match(problem, /未生效/);
});

test("what was added is replaced by what is typed; a diagram comes back with its kind", async () => {
  await click("gan.content.add");
  await firefox.type("new");
  assert.equal((await gan()).content.slice(1).at(-1).text, "new");
  await firefox.press("Escape");
  const { diagram } = (await gan()).content[0];
  await click("gan.content.0.diagram.kind.3");
  await click("gan.content.0.diagram.kind.1");
  assert.deepEqual((await gan()).content[0].diagram, diagram);
});
