// What changed between two pages; that drawing just that gives the picture of the new one, bit for bit.
#include "raster/changes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/shapes.h"
#include "raster/raster.h"
#include "support/golden.h"

namespace sixiang {
namespace {

using testing::all_fonts;

constexpr int kWidth = 240;

FillPath square(Point at, float side, Color color = {0xE8, 0x65, 0x5A, 255}) {
  FillPath fill;
  fill.path = rectangle({at.x, at.y, side, side});
  fill.color = color;
  return fill;
}

GlyphRun text(std::u32string_view characters, Point origin) {
  GlyphRun run;
  run.size = 20;
  for (const char32_t character : characters) {
    const GlyphLookup found = all_fonts().lookup(0, character);
    REQUIRE(found.status == LookupStatus::Found);
    PositionedGlyph glyph;
    glyph.glyph = found.glyph;
    glyph.origin = origin;
    origin.x += 20;
    run.glyphs.push_back(glyph);
  }
  return run;
}

Group group(DisplayList items, Point offset) {
  Group made;
  made.placement.offset = offset;
  made.items = std::move(items);
  return made;
}

Page page(DisplayList items) { return {{120, 120}, {255, 255, 255, 255}, std::move(items)}; }

std::vector<PixelRect> changed(const Page& before, const Page& after) {
  return changed_regions(before, after, all_fonts(), {kWidth, {0, 0, kWidth, kWidth}});
}

bool is_in(const std::vector<PixelRect>& regions, int x, int y) {
  return std::any_of(regions.begin(), regions.end(), [x, y](const PixelRect& region) {
    return x >= region.left && x < region.right && y >= region.top && y < region.bottom;
  });
}

Image drawn(const Page& page, int width_px) {
  Result<Image> image = render(page, all_fonts(), width_px);
  REQUIRE(image.ok());
  return std::move(image.value());
}

Image drawn_over(const Page& before, const Page& after, int width_px) {
  Image image = drawn(before, width_px);
  const PicturePart whole{image.width_px, {0, 0, image.width_px, image.height_px}};
  for (const PixelRect& region : changed_regions(before, after, all_fonts(), whole)) {
    render_region(after, all_fonts(), whole, region, image);
  }
  return image;
}

TEST_CASE("the same page has no changed regions, whatever its blocks and sources are called") {
  const Page before = page({square({5, 5}, 10), group({text(U"生成", {0, 40})}, {10, 20})});
  Page after = before;
  CHECK(changed(before, after).empty());
  std::get<Group>(after.items[1]).id = "gan";
  std::get<GlyphRun>(std::get<Group>(after.items[1]).items[0]).glyphs[0].source = {7, 10};
  CHECK(after != before);
  CHECK(changed(before, after).empty());
}

TEST_CASE("what moves changes both its places, and nothing between") {
  const std::vector<PixelRect> regions = changed(page({square({5, 5}, 10)}), page({square({100, 90}, 10)}));
  CHECK(regions.size() == 2);
  CHECK(is_in(regions, 20, 20));
  CHECK(is_in(regions, 210, 190));
  CHECK(!is_in(regions, 120, 120));
}

TEST_CASE("in a text only the glyphs that differ have changed") {
  const auto regions = changed(page({group({text(U"生成模型", {0, 40})}, {10, 20})}),
                               page({group({text(U"生成量型", {0, 40})}, {10, 20})}));
  CHECK(is_in(regions, 2 * 60, 2 * 52));
  CHECK(!is_in(regions, 2 * 20, 2 * 52));
  CHECK(!is_in(regions, 2 * 84, 2 * 52));
}

TEST_CASE("what comes in between changes only its own place") {
  const FillPath below = square({10, 10}, 60), above = square({60, 60}, 50, {0, 0, 255, 128}),
                 between = square({50, 50}, 20, {0, 255, 0, 99});
  const Page before = page({below, above}), after = page({below, between, above});
  const auto regions = changed(before, after);
  CHECK(is_in(regions, 120, 120));
  CHECK(!is_in(regions, 30, 30));
  CHECK(!is_in(regions, 200, 200));
  CHECK(drawn_over(before, after, kWidth) == drawn(after, kWidth));
  CHECK(drawn_over(after, before, kWidth) == drawn(before, kWidth));
}

TEST_CASE("regions do not overlap, however many there are") {
  DisplayList before, after;
  for (int i = 0; i < 30; ++i) {
    before.emplace_back(square({float(i % 6) * 20, float(i / 6) * 24}, 6));
    after.emplace_back(square({float(i % 6) * 20 + 3, float(i / 6) * 24}, 6));
  }
  const auto regions = changed(page(before), page(after));
  CHECK(regions.size() <= 12);
  for (std::size_t i = 0; i < regions.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) CHECK(intersection(regions[i], regions[k]).empty());
  }
  CHECK(drawn_over(page(before), page(after), kWidth) == drawn(page(after), kWidth));
}

TEST_CASE("a region has the pixels of the whole picture, and no other pixel changes") {
  const Page shown = page(
      {square({10, 10}, 60), group({text(U"生成模型", {0, 40})}, {10, 20}), square({60, 55}, 50, {0, 0, 255, 128})});
  const Image whole = drawn(shown, kWidth), blank = drawn(page({}), kWidth);
  for (const PixelRect& region : {PixelRect{0, 0, 1, 1}, {37, 90, 141, 133}, {200, 200, 999, 999}, {-5, 60, 12, 70}}) {
    Image image = blank;
    render_region(shown, all_fonts(), {kWidth, {0, 0, kWidth, kWidth}}, region, image);
    for (int y = 0; y < kWidth; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        const Image& source = is_in({region}, x, y) ? whole : blank;
        if (!std::equal(image.pixel(x, y), image.pixel(x, y) + 4, source.pixel(x, y))) FAIL(x << " " << y);
      }
    }
  }
}

