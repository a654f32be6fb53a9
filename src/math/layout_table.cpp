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

// Columns in pairs, as in align; eqnarray says itself how each of its three is aligned.
bool is_paired(const Table& table) { return table.kind == TableKind::Aligned && table.columns.empty(); }

TableShape shape_of(const Table& table) {
  switch (table.kind) {
    case TableKind::Matrix:
      return {0.9f, 1.25f, 0.25f};
    case TableKind::Cases:
      return {1.0f, 1.3f, 0.25f};
    case TableKind::Aligned:
    case TableKind::Gathered:
      return {is_paired(table) || table.kind == TableKind::Gathered ? 0.0f : 0.9f, 1.5f, 0.55f};
    case TableKind::Stack:
      return {0.0f, 1.0f, 0.12f};
    case TableKind::Tabular:
      return {1.3f, 1.45f, 0.45f};
  }
  return {};
}

// Between a table and its delimiters, em.
float margin_of(TableKind kind) { return kind == TableKind::Matrix ? 0.08f : kind == TableKind::Cases ? 0.15f : 0.0f; }

MathStyle cell_style(TableKind kind, MathStyle style) {
  switch (kind) {
    case TableKind::Matrix:
    case TableKind::Tabular:
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

// The letters of {lc|r}; the last one stands for all that follow ([r] of a starred matrix).
Align align_named(char letter) { return letter == 'l' ? Align::Left : letter == 'r' ? Align::Right : Align::Center; }

Align align_given(const Table& table, std::size_t column) {
  std::string letters = table.columns;
  letters.erase(std::remove(letters.begin(), letters.end(), '|'), letters.end());
  if (letters.empty()) return Align::Center;
  return align_named(letters[std::min(column, letters.size() - 1)]);
}

Align align_of(const Table& table, std::size_t column) {
  switch (table.kind) {
    case TableKind::Matrix:
    case TableKind::Tabular:
      return align_given(table, column);
    case TableKind::Cases:
      return Align::Left;
    case TableKind::Aligned:
      if (!is_paired(table)) return align_given(table, column);
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

const TableSpan* find_span(const Table& table, std::size_t row, std::size_t column) {
  for (const TableSpan& span : table.spans) {
    if (span.row == row && span.column == column) return &span;
  }
  return nullptr;
}

float width_of(const Fragment& cell) { return cell.width + cell.italics; }

float width_of(const std::vector<Column>& columns, const TableSpan& span) {
  const Column& last = columns[span.column + span.count - 1];
  return last.x + last.width - columns[span.column].x;
}

// What stretches over several columns widens the last of them where it is wider than they are.
void make_room(std::vector<Column>& columns, const TableSpan& span, float width, float gap) {
  float there = gap * float(span.count - 1);
  for (std::size_t i = 0; i < span.count; ++i) there += columns[span.column + i].width;
  columns[span.column + span.count - 1].width += std::max(width - there, 0.0f);
}

// `pair_gap`: after every second column; 0: `gap` there too.
std::vector<Column> columns_of(const Table& table, const std::vector<std::vector<Fragment>>& rows, float margin,
                               float gap, float pair_gap) {
  std::vector<Column> columns;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::vector<Fragment>& cells = rows[row];
    if (columns.size() < cells.size()) columns.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!find_span(table, row, i)) columns[i].width = std::max(columns[i].width, width_of(cells[i]));
    }
  }
  for (const TableSpan& span : table.spans) make_room(columns, span, width_of(rows[span.row][span.column]), gap);
  float x = margin;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].x = x;
    x += columns[i].width + (pair_gap > 0 && i % 2 == 1 ? pair_gap : gap);
  }
  return columns;
}

// Ink of one row, from top to bottom.
struct Band {
  float top = 0, bottom = 0;
};

