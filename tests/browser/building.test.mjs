// Posters of the gallery made by hand, from a blank page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { build, withoutIds } from "./building.mjs";
import { editor, root, withEditor } from "./support.mjs";

withEditor({ viewport: { width: 960, height: 640 } });

const gallery = JSON.parse(await readFile(join(root, "assets", "gallery.json"), "utf8"));
const kinds = (process.env.SIXIANG_BUILDS ?? "pipeline").split(",");

for (const { id, kind } of gallery.filter((entry) => kinds.includes(entry.kind))) {
  test(`the panel builds ${id} from a blank page`, async () => {
    await editor.click("panel.new");
    await editor.click(`panel.new.from.${id}`);
    const wanted = await editor.poster();
    const picture = await editor.exportPng(512);
    await build(editor, wanted);
    assert.deepEqual(withoutIds(await editor.poster()), withoutIds(wanted));
    assert.ok(picture.equals(await editor.exportPng(512)), `the same picture of ${kind}`);
  });
}
