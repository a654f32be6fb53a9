// Dialect D: «## Section n: title» or «### Spoke n: title» with fields below: Key Concept, Content, Visual Element,
// Text Labels. What stands before «Generate the infographic based on …» is a template for the model.
#include <algorithm>

#include "brief/formulas.h"
#include "brief/icons.h"
#include "brief/quotes.h"
#include "brief/readers.h"
#include "brief/section_lines.h"
#include "brief/tables.h"

namespace sixiang::brief {

namespace {

enum class Part : std::uint8_t { None, Section, Center };

class StructuredReader {
 public:
  explicit StructuredReader(Context& context) : context_(context) {}

  void read() {
    for (const Block& block : context_.document.blocks) {
      if (block.line < context_.document.template_end) {
        tell(block, "template");
      } else {
        read_block(block);
      }
    }
    finish();
  }

 private:
  void tell(const Block& block, const std::string& what) {
    context_.report.read(block.line, what);
    for (const Line& line : block.lines) context_.report.read(line.number, what);
  }
  DraftSection* section() {
    return part_ == Part::Section && at_ < context_.draft.sections.size() ? &context_.draft.sections[at_] : nullptr;
  }
  std::string where() { return section() ? section_name(context_.draft, *section()) : "centre"; }

  void read_block(const Block& block) {
    if (block.head) return begin_section(block);
    if (!block.topic) return block.level <= 1 ? tell(block, "title") : begin_plain(block);
    switch (*block.topic) {
      case Topic::Hub:
        return begin_center(block);
      case Topic::Support:
        return begin_support(block);
      case Topic::Bar:
        return begin_bar(block);
      case Topic::Content:
      case Topic::Nodes:
        context_.report.read(block.line, "content");
        return read_content(block);
      case Topic::Formula:
        return read_formula(block);
      case Topic::Summary:
        return read_summary(block);
      case Topic::Picture:
        return read_picture(block);
      case Topic::Headline:
      case Topic::Subhead:
      case Topic::Title:
      case Topic::Subtitle:
        return read_heading(block);
      case Topic::Labels:
        return read_text_labels(block);
      default:
        if (block.level > 0) finish();
        if (*block.topic == Topic::Guide) tell(block, "for the reader of the brief");
        return;
    }
  }

  // The section so far: a list of numbers that are to be bars.
  void finish() {
    if (DraftSection* done = section(); done && wants_bars_ > 0) take_bars(context_, *done, wants_bars_, where());
    wants_bars_ = 0;
    part_ = Part::None;
  }
  void begin(DraftSection* section) {
    part_ = section ? Part::Section : Part::None;
    at_ = context_.draft.sections.size() - 1;
  }

  void begin_section(const Block& block) {
    finish();
    DraftSection* section = add_section(context_, block.line, block.key);
    begin(section);
    if (!section) return;
    const Head& head = *block.head;
    section->word = head.word;
    section->name = head.title;
    section->subtitle = head.subtitle.empty() ? head.tail : head.subtitle;
    if (head.word && !head.number.empty()) section->zone = Text(head.word->word) + U" " + head.number;
    if (head.span) section->span = *head.span;
    section->is_hero = head.is_hero;
    set_title(*section, head.title);
    context_.report.read(block.line, "head of " + where());
    read_lines(*section, block.lines);
  }
  void begin_plain(const Block& block) {
    finish();
    DraftSection* section = add_section(context_, block.line, block.key);
    begin(section);
    if (!section) return;
    const Head head = read_name(block.key);
    section->name = head.title;
    section->subtitle = head.subtitle.empty() ? head.tail : head.subtitle;
    set_title(*section, head.title);
    context_.report.read(block.line, "head of " + where());
    read_section_lines(context_, *section, block.lines, where());
  }
  void begin_center(const Block& block) {
    finish();
    part_ = Part::Center;
    if (!block.value.empty()) add_to_center(context_, block.value, CenterRole::Text, block.line);
    context_.report.read(block.line, "centre");
  }
  void begin_support(const Block& block) {
    finish();
    DraftSection& band = add_bar(context_, block.line);
    begin(&band);
    set_title(band, block.value);
    band.name = block.value;
    context_.report.read(block.line, "band at the foot");
    read_section_lines(context_, band, block.lines, where());
  }
  void begin_bar(const Block& block) {
    finish();
    DraftSection& bar = add_bar(context_, block.line);
    begin(&bar);
    context_.report.read(block.line, "bar at the foot");
    if (!block.value.empty())
      add_text(context_, bar, block.value, block.line, Parting::Whole, LabelRole::Text, where());
    read_section_lines(context_, bar, block.lines, where());
  }

