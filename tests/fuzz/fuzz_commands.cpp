// Edits in any order: every poster on the way can be saved and opened, undo leads back to the start, redo to the end.
#include "editor/editor_state.h"
#include "fuzz/fuzz.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "support/random_command.h"

using namespace sixiang;
using fuzz::require;

namespace {

// Each step is two bytes, so that the fuzzer can change, cut and splice them.
EditorState step(EditorState state, fuzz::Input& input, testing::CommandSource& commands, testing::Random& random) {
  const int kind = input.below(24);
  random = testing::Random(input.byte());
  switch (kind) {
    case 0:
      return undo(std::move(state));
    case 1:
      return redo(std::move(state));
    case 2:
      return end_step(std::move(state));
    case 3:
      return mark_saved(std::move(state));
    case 4: {
      const std::vector<Field> all = fields(state.poster);
      return select(std::move(state), random.pick(all).id);
    }
    case 5: {
      const std::vector<Field> all = fields(state.poster);
      const Result<Command> command = set_field(random.pick(all), input.text(std::size_t(input.byte())));
      return command ? update(std::move(state), command.value()) : state;
    }
    default: {
      const Command command = commands.next(state.poster);
      require(!name_of(command, state.poster).english.empty(), "every command has a name");
      return update(std::move(state), command);
    }
  }
}

void check(const EditorState& state) {
  require(check_poster(state.poster).empty(), "the poster can be saved");
  for (const std::string& id : state.selection.ids()) require(has_block(state.poster, id), "what is selected is there");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  testing::Random random(input.value<std::uint16_t>());
  const Poster start = testing::random_poster(random, testing::UnknownMembers::Some);
  EditorState state = make_editor(start, Language::English);
  testing::CommandSource commands(random);
  for (int i = 0; i < 64 && !input.empty(); ++i) {
    state = step(std::move(state), input, commands, random);
    check(state);
  }
  while (state.history.can_redo()) state = redo(std::move(state));
  const Poster end = state.poster;
  const Result<Poster> opened = parse_poster(to_json(end));
  require(opened.ok() && opened.value() == end, "saved and opened it is the same");
  while (state.history.can_undo()) {
    state = undo(std::move(state));
    check(state);
  }
  require(state.poster == start, "undo leads to the start");
  while (state.history.can_redo()) state = redo(std::move(state));
  require(state.poster == end, "redo leads to the end");
  return 0;
}
