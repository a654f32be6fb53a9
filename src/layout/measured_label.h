// A label at the design's nominal size: measured on one line, and once for each width that it is broken for. All else
// scales linearly from there.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "label/label.h"
#include "model/poster.h"

namespace sixiang {

// What a label takes of its row, relative to its origin. On a card that is the ink: the card's padding is seen. Lines
// of bullets keep one distance whatever their letters.
struct LabelExtent {
  Rect taken;
  bool splits_word = false;
};

class MeasuredLabel {
 public:
  MeasuredLabel(std::size_t index, const Label& label, const LabelStyle& style, const FontSet& fonts);

  std::size_t index() const { return index_; }  // in the section
  LabelRole role() const { return role_; }
  float text_size() const { return style_.text.size; }

  // On one line, however long.
  float width() const { return width_; }
  float line_height() const { return line_height_; }
  const LabelExtent& natural() const { return natural_; }
  TextLayout set() const;

  // In lines of at most `max_width`.
  const LabelExtent& wrapped(float max_width) const;
  TextLayout set(float max_width) const;
  // How high that is at least, found without breaking any line; 0 where nothing is known.
  float least_height(float max_width) const;

  // Characters that all breaking so far went through.
  std::size_t work() const { return work_; }

 private:
  ParagraphStyle lines(float max_width) const;
  LabelExtent extent(const ParagraphStyle& paragraph) const;

  std::size_t index_;
  LabelRole role_;
  LabelStyle style_;
  const FontSet* fonts_;
  std::unique_ptr<PreparedLabel> prepared_;
  float width_ = 0, line_height_ = 0;
  LabelExtent natural_;
  // What was asked for already: a memory of pure functions.
  mutable std::map<float, LabelExtent> wrapped_;
  mutable std::size_t work_ = 0;
};

}  // namespace sixiang
