// A layout_kind() for each alternative of Diagram, in a file of its own.
#pragma once

#include "diagram/drawing.h"

namespace sixiang {

DiagramLayout layout_kind(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use);
DiagramLayout layout_kind(const NoiseDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use);
DiagramLayout layout_kind(const ChainDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use);
DiagramLayout layout_kind(const BarsDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use);
DiagramLayout layout_kind(const TableDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use);

}  // namespace sixiang
