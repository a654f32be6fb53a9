#include <algorithm>

#include "base/utf8.h"
#include "label/label.h"
#include "text/characters.h"

namespace sixiang {

namespace {

// How the bytes that layout_text() counts go back to the label's source: one entry an Inline.
struct SourcePlace {
  std::size_t laid_out = 0;  // of the concatenated text
  std::size_t outer = 0;     // of the source, where the piece begins with its dollar or backslash
  std::size_t inner = 0;     // of the source, where its text begins
};

constexpr float kMarkWidth = 0.5f;  // em, of a full-width mark that is squeezed

// The texts before and after a formula.
struct Neighbours {
  std::string_view before, after;
};

// Marks that must share the formula's line: the opening ones before it and the closing ones after it.
float marks_beside(const Neighbours& neighbours) {
  const std::vector<CodePoint> before = decode_utf8(neighbours.before), after = decode_utf8(neighbours.after);
  const auto opens = [](const CodePoint& c) { return character_class(c.value) == CharacterClass::Opening; };
  const auto closes = [](const CodePoint& c) { return character_class(c.value) == CharacterClass::Closing; };
  const auto opening = std::find_if_not(before.rbegin(), before.rend(), opens) - before.rbegin();
  const auto closing = std::find_if_not(after.begin(), after.end(), closes) - after.begin();
  return float(opening + closing);
}

bool text_follows(const Neighbours& neighbours) {
  const std::string_view line = neighbours.after.substr(0, neighbours.after.find('\n'));
  return line.find_first_not_of(' ') != std::string_view::npos;
}

class LabelBuilder {
 public:
  LabelBuilder(std::string_view source, const LabelStyle& style, const FontSet& fonts)
      : source_(source), style_(style), fonts_(fonts) {}

  TextLayout build() {
    ParsedLabel label = parse_label(source_);
    diagnostics_ = std::move(label.diagnostics);
    for (std::size_t i = 0; i < label.parts.size(); ++i) {
      if (label.parts[i].kind == LabelPart::Kind::Text) {
        add_text(label.parts[i]);
      } else {
        const std::string_view before = i > 0 ? std::string_view(label.parts[i - 1].text) : "";
        const std::string_view after = i + 1 < label.parts.size() ? std::string_view(label.parts[i + 1].text) : "";
        add_formula(label.parts[i], {before, after});
      }
    }
    if (content_.empty()) add_piece("", 0, 0);
    TextLayout result = layout_text(content_, style_.paragraph, fonts_);
    for (TextLine& line : result.lines) line.begin = source_offset(line.begin);
    for (std::size_t i = 0; i < result.lines.size(); ++i) {
      result.lines[i].end = i + 1 < result.lines.size() ? result.lines[i + 1].begin : source_.size();
    }
    merge(result);
    return result;
  }

 private:
  // Cut before every `\$`, so that offsets within a piece are offsets of the source.
  void add_text(const LabelPart& part) {
    std::size_t outer = part.begin, inner = part.begin;
    for (std::size_t i = part.begin; i < part.end; ++i) {
      if (source_.substr(i, 2) != "\\$" || i + 1 >= part.end) continue;
      add_piece(source_.substr(inner, i - inner), outer, inner);
      outer = i;
      inner = ++i;
    }
    add_piece(source_.substr(inner, part.end - inner), outer, inner);
  }

  void add_piece(std::string_view text, std::size_t outer, std::size_t inner) {
    if (text.empty() && !source_.empty()) return;
    places_.push_back({laid_out_, outer, inner});
    laid_out_ += text.size();
    content_.push_back(TextSpan{std::string(text), style_.text, inner});
  }

  void add_formula(const LabelPart& part, const Neighbours& neighbours) {
    places_.push_back({laid_out_, part.begin, part.offset});
    laid_out_ += part.text.size();
    content_.push_back(InlineBox{formula(part, neighbours), part.text, part.offset});
  }

