#include "brief/free_heads.h"

#include <algorithm>

#include "brief/keys.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr View kChineseNumbers = U"一二三四五六七八九十";

constexpr View kPlaces[] = {U"左上角", U"右上角", U"左下角", U"右下角",   U"左上",     U"右上",     U"左下", U"右下",
                            U"左栏",   U"右栏",   U"中栏",   U"左边一栏", U"右边一栏", U"左边",     U"右边", U"左侧",
                            U"右侧",   U"左半边", U"右半边", U"左列",     U"右列",     U"中间一栏", U"上半", U"下半"};
// What stands in a corner and is no section.
constexpr View kSmallThings[] = {U"署名", U"小字", U"落款", U"水印", U"二维码", U"logo", U"页码", U"来源"};
constexpr View kCardWords[] = {U"card",  U"panel",  U"box",     U"step", U"column",
                               U"block", U"module", U"section", U"tile", U"stage"};

template <class Words>
bool holds_any(View text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words), [text](View word) {
    return has_han(word) || !is_latin(word[0]) ? contains(text, word) : holds_word(text, word);
  });
}

View after(View text, std::size_t at) { return trimmed(text.substr(std::min(at, text.size()))); }

// Cuts the title off where a bracket, a colon or a long dash begins; what the bracket holds are notes.
void take_title(FreeHead& head, View rest) {
  while (!rest.empty()) {
    std::size_t end = 0;
    while (end < rest.size() && View(U"(:—").find(plain(rest[end])) == View::npos) ++end;
    if (head.title.empty()) head.title = Text(trimmed(rest.substr(0, end), U"-–—"));
    if (end >= rest.size() || plain(rest[end]) != U'(') {
      head.behind = Text(trimmed(after(rest, end), U":：—-–"));
      return;
    }
    const std::optional<std::size_t> close = closing(rest, end);
    if (!close) return;
    head.notes.emplace_back(trimmed(rest.substr(end + 1, *close - end - 1)));
    rest = after(rest, *close + 1);
    if (!rest.empty() && View(U":—").find(plain(rest[0])) == View::npos && plain(rest[0]) != U'(') {
      head.behind = Text(rest);
      return;
    }
  }
}

std::optional<FreeHead> read_brackets(View text) {
  if (View(U"【〖").find(text[0]) == View::npos) return std::nullopt;
  const std::optional<std::size_t> close = closing(text, 0);
  if (!close || *close < 2) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Brackets;
  const View inner = trimmed(text.substr(1, *close - 1));
  const std::vector<Extent> parts = split(inner, U"|｜·");
  if (parts.empty()) return std::nullopt;
  head.title = Text(trimmed(slice(inner, parts[0])));
  for (std::size_t i = 1; i < parts.size(); ++i) head.notes.emplace_back(trimmed(slice(inner, parts[i])));
  head.reference = folded(head.title);
  head.behind = Text(trimmed(after(text, *close + 1), U":："));
  return head;
}

// «—— 顶部（y 0%–10%）——», «=== 内容 ===».
std::optional<FreeHead> read_dashes(View text) {
  const char32_t sign = text[0];
  if (View(U"—─-=*~").find(sign) == View::npos || text.size() < 5 || text[1] != sign) return std::nullopt;
  const View inner = trimmed(text, View(&sign, 1));
  if (inner.empty() || inner.size() > 60) return std::nullopt;
  const std::size_t behind = text.size() - (std::size_t(inner.data() - text.data()) + inner.size());
  if (behind < 2) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Dashes;
  take_title(head, inner);
  return head;
}

std::optional<FreeHead> read_circled(View text) {
  const char32_t c = text[0];
  const int number = c >= 0x2460 && c <= 0x2473   ? int(c - 0x2460) + 1
                     : c >= 0x2776 && c <= 0x277F ? int(c - 0x2775)
                                                  : 0;
  if (number == 0) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Circled;
  head.reference = Text(1, c);
  head.number = to_text(std::to_string(number));
  take_title(head, after(text, 1));
  if (head.title.empty()) return std::nullopt;
  return head;
}

