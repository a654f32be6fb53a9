// The page itself: loading, failing, sizes, security, phones.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";

import { browser, Editor, pageFolder, serve, server, withBrowser } from "./support.mjs";

withBrowser();

const build = async () => {
  const page = await readFile(join(pageFolder, "index.html"), "utf8");
  return JSON.parse(page.match(/<script type="application\/json" id="build">(.*?)<\/script>/s)[1]);
};

test("the page works under any path and asks nobody else for anything", async () => {
  const nested = await serve({ prefix: "/blog/2024/poster/" });
  const outside = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(nested.url) && !/^(blob|data):/.test(url)) outside.push(url);
  });
  const violations = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto(nested.url);
  await page.evaluate(() => window.sixiang.ready.then(() => true));
  await page.evaluate(() => window.sixiang.exportPng(128).then(() => true));
  assert.deepEqual(outside, []);
  assert.deepEqual(violations, []);
  await context.close();
  await nested.close();
});

test("the first load is small", async () => {
  const { total, wasm } = await build();
  assert.ok(wasm.gzip_bytes <= 1_390_000, `wasm ${wasm.gzip_bytes}`);
  assert.ok(total.gzip_bytes <= 2_125_000, `all ${total.gzip_bytes}`);
});

test("a file that is missing is named, in both languages, with a way to try again", async () => {
  const { wasm, first_tier: fonts, script } = await build();
  for (const missing of [wasm.file, fonts[0].file, script.file]) {
    const broken = await serve({ answer: (path) => (path === `/${missing}` ? { status: 404 } : null) });
    const editor = await Editor.open(browser, { url: broken.url, waits: false });
    const box = editor.page.locator("#loading-error");
    await box.waitFor();
    const text = await box.innerText();
    assert.match(text, /没能加载/);
    assert.match(text, /could not be loaded/);
    assert.ok(text.includes(missing), text);
    assert.ok(await box.getByRole("button").isVisible());
    await editor.close();
    await broken.close();
  }
});

test("where no module can run, the page says why", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(pageFolder, "index.html")).href);
  await page.getByText("python3 -m http.server").first().waitFor();
  await page.close();
  const module = (await readdir(pageFolder)).find((name) => /^field\.\w+\.js$/.test(name));
  const broken = await serve({ answer: (path) => (path === `/${module}` ? { status: 404 } : null) });
  const editor = await Editor.open(browser, { url: broken.url, waits: false });
  await editor.page.getByText("程序文件没有全部收到").waitFor();
  await editor.close();
  await broken.close();
});

test("a server without the right type for wasm will do", async () => {
  const { wasm } = await build();
  const body = await readFile(join(pageFolder, wasm.file));
  const odd = await serve({ answer: (path) => (path === `/${wasm.file}` ? { body, type: "application/octet-stream" } : null) });
  const editor = await Editor.open(browser, { url: odd.url });
  assert.equal((await editor.poster()).title.text, "生成模型全家桶");
  await editor.close();
  await odd.close();
});

test("without WebGL the panel is drawn all the same", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
    };
  });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.evaluate(() => window.sixiang.ready.then(() => true));
  const colors = await page.evaluate(() => {
    const canvas = document.getElementById("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
  assert.ok(colors > 50, `${colors} colours`);
  await context.close();
});

test("a lost graphics context comes back", async () => {
  const editor = await Editor.open(browser, { url: server.url });
  await editor.fill("gan.content.3.text", "kept");
  await editor.page.evaluate(async () => {
    const canvas = document.getElementById("canvas");
    const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    const extension = gl?.getExtension("WEBGL_lose_context");
    if (!extension) return;
    const restored = new Promise((resolve) => canvas.addEventListener("webglcontextrestored", resolve, { once: true }));
    extension.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 50));
    extension.restoreContext();
    await restored;
  });
  await editor.frames(4);
  await editor.fill("gan.content.3.text", "and edited");
  assert.equal(editor.section(await editor.poster(), "gan").content[3].text, "and edited");
  await editor.close();
});

