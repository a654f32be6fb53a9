#include "layout/grid_plan.h"

#include <algorithm>

#include "layout/center_circle.h"
#include "layout/page_design.h"
#include "layout/section_frame.h"
#include "model/colors.h"

namespace sixiang {

namespace {

bool lies_within(const Section& section, const std::string& id) {
  return section.id == id || std::any_of(section.sections.begin(), section.sections.end(),
                                         [&](const Section& inner) { return inner.id == id; });
}

// The cell that a section of that id stands in.
std::optional<std::size_t> cell_of(const std::vector<const Section*>& sections, const std::string& id) {
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (lies_within(*sections[i], id)) return i;
  }
  return std::nullopt;
}

std::size_t span_of(int span) { return std::size_t(std::max(1, span)); }

std::size_t area_of(const std::vector<const Section*>& sections) {
  std::size_t area = 0;
  for (const Section* section : sections) area += span_of(section->span.columns) * span_of(section->span.rows);
  return area;
}

// How far two lengths are from being equal, from 0.
float mismatch(float a, float b) { return std::max(a / b, b / a) - 1; }

bool all_plain(const std::vector<const Section*>& sections) {
  return std::all_of(sections.begin(), sections.end(),
                     [](const Section* section) { return section->span.columns <= 1 && section->span.rows <= 1; });
}

}  // namespace

GridPlan::~GridPlan() = default;

GridPlan::GridPlan(PagePlanning& planning, const GridSource& source, Size area, const LinkRoom& link_room)
    : planning_(planning), source_(source), link_room_(link_room) {
  for (const Section& section : source.sections) sections_.push_back(&section);
  choose_cells(area);
  add_links(area);
  reserve_extras(area);
  measure_columns(area.width);
  nest();
}

float GridPlan::gutter() const {
  const float design = source_.around ? kPage.grid.nested_gutter : at_length(kPage.grid.gutter, planning_.length);
  return design * planning_.page.unit();
}

std::vector<const Section*> GridPlan::at(SectionPlace place) const {
  std::vector<const Section*> found;
  for (const Section* section : sections_) {
    const SectionPlace own = source_.around ? SectionPlace::Flow : section->place;
    if (own == place) found.push_back(section);
  }
  return found;
}

std::size_t GridPlan::choose_columns(const std::vector<const Section*>& flow, Size area) {
  const Layout& layout = source_.layout;
  if (layout.offset == Offset::Stairs || layout.offset == Offset::Pyramid) return 1;
  const float unit = planning_.page.unit(), letter = kPage.grid.text * unit;
  const float narrowest = kPage.grid.narrowest_column * unit + gutter();
  const std::size_t most = std::size_t(std::max(1.0f, (area.width + gutter()) / narrowest));
  // Two cards side by side on a tall page are two poles.
  const bool poles = flow.size() == 2 && layout.columns == 2 && area.height > kPage.grid.tall * area.width;
  if (poles && !source_.around) return 1;
  if (layout.columns > 0) {
    const std::size_t asked = std::min(most, std::size_t(layout.columns));
    return source_.around && all_plain(flow) ? columns_for_formulas(flow, asked, area.width) : asked;
  }
  float longest = 0;
  for (const Section* section : flow) longest = std::max(longest, planning_.needs.longest_label(*section));
  const float line = std::clamp(longest, kPage.grid.least_line * letter, kPage.grid.line * letter);
  const float least = line + 2 * kDesign.frame.side_padding.tight * unit;
  const std::size_t count = area_of(flow);
  std::size_t best = 1;
  float lowest = 1e9f;
  for (std::size_t columns = 1; columns <= count; ++columns) {
    const float width = (area.width - gutter() * float(columns - 1)) / float(columns);
    if (columns > 1 && width < least) break;
    const std::size_t rows = (count + columns - 1) / columns, holes = rows * columns - count;
    // Within a section only the width is known: the fewest rows.
    const float height = area.height / float(rows);
    float cost = source_.around ? float(rows) : mismatch(width, kPage.grid.card_shape * height);
    if (holes > 0) cost += kPage.grid.hole * (1 + float(holes) / float(columns));
    if (cost >= lowest) continue;
    lowest = cost;
    best = columns;
  }
  return best;
}

