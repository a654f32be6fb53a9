// Bars before the amounts of a comparison's statements.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "diagram/shown_range.h"
#include "layout_checks.h"

using namespace sixiang;
using testing::find_block;

namespace {

Poster split(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  Poster poster;
  poster.page.width = 1920;
  poster.page.height = 1080;
  poster.layout.columns = 2;
  poster.layout.divider.emplace().text = "压缩";
  for (const std::vector<std::string>* statements : {&left, &right}) {
    Section& section = poster.sections.emplace_back();
    section.id = statements == &left ? "before" : "after";
    section.title = "一半";
    for (const std::string& text : *statements) section.content.emplace_back().text = text;
  }
  return poster;
}

PosterLayout laid_out(const Poster& poster) { return layout_poster(poster, testing::all_fonts()); }

std::size_t count_bars(const PosterLayout& layout) {
  std::size_t count = 0;
  for (const Block& block : layout.blocks) count += block.id.find(".bars.") != std::string::npos ? 1 : 0;
  return count;
}

const std::vector<std::string> kBefore = {"雕刻：2-5天", "拓扑：1-2天", "展开：4天", "绑定：3-10天", "总计：10-21天"};
const std::vector<std::string> kAfter = {"雕刻：1-2天", "拓扑：2-4小时", "展开：1天", "绑定：2-6天", "动画：1-3天"};

}  // namespace

TEST_CASE("row bars: both halves of a comparison have bars on one scale, but for sums and other units") {
  const PosterLayout layout = laid_out(split(kBefore, kAfter));
  CHECK(count_bars(layout) == 8);
  const Rect longest = find_block(layout, "before.bars.3")->rect, five = find_block(layout, "before.bars.0")->rect;
  const Rect six = find_block(layout, "after.bars.2")->rect;
  CHECK(longest.width == doctest::Approx(2 * five.width));
  CHECK(six.width == doctest::Approx(0.6 * longest.width));
  CHECK(longest.left() == doctest::Approx(five.left()));
  CHECK(longest.left() > find_block(layout, "before.content.3")->rect.left());
  CHECK(longest.right() < find_block(layout, "before")->rect.right());
}

TEST_CASE("row bars: none where the halves have no unit in common, or too few amounts") {
  std::vector<std::string> others = kAfter;
  for (std::string& text : others) text = text.substr(0, text.find("：")) + "：3 km";
  CHECK(count_bars(laid_out(split(kBefore, others))) == 0);
  for (std::size_t i = 0; i < 3; ++i) others[i] = "雕刻：很快";
  CHECK(count_bars(laid_out(split(kBefore, others))) == 0);
}

TEST_CASE("row bars: none without a comparison") {
  Poster poster = split(kBefore, kAfter);
  poster.layout.divider.reset();
  CHECK(count_bars(laid_out(poster)) == 0);
}

TEST_CASE("amounts: a number or a range, and its unit up to a blank, a bracket or a comma") {
  const auto amount = [](std::string_view text) {
    const std::optional<ShownAmount> shown = shown_amount(text);
    return shown ? std::to_string(int(10 * shown->least)) + " " + std::to_string(int(10 * shown->greatest)) + " " +
                       std::string(shown->unit)
                 : "none";
  };
  CHECK(amount("2-5天") == "20 50 天");
  CHECK(amount("0.5～1 d (约)") == "5 10 d");
  CHECK(amount("12-33天 (约2.5-7周)") == "120 330 天");
  CHECK(amount("1-3天/秒") == "10 30 天/秒");
  CHECK(amount("40%，一半") == "400 400 %");
  CHECK(amount("3") == "30 30 ");
  CHECK(amount("约3天") == "none");
  CHECK(amount("5-2天") == "none");
}
