#include "base/color.h"

#include <doctest/doctest.h>

using namespace sixiang;

TEST_CASE("colours are read in the three forms of hexadecimal") {
  CHECK(parse_color("#A8D8EA") == Color{0xA8, 0xD8, 0xEA, 255});
  CHECK(parse_color("#a8d8ea80") == Color{0xA8, 0xD8, 0xEA, 0x80});
  CHECK(parse_color("#fc0") == Color{0xFF, 0xCC, 0x00, 255});
  for (const char* wrong : {"", "#", "A8D8EA", "#A8D8E", "#GG0000", "#A8D8EA8", "#A8D8EA800", " #fff"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_color(wrong));
  }
}

TEST_CASE("colours are read by their names in CSS, any case") {
  CHECK(parse_color("red") == Color{255, 0, 0, 255});
  CHECK(parse_color("RebeccaPurple") == Color{0x66, 0x33, 0x99, 255});
  CHECK(parse_color("aliceblue") == Color{0xF0, 0xF8, 0xFF, 255});
  CHECK(parse_color("yellowgreen") == Color{0x9A, 0xCD, 0x32, 255});
  CHECK(parse_color("grey") == parse_color("gray"));
  CHECK(parse_color("transparent") == Color{0, 0, 0, 0});
  for (const char* wrong : {"r", "redd", "light blue", "cream", "none", "currentcolor", "红"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_color(wrong));
  }
}

TEST_CASE("colours are read as CSS functions") {
  CHECK(parse_color("rgb(168, 216, 234)") == Color{0xA8, 0xD8, 0xEA, 255});
  CHECK(parse_color("RGB(168 216 234)") == Color{0xA8, 0xD8, 0xEA, 255});
  CHECK(parse_color("rgba(168,216,234,0.5)") == Color{0xA8, 0xD8, 0xEA, 128});
  CHECK(parse_color("rgb(100% 0% 20% / 40%)") == Color{255, 0, 51, 102});
  CHECK(parse_color("rgb(300, -5, 0)") == Color{255, 0, 0, 255});
  CHECK(parse_color("hsl(180, 100%, 25%)") == Color{0, 128, 128, 255});
  CHECK(parse_color("hsl(-180deg 100% 25%)") == Color{0, 128, 128, 255});
  CHECK(parse_color("hsla(0, 0%, 50%, 0.25)") == Color{128, 128, 128, 64});
  CHECK(parse_color("hsl(99999999 50% 50%)").has_value());
  for (const char* wrong :
       {"rgb", "rgb()", "rgb(1,2)", "rgb(1,2,3", "rgb(1,2,3) ,", "rgb(1 2,3)", "rgb(1,2 3)", "rgb(1,2,3/4)",
        "rgb(a,b,c)", "rgb(1,2,3,4,5)", "hsl(10%,2%,3%)", "rgb(1e3,2,3)", "rgb(--1,2,3)", "rgb(nan,0,0)",
        "hwb(1 2% 3%)", "rgb(99999999999999999999999999999999999,0,0)"}) {
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
