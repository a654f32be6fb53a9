// A layout_kind() for each alternative of Diagram, in a file of its own.
#pragma once

#include "diagram/diagram.h"

namespace sixiang {

DiagramLayout layout_kind(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts);
DiagramLayout layout_kind(const NoiseDiagram& diagram, const DiagramStyle& style, const FontSet& fonts);
DiagramLayout layout_kind(const ChainDiagram& diagram, const DiagramStyle& style, const FontSet& fonts);

}  // namespace sixiang
