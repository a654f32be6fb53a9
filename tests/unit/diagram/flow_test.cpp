// Flow diagrams: what holds for every document, and what is reported where a document is odd.
#include <cmath>

#include "diagram/flow_scene.h"
#include "diagram/prng.h"
#include "diagram_fixture.h"
#include "display/dump.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

DiagramLayout check_flow(const FlowDiagram& diagram, const DiagramStyle& style) {
  DiagramLayout layout = checked_layout(diagram, style);
  check_apart(parts_of(layout, "nodes."));
  CHECK(parts_of(layout, "nodes.").size() == diagram.nodes.size());
  if (!has_diagnostic(layout, "overlap")) check_apart(layout.parts);
  return layout;
}

}  // namespace

TEST_CASE("a flow of nothing is an empty box") {
  const DiagramLayout layout = layout_diagram(FlowDiagram{}, diagram_style(), all_fonts());
  CHECK(layout.box.items.empty());
  CHECK(layout.box.width == 0);
  CHECK(layout.box.height() == 0);
  CHECK(layout.diagnostics.empty());
}

TEST_CASE("a row uses the width within reason: even gaps, nodes on one line, the preferred text size") {
  const DiagramLayout layout = check_flow(row_of({"$x$", "f", "$y$"}), diagram_style());
  const std::vector<DiagramPart> nodes = parts_of(layout, "nodes.");
  CHECK(nodes[0].font_size == 24);
  CHECK(nodes[1].rect.left() - nodes[0].rect.right() ==
        doctest::Approx(nodes[2].rect.left() - nodes[1].rect.right()).epsilon(0.01));
  CHECK(nodes[1].rect.left() - nodes[0].rect.right() > 40);
  CHECK(nodes[0].rect.center().y == doctest::Approx(nodes[2].rect.center().y));
  CHECK(layout.box.width < 320);
  CHECK(layout.diagnostics.empty());
}

TEST_CASE("first the gaps shrink, then the text, then two lines, then overflow is reported and all is scaled down") {
  const DiagramStyle strip = diagram_style({430, 64});
  const DiagramLayout five = check_flow(row_of({"one", "two", "tri", "four", "five"}), strip);
  CHECK(five.parts[0].font_size == 24);
  CHECK(five.box.width > 425);
  const DiagramLayout more = check_flow(row_of({"one", "two", "tri", "four", "five", "six", "seven"}), strip);
  CHECK(more.parts[0].font_size < 24);
  CHECK(more.diagnostics.empty());
  const FlowDiagram words = row_of({"many words here", "many words here", "many words here", "many words here"});
  const DiagramLayout two_lines = check_flow(words, strip);
  CHECK(two_lines.diagnostics.empty());
  CHECK(two_lines.parts[0].rect.height > 2.4f * two_lines.parts[0].font_size);
  const DiagramLayout overfull = check_flow(row_of(std::vector<std::string>(30, "数据预处理")), strip);
  CHECK(has_diagnostic(overfull, "overflow"));
  CHECK(overfull.parts[0].font_size < 14);
}

TEST_CASE("arrows between a tall box and the nodes beside it are level") {
  FlowDiagram diagram;
  diagram.nodes = {node("g", 0, 1), node("a", 1, 0), node("b", 1, 1), node("c", 1, 2), node("d", 2, 1)};
  for (const char* middle : {"a", "b", "c"}) {
    diagram.arrows.push_back(arrow("g", middle));
    diagram.arrows.push_back(arrow(middle, "d"));
  }
  const DiagramStyle style = diagram_style({460, 200});
  Drawing drawing{DrawingUse::Drawn, {}, {}, {}, {}, {}, {}};
  const MeasuredFlow content = measure_flow(diagram, style, testing::all_fonts(), drawing);
  FlowFit fit;
  fit.column_gap = 40;
  fit.row_gap = 12;
  const FlowScene scene = build_flow(content, style, fit, SceneDetail::Whole);
  REQUIRE(scene.arrows.size() == 6);
  for (const SceneArrow& arrow : scene.arrows) CHECK(arrow.curve.start.y == doctest::Approx(arrow.curve.end.y));
}

