#include "layout/grid_links.h"

#include <algorithm>

#include "layout/page_design.h"
#include "layout/section_frame.h"
#include "model/colors.h"

namespace sixiang {

namespace {

constexpr float kSlide = 0.5f;        // of a pill's length, from one place along its leg that is tried to the next
constexpr float kMostOfHalf = 0.86f;  // of half a card's width, that a text beside an arrow takes

bool is_across(Side side) { return side == Side::Left || side == Side::Right; }

const Leg* longest_leg(const Way& way) {
  return &*std::max_element(way.legs.begin(), way.legs.end(),
                            [](const Leg& a, const Leg& b) { return a.high() - a.low() < b.high() - b.low(); });
}

void widen(float& room, float least) { room = std::max(room, least); }

float low_of(const JointEnds& ends, Side side) { return is_across(side) ? ends.across.top() : ends.down.left(); }
float high_of(const JointEnds& ends, Side side) { return is_across(side) ? ends.across.bottom() : ends.down.right(); }

// On a side of the card, `gap` outside of it.
Point on_side(const JointEnds& ends, Side side, float along, float gap) {
  switch (side) {
    case Side::Left:
      return {ends.rect.left() - gap, along};
    case Side::Right:
      return {ends.rect.right() + gap, along};
    case Side::Top:
      return {along, ends.rect.top() - gap};
    case Side::Bottom:
      break;
  }
  return {along, ends.rect.bottom() + gap};
}

// `before_end`: of the last piece, that stays straight.
ArrowWay rounded_way(const std::vector<Point>& points, float radius, float before_end) {
  std::vector<Point> apart;
  for (const Point& point : points) {
    if (apart.empty() || distance(apart.back(), point) > 0.05f) apart.push_back(point);
  }
  if (apart.size() < 2) return {};
  std::vector<float> radii(apart.size(), radius);
  const float last = distance(apart[apart.size() - 2], apart.back());
  radii[apart.size() - 2] = std::clamp(last - before_end, 0.0f, radius);
  return way_through(apart, radii);
}

}  // namespace

float GridLinks::length(float design) const { return design * size_ * page_.unit(); }

bool GridLinks::is_line(std::size_t joint) const {
  return joints_[joint].link && joints_[joint].link->shape == LinkShape::Line;
}

BlockArrowStyle GridLinks::arrow_style(std::size_t joint) const {
  const ArrowDesign& arrow = kPage.arrow;
  const Joint& asked = joints_[joint];
  const Way& way = ways_.ways[joint];
  const LineStyle line = asked.link ? asked.link->style : LineStyle::Solid;
  const auto style = [&](float shaft, float head_length, float head_width) {
    return BlockArrowStyle{length(shaft), length(head_length), length(head_width), asked.tail, asked.head, line};
  };
  if (is_line(joint)) return style(arrow.line, arrow.line_head_length, arrow.line_head_width);
  if (!way.legs.empty()) return style(arrow.pipe, arrow.head_length, arrow.head_width);
  return is_across(way.leaves) ? style(arrow.shaft, arrow.head_length, arrow.head_width)
                               : style(arrow.down_shaft * down_part(), arrow.down_head_length * down_part(),
                                       arrow.down_head_width * down_part());
}

// Of arrows from a row to the next, relative to the design's: smaller between the columns of steps than between cards.
float GridLinks::down_part() const {
  const std::vector<Section>& sections = page_.poster().sections;
  const bool joins_steps = std::any_of(sections.begin(), sections.end(),
                                       [&](const Section& section) { return has_title_in_body(page_, section); });
  return joins_steps ? kPage.arrow.between_steps : 1;
}

// Rounder where its words have made the gutter wide.
float GridLinks::corner_of(std::size_t joint) const {
  return length(kPage.arrow.corner) * (pill_leg(joint) ? kPage.arrow.beside_pill : 1);
}

// That carries the words.
const Leg* GridLinks::pill_leg(std::size_t joint) const {
  const Way& way = ways_.ways[joint];
  return way.legs.empty() || words_[joint].name.empty() ? nullptr : longest_leg(way);
}

Size GridLinks::pill_size(std::size_t joint) const {
  const Size text = words_[joint].name.size();
  const float padding = length(kPage.link_text.pill_padding);
  const float least = kPage.link_text.pill_height * words_[joint].name.font_size;
  const bool upright = text.height > text.width;
  return {std::max(least, text.width + (upright ? padding : 2 * padding)),
          std::max(least, text.height + (upright ? 2 * padding : padding / 2))};
}

void GridLinks::set_words(std::size_t joint, float cell_width) {
  const Joint& asked = joints_[joint];
  if (!asked.link || asked.link->text.empty()) return;
  const Way& way = ways_.ways[joint];
  LinkTextStyle style;
  style.scale = size_;
  style.ground = ground_;
  if (!way.legs.empty()) {
    style.ground = card_color(page_.poster());
    const Leg* longest = longest_leg(way);
    const bool upright = longest->direction == Direction::Vertical && stands_upright(asked.link->text);
    if (longest->direction == Direction::Vertical && !upright) {
      style.max_width = length(kPage.link_text.name * kPage.link_text.longest);
    }
    if (!upright) {
      words_[joint].name = set_link_name(page_, asked.link->text, style);
      return;
    }
    words_[joint].name = set_upright(page_, asked.link->text, style);
    // On a long way they are large.
    const float rows = float(std::max<std::size_t>(1, horizontal_.rooms.size() - 1));
    const float run = page_.poster().page.height * float(longest->high() - longest->low()) / 2 / rows;
    const float larger = kPage.link_text.upright_part * run / words_[joint].name.size().height;
    style.scale *= std::clamp(larger, 1.0f, kPage.link_text.largest_upright);
    words_[joint].name = set_upright(page_, asked.link->text, style);
    return;
  }
  const LinkWords words = words_of(asked.link->text);
  const bool across = is_across(way.leaves);
  const BlockArrowStyle arrow = arrow_style(joint);
  style.max_width = across ? length(kPage.link_text.name * kPage.link_text.longest)
                           : kMostOfHalf * (cell_width - arrow.head_width) / 2;
  if (!across) style.align = words.detail.empty() ? TextAlign::Left : TextAlign::Right;
  const std::string& text = asked.link->text;
  words_[joint].name = as_part_of(text, 0, set_link_name(page_, words.name, style));
  if (!across) style.align = TextAlign::Left;
  if (words.detail.empty()) return;
  words_[joint].detail =
      as_part_of(text, text.size() - words.detail.size(), set_link_detail(page_, words.detail, style));
}

// Straight arrows there and back: the joints between the same two cells, the upper one first.
std::vector<std::size_t> GridLinks::alike(std::size_t joint) const {
  const Way& way = ways_.ways[joint];
  std::vector<std::size_t> found;
  for (std::size_t k = 0; k < joints_.size(); ++k) {
    const Way& other = ways_.ways[k];
    if (other.legs.empty() && std::minmax(other.from, other.to) == std::minmax(way.from, way.to)) found.push_back(k);
  }
  return found;
}

// Names of two arrows across a gutter stand above the upper and below the lower one: one slot is enough for both.
void GridLinks::share_slots() {
  for (std::size_t i = 0; i < joints_.size(); ++i) {
    Way& way = ways_.ways[i];
    if (!way.words || !is_across(way.leaves)) continue;
    const std::vector<std::size_t> pair = alike(i);
    const Way& first = ways_.ways[pair.front()];
    if (pair.size() == 2 && pair.back() == i && first.words && !has_detail(pair[0]) && !has_detail(i)) {
      way.words = first.words;
    }
  }
}

bool GridLinks::has_detail(std::size_t joint) const {
  return joints_[joint].link && !words_of(joints_[joint].link->text).detail.empty();
}

void GridLinks::reserve_straight(std::size_t joint) {
  const Way& way = ways_.ways[joint];
  const bool across = is_across(way.leaves);
  Gutters& gutters = across ? vertical_ : horizontal_;
  widen(gutters.rooms[way.crossed], across ? length(kPage.arrow.across) : length(kPage.arrow.down) * down_part());
  if (!way.words) return;
  const Size name = words_[joint].name.size(), detail = words_[joint].detail.size();
  widen(gutters.slots[way.words->gutter][way.words->slot],
        (across ? std::max(name.width, detail.width) : std::max(name.height, detail.height)) +
            2 * length(kPage.link_text.gap));
}

// From a card to the middle of an arrow that turns towards it.
float GridLinks::turn() const {
  const ArrowDesign& arrow = kPage.arrow;
  return length(arrow.corner + arrow.before_head + arrow.head_length + arrow.head_gap);
}

// Where an arrow turns towards a card there has to be room for its head, and for the bend before it.
void GridLinks::reserve_turn(Side side, const Leg& leg) {
  Gutters& gutters = is_across(side) ? vertical_ : horizontal_;
  const bool outside = leg.gutter == 0 || leg.gutter + 1 == gutters.rooms.size();
  const float beside = sum(gutters.slots[leg.gutter]) - gutters.slots[leg.gutter][leg.slot];
  widen(gutters.rooms[leg.gutter],
        (outside ? turn() + gutters.slots[leg.gutter][leg.slot] / 2 : length(kPage.arrow.pipe_gutter)) + beside);
}

// Room for one arrow and its words, in the gutters that it crosses or runs along.
void GridLinks::reserve(std::size_t joint) {
  const Way& way = ways_.ways[joint];
  if (way.legs.empty()) return reserve_straight(joint);
  const Leg* pill = pill_leg(joint);
  for (const Leg& leg : way.legs) {
    Gutters& gutters = leg.direction == Direction::Vertical ? vertical_ : horizontal_;
    float& slot = gutters.slots[leg.gutter][leg.slot];
    widen(slot, arrow_style(joint).shaft + length(kPage.arrow.beside));
    if (&leg != pill) continue;
    const Size size = pill_size(joint);
    widen(slot, (leg.direction == Direction::Vertical ? size.width : size.height) + 2 * length(kPage.link_text.gap));
  }
}

void GridLinks::add_up(Gutters& gutters) {
  for (std::size_t i = 0; i < gutters.rooms.size(); ++i) widen(gutters.rooms[i], sum(gutters.slots[i]));
}

GridLinks::GridLinks(const PageBuilder& page, Color ground, std::vector<Joint> joints,
                     const std::vector<GridCell>& cells, float size, float cell_width)
    : page_(page), ground_(ground), joints_(std::move(joints)), size_(size), words_(joints_.size()) {
  std::vector<Connection> connections;
  for (const Joint& joint : joints_) {
    connections.push_back(joint.cells);
    if (joint.link && !joint.link->text.empty()) connections.back().worded = Worded::Yes;
  }
  ways_ = find_ways(cells, connections);
  const auto prepare = [](Gutters& gutters, const std::vector<std::size_t>& slots) {
    gutters.rooms.resize(slots.size());
    for (std::size_t count : slots) gutters.slots.emplace_back(count);
  };
  prepare(horizontal_, ways_.horizontal);
  prepare(vertical_, ways_.vertical);
  share_slots();
  for (std::size_t i = 0; i < joints_.size(); ++i) {
    set_words(i, cell_width);
    reserve(i);
  }
  for (const Way& way : ways_.ways) {
    if (way.legs.empty()) continue;
    reserve_turn(way.leaves, way.legs.front());
    reserve_turn(way.enters, way.legs.back());
  }
  add_up(horizontal_);
  add_up(vertical_);
}

// The middle of a leg's slot. All slots of a gutter stand in its middle.
float GridLinks::leg_position(const Leg& leg, const Scene& scene) const {
  const bool down = leg.direction == Direction::Vertical;
  const Tracks& tracks = down ? scene.columns : scene.rows;
  const float room = (down ? scene.column_gutters : scene.row_gutters)[leg.gutter];
  const std::vector<float>& slots = (down ? vertical_ : horizontal_).slots[leg.gutter];
  const float all = sum(slots), part = all > room ? room / all : 1, free = std::max(0.0f, room - all);
  const bool first = leg.gutter == 0, last = leg.gutter == tracks.starts.size();
  // Outside, as far from the cards as their ends need.
  const float off = std::min(free, std::max(0.0f, turn() - slots[0] / 2));
  float at = first  ? tracks.start(0) - off - all * part
             : last ? tracks.end(leg.gutter - 1) + off
                    : tracks.end(leg.gutter - 1) + free / 2;
  for (std::size_t i = 0; i < leg.slot; ++i) at += slots[i] * part;
  return at + slots[leg.slot] * part / 2;
}

// Straight arrows have no choice: they share what both sides have in common.
std::vector<GridLinks::Taken> GridLinks::join_straight(const Scene& scene,
                                                       std::vector<std::vector<Point>>& points) const {
  const float gap = length(kPage.arrow.gap);
  std::vector<Taken> taken;
  for (std::size_t i = 0; i < joints_.size(); ++i) {
    const Way& way = ways_.ways[i];
    if (!way.legs.empty()) continue;
    const JointEnds &from = scene.cells[way.from], &to = scene.cells[way.to];
    const std::vector<std::size_t> all = alike(i);
    const auto before = std::find(all.begin(), all.end(), i) - all.begin();
    const float high = std::min(high_of(from, way.leaves), high_of(to, way.enters));
    const float body = std::max(low_of(from, way.leaves), low_of(to, way.enters));
    // Several beside low bodies begin beside the headers, or their heads would touch.
    float heads = 0;
    for (const std::size_t other : all)
      heads += (arrow_style(other).head_width + length(kPage.arrow.beside)) / float(all.size());
    const float top = is_across(way.leaves) ? std::max(from.rect.top(), to.rect.top()) : body;
    const float apart = all.size() > 1 ? high - heads * float(all.size() + 1) : body;
    const float low = std::max(top, std::min(body, apart));
    const float along = low + (high - low) * float(before + 1) / float(all.size() + 1);
    points[i] = {on_side(from, way.leaves, along, gap), on_side(to, way.enters, along, length(kPage.arrow.head_gap))};
    const float half = (arrow_style(i).head_width + length(kPage.arrow.beside)) / 2;
    taken.push_back({way.from, way.leaves, along - half, along + half});
    taken.push_back({way.to, way.enters, along - half, along + half});
  }
  return taken;
}

std::vector<GridLinks::Port> GridLinks::ports() const {
  std::vector<Port> ports;
  for (std::size_t i = 0; i < joints_.size(); ++i) {
    const Way& way = ways_.ways[i];
    if (way.legs.empty()) continue;
    const Leg &first = way.legs.front(), &last = way.legs.back();
    ports.push_back({i, way.from, way.leaves, first.gutter, first.begin, true, first.end > first.begin});
    ports.push_back({i, way.to, way.enters, last.gutter, last.end, false, last.begin > last.end});
  }
  return ports;
}

// The others share what is left of a side, those that turn back before those that go on; and the sides of two cards
// that face each other across a gutter have their ends at different places.
GridLinks::Ends GridLinks::share_sides(const Scene& scene, const std::vector<Taken>& taken) const {
  Ends result{std::vector<float>(joints_.size()), std::vector<float>(joints_.size())};
  const std::vector<Port> all = ports();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Port& port = all[i];
    float low = low_of(scene.cells[port.cell], port.side), high = high_of(scene.cells[port.cell], port.side);
    bool alone = true;
    for (const Taken& straight : taken) {
      if (straight.cell != port.cell || straight.side != port.side) continue;
      alone = false;
      if (port.ahead && straight.to < high) low = std::max(low, straight.to);
      if (!port.ahead && straight.from > low) high = std::min(high, straight.from);
    }
    std::size_t count = 0, before = 0;
    for (std::size_t k = 0; k < all.size(); ++k) {
      const Port& other = all[k];
      const bool together = is_across(other.side) == is_across(port.side) && other.gutter == port.gutter &&
                            other.place == port.place && (alone || other.ahead == port.ahead);
      if (!together) continue;
      ++count;
      before += other.ahead == port.ahead ? k < i : port.ahead;
    }
    const float along = low + (high - low) * float(before + 1) / float(count + 1);
    (port.leaves ? result.starts : result.ends)[port.joint] = along;
  }
  return result;
}

