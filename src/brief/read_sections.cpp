#include <algorithm>

#include "brief/color_words.h"
#include "brief/formulas.h"
#include "brief/icons.h"
#include "brief/quotes.h"
#include "brief/readers.h"
#include "brief/section_lines.h"
#include "brief/tables.h"
#include "model/fields.h"

namespace sixiang::brief {

namespace {

// A «- name - what is said of it»; the dash has blanks around it or is a long one.
struct Item {
  Text date, name, rest;
};
Item read_item(View text) {
  Item item;
  // «1088: 水运仪象台», «前1500: 日晷».
  if (const std::size_t length = std::max(date_length(text), heading_date(text)); length > 0) {
    const View behind = trimmed(text.substr(length));
    if (!behind.empty() && View(U":：-–—").find(behind[0]) != View::npos) {
      item.date = Text(text.substr(0, length));
      text = trimmed(behind.substr(1), U"-–—");
    }
  }
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool is_long = text[i] == U'—' || text[i] == U'–';
    const bool is_dash = plain(text[i]) == U'-' && is_blank(text[i - 1]) && is_blank(text[i + 1]);
    if (!is_long && !is_dash) continue;
    item.name = Text(trimmed(text.substr(0, i)));
    item.rest = Text(trimmed(text.substr(i + 1), U"-–—"));
    // «30 分钟: 中调 — 花香接班»: a time, a name, and what is said of it.
    if (const std::optional<Field> field = read_field(item.name);
        field && item.date.empty() && field->key.size() <= 10 && is_digit(plain(field->key[0])) &&
        !field->value.empty()) {
      item.date = field->key;
      item.name = field->value;
    }
    return item;
  }
  const std::optional<Field> field = read_field(text);
  item.name = field ? field->key : Text(trimmed(text, U":："));
  if (field) item.rest = field->value;
  return item;
}

// What «EVERY CARD: diameter set as the big figure» says is large; folded.
Text large_column(const Document& document) {
  Text said;
  const auto add = [&said](View text) {
    const Text low = folded(text);
    const bool is_large = holds_any(
        low, std::initializer_list<View>{U"big", U"large", U"figure", U"headline", U"大字", U"大数字", U"突出"});
    for (const Extent clause : split(low, U",，;；.。")) {
      const View part = slice(View(low), clause);
      if (is_large && holds_any(part, std::initializer_list<View>{U"big", U"large", U"figure", U"headline", U"大字",
                                                                  U"大数字", U"突出"}))
        said += Text(part) + U"\n";
    }
  };
  for (const Block& block : document.blocks) {
    if (block.topic == Topic::Everything) add(block.value);
    for (const Line& line : block.lines) {
      const std::optional<Field> field = read_field(line.text);
      if (field && find_topic(field->key) == Topic::Everything) add(field->value);
    }
  }
  return said;
}

void set_name(DraftSection& section, View name) {
  const Head head = read_name(name);
  set_title(section, head.title);
  section.subtitle = head.subtitle;
  section.name = head.title;
}

// «Q1 因变量连续吗», «Q1: 应急金够半年吗»: what other lines call it; with a colon it is not printed.
void set_short_name(DraftSection& section) {
  const View title = section.title;
  if (const std::size_t colon = title.find_first_of(U":："); colon >= 2 && colon <= 4 && colon != View::npos) {
    const View code = title.substr(0, colon);
    const bool is_code = code[0] >= U'A' && code[0] <= U'Z' && is_digit(code.back()) &&
                         std::none_of(code.begin(), code.end(), [](char32_t c) { return is_blank(c) || is_han(c); });
    if (is_code && colon + 1 < title.size()) {
      section.zone = Text(code);
      section.title = section.name = Text(trimmed(title.substr(colon + 1)));
      return;
    }
  }
  const std::size_t blank = title.find(U' ');
  if (blank == View::npos || blank > 4 || !is_latin(title[0]) || !is_digit(title[blank - 1])) return;
  section.zone = Text(title.substr(0, blank));
}

// «SUPPLEMENT: …», and one line of a kind of its own, «TREND: a → b → c», among numbered sections of another.
bool is_aside(const Document& document, const Block& block) {
  const Head& head = *block.head;
  if (head.word->stand == SectionStand::Bar) return true;
  if (!head.number.empty() || !block.lines.empty() || head.word->stand == SectionStand::Split) return false;
  const auto is_other = [&](const Block& other) {
    return other.head && !other.head->number.empty() && other.head->word != head.word;
  };
  return std::count_if(document.blocks.begin(), document.blocks.end(), is_other) >= 2;
}

void read_aside(Context& context, const Block& block) {
  DraftSection& bar = add_bar(context, block.line);
  bar.word = block.head->word;
  bar.name = Text(block.head->word->word);
  context.report.read(block.line, "bar at the foot");
  const std::optional<Field> field = read_field(block.key);
  const Text text = field ? field->value : block.head->title;
  if (!text.empty() && !add_arrows(context, bar, text, block.line, "the bar")) {
    add_text(context, bar, text, block.line, Parting::Whole, LabelRole::Text, "the bar");
  }
  read_section_lines(context, bar, block.lines, "the bar");
  if (bar.labels.size() == 1) bar.labels[0].bullet = Bullet::None;
}

void read_section_block(Context& context, const Block& block) {
  const Head& head = *block.head;
  if (is_aside(context.document, block)) return read_aside(context, block);
  DraftSection* section = add_section(context, block.line, block.key);
  if (!section) return;
  section->word = head.word;
  section->number = head.number;
  section->date = head.date;
  section->note = head.note;
  section->subtitle = head.subtitle;
  section->name = head.title;
  // «Group 1: 证件 (#DDEBFF)».
  if (const std::optional<SaidColor> color = find_color(head.subtitle); color && color->is_code && color->color) {
    section->fill = color->color;
    section->subtitle.clear();
  }
  if (head.span) section->span = *head.span;
  section->is_hero = head.is_hero;
  set_title(*section, head.title);
  const std::string where = section_name(context.draft, *section);
  context.report.read(block.line, "head of " + where);
  if (!head.tail.empty()) add_text(context, *section, head.tail, block.line, Parting::Whole, LabelRole::Text, where);
  if (!section->labels.empty()) section->labels.back().bullet = Bullet::None;
  read_section_lines(context, *section, block.lines, where);
}

// «木卫三 | 5268 km | 比水星还大»: name and lines, as «CARDS (name | diameter | facts):» may say.
void add_parted_node(Context& context, const Said& said, const Block& block) {
  const std::vector<Extent> pieces = split(said.text, U"|｜");
  DraftSection* section = add_section(context, said.line, said.text);
  if (!section) return;
  if (said.source) section->number = said.source->ordinal;
  set_name(*section, slice(View(said.text), pieces[0]));
  const std::string where = section_name(context.draft, *section);
  context.report.read(said.line, "head of " + where);
  const std::size_t open = block.key.find_first_of(U"(（");
  const Text columns = folded(open == Text::npos ? View() : View(block.key).substr(open));
  const std::vector<Extent> names = split(trimmed(columns, U"()"), U"|/,");
  const Text large = large_column(context.document);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const View name = i < names.size() ? slice(View(trimmed(columns, U"()")), names[i]) : View();
    const bool is_large = !name.empty() && contains(large, trimmed(name));
    add_text(context, *section, slice(View(said.text), pieces[i]), said.line, Parting::Whole,
             is_large ? LabelRole::Figure : LabelRole::Text, where);
  }
}

