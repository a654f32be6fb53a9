#include "brief/free_page.h"

#include <algorithm>

#include "brief/aspect.h"
#include "brief/color_words.h"
#include "brief/find_heads.h"
#include "brief/free_fields.h"
#include "brief/free_words.h"
#include "brief/page_kinds.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr View kFootWords[] = {U"最下面写", U"下面通栏", U"通栏写",   U"底下大字", U"底部",       U"最下面",
                               U"结尾居中", U"结尾写",   U"结尾一句", U"最下方",   U"最底",       U"页脚",
                               U"页尾",     U"底栏",     U"图下",     U"最后压",   U"下方压",     U"表格下面",
                               U"收尾",     U"最后一行", U"bottom",   U"footer",   U"at the foot"};
constexpr View kFootBars[] = {U"结论条", U"底部横", U"横幅",   U"横条",         U"底条",       U"底栏",  U"页脚",
                              U"横栏",   U"提示条", U"总结条", U"bottom strip", U"bottom bar", U"footer"};
constexpr View kBelowTitle[] = {U"下面", U"下方", U"底下", U"之下", U"下边", U"旁边", U" below", U"下再"};
constexpr View kCells[] = {U"格子", U"卡片", U"模块", U"cards", U"cells", U"panels"};
constexpr View kGoesOn[] = {U"it ", U"里面", U"上面写", U"它", U"inside", U"条上", U"写"};
constexpr View kBarThings[] = {U"strip", U"bar", U"band", U"banner", U"条", U"横栏", U"通栏"};
constexpr View kCenterWords[] = {
    U"正中",     U"中央",          U"圆心",          U"圆里",           U"圆环中间",      U"中间写",
    U"圆圈里",   U"中心写",        U"中间的圆",      U"中间放",         U"环的中间",      U"环心",
    U"中间写着", U"in the center", U"in the centre", U"central circle", U"center circle", U"in the middle of",
    U"center:",  U"centre:",       U"中心:",         U"at the center",  U"at the centre"};
constexpr View kDividerWords[] = {U"竖着一条", U"虚线正中", U"虚线中间", U"分隔线",       U"分割线",
                                  U"竖线",     U"中线",     U"divider",  U"dividing line"};
constexpr View kSmallPrint[] = {U"再底下", U"再往下", U"下面小字",    U"小字",       U"最小的字",
                                U"小一号", U"tiny",   U"small print", U"small gray", U"small grey"};
constexpr View kSignatureWords[] = {U"署名", U"署个名", U"落款", U"签名", U"signature", U"水印写"};
constexpr View kBackgroundWords[] = {U"页面底色", U"背景",     U"底色用",   U"纸的底色", U"底色为",
                                     U"整体底色", U"页面底色", U"奶油底色", U"纸色",     U"background"};

template <class Words>
std::size_t find_any(View text, const Words& words) {
  std::size_t best = View::npos;
  for (const View word : words) best = std::min(best, text.find(word));
  return best;
}

// Without what stands in quotes: only these words instruct.
Text without_quotes(View text) {
  Text outside;
  std::size_t done = 0;
  for (const Quote& quote : quotes_of(text)) {
    outside += Text(text.substr(done, quote.outer.begin - done)) + U"“”";
    done = quote.outer.end;
  }
  return outside + Text(text.substr(done));
}

// Behind the colon that ends the instruction: «白字写：…», «底部红色提示条（#E4572E）：…».
Text behind_instruction(View text) {
  const std::size_t colon = find_outside(text, U":：");
  if (colon == View::npos) return {};
  // «9:00～20:00».
  const bool is_time =
      colon > 0 && colon + 1 < text.size() && is_digit(plain(text[colon - 1])) && is_digit(plain(text[colon + 1]));
  return is_time ? Text() : Text(trimmed(text.substr(colon + 1)));
}

// «标题：», «标题（居中）：»; 标题位置 is none.
bool is_bracketed_or_empty(View text) {
  const View inner = trimmed(text);
  return inner.empty() || (plain(inner[0]) == U'(' && closing(inner, 0) == inner.size() - 1);
}

// «标题就写  十月大家最爱吃的面包», «题目叫…».
View told_title(View rest) {
  for (const View word : {U"就写", U"就叫", U"写", U"叫", U"是", U"为"}) {
    if (!begins_with(rest, word)) continue;
    const View title = trimmed(rest.substr(word.size()), U"：:");
    const bool is_one = title.size() >= 2 && title.size() <= 30 && find_outside(title, U"，,。；") == View::npos;
    return is_one ? title : View();
  }
  return {};
}

}  // namespace

