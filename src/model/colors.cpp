#include "model/colors.h"

namespace sixiang {

Color seen_on_page(const Poster& poster, Color fill) {
  return laid_over(fill, laid_over(poster.page.background, {255, 255, 255, 255}));
}

Color ink_on(const Poster& poster, Color ground) {
  return readable_on(ground, poster.palette.ink, poster.palette.card);
}

Color outline_color(const Poster& poster, const Section& section) {
  return section.colors.outline.value_or(poster.palette.ink);
}

Color icon_color(const Section& section) {
  return section.icon_color.value_or(section.badge ? section.badge->color : section.colors.accent);
}

Color label_ground(const Poster& poster, const Section& section, const Label& label) {
  return seen_on_page(poster, label.role == LabelRole::Key ? poster.palette.card : section.colors.fill);
}

Color label_color(const Poster& poster, const Section& section, const Label& label) {
  if (label.color) return *label.color;
  if (label.role == LabelRole::Key) return poster.palette.key_formula;
  return ink_on(poster, label_ground(poster, section, label));
}

std::optional<Color> fallback_color(Fallback fallback, const Poster& poster, const Surroundings& around) {
  switch (fallback) {
    case Fallback::Nothing:
      break;
    case Fallback::Ink:
      return poster.palette.ink;
    case Fallback::Card:
      return poster.palette.card;
    case Fallback::Accent:
      if (around.section) return around.section->colors.accent;
      break;
    case Fallback::Label:
      if (around.section && around.label) return label_color(poster, *around.section, *around.label);
      break;
    case Fallback::Icon:
      if (around.section) return icon_color(*around.section);
      break;
  }
  return std::nullopt;
}

}  // namespace sixiang