// As many as leave each formula on one line at a size that can be read, in rows of about as many cards.
std::size_t GridPlan::columns_for_formulas(const std::vector<const Section*>& flow, std::size_t most, float width) {
  float widest = 0;
  for (const Section* section : flow) widest = std::max(widest, planning_.needs.widest_formula(*section));
  const float around = 2 * (kDesign.frame.side_padding.tight + kDesign.rows.card_padding) * planning_.page.unit();
  const float least = kDesign.search.least_formula_scale * widest + around + gutter();
  std::size_t columns = std::min(most, flow.size());
  while (columns > 1 && (width + gutter()) / float(columns) < least) --columns;
  const std::size_t rows = (flow.size() + columns - 1) / columns;
  if (columns == most || !has_height_for(rows)) return most;
  return (flow.size() + rows - 1) / rows;
}

// Whether a page of rows has the height for so many rows of cards within one of them: about, as nothing is measured
// yet.
bool GridPlan::has_height_for(std::size_t rows) const {
  const Poster& poster = planning_.page.poster();
  if (poster.layout.columns != 1) return true;
  const auto others = std::count_if(poster.sections.begin(), poster.sections.end(), [](const Section& section) {
    return section.place == SectionPlace::Flow && section.sections.empty();
  });
  const GridDesign& design = kPage.grid;
  const float needed = float(others) * design.low_row + design.row_around_cards + float(rows) * design.low_card;
  return needed * planning_.page.unit() <= poster.page.height - design.low_row * planning_.page.unit() / 2;
}

std::vector<GridCell> GridPlan::flow_cells(const std::vector<const Section*>& flow, Size area) {
  kind_ = source_.around ? FlowKind::Cards : flow_kind(source_.layout, flow, area);
  switch (kind_) {
    case FlowKind::TimelineAcross:
      return alternating_cells(flow.size());
    case FlowKind::TimelineRow:
      return filled_cells(flow.size(), flow.size());
    case FlowKind::TimelineSides:
      return side_cells(flow.size());
    case FlowKind::TimelineDown:
      return filled_cells(flow.size(), 1);
    case FlowKind::Loop:
      return loop_cells(flow.size(), area);
    case FlowKind::HubAcross:
    case FlowKind::HubDown:
      return filled_cells(flow.size(), 2);
    case FlowKind::Discs:
      return {};
    case FlowKind::Cards:
      break;
  }
  const std::size_t columns = std::min(choose_columns(flow, area), std::max<std::size_t>(1, area_of(flow)));
  if (all_plain(flow)) return filled_cells(flow.size(), columns);
  std::vector<CellSpan> spans;
  for (const Section* section : flow) spans.push_back({span_of(section->span.columns), span_of(section->span.rows)});
  return place_cells(spans, columns);
}