bool FreePage::read(View source, int line) {
  const View sentence = trimmed(source, U">");
  // «表格上方小标题：四种最容易缺的维生素».
  if (contains(sentence, U"表") && contains(sentence, U"小标题")) {
    const std::optional<Quote> quote = first_quote(sentence);
    table_title_ = quote ? Text(slice(sentence, quote->inner)) : behind_instruction(sentence);
    return true;
  }
  const Text outside = without_quotes(sentence);
  define_colors(sentence);
  if (read_title(sentence, line)) return true;
  read_asked_title(sentence, line);
  const Text low = folded(outside);
  const std::size_t colon = find_outside(low, U":：");
  const View asked = View(low).substr(0, colon);
  if (find_any(low, kSignatureWords) != View::npos && find_any(low, kFootWords) == View::npos) {
    read_foot(sentence, line);
    return true;
  }
  const bool has_background = read_colors(sentence, line);
  if (is_negative(asked) && !read_aspect(sentence)) return has_background;
  bool is_any = has_background || read_axis(sentence, line);
  const bool is_small_print = !foot_.empty() && find_any(asked, kSmallPrint) != View::npos;
  if (is_small_print && (colon != View::npos || first_quote(sentence))) {
    read_foot(sentence, line);
    return true;
  }
  if (read_foot_told(sentence, asked, line)) return true;
  const bool is_divider = find_any(low, kDividerWords) != View::npos;
  if (!is_divider && find_any(low, kCenterWords) != View::npos && first_quote(sentence)) {
    if (const std::optional<Text> color = color_in(outside)) center_color_ = *color;
    read_center(sentence.substr(find_any(low, kCenterWords)), line);
    is_any = true;
  }
  if (aspect_.text.empty() && read_aspect(outside)) {
    aspect_ = {outside, line};
    is_any = true;
  }
  // What is drawn besides is told as a picture; the same words may say what kind of page it is.
  if (is_divider && first_quote(sentence)) {
    divider_ = {Text(sentence), line};
    return true;
  }
  // Colours of sections are told by themselves.
  if (count_codes(sentence) > 0 && !is_any && !find_kind(low)) return false;
  (is_divider || find_kind(low) || columns_in(low) > 0 || is_any ? layout_ : elements_)
      .push_back({Text(sentence), line});
  return is_any;
}

bool FreePage::read_foot_told(View sentence, View asked, int line) {
  const bool has_quote = first_quote(sentence).has_value();
  const Text low = folded(sentence);
  const bool goes_on = begins_with_any(low, kGoesOn);
  if (awaits_foot_ && has_quote && goes_on) {
    read_foot(sentence, line);
    return true;
  }
  awaits_foot_ = false;
  if (find_any(asked, kFootWords) == View::npos || contains(asked, U"top to bottom")) return false;
  const std::size_t colon = find_outside(sentence, U":：");
  // «bottom strip: #1B3A57» says of what colour it is.
  const View value = colon == View::npos ? View() : trimmed(sentence.substr(colon + 1), U"。.");
  if (const std::optional<SaidColor> color = find_color(value);
      color && color->is_code && color->extent.end == value.size() && !has_quote) {
    foot_color_ = Text(slice(value, color->extent));
    return true;
  }
  if (colon != View::npos || has_quote) {
    read_foot(sentence, line);
    return true;
  }
  awaits_foot_ = contains_any(low, kBarThings);
  return false;
}

// «圆心填 #F6D186», «结论条深灰 #37474F，白字», besides the ground.
bool FreePage::read_colors(View sentence, int line) {
  bool is_any = read_background(sentence, line);
  for (const Extent extent : split(sentence, U",，;；")) {
    const View clause = slice(sentence, extent);
    const std::optional<SaidColor> color = find_color(clause);
    if (!color || !color->is_code || !color->color || !quotes_of(clause).empty()) continue;
    const Text low = folded(clause.substr(0, color->extent.begin));
    const Text code(slice(clause, color->extent));
    const View of = trimmed(low, U"：:用填是为的（( ");
    if (find_any(low, kCenterWords) != View::npos || of == U"圆" || of == U"圆形" || of == U"大圆") {
      center_color_ = code;
      is_any = true;
    } else if (find_any(low, kFootBars) != View::npos) {
      foot_color_ = code;
      is_any = true;
    } else if (contains(low, U"行") && !contains(low, U"横行")) {
      // «戴胜那一行用浅橙 #FDE3C4»: of a table.
      colors_.push_back({Text(trimmed(clause.substr(clause.find_first_of(U":：") + 1))), line});
      is_any = true;
    }
  }
  return is_any;
}

