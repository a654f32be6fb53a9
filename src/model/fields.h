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
  fields.color(Name{"background", "Behind everything. Default: the style's.", "Background", "背景"}, page.background,
               Fallback::Background);
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
  fields.flag(Name{"cjkLatinSpace", "An eighth of an em between Chinese and Latin letters or digits.",
                   "Space between Chinese and Latin", "中西文间距"},
              typography.cjk_latin_space);
  fields.unknown(typography.unknown);
}

constexpr Thing thing_of(std::type_identity<Palette>) {
  return {
      "palette", "Colours that all sections share.", {"shared colours", "公用颜色"}, {"Shared colours", "公用颜色"}};
}

void describe(auto& fields, Is<Palette> auto& palette) {
  fields.color(Name{"ink", "Text and outlines. Default: the style's.", "Ink", "墨色"}, palette.ink, Fallback::Ink);
  fields.color(Name{"keyFormula", "Formulas on cards. Default: the style's.", "Key formulas", "重点公式"},
               palette.key_formula, Fallback::KeyFormula);
  fields.color(Name{"card", "Cards and the shapes of diagrams. Default: the style's.", "Cards", "卡片"}, palette.card,
               Fallback::Card);
  fields.choice(
      Name{"bodies", "filled: a section's body has its fill; pale: its header has, and the body is a pale tone of it.",
           "Bodies", "正文底色"},
      palette.bodies, BodyTone::Filled);
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
  fields.text(Name{"subtitle", "Smaller, below or behind the words.", "Subtitle", "副标题"}, title.subtitle,
              Presence::Sparse);
  fields.icon(Name{"icon", "Before the words.", "Icon", "图标"}, title.icon);
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
          "The circle that joins the sections. Default: none.",
          {"centre circle", "中心圆"},
          {"Centre circle", "中心圆"},
          {"$p(x)$", "$p(x)$"}};
}

void describe(auto& fields, Is<Center> auto& center) {
  fields.color(Name{"fill", "The disc.", "Fill", "填充"}, center.fill);
  fields.icon(Name{"icon", "Above the lines.", "Icon", "图标"}, center.icon);
  fields.list(Name{"lines", "From top to bottom."}, center.lines, 16, Presence::Written);
  fields.unknown(center.unknown);
}

constexpr Thing thing_of(std::type_identity<Diagram>) {
  return {"diagram", "", {"diagram", "示意图"}, {"Diagram", "示意图"}};
}

// Which kind a diagram is: written before its fields, by the visitors' diagram().
inline constexpr Name kDiagramKind{"kind", "", "Kind", "类型"};

constexpr Thing thing_of(std::type_identity<Label>) {
  return {"label",
          "A statement, or a diagram with its caption.",
          {"label", "要点"},
          {"Content", "内容"},
          {"New label", "新要点"}};
}

void describe(auto& fields, Is<Label> auto& label) {
  fields.text(Name{"text", "The words; of a diagram, its caption.", "Text", "文字"}, label.text, Presence::Sparse);
  fields.choice(Name{"role",
                     "text: a bullet; key: on a card, formulas in the palette's keyFormula; sub: of the second level; "
                     "figure: a big number; callout: set off; code: as typed; tag: in a pill.",
                     "Role", "类别"},
                label.role, LabelRole::Text);
  fields.choice(Name{"bullet", "Before a text.", "Bullet", "项目符号"}, label.bullet, Bullet::Dot);
  fields.color(Name{"color", "Default: ink, or keyFormula for the formulas of a key label.", "Colour", "颜色"},
               label.color, Fallback::Label);
  fields.diagram(Name{"diagram", "Default: none."}, label.diagram);
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
  fields.color(
      Name{"fill", "The body, or a strong one the header. Default: pale, of the header's hue.", "Body", "正文区"},
      colors.fill, Fallback::Body);
  fields.color(Name{"header", "Behind the title. Default: stronger, of the body's hue.", "Header", "标题栏"},
               colors.header, Fallback::Header);
  fields.color(Name{"accent", "Arrows, bullets and leads. Default: dark, of the body's hue.", "Accent", "强调色"},
               colors.accent, Fallback::Accent);
  fields.color(
      Name{"outline", "Outlines. Default: the palette's ink; on a dark page the header's colour.", "Outline", "轮廓"},
      colors.outline, Fallback::Outline);
  fields.unknown(colors.unknown);
}