void read_nodes(Context& context, const Block& block) {
  const bool are_parted =
      block.lines.size() >= 2 && std::all_of(block.lines.begin(), block.lines.end(), [](const Line& line) {
        return line.marker != Marker::None && split(line.text, U"|｜").size() >= 2;
      });
  if (are_parted) {
    context.report.read(block.line, "list of sections");
    for (const Said& said : said_in(block)) add_parted_node(context, said, block);
    return;
  }
  DraftSection* section = nullptr;
  std::vector<Line> below;
  const auto finish = [&] {
    if (section) read_section_lines(context, *section, below, section_name(context.draft, *section));
    below.clear();
  };
  int base = 1000;
  for (const Line& line : block.lines) base = std::min(base, line.indent);
  for (const Said& said : said_in(block)) {
    if (said.source && said.source->indent > base && section) {
      below.push_back(*said.source);
      continue;
    }
    finish();
    const Item item = read_item(said.text);
    section = add_section(context, said.line, said.text);
    if (!section) return;
    section->date = item.date;
    if (said.source) section->number = said.source->ordinal;
    set_name(*section, item.name);
    set_short_name(*section);
    const std::string where = section_name(context.draft, *section);
    context.report.read(said.line, "head of " + where);
    if (item.rest.empty()) continue;
    add_text(context, *section, item.rest, said.line, item.date.empty() ? Parting::Whole : Parting::AtCommas,
             LabelRole::Text, where);
    for (DraftLabel& label : section->labels) {
      if (label.role == LabelRole::Text) label.bullet = Bullet::None;
    }
  }
  finish();
}