bool FreePage::read_title(View sentence, int line) {
  struct Word {
    View word;
    int rank;
  };
  static constexpr Word kWords[] = {{U"主标题", 3}, {U"总标题", 3}, {U"题目", 3},    {U"抬头", 3},
                                    {U"大标题", 3}, {U"标题", 3},   {U"title", 3},   {U"题为", 3},
                                    {U"主题", 1},   {U"卡片图", 2}, {U"headline", 3}};
  const Text low = folded(sentence);
  if (begins_with(low, U"subheadline") || begins_with(low, U"subtitle") || begins_with(low, U"subhead") ||
      begins_with(low, U"副标题")) {
    const std::optional<Text> named = first_named(sentence);
    const Text told = named ? *named : behind_instruction(sentence);
    if (told.empty() || is_negative(told)) return false;
    set_subtitle(told, line);
    return true;
  }
  for (const Word& entry : kWords) {
    const std::size_t at = low.find(entry.word);
    if (at == Text::npos || (at > 0 && View(U"副带栏条格区框列小").find(low[at - 1]) != View::npos)) continue;
    if (rank_ >= entry.rank && !begins_with_any(View(low).substr(at + entry.word.size()), kBelowTitle)) continue;
    const View rest = sentence.substr(at + entry.word.size());
    const std::size_t colon = find_outside(rest, U":：");
    const std::optional<Text> named = first_named(rest);
    // «标题下面写一行小字：“…”».
    if (begins_with_any(rest, kBelowTitle)) {
      const Text told = named ? *named : behind_instruction(rest);
      // «标题下面是四个格子，正中间压一个圆，圆里写“…”» tells of other things.
      const bool is_other = find_any(rest.substr(0, rest.find(told)), kCenterWords) != View::npos ||
                            find_any(rest.substr(0, rest.find(told)), kCells) != View::npos;
      if (told.empty() || is_other) continue;
      set_subtitle(told, line);
      read_background(sentence, line);
      return true;
    }
    const std::size_t quote = named ? rest.find(*named) : View::npos;
    if (named && quote <= 40) {
      set_title(*named, line, entry.rank);
    } else if (colon != View::npos && is_bracketed_or_empty(rest.substr(0, colon)) &&
               !trimmed(rest.substr(colon + 1)).empty()) {
      set_title(rest.substr(colon + 1), line, entry.rank);
    } else if (const View told = told_title(rest); !told.empty()) {
      set_title(told, line, entry.rank);
    } else {
      continue;
    }
    // «… 标题《…》，整体背景用很浅的米黄 #FDF8EC»: the same sentence may say more.
    read_background(sentence, line);
    const Text outside = without_quotes(sentence.substr(0, at));
    if (aspect_.text.empty() && read_aspect(without_quotes(sentence))) aspect_ = {without_quotes(sentence), line};
    if (!trimmed(outside).empty()) layout_.push_back({outside, line});
    return true;
  }
  return false;
}

bool FreePage::read_asked_title(View sentence, int line) {
  // «做一张“流感还是普通感冒”的判断图».
  const std::optional<Quote> quote = first_quote(sentence);
  if (!quote || rank_ > 0) return false;
  const View before = sentence.substr(0, quote->outer.begin), behind = trimmed(sentence.substr(quote->outer.end));
  const bool asks = contains(before, U"一张") || contains(before, U"一幅") || contains(before, U"一份");
  const std::size_t thing = std::min({behind.find(U"图"), behind.find(U"海报"), behind.find(U"长图")});
  if (!asks || before.size() > 16 || !begins_with(behind, U"的") || thing > 10) return false;
  set_title(slice(sentence, quote->inner), line, 1);
  return true;
}

void FreePage::set_title(View title, int line, int rank) {
  if (rank <= rank_) return;
  rank_ = rank;
  title_ = {unquoted(trimmed(title, U"《》。*")), line};
}

