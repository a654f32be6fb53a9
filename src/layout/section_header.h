// The head of a section: number, icon, title, subtitle and badge in one line, beside the centre circle where that
// reaches into it.
#pragma once

#include <memory>
#include <optional>

#include "layout/page_builder.h"

namespace sixiang {

struct MeasuredHeader {
  const Section* section = nullptr;
  Rect room;  // free of the circle, without paddings
  std::unique_ptr<PreparedLabel> prepared_title;
  TextLayout title;                                   // at nominal size
  std::optional<TextLayout> subtitle, badge, number;  // at nominal size
};

MeasuredHeader measure_header(const PageBuilder& page, const Section& section, const Rect& room);

// The largest scale at which all of it fits on one line; not above 1.
float header_scale(const PageBuilder& page, const MeasuredHeader& content);

// Draws at `scale`, on two lines where the title has to break or leaves no room for the subtitle: at the left of the
// room behind a number, else in its middle. Returns the free room at the right end, for a decoration.
Rect draw_section_header(PageBuilder& page, const MeasuredHeader& content, float scale);

}  // namespace sixiang
