// The fields of the format, each named once: describe(visitor, value) walks a struct's fields in the order of the
// specification. Reading, writing, checking, editing and the schema are visitors (model/visitor.h); a new field is one
// line here.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <type_traits>

#include "model/limits.h"
#include "model/poster.h"
#include "model/words.h"

namespace sixiang {

inline constexpr std::string_view kPosterFormat = "sixiang-poster";

// Required: must be there. Written: may be missing, is always saved. Sparse: saved only where it is not T{}.
enum class Presence : std::uint8_t { Required, Written, Sparse };

// What is drawn where a colour is not given: nothing; ink; the palette's card; the section's accent; as label_color()
// and icon_color() say (model/colors.h).
enum class Fallback : std::uint8_t { Nothing, Ink, Card, Accent, Label, Icon };

// Value is T or const T: writing and checking visit what they must not change.
template <class Value, class T>
concept Is = std::same_as<std::remove_const_t<Value>, T>;

void describe(auto& fields, Is<PageFormat> auto& page) {
  fields.number("width", page.width, kPageSide, Presence::Written);
  fields.number("height", page.height, kPageSide, Presence::Written);
  fields.color("background", page.background);
  fields.unknown(page.unknown);
}

void describe(auto& fields, Is<Fonts> auto& fonts) {
  fields.face("title", fonts.title, Presence::Written);
  fields.face("text", fonts.text, Presence::Written);
  fields.face("formula", fonts.formula, Presence::Written);
  fields.unknown(fonts.unknown);
}

void describe(auto& fields, Is<Typography> auto& typography) {
  fields.flag("cjkLatinSpace", typography.cjk_latin_space);
  fields.unknown(typography.unknown);
}

void describe(auto& fields, Is<Palette> auto& palette) {
  fields.color("ink", palette.ink);
  fields.color("keyFormula", palette.key_formula);
  fields.color("card", palette.card);
  fields.unknown(palette.unknown);
}

void describe(auto& fields, Is<Emphasis> auto& emphasis) {
  fields.integer("start", emphasis.start, kCharacterIndex, Presence::Written);
  fields.integer("length", emphasis.length, kCharacterIndex, Presence::Written);
  fields.color("color", emphasis.color);
  fields.unknown(emphasis.unknown);
}

void describe(auto& fields, Is<Title> auto& title) {
  fields.text("text", title.text, Presence::Required);
  fields.object("emphasis", title.emphasis);
  fields.color("underline", title.underline, Fallback::Nothing);
  fields.unknown(title.unknown);
}

void describe(auto& fields, Is<CenterLine> auto& line) {
  fields.text("text", line.text, Presence::Required);
  fields.choice("role", line.role, CenterRole::Text);
  fields.unknown(line.unknown);
}

void describe(auto& fields, Is<Center> auto& center) {
  fields.color("fill", center.fill);
  fields.list("lines", center.lines, kMaxCenterLines, Presence::Written);
  fields.unknown(center.unknown);
}

void describe(auto& fields, Is<FlowNode> auto& node) {
  fields.id("id", node.id, Presence::Required);
  fields.text("text", node.text, Presence::Written);
  fields.choice("shape", node.shape, NodeShape::Box);
  fields.number("column", node.column, kGridPlace, Presence::Written);
  fields.number("row", node.row, kGridPlace, Presence::Written);
  fields.color("fill", node.fill, Fallback::Card);
  fields.unknown(node.unknown);
}

void describe(auto& fields, Is<FlowArrow> auto& arrow) {
  fields.node_id("from", arrow.from, Presence::Required);
  fields.node_id("to", arrow.to, Presence::Required);
  fields.text("text", arrow.text, Presence::Sparse);
  fields.choice("style", arrow.style, LineStyle::Solid);
  fields.number("bend", arrow.bend, kBend, Presence::Sparse);
  fields.color("color", arrow.color, Fallback::Accent);
  fields.unknown(arrow.unknown);
}

void describe(auto& fields, Is<FlowDiagram> auto& diagram) {
  fields.list("nodes", diagram.nodes, kMaxNodes, Presence::Written);
  fields.list("arrows", diagram.arrows, kMaxArrows, Presence::Written);
  fields.unknown(diagram.unknown);
}

void describe(auto& fields, Is<NoiseTile> auto& tile) {
  fields.number("level", tile.level, kNoiseLevel, Presence::Written);
  fields.text("caption", tile.caption, Presence::Sparse);
  fields.unknown(tile.unknown);
}

void describe(auto& fields, Is<NoiseSpan> auto& span) {
  fields.tile_index("from", span.from, Presence::Required);
  fields.tile_index("to", span.to, Presence::Required);
  fields.text("text", span.text, Presence::Sparse);
  fields.color("color", span.color, Fallback::Accent);
  fields.unknown(span.unknown);
}

void describe(auto& fields, Is<NoiseDiagram> auto& diagram) {
  fields.integer("seed", diagram.seed, kSeed, Presence::Written);
  fields.integer("dots", diagram.dots, kDots, Presence::Written);
  fields.list("tiles", diagram.tiles, kMaxTiles, Presence::Written);
  fields.list("spans", diagram.spans, kMaxSpans, Presence::Sparse);
  fields.unknown(diagram.unknown);
}

void describe(auto& fields, Is<ChainToken> auto& token) {
  fields.text("text", token.text, Presence::Required);
  fields.color("fill", token.fill, Fallback::Card);
  fields.unknown(token.unknown);
}

void describe(auto& fields, Is<ChainDiagram> auto& diagram) {
  fields.list("tokens", diagram.tokens, kMaxTokens, Presence::Written);
  fields.choice("arcs", diagram.arcs, std::nullopt);
  fields.unknown(diagram.unknown);
}

void describe(auto& fields, Is<Label> auto& label) {
  fields.text("text", label.text, Presence::Required);
  fields.choice("role", label.role, LabelRole::Text);
  fields.color("color", label.color, Fallback::Label);
  fields.unknown(label.unknown);
}

void describe(auto& fields, Is<Badge> auto& badge) {
  fields.text("text", badge.text, Presence::Required);
  fields.color("color", badge.color);
  fields.unknown(badge.unknown);
}

void describe(auto& fields, Is<SectionColors> auto& colors) {
  fields.color("fill", colors.fill);
  fields.color("header", colors.header);
  fields.color("accent", colors.accent);
  fields.color("outline", colors.outline, Fallback::Ink);
  fields.unknown(colors.unknown);
}

void describe(auto& fields, Is<Section> auto& section) {
  fields.id("id", section.id, Presence::Required);
  fields.text("title", section.title, Presence::Required);
  fields.choice("icon", section.icon, Icon::None);
  fields.color("iconColor", section.icon_color, Fallback::Icon);
  fields.object("badge", section.badge);
  fields.object("colors", section.colors, Presence::Written);
  fields.diagram("diagram", section.diagram);
  fields.list("labels", section.labels, kMaxLabels, Presence::Written);
  fields.unknown(section.unknown);
}

void describe(auto& fields, Is<Decoration> auto& decoration) {
  fields.choice("kind", decoration.kind, std::nullopt);
  fields.choice("place", decoration.place, std::nullopt);
  fields.color("color", decoration.color);
  fields.unknown(decoration.unknown);
}

// "format" and "version" stand before these; the visitors' callers see to them.
void describe(auto& fields, Is<Poster> auto& poster) {
  fields.object("page", poster.page, Presence::Written);
  fields.choice("layout", poster.layout, std::nullopt);
  fields.object("fonts", poster.fonts, Presence::Written);
  fields.object("typography", poster.typography, Presence::Written);
  fields.object("palette", poster.palette, Presence::Written);
  fields.object("title", poster.title, Presence::Required);
  fields.object("center", poster.center);
  fields.list("sections", poster.sections, kMaxSections, Presence::Written);
  fields.list("decorations", poster.decorations, kMaxDecorations, Presence::Sparse);
  fields.unknown(poster.unknown);
}

}  // namespace sixiang
