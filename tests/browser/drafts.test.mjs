// What is being worked on is kept: over a reload, a crash, a damaged copy, a full storage, and in several tabs at once.

import assert from "node:assert/strict";
import { test } from "node:test";

import { browser, editor, server, withEditor } from "./support.mjs";

withEditor();

const FIELD = "gan.content.3.text";
const textIn = (json) => JSON.parse(json).sections.find(({ id }) => id === "gan").content[3].text;
const label = async (page = editor.page) => textIn(await page.evaluate(() => window.sixiang.getPoster()));
const notices = (page = editor.page) => page.locator("#notices");

async function edit(text) {
  await editor.fill(FIELD, text);
  await editor.page.keyboard.press("Enter");
}

async function isReady(page = editor.page) {
  await page.evaluate(() => window.sixiang.ready.then(() => true));
}

async function reload() {
  await editor.page.reload();
  await isReady();
  await editor.frames();
}

async function openTab() {
  const page = await editor.context.newPage();
  await page.goto(server.url);
  await isReady(page);
  return page;
}

/** Puts `value` into each of the first draft's `slots`: "a", "b" or "current". */
const damage = (slots, value) =>
  editor.page.evaluate(
    ([names, bad]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("sixiang");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction("drafts", "readwrite");
          const store = transaction.objectStore("drafts");
          const reading = store.get([0, "meta"]);
          reading.onsuccess = () => {
            for (const name of names) store.put(bad, [0, name === "current" ? reading.result.current : name]);
          };
          transaction.oncomplete = () => resolve(database.close());
        };
      }),
    [slots, value],
  );

/**
 * Waits until `text` stands in some draft, as its current copy or with `anyCopy` in either slot, and the page knows that
 * all is stored: it would not ask on leaving.
 */
async function isStored(text, { anyCopy = false } = {}) {
  await editor.page.waitForFunction(() => window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await editor.page.waitForFunction(
    ([wanted, any]) =>
      new Promise((resolve) => {
        const opening = indexedDB.open("sixiang");
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction("drafts");
          const store = transaction.objectStore("drafts");
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          transaction.oncomplete = () => {
            database.close();
            const drafts = new Map(keys.result.map((key, index) => [key.join(), values.result[index]]));
            const counts = ([number, slot]) => slot !== "meta" && (any || drafts.get(`${number},meta`)?.current === slot);
            resolve(keys.result.some((key) => counts(key) && String(drafts.get(key.join())).includes(wanted)));
          };
        };
      }),
    [text, anyCopy],
    { polling: 100 },
  );
}

test("work comes back after a reload, with a word about it and a way to the sample", async () => {
  await reload();
  assert.equal(await notices().innerText(), "", "nothing was changed, nothing is said");
  const sample = await label();
  await edit("留下来");
  await isStored("留下来");
  await reload();
  assert.equal(await label(), "留下来");
  await notices().getByText("已恢复").waitFor();
  await notices().getByRole("button", { name: "换回示例" }).click();
  await editor.frames();
  assert.equal(await label(), sample);
  await editor.click("toolbar.undo");
  assert.equal(await label(), "留下来");
  // What was typed a moment before leaving is kept too.
  editor.page.on("dialog", (dialog) => dialog.accept());
  await edit("马上走");
  await reload();
  assert.equal(await label(), "马上走");
});

