#include "diagram/angle.h"
#include "diagram/arranged_flow.h"
#include "diagram/tree_levels.h"
#include "diagram_fixture.h"
#include "support/random_poster.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

FlowNode shaped(std::string id, std::string text, NodeShape shape) {
  FlowNode result = node(std::move(id), 0, 0, shape);
  result.text = std::move(text);
  return result;
}

// Three questions in a row, each with an answer for no; the last one with an answer for yes too.
FlowDiagram questions() {
  FlowDiagram flow;
  flow.arrange = FlowArrangement::Tree;
  flow.nodes = {shaped("q1", "因变量连续吗\n能取小数才算", NodeShape::Diamond),
                shaped("q2", "只比两组吗\n三组以上别两两硬比", NodeShape::Diamond),
                shaped("q3", "是同一批人吗\n前后测算配对", NodeShape::Diamond),
                shaped("a", "配对 t 检验", NodeShape::Box),
                shaped("b", "独立样本 t 检验", NodeShape::Box),
                shaped("c", "方差分析", NodeShape::Box),
                shaped("d", "卡方检验", NodeShape::Box)};
  flow.arrows = {arrow("q1", "d", "否"), arrow("q1", "q2", "是"), arrow("q2", "q3", "是"),
                 arrow("q2", "c", "否"), arrow("q3", "a", "是"),  arrow("q3", "b", "否")};
  return flow;
}

FlowDiagram arranged(FlowDiagram flow, FlowArrangement arrange) {
  flow.arrange = arrange;
  return flow;
}

Rect rect_of(const DiagramLayout& layout, std::string_view node) {
  return parts_of(layout, "nodes." + std::string(node)).at(0).rect;
}

FlowDiagram conversions() {
  FlowDiagram ring;
  ring.arrange = FlowArrangement::Ring;
  for (const char* id : {"mesh", "voxel", "cloud", "sdf", "nerf"})
    ring.nodes.push_back(node(id, 0, 0, NodeShape::Circle));
  ring.arrows = {arrow("mesh", "sdf", "扫描转换\n射线投射"),
                 arrow("sdf", "mesh", "Marching Cubes\n查表"),
                 arrow("mesh", "cloud", "均匀采样\n按面积加权"),
                 arrow("cloud", "mesh", "Poisson\n$ΔF=∇·V$"),
                 arrow("cloud", "mesh", "BPA"),
                 arrow("sdf", "voxel", "离散采样"),
                 arrow("voxel", "sdf", "三线性插值"),
                 arrow("cloud", "sdf", "法向"),
                 arrow("nerf", "sdf", "VolSDF")};
  return ring;
}

struct Arranged {
  MeasuredFlow content;
  ArrangedFlow flow;
};

Arranged arrange(const FlowDiagram& diagram, const DiagramStyle& style) {
  Drawing drawing;
  Arranged result{measure_flow(diagram, style, all_fonts(), drawing), {}};
  result.flow = diagram.arrange == FlowArrangement::Ring ? arrange_ring(result.content, style)
                                                         : arrange_tree(result.content, style);
  return result;
}

// Texts on arrows meet no node, where the diagram says nothing else.
void check_arranged(const FlowDiagram& diagram, const DiagramStyle& style) {
  const DiagramLayout layout = checked_layout(diagram, style);
  check_apart(parts_of(layout, "nodes."));
  if (!has_diagnostic(layout, "overlap")) check_apart(layout.parts);
}

