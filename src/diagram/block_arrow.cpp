#include "diagram/block_arrow.h"

#include <algorithm>

#include "base/shapes.h"

namespace sixiang {

namespace {

constexpr int kPieces = 20;                       // of a curve
constexpr float kStraight = 0.01f;                // poster points: what bulges less is straight
constexpr float kSharpest = 0.5f;                 // cosine of half of a corner's turn
constexpr float kLeastShaft = 1.4f;               // of the border's width: a thinner one has no border
constexpr float kCasing = 2, kLeastSteep = 0.2f;  // of the border; sine of the angle of two that cross
constexpr float kTurn = 0.01f;                    // sine of a turn that counts as one
constexpr float kCorner = 0.5f;                   // sine of one that no curve makes from piece to piece
constexpr float kWideBend = 3;                    // radius of a wide curve, of the shaft's width
constexpr float kSampleDistance = 6;              // poster points, of an obstacle's points
constexpr float kHullSlack = 0.01f;               // poster points, for rounding
constexpr float kDash = 2, kDashGap = 1.3f;       // of the shaft's width
constexpr float kLongestStem = 5;                 // of the head's length, that is drawn without a gap

bool is_straight(const ArrowCurve& curve) {
  const Point line = unit(curve.end - curve.start);
  return std::fabs(cross(line, curve.control1 - curve.start)) < kStraight &&
         std::fabs(cross(line, curve.control2 - curve.start)) < kStraight;
}

float length_of(const std::vector<Point>& points) {
  float sum = 0;
  for (std::size_t i = 1; i < points.size(); ++i) sum += distance(points[i - 1], points[i]);
  return sum;
}

Rect bounds_of(const std::vector<Point>& points, std::size_t from, std::size_t end) {
  Point least = points[from], most = points[from];
  for (std::size_t i = from + 1; i < end; ++i) {
    least = {std::min(least.x, points[i].x), std::min(least.y, points[i].y)};
    most = {std::max(most.x, points[i].x), std::max(most.y, points[i].y)};
  }
  return rect_from_edges(least.x, least.y, most.x, most.y);
}

// Also of boxes without a width or a height.
bool meet(const Rect& a, const Rect& b) {
  return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

// What lies between two places along the chain, both counted from its start.
std::vector<Point> part_of(const std::vector<Point>& points, float from, float to) {
  std::vector<Point> part;
  float passed = 0;
  for (std::size_t i = 1; i < points.size() && passed < to; ++i) {
    const Point a = points[i - 1], b = points[i];
    const float step = distance(a, b);
    if (step > 0 && passed + step > from) {
      if (part.empty()) part.push_back(lerp(a, b, std::max(0.0f, (from - passed) / step)));
      part.push_back(lerp(a, b, std::min(1.0f, (to - passed) / step)));
    }
    passed += step;
  }
  return part;
}

// The points beside a chain, `off` to its left.
std::vector<Point> beside(const std::vector<Point>& points, float off) {
  std::vector<Point> side;
  side.reserve(points.size());
  Point before = points.size() > 1 ? unit(points[1] - points[0]) : unit(Point{});
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point after = i > 0 && i + 1 < points.size() ? unit(points[i + 1] - points[i]) : before;
    const Point across = left_of(unit(before + after));
    // Farther off at a corner, so that both sides of it keep their width.
    side.push_back(points[i] + across * (off / std::max(kSharpest, dot(across, left_of(after)))));
    before = after;
  }
  return side;
}

Path polygon(const std::vector<Point>& corners) {
  Path path = polyline(corners);
  path.close();
  return path;
}

std::vector<Point> band(const std::vector<Point>& points, float width) {
  std::vector<Point> outline = beside(points, width / 2);
  const std::vector<Point> right = beside(points, -width / 2);
  outline.insert(outline.end(), right.rbegin(), right.rend());
  return outline;
}

// A way cut where its head begins.
struct Parts {
  std::vector<Point> shaft;  // empty where there is only room for the head
  std::array<Point, 3> head;
};

Parts parts_of(const std::vector<Point>& points, const BlockArrowStyle& arrow) {
  const float length = length_of(points);
  const float head = std::min(arrow.head_length, length);
  Parts parts;
  if (length > head * 1.02f) parts.shaft = part_of(points, 0, length - head);
  const Point tip = points.back(), base = parts.shaft.empty() ? points.front() : parts.shaft.back();
  const Point side = left_of(unit(tip - base)) * (arrow.head_width / 2);
  parts.head = {base + side, tip, base - side};
  return parts;
}

bool has_border(const BlockArrowStyle& arrow, const DiagramStyle& style) {
  return arrow.shaft >= kLeastShaft * style.border_width;
}

float border_of(const BlockArrowStyle& arrow, const DiagramStyle& style) {
  return has_border(arrow, style) ? style.border_width : 0;
}

bool cross_each_other(Point a, Point b, Point c, Point d) {
  return (cross(b - a, c - a) > 0) != (cross(b - a, d - a) > 0) &&
         (cross(d - c, a - c) > 0) != (cross(d - c, b - c) > 0);
}

Rect bounds_of(const Parts& parts, const BlockArrowStyle& arrow, const DiagramStyle& style) {
  std::vector<Point> all(parts.head.begin(), parts.head.end());
  if (!parts.shaft.empty()) {
    const std::vector<Point> outline = band(parts.shaft, arrow.shaft);
    all.insert(all.end(), outline.begin(), outline.end());
  }
  return inset(bounds_of(all, 0, all.size()), -border_of(arrow, style));
}

// Around all the way, at least.
Rect hull_of(const ArrowWay& way) {
  std::vector<Point> controls;
  for (const ArrowCurve& piece : way) {
    controls.insert(controls.end(), {piece.start, piece.control1, piece.control2, piece.end});
  }
  return inset(bounds_of(controls, 0, controls.size()), -kHullSlack);
}

struct Piece {
  Path path;
  Color color;
};

// A stretch of a chain, counted from its start.
struct Stretch {
  float from = 0, to = 0;
};

// Whether the chain turns there; round what is wide for that width, dashes go as along a straight line.
bool is_bend(Point before, Point at, Point after, float width) {
  const float turn = std::fabs(cross(unit(at - before), unit(after - at)));
  if (turn < kTurn || turn > kCorner) return turn > kCorner;
  return std::min(distance(before, at), distance(at, after)) < turn * kWideBend * width;
}

// Where a chain of that width bends: corners that lie no farther apart than it are one bend.
std::vector<Stretch> bends_of(const std::vector<Point>& points, float width) {
  std::vector<Stretch> bends;
  float at = 0;
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    at += distance(points[i - 1], points[i]);
    if (!is_bend(points[i - 1], points[i], points[i + 1], width)) continue;
    if (bends.empty() || at - bends.back().to > width) bends.push_back({at, at});
    bends.back().to = at;
  }
  return bends;
}

// Where the last dash begins: it is the head's stem, together with a bend not far behind the head.
float stem_of(float length, const std::vector<Stretch>& bends, const BlockArrowStyle& arrow) {
  const float stem = length - std::min(length, kDash * arrow.shaft);
  if (bends.empty() || length - bends.back().to > kLongestStem * arrow.head_length) return stem;
  return std::min(stem, std::max(0.0f, bends.back().from - arrow.shaft / 2));
}

// From the stem back, with the first one where the shaft begins; none ends within a bend.
void add_dashes(std::vector<Piece>& pieces, const std::vector<Point>& shaft, const BlockArrowStyle& arrow) {
  const float length = length_of(shaft), on = kDash * arrow.shaft, off = kDashGap * arrow.shaft;
  const std::vector<Stretch> bends = bends_of(shaft, arrow.shaft);
  const float rest = stem_of(length, bends, arrow), count = std::floor(rest / (on + off));
  std::vector<Stretch> dashes{{count > 0 ? rest : 0, length}};
  for (float i = 0; i < count; ++i) {
    const float from = i * rest / count;
    dashes.push_back({from, from + rest / count * on / (on + off)});
  }
  for (const Stretch& bend : bends) {
    for (Stretch& dash : dashes) {
      if (dash.to <= bend.from || dash.from >= bend.to) continue;
      dash = {std::min(dash.from, std::max(0.0f, bend.from - arrow.shaft / 2)),
              std::max(dash.to, std::min(length, bend.to + arrow.shaft / 2))};
    }
  }
  for (const Stretch& dash : dashes) {
    pieces.push_back({polygon(band(part_of(shaft, dash.from, dash.to), arrow.shaft)), arrow.shaft_color});
  }
}

void add_pieces(std::vector<Piece>& pieces, const ArrowWay& way, const BlockArrowStyle& arrow) {
  const Parts parts = parts_of(points_of(way), arrow);
  const std::vector<Point> head(parts.head.begin(), parts.head.end());
  if (!parts.shaft.empty() && arrow.line == LineStyle::Solid && arrow.shaft_color == arrow.head_color) {
    std::vector<Point> outline = beside(parts.shaft, arrow.shaft / 2);
    outline.insert(outline.end(), head.begin(), head.end());
    const std::vector<Point> other = beside(parts.shaft, -arrow.shaft / 2);
    outline.insert(outline.end(), other.rbegin(), other.rend());
    return pieces.push_back({polygon(outline), arrow.shaft_color});
  }
  if (!parts.shaft.empty() && arrow.line == LineStyle::Dashed) {
    add_dashes(pieces, parts.shaft, arrow);
  } else if (!parts.shaft.empty()) {
    pieces.push_back({polygon(band(parts.shaft, arrow.shaft)), arrow.shaft_color});
  }
  pieces.push_back({polygon(head), arrow.head_color});
}

}  // namespace

