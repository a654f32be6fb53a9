// What a gesture or a key does to the poster: a command, and what is selected afterwards. The functions that make one
// look at the poster, so that the interface knows beforehand whether it can be done, and why not.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "editor/command.h"
#include "editor/editor_state.h"

namespace sixiang {

struct Edit {
  Command command;
  // Ids as they are once the command is carried out; empty: the selection follows its things.
  std::vector<std::string> selection = {};
  bool operator==(const Edit&) const = default;
};

// The edit as one step, of the poster that it was made for.
EditorState perform(EditorState state, const Edit& edit);

// The edit where the command is carried out; else the reason.
Result<Edit> unless_refused(const Poster& poster, Edit edit);

Error cannot(std::string english, std::string chinese);

// "Remove label", "Remove 3 labels", "Remove 3 things": what is done to things of the outline. `english` and `chinese`
// are the verb.
Message name_of_edit(const Poster& poster, const std::vector<std::string>& things, const char* english,
                     const char* chinese);

}  // namespace sixiang
