// Lightness, chroma and hue as eyes have them: Björn Ottosson's Oklab (2020), of sRGB. A hue is kept as a direction in
// the plane of a and b, so that no angle is needed.
#pragma once

#include <cstdint>

#include "base/color.h"

namespace sixiang {

// sRGB, 0 to 255 → linear light, 0 to 1.
double linear_light(std::uint8_t value);

struct Oklab {
  double lightness = 0;  // 0 black, 1 white
  double a = 0, b = 0;

  double chroma() const;
  // Of the same hue. A grey, which has none, stays one.
  Oklab with_chroma(double chroma) const;
  Oklab with_lightness(double value) const { return {value, a, b}; }
};

// Alpha is ignored.
Oklab to_oklab(Color color);
// Opaque. What sRGB cannot show has as much of its chroma as it can.
Color to_color(const Oklab& lab);

}  // namespace sixiang
