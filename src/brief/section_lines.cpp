#include "brief/section_lines.h"

#include <algorithm>
#include <cstdio>

#include "brief/color_words.h"
#include "brief/coordinates.h"
#include "brief/formulas.h"
#include "brief/free_fields.h"
#include "brief/icons.h"
#include "brief/quotes.h"
#include "brief/readers.h"
#include "brief/tables.h"

namespace sixiang::brief {

namespace {

constexpr View kPictureKeys[] = {U"图示", U"可视化", U"插图", U"配图", U"画面", U"visual", U"picture", U"illustration"};
constexpr View kPlaceKeys[] = {U"位置", U"position", U"location"};
constexpr View kColorKeys[] = {U"配色", U"颜色", U"color", U"colour"};
constexpr View kNoteKeys[] = {U"右侧标注", U"左侧标注", U"旁边标注", U"侧边标注", U"标注文字"};
constexpr View kIconKeys[] = {U"图标", U"icon"};
constexpr View kShowWords[] = {U"show ", U"draw ", U"diagram: ", U"flow: ", U"图示:", U"流程:", U"流程图:", U"示意:"};

template <class Words>
bool is_one_of(View word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_noise_word(View word) {
  const Text low = folded(word);
  return contains(low, U"noise") || contains(low, U"加噪") || contains(low, U"去噪") || contains(low, U"噪声");
}

// «★X» in front; «… ★X» behind: its text without, and what the star says.
struct Stars {
  Text text, badge;
  bool is_starred = false;
};
Stars read_stars(View source) {
  Stars stars;
  const std::size_t at = source.find_first_of(U"★☆⭐");
  if (at == View::npos) {
    stars.text = Text(source);
    return stars;
  }
  stars.is_starred = true;
  stars.text = Text(trimmed(source.substr(0, at)));
  const View behind = trimmed(source.substr(at + 1), U"★☆⭐");
  if (stars.text.empty()) {
    stars.text = Text(behind);
  } else {
    stars.badge = Text(behind);
  }
  return stars;
}

// Without backquotes. Code: all of it, or all behind a word and a colon, was within them.
Text without_code_marks(View text, bool& is_code) {
  const std::size_t open = text.find(U'`');
  const std::size_t close = open == View::npos ? open : text.find(U'`', open + 1);
  if (close == View::npos) return Text(text);
  const View before = trimmed(text.substr(0, open)), behind = trimmed(text.substr(close + 1));
  is_code = behind.empty() && (before.empty() || (plain(before.back()) == U':' && before.size() <= 12));
  return replaced(text, U"`", U"");
}

// Tells lists within lists by how far their lines are indented.
class LineReader {
 public:
  LineReader(Context& context, DraftSection& section, const std::vector<Line>& lines, std::string where)
      : context_(context), section_(section), lines_(lines), where_(std::move(where)) {
    for (const Line& line : lines) {
      if (line.marker != Marker::None) base_ = std::min(base_, line.indent);
    }
  }

  void read() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (const std::size_t rows = read_table(context_, section_, lines_, i, where_); rows > 0) {
        i += rows;
      } else if (begins_section(lines_[i])) {
        i = read_nested(i);
      } else {
        read_line(lines_[i++]);
      }
    }
    if (wants_bars_ > 0 && !take_bars(context_, section_, wants_bars_, where_))
      context_.report.leave_out(wants_bars_, U"bars", is_picture());
  }

 private:
  // «3a. 用户 (User)».
  static bool begins_section(const Line& line) {
    return line.marker == Marker::Number && line.ordinal.size() > 1 && is_latin(line.ordinal.back());
  }
  std::size_t read_nested(std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < lines_.size() && !begins_section(lines_[end]) && lines_[end].indent >= lines_[begin].indent) ++end;
    DraftSection nested;
    const Head head = read_name(lines_[begin].text);
    nested.line = lines_[begin].number;
    nested.title = head.title;
    nested.subtitle = head.subtitle;
    context_.report.read(nested.line, "nested section in " + where_);
    if (!head.tail.empty()) add_text(context_, nested, head.tail, nested.line, Parting::Whole, LabelRole::Text, where_);
    const std::vector<Line> lines(lines_.begin() + std::ptrdiff_t(begin) + 1, lines_.begin() + std::ptrdiff_t(end));
    LineReader(context_, nested, lines, "nested " + where_).read();
    section_.sections.push_back(std::move(nested));
    return end;
  }

