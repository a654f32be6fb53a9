#include "model/defaults.h"

#include <array>

#include "base/utf8.h"
#include "model/limits.h"
#include "model/words.h"

namespace sixiang {

namespace {

// Quiet pairs of body and header with an accent dark enough for arrows, for sections beyond those of the default
// poster.
constexpr std::array<std::array<Color, 3>, 6> kSectionColors = {{
    {{{0xA8, 0xD8, 0xEA, 255}, {0x6D, 0xB5, 0xD9, 255}, {0x22, 0x71, 0x9F, 255}}},
    {{{0xD5, 0xC6, 0xE0, 255}, {0xAE, 0x93, 0xCB, 255}, {0x71, 0x50, 0x9C, 255}}},
    {{{0xFF, 0xD5, 0xC2, 255}, {0xF7, 0xA8, 0x8B, 255}, {0xBF, 0x57, 0x30, 255}}},
    {{{0xB5, 0xE5, 0xCF, 255}, {0x79, 0xC9, 0xA3, 255}, {0x25, 0x7A, 0x55, 255}}},
    {{{0xFB, 0xE7, 0xB2, 255}, {0xF0, 0xC8, 0x62, 255}, {0x9A, 0x6B, 0x10, 255}}},
    {{{0xF6, 0xC9, 0xD6, 255}, {0xEA, 0x95, 0xAE, 255}, {0xAB, 0x3F, 0x63, 255}}},
}};

}  // namespace

std::optional<Section> new_item(std::type_identity<Section>, const NewItemContext& context) {
  Section section;
  section.id = free_id("section-", context.poster.sections);
  section.title = context.text;
  const std::array<Color, 3>& colors = kSectionColors[context.poster.sections.size() % kSectionColors.size()];
  section.colors.fill = colors[0];
  section.colors.header = colors[1];
  section.colors.accent = colors[2];
  return section;
}

Center new_part(std::type_identity<Center>, const NewItemContext& context) {
  Center center;
  center.lines.emplace_back();
  center.lines.back().text = context.text;
  center.lines.back().role = CenterRole::Formula;
  return center;
}

Emphasis new_part(std::type_identity<Emphasis>, const NewItemContext& context) {
  Emphasis emphasis;
  emphasis.length =
      int(std::min<std::size_t>(utf8_length(context.poster.title.text), std::size_t(kCharacterIndex.most)));
  return emphasis;
}

std::optional<Diagram> new_diagram(std::string_view kind) {
  return diagram_of_kind(kind, [](auto type) { return example_of(type); });
}

}  // namespace sixiang
