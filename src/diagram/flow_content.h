// What a flow diagram holds before it has a place: measured texts, arrows resolved to nodes, nodes that stand apart.
#pragma once

#include <optional>
#include <vector>

#include "diagram/measured_text.h"

namespace sixiang {

// Lines, at most. NameAlone: what else a round node of a ring says stands beside it.
enum class NodeWrapping { OneLine, TwoLines, ThreeLines, NameAlone };

struct ContentNode {
  const FlowNode* node = nullptr;
  float column = 0, row = 0;  // differs from the document's where two nodes stood at one place
  MeasuredText text;
  std::optional<MeasuredText> wrapped, on_three_lines;
  std::optional<NameApart> apart;

  const MeasuredText& text_for(NodeWrapping wrapping) const {
    if (wrapping == NodeWrapping::NameAlone) return apart ? apart->name : text;
    if (wrapping == NodeWrapping::ThreeLines && on_three_lines) return *on_three_lines;
    return wrapping != NodeWrapping::OneLine && wrapped ? *wrapped : text;
  }
};

struct ContentArrow {
  const FlowArrow* arrow = nullptr;
  std::size_t index = 0;  // in the document
  std::size_t from = 0, to = 0;
  float bend = 0;         // differs from the document's where a row was folded
  bool free_way = false;  // of a folded row: whatever way is least in the way, not the document's bend
  MeasuredText text;
  bool paired = false;  // another one runs the other way
};

struct MeasuredFlow {
  std::vector<ContentNode> nodes;
  std::vector<ContentArrow> arrows;
  bool can_wrap = false;
};

// Of what nodes and arrows say besides their names, of the names' size: as a rule, and where it could not be read so.
inline constexpr float kFlowDetail = 0.7f, kLargeFlowDetail = 0.88f;

// Reports "overlap" for nodes that had to be moved apart and "unknown-node" for arrows from or to nowhere (left out).
// `detail` is for what is no ring and no tree.
MeasuredFlow measure_flow(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, Drawing& drawing,
                          float detail = kFlowDetail);

// Boxes of two parts in one row have them at one height.
void share_parts_of_rows(MeasuredFlow& content);

// Of the pill beside a node that holds what it says besides its name.
Color note_color(const ContentNode& node, const DiagramStyle& style);

// Parts of a flow diagram.
BlockId node_block(const FlowNode& node);
BlockId arrow_block(std::size_t index);

struct FlowPlace {
  float column = 0, row = 0;
};
std::vector<FlowPlace> places_of(const MeasuredFlow& content);
// Where nodes of a single row or column stand when it is cut into so many rows, every other one from right to left.
// Nothing unless all neighbours are joined.
std::vector<FlowPlace> folded_places(const MeasuredFlow& content, std::size_t rows);

// In reading order, so many in a row.
std::vector<FlowPlace> rows_of(const MeasuredFlow& content, std::size_t in_row);

enum class FlowWays {
  AsWritten,
  Folded,  // arrows between neighbours that lie above each other are straight, those between others free
};
void move_nodes(MeasuredFlow& content, const std::vector<FlowPlace>& places, FlowWays ways);

// Of a node's outline (its centre line) at scale 1. Circles of about the same need are equal, and so are boxes of one
// column, and trapezoids; boxes of one row are as high.
struct NodeSize {
  float width = 0, height = 0;
  float short_edge = 0;  // of trapezoids
};
inline constexpr float kDiamondWidth = 1.75f;  // of its height
std::vector<NodeSize> node_sizes(const MeasuredFlow& content, NodeWrapping wrapping, const DiagramStyle& style,
                                 float diamond_width = kDiamondWidth);

// Texts on two or three lines take fewer where those fit into what the node is as large as anyhow.
void take_fewer_lines(MeasuredFlow& content, const DiagramStyle& style, float diamond_width);

}  // namespace sixiang