  Box formula(const LabelPart& part, const Neighbours& neighbours) {
    const math::ParsedFormula parsed = math::parse(part.text);
    add_diagnostics(parsed.diagnostics, part);
    const math::FormulaLayout laid_out = fitted(parsed.tree, neighbours);
    add_diagnostics(laid_out.diagnostics, part);
    pending_.insert(pending_.end(), laid_out.pending.begin(), laid_out.pending.end());
    return laid_out.box;
  }

  // Wider than a line: shrunk where text follows, which would otherwise follow the first of its lines; else, and where
  // that is not enough, broken, which math does in display style only.
  math::FormulaLayout fitted(const math::Row& tree, const Neighbours& neighbours) const {
    math::FormulaStyle style;
    style.size = style_.text.size * style_.formula_scale;
    style.display = style_.formula_display;
    style.color = style_.formula_color;
    style.text_face = style_.text.face;
    style.embolden_em = style_.formula_embolden_em;
    math::FormulaLayout natural = math::layout(tree, fonts_, style);
    const bool may_wrap = style_.paragraph.breaking != LineBreaking::None && style_.paragraph.max_width > 0;
    const float room = style_.paragraph.max_width - marks_beside(neighbours) * kMarkWidth * style_.text.size;
    if (!may_wrap || natural.box.width <= room) return natural;
    style.max_width = room;
    style.breaking = math::FormulaBreaking::Forbidden;
    if (text_follows(neighbours)) {
      math::FormulaLayout shrunk = math::layout(tree, fonts_, style);
      if (shrunk.box.width <= room * 1.0001f) return shrunk;
    }
    style.display = math::Display::Block;
    style.breaking = math::FormulaBreaking::Allowed;
    return math::layout(tree, fonts_, style);
  }

  // Of a formula's own source; without a length they are about the whole formula.
  void add_diagnostics(const Diagnostics& diagnostics, const LabelPart& part) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.length == 0) {
        diagnostic.offset = part.offset;
        diagnostic.length = part.length;
      } else {
        diagnostic.offset += part.offset;
      }
      diagnostics_.push_back(std::move(diagnostic));
    }
  }

  std::size_t source_offset(std::size_t laid_out) const {
    const SourcePlace* place = &places_.front();
    for (const SourcePlace& next : places_) {
      if (next.laid_out <= laid_out) place = &next;
    }
    return laid_out == place->laid_out ? place->outer : place->inner + (laid_out - place->laid_out);
  }

  // A formula that says itself that it is too wide need not be reported again with its line.
  void merge(TextLayout& result) {
    const auto said = [this](const Diagnostic& of_line) {
      return of_line.code == "overflow" &&
             std::any_of(diagnostics_.begin(), diagnostics_.end(), [&of_line](const Diagnostic& of_formula) {
               return of_formula.code == "overflow" && of_formula.offset >= of_line.offset &&
                      of_formula.offset <= of_line.offset + of_line.length;
             });
    };
    result.diagnostics.erase(std::remove_if(result.diagnostics.begin(), result.diagnostics.end(), said),
                             result.diagnostics.end());
    result.diagnostics.insert(result.diagnostics.begin(), diagnostics_.begin(), diagnostics_.end());
    std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.offset < b.offset; });
    result.pending.insert(result.pending.end(), pending_.begin(), pending_.end());
    std::sort(result.pending.begin(), result.pending.end());
    result.pending.erase(std::unique(result.pending.begin(), result.pending.end()), result.pending.end());
  }

  std::string_view source_;
  const LabelStyle& style_;
  const FontSet& fonts_;
  std::vector<Inline> content_;
  std::vector<SourcePlace> places_;
  std::size_t laid_out_ = 0;
  Diagnostics diagnostics_;
  std::vector<SliceId> pending_;
};

}  // namespace

TextLayout layout_label(std::string_view source, const LabelStyle& style, const FontSet& fonts) {
  return LabelBuilder(source, style, fonts).build();
}

}  // namespace sixiang
