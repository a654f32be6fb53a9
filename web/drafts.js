// The poster as it is being worked on, kept in the browser's storage (IndexedDB) so that a reload or a crash loses nothing.
// A page holds one draft, guarded by a Web Lock: pages that are open at once never write to the same. A draft has two
// slots; the new text goes to the one that is not current, is read back, and only then becomes current. What is not stored
// when the page goes is left in localStorage, which answers at once: a transaction that is under way then is cut off.

import { committed, done, openDatabase } from "./database.js";

const DATABASE = "sixiang";
const STORE = "drafts";
const PATIENCE = 1500; // milliseconds for a storage that does not answer, or a lock that a reload is about to free
const MOST_DRAFTS = 256;

const late = (milliseconds) =>
  new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), milliseconds));

// Holds the lock until the page goes, or `release` is called; null where another page has it.
function takeLock(name, options) {
  return new Promise((resolve) => {
    const held = (lock) => (lock ? new Promise((release) => resolve(release)) : resolve(null));
    navigator.locks.request(name, options, held).catch(() => resolve(null));
  });
}

// A tab that is loaded again goes on with its own draft. Where that cannot be noted, it takes the newest that is free.
function remembered() {
  try {
    const number = Number(sessionStorage.getItem("sixiang.draft") ?? -1);
    return Number.isInteger(number) && number >= 0 && number < MOST_DRAFTS ? number : -1;
  } catch {
    return -1;
  }
}

function remember(number) {
  try {
    sessionStorage.setItem("sixiang.draft", String(number));
  } catch {
    // As above.
  }
}

const leftKey = (number) => `${DATABASE}.left.${number}`;

// What a page left of the draft on going, {time, text}, or null.
function left(number) {
  try {
    return JSON.parse(localStorage.getItem(leftKey(number)));
  } catch {
    return null;
  }
}

const timeOf = (record) => (Number.isFinite(record?.time) ? record.time : -1);

export class Drafts {
  #database = null;
  #number = -1;
  #release = null;
  #current = ""; // "a" or "b"
  #stored = null; // the text that is known to be stored
  #wanted = null; // the text that is to be
  #writing = false;
  #isStopped = false;
  #isMissed = false; // nothing is kept, and somebody counts on it

  /** `onFailure(error)` and `onSuccess()` hear how each writing went. */
  onFailure = () => {};
  onSuccess = () => {};

