// What round nodes of a ring say besides their names, where that would be small within them: in pills beside them.
#include <algorithm>
#include <array>

#include "base/shapes.h"
#include "diagram/arranged_flow.h"

namespace sixiang {

namespace {

constexpr float kPadding = 0.62f, kHeight = 1.7f, kLine = 1.16f;  // em of the note: beside the text; of one line; more
// Of the node's radius, from its middle to the pill's; away from the middle of the ring.
constexpr std::array<float, 7> kPlaces = {0.5f, 0.3f, 0.7f, 0.1f, -0.3f, -0.55f, -0.7f};
constexpr float kGap = 8, kBorder = 3;  // poster points, to whatever else there is; of its border at most

const MeasuredText& text_of(const ContentNode& node, NodeWrapping wrapping) {
  return wrapping == NodeWrapping::TwoLines ? *node.apart->detail_on_two_lines : node.apart->detail;
}

class NotePlacer {
 public:
  NotePlacer(ArrangedFlow& flow, const MeasuredFlow& content, LabelObstacles& obstacles)
      : flow_(flow), content_(content), obstacles_(obstacles), middle_(flow.bounds.center()) {}

  void place(std::size_t node) {
    const NodeOutline& outline = flow_.nodes[node];
    const Point off = outline.rect.center() - middle_;
    const float outward = off.x < 0 ? -1 : 1, away = off.y < 0 ? -1 : 1;
    std::optional<PlacedNote> first;
    for (NodeWrapping wrapping : {NodeWrapping::OneLine, NodeWrapping::TwoLines}) {
      if (wrapping == NodeWrapping::TwoLines && !content_.nodes[node].apart->detail_on_two_lines) continue;
      for (float side : {outward, -outward}) {
        for (float place : kPlaces) {
          const PlacedNote note = at(node, wrapping, side, place * away);
          if (!first) first = note;
          if (is_clear(note)) return add(note);
        }
      }
    }
    flow_.unclear += 1;
    add(*first);
  }

 private:
  // `down`: from the node's middle, in its radius.
  PlacedNote at(std::size_t node, NodeWrapping wrapping, float side, float down) const {
    const ContentNode& content = content_.nodes[node];
    const MeasuredText& text = text_of(content, wrapping);
    const float scale = flow_.note_scale, em = text.font_size * scale;
    const Size ink{text.ink.width * scale, text.ink.height * scale};
    const float height = (kHeight + (wrapping == NodeWrapping::TwoLines ? kLine : 0)) * em;
    const Point middle = flow_.nodes[node].rect.center();
    const float radius = flow_.nodes[node].rect.width / 2, y = middle.y + down * radius;
    // The text begins where the disc ends at the heights of its lines.
    const float nearest = std::max(0.0f, std::fabs(y - middle.y) - ink.height / 2);
    const float edge = std::sqrt(std::max(0.0f, radius * radius - nearest * nearest));
    const float begin = edge + kPadding * em, end = begin + ink.width + kPadding * em;
    PlacedNote note;
    note.node = node;
    note.wrapping = wrapping;
    const auto across = [&](float from, float to) {
      const float a = middle.x + side * from, b = middle.x + side * to;
      return rect_from_edges(std::min(a, b), 0, std::max(a, b), 0);
    };
    const Rect pill = across(0, end), words = across(begin, begin + ink.width);
    note.pill = rect_from_edges(pill.left(), y - height / 2, pill.right(), y + height / 2);
    note.text = rect_from_edges(words.left(), y - ink.height / 2, words.right(), y + ink.height / 2);
    return note;
  }

  // What is seen of the pill.
  Rect seen(const PlacedNote& note) const {
    const Rect& node = flow_.nodes[note.node].rect;
    return note.text.center().x > node.center().x
               ? rect_from_edges(std::max(note.pill.left(), note.text.left() - kGap), note.pill.top(),
                                 note.pill.right(), note.pill.bottom())
               : rect_from_edges(note.pill.left(), note.pill.top(), note.text.right() + kGap, note.pill.bottom());
  }

  bool is_clear(const PlacedNote& note) const {
    const Rect rect = seen(note);
    if (!obstacles_.room.empty() && !contains(inset(obstacles_.room, kBorder), rect)) return false;
    for (const Rect& other : obstacles_.nodes) {
      if (intersects(inset(rect, -kGap), other)) return false;
    }
    for (std::size_t i = 0; i < obstacles_.discs.size(); ++i) {
      if (i != disc_of(note.node) && is_near(rect, obstacles_.discs[i], kGap)) return false;
    }
    return std::none_of(obstacles_.arrows.begin(), obstacles_.arrows.end(),
                        [&](const ShaftObstacle& arrow) { return is_near(rect, arrow, kGap); });
  }

  // Among the discs, which are those of the round nodes in their order.
  std::size_t disc_of(std::size_t node) const {
    return std::size_t(std::count_if(flow_.nodes.begin(), flow_.nodes.begin() + std::ptrdiff_t(node),
                                     [](const NodeOutline& other) { return other.shape == NodeShape::Circle; }));
  }

  void add(const PlacedNote& note) {
    flow_.notes.push_back(note);
    obstacles_.nodes.push_back(seen(note));
    flow_.bounds = united(flow_.bounds, note.pill);
  }

  ArrangedFlow& flow_;
  const MeasuredFlow& content_;
  LabelObstacles& obstacles_;
  Point middle_;
};

}  // namespace

void place_notes(ArrangedFlow& flow, const MeasuredFlow& content, LabelObstacles& obstacles) {
  flow.notes.clear();
  if (flow.setting.wrapping != NodeWrapping::NameAlone) return;
  NotePlacer placer(flow, content, obstacles);
  for (std::size_t i = 0; i < content.nodes.size(); ++i) {
    if (content.nodes[i].apart) placer.place(i);
  }
}

void draw_note(Drawing& drawing, const ContentNode& node, const PlacedNote& note, float scale,
               const DiagramStyle& style) {
  const MeasuredText& text = text_of(node, note.wrapping);
  fill_with_border(drawing, rounded_rectangle(note.pill, note.pill.height / 2), note_color(node, style), style);
  draw_text(drawing, node_block(*node.node), text, text_origin(text, note.text.center(), TextCentering::Ink, scale),
            scale);
  DiagramPart part = make_part(node_block(*node.node), node.node->text);
  part.id = join_id(part.id, "note");
  part.rect = note.text;
  part.font_size = text.font_size * scale;
  drawing.parts.push_back(std::move(part));
}

}  // namespace sixiang
