// The default poster's four diagrams: readable, complete, and as they were when somebody looked at them last.
#include <cmath>
#include <cstdio>

#include "diagram/flow_scene.h"
#include "diagram_fixture.h"
#include "model/poster_json.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

struct DefaultDiagram {
  std::string id;
  Diagram diagram;
  DiagramStyle style;
};

std::vector<DefaultDiagram> default_diagrams() {
  const Result<Poster> poster = parse_poster(read_text(source_path("assets/posters/generative-models.json")));
  REQUIRE(poster.ok());
  std::vector<DefaultDiagram> diagrams;
  for (const Section& section : poster.value().sections) {
    REQUIRE(section.content.at(0).diagram);
    DiagramStyle style = diagram_style({458, 138});
    style.accent = section.colors.accent.value();
    diagrams.push_back({section.id, *section.content.at(0).diagram, style});
  }
  return diagrams;
}

std::string numbers(const Rect& rect) {
  char text[96];
  std::snprintf(text, sizeof text, "%.1f %.1f %.1f %.1f", double(rect.x), double(rect.y), double(rect.width),
                double(rect.height));
  return text;
}

// A line an item: what it covers rather than its every point, which other layers' tests hold.
void describe(std::string& text, const DisplayList& items, int depth) {
  for (const Item& item : items) {
    text.append(std::size_t(depth) * 2, ' ');
    if (const FillPath* fill = std::get_if<FillPath>(&item)) {
      text += "fill " + to_hex(fill->color) + " " + numbers(bounds(fill->path)) + "\n";
    } else if (const GlyphRun* run = std::get_if<GlyphRun>(&item)) {
      text += "text \"" + run->text + "\" " + to_hex(run->color) + "\n";
    } else {
      const Group& group = std::get<Group>(item);
      text += "group " + numbers({group.placement.offset.x, group.placement.offset.y, group.placement.scale, 0}) + "\n";
      describe(text, group.items, depth + 1);
    }
  }
}

std::string describe(const DiagramLayout& layout) {
  std::string text = "box " + numbers({0, 0, layout.box.width, layout.box.height()}) + "\n";
  for (const DiagramPart& part : layout.parts) {
    text += part.id + " \"" + part.source + "\" " + numbers(part.rect) + "\n";
  }
  describe(text, layout.box.items, 0);
  return text;
}

}  // namespace

TEST_CASE("the default diagrams fill their room, readable and without a diagnostic") {
  for (const DefaultDiagram& sample : default_diagrams()) {
    CAPTURE(sample.id);
    const DiagramLayout layout = checked_layout(sample.diagram, sample.style);
    CHECK(layout.diagnostics.empty());
    CHECK(layout.pending.empty());
    check_apart(layout.parts);
    CHECK(layout.box.width > 430);
    CHECK(layout.box.height() > 110);
    CHECK(layout.parts[0].font_size >= 19);
  }
}

TEST_CASE("the default diagrams' arrows start and end at their nodes' outlines") {
  for (const DefaultDiagram& sample : default_diagrams()) {
    const FlowDiagram* flow = std::get_if<FlowDiagram>(&sample.diagram);
    if (!flow) continue;
    Drawing drawing;
    const MeasuredFlow content = measure_flow(*flow, sample.style, all_fonts(), drawing);
    FlowFit fit;
    fit.scale = fit.arrow_text = 0.8f;
    fit.column_gap = fit.row_gap = 24;
    const FlowScene scene = build_flow(content, sample.style, fit, SceneDetail::Whole);
    REQUIRE(scene.arrows.size() == flow->arrows.size());
    for (std::size_t i = 0; i < scene.arrows.size(); ++i) {
      CAPTURE(sample.id);
      CAPTURE(i);
      const ArrowCurve& curve = scene.arrows[i].curve;
      CHECK(std::fabs(signed_distance(scene.nodes[content.arrows[i].from], curve.start)) < 0.5f);
      const float tip = signed_distance(scene.nodes[content.arrows[i].to], curve.end) - sample.style.border_width / 2;
      CHECK(std::fabs(tip) < 0.5f);
    }
  }
}

TEST_CASE("what the default diagrams draw") {
  for (const DefaultDiagram& sample : default_diagrams()) {
    CAPTURE(sample.id);
    check_text_golden("diagram/" + sample.id + ".txt",
                      describe(layout_diagram(sample.diagram, sample.style, all_fonts())));
  }
}
