#include "editor/former_diagrams.h"

#include <optional>
#include <utility>

namespace sixiang {

namespace {

FormerDiagram* find(FormerDiagrams& former, const std::string& section, std::size_t kind) {
  for (FormerDiagram& kept : former) {
    if (kept.section == section && kept.diagram.index() == kind) return &kept;
  }
  return nullptr;
}

void keep(FormerDiagrams& former, const std::string& section, const Diagram& diagram) {
  if (FormerDiagram* kept = find(former, section, diagram.index())) {
    kept->diagram = diagram;
  } else {
    former.push_back({section, diagram});
  }
}

}  // namespace

Poster with_former_diagrams(Poster after, const Poster& before, const Command& command, FormerDiagrams& former) {
  if (std::holds_alternative<ReplacePoster>(command)) former.clear();
  if (!std::holds_alternative<SetChoice>(command)) return after;
  // A choice leaves the sections as they are.
  for (std::size_t i = 0; i < after.sections.size(); ++i) {
    const Section& old = before.sections[i];
    const std::optional<Diagram>& made = after.sections[i].diagram;
    const bool same = old.diagram.has_value() == made.has_value() && (!made || made->index() == old.diagram->index());
    if (same) continue;
    if (old.diagram) keep(former, old.id, *old.diagram);
    const FormerDiagram* kept = made ? find(former, old.id, made->index()) : nullptr;
    if (!kept) continue;
    Poster restored = after;
    restored.sections[i].diagram = kept->diagram;
    // The rest may have grown since: within the limits, or not at all.
    return apply_command(std::move(after), ReplacePoster{std::move(restored)});
  }
  return after;
}

}  // namespace sixiang
