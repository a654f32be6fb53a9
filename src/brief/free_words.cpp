#include "brief/free_words.h"

#include <algorithm>
#include <array>

#include "brief/arrows.h"
#include "brief/blocks.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr View kGuideWords[] = {U"要求",     U"规则",         U"规范",   U"注意",     U"约束",     U"限制",
                                U"禁止",     U"避免",         U"负面",   U"反例",     U"自查",     U"检查",
                                U"风格",     U"画风",         U"细节",   U"字体",     U"画布",     U"输出",
                                U"role",     U"task",         U"canvas", U"rules",    U"notes",    U"constraint",
                                U"negative", U"constraints",  U"style",  U"画面设定", U"画面元素", U"点缀",
                                U"规格",     U"类型",         U"设定",   U"提示词",   U"说明",     U"requirements",
                                U"output",   U"instructions", U"尺寸",   U"配色",     U"色彩",     U"do not"};
constexpr View kBarWords[] = {U"页脚",   U"页尾", U"底部", U"结论",   U"总结",   U"收尾",
                              U"最下面", U"横带", U"通栏", U"footer", U"bottom", U"结语"};
constexpr View kArrowWords[] = {U"箭头", U"连线", U"关系", U"流向", U"arrows", U"connections", U"links"};
constexpr View kTitleWords[] = {U"标题", U"title", U"大标题", U"主标题", U"海报标题"};
constexpr View kCenterWords[] = {U"中心", U"圆心", U"中央", U"正中", U"center", U"centre"};
constexpr View kFrameWords[] = {U"文案", U"宫格", U"总览", U"顶部",    U"主体",  U"版面", U"分区",
                                U"正文", U"内容", U"布局", U"content", U"body",  U"main", U"坐标轴",
                                U"版式", U"结构", U"模块", U"卡片",    U"header"};

constexpr View kNegatives[] = {U"不要",  U"不得",   U"不许",  U"不准", U"不用",   U"不能出现",
                               U"禁止",  U"避免",   U"别写",  U"别画", U"勿",     U"no ",
                               U"don't", U"do not", U"avoid", U"不做", U"不出现", U"without"};
constexpr View kInstructions[] = {U"错别字", U"错字",     U"水印",   U"logo", U"字体",   U"字号", U"留白",
                                  U"扁平",   U"矢量",     U"插画",   U"画风", U"质感",   U"描边", U"圆角",
                                  U"渲染",   U"清晰可读", U"排版",   U"乱码", U"真人",   U"照片", U"画面",
                                  U"手绘",   U"逐字",     U"配图",   U"海报", U"信息图", U"风格", U"阴影",
                                  U"渐变",   U"简体中文", U"缩略图", U"图案", U"色号",   U"漏字"};

}  // namespace

HeadMeaning meaning_of(View title) {
  const Text low = folded(title);
  if (low.size() > 14 && has_han(low)) return HeadMeaning::Section;
  if (holds_any(low, kGuideWords)) return HeadMeaning::Guide;
  if (holds_any(low, kArrowWords)) return HeadMeaning::Arrows;
  if (holds_any(low, kBarWords)) return HeadMeaning::Bar;
  if (holds_any(low, kTitleWords)) return HeadMeaning::Title;
  if (holds_any(low, kCenterWords)) return HeadMeaning::Center;
  const bool is_frame = std::any_of(std::begin(kFrameWords), std::end(kFrameWords),
                                    [&low](View word) { return begins_with(low, word) || ends_with(low, word); });
  return is_frame ? HeadMeaning::Frame : HeadMeaning::Section;
}