FlowDiagram random_flow(Random& random, FlowArrangement arrange, int most_nodes, int most_arrows) {
  const std::vector<std::string> texts = {"",     "$x$",   "审核", "数据预处理", "a few words",       "提交\n当天",
                                          "Loss", "$a/b$", "是",   "否",         "很长很长的一段文字"};
  FlowDiagram flow;
  flow.arrange = arrange;
  for (int i = random.below(most_nodes) + 1; i > 0; --i) {
    flow.nodes.push_back(shaped("n" + std::to_string(i), random.pick(texts), NodeShape(random.below(7))));
  }
  for (int i = random.below(most_arrows + 1); i > 0; --i) {
    flow.arrows.push_back(arrow(random.pick(flow.nodes).id, random.pick(flow.nodes).id, random.pick(texts)));
    if (random.chance(20)) flow.arrows.back().style = LineStyle::Dashed;
    if (random.chance(20)) flow.arrows.back().color = Color{0xE8, 0x65, 0x5A, 255};
  }
  return flow;
}

}  // namespace

TEST_CASE("angles without trigonometry: there and back, quarters exactly") {
  CHECK(direction_of(0) == Point{1, 0});
  CHECK(direction_of(0.25f) == Point{0, 1});
  CHECK(direction_of(-0.25f) == Point{0, -1});
  for (int i = 0; i < 1000; ++i) {
    const float turns = float(i) / 1000;
    const Point direction = direction_of(turns);
    CHECK(length(direction) == doctest::Approx(1).epsilon(1e-5));
    CHECK(std::fabs(wrapped_turns(turns_of(direction * 7) - turns)) < 1e-5f);
  }
  CHECK(direction_of(0.125f).x == doctest::Approx(std::sqrt(0.5)));
}

TEST_CASE("questions go down as stairs: each over its no, yes aside, all answers on one shelf") {
  const DiagramStyle style = diagram_style({1340, 800});
  const DiagramLayout layout = checked_layout(questions(), style);
  CHECK(layout.diagnostics.empty());
  CHECK(layout.parts[0].font_size == doctest::Approx(24));
  const FlowDiagram flow = questions();
  const Arranged tree = arrange(flow, style);
  const auto rect = [&](std::size_t node) { return tree.flow.nodes[node].rect; };
  for (std::size_t answer : {4u, 5u, 6u}) CHECK(rect(answer).top() == doctest::Approx(rect(3).top()));
  const Rect q1 = rect(0), q2 = rect(1), q3 = rect(2);
  CHECK(q1.center().x == doctest::Approx(rect(6).center().x));
  CHECK(q2.center().x == doctest::Approx(rect(5).center().x));
  CHECK(q3.center().x == doctest::Approx(rect(4).center().x));
  CHECK(rect(3).right() < rect(4).left());
  CHECK(q2.right() < q1.center().x);
  CHECK(q3.right() < q2.center().x);
  CHECK(q2.center().y - q1.center().y == doctest::Approx(q3.center().y - q2.center().y));
  // All diamonds alike, each text in its disc beside the question or straight below it.
  CHECK(q1.width == doctest::Approx(q3.width));
  CHECK(tree.flow.arrows[0].text.center().x == doctest::Approx(q1.center().x));
  CHECK(tree.flow.arrows[1].text.center().y == doctest::Approx(q1.center().y));
  check_apart(parts_of(layout, "arrows."));
}

TEST_CASE("what the tree of questions draws") {
  const FlowDiagram flow = questions();
  const Arranged tree = arrange(flow, diagram_style({1340, 800}));
  std::string text;
  const auto add = [&](float value) { text += " " + std::to_string(int(std::lround(value))); };
  for (std::size_t i = 0; i < tree.flow.nodes.size(); ++i) {
    const Rect& rect = tree.flow.nodes[i].rect;
    text += tree.content.nodes[i].node->id;
    for (float value : {rect.x, rect.y, rect.width, rect.height}) add(value);
    text += "\n";
  }
  for (const ArrangedArrow& arrow : tree.flow.arrows) {
    text += "arrow";
    for (const ArrowCurve& piece : arrow.shape.way) {
      add(piece.start.x);
      add(piece.start.y);
    }
    add(arrow.shape.way.back().end.x);
    add(arrow.shape.way.back().end.y);
    text += "\n";
  }
  check_text_golden("diagram/questions.txt", text);
}

