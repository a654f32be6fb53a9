// The poster that tests of the editor begin with, tests/cases/edited-poster.json.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "editor/edit.h"
#include "editor/editor_state.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "support/golden.h"

namespace sixiang::testing {

using Ids = std::vector<std::string>;

inline Poster edited_poster() { return parse_poster(read_text(source_path("tests/cases/edited-poster.json"))).value(); }

inline EditorState edited_poster_editor() { return make_editor(edited_poster(), Language::English); }

// The edit is one that can be done; afterwards.
inline EditorState performed(EditorState state, const Result<Edit>& edit) {
  REQUIRE(edit.ok());
  CHECK_FALSE(refusal(state.poster, edit.value().command));
  state = perform(std::move(state), edit.value());
  CHECK(check_poster(state.poster).empty());
  return state;
}

}  // namespace sixiang::testing
