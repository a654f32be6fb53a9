#include "layout/ring_nodes.h"

#include <algorithm>

#include "base/problems.h"
#include "layout/center_circle.h"
#include "layout/page_design.h"
#include "model/colors.h"

namespace sixiang {

namespace {

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

FlowNode node_of(const Poster& poster, const Section& section) {
  FlowNode node;
  node.id = section.id;
  node.shape = NodeShape::Circle;
  node.text = on_one_line(section.title);
  node.icon = section.icon;
  std::string details = on_one_line(section.subtitle);
  for (const Label& label : section.content) {
    if (!label.text.empty()) details += (details.empty() ? "" : " ") + on_one_line(label.text);
  }
  if (!details.empty()) node.text += "\n" + details;
  node.fill = section.colors.fill.value_or(header_color(poster, section));
  return node;
}

// An arrow and what makes it: a link, or nullptr for one from each section to the next.
struct RingArrow {
  FlowArrow arrow;
  BlockId id;
  std::string source;
};

std::vector<RingArrow> arrows_of(const Poster& poster, const std::vector<const Section*>& sections) {
  std::vector<RingArrow> arrows;
  const auto is_node = [&](const std::string& id) {
    return std::any_of(sections.begin(), sections.end(), [&](const Section* section) { return section->id == id; });
  };
  for (std::size_t i = 0; i < poster.links.size(); ++i) {
    const Link& link = poster.links[i];
    if (!is_node(link.from) || !is_node(link.to)) continue;
    FlowArrow arrow;
    arrow.from = link.from;
    arrow.to = link.to;
    arrow.text = link.text;
    arrow.style = link.style;
    arrow.bend = link.bend;
    arrow.color = link.color;
    arrows.push_back({arrow, block_of(item_id("links", i), "text"), link.text});
  }
  if (poster.layout.connect != Connect::Arrows || sections.size() < 2) return arrows;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const std::string &from = sections[i]->id, &to = sections[(i + 1) % sections.size()]->id;
    const bool named = std::any_of(arrows.begin(), arrows.end(), [&](const RingArrow& other) {
      return other.arrow.from == from && other.arrow.to == to;
    });
    if (named) continue;
    FlowArrow arrow;
    arrow.from = from;
    arrow.to = to;
    arrows.push_back({arrow, block_of("layout.connect"), {}});
  }
  return arrows;
}

class RingNodes {
 public:
  RingNodes(PageBuilder& page, const RingRoom& room)
      : page_(page), room_(room), arrows_(arrows_of(page.poster(), room.sections)) {}

  Room draw() {
    FlowDiagram flow;
    flow.arrange = FlowArrangement::Ring;
    for (const Section* section : room_.sections) flow.nodes.push_back(node_of(page_.poster(), *section));
    for (const RingArrow& arrow : arrows_) flow.arrows.push_back(arrow.arrow);
    const float unit = page_.unit();
    DiagramLayout layout = arranged(flow);
    const Size size{layout.box.width * unit, layout.box.height() * unit};
    const Point corner = room_.area.center() - layout.middle * unit;
    const Placement place{{std::clamp(corner.x, room_.area.left(), room_.area.right() - size.width),
                           std::clamp(corner.y, room_.area.top(), room_.area.bottom() - size.height)},
                          unit};
    const PageFormat& format = page_.poster().page;
    const float least = kPage.ring.full_text * std::min(format.width, format.height) / 1080;
    const bool is_full = layout.diagnostics.empty() &&
                         std::all_of(layout.parts.begin(), layout.parts.end(), [&](const DiagramPart& part) {
                           const Section* section = section_of(part.id);
                           return part.font_size * unit >= least || (section && is_note_of(part, *section));
                         });
    for (const DiagramPart& part : layout.parts) add_blocks(layout.parts, part, place);
    report(layout.diagnostics);
    page_.require(layout.pending);
    name_groups(layout.box.items);
    page_.add(placed(std::move(layout.box), place.offset, unit));
    if (page_.poster().center) draw_center(layout.hole, place);
    return is_full ? Room::Left : Room::Used;
  }

 private:
  // With room for the centre in the very middle where no arrow crosses the ring, else wherever there is some; without,
  // where there is none.
  DiagramLayout arranged(const FlowDiagram& flow) const {
    if (page_.poster().center) {
      const float wanted = wanted_center();
      if (is_free()) {
        DiagramLayout layout = layout_diagram(flow, style({0, wanted}), page_.fonts());
        if (layout.diagnostics.empty()) return layout;
      }
      const RadiusRange radii = readable_radii(page_, *page_.poster().center, wanted);
      for (float least : {std::max(radii.least, kPage.ring.smaller_center * wanted), radii.least}) {
        DiagramLayout layout = layout_diagram(flow, style({least, radii.most}), page_.fonts());
        if (layout.hole.radius > 0 && layout.diagnostics.empty()) return layout;
      }
    }
    return layout_diagram(flow, style({}), page_.fonts());
  }

  void draw_center(const RingHole& hole, const Placement& place) {
    if (hole.radius > 0) {
      draw_center_circle(page_, *page_.poster().center, place(hole.center), hole.radius * place.scale);
    } else {
      page_.report(block_of("center", "fill"), {make_diagnostic(Problem::NoRoomInRing)});
    }
  }

