// A page as the bytes of a file, whatever the format.
#include "export/export_page.h"

#include <doctest/doctest.h>

#include "base/shapes.h"
#include "export/png.h"
#include "raster/raster.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

Page sample() {
  FillPath disc;
  disc.path = circle({30, 20}, 12);
  disc.color = {0x2B, 0x6C, 0xB0, 255};
  return {{60, 40}, {0xF5, 0xF0, 0xE8, 255}, {disc}};
}

bool refuses(const Page& page, int width_px) {
  const auto file = export_page(page, testing::all_fonts(), {ExportFormat::Png, width_px});
  return !file.ok() && !file.errors()[0].message.english.empty() && !file.errors()[0].message.chinese.empty();
}

}  // namespace

TEST_CASE("export: a PNG is the rendered page, encoded") {
  const Page page = sample();
  const auto file = export_page(page, testing::all_fonts(), {ExportFormat::Png, 90});
  REQUIRE(file.ok());
  CHECK(file.value() == encode_png(render(page, testing::all_fonts(), 90).value()).value());
}

TEST_CASE("export: sizes beyond the limits and pages without size are refused with a message") {
  CHECK(refuses(sample(), 0));
  CHECK(refuses(sample(), 16385));
  CHECK(refuses(sample(), 2'000'000'000));
  Page flat = sample();
  flat.size.height = 0;
  CHECK(refuses(flat, 100));
  flat.size = {0, 0};
  CHECK(refuses(flat, 100));
}

TEST_CASE("export: the ending of a file says its format, in any case") {
  CHECK(format_of_ending("png") == ExportFormat::Png);
  CHECK(format_of_ending("PNG") == ExportFormat::Png);
  for (const char* other : {"", "pn", "pngs", "jpg", ".png"}) CHECK(!format_of_ending(other));
  CHECK(format_endings().find("png") != std::string::npos);
}
