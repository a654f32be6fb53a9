#include <algorithm>
#include <cmath>

#include "brief/aspect.h"
#include "brief/color_words.h"
#include "brief/coordinates.h"
#include "brief/find_heads.h"
#include "brief/free_words.h"
#include "brief/names.h"
#include "brief/page_kinds.h"
#include "brief/quotes.h"
#include "brief/readers.h"

namespace sixiang::brief {

namespace {

// The shorter side is 1080 points.
Size page_of(Size aspect) {
  const float shorter = std::min(aspect.width, aspect.height);
  const float scale = 1080.0f / shorter;
  return {std::round(aspect.width * scale), std::round(aspect.height * scale)};
}

class PageReader {
 public:
  explicit PageReader(Context& context) : context_(context), draft_(context.draft) {}

  void read() {
    read_layouts();
    read_axes();
    read_aspects();
    read_front_matter();
    decide_kind();
  }

 private:
  // ---- layout ----
  void read_layouts() {
    for (const Block& block : context_.document.blocks) {
      if (block.line >= context_.document.template_end && block.topic != Topic::Layout && block.topic != Topic::Guide)
        continue;
      for (const Line& line : block.lines) read_specification(line);
    }
    for (const Block* block : blocks_of(context_.document, Topic::Layout)) {
      if (block->line < context_.document.template_end) continue;
      context_.report.read(block->line, "layout");
      for (const Said& said : said_in(*block)) {
        context_.report.read(said.line, "layout");
        read_sentence(said.text);
        for (const Extent clause : split(said.text, U",，;；。")) read_spans(slice(said.text, clause));
        const bool may_tell = context_.document.is_structured || blocks_of(context_.document, Topic::Aspect).empty();
        if (may_tell && !draft_.page) {
          if (const std::optional<Size> aspect = read_aspect(said.text)) draft_.page = page_of(*aspect);
        }
        read_center(said);
      }
    }
    for (const Block& block : context_.document.blocks) {
      if (block.topic || block.head) continue;
      for (const Line& line : block.lines) read_page_line(line);
    }
    for (const Line& line : context_.document.before) read_page_line(line);
    for (const Block& block : context_.document.blocks) {
      for (const Line& line : block.lines) read_flat(line);
    }
    for (const Line& line : context_.document.before) read_flat(line);
    for (const Line& line : context_.document.prose) {
      if (has_han(line.text) && read_field(line.text)) continue;  // an unknown key
      context_.report.read(line.number, "style, layout");
      read_sentence(line.text);
    }
    for (const Block* block : blocks_of(context_.document, Topic::Elements)) {
      for (const Said& said : said_in(*block)) read_element(said);
    }
  }
  // «eight cards in a row» of steps says how they are drawn, not that they are columns.
  void read_element(const Said& said) {
    const bool knows = draft_.kind.has_value();
    read_sentence(said.text);
    const Text low = folded(said.text);
    const bool is_of_page =
        (draft_.kind && find_kind(low) == draft_.kind) || (draft_.columns > 0 && columns_in(low) == draft_.columns);
    if (is_of_page) context_.report.read(said.line, "elements");
    const bool is_steps = std::any_of(draft_.sections.begin(), draft_.sections.end(), [](const DraftSection& section) {
      return section.word && section.word->stand == SectionStand::Pipeline;
    });
    if (!knows && is_steps && draft_.kind == PageKind::Columns) draft_.kind.reset();
  }
  void read_page_line(const Line& line) {
    if (!speaks_of_page(line.text)) return;
    context_.report.read(line.number, "layout");
    read_sentence(line.text);
    if (const std::optional<Size> aspect = read_aspect(line.text); aspect && !draft_.page)
      draft_.page = page_of(*aspect);
    const std::optional<SaidColor> color = find_color(line.text);
    const bool is_ground = contains(line.text, U"底") || contains(line.text, U"背景");
    if (is_ground && color && color->color && !draft_.background) draft_.background = color->color;
  }
  // «- **Layout**: bento-grid» of a template.
  void read_specification(const Line& line) {
    const std::optional<Field> field = read_field(line.text);
    const std::optional<Topic> topic = field ? find_topic(field->key) : std::nullopt;
    if (topic != Topic::Layout && topic != Topic::Aspect && topic != Topic::Language) return;
    context_.report.read(line.number, "specification of the page");
    if (topic == Topic::Layout) {
      read_sentence(field->value);
      read_divider(field->value, folded(field->value));
    }
    if (topic == Topic::Aspect && !draft_.page) {
      if (const std::optional<Size> aspect = read_aspect(field->value)) draft_.page = page_of(*aspect);
    }
    if (topic == Topic::Language) read_language(field->value);
  }
  void read_language(View value) {
    const Text low = folded(value);
    if (begins_with(low, U"en")) draft_.is_chinese = false;
  }
  // «Flat vector comparison with split layout.»
  void read_flat(const Line& line) {
    const Text low = folded(line.text);
    const bool is_flat =
        line.marker == Marker::None && !has_han(line.text) &&
        (begins_with(low, U"flat vector") || begins_with(low, U"flat ") || begins_with(low, U"vector "));
    if (!is_flat) return;
    context_.report.read(line.number, "style, layout");
    read_sentence(line.text);
  }
  void read_sentence(View source) {
    const Text text = folded(source);
    if (const int columns = columns_in(text); columns > 0 && draft_.columns == 0) draft_.columns = columns;
    for (const View words : {U"bottom to top", U"from the bottom", U"from bottom", U"bottom-up", U"bottom up",
                             U"自下而上", U"从下往上", U"底部最宽", U"lowest layer first"}) {
      draft_.from_bottom = draft_.from_bottom || contains(text, words);
    }
    for (const View words : {U"alternating above", U"above and below", U"above/below", U"上下交替", U"交错",
                             U"alternating left", U"alternate sides", U"左右交替", U"左右错开", U"左右轮流"}) {
      draft_.alternates = draft_.alternates || contains(text, words);
    }
    // «Odd events above the line, even events below it».
    const bool names_sides =
        (contains(text, U"above") && contains(text, U"below")) || (contains(text, U"上方") && contains(text, U"下方"));
    const bool names_turns =
        holds_any(text, std::initializer_list<View>{U"odd", U"even", U"by turns", U"alternating", U"单数", U"奇数"});
    draft_.alternates = draft_.alternates || (names_sides && names_turns);
    for (const View words :
         {U"vertical", U"top-down", U"top to bottom", U"one under another", U"自上而下", U"从上到下", U"从上往下"}) {
      draft_.is_vertical = draft_.is_vertical || contains(text, words);
    }
    for (const Extent clause : split(source, U",，;；。")) place_at_foot(slice(source, clause));
    if (draft_.kind) return;
    draft_.kind = find_kind(text);
  }
  // «第四节在底部通栏».
  void place_at_foot(View clause) {
    const Text low = folded(clause);
    const bool is_foot = contains(low, U"底部") || contains(low, U"通栏") || contains(low, U"across the bottom") ||
                         contains(low, U"at the bottom");
    if (!is_foot || draft_.sections.size() < 3) return;
    const std::vector<std::size_t> found = SectionNames(draft_.sections).within(clause);
    const bool is_layer = found.size() == 1 && draft_.sections[found[0]].word &&
                          draft_.sections[found[0]].word->stand == SectionStand::Rows;
    if (found.size() == 1 && found[0] + 1 == draft_.sections.size() && !is_layer)
      draft_.sections[found[0]].place = SectionPlace::Bottom;
  }
  // «“菌种对照”和“制作流程”各占一整行（跨两列）», «the table spans both columns».
  void read_spans(View clause) {
    const Text low = folded(clause);
    constexpr View kWholeRows[] = {U"整行",       U"一行",     U"通栏",       U"满行",      U"整宽",
                                   U"full width", U"full row", U"full-width", U"whole row", U"all columns"};
    const bool is_wide = holds_any(low, std::initializer_list<View>{U"占", U"跨", U"通栏", U"span", U"spans", U"takes",
                                                                    U"full width", U"full-width"});
    if (!is_wide || draft_.sections.empty()) return;
    Span span = read_cells(clause).value_or(Span{});
    if (contains(low, U"both columns") || contains(low, U"two columns")) span.columns = 2;
    if (contains(low, U"three columns")) span.columns = 3;
    if (contains_any(low, kWholeRows) && span.columns < 2) span.columns = std::max(draft_.columns, 2);
    if (span == Span{}) return;
    for (const std::size_t at : meant_by(clause, low)) {
      if (draft_.sections[at].place == SectionPlace::Flow && draft_.sections[at].span == Span{})
        draft_.sections[at].span = span;
    }
  }
  // By name or place; «最后一块» of those in the flow.
  std::vector<std::size_t> meant_by(View clause, View low) const {
    std::vector<std::size_t> found = SectionNames(draft_.sections).within(clause);
    if (found.empty() && (contains(low, U"最后一") || contains(low, U"the last"))) {
      for (std::size_t i = draft_.sections.size(); i-- > 0 && found.empty();) {
        if (draft_.sections[i].place == SectionPlace::Flow) found.push_back(i);
      }
    }
    return found;
  }
  // «a round hub that reads “点估计”», «central circle “生成模型”».
  void read_center(const Said& said) {
    const Text low = folded(said.text);
    read_divider(said.text, low);
    for (const View word : {U"central circle", U"center circle", U"centre circle", U"circle", U"hub", U"disc", U"disk",
                            U"medallion", U"中心圆", U"圆"}) {
      const std::size_t at = low.find(word);
      if (at == Text::npos || View(low).substr(at, 2) == U"圆角" || contains(low, U"一条竖线")) continue;
      const std::optional<Quote> quote = first_quote(said.text, at);
      const std::size_t stop = low.find(U"title", at);
      if (!quote || quote->outer.begin > stop || quote->outer.begin > at + 80) continue;
      Draft& draft = draft_;
      std::vector<DraftCenter::Part> others;
      if (draft.center) others = std::move(draft.center->parts);
      if (!draft.center) draft.center.emplace();
      draft.center->parts = {{Text(slice(said.text, quote->inner)), CenterRole::Caption}};
      for (DraftCenter::Part& part : others) {
        if (folded(part.text) != folded(draft.center->parts[0].text)) draft.center->parts.push_back(std::move(part));
      }
      return;
    }
  }

