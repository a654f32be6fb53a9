// Areas, winding rules and clipping of the rasterizer, before any colour.
#include "raster/coverage.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>

#include "base/shapes.h"
#include "base/stroke.h"
#include "unit/raster/coverage_map.h"

using namespace sixiang;
using testing::coverage_map;
using testing::CoverageMap;

namespace {

constexpr PixelRect kPage{0, 0, 100, 100};
constexpr double kPi = 3.14159265358979;

// To the nearest of 255 steps.
int part(double of_a_pixel) { return int(std::floor(of_a_pixel * 255 + 0.5)); }

class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  float next(float limit) {
    state_ = state_ * 1664525u + 1013904223u;
    return float(state_ >> 8) / float(1 << 24) * limit;
  }

 private:
  std::uint32_t state_;
};

Path made_up(Random& random) {
  Path path;
  for (int contour = 0; contour < 3; ++contour) {
    const auto point = [&] { return Point{random.next(160) - 30, random.next(160) - 30}; };
    path.move_to(point());
    for (int i = 0; i < 5; ++i) {
      const Point a = point(), b = point(), c = point();
      if (i % 3 == 0) path.line_to(a);
      if (i % 3 == 1) path.quad_to(a, b);
      if (i % 3 == 2) path.cubic_to(a, b, c);
    }
    if (contour != 1) path.close();
  }
  return path;
}

}  // namespace

TEST_CASE("a rectangle covers exactly what it covers") {
  // Edges at 2.25, 3.5, 7.75 and 6.125 pixels: multiples of 1/256.
  const CoverageMap map = coverage_map(rectangle(rect_from_edges(2.25f, 3.5f, 7.75f, 6.125f)), kPage);
  CHECK(map.at(5, 4) == 255);
  CHECK(map.at(2, 4) == part(0.75));
  CHECK(map.at(7, 4) == part(0.75));
  CHECK(map.at(5, 3) == part(0.5));
  CHECK(map.at(5, 6) == part(0.125));
  CHECK(map.at(2, 3) == part(0.375));
  CHECK(map.at(7, 6) == part(0.75 * 0.125));
  CHECK(map.at(1, 4) == 0);
  CHECK(map.at(8, 4) == 0);
  CHECK(map.at(5, 2) == 0);
  CHECK(map.at(5, 7) == 0);
  CHECK(map.area() == doctest::Approx(5.5 * 2.625).epsilon(0.005));
}

TEST_CASE("whole pixels are whole") {
  const CoverageMap map = coverage_map(rectangle({10, 10, 5, 5}), kPage);
  CHECK(map.area() == 25);
  CHECK(map.at(10, 10) == 255);
  CHECK(map.at(14, 14) == 255);
}

TEST_CASE("slanted edges leave half pixels") {
  // A right triangle whose long side runs through the pixels' corners.
  const CoverageMap map = coverage_map(polyline({{0, 0}, {10, 10}, {0, 10}, {0, 0}}), kPage);
  for (int i = 0; i < 10; ++i) CHECK(map.at(i, i) == part(0.5));
  CHECK(map.at(0, 5) == 255);
  CHECK(map.at(5, 0) == 0);
  CHECK(map.area() == doctest::Approx(50).epsilon(0.002));
}

TEST_CASE("a thin line loses nothing") {
  // A hundredth of a pixel wide, across a hundred rows.
  const CoverageMap map =
      coverage_map(polyline({{20.5f, 0}, {60.5f, 100}, {60.75f, 100}, {20.75f, 0}, {20.5f, 0}}), kPage);
  CHECK(map.area() == doctest::Approx(25).epsilon(0.02));
}

TEST_CASE("circles have the area of circles") {
  for (float radius : {0.7f, 3.0f, 20.3f, 47.0f}) {
    // Chords lie inside of the circle, by less than a fortieth of a pixel.
    const double area = kPi * double(radius) * double(radius), rim = 2 * kPi * double(radius) / 40;
    const CoverageMap map = coverage_map(circle({50.3f, 49.6f}, radius), kPage);
    CHECK(map.area() < area * 1.001 + 0.02);
    CHECK(map.area() > area - rim);
  }
  CHECK(coverage_map(circle({50.3f, 49.6f}, 47), kPage).area() == doctest::Approx(kPi * 47 * 47).epsilon(0.001));
}

