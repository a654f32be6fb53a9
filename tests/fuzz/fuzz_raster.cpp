// Outlines and strokes of any floats: spans in order and within the clip, and a picture of them.
#include "base/stroke.h"
#include "fuzz/fuzz.h"
#include "raster/raster.h"
#include "unit/raster/coverage_map.h"

using namespace sixiang;
using fuzz::require;

namespace {

// Mostly on a page, sometimes any float there is.
float number(fuzz::Input& input) {
  const int kind = input.below(8);
  if (kind == 0) return input.value<float>();
  if (kind == 1) return float(input.value<std::int32_t>());
  if (kind == 2) return float(input.below(5)) * 16;
  return float(input.value<std::int16_t>()) / 256;
}

Point point(fuzz::Input& input) {
  const float x = number(input);
  return {x, number(input)};
}

Path path_of(fuzz::Input& input) {
  Path path;
  path.move_to(point(input));
  for (int count = input.below(12); count > 0; --count) {
    const Point a = point(input);
    switch (input.below(6)) {
      case 0:
        path.move_to(a);
        break;
      case 1:
        path.close();
        break;
      case 2:
        path.quad_to(a, point(input));
        break;
      case 3: {
        const Point b = point(input);
        path.cubic_to(a, b, point(input));
        break;
      }
      default:
        path.line_to(a);
        break;
    }
  }
  return path;
}

Path drawn(fuzz::Input& input) {
  const int kind = input.below(4);
  const Path path = path_of(input);
  if (kind < 2) return path;
  if (kind == 2) return outset_outline(path, number(input), 0.05f);
  StrokeStyle style;
  style.width = number(input);
  style.cap = LineCap(input.below(3));
  style.join = LineJoin(input.below(3));
  style.miter_limit = number(input);
  for (int count = input.below(4); count > 0; --count) style.dashes.push_back(number(input));
  style.dash_offset = number(input);
  return stroke_outline(path, style, 0.05f);
}

Color color(fuzz::Input& input) { return {input.byte(), input.byte(), input.byte(), input.byte()}; }

Item item(fuzz::Input& input) {
  FillPath fill;
  fill.path = drawn(input);
  fill.rule = FillRule(input.below(2));
  fill.color = color(input);
  if (input.below(4) != 0) return fill;
  Group group;
  group.placement.offset = point(input);
  group.placement.scale = number(input);
  group.items.push_back(std::move(fill));
  return group;
}

void check_spans(const Item& item) {
  const FillPath* fill = std::get_if<FillPath>(&item);
  if (!fill) return;
  const testing::CoverageMap map = testing::coverage_map(fill->path, {-3, 2, 70, 50}, fill->rule);
  require(map.spans_out_of_order == 0, "spans come in order and keep to the clip");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const FontSet no_fonts{FontManifest{}};
  fuzz::Input input(data, size);
  Page page;
  page.size = {float(16 + input.below(64)), float(16 + input.below(64))};
  const int width_px = 16 + input.below(96);
  page.background = color(input);
  for (int count = 1 + input.below(3); count > 0; --count) {
    page.items.push_back(item(input));
    check_spans(page.items.back());
  }
  require(render(page, no_fonts, width_px).ok(), "a small picture can be drawn");
  return 0;
}
