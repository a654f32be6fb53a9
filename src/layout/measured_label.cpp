#include "layout/measured_label.h"

#include <algorithm>

namespace sixiang {

namespace {

// Lines at either end may have less ink than text has height, and two may be half empty.
constexpr float kUncertainLines = 2;

}  // namespace

MeasuredLabel::MeasuredLabel(std::size_t index, const Label& label, const LabelStyle& style, const FontSet& fonts)
    : index_(index),
      role_(label.role),
      style_(style),
      fonts_(&fonts),
      prepared_(std::make_unique<PreparedLabel>(label.text, style, fonts)) {
  const Box box = prepared_->measure(style_.paragraph).box;
  width_ = box.width;
  line_height_ = box.height();
  natural_ = extent(style_.paragraph);
}

ParagraphStyle MeasuredLabel::lines(float max_width) const {
  ParagraphStyle paragraph = style_.paragraph;
  paragraph.breaking = LineBreaking::Balanced;
  paragraph.max_width = max_width;
  return paragraph;
}

LabelExtent MeasuredLabel::extent(const ParagraphStyle& paragraph) const {
  const bool on_card = role_ == LabelRole::Key;
  const TextLayout layout = on_card ? prepared_->set(paragraph) : prepared_->measure(paragraph);
  const Rect ink = on_card ? ink_bounds(layout.box.items, *fonts_) : Rect{};
  LabelExtent result;
  result.taken = ink.empty() ? rect_from_edges(0, -layout.box.ascent, layout.box.width, layout.box.descent)
                             : rect_from_edges(0, ink.top(), layout.box.width, ink.bottom());
  result.splits_word = layout.splits_word;
  return result;
}

TextLayout MeasuredLabel::set() const { return prepared_->set(style_.paragraph); }

TextLayout MeasuredLabel::set(float max_width) const { return prepared_->set(lines(max_width)); }

const LabelExtent& MeasuredLabel::wrapped(float max_width) const {
  const auto known = wrapped_.find(max_width);
  if (known != wrapped_.end()) return known->second;
  work_ += prepared_->size();
  return wrapped_.emplace(max_width, extent(lines(max_width))).first->second;
}

float MeasuredLabel::least_height(float max_width) const {
  const float lines = prepared_->least_lines(max_width) - kUncertainLines;
  return std::max(0.0f, lines * style_.paragraph.line_height * style_.text.size);
}

}  // namespace sixiang