  void read_field(const Line& line) {
    const auto add = [&](LabelRole role) {
      add_text(context_, section_, line.text, line.number, Parting::Whole, role, where_);
    };
    switch (*line.field) {
      case SectionField::Title:
        section_.name = line.text;
        context_.report.read(line.number, "title of " + where_);
        return set_title(section_, unquoted(line.text));
      case SectionField::Subtitle:
        section_.subtitle = unquoted(line.text);
        return context_.report.read(line.number, "subtitle of " + where_);
      case SectionField::Number:
        section_.number = line.text;
        return context_.report.read(line.number, "number of " + where_);
      case SectionField::Date:
        section_.date = line.text;
        return context_.report.read(line.number, "date of " + where_);
      case SectionField::Badge:
        section_.badge = unquoted(line.text);
        return context_.report.read(line.number, "badge of " + where_);
      case SectionField::Place:
        section_.note = line.text;
        if (const std::optional<Span> span = read_cells(line.text)) section_.span = *span;
        return context_.report.read(line.number, "where " + where_ + " stands, not printed");
      case SectionField::Foot:
        section_.place = SectionPlace::Bottom;
        return context_.report.read(line.number, "where " + where_ + " stands, not printed");
      case SectionField::Fill:
        return read_color(line.text, line.number);
      case SectionField::Icon:
        return set_icon(context_, section_, line.text, line.number);
      case SectionField::Picture:
        return read_picture(line.text, line);
      case SectionField::Text:
        return read_shown(line) ? void() : read_label(line);
      case SectionField::Sub:
        return add(LabelRole::Sub);
      case SectionField::Key:
        return add(LabelRole::Key);
      case SectionField::Figure:
        return add(LabelRole::Figure);
      case SectionField::Callout:
        return add(LabelRole::Callout);
      case SectionField::Tag:
        return add(LabelRole::Tag);
      case SectionField::Code:
        return add(LabelRole::Code);
    }
  }

  void read_line(const Line& line) {
    if (line.field) return read_field(line);
    const std::optional<Field> field = brief::read_field(line.text);
    const Text key = field ? folded(field->key) : Text();
    if (const std::optional<Line> fill = fill_line_of(line)) return read_color(fill->text, line.number);
    if (is_one_of(key, kNoteKeys)) {
      Line note = line;
      note.text = field->value;
      return read_label(note);
    }
    if (is_one_of(key, kIconKeys)) return set_icon(context_, section_, field->value, line.number);
    if (is_one_of(key, kPlaceKeys)) return read_place(field->value, line);
    if (is_one_of(key, kColorKeys)) return read_color(field->value, line.number);
    if (is_one_of(key, kPictureKeys)) {
      // «Visual: icon 幽灵».
      if (const Text icon = begins_with(folded(field->value), U"icon ") ? field->value.substr(5) : Text();
          !icon.empty())
        return set_icon(context_, section_, icon, line.number);
      return read_picture(field->value, line);
    }
    if (names_last_arrow(line)) return;
    if (read_shown(line)) return;
    read_label(line);
  }

  // «位置: 左上»; «位置: 起点阶段» says more than where it stands on the page.
  void read_place(View value, const Line& line) {
    const Text low = folded(value);
    const bool has_number = low.find_first_of(U"0123456789") != Text::npos;
    const bool is_cell = has_number && low.find_first_of(U"行列排格栏区块宽高=%,，x") != Text::npos;
    const bool is_place = is_cell || low.find_first_of(U"左右上下中底顶角旁侧") != Text::npos ||
                          contains(low, U"top") || contains(low, U"left") || contains(low, U"right") ||
                          contains(low, U"bottom") || contains(low, U"center");
    if (is_place) context_.report.read(line.number, "where " + where_ + " stands, not printed");
    if (!is_place) read_label(line);
  }

