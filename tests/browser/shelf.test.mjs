// The page of other posters: templates as pictures, recent posters, and nothing lost when another is opened.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor();

const cards = async (start) => (await editor.widgets()).filter(({ id }) => id.startsWith(start) && id.split(".").length === start.split(".").length);
const waitFor = async (count) => {
  for (let i = 0; i < 60; i += 1) {
    await editor.frames();
    const found = await cards("panel.new.shelf.");
    if (found.length === count) return found;
    await editor.page.waitForTimeout(50);
  }
  assert.fail(`no ${count} recent posters`);
};
const open = async () => {
  await editor.page.keyboard.press("Control+Alt+n");
  await editor.frames();
};

test("a poster that was worked on is among the recent ones when another is opened, also after a reload", async () => {
  await open();
  assert.equal((await cards("panel.new.from.")).length, 8);
  await editor.click("panel.new.from.sorting-table");
  await editor.page.getByText("已打开。").waitFor();
  await open();
  await waitFor(0); // the sample was nobody's work
  await editor.page.keyboard.press("Escape");
  await editor.fill("title.text", "我的排序");
  const mine = await editor.poster();
  await open();
  await editor.click("panel.new.from.react-loop");
  await editor.page.getByText("已打开。").first().waitFor();
  await editor.page.reload();
  await editor.page.evaluate(() => window.sixiang.ready.then(() => true));
  await open();
  const [card] = await waitFor(1);
  assert.equal(card.label, "我的排序");
  await editor.click(card.id);
  await editor.frames();
  assert.deepEqual(await editor.poster(), mine);
  await open();
  await waitFor(2); // what was open stands beside it
  await editor.click(`${card.id}.copy`);
  const three = await waitFor(3);
  assert.ok(three.some(({ label }) => label === "我的排序（副本）"));
  await editor.click(`${card.id}.remove`);
  await waitFor(2);
  await editor.page.getByRole("button", { name: "撤销" }).last().click();
  await waitFor(3);
  await editor.page.keyboard.press("Escape");
  await editor.frames();
  assert.equal((await cards("panel.new.")).length, 0);
});

test("versions are kept at an export and on request, told in words, and opened as a step", async () => {
  await editor.fill("gan.content.3.text", "第一版");
  await editor.click("panel.version");
  await editor.page.getByText("已记下这个版本").waitFor();
  const first = await editor.poster();
  await editor.fill("gan.content.3.text", "第二版");
  await editor.fill("gan.content.4.text", "又一处");
  const second = await editor.poster();
  await editor.page.keyboard.press("Escape");
  const download = editor.page.waitForEvent("download");
  await editor.page.keyboard.press("Control+E");
  await download;
  await editor.page.reload();
  await editor.page.evaluate(() => window.sixiang.ready.then(() => true));
  await open();
  const versions = await waitFor(2);
  assert.deepEqual(versions.map(({ label }) => label), ["和现在一样", "改了 2 条要点"]);
  await editor.click(versions[1].id);
  await editor.page.getByText("已换回那个版本").waitFor();
  assert.deepEqual(await editor.poster(), first);
  await editor.click("toolbar.undo");
  assert.deepEqual(await editor.poster(), second);
  await open();
  assert.equal((await waitFor(2)).length, 2, "nothing is kept twice");
});

test("where nothing is kept, nothing is put on the shelf", async () => {
  await editor.page.goto(`${editor.page.url()}?autosave=off`);
  await editor.page.evaluate(() => window.sixiang.ready.then(() => true));
  await editor.fill("gan.content.3.text", "公用电脑");
  await editor.click("panel.version");
  await open();
  await editor.click("panel.new.1080x1440");
  await editor.frames();
  await open();
  await editor.page.waitForTimeout(300);
  await waitFor(0);
});

test("templates are filtered by their shape", async () => {
  await open();
  await editor.frames();
  for (let i = 0; i < 60 && (await cards("panel.new.from.")).length === 8; i += 1) {
    await editor.page.waitForTimeout(50);
    await editor.click("panel.new.shape.2");
  }
  const wide = (await cards("panel.new.from.")).map(({ id }) => id.split(".").at(-1));
  assert.ok(wide.includes("https-journey") && !wide.includes("sorting-table"), String(wide));
});
