// Diagrams of the kind "noise": a row of tiles whose dots scatter, with arrows over runs of tiles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/color.h"
#include "model/field.h"

namespace sixiang {

struct NewItemContext;

struct NoiseTile {
  float level = 0;      // 0: the clean figure, 1: nothing but noise
  std::string caption;  // below the tile; may be empty
  UnknownFields unknown;
  bool operator==(const NoiseTile&) const = default;
};

constexpr Thing thing_of(std::type_identity<NoiseTile>) {
  return {"tile", "A tile of a noise diagram.", {"tile", "格子"}, {"Tiles", "格子"}};
}

void describe(auto& fields, Is<NoiseTile> auto& tile) {
  fields.number(Name{"level", "0: the clean figure; 1: nothing but noise.", "Noise level", "噪声程度"}, tile.level,
                NumberRange{0, 1}, Presence::Written);
  fields.text(Name{"caption", "Below the tile.", "Caption", "说明"}, tile.caption, Presence::Sparse);
  fields.unknown(tile.unknown);
}

// As noisy as the last one.
std::optional<NoiseTile> new_item(std::type_identity<NoiseTile>, const NewItemContext& context);

// An arrow that spans a run of tiles, with its name.
struct NoiseSpan {
  int from = 0, to = 0;  // tile indices
  std::string text;
  std::optional<Color> color;  // default: the section's accent
  UnknownFields unknown;
  bool operator==(const NoiseSpan&) const = default;
};

constexpr Thing thing_of(std::type_identity<NoiseSpan>) {
  return {"span", "An arrow of a noise diagram.", {"span", "跨度箭头"}, {"Spans", "跨度箭头"}, {"Step", "步骤"}};
}

void describe(auto& fields, Is<NoiseSpan> auto& span) {
  fields.tile_index(Name{"from", "A tile, counted from 0.", "From", "从"}, span.from, Presence::Required);
  fields.tile_index(Name{"to", "A tile; before from: the arrow points to the left.", "To", "到"}, span.to,
                    Presence::Required);
  fields.text(Name{"text", "On the arrow.", "Text", "文字"}, span.text, Presence::Sparse);
  fields.color(Name{"color", "Default: the section's accent.", "Colour", "颜色"}, span.color, Fallback::Accent);
  fields.unknown(span.unknown);
}

// Over all tiles; nullopt without any.
std::optional<NoiseSpan> new_item(std::type_identity<NoiseSpan>, const NewItemContext& context);

// The same seed gives the same dots everywhere.
struct NoiseDiagram {
  std::uint32_t seed = 1;
  int dots = 28;  // a tile
  std::vector<NoiseTile> tiles;
  std::vector<NoiseSpan> spans;
  UnknownFields unknown;
  bool operator==(const NoiseDiagram&) const = default;
};

inline constexpr std::size_t kMaxTiles = 64;
inline constexpr NumberRange kTileIndex{0, double(kMaxTiles - 1)};

constexpr Thing thing_of(std::type_identity<NoiseDiagram>) {
  return {"noise", "A row of tiles whose dots scatter.", {"noise", "噪声图"}, {"Noise", "噪声图"}};
}

void describe(auto& fields, Is<NoiseDiagram> auto& diagram) {
  fields.integer(Name{"seed", "The same seed gives the same dots everywhere.", "Seed", "随机种子"}, diagram.seed,
                 NumberRange{0, 4'294'967'295.0}, Presence::Written);
  fields.integer(Name{"dots", "In a tile.", "Dots a tile", "每格点数"}, diagram.dots, NumberRange{1, 400},
                 Presence::Written);
  fields.list(Name{"tiles", "From left to right."}, diagram.tiles, kMaxTiles, Presence::Written);
  fields.list(Name{"spans", "Arrows over runs of tiles."}, diagram.spans, 64, Presence::Sparse);
  fields.unknown(diagram.unknown);
}

NoiseDiagram example_of(std::type_identity<NoiseDiagram>);

}  // namespace sixiang
