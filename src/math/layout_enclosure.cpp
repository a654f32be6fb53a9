#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "base/shapes.h"
#include "math/layouter.h"

namespace sixiang::math {
namespace {

using enum MathConstant;

constexpr float kPadding = 0.3f;  // between a body and its box, em (TeX's \fboxsep)
constexpr float kCirclePadding = 0.15f;

// A straight line as thick as the font's rules.
PlacedPath stroke_between(Point from, Point to, float thickness) {
  const Point along = to - from;
  const float length = std::sqrt(along.x * along.x + along.y * along.y);
  const Point across = length > 0 ? Point{-along.y, along.x} * (thickness / 2 / length) : Point{0, thickness / 2};
  PlacedPath line;
  line.path.move_to(from + across);
  line.path.line_to(to + across);
  line.path.line_to(to - across);
  line.path.line_to(from - across);
  line.path.close();
  return line;
}

Fragment boxed(Fragment body, float width, float padding, float rule) {
  const float left = 0, right = width + 2 * (padding + rule);
  const float top = -(body.ascent + padding + rule), bottom = body.descent + padding + rule;
  Fragment result;
  result.width = right;
  place(result, std::move(body), padding + rule, 0);
  PlacedPath frame{rectangle(rect_from_edges(left, top, right, bottom))};
  frame.path.move_to({left + rule, top + rule});  // the other way round: a hole
  frame.path.line_to({left + rule, bottom - rule});
  frame.path.line_to({right - rule, bottom - rule});
  frame.path.line_to({right - rule, top + rule});
  frame.path.close();
  extend(result, -top, bottom);
  result.paths.push_back(std::move(frame));
  return result;
}

// As wide as its body is wide or high, whichever is more.
Fragment circled(Fragment body, float width, float padding, float rule) {
  const float radius = std::max(width, body.ascent + body.descent) / 2 + padding + rule;
  const Point center{radius, (body.descent - body.ascent) / 2};
  Fragment result;
  result.width = 2 * radius;
  place(result, std::move(body), radius - width / 2, 0);
  PlacedPath ring{circle(center, radius)};
  Path hole = circle(center, radius - rule);
  for (Point& point : hole.points) point.x = 2 * center.x - point.x;  // the other way round
  ring.path.append(hole);
  extend(result, radius - center.y, radius + center.y);
  result.paths.push_back(std::move(ring));
  return result;
}

// Only the room: nothing is drawn.
Fragment phantom(const Fragment& body, EnclosureKind kind) {
  Fragment room;
  room.script_base = body.script_base;
  if (kind != EnclosureKind::PhantomHeight) room.width = body.width + body.italics;
  if (kind != EnclosureKind::PhantomWidth && body.inked) extend(room, body.ascent, body.descent);
  return room;
}

}  // namespace

Fragment Layouter::enclosure(const Enclosure& enclosure, MathStyle style) {
  Fragment body = row(enclosure.body, style);
  const float rule = constant(OverbarRuleThickness, style);
  const float width = body.width + body.italics;
  const Point low_left{0, body.descent}, low_right{width, body.descent};
  const Point high_left{0, -body.ascent}, high_right{width, -body.ascent};
  const float middle = -constant(AxisHeight, style);
  const auto struck = [&](std::initializer_list<PlacedPath> lines) {
    for (const PlacedPath& line : lines) {
      const Rect ink = bounds(line.path);
      extend(body, -ink.top(), ink.bottom());
      body.paths.push_back(line);
    }
    return std::move(body);
  };
  switch (enclosure.kind) {
    case EnclosureKind::Box:
      if (!body.inked) extend(body, em(0.7f, style), 0);
      return boxed(std::move(body), width, em(kPadding, style), rule);
    case EnclosureKind::Circle:
      if (!body.inked) extend(body, em(0.7f, style), 0);
      return circled(std::move(body), width, em(kCirclePadding, style), rule);
    case EnclosureKind::Phantom:
    case EnclosureKind::PhantomWidth:
    case EnclosureKind::PhantomHeight:
      return phantom(body, enclosure.kind);
    case EnclosureKind::StrikeUp:
      return struck({stroke_between(low_left, high_right, rule)});
    case EnclosureKind::StrikeDown:
      return struck({stroke_between(high_left, low_right, rule)});
    case EnclosureKind::StrikeBoth:
      return struck({stroke_between(low_left, high_right, rule), stroke_between(high_left, low_right, rule)});
    case EnclosureKind::StrikeThrough:
      return struck({stroke_between({0, middle}, {width, middle}, rule)});
  }
  return body;
}

}  // namespace sixiang::math
