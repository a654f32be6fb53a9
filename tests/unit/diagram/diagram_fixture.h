// What the tests of diagrams share: a style as the default poster gives it, short ways to write documents, and what
// must hold of every diagram.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "diagram/diagram.h"
#include "support/golden.h"
#include "support/processor_time.h"

namespace sixiang::testing {

inline DiagramStyle diagram_style(Size room = {430, 150}) {
  DiagramStyle style;
  style.max_size = room;
  style.min_text_size = 14;
  style.ink = {0x2B, 0x2A, 0x2E, 255};
  style.accent = {0x22, 0x71, 0x9F, 255};
  style.card = {0xFF, 0xFD, 0xF8, 255};
  style.key_formula = {0xE8, 0x65, 0x5A, 255};
  return style;
}

inline FlowNode node(std::string id, float column, float row, NodeShape shape = NodeShape::Box) {
  FlowNode result;
  result.id = id;
  result.text = std::move(id);
  result.shape = shape;
  result.column = column;
  result.row = row;
  return result;
}

inline FlowArrow arrow(std::string from, std::string to, std::string text = "", float bend = 0) {
  FlowArrow result;
  result.from = std::move(from);
  result.to = std::move(to);
  result.text = std::move(text);
  result.bend = bend;
  return result;
}

// Nodes "n0", "n1", … in a row, each joined to the next.
inline FlowDiagram row_of(const std::vector<std::string>& texts) {
  FlowDiagram diagram;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    diagram.nodes.push_back(node("n" + std::to_string(i), float(i), 0));
    diagram.nodes.back().text = texts[i];
    if (i > 0) diagram.arrows.push_back(arrow("n" + std::to_string(i - 1), "n" + std::to_string(i)));
  }
  return diagram;
}

inline bool has_diagnostic(const DiagramLayout& layout, std::string_view code) {
  return std::any_of(layout.diagnostics.begin(), layout.diagnostics.end(),
                     [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

inline std::vector<DiagramPart> parts_of(const DiagramLayout& layout, std::string_view prefix) {
  std::vector<DiagramPart> parts;
  for (const DiagramPart& part : layout.parts) {
    if (part.id.compare(0, prefix.size(), prefix) == 0) parts.push_back(part);
  }
  return parts;
}

// Ink and box agree, both are inside of the room, parts are inside of the box.
inline void check_extent(const DiagramLayout& layout, const DiagramStyle& style) {
  const Rect ink = ink_bounds(layout.box.items, all_fonts());
  const Rect box{0, -layout.box.ascent, layout.box.width, layout.box.height()};
  CHECK(layout.box.ascent == 0);
  CHECK(box.width <= style.max_size.width);
  CHECK(box.height <= style.max_size.height);
  if (layout.box.items.empty()) return;
  CHECK(contains(inset(box, -0.05f), ink));
  CHECK(contains(inset(ink, -0.05f), box));
  for (const DiagramPart& part : layout.parts) {
    CAPTURE(part.id);
    CHECK(contains(inset(box, -0.5f), part.rect));
  }
}

// Laid out and checked; measured it has the same size, parts and diagnostics but for rounding.
inline DiagramLayout checked_layout(const Diagram& diagram, const DiagramStyle& style) {
  DiagramLayout layout = layout_diagram(diagram, style, all_fonts());
  check_extent(layout, style);
  const DiagramLayout measured = measure_diagram(diagram, style, all_fonts());
  CHECK(measured.box.items.empty());
  CHECK(measured.box.width == doctest::Approx(layout.box.width).epsilon(1e-5));
  CHECK(measured.box.height() == doctest::Approx(layout.box.height()).epsilon(1e-5));
  CHECK(measured.diagnostics == layout.diagnostics);
  REQUIRE(measured.parts.size() == layout.parts.size());
  for (std::size_t i = 0; i < layout.parts.size(); ++i) {
    CHECK(contains(inset(layout.parts[i].rect, -0.001f), measured.parts[i].rect));
    CHECK(contains(inset(measured.parts[i].rect, -0.001f), layout.parts[i].rect));
    CHECK(measured.parts[i].font_size == doctest::Approx(layout.parts[i].font_size).epsilon(1e-5));
  }
  return layout;
}

// Of processor time, for laying it out: a diagram at the limits takes 60 ms at most; sanitizers take ten times as long.
inline void check_cost(const Diagram& diagram, const DiagramStyle& style) {
  layout_diagram(diagram, style, all_fonts());
  const double start = testing::processor_seconds();
  layout_diagram(diagram, style, all_fonts());
  CHECK(testing::processor_seconds() - start < 0.6);
}

// No two of the parts touch.
inline void check_apart(const std::vector<DiagramPart>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t k = i + 1; k < parts.size(); ++k) {
      CAPTURE(parts[i].id);
      CAPTURE(parts[k].id);
      CHECK_FALSE(intersects(parts[i].rect, parts[k].rect));
    }
  }
}

}  // namespace sixiang::testing
