#include <utility>

#include "base/utf8.h"
#include "math/alphabet.h"
#include "math/characters.h"
#include "math/layouter.h"

namespace sixiang::math {
namespace {

constexpr float kThinSpace = 3.0f / 18.0f;
// The font's bars stand 0.18 em clear on both sides; with the space of a relation around them they would float.
constexpr float kBarTrim = 0.025f;
constexpr float kTextSpace = 0.26f;  // of \text{…}; em

// Script capitals are drawn with the bold ones: the plain ones are hairlines beside a sans-serif.
char32_t drawn_form(char32_t c) {
  if (c >= 0x1D49C && c <= 0x1D4CF) return c + 0x34;
  for (char32_t letter = U'A'; letter <= U'Z'; ++letter) {
    if (c >= 0x2100 && c <= 0x2133 && in_alphabet(letter, Alphabet::Script) == c) return 0x1D4D0 + (letter - U'A');
  }
  return c;
}

// 𝐀 to 𝟿: only the formula face has them.
bool is_math_alphanumeric(char32_t c) { return c >= 0x1D400 && c <= 0x1D7FF; }

// Of one character of a node's text; of the whole node where that was not typed as it is shown (\log, ½).
SourceSpan span_within(SourceSpan whole, std::string_view text, const CodePoint& point) {
  return whole.length == text.size() ? SourceSpan{whole.offset + point.offset, point.length} : whole;
}

}  // namespace

GlyphLookup Layouter::lookup(char32_t c, FaceIndex face) {
  const GlyphLookup found = fonts_.lookup(face, c);
  if (found.status == LookupStatus::Pending) result_.pending.push_back(found.glyph.slice);
  return found;
}

Fragment Layouter::glyph(GlyphId id, char32_t shown, float size) {
  Fragment fragment;
  fragment.width = fonts_.advance(id) * size;
  fragment.script_base = ScriptBase::Characters;
  const Rect ink = fonts_.glyph_bounds(id);
  if (!ink.empty()) extend(fragment, -ink.top() * size, ink.bottom() * size);
  if (id.slice.face == fonts_.math_face()) {
    fragment.italics = table_.italics_correction(id.index) * size;
    if (const std::optional<float> accent = table_.top_accent(id.index)) fragment.accent_x = *accent * size;
  }
  fragment.glyphs.push_back({id, {0, 0}, size, shown, Paint::Normal, span_});
  return fragment;
}

// A character that no face has is drawn as an empty box: it never vanishes.
Fragment Layouter::missing(char32_t c, float size, Paint paint) {
  std::string shown;
  append_utf8(shown, c);
  report(Problem::MissingGlyph, {shown, code_point_name(c)});
  const float width = 0.6f * size, height = 0.7f * size, pen = 0.05f * size;
  Fragment fragment;
  fragment.width = width;
  fragment.script_base = ScriptBase::Characters;
  const float left = 0.05f * size, right = width - left;
  add_rule(fragment, rect_from_edges(left, -height, right, -height + pen));
  add_rule(fragment, rect_from_edges(left, -pen, right, 0));
  add_rule(fragment, rect_from_edges(left, -height, left + pen, 0));
  add_rule(fragment, rect_from_edges(right - pen, -height, right, 0));
  for (PlacedRule& rule : fragment.rules) rule.paint = paint;
  return fragment;
}

Fragment Layouter::trimmed_bar(Fragment bar, MathStyle style) {
  Fragment trimmed;
  trimmed.width = bar.width - 2 * em(kBarTrim, style);
  trimmed.script_base = bar.script_base;
  place(trimmed, std::move(bar), -em(kBarTrim, style), 0);
  return trimmed;
}

Fragment Layouter::character(char32_t c, MathStyle style, TextFace text_face) {
  const float em_size = size(style);
  const bool in_label_face = is_cjk(c) || (text_face == TextFace::Label && !is_math_alphanumeric(c));
  const GlyphLookup found = lookup(drawn_form(c), in_label_face ? style_.text_face : fonts_.math_face());
  switch (found.status) {
    case LookupStatus::Found:
      return is_bar(c) ? trimmed_bar(glyph(found.glyph, c, em_size), style) : glyph(found.glyph, c, em_size);
    case LookupStatus::Missing:
      return missing(c, em_size, Paint::Normal);
    case LookupStatus::Pending:
      break;
  }
  Fragment placeholder;
  placeholder.width = (is_cjk(c) ? 1.0f : 0.6f) * em_size;
  extend(placeholder, 0.7f * em_size, 0);
  return placeholder;
}

// Upright letters and digits; U+2009 is a thin space (arg max).
Fragment Layouter::word(std::string_view text, MathStyle style) {
  const SourceSpan whole = span_;
  Fragment result;
  result.script_base = ScriptBase::Characters;
  std::optional<GlyphId> previous;
  float x = 0;
  for (const CodePoint& point : decode_utf8(text)) {
    if (point.value == 0x2009 || point.value == U' ') {
      x += em(kThinSpace, style);
      previous.reset();
      continue;
    }
    span_ = span_within(whole, text, point);
    Fragment next = character(point.value, style);
    const bool one_glyph = next.glyphs.size() == 1;
    const GlyphId id = one_glyph ? next.glyphs.front().glyph : GlyphId{};
    if (one_glyph && previous) x += em(fonts_.kerning(*previous, id), style);
    previous = one_glyph ? std::optional<GlyphId>(id) : std::nullopt;
    const float width = next.width;
    place(result, std::move(next), x, 0);
    x += width;
  }
  span_ = whole;
  result.width = x;
  return result;
}

// Characters as they are, with their spaces: Chinese in the text face, the rest in the formula's.
Fragment Layouter::text(std::string_view text, MathStyle style, Paint paint, TextFace face) {
  const SourceSpan whole = span_;
  Fragment result;
  result.script_base = ScriptBase::Characters;
  float x = 0;
  for (const CodePoint& point : decode_utf8(text)) {
    if (point.value <= U' ' || point.value == 0xA0) {
      x += em(kTextSpace, style);
      continue;
    }
    span_ = span_within(whole, text, point);
    Fragment next = character(point.value, style, face);
    for (PlacedGlyph& glyph : next.glyphs) glyph.paint = paint;
    for (PlacedRule& rule : next.rules) rule.paint = paint;
    const float width = next.width + next.italics;
    place(result, std::move(next), x, 0);
    x += width;
  }
  span_ = whole;
  result.width = x;
  return result;
}

}  // namespace sixiang::math
