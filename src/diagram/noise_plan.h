// Where the tiles, captions and arrows of a noise diagram stand: in one row, or in as many as let the figure be seen.
#pragma once

#include <optional>
#include <vector>

#include "diagram/arrow.h"
#include "diagram/measured_text.h"

namespace sixiang {

struct MeasuredNoise {
  std::vector<MeasuredText> captions, spans;
};

struct Interval {
  float from = 0, to = 0;
};

// A line under the tiles of a row; what stands in it keeps apart.
struct Lane {
  std::vector<Interval> taken;
  bool free(Interval wanted) const;
};

struct NoiseRow {
  float top = 0;  // of its tiles
  std::vector<Lane> lanes;
};

// One row's part of a span. y from the top of the row's tiles.
struct PlacedSpan {
  std::size_t index = 0, row = 0;
  std::optional<ArrowCurve> lead, arrow;  // before the text (without head) and after it; or only the arrow
  bool with_text = true;                  // a span over several rows has its text once
  Point text_center;
};

// Everything at one text scale. Coordinates from the first tile's top left corner.
struct NoisePlan {
  float scale = 1, tile = 0, pitch = 0;
  float lane_height = 0;  // em
  std::size_t per_row = 1;
  std::vector<NoiseRow> rows;
  std::vector<PlacedSpan> spans;
  bool fits = false;

  Rect tile_rect(std::size_t index) const;
  Point caption_center(std::size_t index, const DiagramStyle& style) const;
};

bool is_known(const NoiseDiagram& diagram, const NoiseSpan& span);

// The largest text that fits, in the fewest rows whose tiles show their figure.
NoisePlan plan_noise(const NoiseDiagram& diagram, const MeasuredNoise& texts, const DiagramStyle& style);

}  // namespace sixiang
