#include "raster/changes.h"

#include <algorithm>
#include <variant>

#include "raster/ink.h"

namespace sixiang {

namespace {

// More rectangles cost more walks over the page than what lies between them.
constexpr std::size_t kMostRegions = 12;

bool overlap(const PixelRect& a, const PixelRect& b) { return !intersection(a, b).empty(); }

bool is_same(const DisplayList& a, const DisplayList& b);

// Whether both leave the same pixels; what they show and whose they are does not matter.
bool is_same(const FillPath& a, const FillPath& b) { return a == b; }

bool is_same(const PositionedGlyph& a, const PositionedGlyph& b) { return a.glyph == b.glyph && a.origin == b.origin; }

bool has_same_pen(const GlyphRun& a, const GlyphRun& b) {
  return a.size == b.size && a.embolden == b.embolden && a.color == b.color;
}

bool is_same(const GlyphRun& a, const GlyphRun& b) {
  return has_same_pen(a, b) &&
         std::equal(a.glyphs.begin(), a.glyphs.end(), b.glyphs.begin(), b.glyphs.end(),
                    [](const PositionedGlyph& one, const PositionedGlyph& other) { return is_same(one, other); });
}

bool is_same(const Group& a, const Group& b) { return a.placement == b.placement && is_same(a.items, b.items); }

bool is_same(const Item& a, const Item& b) {
  if (a.index() != b.index()) return false;
  if (const FillPath* fill = std::get_if<FillPath>(&a)) return is_same(*fill, std::get<FillPath>(b));
  if (const GlyphRun* run = std::get_if<GlyphRun>(&a)) return is_same(*run, std::get<GlyphRun>(b));
  return is_same(std::get<Group>(a), std::get<Group>(b));
}

bool is_same(const DisplayList& a, const DisplayList& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Item& one, const Item& other) { return is_same(one, other); });
}

// Gathers where either page has what the other has not. What both have, they have in one order, so that it looks the
// same wherever nothing else was gathered.
class Comparison {
 public:
  Comparison(const FontSet& fonts, const PixelRect& part) : fonts_(fonts), part_(part) {}

  void compare(const DisplayList& before, const DisplayList& after, const PixelPlacement& place) {
    compare_lists(
        before, after, [&](const Item& a, const Item& b) { compare(a, b, place); },
        [&](const Item& item) { add(item, place); });
  }

  std::vector<PixelRect> regions() && { return std::move(regions_); }

 private:
  // Apart from what is the same at both ends: one by one where as much is left of both, else all of it.
  template <class Thing, class Pair, class Single>
  static void compare_lists(const std::vector<Thing>& before, const std::vector<Thing>& after, const Pair& pair,
                            const Single& single) {
    const auto same = [](const Thing& a, const Thing& b) { return is_same(a, b); };
    const auto [first, first_after] = std::mismatch(before.begin(), before.end(), after.begin(), after.end(), same);
    const auto [last, last_after] = std::mismatch(before.rbegin(), std::make_reverse_iterator(first), after.rbegin(),
                                                  std::make_reverse_iterator(first_after), same);
    const auto end = last.base(), end_after = last_after.base();
    if (end - first == end_after - first_after) {
      for (auto a = first, b = first_after; a != end; ++a, ++b) pair(*a, *b);
    } else {
      std::for_each(first, end, single);
      std::for_each(first_after, end_after, single);
    }
  }

  void compare(const Item& before, const Item& after, const PixelPlacement& place) {
    if (is_same(before, after)) return;
    const Group *old_group = std::get_if<Group>(&before), *new_group = std::get_if<Group>(&after);
    if (old_group && new_group && old_group->placement == new_group->placement) {
      return compare(old_group->items, new_group->items, combined(place, new_group->placement));
    }
    const GlyphRun *old_run = std::get_if<GlyphRun>(&before), *new_run = std::get_if<GlyphRun>(&after);
    if (old_run && new_run && has_same_pen(*old_run, *new_run)) return compare(*old_run, *new_run, place);
    add(before, place);
    add(after, place);
  }

  void compare(const GlyphRun& before, const GlyphRun& after, const PixelPlacement& place) {
    const auto add_glyph = [&](const PositionedGlyph& glyph) { add(glyph, after, place); };
    compare_lists(
        before.glyphs, after.glyphs,
        [&](const PositionedGlyph& a, const PositionedGlyph& b) {
          if (is_same(a, b)) return;
          add_glyph(a);
          add_glyph(b);
        },
        add_glyph);
  }

  void add(const Item& item, const PixelPlacement& place) {
    if (const FillPath* fill = std::get_if<FillPath>(&item)) {
      add(touched(ink_of(fill->path, place), part_));
    } else if (const GlyphRun* run = std::get_if<GlyphRun>(&item)) {
      for (const PositionedGlyph& glyph : run->glyphs) add(glyph, *run, place);
    } else {
      const Group& group = std::get<Group>(item);
      for (const Item& inner : group.items) add(inner, combined(place, group.placement));
    }
  }

  void add(const PositionedGlyph& glyph, const GlyphRun& run, const PixelPlacement& place) {
    if (!(run.size > 0)) return;
    const PixelPlacement in = combined(place, {glyph.origin, run.size});
    add(touched(ink_of(glyph.glyph, std::max(0.0f, run.embolden / run.size), fonts_, in), part_));
  }

  void add(PixelRect region) {
    if (region.empty()) return;
    // What it grows by may overlap others.
    for (std::size_t i = 0; i < regions_.size();) {
      if (!overlap(regions_[i], region) && regions_.size() < kMostRegions) {
        ++i;
        continue;
      }
      region = united(regions_[i], region);
      regions_.erase(regions_.begin() + std::ptrdiff_t(i));
      i = 0;
    }
    regions_.push_back(region);
  }

  const FontSet& fonts_;
  const PixelRect part_;
  std::vector<PixelRect> regions_;
};

}  // namespace

std::vector<PixelRect> changed_regions(const Page& before, const Page& after, const FontSet& fonts,
                                       const PicturePart& part) {
  Comparison comparison(fonts, part.place);
  PixelPlacement place;
  place.scale = double(part.width_px) / double(after.size.width);
  comparison.compare(before.items, after.items, place);
  return std::move(comparison).regions();
}

}  // namespace sixiang
