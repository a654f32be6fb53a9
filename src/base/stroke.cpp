#include "base/stroke.h"

#include <algorithm>
#include <cmath>

#include "base/flatten.h"

namespace sixiang {

namespace {

float dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
Point left_of(Point direction) { return {direction.y, -direction.x}; }
Point negated(Point p) { return {-p.x, -p.y}; }

// A chain of points that are all apart, with the direction from each to the next.
struct Chain {
  std::vector<Point> points;
  std::vector<bool> smooth;
  std::vector<Point> directions;  // unit; closed: as many as points, open: one fewer
  bool closed = false;
};

Chain chain_of(const FlatContour& contour) {
  Chain chain;
  chain.closed = contour.closed;
  for (std::size_t i = 0; i < contour.points.size(); ++i) {
    if (!chain.points.empty() && chain.points.back() == contour.points[i]) {
      if (!contour.smooth[i]) chain.smooth.back() = false;
      continue;
    }
    chain.points.push_back(contour.points[i]);
    chain.smooth.push_back(contour.smooth[i]);
  }
  if (chain.closed && chain.points.size() > 1 && chain.points.front() == chain.points.back()) {
    chain.points.pop_back();
    chain.smooth.pop_back();
  }
  if (chain.points.size() < 2) chain.closed = false;
  const std::size_t count = chain.closed ? chain.points.size() : chain.points.size() - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const Point d = chain.points[(i + 1) % chain.points.size()] - chain.points[i];
    chain.directions.push_back(d * (1 / std::sqrt(dot(d, d))));
  }
  return chain;
}

// Draws one side of the pen's trace after the other into a path.
class Pen {
 public:
  explicit Pen(const StrokeStyle& style) : style_(style), radius_(style.width / 2) {}

  void trace(const Chain& chain) {
    if (chain.points.empty()) return;
    if (chain.points.size() == 1) {
      dab(chain.points[0]);
    } else if (chain.closed) {
      side(chain, Side::Left);
      path_.close();
      side(chain, Side::Right);
      path_.close();
    } else {
      side(chain, Side::Left);
      cap(chain.points.back(), chain.directions.back());
      side(chain, Side::Right);
      cap(chain.points.front(), negated(chain.directions.front()));
      path_.close();
    }
  }

  Path take() { return std::move(path_); }

 private:
  // The right side is the left side of the chain walked backwards.
  enum class Side { Left, Right };

  void to(Point point) {
    if (starting_) {
      path_.move_to(point);
      starting_ = false;
    } else {
      path_.line_to(point);
    }
  }

  void side(const Chain& chain, Side which) {
    const std::size_t count = chain.directions.size(), total = chain.points.size();
    starting_ = chain.closed || which == Side::Left;
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t i = which == Side::Left ? step : count - 1 - step;
      const Point direction = which == Side::Left ? chain.directions[i] : negated(chain.directions[i]);
      const Point from = which == Side::Left ? chain.points[i] : chain.points[(i + 1) % total];
      const Point end = which == Side::Left ? chain.points[(i + 1) % total] : chain.points[i];
      const Point offset = left_of(direction) * radius_;
      to(from + offset);
      to(end + offset);
      const bool last = step + 1 == count;
      if (last && !chain.closed) break;
      const std::size_t next = which == Side::Left ? (i + 1) % count : (i + count - 1) % count;
      const Point turned = which == Side::Left ? chain.directions[next] : negated(chain.directions[next]);
      const std::size_t corner = which == Side::Left ? (i + 1) % total : i;
      join(end, direction, turned, chain.smooth[corner]);
    }
  }

  void join(Point pivot, Point before, Point after, bool smooth) {
    const Point from = left_of(before) * radius_, target = left_of(after) * radius_;
    if (!is_outer(before, after)) {
      // A sharp inner corner goes through the pivot so that segments shorter than the pen leave no hole.
      if (dot(before, after) < 0.9f) to(pivot);
      to(pivot + target);
    } else if (smooth && dot(before, after) > 0.9f) {
      to(pivot + target);
    } else if (style_.join == LineJoin::Round) {
      arc(pivot, from, target, before);
    } else if (style_.join == LineJoin::Miter) {
      miter(pivot, before, after);
    } else {
      to(pivot + target);
    }
  }

  // The left side is the outer one where the line turns to the right (y down: a positive cross product).
  static bool is_outer(Point before, Point after) {
    const float turn = cross(before, after);
    return turn > 0 || (turn == 0 && dot(before, after) < 0);
  }

  void miter(Point pivot, Point before, Point after) {
    // Miter length / width = 1 / sin(half of the inner angle) = √(2 / (1 + cos of the turn)).
    const float one_plus_cos = 1 + dot(before, after);
    if (one_plus_cos > 1e-6f && 2 / one_plus_cos <= style_.miter_limit * style_.miter_limit) {
      const Point middle = left_of(before) + left_of(after);
      to(pivot + middle * (radius_ / one_plus_cos));
    }
    to(pivot + left_of(after) * radius_);
  }

