#include "model/noise_diagram.h"

#include <array>

#include "model/defaults.h"

namespace sixiang {

std::optional<NoiseTile> new_item(std::type_identity<NoiseTile>, const NewItemContext& context) {
  const NoiseDiagram* noise = context.around<NoiseDiagram>();
  if (!noise) return std::nullopt;
  NoiseTile tile;
  tile.level = noise->tiles.empty() ? 0 : noise->tiles.back().level;
  tile.caption = context.text;
  return tile;
}

std::optional<NoiseSpan> new_item(std::type_identity<NoiseSpan>, const NewItemContext& context) {
  const NoiseDiagram* noise = context.around<NoiseDiagram>();
  if (!noise || noise->tiles.empty()) return std::nullopt;
  NoiseSpan span;
  span.to = int(noise->tiles.size()) - 1;
  span.text = context.text;
  return span;
}

NoiseDiagram example_of(std::type_identity<NoiseDiagram>) {
  NoiseDiagram noise;
  noise.tiles.resize(4);
  for (std::size_t i = 0; i < 4; ++i) noise.tiles[i].level = std::array{0.0f, 0.35f, 0.7f, 1.0f}[i];
  noise.tiles[0].caption = "$x₀$";
  noise.tiles[3].caption = "$x_T$";
  return noise;
}

}  // namespace sixiang
