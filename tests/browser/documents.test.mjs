// Documents and pictures in and out, and the public interface.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { editor, root, withEditor } from "./support.mjs";

const run = promisify(execFile);
const sixiang = process.env.SIXIANG_CLI ?? join(root, "build", "native", "sixiang");

withEditor();

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "sixiang-"));
});
after(async () => {
  await rm(folder, { recursive: true, force: true });
});

const setPoster = (text) => editor.page.evaluate((json) => window.sixiang.setPoster(json), text);

async function renderNatively(poster, px) {
  const file = join(folder, "poster.json");
  await writeFile(file, poster);
  const output = join(folder, "poster.png");
  await run(sixiang, ["render", file, "-o", output, "--size", String(px)]);
  return readFile(output);
}

test("the export is byte for byte what the command line renders", { skip: !existsSync(sixiang) }, async () => {
  await editor.fill("gan.content.3.text", "詹森散度 $√ᾱ_t$ 鑫淼");
  await editor.page.keyboard.press("Enter");
  const poster = await editor.page.evaluate(() => window.sixiang.getPoster());
  for (const px of [333, 1080]) {
    const here = await editor.exportPng(px);
    assert.ok(here.equals(await renderNatively(poster, px)), `${px} px`);
  }
});

test("the preview shows the export's own pixels", async () => {
  const same = await editor.page.evaluate(async () => {
    const canvas = document.getElementById("poster");
    const bytes = await window.sixiang.exportPng(canvas.width);
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }), { colorSpaceConversion: "none" });
    const other = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    other.drawImage(picture, 0, 0);
    const shown = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const exported = other.getImageData(0, 0, canvas.width, canvas.height).data;
    return shown.length === exported.length && shown.every((value, index) => value === exported[index]);
  });
  assert.ok(same);
});

test("the download is the export", async () => {
  const [download] = await Promise.all([editor.page.waitForEvent("download"), editor.click("toolbar.download")]);
  assert.equal(download.suggestedFilename(), "生成模型全家桶-1080.png");
  const saved = await readFile(await download.path());
  assert.ok(saved.equals(await editor.exportPng(1080)));
});

test("a title that is no file's name makes one that is", async () => {
  for (const [title, name] of [
    ["CON", "poster CON"],
    ["图\u202egnp.exe", "图gnp.exe"],
    ["a/b: c. . ", "a b c"],
  ]) {
    await editor.fill("title.text", title);
    await editor.page.keyboard.press("Enter");
    const [download] = await Promise.all([editor.page.waitForEvent("download"), editor.click("toolbar.save")]);
    assert.equal(download.suggestedFilename(), `${name}.json`);
  }
});

test("the size of the download is chosen", async () => {
  await editor.click("toolbar.size");
  await editor.fill("toolbar.size.custom", "256");
  await editor.page.keyboard.press("Enter");
  const [download] = await Promise.all([editor.page.waitForEvent("download"), editor.click("toolbar.download")]);
  const saved = await readFile(await download.path());
  assert.equal(saved.readUInt32BE(16), 256);
});

test("a picture outside the limits is refused with the limits", async () => {
  for (const px of [0, 63, 16385, 100.5, "x"]) {
    const message = await editor.page.evaluate((size) => window.sixiang.exportPng(size).then(String, (e) => e.message), px);
    assert.match(message, /64.*16384/);
  }
});

test("a picture that there is no memory for is refused before it is drawn, and the editor goes on", async () => {
  await editor.page.addInitScript(() => (window.Worker = undefined)); // in one there is more
  await editor.page.reload();
  await editor.page.evaluate(() => window.sixiang.ready.then(() => true));
  await editor.page.evaluate(() => {
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError("no more");
    };
  });
  const refused = await editor.page.evaluate(() => window.sixiang.exportPng(7000).then(String, (error) => error.message));
  assert.match(refused, /请选小一些的尺寸/);
  assert.ok((await editor.exportPng(128)).length > 1000);
});

