#include "base/color.h"

#include <doctest/doctest.h>

using namespace sixiang;

TEST_CASE("colours are read in the three forms of hexadecimal, and nothing else") {
  CHECK(parse_color("#A8D8EA") == Color{0xA8, 0xD8, 0xEA, 255});
  CHECK(parse_color("#a8d8ea80") == Color{0xA8, 0xD8, 0xEA, 0x80});
  CHECK(parse_color("#fc0") == Color{0xFF, 0xCC, 0x00, 255});
  for (const char* wrong : {"", "#", "A8D8EA", "#A8D8E", "#GG0000", "#A8D8EA8", "red", "#A8D8EA800", " #fff"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_color(wrong));
  }
}

TEST_CASE("a colour's text reads back as the same colour") {
  for (Color color : {Color{0, 0, 0, 255}, Color{1, 22, 254, 255}, Color{9, 8, 7, 6}}) {
    CHECK(parse_color(to_hex(color)) == color);
  }
}

TEST_CASE("contrast follows WCAG 2.1") {
  const Color white{255, 255, 255, 255}, black{0, 0, 0, 255};
  CHECK(contrast(white, black) == doctest::Approx(21));
  CHECK(contrast(white, white) == doctest::Approx(1));
  CHECK(contrast({0xE8, 0x65, 0x5A, 255}, white) == doctest::Approx(3.27).epsilon(0.01));
}

TEST_CASE("mixing meets both ends and rounds in the middle") {
  const Color a{0, 100, 255, 255}, b{255, 101, 0, 255};
  CHECK(mixed(a, b, 0) == a);
  CHECK(mixed(a, b, 1) == b);
  CHECK(mixed(a, b, 0.5f).red == 128);
}
