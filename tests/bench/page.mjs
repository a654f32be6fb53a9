// How long the page takes, in Chromium, by the clock of the page itself:
//
//   node tests/bench/page.mjs [start] [typing] [export]      without one: all
//
//   start    from the navigation to the frame that shows the poster: in a new context, and at a second visit
//   typing   from a key to the frame in which the poster has other pixels, on the default poster
//   export   the longest gap between two frames while a picture 8000 pixels wide is made
//
// SIXIANG_PAGE: the folder of the page (build/web); SIXIANG_CHROMIUM: the browser. Beside other work the figures say little.

import { Editor, launch, serve } from "../browser/support.mjs";

const STARTS = 7;
const SETTLED = 3000; // milliseconds: by then the browser has kept what it compiled
const KEYS = 60;
const EXPORT_PX = 8000;

const sorted = (times) => [...times].sort((a, b) => a - b);
const quantile = (times, part) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * part))];
const row = (name, times) =>
  console.log(`${name.padEnd(28)} median ${quantile(times, 0.5).toFixed(0).padStart(5)} ms   p95 ${quantile(times, 0.95).toFixed(0).padStart(5)} ms   of ${times.length}`);

// Notes when the poster's canvas gets pixels, and when that frame is done.
function watchPoster() {
  window.drawn = []; // times of frames that show new pixels
  const afterFrame = (run) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(0);
    });
  const note = () =>
    afterFrame(() => {
      if (document.getElementById("loading").hidden) window.drawn.push(performance.now());
      else note();
    });
  const { putImageData } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.putImageData = function (...parts) {
    if (this.canvas.id === "poster") note();
    return putImageData.apply(this, parts);
  };
}

const firstDrawn = (page) => page.waitForFunction(() => window.drawn[0]).then((handle) => handle.jsonValue());

async function measureStart(browser, url) {
  const cold = [];
  const warm = [];
  for (let i = 0; i < STARTS; i += 1) {
    const editor = await Editor.open(browser, { url, script: watchPoster });
    cold.push(await firstDrawn(editor.page));
    await editor.page.waitForTimeout(SETTLED);
    await editor.page.reload();
    warm.push(await firstDrawn(editor.page));
    await editor.close();
  }
  row("first poster, new context", cold);
  row("first poster, second visit", warm);
}

async function measureTyping(browser, url, slower) {
  const editor = await Editor.open(browser, { url, script: watchPoster });
  await editor.click("gan.content.3.text");
  await editor.page.keyboard.press("End");
  const tools = await editor.devTools();
  await tools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await editor.page.evaluate(() => {
    window.pressed = [];
    window.addEventListener("keydown", (event) => window.pressed.push(event.timeStamp), true);
  });
  const times = [];
  for (let i = 0; i < KEYS; i += 1) {
    await editor.page.evaluate(() => ([window.pressed, window.drawn] = [[], []]));
    await editor.page.keyboard.press(String.fromCharCode(97 + (i % 26)));
    await editor.page.waitForFunction(() => window.drawn.length > 0);
    times.push(await editor.page.evaluate(() => window.drawn[0] - window.pressed[0]));
    await editor.page.waitForTimeout(120); // as fast as hands are
  }
  row(slower > 1 ? `key to pixels, ${slower} times slower` : "key to pixels", times.slice(5));
  const { layoutMs, renderMs } = await editor.stats();
  console.log(`   the last: layout ${layoutMs.toFixed(1)} ms, render ${renderMs.toFixed(1)} ms`);
  await editor.close();
}

async function measureExport(browser, url) {
  const editor = await Editor.open(browser, { url });
  const { gap, took, bytes } = await editor.page.evaluate(async (px) => {
    let gap = 0;
    let last = performance.now();
    let goesOn = true;
    const frame = (now) => {
      gap = Math.max(gap, now - last);
      last = now;
      if (goesOn) requestAnimationFrame(frame);
    };
    await new Promise((resolve) => setTimeout(resolve, 500));
    last = performance.now();
    requestAnimationFrame(frame);
    const started = performance.now();
    const { length } = await window.sixiang.exportPng(px);
    const took = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 200));
    goesOn = false;
    return { gap, took, bytes: length };
  }, EXPORT_PX);
  console.log(`PNG of ${EXPORT_PX} px: ${took.toFixed(0)} ms, ${bytes} bytes; longest gap between frames ${gap.toFixed(0)} ms`);
  await editor.close();
}

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
const server = await serve({ keeps: true });
const browser = await launch();
if (isWanted("start")) await measureStart(browser, server.url);
if (isWanted("typing")) for (const slower of [1, 4]) await measureTyping(browser, server.url, slower);
if (isWanted("export")) await measureExport(browser, server.url);
await browser.close();
await server.close();