  // Whether no arrow crosses the ring.
  bool is_free() const {
    const std::size_t count = room_.sections.size();
    const auto place_of = [&](const std::string& id) {
      std::size_t place = 0;
      while (place < count && room_.sections[place]->id != id) ++place;
      return place;
    };
    return count > 2 && std::all_of(arrows_.begin(), arrows_.end(), [&](const RingArrow& each) {
             const std::size_t from = place_of(each.arrow.from), to = place_of(each.arrow.to);
             return (from + 1) % count == to || (to + 1) % count == from || from == to;
           });
  }

  // Radius of the circle in the middle.
  float wanted_center() const { return kPage.ring.center * std::min(room_.area.width, room_.area.height); }

  // `hole`: poster points; a least radius of 0 is for one in the very middle.
  DiagramStyle style(const RadiusRange& hole) const {
    const Poster& poster = page_.poster();
    DiagramStyle style;
    style.max_size = {room_.area.width / page_.unit(), room_.area.height / page_.unit()};
    style.text_size = kPage.ring.text;
    style.min_text_size = kDesign.body.least_diagram_text;
    style.readable = kDesign.type.readable;
    style.disc = kPage.ring.disc * std::min(poster.page.width, poster.page.height) / page_.unit();
    style.least_note = kPage.ring.least_note;
    style.hole = hole.most / page_.unit();
    style.least_hole = hole.least / page_.unit();
    style.border_width = page_.border_width() / page_.unit();
    style.text_face = page_.text_face();
    style.ink = ink_color(poster);
    style.accent = header_color(poster, *room_.sections.front());
    style.card = card_color(poster);
    style.ground = seen_on_page(poster, background_color(poster));
    style.key_formula = key_formula_color(poster);
    if (!room_.taken.empty()) {
      style.taken = scaled(translated(room_.taken, room_.area.center() * -1), 1 / page_.unit());
    }
    style.cjk_latin_space = poster.typography.cjk_latin_space;
    return style;
  }

  // What a part of the diagram is on the page.
  const Section* section_of(const std::string& part) const {
    for (const Section* section : room_.sections) {
      if (lies_in(part, join_id("nodes", section->id))) return section;
    }
    return nullptr;
  }
  const RingArrow* arrow_of(const std::string& part) const {
    for (std::size_t i = 0; i < arrows_.size(); ++i) {
      if (lies_in(part, item_id("arrows", i))) return &arrows_[i];
    }
    return nullptr;
  }

  static bool is_note_of(const DiagramPart& part, const Section& section) {
    return part.id == join_id(join_id("nodes", section.id), "note");
  }

  void add_blocks(const std::vector<DiagramPart>& parts, const DiagramPart& part, const Placement& place) {
    const Rect rect = transformed(part.rect, place);
    const auto add = [&](BlockId id, BlockKind kind, const std::string& source) {
      Block block = make_block(std::move(id), kind, source);
      block.rect = rect;
      if (!source.empty()) block.font_size = part.font_size * place.scale;
      page_.add_block(block);
    };
    const auto add_details = [&](const Section& section) {
      if (!section.subtitle.empty()) {
        add(block_of(join_id(section.id, "subtitle")), BlockKind::SectionSubtitle, section.subtitle);
      }
      for (std::size_t i = 0; i < section.content.size(); ++i) {
        add(block_of(item_id(join_id(section.id, "content"), i), "text"), BlockKind::DiagramPart,
            section.content[i].text);
      }
    };
    if (const Section* section = section_of(part.id)) {
      if (is_note_of(part, *section)) return add_details(*section);
      // All that stands in it is one text.
      add(block_of(section->id, "title"), BlockKind::Section, node_of(page_.poster(), *section).text);
      add(block_of(join_id(section->id, "title")), BlockKind::SectionTitle, section->title);
      const bool is_apart = std::any_of(parts.begin(), parts.end(),
                                        [&](const DiagramPart& other) { return is_note_of(other, *section); });
      if (!is_apart) add_details(*section);
    } else if (const RingArrow* arrow = arrow_of(part.id)) {
      add(arrow->id, BlockKind::DiagramPart, arrow->source);
    }
  }

  // The groups of texts by what they are on the page.
  void name_groups(DisplayList& items) const {
    for (Item& item : items) {
      Group* group = std::get_if<Group>(&item);
      if (!group) continue;
      if (const Section* section = section_of(group->id)) {
        group->id = section->id;
      } else if (const RingArrow* arrow = arrow_of(group->id)) {
        group->id = arrow->id.block;
      }
      name_groups(group->items);
    }
  }

  void report(const Diagnostics& diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      BlockId id = block_of("layout.kind");
      if (const Section* section = section_of(diagnostic.block)) {
        id = block_of(join_id(section->id, "title"));
      } else if (const RingArrow* arrow = arrow_of(diagnostic.block)) {
        id = arrow->id;
      }
      diagnostic.block.clear();
      diagnostic.field.clear();
      page_.report(id, {diagnostic});
    }
  }

  PageBuilder& page_;
  const RingRoom& room_;
  std::vector<RingArrow> arrows_;
};

}  // namespace

Room draw_ring_nodes(PageBuilder& page, const RingRoom& room) {
  return room.sections.empty() ? Room::Left : RingNodes(page, room).draw();
}

}  // namespace sixiang