TEST_CASE("a tree is as wide as its room: flatter diamonds and wider boxes, where its height keeps its texts small") {
  const auto in_room = [](Size room) {
    DiagramStyle style = diagram_style(room);
    style.text_size = 36;
    return checked_layout(questions(), style);
  };
  const DiagramLayout high = in_room({1200, 900});
  CHECK(high.box.width > 0.9f * 1200);
  const DiagramLayout low = in_room({1200, 560});
  CHECK(low.box.height() <= 560.1f);
  CHECK(rect_of(low, "q1").width / rect_of(low, "q1").height > 1.15f * kDiamondWidth);
  CHECK(low.parts[0].font_size > 24);
}

TEST_CASE("a tree fills a high room: broken lines and narrower diamonds, then longer arrows") {
  FlowDiagram flow = questions();
  for (FlowNode& node : flow.nodes) node.text = "晒得到太阳吗\n每天至少 3 小时";
  const auto in_room = [&](Size room) {
    DiagramStyle style = diagram_style(room);
    style.text_size = 38;
    return checked_layout(flow, style);
  };
  const DiagramLayout wide = in_room({700, 350}), high = in_room({700, 700});
  CHECK(high.parts[0].font_size > 1.2f * wide.parts[0].font_size);
  CHECK(rect_of(high, "q1").width / rect_of(high, "q1").height < kDiamondWidth);
  CHECK(high.box.width > 0.9f * 700);
  CHECK(high.box.height() > 0.9f * 700);
}

TEST_CASE("all stairs of a tree lead to the side to which most do") {
  FlowDiagram flow = questions();
  const std::vector<FlowArrow> arrows = flow.arrows;
  const auto x = [&](const char* id) {
    return rect_of(checked_layout(flow, diagram_style({1340, 800})), id).center().x;
  };
  CHECK(x("q2") < x("q1"));
  CHECK(x("q3") < x("q2"));
  // Q1 alone is left by its yes.
  for (FlowArrow& arrow : flow.arrows) {
    if (arrow.from == "q2") arrow.text = arrow.text == "是" ? "否" : "是";
  }
  flow.nodes.push_back(shaped("q4", "还有别的吗", NodeShape::Diamond));
  flow.nodes.push_back(shaped("e", "见下", NodeShape::Box));
  flow.nodes.push_back(shaped("f", "见上", NodeShape::Box));
  for (FlowArrow& arrow : flow.arrows) {
    if (arrow.from == "q3" && arrow.text == "否") arrow.to = "q4";
  }
  flow.arrows.push_back(arrow("q4", "e", "是"));
  flow.arrows.push_back(arrow("q4", "f", "否"));
  CHECK(x("q1") < x("q2"));
  CHECK(x("q2") < x("q3"));
  CHECK(x("q3") < x("q4"));
  CHECK(x("q4") == doctest::Approx(x("e")));
  CHECK(x("q4") < x("f"));
}

TEST_CASE("a formula below the name of a box stands in a part of its own: large, fractions stacked, at one height") {
  FlowDiagram flow = questions();
  flow.nodes[3].text = "配对 t 检验\n$t = d̄/(s_d/√n)$";
  flow.nodes[4].text = "独立样本 t 检验\n$t = x₁ - x₂$";
  flow.nodes[5].text = "方差分析\n见下";
  flow.nodes[3].fill = Color{0xB6, 0xE2, 0xCB, 255};
  DiagramStyle style = diagram_style({1200, 900});
  style.text_size = 36;
  Drawing drawing;
  MeasuredFlow content = measure_flow(flow, style, all_fonts(), drawing);
  for (ContentNode& node : content.nodes) node.row = 0;
  share_parts_of_rows(content);
  const MeasuredText &paired = content.nodes[3].text, &independent = content.nodes[4].text;
  REQUIRE(paired.part.has_value());
  REQUIRE(independent.part.has_value());
  CHECK(!content.nodes[5].text.part);
  CHECK(paired.part->top == independent.part->top);
  CHECK(paired.ink.bottom() == doctest::Approx(independent.ink.bottom()));
  CHECK(paired.blocks[1].center().y == doctest::Approx(independent.blocks[1].center().y).epsilon(0.01));
  // A fraction of two lines, and its denominator holds a slash.
  CHECK(paired.blocks[1].height > 1.6f * style.text_size);
  CHECK(independent.blocks[1].height < 1.2f * style.text_size);
  check_arranged(flow, style);
}

