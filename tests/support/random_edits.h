// What hands do to a poster, out of a seed: commands alone and in batches, edits of what is selected, selecting, undo.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "editor/clipboard.h"
#include "editor/editor_state.h"
#include "editor/flow_edits.h"
#include "editor/gestures.h"
#include "editor/navigation.h"
#include "model/copied_items.h"
#include "support/random_command.h"

namespace sixiang::testing {

class EditSource {
 public:
  explicit EditSource(Random& random) : random_(random), commands_(random) {}

  EditorState next(EditorState state) {
    const int kind = random_.below(100);
    if (kind < 30) return update(std::move(state), commands_.next(state.poster));
    if (kind < 36) return update(std::move(state), batch(state.poster));
    if (kind < 40) return update(std::move(state), insertion(state.poster));
    if (kind < 58) return selected(std::move(state));
    if (kind < 88) return edited(std::move(state));
    if (kind < 91) return end_step(std::move(state));
    if (kind < 97) return undo(std::move(state));
    return redo(std::move(state));
  }

 private:
  // Of what is there; seldom of nothing.
  std::string any_id(const Poster& poster) {
    if (random_.chance(3)) return random_.chance(50) ? "" : "nobody.content.3";
    return random_.pick(outline(poster)).id;
  }
  std::string any_list(const Poster& poster) {
    const std::string id = any_id(poster);
    for (const char* list : {".content", ".nodes", ".tiles", ".lines", ".sections"}) {
      if (random_.chance(40)) return id + list;
    }
    return random_.chance(50) ? "sections" : random_.chance(50) ? "decorations" : "links";
  }

  Command batch(const Poster& poster) {
    Batch batch{{"Do several things", "做几件事"}, {}};
    for (int i = random_.below(4); i >= 0; --i) {
      // One in five fits nothing, so that often all of it is refused.
      batch.commands.push_back(random_.chance(20) ? insertion(poster) : commands_.next(poster));
    }
    if (random_.chance(10)) batch.commands.emplace_back(Batch{batch.name, {commands_.next(poster)}});
    return batch;
  }

  Command insertion(const Poster& poster) {
    const std::size_t index = std::size_t(random_.below(6));
    if (random_.chance(40)) return AddItem{any_list(poster), random_text(random_), index};
    InsertItems insertion{any_list(poster), index, {}};
    const Result<std::string> text = copy_things(poster, {any_id(poster)});
    if (const Result<CopiedItems> copies = parse_copied(text ? text.value() : "")) {
      insertion.items = copies.value().items;
    } else {
      insertion.items = {random_.chance(50) ? "{}" : "[1]"};
    }
    return insertion;
  }

  EditorState selected(EditorState state) {
    const std::string id = any_id(state.poster);
    switch (random_.below(5)) {
      case 0:
        return select(std::move(state), id);
      case 1:
      case 2:
        return extend_selection(std::move(state), id);
      case 3:
        return toggle_selected(std::move(state), id);
      default:
        return select_siblings(std::move(state));
    }
  }

  EditorState edited(EditorState state) {
    std::vector<std::string> ids = state.selection.ids();
    if (ids.empty()) ids.push_back(any_id(state.poster));
    const Result<Edit> edit = any_edit(state.poster, ids);
    return edit ? perform(std::move(state), edit.value()) : state;
  }

  Result<Edit> any_edit(const Poster& poster, const std::vector<std::string>& ids) {
    const std::size_t index = std::size_t(random_.below(6));
    const std::string other = any_id(poster);
    switch (random_.below(16)) {
      case 0:
      case 1:
        return remove_things(poster, ids);
      case 2:
        return duplicate_things(poster, ids);
      case 3:
        if (Result<std::string> text = copy_things(poster, ids)) copied_ = text.value();
        return paste_things(poster, other, copied_);
      case 4:
        return move_things(poster, ids, any_list(poster), index);
      case 5:
        return copy_things_to(poster, ids, any_list(poster), index);
      case 6:
      case 7:
        return move_by_one(poster, ids, random_.chance(50) ? MoveDirection::Up : MoveDirection::Down);
      case 8:
        return label_after(poster, ids[0]);
      case 9:
        return add_beside(poster, ids[0], random_.chance(50) ? Language::Chinese : Language::English);
      case 10:
        return indent(poster, ids);
      case 11:
        return outdent(poster, ids);
      case 12:
        return add_arrow(poster, ids[0], siblings(poster, ids[0]).back());
      case 13:
        return add_node(poster, thing_at(poster, ids[0]).parent, {float(random_.below(9)), float(random_.below(9))},
                        random_text(random_), random_.chance(50) ? ids[0] : "");
      case 14:
        return nudge_nodes(poster, ids, {float(random_.below(5)) / 2 - 1, float(random_.below(5)) / 2 - 1});
      default:
        return move_badge(poster, thing_at(poster, ids[0]).parent, other);
    }
  }

  Random& random_;
  CommandSource commands_;
  std::string copied_;
};

}  // namespace sixiang::testing
