// A browser is a strict reader of fonts: what it takes as a web font is a sound file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fontsFolder, launch, serve } from './browser.mjs';

test('Chromium takes every slice as a web font', async () => {
  const manifest = JSON.parse(readFileSync(`${fontsFolder}/manifest.json`, 'utf8'));
  const files = manifest.faces.flatMap((face) => face.slices.map((slice) => slice.file));
  assert.ok(files.length > 100);
  const server = await serve(fontsFolder);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url + manifest.faces[0].license);
    const refused = await page.evaluate(async (names) => {
      const bad = [];
      for (const name of names) {
        await new FontFace('slice', `url(/${name})`).load().catch(() => bad.push(name));
      }
      return bad;
    }, files);
    assert.deepEqual(refused, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
