// Not a test: all icons in pictures to be looked at, large and as in a text. Skipped unless asked for
// (scripts/contact-sheet).
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "export/export_page.h"
#include "icon/icon.h"
#include "math/math.h"
#include "support/golden.h"

using namespace sixiang;
using sixiang::testing::all_fonts;

namespace {

constexpr std::size_t kColumns = 12, kRows = 8;
constexpr float kCell = 130, kLarge = 64, kSmall = 26;
constexpr Color kInk{0x2B, 0x29, 0x33, 255}, kBlue{0xA8, 0xD8, 0xEA, 255}, kPaper{0xFF, 0xFD, 0xF8, 255};

void append(DisplayList& items, DisplayList more) { std::move(more.begin(), more.end(), std::back_inserter(items)); }

Box name_of(IconId icon) {
  math::FormulaStyle style;
  style.size = 12;
  style.text_face = all_fonts().find_face("marker").value_or(0);
  const std::string source = "\\text{" + std::string(icon_words(icon).name) + " }";
  return math::layout(math::parse(source).tree, all_fonts(), style).box;
}

DisplayList cell(IconId icon, Point corner) {
  const Rect large{corner.x + 8, corner.y + 8, kLarge, kLarge};
  DisplayList items = draw_icon(icon, large, {kInk, kBlue, 3.25f});
  append(items, draw_icon(icon, {large.right() + 12, large.y + 20, kSmall, kSmall}, {kInk, kBlue, 2.2f}));
  items.emplace_back(placed(name_of(icon), {large.x, large.bottom() + 20}));
  return items;
}

}  // namespace

TEST_CASE("contact sheet of icons" * doctest::skip()) {
  const std::string folder = testing::source_path("build/test-output/icon");
  std::filesystem::create_directories(folder);
  for (std::size_t first = 0, number = 1; first < icon_count(); first += kColumns * kRows, ++number) {
    Page page{{kColumns * kCell, kRows * kCell}, kPaper, {}};
    for (std::size_t i = 0; i < std::min(kColumns * kRows, icon_count() - first); ++i) {
      append(page.items, cell(IconId(first + i), {float(i % kColumns) * kCell, float(i / kColumns) * kCell}));
    }
    ExportOptions options;
    options.width_px = int(page.size.width);
    const auto bytes = export_page(page, all_fonts(), options);
    REQUIRE(bytes);
    std::ofstream file(folder + "/contact-sheet-" + std::to_string(number) + ".png", std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.value().data()), std::streamsize(bytes.value().size()));
    CHECK(file.good());
  }
}
