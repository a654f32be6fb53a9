#include "model/colors.h"

#include <algorithm>

#include "base/oklab.h"
#include "model/sections.h"

namespace sixiang {

namespace {

// Of what the document leaves open.
struct StyleColors {
  Color background, ink, key_formula, card;
};

StyleColors colors_of(Style style) {
  switch (style) {
    case Style::Marker:
      break;
    case Style::Cards:
      return {{0xF7, 0xF8, 0xFA, 255}, {0x1F, 0x24, 0x30, 255}, {0xBC, 0x35, 0x27, 255}, {0xFF, 0xFF, 0xFF, 255}};
    case Style::Dark:
      return {{0x0F, 0x1B, 0x2D, 255}, {0xEA, 0xF2, 0xFF, 255}, {0xFF, 0xB3, 0x7A, 255}, {0x16, 0x24, 0x3B, 255}};
  }
  return {{0xF5, 0xF0, 0xE8, 255}, {0x2B, 0x2A, 0x2E, 255}, {0xBC, 0x35, 0x27, 255}, {0xFF, 0xFD, 0xF8, 255}};
}

constexpr Color kSand{0xE3, 0xCF, 0xA4, 255};   // the header of a section without colours
constexpr Color kQuiet{0x9C, 0xB0, 0xD0, 255};  // outlines and arrows of such a one on a dark page
constexpr float kReadableText = 4.5f;           // to 1, WCAG 2.1
constexpr double kReadable = 4.6;               // asked of colours that are found; the rest is for rounding
constexpr double kDarkPage = 0.4;               // lightness below which a page is dark
constexpr double kDark = 0.5;                   // lightness below which a header of that fill has white text
constexpr double kStrong = 0.75;                // lightness below which a fill is too heavy under a section's text
constexpr double kHueFrom = 0.02;               // chroma from which on a colour's hue counts in full

// Of chroma that is added: as much as the colour has a hue of its own.
double part_of_hue(const Oklab& lab) { return std::min(1.0, lab.chroma() / kHueFrom); }

// The lightness between `from`, which has the contrast that is asked for, and `to`, which has not, where it ends.
Color last_readable(Oklab hue, double from, double to, Color ground) {
  Color found = to_color(hue.with_lightness(from));
  for (int i = 0; i < 12; ++i) {
    const double middle = (from + to) / 2;
    const Color color = to_color(hue.with_lightness(middle));
    const bool is_readable = contrast(color, ground) >= float(kReadable);
    (is_readable ? from : to) = middle;
    if (is_readable) found = color;
  }
  return found;
}

// As little darker, else lighter, than the ground as can be read on it.
Color readable_hue(const Oklab& hue, Color ground) {
  const double lightness = to_oklab(ground).lightness;
  const bool darker = contrast({0, 0, 0, 255}, ground) >= contrast({255, 255, 255, 255}, ground);
  return last_readable(hue, darker ? 0 : 1, lightness, ground);
}

bool has_hue(Color color) { return to_oklab(color).chroma() >= kHueFrom; }

// Of the hue of `like`.
Color accent_on(Color body, Color like) {
  const Oklab lab = to_oklab(like);
  return readable_hue(lab.with_chroma(0.13 * part_of_hue(lab)), body);
}

// What gives a section its hue: its body, else its header, else the section around it.
Color hue_of(const Poster& poster, const SectionColors& given, Color seen_body, const Section* around) {
  if (has_hue(seen_body)) return seen_body;
  if (given.header && has_hue(seen_on_page(poster, *given.header))) return seen_on_page(poster, *given.header);
  return around ? accent_color(poster, *around) : seen_body;
}

Color header_above(Color body) {
  const Oklab lab = to_oklab(body);
  if (lab.lightness < kStrong) return to_color(lab.with_chroma(std::min(lab.chroma(), 0.115)).with_lightness(0.77));
  return to_color(lab.with_chroma(lab.chroma() + 0.04 * part_of_hue(lab)).with_lightness(lab.lightness - 0.115));
}

Color pale_body(Color header) {
  const Oklab lab = to_oklab(header);
  const double lightness = std::min(0.955, std::max(0.92, lab.lightness + 0.55 * (1 - lab.lightness)));
  return to_color(lab.with_chroma(std::min(0.05, 0.55 * lab.chroma())).with_lightness(lightness));
}

// On a dark page.
Color bright(Color color) {
  const Oklab lab = to_oklab(color);
  return lab.lightness < 0.6 ? to_color(lab.with_lightness(0.72)) : color;
}

Color dark_body(Color header) {
  const Oklab lab = to_oklab(header);
  return to_color(lab.with_chroma(std::min(0.045, 0.35 * lab.chroma())).with_lightness(0.275));
}

Color bright_accent(Color header, Color body) {
  return contrast(header, body) >= float(kReadable) ? header : readable_hue(to_oklab(header), body);
}

// What nobody gave a colour is quiet beside what has one.
SectionPaint quiet_on_dark(const Poster& poster) {
  const Color card = card_color(poster);
  return {card, card, bright_accent(kQuiet, seen_on_page(poster, card)), kQuiet};
}

SectionPaint paint_on_dark(const Poster& poster, const SectionColors& given) {
  if (!given.fill && !given.header && !given.accent && !given.outline) return quiet_on_dark(poster);
  const Color header = given.header ? *given.header : bright(given.fill ? seen_on_page(poster, *given.fill) : kSand);
  const Color seen_header = bright(seen_on_page(poster, header));
  const Color body = given.fill.value_or(dark_body(seen_header));
  const Color accent = given.accent ? *given.accent : bright_accent(seen_header, seen_on_page(poster, body));
  return {body, given.header.value_or(seen_header), accent, given.outline.value_or(seen_header)};
}

// A line or two across the page, with nothing above its text.
bool is_bar(const Section& section) {
  return (section.place == SectionPlace::Top || section.place == SectionPlace::Bottom) &&
         (section.header == HeaderKind::None || section.header == HeaderKind::Side);
}

// A section whose header has the fill that it gives: in a column beside the body as it is, above the body stronger.
SectionColors on_pale_body(const Section& section, Color fill) {
  SectionColors given = section.colors;
  if (section.header != HeaderKind::Strip && section.header != HeaderKind::Side) return given;
  given.header = section.header == HeaderKind::Side ? fill : stronger_tone(fill);
  given.fill = pale_body(fill);
  return given;
}

// What the section gives of body, header and the rest. On a light page a strong fill without a header gives the header
// its hue; that of a bar stays its body where its text can be read.
SectionColors given_colors(const Poster& poster, const Section& section) {
  SectionColors given = section.colors;
  if (!given.fill || given.header || is_dark(background_color(poster))) return given;
  const Color seen = seen_on_page(poster, *given.fill);
  if (poster.palette.bodies == BodyTone::Pale && to_oklab(seen).lightness >= kStrong)
    return on_pale_body(section, seen);
  if (to_oklab(seen).lightness >= kStrong) return given;
  if (is_bar(section) && contrast(ink_on(poster, seen), seen) >= kReadableText) return given;
  // What is so dark that only white can be read on it stays as it is.
  given.header = to_oklab(seen).lightness < kDark ? seen : header_above(seen);
  given.fill.reset();
  return given;
}

SectionPaint paint_on_light(const Poster& poster, const SectionColors& given, const Section* around) {
  const Color body = given.fill ? *given.fill : pale_body(seen_on_page(poster, given.header.value_or(kSand)));
  const Color seen_body = seen_on_page(poster, body);
  const Color header = given.header ? *given.header : given.fill ? header_above(seen_body) : kSand;
  const Color accent = given.accent ? *given.accent : accent_on(seen_body, hue_of(poster, given, seen_body, around));
  return {body, header, accent, given.outline.value_or(ink_color(poster))};
}

}  // namespace

Color background_color(const Poster& poster) {
  return poster.page.background.value_or(colors_of(poster.style).background);
}

Color ink_color(const Poster& poster) { return poster.palette.ink.value_or(colors_of(poster.style).ink); }

Color key_formula_color(const Poster& poster) {
  return poster.palette.key_formula.value_or(colors_of(poster.style).key_formula);
}

Color card_color(const Poster& poster) { return poster.palette.card.value_or(colors_of(poster.style).card); }

bool is_dark(Color background) { return to_oklab(laid_over(background, {255, 255, 255, 255})).lightness < kDarkPage; }

Color stronger_tone(Color fill) {
  const Oklab lab = to_oklab(fill);
  if (lab.lightness < kStrong) return fill;
  const double chroma = std::min(0.14, 1.25 * lab.chroma() + 0.015 * part_of_hue(lab));
  return to_color(lab.with_chroma(chroma).with_lightness(std::min(lab.lightness, 0.86) - 0.02));
}

Color seen_on_page(const Poster& poster, Color fill) {
  return laid_over(fill, laid_over(background_color(poster), {255, 255, 255, 255}));
}

Color ink_on(const Poster& poster, Color ground) { return readable_on(ground, ink_color(poster), card_color(poster)); }

SectionPaint section_paint(const Poster& poster, const Section& section) {
  const SectionColors given = given_colors(poster, section);
  return is_dark(background_color(poster)) ? paint_on_dark(poster, given)
                                           : paint_on_light(poster, given, section_around(poster, section));
}

Color body_color(const Poster& poster, const Section& section) {
  const std::optional<Color> given = given_colors(poster, section).fill;
  return given ? *given : section_paint(poster, section).body;
}

Color header_color(const Poster& poster, const Section& section) {
  const std::optional<Color> given = given_colors(poster, section).header;
  return given ? *given : section_paint(poster, section).header;
}

Color accent_color(const Poster& poster, const Section& section) {
  return section.colors.accent ? *section.colors.accent : section_paint(poster, section).accent;
}

Color outline_color(const Poster& poster, const Section& section) {
  return section.colors.outline ? *section.colors.outline : section_paint(poster, section).outline;
}

Color icon_color(const Poster& poster, const Section& section) {
  if (section.icon_color) return *section.icon_color;
  return section.badge ? section.badge->color : accent_color(poster, section);
}

Color link_color(const Poster& poster, const Link& link) {
  if (link.color) return *link.color;
  const Section* section = find_section(poster, link.from);
  return section ? header_color(poster, *section) : ink_color(poster);
}

Color label_ground(const Poster& poster, const Section& section, const Label& label) {
  return seen_on_page(poster, label.role == LabelRole::Key ? card_color(poster) : body_color(poster, section));
}

Color label_color(const Poster& poster, const Section& section, const Label& label) {
  if (label.color) return *label.color;
  if (label.role == LabelRole::Key) return key_formula_color(poster);
  return ink_on(poster, label_ground(poster, section, label));
}

std::optional<Color> fallback_color(Fallback fallback, const Poster& poster, const Surroundings& around) {
  switch (fallback) {
    case Fallback::Nothing:
      break;
    case Fallback::Background:
      return background_color(poster);
    case Fallback::Ink:
      return ink_color(poster);
    case Fallback::KeyFormula:
      return key_formula_color(poster);
    case Fallback::Card:
      return card_color(poster);
    case Fallback::Body:
      if (around.section) return body_color(poster, *around.section);
      break;
    case Fallback::Header:
      if (around.section) return header_color(poster, *around.section);
      break;
    case Fallback::Accent:
      if (around.section) return accent_color(poster, *around.section);
      break;
    case Fallback::Outline:
      if (around.section) return outline_color(poster, *around.section);
      break;
    case Fallback::Link:
      if (around.link) return link_color(poster, *around.link);
      break;
    case Fallback::Label:
      if (around.section && around.label) return label_color(poster, *around.section, *around.label);
      break;
    case Fallback::Icon:
      if (around.section) return icon_color(poster, *around.section);
      break;
  }
  return std::nullopt;
}

}  // namespace sixiang
