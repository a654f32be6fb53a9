#include "brief/free_fields.h"

#include <algorithm>

#include "brief/arrows.h"
#include "brief/blocks.h"
#include "brief/color_words.h"
#include "brief/free_heads.h"
#include "brief/free_parts.h"
#include "brief/free_words.h"
#include "brief/keys.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

struct FieldWord {
  View word;  // folded
  SectionField field;
};
constexpr FieldWord kFieldWords[] = {
    {U"卡片标题", SectionField::Title},  {U"小标题", SectionField::Title},
    {U"标题", SectionField::Title},      {U"名称", SectionField::Title},
    {U"板块名", SectionField::Title},    {U"栏目名", SectionField::Title},
    {U"heading", SectionField::Title},   {U"title", SectionField::Title},
    {U"name", SectionField::Title},      {U"副标题", SectionField::Subtitle},
    {U"英文名", SectionField::Subtitle}, {U"subtitle", SectionField::Subtitle},
    {U"卡片底色", SectionField::Fill},   {U"底色", SectionField::Fill},
    {U"颜色", SectionField::Fill},       {U"配色", SectionField::Fill},
    {U"背景", SectionField::Fill},       {U"背景色", SectionField::Fill},
    {U"填充色", SectionField::Fill},     {U"卡片颜色", SectionField::Fill},
    {U"color", SectionField::Fill},      {U"画面", SectionField::Picture},
    {U"text", SectionField::Text},       {U"小标签", SectionField::Badge},
    {U"问", SectionField::Title},        {U"q", SectionField::Title},
    {U"主文案", SectionField::Text},     {U"副文案", SectionField::Text},
    {U"主句", SectionField::Text},       {U"说明", SectionField::Text},
    {U"解释", SectionField::Text},       {U"填充色", SectionField::Fill},
    {U"右侧标注", SectionField::Text},   {U"左侧标注", SectionField::Text},
    {U"旁边标注", SectionField::Text},   {U"大数字", SectionField::Figure},
    {U"主数字", SectionField::Figure},   {U"关键数字", SectionField::Figure},
    {U"数字", SectionField::Figure},     {U"big number", SectionField::Figure},
    {U"小字", SectionField::Sub},        {U"小字说明", SectionField::Sub},
    {U"图下注释", SectionField::Sub},    {U"注释", SectionField::Sub},
    {U"脚注", SectionField::Sub},        {U"caption", SectionField::Sub},
    {U"副文字", SectionField::Sub},      {U"公式行", SectionField::Key},
    {U"核心公式", SectionField::Key},    {U"强调句", SectionField::Callout},
    {U"金句", SectionField::Callout},    {U"重点句", SectionField::Callout},
    {U"气泡", SectionField::Callout},    {U"批注", SectionField::Callout},
    {U"callout", SectionField::Callout}, {U"图标", SectionField::Icon},
    {U"icon", SectionField::Icon},       {U"配图", SectionField::Picture},
    {U"插图", SectionField::Picture},    {U"插画", SectionField::Picture},
    {U"图示", SectionField::Picture},    {U"illustration", SectionField::Picture},
    {U"图表", SectionField::Picture},    {U"chart", SectionField::Picture},
    {U"角标", SectionField::Badge},      {U"徽章", SectionField::Badge},
    {U"badge", SectionField::Badge},     {U"tag", SectionField::Tag},
    {U"位置", SectionField::Place},      {U"position", SectionField::Place},
    {U"要点", SectionField::Text},       {U"正文", SectionField::Text},
    {U"文案", SectionField::Text},       {U"内容", SectionField::Text},
    {U"文字", SectionField::Text},       {U"body", SectionField::Text},
    {U"points", SectionField::Text},     {U"a", SectionField::Text},
    {U"答", SectionField::Text},         {U"回答", SectionField::Text},
};

