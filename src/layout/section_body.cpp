#include "layout/section_body.h"

#include "layout/design.h"

#include <algorithm>

namespace sixiang {

namespace {

LabelStyle style_of(const PageBuilder& page, const Section& section, const Label& label) {
  const bool key = label.role == LabelRole::Key;
  const Color ground = label_ground(page.poster(), section, label);
  LabelStyle style =
      label_style(page, (key ? kDesign.body.key_text_size : kDesign.body.text_size) * page.unit(), ground);
  style.formula_color = label_color(page.poster(), section, label);
  if (key) {
    style.formula_scale = kDesign.body.key_formula_scale;
    style.formula_display = is_formula(parse_label(label.text)) ? math::Display::Block : math::Display::Inline;
  }
  if (!key) style.text.color = style.formula_color;
  return style;
}

// Diagrams are laid out on the design's own scale and then placed at the page's: the same picture on every size of
// page.
DiagramStyle diagram_style(const PageBuilder& page, const Section& section, Size room, float zoom) {
  DiagramStyle style;
  style.max_size = {room.width / page.unit(), room.height / page.unit()};
  style.text_size = kDesign.body.diagram_text * zoom;
  style.min_text_size = kDesign.body.least_diagram_text;
  style.border_width = page.border_width() / page.unit();
  style.arrow_width = kDesign.body.arrow_width * (0.5f + 0.5f * zoom);
  style.arrow_head = kDesign.body.arrow_head * zoom;
  style.text_face = page.text_face();
  style.ink = ink_color(page.poster());
  style.accent = accent_color(page.poster(), section);
  style.card = card_color(page.poster());
  style.ground = seen_on_page(page.poster(), body_color(page.poster(), section));
  style.key_formula = key_formula_color(page.poster());
  style.cjk_latin_space = page.poster().typography.cjk_latin_space;
  return style;
}

DiagramLayout measure_section_diagram(const PageBuilder& page, const Section& section, Size room, float zoom) {
  return measure_diagram(*leading_diagram(section), diagram_style(page, section, room, zoom), page.fonts());
}

float largest_text(const DiagramLayout& diagram) {
  float size = 0;
  for (const DiagramPart& part : diagram.parts) size = std::max(size, part.font_size);
  return size;
}

DiagramHeights natural_heights(const PageBuilder& page, const MeasuredSection& content) {
  const Rect area = lead_area(page, content, content.reading);
  const auto layout = [&](float zoom) {
    const float most =
        std::min(kDesign.body.diagram_part * area.height, kDesign.body.natural_diagram_most * zoom * page.unit());
    return measure_section_diagram(page, *content.section, {area.width, most}, zoom);
  };
  const DiagramLayout plain = layout(kPlainZoom);
  const float height = plain.box.height() * page.unit();
  // What is cramped already does not grow.
  if (largest_text(plain) < kDesign.body.diagram_text * kDesign.body.cramped) return {height, height, kPlainZoom};
  const DiagramLayout magnified = layout(kMostZoom);
  const float most_zoom = std::clamp(largest_text(magnified) / kDesign.body.diagram_text, kPlainZoom, kMostZoom);
  if (most_zoom == kPlainZoom) return {height, height, kPlainZoom};
  return {height, magnified.box.height() * page.unit(), most_zoom};
}

bool is_wide(const PageBuilder& page, const Rect& area) {
  return area.width >= kDesign.body.wide_across * area.height && area.width >= kDesign.body.least_across * page.unit();
}

// A diagram that is itself a strip needs the whole width.
bool is_strip(const PageBuilder& page, const Section& section, const Rect& area) {
  const Box box = measure_section_diagram(page, section, {area.width, area.height}, kMostZoom).box;
  return box.width * page.unit() > kDesign.body.strip_part * area.width &&
         box.width > kDesign.body.strip * box.height();
}

// How the section would be read by itself; nullopt: it is all the same.
std::optional<Reading> reading_of(const PageBuilder& page, const MeasuredSection& content) {
  const std::vector<MeasuredLabel>& labels = content.labels;
  if (labels.empty() || !is_wide(page, content.area)) return std::nullopt;
  if (widest_key_scale(page, content, Reading::Across) < kDesign.body.keys_across) return Reading::Down;
  if (leading_diagram(*content.section)) {
    return is_strip(page, *content.section, content.area) ? Reading::Down : Reading::Across;
  }
  if (labels.front().role() != LabelRole::Key || labels.back().role() == LabelRole::Key) return std::nullopt;
  return Reading::Across;
}

}  // namespace

const Diagram* leading_diagram(const Section& section) {
  const bool leads = !section.content.empty() && section.content.front().diagram;
  return leads ? &*section.content.front().diagram : nullptr;
}

MeasuredSection measure_section(const PageBuilder& page, const Section& section, const Rect& area) {
  MeasuredSection content;
  content.section = &section;
  content.area = area;
  for (std::size_t i = 0; i < section.content.size(); ++i) {
    const Label& label = section.content[i];
    if (!label.diagram) content.labels.emplace_back(i, label, style_of(page, section, label), page.fonts());
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
    contents[i].reading = alike ? readings[i].value_or(Reading::Down) : Reading::Down;
    if (leading_diagram(*contents[i].section)) contents[i].diagram = natural_heights(page, contents[i]);
  }
}

DiagramLayout layout_section_diagram(const PageBuilder& page, const Section& section, Size room, float zoom) {
  return layout_diagram(*leading_diagram(section), diagram_style(page, section, room, zoom), page.fonts());
}

float bottom_padding(const PageBuilder& page) { return kDesign.body.bottom_padding * page.unit(); }

}  // namespace sixiang