bool has_certain_sections(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(),
                     [](const Block& block) { return block.is_section; });
}

// Where more than half of the headings begin with one, it is the date of each.
bool are_dated(const Document& document) {
  std::size_t all = 0, dated = 0;
  for (const Block& block : document.blocks) {
    if (block.topic || block.head || block.level <= 1) continue;
    ++all;
    dated += heading_date(block.key) > 0 ? 1 : 0;
  }
  return dated >= 3 && 2 * dated > all;
}

// Headings that are no word of the format: an outline in plain Markdown. Where some are sections for certain, only
// those.
void read_outline(Context& context) {
  const bool is_certain = has_certain_sections(context.document);
  const auto is_other = [is_certain](const Block& block) {
    return block.topic || block.head || block.level <= 1 || (is_certain && !block.is_section);
  };
  const bool dated = are_dated(context.document);
  int top = 7;
  for (const Block& block : context.document.blocks) {
    if (!is_other(block)) top = std::min(top, block.level);
  }
  for (const Block& block : context.document.blocks) {
    if (is_other(block)) continue;
    if (block.level > top && !context.draft.sections.empty() &&
        context.draft.sections.back().place == SectionPlace::Flow) {
      DraftSection nested;
      nested.line = block.line;
      const std::string where = "nested section";
      set_name(nested, block.key);
      context.report.read(block.line, "head of " + where);
      read_section_lines(context, nested, block.lines, where);
      context.draft.sections.back().sections.push_back(std::move(nested));
      continue;
    }
    DraftSection* section = add_section(context, block.line, block.key);
    if (!section) return;
    const std::size_t date = dated ? heading_date(block.key) : 0;
    const View name = trimmed(View(block.key).substr(date), U":：-–—·|｜");
    if (date > 0 && !name.empty()) section->date = block.key.substr(0, date);
    set_name(*section, date > 0 && !name.empty() ? name : View(block.key));
    section->number = block.ordinal;
    const std::string where = section_name(context.draft, *section);
    context.report.read(block.line, "head of " + where);
    read_section_lines(context, *section, block.lines, where);
  }
}

// «## CHART 「睡觉的海拔」», «## LIST 「行前清单」» beside numbered sections: its quote is the title. Below the others.
void read_named_parts(Context& context) {
  for (const Block& block : context.document.blocks) {
    if (block.topic || block.head || block.level < 2 || block.lines.empty()) continue;
    const std::optional<Quote> quote = first_quote(block.key);
    if (!quote || quote->outer.end != block.key.size() || quote->outer.begin == 0) continue;
    const Text word = folded(View(block.key).substr(0, quote->outer.begin));
    if (has_han(word) || words_of(word).size() > 2) continue;
    DraftSection& part = add_bar(context, block.line);
    set_title(part, slice(View(block.key), quote->inner));
    part.name = part.title;
    const std::string where = section_name(context.draft, part);
    context.report.read(block.line, "head of " + where);
    std::vector<Line> own;
    for (const Line& line : block.lines) {
      const bool is_instruction = line.marker == Marker::None && !has_han(line.text) && words_of(line.text).size() >= 4;
      if (is_instruction) context.report.leave_out(line.number, line.text, is_note_to_reader());
      if (!is_instruction) own.push_back(line);
    }
    read_section_lines(context, part, own, where);
    if (holds_word(word, U"chart") || holds_word(word, U"bars")) take_bars(context, part, block.line, where);
  }
}

}  // namespace