void GridPlan::choose_cells(Size area) {
  const std::vector<const Section*> flow = at(SectionPlace::Flow);
  const std::vector<const Section*> top = at(SectionPlace::Top), bottom = at(SectionPlace::Bottom);
  const std::vector<const Section*> left = at(SectionPlace::Left), right = at(SectionPlace::Right);
  area.width *= 1 - kPage.grid.side_part * float(left.size() + right.size());
  std::vector<GridCell> cells = flow_cells(flow, area);
  flow_ = {left.size(), top.size(), std::max<std::size_t>(1, column_count(cells)),
           std::max<std::size_t>(left.empty() && right.empty() ? 0 : 1, row_count(cells))};
  const std::size_t all_columns = left.size() + flow_.columns + right.size();
  sections_ = flow;
  if (kind_ == FlowKind::Discs) {
    // They stand in one place together.
    discs_ = flow;
    sections_.clear();
    flow_.rows = 1;
  }
  for (GridCell& cell : cells) {
    if (source_.layout.order == Order::Up) cell.row = flow_.rows - cell.row - cell.rows;
    cell.column += flow_.column;
    cell.row += flow_.row;
  }
  const auto add = [&](const std::vector<const Section*>& placed, const auto& cell) {
    for (std::size_t i = 0; i < placed.size(); ++i) {
      sections_.push_back(placed[i]);
      cells.push_back(cell(i));
    }
  };
  add(top, [&](std::size_t i) { return GridCell{0, i, all_columns, 1}; });
  add(left, [&](std::size_t i) { return GridCell{i, flow_.row, 1, flow_.rows}; });
  add(right, [&](std::size_t i) { return GridCell{flow_.column + flow_.columns + i, flow_.row, 1, flow_.rows}; });
  add(bottom, [&](std::size_t i) { return GridCell{0, flow_.row + flow_.rows + i, all_columns, 1}; });
  flow_count_ = sections_.size() - top.size() - bottom.size() - left.size() - right.size();
  cells_ = std::move(cells);
}

std::vector<Joint> GridPlan::joints() const {
  const Poster& poster = planning_.page.poster();
  std::vector<Joint> joints;
  for (std::size_t i = 0; i < poster.links.size(); ++i) {
    const Link& link = poster.links[i];
    const std::optional<std::size_t> from = cell_of(sections_, link.from), to = cell_of(sections_, link.to);
    if (!from || !to || from == to) continue;
    const Color color = link_color(poster, link);
    joints.push_back({{*from, *to}, &link, block_of(item_id("links", i), "shape"), color, color});
  }
  if (source_.layout.connect != Connect::Arrows) return joints;
  const std::string owner = source_.around ? join_id(source_.around->id, "layout") : "layout";
  // A loop ends where it began.
  const std::size_t steps = flow_count_ < 2 ? 0 : flow_count_ - (kind_ == FlowKind::Loop ? 0 : 1);
  for (std::size_t i = 0; i < steps; ++i) {
    const std::size_t next = (i + 1) % flow_count_;
    // A link that is the same step says more.
    const bool named = std::any_of(joints.begin(), joints.end(), [&](const Joint& joint) {
      return joint.link && joint.cells.from == i && joint.cells.to == next;
    });
    if (named) continue;
    const Color color = header_color(poster, *sections_[i]);
    joints.push_back({{i, next}, nullptr, block_of(join_id(owner, "connect")), color, color});
  }
  return joints;
}

// Whether a link leads from a round node to what stands at a side.
bool GridPlan::joins_discs() const {
  const std::vector<Link>& links = planning_.page.poster().links;
  return !discs_.empty() && std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return cell_of(discs_, link.from).has_value() != cell_of(discs_, link.to).has_value();
  });
}

void GridPlan::add_links(Size area) {
  for (float size = link_room_.size; size > kPage.arrow.smallest; size *= kPage.arrow.smaller) {
    set_links(area.width, size);
    if (sum(column_gutters_) <= kPage.arrow.most_gutters * area.width &&
        sum(row_gutters_) <= kPage.arrow.most_gutters * area.height) {
      return;
    }
  }
}

void GridPlan::set_links(float width, float size) {
  std::vector<GridCell> cells = cells_;
  // What has no cells has room all the same.
  if (flow_count_ == 0 && flow_.rows > 0) cells.push_back({flow_.column, flow_.row, flow_.columns, flow_.rows});
  const Poster& poster = planning_.page.poster();
  const Color ground = source_.around ? body_color(poster, *source_.around) : background_color(poster);
  links_ = std::make_unique<GridLinks>(planning_.page, ground, joints(), cells, size,
                                       (width - circle_width()) / float(flow_.columns));
  const bool joined_from_side = joins_discs();
  const auto gutters = [&](const std::vector<float>& rooms, std::size_t first, std::size_t count, bool even) {
    std::vector<float> result = rooms;
    float flow = gutter();
    for (std::size_t i = 1; i + 1 < rooms.size(); ++i) {
      const bool inner = i > first && i < first + count;
      result[i] = std::max(rooms[i], gutter() * (inner || source_.around ? 1 : kPage.grid.foot_gutter));
      if (joined_from_side) result[i] = std::max(result[i], kPage.ring.side_gutter * planning_.page.unit());
      if (inner) flow = std::max(flow, result[i]);
    }
    // Even between cards of one kind.
    for (std::size_t i = first + 1; even && i < first + count; ++i) result[i] = flow;
    return result;
  };
  column_gutters_ = gutters(links_->across(), flow_.column, flow_.columns, true);
  row_gutters_ = gutters(links_->down(), flow_.row, flow_.rows, link_room_.even);
}

