// Rows that are folded though arrows run back or skip nodes: as large as without, and no way through a node or a text.
#include <cmath>

#include "diagram/flow_scene.h"
#include "diagram_fixture.h"
#include "support/random_poster.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

const std::vector<std::string> kSteps = {"提交申请", "部门审核", "财务复核", "总经理审批", "打款", "归档"};

bool is_folded(const DiagramLayout& layout) {
  const std::vector<DiagramPart> nodes = parts_of(layout, "nodes.");
  return nodes.back().rect.top() > nodes.front().rect.bottom();
}

// A folded row as it stands with wide gaps.
FlowScene scene_of(const FlowDiagram& diagram, std::size_t rows, const DiagramStyle& style) {
  Drawing drawing;
  MeasuredFlow content = measure_flow(diagram, style, all_fonts(), drawing);
  const std::vector<FlowPlace> places = folded_places(content, rows);
  REQUIRE(places.size() == diagram.nodes.size());
  move_nodes(content, places, FlowWays::Folded);
  FlowFit fit;
  fit.column_gap = 40;
  fit.row_gap = 60;
  return build_flow(content, style, fit, SceneDetail::Whole);
}

std::size_t node_of(const std::string& id) { return std::size_t(std::stoi(id.substr(1))); }

void check_free_of_nodes(const FlowDiagram& diagram, const FlowScene& scene) {
  for (std::size_t i = 0; i < scene.arrows.size(); ++i) {
    for (std::size_t k = 0; k < scene.nodes.size(); ++k) {
      if (k == node_of(diagram.arrows[i].from) || k == node_of(diagram.arrows[i].to)) continue;
      for (int t = 0; t <= 64; ++t) {
        CAPTURE(i);
        CAPTURE(k);
        CHECK_FALSE(contains(scene.nodes[k].rect, point_at(scene.arrows[i].curve, float(t) / 64)));
      }
    }
  }
}

}  // namespace

TEST_CASE("a way back does not keep a row from being folded: its texts stay as large") {
  const DiagramStyle style = diagram_style({460, 260});
  const DiagramLayout plain = layout_diagram(row_of(kSteps), style, all_fonts());
  REQUIRE(is_folded(plain));
  const std::vector<FlowArrow> more[] = {
      {arrow("n3", "n1", "退回修改", 0.4f)},
      {arrow("n5", "n0", "下一轮", 0.4f)},
      {arrow("n3", "n1", "退回", 0.4f), arrow("n2", "n0", "补件", 0.4f)},
      {arrow("n0", "n2", "免审"), arrow("n3", "n5")},
      {arrow("n1", "n5", "撤销", -0.3f)},
      {arrow("n2", "n2", "重试")},
  };
  for (const std::vector<FlowArrow>& arrows : more) {
    FlowDiagram diagram = row_of(kSteps);
    diagram.arrows.insert(diagram.arrows.end(), arrows.begin(), arrows.end());
    CAPTURE(arrows[0].from);
    CAPTURE(arrows[0].to);
    const DiagramLayout layout = layout_diagram(diagram, style, all_fonts());
    check_extent(layout, style);
    check_apart(layout.parts);
    CHECK(layout.diagnostics.empty());
    CHECK(is_folded(layout));
    CHECK(layout.parts[0].font_size >= 0.75f * plain.parts[0].font_size);
  }
}

TEST_CASE("on two rows every way between two nodes finds a place that no node takes") {
  const DiagramStyle style = diagram_style({900, 500});
  const FlowDiagram steps = row_of({"一", "二二", "三三三", "四", "五五", "六", "七七七", "八"});
  for (std::size_t from = 0; from < steps.nodes.size(); ++from) {
    for (std::size_t to = 0; to < steps.nodes.size(); ++to) {
      if (from + 1 == to || to + 1 == from) continue;
      FlowDiagram diagram = steps;
      diagram.arrows.push_back(arrow("n" + std::to_string(from), "n" + std::to_string(to), "文字"));
      CAPTURE(from);
      CAPTURE(to);
      const FlowScene scene = scene_of(diagram, 2, style);
      CHECK(scene.arrows_clear);
      CHECK(scene.texts_clear);
      check_free_of_nodes(diagram, scene);
    }
  }
}

TEST_CASE("rows of any shapes with any ways back: nothing overlaps, folded or not") {
  Random random(5);
  const DiagramStyle style = diagram_style({460, 300});
  const std::vector<const char*> words = {"审核", "提交", "数据预处理", "a", "训练模型", "$x_t$", "上线"};
  int folded = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> texts;
    for (int i = random.below(7) + 4; i > 0; --i) texts.push_back(random.pick(words));
    FlowDiagram diagram = row_of(texts);
    for (FlowNode& each : diagram.nodes) each.shape = NodeShape(random.below(5));
    for (int i = random.below(3); i >= 0; --i) {
      diagram.arrows.push_back(arrow("n" + std::to_string(random.below(int(texts.size()))),
                                     "n" + std::to_string(random.below(int(texts.size()))),
                                     random.chance(60) ? "回" : "", random.chance(50) ? 0.4f : 0));
    }
    CAPTURE(round);
    const DiagramLayout layout = layout_diagram(diagram, style, all_fonts());
    check_extent(layout, style);
    check_apart(parts_of(layout, "nodes."));
    if (!has_diagnostic(layout, "overlap")) check_apart(layout.parts);
    folded += is_folded(layout) ? 1 : 0;
  }
  CHECK(folded > 20);
}

TEST_CASE("however large and tangled a flow is, few arrangements are tried") {
  const DiagramStyle style = diagram_style({460, 260});
  Random random(3);
  const auto tangled = [&](std::size_t count, std::size_t in_row) {
    FlowDiagram diagram;
    for (std::size_t i = 0; i < count; ++i) {
      diagram.nodes.push_back(node("n" + std::to_string(i), float(i % in_row), float(i / in_row)));
      if (i > 0) diagram.arrows.push_back(arrow("n" + std::to_string(i - 1), "n" + std::to_string(i), "步"));
    }
    for (std::size_t i = 0; i < count; ++i) {
      diagram.arrows.push_back(arrow("n" + std::to_string(random.below(int(count))),
                                     "n" + std::to_string(random.below(int(count))), "回", 0.3f));
    }
    return diagram;
  };
  const auto trials = [&](const FlowDiagram& diagram) { return layout_diagram(diagram, style, all_fonts()).trials; };
  CHECK(trials(row_of({"a", "b"})) < 20);
  CHECK(trials(tangled(64, 8)) < 20);
  CHECK(trials(tangled(64, 64)) < 60);
  for (std::size_t count : {4u, 6u, 8u, 12u, 16u}) CHECK(trials(tangled(count, count)) < 300);
}
