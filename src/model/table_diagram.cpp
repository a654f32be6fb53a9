#include "model/table_diagram.h"

namespace sixiang {

TableDiagram example_of(std::type_identity<TableDiagram>) {
  TableDiagram table;
  for (const char* text : {"", "A", "B"}) {
    table.columns.emplace_back();
    table.columns.back().text = text;
  }
  for (const char* text : {"1 | ✓ | ✗", "2 | ✗ | ✓"}) {
    table.rows.emplace_back();
    table.rows.back().text = text;
  }
  return table;
}

}  // namespace sixiang
