#include "editor/field_id.h"

#include <optional>
#include <utility>

#include "model/ids.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

// The visitor of describe() that walks to one id.
class PlaceFinder : public FieldVisitor<PlaceFinder> {
 public:
  explicit PlaceFinder(std::string_view target) : target_(target) {}
  const FieldPlace& place() const { return found_; }

  void field(const Name& name, const auto&) {
    if (is_here(name)) found_ = {thing_, name, is_there_};
  }
  // Not to be edited: what others name the thing by.
  void id(const Name&, const auto&, Presence) {}
  void face(const Name& name, const auto& value, Presence) { field(name, value); }
  void node_id(const Name& name, const auto& value, Presence) { field(name, value); }
  void section_id(const Name& name, const auto& value, Presence) { field(name, value); }

  using FieldVisitor::object;
  template <class T>
  void object(const Name& name, const std::optional<T>& value) {
    if (value) return enter(name, *value);
    // What it would hold has its place as well, though it is not there.
    const bool outer = std::exchange(is_there_, false);
    enter(name, T{});
    is_there_ = outer;
  }
  template <class T>
  void list(const Name& name, const std::vector<T>& value, std::size_t, Presence) {
    const std::string list = join_id(path_, name);
    if (list == target_) found_ = {thing_of(std::type_identity<T>{}), {}, true};
    for (std::size_t i = 0; i < value.size(); ++i) walk(item_id(list, value[i], i), value[i]);
  }
  void diagram(const Name& name, const std::optional<Diagram>& value) {
    FieldVisitor::diagram(name, value);
    const std::string id = join_id(path_, name);
    const Thing diagram = thing_of(std::type_identity<Diagram>{});
    if (target_ == id) found_ = {diagram, {}, value.has_value()};
    if (target_ == join_id(id, kDiagramKind)) found_ = {diagram, kDiagramKind, true};
  }
  void enter(const Name& name, const auto& value) { walk(join_id(path_, name), value); }

 private:
  bool is_here(const Name& name) const { return target_ == join_id(path_, name); }

  template <class T>
  void walk(std::string id, const T& value) {
    if (!lies_within(target_, id, value)) return;
    const Thing outer = std::exchange(thing_, thing_of(std::type_identity<T>{}));
    if (id == target_) found_ = {thing_, {}, is_there_};
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
    thing_ = outer;
  }

  std::string_view target_;
  std::string path_;
  Thing thing_ = thing_of(std::type_identity<Poster>{});
  bool is_there_ = true;
  FieldPlace found_;
};

}  // namespace

FieldPlace place_of(const Poster& poster, std::string_view id) {
  PlaceFinder finder(id);
  if (!id.empty()) describe(finder, poster);
  return finder.place();
}

}  // namespace sixiang