  void read_color(View value, int line) {
    const std::optional<SaidColor> color = find_color(value);
    if (color && color->color) {
      section_.fill = color->color;
      context_.report.read(line, "colour of " + where_);
    } else {
      context_.report.leave_out(line, value, unknown_color());
    }
  }

  void read_picture(View value, const Line& line) {
    if (add_arrows(context_, section_, value, line.number, where_)) return;
    if (line.field && (contains(value, U"条形") || contains(value, U"柱状") || contains(folded(value), U"bar"))) {
      wants_bars_ = line.number;
      return context_.report.read(line.number, "picture");
    }
    context_.report.leave_out(line.number, value, is_picture());
  }

  // «Show x→y→z», and lines that are nothing but arrows.
  bool read_shown(const Line& line) {
    const Text low = folded(line.text);
    for (const View word : kShowWords) {
      if (!begins_with(low, word)) continue;
      const View shown = trimmed(View(line.text).substr(word.size()));
      if (add_arrows(context_, section_, shown, line.number, where_)) return true;
      if (has_han(line.text) && word.back() == U':') return false;
      context_.report.leave_out(line.number, line.text, is_picture());
      return true;
    }
    if (line.marker != Marker::None && line.indent > base_ && !section_.labels.empty()) return false;
    const std::optional<ArrowGraph> graph = read_arrows(line.text);
    const bool is_diagram =
        graph && (graph->terms.size() >= 3 || graph->arrows.size() >= 2 || adds_to_diagram(*graph)) &&
        graph->rest.empty() && !is_lead_with_arrow(line.text) && find_outside(line.text, U",，;；") == View::npos;
    return is_diagram && add_arrows(context_, section_, line.text, line.number, where_);
  }
  // «(the last arrow carries the words "至少四颗卫星")» below a line of arrows.
  bool names_last_arrow(const Line& line) {
    const Text low = folded(line.text);
    const bool names = (contains(low, U"arrow") || contains(low, U"箭头")) && !has_arrow(line.text);
    const std::optional<Quote> quote = names ? first_quote(line.text) : std::nullopt;
    ArrowGraph* graph =
        section_.diagrams.empty() ? nullptr : std::get_if<ArrowGraph>(&section_.diagrams.back().content);
    if (!quote || !graph || graph->arrows.empty()) return false;
    const bool is_first = contains(low, U"first") || contains(low, U"第一");
    const bool is_last = contains(low, U"last") || contains(low, U"最后") || graph->arrows.size() == 1;
    if (!is_first && !is_last) return false;
    (is_first ? graph->arrows.front() : graph->arrows.back()).text = Text(slice(View(line.text), quote->inner));
    context_.report.read(line.number, "words of an arrow");
    return true;
  }
  // «收口 → 看数: 下一轮» after a line of arrows with these terms.
  bool adds_to_diagram(const ArrowGraph& graph) const {
    if (section_.diagrams.empty()) return false;
    const ArrowGraph* last = std::get_if<ArrowGraph>(&section_.diagrams.back().content);
    return last && std::all_of(graph.terms.begin(), graph.terms.end(), [last](const Text& term) {
             return std::find(last->terms.begin(), last->terms.end(), term) != last->terms.end();
           });
  }
  // «边分裂: 过长的边 → 一分为二»: a sentence with an arrow in it.
  static bool is_lead_with_arrow(View text) {
    const std::size_t colon = find_outside(text, U":：");
    const std::size_t arrow = text.find_first_of(U"→⟶⇒↔");
    return colon != View::npos && arrow != View::npos && colon < arrow;
  }

