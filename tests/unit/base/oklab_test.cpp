// Oklab: the figures of its definition, and there and back.
#include <doctest/doctest.h>

#include <cmath>

#include "base/oklab.h"
#include "support/random_poster.h"

using namespace sixiang;

TEST_CASE("Oklab of white, black and red") {
  const Oklab white = to_oklab({255, 255, 255, 255}), black = to_oklab({0, 0, 0, 255}),
              red = to_oklab({255, 0, 0, 255});
  CHECK(white.lightness == doctest::Approx(1).epsilon(1e-4));
  CHECK(white.chroma() < 1e-4);
  CHECK(black.lightness < 1e-4);
  CHECK(red.lightness == doctest::Approx(0.62796).epsilon(1e-3));
  CHECK(red.a == doctest::Approx(0.22486).epsilon(1e-3));
  CHECK(red.b == doctest::Approx(0.12585).epsilon(1e-3));
}

TEST_CASE("every colour comes back from Oklab") {
  testing::Random random(3);
  for (int i = 0; i < 2000; ++i) {
    Color color = testing::random_color(random);
    color.alpha = 255;
    CHECK(to_color(to_oklab(color)) == color);
  }
}

TEST_CASE("what sRGB cannot show loses chroma, and neither lightness nor hue") {
  testing::Random random(4);
  for (int i = 0; i < 500; ++i) {
    const Oklab wanted = to_oklab(testing::random_color(random)).with_chroma(0.4);
    const Oklab shown = to_oklab(to_color(wanted));
    CHECK(std::fabs(shown.lightness - wanted.lightness) < 0.02);
    CHECK(shown.chroma() < 0.4);
    if (shown.chroma() < 0.05 || wanted.chroma() == 0) continue;
    const double across = shown.a * wanted.b - shown.b * wanted.a;
    CHECK(std::fabs(across) < 0.15 * shown.chroma() * wanted.chroma());
  }
}