void GridPlan::measure_columns(float width) {
  const std::size_t count = column_gutters_.size() - 1;
  const float side = std::min(kPage.grid.side_part, 0.8f / float(count)) * width;
  const float rest = width - side * float(count - flow_.columns);
  const std::vector<float> flow = equal_sizes(rest, flow_.columns, column_gutters_);
  columns_.assign(count, side);
  std::copy(flow.begin(), flow.end(), columns_.begin() + std::ptrdiff_t(flow_.column));
  // Where gutters take more than all of it, nothing is left for anybody.
  const float all = sum(columns_) + sum(column_gutters_);
  if (all <= width) return;
  for (std::vector<float>* sizes : {&columns_, &column_gutters_}) {
    for (float& size : *sizes) size *= width / all;
  }
}

// A card's part of its cell's width.
GridPlan::Part GridPlan::part_of(std::size_t index) const {
  const std::size_t steps = flow_count_ > 1 ? flow_count_ - 1 : 1;
  const float step = float(index) / float(steps);
  if (index >= flow_count_) return {};
  switch (source_.layout.offset) {
    case Offset::None:
    case Offset::Alternate:
      break;
    case Offset::Stairs:
      return {kPage.grid.stairs * step, 1 - kPage.grid.stairs};
    case Offset::Pyramid: {
      const float width = kPage.grid.narrowest + (1 - kPage.grid.narrowest) * step;
      return {(1 - width) / 2, width};
    }
  }
  return {};
}

float GridPlan::width_of(std::size_t index) const {
  return cell_width(cells_[index], columns_, column_gutters_) * part_of(index).width;
}

void GridPlan::nest() {
  nested_.resize(sections_.size());
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const Section& section = *sections_[i];
    if (section.sections.empty()) continue;
    const float width = width_of(i);
    const Rect body = frame_parts(planning_.page, section, {0, 0, width, width}).body;
    const Size inner{body.width - 2 * kPage.grid.nested_padding.loose * planning_.page.unit(), width};
    nested_[i] = std::make_unique<GridPlan>(planning_, GridSource{section.layout, section.sections, &section}, inner,
                                            LinkRoom{link_room_.size * kPage.arrow.nested, link_room_.even});
  }
}

float GridPlan::content_height(std::size_t index, float scale, KeySize keys) {
  const float width = width_of(index);
  const Rect body =
      frame_parts(planning_.page, *sections_[index], {0, 0, width, planning_.page.poster().page.height}).body;
  return planning_.needs.height(*sections_[index], body.width, scale, keys);
}

float GridPlan::section_height(std::size_t index, float scale, KeySize keys) {
  const Section& section = *sections_[index];
  // What stands above and below the others is short, and not smaller than they are.
  if (index >= flow_count_ && cells_[index].column == 0 && cells_[index].columns > flow_.columns - 1) {
    scale = std::max(scale, kPage.grid.least_aside);
  }
  float height = header_height(planning_.page, section) + content_height(index, scale, keys);
  if (section.header == HeaderKind::Side) height = std::max(height, kPage.frame.side_height * planning_.page.unit());
  if (nested_[index]) {
    height += nested_[index]->needed_height(scale, keys) + 2 * kPage.grid.nested_padding.tight * planning_.page.unit();
  }
  return height + (alternates(index) ? alternation() : 0);
}