// In the words before a quote; the last of them counts.
constexpr FieldWord kSpokenWords[] = {
    {U"公式", SectionField::Key},        {U"formula", SectionField::Key},       {U"equation", SectionField::Key},
    {U"大数字", SectionField::Figure},   {U"big number", SectionField::Figure}, {U"小字", SectionField::Sub},
    {U"caption", SectionField::Sub},     {U"注释", SectionField::Sub},          {U"sublabel", SectionField::Sub},
    {U"气泡", SectionField::Callout},    {U"批注", SectionField::Callout},      {U"强调", SectionField::Callout},
    {U"callout", SectionField::Callout}, {U"bubble", SectionField::Callout},    {U"角标", SectionField::Badge},
    {U"徽章", SectionField::Badge},      {U"右上角贴", SectionField::Badge},    {U"badge", SectionField::Badge},
    {U"标签", SectionField::Badge},      {U"tag", SectionField::Tag},           {U"图标", SectionField::Icon},
    {U"icon", SectionField::Icon},       {U"副标题", SectionField::Subtitle},   {U"subtitle", SectionField::Subtitle},
    {U"body", SectionField::Text},       {U"写着", SectionField::Text},         {U"正文", SectionField::Text},
};

constexpr View kWordsOfDrawing[] = {U"左",   U"右",   U"上面", U"下面", U"上方", U"下方", U"中间", U"正中",
                                    U"居中", U"角",   U"跨",   U"列",   U"行",   U"栏",   U"格",   U"占",
                                    U"底色", U"色",   U"边框", U"放",   U"图标", U"粗",   U"大号", U"小号",
                                    U"大字", U"小字", U"虚线", U"卡片", U"顶部", U"底部"};
constexpr View kDrawWords[] = {U"画", U"配图", U"插图", U"illustration", U"draw", U"icon of", U"图标"};

SectionField spoken_field(View words, SectionField otherwise) {
  const Text low = folded(words);
  SectionField field = otherwise;
  std::size_t best = 0;
  for (const FieldWord& entry : kSpokenWords) {
    const std::size_t at = low.rfind(entry.word);
    if (at == Text::npos || at + entry.word.size() < best) continue;
    best = at + entry.word.size();
    field = entry.field;
  }
  return field;
}

bool holds_draw_word(View text) {
  const Text low = folded(text);
  return std::any_of(std::begin(kDrawWords), std::end(kDrawWords), [&low](View word) { return contains(low, word); });
}

// «Give it a rocket icon»: the words between article and icon.
View icon_asked(View clause) {
  const Text low = folded(clause);
  const std::optional<Extent> icon = find_word(low, U"icon");
  if (!icon || icon->begin == 0) return {};
  std::size_t begin = View::npos;
  for (const View article : {U"a ", U"an ", U"the "}) {
    const std::size_t at = View(low).substr(0, icon->begin).rfind(article);
    if (at == View::npos || (at > 0 && !is_blank(low[at - 1]))) continue;
    begin = begin == View::npos ? at + article.size() : std::max(begin, at + article.size());
  }
  const View words = begin == View::npos ? View() : trimmed(clause.substr(begin, icon->begin - begin));
  return words.size() <= 24 ? words : View();
}

// Nothing but quotes, and what is said of them: «「曝光量：H = E·t」← 这一行用公式字体».
bool is_of_quotes(View text, const std::vector<Quote>& quotes) {
  if (quotes.empty()) return false;
  const View before = trimmed(text.substr(0, quotes.front().outer.begin));
  const bool is_asked = spoken_field(before, SectionField::Title) != SectionField::Title &&
                        before.find_first_of(U"角旁边方贴加放") != View::npos;
  const bool begins = before.empty() || is_asked || View(U":：写着为是放“").find(before.back()) != View::npos;
  const View behind = trimmed(text.substr(quotes.back().outer.end), U"。.,，；;！!");
  const bool ends = behind.empty() || View(U"←(（").find(behind.front()) != View::npos || is_instruction(behind);
  return begins && ends;
}

}  // namespace

std::optional<SectionField> section_field(View key) {
  const Text low = folded(trimmed(key, U":："));
  const auto found = std::find_if(std::begin(kFieldWords), std::end(kFieldWords),
                                  [&low](const FieldWord& entry) { return entry.word == low; });
  if (found != std::end(kFieldWords)) return found->field;
  // «数字下面：…», «流程下面一行字：…».
  for (const View ending : {U"一行字", U"补一句", U"写一句", U"下面", U"下方", U"旁边"}) {
    if (ends_with(low, ending) && low.size() <= 10) return SectionField::Sub;
  }
  return std::nullopt;
}

