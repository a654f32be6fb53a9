// Where memory or time is short: what does not fit is refused before it is begun, what comes too fast is done at once.

import assert from "node:assert/strict";
import { test } from "node:test";

import { browser, Editor, server, withBrowser } from "./support.mjs";

withBrowser();

// The module's memory grows to `window.mostBytes` and no further, as on a machine that has no more.
const cap = () => {
  window.mostBytes = Infinity;
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > window.mostBytes) throw new RangeError("no more memory");
    return grow.call(this, pages);
  };
};

const setMost = (editor, bytes) => editor.page.evaluate((most) => (window.mostBytes = most), bytes);
const setPoster = (editor, text) => editor.page.evaluate((json) => window.sixiang.setPoster(json), text);

test("a document that does not fit into memory is refused, and the editor goes on", async () => {
  const editor = await Editor.open(browser, { url: server.url, script: cap });
  const before = await editor.poster();
  const text = JSON.stringify(before) + " ".repeat(1_200_000);
  const { heapBytes } = await editor.stats();
  for (const most of [heapBytes, heapBytes + (8 << 20), 50_000_000]) {
    await setMost(editor, most);
    const { ok, errors } = await setPoster(editor, text);
    assert.equal(ok, false, `${most}`);
    assert.match(errors[0].message, /内存不够/);
    const file = { name: "large.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await editor.page.setInputFiles("#file", file);
    await editor.page.locator(".notice.error", { hasText: "内存不够" }).waitFor();
    assert.deepEqual(await editor.poster(), before);
  }
  await setMost(editor, Infinity);
  await editor.fill("gan.content.3.text", "还在");
  assert.equal(editor.section(await editor.poster(), "gan").content[3].text, "还在");
  assert.equal((await setPoster(editor, text)).ok, true);
  assert.deepEqual(editor.troubles, []);
  await editor.close();
});

test("what is larger than any document is refused before it is copied", async () => {
  const editor = await Editor.open(browser, { url: server.url });
  const { heapBytes } = await editor.stats();
  const { answer, took } = await editor.page.evaluate(() => {
    const text = "[".repeat(200_000_000);
    const started = performance.now();
    return { answer: window.sixiang.setPoster(text), took: performance.now() - started };
  });
  assert.equal(answer.ok, false);
  assert.match(answer.errors[0].message, /2 MB/);
  assert.ok(took < 50, `${took} ms`);
  // A file is not even read.
  await editor.page.evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new Error("read"));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(3_000_000)], "b.json"));
    document.getElementById("poster").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await editor.page.getByText("文件太大").waitFor();
  assert.equal((await editor.stats()).heapBytes, heapBytes);
  await editor.close();
});

test("keys that come while a layout takes long are laid out together", async () => {
  const editor = await Editor.open(browser, {
    url: server.url,
    script: () => {
      window.pictures = 0;
      const { putImageData } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.putImageData = function (...parts) {
        if (this.canvas.id === "poster") window.pictures += 1;
        return putImageData.apply(this, parts);
      };
    },
  });
  await editor.fill("gan.content.3.text", "x");
  const devTools = await editor.devTools();
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: 20 });
  await editor.page.evaluate(() => (window.pictures = 0));
  const text = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
  await Promise.all([...text].map((key) => devTools.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key })));
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await editor.frames();
  assert.equal(editor.section(await editor.poster(), "gan").content[3].text, `x${text}`);
  const pictures = await editor.page.evaluate(() => window.pictures);
  assert.ok(pictures >= 1 && pictures <= text.length / 4, `${pictures} pictures for ${text.length} keys`);
  await editor.close();
});
