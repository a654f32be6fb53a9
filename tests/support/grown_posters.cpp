#include "support/grown_posters.h"

namespace sixiang::testing {

namespace {

Section section_of(std::size_t index, std::size_t labels) {
  Section section;
  section.id = "s" + std::to_string(index);
  section.title = "第 " + std::to_string(index + 1) + " 节";
  section.content.assign(labels, Label{});
  for (Label& label : section.content) label.text = "机制: 查询先看缓存, 再看 $O(n log n)$ 的索引";
  return section;
}

Poster with_sections(std::size_t count, std::size_t labels) {
  Poster poster;
  poster.title.text = "越长越慢";
  for (std::size_t i = 0; i < count; ++i) poster.sections.push_back(section_of(i, labels));
  return poster;
}

// Two from each, to the next and to one half the way round.
void link_all(Poster& poster) {
  const std::size_t count = poster.sections.size();
  for (std::size_t i = 0; i < 2 * count; ++i) {
    Link link;
    link.from = poster.sections[i / 2].id;
    link.to = poster.sections[(i / 2 + (i % 2 ? count / 2 : 1)) % count].id;
    link.text = "数据";
    if (link.from != link.to) poster.links.push_back(link);
  }
}

Poster labels(std::size_t count) { return with_sections(1, count); }
Poster sections(std::size_t count) { return with_sections(count, 4); }

Poster linked_sections(std::size_t count) {
  Poster poster = with_sections(count, 3);
  link_all(poster);
  return poster;
}

Poster linked_ring(std::size_t count) {
  Poster poster = with_sections(count, 0);
  poster.layout.kind = LayoutKind::Ring;
  link_all(poster);
  return poster;
}

Poster ring_of_cards(std::size_t count) {
  Poster poster = with_sections(count, 3);
  poster.layout.kind = LayoutKind::Ring;
  poster.layout.connect = Connect::Arrows;
  return poster;
}

// Seven within each of the page's, and those count too.
Poster nested_sections(std::size_t count) {
  Poster poster;
  poster.title.text = "越长越慢";
  for (std::size_t i = 0; i < count; ++i) {
    const Section section = section_of(i, 2);
    if (i % 8 == 0) {
      poster.sections.push_back(section);
    } else {
      poster.sections.back().sections.push_back(section);
    }
  }
  return poster;
}

Diagram flow_of(FlowArrangement arrange, std::size_t count) {
  FlowDiagram flow;
  flow.arrange = arrange;
  for (std::size_t i = 0; i < count; ++i) {
    FlowNode& node = flow.nodes.emplace_back();
    node.id = "n" + std::to_string(i);
    node.text = "节点 $x_" + std::to_string(i) + "$";
    node.column = float(i % 8);
    node.row = float(i / 8);
  }
  const bool is_tree = arrange == FlowArrangement::Tree;
  for (std::size_t i = 0; i < 2 * count; ++i) {
    const std::size_t to = i % 2 ? (i / 2 * 7 + 3) % count : i / 2 + 1 < count ? i / 2 + 1 : 0;
    FlowArrow arrow;
    arrow.from = flow.nodes[is_tree && i % 2 == 0 ? to / 2 : i / 2].id;
    arrow.to = flow.nodes[to].id;
    arrow.text = "边";
    if (arrow.from != arrow.to) flow.arrows.push_back(arrow);
  }
  return flow;
}

Poster with_diagrams(std::size_t count, const Diagram& diagram) {
  Poster poster = with_sections(count, 1);
  for (Section& section : poster.sections) section.content[0].diagram = diagram;
  return poster;
}

template <FlowArrangement kArrangement>
Poster flow(std::size_t count) {
  return with_diagrams(1, flow_of(kArrangement, count));
}
// A document may have 1024 parts of diagrams: 96 a flow.
template <FlowArrangement kArrangement>
Poster flows(std::size_t count) {
  return with_diagrams(count, flow_of(kArrangement, 32));
}

Diagram table_of(std::size_t rows) {
  TableDiagram table;
  table.columns.resize(12);
  for (TableColumn& column : table.columns) column.text = "列";
  for (std::size_t i = 0; i < rows; ++i) {
    table.rows.emplace_back().text = "快速排序 | $n log n$ | $n²$ | ✓ | ✗ | 原地 | 1 | 2 | 3 | 4 | 5 | 不稳定";
  }
  return table;
}

Diagram bars_of(std::size_t rows) {
  BarsDiagram bars;
  for (std::size_t i = 0; i < rows; ++i) {
    Bar& bar = bars.rows.emplace_back();
    bar.name = "第 " + std::to_string(i + 1) + " 项";
    bar.value = float(i + 1);
  }
  return bars;
}

Poster table(std::size_t rows) { return with_diagrams(1, table_of(rows)); }
Poster tables(std::size_t count) { return with_diagrams(count, table_of(32)); }
Poster bars(std::size_t rows) { return with_diagrams(1, bars_of(rows)); }
Poster many_bars(std::size_t count) { return with_diagrams(count, bars_of(32)); }

}  // namespace

std::vector<Growing> growing_posters() {
  return {{"labels of a section", 64, labels},
          {"sections of 4 labels", 32, sections},
          {"sections with 2 links each", 32, linked_sections},
          {"nested sections, 7 in 1", 64, nested_sections},
          {"ring of discs with 2 links each", 32, linked_ring},
          {"ring of cards", 32, ring_of_cards},
          {"nodes of a flow, by columns and rows", 64, flow<FlowArrangement::Free>},
          {"nodes of a flow, in reading order", 64, flow<FlowArrangement::Grid>},
          {"nodes of a flow, ring", 64, flow<FlowArrangement::Ring>},
          {"nodes of a flow, tree", 64, flow<FlowArrangement::Tree>},
          {"flows of 32 nodes, by columns and rows", 10, flows<FlowArrangement::Free>},
          {"flows of 32 nodes, in reading order", 10, flows<FlowArrangement::Grid>},
          {"flows of 32 nodes, ring", 10, flows<FlowArrangement::Ring>},
          {"flows of 32 nodes, tree", 10, flows<FlowArrangement::Tree>},
          {"rows of a table of 12 columns", 32, table},
          {"tables of 32 rows and 12 columns", 23, tables},
          {"bars of a diagram", 32, bars},
          {"diagrams of 32 bars", 32, many_bars}};
}

}  // namespace sixiang::testing
