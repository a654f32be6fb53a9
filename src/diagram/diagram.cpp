#include "diagram/diagram.h"

#include "diagram/kinds.h"

namespace sixiang {

namespace {

struct LayoutDiagram {
  const DiagramStyle& style;
  const FontSet& fonts;

  DiagramLayout operator()(const FlowDiagram& diagram) const { return layout_flow(diagram, style, fonts); }
  DiagramLayout operator()(const NoiseDiagram& diagram) const { return layout_noise(diagram, style, fonts); }
  DiagramLayout operator()(const ChainDiagram& diagram) const { return layout_chain(diagram, style, fonts); }
};

}  // namespace

DiagramLayout layout_diagram(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts) {
  return std::visit(LayoutDiagram{style, fonts}, diagram);
}

}  // namespace sixiang