  // Lines below a summary that has its words behind its key are the section's.
  void read_summary(const Block& block) {
    DraftSection* here = section();
    if (block.value.empty() || !here) return tell(block, "for the writer of the section");
    context_.report.read(block.line, "for the writer of the section");
    read_lines(*here, block.lines);
  }
  // Without sentences to whoever draws it: «Sections 2 and 3 go below the table».
  void read_lines(DraftSection& here, const std::vector<Line>& lines) {
    std::vector<Line> own, highlights;
    for (const Line& line : lines) {
      const bool is_instruction = line.marker == Marker::None && !has_han(line.text) && !begins_with(line.text, U"|") &&
                                  words_of(line.text).size() >= 5 && !is_formula(line.text) &&
                                  quotes_of(line.text).empty();
      if (is_instruction && context_.draft.is_chinese) {
        context_.report.leave_out(line.number, line.text, is_note_to_reader());
      } else if (asks_highlight(line.text)) {
        highlights.push_back(line);
      } else {
        own.push_back(line);
      }
    }
    read_section_lines(context_, here, own, where());
    for (const Line& line : highlights) highlight_row(here, line);
  }
  static bool asks_highlight(View text) {
    return begins_with_any(folded(text), std::initializer_list<View>{U"highlight", U"高亮", U"突出显示"});
  }
  // «Highlight the row 可重复读».
  void highlight_row(DraftSection& here, const Line& line) {
    const Text low = folded(line.text);
    constexpr Color kHighlight{255, 241, 191, 255};
    for (DraftDiagram& diagram : here.diagrams) {
      TableDiagram* table = std::get_if<TableDiagram>(&diagram.content);
      for (std::size_t i = 0; table && i < table->rows.size(); ++i) {
        const Text row = folded(to_text(table->rows[i].text));
        const Text first = replaced(trimmed(View(row).substr(0, row.find(U'|'))), U"*", U"");
        if (first.size() < 2 || !contains(low, first)) continue;
        table->rows[i].fill = kHighlight;
        return context_.report.read(line.number, "highlighted row");
      }
    }
    context_.report.leave_out(line.number, line.text, unknown_target());
  }
  void read_content(const Block& block) {
    DraftSection* here = section();
    if (here) {
      if (!block.value.empty())
        add_text(context_, *here, block.value, block.line, Parting::Whole, LabelRole::Text, where());
      return read_lines(*here, block.lines);
    }
    if (part_ != Part::Center) return;
    for (const Said& said : said_in(block)) add_to_center(context_, said.text, CenterRole::Text, said.line);
  }

  void read_formula(const Block& block) {
    for (const Said& said : said_in(block)) {
      if (DraftSection* here = section()) {
        add_text(context_, *here, said.text, said.line, Parting::Whole, LabelRole::Key, where());
      } else if (part_ == Part::Center) {
        add_to_center(context_, said.text, CenterRole::Formula, said.line);
      }
    }
    context_.report.read(block.line, "formula");
  }

  // «icon, 天平», «illustration: …», «icon 幽灵».
  static void take_type(Text& shown, Text& type) {
    const Text low = folded(shown);
    for (const View word : {U"icon", U"illustration", U"photo", U"picture", U"图标", U"插图", U"插画"}) {
      if (!begins_with(low, word) || low.size() == word.size()) continue;
      const char32_t next = low[word.size()];
      const View rest = trimmed(View(shown).substr(word.size()), U",，:：-—");
      if (View(U",:-—").find(next) == View::npos && !(is_blank(next) && has_han(rest))) continue;
      type = word == U"图标" ? Text(U"icon") : Text(word);
      shown = Text(rest);
      return;
    }
  }
  // «**Visual Element**: 放大镜» with «- Type: icon» below; without a type, an icon where there is one.
  void read_picture(const Block& block) {
    Text type;
    Text shown = block.value;
    take_type(shown, type);
    std::vector<Line> table;
    for (const Line& line : block.lines) {
      if (begins_with(line.text, U"|")) {
        table.push_back(line);
        continue;
      }
      const std::optional<Field> field = read_field(line.text);
      context_.report.read(line.number, "about the picture");
      if (field && folded(field->key) == U"type") type = folded(field->value);
      const bool is_subject = field && folded(field->key) == U"subject";
      if (is_subject && (shown.empty() || has_arrow(field->value))) shown = field->value;
    }
    if (section() && !table.empty()) read_section_lines(context_, *section(), table, where());
    const Text low = folded(shown);
    const bool is_bars = type == U"chart" || type == U"bars" || holds_word(low, U"bars") ||
                         contains(low, U"bar chart") || contains(low, U"条形") || contains(low, U"柱状");
    context_.report.read(block.line, "picture");
    if (shown.empty()) return;
    if (section() && has_arrow(shown) && add_arrows(context_, *section(), shown, block.line, where())) return;
    if (is_bars && section()) {
      if (!take_bars(context_, *section(), block.line, where())) wants_bars_ = block.line;
      return;
    }
    const bool may_be_icon = type.empty() ? shown.size() <= (has_han(shown) ? 6u : 20u) : contains(type, U"icon");
    const std::string icon = may_be_icon ? icon_named(shown) : std::string();
    if (!icon.empty() && section()) {
      section()->icon = icon;
    } else if (may_be_icon) {
      context_.report.leave_out(block.line, shown, contains(type, U"icon") ? unknown_icon_name() : is_picture());
    } else if (!type.empty() && contains(type, U"table")) {
      return;
    } else {
      context_.report.leave_out(block.line, shown, is_picture());
    }
  }

