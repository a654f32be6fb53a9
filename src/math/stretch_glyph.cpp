#include <algorithm>
#include <cmath>

#include "math/characters.h"
#include "math/layouter.h"

namespace sixiang::math {
namespace {

constexpr int kMaxExtenders = 128;

struct AssemblyPlan {
  int repeats = 0;    // of each extender
  float overlap = 0;  // of each joint, em
  float length = 0;   // em
};

// The longest overlap that a joint of two parts allows.
float joint_limit(const GlyphPart& before, const GlyphPart& after, float minimum) {
  return std::max(minimum, std::min(before.end_connector, after.start_connector));
}

// OpenType “GlyphAssembly”: as few extenders as reach `length` with the smallest overlap; then the joints share what is
// too much.
AssemblyPlan plan_assembly(const std::vector<GlyphPart>& parts, float length, float minimum) {
  float fixed = 0, extenders = 0, smallest_limit = 1e6f;
  int fixed_count = 0, extender_count = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    (parts[i].extender ? extenders : fixed) += parts[i].full_advance;
    (parts[i].extender ? extender_count : fixed_count) += 1;
    if (i > 0) smallest_limit = std::min(smallest_limit, joint_limit(parts[i - 1], parts[i], minimum));
    if (parts[i].extender) smallest_limit = std::min(smallest_limit, joint_limit(parts[i], parts[i], minimum));
  }
  AssemblyPlan plan;
  const auto longest = [&](int repeats) {
    const int joints = fixed_count + repeats * extender_count - 1;
    return fixed + float(repeats) * extenders - float(std::max(joints, 0)) * minimum;
  };
  plan.repeats = fixed_count == 0 ? 1 : 0;
  while (extender_count > 0 && plan.repeats < kMaxExtenders && longest(plan.repeats) < length) ++plan.repeats;
  const int joints = std::max(fixed_count + plan.repeats * extender_count - 1, 0);
  plan.overlap = minimum;
  if (joints > 0) {
    const float excess = longest(plan.repeats) - length;
    plan.overlap = std::clamp(minimum + excess / float(joints), minimum, std::max(minimum, smallest_limit));
  }
  plan.length = longest(plan.repeats) - float(joints) * (plan.overlap - minimum);
  return plan;
}

float ink_length(const Rect& ink, StretchDirection direction) {
  return direction == StretchDirection::Vertical ? ink.height : ink.width;
}

}  // namespace

// The parts of an assembly, bottom to top from y = 0 up, or left to right from x = 0.
Fragment Layouter::assembly(const GlyphConstruction& construction, GlyphId base, StretchDirection direction,
                            float length, float em_size) {
  const std::vector<GlyphPart>& parts = construction.parts;
  const AssemblyPlan plan = plan_assembly(parts, length / em_size, table_.min_connector_overlap());
  Fragment result;
  PlacedPath outline;
  float along = 0;
  bool first = true;
  for (const GlyphPart& part : parts) {
    const int count = part.extender ? plan.repeats : 1;
    for (int i = 0; i < count; ++i) {
      if (!first) along -= plan.overlap;
      const GlyphId id{base.slice, part.glyph};
      const Rect ink = fonts_.glyph_bounds(id);
      Point origin;
      if (direction == StretchDirection::Vertical) {
        result.width = std::max(result.width, fonts_.advance(id) * em_size);
        origin.y = (-along - ink.bottom()) * em_size;
      } else {
        origin.x = (along - ink.left()) * em_size;
      }
      outline.path.append(transformed(fonts_.outline(id), {origin, em_size}));
      extend(result, -(origin.y + ink.top() * em_size), origin.y + ink.bottom() * em_size);
      along += part.full_advance;
      first = false;
    }
  }
  if (direction == StretchDirection::Horizontal) result.width = along * em_size;
  result.paths.push_back(std::move(outline));
  return result;
}

Fragment Layouter::grown(char32_t c, StretchDirection direction, float length, MathStyle style) {
  Fragment plain = character(c, style);
  if (plain.glyphs.size() != 1 || plain.glyphs.front().glyph.slice.face != fonts_.math_face()) return plain;
  const float em_size = size(style);
  const GlyphId base = plain.glyphs.front().glyph;
  const GlyphConstruction* construction = table_.construction(base.index, direction);
  if (ink_length(fonts_.glyph_bounds(base), direction) * em_size >= length || !construction) return plain;
  const GlyphVariant* chosen = nullptr;
  for (const GlyphVariant& variant : construction->variants) {
    chosen = &variant;
    if (variant.advance * em_size >= length) break;
  }
  const auto finished = [&](Fragment sign) { return is_bar(c) ? trimmed_bar(std::move(sign), style) : sign; };
  const bool reaches = chosen && chosen->advance * em_size >= length;
  if (!reaches && !construction->parts.empty()) {
    return finished(assembly(*construction, base, direction, length, em_size));
  }
  return chosen ? finished(glyph({base.slice, chosen->glyph}, c, em_size)) : plain;
}

}  // namespace sixiang::math
