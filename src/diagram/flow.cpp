// Boxes, circles and trapezoids on a grid, joined by arrows: the largest text that fits the room, then the widest even
// gaps.
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/largest_fitting.h"
#include "diagram/arranged_flow.h"
#include "diagram/flow_scene.h"
#include "diagram/kinds.h"

namespace sixiang {

namespace {

constexpr float kSizeStep = 0.5f;  // poster points between the text sizes that are tried
// Of the arrow head's length: the shortest gap that still shows a shaft, and the longest before a diagram falls apart.
constexpr float kShortestGap = 1.5f, kLongestGap = 4.6f;
constexpr float kLeastRowGap = 6;    // poster points at the default page size's outline of 3
constexpr float kLongestRowGap = 3;  // of the arrow head's length
// Two or three lines in a node are worth it when texts become larger by this factor.
constexpr float kWrapGain = 1.04f;
// Below this text size, of the smallest allowed one, a row of nodes is folded, if that makes it larger by this factor.
// Not of the preferred one, which grows with the diagram: a row that can be read need not grow into two.
constexpr float kSmallText = 1.7f, kFoldGain = 1.25f;
constexpr std::size_t kMostFolds = 3;
// Nodes in reading order: the gain that a further row must bring. Of more than a few nodes only likely numbers of rows
// are tried: of nodes so many times as wide as high.
constexpr float kRowGain = 1.12f, kNodeShape = 2.4f;
constexpr std::size_t kFewNodes = 10;
constexpr std::size_t kMostWork = 90'000, kLeastTrials = 3;
constexpr int kRoughRounds = 4, kFineRounds = 7;  // of bisection

class FlowLayout {
 public:
  FlowLayout(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use, float detail)
      : style_(style),
        fonts_(fonts),
        arrange_(diagram.arrange),
        drawing_{use, {}, {}, {}, {}, {}, {}},
        content_(measure_flow(diagram, style, fonts, drawing_, detail)) {}

  DiagramLayout run() {
    if (content_.nodes.empty()) return finish(std::move(drawing_), style_, fonts_);
    const bool may_be_row = arrange_ == FlowArrangement::Free || arrange_ == FlowArrangement::Grid;
    const std::optional<ArrangedFlow> band = may_be_row ? arrange_band(content_, style_) : std::nullopt;
    if (band) {
      draw_arranged(*band);
      return finished();
    }
    switch (arrange_) {
      case FlowArrangement::Free:
        draw_grid(folded_if_small());
        break;
      case FlowArrangement::Grid:
        draw_grid(in_rows());
        break;
      case FlowArrangement::Ring:
        draw_arranged(arrange_ring(content_, style_));
        break;
      case FlowArrangement::Tree:
        draw_arranged(arrange_tree(content_, style_));
        break;
    }
    return finished();
  }

 private:
  DiagramLayout finished() {
    DiagramLayout layout = finish(std::move(drawing_), style_, fonts_);
    layout.trials = trials_;
    return layout;
  }

  void draw_arranged(const ArrangedFlow& flow) {
    trials_ = flow.trials;
    sixiang::draw_arranged(drawing_, content_, flow, style_);
  }

  // With the widest even gaps that the room has.
  void draw_grid(FlowFit fit) {
    if (fits(fit)) {
      fit.column_gap = widest(fit, &FlowFit::column_gap, longest_column_gap(), &FlowLayout::fits, kFineRounds);
      fit.row_gap = widest(fit, &FlowFit::row_gap, longest_row_gap(), &FlowLayout::fits, kFineRounds);
    }
    // A trial that fits is whole.
    draw(is_known_to_fit(fit) ? *fitting_scene_ : build_flow(content_, style_, fit, SceneDetail::Whole), fit);
  }

  // Whether all that arrangements in rows may cost is used up: they route each arrow anew.
  bool is_used_up() const {
    const std::size_t arrows = content_.arrows.size();
    const std::size_t work = arrows * (arrows + content_.nodes.size()) + 1;
    return arrange_ == FlowArrangement::Grid && trials_ >= std::max(kLeastTrials, kMostWork / work);
  }

  FlowScene trial(const FlowFit& fit) const {
    ++trials_;
    return build_flow(content_, style_, fit, SceneDetail::Trial);
  }

  bool in_room(const FlowFit& fit) const { return !is_used_up() && trial(fit).in_room; }

  bool fits(const FlowFit& fit) const { return is_known_to_fit(fit) || (!is_used_up() && is_fitting(fit, trial(fit))); }

  bool is_known_to_fit(const FlowFit& fit) const { return fitting_scene_ && fitting_ == fit; }

  bool is_fitting(const FlowFit& fit, FlowScene scene) const {
    if (!scene.texts_clear || !scene.arrows_clear || !scene.in_room) return false;
    fitting_ = fit;
    fitting_scene_ = std::move(scene);
    return true;
  }

  void move(const std::vector<FlowPlace>& places, FlowWays ways) {
    move_nodes(content_, places, ways);
    fitting_scene_.reset();
  }

  float longest_column_gap() const { return style_.arrow_head * kLongestGap; }
  float longest_row_gap() const { return kLongestRowGap * style_.arrow_head; }

