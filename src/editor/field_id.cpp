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

  void field(std::string_view key, const auto&) {
    if (is_here(key)) found_ = {container_, std::string(key), is_there_};
  }
  // Not to be edited: what others name the thing by.
  void id(std::string_view, const auto&, Presence) {}
  void face(std::string_view key, const auto& value, Presence) { field(key, value); }
  void node_id(std::string_view key, const auto& value, Presence) { field(key, value); }

  using FieldVisitor::object;
  template <class T>
  void object(std::string_view key, const std::optional<T>& value) {
    if (value) return enter(key, *value);
    // What it would hold has its place as well, though it is not there.
    const bool outer = std::exchange(is_there_, false);
    enter(key, T{});
    is_there_ = outer;
  }
  void list(std::string_view key, const auto& value, std::size_t, Presence) {
    const std::string list = join_id(path_, key);
    if (list == target_) found_ = {std::string(key), "", true};
    for (std::size_t i = 0; i < value.size(); ++i) walk(item_id(list, value[i], i), key, value[i]);
  }
  void diagram(std::string_view key, const std::optional<Diagram>& value) {
    if (is_here(key)) found_ = {std::string(key), "", value.has_value()};
    if (is_here(join_id(key, "kind"))) found_ = {std::string(key), "kind", true};
    FieldVisitor::diagram(key, value);
  }
  void enter(std::string_view key, const auto& value) { walk(join_id(path_, key), key, value); }

 private:
  bool is_here(std::string_view key) const { return target_ == join_id(path_, key); }

  void walk(std::string id, std::string_view container, const auto& value) {
    if (!lies_in(target_, id)) return;
    if (id == target_) found_ = {std::string(container), "", is_there_};
    std::string outer_container = std::exchange(container_, std::string(container));
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
    container_ = std::move(outer_container);
  }

  std::string_view target_;
  std::string path_, container_ = "poster";
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
