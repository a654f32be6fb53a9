#include "editor/item_mover.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "editor/poster_editor.h"
#include "editor/repair.h"
#include "model/ids.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

enum class Nesting : std::uint8_t { None, TargetInSource };

// A list of any kind of items. Two hold the same kind where they move by the same function.
struct AnyList {
  void* items = nullptr;
  void (*move)(void* from, std::size_t index, void* to, std::size_t at, Nesting) = nullptr;
};

// Where the target lies within an item of the source, taking the item out first would carry the target off.
template <class T>
void move_between(void* from, std::size_t index, void* to, std::size_t at, Nesting nesting) {
  std::vector<T>& source = *static_cast<std::vector<T>*>(from);
  std::vector<T>& target = *static_cast<std::vector<T>*>(to);
  T item = std::move(source[index]);
  const auto take_out = [&] { source.erase(source.begin() + std::ptrdiff_t(index)); };
  if (nesting == Nesting::None) take_out();
  target.insert(target.begin() + std::ptrdiff_t(at), std::move(item));
  if (nesting == Nesting::TargetInSource) take_out();
}

// The visitor of describe() that finds the two lists, then moves. Nothing is added or taken while it walks: what it has
// found stays where it is.
class ItemMover : public FieldVisitor<ItemMover> {
 public:
  explicit ItemMover(const MoveItem& move) : move_(move) {}

  // Why it does not fit; nullopt where it moved.
  std::optional<Message> run() {
    if (!source_.items || !target_.items || source_.move != target_.move) {
      return Message{"that does not belong there", "不能移到那里"};
    }
    if (holds_target_) return Message{"nothing moves into itself", "不能移到自身之内"};
    const std::size_t places = source_.items == target_.items ? target_size_ : target_size_ + 1;
    if (move_.to < 0 || std::size_t(move_.to) >= places) return no_such_place();
    const bool leaves = source_.items != target_.items;
    const std::optional<Diagram> before = source_diagram_ ? std::optional(*source_diagram_) : std::nullopt;
    source_.move(source_.items, index_, target_.items, std::size_t(move_.to), nesting_);
    if (leaves && before) repair(*source_diagram_, *before, index_);
    return std::nullopt;
  }

  template <class T>
  void list(const Name& name, std::vector<T>& value, std::size_t, Presence) {
    const std::string list = join_id(path_, name);
    const AnyList any{&value, &move_between<T>};
    if (list == move_.list) {
      target_ = any;
      target_size_ = value.size();
    }
    const bool had_target = target_.items;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string id = item_id(list, value[i], i);
      if (id == move_.item) {
        source_ = any;
        index_ = i;
        source_diagram_ = diagram_;
        holds_target_ = lies_within(move_.list, id, value[i]);
      }
      walk(id, value[i]);
    }
    if (source_.items == any.items && target_.items && !had_target) nesting_ = Nesting::TargetInSource;
  }
  void diagram(const Name& name, std::optional<Diagram>& value) {
    diagram_ = value ? &*value : nullptr;
    FieldVisitor::diagram(name, value);
    diagram_ = nullptr;
  }
  void enter(const Name& name, auto& value) { walk(join_id(path_, name), value); }

 private:
  void walk(std::string id, auto& value) {
    if (!lies_within(move_.item, id, value) && !lies_within(move_.list, id, value)) return;
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  const MoveItem& move_;
  std::string path_;
  Diagram* diagram_ = nullptr;
  AnyList source_, target_;
  std::size_t index_ = 0, target_size_ = 0;
  Nesting nesting_ = Nesting::None;
  bool holds_target_ = false;
  Diagram* source_diagram_ = nullptr;
};

}  // namespace

Outcome moved(Poster poster, const MoveItem& move) {
  ItemMover mover(move);
  describe(mover, poster);
  std::optional<Message> refusal = mover.run();
  return {std::move(poster), std::move(refusal)};
}

}  // namespace sixiang
