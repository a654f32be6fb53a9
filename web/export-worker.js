// Makes files of posters beside the page (exports.js). It fetches nothing: the page gives it the module and the fonts.

import { Engine } from "./engine.js";

const PERCENT = 0.01;

let engine = null;
let told = 0; // the progress that was last told
let receive = () => {}; // takes the fonts that were asked for
const asked = new Set();

const next = () => new Promise((resolve) => (receive = resolve));

async function start({ module, script, manifest }) {
  const { default: create } = await import(script);
  engine = await Engine.create({ create, module }, undefined, (part) => {
    if (part < 1 && part - told < PERCENT) return;
    told = part;
    postMessage({ type: "progress", part });
  });
  engine.onBroken = () => postMessage({ type: "broken" });
  if (!engine.call("start", manifest)) throw new Error(engine.answerText());
  postMessage({ type: "ready" });
}

// With fonts texts take other room, and other characters may be wanted then. What the page has not, it was not given.
async function collectFonts() {
  for (;;) {
    const files = engine
      .json("wanted_fonts")
      .map(({ file }) => file)
      .filter((file) => !asked.has(file));
    if (files.length === 0) return;
    postMessage({ type: "fonts", files });
    const fonts = await next();
    for (const file of files) asked.add(file);
    for (const { file, bytes } of fonts) engine.call("load_font", file, bytes);
    engine.call("fonts_arrived");
  }
}

async function make({ poster, format, px, chinese }) {
  engine.call("set_language", chinese);
  const answer = engine.open("open_poster", poster);
  if (!answer.ok) throw new Error(answer.errors[0].message);
  asked.clear();
  await collectFonts();
  told = 0;
  if (!engine.call("export_page", format, px)) throw new Error(engine.answerText());
  const bytes = engine.answerBytes();
  engine.call("forget_answer");
  postMessage({ type: "made", bytes, heapBytes: engine.heapBytes() }, [bytes.buffer]);
}

onmessage = ({ data }) => {
  if (data.type === "start") start(data).catch(() => postMessage({ type: "failed" }));
  else if (data.type === "make") make(data).catch((error) => postMessage({ type: "refused", message: error.message }));
  else if (data.type === "fonts") receive(data.fonts);
};