// From leg to leg.
std::vector<Point> GridLinks::run(std::size_t joint, const Scene& scene, float start, float end) const {
  const Way& way = ways_.ways[joint];
  const float gap = length(kPage.arrow.gap);
  std::vector<Point> points{on_side(scene.cells[way.from], way.leaves, start, gap)};
  for (const Leg& leg : way.legs) {
    const float at = leg_position(leg, scene);
    const Point last = points.back();
    points.push_back(leg.direction == Direction::Vertical ? Point{at, last.y} : Point{last.x, at});
  }
  const Point tip = on_side(scene.cells[way.to], way.enters, end, length(kPage.arrow.head_gap)), last = points.back();
  points.push_back(is_across(way.enters) ? Point{last.x, tip.y} : Point{tip.x, last.y});
  points.push_back(tip);
  make_room_for_head(joint, scene, points);
  return points;
}

float GridLinks::straight_end(std::size_t joint) const {
  return arrow_style(joint).head_length + length(kPage.arrow.before_head);
}

// An arrow with a gutter for itself runs farther from where it ends: as far as its bends at the other side allow, or,
// of one that turns back, its words.
void GridLinks::make_room_for_head(std::size_t joint, const Scene& scene, std::vector<Point>& points) const {
  const Way& way = ways_.ways[joint];
  if (way.legs.size() != 1) return;
  const Leg& leg = way.legs.front();
  const bool across = leg.direction == Direction::Horizontal;
  const std::vector<float>& slots = (across ? horizontal_ : vertical_).slots[leg.gutter];
  if (slots.size() != 1) return;
  const Point &start = points.front(), &tip = points.back();
  const float at = across ? points[1].y : points[1].x, from = across ? start.y : start.x, to = across ? tip.y : tip.x;
  const float corner = length(kPage.arrow.corner), lacks = straight_end(joint) + corner - std::fabs(to - at);
  const float room = (across ? scene.row_gutters : scene.column_gutters)[leg.gutter];
  const bool turns_back = (from - at) * (to - at) >= 0;
  const float free = turns_back ? (room - slots.front()) / 2 : std::fabs(from - at) - corner;
  const float by = std::clamp(lacks, 0.0f, std::max(0.0f, free));
  const float moved = at + (to < at ? by : -by);
  for (std::size_t i = 1; i + 1 < points.size(); ++i) (across ? points[i].y : points[i].x) = moved;
}

