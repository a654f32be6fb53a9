// Not a test: the whole corpus in one picture, to be looked at. Skipped unless asked for (scripts/contact-sheet).
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "export/png.h"
#include "math/math.h"
#include "raster/raster.h"
#include "support/golden.h"
#include "unit/math/formula_cases.h"

using namespace sixiang;
using sixiang::testing::all_fonts;

namespace {

constexpr float kPageWidth = 1800, kPageHeight = 2400, kColumn = 600, kMargin = 24, kGap = 20;

Box set(const std::string& source, float size, Color color, float max_width) {
  math::FormulaStyle style;
  style.size = size;
  style.color = color;
  style.text_face = all_fonts().find_face("marker").value_or(0);
  style.max_width = max_width;
  return math::layout(math::parse(source).tree, all_fonts(), style).box;
}

// Names stand above their formulas, in three columns.
struct Sheet {
  DisplayList items;
  float x = kMargin, y = kMargin;

  // False where nothing more fits.
  bool add(const testing::FormulaCase& each) {
    Box name = set("\\text{" + each.name + " }", 13, {0x88, 0x88, 0x88, 255}, 0);
    Box formula = set(each.source, 30, {0x22, 0x22, 0x22, 255}, kColumn - 2 * kMargin);
    const float height = 18 + formula.height();
    if (y + height > kPageHeight - kMargin) {
      x += kColumn;
      y = kMargin;
    }
    if (x >= kPageWidth) return false;
    items.emplace_back(placed(std::move(name), {x, y + 12}));
    const float baseline = y + 18 + formula.ascent;
    items.emplace_back(placed(std::move(formula), {x, baseline}));
    y += height + kGap;
    return true;
  }
};

void write(const Sheet& sheet, int number) {
  const Page page{{kPageWidth, kPageHeight}, {255, 255, 255, 255}, sheet.items};
  const Result<Image> image = render(page, all_fonts(), int(kPageWidth));
  REQUIRE(image);
  const Result<std::vector<std::uint8_t>> png = encode_png(image.value());
  REQUIRE(png);
  const std::string folder = testing::source_path("build/test-output/math");
  std::filesystem::create_directories(folder);
  const std::string path = folder + "/contact-sheet-" + std::to_string(number) + ".png";
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(png.value().data()), std::streamsize(png.value().size()));
  MESSAGE(path);
}

}  // namespace

TEST_CASE("contact sheet of all formulas" * doctest::skip()) {
  Sheet sheet;
  int number = 1;
  for (const testing::FormulaCase& each : testing::formula_cases()) {
    if (each.name.find(".latex") != std::string::npos) continue;
    if (sheet.add(each)) continue;
    write(sheet, number++);
    sheet = Sheet();
    CHECK(sheet.add(each));
  }
  write(sheet, number);
}
