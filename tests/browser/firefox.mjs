// Debian's Firefox by WebDriver BiDi, which it speaks itself: a profile of its own, one page, real keys, mouse and touch.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach } from "node:test";

import { root, serve } from "./support.mjs";

const require = createRequire(join(root, "build", "deps", "node_modules", "x.js"));
const WebSocket = require("ws");

const PATIENCE = 60_000; // milliseconds for one command

// Key values of https://www.w3.org/TR/webdriver2/#keyboard-actions
const KEYS = { Control: "\uE009", Shift: "\uE008", Enter: "\uE007", Escape: "\uE00C", End: "\uE010" };

const PREFERENCES = {
  "dom.disable_beforeunload": true, // what was typed may not be kept yet when a test ends
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.normandy.enabled": false,
  "browser.download.folderList": 2,
};

function start(executable, profile) {
  const process = spawn(executable, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const address = new Promise((resolve, reject) => {
    let said = "";
    process.stderr.on("data", (bytes) => {
      said += bytes;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found) resolve(`${found[1]}/session`);
    });
    process.on("error", reject);
    process.on("exit", () => reject(new Error(`Firefox did not start: ${said}`)));
  });
  return { process, address };
}

export class Firefox {
  #process;
  #profile;
  #socket;
  #context;
  #waiting = new Map();
  #last = 0;

  /** What went wrong on the page. */
  troubles = [];

  static async launch(executable) {
    const firefox = new Firefox();
    firefox.#profile = await mkdtemp(join(tmpdir(), "sixiang-firefox-"));
    const preferences = { ...PREFERENCES, "browser.download.dir": firefox.#profile };
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    await writeFile(join(firefox.#profile, "user.js"), lines.join("\n"));
    const { process, address } = start(executable, firefox.#profile);
    firefox.#process = process;
    firefox.#socket = new WebSocket(await address);
    await new Promise((resolve, reject) => firefox.#socket.once("open", resolve).once("error", reject));
    firefox.#socket.on("message", (data) => firefox.#hear(JSON.parse(data)));
    await firefox.#send("session.new", { capabilities: {} });
    await firefox.#send("session.subscribe", { events: ["log.entryAdded"] });
    const { contexts } = await firefox.#send("browsingContext.getTree", {});
    firefox.#context = contexts[0].context;
    return firefox;
  }

  async close() {
    const gone = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#socket.close();
    this.#process.kill();
    await gone;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Opens the editor, `width` by `height` CSS pixels. */
  async open(url, { width, height }) {
    const context = this.#context;
    await this.#send("browsingContext.setViewport", { context, viewport: { width, height } });
    await this.#send("browsingContext.navigate", { context, url, wait: "complete" });
    await this.evaluate("window.sixiang.ready.then(() => true)");
  }

  /** The value, JSON, of the expression or the promise that it gives. */
  async evaluate(expression) {
    const answer = await this.#send("script.evaluate", {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (answer.type !== "success") throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value);
  }

  frames(count = 4) {
    return this.evaluate(
      `new Promise((resolve) => { let left = ${count}; const step = () => left-- > 0 ? requestAnimationFrame(step) : resolve(); step(); })`,
    );
  }

  async poster() {
    return JSON.parse(await this.evaluate("window.sixiang.getPoster()"));
  }

  /** The middle of a widget of the panel, where it is shown. */
  async middle(id) {
    const { rect } = await this.evaluate(`window.sixiang.widgets().find((widget) => widget.id === "${id}")`);
    return [rect[0] + rect[2] / 2, rect[1] + rect[3] / 2];
  }

  /** Brings the widget into view and presses it. `options`: those of drag. */
  async click(id, options) {
    await this.evaluate(`window.sixiang.reveal("${id}")`);
    await this.frames();
    await this.drag([await this.middle(id)], options);
  }

  /** A window that no screen shows has no focus, and its fields hear of none of theirs. */
  tellFocus() {
    return this.evaluate(`document.hasFocus() || document.activeElement.dispatchEvent(new FocusEvent("focus"))`);
  }

  /** Pointer moves to the places, pressed from the first to the last, `held` milliseconds on the way. */
  async drag(places, { pointerType = "mouse", held = 80 } = {}) {
    const [first, ...others] = places.map(([x, y]) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y) }));
    const steps = others.flatMap((move) => [{ type: "pause", duration: held }, move]);
    await this.#act({
      type: "pointer",
      id: pointerType,
      parameters: { pointerType },
      actions: [first, { type: "pointerDown", button: 0 }, { type: "pause", duration: held }, ...steps, { type: "pointerUp", button: 0 }],
    });
    await this.frames();
  }

  /** "Control+Shift+S", "End", "x". */
  async press(keys) {
    const values = keys.split("+").map((key) => KEYS[key] ?? key.toLowerCase());
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.reverse().map((value) => ({ type: "keyUp", value }));
    await this.#act({ type: "key", id: "keyboard", actions: [...down, ...up] });
  }

  async type(text) {
    const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    await this.#act({ type: "key", id: "keyboard", actions });
    await this.frames();
  }

  #act(source) {
    return this.#send("input.performActions", { context: this.#context, actions: [source] });
  }

  #send(method, params) {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), PATIENCE);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        if (answer.type === "success") resolve(answer.result);
        else reject(new Error(`${method}: ${answer.message}`));
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #hear(message) {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    else if (message.method === "log.entryAdded" && message.params.level === "error") this.troubles.push(message.params.text);
  }
}

// What a test file works with.
export let firefox;

/** One browser for all tests of a file, an editor of its own for each, in which nothing may go wrong unseen. */
export function withFirefox() {
  let server;
  before(async () => {
    server = await serve();
    firefox = await Firefox.launch(process.env.SIXIANG_FIREFOX || "/usr/bin/firefox-esr");
  });
  beforeEach(() => firefox.open(`${server.url}?lang=zh&autosave=off`, { width: 1280, height: 2200 }));
  afterEach(() => assert.deepEqual(firefox.troubles, []));
  after(async () => {
    await firefox?.close();
    await server?.close();
  });
}