bool GridPlan::alternates(std::size_t index) const {
  return kind_ == FlowKind::Cards && source_.layout.offset == Offset::Alternate && index < flow_count_;
}

float GridPlan::alternation() const { return kPage.grid.alternate * planning_.page.unit(); }

std::vector<float> GridPlan::row_heights(float scale, KeySize keys) {
  std::vector<float> heights;
  for (std::size_t i = 0; i < sections_.size(); ++i) heights.push_back(section_height(i, scale, keys));
  std::vector<float> needs = row_needs(cells_, heights, row_gutters_);
  needs.resize(row_gutters_.size() - 1);
  return needs;
}

float GridPlan::needed_height(float scale, KeySize keys) { return sum(row_heights(scale, keys)) + sum(row_gutters_); }

// What rows need with keys as large as they are wanted; where there is no room for that, the part of it that there is.
std::vector<float> GridPlan::shared_needs(float room, float scale) {
  const std::vector<float> wanted = row_heights(scale, KeySize::Wanted);
  if (sum(wanted) <= room) return wanted;
  std::vector<float> needs = row_heights(scale, KeySize::AsText);
  const float left = room - sum(needs), lacks = sum(wanted) - sum(needs);
  if (left <= 0 || lacks <= 0) return needs;
  for (std::size_t i = 0; i < needs.size(); ++i) needs[i] += (wanted[i] - needs[i]) * left / lacks;
  return needs;
}

// What stands above and below the flow gets what it needs, and the flow what is left.
std::vector<float> GridPlan::shared_heights(float height, float scale) {
  const float room = std::max(0.0f, height - sum(row_gutters_));
  const std::vector<float> needs = shared_needs(room, scale);
  if (sum(needs) > room + 0.01f) return share_lack(needs, room);
  if (flow_count_ == 0 && discs_.empty()) return share_out(needs, room);
  const auto begin = needs.begin() + std::ptrdiff_t(flow_.row);
  const std::vector<float> flow(begin, begin + std::ptrdiff_t(flow_.rows));
  const std::vector<float> shared = share_out(flow, room - (sum(needs) - sum(flow)));
  std::vector<float> heights = needs;
  std::copy(shared.begin(), shared.end(), heights.begin() + std::ptrdiff_t(flow_.row));
  if (may_be_low()) heights[flow_.row] = std::min(heights[flow_.row], most_height());
  return heights;
}

Rect GridPlan::card_rect(std::size_t index, Rect cell) const {
  const Part part = part_of(index);
  cell.x += cell.width * part.start;
  cell.width *= part.width;
  if (!alternates(index)) return cell;
  const float by = std::min(alternation(), cell.height / 3);
  if (cells_[index].column % 2 == 1) cell.y += by;
  cell.height -= by;
  return cell;
}

void GridPlan::place_section(std::size_t index, const Rect& rect, float scale, Zones& zones) {
  const Section& section = *sections_[index];
  Zone zone;
  zone.section = &section;
  zone.rect = rect;
  zone.body = frame_parts(planning_.page, section, rect).body;
  zone.row = first_row_ + cells_[index].row;
  if (!nested_[index]) {
    zones.zones.push_back(zone);
    return;
  }
  const float unit = planning_.page.unit();
  Rect inner = zone.body;
  const float own = std::min(content_height(index, scale, KeySize::Wanted), zone.body.height / 2);
  zone.body.height = own;
  zones.zones.push_back(zone);
  const float side = std::min(kPage.grid.nested_padding.loose * unit, inner.width / 8);
  const float above = std::min(kPage.grid.nested_padding.tight * unit, inner.height / 8);
  nested_[index]->place(rect_from_edges(inner.left() + side, inner.top() + (own > 0 ? own : above),
                                        inner.right() - side, inner.bottom() - above),
                        scale, zones);
}