TEST_CASE("a tree in levels: parents over the middle of their children, long arrows past other levels") {
  FlowDiagram tree;
  tree.arrange = FlowArrangement::Tree;
  for (const char* id : {"root", "left", "right", "a", "b", "c", "d"}) tree.nodes.push_back(node(id, 0, 0));
  tree.arrows = {arrow("root", "left"), arrow("root", "right"), arrow("left", "a"),
                 arrow("left", "b"),    arrow("right", "c"),    arrow("right", "d")};
  const DiagramLayout layout = checked_layout(tree, diagram_style({600, 400}));
  const auto x = [&](const char* id) { return rect_of(layout, id).center().x; };
  CHECK(x("root") == doctest::Approx((x("left") + x("right")) / 2));
  CHECK(x("left") == doctest::Approx((x("a") + x("b")) / 2));
  // Whoever leads to two levels: a cell for the way past the one between.
  FlowDiagram skipping = row_of({"a", "b", "c"});
  skipping.arrows.push_back(arrow("n0", "n2"));
  skipping.arrange = FlowArrangement::Tree;
  const Arranged skipped = arrange(skipping, diagram_style({300, 500}));
  const Rect& between = skipped.flow.nodes[1].rect;
  for (Point point : points_of(skipped.flow.arrows[2].shape.way)) CHECK_FALSE(contains(between, point));
  // Back up, beside everything.
  FlowDiagram cycle = row_of({"a", "b", "c"});
  cycle.arrows.push_back(arrow("n2", "n0", "再来"));
  cycle.arrange = FlowArrangement::Tree;
  const Arranged back = arrange(cycle, diagram_style({300, 500}));
  CHECK(back.flow.unclear == 0);
  for (Point point : points_of(back.flow.arrows[2].shape.way)) CHECK_FALSE(contains(back.flow.nodes[1].rect, point));
}

TEST_CASE("a tree grows to the right where the room is wide") {
  FlowDiagram chain = arranged(row_of({"采集", "清洗", "训练", "评估", "部署"}), FlowArrangement::Tree);
  const DiagramLayout wide = checked_layout(chain, diagram_style({900, 120}));
  CHECK(rect_of(wide, "n0").right() < rect_of(wide, "n1").left());
  const DiagramLayout high = checked_layout(chain, diagram_style({300, 600}));
  CHECK(rect_of(high, "n0").bottom() < rect_of(high, "n1").top());
}

TEST_CASE("a ring fills its room: nodes on an ellipse, texts free, arrows at one node well apart") {
  const DiagramStyle style = diagram_style({1400, 760});
  const DiagramLayout layout = checked_layout(conversions(), style);
  CHECK(layout.diagnostics.empty());
  check_apart(layout.parts);
  CHECK(layout.box.width > 900);
  const Rect top = rect_of(layout, "mesh");
  for (const char* other : {"voxel", "cloud", "sdf", "nerf"}) CHECK(top.top() < rect_of(layout, other).top());
  CHECK(rect_of(layout, "nerf").right() < top.left());
  CHECK(rect_of(layout, "voxel").left() > top.right());
  const FlowDiagram flow = conversions();
  const Arranged ring = arrange(flow, style);
  for (std::size_t node = 0; node < ring.flow.nodes.size(); ++node) {
    const Point middle = ring.flow.nodes[node].rect.center();
    std::vector<float> ends;
    for (std::size_t i = 0; i < ring.flow.arrows.size(); ++i) {
      const ArrowCurve& curve = ring.flow.arrows[i].shape.way.front();
      if (ring.content.arrows[i].from == node) ends.push_back(turns_of(curve.start - middle));
      if (ring.content.arrows[i].to == node) ends.push_back(turns_of(curve.end - middle));
    }
    for (std::size_t i = 0; i < ends.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) CHECK(std::fabs(wrapped_turns(ends[i] - ends[k])) > 20.0f / 360);
    }
  }
}