Line key_line(View key, View value, int number) {
  Line line;
  line.number = number;
  line.bold = true;
  line.text = Text(key) + U": " + Text(value);
  return line;
}

Text bold_as_quotes(View text) {
  if (!contains(text, U"**") || !quotes_of(text).empty()) return Text(text);
  // «**页面底部**写：…»: a key.
  const std::size_t close = begins_with(text, U"**") ? text.find(U"**", 2) : View::npos;
  const std::size_t colon = close == View::npos ? close : find_outside(text, U":：", close);
  if (colon != View::npos && colon <= close + 8) return replaced(text, U"**", U"");
  Text quoted;
  bool is_open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!begins_with(text.substr(i), U"**")) {
      quoted += text[i];
      continue;
    }
    quoted += is_open ? U'”' : U'“';
    is_open = !is_open;
    ++i;
  }
  return quoted;
}

Line field_line(SectionField field, View text, int number) {
  Line line;
  line.number = number;
  line.field = field;
  line.text = Text(trimmed(text));
  return line;
}

std::vector<Text> notes_behind_bars(Text& title) {
  const std::vector<Extent> parts = split(title, U"｜|");
  std::vector<Text> notes;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const View part = trimmed(slice(View(title), parts[i]));
    const std::optional<Field> field = read_field(part);
    const std::optional<SectionField> known = field ? section_field(field->key) : std::nullopt;
    const bool is_note = (known && known != SectionField::Title && !field->value.empty()) || count_codes(part) > 0;
    if (!is_note) return {};
    notes.emplace_back(part);
  }
  if (!notes.empty()) title = Text(trimmed(slice(View(title), parts[0])));
  return notes;
}

// «**蒸发**（海面）»: a bracket that says nothing of colour, place or drawing names the section too.
std::vector<Line> name_notes_of(const std::vector<Text>& notes, int number) {
  std::vector<Line> lines;
  for (const Text& note : notes) {
    const bool is_said = note.size() > 24 || count_codes(note) > 0 || !note_lines_of(note, number).empty() ||
                         is_instruction(note) || !quotes_of(note).empty() || read_field(note) || is_negative(note) ||
                         contains_any(note, kWordsOfDrawing);
    if (!is_said && has_han(note)) lines.push_back(field_line(SectionField::Subtitle, note, number));
  }
  return lines;
}

std::vector<Line> note_lines_of(View note, int number) {
  std::vector<Line> lines;
  for (const Extent piece : split(note, U",，;；、|")) {
    const View text = trimmed(slice(note, piece));
    // «图标：秤».
    const std::optional<Field> field = read_field(text);
    const std::optional<SectionField> known = field ? section_field(field->key) : std::nullopt;
    if (known == SectionField::Icon || known == SectionField::Badge || known == SectionField::Subtitle ||
        known == SectionField::Picture || known == SectionField::Tag) {
      lines.push_back(field_line(*known, unquoted(field->value), number));
      continue;
    }
    if (const std::optional<SaidColor> color = find_color(text);
        color && color->color && (color->is_code || lines.empty())) {
      lines.push_back(field_line(SectionField::Fill, slice(text, color->extent), number));
      continue;
    }
    if (const std::optional<Quote> quote = first_quote(text)) {
      const SectionField spoken = spoken_field(text.substr(0, quote->outer.begin), SectionField::Title);
      if (spoken != SectionField::Title) lines.push_back(field_line(spoken, slice(text, quote->inner), number));
    }
    for (const View word : {U"英文", U"English"}) {
      const std::size_t at = text.find(word);
      if (at == View::npos) continue;
      const View name = trimmed(text.substr(at + word.size()), U":：“”\"");
      if (has_latin(name)) lines.push_back(field_line(SectionField::Subtitle, name, number));
    }
  }
  return lines;
}