void GridLinks::place(const Scene& scene, Zones& zones) const {
  std::vector<std::vector<Point>> points(joints_.size());
  const Ends ends = share_sides(scene, join_straight(scene, points));
  for (std::size_t i = 0; i < joints_.size(); ++i) {
    if (points[i].empty()) points[i] = run(i, scene, ends.starts[i], ends.ends[i]);
    PlannedArrow arrow;
    arrow.id = joints_[i].id;
    arrow.style = arrow_style(i);
    arrow.way = rounded_way(points[i], corner_of(i), straight_end(i));
    arrow.ground = ground_;
    zones.arrows.push_back(std::move(arrow));
  }
  for (std::size_t i = 0; i < joints_.size(); ++i) {
    if (words_[i].name.empty()) continue;
    if (pill_leg(i)) {
      add_pill(i, points, scene, zones);
    } else {
      add_texts(i, points, scene, zones);
    }
  }
}

// Whether no arrow but its own is so near to a text.
bool GridLinks::is_off_arrows(std::size_t joint, const Rect& text,
                              const std::vector<std::vector<Point>>& points) const {
  for (std::size_t i = 0; i < joints_.size(); ++i) {
    if (i == joint) continue;
    const BlockArrowStyle style = arrow_style(i);
    for (std::size_t k = 1; k < points[i].size(); ++k) {
      const Point a = points[i][k - 1], b = points[i][k];
      const Rect leg = rect_from_edges(std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y));
      const float half = (k + 1 == points[i].size() ? style.head_width : style.shaft) / 2;
      if (intersects(inset(leg, -half - length(kPage.arrow.gap)), text)) return false;
    }
  }
  return true;
}