TEST_CASE("a ring's long texts are broken to fit a round node, its arrows' names stand on strokes of their colours") {
  FlowDiagram ring = conversions();
  ring.nodes[0].text = "化学能 Chemical\n最好输送 最难储存";
  ring.nodes[0].icon = "zap";
  const DiagramStyle style = diagram_style({1400, 760});
  const Arranged result = arrange(ring, style);
  const MeasuredText& text = result.content.nodes[0].text;
  REQUIRE(text.blocks.size() == 3);
  CHECK(text.blocks[0].bottom() < text.blocks[1].top());
  CHECK(text.blocks[1].height > 1.6f * style.text_size);
  CHECK(text.ink.width < 4.5f * style.text_size);
  const MeasuredText& name = result.content.arrows[0].text;
  CHECK(contrast(name.color, style.ground) >= 4.5f);
  CHECK(name.color == readable_tone(style.key_formula, style));
  const FillPath* stroke = std::get_if<FillPath>(&name.box.items.front());
  REQUIRE(stroke);
  CHECK(stroke->color == style.accent);
  CHECK(result.flow.unclear == 0);
}

TEST_CASE("on a page that is a ring hardly a text is nearer to another arrow than to its own, and no end is covered") {
  DiagramStyle style = diagram_style({1700, 960});
  style.disc = 295;
  style.text_size = 38;
  style.min_text_size = 13;
  const Arranged ring = arrange(conversions(), style);
  CHECK(ring.flow.covered == 0);
  CHECK(ring.flow.behind <= 1);
  const auto distance_to = [](const ArrangedArrow& arrow, const Rect& rect) {
    float nearest = 1e9f;
    for (Point point : points_of(arrow.shape.way)) {
      const Point inside{std::clamp(point.x, rect.left(), rect.right()),
                         std::clamp(point.y, rect.top(), rect.bottom())};
      nearest = std::min(nearest, distance(point, inside));
    }
    return nearest;
  };
  std::size_t misread = 0;
  for (const ArrangedArrow& own : ring.flow.arrows) {
    misread += std::any_of(ring.flow.arrows.begin(), ring.flow.arrows.end(), [&](const ArrangedArrow& other) {
      return &other != &own && distance_to(own, own.text) > distance_to(other, own.text) + 4;
    });
  }
  CHECK(misread <= ring.flow.behind);
}

TEST_CASE("a ring's nodes and texts keep off what stands in its middle") {
  DiagramStyle style = diagram_style({1000, 760});
  style.hole = 110;
  FlowDiagram flow = conversions();
  flow.arrows = {arrow("mesh", "voxel", "一步"), arrow("voxel", "cloud", "两步"), arrow("cloud", "sdf", "三步")};
  const Arranged ring = arrange(flow, style);
  for (const NodeOutline& node : ring.flow.nodes)
    CHECK(distance(node.rect.center(), ring.flow.middle) > style.hole + node.rect.width / 2);
  const LabelDisc hole{ring.flow.middle, style.hole};
  for (const ArrangedArrow& arrow : ring.flow.arrows) CHECK_FALSE(is_near(arrow.text, hole, 0));
}

TEST_CASE("a ring keeps off what is taken of its room") {
  DiagramStyle style = diagram_style({1400, 760});
  style.taken = {-700, -380, 420, 90};
  const FlowDiagram flow = conversions();
  const Arranged ring = arrange(flow, style);
  CHECK(ring.flow.unclear == 0);
  for (const NodeOutline& node : ring.flow.nodes) CHECK_FALSE(intersects(node.rect, style.taken));
  for (const ArrangedArrow& arrow : ring.flow.arrows) {
    CHECK_FALSE(intersects(arrow.text, style.taken));
    for (Point point : points_of(arrow.shape.way)) CHECK_FALSE(contains(style.taken, point));
  }
}

