// Briefs with random changes, and briefs as large as may be: always a sound poster or an error, in bounded time.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "brief/brief.h"
#include "brief/outline.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "support/environment.h"
#include "support/golden.h"
#include "support/processor_time.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

// Briefs, those written as data among them, and outlines.
std::vector<std::string> briefs() {
  std::vector<std::string> texts;
  for (const std::string folder : {"tests/cases/briefs", "tests/cases/briefs/own", "tests/golden/outlines"}) {
    for (const auto& entry : std::filesystem::directory_iterator(source_path(folder))) {
      const std::string name = entry.path().stem().string();
      if (entry.path().extension() == ".md" && name != "README") texts.push_back(read_text(entry.path().string()));
    }
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

#if defined(SIXIANG_SANITIZE) || defined(__EMSCRIPTEN__)
constexpr double kSlower = 10;
#else
constexpr double kSlower = 1;
#endif

// How many changed briefs are read. SIXIANG_CHANGED_BRIEFS asks for another number: 10,000 take minutes under
// sanitizers.
std::size_t changed_briefs() {
  const std::string asked = testing::environment("SIXIANG_CHANGED_BRIEFS");
  return asked.empty() ? 1500 : std::size_t(std::stoul(asked));
}

class Mutator {
 public:
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return std::size_t(state_ >> 33) % std::max<std::size_t>(bound, 1);
  }
  // One change: a byte, a line gone, doubled or moved, a sign of the format put in, the rest cut off.
  void change(std::string& text) {
    static const std::vector<std::string> kSigns = {
        "\n## ", "→",       "“", "”",        "(",    ")",  "：", "$",    "★",      "LABELS", "\n- ",    "|",
        "---\n", "#F5F0E8", "`", "STEP 1: ", "\n\n", "，", "**", "  * ", "<!-- ",  " -->",   "\n```\n", "\n> ",
        "\n_",   "&#",      "{", "}",        "[",    "\"", "</", "<a>",  "\n  - ", "k: ",    "\n    "};
    const std::size_t at = below(text.size());
    switch (below(6)) {
      case 0:
        if (!text.empty()) text[at] = char(below(256));
        break;
      case 1:
        text.erase(at, below(60));
        break;
      case 2:
        text.insert(at, text.substr(below(text.size()), below(200)));
        break;
      case 3:
        text.insert(at, kSigns[below(kSigns.size())]);
        break;
      case 4: {
        const std::size_t begin = text.rfind('\n', at), end = text.find('\n', at);
        if (begin != std::string::npos && end != std::string::npos && end > begin) text.erase(begin, end - begin);
        break;
      }
      default:
        if (below(8) == 0) text.resize(at);
    }
  }

 private:
  std::uint64_t state_ = 7;
};

// Of processor time.
double milliseconds_of(const std::string& text) {
  const double start = testing::processor_seconds();
  const Result<std::vector<brief::ReadBrief>> read = brief::read_briefs(text);
  const double took = 1000.0 * (testing::processor_seconds() - start);
  if (read) {
    for (const brief::ReadBrief& one : read.value()) {
      CHECK(check_poster(one.poster).empty());
      const Result<Poster> opened = parse_poster(to_json(one.poster));
      REQUIRE(opened);
      CHECK(opened.value() == one.poster);
      const Result<Poster> outlined = brief::open_poster(brief::to_outline(one.poster));
      REQUIRE(outlined);
      CHECK(outlined.value() == one.poster);
    }
  }
  return took;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("changed briefs become sound posters") {
  Mutator mutator;
  double slowest = 0;
  const std::vector<std::string> originals = briefs();
  for (const std::string& original : originals) {
    for (std::size_t round = 0; round < changed_briefs() / originals.size(); ++round) {
      std::string text = original;
      for (std::size_t i = 0, changes = 1 + mutator.below(12); i < changes; ++i) mutator.change(text);
      slowest = std::max(slowest, milliseconds_of(text));
    }
  }
  CAPTURE(slowest);
  CHECK(slowest < 50 * kSlower);
}

TEST_CASE("the largest outlines are read in bounded time") {
  const std::string front = "---\nsixiang:\n---\n";
  const std::vector<std::string> texts = {
      front + repeated("## 节\n", 150000),
      front + "## 节\n" + repeated("- 甲 <!-- {} -->\n", 100000),
      front + "## 节\n" + repeated("|  |\n", 150000),
      front + "## 节\n|" + std::string(2000000, ' ') + "|\n",
      front + "## 节\n甲\n" + repeated("乙\n", 150000),
      front + "## 节\n<!-- " + repeated("{\n", 150000),
      front + "## 节\n- " + repeated("<!-- {} -->", 200000),
      front + "## 节\n```flow\n" + repeated("nodes:\n- {}\n", 70000) + "```\n",
      front + "## 节\n```flow\n" + repeated("a -> b\n", 150000) + "```\n",
      front + "## 节\n" + repeated("```\n", 150000),
      front + "# " + repeated("&#", 1000000),
      front + "## 节\n<!-- " + repeated("[", 1000000) + " -->",
      "---\nsixiang:\n" + repeated("  a:\n", 150000) + "---\n",
      front + repeated("甲\n", 150000),
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(i);
    CHECK(milliseconds_of(texts[i]) < 500 * kSlower);
  }
}

TEST_CASE("the largest briefs are read in bounded time") {
  const std::vector<std::string> texts = {
      repeated("STEP 1: 题 (A)\n- x → y → z\n", 1600),
      "LABELS: " + repeated("“一 a”, ", 20000),
      "## 节\n" + repeated("- E = m·c² 与 x_i\n", 4900),
      "NODES:\n" + repeated("- 名 - 说明, 说明\n", 30) + "COLORS: " + repeated("red (#FF0000) for 名, ", 8000),
      "NODES:\n" + repeated("- 名 - 说明\n", 30) + "ARROWS: " + repeated("名 → 名; ", 8000),
      "## 节\n- " + std::string(200000, '('),
      "## 节\n- " + repeated("“", 60000),
      "## 节\n" + repeated("| a | b |\n", 4900),
      "## 节\n- " + repeated("a→", 60000) + "b\n",
      "ELEMENTS: " + repeated("a puzzled owl, ", 20000) + "\n## 节\n- x\n",
      repeated("---\n# 01-a\n## 节\n- x\n", 1200),
      "## 节\n- " + repeated("x_1+", 100000),
      repeated("\n", 4999) + "## x",
      "{\"a\": " + repeated("[", 300000),
      "{\"steps\": [" + repeated("{\"title\": \"题\", \"points\": [\"x → y → z\"]},", 8000) + "]}",
      "{\"steps\": [{\"title\": \"题\", \"points\": [" + repeated("\"E = m·c²\",", 40000) + "]}]}",
      "{\"题\": {\"次\": " + repeated("{\"甲\": ", 30) + "1",
      "<a>" + repeated("<b1>", 60000),
      "<poster>" + repeated("<card><title>题</title><li>x</li></card>", 8000) + "</poster>",
      "<poster><card><title>题</title>" + repeated("&amp;", 100000) + "</card></poster>",
      "<poster " + repeated("a=\"1\" ", 60000) + ">",
      "steps:\n" + repeated("  - title: 题\n    points: [甲, 乙]\n", 2400),
      "a:\n  b:\n" + repeated("    - c: d\n", 4900),
      "a:\n  b: |\n" + repeated("    甲\n", 4900),
      "nodes:\n" + repeated("  - {id: a, title: 题, next: b}\n", 2000) + "links:\n" + repeated("  - a -> b\n", 2900),
      repeated("【区块】位置 宽 3，高 4\n", 4900),
      repeated("- 甲\n  - 乙\n    - 丙\n", 1600),
      "词表\n" + repeated("词：解释\n", 4900),
      repeated("一段话，没有标题。\n\n", 2400),
      repeated("一行在逗号后面断开的长长长长长长长长长长长长长句子，\n", 4900),
      repeated("甲：\n\n1. 一段有编号的话，说的是怎样读一本很难读的书，不查字典\n", 1600),
      repeated("第1名 甲——乙，颜色 #FF0000\n", 4900),
      repeated("左上角放“甲”，底色浅橙 #FFE3CC，里面写着“乙”，画一条小流程：丙 → 丁\n", 3000),
      repeated("① 甲（#FFFFFF，靠左）\n「乙」「丙」\n", 2400) + "① → ② → ③\n",
      "① 甲\n② 乙\n" + repeated("① 到 ② 的箭头旁写“光”，", 9000),
      repeated("甲 → 乙 → 丙\n", 2400) + repeated("甲：丁\n", 2400),
      repeated("问题1：甲\n是 → 问题2\n", 2400),
      "# 题\n## 节\n- 甲\n" + repeated("总结: 乙丙\n结尾：丁\n", 2400),
      "# 题\n## 节\n- 甲\nCOLORS: " + repeated("top row: teal (#2C7A7B), ", 8000),
      "NODES:\n" + repeated("- 1: 甲 — 乙\n", 30) + "COLORS: " + repeated("first two and cards 3 to 9, ", 8000) +
          "red (#FF0000)",
      repeated("a ──[b]──► c ", 20000) + "\n## 节\n- 甲",
      "ARROWS: " + repeated("arrows 1 → 2 in red (#FF0000), ", 8000),
      repeated("Card 1 (mint). Heading \"a\". Body: \"b\" and \"c\".\n", 4000),
      repeated("—— 甲 ——\n一、乙\n（一）丙\n", 1600),
      "Q1：甲\nQ2：乙\n" + repeated("“", 60000) + repeated("（", 60000),
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(i);
    CHECK(milliseconds_of(texts[i]) < 400 * kSlower);
  }
}
