// What is drawn where the document gives no colour, and which ink can be read where: for the layout, which draws it,
// and the editor, which shows it.
#pragma once

#include <optional>

#include "base/color.h"
#include "model/fields.h"
#include "model/poster.h"

namespace sixiang {

// What is seen of `fill` on the page's background; opaque.
Color seen_on_page(const Poster& poster, Color fill);
// The document's ink where it can be read on `ground` (as it is seen), else what can.
Color ink_on(const Poster& poster, Color ground);

// Of a section's panel, its cards and its diagram.
Color outline_color(const Poster& poster, const Section& section);
Color icon_color(const Section& section);
// What a label stands on: its card, or its section's body; as it is seen.
Color label_ground(const Poster& poster, const Section& section, const Label& label);
// Of a label's words; of a key label, of its formulas.
Color label_color(const Poster& poster, const Section& section, const Label& label);

// What a field of the document stands in; nullptr where in none.
struct Surroundings {
  const Section* section = nullptr;
  const Label* label = nullptr;
};
// nullopt: nothing is drawn.
std::optional<Color> fallback_color(Fallback fallback, const Poster& poster, const Surroundings& around);

}  // namespace sixiang
