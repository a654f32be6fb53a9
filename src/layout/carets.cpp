#include "layout/carets.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>
namespace sixiang {

namespace {

constexpr float kAscent = 0.92f, kDescent = 0.26f;  // of a caret, em
constexpr float kBlank = 0.25f;                     // of blanks at a line's end, em
constexpr float kSameLine = 0.3f;                   // em between the baselines of one

// A character on the page: poster points.
struct ShownCharacter {
  ByteRange source;
  float left = 0, right = 0, baseline = 0, size = 0;
};

// What a block's own glyphs show, in painting order.
class ShownText {
 public:
  ShownText(const Block& block, const FontSet& fonts) : block_(block), fonts_(fonts) {}

  void read(const DisplayList& items, const Placement& placement, std::string_view inside) {
    for (const Item& item : items) {
      if (const Group* group = std::get_if<Group>(&item)) {
        read(group->items, combined(placement, group->placement), group->id.empty() ? inside : group->id);
      } else if (const GlyphRun* run = std::get_if<GlyphRun>(&item); run && inside == block_.id) {
        for (const PositionedGlyph& glyph : run->glyphs) read(*run, glyph, placement);
      }
    }
  }

  // In the order of the text; nullopt where they are not what was typed.
  std::optional<std::vector<ShownCharacter>> characters() && {
    const auto earlier = [](const ShownCharacter& a, const ShownCharacter& b) {
      return a.source.begin < b.source.begin;
    };
    std::stable_sort(characters_.begin(), characters_.end(), earlier);
    std::size_t end = 0;
    for (const ShownCharacter& shown : characters_) {
      if (shown.source.begin < end || !is_blank(end, shown.source.begin)) return std::nullopt;
      end = shown.source.end;
    }
    if (!is_as_typed_ || !is_blank(end, block_.source.size())) return std::nullopt;
    return std::move(characters_);
  }

 private:
  bool is_blank(std::size_t begin, std::size_t end) const {
    const std::string_view between = std::string_view(block_.source).substr(begin, end - begin);
    return between.find_first_not_of(" \n") == std::string_view::npos;
  }

  void read(const GlyphRun& run, const PositionedGlyph& glyph, const Placement& placement) {
    const std::string_view typed = block_.source;
    const ByteRange& source = glyph.source;
    // What marks an item of a list comes from no letter.
    if (source.begin == source.end) return;
    is_as_typed_ = is_as_typed_ && source.end <= typed.size() &&
                   typed.substr(source.begin, source.end - source.begin) ==
                       std::string_view(run.text).substr(glyph.text.begin, glyph.text.end - glyph.text.begin);
    const Point at = placement(glyph.origin);
    const float size = run.size * placement.scale, right = at.x + fonts_.advance(glyph.glyph) * size;
    const bool is_mark = !characters_.empty() && characters_.back().source == source;
    if (is_mark) return;
    characters_.push_back({source, at.x, right, at.y, size});
  }

  const Block& block_;
  const FontSet& fonts_;
  std::vector<ShownCharacter> characters_;
  bool is_as_typed_ = true;
};

class CaretFinder {
 public:
  explicit CaretFinder(const Block& block) : block_(block), left_(block.rect.left()) {}

  Carets find(const std::vector<ShownCharacter>& characters) {
    for (const ShownCharacter& shown : characters) add(shown);
    if (characters.empty()) begin_line(block_.rect.top(), block_.rect.bottom());
    if (characters.empty()) size_ = block_.font_size;
    if (characters.empty()) x_ = left_;
    add_lines_below();
    pass_blanks(block_.source.size(), kBlank * size_);
    place(block_.source.size(), x_);
    return Carets(std::move(places_), std::move(lines_));
  }

 private:
  void add(const ShownCharacter& shown) {
    const float top = shown.baseline - kAscent * shown.size, bottom = shown.baseline + kDescent * shown.size;
    if (lines_.empty()) {
      x_ = left_ = shown.left;
      begin_line(top, bottom);
      pass_blanks(shown.source.begin, 0);
    } else if (std::abs(shown.baseline - baseline_) <= kSameLine * shown.size) {
      const std::size_t count = shown.source.begin - offset_;
      pass_blanks(shown.source.begin, count == 0 ? 0 : (shown.left - x_) / float(count));
    } else {
      left_ = shown.left;
      add_lines_above(top, bottom, line_ends(shown.source.begin));
      pass_blanks(shown.source.begin, kBlank * size_);
      line_ = lines_.size() - 1;
    }
    CaretLine& line = lines_[line_];
    line = {std::min(line.top, top), std::max(line.bottom, bottom)};
    place(shown.source.begin, shown.left);
    baseline_ = shown.baseline;
    size_ = shown.size;
    x_ = shown.right;
    offset_ = shown.source.end;
  }

  void begin_line(float top, float bottom) { lines_.push_back({top, bottom}); }
  void place(std::size_t offset, float x) { places_.push_back({offset, line_, x}); }

  std::size_t line_ends(std::size_t end) const {
    return std::size_t(
        std::count(block_.source.begin() + std::ptrdiff_t(offset_), block_.source.begin() + std::ptrdiff_t(end), '\n'));
  }

