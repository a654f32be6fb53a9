// Starts the editor and ties its parts together.

import { makeApi } from "./api.js";
import { Engine } from "./engine.js";
import { Fields } from "./field.js";
import { Files } from "./files.js";
import { Fonts, registerFace } from "./fonts.js";
import { listenForShortcuts } from "./keys.js";
import { LoadError, loadEverything } from "./loader.js";
import { Notices } from "./notices.js";
import { Panel } from "./panel.js";
import { Preview } from "./preview.js";
import { bothWords, initialLanguage, keepLanguage, useLanguage, word } from "./words.js";

const element = (id) => document.getElementById(id);

const DEFAULT_POSTER = "generative-models";
const KEEP_AFTER = 400;

// Taken by embedders before the editor is there.
let fulfil, reject;
window.sixiang = { ready: new Promise((resolve, refuse) => ([fulfil, reject] = [resolve, refuse])) };
window.sixiang.ready.catch(() => {});

function showLoadError(error) {
  element("loading-bar").hidden = true;
  element("loading-text").hidden = true;
  const box = element("loading-error");
  box.replaceChildren();
  for (const name of ["loadFailed", "loadFailedHint"]) {
    for (const [index, text] of bothWords(name).entries()) {
      const line = document.createElement("p");
      line.lang = index === 0 ? "zh" : "en";
      line.textContent = text;
      box.append(line);
    }
  }
  const detail = document.createElement("p");
  const code = document.createElement("code");
  code.textContent = error instanceof LoadError ? error.message : String(error);
  detail.append(code);
  const retry = document.createElement("button");
  retry.type = "button";
  retry.className = "button primary";
  retry.textContent = bothWords("retry").join(" · ");
  retry.addEventListener("click", () => location.reload());
  box.append(detail, retry);
  box.hidden = false;
}

function setLanguage(engine, language) {
  useLanguage(language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  engine.call("set_language", language === "zh" ? 1 : 0);
}

async function startEngine(build) {
  const canvas = element("canvas");
  const bar = element("loading-bar");
  const posterEntry = build.posters?.[DEFAULT_POSTER];
  const loaded = await loadEverything(build, posterEntry?.file, (done) => (bar.value = done));
  element("loading-text").textContent = bothWords("starting").join(" ");
  const engine = await Engine.create(loaded, canvas);
  if (!engine.call("start", loaded.manifest)) throw new Error(engine.answerText());
  const folder = build.fonts.file.slice(0, build.fonts.file.lastIndexOf("/") + 1);
  for (const { file, bytes } of loaded.fonts) {
    const name = file.slice(folder.length);
    engine.call("load_font", name, bytes);
    registerFace(engine.json("font_slice", name), bytes);
  }
  if (loaded.poster) {
    const answer = engine.json("open_poster", loaded.poster);
    if (!answer.ok) throw new LoadError(posterEntry.file, answer.errors.map((error) => error.message).join("; "));
  }
  return { engine, folder, sample: loaded.poster };
}

// Keeps the last document that is known to be whole, and offers it should the engine ever stop. Gives the function to call
// after each frame.
function keepCopies(engine, stop, notices, files) {
  let kept = "";
  let keeping = 0;
  engine.onBroken = () => {
    clearTimeout(keeping);
    stop();
    const action = [word("saveFile"), () => files().saveDocument(kept, "poster")];
    notices.show(word("broken"), { kind: "error", stays: true, actions: kept ? [action] : [] });
  };
  return () => {
    clearTimeout(keeping);
    keeping = setTimeout(() => (kept = engine.text("get_poster")), KEEP_AFTER);
  };
}

// What concerns the page as a whole: shortcuts, Tab from outside, the network, leaving, dropped files.
function listenAround({ engine, fields, fonts, files, act }) {
  listenForShortcuts(element("app"), fields, act);
  for (const [gate, step] of [["gate-before", 1], ["gate-after", -1]]) {
    element(gate).addEventListener("focus", (event) => {
      // Reached from outside, Tab goes on to the first field (or the last); on the way out it goes on out.
      if (event.relatedTarget?.classList?.contains("field")) return;
      const id = engine.text("next_field", "", step);
      if (id) fields.edit(id, true);
    });
  }
  window.addEventListener("online", () => fonts.retry());
  window.addEventListener("beforeunload", (event) => {
    if (engine.call("is_changed")) event.preventDefault();
  });
  for (const type of ["dragover", "drop"]) {
    element("app").addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      if (type === "drop" && file) files.read(file);
    });
  }
}

