#include <algorithm>
#include <utility>

#include "math/characters.h"
#include "math/layouter.h"

namespace sixiang::math {
namespace {

// OpenType repeats an extender and lets it overlap; no length asks for more than this many of it.
constexpr float kMostRepeats = 128;

// How the parts fill `length` (em): the fixed ones keep their size, the extenders share what is left. Extenders are
// straight bars, so that one is drawn longer instead of several overlapping: an overlap would be painted twice along
// its edges. Where the fixed parts alone are too long, they overlap by as much as their connectors allow.
struct AssemblyPlan {
  float extender = 0;  // em, each
  float overlap = 0;   // em, of two fixed parts
};

float fixed_length(const std::vector<GlyphPart>& parts) {
  float length = 0;
  for (const GlyphPart& part : parts) length += part.extender ? 0 : part.full_advance;
  return length;
}

AssemblyPlan plan_assembly(const std::vector<GlyphPart>& parts, float length) {
  float shortest_extender = 1e6f, connector = 1e6f;
  int fixed_count = 0, extender_count = 0;
  for (const GlyphPart& part : parts) {
    if (part.extender) {
      ++extender_count;
      shortest_extender = std::min(shortest_extender, part.full_advance);
    } else {
      if (fixed_count > 0) connector = std::min(connector, part.start_connector);
      ++fixed_count;
    }
  }
  AssemblyPlan plan;
  const float gap = length - fixed_length(parts);
  if (gap >= 0 && extender_count > 0) {
    plan.extender = std::min(gap / float(extender_count), kMostRepeats * shortest_extender);
  } else if (gap < 0 && fixed_count > 1) {
    plan.overlap = std::min(-gap / float(fixed_count - 1), connector);
  }
  return plan;
}

// `outline` (em) stretched along one direction from `start` on to `length`, the other direction as it is; in points.
void append_stretched(Path& to, Path outline, StretchDirection direction, const Rect& ink, float start, float length,
                      float em_size) {
  const bool vertical = direction == StretchDirection::Vertical;
  const float natural = vertical ? ink.height : ink.width;
  const float factor = natural > 0 ? length / natural : 1;
  for (Point& point : outline.points) {
    if (vertical) {
      point = {point.x * em_size, -(start + (ink.bottom() - point.y) * factor) * em_size};
    } else {
      point = {(start + (point.x - ink.left()) * factor) * em_size, point.y * em_size};
    }
  }
  to.append(outline);
}

// An arrow or an equals sign `more` em longer: drawn apart within its longest straight piece, where no point lies.
Path drawn_apart(Path outline, float more) {
  std::vector<float> places;
  for (const Point& point : outline.points) places.push_back(point.x);
  std::sort(places.begin(), places.end());
  float cut = 0, longest = -1;
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i] - places[i - 1] <= longest) continue;
    longest = places[i] - places[i - 1];
    cut = places[i - 1];
  }
  for (Point& point : outline.points) {
    if (point.x > cut) point.x += more;
  }
  return outline;
}

float ink_length(const Rect& ink, StretchDirection direction) {
  return direction == StretchDirection::Vertical ? ink.height : ink.width;
}

}  // namespace

// The parts of an assembly, bottom to top from y = 0 up, or left to right from x = 0.
Fragment Layouter::assembly(const GlyphConstruction& construction, GlyphId base, StretchDirection direction,
                            float length, float em_size) {
  const AssemblyPlan plan = plan_assembly(construction.parts, length / em_size);
  Fragment result;
  PlacedPath outline;
  float along = 0;
  for (const GlyphPart& part : construction.parts) {
    const float extent = part.extender ? plan.extender : part.full_advance;
    if (extent <= 0) continue;
    const GlyphId id{base.slice, part.glyph};
    const bool first = outline.path.empty();
    if (!first && !part.extender) along -= plan.overlap;
    append_stretched(outline.path, fonts_.outline(id), direction, fonts_.glyph_bounds(id), along, extent, em_size);
    along += extent;
    if (direction == StretchDirection::Vertical) result.width = std::max(result.width, fonts_.advance(id) * em_size);
  }
  if (direction == StretchDirection::Horizontal) result.width = along * em_size;
  const Rect ink = bounds(outline.path);
  extend(result, -ink.top(), ink.bottom());
  result.paths.push_back(std::move(outline));
  return result;
}

// Vertical: the first variant that is long enough, else an assembly. Horizontal: what comes closest, because a brace
// has to end where its base does: an assembly where it can be that short, else the nearest variant.
Fragment Layouter::grown(char32_t c, StretchDirection direction, float length, MathStyle style) {
  Fragment plain = character(c, style);
  if (plain.glyphs.size() != 1 || plain.glyphs.front().glyph.slice.face != fonts_.math_face()) return plain;
  const float em_size = size(style), wanted = length / em_size;
  const GlyphId base = plain.glyphs.front().glyph;
  const GlyphConstruction* construction = table_.construction(base.index, direction);
  const Rect ink = fonts_.glyph_bounds(base);
  if (ink_length(ink, direction) >= wanted) return plain;
  if (!construction && direction == StretchDirection::Horizontal && class_of(c) == AtomClass::Relation) {
    PlacedPath line{transformed(drawn_apart(fonts_.outline(base), wanted - ink.width), {{0, 0}, em_size})};
    plain.width += (wanted - ink.width) * em_size;
    plain.glyphs.clear();
    plain.paths.push_back(std::move(line));
    return plain;
  }
  if (!construction) return plain;
  const bool vertical = direction == StretchDirection::Vertical;
  const GlyphVariant* chosen = nullptr;
  for (const GlyphVariant& variant : construction->variants) {
    if (!vertical && chosen && variant.advance - wanted > wanted - chosen->advance) break;
    chosen = &variant;
    if (variant.advance >= wanted) break;
  }
  const auto finished = [&](Fragment sign) { return is_bar(c) ? trimmed_bar(std::move(sign), style) : sign; };
  const bool reaches = chosen && chosen->advance >= wanted;
  const bool exact = !vertical && fixed_length(construction->parts) <= wanted;
  if ((!reaches || exact) && !construction->parts.empty() && (vertical || exact || !chosen)) {
    return finished(assembly(*construction, base, direction, length, em_size));
  }
  return chosen ? finished(glyph({base.slice, chosen->glyph}, c, em_size)) : plain;
}

}  // namespace sixiang::math
