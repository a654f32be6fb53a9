#include "editor/former_diagrams.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "editor/apply.h"
#include "editor/follow.h"
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

void follow(FormerDiagrams& former, const Poster& before, const Command& command) {
  std::vector<std::string> labels;
  for (const FormerDiagram& kept : former) labels.push_back(kept.label);
  labels = ids_after(before, command, std::move(labels));
  for (std::size_t i = 0; i < former.size(); ++i) former[i].label = std::move(labels[i]);
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

// `after` with the diagram that `choice` began as it was when its label last had one of that kind.
Poster with_former_diagram(Poster after, Poster before, const SetChoice& choice, FormerDiagrams& former) {
  const std::string_view id = parent_of(choice.field);
  std::optional<Diagram>*made = find_diagram(after, id), *old = find_diagram(before, id);
  if (!made || !old) return after;
  const bool same = old->has_value() == made->has_value() && (!*made || (*made)->index() == (*old)->index());
  if (same) return after;
  const std::string label(parent_of(id));
  if (*old) keep(former, label, **old);
  const FormerDiagram* kept = *made ? find(former, label, (*made)->index()) : nullptr;
  if (kept) *made = kept->diagram;
  return after;
}

bool chooses(const Command& command) {
  const Batch* batch = std::get_if<Batch>(&command);
  return std::holds_alternative<SetChoice>(command) ||
         (batch && std::any_of(batch->commands.begin(), batch->commands.end(), chooses));
}

// What the command makes of `before`, with the diagrams that it brings back; whether the result may stay is not known.
Poster restored(Poster before, const Command& command, FormerDiagrams& former) {
  if (const Batch* batch = std::get_if<Batch>(&command)) {
    for (const Command& part : batch->commands) before = restored(std::move(before), part, former);
    return before;
  }
  follow(former, before, command);
  Poster after = carry_out(before, command).poster;
  const SetChoice* choice = std::get_if<SetChoice>(&command);
  if (!choice || choice->field.empty()) return after;
  return with_former_diagram(std::move(after), std::move(before), *choice, former);
}

}  // namespace

Poster with_former_diagrams(Poster after, Poster before, const Command& command, FormerDiagrams& former) {
  if (std::holds_alternative<ReplacePoster>(command)) former.clear();
  if (!chooses(command)) {
    follow(former, before, command);
    return after;
  }
  Poster wanted = restored(std::move(before), command, former);
  if (wanted == after) return after;
  // The rest may have grown since: within the limits, or not at all.
  return apply_command(std::move(after), ReplacePoster{std::move(wanted)});
}

}  // namespace sixiang
