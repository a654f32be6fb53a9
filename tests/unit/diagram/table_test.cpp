#include "diagram/table_content.h"
#include "diagram_fixture.h"
#include "support/random_poster.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

TableDiagram table_of(const std::vector<std::string>& head, const std::vector<std::string>& rows) {
  TableDiagram table;
  for (const std::string& text : head) {
    table.columns.emplace_back();
    table.columns.back().text = text;
  }
  for (const std::string& text : rows) {
    table.rows.emplace_back();
    table.rows.back().text = text;
  }
  return table;
}

TableDiagram oils() {
  return table_of({"油", "烟点", "主要脂肪酸", "凉拌", "深炸"},
                  {"亚麻籽油 | 107°C | 多不饱和 ($ω$-3) | ✓ | ✗", "黄油 | 150°C | 饱和 | ✗ | ✗",
                   "特级初榨橄榄油 | 190°C | 单不饱和 | ✓ | ✗", "花生油 | 225°C | 单不饱和 | ✗ | ✓"});
}

std::vector<std::string> texts_of(const std::string& row) {
  std::vector<std::string> texts;
  for (const CellText& cell : cells_of(row)) texts.push_back(cell.text);
  return texts;
}

Rect rect_of(const DiagramLayout& layout, std::string_view id) {
  for (const DiagramPart& part : layout.parts) {
    if (part.id == id) return part.rect;
  }
  FAIL("no part " << id);
  return {};
}

}  // namespace

TEST_CASE("a row's cells are parted as in Markdown") {
  using Texts = std::vector<std::string>;
  CHECK(texts_of("a | b|c") == Texts{"a", "b", "c"});
  CHECK(texts_of("| a | b |") == Texts{"a", "b"});
  CHECK(texts_of("a | | c |") == Texts{"a", "", "c", ""});
  CHECK(texts_of("$p(x|z)$ | b") == Texts{"$p(x|z)$", "b"});
  CHECK(texts_of("a \\| b | c") == Texts{"a | b", "c"});
  CHECK(texts_of("") == Texts{""});
  CHECK(cells_of("ab |  c")[1].offset == 6);
  std::string many;
  for (int i = 0; i < 40; ++i) many += "x|";
  CHECK(cells_of(many).size() == kMostCells);
}

TEST_CASE("a table's columns share edges, numbers stand to the right, ticks in the middle") {
  const DiagramStyle style = diagram_style({760, 320});
  const DiagramLayout layout = checked_layout(oils(), style);
  CHECK(layout.diagnostics.empty());
  check_apart(layout.parts);
  CHECK(layout.parts[0].font_size == doctest::Approx(24));
  for (const char* row : {"1", "2", "3"}) {
    const std::string id = std::string("rows.") + row;
    CHECK(rect_of(layout, id + ".0").left() == doctest::Approx(rect_of(layout, "rows.0.0").left()).epsilon(0.01));
    CHECK(rect_of(layout, id + ".1").right() == doctest::Approx(rect_of(layout, "rows.0.1").right()).epsilon(0.01));
    CHECK(rect_of(layout, id + ".3").center().x == doctest::Approx(rect_of(layout, "rows.0.3").center().x));
  }
  CHECK(rect_of(layout, "columns.1").right() == doctest::Approx(rect_of(layout, "rows.0.1").right()).epsilon(0.01));
  // A written alignment holds.
  TableDiagram left = oils();
  left.columns[1].align = ColumnAlign::Left;
  const DiagramLayout aligned = checked_layout(left, style);
  CHECK(rect_of(aligned, "rows.1.1").left() == doctest::Approx(rect_of(aligned, "rows.0.1").left()).epsilon(0.01));
}

TEST_CASE("where the room is narrow, texts become a little smaller, then lines break in the widest columns") {
  TableDiagram table =
      table_of({"名称", "说明"}, {"批归一化 | 对每个批次的激活值做归一化, 再缩放和平移, 让训练更快更稳",
                                  "残差连接 | 把输入直接加到输出上, 梯度可以跳过中间的层"});
  const DiagramLayout layout = checked_layout(table, diagram_style({460, 260}));
  CHECK_FALSE(has_diagnostic(layout, "overflow"));
  CHECK(layout.parts[0].font_size > 15);
  CHECK(rect_of(layout, "rows.0.1").height > 1.8f * rect_of(layout, "rows.0.0").height);
  check_apart(layout.parts);
}

TEST_CASE("cells are labels: they come from their row's text") {
  const TableDiagram table = table_of({"a"}, {"一 | $x|y$ | 三"});
  Drawing drawing;
  const MeasuredTable content = measure_table(table, diagram_style(), all_fonts(), drawing);
  REQUIRE(content.rows.size() == 2);
  REQUIRE(content.rows[1].cells.size() == 3);
  std::vector<ByteRange> sources;
  MeasuredText third = content.rows[1].cells[2].text;
  move_sources(third.box.items, [&](ByteRange source) {
    sources.push_back(source);
    return source;
  });
  REQUIRE(sources.size() == 1);
  CHECK(slice(table.rows[0].text, sources[0]) == "三");
  CHECK(content.rows[1].cells[2].block == BlockId{"rows.0.2", "rows.0.text"});
}

