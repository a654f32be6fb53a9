// The posters that were worked on before, in the browser's storage: one is put there whenever another takes its place, and
// none is ever written over. Versions of the poster that is open: every few minutes of work, at every export, on request. And the
// pictures of all these and of the templates, for the page where one is chosen.

import { committed, done, openDatabase } from "./database.js";
import { fetchPoster, tryTwice } from "./loader.js";
import { word } from "./words.js";

const DATABASE = "sixiang.shelf";
const MOST_POSTERS = 200; // the oldest beyond them go
const MOST_VERSIONS = 50; // of one poster
const VERSION_EVERY = 5 * 60 * 1000; // milliseconds
const NARROW = 700; // CSS pixels of a window in which one card stands a row

async function openShelf() {
  // {id, title, width, height, time, text, key}, of a version also {why: "Auto", "Export" or "Named"}; PNG
  const database = await openDatabase(DATABASE, ["posters", "pictures"]);
  database.onversionchange = () => database.close();
  return database;
}

/** «刚才», «昨天», «11 月 20 日» */
function timeInWords(time) {
  const minutes = (Date.now() - time) / 60000;
  if (minutes < 2) return word("justNow");
  const formats = { hour: "numeric", minute: "2-digit" };
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(document.documentElement.lang, isToday ? formats : { month: "short", day: "numeric", ...formats }).format(time);
}

