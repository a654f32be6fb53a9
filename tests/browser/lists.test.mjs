// Lists and tables pasted by real keys: labels of their own, in one step.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor({ permissions: ["clipboard-read", "clipboard-write"] });

const WORD = "•\t背景\r\n•\t目标\r\no\t子目标\r\n•\t方法 $x^2$\r\n•\t结果\r\n•\t结论\r\n";
const ITEMS = ["背景", "目标", "子目标", "方法 $x^2$", "结果", "结论"];

const labels = async () => editor.section(await editor.poster(), "gan").content.slice(1).map(({ text }) => text);
const focused = () => editor.page.evaluate(() => [document.activeElement.dataset.id, document.activeElement.value]);
const notice = () => editor.page.evaluate(() => document.querySelector("#notices span")?.textContent ?? "");

/** Over the whole text of the field. */
async function paste(id, text) {
  await editor.page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await editor.click(id);
  await editor.page.keyboard.press("Control+A");
  await editor.page.keyboard.press("Control+V");
  await editor.frames(8);
}

test("six pasted lines are six labels, undone at once and redone", async () => {
  const before = await labels();
  const after = [before[0], ...ITEMS, ...before.slice(2)];
  await paste("gan.content.2.text", WORD);
  assert.deepEqual(await labels(), after);
  assert.deepEqual(await focused(), ["gan.content.7.text", "结论"]);
  assert.equal(await notice(), "已粘贴为 6 条要点。");
  await editor.page.keyboard.press("Control+Z");
  await editor.frames();
  assert.deepEqual(await labels(), before);
  assert.equal(await notice(), "");
  await editor.page.keyboard.press("Control+Y");
  await editor.frames();
  assert.deepEqual(await labels(), after);
});

test("as one text the lines stay in the label", async () => {
  const before = await labels();
  await paste("gan.content.2.text", "1. 一\n2. 二\n");
  assert.deepEqual((await labels()).slice(1, 3), ["一", "二"]);
  await editor.page.click("#notices button");
  await editor.frames(8);
  assert.deepEqual(await labels(), [before[0], "1. 一\n2. 二", ...before.slice(2)]);
  assert.deepEqual(await focused(), ["gan.content.2.text", "1. 一\n2. 二"]);
  await editor.page.keyboard.type("！");
  assert.deepEqual(await labels(), [before[0], "1. 一\n2. 二！", ...before.slice(2)]);
  await editor.page.keyboard.press("Control+Z");
  await editor.page.keyboard.press("Control+Z");
  await editor.frames();
  assert.deepEqual(await labels(), before);
});

test("typing goes on behind what was pasted, and ends the offer", async () => {
  await paste("gan.content.2.text", "一\n二");
  await editor.page.keyboard.type("又");
  await editor.frames();
  assert.equal((await labels())[2], "二又");
  assert.equal(await notice(), "");
});

test("rows of a spreadsheet and of Markdown keep their cells apart", async () => {
  await paste("gan.content.2.text", "模型\t参数\r\nGAN\t1M\r\n");
  assert.deepEqual((await labels()).slice(1, 3), ["模型 | 参数", "GAN | 1M"]);
  await paste("gan.content.2.text", "| a | b |\n|---|---|\n| $|x|$ | d |");
  assert.deepEqual((await labels()).slice(1, 4), ["a | b", "$|x|$ | d", "GAN | 1M"]);
});

test("a list of a page is pasted by its plain text", async () => {
  await editor.page.evaluate(async () => {
    const html = new Blob(["<ul><li>一</li><li>二</li></ul>"], { type: "text/html" });
    const plain = new Blob(["• 一\n• 二"], { type: "text/plain" });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
  });
  await editor.click("gan.content.2.text");
  await editor.page.keyboard.press("Control+A");
  await editor.page.keyboard.press("Control+V");
  await editor.frames(8);
  assert.deepEqual((await labels()).slice(1, 3), ["一", "二"]);
});

test("the rest of a list that gets full is lines of its last label", async () => {
  const lines = Array.from({ length: 70 }, (_, index) => `第 ${index + 1} 条`);
  await paste("gan.content.2.text", lines.join("\n"));
  const texts = await labels();
  assert.equal(texts.length, 64);
  assert.deepEqual(texts.slice(1, 60).join("\n"), lines.join("\n"));
  assert.match(await notice(), /列表已满/);
});

test("one line goes to the caret; lines elsewhere are line breaks, or spaces where a field has none", async () => {
  await editor.page.evaluate(() => navigator.clipboard.writeText("新的"));
  await editor.fill("gan.content.2.text", "前后");
  await editor.page.keyboard.press("ArrowLeft");
  await editor.page.keyboard.press("Control+V");
  await editor.frames();
  assert.equal((await labels())[1], "前新的后");
  await paste("center.lines.0.text", "一\r\n二\n");
  assert.equal((await editor.poster()).center.lines[0].text, "一\n二");
  await paste("gan.colors.fill.hex", "#12\n3456\n");
  assert.equal((await focused())[1], "#12 3456");
});