constexpr Thing thing_of(std::type_identity<Divider>) {
  return {"divider",
          "Between the two halves of a split. Default: none.",
          {"divider", "分隔"},
          {"Divider", "分隔"},
          {"VS", "VS"}};
}

void describe(auto& fields, Is<Divider> auto& divider) {
  fields.text(Name{"text", "On it; may be empty.", "Text", "文字"}, divider.text, Presence::Written);
  fields.choice(Name{"shape", "What.", "Shape", "形状"}, divider.shape, DividerShape::Line);
  fields.color(Name{"color", "Its fill. Default: the palette's card.", "Colour", "颜色"}, divider.color,
               Fallback::Card);
  fields.unknown(divider.unknown);
}

constexpr Thing thing_of(std::type_identity<Axes>) {
  return {"axes",
          "Names of the directions of a matrix of 2 × 2. Default: none.",
          {"axes", "坐标轴"},
          {"Axes", "坐标轴"},
          {"x", "横轴"}};
}

void describe(auto& fields, Is<Axes> auto& axes) {
  fields.text(Name{"horizontal", "From left to right.", "Across", "横轴"}, axes.horizontal, Presence::Written);
  fields.text(Name{"vertical", "From the foot up.", "Up", "纵轴"}, axes.vertical, Presence::Written);
  fields.unknown(axes.unknown);
}

constexpr Thing thing_of(std::type_identity<Layout>) {
  return {"layout", "How sections stand.", {"layout", "版式"}, {"Layout", "版式"}};
}

void describe(auto& fields, Is<Layout> auto& layout) {
  fields.choice(Name{"kind", "grid: in rows and columns; ring: round an ellipse.", "Kind", "类型"}, layout.kind,
                std::nullopt);
  fields.integer(Name{"columns", "Of a grid; 0: as the page's shape and the content ask for.", "Columns", "列数"},
                 layout.columns, NumberRange{0, 12}, Presence::Sparse);
  fields.choice(Name{"connect",
                     "What joins the sections in their order. arrows: block arrows; line: an axis that they hang on; "
                     "spokes: from the centre.",
                     "Connect", "连接"},
                layout.connect, Connect::None);
  fields.choice(Name{"order", "Of a grid's rows.", "Order", "顺序"}, layout.order, Order::Down);
  fields.choice(Name{"offset", "How a grid's rows or columns are moved against each other.", "Offset", "错位"},
                layout.offset, Offset::None);
  fields.object(Name{"divider"}, layout.divider);
  fields.object(Name{"axes"}, layout.axes);
  fields.unknown(layout.unknown);
}

constexpr Thing thing_of(std::type_identity<Span>) {
  return {"cells", "How many cells of a grid it takes.", {"span", "跨格"}, {"Span", "跨格"}};
}

void describe(auto& fields, Is<Span> auto& span) {
  fields.integer(Name{"columns", "Across.", "Columns", "列"}, span.columns, NumberRange{1, 12}, Presence::Sparse);
  fields.integer(Name{"rows", "Down.", "Rows", "行"}, span.rows, NumberRange{1, 12}, Presence::Sparse);
  fields.unknown(span.unknown);
}

constexpr Thing thing_of(std::type_identity<Section>) {
  return {"section",
          "One topic: a coloured panel with a header and its content.",
          {"section", "板块"},
          {"Sections", "板块"},
          {"New section", "新板块"}};
}

inline constexpr std::size_t kMostSections = 32;  // of one list
inline constexpr std::size_t kMostContent = 65;   // version 1 had 64 labels and a diagram

