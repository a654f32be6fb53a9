#include "model/defaults.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "model/limits.h"
#include "model/words.h"

namespace sixiang {

namespace {

constexpr Color kCoral{0xE8, 0x65, 0x5A, 255};

// Quiet pairs of body and header with an accent dark enough for arrows, for sections beyond those of the default
// poster.
constexpr std::array<std::array<Color, 3>, 6> kSectionColors = {{
    {{{0xA8, 0xD8, 0xEA, 255}, {0x6D, 0xB5, 0xD9, 255}, {0x22, 0x71, 0x9F, 255}}},
    {{{0xD5, 0xC6, 0xE0, 255}, {0xAE, 0x93, 0xCB, 255}, {0x71, 0x50, 0x9C, 255}}},
    {{{0xFF, 0xD5, 0xC2, 255}, {0xF7, 0xA8, 0x8B, 255}, {0xBF, 0x57, 0x30, 255}}},
    {{{0xB5, 0xE5, 0xCF, 255}, {0x79, 0xC9, 0xA3, 255}, {0x25, 0x7A, 0x55, 255}}},
    {{{0xFB, 0xE7, 0xB2, 255}, {0xF0, 0xC8, 0x62, 255}, {0x9A, 0x6B, 0x10, 255}}},
    {{{0xF6, 0xC9, 0xD6, 255}, {0xEA, 0x95, 0xAE, 255}, {0xAB, 0x3F, 0x63, 255}}},
}};

template <class Taken>
std::string free_id(const std::string& stem, const Taken& is_taken) {
  for (int number = 1;; ++number) {
    std::string id = stem + std::to_string(number);
    if (!is_taken(id)) return id;
  }
}

template <class Kind>
const Kind* around(const NewItemContext& context) {
  return context.diagram ? std::get_if<Kind>(context.diagram) : nullptr;
}

}  // namespace

std::string free_section_id(const Poster& poster) {
  return free_id("section-", [&](const std::string& id) {
    return std::any_of(poster.sections.begin(), poster.sections.end(),
                       [&](const Section& section) { return section.id == id; });
  });
}

std::string free_node_id(const FlowDiagram& diagram) {
  return free_id("node-", [&](const std::string& id) {
    return std::any_of(diagram.nodes.begin(), diagram.nodes.end(), [&](const FlowNode& node) { return node.id == id; });
  });
}

std::optional<CenterLine> new_item(std::type_identity<CenterLine>, const NewItemContext& context) {
  CenterLine line;
  line.text = context.text;
  return line;
}

std::optional<Section> new_item(std::type_identity<Section>, const NewItemContext& context) {
  Section section;
  section.id = free_section_id(context.poster);
  section.title = context.text;
  const std::array<Color, 3>& colors = kSectionColors[context.poster.sections.size() % kSectionColors.size()];
  section.colors.fill = colors[0];
  section.colors.header = colors[1];
  section.colors.accent = colors[2];
  return section;
}

std::optional<Label> new_item(std::type_identity<Label>, const NewItemContext& context) {
  Label label;
  label.text = context.text;
  return label;
}

std::optional<FlowNode> new_item(std::type_identity<FlowNode>, const NewItemContext& context) {
  const FlowDiagram* flow = around<FlowDiagram>(context);
  if (!flow) return std::nullopt;
  FlowNode node;
  node.id = free_node_id(*flow);
  node.text = context.text;
  // Right of everything else, beside the last one.
  for (const FlowNode& other : flow->nodes) node.column = std::max(node.column, std::floor(other.column) + 1);
  node.column = std::min(node.column, float(kGridPlace.most));
  node.row = flow->nodes.empty() ? 0 : flow->nodes.back().row;
  return node;
}

std::optional<FlowArrow> new_item(std::type_identity<FlowArrow>, const NewItemContext& context) {
  const FlowDiagram* flow = around<FlowDiagram>(context);
  if (!flow || flow->nodes.empty()) return std::nullopt;
  FlowArrow arrow;
  const std::size_t count = flow->nodes.size();
  arrow.from = flow->nodes[count > 1 ? count - 2 : 0].id;
  arrow.to = flow->nodes[count - 1].id;
  arrow.text = context.text;
  return arrow;
}

std::optional<NoiseTile> new_item(std::type_identity<NoiseTile>, const NewItemContext& context) {
  const NoiseDiagram* noise = around<NoiseDiagram>(context);
  if (!noise) return std::nullopt;
  NoiseTile tile;
  tile.level = noise->tiles.empty() ? 0 : noise->tiles.back().level;
  tile.caption = context.text;
  return tile;
}

std::optional<NoiseSpan> new_item(std::type_identity<NoiseSpan>, const NewItemContext& context) {
  const NoiseDiagram* noise = around<NoiseDiagram>(context);
  if (!noise || noise->tiles.empty()) return std::nullopt;
  NoiseSpan span;
  span.to = int(noise->tiles.size()) - 1;
  span.text = context.text;
  return span;
}

std::optional<ChainToken> new_item(std::type_identity<ChainToken>, const NewItemContext& context) {
  ChainToken token;
  token.text = context.text;
  return token;
}

std::optional<Decoration> new_item(std::type_identity<Decoration>, const NewItemContext&) { return Decoration{}; }

Badge new_part(std::type_identity<Badge>, const NewItemContext& context) {
  Badge badge;
  badge.text = context.text;
  badge.color = kCoral;
  return badge;
}

Center new_part(std::type_identity<Center>, const NewItemContext& context) {
  Center center;
  center.lines.emplace_back();
  center.lines.back().text = context.text;
  center.lines.back().role = CenterRole::Formula;
  return center;
}

Emphasis new_part(std::type_identity<Emphasis>, const NewItemContext& context) {
  Emphasis emphasis;
  emphasis.length =
      int(std::min<std::size_t>(utf8_length(context.poster.title.text), std::size_t(kCharacterIndex.most)));
  emphasis.color = kCoral;
  return emphasis;
}

FlowDiagram new_diagram(std::type_identity<FlowDiagram>) {
  FlowDiagram flow;
  flow.nodes.resize(2);
  flow.nodes[0].id = "node-1";
  flow.nodes[0].text = "$x$";
  flow.nodes[0].shape = NodeShape::Circle;
  flow.nodes[1].id = "node-2";
  flow.nodes[1].text = "$f(x)$";
  flow.nodes[1].column = 1;
  flow.arrows.resize(1);
  flow.arrows[0].from = "node-1";
  flow.arrows[0].to = "node-2";
  return flow;
}

NoiseDiagram new_diagram(std::type_identity<NoiseDiagram>) {
  NoiseDiagram noise;
  noise.tiles.resize(4);
  for (std::size_t i = 0; i < 4; ++i) noise.tiles[i].level = std::array{0.0f, 0.35f, 0.7f, 1.0f}[i];
  noise.tiles[0].caption = "$x₀$";
  noise.tiles[3].caption = "$x_T$";
  return noise;
}

ChainDiagram new_diagram(std::type_identity<ChainDiagram>) {
  ChainDiagram chain;
  for (const char* text : {"$x₁$", "$x₂$", "$x₃$"}) {
    chain.tokens.emplace_back();
    chain.tokens.back().text = text;
  }
  return chain;
}

std::optional<Diagram> new_diagram(std::string_view kind) {
  return diagram_of_kind(kind, [](auto type) { return new_diagram(type); });
}

}  // namespace sixiang