bool is_guide_title(View title) {
  constexpr View kOf[] = {U"生成",     U"出图",  U"绘图",      U"绘制",    U"画面",  U"渲染",
                          U"排版",     U"画风",  U"风格",      U"视觉",    U"负面",  U"提示词",
                          U"negative", U"image", U"rendering", U"drawing", U"style", U"design"};
  constexpr View kWhat[] = {U"要求",  U"注意",  U"规则",        U"约束",     U"规范",         U"清单",        U"自查",
                            U"检查",  U"禁止",  U"避免",        U"限制",     U"负面",         U"画风",        U"风格",
                            U"rules", U"notes", U"constraints", U"negative", U"instructions", U"requirements"};
  const Text low = folded(title);
  if (low.size() > (has_han(low) ? 12u : 24u)) return false;
  // Two words: «哥特式风格» is of a style and for nobody who draws.
  for (const View what : kWhat) {
    const std::size_t at = low.find(what);
    if (at != Text::npos && holds_any(low, std::array<View, 1>{what}) &&
        holds_any(low.substr(0, at) + U" " + low.substr(at + what.size()), kOf))
      return true;
  }
  return false;
}

bool is_negative(View text) {
  const Text low = folded(text);
  for (const View word : kNegatives) {
    const std::size_t at = low.find(word);
    if (at == Text::npos) continue;
    // English ones begin a clause: «with no text on it» says so of something that is there.
    const View before = trimmed(View(low).substr(0, at));
    if (has_han(word) || before.empty() || View(U",;:.，；：。").find(before.back()) != View::npos) return true;
  }
  return false;
}

bool is_instruction(View text) {
  const Text low = folded(text);
  return std::any_of(std::begin(kInstructions), std::end(kInstructions),
                     [&low](View word) { return contains(low, word); });
}

bool names_arrows(View key) {
  const Text low = folded(key);
  return low.size() <= (has_han(low) ? 16u : 60u) &&
         holds_any(low, std::array<View, 5>{U"箭头", U"连线", U"arrows", U"connections", U"connectors"});
}

bool speaks_of_arrows(View text) {
  const Text low = folded(text);
  return has_arrow(text) || holds_word(low, U"from") ||
         holds_any(low, std::array<View, 8>{U"箭头", U"连线", U"从", U"到", U"指", U"虚线", U"arrow", U"arrows"});
}

bool says_how_it_looks(View text) {
  if (!quotes_of(text).empty()) return false;
  const std::optional<Field> field = read_field(text);
  if (field && field->value.empty() && (contains(text, U"画成") || contains(text, U"如下"))) return true;
  for (const View word : {U"要大一点", U"放在卡片", U"放在正中", U"居中显示", U"加粗显示", U"用公式字体"}) {
    if (contains(text, word)) return true;
  }
  return false;
}

bool shows_picture(View text) {
  for (const View word : {U"画一只", U"画一群", U"画一位", U"画一名", U"画一弯",        U"画几只",       U"画两只",
                          U"画一朵", U"画一棵", U"画一轮", U"画个",   U"a little girl", U"a little boy", U"a cartoon",
                          U"趴",     U"打盹",   U"剪影",   U"卡通",   U"小人",          U"站在",         U"坐在",
                          U"举着",   U"抱着",   U"探出",   U"一只"}) {
    const std::size_t at = text.find(word);
    if (at != View::npos && !is_negative(text.substr(0, at))) return true;
  }
  return false;
}

bool asks_icons(View text) {
  const Text low = folded(text);
  const View asked = View(low).substr(0, find_outside(text, U":："));
  return asked.size() < low.size() && (contains(asked, U"图标") || contains(asked, U"icons")) &&
         (contains(asked, U"依次") || contains(asked, U"分别") || contains(asked, U"in order"));
}

bool says_size(View text) {
  for (const View word : {U"改成", U"如果", U"可以"}) {
    if (contains(text, word)) return false;
  }
  if (text.find_first_of(U"0123456789") == View::npos) return false;
  for (const View word : {U"尺寸", U"比例", U"画幅", U"竖版", U"横版", U"竖图", U"横图", U"方形"}) {
    if (contains(text, word)) return true;
  }
  return false;
}

bool speaks_of_canvas(View title) {
  const Text low = folded(title);
  for (const View word : {U"task", U"canvas", U"画布", U"尺寸", U"画面设定", U"设定", U"配色"}) {
    if (contains(low, word)) return true;
  }
  return false;
}

}  // namespace sixiang::brief