// \hline and the | of {c|c}: halfway between what they part.
void add_lines(Fragment& result, const Table& table, const std::vector<Column>& columns, const std::vector<Band>& bands,
               TableShape gaps, float thickness) {
  if (columns.empty() || bands.empty()) return;
  const float right = columns.back().x + columns.back().width + gaps.column_gap / 2;
  std::vector<float> edges{bands.front().top - gaps.row_gap / 2};
  for (std::size_t i = 1; i < bands.size(); ++i) edges.push_back((bands[i - 1].bottom + bands[i].top) / 2);
  edges.push_back(bands.back().bottom + gaps.row_gap / 2);
  for (const TableLine& line : table.lines) {
    if (line.row >= edges.size() || line.first >= columns.size()) continue;
    const Column& last = columns[std::min(line.last, columns.size()) - 1];
    const float beyond = line.trimmed ? 0 : gaps.column_gap / 2;
    const float from = columns[line.first].x - beyond, to = last.x + last.width + beyond;
    add_rule(result, {from, edges[line.row] - thickness / 2, to - from, thickness});
  }
  std::size_t column = 0;
  for (char c : table.columns) {
    if (c != '|') {
      ++column;
    } else if (column <= columns.size()) {
      const float x = column < columns.size() ? columns[column].x - gaps.column_gap / 2 : right;
      add_rule(result, {x - thickness / 2, edges.front(), thickness, edges.back() - edges.front()});
    }
  }
}

}  // namespace

// The cells of one row, each in its column's style.
std::vector<Fragment> Layouter::table_row(const Table& table, const std::vector<Row>& source, MathStyle style) {
  std::vector<Fragment> cells;
  for (std::size_t column = 0; column < source.size(); ++column) {
    std::vector<RowItem> content;
    // In the second column of an alignment, “= y” is spaced as if something stood before it.
    if (is_paired(table) && column % 2 == 1) {
      RowItem nothing;
      nothing.style = style;
      content.push_back(std::move(nothing));
    }
    for (RowItem& item : items(source[column], style)) content.push_back(std::move(item));
    cells.push_back(assembled(std::move(content)));
  }
  return cells;
}

// Rows at baselines that keep both a least distance and a least gap; the whole centred on the axis.
Fragment Layouter::table(const Table& table, MathStyle style) {
  const TableShape shape = shape_of(table);
  const MathStyle inner = cell_style(table.kind, style);
  std::vector<std::vector<Fragment>> rows;
  for (const std::vector<Row>& source : table.cells) rows.push_back(table_row(table, source, inner));
  const bool framed = !table.columns.empty() && (table.columns.front() == '|' || table.columns.back() == '|');
  const float margin = em(framed || !table.lines.empty() ? shape.column_gap / 2 : margin_of(table.kind), style);
  const std::vector<Column> columns =
      columns_of(table, rows, margin, em(shape.column_gap, style), is_paired(table) ? em(2, style) : 0);

  // Every row of a matrix is as high as a bracket (LaTeX's \strut), so that its delimiters are not stunted.
  const bool struts =
      table.kind != TableKind::Aligned && table.kind != TableKind::Gathered && table.kind != TableKind::Stack;
  const Fragment strut = struts ? character(U'(', inner) : Fragment();
  Fragment result;
  std::vector<Band> bands;
  float baseline = 0, previous_descent = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Fragment extent;
    if (strut.inked) extend(extent, strut.ascent, strut.descent);
    for (const Fragment& cell : rows[i]) {
      if (cell.inked) extend(extent, cell.ascent, cell.descent);
    }
    if (i > 0) baseline += std::max(em(shape.line, inner), previous_descent + extent.ascent + em(shape.row_gap, inner));
    previous_descent = extent.descent;
    bands.push_back({baseline - extent.ascent, baseline + extent.descent});
    extend(result, extent.ascent - baseline, extent.descent + baseline);
    for (std::size_t column = 0; column < rows[i].size(); ++column) {
      Fragment& cell = rows[i][column];
      const TableSpan* span = find_span(table, i, column);
      const float there = span ? width_of(columns, *span) : columns[column].width;
      const float room = there - cell.width - cell.italics;
      const Align align = span ? align_named(span->align) : align_of(table, column);
      const float left = align == Align::Left ? 0 : align == Align::Center ? room / 2 : room;
      place(result, std::move(cell), columns[column].x + left, baseline);
    }
  }
  result.width = columns.empty() ? 0 : columns.back().x + columns.back().width + margin;
  const TableShape gaps{em(shape.column_gap, style), em(shape.line, inner), em(shape.row_gap, inner)};
  add_lines(result, table, columns, bands, gaps, constant(MathConstant::OverbarRuleThickness, inner));
  const float middle = (result.ascent - result.descent) / 2;
  return shifted(std::move(result), middle - constant(MathConstant::AxisHeight, style));
}

}  // namespace sixiang::math
