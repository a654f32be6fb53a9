#include "layout/label_text.h"

#include <algorithm>

namespace sixiang {

namespace {

// Lines at either end may have less ink than text has height, and two may be half empty.
constexpr float kUncertainLines = 2;

}  // namespace

LabelText::LabelText(std::string_view source, ByteRange bytes, const LabelStyle& style, TextHeight height,
                     const FontSet& fonts)
    : style_(style),
      height_(height),
      begin_(bytes.begin),
      fonts_(&fonts),
      prepared_(std::make_unique<PreparedLabel>(std::string(slice(source, bytes)), style, fonts)) {
  const Box box = prepared_->measure(style_.paragraph).box;
  width_ = box.width;
  line_height_ = box.height();
  natural_ = extent(style_.paragraph);
}

ParagraphStyle LabelText::lines(float max_width) const {
  ParagraphStyle paragraph = style_.paragraph;
  paragraph.breaking = LineBreaking::Balanced;
  paragraph.max_width = max_width;
  return paragraph;
}

LabelExtent LabelText::extent(const ParagraphStyle& paragraph) const {
  const bool of_ink = height_ == TextHeight::Ink;
  const TextLayout layout = of_ink ? prepared_->set(paragraph) : prepared_->measure(paragraph);
  const Rect ink = of_ink ? ink_bounds(layout.box.items, *fonts_) : Rect{};
  LabelExtent result;
  result.taken = ink.empty() ? rect_from_edges(0, -layout.box.ascent, layout.box.width, layout.box.descent)
                             : rect_from_edges(0, ink.top(), layout.box.width, ink.bottom());
  result.splits_word = layout.splits_word;
  return result;
}

TextLayout LabelText::placed_in_source(TextLayout layout) const {
  if (begin_ == 0) return layout;
  for (TextLine& line : layout.lines) {
    line.begin += begin_;
    line.end += begin_;
  }
  for (Diagnostic& diagnostic : layout.diagnostics) diagnostic.offset += begin_;
  move_sources(layout.box.items, [this](ByteRange source) {
    return ByteRange{source.begin + begin_, source.end + begin_};
  });
  return layout;
}

TextLayout LabelText::set() const { return placed_in_source(prepared_->set(style_.paragraph)); }

TextLayout LabelText::set(float max_width) const { return placed_in_source(prepared_->set(lines(max_width))); }

const LabelExtent& LabelText::wrapped(float max_width) const {
  const auto known = wrapped_.find(max_width);
  if (known != wrapped_.end()) return known->second;
  work_ += prepared_->size();
  return wrapped_.emplace(max_width, extent(lines(max_width))).first->second;
}

float LabelText::formulas_on_two_lines() const {
  if (!two_lines_) two_lines_ = prepared_->formulas_on_two_lines();
  return *two_lines_;
}

float LabelText::least_height(float max_width) const {
  const float lines = prepared_->least_lines(max_width) - kUncertainLines;
  return std::max(0.0f, lines * style_.paragraph.line_height * style_.text.size);
}

}  // namespace sixiang
