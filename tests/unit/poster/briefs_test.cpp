// The posters of tests/cases/briefs have what their briefs ask for; and what compare() finds where one has not.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/compare_poster.h"
#include "support/golden.h"
#include "support/poster_files.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

const std::string kFolder = "tests/cases/briefs/";

std::vector<std::string> names() {
  const std::string tail = ".expected.json";
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(source_path(kFolder))) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(tail)) found.push_back(name.substr(0, name.size() - tail.size()));
  }
  std::sort(found.begin(), found.end());
  return found;
}

nlohmann::json expectation(const std::string& name) {
  return nlohmann::json::parse(read_text(source_path(kFolder + name + ".expected.json")));
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

Section& section(Poster& poster, const std::string& id) {
  return *std::find_if(poster.sections.begin(), poster.sections.end(),
                       [&](const Section& section) { return section.id == id; });
}

// What is found after `change`, which something must be.
template <class Change>
std::string found_after(const std::string& name, Change change) {
  Poster poster = read_poster(kFolder + name + ".json");
  change(poster);
  return joined(compare(poster, expectation(name)));
}

}  // namespace

TEST_CASE("posters of briefs have what is expected") {
  CHECK(names().size() == 16);
  for (const std::string& name : names()) {
    CAPTURE(name);
    CHECK(joined(compare(read_poster(kFolder + name + ".json"), expectation(name))) == "");
  }
}

TEST_CASE("what a poster lacks is found") {
  CHECK(found_after("a1-estimators", [](Poster& poster) {
          section(poster, "mom").content.erase(section(poster, "mom").content.begin() + 2);
        }) == "/矩估计 MoM: 0 times: 不必知道完整分布\n");
  CHECK(found_after("a1-estimators", [](Poster& poster) {
          section(poster, "mom").content[0].text = "E[X^k] = (1/n)·ΣXᵢ^k";
        }) == "/矩估计 MoM: no formula: E[X^k] = (1/n)·ΣXᵢ^k\n");
  CHECK(found_after("a1-estimators", [](Poster& poster) { section(poster, "mle").badge.reset(); }) ==
        "/极大似然 MLE: no badge 首选\n");
  CHECK(found_after("a2-energy-ring", [](Poster& poster) { poster.links.pop_back(); }) ==
        "links/热能 Thermal → 光能 Radiant: missing, or with other words than “热辐射”\n"
        "links: no formula: j = σ·T⁴\n");
  CHECK(found_after("d1-lying-numbers", [](Poster& poster) {
          std::get<BarsDiagram>(*section(poster, "averages").content[0].diagram).rows[2].value = 4;
        }) == "/平均数有三张脸: 0 times: 4800 元\ndiagrams/平均数有三张脸: other values\n");
  CHECK(found_after("d2-oils", [](Poster& poster) {
          std::get<TableDiagram>(*section(poster, "oils").content[0].diagram).rows[1].text =
              "黄油 | 150°C | 饱和 | ✗ | ✓";
        }) == "diagrams/六种油怎么用: row 1 cell 5 is nothing, not ✗\n");
  CHECK(found_after("c2-warehouse", [](Poster& poster) { poster.layout.order = Order::Down; }) ==
        "layout: other order\n");
}

TEST_CASE("what a poster has too much is found") {
  CHECK(found_after("a1-estimators", [](Poster& poster) {
          section(poster, "mom").content.push_back(section(poster, "mom").content[3]);
        }) == "/矩估计 MoM: 2 times: 小样本效率偏低\n");
  CHECK(found_after("b1-heat", [](Poster& poster) { section(poster, "fry").title = "Card 1 煎"; }) != "");
  CHECK(found_after("a2-energy-ring", [](Poster& poster) {
          poster.links.emplace_back();
          poster.links.back().from = "thermal";
          poster.links.back().to = "electric";
        }) == "links: one too much: thermal → electric\n");
  CHECK(found_after("b3-reading", [](Poster& poster) {
          section(poster, "test").content[0].text = "讲不出来 $=$ 没读懂";
        }) == "/: must be no formula: 讲不出来 = 没读懂\n");
  CHECK(found_after("c4-tradeoffs", [](Poster& poster) {
          poster.sections.emplace_back();
          poster.sections.back().id = "extra";
          poster.sections.back().title = "图示";
        }) == "poster: a section too much: extra\nnever: “图示” in 图示\n");
}