test("a narrow page has no sideways scroll, everything in reach and large enough to touch", async () => {
  const editor = await Editor.open(browser, {
    url: server.url,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  });
  const { page } = editor;
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  for (const { id, kind, rect } of await editor.widgets()) {
    assert.ok(rect[0] >= 0 && rect[0] + rect[2] <= 390.5, `${id} ${rect}`);
    if (kind === "button" && !id.includes(".swatch.")) assert.ok(rect[2] >= 34 && rect[3] >= 34, `${id} ${rect}`);
  }
  const { x, y } = await editor.reveal("gan.content.3.text");
  await page.touchscreen.tap(x, y);
  await editor.frames();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
  await page.keyboard.type("!");
  assert.match(editor.section(await editor.poster(), "gan").content[3].text, /!/);
  assert.deepEqual(editor.troubles, []);
  await editor.close();
});

test("the text that is edited stays in view when the room for it changes", async () => {
  const editor = await Editor.open(browser, { url: server.url });
  await editor.click("gan.content.5.text");
  for (const [width, height] of [
    [390, 844],
    [390, 480],
    [844, 390],
    [1280, 800],
  ]) {
    await editor.page.setViewportSize({ width, height });
    await editor.page.waitForFunction(([all]) => {
      const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
      const canvas = document.getElementById("canvas").getBoundingClientRect();
      const isInside = top >= canvas.top + 56 && bottom <= innerHeight && left >= canvas.left && right <= canvas.right;
      return innerWidth === all && document.activeElement.matches(".field") && isInside;
    }, [width]);
  }
  assert.deepEqual(editor.troubles, []);
  await editor.close();
});

// Of the pixels that the screen shows of the poster, how many are not the canvas's own: [all, others].
async function foreignPixels(editor) {
  const image = (await editor.page.screenshot({ scale: "device" })).toString("base64");
  return editor.page.evaluate(async (base64) => {
    const canvas = document.getElementById("poster");
    const { width, height } = canvas;
    const box = canvas.getBoundingClientRect();
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const screen = await createImageBitmap(new Blob([bytes], { type: "image/png" }), { colorSpaceConversion: "none" });
    const copy = new OffscreenCanvas(width, height).getContext("2d");
    copy.drawImage(screen, -Math.round(box.left * devicePixelRatio), -Math.round(box.top * devicePixelRatio));
    const shown = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
    const meant = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer);
    const edge = Math.ceil(2 * devicePixelRatio); // of its outline
    const isInner = (at, end) => at >= edge && at < end - edge;
    let [all, others] = [0, 0];
    meant.forEach((pixel, index) => {
      if (!isInner(index % width, width) && !isInner(Math.floor(index / width), height)) return;
      all += 1;
      if (pixel !== shown[index]) others += 1;
    });
    return [all, others];
  }, image);
}

for (const density of [1, 1.1, 1.25, 1.5, 1.75, 2, 2.625]) {
  test(`the screen shows the poster's own pixels at ${density} of them a CSS pixel`, async () => {
    const editor = await Editor.open(browser, { url: server.url, deviceScaleFactor: density });
    for (const [width, height] of [
      [1280, 800],
      [1281, 801],
      [1003, 718],
      [777, 613],
      [390, 844],
      [413, 731],
    ]) {
      await editor.page.setViewportSize({ width, height });
      await editor.page.waitForFunction(([across, down]) => {
        const { width: panel, height: tall } = document.getElementById("canvas").getBoundingClientRect();
        return innerWidth === across && innerHeight === down && Math.abs(panel - across) < 1 && Math.abs(tall - down) < 1;
      }, [width, height]);
      await editor.frames();
      // A window that has become one pixel wider may be shown once before its new picture is drawn.
      let [all, others] = await foreignPixels(editor);
      for (let tries = 0; others > 0 && tries < 5; ++tries) {
        await editor.frames();
        [all, others] = await foreignPixels(editor);
      }
      assert.ok(all > 20_000 && others === 0, `${width} × ${height}: ${others} of ${all}`);
    }
    assert.deepEqual(editor.troubles, []);
    await editor.close();
  });
}
