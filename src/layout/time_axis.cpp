#include "layout/time_axis.h"

#include <algorithm>

#include "layout/link_text.h"
#include "layout/page_design.h"
#include "model/colors.h"

namespace sixiang {

namespace {

LinkTextSetting set_mark(const PageBuilder& page, const Section& section) {
  LinkTextStyle style;
  style.scale = kPage.time_axis.mark / kPage.link_text.name;
  style.ground = kPage.mark_fill;
  return set_link_name(page, section.number, style);
}

Size pill_size(const PageBuilder& page, const LinkTextSetting& text) {
  const float padding = kPage.time_axis.mark_padding * page.unit();
  return {text.size().width + 2 * padding, text.size().height};
}

// Along and across the axis, as the page has it.
struct Frame {
  Direction direction;

  Point point(float along, float across) const {
    return direction == Direction::Horizontal ? Point{along, across} : Point{across, along};
  }
  float low(const Rect& rect) const { return direction == Direction::Horizontal ? rect.left() : rect.top(); }
  float high(const Rect& rect) const { return direction == Direction::Horizontal ? rect.right() : rect.bottom(); }
  float middle(const Rect& rect) const {
    return direction == Direction::Horizontal ? rect.center().y : rect.center().x;
  }
};

// Which way time runs, in the middle of what is free between two marks.
void draw_chevrons(PageBuilder& page, const TimeAxis& axis, const AxisNode& from, const AxisNode& to) {
  const Frame frame{axis.direction};
  const TimeAxisDesign& design = kPage.time_axis;
  const float unit = page.unit(), depth = design.chevron_depth * unit, pitch = design.chevron_pitch * unit;
  const float begin = from.at + from.reach, end = to.at - to.reach, length = 2 * pitch + depth;
  if (end - begin < length + 2 * design.chevron_free * unit) return;
  const float half = design.chevron * unit;
  for (int i = 0; i < 3; ++i) {
    const float back = (begin + end - length) / 2 + float(i) * pitch;
    page.stroke(polyline({frame.point(back, axis.middle - half), frame.point(back + depth, axis.middle),
                          frame.point(back, axis.middle + half)}),
                ink_color(page.poster()), page.border_width());
  }
}

}  // namespace

float time_axis_room(const PageBuilder& page, const std::vector<const Section*>& sections, Direction direction) {
  const TimeAxisDesign& design = kPage.time_axis;
  if (direction == Direction::Horizontal) return (design.band + 2 * design.free) * page.unit();
  float widest = design.band * page.unit();
  for (const Section* section : sections) {
    if (!section->number.empty()) widest = std::max(widest, pill_size(page, set_mark(page, *section)).width);
  }
  return widest + 2 * design.free * page.unit();
}

void plan_time_axis(const PageBuilder& page, const std::vector<const Section*>& sections, const std::vector<float>& at,
                    Direction direction, const Rect& gutter, Zones& zones) {
  const Frame frame{direction};
  const float unit = page.unit(), middle = frame.middle(gutter);
  TimeAxis axis;
  axis.direction = direction;
  axis.begin = frame.low(gutter);
  axis.end = frame.high(gutter);
  axis.middle = middle;
  axis.band = kPage.time_axis.band * unit;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Section& section = *sections[i];
    axis.nodes.push_back(
        {at[i], header_color(page.poster(), section), section.number.empty(), kPage.time_axis.dot * unit});
    if (section.number.empty()) continue;
    LinkTextSetting text = set_mark(page, section);
    const Size size = pill_size(page, text);
    const Point place = frame.point(at[i], middle);
    PlannedText mark = placed_text(block_of(join_id(section.id, "number")), BlockKind::Axis, std::move(text), place);
    mark.pill = centered_rect(place, size);
    axis.nodes.back().reach = (frame.high(*mark.pill) - frame.low(*mark.pill)) / 2;
    mark.ground = kPage.mark_fill;
    zones.texts.push_back(std::move(mark));
  }
  zones.axis = std::move(axis);
}

void draw_time_axis(PageBuilder& page, const TimeAxis& axis) {
  const Frame frame{axis.direction};
  const TimeAxisDesign& design = kPage.time_axis;
  const float unit = page.unit(), half = axis.band / 2, wide = design.head_width / 2 * unit;
  const float length = axis.end - axis.begin, head = std::min(design.head_length * unit, length / 4);
  const float notch = std::min(design.notch * unit, length / 8), base = axis.end - head, middle = axis.middle;
  const auto at = [&](float along, float across) { return frame.point(along, middle + across); };
  // Bands meet half way between two marks.
  for (std::size_t i = 0; i < axis.nodes.size(); ++i) {
    const bool first = i == 0, last = i + 1 == axis.nodes.size();
    const float begin = first ? axis.begin : (axis.nodes[i - 1].at + axis.nodes[i].at) / 2;
    // Each lies on the end of the one before: no seams.
    const float end = last ? base : (axis.nodes[i].at + axis.nodes[i + 1].at) / 2 + unit;
    std::vector<Point> corners{at(begin, -half), at(end, -half)};
    if (last) corners.insert(corners.end(), {at(base, -wide), at(axis.end, 0), at(base, wide)});
    corners.insert(corners.end(), {at(end, half), at(begin, half)});
    if (first) corners.push_back(at(begin + notch, 0));
    Path band = polyline(corners);
    band.close();
    page.fill(band, axis.nodes[i].color);
  }
  Path outline = polyline({at(axis.begin, -half), at(base, -half), at(base, -wide), at(axis.end, 0), at(base, wide),
                           at(base, half), at(axis.begin, half), at(axis.begin + notch, 0)});
  outline.close();
  page.border(outline, ink_color(page.poster()));
  for (std::size_t i = 0; i + 1 < axis.nodes.size(); ++i) draw_chevrons(page, axis, axis.nodes[i], axis.nodes[i + 1]);
  for (const AxisNode& node : axis.nodes) {
    if (!node.plain) continue;
    const Path dot = circle(at(node.at, 0), design.dot * unit);
    page.fill(dot, card_color(page.poster()));
    page.border(dot, ink_color(page.poster()));
  }
  Block block = make_block(block_of("layout.connect"), BlockKind::Axis);
  block.rect = bounds(outline);
  page.add_block(block);
}

}  // namespace sixiang
