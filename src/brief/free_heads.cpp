#include "brief/free_heads.h"

#include <algorithm>

#include "brief/free_words.h"
#include "brief/heads.h"
#include "brief/keys.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr View kPlaces[] = {U"左上角",   U"右上角",     U"左下角",   U"右下角",   U"左上",       U"右上",
                            U"左下",     U"右下",       U"左栏",     U"右栏",     U"中栏",       U"左边一栏",
                            U"右边一栏", U"左边",       U"右边",     U"左侧",     U"右侧",       U"左半边",
                            U"右半边",   U"左列",       U"右列",     U"中间一栏", U"中间的卡片", U"中间一张",
                            U"中间一格", U"中间的格子", U"中间那张", U"上半",     U"下半"};
// What stands in a corner and is no section.
constexpr View kSmallThings[] = {U"署名", U"小字", U"落款", U"水印", U"二维码", U"logo", U"页码", U"来源"};
constexpr View kNamingWords[] = {U"标题", U"叫", U"名为", U"名字"};
constexpr View kCardWords[] = {U"card", U"panel", U"box", U"step",  U"column", U"block", U"module", U"section",
                               U"tile", U"stage", U"row", U"layer", U"band",   U"level", U"cell",   U"part"};

View after(View text, std::size_t at) { return trimmed(text.substr(std::min(at, text.size()))); }

