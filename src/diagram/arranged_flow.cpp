#include "diagram/arranged_flow.h"

#include <algorithm>
#include <utility>

#include "base/shapes.h"
#include "diagram/ring_hole.h"
#include "diagram/text_choice.h"
#include "model/colors.h"

namespace sixiang {

namespace {

constexpr float kShaft = 0.42f, kHeadLength = 0.72f, kHeadWidth = 1.14f;  // em
constexpr float kOfTree = 1.18f;         // of those, in a tree, whose arrows never cross
constexpr float kManyArrows = 10;        // from so many on they are thinner,
constexpr float kThinnest = 0.4f;        // down to this part
constexpr float kSoft = 0.4f;            // of the card's colour in the accent: an outline is seen on it
constexpr float kArrowTextSize = 0.88f;  // of the nodes' texts
constexpr float kLeastArrowText = 1.4f;  // of the smallest text that is allowed, where the nodes' are as large
constexpr float kTextGap = 3;            // poster points, between a text and arrows that are not its own
constexpr int kRounds = 3;               // of placing texts
constexpr float kRingGap = 0.25f, kRingOwnGap = 0.16f;  // em, the same in a ring, and to its own arrow
constexpr float kRounding = 0.01f;                      // poster points
constexpr float kLineGap = 0.3f, kRingLineGap = 0.55f;  // em, between two texts above each other; in a ring
constexpr float kHoleGap = 0.5f;                        // em, between what stands in a ring and all else
constexpr float kSmallerHole = 0.85f;                   // from one size that is tried to the next
// What placing all texts once may cost before they are only sought beside their arrows, and what all trials may.
constexpr std::size_t kFarWork = 1200, kMostWork = 75000, kLeastTrials = 2, kMostTrials = 600;

// Texts, times what each may meet.
std::size_t text_work(const MeasuredFlow& content) {
  const auto texts = std::count_if(content.arrows.begin(), content.arrows.end(),
                                   [](const ContentArrow& arrow) { return !arrow.text.empty(); });
  return std::size_t(texts) * (content.arrows.size() + content.nodes.size());
}

Color color_of(const ContentNode& node, const DiagramStyle& style) {
  return node.node->fill ? *node.node->fill : mixed(style.accent, style.card, kSoft);
}

void draw_disc(Drawing& drawing, const ArrangedArrow& arrow, const DiagramStyle& style) {
  if (arrow.disc > 0) {
    fill_with_border(drawing, circle(arrow.text.center(), arrow.disc), arrow.shape.style.shaft_color, style);
  }
}

// Groups in the order of their first arrows.
void draw_shapes(Drawing& drawing, const ArrangedFlow& flow, const DiagramStyle& style) {
  std::vector<std::size_t> drawn;
  std::vector<BlockArrow> below;
  for (const ArrangedArrow& first : flow.arrows) {
    if (std::find(drawn.begin(), drawn.end(), first.group) != drawn.end()) continue;
    drawn.push_back(first.group);
    std::vector<BlockArrow> shapes;
    for (const ArrangedArrow& arrow : flow.arrows) {
      if (arrow.group != first.group) continue;
      shapes.push_back(arrow.shape);
      if (arrow.before_text) shapes.push_back(*arrow.before_text);
    }
    if (shapes.size() == 1) draw_casing(drawing, shapes.front(), below, style);
    draw_block_arrows(drawing, shapes, style);
    below.insert(below.end(), shapes.begin(), shapes.end());
  }
}

struct PlacedTexts {
  std::vector<Rect> rects;       // by arrow
  std::vector<std::size_t> ill;  // arrows whose texts touch something, or stand behind another arrow
  std::size_t unclear = 0;       // those that touch something
  Rect bounds;                   // of all
};

PlacedTexts texts_in_order(const ArrangedFlow& flow, const MeasuredFlow& content, const std::vector<std::size_t>& order,
                           LabelObstacles obstacles) {
  PlacedTexts placed{std::vector<Rect>(flow.arrows.size()), {}, 0, flow.bounds};
  for (std::size_t i : order) {
    const ArrangedArrow& arrow = flow.arrows[i];
    const Rect& ink = content.arrows[i].text.ink;
    obstacles.extent = placed.bounds;
    const LabelPlace place = place_label(arrow.shape.way[arrow.text_piece], i,
                                         {ink.width * flow.arrow_text, ink.height * flow.arrow_text}, obstacles);
    placed.rects[i] = place.rect;
    if (!place.clear) placed.unclear += 1;
    if (!place.clear || place.behind) placed.ill.push_back(i);
    placed.bounds = united(placed.bounds, place.rect);
    obstacles.texts.push_back(place.rect);
  }
  return placed;
}

// What texts keep clear of; `em` is the size of theirs. Adds nodes, arrows and notes to the bounds.
LabelObstacles obstacles_of(ArrangedFlow& flow, const MeasuredFlow& content, const DiagramStyle& style, float em) {
  LabelObstacles obstacles;
  obstacles.arrow_gap = kTextGap;
  obstacles.room = flow.room;
  obstacles.line_gap = kLineGap * em;
  obstacles.reach = text_work(content) > kFarWork ? 0 : flow.text_reach * em;
  for (const NodeOutline& node : flow.nodes) {
    const Rect ink = node_ink(node, style);
    // Within a section a node's part is its rectangle.
    if (node.shape == NodeShape::Circle && style.disc > 0) {
      obstacles.discs.push_back({ink.center(), ink.width / 2});
    } else {
      obstacles.nodes.push_back(ink);
    }
    flow.bounds = united(flow.bounds, ink);
  }
  if (!style.taken.empty()) obstacles.nodes.push_back(style.taken);
  if (style.hole > 0 && style.least_hole == 0) flow.hole = {flow.middle, style.hole};
  if (flow.hole.radius > 0) obstacles.discs.push_back({flow.hole.center, flow.hole.radius});
  for (std::size_t i = 0; i < flow.arrows.size(); ++i) {
    const ArrangedArrow& arrow = flow.arrows[i];
    obstacles.arrows.push_back(block_arrow_obstacle(arrow.shape.way, arrow.shape.style, style));
    obstacles.arrows.back().from = content.arrows[i].from;
    obstacles.arrows.back().to = content.arrows[i].to;
    flow.bounds = united(flow.bounds, obstacles.arrows.back().bounds);
    if (arrow.disc == 0) continue;
    const float side = 2 * arrow.disc + style.border_width;
    obstacles.texts.push_back(centered_rect(arrow.text.center(), {side, side}));
    const auto touches = [&](const Rect& node) { return intersects(obstacles.texts.back(), node); };
    const auto meets = [&](const LabelDisc& disc) { return is_near(obstacles.texts.back(), disc, 0); };
    flow.unclear += std::any_of(obstacles.nodes.begin(), obstacles.nodes.end(), touches) ||
                            std::any_of(obstacles.discs.begin(), obstacles.discs.end(), meets)
                        ? 1
                        : 0;
    flow.bounds = united(flow.bounds, obstacles.texts.back());
  }
  place_notes(flow, content, obstacles);
  return obstacles;
}

// Arrows with a text that has no place yet.
std::vector<std::size_t> worded(const ArrangedFlow& flow, const MeasuredFlow& content) {
  std::vector<std::size_t> arrows;
  for (std::size_t i = 0; i < flow.arrows.size(); ++i) {
    if (!content.arrows[i].text.empty() && flow.arrows[i].disc == 0) arrows.push_back(i);
  }
  return arrows;
}

void place_in_order(ArrangedFlow& flow, const MeasuredFlow& content, const LabelObstacles& obstacles) {
  std::vector<std::size_t> order = worded(flow, content);
  // Those that find no good place choose first the next time.
  PlacedTexts best = texts_in_order(flow, content, order, obstacles);
  PlacedTexts last = best;
  for (int round = 0; round < kRounds && !best.ill.empty(); ++round) {
    std::stable_partition(order.begin(), order.end(), [&](std::size_t arrow) {
      return std::find(last.ill.begin(), last.ill.end(), arrow) != last.ill.end();
    });
    last = texts_in_order(flow, content, order, obstacles);
    if (std::pair(last.unclear, last.ill.size()) < std::pair(best.unclear, best.ill.size())) best = last;
  }
  for (std::size_t arrow : order) flow.arrows[arrow].text = best.rects[arrow];
  flow.bounds = best.bounds;
  flow.unclear += best.unclear;
}

// One of their choices for each text, all apart; false where there is none.
using TextChoices = std::vector<std::vector<LabelChoice>>;
bool choose_texts(ArrangedFlow& flow, const std::vector<std::size_t>& order, const TextChoices& choices,
                  float line_gap) {
  const std::optional<std::vector<std::size_t>> chosen = choose_places(choices, line_gap);
  if (!chosen) return false;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const LabelChoice& choice = choices[k][(*chosen)[k]];
    flow.arrows[order[k]].text = choice.rect;
    flow.bounds = united(flow.bounds, choice.rect);
    flow.behind += choice.behind ? 1 : 0;
  }
  return true;
}

// Whether the hole may stand anywhere in the ring.
bool has_loose_hole(const DiagramStyle& style) { return style.hole > 0 && style.least_hole > 0; }

RingHole hole_within(const ArrangedFlow& flow, float most, float em, const LabelObstacles& obstacles) {
  std::vector<Point> polygon;
  for (const NodeOutline& node : flow.nodes) polygon.push_back(node.rect.center());
  if (polygon.size() < 3) {
    const Rect& room = flow.room;
    polygon = {{room.left(), room.top()},
               {room.right(), room.top()},
               {room.right(), room.bottom()},
               {room.left(), room.bottom()}};
  }
  return largest_free_circle(polygon, flow.middle, most, kHoleGap * em, obstacles);
}

// The hole first, as large as the texts find places beside it.
bool place_hole_and_texts(ArrangedFlow& flow, const std::vector<std::size_t>& order, const TextChoices& choices,
                          const DiagramStyle& style, float em, const LabelObstacles& obstacles) {
  for (float most = style.hole;;) {
    const RingHole hole = hole_within(flow, most, em, obstacles);
    if (hole.radius < style.least_hole) return false;
    TextChoices beside = choices;
    const LabelDisc disc{hole.center, hole.radius};
    for (std::vector<LabelChoice>& each : beside) {
      std::erase_if(each, [&](const LabelChoice& choice) { return is_near(choice.rect, disc, obstacles.node_gap); });
    }
    const bool is_full = std::any_of(beside.begin(), beside.end(), [](const auto& each) { return each.empty(); });
    if (!is_full && choose_texts(flow, order, beside, obstacles.line_gap)) {
      flow.hole = hole;
      return true;
    }
    if (hole.radius <= style.least_hole) return false;
    most = std::max(style.least_hole, hole.radius * kSmallerHole);
  }
}

}  // namespace

