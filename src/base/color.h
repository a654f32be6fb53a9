// Colours as people write them: sRGB, eight bits a channel, straight (not premultiplied) alpha.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sixiang {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Color&) const = default;
};

// As CSS writes it, any case: "#RGB", "#RRGGBB", "#RRGGBBAA", "teal", "rgb(0, 128, 128)", "hsl(180 100% 25% / 50%)".
// Anything else: nullopt.
std::optional<Color> parse_color(std::string_view text);

// "#RRGGBB", or "#RRGGBBAA" where alpha is not 255; upper case.
std::string to_hex(Color color);

// Channel by channel in sRGB: `amount` 0 gives `from`, 1 gives `to`.
Color mixed(Color from, Color to, float amount);

// Contrast ratio of WCAG 2.1, 1 to 21; alpha is ignored.
float contrast(Color a, Color b);

// What is seen where `top`, with its alpha, lies on the opaque `ground`.
Color laid_over(Color top, Color ground);

// `preferred` where it can be read on `ground`, else what of it, `other`, black and white can be read best.
Color readable_on(Color ground, Color preferred, Color other);

}  // namespace sixiang
