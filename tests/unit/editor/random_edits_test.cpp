// Long random sequences of all that hands can do: undo leads back to the start and redo to the end, what is selected is
// there, and the poster can be saved and opened again.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "editor/editor_state.h"
#include "editor/field_tree.h"
#include "model/defaults.h"
#include "model/poster_json.h"
#include "support/environment.h"
#include "support/golden.h"
#include "support/poster_files.h"
#include "support/random_edits.h"

using namespace sixiang;

namespace {

constexpr int kSteps = 200;

// SIXIANG_SEQUENCES asks for another number: 10,000 take ten minutes.
int number_of_sequences() {
  const std::string asked = testing::environment("SIXIANG_SEQUENCES");
  if (!asked.empty()) return std::atoi(asked.c_str());
#if defined(__OPTIMIZE__) && !defined(SIXIANG_SANITIZE)
  return 100;
#else
  return 20;
#endif
}

// The gallery, the default poster among it, a blank page, and one with members that nobody knows.
std::vector<Poster> starts() {
  std::vector<Poster> posters;
  for (const std::string& file : testing::poster_files()) {
    if (file.starts_with("assets/posters/")) posters.push_back(testing::read_poster(file));
  }
  posters.push_back(blank_poster({1080, 1080}, "空白"));
  testing::Random random(3);
  posters.push_back(testing::random_poster(random, testing::UnknownMembers::Some));
  return posters;
}

void check_selection(const EditorState& state) {
  for (const std::string& id : state.selection.ids()) REQUIRE_MESSAGE(has_block(state.poster, id), id);
  // None twice, none within another.
  REQUIRE(Selection(state.poster, state.selection.ids()) == state.selection);
}

}  // namespace

TEST_CASE("random sequences of edits undo to the start, redo to the end, and keep what is selected") {
  const std::vector<Poster> posters = starts();
  REQUIRE(posters.size() >= 8);
  std::size_t steps = 0, edits = 0, too_long = 0;
  const int sequences = number_of_sequences();
  for (int i = 0; i < sequences; ++i) {
    CAPTURE(i);
    testing::Random random{std::uint64_t(i)};
    const EditorState start = make_editor(posters[std::size_t(i) % posters.size()], Language::Chinese);
    EditorState state = start;
    testing::EditSource source(random);
    for (int step = 0; step < kSteps; ++step) {
      CAPTURE(step);
      const std::uint64_t before = state.revision;
      state = source.next(std::move(state));
      edits += state.revision != before ? 1 : 0;
      check_selection(state);
    }
    steps += kSteps;
    while (state.history.can_redo()) state = redo(std::move(state));
    const EditorState end = state;
    const Result<Poster> opened = parse_poster(to_json(end.poster));
    REQUIRE(opened.ok());
    REQUIRE(opened.value() == end.poster);
    // What is older than the history holds is not to be undone.
    const bool is_whole = end.history.past.empty() || end.history.past.front().revision == start.revision;
    too_long += is_whole ? 0 : 1;
    while (state.history.can_undo()) {
      state = undo(std::move(state));
      check_selection(state);
    }
    if (is_whole) REQUIRE(state.poster == start.poster);
    if (is_whole) REQUIRE_FALSE(state.is_changed());
    while (state.history.can_redo()) {
      state = redo(std::move(state));
      check_selection(state);
    }
    REQUIRE(state.poster == end.poster);
    REQUIRE(state.selection == end.selection);
    REQUIRE(state.revision == end.revision);
  }
  // Most do something, and hardly any history is too large to be held.
  CHECK(edits > steps / 3);
  CHECK(too_long * 20 <= std::size_t(sequences));
  MESSAGE(sequences << " sequences, " << edits << " changes in " << steps << " steps, " << too_long
                    << " histories too long to be held");
}
