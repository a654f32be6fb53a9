// A browser is a strict reader of fonts: what it takes as a web font is a sound file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { test } from "node:test";
import { launch, root, serve } from "./support.mjs";

const folder = join(root, "build", "fonts");

test("Chromium takes every slice as a web font", async () => {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  const files = manifest.faces.flatMap((face) => face.slices.map((slice) => slice.file));
  assert.ok(files.length > 100);
  const fonts = new Map();
  for (const file of files) fonts.set(`/${file}`, await readFile(join(folder, normalize(file))));
  const server = await serve({
    answer: (path) => (fonts.has(path) ? { body: fonts.get(path), type: "font/ttf" } : { body: "<!doctype html>" }),
  });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const refused = await page.evaluate(async (names) => {
      const bad = [];
      for (const name of names) await new FontFace("slice", `url(/${name})`).load().catch(() => bad.push(name));
      return bad;
    }, files);
    assert.deepEqual(refused, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
