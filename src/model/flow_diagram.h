// Diagrams of the kind "flow": shapes joined by arrows, on a grid as written, or arranged by rule.
#pragma once

#include <optional>
#include <string>

#include "base/color.h"
#include "model/field.h"

namespace sixiang {

struct NewItemContext;

enum class NodeShape : std::uint8_t {
  Box,
  Circle,
  Narrowing,
  Widening,
  Plain,
  Diamond,
  Pill
};  // Narrowing/Widening: trapezoids, left to right; Plain: text without outline; Diamond: a question

constexpr Word word_of(NodeShape shape) {
  switch (shape) {
    case NodeShape::Box:
      return {"box", "Box", "方框"};
    case NodeShape::Circle:
      return {"circle", "Circle", "圆形"};
    case NodeShape::Narrowing:
      return {"narrowing", "Narrowing", "收窄梯形"};
    case NodeShape::Widening:
      return {"widening", "Widening", "展宽梯形"};
    case NodeShape::Plain:
      return {"plain", "Plain text", "纯文本"};
    case NodeShape::Diamond:
      return {"diamond", "Diamond", "菱形"};
    case NodeShape::Pill:
      return {"pill", "Pill", "胶囊形"};
  }
  return {};
}

struct FlowNode {
  std::string id;    // unique within the diagram
  std::string text;  // what follows the first line break is its detail, smaller
  std::string icon;  // name, above the text; may be empty
  NodeShape shape = NodeShape::Box;
  // Place in a grid, fractions allowed (0.5 lies between two columns); of FlowArrangement::Free only.
  float column = 0, row = 0;
  std::optional<Color> fill;  // default: the palette's card colour
  UnknownFields unknown;
  bool operator==(const FlowNode&) const = default;
};

inline constexpr NumberRange kGridPlace{-100, 100};

constexpr Thing thing_of(std::type_identity<FlowNode>) {
  return {"node", "A shape of a flow diagram.", {"node", "节点"}, {"Nodes", "节点"}, {"Node", "节点"}};
}

void describe(auto& fields, Is<FlowNode> auto& node) {
  fields.id(Name{"id", "Unique within the diagram."}, node.id, Presence::Required);
  fields.text(Name{"text", "In the shape; what follows a line break is smaller.", "Text", "文字"}, node.text,
              Presence::Written);
  fields.icon(Name{"icon", "Above the text.", "Icon", "图标"}, node.icon);
  fields.choice(Name{"shape",
                     "narrowing and widening: trapezoids seen from left to right; plain: no outline; diamond: a "
                     "question.",
                     "Shape", "形状"},
                node.shape, NodeShape::Box);
  fields.number(Name{"column",
                     "Place in the grid, from left to right; 0.5 lies between two columns. Not where the diagram is "
                     "arranged by rule.",
                     "Column", "列"},
                node.column, kGridPlace, Presence::Written);
  fields.number(Name{"row", "From top to bottom.", "Row", "行"}, node.row, kGridPlace, Presence::Written);
  fields.color(Name{"fill", "Default: the palette's card.", "Fill", "填充"}, node.fill, Fallback::Card);
  fields.unknown(node.unknown);
}

// Right of everything else, beside the last one, under an id that is free.
std::optional<FlowNode> new_item(std::type_identity<FlowNode>, const NewItemContext& context);

enum class LineStyle : std::uint8_t { Solid, Dashed };

constexpr Word word_of(LineStyle style) {
  switch (style) {
    case LineStyle::Solid:
      return {"solid", "Solid", "实线"};
    case LineStyle::Dashed:
      return {"dashed", "Dashed", "虚线"};
  }
  return {};
}

struct FlowArrow {
  std::string from, to;  // node ids
  std::string text;      // on the arrow: its name and, after a line break, a detail; may be empty
  LineStyle style = LineStyle::Solid;
  float bend = 0;              // sideways bulge as a fraction of the length; > 0 to the left of the direction
  std::optional<Color> color;  // default: the section's accent
  UnknownFields unknown;
  bool operator==(const FlowArrow&) const = default;
};

constexpr Thing thing_of(std::type_identity<FlowArrow>) {
  return {"arrow", "An arrow of a flow diagram.", {"arrow", "箭头"}, {"Arrows", "箭头"}};
}

void describe(auto& fields, Is<FlowArrow> auto& arrow) {
  fields.node_id(Name{"from", "Id of a node.", "From", "从"}, arrow.from, Presence::Required);
  fields.node_id(Name{"to", "Id of a node.", "To", "到"}, arrow.to, Presence::Required);
  fields.text(Name{"text", "On the arrow: its name; what follows a line break is smaller.", "Text", "文字"}, arrow.text,
              Presence::Sparse);
  fields.choice(Name{"style", "The line.", "Line", "线型"}, arrow.style, LineStyle::Solid);
  fields.number(
      Name{"bend", "Sideways bulge as a fraction of the length; above 0 to the left of the direction.", "Bend", "弯曲"},
      arrow.bend, NumberRange{-1, 1}, Presence::Sparse);
  fields.color(Name{"color", "Default: the section's accent.", "Colour", "颜色"}, arrow.color, Fallback::Accent);
  fields.unknown(arrow.unknown);
}

// From the last node but one to the last; nullopt without nodes.
std::optional<FlowArrow> new_item(std::type_identity<FlowArrow>, const NewItemContext& context);

enum class FlowArrangement : std::uint8_t {
  Free,  // as the nodes' columns and rows say
  Grid,  // in reading order, in as many rows as the room asks for
  Ring,  // round an ellipse, from the top on
  Tree,  // in levels: every node below those that point at it
};

constexpr Word word_of(FlowArrangement arrangement) {
  switch (arrangement) {
    case FlowArrangement::Free:
      return {"free", "By columns and rows", "按行列"};
    case FlowArrangement::Grid:
      return {"grid", "In reading order", "依次排列"};
    case FlowArrangement::Ring:
      return {"ring", "Ring", "环形"};
    case FlowArrangement::Tree:
      return {"tree", "Tree", "树形"};
  }
  return {};
}

struct FlowDiagram {
  FlowArrangement arrange = FlowArrangement::Free;
  std::vector<FlowNode> nodes;
  std::vector<FlowArrow> arrows;
  UnknownFields unknown;
  bool operator==(const FlowDiagram&) const = default;
};

constexpr Thing thing_of(std::type_identity<FlowDiagram>) {
  return {"flow", "Shapes joined by arrows.", {"flow", "流程图"}, {"Flow", "流程图"}};
}

void describe(auto& fields, Is<FlowDiagram> auto& diagram) {
  fields.choice(Name{"arrange",
                     "free: by the nodes' columns and rows; grid: in reading order; ring: round an ellipse; tree: in "
                     "levels.",
                     "Arrangement", "排列"},
                diagram.arrange, FlowArrangement::Free);
  fields.list(Name{"nodes", "The shapes."}, diagram.nodes, 64, Presence::Written);
  fields.list(Name{"arrows", "Between them."}, diagram.arrows, 128, Presence::Written);
  fields.unknown(diagram.unknown);
}

FlowDiagram example_of(std::type_identity<FlowDiagram>);

}  // namespace sixiang