DraftSection* add_section(Context& context, int line, View shown) {
  if (context.draft.sections.size() + 2 > kMostSections) {
    context.report.leave_out(line, shown, too_many());
    return nullptr;
  }
  context.draft.sections.emplace_back();
  context.draft.sections.back().line = line;
  return &context.draft.sections.back();
}

DraftSection& add_bar(Context& context, int line) {
  for (DraftSection& section : context.draft.sections) {
    if (section.place == SectionPlace::Bottom && section.line == line) return section;
  }
  context.draft.sections.emplace_back();
  DraftSection& bar = context.draft.sections.back();
  bar.line = line;
  bar.place = SectionPlace::Bottom;
  return bar;
}

void add_to_center(Context& context, View text, CenterRole role, int line) {
  Draft& draft = context.draft;
  if (!draft.center) draft.center.emplace();
  Text rest = unquoted(text);
  const bool is_whole_formula = is_formula(rest);
  for (const DraftCenter::Part& part : draft.center->parts) {
    if (folded(part.text) == folded(rest)) return context.report.read(line, "centre, said before");
    // «θ̂ 样本的函数» after «θ̂».
    const bool goes_on =
        begins_with(rest, part.text) && rest.size() > part.text.size() && is_blank(rest[part.text.size()]);
    if (goes_on) rest = Text(trimmed(View(rest).substr(part.text.size())));
  }
  context.report.read(line, "centre");
  const std::size_t blank = is_whole_formula ? Text::npos : rest.find(U' ');
  if (blank != Text::npos && is_formula(View(rest).substr(0, blank))) {
    draft.center->parts.push_back({rest.substr(0, blank), CenterRole::Formula});
    rest = Text(trimmed(View(rest).substr(blank)));
  }
  const bool is_math = is_formula(rest) || is_symbol(rest);
  draft.center->parts.push_back({rest, is_math ? CenterRole::Formula : role});
}

