#include "label/fit_formula.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace sixiang {

namespace {

constexpr float kMarkWidth = 0.5f;       // em, of a full-width mark that is squeezed
constexpr float kLeastUnbroken = 0.84f;  // a formula that fits at this scale is made smaller and not broken
constexpr float kSlack = 1.0001f;        // a width that was scaled to fit may be off in its last digits

// Marks that must share the formula's line.
struct Marks {
  std::size_t opening_before = 0, closing_after = 0;
  std::size_t closing_bytes = 0;
};

Marks marks_of(const FormulaSurroundings& around) {
  Marks marks;
  const std::vector<CodePoint> before = decode_utf8(around.before), after = decode_utf8(around.after);
  for (auto c = before.rbegin(); c != before.rend(); ++c) {
    if (character_class(c->value) != CharacterClass::Opening) break;
    ++marks.opening_before;
  }
  for (const CodePoint& c : after) {
    if (character_class(c.value) != CharacterClass::Closing) break;
    ++marks.closing_after;
    marks.closing_bytes += c.length;
  }
  return marks;
}

math::FormulaStyle formula_style(const LabelStyle& label) {
  math::FormulaStyle style;
  style.size = label.text.size * label.formula_scale;
  style.display = label.formula_display;
  style.color = label.formula_color;
  style.text_face = label.text.face;
  style.embolden_em = label.formula_embolden_em;
  return style;
}

// A table of text stands below the words that announce it, as it does on a page.
bool is_table(const math::Row& tree) {
  return std::any_of(tree.begin(), tree.end(), [](const math::Node& node) {
    const auto* table = std::get_if<math::Table>(&node.content);
    const auto is_within = [](const std::vector<math::Row>& cells) {
      return !cells.empty() && is_table(cells.front());
    };
    return table && (table->kind == math::TableKind::Tabular ||
                     std::any_of(table->cells.begin(), table->cells.end(), is_within));
  });
}

bool text_follows(std::string_view after) {
  const std::string_view line = after.substr(0, after.find('\n'));
  return line.find_first_not_of(' ') != std::string_view::npos;
}

}  // namespace

LabelFormula::Form LabelFormula::form(const std::string& source, math::Display display) const {
  math::FormulaStyle style = style_;
  style.display = display;
  math::ParsedFormula parsed = math::parse(source);
  math::PreparedFormula formula(parsed.tree, fonts_, style);
  return {std::move(parsed.diagnostics), std::move(formula), is_table(parsed.tree)};
}

LabelFormula::LabelFormula(std::string_view source, const FormulaSurroundings& around, const LabelStyle& label,
                           const FontSet& fonts)
    : fonts_(fonts),
      style_(formula_style(label)),
      source_(source),
      text_follows_(text_follows(around.after)),
      text_(form(source_, style_.display)),
      natural_(text_.formula.layout(0, math::FormulaBreaking::Forbidden)) {
  const Marks marks = marks_of(around);
  least_room_ = kMarkWidth * label.text.size;
  room_before_ = float(marks.opening_before) * least_room_;
  room_after_ = float(marks.closing_after) * least_room_;
  marks_after_ = around.after.substr(0, marks.closing_bytes);
}

float LabelFormula::room(float max_width) const {
  return std::max(max_width - room_before_ - room_after_, least_room_);
}

bool LabelFormula::fits(float max_width) const { return max_width <= 0 || natural_.box.width <= room(max_width); }

const LabelFormula::Form& LabelFormula::own_lines() {
  if (style_.display == math::Display::Block && marks_after_.empty()) return text_;
  if (!own_lines_) own_lines_ = form(source_ + marks_after_, math::Display::Block);
  return *own_lines_;
}

float LabelFormula::width_on_two_lines() {
  return text_follows_ ? natural_.box.width : room_before_ + own_lines().formula.width_on_two_lines();
}

// Broken formulas are a last resort within text, because what follows would stand beside the first of their lines: then
// they have their lines to themselves, and take the marks after them along to the end of the last one.
FittedFormula LabelFormula::fit(float max_width) {
  FittedFormula result{&text_.diagnostics, {}, BoxFlow::Inline, 0};
  if (fits(max_width)) {
    result.layout = natural_;
    if (text_.is_table) result.flow = BoxFlow::OwnLines;
    return result;
  }
  // A little smaller is better than broken.
  const bool nearly_fits = natural_.box.width * kLeastUnbroken <= room(max_width);
  if (text_follows_ || nearly_fits) {
    result.layout = text_.formula.layout(room(max_width), math::FormulaBreaking::Forbidden);
    if (result.layout.box.width <= room(max_width) * kSlack) return result;
  }
  const Form& form = own_lines();
  result.diagnostics = &form.diagnostics;
  result.layout = form.formula.layout(std::max(max_width - room_before_, least_room_), math::FormulaBreaking::Allowed);
  result.flow = BoxFlow::OwnLines;
  result.taken = marks_after_.size();
  return result;
}

}  // namespace sixiang
