#include <algorithm>

#include "brief/compose.h"
#include "brief/formulas.h"

namespace sixiang::brief {

namespace {

std::string node_text(View text) {
  const bool is_math = is_symbol(text) || is_formula(text);
  return is_math ? "$" + to_utf8(plain(trimmed(text, U"$"))) + "$" : document_text(text);
}

NodeShape shape_of(View text) {
  const Text low = folded(text);
  if (is_symbol(text) || text.size() <= 1) return NodeShape::Circle;
  if (contains(low, U"encoder") || contains(low, U"编码器")) return NodeShape::Narrowing;
  if (contains(low, U"decoder") || contains(low, U"解码器")) return NodeShape::Widening;
  return NodeShape::Box;
}

bool is_dots(View text) { return text == U"…" || text == U"..." || text == U"⋯" || text == U"……"; }

bool is_chain(const ArrowGraph& graph) {
  if (graph.arrows.size() + 1 != graph.terms.size()) return false;
  for (std::size_t i = 0; i < graph.arrows.size(); ++i) {
    if (graph.arrows[i].from != i || graph.arrows[i].to != i + 1 || !graph.arrows[i].text.empty()) return false;
  }
  const bool has_dots =
      std::any_of(graph.terms.begin(), graph.terms.end(), [](const Text& term) { return is_dots(term); });
  return has_dots && std::all_of(graph.terms.begin(), graph.terms.end(),
                                 [](const Text& term) { return is_dots(term) || is_symbol(term); });
}

ChainDiagram chain_of(const ArrowGraph& graph) {
  ChainDiagram chain;
  for (const Text& term : graph.terms) {
    if (chain.tokens.size() >= 64) break;
    chain.tokens.emplace_back();
    chain.tokens.back().text = is_dots(term) ? "$…$" : node_text(term);
  }
  return chain;
}

// How far each term is from where the arrows begin; arrows back do not count.
std::vector<int> depths_of(const ArrowGraph& graph) {
  std::vector<int> depths(graph.terms.size(), -1);
  std::vector<bool> has_source(graph.terms.size(), false);
  for (const Arrow& arrow : graph.arrows) {
    if (arrow.from < arrow.to) has_source[arrow.to] = true;
  }
  for (std::size_t i = 0; i < depths.size(); ++i) {
    if (!has_source[i]) depths[i] = 0;
  }
  // Terms are numbered in the order of their mention: one pass over the arrows by their first ends is enough but for
  // graphs that were joined.
  for (int pass = 0; pass < 4; ++pass) {
    for (const Arrow& arrow : graph.arrows) {
      if (arrow.from < arrow.to && depths[arrow.from] >= 0)
        depths[arrow.to] = std::max(depths[arrow.to], depths[arrow.from] + 1);
    }
  }
  for (int& depth : depths) depth = std::clamp(depth, 0, 60);
  return depths;
}

FlowDiagram flow_of(const ArrowGraph& graph) {
  FlowDiagram flow;
  const std::vector<int> depths = depths_of(graph);
  std::vector<int> counts(64, 0), placed(64, 0);
  for (const int depth : depths) ++counts[std::size_t(depth)];
  const std::size_t count = std::min<std::size_t>(graph.terms.size(), 64);
  for (std::size_t i = 0; i < count; ++i) {
    FlowNode node;
    node.id = "n" + std::to_string(i + 1);
    node.text = node_text(graph.terms[i]);
    node.shape = shape_of(graph.terms[i]);
    const auto depth = std::size_t(depths[i]);
    node.column = float(depths[i]);
    node.row = float(placed[depth]++) - float(counts[depth] - 1) / 2;
    flow.nodes.push_back(std::move(node));
  }
  for (const Arrow& arrow : graph.arrows) {
    if (arrow.from >= count || arrow.to >= count || flow.arrows.size() >= 128) continue;
    FlowArrow drawn;
    drawn.from = flow.nodes[arrow.from].id;
    drawn.to = flow.nodes[arrow.to].id;
    drawn.text = document_text(arrow.text);
    const bool is_back = arrow.to < arrow.from;
    const bool is_two_way = std::any_of(graph.arrows.begin(), graph.arrows.end(), [&](const Arrow& other) {
      return other.from == arrow.to && other.to == arrow.from;
    });
    if (is_two_way) drawn.bend = 0.25f;
    if (is_back && !is_two_way) drawn.bend = 0.3f;
    flow.arrows.push_back(std::move(drawn));
  }
  return flow;
}

// «x₀→(add noise)→x_T and x_T→(denoise)→x₀»: tiles there, and back.
NoiseDiagram noise_of(const Draft& draft, const ArrowGraph& graph) {
  NoiseDiagram noise;
  const bool returns =
      std::any_of(graph.arrows.begin(), graph.arrows.end(), [](const Arrow& arrow) { return arrow.to < arrow.from; });
  const int tiles = returns ? 5 : 4, noisiest = returns ? 2 : 3;
  for (int i = 0; i < tiles; ++i) {
    noise.tiles.emplace_back();
    noise.tiles.back().level = i <= noisiest ? float(i) / float(noisiest) : float(tiles - 1 - i) / float(noisiest);
  }
  noise.tiles[0].caption = node_text(graph.terms[0]);
  noise.tiles[std::size_t(noisiest)].caption = node_text(graph.terms[1]);
  if (returns) noise.tiles[4].caption = node_text(graph.terms[0]);
  const auto words = [&draft](View text) {
    const Text low = folded(text);
    const bool takes_away = contains(low, U"denoise") || contains(low, U"remove");
    if (has_han(text) || !draft.is_chinese) return document_text(text);
    return std::string(takes_away ? "去噪" : "加噪");
  };
  for (const Arrow& arrow : graph.arrows) {
    NoiseSpan span;
    const bool is_back = arrow.to < arrow.from;
    span.from = is_back ? noisiest : 0;
    span.to = is_back ? tiles - 1 : noisiest;
    span.text = words(arrow.text);
    if (noise.spans.size() < 2) noise.spans.push_back(std::move(span));
  }
  return noise;
}

}  // namespace

std::optional<Diagram> compose_diagram(const Draft& draft, const DraftDiagram& diagram) {
  if (const TableDiagram* table = std::get_if<TableDiagram>(&diagram.content)) return *table;
  if (const BarsDiagram* bars = std::get_if<BarsDiagram>(&diagram.content)) return *bars;
  const ArrowGraph& graph = std::get<ArrowGraph>(diagram.content);
  if (graph.terms.size() < 2) return std::nullopt;
  if (diagram.is_noise && graph.terms.size() == 2) return noise_of(draft, graph);
  if (is_chain(graph)) return chain_of(graph);
  return flow_of(graph);
}

}  // namespace sixiang::brief