namespace {

// «米白底 #FAF7F0», «底色暖黄 #FFF6DD»: of the page where it names nothing else.
bool is_ground(View clause, const SaidColor& color) {
  // «页面 #F9F5EC», also behind «配色：».
  const View of = trimmed(clause.substr(0, color.extent.begin), U"：:(（用是为");
  if (color.is_code && (ends_with(of, U"页面") || ends_with(of, U"整页"))) return true;
  if (!color.is_code || !contains(clause, U"底")) return false;
  for (const View word :
       {U"卡片", U"格", U"条", U"块", U"第", U"名", U"栏", U"圆", U"头", U"横", U"奇", U"偶", U"色块"}) {
    if (contains(clause, word)) return false;
  }
  return true;
}

}  // namespace

bool FreePage::read_background(View sentence, int line) {
  bool is_any = false;
  for (const Extent extent : split(sentence, U",，;；、")) {
    const View clause = slice(sentence, extent);
    const Text low = folded(clause);
    const std::optional<SaidColor> color = find_color(clause);
    if (!color || !color->color || is_negative(clause)) continue;
    const Text said(slice(clause, color->extent));
    const bool is_head = contains(low, U"表头");
    const bool is_ink = contains(low, U"正文") || contains(low, U"文字") || contains(low, U"字色") ||
                        contains(low, U"字用") || contains(low, U"text color") || contains(low, U"all text") ||
                        begins_with(low, U"text") || contains(low, U"字是");
    if (color->is_code && (is_head || is_ink)) {
      colors_.push_back({Text(is_head ? U"表头: " : U"文字: ") + said, line});
      is_any = true;
    } else if (background_.text.empty() &&
               (find_any(low, kBackgroundWords) != View::npos || is_ground(clause, *color))) {
      background_ = {said, line};
      is_any = true;
    }
  }
  return is_any;
}

// «横轴：修复成本，左低右高».
bool FreePage::read_axis(View sentence, int line) {
  for (const View word : {U"横轴", U"纵轴", U"x 轴", U"y 轴", U"x轴", U"y轴", U"x-axis", U"y-axis"}) {
    if (!begins_with(folded(sentence), word)) continue;
    View rest = trimmed(sentence.substr(word.size()), U":：是为");
    rest = trimmed(rest.substr(0, find_outside(rest, U",，;；(（")));
    // «横轴从左到右是「回避低」到「回避高」»: both ends.
    if (const std::vector<Quote> ends = quotes_of(rest); ends.size() == 2) {
      axes_.push_back({Text(word[0] == U'横' || word[0] == U'x' ? U"HORIZONTAL AXIS: " : U"VERTICAL AXIS: ") +
                           Text(slice(rest, ends[0].inner)) + U" → " + Text(slice(rest, ends[1].inner)),
                       line});
      return true;
    }
    const bool is_horizontal = word[0] == U'横' || word[0] == U'x';
    axes_.push_back({Text(is_horizontal ? U"HORIZONTAL AXIS: " : U"VERTICAL AXIS: ") + unquoted(rest), line});
    return true;
  }
  return false;
}

// «主色墨绿 #1F4D3A»: what 墨绿 means elsewhere.
void FreePage::define_colors(View sentence) {
  for (const Extent extent : split(sentence, U",，;；、")) {
    const View clause = slice(sentence, extent);
    const std::optional<SaidColor> color = find_color(clause);
    if (!color || !color->is_code || !color->color) continue;
    View name = trimmed(clause.substr(0, color->extent.begin), U"(（:：");
    std::size_t begin = name.size();
    while (begin > 0 && is_han(name[begin - 1]) && name.size() - begin < 2) --begin;
    name = name.substr(begin);
    if (name.size() == 2) named_.emplace_back(name, slice(clause, color->extent));
  }
}

std::optional<Text> FreePage::color_in(View text) const {
  const std::optional<SaidColor> color = find_color(text);
  if (color && color->is_code && color->color) return Text(slice(text, color->extent));
  for (const auto& [name, code] : named_) {
    if (contains(text, name)) return code;
  }
  return std::nullopt;
}

void FreePage::set_foot_color(View note) {
  if (const std::optional<Text> color = color_in(note)) foot_color_ = *color;
}

