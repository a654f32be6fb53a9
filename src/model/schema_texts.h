// What the schema says for people: a name and a sentence for each struct, a sentence for each field. A test asks for
// them all. Inside model/ only.
#pragma once

#include <array>
#include <string_view>
#include <type_traits>

#include "model/poster.h"

namespace sixiang {

struct SchemaText {
  std::string_view name, description;
};

constexpr SchemaText schema_text(std::type_identity<PageFormat>) { return {"page", "The sheet."}; }
constexpr SchemaText schema_text(std::type_identity<Fonts>) { return {"fonts", "Ids of faces in the font manifest."}; }
constexpr SchemaText schema_text(std::type_identity<Typography>) { return {"typography", "How text is set."}; }
constexpr SchemaText schema_text(std::type_identity<Palette>) {
  return {"palette", "Colours that all sections share."};
}
constexpr SchemaText schema_text(std::type_identity<Title>) { return {"title", "The poster's title."}; }
constexpr SchemaText schema_text(std::type_identity<Emphasis>) {
  return {"emphasis", "Characters of the title that are stressed."};
}
constexpr SchemaText schema_text(std::type_identity<Center>) {
  return {"center", "The circle that joins the sections of the layout quadrants. Default: none."};
}
constexpr SchemaText schema_text(std::type_identity<CenterLine>) { return {"centerLine", "A line in the circle."}; }
constexpr SchemaText schema_text(std::type_identity<Section>) {
  return {"section", "One topic: a coloured panel with header, diagram and labels."};
}
constexpr SchemaText schema_text(std::type_identity<Badge>) { return {"badge", "A tag in the header. Default: none."}; }
constexpr SchemaText schema_text(std::type_identity<SectionColors>) { return {"colors", "A section's colours."}; }
constexpr SchemaText schema_text(std::type_identity<Label>) { return {"label", "A statement."}; }
constexpr SchemaText schema_text(std::type_identity<FlowDiagram>) {
  return {"flow", "Shapes on a grid, joined by arrows."};
}
constexpr SchemaText schema_text(std::type_identity<FlowNode>) { return {"node", "A shape of a flow diagram."}; }
constexpr SchemaText schema_text(std::type_identity<FlowArrow>) { return {"arrow", "An arrow of a flow diagram."}; }
constexpr SchemaText schema_text(std::type_identity<NoiseDiagram>) {
  return {"noise", "A row of tiles whose dots scatter."};
}
constexpr SchemaText schema_text(std::type_identity<NoiseTile>) { return {"tile", "A tile of a noise diagram."}; }
constexpr SchemaText schema_text(std::type_identity<NoiseSpan>) { return {"span", "An arrow of a noise diagram."}; }
constexpr SchemaText schema_text(std::type_identity<ChainDiagram>) {
  return {"chain", "Tokens in a row with arrows between neighbours."};
}
constexpr SchemaText schema_text(std::type_identity<ChainToken>) { return {"token", "A token of a chain diagram."}; }
constexpr SchemaText schema_text(std::type_identity<Decoration>) {
  return {"decoration", "A small shape; the layout finds the free room."};
}

struct FieldText {
  std::string_view owner, key, description;  // owner: the struct's name above; "poster"
};
inline constexpr std::array<FieldText, 68> kFieldTexts = {{
    {"poster", "layout", "How the sections are arranged."},
    {"poster", "sections", "In reading order."},
    {"poster", "decorations", "Small shapes in free places."},
    {"page", "width", "Poster points."},
    {"page", "height", "Poster points."},
    {"page", "background", "Behind everything."},
    {"fonts", "title", "Titles."},
    {"fonts", "text", "Everything else that is no formula."},
    {"fonts", "formula", "Formulas."},
    {"typography", "cjkLatinSpace", "A quarter em between Chinese and Latin letters or digits."},
    {"palette", "ink", "Text and outlines."},
    {"palette", "keyFormula", "Formulas on cards."},
    {"palette", "card", "Cards and the shapes of diagrams."},
    {"title", "text", "The words."},
    {"title", "underline", "A marker stroke under the title. Default: none."},
    {"emphasis", "start", "The first one, counted from 0."},
    {"emphasis", "length", "How many."},
    {"emphasis", "color", "Their colour."},
    {"center", "fill", "The disc."},
    {"center", "lines", "From top to bottom."},
    {"centerLine", "text", "The words."},
    {"centerLine", "role", "caption: small; formula: large; text: between."},
    {"section", "id", "Unique. Names the section to the editor, in messages and in the layout dump."},
    {"section", "title", "In the header; may be empty."},
    {"section", "icon", "Behind the title."},
    {"section", "iconColor", "Default: the badge's colour, else the accent."},
    {"section", "labels", "Below the diagram, in this order."},
    {"badge", "text", "The words."},
    {"badge", "color", "Border and words."},
    {"colors", "fill", "The body."},
    {"colors", "header", "Behind the title."},
    {"colors", "accent", "Arrows and bullets."},
    {"colors", "outline", "Outlines. Default: the palette's ink."},
    {"label", "text", "The words."},
    {"label", "role", "text: a bullet; key: on a card, formulas in the palette's keyFormula."},
    {"label", "color", "Default: ink, or keyFormula for the formulas of a key label."},
    {"flow", "nodes", "The shapes."},
    {"flow", "arrows", "Between them."},
    {"node", "id", "Unique within the diagram."},
    {"node", "text", "In the shape."},
    {"node", "shape", "narrowing and widening: trapezoids seen from left to right; plain: no outline."},
    {"node", "column", "Place in the grid, from left to right; 0.5 lies between two columns."},
    {"node", "row", "From top to bottom."},
    {"node", "fill", "Default: the palette's card."},
    {"arrow", "from", "Id of a node."},
    {"arrow", "to", "Id of a node."},
    {"arrow", "text", "On the arrow."},
    {"arrow", "style", "The line."},
    {"arrow", "bend", "Sideways bulge as a fraction of the length; above 0 to the left of the direction."},
    {"arrow", "color", "Default: the section's accent."},
    {"noise", "seed", "The same seed gives the same dots everywhere."},
    {"noise", "dots", "In a tile."},
    {"noise", "tiles", "From left to right."},
    {"noise", "spans", "Arrows over runs of tiles."},
    {"tile", "level", "0: the clean figure; 1: nothing but noise."},
    {"tile", "caption", "Below the tile."},
    {"span", "from", "A tile, counted from 0."},
    {"span", "to", "A tile; before from: the arrow points to the left."},
    {"span", "text", "On the arrow."},
    {"span", "color", "Default: the section's accent."},
    {"chain", "tokens", "From left to right."},
    {"chain", "arcs", "all: each token depends on all before it; previous: on the one before."},
    {"token", "text", "In the circle."},
    {"token", "fill", "Default: the palette's card."},
    {"decoration", "kind", "What."},
    {"decoration", "place", "Where."},
    {"decoration", "color", "Its fill."},
    {"section", "diagram", "Default: none."},
}};

}  // namespace sixiang