std::vector<Point> points_of(const ArrowWay& way) {
  std::vector<Point> points = {way.front().start};
  for (const ArrowCurve& piece : way) {
    const int count = is_straight(piece) ? 1 : kPieces;
    for (int i = 1; i <= count; ++i) points.push_back(point_at(piece, float(i) / float(count)));
  }
  return points;
}

ArrowWay way_through(const std::vector<Point>& points, const std::vector<float>& radii) {
  ArrowWay way;
  Point at = points.front();
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const Point corner = points[i], before = at - corner, after = points[i + 1] - corner;
    const float radius = std::min({radii[i], length(before), length(after) / 2});
    const Point start = corner + unit(before) * radius, end = corner + unit(after) * radius;
    if (distance(at, start) > kStraight) way.push_back(straight_curve(at, start));
    if (radius > 0) way.push_back(quadratic_curve(start, corner, end));
    at = end;
  }
  way.push_back(straight_curve(at, points.back()));
  return way;
}

void draw_casing(Drawing& drawing, const BlockArrow& arrow, const std::vector<BlockArrow>& below,
                 const DiagramStyle& style) {
  const std::vector<Point> shaft = parts_of(points_of(arrow.way), arrow.style).shaft;
  if (shaft.empty()) return;
  const Rect whole = bounds_of(shaft, 0, shaft.size());
  const float width = arrow.style.shaft + 2 * (border_of(arrow.style, style) + kCasing * style.border_width);
  for (const BlockArrow& other : below) {
    if (!meet(whole, hull_of(other.way))) continue;
    const std::vector<Point> line = points_of(other.way);
    const Rect box = bounds_of(line, 0, line.size());
    if (!meet(whole, box)) continue;
    float at = 0;
    for (std::size_t i = 1; i < shaft.size(); ++i) {
      const bool may_cross = meet(bounds_of(shaft, i - 1, i + 1), box);
      for (std::size_t k = 1; may_cross && k < line.size(); ++k) {
        if (!cross_each_other(shaft[i - 1], shaft[i], line[k - 1], line[k])) continue;
        // So long that its ends lie beyond the other arrow, which is cut by its sides only.
        const Point way = unit(shaft[i] - shaft[i - 1]), across = unit(line[k] - line[k - 1]);
        const float reach = other.style.shaft / 2 + border_of(other.style, style) + 1;
        const float half =
            (reach + width / 2 * std::fabs(dot(way, across))) / std::max(std::fabs(cross(way, across)), kLeastSteep);
        const float middle = at + cross(line[k - 1] - shaft[i - 1], across) / cross(way, across);
        fill(drawing, polygon(band(part_of(shaft, std::max(0.0f, middle - half), middle + half), width)), style.ground);
      }
      at += distance(shaft[i - 1], shaft[i]);
    }
  }
}

