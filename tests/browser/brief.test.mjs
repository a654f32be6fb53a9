// A text becomes a poster: pasted by real keys, dropped, typed into the dialog; the list of what was left out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { replaceNextCopy } from "./clipboard.mjs";
import { Editor, browser, editor, server, withEditor } from "./support.mjs";

withEditor();

const TEXT = `# 手冲咖啡
## 磨豆
- 粗细: 像细砂糖
- 图示: 一座手摇磨豆机的剖面图
## 注水
- 水温 92°C
- 图示: 壶嘴画圈的俯视图
`;

const at = (selector) => editor.page.locator(selector);
const openSource = () => editor.click("panel.brief");
const lines = () => at("#left-out li");
const texts = async (index) => (await editor.poster()).sections[index].content.map(({ text }) => text);

// Onto the clipboard, and with the keyboard out of every field.
async function copy(holds) {
  await editor.click("gan.content.2.text");
  await editor.page.keyboard.press("Control+A");
  await editor.page.evaluate(replaceNextCopy, holds);
  await editor.page.keyboard.press("Control+C");
  await editor.page.mouse.click(600, 790);
  await editor.frames();
}

async function paste() {
  await editor.page.keyboard.press("Control+V");
  await editor.frames(8);
}

async function pasteText(text = TEXT) {
  await copy({ "text/plain": text });
  await paste();
}

test("a brief that is pasted outside a field becomes the poster, and undo brings the old one back", async () => {
  const before = await editor.poster();
  await pasteText();
  const made = await editor.poster();
  assert.equal(made.title.text, "手冲咖啡");
  assert.equal(made.brief, TEXT);
  await editor.page.getByText("有 2 行没画上").waitFor();
  assert.ok(await at("#left-out").isVisible());
  await editor.page.keyboard.press("Control+Z");
  await editor.frames();
  assert.deepEqual(await editor.poster(), before);
  assert.ok(!(await at("#left-out").isVisible()));
});

test("what was left out is listed, added as a label, ignored, and closed", async () => {
  await pasteText();
  assert.equal(await lines().count(), 2);
  assert.match(await lines().first().textContent(), /一座手摇磨豆机的剖面图第 4 行.*画/);
  await lines().first().getByText("添加为文字").click();
  await editor.frames();
  assert.deepEqual(await texts(1), ["水温 92°C", "一座手摇磨豆机的剖面图"]);
  assert.equal(await lines().count(), 1);
  await editor.click("toolbar.undo");
  assert.deepEqual(await texts(1), ["水温 92°C"]);
  assert.equal(await lines().count(), 2);
  await lines().last().getByText("忽略").click();
  await editor.frames();
  assert.equal(await lines().count(), 1);
  await at("#left-out-done").click();
  await editor.frames();
  assert.ok(!(await at("#left-out").isVisible()));
  await openSource();
  await at("#brief-list").click();
  await editor.frames();
  assert.ok(await at("#left-out").isVisible());
});

test("by keyboard: a line is added, and the focus goes on to what is left", async () => {
  await pasteText();
  await lines().first().getByText("添加为文字").focus();
  await editor.page.keyboard.press("Enter");
  await editor.frames();
  assert.equal(await editor.page.evaluate(() => document.activeElement.closest("#left-out-lines") !== null), true);
  await editor.page.keyboard.press("Escape");
  await editor.frames();
  assert.ok(!(await at("#left-out").isVisible()));
});

test("a line's number opens the text there", async () => {
  const long = TEXT.replace("## 注水", `${"- 一条很长的要点，写满一行又一行，直到这一行在对话框里怎么也放不下为止，还要再写一点。\n".repeat(30)}## 注水`);
  await pasteText(long);
  await lines().last().getByText(/第 \d+ 行/).click();
  const seen = await editor.page.evaluate(() => {
    const area = document.activeElement;
    return [area.id, area.value.slice(area.selectionStart, area.selectionEnd), area.scrollTop > 100];
  });
  assert.deepEqual(seen, ["brief-text", "- 图示: 壶嘴画圈的俯视图", true]);
});

test("the text is edited and read again, and what was changed by hand stays", async () => {
  await pasteText();
  await at("#left-out-done").click();
  const { id } = (await editor.poster()).sections[0];
  await editor.fill(`${id}.title`, "研磨");
  await openSource();
  await editor.page.locator("#brief-text").fill(TEXT.replace("92°C", "90°C"));
  await at("#brief-read").click();
  await editor.frames();
  assert.equal((await editor.poster()).sections[0].title, "研磨");
  assert.deepEqual(await texts(1), ["水温 90°C"]);
  await editor.page.getByText("已重读文字").waitFor();
});

