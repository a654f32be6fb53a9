#include "editor/former_diagrams.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "editor/selection.h"
#include "model/ids.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

FormerDiagram* find(FormerDiagrams& former, const std::string& label, std::size_t kind) {
  for (FormerDiagram& kept : former) {
    if (kept.label == label && kept.diagram.index() == kind) return &kept;
  }
  return nullptr;
}

void keep(FormerDiagrams& former, const std::string& label, const Diagram& diagram) {
  if (FormerDiagram* kept = find(former, label, diagram.index())) {
    kept->diagram = diagram;
  } else {
    former.push_back({label, diagram});
  }
}

void follow(FormerDiagrams& former, const Command& command) {
  for (FormerDiagram& kept : former) kept.label = id_after(std::move(kept.label), command);
  former.erase(
      std::remove_if(former.begin(), former.end(), [](const FormerDiagram& kept) { return kept.label.empty(); }),
      former.end());
}

// The visitor of describe() that finds the diagram which goes by an id.
class DiagramFinder : public FieldVisitor<DiagramFinder> {
 public:
  explicit DiagramFinder(std::string_view id) : id_(id) {}
  std::optional<Diagram>* found() const { return found_; }

  void diagram(const Name& name, std::optional<Diagram>& value) {
    if (join_id(path_, name) == id_) found_ = &value;
  }
  void enter(const Name& name, auto& value) { walk(join_id(path_, name), value); }
  void item(const Name& name, auto& value, std::size_t index) {
    const std::string id = item_id(join_id(path_, name), value, index);
    if (lies_within(id_, id, value)) walk(id, value);
  }

 private:
  void walk(std::string id, auto& value) {
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  std::string_view id_;
  std::string path_;
  std::optional<Diagram>* found_ = nullptr;
};

std::optional<Diagram>* find_diagram(Poster& poster, std::string_view id) {
  DiagramFinder finder(id);
  describe(finder, poster);
  return finder.found();
}

}  // namespace

Poster with_former_diagrams(Poster after, Poster before, const Command& command, FormerDiagrams& former) {
  if (std::holds_alternative<ReplacePoster>(command)) former.clear();
  follow(former, command);
  const SetChoice* choice = std::get_if<SetChoice>(&command);
  if (!choice || choice->field.empty()) return after;
  const std::string_view id = parent_of(choice->field);
  std::optional<Diagram>*made = find_diagram(after, id), *old = find_diagram(before, id);
  if (!made || !old) return after;
  const bool same = old->has_value() == made->has_value() && (!*made || (*made)->index() == (*old)->index());
  if (same) return after;
  const std::string label(parent_of(id));
  if (*old) keep(former, label, **old);
  const FormerDiagram* kept = *made ? find(former, label, (*made)->index()) : nullptr;
  if (!kept) return after;
  Poster restored = after;
  *find_diagram(restored, id) = kept->diagram;
  // The rest may have grown since: within the limits, or not at all.
  return apply_command(std::move(after), ReplacePoster{std::move(restored)});
}

}  // namespace sixiang