bool has_pixels_of(const Image& part, const Image& whole, const PixelRect& place) {
  for (int y = 0; y < part.height_px; ++y) {
    const std::uint8_t* row = whole.pixel(place.left, place.top + y);
    if (!std::equal(part.pixel(0, y), part.pixel(0, y) + 4 * part.width_px, row)) return false;
  }
  return true;
}

TEST_CASE("a part has the pixels of the whole picture") {
  const Page shown = page({square({10.3f, 10}, 60.1f), group({text(U"生成模型", {0, 40})}, {10, 20})});
  constexpr int kLarge = 1777;
  const Image whole = drawn(shown, kLarge);
  for (const PixelRect& place : {PixelRect{0, 0, 1, 1}, {101, 333, 800, 612}, {1700, 0, kLarge, kLarge}}) {
    const Result<Image> part = render_part(shown, all_fonts(), {kLarge, place});
    REQUIRE(part.ok());
    CHECK(has_pixels_of(part.value(), whole, place));
  }
}

TEST_CASE("a part of a picture that is too large to be drawn is the same, wherever it begins") {
  const Page shown = page({group({text(U"生成模型", {0, 40})}, {10, 20}), square({60.7f, 55}, 50)});
  constexpr int kHuge = 100'000;
  CHECK(!render(shown, all_fonts(), kHuge).ok());
  const PixelRect place{48'000, 44'000, 48'900, 44'500}, within{48'301, 44'177, 48'500, 44'300};
  const Result<Image> part = render_part(shown, all_fonts(), {kHuge, place});
  const Result<Image> inner = render_part(shown, all_fonts(), {kHuge, within});
  REQUIRE((part.ok() && inner.ok()));
  CHECK(has_pixels_of(inner.value(), part.value(), {within.left - place.left, within.top - place.top, 0, 0}));
  const auto [least, most] = std::minmax_element(part.value().rgba.begin(), part.value().rgba.end());
  CHECK(*least < *most);
}

}  // namespace
}  // namespace sixiang
