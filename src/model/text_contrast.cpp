#include "model/text_contrast.h"

#include <cmath>
#include <optional>

#include "base/oklab.h"
#include "model/colors.h"
#include "model/ids.h"
#include "model/sections.h"

namespace sixiang {

namespace {

void add_label(std::vector<TextContrast>& texts, const Poster& poster, const Section& section, std::size_t index) {
  const Label& label = section.content[index];
  const bool is_key = label.role == LabelRole::Key;
  if (label.text.empty() || (is_key && (label.diagram || label.text.find('$') == std::string::npos))) return;
  const std::string block = item_id(join_id(section.id, "content"), index);
  TextContrast text{block,
                    join_id(block, "text"),
                    {},
                    label_color(poster, section, label),
                    label_ground(poster, section, label),
                    is_key ? TextSize::Large : TextSize::Small};
  if (label.color) {
    text.color_field = join_id(block, "color");
  } else if (is_key) {
    text.color_field = "palette.keyFormula";
  }
  texts.push_back(std::move(text));
}

void add_section(std::vector<TextContrast>& texts, const Poster& poster, const Section& section) {
  if (section.header != HeaderKind::None && !section.title.empty()) {
    const bool is_plain = section.header == HeaderKind::Plain;
    const Color ground = seen_on_page(poster, is_plain ? body_color(poster, section) : header_color(poster, section));
    const std::string title = join_id(section.id, "title");
    texts.push_back({title, title, {}, ink_on(poster, ground), ground, TextSize::Large});
  }
  for (std::size_t i = 0; i < section.content.size(); ++i) add_label(texts, poster, section, i);
}

// The lightness between `from`, whose colour can be read, and that of the text, that is nearest to the latter.
Color nearest_from(const TextContrast& text, double from) {
  const Oklab lab = to_oklab(text.text);
  double readable = from, unreadable = lab.lightness;
  Color found = to_color(lab.with_lightness(from));
  for (int i = 0; i < 16; ++i) {
    const double middle = (readable + unreadable) / 2;
    const Color color = to_color(lab.with_lightness(middle));
    const bool is_readable = contrast(color, text.ground) >= text.wanted();
    (is_readable ? readable : unreadable) = middle;
    if (is_readable) found = color;
  }
  return found;
}

}  // namespace

std::vector<TextContrast> text_contrasts(const Poster& poster) {
  std::vector<TextContrast> texts;
  const Color page = seen_on_page(poster, background_color(poster));
  if (!poster.title.text.empty()) {
    texts.push_back({"title", "title.text", {}, ink_on(poster, page), page, TextSize::Large});
    if (const auto& emphasis = poster.title.emphasis) {
      texts.push_back({"title", "title.text", "title.emphasis.color", emphasis->color, page, TextSize::Display});
    }
  }
  for (const Section* section : all_sections(poster)) add_section(texts, poster, *section);
  for (TextContrast& text : texts) text.text = laid_over(text.text, text.ground);
  return texts;
}

Color nearest_readable(const TextContrast& text) {
  if (text.is_readable()) return text.text;
  std::optional<Color> nearest;
  const double lightness = to_oklab(text.text).lightness;
  for (const double end : {0.0, 1.0}) {
    if (contrast(to_color(Oklab{end, 0, 0}), text.ground) < text.wanted()) continue;
    const Color color = nearest_from(text, end);
    const auto distance = [lightness](Color candidate) { return std::abs(to_oklab(candidate).lightness - lightness); };
    if (!nearest || distance(color) < distance(*nearest)) nearest = color;
  }
  return nearest.value_or(text.text);
}

}  // namespace sixiang
