// Nodes round an ellipse: the search for the largest texts and nodes that all have a place.
#include <algorithm>
#include <array>
#include <optional>

#include "diagram/ring_builder.h"

namespace sixiang {

namespace {

// The same of arrows that are no neighbours', as tried: bowed outwards they leave more room in the middle for texts.
constexpr float kBows[] = {0, 0.045f};
constexpr float kBehindWorth = 0.88f;  // of its size, a ring gives up for each text that stands at its own arrow
constexpr float kHoleWorth = 0.2f;     // the same for a hole as large as wanted
constexpr float kGrownHole = 0.9f;     // of a hole, what nodes may leave of it as they grow
constexpr float kFarthestText = 7;     // em, of texts off their arrows
constexpr float kSmaller = 0.94f;      // from one text size that is tried to the next
constexpr float kDisc = 0.3f, kMostGrown = 2;  // of the room's shorter side, as wanted; of what a node needs
constexpr float kGrowthStep = 0.93f;
constexpr float kMostWords = 1.3f, kLeastWords = 1.03f, kWordsStep = 0.95f;  // of arrows' texts, relative to the others
// Of the room, what is left free on both sides for texts and bows.
constexpr std::array<Size, 10> kMargins{{{0, 0},
                                         {0.05f, 0.03f},
                                         {0, 0.08f},
                                         {0.09f, 0},
                                         {0.09f, 0.04f},
                                         {0.02f, 0.05f},
                                         {0.05f, 0.08f},
                                         {0.09f, 0.08f},
                                         {0.16f, 0.08f},
                                         {0.2f, 0.16f}}};

// With a place for everything; or the roomiest one that was tried.
class RingSearch {
 public:
  RingSearch(const MeasuredFlow& content, const DiagramStyle& style) : content_(content), style_(style) {}

  ArrangedFlow run() {
    // Rather smaller ones than texts far from their arrows.
    for (float text_reach : {kTextReach, kFarthestText}) {
      if (!found_) find_scale(text_reach);
      trials_ += tried_;
      tried_ = 0;
    }
    grow();
    enlarge_words();
    trials_ += tried_;
    if (!found_) best_ = nearly_ ? std::move(*nearly_) : smallest();
    if (best_.without_texts) place_texts(best_, content_, style_);
    best_.trials = trials_;
    return std::move(best_);
  }

 private:
  // From the largest on, as long as a smaller one could be worth more. Within a section the size is the section's.
  void find_scale(float text_reach) {
    const float least = std::min(style_.min_text_size, style_.text_size) / style_.text_size;
    for (float scale = 1; !found_ || scale > worth(best_, found_trial_); scale *= kSmaller) {
      for (float bow : kBows) {
        if (bow == 0 || is_page()) {
          try_wrappings({std::max(scale, least), text_reach, NodeWrapping::TwoLines, 1, bow});
        }
      }
      if (scale <= least) break;
    }
  }

  bool is_page() const { return style_.disc > 0; }

  void try_wrappings(RingTrial trial) {
    const bool has_notes = std::any_of(content_.nodes.begin(), content_.nodes.end(),
                                       [](const ContentNode& node) { return node.apart.has_value(); });
    if (has_notes && notes_are_small(trial.scale)) trial.wrapping = NodeWrapping::NameAlone;
    if (try_out(trial) || !has_notes) return;
    const bool apart = trial.wrapping == NodeWrapping::NameAlone;
    trial.wrapping = apart ? NodeWrapping::TwoLines : NodeWrapping::NameAlone;
    try_out(trial);
  }

  void grow() {
    RingTrial larger = found_trial_;
    larger.growth = found_ ? wanted_growth() : 1;
    while (larger.growth > 1 && !try_out(larger)) larger.growth *= kGrowthStep;
  }

  // Where there is room for larger ones, nodes about as large as they are and arrows perhaps thinner.
  void enlarge_words() {
    if (!found_ || !is_page()) return;
    const RingTrial found = found_trial_;
    for (float words = std::min(kMostWords, 1 / found.scale); words > kLeastWords; words *= kWordsStep) {
      for (float thinner : {1.0f, 0.94f, 0.88f}) {
        for (float growth : {1.0f, kGrowthStep}) {
          for (float bow : kBows) {
            RingTrial larger = found;
            larger.scale = found.scale * thinner;
            larger.words = words / thinner;
            larger.growth = std::max(1.0f, growth * found.growth) / thinner;
            larger.bow = bow;
            if (try_out(larger)) return;
          }
        }
      }
    }
  }

