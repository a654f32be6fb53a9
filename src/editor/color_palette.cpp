#include "editor/color_palette.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/oklab.h"
#include "model/colors.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

constexpr Color hex(unsigned value) {
  return {std::uint8_t(value >> 16), std::uint8_t(value >> 8), std::uint8_t(value), 255};
}

constexpr std::array<Color, 6> hexes(std::array<unsigned, 6> values) {
  std::array<Color, 6> colors;
  for (std::size_t i = 0; i < values.size(); ++i) colors[i] = hex(values[i]);
  return colors;
}

const ColorPalette kPalettes[] = {{"macaron",
                                   {"Macaron", "马卡龙"},
                                   hex(0xF5F0E8),
                                   hex(0x2B2A2E),
                                   hex(0xFFFDF8),
                                   hex(0xBC3527),
                                   hex(0xF2CC8F),
                                   hexes({0xA8D8EA, 0xD5C6E0, 0xFFD5C2, 0xB5E5CF, 0xF6DFA9, 0xF7C5D5})},
                                  {"mist",
                                   {"Mist", "晨雾"},
                                   hex(0xF1EFEA),
                                   hex(0x2E2D2B),
                                   hex(0xFFFDF9),
                                   hex(0x9C3F35),
                                   hex(0xDDBF91),
                                   hexes({0xC9D6DF, 0xDBC4C0, 0xC5D3C1, 0xCFC6D9, 0xE2D6B8, 0xD9CFC1})},
                                  {"sea",
                                   {"Sea salt", "海盐"},
                                   hex(0xEEF4F6),
                                   hex(0x1F2F3A),
                                   hex(0xFFFFFF),
                                   hex(0xB2452B),
                                   hex(0xF3C969),
                                   hexes({0xBFE0EA, 0xC8D8F4, 0xBDE3DA, 0xF3DFC1, 0xD5D3EE, 0xD6E4C9})},
                                  {"matcha",
                                   {"Matcha", "抹茶"},
                                   hex(0xF4F2E6),
                                   hex(0x26301F),
                                   hex(0xFFFEF7),
                                   hex(0xA8412A),
                                   hex(0xE3BB5B),
                                   hexes({0xCFE0B7, 0xE6DDB4, 0xB9D8C0, 0xEAD2B5, 0xD6E3D9, 0xDDD7C9})},
                                  {"sunset",
                                   {"Sunset", "落日"},
                                   hex(0xFFF3EA),
                                   hex(0x33231F),
                                   hex(0xFFFDFA),
                                   hex(0xB3261E),
                                   hex(0xFFB85C),
                                   hexes({0xFFC9A8, 0xF3C2D6, 0xFBD98F, 0xE3C9F0, 0xFFB8B1, 0xFFDCC9})},
                                  {"candy",
                                   {"Candy", "糖果"},
                                   hex(0xFFF7FB),
                                   hex(0x2A2440),
                                   hex(0xFFFFFF),
                                   hex(0xB0246B),
                                   hex(0xFFD45E),
                                   hexes({0xFFC6DD, 0xC9DEFF, 0xFFEBA6, 0xC8F2D9, 0xE1CFFF, 0xFFD8B8})},
                                  {"porcelain",
                                   {"Porcelain", "青花"},
                                   hex(0xF5F8FC),
                                   hex(0x14264A),
                                   hex(0xFFFFFF),
                                   hex(0x1D4FA0),
                                   hex(0xA9C4E8),
                                   hexes({0xCFE0F5, 0xDCE2EC, 0xB9D0EE, 0xD6D6EE, 0xC5DDE8, 0xE7EDF3})},
                                  {"paper",
                                   {"Paper and ink", "纸墨"},
                                   hex(0xFAFAF7),
                                   hex(0x1D1D1F),
                                   hex(0xFFFFFF),
                                   hex(0xB3261E),
                                   hex(0xE2C36B),
                                   hexes({0xE6E6E1, 0xDADDE0, 0xECE6DA, 0xD9D9D3, 0xE6DEDC, 0xDDE3DC})},
                                  {"night",
                                   {"Night", "夜空"},
                                   hex(0x0F1B2D),
                                   hex(0xEAF2FF),
                                   hex(0x16243B),
                                   hex(0xFFB37A),
                                   hex(0xF2C46D),
                                   hexes({0x7FB2FF, 0xB79CFF, 0xFF9C90, 0x6FCBA0, 0xF5BE58, 0xF7A8CF})},
                                  {"chalkboard",
                                   {"Chalkboard", "黑板"},
                                   hex(0x1F2D28),
                                   hex(0xF1F0E6),
                                   hex(0x283A33),
                                   hex(0xFFD479),
                                   hex(0xFFD479),
                                   hexes({0x8FD3B6, 0xF4B6A6, 0xA9C8F0, 0xE9D48A, 0xD3B8EC, 0xB7DD9A})}};

using ColorKey = std::pair<std::uint32_t, bool>;  // and whether there is one

