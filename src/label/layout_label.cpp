#include <algorithm>

#include "label/label.h"

namespace sixiang {

namespace {

// How the bytes that layout_text() counts go back to the label's source: one entry an Inline.
struct SourcePlace {
  std::size_t laid_out = 0;  // of the concatenated text
  std::size_t outer = 0;     // of the source, where the piece begins with its dollar or backslash
  std::size_t inner = 0;     // of the source, where its text begins
};

class LabelBuilder {
 public:
  LabelBuilder(std::string_view source, const LabelStyle& style, const FontSet& fonts)
      : source_(source), style_(style), fonts_(fonts) {}

  TextLayout build() {
    ParsedLabel label = parse_label(source_);
    diagnostics_ = std::move(label.diagnostics);
    for (const LabelPart& part : label.parts) {
      if (part.kind == LabelPart::Kind::Text) {
        add_text(part);
      } else {
        add_formula(part);
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

  void add_formula(const LabelPart& part) {
    places_.push_back({laid_out_, part.begin, part.offset});
    laid_out_ += part.text.size();
    content_.push_back(InlineBox{formula(part), part.text, part.offset});
  }

  Box formula(const LabelPart& part) {
    const math::ParsedFormula parsed = math::parse(part.text);
    math::FormulaStyle style;
    style.size = style_.text.size * style_.formula_scale;
    style.display = style_.formula_display;
    style.color = style_.formula_color;
    style.text_face = style_.text.face;
    style.embolden_em = style_.formula_embolden_em;
    const float room = style_.paragraph.breaking == LineBreaking::None ? 0 : style_.paragraph.max_width;
    math::FormulaLayout laid_out = math::layout(parsed.tree, fonts_, style);
    if (room > 0 && laid_out.box.width > room) {
      // It has its lines to itself: only formulas in display style are broken.
      style.display = math::Display::Block;
      style.max_width = room;
      laid_out = math::layout(parsed.tree, fonts_, style);
    }
    add_diagnostics(parsed.diagnostics, part.offset);
    add_diagnostics(laid_out.diagnostics, part.offset);
    pending_.insert(pending_.end(), laid_out.pending.begin(), laid_out.pending.end());
    return std::move(laid_out.box);
  }

  void add_diagnostics(const Diagnostics& diagnostics, std::size_t offset) {
    for (const Diagnostic& diagnostic : diagnostics) {
      diagnostics_.push_back(diagnostic);
      diagnostics_.back().offset += offset;
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
