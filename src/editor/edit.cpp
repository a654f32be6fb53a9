#include "editor/edit.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "editor/field_id.h"

namespace sixiang {

EditorState perform(EditorState state, const Edit& edit) {
  state = update(std::move(state), edit.command);
  return edit.selection.empty() ? state : select_all(std::move(state), edit.selection);
}

Result<Edit> unless_refused(const Poster& poster, Edit edit) {
  if (std::optional<Message> reason = refusal(poster, edit.command)) return Error{"", std::move(*reason)};
  return edit;
}

Error cannot(std::string english, std::string chinese) { return {"", {std::move(english), std::move(chinese)}}; }

Message name_of_edit(const Poster& poster, const std::vector<std::string>& things, const char* english,
                     const char* chinese) {
  std::vector<Message> names;
  for (const std::string& id : things) names.push_back(place_of(poster, id).thing.one.message());
  const std::string count = std::to_string(names.size()), verb = english, chinese_verb = chinese;
  if (names.size() == 1) return {verb + " " + names[0].english, chinese_verb + names[0].chinese};
  const bool alike = std::all_of(names.begin(), names.end(), [&](const Message& name) { return name == names[0]; });
  if (!alike || names.empty()) return {verb + " " + count + " things", chinese_verb + " " + count + " 项"};
  return {verb + " " + count + " " + names[0].english + "s", chinese_verb + " " + count + " 个" + names[0].chinese};
}

}  // namespace sixiang