namespace {

// What a sentence says besides its quotes: colours, diagrams, pictures.
void add_unquoted(std::vector<Line>& lines, View text, int number) {
  for (const Extent extent : split(text, U",，;；。—")) {
    const View clause = trimmed(slice(text, extent));
    // «浅粉 #F6D5D5：「总怕对方不够爱我」».
    if (const std::vector<Quote> own = quotes_of(clause); !own.empty()) {
      const View before = clause.substr(0, own[0].outer.begin);
      const std::optional<SaidColor> said = find_color(before);
      if (said && said->is_code && said->color)
        lines.push_back(field_line(SectionField::Fill, slice(before, said->extent), number));
      continue;
    }
    const std::optional<SaidColor> color = find_color(clause);
    if (has_arrow(clause)) {
      const std::size_t colon = find_outside(clause, U":：");
      lines.push_back(field_line(SectionField::Text, clause.substr(colon == View::npos ? 0 : colon + 1), number));
    } else if (color && color->color) {
      lines.push_back(field_line(SectionField::Fill, slice(clause, color->extent), number));
    } else if (holds_draw_word(clause) && !is_negative(clause)) {
      lines.push_back(field_line(SectionField::Picture, clause, number));
    }
  }
}

}  // namespace

std::vector<Line> spoken_lines_of(View text, int number) {
  std::vector<Line> lines;
  const std::vector<Quote> quotes = quotes_of(text);
  std::size_t done = 0;
  for (const Quote& quote : quotes) {
    const View words = text.substr(done, quote.outer.begin - done);
    const std::size_t comma = words.find_last_of(U",，;；。");
    const SectionField field = spoken_field(comma == View::npos ? words : words.substr(comma + 1), SectionField::Text);
    lines.push_back(field_line(field, slice(text, quote.inner), number));
    done = quote.outer.end;
  }
  // What stands outside of the quotes.
  for (const View sentence : sentences_of(text)) {
    const View icon = quotes_of(sentence).empty() ? icon_asked(sentence) : View();
    if (!icon.empty()) lines.push_back(field_line(SectionField::Icon, icon, number));
  }
  for (const View sentence : sentences_of(text)) add_unquoted(lines, sentence, number);
  return lines;
}

bool has_repeated_fields(const std::vector<Line>& lines) {
  std::size_t counts[64] = {};
  for (const Line& line : lines) {
    const std::optional<Field> field = line.marker == Marker::Bullet ? read_field(line.text) : std::nullopt;
    const std::optional<SectionField> known = field ? section_field(field->key) : std::nullopt;
    if (known) ++counts[std::size_t(*known) % 64];
  }
  return std::count_if(std::begin(counts), std::end(counts), [](std::size_t count) { return count >= 2; }) >= 2;
}

std::vector<Line> with_fields(const std::vector<Line>& lines) {
  if (!has_repeated_fields(lines)) return lines;
  std::vector<Line> all;
  for (const Line& source : lines) {
    Line line = source;
    std::optional<Field> field = line.marker != Marker::Number ? read_field(line.text) : std::nullopt;
    // «**金句**：…» below a heading.
    if (line.marker == Marker::None && !(line.bold && line.heading == 0 && field && !find_topic(field->key)))
      field.reset();
    if (field) line.marker = Marker::Bullet;
    const std::optional<SectionField> known = field ? section_field(field->key) : std::nullopt;
    if (known && *known != SectionField::Title && field->value.empty()) continue;  // «- **要点**：»
    if (!known || *known == SectionField::Title) {
      all.push_back(source);
      continue;
    }
    for (Line& own : section_lines_of(line, FieldBullets::Fields)) all.push_back(std::move(own));
  }
  return all;
}

constexpr std::size_t kLongestGround = 16;  // characters before a colour, that say of what