namespace {

// «署名：小字写在底部：晴空气象社 绘»: small, below what the bar says.
bool add_signature(Context& context, const Block& block) {
  const bool is_signature = folded(block.key) == U"署名" || folded(block.key) == U"落款";
  if (!is_signature || context.draft.sections.empty()) return false;
  DraftSection& last = context.draft.sections.back();
  if (last.place != SectionPlace::Bottom || !last.title.empty() || block.value.empty()) return false;
  const std::optional<Field> said = read_field(block.value);
  add_text(context, last, said ? said->value : block.value, block.line, Parting::Whole, LabelRole::Sub, "the bar");
  last.labels.back().bullet = Bullet::None;
  return true;
}

// «BOTTOM RULE: …» once more.
bool is_said_before(Context& context, const Block& block) {
  if (block.value.empty() || !block.lines.empty()) return false;
  const std::vector<DraftSection>& sections = context.draft.sections;
  const bool is_known = !sections.empty() && sections.back().place == SectionPlace::Bottom &&
                        has_text(sections.back(), unquoted(block.value));
  if (is_known) context.report.read(block.line, "said before");
  return is_known;
}

void read_bar(Context& context, const Block& block) {
  if (add_signature(context, block) || is_said_before(context, block)) return;
  if (context.draft.sections.size() + 2 > kMostSections) {
    return context.report.leave_out(block.line, block.value, too_many());
  }
  DraftSection& bar = add_bar(context, block.line);
  context.report.read(block.line, "bar at the foot");
  // «### Bottom band: 定位四步», with lines below it.
  if (block.level > 0 && !block.lines.empty() && !block.value.empty()) {
    set_title(bar, unquoted(block.value));
    bar.name = bar.title;
  } else if (!block.value.empty()) {
    add_text(context, bar, block.value, block.line, Parting::Whole, LabelRole::Text, "the bar");
  }
  read_section_lines(context, bar, block.lines, "the bar");
  // One saying, and small print below it.
  const auto sayings = std::count_if(bar.labels.begin(), bar.labels.end(),
                                     [](const DraftLabel& label) { return label.role != LabelRole::Sub; });
  for (DraftLabel& label : bar.labels) {
    if (sayings == 1) label.bullet = Bullet::None;
    if (sayings == 1 && bar.labels.size() == 1 && label.role == LabelRole::Callout) label.role = LabelRole::Text;
  }
  if (bar.labels.empty() && bar.diagrams.empty()) context.draft.sections.pop_back();
}

void read_in_center(Context& context, Said said) {
  // «主文字：幻觉», «颜色：#FF7A59».
  const std::optional<Field> field = said.source ? read_field(said.text) : std::nullopt;
  const std::optional<SaidColor> color = field ? find_color(field->value) : std::nullopt;
  if (color && color->is_code && color->color) {
    if (!context.draft.center) context.draft.center.emplace();
    context.draft.center->fill = color->color;
    context.report.read(said.line, "colour of the centre");
    return;
  }
  const std::optional<Topic> topic = field ? find_topic(field->key) : std::nullopt;
  if (topic == Topic::Formula) {
    add_to_center(context, field->value, CenterRole::Formula, said.line);
    return;
  }
  if (field && field->key.size() <= 5 && has_han(field->key) && !field->value.empty()) said.text = field->value;
  if (topic == Topic::Headline || topic == Topic::Title) said.text = field->value;
  const std::vector<Quote> quotes = quotes_of(said.text);
  for (const Quote& quote : quotes) add_to_center(context, slice(said.text, quote.inner), CenterRole::Text, said.line);
  if (!quotes.empty()) return;
  if (has_han(said.text) || is_formula(said.text)) {
    add_to_center(context, said.text, CenterRole::Text, said.line);
  } else {
    context.report.leave_out(said.line, said.text, is_picture());
  }
}

void read_divider(Context& context, const Block& block) {
  context.report.read(block.line, "divider");
  context.draft.has_divider = true;
  for (const Said& said : said_in(block)) {
    context.report.read(said.line, "divider");
    if (const std::optional<Quote> quote = first_quote(said.text))
      context.draft.divider = Text(slice(said.text, quote->inner));
    const Text low = folded(said.text);
    const bool has_two = contains(low, U"两头") || contains(low, U"双向") || contains(low, U"both ends");
    const bool is_arrow = !has_two && (contains(low, U"箭头") || contains(low, U"arrow"));
    context.draft.divider_is_arrow = context.draft.divider_is_arrow || is_arrow;
  }
}

}  // namespace

void read_bars_and_center(Context& context) {
  for (const Block* block : blocks_of(context.document, Topic::Bar)) read_bar(context, *block);
  std::vector<const Block*> centers = blocks_of(context.document, Topic::Center);
  if (!context.document.is_structured) {
    const std::vector<const Block*> hubs = blocks_of(context.document, Topic::Hub);
    centers.insert(centers.end(), hubs.begin(), hubs.end());
  }
  for (const Block* block : centers) {
    context.report.read(block->line, "centre");
    for (const Said& said : said_in(*block)) read_in_center(context, said);
  }
  for (const Block* block : blocks_of(context.document, Topic::Divider)) read_divider(context, *block);
}

void read_sections(Context& context) {
  const Document& document = context.document;
  if (has_certain_sections(document)) {
    read_outline(context);
    return read_bars_and_center(context);
  }
  if (document.is_structured) return read_structured(context);
  const bool has_heads = std::any_of(document.blocks.begin(), document.blocks.end(),
                                     [](const Block& block) { return block.head.has_value(); });
  if (has_heads) {
    for (const Block& block : document.blocks) {
      if (block.head) read_section_block(context, block);
    }
    read_named_parts(context);
  }
  // «MODULES» with «LABELS» beside it are zones.
  const bool are_zones = has_labels_by_name(document) && blocks_of(document, Topic::Zones).empty();
  if (context.draft.sections.empty() && !are_zones) {
    for (const Block* block : blocks_of(document, Topic::Nodes)) {
      context.report.read(block->line, "list of sections");
      read_nodes(context, *block);
    }
  }
  read_zones(context);
  if (context.draft.sections.empty()) read_outline(context);
  read_bars_and_center(context);
}

}  // namespace sixiang::brief