  // «a round "VS" badge on the dividing line».
  void read_divider(View text, View low) {
    for (const View word : {U"dividing", U"divider", U"分隔", U"分割", U"中线", U"中间写", U"一条竖线"}) {
      const std::size_t at = low.find(word);
      if (at == View::npos) continue;
      std::optional<Quote> nearest;
      for (const Quote& quote : quotes_of(text)) {
        if (quote.outer.begin + 60 > at && quote.outer.begin < at + 60) nearest = quote;
      }
      draft_.has_divider = true;
      if (nearest && draft_.divider.empty()) draft_.divider = Text(slice(text, nearest->inner));
    }
  }

  // «HORIZONTAL AXIS: 修复成本».
  void read_axes() {
    for (const Topic topic : {Topic::HorizontalAxis, Topic::VerticalAxis}) {
      for (const Block* block : blocks_of(context_.document, topic)) {
        (topic == Topic::HorizontalAxis ? draft_.horizontal_axis : draft_.vertical_axis) = unquoted(block->value);
        context_.report.read(block->line, "axis");
      }
    }
  }

  // ---- aspect ----
  void read_aspects() {
    for (const Block* block : blocks_of(context_.document, Topic::Aspect)) {
      context_.report.read(block->line, "aspect");
      bool is_first = true;
      for (const Said& said : said_in(*block)) {
        if (!is_first) {
          context_.report.read(said.line, "the page around the brief");
          continue;
        }
        is_first = false;
        context_.report.read(said.line, "aspect");
        if (const std::optional<Size> aspect = read_aspect(said.text)) {
          draft_.page = page_of(*aspect);
          // «16:9 landscape, off-white background (#FBFAF5)».
          const std::optional<SaidColor> color = find_color(said.text);
          if (color && color->is_code && contains(folded(said.text), U"background")) draft_.background = color->color;
        } else {
          context_.report.leave_out(said.line, said.text, {"This is no aspect ratio.", "看不出是什么比例。"});
        }
      }
    }
    for (const Block* block : blocks_of(context_.document, Topic::Language)) {
      context_.report.read(block->line, "language");
      read_language(block->value);
    }
    for (const Line& line : context_.document.boilerplate) {
      context_.report.read(line.number, "said of every picture");
      if (contains(folded(line.text), U"language: english")) draft_.is_chinese = false;
    }
    for (const Line& line : context_.document.page) context_.report.read(line.number, "the page around the brief");
    for (const Line& line : context_.document.before) read_before(line);
  }
  // «画一张竖版海报《…》», «竖版海报，3:4»; a title says nothing of the page unless it asks for one.
  void read_before(const Line& line) {
    const bool is_title = context_.report.is_read(line.number);
    if (!is_title) context_.report.read(line.number, "the page around the brief");
    if (draft_.page || !(speaks_of_poster(line.text) || (!is_title && says_size(line.text)))) return;
    if (const std::optional<Size> aspect = read_aspect(line.text)) draft_.page = page_of(*aspect);
  }
  void read_front_matter() {
    for (const auto& [key, value] : context_.document.front_matter) {
      if (key == U"type") type_ = folded(value);
      if ((key == U"aspect" || key == U"ratio" || key == U"size") && !draft_.page) {
        if (const std::optional<Size> aspect = read_aspect(value)) draft_.page = page_of(*aspect);
      }
      if (key == U"title" && draft_.title.empty()) draft_.title = unquoted(value);
    }
  }

