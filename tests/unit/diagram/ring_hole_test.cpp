// The free circle in a ring whose arrows cross it.
#include "diagram/ring_hole.h"

#include "diagram/arranged_flow.h"
#include "diagram_fixture.h"
#include "support/random_poster.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

const std::vector<Point> kSquare = {{-100, -100}, {100, -100}, {100, 100}, {-100, 100}};

ShaftObstacle bar(Point from, Point to) {
  BlockArrowStyle arrow;
  arrow.shaft = 10;
  return block_arrow_obstacle({straight_curve(from, to)}, arrow, diagram_style({400, 400}));
}

float free_radius(const LabelObstacles& obstacles, Point point) {
  float radius = 1e9f;
  for (const LabelDisc& disc : obstacles.discs) radius = std::min(radius, distance(point, disc.center) - disc.radius);
  for (const ShaftObstacle& arrow : obstacles.arrows) {
    for (Point each : arrow.points) radius = std::min(radius, distance(point, each) - arrow.radius);
  }
  return radius;
}

FlowDiagram random_ring(Random& random) {
  FlowDiagram ring;
  ring.arrange = FlowArrangement::Ring;
  for (int i = random.below(6) + 3; i > 0; --i) {
    ring.nodes.push_back(node("n" + std::to_string(i), 0, 0, NodeShape::Circle));
  }
  for (int i = random.below(7); i > 0; --i) {
    ring.arrows.push_back(
        arrow(random.pick(ring.nodes).id, random.pick(ring.nodes).id, random.chance(60) ? "沉积" : ""));
  }
  return ring;
}

}  // namespace

TEST_CASE("the free circle of a ring stands in its middle where that is free, and as large as is asked for") {
  const RingHole hole = largest_free_circle(kSquare, {3, 4}, 60, 5, {});
  CHECK(hole.center == Point{3, 4});
  CHECK(hole.radius == 60);
}

TEST_CASE("an arrow through the middle moves the free circle aside, no farther than it has to") {
  LabelObstacles obstacles;
  obstacles.arrows = {bar({-100, 0}, {100, 0})};
  const RingHole hole = largest_free_circle(kSquare, {}, 40, 5, obstacles);
  CHECK(hole.radius > 38);
  CHECK(std::fabs(hole.center.x) < 8);
  CHECK(std::fabs(hole.center.y) < 62);
  CHECK(free_radius(obstacles, hole.center) >= hole.radius + 5);
}

TEST_CASE("among obstacles at random the free circle is clear of all and hardly smaller than the best there is") {
  Random random(5);
  for (int round = 0; round < 60; ++round) {
    LabelObstacles obstacles;
    const auto anywhere = [&] { return Point{float(random.below(241) - 120), float(random.below(241) - 120)}; };
    for (int i = random.below(4); i >= 0; --i) obstacles.discs.push_back({anywhere(), float(random.below(40))});
    for (int i = random.below(4); i >= 0; --i) obstacles.arrows.push_back(bar(anywhere(), anywhere() + Point{1, 0}));
    const RingHole hole = largest_free_circle(kSquare, {}, 90, 4, obstacles);
    float best = 0;
    for (int x = -100; x <= 100; x += 4) {
      for (int y = -100; y <= 100; y += 4) {
        const Point point{float(x), float(y)};
        best = std::max(best, std::min(90.0f, free_radius(obstacles, point) - 4) - 0.1f * length(point));
      }
    }
    CAPTURE(round);
    if (hole.radius > 0) CHECK(free_radius(obstacles, hole.center) >= hole.radius + 3.9f);
    CHECK(hole.radius - 0.1f * length(hole.center) >= best - 8);
  }
}

TEST_CASE("rings at random: nothing of them meets the circle that they keep free") {
  Random random(8);
  int kept = 0, rings = 0;
  for (int round = 0; round < 40; ++round) {
    const FlowDiagram diagram = random_ring(random);
    DiagramStyle style = diagram_style({1000, 900});
    style.disc = 200;
    style.hole = 120;
    style.least_hole = 45;
    Drawing drawing;
    MeasuredFlow content = measure_flow(diagram, style, all_fonts(), drawing);
    const ArrangedFlow flow = arrange_ring(content, style);
    CAPTURE(round);
    ++rings;
    if (flow.hole.radius == 0) continue;
    ++kept;
    const auto [middle, radius] = flow.hole;
    CHECK(radius >= style.least_hole);
    CHECK(radius <= style.hole);
    for (const NodeOutline& node : flow.nodes)
      CHECK(distance(node.rect.center(), middle) >= radius + node.rect.width / 2);
    for (const ArrangedArrow& arrow : flow.arrows) {
      CHECK((arrow.text.empty() || !is_near(arrow.text, {middle, radius}, 0)));
      for (Point point : points_of(arrow.shape.way))
        CHECK(distance(point, middle) >= radius + arrow.shape.style.shaft / 2);
    }
  }
  CHECK(kept >= rings - 1);
}

TEST_CASE("arrows' words of a page's ring grow by themselves where the ring as a whole cannot") {
  FlowDiagram ring;
  ring.arrange = FlowArrangement::Ring;
  for (const char* id : {"mesh", "voxel", "cloud", "sdf", "nerf"})
    ring.nodes.push_back(node(id, 0, 0, NodeShape::Circle));
  ring.arrows = {arrow("mesh", "sdf", "扫描转换 + BVH\n射线投射判内外"),
                 arrow("sdf", "mesh", "Marching Cubes\n查表"),
                 arrow("mesh", "cloud", "均匀采样 / FPS\n按面积加权"),
                 arrow("cloud", "mesh", "Poisson 重建\n泊松方程"),
                 arrow("cloud", "mesh", "Ball-Pivoting BPA"),
                 arrow("sdf", "voxel", "离散采样\n网格化"),
                 arrow("voxel", "sdf", "体素→连续场\n三线性插值"),
                 arrow("cloud", "sdf", "法向→符号分配"),
                 arrow("nerf", "sdf", "VolSDF / UNISURF")};
  DiagramStyle style = diagram_style({1700, 960});
  style.disc = 295;
  style.text_size = 38;
  style.min_text_size = 13;
  Drawing drawing;
  MeasuredFlow content = measure_flow(ring, style, all_fonts(), drawing);
  const ArrangedFlow flow = arrange_ring(content, style);
  CHECK(flow.unclear == 0);
  // Sizes of the ring as a whole are powers of 0.94.
  const float steps = std::log(flow.arrow_text) / std::log(0.94f);
  CAPTURE(flow.arrow_text);
  CHECK(flow.arrow_text < 1);
  CHECK(std::fabs(steps - std::round(steps)) > 0.02f);
}
