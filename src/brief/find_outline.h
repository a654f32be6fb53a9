// Sections of outlines that people and chat programs write: headings of Markdown and lines in bold, between others that
// say how the page is made («**整体版式**：…», «## 画面结构»). Inside brief/ only.
#pragma once

#include "brief/find_heads.h"

namespace sixiang::brief {

// Where there are sections by such headings, `found` gets them, and the headings that are none. False: nothing is
// changed.
bool find_outline_heads(const std::vector<Line>& lines, FoundHeads& found);

// The same of headings that are none alone, where other forms begin the sections.
void find_settings(const std::vector<Line>& lines, FoundHeads& found);

// Whether it has two sections by headings, and more than the readers of known formats understand.
bool is_free_outline(const std::vector<Line>& lines);

// Whether the heading of line `at` is of the page, or a note; what stands below decides where its words do not.
HeadMeaning outline_meaning(const std::vector<Line>& lines, std::size_t at, View title);

}  // namespace sixiang::brief
