// The page's frame for those who do not see it: title, landmarks, headings, and the rules of axe-core.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { browser, Editor, root, server, withBrowser } from "./support.mjs";

withBrowser();

const SIZES = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 }, flat: { width: 844, height: 390 } };

test("the page has a title, a main landmark and a heading, before and after the engine has started", async () => {
  for (const viewport of Object.values(SIZES)) {
    const editor = await Editor.open(browser, { url: server.url, viewport });
    const { page } = editor;
    await editor.fill("gan.content.3.text", "x");
    assert.equal(await page.title(), "四象 Sixiang");
    assert.equal(await page.getByRole("main").count(), 1);
    assert.equal(await page.getByRole("heading", { level: 1, name: "四象" }).count(), 1);
    for (const name of ["海报", "编辑"]) assert.equal(await page.getByRole("region", { name }).count(), 1, name);
    // A new canvas for the panel is a new window to SDL, which has a title.
    await page.evaluate(() => {
      const gl = document.getElementById("canvas").getContext("webgl2") ?? document.getElementById("canvas").getContext("webgl");
      const extension = gl?.getExtension("WEBGL_lose_context");
      extension?.loseContext();
      setTimeout(() => extension?.restoreContext(), 50);
    });
    await page.waitForTimeout(300);
    assert.equal(await page.title(), "四象 Sixiang");
    await editor.close();
  }
});

async function violations(page, rules) {
  await page.evaluate(rules);
  const { violations: found } = await page.evaluate(() => window.axe.run(document));
  return found.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html).join(" | ").slice(0, 300)}`);
}

for (const language of ["zh", "en"]) {
  test(`axe finds nothing serious or critical (${language})`, async () => {
    const rules = await readFile(join(root, "build", "deps", "node_modules", "axe-core", "axe.min.js"), "utf8");
    for (const viewport of Object.values(SIZES)) {
      // The rules come from outside: the page's own policy would refuse them.
      const editor = await Editor.open(browser, { url: `${server.url}?lang=${language}`, viewport, bypassCSP: true });
      const found = await violations(editor.page, rules);
      await editor.click("toolbar.size");
      await editor.click("gan.colors.fill");
      found.push(...(await violations(editor.page, rules)));
      await editor.click("gan.content.3.text");
      await editor.page.setInputFiles("#file", { name: "a.json", mimeType: "application/json", buffer: Buffer.from("{") });
      await editor.page.locator(".notice.error").waitFor();
      found.push(...(await violations(editor.page, rules)));
      assert.deepEqual(found.filter((text) => /^(serious|critical)/.test(text)), []);
      await editor.close();
    }
  });
}