  /** Never fails: where the browser gives no storage, nothing is kept and `isOn()` is false. */
  static async open() {
    const drafts = new Drafts();
    if (new URLSearchParams(location.search).get("autosave") === "off") return drafts;
    try {
      await Promise.race([drafts.#start(), late(2 * PATIENCE)]);
    } catch {
      drafts.#lose();
    }
    return drafts;
  }

  isOn() {
    return !this.#isStopped && this.#database !== null && this.#number >= 0;
  }

  /** Of the draft that the page has; -1: none. */
  number() {
    return this.#number;
  }

  /** Whether nothing is kept although somebody counts on it. */
  isMissed() {
    return this.#isMissed;
  }

  /**
   * What was kept, [{slot, text}], the newest first; "left" is what was left on going. A text may turn out to be damaged. Without
   * the note which of the two is current either may be the newer: `isUnsure`.
   */
  async kept() {
    if (!this.isOn()) return [];
    const store = this.#database.transaction(STORE).objectStore(STORE);
    const [meta, a, b] = await Promise.all(["meta", "a", "b"].map((slot) => done(store.get([this.#number, slot]))));
    const slots = [{ slot: "a", text: a }, { slot: "b", text: b }];
    if (meta?.current === "b") slots.reverse();
    const isNoted = slots.some(({ slot }) => slot === meta?.current);
    this.#current = isNoted ? meta.current : "";
    const last = left(this.#number);
    const kept = slots
      .filter(({ text }) => isNoted || typeof text === "string")
      .map(({ slot, text }) => ({ slot, text: typeof text === "string" ? text : "", isUnsure: !isNoted }));
    return last === null ? kept : [{ slot: "left", text: String(last.text) }, ...kept];
  }

  /** Keeps `text` as soon as what is being written is done. */
  keep(text) {
    this.#wanted = text;
    if (this.isOn() && !this.#writing && text !== this.#stored) this.#write();
  }

  /** What is open at the start needs no keeping; `slot` is where it came from, and is overwritten last. */
  assume(text, slot = "") {
    this.#stored = this.#wanted = text;
    this.#current = slot;
  }

  /** What was left on going is open: it is put where it belongs, and the copies before it stay until then. */
  adopt(text) {
    this.#stored = null;
    this.keep(text);
  }

  /** Whether `text` is stored. */
  holds(text) {
    return this.isOn() && text === this.#stored;
  }

  /** The page goes: what is not stored is left where the next page looks first. */
  leave(text) {
    // Another text that is being written may become the current one yet.
    if (!this.isOn() || (text === this.#stored && !this.#writing)) return;
    try {
      localStorage.setItem(leftKey(this.#number), JSON.stringify({ time: Date.now(), text }));
    } catch {
      // Nobody is there any more to be told.
    }
  }

  /** Another tab may have the draft from here on. */
  release() {
    this.#release?.();
    this.#release = null;
  }

  /** Keeps nothing from here on, as whoever opens documents here wants it; what was kept stays as it is. */
  stop() {
    this.#isStopped = true;
    this.#isMissed = false;
    this.release();
    this.#database?.close();
  }

  #lose() {
    this.stop();
    this.#isMissed = true;
  }

  async #start() {
    if (!navigator.locks || !window.indexedDB) throw new Error("no storage");
    const database = await Promise.race([openDatabase(DATABASE, [STORE]), late(PATIENCE)]);
    this.#database = database;
    // A later version of the page wants to change the database's form: it must not wait for this one.
    database.onversionchange = () => this.#lose();
    const read = (get) => done(get(database.transaction(STORE).objectStore(STORE)));
    const stored = new Set((await read((store) => store.getAllKeys())).map(([number]) => number));
    const times = [];
    for (let number = 0; number < MOST_DRAFTS; number += 1) {
      const meta = stored.has(number) ? await read((store) => store.get([number, "meta"])) : null;
      times.push(Math.max(stored.has(number) ? 0 : -1, timeOf(meta), timeOf(left(number))));
    }
    const newestFirst = [...times.keys()].sort((one, other) => times[other] - times[one]);
    // This tab's own, then the newest that no other tab has, then a new one.
    const own = remembered();
    if (own >= 0) await this.#claim(own, { signal: AbortSignal.timeout?.(PATIENCE) });
    for (const number of newestFirst) {
      if (this.#number >= 0) return;
      await this.#claim(number, { ifAvailable: true });
    }
    if (this.#number < 0) throw new Error("no free draft");
  }

  async #claim(number, options) {
    this.#release = await takeLock(`${DATABASE}.draft.${number}`, options);
    if (this.#isStopped) this.release();
    if (!this.#release) return;
    this.#number = number;
    remember(number);
  }

  #other() {
    return this.#current === "a" ? "b" : "a";
  }

  #put(text, slot) {
    const transaction = this.#database.transaction(STORE, "readwrite");
    transaction.objectStore(STORE).put(text, [this.#number, slot]);
    return transaction;
  }

  #putMeta(transaction, current) {
    transaction.objectStore(STORE).put({ current, time: Date.now() }, [this.#number, "meta"]);
  }

  async #write() {
    this.#writing = true;
    try {
      while (this.isOn() && this.#wanted !== this.#stored) {
        const text = this.#wanted;
        const slot = this.#other();
        await committed(this.#put(text, slot));
        const read = await done(this.#database.transaction(STORE).objectStore(STORE).get([this.#number, slot]));
        if (read !== text) throw new Error("what was written reads otherwise");
        const transaction = this.#database.transaction(STORE, "readwrite");
        this.#putMeta(transaction, slot);
        await committed(transaction);
        this.#current = slot;
        this.#stored = text;
        if (left(this.#number) !== null) localStorage.removeItem(leftKey(this.#number));
        this.onSuccess();
      }
    } catch (error) {
      if (!this.#isStopped) this.onFailure(error);
    } finally {
      this.#writing = false;
    }
  }
}
