#include "editor/repair.h"

#include <algorithm>
#include <string>
#include <variant>

#include "model/sections.h"

namespace sixiang {

namespace {

// Arrows of a node that is gone go with it.
void repair(FlowDiagram& flow) {
  const auto is_there = [&](const std::string& id) {
    return std::any_of(flow.nodes.begin(), flow.nodes.end(), [&](const FlowNode& node) { return node.id == id; });
  };
  flow.arrows.erase(
      std::remove_if(flow.arrows.begin(), flow.arrows.end(),
                     [&](const FlowArrow& arrow) { return !is_there(arrow.from) || !is_there(arrow.to); }),
      flow.arrows.end());
}

// Spans keep to their tiles when one before them goes, and shrink when it was their end.
void repair(NoiseDiagram& noise, int removed) {
  const int last = int(noise.tiles.size()) - 1;
  for (NoiseSpan& span : noise.spans) {
    const int low = std::min(span.from, span.to), high = std::max(span.from, span.to);
    const int new_low = std::min(low > removed ? low - 1 : low, last);
    const int new_high = std::min(high >= removed ? high - 1 : high, last);
    span.from = span.from == low ? new_low : new_high;
    span.to = span.to == high ? new_high : new_low;
  }
  noise.spans.erase(std::remove_if(noise.spans.begin(), noise.spans.end(),
                                   [](const NoiseSpan& span) { return span.from < 0 || span.to < 0; }),
                    noise.spans.end());
}

}  // namespace

void repair(Diagram& after, const Diagram& before, std::size_t removed) {
  if (FlowDiagram* flow = std::get_if<FlowDiagram>(&after)) repair(*flow);
  NoiseDiagram* noise = std::get_if<NoiseDiagram>(&after);
  if (noise && noise->tiles.size() != std::get<NoiseDiagram>(before).tiles.size()) repair(*noise, int(removed));
}

void make_room(Diagram& after, const Diagram& before, const NewItems& added) {
  NoiseDiagram* noise = std::get_if<NoiseDiagram>(&after);
  if (!noise || noise->tiles.size() == std::get<NoiseDiagram>(before).tiles.size()) return;
  const auto moved = [&](int tile) { return tile < int(added.index) ? tile : tile + int(added.count); };
  for (NoiseSpan& span : noise->spans) {
    span.from = moved(span.from);
    span.to = moved(span.to);
  }
}

void repair_links(Poster& after) {
  const auto is_loose = [&](const Link& link) {
    return !find_section(after, link.from) || !find_section(after, link.to);
  };
  after.links.erase(std::remove_if(after.links.begin(), after.links.end(), is_loose), after.links.end());
}

}  // namespace sixiang