TEST_CASE("a long row goes on in further ones, to and fro, where there is room and that makes its texts much larger") {
  const FlowDiagram steps = row_of({"ClientHello", "ServerHello", "密钥交换", "Finished"});
  const std::vector<DiagramPart> nodes = check_flow(steps, diagram_style({460, 200})).parts;
  CHECK(nodes[0].font_size == 24);
  CHECK(nodes[1].rect.center().y == doctest::Approx(nodes[0].rect.center().y));
  CHECK(nodes[2].rect.top() > nodes[1].rect.bottom() + 20);
  CHECK(nodes[2].rect.center().x == doctest::Approx(nodes[1].rect.center().x));
  CHECK(nodes[3].rect.center().x == doctest::Approx(nodes[0].rect.center().x));
  const std::vector<DiagramPart> many =
      check_flow(row_of(std::vector<std::string>(12, "预处理")), diagram_style({460, 250})).parts;
  CHECK(many[11].rect.top() > many[6].rect.bottom());
  CHECK(many[6].rect.top() > many[0].rect.bottom());
  // A high column does the same.
  FlowDiagram layers = row_of({"应用层", "表示层", "会话层", "传输层", "网络层", "链路层", "物理层"});
  for (FlowNode& layer : layers.nodes) std::swap(layer.column, layer.row);
  const std::vector<DiagramPart> folded = check_flow(layers, diagram_style({460, 200})).parts;
  CHECK(folded[0].font_size == 24);
  CHECK(folded[1].rect.left() > folded[0].rect.right());
  CHECK(check_flow(layers, diagram_style({460, 600})).parts[1].rect.top() > folded[0].rect.bottom());
  // An arrow back to the first closes the circle.
  FlowDiagram cycle = steps;
  cycle.arrows.push_back(arrow("n3", "n0", "", 0.2f));
  const std::vector<DiagramPart> square = check_flow(cycle, diagram_style({460, 200})).parts;
  CHECK(square[3].rect.top() > square[0].rect.bottom() + 20);
  // Also where the preferred size is only a little larger: from there on the diagram may grow as a whole.
  for (float width = 420; width <= 640; width += 20) {
    CAPTURE(width);
    CHECK(check_flow(steps, diagram_style({width, 200})).parts[0].font_size >= 23.5f);
  }
  // Not where one row is as good, nor where nothing joins the nodes.
  FlowDiagram list = steps;
  list.arrows.clear();
  const std::vector<DiagramPart> unjoined = check_flow(list, diagram_style({460, 200})).parts;
  CHECK(unjoined[3].rect.left() > unjoined[2].rect.right());
  const std::vector<DiagramPart> roomy = check_flow(steps, diagram_style({900, 200})).parts;
  CHECK(roomy[3].rect.left() > roomy[2].rect.right());
}

TEST_CASE("thirty nodes on a grid, all linked") {
  FlowDiagram diagram;
  for (int i = 0; i < 30; ++i) {
    diagram.nodes.push_back(node("n" + std::to_string(i), float(i % 6), float(i / 6)));
    if (i % 6 != 0) diagram.arrows.push_back(arrow("n" + std::to_string(i - 1), "n" + std::to_string(i)));
    if (i >= 6) diagram.arrows.push_back(arrow("n" + std::to_string(i - 6), "n" + std::to_string(i), "", 0.1f));
  }
  check_flow(diagram, diagram_style());
  const DiagramLayout roomy = check_flow(diagram, diagram_style({800, 600}));
  CHECK(roomy.diagnostics.empty());
  CHECK(roomy.parts[0].font_size == 24);
}

