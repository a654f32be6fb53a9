#include "layout/section_body.h"

#include "layout/design.h"
#include "layout/grid_cells.h"
#include "layout/groups.h"
#include "layout/ornament.h"
#include "layout/section_frame.h"

#include <algorithm>

namespace sixiang {

namespace {

// Of the room that a section has where its height is still to be found.
constexpr float kAnyHeight = 100'000;

// Diagrams are laid out on the design's own scale and then placed at the page's: the same picture on every size of
// page.
DiagramStyle diagram_style(const PageBuilder& page, const Section& section, Size room, float zoom) {
  const Poster& poster = page.poster();
  DiagramStyle style;
  style.max_size = {room.width / page.unit(), room.height / page.unit()};
  style.text_size = kDesign.body.diagram_text * zoom;
  style.min_text_size = kDesign.body.least_diagram_text;
  style.readable = kDesign.type.readable;
  style.border_width = page.border_width() / page.unit();
  style.arrow_width = kDesign.body.arrow_width * (0.5f + 0.5f * zoom);
  style.arrow_head = kDesign.body.arrow_head * zoom;
  style.text_face = page.text_face();
  style.ink = ink_color(poster);
  style.accent = accent_color(poster, section);
  style.card = card_color(poster);
  style.ground = seen_on_page(poster, body_color(poster, section));
  style.key_formula = key_formula_color(poster);
  style.tone = seen_on_page(poster, header_color(poster, section));
  style.head = table_head_color(poster, section);
  style.cjk_latin_space = poster.typography.cjk_latin_space;
  return style;
}

DiagramLayout measure_section_diagram(const PageBuilder& page, const Section& section, std::size_t index, Size room,
                                      float zoom) {
  return page.diagrams().measured(*section.content[index].diagram, diagram_style(page, section, room, zoom),
                                  page.fonts());
}

float largest_text(const DiagramLayout& diagram) {
  float size = 0;
  for (const DiagramPart& part : diagram.parts) size = std::max(size, part.font_size);
  return size;
}

void measure_diagram_heights(const PageBuilder& page, const MeasuredSection& content, MeasuredDiagram& diagram) {
  const Rect area = lead_area(page, content, content.reading);
  const auto layout = [&](float zoom) {
    // What is all that a section shows may fill it.
    const bool alone = content.pieces.size() == 1 && area.height < kAnyHeight;
    const float most = alone ? area.height
                             : std::min(kDesign.body.diagram_part * area.height,
                                        kDesign.body.natural_diagram_most * zoom * page.unit());
    return measure_section_diagram(page, *content.section, diagram.index, {area.width, most}, zoom);
  };
  if (shows_one_tree(page.poster()) && content.section->place == SectionPlace::Flow) {
    const DiagramLayout tree = layout(kMostZoom);
    diagram.plain = diagram.magnified = tree.box.height() * page.unit();
    diagram.least_zoom = diagram.most_zoom = kMostZoom;
    diagram.is_limited = largest_text(tree) < kMostZoom * kDesign.body.diagram_text * kDesign.body.cramped;
    return;
  }
  const DiagramLayout plain = layout(kPlainZoom);
  diagram.plain = diagram.magnified = plain.box.height() * page.unit();
  diagram.most_zoom = kPlainZoom;
  // What is cramped already does not grow.
  if (largest_text(plain) < kDesign.body.diagram_text * kDesign.body.cramped) return;
  const DiagramLayout magnified = layout(kMostZoom);
  diagram.most_zoom = std::clamp(largest_text(magnified) / kDesign.body.diagram_text, kPlainZoom, kMostZoom);
  if (diagram.most_zoom > kPlainZoom) diagram.magnified = magnified.box.height() * page.unit();
}

bool is_wide(const PageBuilder& page, const Rect& area) {
  return area.width >= kDesign.body.wide_across * area.height && area.width >= kDesign.body.least_across * page.unit();
}

// A diagram that is itself a strip needs the whole width.
bool is_strip(const PageBuilder& page, const MeasuredSection& content, std::size_t diagram) {
  const Rect& area = content.area;
  const Box box = measure_section_diagram(page, *content.section, content.diagrams[diagram].index,
                                          {area.width, area.height}, kMostZoom)
                      .box;
  return box.width * page.unit() > kDesign.body.strip_part * area.width &&
         box.width > kDesign.body.strip * box.height();
}

// How the section would be read by itself; nullopt: it is all the same.
std::optional<Reading> reading_of(const PageBuilder& page, const MeasuredSection& content) {
  const std::vector<BodyPiece>& pieces = content.pieces;
  if (pieces.size() < 2 || !is_wide(page, content.area)) return std::nullopt;
  if (widest_key_scale(page, content, Reading::LeadLeft) < kDesign.body.keys_across) return Reading::Down;
  for (const BodyPiece* piece : {&pieces.front(), &pieces.back()}) {
    if (piece->kind != BodyPieceKind::Diagram) continue;
    if (is_strip(page, content, piece->diagram)) return Reading::Down;
    return piece == &pieces.front() ? Reading::LeadLeft : Reading::LastRight;
  }
  if (pieces.front().kind != BodyPieceKind::Card || pieces.back().kind != BodyPieceKind::List) return std::nullopt;
  return Reading::LeadLeft;
}

BodyPieceKind piece_of(LabelRole role) {
  switch (role) {
    case LabelRole::Text:
    case LabelRole::Sub:
      return BodyPieceKind::List;
    case LabelRole::Key:
      return BodyPieceKind::Card;
    case LabelRole::Figure:
      return BodyPieceKind::Figures;
    case LabelRole::Callout:
      return BodyPieceKind::Callout;
    case LabelRole::Code:
      return BodyPieceKind::Code;
    case LabelRole::Tag:
      return BodyPieceKind::Tags;
  }
  return BodyPieceKind::List;
}

void add_diagram(const PageBuilder& page, MeasuredSection& content, std::size_t index) {
  const std::size_t first = content.labels.size();
  if (!content.section->content[index].text.empty()) content.labels.emplace_back(page, *content.section, index);
  content.pieces.push_back({BodyPieceKind::Diagram, first, content.labels.size(), content.diagrams.size()});
  content.diagrams.emplace_back().index = index;
}

void add_label(const PageBuilder& page, MeasuredSection& content, std::size_t index) {
  content.labels.emplace_back(page, *content.section, index);
  content.has_tiles = content.has_tiles || !content.labels.back().tile().empty();
  content.has_seals = content.has_seals || content.labels.back().has_seal();
  const BodyPieceKind kind = piece_of(content.section->content[index].role);
  const bool goes_on = !content.pieces.empty() && content.pieces.back().kind == kind && kind != BodyPieceKind::Callout;
  if (!goes_on) content.pieces.push_back({kind, content.labels.size() - 1, 0, 0});
  content.pieces.back().last = content.labels.size();
  if (!goes_on)
    content.pieces.back().has_groups = page.groups() == Groups::OnCards && is_in_groups(*content.section, index) &&
                                       is_read_on_cards(page, *content.section);
}

}  // namespace

bool is_insight(const Section& section) {
  return section.header == HeaderKind::None && section.sections.empty() && !section.content.empty() &&
         section.content.size() <= kDesign.insight.most_labels && section.content[0].role == LabelRole::Text &&
         std::all_of(section.content.begin(), section.content.end(), [](const Label& label) {
           const bool is_said = label.role == LabelRole::Text || label.role == LabelRole::Sub;
           return !label.diagram && is_said && label.bullet == Bullet::None;
         });
}

float bar_icon_width(const PageBuilder& page, const Section& section) {
  if (section.header != HeaderKind::None || !is_drawn_icon(section.icon)) return 0;
  return (2 * kDesign.insight.disc_radius + kDesign.insight.icon_gap) * page.unit();
}

void put_into(const PageBuilder& page, MeasuredSection& content, const Rect& area) {
  content.whole_area = area;
  const float icon = std::min(bar_icon_width(page, *content.section), area.width / 2);
  content.area = {area.x + icon, area.y, area.width - icon, area.height};
}

MeasuredSection measure_section(const PageBuilder& page, const Section& section, const Rect& area) {
  MeasuredSection content;
  content.section = &section;
  put_into(page, content, area);
  for (std::size_t i = 0; i < section.content.size(); ++i) {
    if (section.content[i].diagram) {
      add_diagram(page, content, i);
    } else {
      add_label(page, content, i);
    }
  }
  return content;
}

void measure_diagrams(const PageBuilder& page, std::vector<MeasuredSection>& contents) {
  std::vector<std::optional<Reading>> readings;
  readings.reserve(contents.size());
  for (const MeasuredSection& content : contents) readings.push_back(reading_of(page, content));
  const bool alike = std::none_of(readings.begin(), readings.end(),
                                  [](const std::optional<Reading>& reading) { return reading == Reading::Down; });
  for (std::size_t i = 0; i < contents.size(); ++i) {
    MeasuredSection& content = contents[i];
    content.reading = alike ? readings[i].value_or(Reading::Down) : Reading::Down;
    for (MeasuredDiagram& diagram : content.diagrams) measure_diagram_heights(page, content, diagram);
  }
}

namespace {

// In a list or in rows, as it becomes lower.
float lowest(const PageBuilder& page, const MeasuredSection& content, ArrangementOptions options) {
  options.columns = 1;
  const float in_list = arrange(page, content, options).bottom;
  options.columns = 0;
  return std::min(in_list, arrange(page, content, options).bottom);
}

}  // namespace

float needed_height(const PageBuilder& page, MeasuredSection& content, float width, float scale, KeySize keys) {
  const float icon = std::min(bar_icon_width(page, *content.section), width / 2);
  const bool same_width = content.area.width == width - icon;
  content.area = content.whole_area = {0, 0, width - icon, kAnyHeight};
  if (!same_width) {
    for (MeasuredDiagram& diagram : content.diagrams) measure_diagram_heights(page, content, diagram);
  }
  ArrangementOptions options;
  options.scale = scale;
  options.key_scale = key_scale_beside(page, content, scale);
  options.zoom = kPlainZoom;
  // Beside other things a diagram asks for little: it may grow where the page has room.
  const float wanted = content.pieces.size() > 1 ? kDesign.search.diagram_needed * page.unit() : kAnyHeight;
  for (const MeasuredDiagram& diagram : content.diagrams) {
    options.zoom = std::max(options.zoom, std::min(scale, diagram.most_zoom));
    options.diagram_height = std::max(options.diagram_height, std::min(diagram.plain, wanted) * options.zoom);
  }
  options.stretch = kDesign.search.spacing_needed;
  options.wrapping = Wrapping::BetweenWords;
  float height = lowest(page, content, options);
  const float least = least_key_scale(content, scale, keys);
  if (least < options.key_scale) {
    options.key_scale = least;
    height = std::min(height, lowest(page, content, options));
  }
  height += bottom_padding(page);
  const float disc = icon > 0 ? 2 * (kDesign.insight.disc_radius + kDesign.insight.disc_margin) * page.unit() : 0;
  return std::max(height, disc);
}

DiagramLayout layout_section_diagram(const PageBuilder& page, const Section& section, std::size_t index, Size room,
                                     const DiagramSetting& setting) {
  DiagramStyle style = diagram_style(page, section, room, setting.zoom);
  style.beside = setting.beside;
  if (setting.full_bleed) style.full_bleed = *setting.full_bleed / page.unit();
  return page.diagrams().laid_out(*section.content[index].diagram, style, page.fonts());
}

float bottom_padding(const PageBuilder& page) { return kDesign.body.bottom_padding * page.unit(); }

}  // namespace sixiang