test("leaving asks only while something is not stored", async () => {
  let asked = 0;
  editor.page.on("dialog", (dialog) => {
    asked += 1;
    return dialog.accept();
  });
  await edit("存好了");
  await isStored("存好了");
  await reload();
  assert.equal(asked, 0);
  await editor.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await edit("存不下");
  await notices().getByText("没能自动保存").waitFor();
  const [download] = await Promise.all([
    editor.page.waitForEvent("download"),
    notices().getByRole("button", { name: "保存海报文件" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.json$/);
  await edit("还是存不下");
  await reload();
  assert.equal(asked, 1);
  assert.equal(await label(), "还是存不下", "what the storage would not take was left on going");
  await isStored("还是存不下");
  await editor.page.evaluate(() => {
    IDBObjectStore.prototype.put = Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await edit("哪儿都存不下");
  await reload();
  assert.equal(asked, 2);
  assert.equal(await label(), "还是存不下");
});

test("a damaged copy gives way to the one before, and is offered", async () => {
  const sample = await label();
  await edit("第一版");
  await isStored("第一版");
  await edit("第二版");
  await isStored("第二版");
  await damage(["current"], '{"format":');
  await reload();
  assert.equal(await label(), "第一版");
  await notices().getByText("已损坏").waitFor();
  assert.ok(await notices().getByRole("button", { name: "保存海报文件" }).isVisible());
  // The older copy is not the one that is written over next.
  await edit("第三版");
  await isStored("第三版");
  await isStored("第一版", { anyCopy: true });
  // With both damaged the sample opens.
  await damage(["a", "b"], 7);
  await reload();
  assert.equal(await label(), sample);
  await notices().getByText("已损坏").waitFor();
});

test("two tabs never write over each other, and each goes on with its own", async () => {
  await edit("甲");
  await isStored("甲");
  const second = await openTab();
  await second.evaluate((json) => {
    // As a file that is opened: setPoster would leave the storage alone.
    const transfer = new DataTransfer();
    transfer.items.add(new File([json], "b.json", { type: "application/json" }));
    const input = document.getElementById("file");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change"));
  }, (await editor.page.evaluate(() => window.sixiang.getPoster())).replace("甲", "乙"));
  await isStored("乙");
  await reload();
  assert.equal(await label(), "甲");
  await second.reload();
  await isReady(second);
  assert.equal(await label(second), "乙");
  await second.close();
});

test("setPoster leaves what is stored alone, and ?autosave=off stores nothing", async () => {
  await edit("读者的");
  await isStored("读者的");
  const given = (await editor.page.evaluate(() => window.sixiang.getPoster())).replace("读者的", "网页给的");
  await reload();
  await notices().getByText("已恢复").waitFor();
  await editor.page.evaluate((json) => window.sixiang.setPoster(json), given);
  assert.equal(await notices().innerText(), "");
  await edit("改过的");
  await editor.page.waitForTimeout(600);
  await editor.page.evaluate((json) => window.sixiang.setPoster(json), given);
  await reload();
  assert.equal(await label(), "读者的");
  await editor.page.goto(`${server.url}?autosave=off`);
  await isReady();
  assert.notEqual(await label(), "读者的");
});

// A page of its own whose browser forbids something: `script` runs before the page's own.
async function openForbidden(script, address = server.url) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });
  await context.addInitScript(script);
  const page = await context.newPage();
  await page.goto(address);
  await isReady(page);
  return page;
}

async function editIn(page, text) {
  const { rect } = await page.evaluate(async (id) => {
    window.sixiang.reveal(id);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return window.sixiang.widgets().find((widget) => widget.id === id);
  }, FIELD);
  await page.mouse.click(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const FORBIDDEN = {
  "IndexedDB is denied": () => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
  },
  "the database cannot be opened": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("forbidden", "InvalidStateError");
    };
  },
  "the database never answers": () => {
    IDBFactory.prototype.open = () => ({});
  },
  "there are no locks": () => {
    Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
  },
  "all drafts are taken": () => {
    LockManager.prototype.request = (name, options, held) => Promise.resolve(held(null));
  },
};

for (const [what, script] of Object.entries(FORBIDDEN)) {
  test(`where ${what} the first change says once that nothing is kept, and the editor works as ever`, async () => {
    const page = await openForbidden(script);
    await page.waitForTimeout(600);
    assert.equal(await notices(page).innerText(), "", "who only looks loses nothing");
    await editIn(page, "留不住");
    await notices(page).getByText("不会自动保存").waitFor();
    assert.equal(await label(page), "留不住");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      notices(page).getByRole("button", { name: "保存海报文件" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.json$/);
    await editIn(page, "还是留不住");
    await page.waitForTimeout(600);
    assert.equal(await notices(page).getByText("不会自动保存").count(), 0, "it is said once");
    await page.context().close();
  });
}

test("it is said in the language of the interface, and not where somebody else keeps the poster", async () => {
  const forbid = FORBIDDEN["IndexedDB is denied"];
  const english = await openForbidden(forbid, `${server.url}?lang=en`);
  await editIn(english, "lost");
  await english.getByText("Your work is not kept automatically").waitFor();
  await english.context().close();
  const off = await openForbidden(forbid, `${server.url}?autosave=off`);
  await editIn(off, "given");
  await off.waitForTimeout(600);
  assert.equal(await notices(off).innerText(), "");
  await off.context().close();
  const given = await openForbidden(forbid);
  await given.evaluate(() => window.sixiang.setPoster(window.sixiang.getPoster()));
  await editIn(given, "given");
  await given.waitForTimeout(600);
  assert.equal(await notices(given).innerText(), "");
  await given.context().close();
});

test("a page that may not note which draft is its own keeps its work all the same", async () => {
  await editor.context.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
  });
  await reload();
  await edit("记住");
  await isStored("记住");
  await reload();
  assert.equal(await label(), "记住");
});

test("the seventeenth tab keeps its work too", async () => {
  // Sixteen that are open, as far as the storage can see.
  await editor.page.evaluate(() => {
    for (let number = 0; number < 16; number += 1) navigator.locks.request(`sixiang.draft.${number}`, () => new Promise(() => {}));
  });
  const page = await openTab();
  await editIn(page, "第十七");
  await isStored("第十七");
  await page.reload();
  await isReady(page);
  assert.equal(await label(page), "第十七");
  await page.close();
});

test("without the note which copy is current one is opened, and the other offered", async () => {
  await edit("第一版");
  await isStored("第一版");
  await edit("第二版");
  await isStored("第二版");
  for (const note of [null, 7, { current: "c", time: "now" }]) {
    await damage(["meta"], note);
    await reload();
    const shown = await label();
    const other = shown === "第一版" ? "第二版" : "第一版";
    assert.ok(["第一版", "第二版"].includes(shown), shown);
    await notices().getByText("可能不是最新的").waitFor();
    await notices().getByRole("button", { name: "打开另一份" }).click();
    await editor.frames();
    assert.equal(await label(), other);
    await editor.click("toolbar.undo");
    assert.equal(await label(), shown);
    await edit(other);
    await isStored(other);
  }
  // Where there is but one copy, it is the one.
  await damage(["meta"], null);
  await damage(["b"], null);
  await reload();
  assert.ok(["第一版", "第二版"].includes(await label()));
  await notices().getByText("已恢复").waitFor();
});