test("a document is saved and opened again", async () => {
  await editor.fill("gan.title", "GAN 改名");
  await editor.page.keyboard.press("Enter");
  const [download] = await Promise.all([editor.page.waitForEvent("download"), editor.click("toolbar.save")]);
  const text = await readFile(await download.path(), "utf8");
  assert.equal(text, await editor.page.evaluate(() => window.sixiang.getPoster()));
  await setPoster(text.replace("GAN 改名", "别的"));
  await editor.page.setInputFiles("#file", { name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await editor.frames();
  assert.equal(await editor.page.evaluate(() => window.sixiang.getPoster()), text);
});

test("a wrong document says what is wrong and leaves the open one as it is", async () => {
  const before = await editor.page.evaluate(() => window.sixiang.getPoster());
  for (const text of ["", "{", "[]", '{"format":"sixiang-poster"}', before.replace("#A8D8EA", "bluish"), "[".repeat(10_000_000)]) {
    const answer = await setPoster(text);
    assert.equal(answer.ok, false);
    assert.ok(answer.errors.length > 0);
    assert.ok(answer.errors.every(({ path, message }) => typeof path === "string" && message.length > 0));
  }
  const { errors } = await setPoster(before.replace("#A8D8EA", "bluish"));
  assert.equal(errors[0].path, "sections[0].colors.fill");
  await editor.page.setInputFiles("#file", { name: "a.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await editor.page.getByText("这不是可用的海报文件").waitFor();
  assert.equal(await editor.page.evaluate(() => window.sixiang.getPoster()), before);
});

test("a picture is no poster, and a poster is text", async () => {
  const before = await editor.page.evaluate(() => window.sixiang.getPoster());
  const buffer = await editor.exportPng(64);
  await editor.page.setInputFiles("#file", { name: "a.json", mimeType: "application/json", buffer });
  await editor.page.getByText("这是图片").waitFor();
  for (const value of ["undefined", "null", "5", "{}"]) {
    const { ok, errors } = await editor.page.evaluate(`window.sixiang.setPoster(${value})`);
    assert.equal(ok, false);
    assert.match(errors[0].message, /JSON/);
  }
  assert.equal(await editor.page.evaluate(() => window.sixiang.getPoster()), before);
});

test("a file that is dropped is opened", async () => {
  const poster = await editor.poster();
  poster.title.text = "拖进来的";
  const drag = (type, json) =>
    editor.page.evaluate(
      ([name, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], "b.json", { type: "application/json" }));
        const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
        document.getElementById("poster").dispatchEvent(event);
        return getComputedStyle(document.getElementById("canvas")).outlineStyle;
      },
      [type, json],
    );
  await drag("drop", "{");
  const complaint = editor.page.getByText("这不是可用的海报文件");
  await complaint.waitFor();
  assert.equal(await drag("dragover", "{"), "dashed", "the page shows that it takes the file");
  assert.equal(await drag("dragleave", "{"), "none");
  await drag("dragover", "{");
  assert.equal(await drag("drop", JSON.stringify(poster)), "none");
  await editor.page.getByText("已打开：b.json").waitFor();
  assert.equal((await editor.poster()).title.text, "拖进来的");
  assert.equal(await complaint.count(), 0, "what was wrong with the last file is no longer said");
});

test("what is said of a file takes the place of what was said of the one before", async () => {
  const text = await editor.page.evaluate(() => window.sixiang.getPoster());
  const picture = await editor.exportPng(64);
  const choose = (buffer) => editor.page.setInputFiles("#file", { name: "a.json", mimeType: "application/json", buffer });
  const notices = editor.page.locator(".notice");
  for (const [buffer, words] of [
    [Buffer.alloc(3_000_000, " "), "文件太大"],
    [picture, "这是图片"],
    [Buffer.from("{"), "这不是可用的海报文件"],
    [Buffer.from(text), "已打开：a.json"],
    [picture, "这是图片"],
    [Buffer.from(text), "已打开：a.json"],
  ]) {
    await choose(buffer);
    await notices.getByText(words).waitFor();
    assert.equal(await notices.count(), 1, await notices.allInnerTexts());
  }
  // So it is with pictures: one that cannot be drawn, then one that can.
  await editor.page.evaluate(() => {
    const { write } = navigator.clipboard;
    let refuses = true;
    navigator.clipboard.write = (items) => {
      if (!refuses) return write.call(navigator.clipboard, items);
      refuses = false;
      return Promise.reject(new Error("busy"));
    };
  });
  await editor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await editor.click("toolbar.size");
  await editor.click("toolbar.copy");
  await notices.getByText("没能复制图片：busy").waitFor();
  await editor.click("toolbar.copy");
  await notices.getByText("图片已复制").waitFor();
  assert.equal(await notices.getByText("没能复制图片").count(), 0);
});

test("the picture is copied to the clipboard", async () => {
  await editor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await editor.click("toolbar.size");
  await editor.click("toolbar.copy");
  await editor.page.getByText("图片已复制").waitFor();
  const size = await editor.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item.getType("image/png"));
    return [picture.width, picture.height];
  });
  assert.deepEqual(size, [1080, 1080]);
});

