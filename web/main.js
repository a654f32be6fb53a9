// Starts the editor and ties its parts together.

import { makeApi } from "./api.js";
import { Drafts } from "./drafts.js";
import { Engine } from "./engine.js";
import { Fields } from "./field.js";
import { Files } from "./files.js";
import { Fonts, registerFace } from "./fonts.js";
import { listenForShortcuts } from "./keys.js";
import { LoadError, loadEverything } from "./loader.js";
import { Notices } from "./notices.js";
import { Panel } from "./panel.js";
import { Preview } from "./preview.js";
import { Stops } from "./stops.js";
import { bothWords, initialLanguage, keepLanguage, useLanguage, word } from "./words.js";

const element = (id) => document.getElementById(id);

const DEFAULT_POSTER = "generative-models";
const KEEP_AFTER = 300;

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
    const name = file.slice(folder.length).replace(/\.gz$/, "");
    if (!engine.call("load_font", name, bytes)) throw new LoadError(file, "not a font");
    registerFace(engine.json("font_slice", name), bytes);
  }
  if (loaded.poster) {
    const answer = engine.json("open_poster", loaded.poster);
    if (!answer.ok) throw new LoadError(posterEntry.file, answer.errors.map((error) => error.message).join("; "));
  }
  return { engine, folder, everyday: build.everyday, sample: loaded.poster };
}

// Opens what was kept the last time. Gives the notice about it, if there is one to be shown.
async function restoreDraft(engine, drafts) {
  const sample = engine.text("get_poster");
  drafts.assume(sample);
  const kept = await drafts.kept().catch(() => []);
  for (const [index, { slot, text }] of kept.entries()) {
    if (!engine.json("open_poster", text).ok) continue;
    const opened = engine.text("get_poster");
    if (slot === "left") drafts.adopt(opened);
    else drafts.assume(opened, slot);
    if (index > 0) return { damaged: kept[0].text, name: "draftDamaged" };
    return opened === sample ? null : { name: "restored" };
  }
  return kept.length > 0 ? { damaged: kept[0].text, name: "draftsDamaged" } : null;
}

// Keeps the poster as it is worked on, and offers what was kept last should the engine ever stop.
function keepWork({ engine, drafts, notices, files, stop }) {
  let kept = "";
  let timer = 0;
  let isBroken = false;
  let hideFailure = null;
  const offer = [word("saveFile"), () => files().saveDocument(kept, "poster")];
  engine.onBroken = () => {
    isBroken = true;
    stop();
    notices.show(word("broken"), { kind: "error", stays: true, actions: kept ? [offer] : [] });
  };
  drafts.onFailure = () => {
    hideFailure ??= notices.show(word("draftFailed"), { kind: "error", stays: true, actions: [offer, [word("close"), () => {}]] });
  };
  drafts.onSuccess = () => {
    hideFailure?.();
    hideFailure = null;
  };
  const keep = () => {
    timer = 0;
    if (isBroken) return;
    kept = engine.text("get_poster");
    drafts.keep(kept);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) keep();
  });
  window.addEventListener("pagehide", (event) => {
    if (!isBroken) drafts.leave(engine.text("get_poster"));
    if (!event.persisted) drafts.release();
  });
  window.addEventListener("beforeunload", (event) => {
    // What is stored comes back by itself.
    if (!isBroken && engine.call("is_changed") && !drafts.holds(engine.text("get_poster"))) event.preventDefault();
  });
  return () => (timer ||= setTimeout(keep, KEEP_AFTER));
}

// What concerns the page as a whole: shortcuts, the network, dropped files.
function listenAround({ engine, fields, fonts, files, act }) {
  listenForShortcuts(element("app"), fields, act);
  window.addEventListener("online", () => fonts.retry());
  const showDrop = (isOver) => element("app").classList.toggle("dropping", isOver);
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) showDrop(false);
  });
  for (const type of ["dragover", "drop"]) {
    document.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes("Files") || event.target.type === "file") return;
      event.preventDefault();
      showDrop(type === "dragover");
      const file = event.dataTransfer.files[0];
      if (type === "drop" && file) files.read(file);
    });
  }
}

