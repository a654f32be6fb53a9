// Starts the editor and ties its parts together.

import { makeApi } from "./api.js";
import { Brief } from "./brief.js";
import { Drafts } from "./drafts.js";
import { Engine } from "./engine.js";
import { Exports } from "./exports.js";
import { Fields } from "./field.js";
import { Files } from "./files.js";
import { Fonts, registerFace } from "./fonts.js";
import { listenForHand, listenForShortcuts } from "./keys.js";
import { fetchFont, fetchPoster, LoadError, loadEverything, tryTwice } from "./loader.js";
import { Notices } from "./notices.js";
import { Panel } from "./panel.js";
import { Preview } from "./preview.js";
import { listenForSelected } from "./selected.js";
import { Shelf } from "./shelf.js";
import { Stops } from "./stops.js";
import {
  bothWords,
  initialLanguage,
  keepLanguage,
  keepTheme,
  keptTheme,
  THEMES,
  useLanguage,
  word,
} from "./words.js";

const element = (id) => document.getElementById(id);

const DEFAULT_POSTER = "generative-models";
const KEEP_AFTER = 300; // milliseconds
const IDLE_AFTER = 500;
const FRAME_PATIENCE = 100;

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

/** Of the window, never of the poster. */
function showTheme(theme) {
  document.documentElement.dataset.theme = theme;
}

const systemTheme = matchMedia("(prefers-color-scheme: dark)");
showTheme(keptTheme() === "system" ? (systemTheme.matches ? "dark" : "light") : keptTheme());

/** As the system has it until something else is chosen, and again when the system changes. */
function followSystem(engine, redraw) {
  const tell = () => engine.call("set_theme", systemTheme.matches ? 1 : 0, THEMES.indexOf(keptTheme()));
  tell();
  systemTheme.addEventListener("change", () => {
    tell();
    redraw();
  });
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
  const faces = [];
  for (const { file, bytes } of loaded.fonts) {
    const name = file.slice(folder.length).replace(/\.gz$/, "");
    await tryTwice(async (cache) => {
      const slice = cache === "reload" ? await fetchFont(file, cache) : bytes;
      if (!engine.call("load_font", name, slice)) throw new LoadError(file, "damaged");
      faces.push([name, slice]);
    });
  }
  if (loaded.poster) {
    const answer = engine.open("open_poster", loaded.poster);
    if (!answer.ok) throw new LoadError(posterEntry.file, answer.errors.map((error) => error.message).join("; "));
  }
  engine.call("set_gallery", JSON.stringify(build.gallery ?? []));
  const script = new URL(build.script.file, document.baseURI).href;
  const exports = new Exports(engine, { module: loaded.module, script, manifest: loaded.manifest });
  const { everyday, posters = {}, gallery = [] } = build;
  return { engine, exports, folder, faces, everyday, sample: loaded.poster, posters, gallery };
}

// Opens what was kept the last time. Gives the notice about it, if there is one to be shown.
function restoreDraft(engine, drafts, kept) {
  const sample = engine.text("get_poster");
  drafts.assume(sample);
  for (const [index, { slot, text, isUnsure }] of kept.entries()) {
    if (!engine.open("open_poster", text).ok) continue;
    const opened = engine.text("get_poster");
    if (slot === "left") drafts.adopt(opened);
    else drafts.assume(opened, slot);
    if (index > 0) return { damaged: kept[0].text, name: "draftDamaged" };
    const other = isUnsure ? kept.find((copy) => copy.text !== text) : null;
    if (other) return { other: other.text, name: "draftUnsure" };
    return opened === sample ? null : { name: "restored" };
  }
  return kept.length > 0 ? { damaged: kept[0].text, name: "draftsDamaged" } : null;
}