TEST_CASE("arrows to the node itself, there and back, and past others") {
  FlowDiagram diagram;
  diagram.nodes = {node("a", 0, 0), node("b", 1, 0), node("c", 2, 0, NodeShape::Circle)};
  diagram.arrows = {arrow("a", "a", "loop"), arrow("a", "b"), arrow("b", "a"), arrow("c", "c"), arrow("a", "c", "far")};
  const DiagramLayout layout = check_flow(diagram, diagram_style());
  CHECK(layout.diagnostics.empty());
  Drawing drawing;
  const DiagramStyle style = diagram_style();
  const MeasuredFlow content = measure_flow(diagram, style, all_fonts(), drawing);
  FlowFit fit;
  fit.column_gap = fit.row_gap = 30;
  const FlowScene scene = build_flow(content, style, fit, SceneDetail::Whole);
  const Rect past = scene.nodes[1].rect;
  for (int i = 1; i < 16; ++i) CHECK_FALSE(contains(past, point_at(scene.arrows[4].curve, float(i) / 16)));
  CHECK(scene.arrows[1].curve.start.y < scene.arrows[2].curve.end.y - 8);
}

TEST_CASE("branches of a tree stand lower than its root, though nothing else separates the rows") {
  FlowDiagram diagram;
  diagram.nodes = {node("root", 1, 0), node("left", 0, 1), node("right", 2, 1)};
  diagram.arrows = {arrow("root", "left", "low"), arrow("root", "right", "high")};
  const DiagramLayout layout = check_flow(diagram, diagram_style());
  CHECK(layout.diagnostics.empty());
  CHECK(layout.parts[1].rect.top() > layout.parts[0].rect.bottom());
  CHECK(layout.parts[1].rect.top() == doctest::Approx(layout.parts[2].rect.top()));
}

TEST_CASE("a bend of the document's that meets another node becomes wider, to the same side") {
  FlowDiagram diagram;
  diagram.nodes = {node("a", 0, 0), node("b", 1, 0), node("c", 2, 0), node("d", 1, 1)};
  diagram.arrows = {arrow("a", "b"), arrow("b", "c"), arrow("b", "d"), arrow("c", "a", "", 0.3f)};
  const DiagramStyle style = diagram_style({430, 250});
  Drawing drawing;
  const MeasuredFlow content = measure_flow(diagram, style, all_fonts(), drawing);
  FlowFit fit;
  fit.column_gap = fit.row_gap = 30;
  const FlowScene scene = build_flow(content, style, fit, SceneDetail::Whole);
  const ArrowCurve& back = scene.arrows[3].curve;
  CHECK(point_at(back, 0.5f).y > scene.nodes[1].rect.bottom());
  for (int i = 1; i < 32; ++i) CHECK_FALSE(contains(scene.nodes[3].rect, point_at(back, float(i) / 32)));
}

TEST_CASE("arrows keep a distance from a text without an outline") {
  FlowDiagram diagram;
  diagram.nodes = {node("a", 0, 0), node("plain text", 1, 0, NodeShape::Plain)};
  diagram.arrows = {arrow("a", "plain text")};
  const DiagramStyle style = diagram_style();
  Drawing drawing;
  const MeasuredFlow content = measure_flow(diagram, style, all_fonts(), drawing);
  FlowFit fit;
  fit.column_gap = fit.row_gap = 30;
  const FlowScene scene = build_flow(content, style, fit, SceneDetail::Whole);
  const float ink_left = scene.nodes[1].rect.center().x - content.nodes[1].text.ink.width / 2;
  CHECK(ink_left - scene.arrows[0].curve.end.x > 3);
}

TEST_CASE("two nodes at one place are moved apart and reported; so is an arrow to nowhere") {
  FlowDiagram diagram;
  diagram.nodes = {node("a", 0, 0), node("b", 0, 0), node("c", 0.1f, 0), node("d", 1, 0)};
  diagram.arrows = {arrow("a", "d"), arrow("a", "ghost")};
  const DiagramLayout layout = check_flow(diagram, diagram_style());
  CHECK(has_diagnostic(layout, "unknown-node"));
  CHECK(std::count_if(layout.diagnostics.begin(), layout.diagnostics.end(), [](const Diagnostic& diagnostic) {
          return diagnostic.code == "overlap" && diagnostic.block.compare(0, 6, "nodes.") == 0;
        }) == 2);
}

