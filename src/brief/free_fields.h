// What a line of a section says of it in briefs that nobody's format has: «大数字：86.4 万元»,
// «「把光聚到一个平面上」「光圈越大」», «底色浅橙 #FFE3CC，里面写着“振幅越大越响”». Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/lines.h"

namespace sixiang::brief {

// Of a key: 大数字, caption; nullopt: it is none of these.
std::optional<SectionField> section_field(View key);

// The line as those that say for certain what they are; the line itself where it is a label as it stands.
enum class FieldBullets : std::uint8_t { Labels, Fields };
std::vector<Line> section_lines_of(const Line& line, FieldBullets bullets = FieldBullets::Labels);
// The same of what stands in the line of its head, behind that.
std::vector<Line> lines_behind(View behind, const Line& head);

// «底色 #DDF0FA», and nothing else.
std::optional<Line> fill_line_of(const Line& line);
// Whether bullets of several sections have the same keys of that kind: «- 文字：…», «- 底色：…». Then they are fields.
bool has_repeated_fields(const std::vector<Line>& lines);
// Then, as lines that say so.
std::vector<Line> with_fields(const std::vector<Line>& lines);
// Pieces of a list: «起病慢；低烧或者不烧；鼻塞流涕为主». One that is nothing but a colour is the section's.
std::vector<Line> list_lines_of(View text, int number);

// The same of what follows a head on its line, and of a sentence about a section: its quotes are printed, the words
// before them say as what.
std::vector<Line> spoken_lines_of(View text, int number);

// «充绒量｜图标：秤», «面料｜#DDEBF7»: what stands behind the bars is said of the section, and cut off; where all of it
// is so.
std::vector<Text> notes_behind_bars(Text& title);

// What the brackets behind a title say: its colour, its English name.
std::vector<Line> name_notes_of(const std::vector<Text>& notes, int number);
std::vector<Line> note_lines_of(View note, int number);

// «TITLE: …», as the format has it.
Line key_line(View key, View value, int number);

// «里面写 **睡得沉**»: as «里面写 “睡得沉”».
Text bold_as_quotes(View text);

// A line with a field.
Line field_line(SectionField field, View text, int number);

}  // namespace sixiang::brief
