// Files in and out: pictures and documents to the downloads and the clipboard, documents from the disk.

import { LARGEST_DOCUMENT } from "./engine.js";
import { word } from "./words.js";

/** In-app browsers and phones: a picture is kept by a long press, not by a download. */
const prefersPressing = () => matchMedia("(pointer: coarse)").matches || /MicroMessenger|QQ\//i.test(navigator.userAgent);

// PNG, JPEG, GIF and WebP begin so.
const isPicture = (bytes) => /^(\x89PNG|\xff\xd8\xff|GIF8|RIFF)/.test(String.fromCharCode(...bytes.subarray(0, 4)));

export function download(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export class Files {
  #notices;
  #export;
  #open;
  #input;
  #dialog;
  #picture = null; // {url, blob, name}

  /** `exportFile(format, {px, onProgress, signal})`: that of the page's interface; `open(text, name)` takes a document. */
  constructor(notices, exportFile, open) {
    this.#notices = notices;
    this.#export = exportFile;
    this.#open = open;
    this.#input = document.getElementById("file");
    this.#dialog = document.getElementById("picture");
    this.#input.addEventListener("change", () => {
      const file = this.#input.files[0];
      this.#input.value = "";
      if (file) this.read(file);
    });
    document.getElementById("picture-close").addEventListener("click", () => this.#dialog.close());
    document.getElementById("picture-copy").addEventListener("click", () => {
      if (this.#picture) this.#copy(Promise.resolve(this.#picture.blob));
    });
    this.#dialog.addEventListener("close", () => {
      if (this.#picture) URL.revokeObjectURL(this.#picture.url);
      this.#picture = null;
    });
  }

  choose() {
    this.#input.click();
  }

  async read(file) {
    if (file.size > LARGEST_DOCUMENT) {
      this.#notices.show("document", word("fileTooLarge"), { kind: "error" });
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isPicture(bytes)) this.#notices.show("document", word("fileIsPicture"), { kind: "error" });
      else this.#open(bytes, file.name);
    } catch (error) {
      this.#notices.show("document", word("fileUnreadable") + error.message, { kind: "error" });
    }
  }

  saveDocument(text, name) {
    this.#save(new Blob([text], { type: "application/json" }), `${name}.json`);
  }

  saveOutline(text, name) {
    this.#save(new Blob([text], { type: "text/markdown" }), `${name}.md`);
  }

  async savePicture(px, title) {
    const name = `${title}-${px}.png`;
    const blob = await this.#render(px);
    if (!blob) return;
    if (prefersPressing()) {
      this.#showPicture(blob, name);
      return;
    }
    download(blob, name);
    const show = [word("show"), () => this.#showPicture(blob, name)];
    this.#notices.show("picture", word("saved") + name, { actions: [show] });
  }

  copyPicture(px) {
    // Safari wants the item made at once, its bytes may come later.
    return this.#copy(this.#export("png", { px }).then((bytes) => new Blob([bytes], { type: "image/png" })));
  }

  #save(blob, file) {
    download(blob, file);
    this.#notices.show("document", word("saved") + file);
  }

  async #render(px) {
    const giveUp = new AbortController();
    const cancel = [word("cancel"), () => giveUp.abort()];
    this.#notices.show("picture", word("exporting"), { stays: true, actions: [cancel] });
    const onProgress = ({ part, isDrawn }) => {
      const percent = `${word("exporting")} ${Math.round(100 * part)} %`;
      this.#notices.reword("picture", isDrawn ? word("compressing") : percent);
    };
    // Let the notice be seen before the drawing begins.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    try {
      const bytes = await this.#export("png", { px, onProgress, signal: giveUp.signal });
      this.#notices.clear("picture");
      return new Blob([bytes], { type: "image/png" });
    } catch (error) {
      if (!giveUp.signal.aborted) this.#notices.show("picture", error.message, { kind: "error" });
      return null;
    }
  }

  async #copy(blob) {
    blob.catch(() => {});
    if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") {
      this.#notices.show("picture", word("copyUnsupported"), { kind: "error" });
      return;
    }
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
      this.#notices.show("picture", word("copied"));
    } catch (error) {
      this.#notices.show("picture", word("copyFailed") + error.message, { kind: "error" });
    }
  }

  #showPicture(blob, name) {
    const url = URL.createObjectURL(blob);
    this.#picture = { url, blob, name };
    document.getElementById("picture-title").textContent = word("pictureTitle");
    document.getElementById("picture-hint").textContent = word("pictureHint");
    document.getElementById("picture-image").src = url;
    document.getElementById("picture-image").alt = name;
    const save = document.getElementById("picture-save");
    save.href = url;
    save.download = name;
    save.textContent = word("download");
    document.getElementById("picture-copy").textContent = word("copy");
    document.getElementById("picture-close").textContent = word("close");
    this.#dialog.showModal();
  }
}
