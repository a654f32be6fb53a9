#include "layout/section_frame.h"

#include <algorithm>

#include "layout/design.h"
#include "layout/ornament.h"
#include "layout/page_design.h"

namespace sixiang {

namespace {

// A card of less height than this many headers has a lower one.
Rect strip_of(const PageBuilder& page, const Section& section, const Rect& frame) {
  return {frame.x, frame.y, frame.width,
          std::min(header_height(page, section), frame.height / kDesign.frame.most_header)};
}

// What is filled with the header's colour, with the corners that are the frame's own.
Path header_shape(const Section& section, const FrameParts& parts, float radius) {
  if (!parts.column.empty()) return left_rounded_rectangle(parts.column, radius);
  return section.header == HeaderKind::Side ? left_rounded_rectangle(parts.header, radius)
                                            : top_rounded_rectangle(parts.header, radius);
}

void draw_shadow(PageBuilder& page, const Path& frame) {
  const FrameLook& look = frame_look(page.poster().style);
  if (look.shadow == 0) return;
  const Placement down{{0, look.shadow * page.unit()}, 1};
  Color color = ink_color(page.poster());
  color.alpha = look.shadow_alpha;
  page.fill(transformed(frame, down), color);
}

// Between header and body.
void draw_rule(PageBuilder& page, const Section& section, const Rect& header, Color color, float width) {
  const float reach = width / 2;  // its round ends stay within the frame's own border
  Path line;
  if (section.header == HeaderKind::Side) {
    line.move_to({header.right(), header.top() + reach});
    line.line_to({header.right(), header.bottom() - reach});
  } else {
    line.move_to({header.left() + reach, header.bottom()});
    line.line_to({header.right() - reach, header.bottom()});
  }
  page.stroke(line, color, width);
}

// A part of the frame's outline, which it interrupts.
void draw_pointer(PageBuilder& page, const Pointer& pointer, Color ground, Color outline, float width) {
  const Point inwards = unit(lerp(pointer.from, pointer.to, 0.5f) - pointer.tip) * width;
  page.fill(polyline({pointer.from + inwards, pointer.from, pointer.tip, pointer.to, pointer.to + inwards,
                      pointer.from + inwards}),
            ground);
  if (width > 0) page.stroke(polyline({pointer.from, pointer.tip, pointer.to}), outline, width);
}

// As pale as that, or paler until what it says can be read.
Color paler(const Poster& poster, Color color, float pale) {
  const Color card = card_color(poster);
  const auto is_readable = [&](Color ground) {
    const Color seen = seen_on_page(poster, ground);
    return contrast(ink_on(poster, seen), seen) >= kDesign.type.least_contrast;
  };
  Color found = mixed(color, card, pale);
  for (; pale < 1 && !is_readable(found); pale += 0.05f) found = mixed(color, card, pale);
  return found;
}

}  // namespace

bool shows_only_a_table(const Section& section) {
  return section.header == HeaderKind::Strip && section.sections.empty() && section.content.size() == 1 &&
         section.content[0].text.empty() && section.content[0].diagram &&
         std::holds_alternative<TableDiagram>(*section.content[0].diagram);
}

Color strip_color(const Poster& poster, const Section& section) {
  const Color header = header_color(poster, section);
  const bool is_given_to_head = shows_only_a_table(section) && section.colors.header;
  return is_given_to_head ? paler(poster, header, kDesign.frame.caption_pale) : header;
}

Color table_head_color(const Poster& poster, const Section& section) {
  if (section.colors.header) return *section.colors.header;
  if (section.colors.accent) return *section.colors.accent;
  return paler(poster, header_color(poster, section), kDesign.frame.table_head_pale);
}

float side_padding(const PageBuilder& page, float width) {
  const Gap& design = kDesign.frame.side_padding;
  const float wide = at_length(design, length_of(page.poster().page)) * page.unit();
  return std::min(wide, std::max(design.tight * page.unit(), kDesign.frame.narrow_padding * width));
}

float full_header_height(const PageBuilder& page, const Section& section) {
  const bool plain = section.header == HeaderKind::Plain || has_title_in_body(page, section);
  const float lines = page.subtitles() == Subtitles::Below ? kDesign.frame.stacked_header : 1;
  const bool airy = page.air() == Air::Wide;
  const float higher = airy ? at_length({1, kDesign.frame.airy_header}, length_of(page.poster().page)) : 1;
  return (plain ? kDesign.frame.plain_header_height : kDesign.frame.header_height) * lines * higher * page.unit();
}

bool has_title_in_body(const PageBuilder& page, const Section& section) {
  const PageFormat& format = page.poster().page;
  const bool is_step = section.header == HeaderKind::Side && section.place == SectionPlace::Flow;
  return is_step && !section.title.empty() && (!section.number.empty() || is_drawn_icon(section.icon)) &&
         format.height >= kPage.frame.tall_page * format.width;
}

float header_height(const PageBuilder& page, const Section& section) {
  if (has_title_in_body(page, section)) {
    return full_header_height(page, section) + kPage.frame.above_title_in_body * page.unit();
  }
  switch (section.header) {
    case HeaderKind::Strip:
    case HeaderKind::Plain:
      return full_header_height(page, section);
    case HeaderKind::Side:
    case HeaderKind::None:
      break;
  }
  return 0;
}

// A band across the page, low and long, has the width for its title on one line.
float side_header_width(const PageBuilder& page, const Section& section, const Rect& frame) {
  const FramePartsDesign& design = kPage.frame;
  if (has_title_in_body(page, section))
    return std::min(design.step_column * page.unit(), design.most_side_header * frame.width);
  const float width = std::min(design.side_header * page.unit(), design.most_side_header * frame.width);
  const bool is_band = section.place == SectionPlace::Top || section.place == SectionPlace::Bottom;
  if (!is_band || section.number.size() + section.icon.size() > 0 || frame.width < design.band * frame.height)
    return width;
  const LabelStyle style = label_style(page, kDesign.header.title_size * page.unit(), {});
  const float title = layout_label(section.title, style, page.fonts()).box.width;
  const float wanted = title + 2 * design.band_padding * page.unit();
  return wanted > design.most_band_header * frame.width ? width : std::max(width, wanted);
}

FrameParts frame_parts(const PageBuilder& page, const Section& section, const Rect& frame) {
  if (section.header == HeaderKind::Side) {
    const float width = side_header_width(page, section, frame);
    const Rect column{frame.x, frame.y, width, frame.height};
    const Rect rest{frame.x + width, frame.y, frame.width - width, frame.height};
    if (!has_title_in_body(page, section)) return {column, rest, {}};
    const float bottom = rest.y + std::min(header_height(page, section), rest.height / kDesign.frame.most_header);
    const float top = std::max(rest.y, bottom - full_header_height(page, section));
    return {rect_from_edges(rest.left(), top, rest.right(), bottom),
            rect_from_edges(rest.left(), bottom, rest.right(), rest.bottom()), column};
  }
  const Rect header = strip_of(page, section, frame);
  return {header, rect_from_edges(frame.left(), header.bottom(), frame.right(), frame.bottom()), {}};
}

void draw_frame(PageBuilder& page, const Zone& zone) {
  const Section& section = *zone.section;
  const FrameLook& look = frame_look(page.poster().style);
  const float radius = kDesign.frame.corner_radius * page.unit(), width = look.line * page.unit();
  const SectionPaint paint = section_paint(page.poster(), section);
  const Color strip = strip_color(page.poster(), section);
  const Path frame = rounded_rectangle(zone.rect, radius);
  draw_shadow(page, frame);
  const bool has_header = section.header == HeaderKind::Strip || section.header == HeaderKind::Side;
  page.fill(frame, paint.body);
  const FrameParts parts = frame_parts(page, section, zone.rect);
  if (has_header) {
    page.fill(header_shape(section, parts, radius), strip);
    const Rect& ground = parts.column.empty() ? parts.header : parts.column;
    if (look.rule > 0) draw_rule(page, section, ground, paint.outline, look.rule * page.unit());
  }
  if (width > 0) page.stroke(frame, paint.outline, width);
  if (zone.pointer) {
    const bool on_header = zone.pointer->tip.y < zone.rect.top() && section.header == HeaderKind::Strip;
    draw_pointer(page, *zone.pointer, on_header ? strip : paint.body, paint.outline, width);
  }
  Block block = make_block(block_of(section.id, "title"), BlockKind::Section);
  block.rect = zone.rect;
  page.add_block(block);
}

Rect header_room(const PageBuilder& page, const Zone& zone, const Obstacle& obstacle) {
  const FrameParts parts = frame_parts(page, *zone.section, zone.rect);
  Rect header = parts.header;
  if (zone.spoke_end) header = rect_from_edges(zone.body.left(), header.top(), zone.body.right(), header.bottom());
  const float padding = side_padding(page, zone.rect.width);
  if (zone.section->header == HeaderKind::Side && parts.column.empty()) {
    const Rect free = beside(obstacle, header, header.top(), header.bottom());
    return inset(free, std::min({padding * kDesign.frame.padding_after, free.width / 8, free.height / 8}));
  }
  const float text = kDesign.frame.header_text * page.unit();
  const Rect free = beside(obstacle, header, header.center().y - text, header.center().y + text);
  const bool cut_left = free.left() > header.left(), cut_right = free.right() < header.right();
  return rect_from_edges(free.left() + (cut_left ? padding * kDesign.frame.padding_after : padding), header.top(),
                         free.right() - (cut_right ? padding * kDesign.frame.padding_before : padding),
                         header.bottom());
}

float body_padding(const PageBuilder& page, float width) { return std::min(side_padding(page, width), width / 8); }

Rect body_room(const PageBuilder& page, const Zone& zone, const Obstacle& obstacle) {
  const Rect& body = zone.body;
  const float padding = body_padding(page, body.width);
  return clear_of(obstacle, {body.x + padding, body.y, body.width - 2 * padding, body.height});
}

}  // namespace sixiang
