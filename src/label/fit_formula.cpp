#include "label/fit_formula.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace sixiang {

namespace {

constexpr float kMarkWidth = 0.5f;  // em, of a full-width mark that is squeezed
constexpr float kSlack = 1.0001f;   // a width that was scaled to fit may be off in its last digits

// Marks that must share the formula's line.
struct Marks {
  std::size_t opening_before = 0, closing_after = 0;
  std::size_t closing_bytes = 0;
};

Marks marks_of(const Surroundings& around) {
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

bool text_follows(std::string_view after) {
  const std::string_view line = after.substr(0, after.find('\n'));
  return line.find_first_not_of(' ') != std::string_view::npos;
}

}  // namespace

// Broken formulas are a last resort within text, because what follows would stand beside the first of their lines: then
// they have their lines to themselves, and take the marks after them along to the end of the last one.
FittedFormula fit_formula(std::string_view source, const Surroundings& around, const LabelStyle& label,
                          const FontSet& fonts) {
  FittedFormula result;
  result.parsed = math::parse(source);
  math::FormulaStyle style;
  style.size = label.text.size * label.formula_scale;
  style.display = label.formula_display;
  style.color = label.formula_color;
  style.text_face = label.text.face;
  style.embolden_em = label.formula_embolden_em;
  result.layout = math::layout(result.parsed.tree, fonts, style);
  if (label.paragraph.breaking == LineBreaking::None || !(label.paragraph.max_width > 0)) return result;
  const Marks marks = marks_of(around);
  const float mark_width = kMarkWidth * label.text.size;
  const float after_opening = label.paragraph.max_width - float(marks.opening_before) * mark_width;
  const float room = std::max(after_opening - float(marks.closing_after) * mark_width, mark_width);
  if (result.layout.box.width <= room) return result;

  style.max_width = room;
  if (text_follows(around.after)) {
    style.breaking = math::FormulaBreaking::Forbidden;
    result.layout = math::layout(result.parsed.tree, fonts, style);
    if (result.layout.box.width <= room * kSlack) return result;
  }
  style.max_width = std::max(after_opening, mark_width);
  style.display = math::Display::Block;
  style.breaking = math::FormulaBreaking::Allowed;
  result.flow = BoxFlow::OwnLines;
  result.taken = marks.closing_bytes;
  result.parsed = math::parse(std::string(source) + std::string(around.after.substr(0, result.taken)));
  result.layout = math::layout(result.parsed.tree, fonts, style);
  return result;
}

}  // namespace sixiang
