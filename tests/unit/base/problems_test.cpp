// The table of diagnostics, and specs/diagnostics.md, which is the same for readers.
#include "base/problems.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

#include "support/golden.h"

using namespace sixiang;

namespace {

std::size_t holes(std::string_view clause) {
  std::size_t count = 0;
  for (std::size_t at = clause.find("{}"); at != std::string_view::npos; at = clause.find("{}", at + 2)) ++count;
  return count;
}

std::string cell(std::string_view text) {
  std::string result = " ";
  for (const char c : text) result += c == '|' ? "\\|" : std::string(1, c);
  return result + " |";
}

std::string table() {
  std::string result = "| code | | meaning | remedy | 含义 | 办法 |\n|---|---|---|---|---|---|\n";
  for (const ProblemEntry& entry : problem_entries()) {
    result += "|" + cell("`" + std::string(entry.code) + "`") + cell(name_of(entry.severity)) +
              cell(entry.meaning.english) + cell(entry.remedy.english) + cell(entry.meaning.chinese) +
              cell(entry.remedy.chinese) + "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("problems: each says in both languages what is wrong and what to do") {
  for (const ProblemEntry& entry : problem_entries()) {
    CAPTURE(entry.code);
    for (const Clause& clause : {entry.meaning, entry.remedy}) {
      CHECK_FALSE(clause.english.empty());
      CHECK_FALSE(clause.chinese.empty());
      CHECK(clause.english.back() != '.');
      CHECK(clause.chinese.find("。") == std::string_view::npos);
    }
    CHECK(holes(entry.meaning.english) == holes(entry.meaning.chinese));
    CHECK(holes(entry.remedy.english) + holes(entry.remedy.chinese) == 0);
    CHECK(std::all_of(entry.code.begin(), entry.code.end(), [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); }));
  }
}

TEST_CASE("problems: what a place names stands in the holes, in order") {
  const Diagnostic diagnostic = make_diagnostic(Problem::MissingGlyph, {"{}", "U+13000"});
  CHECK(diagnostic.code == "missing-glyph");
  CHECK(diagnostic.severity == Severity::Warning);
  CHECK(diagnostic.message.english ==
        "no font has the character “{}” (U+13000), and a box is drawn: write it in another way");
  CHECK(diagnostic.message.chinese == "没有字体包含字符「{}」（U+13000），已画成方框：请换一种写法");
  CHECK(meaning_of(Problem::NewerFormat, {"3", "1"}).english ==
        "the poster is of format version 3, this program knows up to 1");
}

TEST_CASE("problems: specs/diagnostics.md holds the table (SIXIANG_UPDATE_GOLDENS=1 writes it)") {
  const std::string path = testing::source_path("specs/diagnostics.md");
  const std::string text = testing::read_text(path);
  const std::string expected = text.substr(0, text.find("| code |")) + table();
  if (std::getenv("SIXIANG_UPDATE_GOLDENS")) std::ofstream(path, std::ios::binary) << expected;
  CHECK(testing::read_text(path) == expected);
}
