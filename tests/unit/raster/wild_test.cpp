// Outlines and strokes made of any bits at all: nothing may crash, hang or leave the clip.
#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/stroke.h"
#include "support/environment.h"
#include "unit/raster/coverage_map.h"

using namespace sixiang;

namespace {

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}

  std::uint32_t bits() {
    state_ = state_ * 1664525u + 1013904223u;
    return state_ ^ state_ >> 15;
  }
  // Mostly tame, sometimes any float there is.
  float number() {
    const std::uint32_t kind = bits() % 16;
    if (kind == 0) {
      const std::uint32_t any = bits() << 16 ^ bits();
      float value = 0;
      std::memcpy(&value, &any, sizeof value);
      return value;
    }
    if (kind == 1) return float(int(bits() % 2000001) - 1000000);
    if (kind < 5) return float(bits() % 5) * 25;  // repeated points, level and upright lines
    return float(bits() % 65536) / 256 - 64;
  }
  Point point() { return {number(), number()}; }

 private:
  std::uint32_t state_;
};

Path wild_path(Random& random) {
  Path path;
  path.move_to(random.point());
  const std::uint32_t count = random.bits() % 8;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Point a = random.point(), b = random.point(), c = random.point();
    switch (random.bits() % 6) {
      case 0:
        path.move_to(a);
        break;
      case 1:
        path.close();
        break;
      case 2:
        path.quad_to(a, b);
        break;
      case 3:
      case 4:
        path.cubic_to(a, b, c);
        break;
      case 5:
        path.line_to(a);
        break;
    }
  }
  return path;
}

StrokeStyle wild_style(Random& random) {
  StrokeStyle style;
  style.width = random.number();
  style.cap = LineCap(random.bits() % 3);
  style.join = LineJoin(random.bits() % 3);
  style.miter_limit = random.number();
  for (std::uint32_t i = random.bits() % 4; i > 0; --i) style.dashes.push_back(random.number());
  style.dash_offset = random.number();
  return style;
}

bool is_tame(const Path& path) {
  const PixelRect clip{0, 0, 96, 80};
  return testing::coverage_map(path, clip).spans_out_of_order == 0 &&
         testing::coverage_map(path, clip, FillRule::EvenOdd).spans_out_of_order == 0;
}

}  // namespace

TEST_CASE("any bits at all") {
  // More by hand: SIXIANG_WILD=100000.
  const std::string asked = testing::environment("SIXIANG_WILD");
  const int rounds = asked.empty() ? 400 : std::atoi(asked.c_str());
  int wrong = 0;
  for (int i = 0; i < rounds; ++i) {
    Random random{std::uint32_t(i)};
    const Path path = wild_path(random);
    wrong += !is_tame(path);
    const StrokeStyle style = wild_style(random);
    wrong += !is_tame(stroke_outline(path, style));
    wrong += !is_tame(outset_outline(path, random.number(), 0.05f));
    StrokeStyle solid = style;
    solid.dashes.clear();
    wrong += !is_tame(stroke_outline(path, solid, random.bits() % 2 ? 0.001f : random.number()));
  }
  CHECK(wrong == 0);
}