BlockArrowStyle block_arrow_style(const MeasuredFlow& content, const ContentArrow& arrow, HeadColor head, float em,
                                  const DiagramStyle& style) {
  const float many = std::max(kThinnest, std::min(1.0f, kManyArrows / float(content.arrows.size())));
  const float thick = (head == HeadColor::OfSource ? kOfTree : 1) * em * many;
  BlockArrowStyle result;
  result.shaft = kShaft * thick;
  result.head_length = kHeadLength * thick;
  result.head_width = kHeadWidth * thick;
  result.line = arrow.arrow->style;
  result.shaft_color = arrow.arrow->color.value_or(stronger_tone(color_of(content.nodes[arrow.from], style)));
  const std::size_t end = head == HeadColor::OfSource ? arrow.from : arrow.to;
  result.head_color = arrow.arrow->color.value_or(stronger_tone(color_of(content.nodes[end], style)));
  return result;
}

float arrow_text_scale(float node_scale, const DiagramStyle& style) {
  const float size = node_scale * style.text_size;
  return std::max(size * kArrowTextSize, std::min(size, kLeastArrowText * style.min_text_size)) / style.text_size;
}

void place_texts(ArrangedFlow& flow, const MeasuredFlow& content, const DiagramStyle& style) {
  place_in_order(flow, content, obstacles_of(flow, content, style, flow.setting.scale * style.text_size));
}