TEST_CASE("empty texts, all shapes, far places") {
  FlowDiagram diagram;
  for (int i = 0; i < 5; ++i) {
    diagram.nodes.push_back(node("n" + std::to_string(i), float(i) * 50 - 100, float(i % 2) * 100, NodeShape(i)));
    diagram.nodes.back().text.clear();
  }
  diagram.arrows = {arrow("n0", "n1"), arrow("n1", "n2"), arrow("n2", "n3"), arrow("n3", "n4")};
  const DiagramLayout layout = check_flow(diagram, diagram_style());
  CHECK(layout.diagnostics.empty());
}

TEST_CASE("a node wider than any page is scaled into the room") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "很长的文字";
  FlowDiagram diagram;
  diagram.nodes = {node("a", 0, 0)};
  diagram.nodes[0].text = text;
  CHECK(has_diagnostic(check_flow(diagram, diagram_style()), "overflow"));
}

TEST_CASE("a label's own diagnostics name the node or the arrow") {
  FlowDiagram diagram;
  diagram.nodes = {node("a", 0, 0), node("b", 1, 0)};
  diagram.nodes[1].text = "$y";
  diagram.arrows = {arrow("a", "b", "$x")};
  const DiagramLayout layout = check_flow(diagram, diagram_style());
  REQUIRE(layout.diagnostics.size() == 2);
  CHECK(layout.diagnostics[0].block == "nodes.b");
  CHECK(layout.diagnostics[1].block == "arrows.0");
  CHECK(layout.diagnostics[0].code == "unclosed-dollar");
}

TEST_CASE("nothing but the wanted slices is pending while fonts are missing") {
  const FontSet fonts(all_fonts().manifest());
  FlowDiagram diagram = row_of({"中", "$x$"});
  const DiagramLayout layout = layout_diagram(diagram, diagram_style(), fonts);
  CHECK(layout.pending.size() >= 2);
  CHECK(std::is_sorted(layout.pending.begin(), layout.pending.end()));
  CHECK(layout.parts.size() == 2);
}

TEST_CASE("a tree is symmetric, its levels at even distances") {
  FlowDiagram tree;
  const float columns[] = {1.5f, 0.5f, 2.5f, 0, 1, 2, 3};
  for (int i = 0; i < 7; ++i) {
    tree.nodes.push_back(node("n" + std::to_string(i), columns[i], i == 0 ? 0 : i < 3 ? 1.0f : 2.0f));
    if (i > 0) tree.arrows.push_back(arrow("n" + std::to_string((i - 1) / 2), "n" + std::to_string(i)));
  }
  const std::vector<DiagramPart> nodes = parts_of(check_flow(tree, diagram_style({460, 250})), "nodes.");
  const auto middle = [&](int i) { return nodes[std::size_t(i)].rect.center(); };
  for (int i : {1, 3, 4})
    CHECK(middle(0).x - middle(i).x == doctest::Approx(middle(i == 1 ? 2 : 9 - i).x - middle(0).x));
  CHECK(middle(1).y - middle(0).y == doctest::Approx(middle(3).y - middle(1).y).epsilon(0.1));
}

