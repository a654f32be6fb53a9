// New things as an editor or an importer adds them: they show at once and are easy to change.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "model/poster.h"

namespace sixiang {

struct NewItemContext {
  const Poster& poster;
  const Diagram* diagram;  // around the list; nullptr outside diagrams
  const std::string& text;
};

// An item for the end of its list; nullopt where there is nothing that it could belong to: an arrow without nodes.
std::optional<CenterLine> new_item(std::type_identity<CenterLine>, const NewItemContext& context);
std::optional<Section> new_item(std::type_identity<Section>, const NewItemContext& context);
std::optional<Label> new_item(std::type_identity<Label>, const NewItemContext& context);
std::optional<FlowNode> new_item(std::type_identity<FlowNode>, const NewItemContext& context);
std::optional<FlowArrow> new_item(std::type_identity<FlowArrow>, const NewItemContext& context);
std::optional<NoiseTile> new_item(std::type_identity<NoiseTile>, const NewItemContext& context);
std::optional<NoiseSpan> new_item(std::type_identity<NoiseSpan>, const NewItemContext& context);
std::optional<ChainToken> new_item(std::type_identity<ChainToken>, const NewItemContext& context);
std::optional<Decoration> new_item(std::type_identity<Decoration>, const NewItemContext& context);

Badge new_part(std::type_identity<Badge>, const NewItemContext& context);
Center new_part(std::type_identity<Center>, const NewItemContext& context);
Emphasis new_part(std::type_identity<Emphasis>, const NewItemContext& context);

// A small example of the kind.
FlowDiagram new_diagram(std::type_identity<FlowDiagram>);
NoiseDiagram new_diagram(std::type_identity<NoiseDiagram>);
ChainDiagram new_diagram(std::type_identity<ChainDiagram>);
// `kind` is a word of the format ("flow"); nullopt for any other.
std::optional<Diagram> new_diagram(std::string_view kind);

// "section-1", "node-3": the first that is free.
std::string free_section_id(const Poster& poster);
std::string free_node_id(const FlowDiagram& diagram);

}  // namespace sixiang
