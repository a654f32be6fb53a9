// Lines of the clipboard as labels: lists and tables of Word, Notion, Markdown, spreadsheets and chat models
// (specs/pasting.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sixiang {

// One label an item, a row or a paragraph, in order, without what marked it as one; the words stay as they are. A
// formula over several lines stays in one. A text of one line is one label, as it is but for blanks around it; blank
// text is none.
std::vector<std::string> labels_of_pasted(std::string_view text);

// The same text as one label: its lines, without blanks around them all.
std::string label_of_pasted(std::string_view text);

}  // namespace sixiang