// Cuts the title off where a bracket, a colon or a long dash begins; what the bracket holds are notes.
void take_title(FreeHead& head, View rest) {
  while (!rest.empty()) {
    std::size_t end = 0;
    while (end < rest.size() && View(U"(:—").find(plain(rest[end])) == View::npos) ++end;
    if (head.title.empty()) head.title = unquoted(trimmed(rest.substr(0, end), U"-–—*"));
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
  // «【第一格】22:00 关通知».
  const std::optional<Counted> counted = parts.size() == 1 ? read_counted(head.title) : std::nullopt;
  const bool is_name = !head.behind.empty() && head.behind.size() <= 20 && quotes_of(head.behind).empty() &&
                       head.behind.find_first_of(U"，。；#＃%(（") == Text::npos;
  if (counted && counted->rest.empty() && is_name) {
    head.title = std::move(head.behind);
    head.behind.clear();
    head.number = counted->number;
  }
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
  const View rest = after(text, 1);
  // «①→② “…”», «① #FFD6C9 ② #FFE8B3» speak of them.
  if (rest.empty() || View(U"→⟶⇒-到#＃和").find(rest[0]) != View::npos) return std::nullopt;
  take_title(head, rest);
  if (head.title.empty()) return std::nullopt;
  return head;
}

// «一、…», «（一）…».
std::optional<FreeHead> read_chinese(View text) {
  const bool is_bracketed = plain(text[0]) == U'(';
  const std::size_t begin = is_bracketed ? 1 : 0;
  std::size_t end = begin;
  while (end < text.size() && end < begin + 3 && is_numeral(text[end]) && !is_digit(plain(text[end]))) ++end;
  if (end == begin || end + 1 >= text.size()) return std::nullopt;
  const bool is_closed = is_bracketed ? plain(text[end]) == U')' : text[end] == U'、';
  if (!is_closed) return std::nullopt;
  // «一、三 #FBE3C8» colours them.
  const View rest = after(text, end + 1);
  if (!rest.empty() && is_numeral(rest[0]) && rest.find_first_of(U"#＃") != View::npos) return std::nullopt;
  FreeHead head;
  head.form = is_bracketed ? HeadForm::InBrackets : HeadForm::Chinese;
  take_title(head, after(text, end + 1));
  if (head.title.empty()) return std::nullopt;
  return head;
}

std::optional<FreeHead> read_question(View text) {
  for (const View word : {U"问：", U"问:", U"问题："}) {
    if (!begins_with(text, word)) continue;
    FreeHead head;
    head.form = HeadForm::Question;
    head.title = unquoted(trimmed(text.substr(word.size()), U"*"));
    return head.title.empty() ? std::nullopt : std::optional(head);
  }
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
    while (end < text.size() && end < 4 && is_numeral(text[end])) ++end;
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
  Text numerals;
  std::copy_if(head.reference.begin(), head.reference.end(), std::back_inserter(numerals), is_numeral);
  head.number = number_of(numerals);
  if (const std::vector<Extent> parts = split(rest, U"/／|｜"); parts.size() > 1) {
    head.title = unquoted(slice(rest, parts[0]));
    for (std::size_t i = 1; i < parts.size(); ++i)
      head.behind += (i > 1 ? U"；" : U"") + Text(trimmed(slice(rest, parts[i])));
    head.is_list = true;
    return head;
  }
  take_title(head, rest);
  return head;
}

// «左上角放“响度”，底色浅橙», «左栏「这样做」绿色系», «左上（浅橙）：响度».
std::optional<FreeHead> read_place(View text) {
  for (const View word :
       {U"先说", U"再说", U"先看", U"再看", U"接着", U"然后", U"最后", U"剩下的", U"剩下", U"另外", U"至于", U"首先"}) {
    if (begins_with(text, word)) text = trimmed(text.substr(word.size()), U"，,");
  }
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
  if (quote && quote->outer.begin > place->size() + 12 &&
      !(quote->outer.begin <= place->size() + 40 &&
        holds_any(text.substr(place->size(), quote->outer.begin - place->size()), kNamingWords)))
    quote.reset();
  const std::size_t name_begin = quote ? quote->outer.begin : colon;
  if (name_begin == View::npos || name_begin > place->size() + (quote ? 40u : 24u)) return std::nullopt;
  const View between = text.substr(place->size(), name_begin - place->size());
  if (holds_any(folded(between), kSmallThings) || is_negative(between)) return std::nullopt;
  if (const std::size_t open = between.find_first_of(U"(（"); open != View::npos) {
    if (const std::optional<std::size_t> close = closing(between, open))
      head.notes.emplace_back(between.substr(open + 1, *close - open - 1));
  }
  if (head.notes.empty() && !trimmed(between).empty()) head.notes.emplace_back(between);
  if (quote) {
    head.title = Text(trimmed(slice(text, quote->inner)));
    const View behind = after(text, quote->outer.end);
    head.is_list = begins_with(plain(behind), U":");
    head.behind = Text(trimmed(behind, U",，;；:："));
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

// «Top left card: “绿叶菜”. Lines: …», «The right column is headed "…"».
std::optional<FreeHead> read_english_place(View text) {
  constexpr View kSides[] = {U"left", U"right", U"middle", U"center", U"centre"};
  constexpr View kNouns[] = {U"card",    U"panel",    U"box",  U"cell",   U"column", U"half",
                             U"tile",    U"quadrant", U"side", U"block",  U"square", U"section",
                             U"station", U"stop",     U"node", U"circle", U"bubble", U"stage"};
  const Text low = folded(text);
  std::size_t at = 0;
  for (const View word : {U"in ", U"on ", U"the "}) {
    if (begins_with(View(low).substr(at), word)) at += word.size();
  }
  const std::size_t begin = at;
  std::size_t row = 0;
  for (const View word : {U"top", U"bottom", U"upper", U"lower"}) {
    if (!begins_with(View(low).substr(at), word)) continue;
    row = word.size();
    at = std::min(low.size(), at + word.size() + 1);
  }
  std::size_t side = 0;
  for (const View word : kSides) {
    if (begins_with(View(low).substr(at), word)) side = word.size();
  }
  if (side == 0 && row == 0) return std::nullopt;
  if (side == 0) --at;  // «Top station»
  at += side;
  const std::optional<Quote> quote = first_quote(text, at);
  if (!quote || quote->outer.begin > at + 60) return std::nullopt;
  const View between = View(low).substr(at, quote->outer.begin - at);
  if (!holds_any(between.substr(0, 12), kNouns) || contains(between, U".")) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Card;
  head.reference = replaced(View(low).substr(begin, at - begin), U"-", U" ");
  head.notes.emplace_back(text.substr(at, quote->outer.begin - at));
  head.title = Text(trimmed(slice(text, quote->inner)));
  head.behind = Text(trimmed(after(text, quote->outer.end), U".,;:"));
  return head;
}

// «1. Top: a light purple card (#E8E0F2) headed "大脑", with …».
std::optional<FreeHead> read_headed(const Line& line) {
  const Text low = folded(line.text);
  for (const View word : {U"headed", U"titled", U"named", U"labelled", U"labeled", U"called", U"heading"}) {
    const std::optional<Extent> found = find_word(low, word);
    const std::optional<Quote> quote = found && found->begin < 90 ? first_quote(line.text, found->end) : std::nullopt;
    if (!quote || quote->outer.begin > found->end + 3) continue;
    FreeHead head;
    head.form = HeadForm::Card;
    head.number = {};
    head.reference = U"card " + line.ordinal;
    head.notes.emplace_back(View(line.text).substr(0, found->begin));
    head.title = Text(trimmed(slice(line.text, quote->inner)));
    head.behind = Text(trimmed(after(line.text, quote->outer.end), U".,;:"));
    return head;
  }
  return std::nullopt;
}

// «**1817** "跑步机器" — "没有踏板" — card color #F6D9C4».
std::optional<FreeHead> read_dated(View source) {
  const Text text = replaced(source, U"**", U"");
  if (const std::size_t bar = text.find_first_of(U"｜|"); bar != Text::npos && bar > 0 && bar <= 16) {
    const View date = trimmed(View(text).substr(0, bar)), title = after(text, bar + 1);
    if (heading_date(date) == date.size() && !title.empty() && find_outside(title, U"｜|") == View::npos) {
      FreeHead head;
      head.form = HeadForm::Dated;
      head.date = head.reference = Text(date);
      head.title = unquoted(title);
      head.is_list = true;
      return head;
    }
  }
  const std::size_t length = date_length(text);
  const std::optional<Quote> quote = length > 0 ? first_quote(text, length) : std::nullopt;
  if (!quote || quote->outer.begin > length + 4) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Dated;
  head.date = Text(View(text).substr(0, length));
  head.reference = head.date;
  head.title = Text(trimmed(slice(text, quote->inner)));
  head.behind = Text(trimmed(after(text, quote->outer.end), U",;:：—–-"));
  return head;
}

// «第一步，最上面的菱形问「真有用户在喊疼吗？」。箭头「否」…», «第一格：泡豆», «第二步，磨豆：细一点».
std::optional<FreeHead> read_told(View text) {
  const std::optional<Counted> counted = read_counted(text);
  if (!counted || counted->rest.empty()) return std::nullopt;
  // «步骤 A　办证：填一张表»: parted from its number.
  const std::size_t end = counted->reference.size();
  if (!begins_with(text, U"第") && !is_blank(text[end]) && plain(text[end]) != U':') return std::nullopt;
  const View rest = counted->rest;
  FreeHead head;
  head.form = HeadForm::Counted;
  head.reference = counted->reference;
  head.number = counted->number;
  const std::optional<Quote> quote = first_quote(rest);
  if (quote && quote->outer.begin <= 24) {
    head.title = Text(trimmed(slice(rest, quote->inner)));
    head.behind = Text(trimmed(after(rest, quote->outer.end), U"，,。；;：:"));
    return head;
  }
  const std::size_t colon = find_outside(rest, U":：");
  if (colon == View::npos && (rest.size() > 16 || rest.find_first_of(U"，。；,;") != View::npos)) return std::nullopt;
  if (colon != View::npos && colon > 14) return std::nullopt;
  head.title = Text(trimmed(rest.substr(0, colon), U"*"));
  // «第二层右上角加一个小牌子，写：最厚» says something of it.
  for (const View word : {U"角", U"加一", U"贴", U"标上", U"写", U"用"}) {
    if (colon != View::npos && contains(head.title, word)) return std::nullopt;
  }
  if (colon != View::npos) head.behind = Text(after(rest, colon + 1));
  head.is_list = true;
  return head;
}

// «第 1 周｜走跑交替»: a time, which is shown.
Text time_of(View counted) {
  const View text = trimmed(counted, U"*");
  constexpr View kTimes = U"周天年月日季";
  return begins_with(text, U"第") && kTimes.find(text.back()) != View::npos ? Text(text) : Text();
}

// «卡片1｜材料｜U 盘里存两份；论文打印三本».
std::optional<FreeHead> read_barred(View text) {
  const std::vector<Extent> parts = split(text, U"｜|");
  if (parts.size() < 2 || begins_with(text, U"|")) return std::nullopt;
  const std::optional<Counted> counted = read_counted(slice(text, parts[0]));
  if (!counted || !counted->rest.empty()) return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Counted;
  head.reference = counted->reference;
  head.title = unquoted(trimmed(slice(text, parts[1]), U"*"));
  head.date = time_of(slice(text, parts[0]));
  // «节点二｜1092 年：水运仪象台».
  const std::size_t date = heading_date(head.title);
  if (date > 0 && date + 1 < head.title.size() && plain(head.title[date]) == U':') {
    head.date = head.title.substr(0, date);
    head.title = Text(trimmed(View(head.title).substr(date + 1)));
  }
  if (parts.size() > 2) head.behind = Text(trimmed(text.substr(parts[2].begin)));
  head.is_list = true;
  return head;
}

}  // namespace

std::optional<Counted> read_counted(View source) {
  const View text = trimmed(source, U"*");
  const bool is_ordinal = begins_with(text, U"第");
  std::size_t end = is_ordinal ? 1 : 0;
  for (const View word : {U"卡片", U"模块", U"板块", U"区块", U"格子", U"步骤", U"要点", U"面板", U"栏目", U"节点",
                          U"事件", U"阶段", U"环节", U"场景", U"误区", U"部分"}) {
    if (!is_ordinal && begins_with(text, word)) end = word.size();
  }
  while (end > 0 && end < text.size() && is_blank(text[end])) ++end;
  const std::size_t begin = end;
  while (begin > 0 && end < text.size() && end < begin + 3 && is_numeral(text[end])) ++end;
  Counted counted;
  counted.number = number_of(text.substr(begin, end - begin));
  // «步骤 A».
  const bool is_letter = !is_ordinal && begin > 0 && end == begin && end < text.size() && text[end] >= U'A' &&
                         text[end] <= U'H' && (end + 1 >= text.size() || !is_latin(text[end + 1]));
  if (is_letter) counted.number = Text(text.substr(end++, 1));
  if (counted.number.empty()) return std::nullopt;
  if (is_ordinal && end + 1 < text.size() && is_blank(text[end])) ++end;
  std::size_t word = 0;
  for (const View entry : {U"周", U"天", U"年",   U"轮",     U"条",   U"件",     U"招",     U"类",   U"种", U"点",
                           U"格", U"步", U"张",   U"块",     U"关",   U"站",     U"环",     U"章",   U"栏", U"列",
                           U"层", U"节", U"部分", U"张卡片", U"张卡", U"个模块", U"个阶段", U"阶段", U"幕"}) {
    if (is_ordinal && begins_with(text.substr(end), entry)) word = std::max(word, entry.size());
  }
  if (is_ordinal && word == 0) return std::nullopt;
  counted.reference = folded(text.substr(0, end + word));
  counted.rest = Text(trimmed(text.substr(end + word), U"：:，,、-—｜|*"));
  return counted;
}

std::optional<FreeHead> read_free_head(const Line& line) {
  const View text = line.text;
  if (text.size() < 2 || line.field || line.rule) return std::nullopt;
  if (line.marker == Marker::Number) return read_headed(line);
  if (std::optional<FreeHead> head = read_dated(text)) return head;
  if (line.marker != Marker::None) return line.marker == Marker::Bullet ? read_english_place(text) : std::nullopt;
  for (const auto reader : {read_barred, read_told, read_brackets, read_dashes, read_circled, read_chinese,
                            read_question, read_rank, read_place, read_card, read_english_place}) {
    if (std::optional<FreeHead> head = reader(text)) return head;
  }
  return std::nullopt;
}

Text code_of(View name) {
  Text code = folded(trimmed(name, U"*。.；;，,"));
  code.erase(std::remove_if(code.begin(), code.end(), is_blank), code.end());
  return code;
}

std::optional<FreeHead> read_code_head(const Line& line) {
  const View text = trimmed(View(line.text), U"*");
  std::size_t end = 0;
  while (end < text.size() && end < 4 && is_han(text[end]) && !is_numeral(text[end])) ++end;
  const std::size_t word = end;
  while (end < text.size() && end < word + 2 && is_blank(text[end])) ++end;
  const std::size_t number = end;
  while (end < text.size() && end < number + 2 &&
         (is_numeral(text[end]) || is_digit(plain(text[end])) || (text[end] >= U'A' && text[end] <= U'Z')))
    ++end;
  if (word == 0 || end == number || end + 1 >= text.size() || plain(text[end]) != U':') return std::nullopt;
  FreeHead head;
  head.form = HeadForm::Code;
  head.reference = code_of(text.substr(0, end));
  head.title = Text(trimmed(replaced(after(text, end + 1), U"**", U"")));
  // «…它受伤了吗？（看翅膀和腿）», «…联系救助站 —— 保暖避光»: what is written with it.
  const std::size_t open = head.title.find_last_of(U"(（");
  if (open != Text::npos && open > 0 && plain(head.title.back()) == U')') {
    head.notes.push_back(head.title.substr(open + 1, head.title.size() - open - 2));
    head.title = Text(trimmed(View(head.title).substr(0, open)));
  }
  if (const std::size_t dash = head.title.find(U'—'); dash != Text::npos && dash > 0) {
    head.behind = Text(trimmed(View(head.title).substr(dash), U"—"));
    head.title = Text(trimmed(View(head.title).substr(0, dash)));
  }
  return head;
}

}  // namespace sixiang::brief
