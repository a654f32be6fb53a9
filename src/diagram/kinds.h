// One function a kind of diagram, each in a file of its own; diagram.cpp chooses among them.
#pragma once

#include "diagram/diagram.h"

namespace sixiang {

DiagramLayout layout_flow(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts);
DiagramLayout layout_noise(const NoiseDiagram& diagram, const DiagramStyle& style, const FontSet& fonts);
DiagramLayout layout_chain(const ChainDiagram& diagram, const DiagramStyle& style, const FontSet& fonts);

}  // namespace sixiang