// With its middle at the first of the places where it is clear; or that is clear of all but other arrows.
void GridLinks::put(std::size_t joint, PlannedText text, const std::vector<Point>& places,
                    const std::vector<std::vector<Point>>& points, const Scene& scene, Zones& zones) const {
  const Point start = text.block.rect.center();
  const Rect whole = text.pill.value_or(text.block.rect);
  const auto is_in_room = [&](Point place) {
    const Rect rect = translated(whole, place - start);
    const bool beside = squared_distance(rect, scene.circle.center) >= scene.circle.radius * scene.circle.radius;
    return beside && contains(scene.page, rect);
  };
  const auto is_clear = [&](Point place) {
    return is_in_room(place) && is_off_arrows(joint, translated(whole, place - start), points);
  };
  auto found = std::find_if(places.begin(), places.end(), is_clear);
  if (found == places.end()) found = std::find_if(places.begin(), places.end(), is_in_room);
  text.block.overflow = found == places.end();
  const Point way = (found == places.end() ? places.front() : *found) - start;
  text.block.rect = translated(text.block.rect, way);
  text.origin = text.origin + way;
  if (text.pill) text.pill = translated(*text.pill, way);
  zones.texts.push_back(std::move(text));
}

// On the longest leg, in its middle if that is clear, else as near to it as can be: the arrow runs along the one at
// `index` from the point after that on.
void GridLinks::add_pill(std::size_t joint, const std::vector<std::vector<Point>>& points, const Scene& scene,
                         Zones& zones) const {
  const Leg* leg = pill_leg(joint);
  const std::size_t index = std::size_t(leg - ways_.ways[joint].legs.data()) + 1;
  const Point begin = points[joint][index], end = points[joint][index + 1], middle = lerp(begin, end, 0.5f);
  const Size size = pill_size(joint);
  const float pill = leg->direction == Direction::Vertical ? size.height : size.width;
  const float most = (distance(begin, end) - pill) / 2 - corner_of(joint);
  std::vector<Point> places{middle};
  for (float off = kSlide * pill; off <= most; off += kSlide * pill) {
    places.push_back(middle - unit(end - begin) * off);
    places.push_back(middle + unit(end - begin) * off);
  }
  const BlockId id = within(joints_[joint].id.block, block_of("text"));
  PlannedText text = placed_text(id, BlockKind::Link, words_[joint].name, middle);
  text.pill = centered_rect(middle, size);
  text.ground = card_color(page_.poster());
  put(joint, std::move(text), places, points, scene, zones);
}

