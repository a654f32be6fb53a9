// The page's own words in both languages; all else that people read comes from the engine.

const WORDS = {
  loading: ["正在准备画笔…", "Loading…"],
  starting: ["正在打开画布…", "Starting…"],
  loadFailed: ["编辑器没能加载。", "The editor could not be loaded."],
  loadFailedHint: [
    "请检查网络后重试。如果一直这样，可能是服务器缺少文件，或浏览器太旧（需要 WebAssembly）。",
    "Please check the network and try again. If this keeps happening, a file is missing on the server, or the browser is too old (it needs WebAssembly).",
  ],
  retry: ["重试", "Try again"],
  fontsLoading: ["正在加载字体…", "Loading fonts…"],
  fontsFailed: ["字体没能加载，这些字暂时显示不出来：", "Fonts could not be loaded; these characters cannot be shown yet: "],
  exporting: ["正在生成图片…", "Drawing the picture…"],
  compressing: ["正在压缩图片…", "Compressing the picture…"],
  cancel: ["取消", "Cancel"],
  exportFailed: [
    "图片没能生成，可能是内存不够，请选小一些的尺寸再试。",
    "The picture could not be made, for want of memory perhaps: try a smaller size.",
  ],
  saved: ["已保存到下载文件夹：", "Saved to your downloads: "],
  show: ["查看", "Show"],
  copied: ["图片已复制，可以直接粘贴。", "The picture is copied: paste it anywhere."],
  copyUnsupported: [
    "这个浏览器不能复制图片，请改用下载。",
    "This browser cannot copy pictures; download it instead.",
  ],
  copyFailed: ["没能复制图片：", "The picture could not be copied: "],
  pictureTitle: ["海报图片", "Your poster"],
  pictureHint: ["长按（或右键）图片即可保存、转发。", "Long-press or right-click the picture to save or share it."],
  download: ["下载 PNG", "Download PNG"],
  copy: ["复制图片", "Copy picture"],
  close: ["关闭", "Close"],
  fileTooLarge: ["文件太大，海报文件不会超过 2 MB。", "The file is too large: a poster is never above 2 MB."],
  fileUnreadable: ["这个文件读不出来（它是文件夹吗？）：", "This cannot be read (is it a folder?): "],
  fileIsPicture: [
    "这是图片，里面没有可以编辑的海报。请打开「保存海报文件」得到的 .json 文件。",
    "This is a picture; it holds no poster that can be edited. Open the .json file that saving gave you.",
  ],
  outOfMemory: ["内存不够，打不开这么大的文档。", "There is not enough memory to open a document of that size."],
  notText: ["setPoster 需要海报文档的 JSON 文本（字符串）。", "setPoster takes the poster as JSON text, a string."],
  fileWrong: ["这不是可用的海报文件。", "This is not a poster that can be opened."],
  opened: ["已打开：", "Opened: "],
  broken: [
    "编辑器出错停下了。请保存海报文件，再刷新页面打开它。",
    "The editor has stopped. Save the poster file, reload the page, and open it again.",
  ],
  restored: ["已恢复上次编辑的海报。", "Your poster is here again, as you left it."],
  sampleOpened: ["已换回示例海报。点「撤销」可以找回原来的。", "The sample is open. Undo brings your poster back."],
  posterOpened: ["已打开。点「撤销」可以找回原来的。", "It is open. Undo brings your poster back."],
  notOnShelf: [
    "没能存进“最近”（浏览器的存储空间可能已满）。请把海报保存成文件；被换下的点「撤销」可以找回。",
    "It could not be kept among the recent ones (the browser's storage may be full). Save the poster as a file; undo brings back one that was replaced.",
  ],
  shelfRemoved: ["已从“最近”删除：", "Removed from the recent posters: "],
  firstVersion: ["开始记录", "First version"],
  sameVersion: ["和现在一样", "As it is now"],
  versionAuto: ["自动", "automatic"],
  versionExport: ["导出时", "on export"],
  versionNamed: ["手动", "kept by hand"],
  versionKept: ["已记下这个版本，在「新建与最近」里可以找回。", "This version is kept: it is on the page of other posters."],
  versionSame: ["没有改动，上一个版本就是这样。", "Nothing has changed since the last version."],
  versionNotKept: ["这个页面不保存内容，没有记下版本。", "Nothing is kept by this page: no version either."],
  versionOpened: ["已换回那个版本。点「撤销」可以回来。", "That version is open. Undo comes back."],
  copyOf: ["（副本）", " (copy)"],
  untitled: ["未命名", "Untitled"],
  justNow: ["刚才", "Just now"],
  undo: ["撤销", "Undo"],
  posterFailed: ["这张海报没能下载，请再试一次。", "That poster could not be downloaded. Please try again."],
  toSample: ["换回示例", "Start from the sample"],
  draftDamaged: ["上次自动保存的内容已损坏，打开的是更早的一份。", "The last automatic copy is damaged; an earlier one is open."],
  draftsDamaged: ["上次自动保存的内容已损坏，没能打开。", "The last automatic copy is damaged and cannot be opened."],
  draftFailed: [
    "没能自动保存（浏览器的存储空间可能已满）。请把海报保存成文件。",
    "Your work could not be kept automatically (the browser's storage may be full). Please save it as a file.",
  ],
  draftUnsure: [
    "自动保存的记录损坏了：打开了留下的两份中的一份，它可能不是最新的。",
    "The note of what was kept last is damaged: one of the two copies is open, perhaps not the newer.",
  ],
  openOther: ["打开另一份", "Open the other"],
  notKept: [
    "你的改动不会自动保存：浏览器没有给这个网页存储空间。请在关闭前把海报保存成文件。",
    "Your work is not kept automatically: the browser gives this page no storage. Please save it as a file before you close the page.",
  ],
  formulaUnread: [
    "有公式没能读出来，粘贴的是它的文字。请检查一下。",
    "A formula could not be read: only its characters were pasted. Please check them.",
  ],
  fromText: ["从文字生成", "From a text"],
  fromTextHint: [
    "粘贴或输入一份文字稿：标题、板块、要点，写给图像模型的那种也行。",
    "Paste or type what is to be on the poster: a title, sections, points; what is written for image models will do.",
  ],
  fromTextExample: [
    "# 标题\n\n## 第一个板块\n- 要点: 内容\n- E = mc²\n\n## 第二个板块\n- 甲 → 乙 → 丙\n\n总结: 一句话",
    "# Title\n\n## First section\n- point: what it says\n- E = mc²\n\n## Second section\n- a → b → c\n\nSummary: one sentence",
  ],
  make: ["生成", "Make the poster"],
  source: ["原文", "The text"],
  rereadHint: [
    "改了文字再「重读」：没改到的地方，手改的都留着。",
    "Change the text and read it again: what was changed by hand stays where the text has not changed.",
  ],
  reread: ["重读", "Read again"],
  makeNew: ["另生成一张", "Make another poster"],
  leftOut: ["没画上的 # 行", "Not on the poster: #"],
  lineNumber: ["第 # 行", "Line #"],
  addLeftOut: ["添加为文字", "Add as a label"],
  ignoreLeftOut: ["忽略", "Ignore"],
  done: ["好了", "Done"],
  saveFile: ["保存海报文件", "Save the file"],
};