  // ---- the kind: what was said, else what the sections are called, else the front matter's type ----
  void decide_kind() {
    const std::vector<DraftSection>& sections = draft_.sections;
    const auto flows = std::count_if(sections.begin(), sections.end(),
                                     [](const DraftSection& section) { return section.place == SectionPlace::Flow; });
    const auto all = [&](SectionStand stand) {
      return flows > 0 && std::all_of(sections.begin(), sections.end(), [stand](const DraftSection& section) {
               return section.place != SectionPlace::Flow || (section.word && section.word->stand == stand);
             });
    };
    const bool dated = flows > 2 && std::count_if(sections.begin(), sections.end(),
                                                  [](const DraftSection& section) { return !section.date.empty(); }) *
                                            2 >
                                        flows;
    if (all(SectionStand::Split) && flows == 2) draft_.kind = PageKind::Split;
    if (draft_.kind == PageKind::Split && flows != 2) draft_.kind.reset();
    if (draft_.kind == PageKind::Table && !has_table()) draft_.kind.reset();
    // «four stops in a row, joined by arrows» of steps.
    if (draft_.kind == PageKind::Columns && all(SectionStand::Pipeline)) draft_.kind = PageKind::Pipeline;
    if (!draft_.kind && dated) draft_.kind = PageKind::Timeline;
    if (!draft_.kind && has_spans()) draft_.kind = PageKind::Bento;
    if (!draft_.kind && all(SectionStand::Pipeline)) draft_.kind = PageKind::Pipeline;
    if (!draft_.kind && (all(SectionStand::Rows) || all(SectionStand::Lanes))) draft_.kind = PageKind::Rows;
    if (!draft_.kind && all(SectionStand::Columns)) draft_.kind = PageKind::Columns;
    if (!draft_.kind && all(SectionStand::Spokes) && draft_.center) draft_.kind = PageKind::Hub;
    if (!draft_.kind && all(SectionStand::Grid)) draft_.kind = PageKind::Grid;
    if (!draft_.kind) {
      const std::optional<PageKind> kind = kind_of_type(type_);
      if (kind != PageKind::Split || flows == 2) draft_.kind = kind;
    }
    if (!draft_.kind && flows == 2 && draft_.has_divider) draft_.kind = PageKind::Split;
    if (!draft_.kind) draft_.kind = PageKind::Grid;
    if (draft_.kind == PageKind::Table) place_beside_table();
    draft_.from_bottom = draft_.from_bottom || (draft_.kind == PageKind::Rows && first_is_lowest());
  }
  bool first_is_lowest() const {
    const auto first = std::find_if(draft_.sections.begin(), draft_.sections.end(),
                                    [](const DraftSection& section) { return section.place == SectionPlace::Flow; });
    if (first == draft_.sections.end()) return false;
    const Text note = folded(first->note);
    return contains(note, U"底") || contains(note, U"bottom") || contains(note, U"lowest");
  }
  // What a page of one table says besides stands below it.
  void place_beside_table() {
    for (DraftSection& section : draft_.sections) {
      const bool has_own = std::any_of(
          section.diagrams.begin(), section.diagrams.end(),
          [](const DraftDiagram& diagram) { return std::holds_alternative<TableDiagram>(diagram.content); });
      if (!has_own) section.place = SectionPlace::Bottom;
    }
  }
  bool has_spans() const {
    return std::any_of(draft_.sections.begin(), draft_.sections.end(),
                       [](const DraftSection& section) { return section.span != Span{}; });
  }
  bool has_table() const {
    return std::any_of(draft_.sections.begin(), draft_.sections.end(), [](const DraftSection& section) {
      return std::any_of(section.diagrams.begin(), section.diagrams.end(), [](const DraftDiagram& diagram) {
        return std::holds_alternative<TableDiagram>(diagram.content);
      });
    });
  }

  Context& context_;
  Draft& draft_;
  Text type_;
};

}  // namespace

bool speaks_of_page(View text) {
  const Text low = folded(text);
  const bool names_picture = contains(low, U"画成") || contains(low, U"配图") || contains(low, U"竖图") ||
                             contains(low, U"横图") || (contains(low, U"方图") && !contains(low, U"直方图")) ||
                             contains(low, U"做成一张");
  return names_picture &&
         (read_aspect(low).has_value() || columns_in(low) > 0 || contains(low, U"底色") || contains(low, U"背景"));
}

void read_page(Context& context) { PageReader(context).read(); }

}  // namespace sixiang::brief
