#include "base/stroke.h"

#include "base/dash.h"
#include "base/offset_pen.h"

namespace sixiang {

namespace {

// Steps this much shorter than anything visible only make directions uncertain.
constexpr double kShortestPerTolerance = 0.01;

void draw(OffsetPen& pen, const SegmentContour& contour, const PenStyle& style) {
  const OffsetContour pieces = offset_contour(contour, style.radius, style.tolerance);
  if (pieces.pieces.empty()) {
    pen.dab(contour.point, contour.direction);
  } else {
    pen.stroke(pieces);
  }
}

// Twice the area within the control polygon; positive where it runs clockwise on the screen.
double doubled_area(const SegmentContour& contour) {
  double sum = 0;
  for (const Segment& segment : contour.segments) {
    for (std::size_t i = 1; i < 4; ++i) sum += cross(segment.p[i - 1] - contour.point, segment.p[i] - contour.point);
  }
  return sum;
}

}  // namespace

Path stroke_outline(const Path& path, const StrokeStyle& style, float tolerance) {
  if (!(style.width > 0) || !(tolerance > 0)) return {};
  PenStyle pen_style;
  pen_style.radius = double(style.width) / 2;
  pen_style.join = style.join;
  pen_style.cap = style.cap;
  pen_style.miter_limit = double(style.miter_limit);
  pen_style.tolerance = double(tolerance);
  OffsetPen pen(pen_style);
  for (const SegmentContour& contour : contours_of(path, double(tolerance) * kShortestPerTolerance)) {
    if (style.dashes.empty()) {
      draw(pen, contour, pen_style);
      continue;
    }
    for (const SegmentContour& dash : dashed(contour, style.dashes, style.dash_offset)) draw(pen, dash, pen_style);
  }
  return pen.take();
}

Path outset_outline(const Path& path, float distance, float tolerance) {
  if (!(distance > 0) || !(tolerance > 0)) return path;
  PenStyle style;
  style.radius = double(distance);
  style.tolerance = double(tolerance);
  std::vector<SegmentContour> contours = contours_of(path, double(tolerance) * kShortestPerTolerance);
  double area = 0;
  for (SegmentContour& contour : contours) {
    if (!contour.closed && !contour.segments.empty()) {
      contour.segments.push_back(line_segment(contour.segments.back().p[3], contour.segments.front().p[0]));
      contour.closed = true;
    }
    area += doubled_area(contour);
  }
  OffsetPen pen(style);
  for (const SegmentContour& contour : contours) {
    const OffsetContour forth = offset_contour(contour, style.radius, style.tolerance);
    if (!forth.pieces.empty()) pen.outset(area < 0 ? reversed(forth) : forth);
  }
  return pen.take();
}

}  // namespace sixiang