std::vector<Line> list_lines_of(View text, int number) {
  std::vector<Line> lines;
  for (const Extent extent : split(text, U"；;。")) {
    const View piece = trimmed(slice(text, extent));
    const std::optional<SaidColor> color = find_color(piece);
    // «淡紫色» is one, «红烧» is none.
    const std::size_t length = color ? color->extent.end - color->extent.begin : 0;
    const View name = trimmed(piece, U"浅淡深亮暗色底");
    const bool is_short = color && piece.size() <= length + 3;
    // «卡片用浅蓝色（#B2D8EC）».
    constexpr View kGrounds[] = {U"卡片", U"底色", U"背景", U"填充", U"card", U"background", U"fill"};
    const bool is_ground = color && color->is_code && color->extent.begin <= kLongestGround &&
                           contains_any(folded(piece.substr(0, color->extent.begin)), kGrounds);
    const bool is_color =
        color && color->color && (is_ground || (is_short && (color->is_code || length > 1 || name.size() <= 1)));
    lines.push_back(is_color ? field_line(SectionField::Fill, slice(piece, color->extent), number)
                             : field_line(SectionField::Text, unquoted(piece), number));
  }
  return lines;
}

std::optional<Line> fill_line_of(const Line& line) {
  const Text text = replaced(line.text, U"`", U"");
  const std::optional<SaidColor> color = find_color(text);
  if (!color || !color->is_code || !color->color || color->extent.begin > 8 || color->extent.end != text.size())
    return std::nullopt;
  const View words = trimmed(View(text).substr(0, color->extent.begin), U":：用为是");
  if (section_field(words) != SectionField::Fill) return std::nullopt;
  return field_line(SectionField::Fill, slice(View(text), color->extent), line.number);
}

std::vector<Line> section_lines_of(const Line& source, FieldBullets bullets) {
  Line line = source;
  if (line.field || begins_with(line.text, U"|")) return {line};
  if (bullets == FieldBullets::Fields && line.marker == Marker::Bullet) {
    const std::optional<Field> field = read_field(line.text);
    if (field && section_field(field->key)) line.marker = Marker::None;
  }
  // «（底色 #DDEBF7，右上角贴一个小标签「最容易忘」）».
  if (plain(line.text[0]) == U'(' && closing(line.text, 0) == line.text.size() - 1) {
    const View inner = View(line.text).substr(1, line.text.size() - 2);
    // «（配图：骑手的黑白照片）».
    if (const std::optional<Field> field = read_field(inner);
        field && section_field(field->key) == SectionField::Picture)
      return {field_line(SectionField::Picture, field->value, line.number)};
    std::vector<Line> lines = note_lines_of(inner, line.number);
    for (Line& spoken : spoken_lines_of(inner, line.number)) {
      if (spoken.field != SectionField::Fill) lines.push_back(std::move(spoken));
    }
    if (!lines.empty()) return lines;
  }
  if (std::optional<Line> fill = fill_line_of(line)) return {std::move(*fill)};
  const std::vector<Quote> quotes = quotes_of(line.text);
  if (const std::optional<Field> field = read_field(line.text); field && line.marker == Marker::None) {
    if (const std::optional<SectionField> known = section_field(field->key)) {
      if (field->value.empty()) return {};
      std::vector<Line> lines;
      const std::vector<Quote> own = quotes_of(field->value);
      if (own.empty() || !is_of_quotes(field->value, own)) return {field_line(*known, field->value, line.number)};
      for (const Quote& quote : own) lines.push_back(field_line(*known, slice(field->value, quote.inner), line.number));
      return lines;
    }
  }
  if (is_of_quotes(line.text, quotes)) {
    std::vector<Line> lines;
    std::size_t done = 0;
    const View behind = View(line.text).substr(quotes.back().outer.end);
    for (const Quote& quote : quotes) {
      const View before = View(line.text).substr(done, quote.outer.begin - done);
      SectionField field = spoken_field(before, SectionField::Text);
      if (&quote == &quotes.back() && field == SectionField::Text) field = spoken_field(behind, field);
      Line one = field_line(field, slice(line.text, quote.inner), line.number);
      if (field == SectionField::Text && line.marker != Marker::None) {
        one = line;
        one.text = Text(trimmed(slice(line.text, quote.inner)));
      }
      lines.push_back(std::move(one));
      done = quote.outer.end;
    }
    return lines;
  }
  return {line};
}

std::vector<Line> lines_behind(View behind, const Line& head) {
  Line rest = head;
  rest.heading = 0;
  rest.text = Text(trimmed(behind, U":：—-"));
  return section_lines_of(rest);
}

}  // namespace sixiang::brief
