#include "diagram/chain_plan.h"

#include <algorithm>
#include <cmath>

#include "base/largest_fitting.h"

namespace sixiang {

namespace {

constexpr float kLongestGap = 4.6f;  // of the arrow head's length
constexpr float kAlike = 1.5f;       // tokens that need more than this times the least are drawn as long pills
constexpr float kSizeStep = 0.5f;
constexpr float kLeastArcRoom = 2.2f;  // of the arrow head's length
constexpr float kArcOfWidth = 0.24f, kArcOfToken = 0.2f;
constexpr float kRowGap = 0.45f;  // of a token's height, without arcs that keep rows apart
// Texts of this size (of the smallest) are easily read: no more rows for larger ones. Arcs show most in a single row.
constexpr float kClearText = 1.3f, kClearTextUnderArcs = 1.1f;
// More rows are worth it when texts become larger by this factor.
constexpr float kRowGain = 1.15f;
constexpr std::size_t kFewInRow = 4;

// Lengths in em of the text; the least gap between tokens in lengths of an arrow's head.
struct Density {
  float padding = 0, least_diameter = 0, gap = 0;
};
constexpr Density kRoomy{0.55f, 1.9f, 1.6f};
constexpr Density kDense{0.22f, 1.5f, 0.62f};  // for many tokens: arrow heads shrink with the gaps

class Planner {
 public:
  Planner(const std::vector<MeasuredText>& texts, ChainArcs arcs, const DiagramStyle& style)
      : texts_(texts), arcs_(arcs), style_(style) {}

  ChainPlan run() const {
    Trial best = largest(1);
    const float clear = (with_arcs() ? kClearTextUnderArcs : kClearText) * style_.min_text_size;
    for (std::size_t rows = 2; rows * kFewInRow <= texts_.size() + kFewInRow - 1; ++rows) {
      if (best.plan.fits && best.plan.scale * style_.text_size >= clear) break;
      Trial trial = largest(rows);
      if (seen_scale(trial.plan) >= kRowGain * seen_scale(best.plan)) best = std::move(trial);
    }
    const float gaps = gaps_in(best.plan);
    if (gaps == 0) return std::move(best.plan);
    const float spare = (style_.max_size.width - best.plan.width) / gaps;
    const float gap = std::min(best.plan.gap + std::max(0.0f, spare), style_.arrow_head * kLongestGap);
    return make_plan(best.density, best.plan.rows.size(), best.plan.scale, gap);
  }

 private:
  struct Trial {
    Density density;
    ChainPlan plan;
  };

  // With what is too large scaled down into the room.
  float seen_scale(const ChainPlan& plan) const {
    return plan.scale * std::min({1.0f, style_.max_size.width / plan.width, style_.max_size.height / plan.ink_height});
  }

  bool with_arcs() const { return arcs_ != ChainArcs::None && texts_.size() > 1; }

  // Gaps in the widest row, with the pieces at its sides.
  static float gaps_in(const ChainPlan& plan) {
    std::size_t longest = 0;
    for (const ChainRow& row : plan.rows) longest = std::max(longest, row.last - row.first);
    return float(longest - 1) + (plan.rows.size() > 1 ? 2.0f : 0.0f);
  }

  Trial largest(std::size_t rows) const {
    Trial trial{kRoomy, largest(kRoomy, rows)};
    if (!trial.plan.fits) trial = {kDense, largest(kDense, rows)};
    return trial;
  }

  ChainPlan largest(const Density& density, std::size_t rows) const {
    const float least = std::min(style_.min_text_size, style_.text_size);
    const float gap = style_.arrow_head * density.gap;
    const auto plan_at = [&](float size) { return make_plan(density, rows, size / style_.text_size, gap); };
    const auto fits_at = [&](float size) { return plan_at(size).fits; };
    return plan_at(largest_fitting(sizes_down(style_.text_size, least, kSizeStep), fits_at).size);
  }

  // The diameter of a circle around the text.
  float need(const MeasuredText& text, const Density& density) const {
    const float em = style_.text_size;
    const float diagonal = std::sqrt(text.ink.width * text.ink.width + text.ink.height * text.ink.height);
    return std::max(diagonal + density.padding * em, density.least_diameter * em);
  }

  // At scale 1: what all short texts need.
  float diameter(const Density& density) const {
    float least = need(texts_.front(), density);
    for (const MeasuredText& text : texts_) least = std::min(least, need(text, density));
    float diameter = least;
    for (const MeasuredText& text : texts_) {
      if (need(text, density) <= least * kAlike) diameter = std::max(diameter, need(text, density));
    }
    return diameter;
  }

  ChainPlan make_plan(const Density& density, std::size_t row_count, float scale, float gap) const {
    ChainPlan plan;
    plan.scale = scale;
    plan.gap = gap;
    const float round = diameter(density);
    plan.height = round * scale;
    const std::size_t per_row = (texts_.size() + row_count - 1) / row_count;
    float widest = 0;
    for (std::size_t first = 0; first < texts_.size(); first += per_row) {
      ChainRow row{first, std::min(first + per_row, texts_.size()), 0};
      float x = 0;
      for (std::size_t i = row.first; i < row.last; ++i) {
        const float wide = need(texts_[i], density) <= round ? 0 : texts_[i].ink.width + 0.95f * style_.text_size;
        const float width = std::max(round, wide) * scale;
        plan.tokens.push_back({x, 0, width, plan.height});
        x += width + gap + style_.border_width;
      }
      widest = std::max(widest, x - gap);
      plan.rows.push_back(row);
    }
    plan.width = widest + (plan.rows.size() > 1 ? 2 * gap : 0);
    place_rows(plan);
    return plan;
  }

  void place_rows(ChainPlan& plan) const {
    const float rows = float(plan.rows.size()), token = plan.height + style_.border_width;
    const float row_gap = rows > 1 ? kRowGap * plan.height * (with_arcs() ? 0.5f : 1.0f) : 0;
    const float room = (style_.max_size.height - rows * token - (rows - 1) * row_gap) / rows;
    const float least = with_arcs() ? kLeastArcRoom * style_.arrow_head * (rows > 1 ? 0.7f : 1.0f) : 0;
    const float wanted = kArcOfWidth * plan.width + kArcOfToken * plan.height;
    plan.arc_room = with_arcs() ? std::max(least, std::min(room, wanted)) : 0;
    for (std::size_t r = 0; r < plan.rows.size(); ++r) {
      ChainRow& row = plan.rows[r];
      row.middle = float(r) * (token + row_gap + plan.arc_room);
      for (std::size_t i = row.first; i < row.last; ++i) plan.tokens[i].y = row.middle - plan.height / 2;
    }
    plan.ink_height = plan.rows.back().middle + token + plan.arc_room;
    plan.fits = room >= least && plan.width <= style_.max_size.width;
  }

  const std::vector<MeasuredText>& texts_;
  ChainArcs arcs_;
  const DiagramStyle& style_;
};

}  // namespace

ChainPlan plan_chain(const std::vector<MeasuredText>& texts, ChainArcs arcs, const DiagramStyle& style) {
  return Planner(texts, arcs, style).run();
}

}  // namespace sixiang