TEST_CASE("strokes have the area of strokes") {
  StrokeStyle style;
  style.width = 5;
  style.cap = LineCap::Butt;
  const Path line = polyline({{10.2f, 10.1f}, {70.3f, 55.4f}});
  const double length = std::sqrt(60.1 * 60.1 + 45.3 * 45.3);
  CHECK(coverage_map(stroke_outline(line, style), kPage).area() == doctest::Approx(5 * length).epsilon(0.003));
  style.cap = LineCap::Round;
  const double dot = kPi * 2.5 * 2.5;
  CHECK(coverage_map(stroke_outline(line, style), kPage).area() == doctest::Approx(5 * length + dot).epsilon(0.003));
  style.cap = LineCap::Square;
  CHECK(coverage_map(stroke_outline(line, style), kPage).area() == doctest::Approx(5 * length + 25).epsilon(0.003));
  const double ring = 2 * kPi * 30 * 5;
  CHECK(coverage_map(stroke_outline(circle({50, 50}, 30), style), kPage).area() ==
        doctest::Approx(ring).epsilon(0.003));
}

TEST_CASE("winding rules") {
  // Two squares that overlap in 40..60, the second one in either direction.
  const Path first = rectangle({20, 20, 40, 40}), second = rectangle({40, 40, 40, 40});
  const Path turned = polyline({{40, 40}, {40, 80}, {80, 80}, {80, 40}, {40, 40}});
  const auto area = [&](const Path& other, FillRule rule) { return coverage_map({first, other}, rule, kPage).area(); };
  CHECK(area(second, FillRule::NonZero) == 1600 + 1600 - 400);
  CHECK(area(second, FillRule::EvenOdd) == 1600 + 1600 - 800);
  CHECK(area(turned, FillRule::NonZero) == 1600 + 1600 - 800);
  CHECK(area(turned, FillRule::EvenOdd) == 1600 + 1600 - 800);
  CHECK(coverage_map(turned, kPage).area() == 1600);
  // Three times around is odd.
  CHECK(coverage_map({first, first, first}, FillRule::EvenOdd, kPage).area() == 1600);
  CHECK(coverage_map({first, first, first}, FillRule::NonZero, kPage).area() == 1600);
}

TEST_CASE("neighbours that share an edge leave no seam") {
  const Point a{3.1f, 2.7f}, b{91.3f, 88.9f}, c{12.5f, 95.2f}, d{88.1f, 5.6f};
  const CoverageMap apart = coverage_map({polyline({a, b, c, a}), polyline({a, d, b, a})}, FillRule::NonZero, kPage);
  const CoverageMap whole = coverage_map(polyline({a, d, b, c, a}), kPage);
  CHECK(apart.values == whole.values);
}

TEST_CASE("open contours are filled as if closed") {
  Path open;
  open.move_to({10, 10});
  open.line_to({30, 10});
  open.line_to({30, 30});
  Path closed = open;
  closed.close();
  CHECK(coverage_map(open, kPage).values == coverage_map(closed, kPage).values);
  // What follows a Close starts where the closed contour did.
  closed.line_to({10, 40});
  closed.line_to({0, 40});
  CHECK(coverage_map(closed, kPage).area() == doctest::Approx(200 + 150).epsilon(0.01));
}

TEST_CASE("what a clip shows is what the whole shows there") {
  Random random(3);
  const PixelRect whole_rect{-40, -40, 140, 140};
  for (int i = 0; i < 20; ++i) {
    const Path path = made_up(random);
    const FillRule rule = i % 2 ? FillRule::EvenOdd : FillRule::NonZero;
    const CoverageMap whole = coverage_map(path, whole_rect, rule);
    CHECK(whole.spans_out_of_order == 0);
    for (const PixelRect& clip : {PixelRect{0, 0, 100, 100}, PixelRect{31, 17, 32, 18}, PixelRect{50, -20, 130, 3},
                                  PixelRect{7, 60, 23, 140}, PixelRect{-40, 0, 0, 1}}) {
      const CoverageMap piece = coverage_map(path, clip, rule);
      CHECK(piece.spans_out_of_order == 0);
      int different = 0;
      for (int y = clip.top; y < clip.bottom; ++y) {
        for (int x = clip.left; x < clip.right; ++x) different += piece.at(x, y) != whole.at(x, y);
      }
      CHECK(different == 0);
    }
  }
}

