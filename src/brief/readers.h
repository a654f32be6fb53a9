// The parts of a brief, in the order in which they are read: what a later one says is matched to what the earlier ones
// found. Inside brief/ only.
#pragma once

#include "brief/context.h"

namespace sixiang::brief {

void read_sections(Context& context);  // which there are, and what stands in each
void read_zones(Context& context);     // called by read_sections
void read_structured(Context& context);
void read_bars_and_center(Context& context);
void read_labels(Context& context);
void read_links(Context& context);
void read_title(Context& context);
void read_page(Context& context);      // aspect, kind of page
void read_elements(Context& context);  // icons, badges, pictures
void read_colors(Context& context);
// For cards and rows beside others that have one, or where icons are asked for; `lines`: of the brief as it was
// written.
void give_siblings_icons(Context& context, const std::vector<Line>& lines);

// What stands in the centre: each text once.
void add_to_center(Context& context, View text, CenterRole role, int line);
// A bar at the foot.
DraftSection& add_bar(Context& context, int line);
// A section that stands in the flow; nullptr: there are too many, which is told.
DraftSection* add_section(Context& context, int line, View shown);

// Whether LABELS says which zone each of its lines belongs to.
bool has_labels_by_name(const Document& document);
// «画成一张竖图，3:4，底色 #FFFDF5»: a line that says what the picture is to be, in no block.
bool speaks_of_page(View text);
// Whether it asks for one large number in every section.
bool wants_large_figures(const Document& document);

}  // namespace sixiang::brief
