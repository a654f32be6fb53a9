#include "diagram/noise_plan.h"

#include <algorithm>
#include <cmath>

#include "base/largest_fitting.h"

namespace sixiang {

namespace {

constexpr float kTileGap = 0.1f;    // of a tile's side: between tiles that fill the width
constexpr float kWidestGap = 0.5f;  // between tiles that fill the height
constexpr float kRowGap = 0.2f;     // of a tile's side: below a row's lanes
// Of the smallest text size: smaller tiles show no figure; in tiles of this side it is seen at once.
constexpr float kLeastTile = 1.5f, kClearTile = 3.5f;
// More rows are worth it when tiles become larger by this factor.
constexpr float kRowGain = 1.15f;
// Texts below several rows: of the smallest text size, and of a tile.
constexpr float kRowsText = 1.5f, kTextOfTile = 0.6f;
constexpr std::size_t kFewInRow = 4;
constexpr float kLaneMargin = 0.2f;                                     // em, above and below the tallest text together
constexpr float kLaneHeight = 1.2f, kTextGap = 0.32f, kLaneTop = 0.3f;  // em
constexpr float kSizeStep = 0.5f;

// The part of a span within one row; an open end goes on in another one.
struct Segment {
  std::size_t row = 0;
  int from = 0, to = 0;
  bool open_start = false, open_end = false, with_text = true;
};

class Planner {
 public:
  Planner(const NoiseDiagram& diagram, const MeasuredNoise& texts, const DiagramStyle& style)
      : diagram_(diagram), texts_(texts), style_(style) {
    // Tall formulas and texts of several lines make all lanes higher.
    for (const std::vector<MeasuredText>* list : {&texts.captions, &texts.spans}) {
      for (const MeasuredText& text : *list) {
        lane_height_ = std::max(lane_height_, text.extent().height / style.text_size + kLaneMargin);
      }
    }
  }

  NoisePlan run() const {
    const std::size_t count = diagram_.tiles.size();
    NoisePlan best = largest(count);
    for (std::size_t rows = 2; rows * kFewInRow <= count + kFewInRow - 1; ++rows) {
      if (best.fits && best.tile >= kClearTile * style_.min_text_size) break;
      NoisePlan plan = largest((count + rows - 1) / rows);
      const bool larger = seen_tile(plan) >= kRowGain * seen_tile(best);
      if (plan.fits ? larger || !best.fits : larger && !best.fits) best = std::move(plan);
    }
    return best;
  }

 private:
  NoisePlan largest(std::size_t per_row) const {
    const float least = std::min(style_.min_text_size, style_.text_size);
    const auto plan_at = [&](float size) { return make_plan(per_row, size / style_.text_size); };
    // In several rows texts leave the room to the tiles.
    const auto too_large = [&](const NoisePlan& plan, float size) {
      return plan.rows.size() > 1 && size > std::max(kRowsText * style_.min_text_size, kTextOfTile * plan.tile);
    };
    const auto fits_at = [&](float size) {
      const NoisePlan plan = plan_at(size);
      return plan.fits && !too_large(plan, size);
    };
    return plan_at(largest_fitting(sizes_down(style_.text_size, least, kSizeStep), fits_at).size);
  }

  // With what is too wide or too high scaled down into the room; its lanes are as good as they get.
  float seen_tile(const NoisePlan& plan) const {
    const float width = plan.pitch * float(plan.per_row), height = plan.rows.back().top + plan.tile;
    if (width <= 0 || height <= 0) return 0;
    return plan.tile * std::min({1.0f, style_.max_size.width / width, style_.max_size.height / height});
  }

  float em(const NoisePlan& plan) const { return plan.scale * style_.text_size; }

  float below(const NoisePlan& plan, const NoiseRow& row) const {
    return row.lanes.empty() ? 0 : em(plan) * (kLaneTop + lane_height_ * float(row.lanes.size()));
  }

  float all_below(const NoisePlan& plan) const {
    float sum = 0;
    for (const NoiseRow& row : plan.rows) sum += below(plan, row);
    return sum;
  }

  // From the top of a row's tiles.
  float lane_middle(const NoisePlan& plan, std::size_t lane) const {
    return plan.tile + style_.border_width / 2 + em(plan) * (kLaneTop + lane_height_ * (float(lane) + 0.5f));
  }

