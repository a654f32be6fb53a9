// Boxes, circles and trapezoids on a grid, joined by arrows: the largest text that fits the room, then the widest even
// gaps.
#include <algorithm>
#include <cmath>

#include "base/largest_fitting.h"
#include "diagram/flow_scene.h"
#include "diagram/kinds.h"

namespace sixiang {

namespace {

constexpr float kArrowTextSize = 0.88f;  // of the nodes' texts
constexpr float kSizeStep = 0.5f;        // poster points between the text sizes that are tried
// Of the arrow head's length: the shortest gap that still shows a shaft, and the longest before a diagram falls apart.
constexpr float kShortestGap = 1.75f, kLongestGap = 4.6f;
constexpr float kLeastRowGap = 8;    // poster points at the default page size's outline of 3
constexpr float kLongestRowGap = 3;  // of the arrow head's length
// Two or three lines in a node are worth it when texts become larger by this factor.
constexpr float kWrapGain = 1.06f;
// Below this text size, of the smallest allowed one, a row of nodes is folded, if that makes it larger by this factor.
// Not of the preferred one, which grows with the diagram: a row that can be read need not grow into two.
constexpr float kSmallText = 1.55f, kFoldGain = 1.25f;
constexpr std::size_t kMostFolds = 3;
constexpr int kRoughRounds = 4, kFineRounds = 7;  // of bisection

class FlowLayout {
 public:
  FlowLayout(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use)
      : style_(style),
        fonts_(fonts),
        drawing_{use, {}, {}, {}, {}, {}},
        content_(measure_flow(diagram, style, fonts, drawing_)) {}

  DiagramLayout run() {
    if (content_.nodes.empty()) return finish(std::move(drawing_), style_, fonts_);
    FlowFit fit = largest();
    if (is_small(fit)) fit = folded_if_larger(fit);
    if (fits(fit)) {
      fit.column_gap = widest(fit, &FlowFit::column_gap, longest_column_gap(), &FlowLayout::fits, kFineRounds);
      fit.row_gap = widest(fit, &FlowFit::row_gap, longest_row_gap(), &FlowLayout::fits, kFineRounds);
    }
    draw(build_flow(content_, style_, fit, SceneDetail::Whole), fit);
    DiagramLayout layout = finish(std::move(drawing_), style_, fonts_);
    layout.trials = trials_;
    return layout;
  }

 private:
  FlowScene trial(const FlowFit& fit) const {
    ++trials_;
    return build_flow(content_, style_, fit, SceneDetail::Trial);
  }

  bool in_room(const FlowFit& fit) const { return trial(fit).in_room; }

  bool fits(const FlowFit& fit) const {
    const FlowScene scene = trial(fit);
    return scene.texts_clear && scene.arrows_clear && scene.in_room;
  }

  float longest_column_gap() const { return style_.arrow_head * kLongestGap; }
  float longest_row_gap() const { return kLongestRowGap * style_.arrow_head; }

  // True where the diagram fits with the narrowest gaps, or with wider ones that leave its arrows' texts free.
  bool fit_gaps(FlowFit& fit) const {
    fit.column_gap = style_.arrow_head * kShortestGap;
    fit.row_gap = kLeastRowGap * style_.border_width / 3;
    const FlowFit narrowest = fit;
    const FlowScene scene = trial(fit);
    if (!scene.in_room || (scene.texts_clear && scene.arrows_clear)) return scene.in_room;
    // Rather arrows that are longer than looks best than smaller texts. A gap that ended below its limit fills the
    // room.
    bool rows_grow = true, columns_grow = true;
    for (float factor : {1.0f, 1.5f, 2.0f, 2.6f}) {
      const float row_limit = factor * longest_row_gap(), column_limit = factor * longest_column_gap();
      if (rows_grow) {
        fit.row_gap = widest(fit, &FlowFit::row_gap, row_limit, &FlowLayout::in_room, kRoughRounds);
        if (fits(fit)) return true;
        rows_grow = fit.row_gap >= row_limit;
      }
      if (columns_grow) {
        fit.column_gap = widest(fit, &FlowFit::column_gap, column_limit, &FlowLayout::in_room, kRoughRounds);
        if (fits(fit)) return true;
        columns_grow = fit.column_gap >= column_limit;
      }
    }
    fit = narrowest;
    return false;
  }

  // Texts of arrows are a little smaller than those of nodes: they explain, and leave the room to the nodes.
  void set_size(FlowFit& fit, float text_size) const {
    const float arrow_text = std::max(text_size * kArrowTextSize, std::min(text_size, style_.min_text_size));
    fit.scale = text_size / style_.text_size;
    fit.arrow_text = arrow_text / style_.text_size;
  }

  FlowFit largest() const {
    FlowFit fit = largest(NodeWrapping::OneLine);
    for (NodeWrapping wrapping : {NodeWrapping::TwoLines, NodeWrapping::ThreeLines}) {
      if (!content_.can_wrap || fit.scale >= 1 || (wrapping == NodeWrapping::ThreeLines && !is_small(fit))) break;
      const FlowFit wrapped = largest(wrapping);
      if (wrapped.scale > fit.scale * kWrapGain || !fits(fit)) fit = wrapped;
    }
    return fit;
  }

