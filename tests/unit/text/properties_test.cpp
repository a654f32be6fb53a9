// What holds for any text: random paragraphs of everything that people type, from a written seed.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "support/golden.h"
#include "support/processor_time.h"
#include "unit/text/paragraphs.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

// PCG (O’Neill 2014), the 32-bit generator with a 64-bit state.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) { next(); }

  std::uint32_t below(std::uint32_t limit) { return next() % limit; }

 private:
  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005u + 1442695040888963407u;
    const auto mixed = std::uint32_t(((old >> 18u) ^ old) >> 27u);
    const auto turn = std::uint32_t(old >> 59u);
    return (mixed >> turn) | (mixed << ((32 - turn) & 31));
  }

  std::uint64_t state_;
};

std::string random_text(Random& random) {
  const std::array<const char*, 24> pieces = {
      "扩散", "模型", "噪",  "的",  "，", "。", "（", "）", "「", "」",      "“",  "”",
      "GAN",  "x_t",  "3.5", "95%", " ",  "  ", "——", "……", "\n", "x\u0302", "：", "Wasserstein-1",
  };
  const std::array<const char*, 12> rare = {"\u200B", "\uFEFF", "\U00013000", "\t", "\x01", "\u1FB1",
                                            "龘",     "·",      "!",          "-",  "/",    "\U0001F600"};
  std::string text;
  const std::uint32_t count = random.below(40);
  for (std::uint32_t i = 0; i < count; ++i) {
    text += random.below(8) == 0 ? rare[random.below(std::uint32_t(rare.size()))]
                                 : pieces[random.below(std::uint32_t(pieces.size()))];
  }
  return text;
}

std::string without_line_ends(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
  return text;
}

void check_paragraph(const ParagraphCase& paragraph, const TextLayout& layout) {
  CHECK(shown_text(layout.box.items) == without_line_ends(paragraph.text));
  REQUIRE(!layout.lines.empty());
  CHECK(layout.lines.front().begin == 0);
  CHECK(layout.lines.back().end == paragraph.text.size());
  std::size_t too_wide = 0;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const TextLine& line = layout.lines[i];
    if (i > 0) CHECK(line.begin == layout.lines[i - 1].end);
    if (i > 0) CHECK(line.baseline > layout.lines[i - 1].baseline);
    const bool within_characters = line.begin == paragraph.text.size() || (paragraph.text[line.begin] & 0xC0) != 0x80;
    CHECK(within_characters);
    if (paragraph.width > 0 && line.width > paragraph.width * kEm + 0.05f) ++too_wide;
    CHECK(line.width >= 0);
  }
  const auto overflows = std::count_if(layout.diagnostics.begin(), layout.diagnostics.end(),
                                       [](const Diagnostic& each) { return each.code == "overflow"; });
  CHECK(std::size_t(overflows) == too_wide);
}

}  // namespace

TEST_CASE("random paragraphs keep every character, in order, within the width") {
  Random random(20240229);
  for (int i = 0; i < 400; ++i) {
    ParagraphCase paragraph;
    paragraph.text = random_text(random);
    paragraph.width = float(random.below(60)) / 4;
    paragraph.breaking = LineBreaking(random.below(3));
    paragraph.spacing = CjkLatinSpacing(random.below(2));
    INFO(paragraph.text << " | " << paragraph.width);
    check_paragraph(paragraph, layout_case(paragraph));
  }
}

TEST_CASE("balancing makes no more lines than the greedy way, and none wider than the width") {
  Random random(7);
  for (int i = 0; i < 200; ++i) {
    ParagraphCase paragraph;
    paragraph.text = random_text(random);
    paragraph.width = 4 + float(random.below(40)) / 4;
    const TextLayout greedy = layout_case(paragraph);
    paragraph.breaking = LineBreaking::Balanced;
    const TextLayout balanced = layout_case(paragraph);
    INFO(paragraph.text << " | " << paragraph.width);
    CHECK(balanced.lines.size() == greedy.lines.size());
  }
}

