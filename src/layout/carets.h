// Where the caret may stand in a text of the page, before and after each of its characters: for whom edits it there.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "font/font_set.h"
#include "layout/poster_layout.h"

namespace sixiang {

// Lengths in poster points. Of one line of the text.
struct CaretLine {
  float top = 0, bottom = 0;
};

struct CaretPlace {
  std::size_t offset = 0;  // bytes of the text as typed
  std::size_t line = 0;
  float x = 0;
};

enum class CaretStep : std::uint8_t { Up, Down, LineStart, LineEnd };

class Carets {
 public:
  // `places` in order of offsets, from 0 to the text's size; `lines` from the top. Neither is empty.
  Carets(std::vector<CaretPlace> places, std::vector<CaretLine> lines);

  // Without width. Of the nearest place at or before `offset`.
  Rect at(std::size_t offset) const;
  // One rectangle a line, from the first of two places to the second.
  std::vector<Rect> between(std::size_t begin, std::size_t end) const;
  // Of the place nearest to `point`.
  std::size_t offset_at(Point point) const;
  // On the first line Up leads to the text's start, on the last one Down to its end.
  std::size_t stepped(std::size_t offset, CaretStep step) const;
  // Of all lines.
  Rect bounds() const;

 private:
  const CaretPlace& place(std::size_t offset) const;
  Rect line_bounds(std::size_t line) const;
  std::size_t nearest_on(std::size_t line, float x) const;

  std::vector<CaretPlace> places_;
  std::vector<CaretLine> lines_;
};

// nullopt where the page shows other characters than those that were typed: formulas, icons, marks that stress.
std::optional<Carets> find_carets(const PosterLayout& layout, const Block& block, const FontSet& fonts);

}  // namespace sixiang