TEST_CASE("an arrow to its own node is a loop outside of it") {
  for (FlowArrangement arrange_as : {FlowArrangement::Ring, FlowArrangement::Tree}) {
    FlowDiagram flow = arranged(row_of({"空闲", "运行", "结束"}), arrange_as);
    flow.arrows.push_back(arrow("n1", "n1", "继续"));
    const DiagramStyle style = diagram_style({600, 500});
    const Arranged result = arrange(flow, style);
    const Rect& rect = result.flow.nodes[1].rect;
    const std::vector<Point> points = points_of(result.flow.arrows[2].shape.way);
    float reach = 0;
    for (Point point : points) {
      CHECK_FALSE(contains(rect, point));
      reach = std::max(reach, std::sqrt(squared_distance(rect, point)));
    }
    CHECK(reach > 20);
    CHECK(distance(points.front(), points.back()) < 60);
    CHECK(result.flow.unclear == 0);
  }
}

TEST_CASE("a chain in reading order stays one row where it fits, and wraps from left to right") {
  const FlowDiagram chain =
      arranged(row_of({"需求分析", "架构设计", "编码实现", "单元测试", "代码评审", "集成测试"}), FlowArrangement::Grid);
  const DiagramLayout one_row = checked_layout(chain, diagram_style({1100, 300}));
  CHECK(rect_of(one_row, "n5").center().y == doctest::Approx(rect_of(one_row, "n0").center().y));
  const DiagramLayout rows = checked_layout(chain, diagram_style({440, 300}));
  CHECK(rows.parts[0].font_size == doctest::Approx(24));
  CHECK(rect_of(rows, "n3").center().x == doctest::Approx(rect_of(rows, "n0").center().x));
  CHECK(rect_of(rows, "n3").top() > rect_of(rows, "n0").bottom());
  CHECK(rect_of(rows, "n4").left() > rect_of(rows, "n3").right());
  // Columns and rows of the document say nothing here.
  FlowDiagram stacked = chain;
  for (FlowNode& each : stacked.nodes) each.column = each.row = 3;
  CHECK(layout_diagram(stacked, diagram_style({1100, 300}), all_fonts()).diagnostics.empty());
}

TEST_CASE("a name and its detail: the detail is smaller, and comes from behind the line break") {
  const DiagramStyle style = diagram_style();
  NameLook look;
  look.ground = style.ground;
  const MeasuredText text = measure_name_and_detail("名字\n细节", look, style, all_fonts());
  REQUIRE(text.blocks.size() == 2);
  CHECK(text.blocks[1].top() > text.blocks[0].bottom());
  CHECK(text.blocks[1].height < 0.8f * text.blocks[0].height);
  CHECK(text.blocks[1].center().x == doctest::Approx(text.blocks[0].center().x));
  std::vector<ByteRange> sources;
  MeasuredText copy = text;
  move_sources(copy.box.items, [&](ByteRange source) {
    sources.push_back(source);
    return source;
  });
  REQUIRE(sources.size() == 4);
  CHECK(sources[2] == ByteRange{7, 10});
  // Without a name there is no detail.
  CHECK(measure_name_and_detail("\n独自", look, style, all_fonts()).ink.height ==
        doctest::Approx(measure_text("独自", style.ground, style, all_fonts()).ink.height));
}