TEST_CASE(
    "no line begins with a closing mark or ends with an opening one, where a line has room for three characters") {
  Random random(99);
  for (int i = 0; i < 300; ++i) {
    ParagraphCase paragraph;
    paragraph.text = "模型" + without_line_ends(random_text(random));
    paragraph.width = 8 + float(random.below(20)) / 4;
    const TextLayout layout = layout_case(paragraph);
    INFO(paragraph.text << " | " << paragraph.width);
    for (std::size_t k = 1; k < layout.lines.size(); ++k) {
      const std::string above = paragraph.text.substr(0, layout.lines[k].begin);
      const std::string below = paragraph.text.substr(layout.lines[k].begin);
      const bool many_marks = above.size() > 24 && above.find("模型", above.size() - 24) == std::string::npos;
      for (const char* mark : {"，", "。", "）", "」", "："}) CHECK((many_marks || below.rfind(mark, 0) != 0));
      for (const char* mark : {"（", "「"}) {
        CHECK((many_marks || above.compare(above.size() - 3, 3, mark) != 0));
      }
    }
  }
}

TEST_CASE("no mark stands on the wrong side of a line's end, whatever the marks and the width") {
  const std::array<const char*, 6> opening = {"（", "「", "《", "【", "“", "〔"};
  const std::array<const char*, 12> closing = {"，", "。", "、", "；", "：", "！", "？", "）", "」", "》", "】", "”"};
  const std::array<const char*, 8> inside = {"扩散", "模型的", "GAN", "3.5", "95％", "￥8", "Wi-Fi", "あー"};
  Random random(4711);
  for (int i = 0; i < 500; ++i) {
    ParagraphCase paragraph;
    for (std::uint32_t k = 4 + random.below(20); k > 0; --k) {
      if (random.below(3) == 0) paragraph.text += opening[random.below(std::uint32_t(opening.size()))];
      paragraph.text += inside[random.below(std::uint32_t(inside.size()))];
      if (random.below(2) == 0) paragraph.text += closing[random.below(std::uint32_t(closing.size()))];
      if (random.below(6) == 0) paragraph.text += closing[random.below(std::uint32_t(closing.size()))];
    }
    paragraph.width = 6 + float(random.below(40)) / 4;
    paragraph.breaking = LineBreaking(random.below(2));
    INFO(paragraph.text << " | " << paragraph.width);
    const TextLayout layout = layout_case(paragraph);
    for (std::size_t k = 1; k < layout.lines.size(); ++k) {
      const std::string_view above = std::string_view(paragraph.text).substr(0, layout.lines[k].begin);
      const std::string_view below = std::string_view(paragraph.text).substr(layout.lines[k].begin);
      for (const std::string_view mark : closing) CHECK(below.substr(0, mark.size()) != mark);
      for (const std::string_view mark : opening) CHECK(above.substr(above.size() - mark.size()) != mark);
    }
  }
}

TEST_CASE("time grows with the length of a text, not with its square") {
  constexpr std::size_t kBytes = 64 * 1024;
  for (const char* piece : {"扩散模型的", "abcdefgh", "前向GAN，训练「模型」3.5%……——", "\u0302", "x\u0302\u0304",
                            "\u200D", "）", "（", "\"", " ", "\n", "\U00013000", "a-", "/"}) {
    for (const LineBreaking breaking : {LineBreaking::Greedy, LineBreaking::Balanced, LineBreaking::None}) {
      ParagraphCase paragraph;
      while (paragraph.text.size() < kBytes) paragraph.text += piece;
      paragraph.width = 10;
      paragraph.breaking = breaking;
      const double start = testing::processor_seconds();
      const TextLayout layout = layout_case(paragraph);
      const double took = testing::processor_seconds() - start;
      CAPTURE(piece);
      CHECK(took < 5);  // a twentieth of a second is usual, a quadratic search takes minutes
      CHECK(layout.lines.back().end == paragraph.text.size());
    }
  }
}
