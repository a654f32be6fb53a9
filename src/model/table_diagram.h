// Diagrams of the kind "table": a head and rows of cells.
#pragma once

#include <optional>
#include <string>

#include "base/color.h"
#include "model/field.h"

namespace sixiang {

enum class ColumnAlign : std::uint8_t { Auto, Left, Center, Right };  // Auto: numbers right, ticks centred, else left

constexpr Word word_of(ColumnAlign align) {
  switch (align) {
    case ColumnAlign::Auto:
      return {"auto", "By content", "按内容"};
    case ColumnAlign::Left:
      return {"left", "Left", "左对齐"};
    case ColumnAlign::Center:
      return {"center", "Centre", "居中"};
    case ColumnAlign::Right:
      return {"right", "Right", "右对齐"};
  }
  return {};
}

struct TableColumn {
  std::string text;  // in the head
  ColumnAlign align = ColumnAlign::Auto;
  UnknownFields unknown;
  bool operator==(const TableColumn&) const = default;
};

constexpr Thing thing_of(std::type_identity<TableColumn>) {
  return {"column", "A column of a table.", {"column", "列"}, {"Columns", "列"}, {"Column", "列"}};
}

void describe(auto& fields, Is<TableColumn> auto& column) {
  fields.text(Name{"text", "In the head.", "Text", "文字"}, column.text, Presence::Required);
  fields.choice(Name{"align", "auto: numbers to the right, ticks and crosses centred, all else to the left.",
                     "Alignment", "对齐"},
                column.align, ColumnAlign::Auto);
  fields.unknown(column.unknown);
}

struct TableRow {
  std::string text;           // its cells, parted by `|` as in Markdown; `\|` is no border
  std::optional<Color> fill;  // of a row that stands out
  UnknownFields unknown;
  bool operator==(const TableRow&) const = default;
};

constexpr Thing thing_of(std::type_identity<TableRow>) {
  return {"row", "A row of a table.", {"row", "行"}, {"Rows", "行"}, {"New | row", "新 | 行"}};
}

void describe(auto& fields, Is<TableRow> auto& row) {
  fields.text(Name{"text", "Its cells, parted by |; a cell that is ✓ or ✗ is drawn as a sign.", "Cells", "单元格"},
              row.text, Presence::Required);
  fields.color(Name{"fill", "Of a row that stands out, bold. Default: none.", "Fill", "填充"}, row.fill,
               Fallback::Nothing);
  fields.unknown(row.unknown);
}

struct TableDiagram {
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
  UnknownFields unknown;
  bool operator==(const TableDiagram&) const = default;
};

// Of a row; what is beyond stands in the last one.
inline constexpr std::size_t kMostCells = 12;

constexpr Thing thing_of(std::type_identity<TableDiagram>) {
  return {"table", "A head and rows of cells.", {"table", "表格"}, {"Table", "表格"}};
}

void describe(auto& fields, Is<TableDiagram> auto& diagram) {
  fields.list(Name{"columns", "The head, from left to right; none: a table without."}, diagram.columns, kMostCells,
              Presence::Written);
  fields.list(Name{"rows", "From top to bottom."}, diagram.rows, 32, Presence::Written);
  fields.unknown(diagram.unknown);
}

TableDiagram example_of(std::type_identity<TableDiagram>);

}  // namespace sixiang
