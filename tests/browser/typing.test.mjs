// Input methods, the clipboard, and what lies around the editor.

import assert from "node:assert/strict";
import { test } from "node:test";

import { editor, withEditor } from "./support.mjs";

withEditor({ permissions: ["clipboard-read", "clipboard-write"] });

const label = async (index) => editor.section(await editor.poster(), "gan").content.slice(1)[index].text;
const shown = () => editor.page.evaluate(() => document.activeElement.value);

async function compose(tools, steps) {
  for (const text of steps) {
    await tools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await editor.frames(1);
  }
}

const PINYIN = ["k", "ku", "kuo", "kuo'san", "扩散", "扩散m", "扩散mo'xing", "扩散模型"];

test("a word is composed, shown while it is, and committed", async () => {
  const tools = await editor.devTools();
  for (const [id, read] of [
    ["gan.content.3.text", () => label(2)],
    ["gan.content.1.text", () => label(0)],
    ["title.text", async () => (await editor.poster()).title.text],
  ]) {
    await editor.click(id);
    await editor.page.keyboard.press("Control+A");
    await editor.page.keyboard.press("Delete");
    await editor.frames();
    const before = await editor.pixels();
    await compose(tools, PINYIN.slice(0, 4));
    assert.equal(await shown(), "kuo'san", "the pre-edit is to be seen");
    assert.equal((await read()) ?? "", "", "and is no part of the document");
    assert.equal(await editor.pixels(), before);
    await compose(tools, PINYIN.slice(4));
    await tools.send("Input.insertText", { text: "扩散模型" });
    await editor.frames();
    assert.equal(await read(), "扩散模型");
    assert.equal(await shown(), "扩散模型");
    assert.notEqual(await editor.pixels(), before);
  }
});

test("a composition that is cancelled leaves nothing", async () => {
  const tools = await editor.devTools();
  await editor.click("gan.content.3.text");
  await editor.page.keyboard.press("End");
  await compose(tools, ["p", "pin", ""]);
  await editor.frames();
  assert.equal(await label(2), "JS散度");
  await compose(tools, ["z", "zhi"]);
  await tools.send("Input.insertText", { text: "值" });
  await editor.frames();
  assert.equal(await label(2), "JS散度值");
});

test("a composition counts when a symbol, another field or the toolbar is pressed", async () => {
  const tools = await editor.devTools();
  await editor.click("gan.content.3.text");
  await editor.click("symbols.open");
  await editor.page.keyboard.press("End");
  await compose(tools, ["k", "kuo"]);
  const symbol = (await editor.widgets()).find(({ id }) => id.startsWith("symbols.structures."));
  await editor.page.mouse.click(symbol.rect[0] + 10, symbol.rect[1] + 10);
  await editor.frames();
  assert.match(await label(2), /^JS散度kuo\$.*\$$/);
  assert.equal(await label(2), await shown());
  await editor.click("gan.content.4.text");
  await editor.page.keyboard.press("End");
  await compose(tools, ["m", "mo"]);
  await editor.click("gan.content.5.text");
  assert.equal(await label(3), "WGAN: Wasserstein-1mo");
  await editor.page.keyboard.press("End");
  await compose(tools, ["x", "xing"]);
  await editor.click("panel.language");
  assert.equal(await label(4), "模式崩溃 Mode Collapsexing");
});

test("no shortcut and no Enter of ours during composition", async () => {
  const tools = await editor.devTools();
  await editor.click("gan.content.3.text");
  await compose(tools, ["n", "ni"]);
  const taken = await editor.page.evaluate(() => {
    const field = document.activeElement;
    const press = (key, more) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, isComposing: true, ...more });
      field.dispatchEvent(event);
      return event.defaultPrevented || document.activeElement !== field;
    };
    return [press("Enter", { keyCode: 229 }), press("Tab", {}), press("z", { ctrlKey: true }), press("Escape", {})];
  });
  assert.deepEqual(taken, [false, false, false, false]);
});

test("the first letter after a click is not lost", async () => {
  const tools = await editor.devTools();
  const { x, y } = await editor.reveal("gan.content.3.text");
  await editor.page.mouse.click(x, y);
  await tools.send("Input.imeSetComposition", { text: "a", selectionStart: 1, selectionEnd: 1 });
  await tools.send("Input.insertText", { text: "啊" });
  await editor.frames();
  assert.ok((await label(2)).includes("啊"));
});

test("shortcuts work where keys type Chinese", async () => {
  await editor.fill("gan.content.3.text", "x");
  await editor.page.keyboard.press("Enter");
  await editor.page.evaluate(() => {
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Process", code: "KeyZ", ctrlKey: true, bubbles: true, cancelable: true }),
    );
  });
  await editor.frames();
  assert.equal(await label(2), "JS散度");
});

