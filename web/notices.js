// Short messages at the lower edge of the page. Text reaches the page as text only.

const LIFETIME = 5000;

export class Notices {
  #root;
  #shown = new Map(); // topic → its message

  constructor(root) {
    this.#root = root;
  }

  /**
   * Shows what is to be said of `topic`, in place of what was said of it before.
   * `kind`: "" or "error"; `actions`: [[text, function]…]; `stays`: until it is replaced, cleared or one of them is pressed.
   */
  show(topic, text, { kind = "", actions = [], stays = false } = {}) {
    this.clear(topic);
    const notice = document.createElement("div");
    notice.className = `notice ${kind}`;
    const words = document.createElement("span");
    words.textContent = text;
    notice.append(words);
    for (const [name, action] of actions) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => {
        this.clear(topic);
        action();
      });
      notice.append(button);
    }
    this.#root.append(notice);
    this.#shown.set(topic, notice);
    // Whoever may press something needs time to read.
    const isLong = kind === "error" || actions.length > 0;
    if (!stays) setTimeout(() => this.#remove(topic, notice), isLong ? 2 * LIFETIME : LIFETIME);
  }

  /** Other words for what is shown of `topic`; its buttons stay where they are. */
  reword(topic, text) {
    const words = this.#shown.get(topic)?.firstElementChild;
    if (words) words.textContent = text;
  }

  /** There is nothing to be said of `topic` any more. */
  clear(topic) {
    this.#remove(topic, this.#shown.get(topic));
  }

  #remove(topic, notice) {
    notice?.remove();
    if (this.#shown.get(topic) === notice) this.#shown.delete(topic);
  }
}