void draw_block_arrows(Drawing& drawing, const std::vector<BlockArrow>& arrows, const DiagramStyle& style) {
  StrokeStyle pen;
  pen.width = 2 * style.border_width;
  std::vector<Piece> pieces;
  for (const BlockArrow& arrow : arrows) {
    std::vector<Piece> own;
    add_pieces(own, arrow.way, arrow.style);
    for (Piece& piece : own) {
      if (has_border(arrow.style, style)) stroke(drawing, piece.path, pen, style.ink);
      // One path a colour: no seams.
      const auto same =
          std::find_if(pieces.begin(), pieces.end(), [&](const Piece& other) { return other.color == piece.color; });
      if (same == pieces.end()) {
        pieces.push_back(std::move(piece));
      } else {
        same->path.append(piece.path);
      }
    }
  }
  for (Piece& piece : pieces) fill(drawing, std::move(piece.path), piece.color);
}

Rect block_arrow_bounds(const ArrowWay& way, const BlockArrowStyle& arrow, const DiagramStyle& style) {
  return bounds_of(parts_of(points_of(way), arrow), arrow, style);
}

ShaftObstacle block_arrow_obstacle(const ArrowWay& way, const BlockArrowStyle& arrow, const DiagramStyle& style) {
  ShaftObstacle result;
  const std::vector<Point> points = points_of(way);
  const float length = length_of(points);
  const float count = std::clamp(std::floor(length / kSampleDistance), 8.0f, 120.0f);
  result.points.push_back(points.front());
  float passed = 0, next = length / count;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const float step = distance(points[i - 1], points[i]);
    for (; step > 0 && next <= passed + step; next += length / count) {
      result.points.push_back(lerp(points[i - 1], points[i], (next - passed) / step));
    }
    passed += step;
  }
  result.points.push_back(points.back());
  for (std::size_t i = 0; i < result.line.size(); ++i) {
    result.line[i] = result.points[i * (result.points.size() - 1) / (result.line.size() - 1)];
  }
  result.radius = arrow.shaft / 2 + border_of(arrow, style);
  const Parts parts = parts_of(points, arrow);
  const Point middle = lerp(parts.head[0], parts.head[2], 0.5f);
  for (Point corner : {parts.head[0], parts.head[2]}) result.points.push_back(lerp(corner, middle, 0.35f));
  result.bounds = bounds_of(parts, arrow, style);
  result.runs = runs_of(result.points);
  return result;
}

}  // namespace sixiang
