#include <algorithm>

#include "brief/formulas.h"
#include "brief/icons.h"
#include "brief/quotes.h"
#include "brief/readers.h"
#include "brief/section_lines.h"

namespace sixiang::brief {

namespace {

bool names(View key, std::initializer_list<View> words) { return holds_any(folded(key), words); }

// «Card 1 - B+Tree», «Node Kinetic», «Top-Left Quadrant - GAN», «MoM panel»: what it is called, and its number.
struct ZoneName {
  Text name, number;
  const SectionWord* word = nullptr;
};
ZoneName read_zone_name(View key) {
  ZoneName zone;
  if (const std::optional<Head> head = read_head(key); head && !head->title.empty()) {
    zone.name = head->title;
    zone.number = head->number;
    zone.word = head->word;
    if (!head->tail.empty()) zone.name += U" " + head->tail;
    return zone;
  }
  // «Column 1 (SGD)».
  if (const std::optional<Head> head = read_head(key); head && !head->number.empty()) {
    const Text& said = head->note.empty() ? head->subtitle : head->note;
    zone.name = said.empty() ? Text(key) : said;
    zone.number = head->number;
    zone.word = head->word;
    return zone;
  }
  for (std::size_t i = 1; i + 1 < key.size(); ++i) {
    const bool is_dash = View(U"-–—").find(plain(key[i])) != View::npos && is_blank(key[i - 1]);
    if (is_dash && is_blank(key[i + 1])) {
      zone.name = Text(trimmed(key.substr(i + 1)));
      return zone;
    }
  }
  const Text low = folded(key);
  if (const SectionWord* word = find_section_word(low);
      word && word->word.size() < key.size() && is_blank(key[word->word.size()])) {
    zone.name = Text(trimmed(key.substr(word->word.size())));
    zone.word = word;
  } else {
    zone.name = Text(key);
  }
  return zone;
}

class ZoneReader {
 public:
  // What zones say of themselves is printed where LABELS names none of them.
  explicit ZoneReader(Context& context)
      : context_(context),
        prints_(!has_labels_by_name(context.document)),
        parting_(wants_large_figures(context.document) ? Parting::AtCommas : Parting::Whole) {}

  void read(const Block& block) {
    context_.report.read(block.line, "zones");
    int base = 1000;
    for (const Line& line : block.lines) base = std::min(base, line.indent);
    for (const Said& said : said_in(block)) {
      const bool is_below = said.source && said.source->indent > base;
      if (is_below && prints_ && current_ != npos) {
        below_.push_back(*said.source);
      } else if (is_below) {
        read_below(said);
      } else {
        finish();
        read_zone(said);
      }
    }
    finish();
  }

 private:
  // What stands below a zone and is printed.
  void finish() {
    if (below_.empty()) return;
    DraftSection& section = context_.draft.sections[current_];
    read_section_lines(context_, section, below_, section_name(context_.draft, section));
    below_.clear();
  }

  void read_zone(const Said& said) {
    const std::optional<Field> field = read_field(said.text);
    const Text key = field ? field->key : said.text;
    const Text value = field ? field->value : Text();
    current_ = npos;
    if (find_topic(key) == Topic::Everything || begins_with(folded(key), U"each ")) {
      return context_.report.read(said.line, "of all sections");
    }
    if (names(key, {U"title", U"标题"})) return read_title(value, said.line);
    if (names(key, {U"center", U"centre", U"central", U"medallion", U"中心", U"中央", U"hub"}))
      return read_center(value, said.line);
    if (names(key, {U"arrow", U"arrows", U"connector", U"connectors", U"箭头", U"连线"}))
      return context_.report.read(said.line, "how arrows look");
    if (names(key, {U"background", U"backdrop", U"背景", U"decoration", U"decorations", U"装饰", U"corner", U"corners",
                    U"margin", U"角落"}))
      return read_decoration(value, said.line);
    if (names(key, {U"bottom bar", U"bottom zone", U"footer", U"banner", U"bottom strip", U"底部", U"底栏", U"页脚"}) ||
        folded(key) == U"bottom" || find_topic(key) == Topic::Bar) {
      return read_bar(value, said.line);
    }
    read_section(key, value, said.line);
  }

  void read_title(View value, int line) {
    for (const Quote& quote : quotes_of(value)) titles_.push_back(Text(slice(value, quote.inner)));
    if (const Text icon = icon_phrase(value); !icon.empty()) context_.draft.title_icon = icon_named(icon);
    context_.report.read(line, "title zone");
  }
  void read_center(View value, int line) {
    const std::vector<Quote> quotes = quotes_of(value);
    for (const Quote& quote : quotes) add_to_center(context_, slice(value, quote.inner), CenterRole::Formula, line);
    if (!quotes.empty()) return;
    if (const Text icon = icon_phrase(value); !icon.empty() && !icon_named(icon).empty()) {
      if (!context_.draft.center) context_.draft.center.emplace();
      context_.draft.center->icon = icon_named(icon);
      return context_.report.read(line, "icon of the centre");
    }
    if (value.empty()) return context_.report.read(line, "centre");
    context_.report.leave_out(line, value, is_picture());
  }
  void read_decoration(View value, int line) {
    if (value.empty()) return context_.report.read(line, "decoration");
    context_.report.leave_out(line, value, is_picture());
  }