  // Of an arrangement, by the size of its texts and how many of them stand at their own arrows.
  float worth(const ArrangedFlow& flow, const RingTrial& trial) const {
    float worth = trial.scale;
    for (std::size_t i = 0; is_page() && i < flow.hard_to_follow(); ++i) worth *= kBehindWorth;
    if (style_.hole > 0) worth *= 1 - kHoleWorth * (1 - flow.hole.radius / style_.hole);
    return worth;
  }

  static bool is_grown(const RingTrial& trial) { return trial.growth > 1 || trial.words > 1; }

  static bool is_better(const ArrangedFlow& a, const ArrangedFlow& b) {
    const std::size_t hard = a.hard_to_follow(), other = b.hard_to_follow();
    return hard != other ? hard < other : a.hole.radius > b.hole.radius;
  }

  bool notes_are_small(float scale) const {
    return std::any_of(content_.nodes.begin(), content_.nodes.end(), [&](const ContentNode& node) {
      return node.apart && node.apart->detail.font_size * scale < style_.least_note;
    });
  }

  float wanted_growth() const {
    float widest = 1;
    for (const NodeOutline& node : best_.nodes) widest = std::max(widest, node.rect.width);
    const float wanted =
        style_.disc > 0 ? style_.disc : kDisc * std::min(style_.max_size.width, style_.max_size.height);
    return std::min(kMostGrown, wanted / widest);
  }

  // Of the margins with a place for everything, the first one with the fewest texts behind other arrows and, of
  // those, the largest hole; kept where it
  // is worth more than what was found. False where there is none.
  bool try_out(const RingTrial& trial) {
    std::optional<ArrangedFlow> best;
    for (const Size& margin : kMargins) {
      if (tried_ >= most_trials(content_)) break;
      std::optional<BuiltRing> ring = build_ring(content_, style_, trial, margin, RingNodes::Apart, hardest_);
      if (!ring) continue;
      ++tried_;
      ArrangedFlow& flow = ring->flow;
      if (!is_in_room(flow, style_) || (!style_.taken.empty() && !contains(inset(flow.room, -0.01f), flow.bounds)))
        continue;
      const std::size_t faults = flow.unclear + ring->crossed + (flow.without_texts ? 1 : 0);
      if (faults > 0) {
        if (!nearly_ || faults <= nearly_faults_) nearly_ = std::move(flow);
        nearly_faults_ = std::min(nearly_faults_, faults);
        continue;
      }
      if (is_grown(trial) && flow.hard_to_follow() > best_.hard_to_follow()) continue;
      if (is_grown(trial) && flow.hole.radius < kGrownHole * best_.hole.radius) continue;
      if (!best || is_better(flow, *best)) best = std::move(flow);
      if (best->hard_to_follow() == 0 && best->hole.radius >= style_.hole) break;
    }
    if (!best) return false;
    if (!is_grown(trial) && found_ && worth(*best, trial) <= worth(best_, found_trial_)) return true;
    best_ = std::move(*best);
    found_trial_ = trial;
    found_ = true;
    return true;
  }

  // Nothing fits: nodes apart all the same, and what is too large is scaled down by whoever draws it.
  ArrangedFlow smallest() {
    DiagramStyle larger = style_;
    const float scale = std::min(style_.min_text_size, style_.text_size) / style_.text_size;
    for (int i = 0; i < 24; ++i) {
      if (auto ring = build_ring(content_, larger, {scale}, {0, 0}, RingNodes::Apart, hardest_)) {
        ++trials_;
        return std::move(ring->flow);
      }
      larger.max_size = {larger.max_size.width * 1.25f, larger.max_size.height * 1.25f};
    }
    return build_ring(content_, larger, {scale}, {0, 0}, RingNodes::Anyhow, hardest_)->flow;
  }

  const MeasuredFlow& content_;
  const DiagramStyle& style_;
  ArrangedFlow best_;
  RingTrial found_trial_;
  std::optional<ArrangedFlow> nearly_;  // in the room, with the fewest texts and arrows that touch anything
  std::vector<std::size_t> hardest_;    // arrows without a place for their text
  bool found_ = false;
  std::size_t nearly_faults_ = 1000;
  std::size_t tried_ = 0, trials_ = 0;  // with one reach of texts, and all in all
};

}  // namespace

ArrangedFlow arrange_ring(MeasuredFlow& content, const DiagramStyle& style) {
  move_nodes(content, std::vector<FlowPlace>(content.nodes.size()), FlowWays::AsWritten);
  return RingSearch(content, style).run();
}

}  // namespace sixiang
