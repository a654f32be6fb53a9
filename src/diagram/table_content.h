// A table's cells, measured: what its texts say, before they have a place.
#pragma once

#include <optional>
#include <vector>

#include "diagram/measured_text.h"

namespace sixiang {

enum class CellSign : std::uint8_t { None, Tick, Cross };

struct ContentCell {
  std::size_t column = 0;
  CellSign sign = CellSign::None;
  MeasuredText text;  // on one line
  BlockId block;
  bool is_empty() const { return sign == CellSign::None && text.empty(); }
};

struct ContentRow {
  std::vector<ContentCell> cells;  // one a column
  std::string source;              // the text that all cells come from; empty in the head, whose cells have their own
  Color fill;
  bool is_head = false, stands_out = false;
};

struct MeasuredTable {
  std::vector<ContentRow> rows;   // the head first, if there is one
  std::vector<TextAlign> aligns;  // of the columns
};

MeasuredTable measure_table(const TableDiagram& table, const DiagramStyle& style, const FontSet& fonts,
                            Drawing& drawing);

// A piece of a row's text between two borders, without blanks around it; `offset` is in bytes of the row.
struct CellText {
  std::string text;
  std::size_t offset = 0;
};
// At least one, kMostCells at most. Borders in formulas and behind backslashes are none, and neither are those at both
// ends of the row.
std::vector<CellText> cells_of(const std::string& row);

}  // namespace sixiang
