// The briefs of tests/cases/briefs and of its folder own, or of the folder SIXIANG_BRIEFS: what is read of each is what
// is expected; README.md there says how it is compared. And what every line was taken for: tests/golden/briefs.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "brief/brief.h"
#include "model/check.h"
#include "support/compare_poster.h"
#include "support/environment.h"
#include "support/golden.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

// Of all briefs, without the ending.
std::vector<std::string> paths() {
  const std::string other = environment("SIXIANG_BRIEFS");
  const std::vector<std::string> folders =
      other.empty() ? std::vector<std::string>{source_path("tests/cases/briefs"), source_path("tests/cases/briefs/own")}
                    : std::vector<std::string>{other};
  const std::string ending = ".expected.json";
  std::vector<std::string> found;
  for (const std::string& folder : folders) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string path = entry.path().string();
      if (path.ends_with(ending)) found.push_back(path.substr(0, path.size() - ending.size()));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

brief::ReadBrief read(const std::string& path) {
  const Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(read_text(path + ".md"));
  REQUIRE(briefs);
  REQUIRE(briefs.value().size() == 1);
  return briefs.value()[0];
}

std::string told(const brief::ReadBrief& read) {
  std::string text;
  for (const brief::LeftOut& left_out : read.left_out)
    text += std::to_string(left_out.line) + ": " + left_out.text + "\n";
  return text;
}

// An icon that is not known is told instead.
bool is_told(const std::string& difference, const std::string& all) {
  const std::string lack = "no icon for ";
  const std::size_t at = difference.find(lack);
  return at != std::string::npos && all.find(difference.substr(at + lack.size())) != std::string::npos;
}

std::string differences(const std::string& path) {
  const nlohmann::json expected = nlohmann::json::parse(read_text(path + ".expected.json"));
  const brief::ReadBrief brief = read(path);
  CHECK(check_poster(brief.poster).empty());
  const std::string all = told(brief);
  std::string text;
  for (const std::string& difference : compare(brief.poster, expected)) {
    if (!is_told(difference, all)) text += difference + "\n";
  }
  for (const nlohmann::json& wanted : expected["reported"]) {
    if (all.find(wanted.get<std::string>()) == std::string::npos)
      text += "not told: " + wanted.get<std::string>() + "\n";
  }
  for (const nlohmann::json& section : expected["sections"]) {
    for (const nlohmann::json& line : section["lines"]) {
      if (all.find(": " + line.get<std::string>() + "\n") != std::string::npos)
        text += "told: " + line.get<std::string>() + "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("briefs become the posters that are expected") {
  for (const std::string& path : paths()) {
    CAPTURE(path);
    CHECK(differences(path) == "");
  }
}

TEST_CASE("arrows between symbols are a chain, those that add and take noise are tiles") {
  const Poster poster = read(source_path("tests/cases/briefs/own/generative-models")).poster;
  const auto diagram = [&](std::size_t section) -> const Diagram& {
    return *poster.sections.at(section).content.at(0).diagram;
  };
  const NoiseDiagram* noise = std::get_if<NoiseDiagram>(&diagram(2));
  REQUIRE(noise);
  std::string tiles, spans;
  for (const NoiseTile& tile : noise->tiles) tiles += std::to_string(int(tile.level * 10)) + tile.caption + " ";
  for (const NoiseSpan& span : noise->spans) {
    spans += std::to_string(span.from) + "-" + std::to_string(span.to) + span.text + " ";
  }
  CHECK(tiles == "0$x₀$ 5 10$x_T$ 5 0$x₀$ ");
  CHECK(spans == "0-2加噪 2-4去噪 ");
  const ChainDiagram* chain = std::get_if<ChainDiagram>(&diagram(3));
  REQUIRE(chain);
  std::string tokens;
  for (const ChainToken& token : chain->tokens) tokens += token.text + " ";
  CHECK(tokens == "$x₁$ $x₂$ $x₃$ $…$ $x_N$ ");
  CHECK(poster.sections[2].badge->color == Color{0xE8, 0x65, 0x5A, 255});
}

TEST_CASE("positioning labels have the colour that is told for them, whatever they are called") {
  const std::string brief = read_text(source_path("tests/cases/briefs/own/sound-stack.md"));
  const Poster poster = brief::read_briefs(brief).value().at(0).poster;
  std::size_t badges = 0;
  for (const Section& section : poster.sections) {
    if (!section.badge) continue;
    ++badges;
    CHECK(section.badge->color == Color{0xF2, 0xCC, 0x8F, 255});
  }
  CHECK(badges == 3);
}

TEST_CASE("steps down a tall page have their heads beside them, and a way back past others is a fat arrow") {
  const std::string path = source_path("tests/cases/briefs/c3-pourover.md");
  const auto poster_of = [](const std::string& text) { return brief::read_briefs(text).value().at(0).poster; };
  const Poster poster = poster_of(read_text(path));
  REQUIRE(poster.sections.size() == 4);
  for (const Section& section : poster.sections) CHECK(section.header == HeaderKind::Side);
  REQUIRE(poster.links.size() == 1);
  CHECK(poster.links[0].shape == LinkShape::Block);
  CHECK(poster.links[0].style == LineStyle::Solid);  // told by its own colour
  CHECK(poster.palette.bodies == BodyTone::Pale);
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string text = read_text(path);
    REQUIRE(text.find(from) != std::string::npos);
    return poster_of(text.replace(text.find(from), from.size(), to));
  };
  // Where a title would break, or the page is no taller than wide, they stand above.
  CHECK(changed("STAGE 1: 磨豆 (Grind)", "STAGE 1: 把豆子磨得不粗不细 (Grind)").sections[0].header ==
        HeaderKind::Strip);
  CHECK(changed("ASPECT: 9:16", "ASPECT: 3:4").sections[0].header == HeaderKind::Strip);
}

TEST_CASE("a figure is darker than asked for where it could not be read") {
  const Poster poster = read(source_path("tests/cases/briefs/b1-heat")).poster;
  for (std::size_t i = 0; i < 6; ++i) {
    const Section& section = poster.sections.at(i);
    const Label& figure = section.content.at(0);
    REQUIRE(figure.role == LabelRole::Figure);
    REQUIRE(figure.color);
    CHECK(contrast(*figure.color, *section.colors.fill) >= 3);
  }
}

TEST_CASE("what every line of a brief was taken for") {
  if (!environment("SIXIANG_BRIEFS").empty()) return;
  for (const std::string& path : paths()) {
    const std::string name = path.substr(path.find_last_of('/') + 1);
    std::string text;
    for (const brief::LineReading& reading : read(path).readings) {
      text += "line " + std::to_string(reading.line) + ": " + reading.meaning + "\n";
    }
    check_text_golden("briefs/" + name + ".txt", text);
  }
}

TEST_CASE("what all entries of a timeline say first under one name stands on cards, and bodies keep their fills") {
  const auto poster_of = [](const std::string& text) { return brief::read_briefs(text).value().at(0).poster; };
  const std::string head = "历史 - Timeline View\n\n";
  const auto node = [](const char* year, const char* lead) {
    return "NODE 1 - " + std::string(year) + ": 机器" + year + "\n- " + lead + ": 第一件事\n- 位置: 起点阶段\n\n";
  };
  const Poster shared = poster_of(head + node("1950", "创新") + node("1960", "创新") + node("1970", "创新"));
  REQUIRE(shared.sections.size() == 3);
  for (const Section& section : shared.sections) {
    REQUIRE(section.content.size() == 2);
    CHECK(section.content[0].role == LabelRole::Key);
    // «位置» is a place only where it names one.
    CHECK(section.content[1].text == "位置: 起点阶段");
  }
  CHECK(shared.palette.bodies == BodyTone::Filled);
  std::string long_one = node("1970", "创新");
  for (int i = 0; i < 3; ++i)
    long_one.insert(long_one.size() - 1, "- 意义: 深度卷积首次成功扩展到三维的体素空间里去\n");
  const Poster full = poster_of(head + node("1950", "创新") + node("1960", "创新") + long_one);
  for (const Section& section : full.sections) CHECK(section.content[0].role == LabelRole::Text);
  const Poster others = poster_of(head + node("1950", "创新") + node("1960", "意义") + node("1970", "创新"));
  for (const Section& section : others.sections) CHECK(section.content[0].role == LabelRole::Text);
  CHECK(others.palette.bodies == BodyTone::Pale);
}

TEST_CASE("the message below a tree has a sign and no bar, unless the brief gives it a colour") {
  const std::string text = read_text(source_path("tests/cases/briefs/p1-which-test.md"));
  const Poster poster = brief::read_briefs(text).value().at(0).poster;
  REQUIRE(poster.sections.size() == 2);
  CHECK(poster.sections[1].icon == "lightbulb");
  CHECK(poster.sections[1].colors.fill == poster.page.background);
}

TEST_CASE("where headers of white cards have colours, those that got none have others, unlike them") {
  const std::string text = read_text(source_path("tests/cases/briefs/a3-indexes.md"));
  const Poster poster = brief::read_briefs(text).value().at(0).poster;
  std::vector<Color> headers;
  for (const Section& section : poster.sections) {
    if (section.place != SectionPlace::Flow) continue;
    REQUIRE(section.colors.header);
    CHECK(section.colors.fill == Color{255, 255, 255, 255});
    CHECK(std::find(headers.begin(), headers.end(), *section.colors.header) == headers.end());
    headers.push_back(*section.colors.header);
  }
  REQUIRE(headers.size() == 5);
  CHECK(headers[0] == Color{0xB7, 0xDC, 0xEF, 255});  // as asked
  CHECK(headers[1] != Color{0xA8, 0xD8, 0xEA, 255});  // nearly the first one
}
