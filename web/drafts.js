// The poster as it is being worked on, kept in the browser's storage (IndexedDB) so that a reload or a crash loses nothing.
// A page holds one draft, guarded by a Web Lock: pages that are open at once never write to the same. A draft has two
// slots; the new text goes to the one that is not current, is read back, and only then becomes current. What is not stored
// when the page goes is left in localStorage, which answers at once: a transaction that is under way then is cut off.

const DATABASE = "sixiang";
const STORE = "drafts";
const PATIENCE = 1500; // milliseconds for a storage that does not answer, or a lock that a reload is about to free
const MOST_DRAFTS = 16;

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });

const committed = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("aborted"));
  });

const late = (milliseconds) =>
  new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), milliseconds));

function openDatabase() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

// Holds the lock until the page goes, or `release` is called; null where another page has it.
function takeLock(name, options) {
  return new Promise((resolve) => {
    const held = (lock) => (lock ? new Promise((release) => resolve(release)) : resolve(null));
    navigator.locks.request(name, options, held).catch(() => resolve(null));
  });
}

// A tab that is loaded again goes on with its own draft.
const remembered = () => {
  const number = Number(sessionStorage.getItem("sixiang.draft") ?? -1);
  return Number.isInteger(number) && number >= 0 && number < MOST_DRAFTS ? number : -1;
};

const leftKey = (number) => `${DATABASE}.left.${number}`;

// What a page left of the draft on going, {time, text}, or null.
function left(number) {
  try {
    return JSON.parse(localStorage.getItem(leftKey(number)));
  } catch {
    return null;
  }
}

export class Drafts {
  #database = null;
  #number = -1;
  #release = null;
  #current = ""; // "a" or "b"
  #stored = null; // the text that is known to be stored
  #wanted = null; // the text that is to be
  #writing = false;
  #isStopped = false;

  /** `onFailure(error)` and `onSuccess()` hear how each writing went. */
  onFailure = () => {};
  onSuccess = () => {};

  /** Never fails: where the browser gives no storage, nothing is kept and `isOn()` is false. */
  static async open() {
    const drafts = new Drafts();
    try {
      await Promise.race([drafts.#start(), late(2 * PATIENCE)]);
    } catch {
      drafts.stop();
    }
    return drafts;
  }

  isOn() {
    return !this.#isStopped && this.#database !== null && this.#number >= 0;
  }

  /** What was kept, [{slot, text}], the newest first; "left" is what was left on going. A text may turn out to be damaged. */
  async kept() {
    if (!this.isOn()) return [];
    const store = this.#database.transaction(STORE).objectStore(STORE);
    const [meta, a, b] = await Promise.all(["meta", "a", "b"].map((slot) => done(store.get([this.#number, slot]))));
    const slots = [{ slot: "a", text: a }, { slot: "b", text: b }];
    if (meta?.current === "b") slots.reverse();
    this.#current = meta?.current ?? "";
    const last = left(this.#number);
    const kept = meta ? slots.map(({ slot, text }) => ({ slot, text: typeof text === "string" ? text : "" })) : [];
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

  /** Keeps nothing from here on; what was kept stays as it is. */
  stop() {
    this.#isStopped = true;
    this.release();
    this.#database?.close();
  }

  async #start() {
    const isOff = new URLSearchParams(location.search).get("autosave") === "off";
    if (isOff || !navigator.locks || !window.indexedDB) return;
    const database = await Promise.race([openDatabase(), late(PATIENCE)]);
    this.#database = database;
    // A later version of the page wants to change the database's form: it must not wait for this one.
    database.onversionchange = () => this.stop();
    const store = database.transaction(STORE).objectStore(STORE);
    const numbers = Array.from({ length: MOST_DRAFTS }, (_, number) => number);
    const metas = await Promise.all(numbers.map((number) => done(store.get([number, "meta"]))));
    const time = (number) => Math.max(metas[number]?.time ?? 0, left(number)?.time ?? 0);
    // This tab's own, then the newest that no other tab has, then a new one.
    const own = remembered();
    if (own >= 0) await this.#claim(own, { signal: AbortSignal.timeout?.(PATIENCE) });
    for (const number of numbers.sort((one, other) => time(other) - time(one))) {
      if (this.#number >= 0) break;
      await this.#claim(number, { ifAvailable: true });
    }
  }

  async #claim(number, options) {
    this.#release = await takeLock(`${DATABASE}.draft.${number}`, options);
    if (this.#isStopped) this.release();
    if (!this.#release) return;
    this.#number = number;
    sessionStorage.setItem("sixiang.draft", String(number));
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