// «一、…», «（一）…».
std::optional<FreeHead> read_chinese(View text) {
  const bool is_bracketed = plain(text[0]) == U'(';
  const std::size_t begin = is_bracketed ? 1 : 0;
  std::size_t end = begin;
  while (end < text.size() && end < begin + 3 && kChineseNumbers.find(text[end]) != View::npos) ++end;
  if (end == begin || end + 1 >= text.size()) return std::nullopt;
  const bool is_closed = is_bracketed ? plain(text[end]) == U')' : text[end] == U'、';
  if (!is_closed) return std::nullopt;
  FreeHead head;
  head.form = is_bracketed ? HeadForm::InBrackets : HeadForm::Chinese;
  take_title(head, after(text, end + 1));
  if (head.title.empty()) return std::nullopt;
  return head;
}

std::optional<FreeHead> read_question(View text) {
  if (folded(text[0]) != U'q') return std::nullopt;
  std::size_t end = 1;
  while (end < text.size() && end < 3 && is_digit(plain(text[end]))) ++end;
  if (end + 1 >= text.size() || View(U":.、").find(plain(text[end])) == View::npos) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Question;
  head.number = plain(text.substr(1, end - 1));
  head.reference = folded(text.substr(0, end));
  head.title = Text(after(text, end + 1));
  return head;
}

// «第1名 洗衣机内筒——三个月不洗»; a line of colours for the ranks is none.
std::optional<FreeHead> read_rank(View text) {
  std::size_t end = 0;
  if (text[0] == U'第') {
    end = 1;
    while (end < text.size() && end < 4 &&
           (is_digit(plain(text[end])) || kChineseNumbers.find(text[end]) != View::npos))
      ++end;
    if (end == 1 || end >= text.size() || View(U"名位").find(text[end]) == View::npos) return std::nullopt;
    ++end;
  } else if (begins_with(folded(text), U"top") || begins_with(folded(text), U"no.")) {
    end = 3;
    while (end < text.size() && is_blank(text[end])) ++end;
    const std::size_t digits = end;
    while (end < text.size() && is_digit(plain(text[end]))) ++end;
    if (end == digits) return std::nullopt;
  } else {
    return std::nullopt;
  }
  const View rest = trimmed(after(text, end), U":：.、-—");
  if (rest.empty() || rest.find_first_of(U"#＃") != View::npos) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Rank;
  head.reference = folded(text.substr(0, end));
  for (const char32_t c : head.reference) {
    if (is_digit(c)) head.number += c;
    if (const std::size_t at = kChineseNumbers.find(c); at != View::npos) head.number += U'1' + char32_t(at);
  }
  take_title(head, rest);
  return head;
}

// «左上角放“响度”，底色浅橙», «左栏「这样做」绿色系», «左上（浅橙）：响度».
std::optional<FreeHead> read_place(View text) {
  const View* place = nullptr;
  for (const View& entry : kPlaces) {
    if (begins_with(text, entry) && (!place || entry.size() > place->size())) place = &entry;
  }
  if (!place) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Place;
  head.reference = Text(*place);
  const std::size_t colon = find_outside(text, U":：", place->size());
  std::optional<Quote> quote = first_quote(text, place->size());
  if (quote && quote->outer.begin > place->size() + 12) quote.reset();
  const std::size_t name_begin = quote ? quote->outer.begin : colon;
  if (name_begin == View::npos || name_begin > place->size() + 24) return std::nullopt;
  const View between = text.substr(place->size(), name_begin - place->size());
  if (holds_any(folded(between), kSmallThings) || is_negative(between)) return std::nullopt;
  if (const std::size_t open = between.find_first_of(U"(（"); open != View::npos) {
    if (const std::optional<std::size_t> close = closing(between, open))
      head.notes.emplace_back(between.substr(open + 1, *close - open - 1));
  }
  if (quote) {
    head.title = Text(trimmed(slice(text, quote->inner)));
    head.behind = Text(trimmed(after(text, quote->outer.end), U",，;；:："));
    return head;
  }
  const View rest = after(text, colon + 1);
  const std::size_t end = std::min(find_outside(rest, U",，;；。"), rest.size());
  head.title = Text(trimmed(rest.substr(0, end)));
  head.behind = Text(after(rest, end + 1));
  return head.title.empty() || head.title.size() > 16 ? std::nullopt : std::optional(head);
}