// Sections that stand above each other may lean on one another's middles only where arrows meet them.
JointEnds GridPlan::joint_ends(std::size_t index, const Rect& rect) const {
  const Section& section = *sections_[index];
  const FrameParts parts = frame_parts(planning_.page, section, rect);
  const bool side = section.header == HeaderKind::Side && flow_.columns == 1;
  const Rect& column = parts.column.empty() ? parts.header : parts.column;
  return {rect, side ? rect : parts.body, side ? column : rect};
}

void GridPlan::place(const Rect& area, float scale, Zones& zones) {
  const float gutters = sum(row_gutters_), most = kPage.grid.most_gutters * area.height;
  for (float& room : row_gutters_) room *= gutters > most ? most / gutters : 1;
  first_row_ = planning_.next_row;
  planning_.next_row += row_gutters_.size();
  const Tracks columns = tracks_at(area.left(), columns_, column_gutters_);
  const std::vector<float> heights = shared_heights(area.height, scale);
  const float spare = may_be_low() ? std::max(0.0f, area.height - sum(heights) - sum(row_gutters_)) : 0;
  const Tracks rows = tracks_at(area.top() + kPage.grid.spare_above * spare, heights, row_gutters_);
  std::vector<JointEnds> ends;
  std::vector<Rect> cards;
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const Rect rect = card_rect(i, cell_rect(cells_[i], columns, rows));
    place_section(i, rect, scale, zones);
    ends.push_back(joint_ends(i, rect));
    cards.push_back(rect);
  }
  circle_ = circle_among(cards, columns, rows);
  const PageFormat& page = planning_.page.poster().page;
  links_->place({ends,
                 columns,
                 rows,
                 column_gutters_,
                 row_gutters_,
                 circle_.value_or(Obstacle{}),
                 {0, 0, page.width, page.height}},
                zones);
  place_extras(columns, rows, cards, zones);
}

// What a circle at the end of a gutter takes of its width.
float GridPlan::circle_width() const {
  const bool takes = !source_.around && planning_.page.poster().center && flow_.columns == 1;
  return takes ? 4 * center_radius(planning_.page, *planning_.page.poster().center) : 0;
}

// In the middle of the cards, or of a hub. One row of them has nothing to join there: the circle sits where two of them
// end; like a seal at the right end where they stand below each other, and on the corner of a single one.
std::optional<Obstacle> GridPlan::circle_among(const std::vector<Rect>& cards, const Tracks& columns,
                                               const Tracks& rows) const {
  if (source_.around || flow_count_ == 0 || !planning_.page.poster().center) return std::nullopt;
  const CircleDesign& design = kPage.circle;
  const float unit = planning_.page.unit(), clearance = design.clearance * unit, over = design.over_frame * unit;
  const Rect flow = flow_rect(columns, rows);
  const Point crossing = middle_crossing(columns, rows);
  if (hub_radius_) return Obstacle{crossing, std::min(*hub_radius_, flow.height / 2) + clearance};
  const float wanted = center_radius(planning_.page, *planning_.page.poster().center);
  const float radius = std::min(wanted, design.part * std::min(flow.width, flow.height));
  Obstacle obstacle{crossing, radius + clearance};
  if (flow_.rows == 1) obstacle.center.y = cards.front().bottom() + over - radius;
  if (flow_.columns == 1) obstacle.center.x = cards.front().right() + over - radius;
  return obstacle;
}

// Between the cards of the flow, as near to its middle as gutters cross.
Point GridPlan::middle_crossing(const Tracks& columns, const Tracks& rows) const {
  const auto between = [](const Tracks& tracks, std::size_t first, std::size_t count) {
    const float middle = (tracks.start(first) + tracks.end(first + count - 1)) / 2;
    float best = middle, least = 1e9f;
    for (std::size_t i = first; i + 1 < first + count; ++i) {
      const float at = (tracks.end(i) + tracks.start(i + 1)) / 2;
      if (std::abs(at - middle) >= least) continue;
      least = std::abs(at - middle);
      best = at;
    }
    return best;
  };
  return {between(columns, flow_.column, flow_.columns), between(rows, flow_.row, flow_.rows)};
}

}  // namespace sixiang