  // Along the circle round `center` from offset `from` to offset `target` (both of length radius_), `forward` being the
  // way to go where they are opposite. Cubic arcs of at most 90°, control distance 4/3 · tan(angle / 4).
  void arc(Point center, Point from, Point target, Point forward) {
    const float square = radius_ * radius_;
    if (square <= 0) return;
    const float cosine = std::clamp(dot(from, target) / square, -1.0f, 1.0f);
    if (cosine < -0.001f) {
      Point middle = from + target;
      const float size = std::sqrt(dot(middle, middle));
      middle = size > 0.01f * radius_ ? middle * (radius_ / size) : forward * radius_;
      arc(center, from, middle, forward);
      arc(center, middle, target, forward);
      return;
    }
    const float half_cosine = std::sqrt((1 + cosine) / 2), half_sine = std::sqrt((1 - cosine) / 2);
    const float reach = 4.0f / 3.0f * half_sine / (1 + half_cosine);
    const float turn = cross(from, target) < 0 ? -1.0f : 1.0f;
    const Point out{-from.y * turn, from.x * turn}, in{-target.y * turn, target.x * turn};
    path_.cubic_to(center + from + out * reach, center + target - in * reach, center + target);
  }

  void cap(Point end, Point direction) {
    const Point from = left_of(direction) * radius_, target = negated(from), forward = direction * radius_;
    switch (style_.cap) {
      case LineCap::Butt:
        break;
      case LineCap::Round:
        arc(end, from, forward, direction);
        arc(end, forward, target, direction);
        return;
      case LineCap::Square:
        to(end + from + forward);
        to(end + target + forward);
        break;
    }
    to(end + target);
  }

  // A contour without length: a dot, as wide as the pen.
  void dab(Point center) {
    if (style_.cap == LineCap::Butt) return;
    starting_ = true;
    const Point up{0, -radius_};
    to(center + up);
    cap(center, {1, 0});
    cap(center, {-1, 0});
    path_.close();
  }

  const StrokeStyle& style_;
  const float radius_;
  Path path_;
  bool starting_ = true;
};

// Cuts contours into dashes; a closed one starts and ends at its first point.
class Dasher {
 public:
  explicit Dasher(const StrokeStyle& style) : style_(style) {
    for (float length : style.dashes) period_ += std::max(0.0f, length);
    if (style.dashes.size() % 2 == 1) period_ *= 2;
  }

  // A pattern without length would never end.
  bool usable() const { return period_ > 0.01f; }

  std::vector<FlatContour> cut(FlatContour contour) {
    if (contour.closed) {
      contour.points.push_back(contour.points.front());
      contour.smooth.push_back(false);
    }
    rewind();
    dashes_.clear();
    if (on()) begin(contour.points.front());
    for (std::size_t i = 1; i < contour.points.size(); ++i) {
      walk(contour.points[i - 1], contour.points[i], contour.smooth[i]);
    }
    return std::move(dashes_);
  }

 private:
  float pattern(std::size_t index) const { return std::max(0.0f, style_.dashes[index % style_.dashes.size()]); }
  bool on() const { return index_ % 2 == 0; }

  void rewind() {
    float offset = style_.dash_offset - std::floor(style_.dash_offset / period_) * period_;
    index_ = 0;
    while (offset >= pattern(index_) && offset > 0) offset -= pattern(index_++);
    left_ = pattern(index_) - offset;
  }

  void begin(Point point) {
    dashes_.emplace_back();
    extend(point, false);
  }

  void extend(Point point, bool smooth) {
    dashes_.back().points.push_back(point);
    dashes_.back().smooth.push_back(smooth);
  }

  void walk(Point from, Point to, bool smooth) {
    const Point way = to - from;
    const float length = std::sqrt(dot(way, way));
    float done = 0;
    while (length - done > left_) {
      done += left_;
      const Point here = from + way * (done / length);
      if (on()) extend(here, false);
      left_ = pattern(++index_);
      if (on()) begin(here);
    }
    left_ -= length - done;
    if (on() && length > 0) extend(to, smooth);
  }

  const StrokeStyle& style_;
  float period_ = 0, left_ = 0;
  std::size_t index_ = 0;
  std::vector<FlatContour> dashes_;
};

bool finite(const FlatContour& contour) {
  return std::all_of(contour.points.begin(), contour.points.end(), [](Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y) && std::abs(p.x) < 1e7f && std::abs(p.y) < 1e7f;
  });
}

}  // namespace

Path stroke_outline(const Path& path, const StrokeStyle& style, float tolerance) {
  if (!(style.width > 0) || !(tolerance > 0)) return {};
  Pen pen(style);
  Dasher dasher(style);
  for (const FlatContour& contour : flattened(path, tolerance)) {
    if (contour.points.empty() || !finite(contour)) continue;
    if (style.dashes.empty() || !dasher.usable()) {
      pen.trace(chain_of(contour));
      continue;
    }
    for (const FlatContour& dash : dasher.cut(contour)) pen.trace(chain_of(dash));
  }
  return pen.take();
}

}  // namespace sixiang