  void read_label(const Line& line) {
    if (speaks_of_page(line.text)) return;
    Text text = line.text;
    const bool is_quoted = text.size() > 1 && text[0] == U'>';
    if (is_quoted) text = Text(trimmed(View(text).substr(1)));
    DraftLabel* before = section_.labels.empty() ? nullptr : &section_.labels.back();
    const bool is_sub = line.marker != Marker::None && line.indent > base_ && before;
    // «… → 图标: 雕刻刀»
    std::string icon;
    for (const View mark : {U"→ 图标", U"→图标", U"-> 图标", U"→ icon"}) {
      const std::size_t at = folded(text).find(mark);
      if (at == Text::npos) continue;
      const View words = trimmed(View(text).substr(at + mark.size()), U":：");
      icon = icon_named(words);
      if (icon.empty()) context_.report.leave_out(line.number, words, unknown_icon_name());
      text = Text(trimmed(View(text).substr(0, at)));
    }
    const std::size_t count = section_.labels.size();
    const LabelRole role = is_sub ? LabelRole::Sub : is_quoted ? LabelRole::Callout : LabelRole::Text;
    add_text(context_, section_, text, line.number, Parting::Whole, role, where_);
    if (section_.labels.size() > count) {
      section_.labels.back().icon = icon;
      if (line.marker == Marker::Number) section_.labels.back().bullet = Bullet::Number;
      if (line.marker == Marker::Check) section_.labels.back().bullet = Bullet::Check;
      if (line.marker == Marker::Cross) section_.labels.back().bullet = Bullet::Cross;
      if (is_sub && section_.labels.back().role != LabelRole::Sub) section_.labels.back().role = LabelRole::Sub;
    }
  }

  Context& context_;
  DraftSection& section_;
  const std::vector<Line>& lines_;
  std::string where_;
  int base_ = 1000;
  int wants_bars_ = 0;  // the line that asks for them
};

void add_label(Context& context, DraftSection& section, DraftLabel label, const std::string& where) {
  const bool is_formula_line = !label.is_code && mark_formulas(label.text).is_statement;
  if (is_formula_line && label.role == LabelRole::Text) label.role = LabelRole::Key;
  context.report.read(label.line, "label of " + where + (is_formula_line ? ", formula" : ""));
  section.labels.push_back(std::move(label));
}

}  // namespace

void read_section_lines(Context& context, DraftSection& section, const std::vector<Line>& lines,
                        const std::string& where) {
  LineReader(context, section, lines, where).read();
}

void add_text(Context& context, DraftSection& section, View source, int line, Parting parting, LabelRole role,
              const std::string& where) {
  const Stars stars = read_stars(source);
  DraftLabel label;
  label.line = line;
  label.role = role;
  if (stars.is_starred && !stars.badge.empty() && section.badge.empty()) {
    section.badge = stars.badge;
    context.report.read(line, "badge of " + where);
  } else if (stars.is_starred && role == LabelRole::Text) {
    label.role = LabelRole::Key;
  }
  const std::optional<Field> field = read_field(stars.text);
  const bool is_position = field && (field->key == U"定位" || folded(field->key) == U"positioning");
  if (is_position && section.badge.empty() && field->value.size() <= 20) {
    section.badge = unquoted(field->value);
    return context.report.read(line, "badge of " + where);
  }
  Text text = unquoted(stars.text);
  if (field && unquoted(field->value) != field->value && first_quote(field->value)->outer.end == field->value.size()) {
    text = field->key + U": " + unquoted(field->value);
  }
  const std::vector<Extent> pieces =
      parting == Parting::AtCommas ? split(text, U",，;；") : std::vector<Extent>{{0, text.size()}};
  for (const Extent piece : pieces) {
    DraftLabel part = label;
    part.text = without_code_marks(trimmed(slice(text, piece)), part.is_code);
    if (part.is_code && part.role == LabelRole::Text) part.role = LabelRole::Code;
    if (part.text.empty() || (parting == Parting::AtCommas && has_text(section, part.text))) continue;
    add_label(context, section, std::move(part), where);
  }
}

void set_title(DraftSection& section, View title) {
  const Stars stars = read_stars(title);
  if (stars.is_starred && section.icon.empty()) section.icon = icon_named(U"★");
  if (!stars.badge.empty()) section.badge = stars.badge;
  section.title = stars.text;
}