TEST_CASE("a long arrow bulges no deeper than a few lines of text; bent ones keep off nodes, shafts and heads") {
  FlowDiagram cycle = row_of({"one", "two", "three", "four"});
  cycle.arrows.push_back(arrow("n3", "n0", "again", 0.5f));
  const DiagramLayout layout = check_flow(cycle, diagram_style({460, 250}));
  CHECK(layout.parts[0].font_size == 24);
  CHECK(layout.box.height() < 150);
  // Nor where another bend would be a bit freer: the arrow passes as near as it can.
  FlowDiagram residual = row_of({"$x$", "Conv", "ReLU", "Conv", "$+$", "$y$"});
  for (std::size_t end : {0u, 4u, 5u}) {
    residual.nodes[end].shape = NodeShape::Circle;
    residual.nodes[end].row = 0.5f;
  }
  residual.arrows.push_back(arrow("n0", "n4", "identity", -0.2f));
  const DiagramLayout passing = check_flow(residual, diagram_style({460, 200}));
  CHECK(passing.parts[0].font_size > 19);
  CHECK(passing.box.height() < 130);
  // The bend of the last arrow would run through the node on the left, along the arrows there.
  FlowDiagram rhombus;
  rhombus.nodes = {node("a", 1, 0), node("b", 0, 1), node("c", 2, 1), node("d", 1, 2)};
  rhombus.arrows = {arrow("a", "b"), arrow("a", "c"), arrow("b", "d"), arrow("c", "d"), arrow("d", "a", "", 0.8f)};
  const DiagramStyle style = diagram_style({460, 250});
  Drawing drawing;
  const MeasuredFlow content = measure_flow(rhombus, style, all_fonts(), drawing);
  FlowFit fit;
  fit.column_gap = fit.row_gap = 40;
  const FlowScene scene = build_flow(content, style, fit, SceneDetail::Whole);
  const ArrowCurve& loop = scene.arrows[4].curve;
  for (int k = 2; k < 15; ++k) {
    const Point point = point_at(loop, float(k) / 16);
    CHECK_FALSE(contains(scene.nodes[1].rect, point));
    for (int straight = 0; straight < 4; ++straight) {
      const ArrowCurve& other = scene.arrows[std::size_t(straight)].curve;
      for (int i = 0; i <= 16; ++i) CHECK(distance(point_at(other, float(i) / 16), point) > 8);
    }
  }
}

TEST_CASE("texts of a fan stand outside of it, and none beyond another arrow or across one") {
  FlowDiagram fan;
  fan.nodes = {node("a", 0, 0.5f), node("b", 1, 0), node("c", 1, 1)};
  fan.arrows = {arrow("a", "b", "up"), arrow("a", "c", "down")};
  std::vector<DiagramPart> texts = parts_of(check_flow(fan, diagram_style({300, 200})), "arrows.");
  const std::vector<DiagramPart> nodes = parts_of(check_flow(fan, diagram_style({300, 200})), "nodes.");
  CHECK(texts[0].rect.bottom() < nodes[0].rect.top() + 6);
  CHECK(texts[1].rect.top() > nodes[0].rect.bottom() - 6);
  // Two texts between the same arrows do not read as one.
  FlowDiagram star;
  star.nodes = {node("x", 1, 1, NodeShape::Circle), node("y", 0, 0, NodeShape::Circle),
                node("z", 2, 0, NodeShape::Circle)};
  star.arrows = {arrow("x", "y", "木石前盟"), arrow("x", "z", "金玉良缘")};
  texts = parts_of(check_flow(star, diagram_style({460, 200})), "arrows.");
  const Rect &left = texts[0].rect, &right = texts[1].rect;
  CHECK((right.left() - left.right() >= 7.9f || left.right() < right.left() || left.top() > right.bottom()));
  // Long curves are obstacles along all of their length.
  FlowDiagram git = row_of({"工作区", "暂存区", "本地", "远程"});
  git.arrows.push_back(arrow("n3", "n2", "fetch", 0.4f));
  git.arrows.push_back(arrow("n3", "n0", "pull", 0.3f));
  const DiagramStyle style = diagram_style({460, 250});
  Drawing drawing;
  const MeasuredFlow content = measure_flow(git, style, all_fonts(), drawing);
  FlowFit fit;
  fit.column_gap = 50;
  fit.row_gap = 40;
  const FlowScene scene = build_flow(content, style, fit, SceneDetail::Whole);
  REQUIRE(scene.texts_clear);
  for (int k = 0; k <= 400; ++k) {
    CHECK_FALSE(contains(scene.arrows[3].text, point_at(scene.arrows[4].curve, float(k) / 400)));
  }
}

TEST_CASE("arrows grow long rather than texts small") {
  FlowDiagram carbon;
  carbon.nodes = {node("大气 $CO_2$", 1, 0), node("植物", 0, 1), node("动物", 1, 1), node("土壤", 2, 1)};
  const std::string air = carbon.nodes[0].id;
  carbon.arrows = {arrow(air, "植物", "光合作用"), arrow("植物", air, "呼吸"),        arrow("植物", "动物", "摄食"),
                   arrow("动物", air, "呼吸"),     arrow("动物", "土壤", "死亡分解"), arrow("土壤", air, "分解")};
  const DiagramLayout layout = check_flow(carbon, diagram_style({458, 250}));
  CHECK(layout.diagnostics.empty());
  CHECK(layout.parts[0].font_size >= 22);
}