test("from the list of new posters a text is typed, and made a poster", async () => {
  await editor.click("panel.new");
  await editor.click("panel.new.brief");
  assert.equal(await at("#brief-title").textContent(), "从文字生成");
  await editor.page.keyboard.type("不是稿子");
  await at("#brief-read").click();
  assert.match(await at("#brief-problem").textContent(), /看不出/);
  const before = await editor.poster();
  await editor.page.keyboard.press("Control+A");
  await editor.page.keyboard.type("# 甲\n## 乙\n- 丙");
  assert.equal(await at("#brief-problem").textContent(), "");
  await at("#brief-read").click();
  await editor.frames();
  assert.equal((await editor.poster()).title.text, "甲");
  assert.ok(!(await at("#left-out").isVisible()), "nothing was left out");
  await editor.page.keyboard.press("Control+Z");
  await editor.frames();
  assert.deepEqual(await editor.poster(), before);
});

test("what is no brief says so, a document is opened, a field takes what is pasted into it", async () => {
  const before = await editor.poster();
  await pasteText("只有一句话");
  await editor.page.getByText("看不出这是一份文字稿").waitFor();
  await pasteText("{");
  await editor.page.getByText("这不是可用的海报文件").waitFor();
  assert.deepEqual(await editor.poster(), before);
  await pasteText(JSON.stringify({ ...before, title: { text: "贴来的" } }));
  assert.equal((await editor.poster()).title.text, "贴来的");
  await copy({ "text/plain": TEXT });
  await editor.click("gan.content.2.text");
  await paste();
  assert.equal((await editor.poster()).title.text, "贴来的");
});

test("a page's headings, lists, tables and formulas are a brief", async () => {
  await copy({
    "text/html":
      "<h1>四大排序</h1><h2>快速 <b>排序</b></h2><ul> <li>平均 <math><mi>n</mi><mi>log</mi><mi>n</mi></math></li> <li><p>原地</p></li></ul>" +
      "<h2>比较</h2><table><tr><th>算法</th><th>稳定</th></tr><tr><td>归并</td><td>是</td></tr></table>",
    "text/plain": "四大排序\n快速 排序\n平均 n log n\n原地\n比较\n算法\t稳定\n归并\t是",
  });
  await paste();
  const poster = await editor.poster();
  assert.equal(poster.title.text, "四大排序");
  assert.deepEqual(poster.sections.map(({ title }) => title), ["快速 排序", "比较"]);
  assert.match((await texts(0))[0], /^平均 \$.*log.*\$$/);
  assert.equal((await texts(0))[1], "原地");
  assert.equal(poster.sections[1].content[0].diagram.kind, "table");
});

test("a brief is dropped, and chosen, as a file", async () => {
  await editor.page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "b.md", { type: "text/markdown" }));
    document.getElementById("poster").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, TEXT);
  await editor.page.getByText("已按文字生成海报").waitFor();
  assert.equal((await editor.poster()).brief, TEXT);
  const other = "# 甲\r\n## 乙\r\n- 丙\r\n";
  await editor.page.setInputFiles("#file", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(other) });
  await editor.frames(8);
  assert.equal((await editor.poster()).brief, other.replaceAll("\r", ""));
  await editor.page.setInputFiles("#file", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from([0xff, 0xfe, 0x41, 0, 0xd8, 0xff]) });
  await editor.page.locator(".notice.error").waitFor();
  assert.equal((await editor.poster()).title.text, "甲");
});

test("the poster is downloaded as text, which opens as the same poster", async () => {
  const before = await editor.poster();
  await editor.click("toolbar.size");
  const [download] = await Promise.all([editor.page.waitForEvent("download"), editor.click("toolbar.outline")]);
  assert.match(download.suggestedFilename(), /\.md$/);
  const buffer = await readFile(await download.path());
  await pasteText("# 甲\n## 乙\n- 丙");
  await editor.page.setInputFiles("#file", { name: "a.md", mimeType: "text/markdown", buffer });
  await editor.frames(8);
  const { brief, ...after } = await editor.poster();
  assert.equal(brief, buffer.toString());
  assert.deepEqual(after, before);
});

test("in English, and as narrow as a phone", async () => {
  const narrow = await Editor.open(browser, { url: server.url, locale: "en-GB", viewport: { width: 390, height: 844 }, hasTouch: true });
  await narrow.click("panel.brief");
  assert.equal(await narrow.page.locator("#brief-title").textContent(), "From a text");
  await narrow.page.locator("#brief-text").fill(TEXT);
  await narrow.page.locator("#brief-read").click();
  await narrow.frames(8);
  assert.equal(await narrow.page.locator("#left-out-title").textContent(), "Not on the poster: 2");
  assert.match(await narrow.page.locator("#left-out li").first().textContent(), /Line 4.*picture.*Add as a label.*Ignore/);
  const { width, wide, low } = await narrow.page.evaluate(() => {
    const box = document.getElementById("left-out").getBoundingClientRect();
    const buttons = [...document.querySelectorAll("#left-out button")].map((button) => button.getBoundingClientRect());
    return { width: document.documentElement.scrollWidth, wide: box.width, low: Math.min(...buttons.map(({ height }) => height)) };
  });
  assert.equal(width, 390);
  assert.equal(wide, 390);
  assert.ok(low >= 32, `${low}`);
  assert.deepEqual(narrow.troubles, []);
  await narrow.close();
});
