#include "model/reader.h"

namespace sixiang {

Message found_value(const Json& json) {
  switch (json.type()) {
    case Json::value_t::object:
      return {"an object", "对象"};
    case Json::value_t::array:
      return {"a list", "列表"};
    case Json::value_t::string: {
      const Message text = quoted_text(json.get_ref<const std::string&>());
      return {"the text " + text.english, "文本" + text.chinese};
    }
    case Json::value_t::boolean:
      return json.get<bool>() ? Message{"true", " true"} : Message{"false", " false"};
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
      return {"the number " + json.dump(), "数值 " + json.dump()};
    case Json::value_t::null:
    case Json::value_t::binary:
    case Json::value_t::discarded:
      break;
  }
  return {"null", " null"};
}

const Json* FieldReader::member(std::string_view key, Presence presence, const Message& expected) {
  known_.push_back(key);
  const auto found = object_.find(std::string(key));
  if (found != object_.end()) return &*found;
  if (presence == Presence::Required) {
    state_.report({"is missing: expected " + expected.english, "缺失：应为" + expected.chinese});
  }
  return nullptr;
}

std::optional<std::size_t> FieldReader::word_index(const Json& json, std::span<const Word> words) {
  std::optional<std::size_t> index;
  if (json.is_string()) index = index_of_word(words, json.get_ref<const std::string&>());
  if (!index) state_.mismatch(expected_word(words), json);
  return index;
}

void FieldReader::read_text(std::string_view key, std::string& value, Presence presence,
                            std::optional<Message> (*problem_with)(std::string_view)) {
  const PathStep step(state_, key);
  const Json* json = member(key, presence, {"text", "文本"});
  if (!json) return;
  if (!json->is_string()) return state_.mismatch({"text", "文本"}, *json);
  const std::string& text = json->get_ref<const std::string&>();
  if (const std::optional<Message> problem = problem_with(text)) return state_.mismatch(*problem, *json);
  value = text;
}

void FieldReader::diagram(std::string_view key, std::optional<Diagram>& value) {
  const PathStep step(state_, key);
  const Json* json = member(key, Presence::Written, {});
  if (!json) return;
  if (!json->is_object()) return state_.mismatch({"an object", "对象"}, *json);
  FieldReader reader(*json, state_);
  std::optional<std::size_t> kind;
  {
    const PathStep kind_step(state_, "kind");
    const Json* name = reader.member("kind", Presence::Required, expected_word(kDiagramKinds));
    if (!name) return;
    kind = reader.word_index(*name, kDiagramKinds);
  }
  if (!kind) return;
  value = diagram_of_kind(kDiagramKinds[*kind].json, []<class Kind>(std::type_identity<Kind>) { return Kind{}; });
  std::visit([&](auto& alternative) { describe(reader, alternative); }, *value);
}

void FieldReader::unknown(UnknownFields& fields) {
  for (const auto& [key, json] : object_.items()) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) fields.emplace_back(key, json.dump());
  }
}

}  // namespace sixiang
