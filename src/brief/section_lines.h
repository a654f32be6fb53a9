// What stands in a section: its lines as labels, diagrams, tables, icons and pictures. Inside brief/ only.
#pragma once

#include "brief/context.h"

namespace sixiang::brief {

// Appends to `section`; `where` names it in the readings.
void read_section_lines(Context& context, DraftSection& section, const std::vector<Line>& lines,
                        const std::string& where);

// One text of a section: a label, or several where `parts` (at its commas), with its star, badge, icon, code.
enum class Parting : std::uint8_t { Whole, AtCommas };
void add_text(Context& context, DraftSection& section, View text, int line, Parting parting, LabelRole role,
              const std::string& where);

// A title with what is written beside it: «扩散模型 ★最重要», «词→文档 (English)».
void set_title(DraftSection& section, View title);

// Its icon by words; told where there is none.
void set_icon(Context& context, DraftSection& section, View words, int line);

// Arrows of a diagram; true where `text` was nothing else.
bool add_arrows(Context& context, DraftSection& section, View text, int line, const std::string& where);

// Whether the section has that text already, in a label, a badge or a diagram.
bool has_text(const DraftSection& section, View text);

}  // namespace sixiang::brief