bool place_texts_at_once(ArrangedFlow& flow, const MeasuredFlow& content, const DiagramStyle& style,
                         std::vector<std::size_t>& hardest) {
  const float em = flow.arrow_text * style.text_size;
  LabelObstacles obstacles = obstacles_of(flow, content, style, em);
  obstacles.arrow_gap = std::max(kTextGap, kRingGap * em);
  obstacles.own_gap = std::max(kTextGap, kRingOwnGap * em);
  obstacles.node_gap = std::max(kTextGap, kRingGap * em);
  obstacles.line_gap = kRingLineGap * em;
  if (obstacles.reach == 0) {
    if (has_loose_hole(style)) {
      flow.hole = hole_within(flow, style.hole, em, obstacles);
      if (flow.hole.radius < style.least_hole) return false;
      obstacles.discs.push_back({flow.hole.center, flow.hole.radius});
    }
    place_in_order(flow, content, obstacles);
    return true;
  }
  // No texts will mend that.
  if (flow.unclear > 0 || !is_in_room(flow, style)) return false;
  obstacles.extent = flow.bounds;
  std::vector<std::size_t> order = hardest;
  for (std::size_t i : worded(flow, content)) {
    if (std::find(hardest.begin(), hardest.end(), i) == hardest.end()) order.push_back(i);
  }
  TextChoices choices;
  for (std::size_t i : order) {
    const ArrangedArrow& arrow = flow.arrows[i];
    const Rect& ink = content.arrows[i].text.ink;
    choices.push_back(label_choices(arrow.shape.way[arrow.text_piece], i,
                                    {ink.width * flow.arrow_text, ink.height * flow.arrow_text}, obstacles));
    if (!choices.back().empty()) continue;
    std::erase(hardest, i);
    hardest.insert(hardest.begin(), i);
    return false;
  }
  return has_loose_hole(style) ? place_hole_and_texts(flow, order, choices, style, em, obstacles)
                               : choose_texts(flow, order, choices, obstacles.line_gap);
}

