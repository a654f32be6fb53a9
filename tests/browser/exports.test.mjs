// Pictures are made beside the page: the same bytes, and the page goes on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor();

const LARGE = 6000;

const exported = (options) =>
  editor.page.evaluate(async ({ px, abortsAt }) => {
    const told = [];
    const giveUp = new AbortController();
    const onProgress = (progress) => {
      told.push(progress);
      if (progress.part >= abortsAt) giveUp.abort();
    };
    const outcome = await window.sixiang.export("png", { px, onProgress, signal: giveUp.signal }).then(
      (bytes) => bytes.length,
      (error) => error.constructor.name,
    );
    return { outcome, told };
  }, options);

test("a picture has the same bytes with a worker and without", async () => {
  await editor.fill("gan.content.3.text", "龘 $\\alpha$");
  const beside = await editor.exportPng(700);
  await editor.fill("gan.content.4.text", "下一张");
  const next = await editor.exportPng(700);
  assert.ok(!next.equals(beside));
  const page = await editor.context.newPage();
  await page.addInitScript(() => (window.Worker = undefined));
  await page.goto(editor.page.url());
  const text = await editor.page.evaluate(() => window.sixiang.getPoster());
  const here = await page.evaluate(async (poster) => {
    await window.sixiang.ready;
    window.sixiang.setPoster(poster);
    return [...(await window.sixiang.exportPng(700))];
  }, text);
  assert.ok(next.equals(Buffer.from(here)));
});

test("the page draws frames while a large picture is made, and hears how far it is", async () => {
  await editor.exportPng(64); // the worker has started
  const { gap, took, told } = await editor.page.evaluate(async (px) => {
    let [gap, last, goesOn] = [0, performance.now(), true];
    const frame = (now) => {
      gap = Math.max(gap, now - last);
      last = now;
      if (goesOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const told = [];
    const started = performance.now();
    await window.sixiang.export("png", { px, onProgress: ({ part }) => told.push(part) });
    goesOn = false;
    return { gap, took: performance.now() - started, told };
  }, LARGE);
  assert.ok(gap < took / 3, `${gap} ms of ${took}`);
  assert.ok(told.length > 10, `${told}`);
  assert.deepEqual(told, [...told].sort((a, b) => a - b));
  assert.equal(told.at(-1), 1);
});

test("an export is given up, and the next one is made all the same", async () => {
  const { outcome, told } = await exported({ px: LARGE, abortsAt: 0.2 });
  assert.equal(outcome, "Cancelled");
  assert.ok(told.at(-1).part < 0.9);
  assert.equal((await editor.exportPng(64)).readUInt32BE(16), 64);
});

test("the notice of a download says how far it is and gives it up", async () => {
  await editor.click("toolbar.size");
  await editor.fill("toolbar.size.custom", "8000");
  await editor.page.keyboard.press("Enter");
  let downloads = 0;
  editor.page.on("download", () => (downloads += 1));
  await editor.click("toolbar.download");
  const notice = editor.page.locator(".notice", { hasText: /\d+ %|压缩/ });
  await notice.waitFor();
  await notice.getByRole("button", { name: "取消" }).click();
  await editor.page.waitForFunction(() => !document.querySelector(".notice"));
  await editor.exportPng(64);
  assert.equal(downloads, 0);
});

test("what an export refuses, a worker says in the page's language", async () => {
  const message = () => editor.page.evaluate(() => window.sixiang.exportPng(63).catch((error) => error.message));
  assert.match(await message(), /图片宽度/);
  await editor.click("panel.language");
  assert.match(await message(), /width of a picture/);
});
