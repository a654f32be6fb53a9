#include <algorithm>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
namespace {

enum class Align : std::uint8_t { Left, Center, Right };

// Distances in em of the table's style; \arraycolsep, \jot and \baselineskip of LaTeX, in the proportions of a poster.
struct TableShape {
  float column_gap = 0.9f;
  float line = 1.25f;     // baseline to baseline at least
  float row_gap = 0.25f;  // between the ink of two rows at least
};

TableShape shape_of(TableKind kind) {
  switch (kind) {
    case TableKind::Matrix:
      return {0.9f, 1.25f, 0.25f};
    case TableKind::Cases:
      return {1.0f, 1.3f, 0.25f};
    case TableKind::Aligned:
      return {0.0f, 1.5f, 0.4f};
    case TableKind::Gathered:
      return {0.0f, 1.5f, 0.4f};
    case TableKind::Stack:
      return {0.0f, 1.0f, 0.12f};
  }
  return {};
}

constexpr float kMatrixMargin = 0.08f;  // em, between a matrix and its brackets

MathStyle cell_style(TableKind kind, MathStyle style) {
  switch (kind) {
    case TableKind::Matrix:
    case TableKind::Cases:
      return {is_script(style.level) ? style.level : StyleLevel::Text, style.cramped};
    case TableKind::Aligned:
    case TableKind::Gathered:
      return {is_script(style.level) ? style.level : StyleLevel::Display, style.cramped};
    case TableKind::Stack:
      return style;
  }
  return style;
}

Align align_of(const Table& table, std::size_t column) {
  switch (table.kind) {
    case TableKind::Matrix:
      if (column < table.columns.size()) {
        if (table.columns[column] == 'l') return Align::Left;
        if (table.columns[column] == 'r') return Align::Right;
      }
      return Align::Center;
    case TableKind::Cases:
      return Align::Left;
    case TableKind::Aligned:
      return column % 2 == 0 ? Align::Right : Align::Left;
    case TableKind::Gathered:
    case TableKind::Stack:
      return Align::Center;
  }
  return Align::Center;
}

struct Column {
  float x = 0, width = 0;
};

}  // namespace

// Rows at baselines that keep both a least distance and a least gap; the whole centred on the axis.
Fragment Layouter::table(const Table& table, MathStyle style) {
  const TableShape shape = shape_of(table.kind);
  const MathStyle inner = cell_style(table.kind, style);
  std::vector<std::vector<Fragment>> cells;
  std::vector<Column> columns;
  for (const std::vector<Row>& source : table.cells) {
    cells.emplace_back();
    for (std::size_t column = 0; column < source.size(); ++column) {
      std::vector<RowItem> content;
      // In the second column of an alignment, “= y” is spaced as if something stood before it.
      if (table.kind == TableKind::Aligned && column % 2 == 1) {
        RowItem nothing;
        nothing.style = inner;
        content.push_back(std::move(nothing));
      }
      for (RowItem& item : items(source[column], inner)) content.push_back(std::move(item));
      cells.back().push_back(assembled(std::move(content)));
      if (columns.size() <= column) columns.emplace_back();
      const Fragment& cell = cells.back().back();
      columns[column].width = std::max(columns[column].width, cell.width + cell.italics);
    }
  }
  float x = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].x = x;
    const bool pair_ends = table.kind == TableKind::Aligned && i % 2 == 1;
    x += columns[i].width + (i + 1 < columns.size() ? em(pair_ends ? 2.0f : shape.column_gap, style) : 0.0f);
  }

  Fragment result;
  float baseline = 0, previous_descent = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Fragment extent;
    for (const Fragment& cell : cells[i]) {
      if (cell.inked) extend(extent, cell.ascent, cell.descent);
    }
    if (i > 0) baseline += std::max(em(shape.line, inner), previous_descent + extent.ascent + em(shape.row_gap, inner));
    previous_descent = extent.descent;
    for (std::size_t column = 0; column < cells[i].size(); ++column) {
      Fragment& cell = cells[i][column];
      const float room = columns[column].width - cell.width - cell.italics;
      const Align align = align_of(table, column);
      const float left = align == Align::Left ? 0 : align == Align::Center ? room / 2 : room;
      place(result, std::move(cell), columns[column].x + left, baseline);
    }
  }
  const float middle = (result.ascent - result.descent) / 2;
  const float margin = table.kind == TableKind::Matrix ? em(kMatrixMargin, style) : 0;
  Fragment whole;
  whole.width = x + 2 * margin;
  place(whole, std::move(result), margin, middle - constant(MathConstant::AxisHeight, style));
  return whole;
}

}  // namespace sixiang::math
