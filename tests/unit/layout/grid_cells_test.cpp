#include "layout/grid_cells.h"

#include <doctest/doctest.h>

using namespace sixiang;

TEST_CASE("a last row that is not full is shared by what stands in it") {
  CHECK(filled_cells(3, 2) == std::vector<GridCell>{{0, 0, 1, 1}, {1, 0, 1, 1}, {0, 1, 2, 1}});
  const std::vector<GridCell> five = filled_cells(5, 3);
  CHECK(five[0] == GridCell{0, 0, 2, 1});
  CHECK(five[3] == GridCell{0, 1, 3, 1});
  CHECK(five[4] == GridCell{3, 1, 3, 1});
  CHECK(filled_cells(4, 2)[3] == GridCell{1, 1, 1, 1});
}

TEST_CASE("a timeline's cards stand above and below by turns") {
  CHECK(alternating_cells(4) == std::vector<GridCell>{{0, 0, 1, 1}, {0, 1, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}});
  CHECK(alternating_cells(3) == std::vector<GridCell>{{0, 0, 1, 1}, {0, 1, 2, 1}, {1, 0, 1, 1}});
  CHECK(side_cells(3) == std::vector<GridCell>{{0, 0, 1, 2}, {1, 1, 1, 2}, {0, 2, 1, 2}});
  CHECK(alternating_cells(1) == std::vector<GridCell>{{0, 0, 2, 1}});
  const std::vector<GridCell> many = alternating_cells(13);
  CHECK(many[0] == GridCell{0, 0, 2, 1});
  CHECK(many[1] == GridCell{1, 1, 2, 1});
  CHECK(many[11] == GridCell{11, 1, 2, 1});
}

TEST_CASE("a loop runs clockwise, and its neighbours touch each other") {
  CHECK(loop_cells(4, {900, 900}) == std::vector<GridCell>{{0, 0, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}, {0, 1, 1, 1}});
  CHECK(loop_cells(4, {500, 900}) == std::vector<GridCell>{{1, 0, 1, 1}, {1, 1, 1, 1}, {0, 1, 1, 1}, {0, 0, 1, 1}});
  CHECK(loop_cells(5, {1800, 900}) ==
        std::vector<GridCell>{{0, 0, 2, 1}, {2, 0, 2, 1}, {4, 0, 2, 1}, {3, 1, 3, 1}, {0, 1, 3, 1}});
  CHECK(loop_cells(1, {100, 100}) == std::vector<GridCell>{{0, 0, 1, 1}});
}

TEST_CASE("what a layout makes follows from what is said and from the page") {
  Section section;
  section.title = "节点";
  const std::vector<const Section*> flow{&section, &section, &section};
  Layout layout;
  CHECK(flow_kind(layout, flow, {1800, 900}) == FlowKind::Cards);
  layout.connect = Connect::Line;
  CHECK(flow_kind(layout, flow, {1800, 900}) == FlowKind::TimelineRow);
  CHECK(flow_kind(layout, flow, {900, 1800}) == FlowKind::TimelineDown);
  layout.offset = Offset::Alternate;
  CHECK(flow_kind(layout, flow, {1800, 900}) == FlowKind::TimelineAcross);
  CHECK(flow_kind(layout, flow, {900, 1800}) == FlowKind::TimelineSides);
  layout.offset = Offset::None;
  const std::vector<const Section*> many(8, flow[0]);
  CHECK(flow_kind(layout, many, {900, 1800}) == FlowKind::TimelineSides);
  layout.offset = Offset::Alternate;
  layout = {};
  layout.kind = LayoutKind::Ring;
  CHECK(flow_kind(layout, flow, {1800, 900}) == FlowKind::Discs);
  section.content.resize(2);
  CHECK(flow_kind(layout, flow, {1800, 900}) == FlowKind::Loop);
  layout.connect = Connect::Spokes;
  CHECK(flow_kind(layout, flow, {1800, 900}) == FlowKind::HubAcross);
  CHECK(flow_kind(layout, flow, {900, 1800}) == FlowKind::HubDown);
}
