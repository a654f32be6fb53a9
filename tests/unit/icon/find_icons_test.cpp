// Finding icons by words.
#include "icon/find_icons.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace sixiang;

namespace {

std::vector<std::string> names(std::string_view query) {
  std::vector<std::string> result;
  for (const IconId icon : find_icons(query)) result.emplace_back(icon_words(icon).name);
  return result;
}

std::string first(std::string_view query) {
  const std::vector<std::string> found = names(query);
  return found.empty() ? "" : found.front();
}

bool finds(std::string_view query, std::string_view name) {
  const std::vector<std::string> found = names(query);
  return std::find(found.begin(), found.end(), name) != found.end();
}

}  // namespace

TEST_CASE("every icon is the first that its name and its title find") {
  for (std::size_t i = 0; i < icon_count(); ++i) {
    const IconWords words = icon_words(IconId(i));
    CHECK(first(words.name) == words.name);
    const std::string_view title = words.chinese.substr(0, words.chinese.find(' '));
    CAPTURE(title);
    const std::vector<std::string> found = names(title);
    CHECK(std::find(found.begin(), found.end(), words.name) - found.begin() < 3);
  }
}

TEST_CASE("icons are found by what one would call them") {
  for (const auto& [asked, name] : std::vector<std::pair<const char*, const char*>>{
           {"火箭", "rocket"},   {"放大镜", "search"},   {"小鸟", "bird"},
           {"秒表", "timer"},    {"雷达", "radar"},      {"钻头", "drill"},
           {"锚", "anchor"},     {"标签", "tag"},        {"挂锁", "lock"},
           {"磨豆机", "bean"},   {"雕刻刀", "pen-tool"}, {"骨架", "bone"},
           {"seesaw", "scale"},  {"lightning", "zap"},   {"bucket", "cylinder"},
           {"furnace", "flame"}, {"matrix", "grid-3x3"}, {"checkerboard", "grid-3x3"},
           {"dice", "dices"},    {"lamp", "lightbulb"}}) {
    const std::string query = asked;
    CAPTURE(query);
    CHECK(first(query) == name);
  }
}

TEST_CASE("whole words come before beginnings, and these before what is within") {
  // Keywords “art”, “article”, “heart”.
  const std::vector<std::string> found = names("art");
  const auto place = [&](const char* name) { return std::find(found.begin(), found.end(), name) - found.begin(); };
  CHECK(place("palette") < place("file-text"));
  CHECK(place("file-text") < place("heart"));
  CHECK(place("heart") < std::ptrdiff_t(found.size()));
}

TEST_CASE("all words of a query count, in any order and language") {
  CHECK(finds("check circle", "circle-check"));
  CHECK(first("Circle Check") == "circle-check");
  CHECK(first("circle-check") == "circle-check");
  CHECK(finds("chart 时间轴", "chart-gantt"));
  CHECK_FALSE(finds("chart 时间轴", "chart-pie"));
  CHECK(first("ＲＯＣＫＥＴ") == "rocket");
  CHECK(finds("云，上传", "cloud-upload"));
}

TEST_CASE("what finds nothing and what finds all") {
  CHECK(names("qqqq").empty());
  CHECK(names("rocket qqqq").empty());
  CHECK(names("").size() == icon_count());
  CHECK(names(" 　-").size() == icon_count());
}

TEST_CASE("a long query is read up to a number of words") {
  std::string query;
  for (std::size_t i = 0; i < kMaxQueryWords; ++i) query += "rocket ";
  CHECK(first(query + "qqqq") == "rocket");
  CHECK(names(std::string(100000, 'x')).empty());
  CHECK(names(std::string("\xFF\xFE\x80")).empty());
}