void describe(auto& fields, Is<Section> auto& section) {
  fields.id(Name{"id", "Unique. Names the section to the editor, in messages and in the layout dump."}, section.id,
            Presence::Required);
  fields.text(Name{"title", "In the header; may be empty.", "Title", "标题"}, section.title, Presence::Required);
  fields.text(Name{"subtitle", "Smaller, beside or below the title.", "Subtitle", "副标题"}, section.subtitle,
              Presence::Sparse);
  fields.text(Name{"number", "In a badge before the title.", "Number", "编号", Lines::One}, section.number,
              Presence::Sparse);
  fields.icon(Name{"icon", "By its name; star, sparkle and dot stand behind the title.", "Icon", "图标"}, section.icon);
  fields.color(Name{"iconColor", "Default: the badge's colour, else the accent.", "Icon colour", "图标颜色"},
               section.icon_color, Fallback::Icon);
  fields.object(Name{"badge"}, section.badge);
  fields.choice(Name{"header", "strip: above the body; plain: without a fill; side: in a column at the left.", "Header",
                     "标题栏样式"},
                section.header, HeaderKind::Strip);
  fields.choice(Name{"place", "flow: in the layout's order; else at that side of the page.", "Place", "位置"},
                section.place, SectionPlace::Flow);
  fields.object(Name{"span"}, section.span, Presence::Sparse);
  fields.object(Name{"colors"}, section.colors, Presence::Written);
  fields.list(Name{"content", "Labels and diagrams, in this order."}, section.content, kMostContent, Presence::Written);
  fields.object(Name{"layout"}, section.layout, Presence::Sparse);
  fields.list(Name{"sections", "Sections within, which have none of their own."}, section.sections, kMostSections,
              Presence::Sparse);
  fields.unknown(section.unknown);
}

constexpr Thing thing_of(std::type_identity<Link>) {
  return {"link", "An arrow from one section to another.", {"link", "连线"}, {"Links", "连线"}};
}

void describe(auto& fields, Is<Link> auto& link) {
  fields.section_id(Name{"from", "Id of a section.", "From", "从"}, link.from, Presence::Required);
  fields.section_id(Name{"to", "Id of a section.", "To", "到"}, link.to, Presence::Required);
  fields.text(Name{"text", "Beside it; the first line is its name.", "Text", "文字"}, link.text, Presence::Sparse);
  fields.choice(Name{"style", "The line.", "Line", "线型"}, link.style, LineStyle::Solid);
  fields.choice(Name{"shape", "line: thin; block: fat, with an outline.", "Shape", "形状"}, link.shape,
                LinkShape::Block);
  fields.number(
      Name{"bend", "Sideways bulge as a fraction of the length; above 0 to the left of the direction.", "Bend", "弯曲"},
      link.bend, NumberRange{-1, 1}, Presence::Sparse);
  fields.color(Name{"color", "Default: the header of the section that it leaves.", "Colour", "颜色"}, link.color,
               Fallback::Link);
  fields.unknown(link.unknown);
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
  fields.choice(Name{"style", "A finished look.", "Style", "风格"}, poster.style, Style::Marker);
  fields.object(Name{"layout"}, poster.layout, Presence::Written);
  fields.object(Name{"fonts"}, poster.fonts, Presence::Written);
  fields.object(Name{"typography"}, poster.typography, Presence::Written);
  fields.object(Name{"palette"}, poster.palette, Presence::Written);
  fields.object(Name{"title"}, poster.title, Presence::Required);
  fields.object(Name{"center"}, poster.center);
  fields.list(Name{"sections", "In reading order."}, poster.sections, kMostSections, Presence::Written);
  fields.list(Name{"links", "Arrows between sections."}, poster.links, 64, Presence::Sparse);
  fields.list(Name{"decorations", "Small shapes in free places."}, poster.decorations, 64, Presence::Sparse);
  fields.source(Name{"brief", "The text that the poster was made from. Not drawn."}, poster.brief);
  fields.unknown(poster.unknown);
}

}  // namespace sixiang