// «Card 1 (soft blue #DCEBFA). Heading "切文档". Body: …».
std::optional<FreeHead> read_card(View text) {
  const Text low = folded(text);
  for (const View word : kCardWords) {
    if (!begins_with(low, word) || low.size() < word.size() + 2 || !is_blank(low[word.size()])) continue;
    std::size_t end = word.size() + 1;
    while (end < low.size() && is_digit(low[end])) ++end;
    if (end == word.size() + 1) return std::nullopt;
    FreeHead head;
    head.form = HeadForm::Card;
    head.reference = low.substr(0, end);
    View rest = after(text, end);
    if (!rest.empty() && plain(rest[0]) == U'(') {
      const std::optional<std::size_t> close = closing(rest, 0);
      if (!close) return std::nullopt;
      head.notes.emplace_back(rest.substr(1, *close - 1));
      rest = after(rest, *close + 1);
    }
    rest = trimmed(rest, U".:,");
    const std::optional<Quote> quote = first_quote(rest);
    if (!quote) return std::nullopt;
    head.title = Text(trimmed(slice(rest, quote->inner)));
    head.behind = Text(trimmed(after(rest, quote->outer.end), U".,;:"));
    return head;
  }
  return std::nullopt;
}

constexpr View kGuideWords[] = {
    U"要求",         U"规则",        U"规范",  U"注意",     U"约束",   U"限制",  U"禁止",         U"避免",
    U"负面",         U"反例",        U"自查",  U"检查",     U"风格",   U"画风",  U"细节",         U"字体",
    U"画布",         U"输出",        U"role",  U"task",     U"canvas", U"rules", U"notes",        U"constraint",
    U"negative",     U"constraints", U"style", U"画面设定", U"提示词", U"说明",  U"requirements", U"output",
    U"instructions", U"尺寸",        U"配色",  U"色彩",     U"do not"};
constexpr View kBarWords[] = {U"页脚", U"页尾", U"底部",   U"结论",   U"总结",
                              U"收尾", U"通栏", U"footer", U"bottom", U"结语"};
constexpr View kArrowWords[] = {U"箭头", U"连线", U"关系", U"流向", U"arrows", U"connections", U"links"};
constexpr View kTitleWords[] = {U"标题", U"title", U"大标题", U"主标题", U"海报标题"};
constexpr View kCenterWords[] = {U"中心", U"圆心", U"中央", U"正中", U"center", U"centre"};
constexpr View kFrameWords[] = {U"顶部", U"主体", U"版面",   U"分区", U"正文", U"内容", U"布局", U"content",
                                U"body", U"main", U"坐标轴", U"版式", U"结构", U"模块", U"卡片", U"header"};

constexpr View kNegatives[] = {U"不要",  U"不得",   U"不许",  U"不准", U"不用",   U"不能出现",
                               U"禁止",  U"避免",   U"别写",  U"别画", U"勿",     U"no ",
                               U"don't", U"do not", U"avoid", U"不做", U"不出现", U"without"};
constexpr View kInstructions[] = {U"错别字", U"错字",     U"水印",   U"logo", U"字体",   U"字号", U"留白",
                                  U"扁平",   U"矢量",     U"插画",   U"画风", U"质感",   U"描边", U"圆角",
                                  U"渲染",   U"清晰可读", U"排版",   U"乱码", U"真人",   U"照片", U"画面",
                                  U"手绘",   U"逐字",     U"配图",   U"海报", U"信息图", U"风格", U"阴影",
                                  U"渐变",   U"简体中文", U"缩略图", U"图案", U"色号",   U"漏字"};

}  // namespace

std::optional<FreeHead> read_free_head(const Line& line) {
  const View text = line.text;
  if (text.size() < 2 || line.marker != Marker::None || line.field || line.rule) return std::nullopt;
  for (const auto reader :
       {read_brackets, read_dashes, read_circled, read_chinese, read_question, read_rank, read_place, read_card}) {
    if (std::optional<FreeHead> head = reader(text)) return head;
  }
  return std::nullopt;
}

std::optional<FreeHead> read_code_head(const Line& line) {
  const View text = line.text;
  std::size_t end = 0;
  while (end < text.size() && end < 4 && is_han(text[end])) ++end;
  const std::size_t word = end;
  while (end < text.size() && end < word + 2 &&
         (is_digit(plain(text[end])) || (text[end] >= U'A' && text[end] <= U'Z')))
    ++end;
  if (word == 0 || end == word || end + 1 >= text.size() || plain(text[end]) != U':') return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Code;
  head.reference = folded(text.substr(0, end));
  head.title = Text(after(text, end + 1));
  return head;
}

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
  return low.size() <= (has_han(low) ? 12u : 24u) && holds_any(low, kOf) && holds_any(low, kWhat);
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

}  // namespace sixiang::brief
