// Tables in briefs in no format: with bars alone («名称｜缺了会怎样»), and those whose rows are cards. Inside brief/
// only.
#pragma once

#include <vector>

#include "brief/free_parts.h"

namespace sixiang::brief {

// Rows of bars without those of Markdown get them.
std::vector<Line> with_tables(const std::vector<Line>& lines);

// «…：第一步“泡”，糯米…；第二步“卷”，…»: a line for each step that one line tells.
std::vector<Line> with_steps(const std::vector<Line>& lines);

// A table that begins there, with a column of titles, and one of places or colours: its rows are cards.
bool is_card_table(const std::vector<Line>& lines, std::size_t begin);
// The cards; `begin` is moved behind the table.
std::vector<FreeSection> cards_of_table(const std::vector<Line>& lines, std::size_t& begin);

}  // namespace sixiang::brief