// As a step that can be undone; what was open stays if the file is no poster.
function openDocument(engine, notices, bytes, name) {
  const answer = engine.json("set_poster", bytes);
  if (answer.ok) {
    engine.call("mark_saved");
    notices.show(word("opened") + name);
    return;
  }
  const reasons = answer.errors.slice(0, 3).map(({ path, message }) => (path ? `${path}: ${message}` : message));
  const close = [word("close"), () => {}];
  notices.show(`${word("fileWrong")} ${reasons.join("  ")}`, { kind: "error", stays: true, actions: [close] });
}

function wireEditor({ engine, folder, sample }) {
  const notices = new Notices(element("notices"));
  let fields, files, fonts, preview;

  const keepSoon = keepCopies(engine, () => panel.stop(), notices, () => files);

  const act = (name) => {
    fields.leave();
    engine.call("act", name);
    panel.drawNow();
  };

  const perform = {
    leave: () => fields.leave(),
    focus: (effect) => fields.edit(effect.id, effect.selects === true),
    insert: (effect) => fields.insert(effect.text, effect.back),
    open: () => files.choose(),
    sample: () => {
      engine.json("set_poster", sample);
      panel.wake();
    },
    save: () => {
      files.saveDocument(engine.text("get_poster"), engine.text("poster_name"));
      engine.call("mark_saved");
    },
    download: (effect) => files.savePicture(effect.px, engine.text("poster_name")),
    copy: (effect) => files.copyPicture(effect.px),
    reveal: (effect) => panel.reveal(effect.y, effect.height, effect.pinned),
    cursor: (effect) => (element("canvas").style.cursor = effect.shape),
    notice: (effect) => notices.show(effect.text, { kind: effect.kind }),
    language: (effect) => {
      keepLanguage(effect.language);
      useLanguage(effect.language);
      document.documentElement.lang = effect.language === "zh" ? "zh-CN" : "en";
    },
  };

  const panel = new Panel(
    engine,
    { canvas: element("canvas"), content: element("panel-content"), scroller: element("panel") },
    {
      preview: () => preview.update(),
      fonts: () => fonts.update(),
      effects: (list) => list.forEach((effect) => perform[effect.do](effect)),
      drawn: () => {
        fields.follow();
        preview.mark();
        keepSoon();
      },
      hover: (x, y) => fields.hover(x, y),
      press: (x, y) => fields.press(x, y),
      click: (x, y) => fields.click(x, y),
      scroll: () => fields.scrolled(),
    },
  );
  fields = new Fields(engine, panel, [...document.querySelectorAll(".field")]);
  fonts = new Fonts(engine, notices, folder, () => {
    engine.call("fonts_arrived");
    panel.wake();
  });
  preview = new Preview(engine, panel, { canvas: element("poster"), room: element("paper"), mark: element("mark") }, (x, y) => {
    engine.call("pick", x, y);
    panel.drawNow();
  });
  const api = makeApi({ engine, panel, fonts, canvas: element("canvas") });
  files = new Files(notices, api.exportPng, (bytes, name) => {
    openDocument(engine, notices, bytes, name);
    panel.wake();
  });
  listenAround({ engine, fields, fonts, files, act });
  return { panel, preview, api };
}

async function start() {
  const build = JSON.parse(element("build").textContent);
  const started = await startEngine(build);
  setLanguage(started.engine, initialLanguage());
  element("app").classList.remove("loading");
  const { panel, preview, api } = wireEditor(started);
  panel.fit();
  preview.fit();
  panel.drawNow();
  Object.assign(window.sixiang, api);
  element("loading").hidden = true;
  fulfil(window.sixiang);
}

start().catch((error) => {
  console.error(error);
  showLoadError(error);
  reject(error);
});