  void read_bar(View value, int line) {
    DraftSection& bar = add_bar(context_, line);
    context_.report.read(line, "bar at the foot");
    for (const Quote& quote : quotes_of(value)) {
      add_text(context_, bar, slice(value, quote.inner), line, Parting::Whole, LabelRole::Text, "the bar");
    }
    if (prints_ && bar.labels.empty() && has_han(value))
      add_text(context_, bar, value, line, Parting::Whole, LabelRole::Text, "the bar");
    for (DraftLabel& label : bar.labels) label.bullet = Bullet::None;
  }

  void read_section(View key, View value, int line) {
    DraftSection* section = add_section(context_, line, key);
    if (!section) return;
    current_ = context_.draft.sections.size() - 1;
    ZoneName zone = read_zone_name(key);
    Text rest;
    if (const std::optional<Head> head = read_head(key);
        head && head->title.empty() && !head->number.empty() && has_han(value)) {
      // «Cell 1: 伯努利分布 — 一次试验»: the name follows the colon.
      const Head named = read_name(value);
      zone.name = named.title + (named.subtitle.empty() ? Text() : U" (" + named.subtitle + U")");
      zone.number = head->number;
      zone.word = head->word;
      rest = named.tail;
      value = rest;
    }
    section->zone = Text(key);
    section->name = zone.name;
    section->number = zone.number;
    section->shows_number = false;
    section->word = zone.word;
    const std::string where = section_name(context_.draft, *section);
    context_.report.read(line, "zone of " + where);
    if (const Text icon = icon_phrase(value); !icon.empty()) set_icon(context_, *section, icon, line);
    if (const std::optional<Quote> quote = first_quote(value)) section->quoted = Text(slice(value, quote->inner));
    if (prints_ || has_han(zone.name)) set_title(*section, zone.name);
    if (prints_ && has_han(value)) read_description(*section, value, line, where);
  }

  // «锅面 180-220°C, 每面 2-4 分钟 → 外皮焦香»: pieces, and what comes of them.
  void read_description(DraftSection& section, View value, int line, const std::string& where) {
    View facts = value, result;
    const std::optional<ArrowGraph> graph = read_arrows(value);
    if (graph && graph->terms.size() >= 3) {
      add_arrows(context_, section, value, line, where);
      return;
    }
    const std::size_t arrow = value.find_last_of(U"→⇒⟶");
    if (arrow != View::npos && arrow > 0) {
      facts = trimmed(value.substr(0, arrow));
      result = trimmed(value.substr(arrow + 1));
    }
    add_text(context_, section, facts, line, parting_, LabelRole::Text, where);
    if (!result.empty())
      add_text(context_, section, U"→ " + Text(result), line, Parting::Whole, LabelRole::Callout, where);
  }

  void read_below(const Said& said) {
    if (current_ == npos) {
      if (!quotes_of(said.text).empty() || !has_arrow(said.text))
        context_.report.leave_out(said.line, said.text, is_picture());
      return;
    }
    DraftSection& section = context_.draft.sections[current_];
    const std::string where = section_name(context_.draft, section);
    Text text = said.text;
    if (begins_with(folded(text), U"show ")) text = Text(trimmed(View(text).substr(5)));
    if (add_arrows(context_, section, text, said.line, where)) return;
    if (const Text icon = icon_phrase(said.text); !icon.empty()) return set_icon(context_, section, icon, said.line);
    const std::vector<Quote> quotes = quotes_of(said.text);
    for (const Quote& quote : quotes)
      add_text(context_, section, slice(said.text, quote.inner), said.line, Parting::Whole, LabelRole::Text, where);
    if (!quotes.empty()) return;
    if (prints_ && has_han(said.text))
      return add_text(context_, section, said.text, said.line, Parting::Whole, LabelRole::Text, where);
    context_.report.leave_out(said.line, said.text, is_picture());
  }

 public:
  std::vector<Text> titles_;

 private:
  static constexpr std::size_t npos = std::size_t(-1);
  Context& context_;
  bool prints_;
  Parting parting_;
  std::size_t current_ = npos;
  std::vector<Line> below_;
};

}  // namespace

bool has_labels_by_name(const Document& document) {
  std::size_t named = 0;
  for (const Block* block : blocks_of(document, Topic::Labels)) {
    for (const Line& line : block->lines) {
      const std::optional<Field> field = read_field(line.text);
      named += line.marker != Marker::None && field && !find_topic(field->key) ? 1 : 0;
    }
  }
  return named > 0;
}

void read_zones(Context& context) {
  const bool has_sections = !context.draft.sections.empty();
  std::vector<const Block*> blocks = blocks_of(context.document, Topic::Zones);
  if (blocks.empty() && has_labels_by_name(context.document)) blocks = blocks_of(context.document, Topic::Nodes);
  for (const Block* block : blocks) {
    if (has_sections) {
      // The sections have said themselves what they are.
      context.report.read(block->line, "zones");
      for (const Said& said : said_in(*block)) context.report.read(said.line, "zones");
      continue;
    }
    ZoneReader reader(context);
    reader.read(*block);
    for (const Text& title : reader.titles_) {
      if (context.draft.title.empty() || title.size() > context.draft.title.size()) {
        context.draft.emphasis = context.draft.title;
        context.draft.title = title;
      } else {
        context.draft.emphasis = title;
      }
    }
  }
}

}  // namespace sixiang::brief