// Keeps the poster as it is worked on, and offers what was kept last should the engine ever stop.
function keepWork({ engine, drafts, notices, files, stop }) {
  let kept = "";
  let timer = 0;
  let isBroken = false;
  let isTold = false; // that work is not kept
  const offer = () => [word("saveFile"), () => files().saveDocument(kept, "poster")];
  const tell = (name) => {
    if (isTold) return;
    isTold = true;
    notices.show("storage", word(name), { kind: "error", stays: true, actions: [offer(), [word("close"), () => {}]] });
  };
  engine.onBroken = () => {
    isBroken = true;
    stop();
    notices.show("engine", word("broken"), { kind: "error", stays: true, actions: kept ? [offer()] : [] });
  };
  drafts.onFailure = () => tell("draftFailed");
  drafts.onSuccess = () => {
    isTold = false;
    notices.clear("storage");
  };
  const keep = () => {
    timer = 0;
    if (isBroken) return;
    kept = engine.text("get_poster");
    drafts.keep(kept);
    if (drafts.isMissed() && engine.call("is_changed")) tell("notKept");
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
function listenAround({ engine, panel, fields, fonts, everyday, files, act }) {
  const canAct = (name) => engine.call("can_act", name) === 1;
  listenForShortcuts(element("app"), engine.json("shortcuts"), fields, { canAct, act });
  listenForHand(panel);
  listenForSelected(engine, act, () => panel.drawNow());
  window.addEventListener("online", () => {
    fonts.retry();
    fonts.fetchAhead(everyday);
  });
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

// A document or a brief, as a step that can be undone; what was open stays if it is neither. `name`: of its file.
function openText(engine, notices, text, name = "") {
  const answer = engine.open("take_text", text);
  if (answer.ok) {
    notices.clear("document");
    if (answer.isBrief) return; // of which the engine says more
    if (name) engine.call("mark_saved");
    notices.show("document", name ? word("opened") + name : word("posterOpened"));
    return;
  }
  const reasons = answer.errors.slice(0, 3).map(({ path, message }) => (path ? `${path}: ${message}` : message));
  if (answer.errors.length > reasons.length) reasons.push("…");
  const close = [word("close"), () => {}];
  const said = answer.isBrief ? reasons : [word("fileWrong"), ...reasons];
  notices.show("document", said.join("\n"), { kind: "error", stays: true, actions: [close] });
}

function tellRestored(notices, { name, damaged, other }, { openSample, open, files }) {
  const actions = damaged ? [[word("saveFile"), () => files().saveDocument(damaged, "poster")]] : [];
  if (other) actions.push([word("openOther"), () => open(other)]);
  if (name === "restored") actions.push([word("toSample"), openSample]);
  if (name !== "restored") actions.push([word("close"), () => {}]);
  const isFine = name === "restored";
  notices.show("document", word(name), { kind: isFine ? "" : "error", actions, stays: !isFine });
}

function wireEditor({ engine, exports, folder, everyday, sample, posters, gallery, drafts, restored }) {
  const notices = new Notices(element("notices"));
  let brief, fields, files, fonts, preview, shelf, stops;

  const keepSoon = keepWork({ engine, drafts, notices, files: () => files, stop: () => panel.stop() });

  const act = (name) => {
    if (name === "undo") fields.giveUndone();
    engine.call("act", name);
    panel.drawNow();
  };

  const replace = (text) => {
    fields.leave();
    engine.open("set_poster", text);
    panel.wake();
  };

  const perform = {
    leave: () => fields.leave(),
    focus: (effect) => {
      if (!fields.edit(effect.id, effect.selects, effect.caret)) stops.focus(effect.id);
    },
    insert: (effect) => fields.insert(effect.text, effect.back),
    open: () => files.choose(),
    brief: () => brief.open(),
    briefChanged: () => brief.update(),
    sample: () => {
      const before = engine.text("get_poster");
      replace(sample);
      shelf.know();
      if (engine.text("get_poster") !== before) notices.show("document", word("sampleOpened"));
    },
    poster: async ({ id }) => {
      try {
        replace(await tryTwice((cache) => fetchPoster(posters[id].file, cache)));
        shelf.know();
        notices.show("document", word("posterOpened"));
      } catch {
        notices.show("document", word("posterFailed"), { kind: "error" });
      }
    },
    showPosters: () => shelf.show(),
    putAside: (effect) => shelf.putAside(effect.poster),
    shelf: ({ task, id }) => shelf.perform(task, id),
    keepVersion: () => shelf.keepNamed(),
    save: () => {
      shelf.keepVersion("Export");
      files.saveDocument(engine.text("get_poster"), engine.text("poster_name"));
      engine.call("mark_saved");
    },
    outline: () => files.saveOutline(engine.text("outline"), engine.text("poster_name")),
    download: (effect) => {
      files.savePicture(effect.px, engine.text("poster_name"));
      shelf.keepVersion("Export");
    },
    copy: (effect) => {
      files.copyPicture(effect.px);
      shelf.keepVersion("Export");
    },
    cursor: (effect) => (element("canvas").style.cursor = effect.shape),
    notice: (effect) => {
      const act = () => {
        engine.call("act", effect.action);
        panel.wake();
      };
      const actions = effect.action ? [[effect.actionLabel, act]] : [];
      notices.show(effect.action || "picture", effect.text, { kind: effect.kind, actions });
    },
    noticeOver: (effect) => notices.clear(effect.action),
    theme: (effect) => {
      keepTheme(effect.choice);
      showTheme(effect.theme);
    },
    language: (effect) => {
      keepLanguage(effect.language);
      useLanguage(effect.language);
      document.documentElement.lang = effect.language === "zh" ? "zh-CN" : "en";
      brief.update();
    },
  };

  const panel = new Panel(
    engine,
    element("canvas"),
    {
      preview: () => preview.update(),
      moved: () => preview.place(),
      widgets: () => stops.update(),
      fonts: () => fonts.update(),
      effects: (list) => list.forEach((effect) => perform[effect.do](effect)),
      drawn: () => {
        fields.follow();
        keepSoon();
      },
      hover: (x, y) => fields.hover(x, y),
      press: (x, y, event) => {
        fields.press(x, y);
        stops.startAt(event.clientX, event.clientY);
      },
      release: () => fields.release(),
      fieldAt: (x, y) => engine.text("field_at", x, y),
      click: (id) => fields.click(id),
      resized: () => {
        preview.place();
        fields.show();
      },
    },
  );
  followSystem(engine, () => panel.wake());
  fields = new Fields(engine, panel, [...document.querySelectorAll(".field")]);
  stops = new Stops(engine, panel, fields, element("stops"), act);
  fields.onTab = (id, by) => {
    // What stands only below a field that is edited is nothing to go to.
    fields.leave();
    panel.drawNow();
    return stops.step(id, by);
  };
  fields.onLeave = (id) => stops.startFrom(id);
  fields.onUnread = () => notices.show("paste", word("formulaUnread"));
  fonts = new Fonts(engine, notices, folder, {
    arrived: () => {
      engine.call("fonts_arrived");
      panel.wake();
    },
    whenLetGo: (run) => panel.whenLetGo(run),
  });
  preview = new Preview(engine, element("poster"), document.documentElement);
  if (restored) tellRestored(notices, restored, { openSample: perform.sample, open: replace, files: () => files });
  const api = makeApi({ engine, panel, fonts, exports, canvas: element("canvas") }, () => {
    // Whoever sets the poster has it, and sees to it.
    drafts.stop();
    notices.clear("document");
    engine.call("mark_saved");
  });
  const take = (text, name) => {
    openText(engine, notices, text, name);
    panel.wake();
  };
  files = new Files(notices, api.export, take);
  shelf = new Shelf(engine, panel, { notices, gallery, drafts, replace });
  if (!restored) shelf.know();
  brief = new Brief(engine, panel, take);
  listenAround({ engine, panel, fields, fonts, everyday, files, act });
  // What is likely to be typed, once all that is to be seen has been fetched and drawn.
  const whenIdle = window.requestIdleCallback ?? ((run) => setTimeout(run, IDLE_AFTER)); // Safari has none
  fonts.settled().then(() => requestAnimationFrame(() => whenIdle(() => fonts.fetchAhead(everyday).then(() => exports.prepare()))));
  return { panel, preview, api };
}

// Asked while the engine is being fetched.
async function openDrafts() {
  const drafts = await Drafts.open();
  return { drafts, kept: await drafts.kept().catch(() => []) };
}

// Hidden pages have no frames: they are not waited for.
function frameShown() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_PATIENCE);
  });
}

async function start() {
  const build = JSON.parse(element("build").textContent);
  const opening = openDrafts();
  const started = await startEngine(build);
  const { drafts, kept } = await opening;
  started.drafts = drafts;
  started.restored = restoreDraft(started.engine, drafts, kept);
  setLanguage(started.engine, initialLanguage());
  started.engine.call("set_keyboard", /Mac|iPhone|iPad/.test(navigator.platform) ? 1 : 0);
  element("app").classList.remove("loading");
  const { panel, preview, api } = wireEditor(started);
  const { engine, faces } = started;
  panel.fit();
  if (engine.call("draw_preview")) preview.update();
  element("loading").hidden = true;
  // The poster is seen before the panel's graphics are begun.
  await frameShown();
  if (!engine.call("open_panel")) throw new Error(engine.answerText());
  panel.drawNow();
  for (const [name, bytes] of faces) registerFace(engine.json("font_slice", name), bytes);
  Object.assign(window.sixiang, api);
  fulfil(window.sixiang);
}

start().catch((error) => {
  console.error(error);
  showLoadError(error);
  reject(error);
});
