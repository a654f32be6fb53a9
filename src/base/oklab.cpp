#include "base/oklab.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sixiang {

namespace {

// What is below has no hue that could be seen.
constexpr double kGrey = 0.002;

// sRGB value / 255 → linear light by (v + 0.055) / 1.055 to the power 2.4, the power as x² · (x²)^(1/5) with the fifth
// root found by Newton's method: pow() differs between machines.
double linear(double encoded) {
  if (encoded <= 0.04045) return encoded / 12.92;
  const double x = (encoded + 0.055) / 1.055;
  const double square = x * x;
  double root = 1;
  for (int i = 0; i < 40; ++i) root -= (root * root * root * root * root - square) / (5 * root * root * root * root);
  return square * root;
}

// Of the values from `first` on, by steps of 1.
std::array<double, 256> linear_table(double first) {
  std::array<double, 256> table;
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = linear((first + double(i)) / 255);
  return table;
}

// The nearest of the 256 values.
std::uint8_t encoded(double light) {
  static const std::array<double, 256> kLeast = linear_table(0.5);  // of the value after this one
  const auto above = std::upper_bound(kLeast.begin(), kLeast.end() - 1, light);
  return std::uint8_t(above - kLeast.begin());
}

// Cube root of 0 to about 1, by Newton's method from a fourth root, which is no smaller.
double cube_root(double x) {
  double root = std::max(std::sqrt(std::sqrt(x)), 1e-6);
  for (int i = 0; i < 8; ++i) root -= (root * root * root - x) / (3 * root * root);
  return root;
}

std::array<double, 3> linear_rgb(const Oklab& lab) {
  const double l = lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b;
  const double m = lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b;
  const double s = lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b;
  const double ll = l * l * l, mm = m * m * m, ss = s * s * s;
  return {4.0767416621 * ll - 3.3077115913 * mm + 0.2309699292 * ss,
          -1.2684380046 * ll + 2.6097574011 * mm - 0.3413193965 * ss,
          -0.0041960863 * ll - 0.7034186147 * mm + 1.7076147010 * ss};
}

bool is_shown(const std::array<double, 3>& rgb) {
  constexpr double kSlack = 1e-4;
  return std::all_of(rgb.begin(), rgb.end(), [](double light) { return light >= -kSlack && light <= 1 + kSlack; });
}

}  // namespace

double linear_light(std::uint8_t value) {
  static const std::array<double, 256> kTable = linear_table(0);
  return kTable[value];
}

double Oklab::chroma() const { return std::sqrt(a * a + b * b); }

Oklab Oklab::with_chroma(double chroma) const {
  const double own = this->chroma();
  if (own < kGrey) return {lightness, 0, 0};
  return {lightness, a * chroma / own, b * chroma / own};
}

Oklab to_oklab(Color color) {
  const double red = linear_light(color.red), green = linear_light(color.green), blue = linear_light(color.blue);
  const double l = cube_root(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const double m = cube_root(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const double s = cube_root(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Color to_color(const Oklab& lab) {
  std::array<double, 3> rgb = linear_rgb(lab);
  if (!is_shown(rgb)) {
    double least = 0, most = 1;
    for (int i = 0; i < 12; ++i) {
      const double part = (least + most) / 2;
      (is_shown(linear_rgb({lab.lightness, part * lab.a, part * lab.b})) ? least : most) = part;
    }
    rgb = linear_rgb({lab.lightness, least * lab.a, least * lab.b});
  }
  return {encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2]), 255};
}

}  // namespace sixiang
