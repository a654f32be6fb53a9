// Short messages at the lower edge of the page. Text reaches the page as text only.

const LIFETIME = 5000;

export class Notices {
  #root;

  constructor(root) {
    this.#root = root;
  }

  /**
   * Shows a message and gives a function that takes it away.
   * `kind`: "" or "error"; `actions`: [[text, function]…]; `stays`: until taken away.
   */
  show(text, { kind = "", actions = [], stays = false } = {}) {
    const notice = document.createElement("div");
    notice.className = `notice ${kind}`;
    const words = document.createElement("span");
    words.textContent = text;
    notice.append(words);
    const remove = () => notice.remove();
    for (const [name, action] of actions) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => {
        remove();
        action();
      });
      notice.append(button);
    }
    this.#root.append(notice);
    // Whoever may press something needs time to read.
    const isLong = kind === "error" || actions.length > 0;
    if (!stays) setTimeout(remove, isLong ? 2 * LIFETIME : LIFETIME);
    return remove;
  }
}
