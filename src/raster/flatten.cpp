#include "raster/flatten.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sixiang {

namespace {

constexpr double kFlatness_px = 0.025;  // six of the 255 steps of coverage, and only at the middle of a chord
constexpr double kFarthest_px = double(1 << 20);
constexpr double kMostChords = 1024;

struct PixelPoint {
  double x, y;
};

bool is_finite(PixelPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

std::int32_t subpixels(double value_px) {
  return std::int32_t(std::lrint(std::clamp(value_px, -kFarthest_px, kFarthest_px) * kSubpixels));
}

// A chord over the n-th part of a curve is at most |second derivative| / (8 n²) away from it.
int chords(double derivative_squared) {
  const double n = std::ceil(std::sqrt(std::sqrt(derivative_squared) / (8 * kFlatness_px)));
  return int(std::clamp(n, 1.0, kMostChords));
}

double squared(double x, double y) { return x * x + y * y; }

class Flattener {
 public:
  Flattener(const PixelPlacement& placement, const PixelRect& clip, EdgeList& list)
      : placement_(placement), clip_(clip), list_(list), first_edge_(list.edges.size()) {}

  void move_to(Point point) {
    finish();
    restart(placed(point));
  }

  void line_to(Point to) { straight(placed(to)); }

  void quad_to(Point control, Point to) {
    const PixelPoint a = at_, b = placed(control), c = placed(to);
    if (!(usable_ = usable_ && is_finite(b) && is_finite(c))) return;
    if (is_aside({a, b, c, c})) return straight(c);
    const double bend_x = a.x - 2 * b.x + c.x, bend_y = a.y - 2 * b.y + c.y;
    const int n = chords(4 * squared(bend_x, bend_y));
    for (int i = 1; i < n; ++i) {
      const double t = double(i) / n;
      straight({a.x + t * (2 * (b.x - a.x) + t * bend_x), a.y + t * (2 * (b.y - a.y) + t * bend_y)});
    }
    straight(c);
  }

  void cubic_to(Point control1, Point control2, Point to) {
    const PixelPoint a = at_, b = placed(control1), c = placed(control2), d = placed(to);
    if (!(usable_ = usable_ && is_finite(b) && is_finite(c) && is_finite(d))) return;
    if (is_aside({a, b, c, d})) return straight(d);
    const double bend_x = a.x - 2 * b.x + c.x, bend_y = a.y - 2 * b.y + c.y;
    const double end_x = b.x - 2 * c.x + d.x, end_y = b.y - 2 * c.y + d.y;
    const double twist_x = d.x - a.x + 3 * (b.x - c.x), twist_y = d.y - a.y + 3 * (b.y - c.y);
    const int n = chords(36 * std::max(squared(bend_x, bend_y), squared(end_x, end_y)));
    for (int i = 1; i < n; ++i) {
      const double t = double(i) / n;
      straight({a.x + t * (3 * (b.x - a.x) + t * (3 * bend_x + t * twist_x)),
                a.y + t * (3 * (b.y - a.y) + t * (3 * bend_y + t * twist_y))});
    }
    straight(d);
  }

  void close() {
    const PixelPoint start = start_;
    finish();
    restart(start);
  }

  void finish() {
    if (usable_) {
      straight(start_);
    } else {
      list_.edges.resize(first_edge_);
    }
  }

 private:
  // Wholly on one side of the clip, where a straight line does as well: above, below and to the right it counts for
  // nothing, to the left only by the height between its ends.
  bool is_aside(const std::array<PixelPoint, 4>& p) const {
    const auto all = [&p](auto is_beyond) { return std::all_of(p.begin(), p.end(), is_beyond); };
    // A pixel to spare for rounding.
    return all([this](PixelPoint a) { return a.y < clip_.top - 1; }) ||
           all([this](PixelPoint a) { return a.y > clip_.bottom + 1; }) ||
           all([this](PixelPoint a) { return a.x < clip_.left - 1; }) ||
           all([this](PixelPoint a) { return a.x > clip_.right + 1; });
  }

  PixelPoint placed(Point point) const {
    return {double(point.x) * placement_.scale + placement_.x, double(point.y) * placement_.scale + placement_.y};
  }

  void restart(PixelPoint point) {
    first_edge_ = list_.edges.size();
    start_ = at_ = point;
    usable_ = is_finite(point);
    if (!usable_) return;
    x_ = subpixels(point.x);
    y_ = subpixels(point.y);
  }

  void straight(PixelPoint to) {
    if (!(usable_ = usable_ && is_finite(to))) return;
    at_ = to;
    const std::int32_t x = subpixels(to.x), y = subpixels(to.y);
    if (y > y_) {
      add({x_, y_, x, y, 1});
    } else if (y < y_) {
      add({x, y, x_, y_, -1});
    }
    x_ = x;
    y_ = y;
  }

  void add(const Edge& edge) {
    if (edge.y1 <= clip_.top * kSubpixels || edge.y0 >= clip_.bottom * kSubpixels) return;
    if (std::min(edge.x0, edge.x1) >= clip_.right * kSubpixels) {
      list_.reaches_right = true;
      return;
    }
    list_.edges.push_back(edge);
  }

  const PixelPlacement& placement_;
  const PixelRect& clip_;
  EdgeList& list_;
  std::size_t first_edge_;
  PixelPoint start_{0, 0}, at_{0, 0};
  std::int32_t x_ = 0, y_ = 0;
  bool usable_ = true;
};

void find_bounds(EdgeList& list) {
  if (list.edges.empty()) return;
  const Edge& first = list.edges[0];
  list.left = list.right = first.x0;
  list.top = first.y0;
  list.bottom = first.y1;
  for (const Edge& edge : list.edges) {
    list.left = std::min(list.left, std::min(edge.x0, edge.x1));
    list.right = std::max(list.right, std::max(edge.x0, edge.x1));
    list.top = std::min(list.top, edge.y0);
    list.bottom = std::max(list.bottom, edge.y1);
  }
}

}  // namespace

void flatten(const Path& path, const PixelPlacement& placement, const PixelRect& clip, EdgeList& list) {
  Flattener flattener(placement, clip, list);
  walk(path, flattener);
  flattener.finish();
  find_bounds(list);
}

}  // namespace sixiang
