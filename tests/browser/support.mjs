// What the browser tests share: a static server on a free port, Chromium, and a driver that finds the panel's widgets
// through the page's public interface.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { after, afterEach, before, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const pageFolder = process.env.SIXIANG_PAGE ?? join(root, "build", "web");

const require = createRequire(join(root, "build", "deps", "node_modules", "x.js"));
const { chromium } = require("playwright-core");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

// As hosts do that know of the hashes in the names.
const cacheControl = (file) => (/\.[0-9a-f]{8}\.\w+(\.gz)?$/.test(file) ? "max-age=31536000, immutable" : "no-cache");

/**
 * Serves the page under `prefix`; `answer(path)` may give {status, body, type} in place of a file, or "silence".
 * `keeps`: browsers may keep what is served.
 */
export async function serve({ prefix = "/", answer = () => null, keeps = false } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requests.push(path);
    const given = answer(path);
    if (given === "silence") return;
    if (given) {
      response.writeHead(given.status ?? 200, { "Content-Type": given.type ?? "text/html; charset=utf-8" });
      response.end(given.body ?? "");
      return;
    }
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) || "index.html" : null;
    try {
      if (inside === null) throw new Error("outside");
      const file = normalize(inside.endsWith("/") ? `${inside}index.html` : inside);
      const body = await readFile(join(pageFolder, file));
      const type = { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" };
      response.writeHead(200, keeps ? { ...type, "Cache-Control": cacheControl(file) } : type);
      response.end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" });
      response.end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref(); // a test that fails before it closes its server does not keep the whole run waiting
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.SIXIANG_CHROMIUM || "/usr/bin/chromium",
    args: [
      "--use-gl=angle",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--no-sandbox",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
    ],
  });
}

/** A page with the editor in it, and everything that went wrong on it. */
export class Editor {
  /** `options`: those of browser.newPage, `url`, and what runs before the page's own scripts. */
  static async open(browser, { url, waits = true, script, ...options }) {
    const editor = new Editor();
    editor.context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "zh-CN",
      acceptDownloads: true,
      ...options,
    });
    if (script) await editor.context.addInitScript(script);
    editor.page = await editor.context.newPage();
    editor.troubles = [];
    editor.page.on("pageerror", (error) => editor.troubles.push(`exception: ${error.message}`));
    editor.page.on("console", (message) => {
      if (message.type() === "error") editor.troubles.push(`console: ${message.text()}`);
    });
    await editor.page.goto(url);
    if (waits) await editor.page.evaluate(() => window.sixiang.ready.then(() => true));
    return editor;
  }

  close() {
    return this.context.close();
  }

  async poster() {
    return JSON.parse(await this.page.evaluate(() => window.sixiang.getPoster()));
  }

  section(poster, id) {
    return poster.sections.find((section) => section.id === id);
  }

  stats() {
    return this.page.evaluate(() => window.sixiang.stats());
  }

  widgets() {
    return this.page.evaluate(() => window.sixiang.widgets());
  }

  async widget(id) {
    const widgets = await this.widgets();
    const found = widgets.find((widget) => widget.id === id);
    if (!found) throw new Error(`no widget ${id} among ${widgets.map((widget) => widget.id).join(" ")}`);
    return found;
  }

  /** Brings the widget into view, opening its section; gives the middle of its rectangle. */
  async reveal(id) {
    await this.page.evaluate((name) => window.sixiang.reveal(name), id);
    await this.frames();
    const { rect } = await this.widget(id);
    return { x: rect[0] + rect[2] / 2, y: rect[1] + rect[3] / 2 };
  }

  async click(id) {
    const { x, y } = await this.reveal(id);
    await this.page.mouse.click(x, y);
    await this.frames();
  }

  /** The middle of a block of the poster, in CSS pixels of the window. */
  async middleOf(block) {
    const [x, y] = await this.page.evaluate((id) => {
      const layout = JSON.parse(window.sixiang.layout());
      const { rect } = layout.blocks.find((candidate) => candidate.id === id);
      const { poster: [left, top, width] } = window.sixiang.stats();
      const scale = width / layout.page[0];
      return [left + (rect[0] + rect[2] / 2) * scale, top + (rect[1] + rect[3] / 2) * scale];
    }, block);
    return { x, y };
  }

  /** Presses a block of the poster with the mouse. */
  async pressBlock(block, options = {}) {
    const { x, y } = await this.middleOf(block);
    await this.page.mouse.click(x, y, options);
    await this.frames();
  }

  /** How far the fields are scrolled: CSS pixels. */
  scrolled() {
    return this.page.evaluate(() => window.sixiang.stats().scrolled);
  }

  /** Enters the text field and replaces what is in it. */
  async fill(id, text) {
    await this.click(id);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
    await this.frames();
  }

  /** Waits until the page has drawn what the last input asked for. */
  frames(count = 3) {
    return this.page.evaluate(
      (left) =>
        new Promise((resolve) => {
          const step = () => (left-- > 0 ? requestAnimationFrame(step) : resolve());
          step();
        }),
      count,
    );
  }

  /** The poster canvas's pixels as a hash that differs when they do. */
  pixels() {
    return this.page.evaluate(async () => {
      const canvas = document.getElementById("poster");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const digest = await crypto.subtle.digest("SHA-256", data);
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    });
  }

  async exportPng(px) {
    const base64 = await this.page.evaluate(async (size) => {
      const bytes = await window.sixiang.exportPng(size);
      let text = "";
      for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
      return btoa(text);
    }, px);
    return Buffer.from(base64, "base64");
  }

  devTools() {
    return this.context.newCDPSession(this.page);
  }
}

// What a test file works with; the names follow what the hooks below make.
export let server, browser, editor;

/** One server and one browser for all tests of a file. */
export function withBrowser() {
  before(async () => {
    server = await serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
}

/** Besides, an editor of its own for each test, in which nothing may go wrong unseen. `options`: those of Editor.open. */
export function withEditor(options = {}) {
  withBrowser();
  beforeEach(async () => {
    editor = await Editor.open(browser, { url: server.url, ...options });
  });
  afterEach(async () => {
    assert.deepEqual(editor.troubles, []);
    await editor.close();
  });
}
