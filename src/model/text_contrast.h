// How well what is written on a poster can be read: the contrast of each text with what it stands on, by WCAG 2.1.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/color.h"
#include "model/poster.h"

namespace sixiang {

// Large: titles, headers and formulas on cards. Display: the stressed part of the page's title, three times as large as
// what WCAG calls large; its limit is our own, so that a coral on cream that a brief asks for stands.
enum class TextSize : std::uint8_t { Small, Large, Display };

struct TextContrast {
  std::string block;        // "gan.content.2", "title"
  std::string field;        // that holds the text: "gan.content.2.text"
  std::string color_field;  // that gives its colour: "palette.keyFormula"; empty: it follows from the ground
  Color text, ground;       // as they are seen
  TextSize size = TextSize::Small;

  float ratio() const { return contrast(text, ground); }
  float wanted() const { return size == TextSize::Small ? 4.5f : size == TextSize::Large ? 3.0f : 2.8f; }  // to 1
  bool is_readable() const { return ratio() >= wanted(); }
};

// In the order of the document. Texts within diagrams take the colour that can be read, and are none of them.
std::vector<TextContrast> text_contrasts(const Poster& poster);

// The colour nearest to that of the text, darker or lighter along Oklab, that can be read on the ground.
Color nearest_readable(const TextContrast& text);

}  // namespace sixiang
