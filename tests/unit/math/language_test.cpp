// The examples of specs/formula-language.md and the entries of the cheat sheet.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "math/math.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

struct Block {
  std::string kind;
  std::vector<std::string> lines;
};

std::vector<Block> blocks_of(const std::string& text) {
  std::vector<Block> blocks;
  bool inside = false;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("```", 0) == 0) {
      if (!inside) blocks.push_back({line.substr(3), {}});
      inside = !inside;
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

void check_same(const Block& block) {
  REQUIRE(block.lines.size() >= 2);
  for (const std::string& line : block.lines) {
    CAPTURE(line);
    CHECK(math::parse(line).diagnostics.empty());
    CHECK(math::dump(math::parse(line).tree) == math::dump(math::parse(block.lines.front()).tree));
  }
}

void check_tree(const Block& block) {
  std::string expected;
  for (std::size_t i = 1; i < block.lines.size(); ++i) expected += block.lines[i] + "\n";
  CHECK(math::dump(math::parse(block.lines.at(0)).tree) == expected);
}

void check_errors(const Block& block) {
  for (const std::string& line : block.lines) {
    CAPTURE(line);
    const std::size_t mark = line.find(" ## ");
    REQUIRE(mark != std::string::npos);
    const Diagnostics found = math::parse(line.substr(0, mark)).diagnostics;
    REQUIRE(found.size() == 1);
    const Diagnostic& only = found.front();
    CHECK(only.code + " " + std::to_string(only.offset) + " " + std::to_string(only.length) == line.substr(mark + 4));
  }
}

void check_commands(const Block& block, int& count) {
  for (const std::string& line : block.lines) {
    std::istringstream words(line);
    for (std::string word; words >> word; ++count) {
      CAPTURE(word);
      for (const Diagnostic& each : math::parse(word + " x").diagnostics) CHECK(each.code != "unknown-command");
    }
  }
}

}  // namespace

TEST_CASE("the language page: every example holds") {
  int blocks = 0, commands = 0;
  for (const Block& block : blocks_of(testing::read_text(testing::source_path("specs/formula-language.md")))) {
    ++blocks;
    if (block.kind == "same") {
      check_same(block);
    } else if (block.kind == "tree") {
      check_tree(block);
    } else if (block.kind == "error") {
      check_errors(block);
    } else if (block.kind == "commands") {
      check_commands(block, commands);
    } else {
      FAIL_CHECK("unknown block " << block.kind);
    }
  }
  CHECK(blocks > 25);
  CHECK(commands > 200);
}

// Code spans of the table are formulas, except the first column's ellipses; | is escaped in a Markdown table.
TEST_CASE("the cheat sheet: every formula can be read") {
  std::istringstream page(testing::read_text(testing::source_path("specs/formula-cheatsheet.md")));
  int formulas = 0;
  for (std::string line; std::getline(page, line);) {
    if (line.rfind("| ", 0) != 0) continue;
    for (std::size_t open = line.find('`'); open != std::string::npos;) {
      const std::size_t close = line.find('`', open + 1);
      REQUIRE(close != std::string::npos);
      std::string formula = line.substr(open + 1, close - open - 1);
      for (std::size_t bar; (bar = formula.find("\\|")) != std::string::npos;) formula.replace(bar, 2, "|");
      CAPTURE(formula);
      for (const Diagnostic& each : math::parse(formula).diagnostics) CHECK(each.code == "missing-argument");
      ++formulas;
      open = line.find('`', close + 1);
    }
  }
  CHECK(formulas > 60);
}
