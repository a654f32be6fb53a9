#include "base/color.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/color_functions.h"
#include "base/oklab.h"

namespace sixiang {

namespace {

constexpr std::size_t kMostBytes = 128;

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

double luminance(Color color) {
  return 0.2126 * linear_light(color.red) + 0.7152 * linear_light(color.green) + 0.0722 * linear_light(color.blue);
}

std::uint8_t mixed_channel(std::uint8_t from, std::uint8_t to, float amount) {
  const float value = float(from) + (float(to) - float(from)) * amount;
  return std::uint8_t(std::clamp(std::floor(value + 0.5f), 0.0f, 255.0f));
}

std::optional<Color> hex_color(std::string_view text) {
  int digits[8] = {};
  const std::size_t count = text.size() - 1;
  if (count != 3 && count != 6 && count != 8) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<int> digit = hex_digit(text[i + 1]);
    if (!digit) return std::nullopt;
    digits[i] = *digit;
  }
  const auto pair = [&](std::size_t i) { return std::uint8_t(digits[2 * i] * 16 + digits[2 * i + 1]); };
  const auto twice = [&](std::size_t i) { return std::uint8_t(digits[i] * 17); };
  if (count == 3) return Color{twice(0), twice(1), twice(2), 255};
  return Color{pair(0), pair(1), pair(2), count == 8 ? pair(3) : std::uint8_t(255)};
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
  if (text.empty() || text.size() > kMostBytes) return std::nullopt;
  if (text[0] == '#') return hex_color(text);
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
  if (const std::optional<Color> color = named_color(lower)) return color;
  return color_of_function(lower);
}

std::string to_hex(Color color) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text = "#";
  const auto append = [&](std::uint8_t value) {
    text += kDigits[value >> 4];
    text += kDigits[value & 15];
  };
  append(color.red);
  append(color.green);
  append(color.blue);
  if (color.alpha != 255) append(color.alpha);
  return text;
}

Color mixed(Color from, Color to, float amount) {
  return {mixed_channel(from.red, to.red, amount), mixed_channel(from.green, to.green, amount),
          mixed_channel(from.blue, to.blue, amount), mixed_channel(from.alpha, to.alpha, amount)};
}

float contrast(Color a, Color b) {
  const double first = luminance(a), second = luminance(b);
  return float((std::max(first, second) + 0.05) / (std::min(first, second) + 0.05));
}

Color laid_over(Color top, Color ground) {
  const float alpha = float(top.alpha) / 255;
  top.alpha = 255;
  return mixed(ground, top, alpha);
}

Color readable_on(Color ground, Color preferred, Color other) {
  constexpr float kReadable = 3;  // WCAG 2.1 asks as much for large text
  if (contrast(preferred, ground) >= kReadable) return preferred;
  if (contrast(other, ground) >= kReadable) return other;
  Color best = preferred;
  for (Color color : {other, Color{0, 0, 0, 255}, Color{255, 255, 255, 255}}) {
    if (contrast(color, ground) > contrast(best, ground)) best = color;
  }
  return best;
}

}  // namespace sixiang
