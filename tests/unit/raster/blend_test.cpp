// Source-over against the formula of Porter and Duff in real numbers.
#include "raster/blend.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdlib>

using namespace sixiang;

namespace {

using Pixel = std::array<std::uint8_t, 4>;

Pixel blended(Pixel under, Color color, int coverage) {
  blend_row(under.data(), 1, color, std::uint8_t(coverage));
  return under;
}

int rounded(double value) { return int(std::floor(value + 0.5)); }

// The coverage counts in 255ths, as does the color's alpha times it; only the result is rounded, to the nearest.
bool is_nearest(Pixel result, Pixel under, Color color, int coverage) {
  const double over_alpha = rounded(color.alpha * coverage / 255.0) / 255.0, under_alpha = under[3] / 255.0;
  const double alpha = over_alpha + under_alpha * (1 - over_alpha);
  const auto near = [](int value, double exact) { return std::abs(value - exact) < 0.5 + 1e-9; };
  const auto mix = [&](int below, int above) {
    return (above * over_alpha + below * under_alpha * (1 - over_alpha)) / alpha;
  };
  if (over_alpha == 0) return result == under;
  return near(result[0], mix(under[0], color.red)) && near(result[1], mix(under[1], color.green)) &&
         near(result[2], mix(under[2], color.blue)) && near(result[3], alpha * 255);
}

}  // namespace

TEST_CASE("multiplied is a · b / 255 to the nearest") {
  for (std::uint32_t a = 0; a <= 255; ++a) {
    for (std::uint32_t b = 0; b <= 255; ++b) REQUIRE(int(multiplied(a, b)) == rounded(a * b / 255.0));
  }
}

TEST_CASE("blending by hand") {
  const Pixel white{255, 255, 255, 255}, clear{0, 0, 0, 0};
  CHECK(blended(white, {10, 20, 30, 255}, 255) == Pixel{10, 20, 30, 255});
  CHECK(blended(white, {10, 20, 30, 255}, 0) == white);
  CHECK(blended(white, {10, 20, 30, 0}, 255) == white);
  CHECK(blended(white, {0, 0, 0, 255}, 128) == Pixel{127, 127, 127, 255});
  CHECK(blended(white, {0, 0, 0, 128}, 255) == Pixel{127, 127, 127, 255});
  CHECK(blended(clear, {10, 20, 30, 128}, 255) == Pixel{10, 20, 30, 128});
  CHECK(blended(clear, {10, 20, 30, 255}, 77) == Pixel{10, 20, 30, 77});
  CHECK(blended({200, 100, 0, 128}, {0, 100, 200, 128}, 255) == Pixel{66, 100, 134, 192});
}

TEST_CASE("blending as the formula has it") {
  constexpr int kValues[] = {0, 1, 2, 63, 127, 128, 200, 254, 255};
  int wrong = 0;
  for (int under_alpha : kValues) {
    for (int alpha : kValues) {
      for (int coverage : kValues) {
        for (int under : kValues) {
          for (int over : kValues) {
            const Pixel below{std::uint8_t(under), std::uint8_t(255 - under), 90, std::uint8_t(under_alpha)};
            const Color color{std::uint8_t(over), 40, std::uint8_t(255 - over), std::uint8_t(alpha)};
            wrong += !is_nearest(blended(below, color, coverage), below, color, coverage);
          }
        }
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("rows are painted pixel by pixel") {
  std::array<std::uint8_t, 20> row{};
  row.fill(255);
  row[11] = 100;  // the third pixel's alpha
  blend_row(row.data() + 4, 3, {0, 0, 0, 255}, 51);
  CHECK(row == std::array<std::uint8_t, 20>{255, 255, 255, 255, 204, 204, 204, 255, 156, 156,
                                            156, 131, 204, 204, 204, 255, 255, 255, 255, 255});
}
