#include "model/defaults.h"

#include <array>

#include "base/utf8.h"
#include "model/colors.h"
#include "model/limits.h"
#include "model/sections.h"
#include "model/text_contrast.h"
#include "model/words.h"

namespace sixiang {

namespace {

// Headers for sections beyond those of the default poster; body and accent follow from them on every page.
constexpr std::array<Color, 6> kHeaders = {{{0x6D, 0xB5, 0xD9, 255},
                                            {0xAE, 0x93, 0xCB, 255},
                                            {0xF7, 0xA8, 0x8B, 255},
                                            {0x79, 0xC9, 0xA3, 255},
                                            {0xF0, 0xC8, 0x62, 255},
                                            {0xEA, 0x95, 0xAE, 255}}};

}  // namespace

Poster blank_poster(Size page, const std::string& title) {
  Poster poster;
  poster.page.width = page.width;
  poster.page.height = page.height;
  poster.title.text = title;
  return poster;
}

std::optional<Section> new_item(std::type_identity<Section>, const NewItemContext& context) {
  Section section;
  section.id = free_id("section-", [&](const std::string& id) { return find_section(context.poster, id) != nullptr; });
  section.title = context.text;
  section.colors.header = kHeaders[all_sections(context.poster).size() % kHeaders.size()];
  return section;
}

std::optional<Link> new_item(std::type_identity<Link>, const NewItemContext& context) {
  const std::vector<const Section*> sections = all_sections(context.poster);
  if (sections.size() < 2) return std::nullopt;
  Link link;
  link.from = sections[sections.size() - 2]->id;
  link.to = sections.back()->id;
  return link;
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
  TextContrast text;
  text.text = emphasis.color;
  text.ground = seen_on_page(context.poster, background_color(context.poster));
  text.size = TextSize::Large;
  emphasis.color = nearest_readable(text);
  emphasis.length =
      int(std::min<std::size_t>(utf8_length(context.poster.title.text), std::size_t(kCharacterIndex.most)));
  return emphasis;
}

std::optional<Diagram> new_diagram(std::string_view kind) {
  return diagram_of_kind(kind, [](auto type) { return example_of(type); });
}

}  // namespace sixiang