test("what is to be looked at is listed, and leads to its field", async () => {
  const poster = await editor.poster();
  editor.section(poster, "ar").content[2].text = "价格 $x";
  await setPoster(JSON.stringify(poster));
  await editor.frames();
  await editor.click("toolbar.problems");
  const problem = (await editor.widgets()).find(({ id, value }) => id.startsWith("problems.") && value === "unclosed-dollar");
  assert.ok(problem, "the dollar is listed");
  await editor.click(problem.id);
  assert.equal(await editor.page.evaluate(() => document.activeElement.value), "价格 $x");
  // A decoration has no text: its details are shown.
  poster.sections = [];
  await setPoster(JSON.stringify(poster));
  await editor.frames();
  await editor.click("toolbar.problems");
  const omitted = (await editor.widgets()).find(({ id, label }) => id.startsWith("problems.") && label.includes("装饰"));
  await editor.click(omitted.id);
  await editor.frames();
  const shape = (await editor.widgets()).find(({ id }) => /^decorations\.\d+\.kind$/.test(id));
  assert.ok(shape?.visible);
});

test("the sample poster comes back as a step that can be undone", async () => {
  const sample = await editor.poster();
  await editor.fill("gan.title", "mine");
  await editor.page.keyboard.press("Enter");
  await editor.click("panel.sample");
  await editor.page.getByText("点「撤销」可以找回原来的").waitFor();
  assert.deepEqual(await editor.poster(), sample);
  await editor.click("toolbar.undo");
  assert.equal(editor.section(await editor.poster(), "gan").title, "mine");
});

test("setPoster is one step that can be undone", async () => {
  const before = await editor.poster();
  const changed = structuredClone(before);
  changed.title.text = "新标题";
  assert.deepEqual(await setPoster(JSON.stringify(changed)), { ok: true, errors: [] });
  await editor.frames();
  assert.equal((await editor.poster()).title.text, "新标题");
  await editor.click("toolbar.undo");
  assert.deepEqual(await editor.poster(), before);
});

test("posters with other sections than four are edited like any", async () => {
  const poster = await editor.poster();
  poster.sections = poster.sections.slice(0, 2);
  delete poster.center;
  await setPoster(JSON.stringify(poster));
  await editor.frames();
  const ids = (await editor.widgets()).map(({ id }) => id);
  assert.ok(ids.includes("vae") && !ids.includes("ar"));
  await editor.fill("vae.content.1.text", "x");
  assert.equal(editor.section(await editor.poster(), "vae").content[1].text, "x");
});

test("layout and stats have the promised form", async () => {
  const layout = JSON.parse(await editor.page.evaluate(() => window.sixiang.layout()));
  assert.deepEqual(layout.page, [1080, 1080]);
  assert.ok(layout.blocks.some(({ id, rect }) => id === "gan.content.3" && rect.length === 4));
  const stats = await editor.stats();
  for (const key of ["framesDrawn", "layoutMs", "renderMs", "heapBytes"]) assert.ok(stats[key] > 0, key);
});

test("a new poster is one of the gallery or a blank page, as steps that can be undone", async () => {
  const before = await editor.poster();
  await editor.click("panel.new");
  await editor.click("panel.new.from.https-journey");
  await editor.page.getByText("已打开。点「撤销」可以找回原来的。").waitFor();
  assert.equal((await editor.poster()).title.text, "一次 HTTPS 请求的旅程");
  await editor.click("panel.new");
  await editor.click("panel.new.1080x1440");
  assert.deepEqual(await editor.poster().then(({ page }) => [page.width, page.height]), [1080, 1440]);
  await editor.click("toolbar.undo");
  await editor.click("toolbar.undo");
  assert.deepEqual(await editor.poster(), before);
});