TEST_CASE("tall and wide outlines are drawn in bands") {
  // More cells than fit into one band.
  const PixelRect page{0, 0, 3000, 200};
  const CoverageMap map = coverage_map(circle({1500, 100}, 90), page);
  CHECK(map.area() == doctest::Approx(kPi * 8100).epsilon(0.001));
  const CoverageMap wide = coverage_map(polyline({{0.5f, 10}, {2999.5f, 10}, {1500, 190}, {0.5f, 10}}), page);
  CHECK(wide.area() == doctest::Approx(2999.0 * 180 / 2).epsilon(0.001));
}

TEST_CASE("the largest pictures") {
  CoverageBuilder builder;
  builder.reset({0, 0, 16384, 4096});
  builder.add(circle({8192, 2048}, 2000), {});
  builder.add(rectangle({16380.5f, 0, 10, 4096}), {});
  long long sum = 0;
  builder.sweep(FillRule::NonZero, [&](const CoverageSpan& span) { sum += (span.end - span.begin) * span.coverage; });
  CHECK(double(sum) / 255 == doctest::Approx(kPi * 4e6 + 3.5 * 4096).epsilon(0.0005));
}

TEST_CASE("one builder serves many outlines") {
  CoverageBuilder builder;
  const auto area = [&](const Path& path, const PixelRect& clip) {
    builder.reset(clip);
    builder.add(path, {});
    long long sum = 0;
    builder.sweep(FillRule::NonZero, [&](const CoverageSpan& span) { sum += (span.end - span.begin) * span.coverage; });
    return double(sum) / 255;
  };
  CHECK(area(rectangle({0, 0, 70, 70}), {0, 0, 100, 100}) == 4900);
  CHECK(area(rectangle({3, 3, 10, 10}), {0, 0, 200, 20}) == 100);
  CHECK(area({}, {0, 0, 200, 20}) == 0);
  CHECK(area(rectangle({3, 3, 10, 10}), {5, 5, 5, 20}) == 0);
  CHECK(area(rectangle({0, 0, 70, 70}), {0, 0, 100, 100}) == 4900);
}

TEST_CASE("numbers that are none, and numbers beyond all pictures") {
  const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
  for (float bad : {nan, infinity, -infinity}) {
    Path path = rectangle({10, 10, 10, 10});
    path.append(polyline({{0, 0}, {bad, 50}, {50, 50}}));
    path.append(polyline({{bad, bad}, {3, 50}, {50, 50}}));
    Path curve;
    curve.move_to({0, 0});
    curve.cubic_to({10, 10}, {20, bad}, {30, 30});
    curve.quad_to({bad, 0}, {5, 5});
    curve.close();
    curve.line_to({10, 10});
    path.append(curve);
    path.append(rectangle({50, 50, 10, 10}));
    CHECK(coverage_map(path, kPage).area() == doctest::Approx(200));
  }
  for (float far : {1e7f, 1e12f, 1e30f, 1e38f}) {
    CHECK(coverage_map(rectangle(rect_from_edges(-far, -far, far, far)), kPage).area() == 10000);
    CHECK(coverage_map(rectangle(rect_from_edges(-far, 10, far, 20)), kPage).area() == 1000);
    CHECK(coverage_map(rectangle(rect_from_edges(far, far, far, far)), kPage).area() == 0);
    Path curve;
    curve.move_to({-far, -far});
    curve.cubic_to({far, -far}, {-far, far}, {far, far});
    CHECK(coverage_map(curve, kPage).spans_out_of_order == 0);
  }
  // Millions of times around one pixel: any number, but no crash.
  Path spiral;
  for (int i = 0; i < 40000; ++i) spiral.append(rectangle({10.25f, 10.25f, 0.5f, 0.5f}));
  CHECK(coverage_map(spiral, kPage).spans_out_of_order == 0);
}
