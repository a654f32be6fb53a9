// The lines that a brief in no format is rewritten to, when all of its sections are known. Inside brief/ only.
#pragma once

#include <vector>

#include "brief/free_parts.h"
#include "brief/report.h"

namespace sixiang::brief {

// «洗手七步，横版，背景 #EAF6F6»: what stands before the words of the page. Empty: this is no title.
View title_in_line(View text);
// The first quote, else what stands behind a key, else all.
Text first_quoted(View text);
// «往下走到第二步».
std::vector<Text> told_references(View text);

// Two of them are questions, as in a decision tree.
bool asks_twice(const std::vector<FreeSection>& sections);

// What the sections' heads say of the kind of page: «左栏…», «右栏…», «第1名»; empty: nothing.
View kind_of(const std::vector<FreeSection>& sections);

// Four quadrants in the order of their places.
void put_in_place(std::vector<FreeSection>& sections);

std::vector<Line> lines_of(const std::vector<FreeSection>& sections, Report& report);

// A key with items below it; nothing where there are none.
std::vector<Line> list_of(View key, const std::vector<Line>& items);

// Without those to nested sections, which are not counted.
std::vector<SectionLink> links_of_top(const std::vector<SectionLink>& all, const std::vector<FreeSection>& sections);

}  // namespace sixiang::brief
