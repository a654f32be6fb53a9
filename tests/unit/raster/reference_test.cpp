// Coverage against references that share nothing with it: the area of a polygon clipped to each pixel, and the winding
// number at many points of each pixel.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "unit/raster/coverage_map.h"

using namespace sixiang;
using testing::coverage_map;
using testing::CoverageMap;

namespace {

constexpr PixelRect kPage{0, 0, 40, 40};

struct Vertex {
  double x = 0, y = 0;
};
using Polygon = std::vector<Vertex>;

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  std::uint32_t bits() {
    state_ = state_ * 1664525u + 1013904223u;
    return state_ >> 8;
  }
  // On the rasterizer's grid, up to 8 pixels beyond the page.
  double place() { return double(bits() % (56 * 256)) / 256 - 8; }
  Vertex vertex() {
    const double x = place();
    return {x, place()};
  }

 private:
  std::uint32_t state_;
};

Point as_point(Vertex v) { return {float(v.x), float(v.y)}; }

Path as_path(const Polygon& polygon) {
  Path path;
  path.move_to(as_point(polygon[0]));
  for (std::size_t i = 1; i < polygon.size(); ++i) path.line_to(as_point(polygon[i]));
  path.close();
  return path;
}

// Sutherland and Hodgman's clipping at one line: what lies where side(v) >= 0.
template <class Side>
Polygon clipped(const Polygon& polygon, const Side& side) {
  Polygon result;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Vertex a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    const double at_a = side(a), at_b = side(b);
    if (at_a >= 0) result.push_back(a);
    if ((at_a >= 0) == (at_b >= 0)) continue;
    const double t = at_a / (at_a - at_b);
    result.push_back({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t});
  }
  return result;
}

double area(const Polygon& polygon) {
  double sum = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Vertex a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

double area_in_pixel(const Polygon& polygon, int x, int y) {
  Polygon part = clipped(polygon, [&](Vertex v) { return v.x - x; });
  part = clipped(part, [&](Vertex v) { return x + 1 - v.x; });
  part = clipped(part, [&](Vertex v) { return v.y - y; });
  return area(clipped(part, [&](Vertex v) { return y + 1 - v.y; }));
}

int worst_difference(const Polygon& polygon) {
  const CoverageMap map = coverage_map(as_path(polygon), kPage);
  int worst = 0;
  for (int y = 0; y < kPage.bottom; ++y) {
    for (int x = 0; x < kPage.right; ++x) {
      const int expected = int(std::lround(std::abs(area_in_pixel(polygon, x, y)) * 255));
      worst = std::max(worst, std::abs(map.at(x, y) - expected));
    }
  }
  return worst;
}

// Corners in the order of their angles around the middle: concave, but never crossing itself.
Polygon star_shaped(Random& random) {
  constexpr double kStep = 0.39269908169872414;  // 2π/16
  Polygon polygon;
  for (int i = 0; i < 16; ++i) {
    const double radius = 2 + double(random.bits() % 4096) / 4096 * 20, angle = kStep * i;
    const auto on_grid = [](double value) { return std::floor(value * 256) / 256; };
    polygon.push_back({on_grid(20 + radius * std::cos(angle)), on_grid(20 + radius * std::sin(angle))});
  }
  return polygon;
}

struct Crossing {
  double x = 0;
  int turn = 0;
};

// Where the outlines cross the level y.
std::vector<Crossing> crossings(const std::vector<Polygon>& contours, double y) {
  std::vector<Crossing> result;
  for (const Polygon& contour : contours) {
    for (std::size_t i = 0; i < contour.size(); ++i) {
      const Vertex a = contour[i], b = contour[(i + 1) % contour.size()];
      if ((a.y <= y) == (b.y <= y)) continue;
      result.push_back({a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), b.y > a.y ? 1 : -1});
    }
  }
  return result;
}

// The winding numbers at 8 × 8 points of each pixel of the page.
class Samples {
 public:
  explicit Samples(const std::vector<Polygon>& contours) {
    for (int row = 0; row < 8 * kPage.bottom; ++row) {
      const std::vector<Crossing> level = crossings(contours, (row + 0.47) / 8);
      for (int column = 0; column < 8 * kPage.right; ++column) {
        int sum = 0;
        for (const Crossing& crossing : level) sum += crossing.x < (column + 0.5) / 8 ? crossing.turn : 0;
        windings_.push_back(sum);
      }
    }
  }

  int at(int x, int y, int sample) const {
    return windings_[std::size_t((8 * y + sample / 8) * 8 * kPage.right + 8 * x + sample % 8)];
  }

 private:
  std::vector<int> windings_;
};

void add_curve(Path& path, Polygon& polygon, Vertex b, Vertex c, Vertex d) {
  const Vertex a = polygon.back();
  path.cubic_to(as_point(b), as_point(c), as_point(d));
  for (int i = 1; i <= 64; ++i) {
    const double t = i / 64.0, s = 1 - t;
    const auto mix = [&](double p, double q, double r, double u) {
      return s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
    };
    polygon.push_back({mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)});
  }
}

}  // namespace

TEST_CASE("coverage is the area, to a 255th: triangles in all places and directions") {
  Random random(5);
  int worst = 0;
  for (int i = 0; i < 300; ++i) {
    worst = std::max(worst, worst_difference({random.vertex(), random.vertex(), random.vertex()}));
  }
  CHECK(worst <= 1);
}

TEST_CASE("coverage is the area, to a 255th: concave polygons with many corners in a pixel") {
  Random random(6);
  int worst = 0;
  for (int i = 0; i < 60; ++i) worst = std::max(worst, worst_difference(star_shaped(random)));
  CHECK(worst <= 1);
}

TEST_CASE("winding rules hold at every point: lines and curves that cross themselves") {
  Random random(7);
  int far = 0, compared = 0;
  for (int i = 0; i < 40; ++i) {
    Path path;
    std::vector<Polygon> contours;
    for (int contour = 0; contour < 2; ++contour) {
      Polygon polygon = {random.vertex()};
      path.move_to(as_point(polygon[0]));
      for (int k = 0; k < 3; ++k) {
        const Vertex b = random.vertex(), c = random.vertex();
        add_curve(path, polygon, b, c, random.vertex());
        polygon.push_back(random.vertex());
        path.line_to(as_point(polygon.back()));
      }
      path.close();
      contours.push_back(std::move(polygon));
    }
    const Samples samples(contours);
    for (const FillRule rule : {FillRule::NonZero, FillRule::EvenOdd}) {
      const CoverageMap map = coverage_map(path, kPage, rule);
      for (int y = 0; y < kPage.bottom; ++y) {
        for (int x = 0; x < kPage.right; ++x) {
          int inside = 0, least = 99, most = -99;
          for (int sample = 0; sample < 64; ++sample) {
            const int turns = samples.at(x, y, sample);
            inside += rule == FillRule::NonZero ? turns != 0 : turns % 2 != 0;
            least = std::min(least, turns);
            most = std::max(most, turns);
          }
          // Where more than two neighbouring windings meet in a pixel, areas are summed before the rule is applied.
          if (most - least > 1) continue;
          ++compared;
          far += std::abs(map.at(x, y) - inside * 255 / 64) > 255 / 8;
        }
      }
    }
  }
  CHECK(compared > 100'000);
  CHECK(far < compared / 2000);
}