TEST_CASE("where one arrow has a detail, all names have their arrows' colours, dark enough to be read") {
  FlowDiagram flow = row_of({"a", "b", "c"});
  flow.arrows[0].text = "名字\n细节";
  flow.arrows[1].text = "另一个";
  flow.arrows[1].color = Color{0xF2, 0xCC, 0x8F, 255};
  const DiagramStyle style = diagram_style();
  Drawing drawing;
  const MeasuredFlow content = measure_flow(flow, style, all_fonts(), drawing);
  CHECK(content.arrows[0].text.color == style.accent);
  CHECK(content.arrows[1].text.color != style.ink);
  CHECK(contrast(content.arrows[1].text.color, style.ground) >= 4.5f);
  flow.arrows[0].text = "名字";
  CHECK(measure_flow(flow, style, all_fonts(), drawing).arrows[0].text.color == style.ink);
}

TEST_CASE("random rings, trees and grids keep all promises") {
  Random random(11);
  for (int round = 0; round < 90; ++round) {
    CAPTURE(round);
    const FlowArrangement arrange = FlowArrangement(1 + round % 3);
    const FlowDiagram flow = random_flow(random, arrange, 9, 12);
    check_arranged(flow, diagram_style(random.chance(50) ? Size{460, 300} : Size{900, 600}));
  }
}

TEST_CASE("at the limits an arrangement costs little: 64 nodes and 128 arrows, all with texts") {
  for (FlowArrangement arrange : {FlowArrangement::Grid, FlowArrangement::Ring, FlowArrangement::Tree}) {
    CAPTURE(int(arrange));
    Random random(4);
    FlowDiagram flow;
    flow.arrange = arrange;
    for (int i = 0; i < 64; ++i) flow.nodes.push_back(shaped("n" + std::to_string(i), "节点", NodeShape(i % 7)));
    for (int i = 0; i < 128; ++i) {
      flow.arrows.push_back(arrow(random.pick(flow.nodes).id, random.pick(flow.nodes).id, "步骤\n细节"));
    }
    const DiagramLayout layout = layout_diagram(flow, diagram_style({1000, 1000}), all_fonts());
    CHECK(layout.trials < 10);
    check_extent(layout, diagram_style({1000, 1000}));
    check_apart(parts_of(layout, "nodes."));
    check_cost(flow, diagram_style({1000, 1000}));
  }
}

TEST_CASE("a row that has a long low room for itself runs from end to end of it, its way back below") {
  FlowDiagram steps;
  for (const char* id : {"看数", "找因", "试验", "收口"}) {
    steps.nodes.push_back(node(id, float(steps.nodes.size()), 0));
    if (steps.nodes.size() > 1) steps.arrows.push_back(arrow(steps.nodes[steps.nodes.size() - 2].id, id, "偏差"));
  }
  steps.arrows.push_back(arrow("收口", "看数", "下一轮"));
  const DiagramStyle style = diagram_style({1300, 140});
  const DiagramLayout layout = checked_layout(steps, style);
  CHECK(layout.diagnostics.empty());
  CHECK(layout.box.width > 0.97f * 1300);
  CHECK(layout.parts[0].font_size == doctest::Approx(24));
  const std::vector<DiagramPart> nodes = parts_of(layout, "nodes."), words = parts_of(layout, "arrows.");
  check_apart(layout.parts);
  for (const DiagramPart& part : nodes) {
    CHECK(part.rect.width == doctest::Approx(nodes[0].rect.width));
    CHECK(part.rect.top() == doctest::Approx(nodes[0].rect.top()));
  }
  REQUIRE(words.size() == 4);
  CHECK(words[0].rect.center().y < nodes[0].rect.center().y);
  CHECK(words[3].rect.top() > nodes[0].rect.bottom());
  CHECK(words[3].rect.center().x == doctest::Approx(650).epsilon(0.01));
  // Nor in a room of another shape, nor where it is no row.
  const auto width_of = [](const FlowDiagram& flow, Size room) {
    return layout_diagram(flow, diagram_style(room), all_fonts()).box.width;
  };
  CHECK(width_of(steps, {1400, 400}) < 0.9f * 1400);
  steps.arrows.push_back(arrow("看数", "试验"));
  CHECK(width_of(steps, {1400, 140}) < 0.9f * 1400);
}
