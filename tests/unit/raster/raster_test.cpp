// Whole pictures: sizes, groups, regions, and small goldens that must be equal to the last bit everywhere.
#include "raster/raster.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "base/shapes.h"
#include "base/stroke.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

constexpr Color kInk{0x2B, 0x2B, 0x2B, 255}, kCoral{0xE8, 0x65, 0x5A, 255}, kBlue{0xA8, 0xD8, 0xEA, 255};
constexpr Color kGlass{0x20, 0x60, 0xC0, 96};

FillPath fill(Path path, Color color, FillRule rule = FillRule::NonZero) {
  FillPath item;
  item.path = std::move(path);
  item.color = color;
  item.rule = rule;
  return item;
}

FillPath stroke(const Path& path, float width, LineCap cap, LineJoin join, Color color = kInk) {
  StrokeStyle style;
  style.width = width;
  style.cap = cap;
  style.join = join;
  return fill(stroke_outline(path, style), color);
}

GlyphRun text(std::u32string_view characters, Point origin, float size, float embolden = 0, Color color = kInk) {
  const FontSet& fonts = testing::all_fonts();
  GlyphRun run;
  run.size = size;
  run.embolden = embolden;
  run.color = color;
  for (char32_t character : characters) {
    const GlyphLookup found = fonts.lookup(0, character);
    REQUIRE(found.status == LookupStatus::Found);
    PositionedGlyph glyph;
    glyph.glyph = found.glyph;
    glyph.origin = origin;
    origin.x += fonts.advance(found.glyph) * size;
    run.glyphs.push_back(glyph);
  }
  return run;
}

constexpr Color kPaper{0xF5, 0xF0, 0xE8, 255};

Image rendered(const DisplayList& items, Size page, int width_px) {
  Result<Image> image = render(Page{page, kPaper, items}, testing::all_fonts(), width_px);
  REQUIRE(image.ok());
  return std::move(image.value());
}

Color at(const Image& image, int x, int y) {
  const std::uint8_t* pixel = image.pixel(x, y);
  return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

// A little of everything.
DisplayList medley() {
  DisplayList items;
  items.emplace_back(fill(rounded_rectangle({4, 4, 70, 40}, 9), kBlue));
  items.emplace_back(stroke(rounded_rectangle({4, 4, 70, 40}, 9), 3, LineCap::Round, LineJoin::Round));
  items.emplace_back(fill(circle({66, 40}, 17), kGlass));
  Group group;
  group.placement = {{20, 30}, 0.5f};
  group.items.emplace_back(text(U"生成p(x)", {0, 0}, 32));
  Group inner;
  inner.placement = {{10, 40}, 1.5f};
  inner.items.emplace_back(fill(star({20, 0}, 20, 9), kCoral));
  inner.items.emplace_back(text(U"量", {40, 10}, 24, 0.5f, kGlass));
  group.items.emplace_back(inner);
  items.emplace_back(group);
  return items;
}

Path zigzag(Point origin) {
  return polyline({origin + Point{8, 34}, origin + Point{20, 8}, origin + Point{32, 34}, origin + Point{38, 30}});
}

}  // namespace

TEST_CASE("sizes follow the page") {
  CHECK(rendered({}, {1080, 1080}, 64).height_px == 64);
  CHECK(rendered({}, {1080, 1440}, 90).height_px == 120);
  CHECK(rendered({}, {1600, 900}, 100).height_px == 56);
  CHECK(rendered({}, {1600, 1}, 100).height_px == 1);
  const Image image = rendered({}, {10, 10}, 3);
  CHECK(image.rgba.size() == 36);
  CHECK(at(image, 2, 2) == Color{0xF5, 0xF0, 0xE8, 255});
}