/** The pixels of a PNG, about as large as a card shows them: {width, height, data}, RGBA. */
async function pixelsOf(png) {
  const bitmap = await createImageBitmap(new Blob([png], { type: "image/png" }));
  const [width, height] = innerWidth < NARROW ? [330, 210] : [200, 120];
  const scale = Math.min(1, (Math.min(width / bitmap.width, height / bitmap.height) * (window.devicePixelRatio || 1)));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function describe(text) {
  const { title, page } = JSON.parse(text);
  return { title: title?.text ?? "", width: page?.width ?? 1080, height: page?.height ?? 1080, time: Date.now(), text };
}

export class Shelf {
  #engine;
  #panel;
  #notices;
  #gallery;
  #replace;
  #drafts;
  #opening = null; // the database
  #known = new Set(); // texts that nobody has worked on
  #key; // names the poster that is open, over its versions, also after a reload
  #keyPlace; // in localStorage
  #nextKey = null; // of what is being opened
  #last = ""; // the text of its last version

  /**
   * `gallery`: of the build's description; `drafts`: where they are off, nothing is kept here either; `replace(text)` opens a
   * document in place of the one that is open.
   */
  constructor(engine, panel, { notices, gallery, drafts, replace }) {
    this.#engine = engine;
    this.#panel = panel;
    this.#notices = notices;
    this.#gallery = gallery;
    this.#replace = replace;
    this.#drafts = drafts;
    this.#keyPlace = `sixiang.poster.${drafts.number()}`;
    if (drafts.isOn()) this.#useKey(this.#keptKey() ?? crypto.randomUUID());
    setInterval(() => this.keepVersion("Auto"), VERSION_EVERY);
  }

  /** What is open now is nobody's work: it is found again where it came from. */
  know() {
    this.#known.add(this.#engine.text("get_poster"));
  }

  /** Another poster has taken the place of `text`, which is kept. */
  async putAside(text) {
    if (!this.#drafts.isOn()) return;
    const key = this.#key;
    this.#useKey(this.#nextKey ?? crypto.randomUUID());
    const { sections = [] } = JSON.parse(text);
    const isEmpty = sections.every(({ content = [], sections: inner = [] }) => content.length + inner.length === 0);
    if (isEmpty || this.#known.has(text)) return;
    this.#engine.call("picture_of", text);
    const picture = this.#engine.answerBytes();
    const entry = { ...describe(text), key };
    try {
      await this.#put(entry, picture);
    } catch (error) {
      console.warn("the poster before could not be kept:", error);
      this.#notices.show("shelf", word("notOnShelf"), { kind: "error" });
    }
  }

  /** The poster as it is. False where that is none of its own or as it was, or nothing is kept; null where that failed. */
  async keepVersion(why) {
    if (!this.#drafts.isOn()) return false;
    const text = this.#engine.text("get_poster");
    if (text === this.#last || (this.#known.has(text) && why !== "Named")) return false;
    this.#last = text;
    const key = this.#key;
    this.#engine.call("picture_of", text);
    const picture = this.#engine.answerBytes();
    try {
      const before = (await this.#list()).filter((version) => version.why && version.key === key);
      if (before[0]?.text === text) return false; // from before a reload
      await this.#add({ ...describe(text), key, why }, picture);
      await this.#remove(before.slice(MOST_VERSIONS - 1).map(({ id }) => id));
      return true;
    } catch (error) {
      console.warn("the version could not be kept:", error);
      this.#notices.show("shelf", word("notOnShelf"), { kind: "error" });
      return null;
    }
  }

  /** On request. */
  async keepNamed() {
    const isKept = await this.keepVersion("Named");
    if (isKept === null) return; // which has been said
    const said = isKept ? "versionKept" : this.#drafts.isOn() ? "versionSame" : "versionNotKept";
    this.#notices.show("shelf", word(said));
  }

  /** The page of other posters is open. */
  async show() {
    const kept = this.#drafts.isOn() ? await this.#list() : [];
    const posters = kept.filter(({ why, key }) => !why || key === this.#key);
    this.#tell(posters);
    for (const { id } of posters) await this.#supply(`new.shelf.${id}`, () => this.#get("pictures", id));
    for (const { id, picture } of this.#gallery) {
      await this.#supply(`new.from.${id}`, () => tryTwice((cache) => fetchPoster(picture.file, cache)));
    }
  }

  /** What was asked for of one of them: "open", "copy" or "remove". */
  async perform(task, id) {
    const entry = await this.#get("posters", id);
    if (!entry) return;
    const picture = await this.#get("pictures", id);
    if (task === "open") {
      if (entry.why) {
        await this.keepVersion("Auto");
        this.#known.add(this.#engine.text("get_poster")); // it is among the versions
      }
      this.#nextKey = entry.key;
      const before = this.#engine.text("get_poster");
      this.#replace(entry.text);
      if (this.#engine.text("get_poster") === before) this.#nextKey = null; // nothing is put aside
      this.#notices.show("document", word(entry.why ? "versionOpened" : "posterOpened"));
      return;
    }
    const { why, ...poster } = entry;
    if (task === "copy") await this.#add({ ...poster, key: crypto.randomUUID(), title: entry.title + word("copyOf"), time: Date.now() }, picture);
    if (task === "remove") {
      await this.#remove([id]);
      const back = async () => {
        await this.#add(entry, picture);
        await this.show();
      };
      this.#notices.show("shelf", word("shelfRemoved") + entry.title, { actions: [[word("undo"), back]] });
    }
    await this.show();
  }

  #useKey(key) {
    [this.#key, this.#nextKey, this.#last] = [key, null, ""];
    try {
      localStorage.setItem(this.#keyPlace, key);
    } catch {
      // Its versions are not found after a reload, then.
    }
  }

  #keptKey() {
    try {
      return localStorage.getItem(this.#keyPlace);
    } catch {
      return null;
    }
  }

  #database() {
    this.#opening ??= openShelf();
    return this.#opening;
  }

  async #get(store, id) {
    return done((await this.#database()).transaction(store).objectStore(store).get(id));
  }

  // The newest first.
  async #list() {
    try {
      const posters = await done((await this.#database()).transaction("posters").objectStore("posters").getAll());
      return posters.sort((one, other) => other.time - one.time);
    } catch {
      return []; // as where the browser gives no storage
    }
  }

  async #put(entry, picture) {
    const posters = (await this.#list()).filter(({ why }) => !why);
    const same = posters.filter(({ text }) => text === entry.text);
    const oldest = posters.slice(MOST_POSTERS - 1);
    await this.#add(entry, picture);
    await this.#remove([...same, ...oldest].map(({ id }) => id));
  }

  async #add(entry, picture) {
    const id = crypto.randomUUID();
    const transaction = (await this.#database()).transaction(["posters", "pictures"], "readwrite");
    transaction.objectStore("posters").put({ ...entry, id }, id);
    transaction.objectStore("pictures").put(picture, id);
    await committed(transaction);
  }

  async #remove(ids) {
    if (ids.length === 0) return;
    const transaction = (await this.#database()).transaction(["posters", "pictures"], "readwrite");
    for (const id of ids) for (const name of ["posters", "pictures"]) transaction.objectStore(name).delete(id);
    await committed(transaction);
  }

  #tell(posters) {
    const shelf = posters.map(({ id, title, width, height, time, text, why }) => {
      const card = { id, width, height, title: title || word("untitled"), note: timeInWords(time) };
      if (!why) return card;
      const difference = this.#engine.text("difference_from", text) || word("sameVersion");
      return { ...card, isVersion: true, title: difference, note: `${card.note} · ${word(`version${why}`)}` };
    });
    this.#engine.call("set_shelf", JSON.stringify(shelf));
    this.#panel.wake();
  }

  async #supply(name, fetchPicture) {
    if (this.#engine.call("has_poster_picture", name)) return;
    try {
      const { data, width, height } = await pixelsOf(await fetchPicture());
      this.#engine.call("set_poster_picture", name, new Uint8Array(data.buffer), width, height);
      this.#panel.wake();
    } catch {
      // Its shape stands there.
    }
  }
}