  void read_heading(const Block& block) {
    context_.report.read(block.line, "title of " + where());
    DraftSection* here = section();
    if (here && (*block.topic == Topic::Subhead || *block.topic == Topic::Subtitle))
      here->subtitle = unquoted(block.value);
  }

  void read_text_labels(const Block& block) {
    context_.report.read(block.line, "labels");
    for (const Said& said : said_in(block)) {
      const std::optional<Field> field = read_field(said.text);
      const std::optional<Topic> topic = field ? find_topic(field->key) : std::nullopt;
      if (!section() || is_general(block)) {
        read_general(said, field, topic);
      } else if (topic == Topic::Headline || topic == Topic::Title) {
        context_.report.read(said.line, "title of " + where());
      } else if (topic == Topic::Subhead || topic == Topic::Subtitle) {
        section()->subtitle = unquoted(field->value);
        context_.report.read(said.line, "subtitle of " + where());
      } else {
        add_missing(
            topic ? read_labels(field->value) : std::vector<SaidLabel>{{unquoted(said.text), SaidAs::Label, true}},
            said.line);
      }
    }
  }
  // «Text labels (in zh):» at the end says all of them once more.
  static bool is_general(const Block& block) { return contains(block.key, U"(") || contains(block.key, U"（"); }

  void add_missing(const std::vector<SaidLabel>& labels, int line) {
    context_.report.read(line, "labels of " + where());
    DraftSection& here = *section();
    for (const SaidLabel& label : labels) {
      if (has_text(here, label.text)) continue;
      add_text(context_, here, label.text, line, Parting::Whole, LabelRole::Callout, where());
    }
  }

  void read_general(const Said& said, const std::optional<Field>& field, std::optional<Topic> topic) {
    if (topic == Topic::Title && context_.draft.title.empty()) context_.draft.title = unquoted(field->value);
    if (topic == Topic::Title || topic == Topic::Center) return context_.report.read(said.line, "said before");
    // «四个睡眠阶段 / 两股力量 / 睡得值不值».
    for (const SaidLabel& label : read_labels(replaced(said.text, U" / ", U"，"))) {
      const bool is_known = std::any_of(context_.draft.sections.begin(), context_.draft.sections.end(),
                                        [&](const DraftSection& section) { return has_text(section, label.text); }) ||
                            contains(context_.draft.title, label.text) || is_heading(label.text) ||
                            is_in_center(label.text);
      if (is_known) {
        context_.report.read(said.line, "said before");
      } else {
        context_.report.leave_out(said.line, label.text, no_place());
      }
    }
  }
  // The page's heading, which becomes its title.
  bool is_heading(View text) const {
    return std::any_of(context_.document.blocks.begin(), context_.document.blocks.end(), [text](const Block& block) {
      return block.level == 1 && !block.topic && !block.head && contains(block.key, text);
    });
  }
  bool is_in_center(View text) const {
    const std::optional<DraftCenter>& center = context_.draft.center;
    return center && std::any_of(center->parts.begin(), center->parts.end(),
                                 [text](const DraftCenter::Part& part) { return contains(part.text, text); });
  }

  Context& context_;
  Part part_ = Part::None;
  std::size_t at_ = 0;
  int wants_bars_ = 0;
};

}  // namespace

void read_structured(Context& context) { StructuredReader(context).read(); }

}  // namespace sixiang::brief