  // The line of a character, and the blank ones before it.
  void add_lines_above(float top, float bottom, std::size_t ends) {
    const CaretLine before = lines_.back();
    for (std::size_t i = 1; i < ends; ++i) {
      const float part = float(i) / float(ends);
      begin_line(before.top + (top - before.top) * part, before.bottom + (bottom - before.bottom) * part);
    }
    begin_line(top, bottom);
  }

  void add_lines_below() {
    for (std::size_t left = line_ends(block_.source.size()); left > 0; --left) {
      const CaretLine last = lines_.back();
      begin_line(last.bottom, 2 * last.bottom - last.top);
    }
  }

  // Each one as wide as that; behind a line's end stands the next line.
  void pass_blanks(std::size_t end, float width) {
    for (; offset_ < end; ++offset_) {
      place(offset_, x_);
      if (block_.source[offset_] == '\n') {
        line_ = std::min(line_ + 1, lines_.size() - 1);
        x_ = left_;
      } else {
        x_ += width;
      }
    }
  }

  const Block& block_;
  std::vector<CaretPlace> places_;
  std::vector<CaretLine> lines_;
  std::size_t offset_ = 0, line_ = 0;  // that the text is read as far as
  float left_, x_ = 0, baseline_ = 0, size_ = 0;
};

}  // namespace

Carets::Carets(std::vector<CaretPlace> places, std::vector<CaretLine> lines)
    : places_(std::move(places)), lines_(std::move(lines)) {}

const CaretPlace& Carets::place(std::size_t offset) const {
  const auto behind = std::upper_bound(places_.begin(), places_.end(), offset,
                                       [](std::size_t at, const CaretPlace& place) { return at < place.offset; });
  return behind == places_.begin() ? *behind : *(behind - 1);
}

Rect Carets::at(std::size_t offset) const {
  const CaretPlace& found = place(offset);
  const CaretLine& line = lines_[found.line];
  return {found.x, line.top, 0, line.bottom - line.top};
}

std::vector<Rect> Carets::between(std::size_t begin, std::size_t end) const {
  std::vector<Rect> rects;
  const CaretPlace &first = place(begin), &last = place(end);
  for (std::size_t i = first.line; i <= last.line; ++i) {
    float left = first.x, right = last.x;
    if (i > first.line || i < last.line) {
      const Rect whole = line_bounds(i);
      if (i > first.line) left = whole.left();
      if (i < last.line) right = whole.right();
    }
    if (right > left) rects.push_back({left, lines_[i].top, right - left, lines_[i].bottom - lines_[i].top});
  }
  return rects;
}

Rect Carets::line_bounds(std::size_t line) const {
  float left = 0, right = 0;
  bool is_first = true;
  for (const CaretPlace& place : places_) {
    if (place.line != line) continue;
    left = is_first ? place.x : std::min(left, place.x);
    right = is_first ? place.x : std::max(right, place.x);
    is_first = false;
  }
  return {left, lines_[line].top, right - left, lines_[line].bottom - lines_[line].top};
}

Rect Carets::bounds() const {
  const auto [left, right] = std::minmax_element(places_.begin(), places_.end(),
                                                 [](const CaretPlace& a, const CaretPlace& b) { return a.x < b.x; });
  return rect_from_edges(left->x, lines_.front().top, right->x, lines_.back().bottom);
}

std::size_t Carets::nearest_on(std::size_t line, float x) const {
  const CaretPlace* nearest = nullptr;
  for (const CaretPlace& place : places_) {
    if (place.line != line) continue;
    if (!nearest || std::abs(place.x - x) < std::abs(nearest->x - x)) nearest = &place;
  }
  return nearest ? nearest->offset : places_.back().offset;
}

std::size_t Carets::offset_at(Point point) const {
  const auto below = [point](const CaretLine& line) { return line.bottom < point.y; };
  const auto line = std::find_if_not(lines_.begin(), lines_.end() - 1, below);
  return nearest_on(std::size_t(line - lines_.begin()), point.x);
}

std::size_t Carets::stepped(std::size_t offset, CaretStep step) const {
  const CaretPlace& from = place(offset);
  switch (step) {
    case CaretStep::Up:
      return from.line == 0 ? 0 : nearest_on(from.line - 1, from.x);
    case CaretStep::Down:
      return from.line + 1 == lines_.size() ? places_.back().offset : nearest_on(from.line + 1, from.x);
    case CaretStep::LineStart:
      return nearest_on(from.line, line_bounds(from.line).left());
    case CaretStep::LineEnd:
      return nearest_on(from.line, line_bounds(from.line).right());
  }
  return offset;
}

std::optional<Carets> find_carets(const PosterLayout& layout, const Block& block, const FontSet& fonts) {
  ShownText shown(block, fonts);
  shown.read(layout.page.items, {}, "");
  const std::optional<std::vector<ShownCharacter>> characters = std::move(shown).characters();
  if (!characters || block.font_size == 0) return std::nullopt;
  return CaretFinder(block).find(*characters);
}

}  // namespace sixiang
