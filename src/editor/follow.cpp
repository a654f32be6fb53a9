#include "editor/follow.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/overloaded.h"
#include "editor/apply.h"
#include "model/ids.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

// A member that no document has: its key is no UTF-8.
constexpr std::string_view kMark = "\xFF";

// Whether the command leaves every item in its place.
bool keeps_places(const Command& command) {
  return std::visit(Overloaded{[](const AddItem&) { return false; }, [](const InsertItems&) { return false; },
                               [](const RemoveItem&) { return false; }, [](const MoveItem&) { return false; },
                               [](const SplitLabel&) { return false; },
                               [](const Batch& batch) {
                                 return std::all_of(batch.commands.begin(), batch.commands.end(), keeps_places);
                               },
                               [](const auto&) { return true; }},
                    command);
}

// The visitor of describe() that puts a mark on the item which an id names or lies in.
class Marker : public FieldVisitor<Marker> {
 public:
  explicit Marker(std::string_view target) : target_(target) {}

  // What stands in the id behind the marked item's own; nullopt: no item is around.
  const std::optional<std::string_view>& rest() const { return rest_; }
  void mark(std::size_t number) { members_->emplace_back(kMark, std::to_string(number)); }

  void enter(const Name& name, auto& value) { walk(join_id(path_, name), value); }
  template <class T>
  void item(const Name& name, T& value, std::size_t index) {
    const std::string id = item_id(join_id(path_, name), value, index);
    if (!lies_within(target_, id, value)) return;
    if (lies_in(target_, id)) {
      members_ = &value.unknown;
      rest_ = target_.substr(id.size());
    }
    walk(id, value);
  }

 private:
  void walk(std::string id, auto& value) {
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  std::string_view target_;
  std::string path_;
  UnknownFields* members_ = nullptr;
  std::optional<std::string_view> rest_;
};

// The visitor of describe() that finds the marked items again.
class MarkFinder : public FieldVisitor<MarkFinder> {
 public:
  explicit MarkFinder(std::size_t marks) : ids_(marks) {}
  std::vector<std::string> take_ids() { return std::move(ids_); }

  void enter(const Name& name, const auto& value) { walk(join_id(path_, name), value); }
  template <class T>
  void item(const Name& name, const T& value, std::size_t index) {
    const std::string id = item_id(join_id(path_, name), value, index);
    for (const auto& [key, number] : value.unknown) {
      if (key == kMark) ids_[std::size_t(std::stoul(number))] = id;
    }
    walk(id, value);
  }

 private:
  void walk(std::string id, const auto& value) {
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  std::vector<std::string> ids_;
  std::string path_;
};

}  // namespace

std::vector<std::string> ids_after(const Poster& before, const Command& command, std::vector<std::string> ids) {
  if (ids.empty() || keeps_places(command)) return ids;
  Poster marked = before;
  std::vector<std::optional<std::string>> rests;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    Marker marker(ids[i]);
    describe(marker, marked);
    if (marker.rest()) marker.mark(i);
    rests.push_back(marker.rest() ? std::optional(std::string(*marker.rest())) : std::nullopt);
  }
  MarkFinder finder(ids.size());
  const Outcome outcome = carry_out(std::move(marked), command);
  describe(finder, outcome.poster);
  const std::vector<std::string> items = finder.take_ids();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (rests[i]) ids[i] = items[i].empty() ? std::string() : items[i] + *rests[i];
  }
  return ids;
}

}  // namespace sixiang
