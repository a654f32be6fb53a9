#include "icon/icon.h"

#include <algorithm>

#include "base/problems.h"
#include "base/stroke.h"
#include "icon/icon_data.h"

namespace sixiang {

namespace {

// Centre lines keep this far from the edges of the grid; what is drawn reaches further by half a stroke.
constexpr float kGridMargin = 1;
constexpr float kMostStroke = 1.0f / 8;  // of the square's side

// Of an icon in a text, in em.
constexpr float kSide = 1.1f, kSideBearing = 0.05f;
constexpr float kMiddle = 0.365f;  // of a line, above its baseline

// Reads the outlines of one icon; icon_data.h says how they are written.
class OutlineReader {
 public:
  OutlineReader(const std::uint8_t* begin, const std::uint8_t* end) : at_(begin), end_(end) {}

  IconOutline read() {
    IconOutline outline;
    while (at_ != end_) {
      const unsigned header = read_unsigned();
      const Path contour = read_contour(header >> 3, header & 4);
      switch (ContourKind(header & 3)) {
        case ContourKind::Stroked:
          outline.strokes.append(contour);
          break;
        case ContourKind::StrokedAndFilled:
          outline.strokes.append(contour);
          outline.filled.append(contour);
          break;
        case ContourKind::Filled:
          outline.filled.append(contour);
          break;
        case ContourKind::Solid:
          outline.solid.append(contour);
          break;
      }
    }
    return outline;
  }

 private:
  unsigned read_unsigned() {
    unsigned number = 0;
    for (unsigned shift = 0;; shift += 7) {
      const unsigned byte = *at_++;
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
  }
  float read_signed() {
    const unsigned number = read_unsigned();
    return float(number & 1 ? -int(number / 2) - 1 : int(number / 2));
  }
  Point read_step() {
    const float x = read_signed(), y = read_signed();
    return pen_ = pen_ + Point{x, y};
  }
  static Point on_grid(Point point) { return point * (1 / kIconSteps); }

  Path read_contour(unsigned segments, unsigned closed) {
    Path path;
    path.move_to(on_grid(read_step()));
    for (unsigned i = 0; i < segments; ++i) read_segment(path);
    if (closed) path.close();
    return path;
  }

  void read_segment(Path& path) {
    const Point start = pen_;
    switch (OutlineOperation(*at_++)) {
      case OutlineOperation::Horizontal:
        pen_.x += read_signed();
        return path.line_to(on_grid(pen_));
      case OutlineOperation::Vertical:
        pen_.y += read_signed();
        return path.line_to(on_grid(pen_));
      case OutlineOperation::Line:
        return path.line_to(on_grid(read_step()));
      case OutlineOperation::Arc: {
        const Point end = read_step();
        return add_arc(path, on_grid(start), on_grid(end), read_signed() / kIconBulges);
      }
      case OutlineOperation::Cubic: {
        const Point control1 = read_step(), control2 = read_step();
        return path.cubic_to(on_grid(control1), on_grid(control2), on_grid(read_step()));
      }
    }
  }

  // Two curves, because one for half a circle is not round. Halving the angle: tan(a/2) = (√(1 + tan²a) - 1) / tan a.
  static void add_arc(Path& path, Point start, Point end, float bulge) {
    if (bulge == 0) return path.line_to(end);
    const Point middle = lerp(start, end, 0.5f) + left_of(end - start) * (bulge / 2);
    const float half = (std::sqrt(1 + bulge * bulge) - 1) / bulge;
    add_half_arc(path, start, middle, half);
    add_half_arc(path, middle, end, half);
  }
  // The handles of a curve of angle 4a over the chord c, for b = tan a: 4/3 b times the radius |c| (1 + b²) / 4b,
  // turned away from the chord by 2a. No angle needs be known.
  static void add_half_arc(Path& path, Point start, Point end, float bulge) {
    const Point along = (end - start) * ((1 - bulge * bulge) / 3);
    const Point away = left_of(end - start) * (2 * bulge / 3);
    path.cubic_to(start + along + away, end - along + away, end);
  }

  const std::uint8_t* at_;
  const std::uint8_t* end_;
  Point pen_;
};

std::string_view text_of(std::size_t icon) {
  const std::size_t begin = kIconData.text_begins[icon];
  return {kIconData.texts + begin, kIconData.text_begins[icon + 1] - begin};
}

}  // namespace

std::size_t icon_count() { return kIconData.count; }

IconWords icon_words(IconId icon) {
  const std::string_view text = text_of(std::size_t(icon));
  const std::size_t chinese = text.find('\t') + 1, english = text.find('\t', chinese) + 1;
  return {text.substr(0, chinese - 1), text.substr(chinese, english - 1 - chinese), text.substr(english)};
}

std::optional<IconId> find_icon(std::string_view name) {
  for (std::size_t i = 0; i < icon_count(); ++i) {
    const std::string_view text = text_of(i);
    if (text.size() > name.size() && text[name.size()] == '\t' && text.substr(0, name.size()) == name) return IconId(i);
  }
  return std::nullopt;
}

Diagnostic unknown_icon(std::string_view name) { return make_diagnostic(Problem::UnknownIcon, {name}); }

IconOutline icon_outline(IconId icon) {
  const std::uint16_t* begin = kIconData.outline_begins + std::size_t(icon);
  return OutlineReader(kIconData.outlines + begin[0], kIconData.outlines + begin[1]).read();
}

DisplayList draw_icon(IconId icon, const Rect& square, const IconStyle& style) {
  const float side = std::min(square.width, square.height), stroke = std::min(style.stroke, side * kMostStroke);
  const float scale = (side - stroke) / (kIconGrid - 2 * kGridMargin);
  const Point center = square.center();
  const Placement placement{{center.x - kIconGrid / 2 * scale, center.y - kIconGrid / 2 * scale}, scale};
  const IconOutline outline = icon_outline(icon);

  DisplayList items;
  const auto fill = [&items](Path path, Color color) {
    if (!path.empty() && color.alpha > 0) items.push_back(FillPath{std::move(path), FillRule::NonZero, color});
  };
  fill(transformed(outline.filled, placement), style.fill);
  StrokeStyle pen;
  pen.width = stroke;
  Path ink = stroke_outline(transformed(outline.strokes, placement), pen);
  if (!outline.solid.empty()) ink.append(outset_outline(transformed(outline.solid, placement), stroke / 2, 0.02f));
  fill(std::move(ink), style.ink);
  return items;
}

Box icon_box(IconId icon, float size, const IconStyle& style) {
  const float side = kSide * size;
  Box box;
  box.width = side + 2 * kSideBearing * size;
  box.ascent = kMiddle * size + side / 2;
  box.descent = side - box.ascent;
  box.items = draw_icon(icon, {kSideBearing * size, -box.ascent, side, side}, style);
  return box;
}

}  // namespace sixiang