TEST_CASE("upright arrows that bend or have texts are long enough to be seen; texts keep off both of their nodes") {
  FlowDiagram layers;
  layers.nodes = {node("View", 0, 0), node("Service", 0, 1)};
  layers.arrows = {arrow("View", "Service", "request"), arrow("Service", "View", "response", 0.5f)};
  const DiagramStyle style = diagram_style({460, 130});
  const std::vector<DiagramPart> nodes = parts_of(check_flow(layers, style), "nodes.");
  CHECK(nodes[1].rect.top() - nodes[0].rect.bottom() >= 2.7f * style.arrow_head);
  FlowDiagram wide;
  wide.nodes = {node("A", 0, 0), node("B", 1, 0)};
  wide.arrows = {arrow("A", "B", "一个相当长的箭头文字说明")};
  const std::vector<DiagramPart> parts = check_flow(wide, style).parts;
  CHECK(parts[2].rect.left() - parts[0].rect.right() > 4);
  CHECK(parts[1].rect.left() - parts[2].rect.right() > 4);
}

TEST_CASE("Chinese on two lines parts between words of two characters, as far as can be told without a dictionary") {
  const DiagramStyle style = diagram_style();
  const auto first_line = [&](const char* source) {
    const MeasuredText text = measure_text(source, style.card, style, all_fonts());
    const std::optional<MeasuredText> wrapped = measure_on_two_lines(text, style, all_fonts());
    REQUIRE(wrapped);
    return std::get<GlyphRun>(wrapped->box.items.at(0)).text;
  };
  CHECK(first_line("输入图像数据") == "输入图像");
  CHECK(first_line("卷积神经网络特征提取") == "卷积神经网络");
  CHECK(first_line("内核缓冲区") == "内核");
  CHECK(first_line("多头注意力") == "多头");
  CHECK(first_line("寄存器分配") == "寄存器");
  CHECK(first_line("消息队列") == "消息");
}

TEST_CASE("a count stays with its number, on two lines too") {
  const DiagramStyle style = diagram_style();
  const auto wrapped = [&](const char* source) {
    return measure_on_two_lines(measure_text(source, style.card, style, all_fonts()), style, all_fonts());
  };
  const auto first_line = [&](const char* source) {
    const std::optional<MeasuredText> text = wrapped(source);
    REQUIRE(text);
    return std::get<GlyphRun>(text->box.items.at(0)).text;
  };
  CHECK(first_line("财务复核（3 个工作日）") == "财务复核");
  CHECK(first_line("财务复核（3个工作日）") == "财务复核");
  CHECK(first_line("保留 30 天数据") == "保留");
  CHECK(first_line("批大小 256 张图") == "批大小");
  CHECK(first_line("Adam 优化器") == "Adam");
  CHECK(first_line("GPT-4微调后的模型") == "GPT-4微调");
  CHECK_FALSE(wrapped("3 个"));
}

TEST_CASE("long texts stand on three lines where they would be small on two; words stay whole") {
  FlowDiagram claim;
  claim.nodes = {node("客户拨打客服热线报案", 0, 0.5f), node("查勘员现场拍照定损", 1, 0),
                 node("线上提交理赔材料", 1, 1), node("审核部门人工复核金额", 2, 0.5f),
                 node("Collect and label training data", 3, 0.5f)};
  claim.arrows = {arrow(claim.nodes[0].id, claim.nodes[1].id), arrow(claim.nodes[0].id, claim.nodes[2].id),
                  arrow(claim.nodes[1].id, claim.nodes[3].id), arrow(claim.nodes[2].id, claim.nodes[3].id),
                  arrow(claim.nodes[3].id, claim.nodes[4].id)};
  const DiagramLayout layout = check_flow(claim, diagram_style({458, 250}));
  CHECK(layout.diagnostics.empty());
  CHECK(layout.parts[0].font_size > 17);
  CHECK(layout.parts[0].rect.height > 3.2f * layout.parts[0].font_size);
  const DiagramStyle style = diagram_style();
  for (const char* source : {"Internationalization", "Antidisestablishmentarianism of words"}) {
    const MeasuredText text = measure_text(source, style.card, style, all_fonts());
    CHECK_FALSE(measure_on_three_lines(text, style, all_fonts()));
  }
}

