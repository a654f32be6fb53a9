// Sets of colours that go together, each by what they are for, and a poster with the colours of one of them.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "base/color.h"
#include "base/message.h"
#include "editor/command.h"
#include "model/poster.h"

namespace sixiang {

struct ColorPalette {
  std::string_view id;  // "macaron"
  Message name;
  Color page, ink, card;
  Color key;        // key formulas, and what is stressed: readable on the card and on the page
  Color highlight;  // strokes below titles, circles, ornaments
  // Sections in their order, from the first again where there are more: bodies on a light page, headers on a dark one.
  std::array<Color, 6> sections;
};

// The macaron, whose colours are near the sample's, first.
std::span<const ColorPalette> color_palettes();

// The poster with its colours by what they are for. Sections that shared a colour share one; what follows from others
// (headers, accents, outlines, inks) follows from the new ones; other colours that were given become those of the
// palette that are nearest in hue.
Poster recolored(Poster poster, const ColorPalette& palette);

// The same as one edit.
Command recolor(const Poster& poster, const ColorPalette& palette);

// Whether its page, its ink and its cards have the colours of the palette.
bool is_colored_by(const Poster& poster, const ColorPalette& palette);

}  // namespace sixiang
