// What is drawn where the document gives no colour, and which ink can be read where: for the layout, which draws it,
// and the editor, which shows it.
#pragma once

#include <optional>

#include "base/color.h"
#include "model/fields.h"
#include "model/poster.h"

namespace sixiang {

// The document's, else those of its style.
Color background_color(const Poster& poster);
Color ink_color(const Poster& poster);
Color key_formula_color(const Poster& poster);
Color card_color(const Poster& poster);

// Whether sections on such a page are dark themselves.
bool is_dark(Color background);

// Of the same hue, for what stands beside a pale fill: headers and arrows. One that is not pale as it is.
Color stronger_tone(Color fill);

// What is seen of `fill` on the page's background; opaque.
Color seen_on_page(const Poster& poster, Color fill);
// The document's ink where it can be read on `ground` (as it is seen), else what can.
Color ink_on(const Poster& poster, Color ground);

// What a section draws with. What it does not give follows, in Oklab, from its body, else from its header, else from a
// neutral sand (specs/poster-format.md, "Colours of sections"): on a dark page a bright header and a dark body, on any
// other a pale body, a stronger header, and an accent that can be read on the body.
struct SectionPaint {
  Color body, header, accent, outline;
};
SectionPaint section_paint(const Poster& poster, const Section& section);
Color body_color(const Poster& poster, const Section& section);
Color header_color(const Poster& poster, const Section& section);
Color accent_color(const Poster& poster, const Section& section);
// Of a section's panel, its cards and its diagrams.
Color outline_color(const Poster& poster, const Section& section);
Color icon_color(const Poster& poster, const Section& section);
// The link's, else the header's of the section that it leaves.
Color link_color(const Poster& poster, const Link& link);

// What a label stands on: its card, or its section's body; as it is seen.
Color label_ground(const Poster& poster, const Section& section, const Label& label);
// Of a label's words; of a key label, of its formulas.
Color label_color(const Poster& poster, const Section& section, const Label& label);

// What a field of the document stands in; nullptr where in none.
struct Surroundings {
  const Section* section = nullptr;
  const Label* label = nullptr;
  const Link* link = nullptr;
};
// nullopt: nothing is drawn.
std::optional<Color> fallback_color(Fallback fallback, const Poster& poster, const Surroundings& around);

}  // namespace sixiang
