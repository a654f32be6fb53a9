// Formulas pasted by real keys, once more in Firefox; see pasting.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CLIPBOARDS, replaceNextCopy } from "./clipboard.mjs";
import { firefox, withFirefox } from "./firefox.mjs";

withFirefox();

const labels = async () => (await firefox.poster()).sections.find(({ id }) => id === "gan").content.slice(1).map(({ text }) => text);
const notices = () => firefox.evaluate(`document.querySelector("#notices").textContent`);

async function open() {
  await firefox.click("gan.content.2.text");
  await firefox.tellFocus();
  await firefox.press("Control+A");
}

// Without a screen Firefox keeps text and markup on its clipboard, and nothing else; an event can hold everything.
const isKept = (holds) => Object.keys(holds).every((type) => type.startsWith("text/"));

/** Run in the page. Of what the event is made with, Firefox takes one format. */
function pasteAtOnce(holds) {
  const [[dataType, data], ...others] = Object.entries(holds);
  const event = new ClipboardEvent("paste", { dataType, data, bubbles: true, cancelable: true });
  for (const [type, text] of others) event.clipboardData.setData(type, text);
  document.activeElement.dispatchEvent(event);
}

async function pasteAll(holds) {
  if (isKept(holds)) {
    await firefox.evaluate(`(${replaceNextCopy})(${JSON.stringify(holds)})`);
    await firefox.press("Control+C");
    await firefox.press("Control+V");
  } else {
    await firefox.evaluate(`(${pasteAtOnce})(${JSON.stringify(holds)})`);
  }
  await firefox.frames(8);
}

for (const { name, holds, gives, says } of CLIPBOARDS) {
  test(`${name} is pasted with its formulas, and taken back at once`, async () => {
    const before = await labels();
    await open();
    await pasteAll(holds);
    assert.deepEqual(await labels(), [before[0], ...gives, ...before.slice(2)]);
    if (says) assert.match(await notices(), says);
    await firefox.press("Control+Z");
    await firefox.frames();
    assert.deepEqual(await labels(), before);
  });
}