  // Tiles as large as the width allows, or the height with the lanes of all rows.
  void size_tiles(NoisePlan& plan) const {
    const float count = float(plan.per_row), rows = float(plan.rows.size());
    const float width = style_.max_size.width - style_.border_width;
    const float height = style_.max_size.height - rows * style_.border_width - all_below(plan);
    const float outlines = style_.border_width * (count - 1);
    const float by_width = (width - overhang(plan) - outlines) / (count + kTileGap * (count - 1));
    plan.tile = std::max(0.0f, std::min(by_width, height / (rows + kRowGap * (rows - 1))));
    const float spread = count > 1 ? (width - overhang(plan) - count * plan.tile) / (count - 1) : 0;
    plan.pitch = plan.tile + std::clamp(spread, 0.0f, kWidestGap * plan.tile);
    // Several rows are one field of tiles: alike in both directions.
    if (rows > 1) plan.pitch = std::min(plan.pitch, plan.tile * (1 + kRowGap) + style_.border_width);
  }

  // How far captions stick out on both sides of their row.
  float overhang(const NoisePlan& plan) const {
    if (plan.tile <= 0) return 0;
    float left = 0, right = 0;
    for (std::size_t i = 0; i < texts_.captions.size(); ++i) {
      const float out = (texts_.captions[i].ink.width * plan.scale - plan.tile - style_.border_width) / 2;
      if (i % plan.per_row == 0) left = std::max(left, out);
      if (i % plan.per_row + 1 == plan.per_row) right = std::max(right, out);
    }
    return left + right;
  }

  NoisePlan make_plan(std::size_t per_row, float scale) const {
    NoisePlan plan;
    plan.scale = scale;
    plan.lane_height = lane_height_;
    plan.per_row = per_row;
    plan.rows.resize((diagram_.tiles.size() + per_row - 1) / per_row);
    // The lanes below depend on the tiles' places, and the tiles' size on the lanes: a few rounds settle both.
    for (int round = 0; round < 4; ++round) {
      size_tiles(plan);
      for (NoiseRow& row : plan.rows) row.lanes.clear();
      plan.spans.clear();
      plan.fits = plan.tile >= kLeastTile * style_.min_text_size;
      place_captions(plan);
      for (std::size_t i = 0; i < diagram_.spans.size(); ++i) {
        if (is_known(diagram_, diagram_.spans[i])) place_span(plan, i);
      }
    }
    float y = 0;
    for (NoiseRow& row : plan.rows) {
      row.top = y;
      y += plan.tile + style_.border_width + below(plan, row) + kRowGap * plan.tile;
    }
    plan.fits = plan.fits && y - kRowGap * plan.tile <= style_.max_size.height + 0.01f;
    return plan;
  }

  static void take(NoiseRow& row, std::size_t lane, Interval interval) {
    if (row.lanes.size() <= lane) row.lanes.resize(lane + 1);
    row.lanes[lane].taken.push_back(interval);
  }

  static bool is_free(const NoiseRow& row, std::size_t lane, Interval interval) {
    return lane >= row.lanes.size() || row.lanes[lane].free(interval);
  }

  float tile_center(const NoisePlan& plan, int tile) const {
    return float(std::size_t(tile) % plan.per_row) * plan.pitch + plan.tile / 2;
  }

  void place_captions(NoisePlan& plan) const {
    const float gap = kTextGap * em(plan);
    for (std::size_t i = 0; i < texts_.captions.size(); ++i) {
      if (texts_.captions[i].empty()) continue;
      NoiseRow& row = plan.rows[i / plan.per_row];
      const float half = texts_.captions[i].ink.width * plan.scale / 2;
      const float center = tile_center(plan, int(i));
      plan.fits = plan.fits && is_free(row, 0, {center - half, center + half});
      take(row, 0, {center - half - gap, center + half + gap});
    }
  }

  std::vector<Segment> segments(const NoisePlan& plan, const NoiseSpan& span) const {
    std::vector<Segment> result;
    const int per_row = int(plan.per_row), step = span.to >= span.from ? 1 : -1;
    std::size_t longest = 0;
    for (int row = span.from / per_row;; row += step) {
      const int first = row * per_row, last = std::min(first + per_row, int(diagram_.tiles.size())) - 1;
      Segment segment;
      segment.row = std::size_t(row);
      segment.open_start = span.from < first || span.from > last;
      segment.open_end = span.to < first || span.to > last;
      segment.from = segment.open_start ? (step > 0 ? first : last) : span.from;
      segment.to = segment.open_end ? (step > 0 ? last : first) : span.to;
      segment.with_text = false;
      result.push_back(segment);
      const auto length = [](const Segment& part) { return std::abs(part.to - part.from); };
      if (length(segment) > length(result[longest])) longest = result.size() - 1;
      if (!segment.open_end) break;
    }
    result[longest].with_text = true;
    return result;
  }

  void place_span(NoisePlan& plan, std::size_t index) const {
    for (const Segment& segment : segments(plan, diagram_.spans[index])) place_segment(plan, index, segment);
  }

