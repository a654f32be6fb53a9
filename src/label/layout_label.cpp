#include <algorithm>

#include "label/label.h"

namespace sixiang {

namespace {

class LabelBuilder {
 public:
  LabelBuilder(const ParsedLabel& label, const LabelStyle& style, const FontSet& fonts)
      : label_(label), style_(style), fonts_(fonts) {}

  TextLayout build() {
    result_.diagnostics = label_.diagnostics;
    std::vector<Inline> content;
    for (const LabelPart& part : label_.parts) {
      if (part.kind == LabelPart::Kind::Text) {
        content.push_back(TextSpan{part.text, style_.text, part.offset});
      } else {
        content.push_back(InlineBox{formula(part), part.text});
      }
    }
    if (content.empty()) content.push_back(TextSpan{"", style_.text, 0});
    TextLayout text = layout_text(content, style_.paragraph, fonts_);
    append(text.diagnostics, text.pending);
    text.diagnostics = std::move(result_.diagnostics);
    text.pending = std::move(result_.pending);
    std::sort(text.pending.begin(), text.pending.end());
    text.pending.erase(std::unique(text.pending.begin(), text.pending.end()), text.pending.end());
    return text;
  }

 private:
  Box formula(const LabelPart& part) {
    math::ParsedFormula parsed = math::parse(part.text);
    math::FormulaStyle style;
    style.size = style_.text.size * style_.formula_scale;
    style.display = style_.formula_display;
    style.color = style_.formula_color;
    style.text_face = style_.text.face;
    style.max_width = style_.paragraph.max_width;
    math::FormulaLayout laid_out = math::layout(parsed.tree, fonts_, style);
    for (Diagnostics* diagnostics : {&parsed.diagnostics, &laid_out.diagnostics}) {
      for (Diagnostic& diagnostic : *diagnostics) diagnostic.offset += part.offset;
    }
    append(parsed.diagnostics, {});
    append(laid_out.diagnostics, laid_out.pending);
    return std::move(laid_out.box);
  }

  void append(const Diagnostics& diagnostics, const std::vector<SliceId>& pending) {
    result_.diagnostics.insert(result_.diagnostics.end(), diagnostics.begin(), diagnostics.end());
    result_.pending.insert(result_.pending.end(), pending.begin(), pending.end());
  }

  const ParsedLabel& label_;
  const LabelStyle& style_;
  const FontSet& fonts_;
  TextLayout result_;
};

}  // namespace

TextLayout layout_label(std::string_view source, const LabelStyle& style, const FontSet& fonts) {
  const ParsedLabel label = parse_label(source);
  return LabelBuilder(label, style, fonts).build();
}

}  // namespace sixiang
