// The coloured head of a section: title, icon and badge in one line, beside the centre circle where that reaches into
// it.
#pragma once

#include <memory>
#include <optional>

#include "layout/page_builder.h"

namespace sixiang {

struct MeasuredHeader {
  const Section* section = nullptr;
  Rect room;  // free of the circle, without paddings
  std::unique_ptr<PreparedLabel> prepared_title;
  TextLayout title;                 // at nominal size
  std::optional<TextLayout> badge;  // at nominal size
};

MeasuredHeader measure_header(const PageBuilder& page, const Section& section, const Rect& room);

// The largest scale at which title, icon and badge fit on one line; not above 1.
float header_scale(const PageBuilder& page, const MeasuredHeader& content);

// Draws at `scale`, on two lines where the title has to break. Returns the free room at the right end, for a
// decoration.
Rect draw_section_header(PageBuilder& page, const MeasuredHeader& content, float scale);

}  // namespace sixiang
