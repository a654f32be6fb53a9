// The fields of the format, each named once: describe(fields, value) walks a struct's fields in the order of the
// specification, with what binds them and what they are called; thing_of() says what the struct is called. Reading,
// writing, checking, editing, its words and the schema are visitors (model/visitor.h); a new field is one line. Here
// are the structs of poster.h; a kind of diagram has its own in its file.
#pragma once

#include <optional>
#include <type_traits>

#include "model/field.h"
#include "model/limits.h"
#include "model/poster.h"
#include "model/words.h"

namespace sixiang {

inline constexpr std::string_view kPosterFormat = "sixiang-poster";

constexpr Thing thing_of(std::type_identity<PageFormat>) {
  return {"page", "The sheet.", {"page", "页面"}, {"Page", "页面"}};
}

void describe(auto& fields, Is<PageFormat> auto& page) {
  constexpr NumberRange kSide{64, 16'384};
  fields.number(Name{"width", "Poster points.", "Width", "宽度"}, page.width, kSide, Presence::Written);
  fields.number(Name{"height", "Poster points.", "Height", "高度"}, page.height, kSide, Presence::Written);
  fields.color(Name{"background", "Behind everything.", "Background", "背景"}, page.background);
  fields.unknown(page.unknown);
}

constexpr Thing thing_of(std::type_identity<Fonts>) {
  return {"fonts", "Ids of faces in the font manifest.", {"fonts", "字体"}, {"Fonts", "字体"}};
}

void describe(auto& fields, Is<Fonts> auto& fonts) {
  fields.face(Name{"title", "Titles.", "Title font", "标题字体"}, fonts.title, Presence::Written);
  fields.face(Name{"text", "Everything else that is no formula.", "Text font", "正文字体"}, fonts.text,
              Presence::Written);
  fields.face(Name{"formula", "Formulas.", "Formula font", "公式字体"}, fonts.formula, Presence::Written);
  fields.unknown(fonts.unknown);
}

constexpr Thing thing_of(std::type_identity<Typography>) {
  return {"typography", "How text is set.", {"typesetting", "排版"}, {"Typesetting", "排版"}};
}

void describe(auto& fields, Is<Typography> auto& typography) {
  fields.flag(Name{"cjkLatinSpace", "A quarter em between Chinese and Latin letters or digits.",
                   "Space between Chinese and Latin", "中西文间距"},
              typography.cjk_latin_space);
  fields.unknown(typography.unknown);
}

constexpr Thing thing_of(std::type_identity<Palette>) {
  return {
      "palette", "Colours that all sections share.", {"shared colours", "公用颜色"}, {"Shared colours", "公用颜色"}};
}

void describe(auto& fields, Is<Palette> auto& palette) {
  fields.color(Name{"ink", "Text and outlines.", "Ink", "墨色"}, palette.ink);
  fields.color(Name{"keyFormula", "Formulas on cards.", "Key formulas", "重点公式"}, palette.key_formula);
  fields.color(Name{"card", "Cards and the shapes of diagrams.", "Cards", "卡片"}, palette.card);
  fields.unknown(palette.unknown);
}

constexpr Thing thing_of(std::type_identity<Emphasis>) {
  return {"emphasis", "Characters of the title that are stressed.", {"emphasis", "强调"}, {"Emphasis", "强调"}};
}

void describe(auto& fields, Is<Emphasis> auto& emphasis) {
  fields.integer(Name{"start", "The first one, counted from 0.", "Characters before", "前面字数"}, emphasis.start,
                 kCharacterIndex, Presence::Written);
  fields.integer(Name{"length", "How many.", "Characters", "强调字数"}, emphasis.length, kCharacterIndex,
                 Presence::Written);
  fields.color(Name{"color", "Their colour.", "Colour", "颜色"}, emphasis.color);
  fields.unknown(emphasis.unknown);
}

constexpr Thing thing_of(std::type_identity<Title>) {
  return {"title", "The poster's title.", {"title", "标题"}, {"Title", "标题"}};
}

void describe(auto& fields, Is<Title> auto& title) {
  fields.text(Name{"text", "The words.", "Text", "文字"}, title.text, Presence::Required);
  fields.object(Name{"emphasis"}, title.emphasis);
  fields.color(Name{"underline", "A marker stroke under the title. Default: none.", "Underline", "下划线"},
               title.underline, Fallback::Nothing);
  fields.unknown(title.unknown);
}

constexpr Thing thing_of(std::type_identity<CenterLine>) {
  return {"centerLine", "A line in the circle.", {"line", "行"}, {"Lines", "文字行"}, {"New line", "新的一行"}};
}

void describe(auto& fields, Is<CenterLine> auto& line) {
  fields.text(Name{"text", "The words.", "Text", "文字"}, line.text, Presence::Required);
  fields.choice(Name{"role", "caption: small; formula: large; text: between.", "Style", "样式"}, line.role,
                CenterRole::Text);
  fields.unknown(line.unknown);
}

constexpr Thing thing_of(std::type_identity<Center>) {
  return {"center",
          "The circle that joins the sections of the layout quadrants. Default: none.",
          {"centre circle", "中心圆"},
          {"Centre circle", "中心圆"},
          {"$p(x)$", "$p(x)$"}};
}

void describe(auto& fields, Is<Center> auto& center) {
  fields.color(Name{"fill", "The disc.", "Fill", "填充"}, center.fill);
  fields.list(Name{"lines", "From top to bottom."}, center.lines, 16, Presence::Written);
  fields.unknown(center.unknown);
}

constexpr Thing thing_of(std::type_identity<Label>) {
  return {"label", "A statement.", {"label", "要点"}, {"Labels", "要点"}, {"New label", "新要点"}};
}

void describe(auto& fields, Is<Label> auto& label) {
  fields.text(Name{"text", "The words.", "Text", "文字"}, label.text, Presence::Required);
  fields.choice(Name{"role", "text: a bullet; key: on a card, formulas in the palette's keyFormula.", "Role", "类别"},
                label.role, LabelRole::Text);
  fields.color(Name{"color", "Default: ink, or keyFormula for the formulas of a key label.", "Colour", "颜色"},
               label.color, Fallback::Label);
  fields.unknown(label.unknown);
}

constexpr Thing thing_of(std::type_identity<Badge>) {
  return {"badge", "A tag in the header. Default: none.", {"badge", "徽章"}, {"Badge", "徽章"}, {"New", "重点"}};
}

void describe(auto& fields, Is<Badge> auto& badge) {
  fields.text(Name{"text", "The words.", "Text", "文字", Lines::One}, badge.text, Presence::Required);
  fields.color(Name{"color", "Border and words.", "Colour", "颜色"}, badge.color);
  fields.unknown(badge.unknown);
}

constexpr Thing thing_of(std::type_identity<SectionColors>) {
  return {"colors", "A section's colours.", {"colours", "颜色"}, {"Colours", "颜色"}};
}

void describe(auto& fields, Is<SectionColors> auto& colors) {
  fields.color(Name{"fill", "The body.", "Body", "正文区"}, colors.fill);
  fields.color(Name{"header", "Behind the title.", "Header", "标题栏"}, colors.header);
  fields.color(Name{"accent", "Arrows and bullets.", "Accent", "强调色"}, colors.accent);
  fields.color(Name{"outline", "Outlines. Default: the palette's ink.", "Outline", "轮廓"}, colors.outline,
               Fallback::Ink);
  fields.unknown(colors.unknown);
}

constexpr Thing thing_of(std::type_identity<Diagram>) {
  return {"diagram", "", {"diagram", "示意图"}, {"Diagram", "示意图"}};
}

// Which kind a diagram is: written before its fields, by the visitors' diagram().
inline constexpr Name kDiagramKind{"kind", "", "Kind", "类型"};

constexpr Thing thing_of(std::type_identity<Section>) {
  return {"section",
          "One topic: a coloured panel with header, diagram and labels.",
          {"section", "板块"},
          {"Sections", "板块"},
          {"New section", "新板块"}};
}

void describe(auto& fields, Is<Section> auto& section) {
  fields.id(Name{"id", "Unique. Names the section to the editor, in messages and in the layout dump."}, section.id,
            Presence::Required);
  fields.text(Name{"title", "In the header; may be empty.", "Title", "标题"}, section.title, Presence::Required);
  fields.choice(Name{"icon", "Behind the title.", "Icon", "图标"}, section.icon, Icon::None);
  fields.color(Name{"iconColor", "Default: the badge's colour, else the accent.", "Icon colour", "图标颜色"},
               section.icon_color, Fallback::Icon);
  fields.object(Name{"badge"}, section.badge);
  fields.object(Name{"colors"}, section.colors, Presence::Written);
  fields.diagram(Name{"diagram", "Default: none."}, section.diagram);
  fields.list(Name{"labels", "Below the diagram, in this order."}, section.labels, 64, Presence::Written);
  fields.unknown(section.unknown);
}

constexpr Thing thing_of(std::type_identity<Decoration>) {
  return {
      "decoration", "A small shape; the layout finds the free room.", {"decoration", "装饰"}, {"Decorations", "装饰"}};
}

void describe(auto& fields, Is<Decoration> auto& decoration) {
  fields.choice(Name{"kind", "What.", "Kind", "类型"}, decoration.kind, std::nullopt);
  fields.choice(Name{"place", "Where.", "Place", "位置"}, decoration.place, std::nullopt);
  fields.color(Name{"color", "Its fill.", "Colour", "颜色"}, decoration.color);
  fields.unknown(decoration.unknown);
}

constexpr Thing thing_of(std::type_identity<Poster>) { return {"poster", "", {"poster", "海报"}, {"Poster", "海报"}}; }

// "format" and "version" stand before these; the visitors' callers see to them.
void describe(auto& fields, Is<Poster> auto& poster) {
  fields.object(Name{"page"}, poster.page, Presence::Written);
  fields.choice(Name{"layout", "How the sections are arranged.", "Layout", "版式"}, poster.layout, std::nullopt);
  fields.object(Name{"fonts"}, poster.fonts, Presence::Written);
  fields.object(Name{"typography"}, poster.typography, Presence::Written);
  fields.object(Name{"palette"}, poster.palette, Presence::Written);
  fields.object(Name{"title"}, poster.title, Presence::Required);
  fields.object(Name{"center"}, poster.center);
  fields.list(Name{"sections", "In reading order."}, poster.sections, 32, Presence::Written);
  fields.list(Name{"decorations", "Small shapes in free places."}, poster.decorations, 64, Presence::Sparse);
  fields.unknown(poster.unknown);
}

}  // namespace sixiang