TEST_CASE("a row that stands out has its fill and is bolder; every other row is tinted") {
  TableDiagram table = oils();
  table.rows[1].fill = Color{0xFD, 0xEF, 0xC0, 255};
  const DiagramStyle style = diagram_style();
  Drawing drawing;
  const MeasuredTable content = measure_table(table, style, all_fonts(), drawing);
  CHECK(content.rows[0].is_head);
  CHECK(content.rows[0].fill == style.accent);
  CHECK(content.rows[1].fill == style.card);
  CHECK(content.rows[2].fill == *table.rows[1].fill);
  CHECK(content.rows[4].fill != style.card);
  CHECK(content.rows[2].cells[2].text.embolden > content.rows[1].cells[2].text.embolden);
  CHECK(contrast(content.rows[0].cells[0].text.color, style.accent) >= 4.5f);
}

TEST_CASE("tables of nothing, without a head, with uneven rows, and as large as the format allows") {
  CHECK(layout_diagram(TableDiagram{}, diagram_style(), all_fonts()).box.items.empty());
  checked_layout(table_of({"a", "b"}, {}), diagram_style());
  checked_layout(table_of({}, {"a", "b | c | d", ""}), diagram_style());
  std::string row = "名字";
  for (int i = 1; i < 12; ++i) row += " | 一段文字 " + std::to_string(i);
  const TableDiagram largest = table_of(std::vector<std::string>(12, "列"), std::vector<std::string>(32, row));
  CHECK(has_diagnostic(checked_layout(largest, diagram_style({400, 300})), "overflow"));
  check_apart(checked_layout(largest, diagram_style({2400, 2000})).parts);
  std::string wide = "名字";
  for (int i = 1; i < 12; ++i) wide += " | 一段相当长的文字, 需要折行才能放得下 " + std::to_string(i);
  const TableDiagram broken = table_of(std::vector<std::string>(12, "列"), std::vector<std::string>(32, wide));
  check_cost(broken, diagram_style({1000, 1000}));
}

TEST_CASE("random tables keep all promises") {
  Random random(21);
  const std::vector<std::string> texts = {"", "$x$", "✓", "✗", "107°C", "一段不长不短的说明文字", "a few words", "是"};
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    TableDiagram table;
    for (int i = random.below(5); i > 0; --i) {
      table.columns.emplace_back();
      table.columns.back().text = random.pick(texts);
      table.columns.back().align = ColumnAlign(random.below(4));
    }
    for (int i = random.below(7); i >= 0; --i) {
      table.rows.emplace_back();
      for (int k = random.below(5); k >= 0; --k) table.rows.back().text += random.pick(texts) + " | ";
    }
    const DiagramLayout layout =
        checked_layout(table, diagram_style(random.chance(50) ? Size{460, 200} : Size{800, 500}));
    check_apart(layout.parts);
  }
}

TEST_CASE("a table of full bleed is exactly as large as its room, and has no outline") {
  TableDiagram table;
  table.columns.resize(2);
  table.columns[0].text = "油";
  table.columns[1].text = "烟点";
  table.rows.resize(2);
  table.rows[0].text = "黄油 | 150°C";
  table.rows[1].text = "花生油 | 225°C";
  DiagramStyle style = diagram_style({700, 520});
  style.full_bleed = 20.0f;
  const DiagramLayout layout = layout_diagram(table, style, all_fonts());
  CHECK(layout.diagnostics.empty());
  CHECK(layout.box.width == doctest::Approx(700).epsilon(0.001));
  CHECK(layout.box.height() == doctest::Approx(520).epsilon(0.001));
  style.full_bleed.reset();
  CHECK(layout_diagram(table, style, all_fonts()).box.height() < 450);
}

TEST_CASE("a table that is all of its card is set larger where it has the height") {
  DiagramStyle style = diagram_style({560, 700});
  style.full_bleed = 20.0f;
  const auto size_of = [](const DiagramLayout& layout) {
    float size = 0;
    for (const DiagramPart& part : layout.parts) size = std::max(size, part.font_size);
    return size;
  };
  const DiagramLayout tall = layout_diagram(oils(), style, all_fonts());
  CHECK(tall.diagnostics.empty());
  style.max_size.height = 230;
  const DiagramLayout low = layout_diagram(oils(), style, all_fonts());
  CHECK(size_of(tall) > 1.1f * size_of(low));
  // No heading is broken for it.
  CHECK(rect_of(tall, "columns.2").height < 1.5f * size_of(tall));
  // Nor is a cell where the table is only a little smaller without.
  style.max_size = {1000, 1100};
  const DiagramLayout wide = layout_diagram(oils(), style, all_fonts());
  for (const DiagramPart& part : wide.parts) CHECK(part.rect.height < 1.6f * part.font_size);
}
