#include "diagram/diagram.h"

#include "diagram/kinds.h"

namespace sixiang {

DiagramLayout layout_diagram(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts) {
  return std::visit([&](const auto& kind) { return layout_kind(kind, style, fonts, DrawingUse::Drawn); }, diagram);
}

DiagramLayout measure_diagram(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts) {
  return std::visit([&](const auto& kind) { return layout_kind(kind, style, fonts, DrawingUse::Measured); }, diagram);
}

}  // namespace sixiang
