// Where lines end: the cases of tests/cases/line-breaking*.txt, and the table of what breaks cost in specs/text.md.
#include <doctest/doctest.h>

#include <optional>
#include <sstream>

#include "base/utf8.h"
#include "display/dump.h"
#include "support/golden.h"
#include "text/cluster.h"
#include "unit/text/paragraphs.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "line " + line + "\n";
  return text;
}

// A row of the table in specs/text.md: | name | cost | examples between backticks |
struct CostRow {
  std::string name;
  double deviation = 0;
  std::vector<std::string> examples;  // those with a ‖, which stands where the break is
};

std::vector<CostRow> cost_rows() {
  std::istringstream page(read_text(source_path("specs/text.md")));
  std::vector<CostRow> rows;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.rfind("| break | cost |", 0) == 0) inside = true;
    if (line.rfind("| ", 0) != 0) inside = inside && line.rfind("|--", 0) == 0;
    if (!inside || line.rfind("| break", 0) == 0 || line.rfind("|--", 0) == 0) continue;
    CostRow row;
    const std::size_t name_end = line.find(" | "), cost_end = line.find(" | ", name_end + 3);
    row.name = line.substr(2, name_end - 2);
    row.deviation = std::stod(line.substr(name_end + 3, cost_end - name_end - 3));
    for (std::size_t open = line.find('`', cost_end); open != std::string::npos;) {
      const std::size_t close = line.find('`', open + 1);
      row.examples.push_back(line.substr(open + 1, close - open - 1));
      open = line.find('`', close + 1);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// Of the place of ‖ in `example`; nothing where no line may end there.
std::optional<BreakKind> kind_of(std::string example) {
  const std::string sign = "‖";
  const std::size_t place = example.find(sign);
  example.erase(place, sign.size());
  const std::vector<Inline> content = {TextSpan{example, text_style(), 0}};
  ShapedText text = shape_text(content, all_fonts());
  space_clusters(text, content, CjkLatinSpacing::EighthEm, all_fonts());
  find_breaks(text, content);
  for (const Cluster& cluster : text.clusters) {
    if (cluster.end == place && cluster.break_after == BreakAfter::Allowed) return cluster.break_kind;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("breaks are of the kinds, and cost, what the table in specs/text.md says") {
  const std::vector<CostRow> rows = cost_rows();
  REQUIRE(rows.size() == kBreakCosts.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].name == std::string(kBreakCosts[i].name));
    CHECK(rows[i].deviation == doctest::Approx(kBreakCosts[i].deviation));
    CHECK(!rows[i].examples.empty());
    for (const std::string& example : rows[i].examples) {
      INFO(example);
      const std::optional<BreakKind> kind = kind_of(example);
      CHECK(std::string(kind ? kBreakCosts[std::size_t(*kind)].name : "no break") == rows[i].name);
    }
  }
}

TEST_CASE("lines end where the cases say") {
  std::vector<ParagraphCase> cases = read_cases("tests/cases/line-breaking.txt");
  for (ParagraphCase& each : read_cases("tests/cases/line-breaking-chinese.txt")) cases.push_back(std::move(each));
  CHECK(cases.size() >= 170);
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