TEST_CASE("what nodes say besides their names is set nearly as large as those where it could not be read otherwise") {
  const auto least_text = [](const DiagramLayout& layout) {
    float least = 1e9f;
    const auto collect = [&](const auto& self, const DisplayList& items, float scale) -> void {
      for (const Item& item : items) {
        if (const GlyphRun* run = std::get_if<GlyphRun>(&item)) least = std::min(least, run->size * scale);
        if (const Group* group = std::get_if<Group>(&item)) self(self, group->items, scale * group->placement.scale);
      }
    };
    collect(collect, layout.box.items, 1);
    return least;
  };
  const FlowDiagram flow = row_of({"平滑球\n低CD, 低视觉", "正确形状\n略高CD, 高视觉"});
  DiagramStyle large = diagram_style({500, 200});
  large.text_size = 30;
  CHECK(least_text(check_flow(flow, large)) == doctest::Approx(0.7f * 30));
  const DiagramLayout small = check_flow(flow, diagram_style({400, 150}));
  CHECK(small.parts[0].font_size >= 22);
  CHECK(least_text(small) >= 18);
}

TEST_CASE("texts of which nothing is loaded yet are pending too, wherever they stand") {
  FlowDiagram flow = row_of({"A", "B"});
  NoiseDiagram noise;
  noise.tiles.resize(2);
  noise.spans.resize(1);
  noise.spans[0].to = 1;
  const DiagramStyle style = diagram_style();
  const SliceId slice = all_fonts().lookup(style.text_face, U'否').glyph.slice;
  FontSet fonts(all_fonts().manifest());
  for (std::size_t face = 0; face < fonts.manifest().faces.size(); ++face) {
    for (std::size_t i = 0; i < fonts.manifest().faces[face].slices.size(); ++i) {
      const SliceId other{FaceIndex(face), std::uint16_t(i)};
      if (other != slice) REQUIRE(fonts.load(other, all_fonts().file_bytes(other)));
    }
  }
  const auto is_pending = [&](const Diagram& diagram) {
    const std::vector<SliceId> pending = layout_diagram(diagram, style, fonts).pending;
    return std::find(pending.begin(), pending.end(), slice) != pending.end();
  };
  CHECK_FALSE(is_pending(flow));
  flow.arrows[0].text = "否";
  CHECK(is_pending(flow));
  CHECK_FALSE(is_pending(noise));
  noise.spans[0].text = "否";
  CHECK(is_pending(noise));
  noise.spans[0].text.clear();
  noise.tiles[0].caption = "否";
  CHECK(is_pending(noise));
}

TEST_CASE("random diagrams keep all promises") {
  Pcg32 random(20240607);
  const std::string texts[] = {"", "$x$", "$μ_θ$", "Encoder", "生成器", "a few words", "$\\frac{a}{b}$", "数据 data"};
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    FlowDiagram diagram;
    const int count = 1 + int(random.next() % 12);
    for (int i = 0; i < count; ++i) {
      const float column = float(random.next() % 11) / 2, row = float(random.next() % 7) / 2;
      diagram.nodes.push_back(node("n" + std::to_string(i), column, row, NodeShape(random.next() % 5)));
      diagram.nodes.back().text = texts[random.next() % 8];
    }
    for (std::uint32_t i = random.next() % 14; i > 0; --i) {
      const auto any = [&] { return "n" + std::to_string(random.next() % std::uint32_t(count)); };
      const std::string from = any(), to = any();
      const float bend = random.next() % 2 == 0 ? 0 : random.symmetric();
      diagram.arrows.push_back(arrow(from, to, texts[random.next() % 8], bend));
    }
    check_flow(diagram, diagram_style());
  }
}