TEST_CASE("sizes beyond the limits are refused with a message") {
  const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
  const auto refused = [](Size page, int width_px) {
    const Result<Image> image = render(Page{page, kPaper, {}}, testing::all_fonts(), width_px);
    return !image.ok() && !image.errors()[0].message.english.empty() && !image.errors()[0].message.chinese.empty();
  };
  CHECK(refused({1080, 1080}, 0));
  CHECK(refused({1080, 1080}, -5));
  CHECK(refused({1080, 1080}, 16385));
  CHECK(refused({1080, 1080}, 8193));
  CHECK(refused({1, 1000}, 17));
  CHECK(refused({1080, 1080}, std::numeric_limits<int>::max()));
  for (float bad : {0.0f, -1.0f, nan, infinity}) {
    CHECK(refused({bad, 1080}, 100));
    CHECK(refused({1080, bad}, 100));
  }
  CHECK(refused({1e-30f, 1e30f}, 100));
}

TEST_CASE("fills are placed to the pixel, through groups") {
  Group group;
  group.placement = {{10, 20}, 2};
  group.items.emplace_back(fill(rectangle({5, 5, 10, 10}), kCoral));
  // 20..40 × 30..50 points on a page of 100, at 50 pixels: 10..20 × 15..25.
  const Image image = rendered({group}, {100, 100}, 50);
  const Color paper{0xF5, 0xF0, 0xE8, 255};
  CHECK(at(image, 10, 15) == kCoral);
  CHECK(at(image, 19, 24) == kCoral);
  CHECK(at(image, 9, 15) == paper);
  CHECK(at(image, 20, 24) == paper);
  CHECK(at(image, 10, 14) == paper);
  CHECK(at(image, 19, 25) == paper);
}

TEST_CASE("an emboldened translucent glyph is of one tone") {
  const Image image = rendered({text(U"口", {4, 56}, 60, 3, {0, 0, 0, 128})}, {68, 68}, 68);
  int darkest = 255;
  for (std::size_t i = 0; i < image.rgba.size(); i += 4) darkest = std::min<int>(darkest, image.rgba[i]);
  CHECK(darkest == 122);  // 0xF5 · 127 / 255
}

TEST_CASE("emboldening adds half of the pen on each side, no more") {
  // The ink of a plain bar, by pixels' darkness.
  const auto ink = [](float embolden) {
    const Image image = rendered({text(U"一", {4, 30}, 40, embolden, {0, 0, 0, 255})}, {48, 48}, 48);
    double sum = 0;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) sum += 1 - image.rgba[i] / 245.0;
    return sum;
  };
  const FontSet& fonts = testing::all_fonts();
  const Rect bar = fonts.glyph_bounds(fonts.lookup(0, U'一').glyph);
  const double around = 2 * double(bar.width + bar.height) * 40;
  // Half a pixel of pen: far thinner than a pixel's width, where a stroke over the fill would count twice.
  CHECK(ink(0.5f) - ink(0) == doctest::Approx(around * 0.25).epsilon(0.05));
  CHECK(ink(2) - ink(0) == doctest::Approx(around * 1 + 3.14159).epsilon(0.03));
}

TEST_CASE("rendering twice gives the same") {
  CHECK(rendered(medley(), {110, 90}, 300) == rendered(medley(), {110, 90}, 300));
}

TEST_CASE("golden: a medley") { testing::check_image_golden("raster/medley.png", rendered(medley(), {110, 90}, 220)); }

TEST_CASE("golden: a transparent page") {
  const Result<Image> image = render(Page{{110, 90}, {255, 255, 255, 0}, medley()}, testing::all_fonts(), 110);
  REQUIRE(image.ok());
  testing::check_image_golden("raster/transparent.png", image.value());
}

TEST_CASE("golden: caps by joins") {
  DisplayList items;
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) {
      const Path path = zigzag({float(column) * 44, float(row) * 44});
      items.emplace_back(stroke(path, 9, LineCap(row), LineJoin(column)));
      items.emplace_back(stroke(path, 0.7f, LineCap::Butt, LineJoin::Round, kCoral));
    }
  }
  testing::check_image_golden("raster/caps-by-joins.png", rendered(items, {136, 132}, 272));
}