let chinese = true;

export function useLanguage(language) {
  chinese = language === "zh";
}

export function word(name) {
  return WORDS[name][chinese ? 0 : 1];
}

/** For moments when nobody has chosen a language yet. */
export function bothWords(name) {
  return WORDS[name];
}

/** "zh" or "en": the address's `lang`, else what was chosen before, else what the browser prefers. */
export function initialLanguage() {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "zh" || asked === "en") return asked;
  try {
    const kept = localStorage.getItem("sixiang.language");
    if (kept === "zh" || kept === "en") return kept;
  } catch {
    // Storage may be forbidden; the choice then lasts for this visit.
  }
  return (navigator.languages ?? [navigator.language]).some((tag) => /^zh\b/i.test(tag)) ? "zh" : "en";
}

/** What the window's colours follow; the engine counts them so. */
export const THEMES = ["system", "light", "dark"];

export function keptTheme() {
  try {
    const kept = localStorage.getItem("sixiang.theme");
    if (THEMES.includes(kept)) return kept;
  } catch {
    // As above.
  }
  return "system";
}

export function keepTheme(choice) {
  try {
    localStorage.setItem("sixiang.theme", choice);
  } catch {
    // As above.
  }
}

export function keepLanguage(language) {
  try {
    localStorage.setItem("sixiang.language", language);
  } catch {
    // As above.
  }
}
