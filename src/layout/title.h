// The poster's title: one or two lines of bold marker letters, a stressed part, a marker stroke under it, an icon on a
// disc before it, and decorations in the room that is left on both sides.
#pragma once

#include <optional>

#include "layout/page_builder.h"

namespace sixiang {

struct TitleSetting {
  TextLayout layout;
  std::optional<TextLayout> subtitle;  // on one line below, or behind the words
  bool subtitle_beside = false;
  float subtitle_size = 0;  // poster points
  float size = 0;           // poster points
  float disc = 0;           // diameter of the icon's; 0: there is none
  float width() const;      // of all that, poster points
  float height = 0;         // that the title takes at the top of the page, poster points; 0: there is none
};

// `growth`: relative to the design's title.
TitleSetting set_title(const PageBuilder& page, float width, float growth = 1);

// No wider than that, on one line or on two of its full size; nullopt where it is.
std::optional<TitleSetting> title_within(const PageBuilder& page, const TitleSetting& title, float width);

// In an upper corner of a diagram, between what it draws: larger than above the page, on one line or two.
struct CornerTitle {
  TitleSetting setting;
  Rect area;
};
std::optional<CornerTitle> set_corner_title(const PageBuilder& page, const Rect& area, const std::vector<Rect>& shapes);

void draw_title(PageBuilder& page, const TitleSetting& setting, const Rect& area);

}  // namespace sixiang
