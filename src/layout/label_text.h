// A text at the design's nominal size: measured on one line, and once for each width that it is broken for. All else
// scales linearly from there.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "label/label.h"

namespace sixiang {

// What a text takes of its row, relative to its origin.
struct LabelExtent {
  Rect taken;
  bool splits_word = false;
};

// Of a text's height: its lines keep one distance whatever their letters; or its ink alone counts, where a card's
// padding is seen around it.
enum class TextHeight : std::uint8_t { Lines, Ink };

class LabelText {
 public:
  // Bytes [begin, end) of `source`; the style's lead counts from `begin`.
  LabelText(std::string_view source, ByteRange bytes, const LabelStyle& style, TextHeight height, const FontSet& fonts);

  float size() const { return style_.text.size; }

  // On one line, however long.
  float width() const { return width_; }
  // About the least width at which no formula in it is shrunk or takes more than two lines; 0: there is none.
  float formulas_on_two_lines() const;
  float line_height() const { return line_height_; }
  const LabelExtent& natural() const { return natural_; }
  TextLayout set() const;

  // In lines of at most `max_width`, aligned as the style says.
  const LabelExtent& wrapped(float max_width) const;
  TextLayout set(float max_width) const;
  // How high that is at least, found without breaking any line; 0 where nothing is known.
  float least_height(float max_width) const;

  // Characters that all breaking so far went through.
  std::size_t work() const { return work_; }

 private:
  ParagraphStyle lines(float max_width) const;
  LabelExtent extent(const ParagraphStyle& paragraph) const;
  TextLayout placed_in_source(TextLayout layout) const;

  LabelStyle style_;
  TextHeight height_;
  std::size_t begin_ = 0;  // of the source
  const FontSet* fonts_;
  std::unique_ptr<PreparedLabel> prepared_;
  float width_ = 0, line_height_ = 0;
  LabelExtent natural_;
  // What was asked for already: a memory of pure functions.
  mutable std::optional<float> two_lines_;
  mutable std::map<float, LabelExtent> wrapped_;
  mutable std::size_t work_ = 0;
};

}  // namespace sixiang