void FreePage::read_foot(View text, int line) {
  const Text outside = without_quotes(text);
  const Text low = folded(outside);
  if (const std::optional<Text> color = color_in(outside); color && foot_color_.empty()) foot_color_ = *color;
  bool is_any = false;
  for (const Quote& quote : quotes_of(text)) {
    add_to_foot(trimmed(slice(text, quote.inner)), line);
    is_any = true;
  }
  // «…，角落署名 @阿岭走山路».
  const bool is_signed = is_any && contains(foot_.back().text, U"@");
  if (!is_signed && find_any(low, kSignatureWords) != View::npos) {
    if (const std::size_t sign = text.find(U'@'); sign != View::npos && !contains(text.substr(0, sign), U"“")) {
      add_to_foot(trimmed(text.substr(sign), U"，,。”」"), line);
      return;
    }
    if (const std::size_t sign = outside.find(U'@'); sign != View::npos) {
      add_to_foot(trimmed(View(outside).substr(sign), U"，,。"), line);
      return;
    }
  }
  if (is_any) return;
  const Text behind = behind_instruction(text);
  const Text whole = behind.empty() ? Text(trimmed(text)) : behind;
  if (!whole.empty()) add_to_foot(trimmed(whole, U"。"), line);
}

bool FreePage::is_saying(const Line& line) {
  const View text = line.text;
  return line.marker == Marker::None && !line.bold && has_han(text) && text.size() <= 30 && !read_field(text) &&
         quotes_of(text).empty() && count_codes(text) == 0 && !read_aspect(text) && !find_kind(folded(text)) &&
         !is_instruction(text) && !is_negative(text) && !speaks_of_page_parts(text) && columns_in(text) == 0 &&
         !contains(text, U"图");
}

void FreePage::take_center(View source, int line) {
  const Text text = begins_with(source, U"**") ? Text(source) : bold_as_quotes(source);
  const bool is_plain = quotes_of(text).empty() && find_outside(text, U":：") == View::npos && count_codes(text) == 0;
  if (!is_plain) return read_center(text, line);
  if (!is_negative(text)) center_.push_back({Text(trimmed(text)), line});
}

void FreePage::read_center(View text, int line) {
  // «第一行文字：云底有多高», «圆的填充色：#FFFFFF».
  const std::size_t colon = quotes_of(text).empty() ? find_outside(text, U":：") : View::npos;
  if (colon != View::npos && colon <= 12) {
    const View value = trimmed(text.substr(colon + 1));
    if (const std::optional<Text> color = color_in(value)) {
      center_color_ = *color;
    } else if (!value.empty()) {
      center_.push_back({Text(value), line});
    }
    return;
  }
  for (const Quote& quote : quotes_of(text)) center_.push_back({Text(slice(text, quote.inner)), line});
  // «下面一行写公式 y(t) = A·sin(2πft + φ)».
  for (const Extent extent : split(text, U",，;；。")) {
    const View clause = slice(text, extent);
    const std::size_t at = clause.find(U"公式");
    if (at != View::npos && quotes_of(clause).empty())
      center_.push_back({Text(trimmed(clause.substr(at + 2), U":：")), line});
  }
}

std::vector<Line> FreePage::head_lines() const {
  std::vector<Line> lines;
  const auto add = [&lines](View key, const Told& said) {
    if (!said.text.empty()) lines.push_back(key_line(key, said.text, said.line));
  };
  add(U"TITLE", title_);
  add(U"SUBTITLE", subtitle_);
  add(U"ASPECT", aspect_);
  add(U"BACKGROUND", background_);
  for (const Told& said : layout_) add(U"LAYOUT", said);
  add(U"DIVIDER", divider_);
  for (const Told& said : elements_) add(U"ELEMENTS", said);
  for (const Told& said : axes_) {
    const std::size_t colon = said.text.find(U':');
    add(View(said.text).substr(0, colon), {Text(trimmed(View(said.text).substr(colon + 1))), said.line});
  }
  for (const Told& said : colors_) add(U"COLORS", said);
  if (!center_.empty() && !center_color_.empty()) add(U"COLORS", {U"center circle: " + center_color_, center_[0].line});
  for (const Told& said : center_) add(U"CENTER", {U"“" + said.text + U"”", said.line});
  return lines;
}

std::vector<Line> FreePage::foot_lines() const {
  std::vector<Line> lines;
  for (const Told& said : foot_) {
    if (lines.empty()) {
      lines.push_back(key_line(U"BOTTOM", said.text, said.line));
      if (!foot_color_.empty()) {
        Line fill;
        fill.number = said.line;
        fill.field = SectionField::Fill;
        fill.text = foot_color_;
        lines.push_back(std::move(fill));
      }
    } else {
      Line more;
      more.number = said.line;
      more.field = SectionField::Sub;
      more.text = said.text;
      lines.push_back(std::move(more));
    }
  }
  return lines;
}

}  // namespace sixiang::brief
