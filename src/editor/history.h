// Undo and redo: the whole posters before and after each step, newest last. No clock: whoever sees a pause, a change of
// focus or a pointer let go says so with end_step().
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/message.h"
#include "editor/former_diagrams.h"
#include "editor/selection.h"
#include "model/poster.h"

namespace sixiang {

inline constexpr std::size_t kMaxSteps = 300;
inline constexpr std::size_t kMaxHistoryBytes = 64u << 20;  // the last 20 steps are kept in any case

// The poster on one side of a step, what was selected there, and what the step is called.
struct Step {
  Poster poster;
  Selection selection;
  FormerDiagrams former_diagrams;
  Message name;
  std::uint64_t revision = 0;
  std::size_t bytes = 0;
  bool operator==(const Step&) const = default;
};

struct History {
  std::vector<Step> past;    // posters before the steps that can be undone
  std::vector<Step> future;  // posters after the steps that can be redone, the next one last
  std::string open_field;    // further edits of this field, or of these, join the last step; empty: none do
  bool operator==(const History&) const = default;

  bool can_undo() const { return !past.empty(); }
  bool can_redo() const { return !future.empty(); }
  // "Edit label"; empty where there is nothing.
  Message undo_name() const { return past.empty() ? Message{} : past.back().name; }
  Message redo_name() const { return future.empty() ? Message{} : future.back().name; }
};

}  // namespace sixiang