void set_icon(Context& context, DraftSection& section, View words, int line) {
  section.icon = icon_named(words);
  if (section.icon.empty()) {
    context.report.leave_out(line, words, unknown_icon_name());
  } else {
    context.report.read(line, "icon");
  }
}

bool add_arrows(Context& context, DraftSection& section, View text, int line, const std::string& where) {
  std::optional<ArrowGraph> graph = read_arrows(text);
  if (!graph) return false;
  if (!graph->rest.empty() && ends_with(plain(trimmed(text)), U")")) {
    graph->terms.back() += U" (" + graph->rest + U")";
  } else if (!graph->rest.empty()) {
    context.report.leave_out(line, graph->rest, not_understood());
  }
  context.report.read(line, "diagram of " + where);
  DraftDiagram diagram;
  diagram.line = line;
  diagram.is_noise = std::any_of(graph->arrows.begin(), graph->arrows.end(),
                                 [](const Arrow& arrow) { return is_noise_word(arrow.text); });
  if (!section.diagrams.empty()) {
    DraftDiagram& last = section.diagrams.back();
    ArrowGraph* joined = std::get_if<ArrowGraph>(&last.content);
    const bool shares = joined && std::any_of(graph->terms.begin(), graph->terms.end(), [joined](const Text& term) {
                          return std::find(joined->terms.begin(), joined->terms.end(), term) != joined->terms.end();
                        });
    if (shares) {
      join(*joined, *graph);
      last.is_noise = last.is_noise || diagram.is_noise;
      return true;
    }
  }
  diagram.content = std::move(*graph);
  section.diagrams.push_back(std::move(diagram));
  return true;
}

namespace {

// Letters, digits and ideographs, and what formulas are made of: «梯形法 379» is «梯形法: 379».
Text signs_of(View text) {
  Text signs;
  for (const char32_t c : text) {
    const char32_t sign = folded(c);
    if (!is_blank(sign) && View(U":,;.!?\"'`$*，。；：、！？“”‘’「」·|").find(sign) == View::npos) signs += sign;
  }
  return signs;
}

std::vector<Text> texts_of(const DraftDiagram& diagram) {
  std::vector<Text> texts;
  if (const BarsDiagram* bars = std::get_if<BarsDiagram>(&diagram.content)) {
    for (const Bar& bar : bars->rows) {
      char number[32];
      std::snprintf(number, sizeof number, "%.6g", double(bar.value));
      texts.push_back(to_text(bar.name + " " + number + " " + bars->unit));
    }
  }
  if (const TableDiagram* table = std::get_if<TableDiagram>(&diagram.content)) {
    for (const TableColumn& column : table->columns) texts.push_back(to_text(column.text));
    for (const TableRow& row : table->rows) texts.push_back(to_text(row.text));
  }
  if (const ArrowGraph* graph = std::get_if<ArrowGraph>(&diagram.content)) {
    Text chain;
    for (const Text& term : graph->terms) {
      texts.push_back(term);
      chain += (chain.empty() ? U"" : U"→") + term;
    }
    texts.push_back(chain);
  }
  return texts;
}

}  // namespace

bool has_text(const DraftSection& section, View text) {
  const Text wanted = signs_of(text);
  const auto holds = [&wanted](View whole) { return contains(signs_of(whole), wanted); };
  if (wanted.empty() || holds(section.title) || holds(section.subtitle) || holds(section.badge)) return true;
  const auto holds_label = [&](const DraftLabel& label) { return holds(label.text); };
  if (std::any_of(section.labels.begin(), section.labels.end(), holds_label)) return true;
  for (const DraftDiagram& diagram : section.diagrams) {
    const std::vector<Text> texts = texts_of(diagram);
    const bool is_graph = std::holds_alternative<ArrowGraph>(diagram.content);
    const auto is_there = [&](const Text& whole) { return is_graph ? signs_of(whole) == wanted : holds(whole); };
    if (std::any_of(texts.begin(), texts.end(), is_there)) return true;
  }
  return std::any_of(section.sections.begin(), section.sections.end(),
                     [&](const DraftSection& nested) { return has_text(nested, text); });
}

}  // namespace sixiang::brief
