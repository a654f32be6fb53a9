// Tables and charts of data. Inside brief/ only.
#pragma once

#include "brief/data.h"

namespace sixiang::brief {

// Rows of Markdown: of {columns, rows}, of rows of cells, of objects whose members are the columns.
std::vector<Text> table_lines(const Node& node);

// Whether a section says that its list is one of bars.
bool draws_chart(const Node& section);
// Two numbers or more with one unit, each with a name; nullopt: it is no such chart. `unit`: of all; may be nullptr.
std::optional<DraftDiagram> bars_of(const Node& node, const Node* unit);

}  // namespace sixiang::brief
