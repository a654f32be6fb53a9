// What stands in the gutters of the page's grid besides arrows: an axis, a divider, spokes.
#include <algorithm>

#include "layout/grid_extras.h"
#include "layout/grid_plan.h"
#include "layout/page_design.h"
#include "layout/time_axis.h"

namespace sixiang {

void GridPlan::reserve_extras(Size area) {
  if (source_.around || flow_count_ == 0) return;
  const PageBuilder& page = planning_.page;
  const Layout& layout = source_.layout;
  const auto widen = [](float& room, float least) { room = std::max(room, least); };
  const std::vector<const Section*> flow(sections_.begin(), sections_.begin() + std::ptrdiff_t(flow_count_));
  float& left = column_gutters_[flow_.column];
  float& foot = row_gutters_[flow_.row + flow_.rows];
  const float lane = kPage.hub.lane * page.unit();
  switch (kind_) {
    case FlowKind::TimelineAcross:
      widen(row_gutters_[flow_.row + 1], time_axis_room(page, flow, Direction::Horizontal));
      break;
    case FlowKind::TimelineRow:
      widen(row_gutters_[flow_.row], time_axis_room(page, flow, Direction::Horizontal));
      break;
    case FlowKind::TimelineSides:
      widen(column_gutters_[flow_.column + 1], time_axis_room(page, flow, Direction::Vertical));
      break;
    case FlowKind::TimelineDown:
      widen(left, time_axis_room(page, flow, Direction::Vertical));
      break;
    case FlowKind::HubAcross:
      if (flow_.columns > 1) widen(column_gutters_[flow_.column + 1], kPage.hub.part * area.width);
      for (std::size_t i = 1; i < flow_.rows; ++i) widen(row_gutters_[flow_.row + i], kPage.hub.row * page.unit());
      hub_radius_ = std::min(kPage.hub.radius * page.unit(), kPage.hub.part * area.width / 2 - lane);
      break;
    case FlowKind::HubDown:
      if (flow_.rows > 1) widen(row_gutters_[flow_.row + 1], kPage.hub.down_part * area.height);
      hub_radius_ = std::min(kPage.hub.radius * page.unit(), kPage.hub.down_part * area.height / 2 - lane);
      break;
    case FlowKind::Cards:
      if (const std::optional<Gutter> gutter = divider_gutter()) {
        widen((gutter->direction == Direction::Vertical ? column_gutters_ : row_gutters_)[gutter->index],
              divider_room(page, *layout.divider, gutter->direction));
      }
      if (layout.axes) {
        left += axis_room(page, layout.axes->vertical, Direction::Vertical);
        foot += axis_room(page, layout.axes->horizontal, Direction::Horizontal);
      }
      break;
    case FlowKind::Loop:
    case FlowKind::Discs:
      break;
  }
}

// The middle one, from top to bottom if it is free, else from left to right.
std::optional<GridPlan::Gutter> GridPlan::divider_gutter() const {
  if (!source_.layout.divider) return std::nullopt;
  const Gutter down{Direction::Vertical, flow_.column + flow_.columns / 2};
  const Gutter across{Direction::Horizontal, flow_.row + flow_.rows / 2};
  const auto flow = [&](const auto& covers) {
    return std::any_of(cells_.begin(), cells_.begin() + std::ptrdiff_t(flow_count_), covers);
  };
  const bool is_down_free = flow_.columns > 1 && !flow([&](const GridCell& cell) {
                              return cell.column < down.index && down.index < cell.column + cell.columns;
                            });
  if (is_down_free) return down;
  const bool is_across_free = flow_.rows > 1 && !flow([&](const GridCell& cell) {
                                return cell.row < across.index && across.index < cell.row + cell.rows;
                              });
  if (is_across_free) return across;
  return std::nullopt;
}

// Between the cards of the flow on both sides of it, as long as they are together.
Rect GridPlan::gutter_rect(Direction direction, std::size_t gutter, const Tracks& columns, const Tracks& rows) const {
  const Rect flow = flow_rect(columns, rows);
  const bool down = direction == Direction::Vertical;
  const Tracks& tracks = down ? columns : rows;
  const float room = (down ? column_gutters_ : row_gutters_)[gutter];
  const float begin = gutter == 0 ? tracks.start(0) - room : tracks.end(gutter - 1);
  return down ? Rect{begin, flow.y, room, flow.height} : Rect{flow.x, begin, flow.width, room};
}

Rect GridPlan::flow_rect(const Tracks& columns, const Tracks& rows) const {
  return cell_rect({flow_.column, flow_.row, flow_.columns, std::max<std::size_t>(1, flow_.rows)}, columns, rows);
}

void GridPlan::place_timeline(const Rect& flow, const Tracks& columns, const Tracks& rows,
                              const std::vector<Rect>& cards, Zones& zones) {
  const bool sides = kind_ == FlowKind::TimelineSides, both = kind_ == FlowKind::TimelineAcross;
  const bool down = sides || kind_ == FlowKind::TimelineDown;
  const Direction direction = down ? Direction::Vertical : Direction::Horizontal;
  const Rect gutter = gutter_rect(direction == Direction::Vertical ? Direction::Vertical : Direction::Horizontal,
                                  down ? flow_.column + (sides ? 1 : 0) : flow_.row + (both ? 1 : 0), columns, rows);
  const float unit = planning_.page.unit(), band = kPage.time_axis.band / 2 * unit;
  const float half = kPage.time_axis.pointer / 2 * unit, gap = kPage.time_axis.pointer_gap * unit;
  std::vector<float> at;
  for (std::size_t i = 0; i < flow_count_; ++i) {
    // Above and below by turns, at even distances.
    const float pitch = flow.width / float(flow_count_);
    at.push_back(both ? flow.left() + (float(i) + 0.5f) * pitch : down ? cards[i].center().y : cards[i].center().x);
    for (Zone& zone : zones.zones) {
      if (zone.section != sections_[i]) continue;
      const Rect& card = cards[i];
      const Point middle = gutter.center();
      if (down) {
        const bool before = card.right() <= gutter.left() + 1;
        const float edge = before ? card.right() : card.left();
        const float tip = middle.x + (before ? -band - gap : band + gap);
        zone.pointer = Pointer{{edge, at[i] - half}, {tip, at[i]}, {edge, at[i] + half}};
        continue;
      }
      const bool above = card.bottom() <= gutter.top() + 1;
      const float edge = above ? card.bottom() : card.top(), tip = middle.y + (above ? -band - gap : band + gap);
      zone.pointer = Pointer{{at[i] - half, edge}, {at[i], tip}, {at[i] + half, edge}};
    }
  }
  const std::vector<const Section*> sections(sections_.begin(), sections_.begin() + std::ptrdiff_t(flow_count_));
  plan_time_axis(planning_.page, sections, at, direction, gutter, zones);
}

void GridPlan::place_extras(const Tracks& columns, const Tracks& rows, const std::vector<Rect>& cards, Zones& zones) {
  const PageBuilder& page = planning_.page;
  const Layout& layout = source_.layout;
  const bool has_gutter = !source_.around && kind_ == FlowKind::Cards && divider_gutter();
  if (layout.divider && !has_gutter) {
    const std::string owner = source_.around ? join_id(source_.around->id, "layout") : "layout";
    zones.without_gutter.push_back(block_of(join_id(owner, "divider"), "shape"));
  }
  if (source_.around) return;
  if (kind_ == FlowKind::Discs) {
    zones.ring = RingRoom{discs_, flow_rect(columns, rows), {}};
    return;
  }
  if (flow_count_ == 0) return;
  const std::vector<const Section*> flow(sections_.begin(), sections_.begin() + std::ptrdiff_t(flow_count_));
  switch (kind_) {
    case FlowKind::TimelineAcross:
    case FlowKind::TimelineRow:
    case FlowKind::TimelineSides:
    case FlowKind::TimelineDown:
      place_timeline(flow_rect(columns, rows), columns, rows, cards, zones);
      break;
    case FlowKind::HubAcross:
    case FlowKind::HubDown:
      plan_spokes(page, middle_crossing(columns, rows), flow,
                  {cards.begin(), cards.begin() + std::ptrdiff_t(flow_count_)}, zones);
      break;
    case FlowKind::Cards:
      if (const std::optional<Gutter> gutter = divider_gutter()) {
        plan_divider(page, *layout.divider, gutter->direction,
                     gutter_rect(gutter->direction, gutter->index, columns, rows), circle_.value_or(Obstacle{}), zones);
      }
      if (layout.axes) {
        plan_axis(page, layout.axes->vertical, Direction::Vertical,
                  gutter_rect(Direction::Vertical, flow_.column, columns, rows), zones);
        plan_axis(page, layout.axes->horizontal, Direction::Horizontal,
                  gutter_rect(Direction::Horizontal, flow_.row + flow_.rows, columns, rows), zones);
      }
      break;
    case FlowKind::Loop:
    case FlowKind::Discs:
      break;
  }
}

// One row of cards of words, as wide as the page: nothing in it grows with its height.
bool GridPlan::may_be_low() const {
  const bool is_row = kind_ == FlowKind::Cards && flow_.rows == 1 && flow_count_ > 1 && discs_.empty() &&
                      flow_.columns + 1 == column_gutters_.size() && source_.layout.offset == Offset::None;
  if (!is_row || source_.around || planning_.page.poster().center) return false;
  return std::all_of(sections_.begin(), sections_.begin() + std::ptrdiff_t(flow_count_), [](const Section* section) {
    const bool in_words = std::none_of(section->content.begin(), section->content.end(),
                                       [](const Label& label) { return label.diagram.has_value(); });
    return in_words && !section->content.empty() && section->sections.empty() && section->icon.empty();
  });
}

// With which that row is not emptier than it may be.
float GridPlan::most_height() {
  float most = 0;
  for (std::size_t i = 0; i < flow_count_; ++i) {
    most = std::max(most, section_height(i, kPage.grid.large_text, KeySize::Wanted));
  }
  return most / kPage.grid.least_full;
}

}  // namespace sixiang