TEST_CASE("golden: closed strokes and curves") {
  DisplayList items;
  items.emplace_back(stroke(polyline({{10, 8}, {40, 8}, {25, 36}, {10, 8}}), 6, LineCap::Butt, LineJoin::Miter));
  items.emplace_back(stroke(star({66, 24}, 18, 8), 3, LineCap::Butt, LineJoin::Round));
  items.emplace_back(stroke(circle({105, 24}, 15), 4.5f, LineCap::Round, LineJoin::Round));
  Path loop;
  loop.move_to({10, 80});
  loop.cubic_to({60, 40}, {-15, 40}, {38, 80});
  items.emplace_back(stroke(loop, 5, LineCap::Round, LineJoin::Round, kGlass));
  Path hairpin;
  hairpin.move_to({50, 55});
  hairpin.cubic_to({95, 55}, {95, 60}, {50, 60});
  items.emplace_back(stroke(hairpin, 14, LineCap::Butt, LineJoin::Round, kGlass));
  items.emplace_back(stroke(circle({112, 66}, 3), 16, LineCap::Round, LineJoin::Round, kGlass));
  testing::check_image_golden("raster/closed-and-curves.png", rendered(items, {130, 88}, 260));
}

TEST_CASE("golden: dashes") {
  DisplayList items;
  StrokeStyle style;
  style.width = 3;
  const auto add = [&](const Path& path, LineCap cap, std::vector<float> dashes, float offset) {
    style.cap = cap;
    style.dashes = dashes;
    style.dash_offset = offset;
    items.emplace_back(fill(stroke_outline(path, style), kInk));
  };
  Path wave;
  wave.move_to({6, 20});
  wave.cubic_to({40, -20}, {60, 60}, {94, 20});
  add(wave, LineCap::Butt, {8, 4}, 0);
  add(transformed(wave, {{0, 22}, 1}), LineCap::Round, {7, 6}, 3);
  add(transformed(wave, {{0, 44}, 1}), LineCap::Round, {0, 5}, 0);
  add(circle({118, 24}, 16), LineCap::Butt, {6, 3, 1, 3}, 0);
  add(rounded_rectangle({102, 52, 32, 30}, 8), LineCap::Square, {3, 6}, 0);
  testing::check_image_golden("raster/dashes.png", rendered(items, {140, 90}, 280));
}

TEST_CASE("golden: glyphs, large and small") {
  DisplayList items;
  items.emplace_back(text(U"生成模型 VAE", {4, 30}, 26));
  items.emplace_back(text(U"KL项→压缩 重构项→保留", {4, 46}, 11));
  items.emplace_back(text(U"√α·x₀ + ε∏ᵢ‖q", {4, 70}, 18, 0, kCoral));
  testing::check_image_golden("raster/glyphs.png", rendered(items, {170, 80}, 340));
}

TEST_CASE("golden: emboldened glyphs") {
  DisplayList items;
  for (int step = 0; step < 4; ++step) {
    items.emplace_back(text(U"编量g生", {4, 30 + float(step) * 34}, 30, float(step) * 0.3f, step == 3 ? kGlass : kInk));
  }
  testing::check_image_golden("raster/embolden.png", rendered(items, {130, 144}, 208));
}

TEST_CASE("golden: even-odd against non-zero") {
  Path pentagram;
  const Point points[] = {{25, 3}, {38, 43}, {4, 18}, {46, 18}, {12, 43}};
  pentagram.move_to(points[0]);
  for (Point point : {points[1], points[2], points[3], points[4]}) pentagram.line_to(point);
  pentagram.close();
  DisplayList items;
  items.emplace_back(fill(pentagram, kCoral, FillRule::NonZero));
  items.emplace_back(fill(transformed(pentagram, {{50, 0}, 1}), kCoral, FillRule::EvenOdd));
  testing::check_image_golden("raster/even-odd.png", rendered(items, {100, 48}, 200));
}
