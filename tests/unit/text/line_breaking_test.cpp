// Where lines end: the cases of tests/cases/line-breaking.txt.
#include <doctest/doctest.h>

#include "display/dump.h"
#include "support/golden.h"
#include "unit/text/paragraphs.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "line " + line + "\n";
  return text;
}

}  // namespace

TEST_CASE("lines end where the cases say") {
  const std::vector<ParagraphCase> cases = read_cases("tests/cases/line-breaking.txt");
  CHECK(cases.size() >= 40);
  for (const ParagraphCase& each : cases) {
    INFO(each.name);
    CHECK(joined(lines_of(layout_case(each), each.text)) == joined(each.lines));
  }
}

TEST_CASE("a paragraph of everything at four widths") {
  const std::string text =
      "扩散模型（Diffusion）分两步：前向过程逐步加噪⟦4⟧，反向过程学习去噪；DDPM采样T→1，“最重要”的3D "
      "token序列……见「《类比》GPT-4o」，（图2）准确率95%。体素: 0/1 token——x\u0302与\u1FB1。";
  std::string actual;
  for (const float width : {24.0f, 16.0f, 10.0f, 6.0f}) {
    ParagraphCase paragraph;
    paragraph.text = text;
    paragraph.width = width;
    const TextLayout layout = layout_case(paragraph);
    actual += "width " + std::to_string(int(width)) + "\n" + joined(lines_of(layout, text)) + dump(layout.box) + "\n";
  }
  check_text_golden("text/mixed-paragraph.txt", actual);
}
