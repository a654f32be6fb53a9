// How the text of each role is set: size, weight, colours.
#pragma once

#include "layout/measured_label.h"
#include "layout/page_builder.h"

namespace sixiang {

// Of a part of an item of a section's content, at the design's nominal size.
LabelStyle label_look(const PageBuilder& page, const Section& section, const Label& label, LabelPiece piece);

// Of the leads on the section's body.
Color lead_color(const PageBuilder& page, const Section& section);

// Of the boxes that some roles stand on.
Color box_fill(const PageBuilder& page, const Section& section, LabelRole role);

// A white body, say: cards cannot be seen on it.
bool is_body_like_card(const PageBuilder& page, const Section& section);

// A colour that can be read on a card is the border's and the text's; a lighter one fills the tag.
struct BadgeColors {
  Color fill, border, text;
};
BadgeColors badge_colors(const PageBuilder& page, const Badge& badge);

}  // namespace sixiang