ColorKey key_of(const std::optional<Color>& color) {
  if (!color) return {0, false};
  return {std::uint32_t(color->red) << 24 | std::uint32_t(color->green) << 16 | std::uint32_t(color->blue) << 8 |
              color->alpha,
          true};
}

double apart(const Oklab& one, const Oklab& other) {
  return (one.a - other.a) * (one.a - other.a) + (one.b - other.b) * (one.b - other.b);
}

// The visitor of describe() that gives every colour of a poster another. What a colour is for is told by what holds it;
// the poster's own are done by who begins.
class Recolorer : public FieldVisitor<Recolorer> {
 public:
  Recolorer(const Poster& before, const ColorPalette& palette) : palette_(palette) {
    know(palette.card, card_color(before));
    know(palette.page, background_color(before));
    know(palette.highlight, before.title.underline);
    if (before.center) know(palette.highlight, before.center->fill);
    if (before.title.emphasis) know(palette.key, before.title.emphasis->color);
    know(palette.key, key_formula_color(before));
    for (const Section& section : before.sections) know_sections(before, section);
  }

  void color(const Name&, Color& value) { value = free_color(value); }
  void color(const Name&, std::optional<Color>& value, Fallback fallback) {
    if (!value) return;
    switch (fallback) {
      // Follow from what they stand on.
      case Fallback::Label:
      case Fallback::Icon:
      case Fallback::Header:
      case Fallback::Outline:
        return value.reset();
      // What is stressed among others.
      case Fallback::Accent:
      case Fallback::Link:
        value = palette_.key;
        return;
      case Fallback::Background:
      case Fallback::Ink:
      case Fallback::KeyFormula:
      case Fallback::Body:
        return;
      case Fallback::Card:
      case Fallback::Nothing:
        value = free_color(*value);
        return;
    }
  }
  void enter(const Name&, SectionColors& colors) { paint(colors); }
  void enter(const Name&, Badge& badge) { badge.color = palette_.key; }
  void enter(const Name&, auto& value) { describe(*this, value); }

 private:
  bool is_on_dark() const { return is_dark(palette_.page); }

  void know(Color now, const std::optional<Color>& before) { known_.try_emplace(key_of(before), now); }

  // What gives a section its colour.
  static std::optional<Color> base_of(const SectionColors& colors) { return colors.fill ? colors.fill : colors.header; }

  void know_sections(const Poster& before, const Section& section) {
    const std::optional<Color> base = base_of(section.colors);
    const bool is_card = base && *base == card_color(before);
    if (!is_card && sections_.count(key_of(base)) == 0) {
      const std::size_t next = sections_.size() % palette_.sections.size();
      sections_[key_of(base)] = palette_.sections[next];
    }
    know(is_card ? palette_.card : sections_[key_of(base)], header_color(before, section));
    for (const Section& inner : section.sections) know_sections(before, inner);
  }

  void paint(SectionColors& colors) const {
    const auto found = sections_.find(key_of(base_of(colors)));
    colors = SectionColors{.fill = {}, .header = {}, .accent = {}, .outline = {}, .unknown = std::move(colors.unknown)};
    if (found == sections_.end()) {
      colors.fill = palette_.card;
    } else if (is_on_dark()) {
      colors.header = found->second;
    } else {
      colors.fill = found->second;
    }
  }

  // Of ornaments and of shapes in diagrams.
  Color free_color(Color before) const {
    if (const auto section = sections_.find(key_of(before)); section != sections_.end()) return section->second;
    if (const auto known = known_.find(key_of(before)); known != known_.end()) return known->second;
    const Oklab lab = to_oklab(before);
    const auto is_nearer = [&lab](Color one, Color other) {
      return apart(to_oklab(one), lab) < apart(to_oklab(other), lab);
    };
    const Color nearest = *std::min_element(palette_.sections.begin(), palette_.sections.end(), is_nearer);
    return is_on_dark() ? mixed(palette_.card, nearest, 0.3f) : mixed(palette_.card, nearest, 0.55f);
  }

  const ColorPalette& palette_;
  std::map<ColorKey, Color> known_, sections_;
};

}  // namespace

std::span<const ColorPalette> color_palettes() { return kPalettes; }

Poster recolored(Poster poster, const ColorPalette& palette) {
  Recolorer recolorer(poster, palette);
  describe(recolorer, poster);
  poster.page.background = palette.page;
  poster.palette.ink = palette.ink;
  poster.palette.key_formula = palette.key;
  poster.palette.card = palette.card;
  if (poster.title.emphasis) poster.title.emphasis->color = palette.key;
  if (poster.title.underline) poster.title.underline = palette.highlight;
  if (poster.center) poster.center->fill = palette.highlight;
  return poster;
}

Command recolor(const Poster& poster, const ColorPalette& palette) {
  const Message name{"Colours: " + palette.name.english, "配色：" + palette.name.chinese};
  return Batch{name, {ReplacePoster{recolored(poster, palette)}}};
}

bool is_colored_by(const Poster& poster, const ColorPalette& palette) {
  return background_color(poster) == palette.page && ink_color(poster) == palette.ink &&
         card_color(poster) == palette.card;
}

}  // namespace sixiang