bool is_in_room(const ArrangedFlow& flow, const DiagramStyle& style) {
  return flow.bounds.width <= style.max_size.width + kRounding &&
         flow.bounds.height <= style.max_size.height + kRounding;
}

std::size_t most_trials(const MeasuredFlow& content) {
  return std::clamp(kMostWork / (text_work(content) + 1), kLeastTrials, kMostTrials);
}

void draw_arranged(Drawing& drawing, const MeasuredFlow& content, const ArrangedFlow& flow, const DiagramStyle& style) {
  drawing.hole = flow.hole;
  draw_shapes(drawing, flow, style);
  for (const NodeOutline& node : flow.nodes) drawing.shapes.push_back(node_ink(node, style));
  for (const PlacedNote& note : flow.notes) {
    drawing.shapes.push_back(note.pill);
    draw_note(drawing, content.nodes[note.node], note, flow.note_scale, style);
  }
  for (const ArrangedArrow& arrow : flow.arrows) {
    drawing.shapes.push_back(block_arrow_bounds(arrow.shape.way, arrow.shape.style, style));
    if (!arrow.text.empty()) drawing.shapes.push_back(inset(arrow.text, -arrow.disc / 2));
  }
  for (std::size_t i = 0; i < flow.nodes.size(); ++i) {
    draw_node(drawing, content.nodes[i], flow.nodes[i], flow.setting, style);
  }
  for (std::size_t i = 0; i < flow.arrows.size(); ++i) {
    draw_disc(drawing, flow.arrows[i], style);
    draw_arrow_text(drawing, content.arrows[i], flow.arrows[i].text, flow.arrow_text);
  }
  if (flow.unclear > 0) report(drawing, {}, Problem::ArrowTextsOverlap);
}

}  // namespace sixiang
