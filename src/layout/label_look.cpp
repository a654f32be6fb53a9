#include "layout/label_look.h"

#include <algorithm>

#include "layout/design.h"
#include "layout/section_body.h"

namespace sixiang {

namespace {

// The section's accent, as much darker (on a dark ground: lighter) as it takes to be read.
Color text_accent(const PageBuilder& page, const Section& section, Color ground) {
  const Color accent = accent_color(page.poster(), section), ink = ink_on(page.poster(), ground);
  for (float part = 0; part < 1; part += 0.1f) {
    const Color color = mixed(accent, ink, part);
    if (contrast(color, ground) >= kDesign.type.least_contrast) return color;
  }
  return ink;
}

// All key labels are formulas and nothing else: then they are set as on lines of their own, else all as within text.
bool stand_alone(const Section& section) {
  return std::all_of(section.content.begin(), section.content.end(), [](const Label& label) {
    return label.role != LabelRole::Key || label.diagram || is_formula(parse_label(label.text));
  });
}

float relative_size(LabelRole role, LabelPiece piece) {
  const RolesDesign& roles = kDesign.roles;
  switch (role) {
    case LabelRole::Text:
      return piece == LabelPiece::Seal ? roles.seal_text : 1;
    case LabelRole::Key:
      return 1;
    case LabelRole::Sub:
      return roles.sub;
    case LabelRole::Figure:
      return piece == LabelPiece::Tail ? 1 : roles.figure;
    case LabelRole::Callout:
      return roles.callout;
    case LabelRole::Code:
      return roles.code;
    case LabelRole::Tag:
      return roles.tag;
  }
  return 1;
}

float embolden(LabelRole role, LabelPiece piece) {
  const TypeDesign& type = kDesign.type;
  switch (role) {
    case LabelRole::Figure:
      return piece == LabelPiece::Tail ? type.embolden : type.figure_embolden;
    case LabelRole::Callout:
    case LabelRole::Tag:
      return type.embolden + type.stress;
    case LabelRole::Code:
      return type.code_embolden;
    case LabelRole::Text:
    case LabelRole::Key:
    case LabelRole::Sub:
      return type.embolden;
  }
  return type.embolden;
}

}  // namespace

Color lead_color(const PageBuilder& page, const Section& section) {
  return text_accent(page, section, seen_on_page(page.poster(), body_color(page.poster(), section)));
}

bool is_body_like_card(const PageBuilder& page, const Section& section) {
  if (is_dark(background_color(page.poster()))) return false;
  const Color body = seen_on_page(page.poster(), body_color(page.poster(), section));
  return contrast(body, seen_on_page(page.poster(), card_color(page.poster()))) < kDesign.body.least_card_contrast;
}

BadgeColors badge_colors(const PageBuilder& page, const Badge& badge) {
  const Color card = card_color(page.poster()), ink = ink_color(page.poster());
  if (contrast(badge.color, seen_on_page(page.poster(), card)) >= kDesign.type.least_contrast_of_large_text)
    return {card, badge.color, badge.color};
  return {badge.color, ink, ink_on(page.poster(), seen_on_page(page.poster(), badge.color))};
}

Color box_fill(const PageBuilder& page, const Section& section, LabelRole role) {
  switch (role) {
    case LabelRole::Callout:
      return mixed(header_color(page.poster(), section), card_color(page.poster()), kDesign.roles.callout_pale);
    case LabelRole::Tag:
      return header_color(page.poster(), section);
    case LabelRole::Key:
    case LabelRole::Code:
      return card_color(page.poster());
    case LabelRole::Text:
    case LabelRole::Sub:
    case LabelRole::Figure:
      return body_color(page.poster(), section);
  }
  return body_color(page.poster(), section);
}

LabelStyle label_look(const PageBuilder& page, const Section& section, const Label& label, LabelPiece piece) {
  const LabelRole role = label.diagram ? LabelRole::Text : label.role;
  const bool key = role == LabelRole::Key;
  const Color ground = seen_on_page(page.poster(), box_fill(page, section, role));
  const float size = key ? kDesign.body.key_text_size : kDesign.body.text_size;
  const bool insight = is_insight(section);
  const float relative = label.diagram ? kDesign.roles.caption
                         : insight     ? kDesign.insight.text * relative_size(role, piece)
                                       : relative_size(role, piece);
  LabelStyle style = label_style(page, size * relative * page.unit(), ground);
  style.text.embolden_em = embolden(role, piece) + (insight && role == LabelRole::Text ? kDesign.type.stress : 0);
  if (role != LabelRole::Code) style.text.latin_embolden_em = kDesign.type.latin_embolden;
  style.formula_embolden_em = kDesign.type.formula_embolden;
  style.stress_em = kDesign.type.stress;
  style.lead_color = key ? style.text.color : text_accent(page, section, ground);
  // There the section's colour is else only above.
  if (is_body_like_card(page, section)) style.highlight = header_color(page.poster(), section);
  style.signs = kDesign.type.signs;
  style.signs->outline = style.text.color;
  if (key) {
    style.formula_color = label.color.value_or(key_formula_color(page.poster()));
    style.formula_scale = kDesign.body.key_formula_scale;
    style.formula_display = stand_alone(section) ? math::Display::Block : math::Display::Inline;
    style.paragraph.align = TextAlign::Center;
  } else if (piece == LabelPiece::Seal) {
    style.paragraph.align = TextAlign::Center;
    style.paragraph.line_height = kDesign.roles.seal_line;
    style.text.embolden_em = kDesign.type.embolden + kDesign.type.stress;
    style.text.color = ink_on(page.poster(), seen_on_page(page.poster(), kDesign.roles.seal_fill));
  } else if (label.color) {
    style.text.color = style.formula_color = style.lead_color = *label.color;
  } else if (role == LabelRole::Figure && piece != LabelPiece::Tail) {
    style.text.color = style.formula_color = text_accent(page, section, ground);
  }
  if (role == LabelRole::Figure || label.diagram || insight) style.paragraph.align = TextAlign::Center;
  return style;
}

}  // namespace sixiang
