// Makes a document out of a blank page as a person would: by clicks and keys on the panel's widgets.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { root } from "./support.mjs";

const schema = JSON.parse(await readFile(join(root, "specs", "poster.schema.json"), "utf8"));

/** What is said of a value, where it is said once for several. */
const resolved = (spec) => (spec.$ref ? { ...schema.$defs[spec.$ref.split("/").pop()], ...spec } : spec);

const kindOf = (diagram) => diagram?.kind ?? "none";

/** All sections in the order of the panel's choices: each before those within it. */
const allSections = (poster) => (poster.sections ?? []).flatMap((section) => [section, ...(section.sections ?? [])]);

/** The document with ids as the panel gives them: by their order. */
export function withoutIds(poster) {
  const copy = structuredClone(poster);
  const rename = (items, refs, word) => {
    const names = new Map(items.map(({ id }, index) => [id, `${word}-${index}`]));
    for (const item of items) item.id = names.get(item.id);
    for (const ref of refs) {
      ref.from = names.get(ref.from);
      ref.to = names.get(ref.to);
    }
  };
  for (const { diagram } of allSections(copy).flatMap(({ content }) => content)) {
    if (diagram?.kind === "flow") rename(diagram.nodes, diagram.arrows, "node");
  }
  rename(allSections(copy), copy.links ?? [], "section");
  return copy;
}

class Builder {
  #editor;
  #wanted;

  constructor(editor, wanted) {
    this.#editor = editor;
    this.#wanted = wanted;
  }

  async build() {
    const { page } = this.#wanted;
    const preset = `panel.new.${page.width}x${page.height}`;
    const offered = (await this.#show("panel.new.1080x1080")).has(preset);
    await this.#press(offered ? preset : "panel.new.1080x1080");
    await this.#object([], schema, this.#wanted);
  }

  /** Brings the widget into view once the last input has done its work; all widgets by their ids. */
  async #show(id) {
    const widgets = await this.#editor.page.evaluate(async (name) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let i = 0; i < 2; i += 1) await frame();
      window.sixiang.reveal(name);
      await frame();
      return window.sixiang.widgets();
    }, id);
    return new Map(widgets.map((widget) => [widget.id, widget]));
  }

  /** `shown`: the widgets as they were shown last, where nothing has been done since. */
  async #press(id, shown) {
    let widget = shown?.get(id);
    const isWhole = widget && widget.visible && widget.rect[1] + widget.rect[3] < this.#editor.page.viewportSize().height;
    if (!isWhole) widget = (await this.#show(id)).get(id);
    if (!widget) throw new Error(`the panel has no ${id}`);
    const [x, y, width, height] = widget.rect;
    await this.#editor.page.mouse.click(x + width / 2, y + height / 2);
  }

  // Steps lead from the document to a value in it: keys of objects and indices of lists.
  // `steps` lead from the document to a value in it: keys of objects and indices of lists.

  /** What is there now, and the id that the panel has for it: ids of things take the place of where they stand. */
  async #find(steps) {
    let value = await this.#editor.poster();
    let id = "";
    for (const step of steps) {
      value = value?.[step];
      const name = value?.id ?? step;
      const isSection = value?.id && /(^|\.)sections$/.test(id);
      id = isSection || id === "" ? String(name) : `${id}.${name}`;
    }
    return { id, value };
  }

  async #object(steps, spec, wanted) {
    for (const [key, property] of Object.entries(spec.properties)) {
      if (["id", "format", "version"].includes(key) || property.const !== undefined) continue;
      await this.#member([...steps, key], resolved(property), wanted[key]);
    }
  }

  async #member(steps, spec, wanted) {
    if (spec.type === "array") return this.#list(steps, spec, wanted ?? []);
    if (spec.oneOf) return this.#diagram(steps, spec, wanted);
    if (spec.type === "object") return this.#part(steps, spec, wanted);
    return this.#field(steps, spec, wanted);
  }

  async #list(steps, spec, wanted) {
    const { id, value } = await this.#find(steps);
    const count = value?.length ?? 0;
    for (let i = count; i < wanted.length; i += 1) await this.#press(`${id}.add`);
    for (let i = count; i > wanted.length; i -= 1) await this.#press(`${(await this.#find([...steps, i - 1])).id}.remove`);
    await this.#editor.frames();
    for (const [index, item] of wanted.entries()) await this.#object([...steps, index], resolved(spec.items), item);
  }

  async #diagram(steps, spec, wanted) {
    const kinds = spec.oneOf.map(resolved);
    const words = ["none", ...kinds.map((kind) => kind.properties.kind.const)];
    const kind = kindOf(wanted);
    const { id, value } = await this.#find(steps);
    if (kind !== kindOf(value)) await this.#choose(`${id}.kind`, words.indexOf(kind), await this.#show(`${id}.kind`));
    await this.#editor.frames();
    if (wanted) await this.#object(steps, kinds[words.indexOf(kind) - 1], wanted);
  }

  /** A part that may be missing has an action that adds it; the others are always there. */
  async #part(steps, spec, wanted) {
    const { id, value } = await this.#find(steps);
    const action = wanted && !value ? `${id}.add` : `${id}.remove`;
    const shown = !wanted !== !value ? await this.#show(action) : null;
    if (shown?.has(action)) await this.#press(action, shown);
    if (wanted || value) await this.#object(steps, spec, wanted ?? {});
  }

  async #field(steps, spec, wanted) {
    const { id, value } = await this.#find(steps);
    const goal = wanted ?? spec.default ?? "";
    if (wanted === value || goal === (value ?? spec.default ?? "")) return;
    const shown = await this.#show(id);
    const set = {
      text: () => this.#type(id, String(goal), shown),
      color: () => (wanted ? this.#type(`${id}.hex`, wanted, shown) : this.#press(`${id}.reset`, shown)),
      choice: () => this.#choose(id, spec.enum ? spec.enum.indexOf(goal) : this.#thingOf(steps, goal), shown),
      toggle: () => this.#press(id, shown),
      button: () => (wanted ? this.#pickIcon(id, wanted, shown) : this.#press(`${id}.reset`, shown)),
    };
    await set[shown.get(id).kind]();
  }

  /** Which section or which node a link or an arrow names. */
  #thingOf(steps, name) {
    const owner = steps.slice(0, -3).reduce((value, step) => value[step], this.#wanted);
    const things = steps.at(-3) === "arrows" ? owner.nodes : allSections(this.#wanted);
    return things.findIndex(({ id }) => id === name);
  }

  /** A line comes in one piece, as from an input method. */
  async #type(id, text, shown) {
    const { keyboard } = this.#editor.page;
    await this.#press(id, shown);
    await this.#editor.frames(2);
    await keyboard.press("Control+A");
    await keyboard.press("Delete");
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) await keyboard.press("Shift+Enter");
      await keyboard.insertText(line);
    }
    await keyboard.press("Enter");
  }

  /** A choice of two may be a button that swaps them. */
  async #choose(id, option, shown) {
    await this.#press(shown.has(`${id}.0`) ? `${id}.${option}` : id, shown);
  }

  async #pickIcon(id, name, shown) {
    await this.#press(id, shown);
    await this.#type(`${id}.search`, name);
    await this.#press(`${id}.pick.${name}`);
  }
}

/** Builds `wanted`, a whole document, from «新建» on. */
export async function build(editor, wanted) {
  await new Builder(editor, wanted).build();
  await editor.frames();
}