  // True where the diagram fits with the narrowest gaps, or with wider ones that leave its arrows' texts free.
  bool fit_gaps(FlowFit& fit) const {
    fit.column_gap = style_.arrow_head * kShortestGap;
    fit.row_gap = kLeastRowGap * style_.border_width / 3;
    if (is_used_up()) return false;
    const FlowFit narrowest = fit;
    FlowScene scene = trial(fit);
    const bool in_room = scene.in_room;
    if (!in_room || is_fitting(fit, std::move(scene))) return in_room;
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
    fit.scale = text_size / style_.text_size;
    fit.arrow_text = arrow_text_scale(fit.scale, style_);
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

  FlowFit folded_if_small() {
    const FlowFit fit = largest();
    return is_small(fit) ? folded_if_larger(fit) : fit;
  }

  // In reading order: the fewest rows, unless more make the texts much larger.
  FlowFit in_rows() {
    FlowFit best;
    std::vector<FlowPlace> chosen;
    for (std::size_t in_row : likely_rows()) {
      const std::vector<FlowPlace> places = rows_of(content_, in_row);
      move(places, FlowWays::Folded);
      const FlowFit fit = largest();
      if (chosen.empty() || fit.scale >= best.scale * kRowGain) {
        best = fit;
        chosen = places;
      }
      if (best.scale >= 1) break;
    }
    move(chosen, FlowWays::Folded);
    return best;
  }

  // How many nodes a row may have, each once, the longest rows first. Of many nodes only what the room suggests.
  std::vector<std::size_t> likely_rows() const {
    const std::size_t count = content_.nodes.size();
    const Size room = style_.max_size;
    const float rows = std::sqrt(float(count) * kNodeShape * room.height / std::max(room.width, 1.0f));
    const bool few = count <= kFewNodes;
    const std::size_t likely = std::size_t(std::clamp(rows, 2.0f, float(count)));
    std::vector<std::size_t> lengths;
    for (std::size_t r = few ? 1 : likely - 1; r <= (few ? count : std::min(count, likely + 1)); ++r) {
      const std::size_t in_row = (count + r - 1) / r;
      if (lengths.empty() || lengths.back() != in_row) lengths.push_back(in_row);
    }
    return lengths;
  }

  // A long row of nodes goes on in further ones where that makes its texts much larger, and so does a high column.
  FlowFit folded_if_larger(FlowFit best) {
    const std::vector<FlowPlace> written = places_of(content_);
    std::vector<FlowPlace> chosen;
    for (std::size_t rows = 1; rows <= kMostFolds; ++rows) {
      const std::vector<FlowPlace> places = folded_places(content_, rows);
      if (places.empty()) continue;
      move(places, FlowWays::Folded);
      const FlowFit fit = largest();
      // What reaches the preferred size may grow further where a whole diagram does.
      const bool worth = fit.scale >= best.scale * kFoldGain || (fit.scale >= 1 && best.scale < 1);
      if (fits(fit) && worth) {
        best = fit;
        chosen = places;
      }
      move(written, FlowWays::AsWritten);
    }
    if (!chosen.empty()) move(chosen, FlowWays::Folded);
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
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
      draw_node(drawing_, content_.nodes[i], scene.nodes[i], {fit.wrapping, fit.scale}, style_);
    }
    for (std::size_t i = 0; i < scene.arrows.size(); ++i) {
      draw_arrow_text(drawing_, content_.arrows[i], scene.arrows[i].text, fit.arrow_text);
    }
    if (!scene.texts_clear) {
      report(drawing_, {}, Problem::ArrowTextsOverlap);
    }
  }

  const DiagramStyle& style_;
  const FontSet& fonts_;
  FlowArrangement arrange_;
  Drawing drawing_;
  MeasuredFlow content_;
  mutable std::size_t trials_ = 0;
  // What was found to fit last: it is asked for again.
  mutable FlowFit fitting_;
  mutable std::optional<FlowScene> fitting_scene_;
};

// The smallest text of a node with a name and a detail; none has both: nothing.
std::optional<float> smallest_detail(const DiagramLayout& layout, float detail) {
  std::optional<float> smallest;
  for (const DiagramPart& part : layout.parts) {
    if (has_detail(part.source)) smallest = std::min(smallest.value_or(part.font_size), part.font_size);
  }
  if (smallest) *smallest *= detail;
  return smallest;
}

}  // namespace

DiagramLayout layout_kind(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use) {
  DiagramLayout layout = FlowLayout(diagram, style, fonts, use, kFlowDetail).run();
  const bool by_rows = diagram.arrange == FlowArrangement::Free || diagram.arrange == FlowArrangement::Grid;
  const std::optional<float> smallest = by_rows ? smallest_detail(layout, kFlowDetail) : std::nullopt;
  if (!smallest || *smallest >= style.readable) return layout;
  // Rather names a little smaller than details that cannot be read.
  DiagramLayout readable = FlowLayout(diagram, style, fonts, use, kLargeFlowDetail).run();
  readable.trials += layout.trials;
  return smallest_detail(readable, kLargeFlowDetail) > smallest ? readable : layout;
}

}  // namespace sixiang