test("2,000 characters are pasted and copied back", async () => {
  const text = Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7) % 3000))).join("");
  await editor.page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await editor.click("gan.content.3.text");
  await editor.page.keyboard.press("Control+A");
  await editor.page.keyboard.press("Control+V");
  await editor.frames();
  assert.equal(await label(2), text);
  await editor.page.evaluate(() => navigator.clipboard.writeText(""));
  await editor.page.keyboard.press("Control+A");
  await editor.page.keyboard.press("Control+C");
  assert.equal(await editor.page.evaluate(() => navigator.clipboard.readText()), text);
});

test("emoji and rare characters survive", async () => {
  await editor.fill("gan.content.3.text", "𠮷😀 e\u0301 ﷽");
  assert.equal(await label(2), "𠮷😀 e\u0301 ﷽");
});

test("fields of the page around the editor work as ever", async () => {
  await editor.page.evaluate(() => {
    const search = document.createElement("input");
    search.id = "search";
    search.style.cssText = "position:fixed;left:200px;top:10px;z-index:20";
    document.body.prepend(search);
  });
  await editor.page.click("#search");
  await editor.page.keyboard.type("ab c");
  await editor.page.keyboard.press("Backspace");
  await editor.page.keyboard.press("ArrowLeft");
  await editor.page.keyboard.type("z");
  await editor.page.keyboard.press("Control+A");
  await editor.page.keyboard.press("Control+C");
  await editor.page.keyboard.press("End");
  await editor.page.keyboard.press("Control+V");
  assert.equal(await shown(), "abz ".concat("abz "));
  const before = await editor.poster();
  await editor.page.keyboard.press("Control+Z");
  assert.deepEqual(await editor.poster(), before);
  await editor.click("gan.content.3.text");
  assert.notEqual(await editor.page.evaluate(() => document.activeElement.id), "search");
});

test("the wheel scrolls the panel, and the page's keys stay the page's", async () => {
  const panel = await editor.page.evaluate(() => {
    const box = document.getElementById("canvas").getBoundingClientRect();
    return [box.right - 100, box.top + box.height / 2];
  });
  await editor.page.mouse.move(...panel);
  await editor.page.mouse.wheel(0, 300);
  await editor.page.waitForFunction(() => window.sixiang.stats().scrolled > 200);
  const prevented = await editor.page.evaluate(() =>
    ["F5", "F12", "Tab", "ArrowDown", "Backspace"].map((key) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  assert.deepEqual(prevented, [false, false, false, false, false]);
});

test("a keyboard that lies over the page, which stays as tall, leaves the edited field in view", async () => {
  const { page } = editor;
  const bottom = async () => {
    const { rect } = await editor.widget("gan.content.4.text");
    return rect[1] + rect[3];
  };
  await editor.click("gan.content.4.text");
  const before = await bottom();
  const height = Math.round(before) - 20; // the keyboard's upper edge goes through the field
  await page.evaluate((visible) => {
    Object.defineProperty(visualViewport, "height", { get: () => visible });
    visualViewport.dispatchEvent(new Event("resize"));
  }, height);
  await editor.frames();
  assert.ok((await bottom()) < height, `${await bottom()} ${before}`);
});

test("words of the title are stressed by selecting them, and stay so when text is put before them", async () => {
  const { keyboard } = editor.page;
  await editor.fill("title.text", "四大生成模型");
  for (let i = 0; i < 2; ++i) await keyboard.press("Shift+ArrowLeft");
  await editor.frames();
  const { rect, enabled } = await editor.widget("title.text.emphasize");
  assert.equal(enabled, true);
  await editor.page.mouse.click(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2);
  await editor.frames();
  const stressed = async () => {
    const { text, emphasis } = (await editor.poster()).title;
    return emphasis && text.slice(emphasis.start ?? 0, (emphasis.start ?? 0) + emphasis.length);
  };
  assert.equal(await stressed(), "模型");
  const selected = await editor.page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  });
  assert.equal(selected, "模型", "the field keeps focus and selection");
  await keyboard.press("Home");
  await keyboard.type("ABC");
  await editor.frames();
  assert.equal((await editor.poster()).title.text, "ABC四大生成模型");
  assert.equal(await stressed(), "模型");
  assert.equal((await editor.widget("title.text.emphasize")).enabled, false, "nothing is selected");
  await keyboard.press("End");
  for (let i = 0; i < 2; ++i) await keyboard.press("Shift+ArrowLeft");
  await keyboard.press("Control+b");
  await editor.frames();
  assert.equal(await stressed(), undefined, "a second time takes it off");
});
