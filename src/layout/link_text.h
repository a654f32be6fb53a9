// The words of an arrow between sections: its name, bold, and what its other lines say.
#pragma once

#include <optional>
#include <string>

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

// A text that is not placed yet.
struct LinkTextSetting {
  std::string source;  // as typed; of a link's words all of them
  TextLayout layout;
  float font_size = 0;
  Rect ink_box;  // of its lines, relative to the origin: as wide as they are, as high as their fonts ask

  bool empty() const { return source.empty(); }
  Size size() const { return {ink_box.width, ink_box.height}; }
};

struct LinkTextStyle {
  float scale = 1;                 // of the design's sizes
  std::optional<float> max_width;  // poster points; else one line for each line typed
  TextAlign align = TextAlign::Center;
  Color ground;
};

struct LinkWords {
  std::string name, detail;  // either may be empty
};
LinkWords words_of(const std::string& text);

LinkTextSetting set_link_name(const PageBuilder& page, const std::string& text, const LinkTextStyle& style);
LinkTextSetting set_link_detail(const PageBuilder& page, const std::string& text, const LinkTextStyle& style);

// As a part of a longer text, from that byte on.
LinkTextSetting as_part_of(const std::string& whole, std::size_t offset, LinkTextSetting part);

// Name and detail as one line, or letter below letter.
LinkTextSetting set_upright(const PageBuilder& page, const std::string& text, const LinkTextStyle& style);
// Whether a text can stand so: few characters, all of them upright ones.
bool stands_upright(const std::string& text);

// With the middle of the text's box at `middle`.
PlannedText placed_text(const BlockId& id, BlockKind kind, LinkTextSetting text, Point middle);

}  // namespace sixiang