// As a step that can be undone; what was open stays if the file is no poster. Gives what takes its message away.
function openDocument(engine, notices, bytes, name) {
  const answer = engine.json("set_poster", bytes);
  if (answer.ok) {
    engine.call("mark_saved");
    return notices.show(word("opened") + name);
  }
  const reasons = answer.errors.slice(0, 3).map(({ path, message }) => (path ? `${path}: ${message}` : message));
  if (answer.errors.length > reasons.length) reasons.push("…");
  const close = [word("close"), () => {}];
  return notices.show([word("fileWrong"), ...reasons].join("\n"), { kind: "error", stays: true, actions: [close] });
}

function tellRestored(notices, { name, damaged }, openSample, files) {
  const actions = damaged ? [[word("saveFile"), () => files().saveDocument(damaged, "poster")]] : [];
  if (name === "restored") actions.push([word("toSample"), openSample]);
  return notices.show(word(name), { kind: name === "restored" ? "" : "error", actions });
}

function wireEditor({ engine, folder, everyday, sample, drafts, restored }) {
  const notices = new Notices(element("notices"));
  let fields, files, fonts, preview, stops;

  const keepSoon = keepWork({ engine, drafts, notices, files: () => files, stop: () => panel.stop() });

  const act = (name) => {
    fields.leave();
    engine.call("act", name);
    panel.drawNow();
  };

  const perform = {
    leave: () => fields.leave(),
    focus: (effect) => {
      if (!fields.edit(effect.id, effect.selects === true)) stops.focus(effect.id);
    },
    insert: (effect) => fields.insert(effect.text, effect.back),
    open: () => files.choose(),
    sample: () => {
      fields.leave();
      const before = engine.text("get_poster");
      engine.json("set_poster", sample);
      if (engine.text("get_poster") !== before) notices.show(word("sampleOpened"));
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
      widgets: () => stops.update(),
      fonts: () => fonts.update(),
      effects: (list) => list.forEach((effect) => perform[effect.do](effect)),
      drawn: () => {
        fields.follow();
        preview.mark();
        keepSoon();
      },
      hover: (x, y) => fields.hover(x, y),
      press: (x, y, event) => {
        fields.press(x, y);
        stops.startAt(event.clientX, event.clientY);
      },
      fieldAt: (x, y) => engine.text("field_at", x, y),
      click: (id) => fields.click(id),
      scroll: () => fields.scrolled(),
      resized: () => fields.show(),
    },
  );
  fields = new Fields(engine, panel, [...document.querySelectorAll(".field")]);
  stops = new Stops(engine, panel, fields, { pinned: element("stops-pinned"), scrolled: element("stops-scrolled") }, act);
  fields.onTab = (id, by) => {
    // What stands only below a field that is edited is nothing to go to.
    fields.leave();
    panel.drawNow();
    return stops.step(id, by);
  };
  fields.onLeave = (id) => stops.startFrom(id);
  fonts = new Fonts(engine, notices, folder, () => {
    engine.call("fonts_arrived");
    panel.wake();
  });
  preview = new Preview(engine, panel, { canvas: element("poster"), room: element("paper"), mark: element("mark") }, (x, y) => {
    engine.call("pick", x, y);
    panel.drawNow();
  });
  const hideRestored = restored ? tellRestored(notices, restored, perform.sample, () => files) : () => {};
  const api = makeApi({ engine, panel, fonts, canvas: element("canvas") }, () => {
    // Whoever sets the poster has it, and sees to it.
    drafts.stop();
    hideRestored();
    engine.call("mark_saved");
  });
  let hideOpened = () => {};
  files = new Files(notices, api.exportPng, (bytes, name) => {
    // What was wrong with the last file says nothing about this one.
    hideOpened();
    hideOpened = openDocument(engine, notices, bytes, name);
    panel.wake();
  });
  listenAround({ engine, fields, fonts, files, act });
  // Who enters a text field is about to type; who only looks at the poster fetches nothing.
  element("app").addEventListener("focusin", (event) => {
    if (event.target.matches(".field")) fonts.fetchAhead(everyday);
  });
  return { panel, preview, api };
}

async function start() {
  const build = JSON.parse(element("build").textContent);
  const opening = Drafts.open();
  const started = await startEngine(build);
  started.drafts = await opening;
  started.restored = await restoreDraft(started.engine, started.drafts);
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
