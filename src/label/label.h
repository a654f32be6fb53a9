// A label as people type it, text with `$formulas$` and `:icons:` in it, laid out as one paragraph: the meeting of
// text/, math/ and icon/. Its marks: inline_marks.h, stress_marks.h.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "math/math.h"
#include "text/text.h"

namespace sixiang {

struct LabelStyle {
  TextStyle text;
  ParagraphStyle paragraph;
  Color formula_color;
  float formula_scale = 1;                                // formula size relative to text.size
  float formula_embolden_em = 0;                          // pen of a synthetic bold
  math::Display formula_display = math::Display::Inline;  // Block: when the label is one formula alone
  // What `**` stresses, and a lead: bolder by so much.
  float stress_em = 0.012f;
  Color highlight{0xF2, 0xCC, 0x8F, 255};  // of `==`
  std::size_t lead = 0;                    // bytes of the source that are its lead
  Color lead_color;
  // Of ↑ ✓ and of ↓ ✗, which are drawn as signs; nullopt: they are letters as others.
  struct SignColors {
    Color up, down, check, cross, outline;
  };
  std::optional<SignColors> signs;
};

// A piece of a label: text, or a formula or an icon with its marks.
struct LabelPart {
  enum class Kind : std::uint8_t { Text, Formula, Icon } kind = Kind::Text;
  std::string text;                    // with `\$` and `\:` resolved for text; of an icon its name
  std::size_t offset = 0, length = 0;  // bytes of `source`; between its marks, where it has some
  std::size_t begin = 0, end = 0;      // the same with the marks; the parts cover the source
};
struct ParsedLabel {
  std::vector<LabelPart> parts;
  Diagnostics diagnostics;  // "unclosed-dollar", "empty-formula", "doubtful-dollars", "bare-formula", "unknown-icon":
                            // shown as typed
};
ParsedLabel parse_label(std::string_view source);

// True where the whole label is one formula.
bool is_formula(const ParsedLabel& label);

// A label whose text is shaped and whose formulas are set: all that no width changes. For whom tries several widths.
class PreparedLabel {
 public:
  // Of `style.paragraph`, only the spacing counts.
  PreparedLabel(std::string source, const LabelStyle& style, const FontSet& fonts);
  ~PreparedLabel();
  PreparedLabel(PreparedLabel&&) noexcept;
  PreparedLabel& operator=(PreparedLabel&&) noexcept;

  // What layout_label() gives for a style with that paragraph.
  TextLayout set(const ParagraphStyle& paragraph);
  // The same without diagnostics and pending slices, and without items in its box.
  TextLayout measure(const ParagraphStyle& paragraph);

  // Characters and pieces of formulas: what set() and measure() cost is in proportion to it.
  std::size_t size() const;
  // So many of the paragraph's pitches it is high at least where no line is wider than `max_width`, but for a line or
  // two; found without breaking any.
  float least_lines(float max_width) const;
  // About the least line in which none of its formulas is shrunk or takes more than two lines; 0: there are none.
  float formulas_on_two_lines() const;
  // Bytes of `source`: blanks outside of formulas where a line may end without parting what belongs together.
  std::vector<std::size_t> blanks_to_break_at() const;

 private:
  class Builder;
  std::unique_ptr<Builder> builder_;
};

// A formula wider than a whole line is shrunk, or broken in display style (specs/text.md). Offsets of diagnostics and
// of lines are bytes of `source`; diagnostics are sorted by offset.
TextLayout layout_label(std::string_view source, const LabelStyle& style, const FontSet& fonts);

}  // namespace sixiang
