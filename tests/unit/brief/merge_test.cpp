// A text that is read again: what was changed by hand stays where the reading is the same.
#include "brief/merge.h"

#include <doctest/doctest.h>

#include <string>

#include "brief/brief.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "support/random_poster.h"

using namespace sixiang;

namespace {

constexpr const char* kText =
    "# 手冲咖啡\n"
    "## 磨豆\n"
    "- 粗细: 像细砂糖\n"
    "- 现磨现冲\n"
    "## 注水\n"
    "- 水温 92°C\n"
    "- 分三段\n"
    "## 尝味\n"
    "- 尖酸就磨细\n"
    "箭头流程: 磨豆 → 注水 → 尝味\n";

Poster read(const std::string& text) {
  const auto briefs = brief::read_briefs(text);
  REQUIRE(briefs.ok());
  return briefs.value()[0].poster;
}

std::string changed(std::string text, const std::string& part, const std::string& with) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), with);
}

std::string texts(const Section& section) {
  std::string all;
  for (const Label& label : section.content) all += (all.empty() ? "" : "|") + label.text;
  return all;
}

// The poster of `kText` with a hand's changes, read again from another text.
Poster again(const Poster& ours, const std::string& text) {
  const Poster merged = brief::merge(read(kText), ours, read(text));
  CHECK(check_poster(merged).empty());
  return merged;
}

}  // namespace

TEST_CASE("read again from the same text, a poster stays as it is") {
  Poster ours = read(kText);
  ours.sections[1].content[0].text = "水温 90°C";
  ours.sections[0].colors.fill = Color{1, 2, 3, 255};
  ours.page.width = 1234;
  CHECK(again(ours, kText) == ours);
}

TEST_CASE("untouched by hand, a poster becomes what the new text says") {
  const std::string text = changed(kText, "- 分三段\n", "- 分四段\n- 别太快\n");
  CHECK(again(read(kText), text) == read(text));
}

TEST_CASE("a line that the text changes changes, and what was changed by hand beside it stays") {
  Poster ours = read(kText);
  ours.sections[0].content[0].text = "粗细: 像面粉";
  ours.sections[0].content[1].color = Color{200, 0, 0, 255};
  ours.sections[2].title = "喝";
  const Poster merged = again(ours, changed(kText, "分三段", "分四段"));
  CHECK(texts(merged.sections[0]) == "粗细: 像面粉|现磨现冲");
  CHECK(merged.sections[0].content[1].color == Color{200, 0, 0, 255});
  CHECK(texts(merged.sections[1]) == "水温 92°C|分四段");
  CHECK(merged.sections[2].title == "喝");
}

TEST_CASE("where a hand and the new text change the same, the text holds, but for colours") {
  Poster ours = read(kText);
  ours.sections[1].content[1].text = "分五段";
  ours.sections[1].colors.fill = Color{9, 8, 7, 255};
  const std::string text = changed(changed(kText, "分三段", "分四段"), "## 注水", "## 热身\n- 先闻香\n## 注水");
  const Poster merged = again(ours, text);
  REQUIRE(merged.sections.size() == 4);
  CHECK(merged.sections[1].title == "热身");
  CHECK(merged.sections[2].title == "注水");
  CHECK(texts(merged.sections[2]) == "水温 92°C|分四段");
  CHECK(merged.sections[2].colors.fill == Color{9, 8, 7, 255});
}

TEST_CASE("what was added by hand stays where it is, and what was taken away stays away") {
  Poster ours = read(kText);
  Label own;
  own.text = "自己加的";
  ours.sections[0].content.insert(ours.sections[0].content.begin() + 1, own);
  ours.sections[1].content.erase(ours.sections[1].content.begin());
  Section mine;
  mine.id = "mine";
  mine.title = "自己的板块";
  ours.sections.insert(ours.sections.begin() + 1, mine);
  const Poster merged = again(ours, changed(kText, "- 现磨现冲\n", "- 称好十五克\n- 现磨现冲\n"));
  REQUIRE(merged.sections.size() == 4);
  CHECK(texts(merged.sections[0]) == "粗细: 像细砂糖|称好十五克|自己加的|现磨现冲");
  CHECK(merged.sections[1].title == "自己的板块");
  CHECK(texts(merged.sections[2]) == "分三段");
}

TEST_CASE("what was taken away by hand comes back where the text changes it") {
  Poster ours = read(kText);
  ours.sections[1].content.erase(ours.sections[1].content.begin() + 1);
  CHECK(texts(again(ours, changed(kText, "分三段", "分四段")).sections[1]) == "水温 92°C|分四段");
}

TEST_CASE("what the text no longer has goes, with the links to it") {
  Poster ours = read(kText);
  ours.links.emplace_back();
  ours.links.back().from = ours.sections[2].id;
  ours.links.back().to = ours.sections[1].id;
  ours.sections[0].title = "研磨";
  const std::string without = changed(changed(kText, "## 注水\n- 水温 92°C\n- 分三段\n", ""), "注水 → ", "");
  const Poster merged = again(ours, without);
  REQUIRE(merged.sections.size() == 2);
  CHECK(merged.sections[0].title == "研磨");
  REQUIRE(merged.links.size() == 1);
  CHECK(merged.links[0].from == merged.sections[0].id);
  CHECK(merged.links[0].to == merged.sections[1].id);
}

TEST_CASE("sections that change places in the text are the same sections, with their hand's changes") {
  Poster ours = read(kText);
  ours.sections[0].icon = "coffee";
  const Poster merged = again(ours,
                              "# 手冲咖啡\n## 注水\n- 水温 92°C\n- 分三段\n## 磨豆\n- 粗细: 像细砂糖\n- 现磨现冲\n"
                              "## 尝味\n- 尖酸就磨细\n箭头流程: 磨豆 → 注水 → 尝味\n");
  REQUIRE(merged.sections.size() == 3);
  CHECK(merged.sections[1].title == "磨豆");
  CHECK(merged.sections[1].icon == "coffee");
  CHECK(merged.links.size() == ours.links.size());
}

TEST_CASE("a line that was added as a label and is then read from the text stands there once") {
  Poster ours = read(kText);
  Label added;
  added.text = "别太快";
  ours.sections[1].content.push_back(added);
  CHECK(texts(again(ours, changed(kText, "- 分三段\n", "- 分三段\n- 别太快\n")).sections[1]) ==
        "水温 92°C|分三段|别太快");
}

TEST_CASE("words that the text gives the title bring their emphasis") {
  Poster ours = read(kText);
  ours.title.emphasis = Emphasis{0, 2, Color{1, 1, 1, 255}, {}};
  CHECK(again(ours, changed(kText, "分三段", "分四段")).title.emphasis == ours.title.emphasis);
  const std::string text = changed(kText, "# 手冲咖啡", "# 冰滴");
  CHECK(again(ours, text).title.emphasis == read(text).title.emphasis);
}

TEST_CASE(
    "random posters: the same reading keeps all, no hand's change takes all, three of any kind give a sound one") {
  testing::Random random(11);
  for (int i = 0; i < 300; ++i) {
    CAPTURE(i);
    const auto next = [&random] {
      return testing::random_poster(random, testing::UnknownMembers::Some, testing::PosterSize::Small);
    };
    const Poster a = next(), b = next(), c = next();
    CHECK(brief::merge(a, b, a) == b);
    CHECK(check_poster(brief::merge(a, b, c)).empty());
    CHECK(check_poster(brief::merge(a, a, c)).empty());
  }
}
