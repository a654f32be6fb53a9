// What the heads of sections are made of, above their bodies and beside them.
#pragma once

#include "layout/section_header.h"

namespace sixiang {

constexpr float kHeaderSizeRatio = 0.95f;  // between sizes of words that are tried

// Poster points.
float design(const PageBuilder& page, float length);

// What the words of a header stand on.
Color ground_of(const Poster& poster, const Section& section);
LabelStyle title_style(const PageBuilder& page, const Section& section);

// What a number over the frame's corner takes of a header's room, at scale 1.
float number_over_corner(const PageBuilder& page);

// What stands before the title: a number, or an icon on its disc.
bool has_disc(const Section& section);
bool has_icon_at_end(const Section& section);

// With the gap before it, at scale 1.
float badge_width(const PageBuilder& page, const MeasuredHeader& content);
// At scale 1.
float badge_height(const PageBuilder& page, const MeasuredHeader& content);
LabelStyle badge_style(const PageBuilder& page, const Badge& badge);

enum class OnDisc : std::uint8_t { Number, Icon };
OnDisc first_on_disc(const MeasuredHeader& content);
// Poster points, of the disc in a header above its body at scale 1.
float disc_radius(const PageBuilder& page, const MeasuredHeader& content, OnDisc what);
// Of the radius `most`, less where the header has no room for that.
void draw_disc(PageBuilder& page, const MeasuredHeader& content, OnDisc what, Point center, float most);

// Its width.
float draw_badge(PageBuilder& page, const MeasuredHeader& content, Point left_middle, float scale);

}  // namespace sixiang