// Above and below an arrow from column to column, on both sides of one from row to row; a name alone on whichever side
// is clear.
void GridLinks::add_texts(std::size_t joint, const std::vector<std::vector<Point>>& points, const Scene& scene,
                          Zones& zones) const {
  const Words& words = words_[joint];
  const Way& way = ways_.ways[joint];
  const BlockId id = within(joints_[joint].id.block, block_of("text"));
  const Size name = words.name.size(), detail = words.detail.size();
  const float half = arrow_style(joint).head_width / 2 + length(kPage.link_text.gap);
  const bool across = is_across(way.leaves), both = !words.detail.empty();
  Point middle = lerp(points[joint].front(), points[joint].back(), 0.5f);
  (across ? middle.x : middle.y) = leg_position(*way.words, scene);
  const Point before = across ? Point{0, -half - name.height / 2} : Point{-half - name.width / 2, 0};
  const Point after_name = Point{} - before;
  const Point after = across ? Point{0, half + detail.height / 2} : Point{half + detail.width / 2, 0};
  std::vector<Point> places{middle + before, middle - before};
  if (!across && !both) std::swap(places[0], places[1]);
  if (both) places.pop_back();
  const std::vector<std::size_t> pair = alike(joint);
  if (across && !both && pair.size() == 2) places = {middle + (pair.back() == joint ? after_name : before)};
  put(joint, placed_text(id, BlockKind::Link, words.name, places.front()), places, points, scene, zones);
  if (!both) return;
  put(joint, placed_text(id, BlockKind::Link, words.detail, middle + after), {middle + after}, points, scene, zones);
}

}  // namespace sixiang