  bool is_small(const FlowFit& fit) const { return fit.scale * style_.text_size < kSmallText * style_.min_text_size; }

  // A long row of nodes goes on in further ones where that makes its texts much larger, and so does a high column.
  FlowFit folded_if_larger(FlowFit best) {
    const std::vector<FlowPlace> written = places_of(content_);
    std::vector<FlowPlace> chosen;
    for (std::size_t rows = 1; rows <= kMostFolds; ++rows) {
      const std::vector<FlowPlace> places = folded_places(content_, rows);
      if (places.empty()) continue;
      move_nodes(content_, places, FlowWays::Folded);
      const FlowFit fit = largest();
      if (fits(fit) && fit.scale >= best.scale * kFoldGain) {
        best = fit;
        chosen = places;
      }
      move_nodes(content_, written, FlowWays::AsWritten);
    }
    if (!chosen.empty()) move_nodes(content_, chosen, FlowWays::Folded);
    return best;
  }

  // The largest text that fits; the smallest that is allowed where none does.
  FlowFit largest(NodeWrapping wrapping) const {
    FlowFit fitting, tried;
    tried.wrapping = wrapping;
    const auto fits_at = [&](float size) {
      set_size(tried, size);
      const bool fits = fit_gaps(tried);
      if (fits) fitting = tried;
      return fits;
    };
    return largest_fitting(text_sizes(), fits_at).fits ? fitting : tried;
  }

  // The preferred one, and below it whole steps above the smallest.
  std::vector<float> text_sizes() const {
    const float least = std::min(style_.min_text_size, style_.text_size);
    const float steps = std::floor((style_.text_size - least) / kSizeStep);
    std::vector<float> sizes = sizes_down(least + steps * kSizeStep, least, kSizeStep);
    sizes.insert(sizes.begin(), style_.text_size);
    return sizes;
  }

  // The widest gap up to `most` with which the diagram still holds.
  float widest(FlowFit fit, float FlowFit::*gap, float most, bool (FlowLayout::*holds)(const FlowFit&) const,
               int rounds) const {
    float low = fit.*gap, high = std::max(low, most);
    fit.*gap = high;
    if ((this->*holds)(fit)) return high;
    for (int i = 0; i < rounds; ++i) {
      fit.*gap = (low + high) / 2;
      ((this->*holds)(fit) ? low : high) = fit.*gap;
    }
    return low;
  }

  void draw(const FlowScene& scene, const FlowFit& fit) {
    for (const SceneArrow& arrow : scene.arrows) draw_arrow(drawing_, arrow.curve, arrow.style);
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) draw_node(content_.nodes[i], scene.nodes[i], fit);
    for (std::size_t i = 0; i < scene.arrows.size(); ++i) draw_arrow_text(content_.arrows[i], scene.arrows[i], fit);
    if (!scene.texts_clear) {
      report(drawing_, {}, Problem::ArrowTextsOverlap);
    }
  }

  void draw_node(const ContentNode& node, const NodeOutline& outline, const FlowFit& fit) {
    const bool plain = outline.shape == NodeShape::Plain;
    if (!plain) fill_with_border(drawing_, outline_path(outline), node.node->fill.value_or(style_.card), style_);
    const MeasuredText& text = node.text_for(fit.wrapping);
    const bool in_circle = outline.shape == NodeShape::Circle;
    const TextCentering centering = in_circle ? circle_centering(text) : TextCentering::Frame;
    const Point origin = text_origin(text, outline.rect.center(), centering, fit.scale);
    draw_text(drawing_, node_block(*node.node), text, origin, fit.scale);
    DiagramPart part = make_part(node_block(*node.node), node.node->text);
    part.rect = plain ? outline.rect : inset(outline.rect, -style_.border_width / 2);
    part.font_size = text.font_size * fit.scale;
    drawing_.parts.push_back(std::move(part));
  }

  void draw_arrow_text(const ContentArrow& arrow, const SceneArrow& placed, const FlowFit& fit) {
    if (placed.text.empty()) return;
    const Point origin = text_origin(arrow.text, placed.text.center(), TextCentering::Ink, fit.arrow_text);
    draw_text(drawing_, arrow_block(arrow.index), arrow.text, origin, fit.arrow_text);
    DiagramPart part = make_part(arrow_block(arrow.index), arrow.arrow->text);
    part.rect = placed.text;
    part.font_size = arrow.text.font_size * fit.arrow_text;
    drawing_.parts.push_back(std::move(part));
  }

  const DiagramStyle& style_;
  const FontSet& fonts_;
  Drawing drawing_;
  MeasuredFlow content_;
  mutable std::size_t trials_ = 0;
};

}  // namespace

DiagramLayout layout_kind(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use) {
  return FlowLayout(diagram, style, fonts, use).run();
}

}  // namespace sixiang