  // Where a span's arrow starts or ends in a lane: at the middle of its tile, or beside the caption there; at the
  // row's side where it goes on in another row.
  float span_end(const NoisePlan& plan, std::size_t lane, int tile, float direction, bool open) const {
    if (open) return tile_center(plan, tile) - direction * (plan.tile - style_.arrow_width) / 2;
    const MeasuredText& caption = texts_.captions[std::size_t(tile)];
    const float inner = lane > 0          ? 0.35f * em(plan)
                        : caption.empty() ? 0
                                          : caption.ink.width * plan.scale / 2 + kTextGap * em(plan);
    return tile_center(plan, tile) + direction * inner;
  }

  void place_segment(NoisePlan& plan, std::size_t index, const Segment& segment) const {
    const NoiseSpan& span = diagram_.spans[index];
    NoiseRow& row = plan.rows[segment.row];
    const bool with_text = segment.with_text && !texts_.spans[index].empty();
    const float width = with_text ? texts_.spans[index].ink.width * plan.scale : 0;
    const float direction = span.to > span.from ? 1.0f : -1.0f;
    const float room = with_text ? width + 2 * kTextGap * em(plan) : 0;
    const float least = room + style_.arrow_head * 1.2f + (with_text ? 2 * style_.arrow_width + 12 : 0);
    for (std::size_t lane = 0; lane < row.lanes.size() + 2; ++lane) {
      const float start = span_end(plan, lane, segment.from, direction, segment.open_start);
      const float end = span_end(plan, lane, segment.to, -direction, segment.open_end);
      const float middle = (start + end) / 2;
      const Interval line{std::min(start, end), std::max(start, end)};
      const Interval words{middle - width / 2 - 1, middle + width / 2 + 1};
      PlacedSpan placed;
      placed.index = index;
      placed.row = segment.row;
      placed.with_text = segment.with_text;
      placed.text_center = {middle, lane_middle(plan, lane)};
      if (span.from == span.to) {
        if (!is_free(row, lane, words)) continue;
        take(row, lane, words);
      } else if ((end - start) * direction >= least) {
        if (!is_free(row, lane, line)) continue;
        take(row, lane, line);
        draw_through(placed, {start, end}, direction * room / 2);
      } else if (!segment.with_text) {
        return;  // not even room for a head where a span just touches a row
      } else {
        // Too short for its text: the text stands below the arrow.
        const bool free = is_free(row, lane, line) && is_free(row, lane + 1, words) && lane > 0;
        if (!free || (end - start) * direction < style_.arrow_head) continue;
        take(row, lane, line);
        take(row, lane + 1, words);
        placed.arrow = straight_curve({start, placed.text_center.y}, {end, placed.text_center.y});
        placed.text_center.y = lane_middle(plan, lane + 1);
      }
      plan.spans.push_back(placed);
      return;
    }
    plan.fits = false;
  }

  static void draw_through(PlacedSpan& placed, Interval line, float half_room) {
    const float y = placed.text_center.y;
    if (half_room == 0) {
      placed.arrow = straight_curve({line.from, y}, {line.to, y});
    } else {
      placed.lead = straight_curve({line.from, y}, {placed.text_center.x - half_room, y});
      placed.arrow = straight_curve({placed.text_center.x + half_room, y}, {line.to, y});
    }
  }

  const NoiseDiagram& diagram_;
  const MeasuredNoise& texts_;
  const DiagramStyle& style_;
  float lane_height_ = kLaneHeight;  // em
};

}  // namespace

bool Lane::free(Interval wanted) const {
  // Neighbours that only touch were computed in different ways and may differ in the last digits.
  constexpr float kSlack = 0.01f;
  return std::none_of(taken.begin(), taken.end(), [&](Interval other) {
    return wanted.from + kSlack < other.to && other.from + kSlack < wanted.to;
  });
}

Rect NoisePlan::tile_rect(std::size_t index) const {
  return {float(index % per_row) * pitch, rows[index / per_row].top, tile, tile};
}

Point NoisePlan::caption_center(std::size_t index, const DiagramStyle& style) const {
  const Rect rect = tile_rect(index);
  const float lane = scale * style.text_size * (kLaneTop + lane_height * 0.5f);
  return {rect.center().x, rect.bottom() + style.border_width / 2 + lane};
}

bool is_known(const NoiseDiagram& diagram, const NoiseSpan& span) {
  const int count = int(diagram.tiles.size());
  return span.from >= 0 && span.to >= 0 && span.from < count && span.to < count;
}

NoisePlan plan_noise(const NoiseDiagram& diagram, const MeasuredNoise& texts, const DiagramStyle& style) {
  return Planner(diagram, texts, style).run();
}

}  // namespace sixiang
