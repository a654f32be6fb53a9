#include "brief/outline_items.h"

#include <algorithm>
#include <array>
#include <optional>

#include "brief/outline_parts.h"
#include "brief/outline_text.h"

namespace sixiang::brief {

namespace {

enum class Form : std::uint8_t { Arrow, Named, Bar, Words, Json };

Form form_of(std::string_view list) {
  constexpr std::array<std::pair<std::string_view, Form>, 7> kForms = {{{"arrows", Form::Arrow},
                                                                        {"links", Form::Arrow},
                                                                        {"spans", Form::Arrow},
                                                                        {"nodes", Form::Named},
                                                                        {"rows", Form::Bar},
                                                                        {"tokens", Form::Words},
                                                                        {"lines", Form::Words}}};
  const auto found = std::find_if(kForms.begin(), kForms.end(), [&](const auto& form) { return form.first == list; });
  return found == kForms.end() ? Form::Json : found->second;
}

// Takes a member out: its text, or what its JSON says; empty where there is none.
std::string take(Members& members, std::string_view key) {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
  if (found == members.end()) return {};
  const Json json = Json::parse(std::string_view(found->second), nullptr, /*allow_exceptions=*/false);
  members.erase(found);
  return json.is_string() ? to_outline_text(json.get<std::string>()) : json.dump();
}

std::string words_of_item(Form form, Members& members) {
  switch (form) {
    case Form::Arrow: {
      const std::string from = take(members, "from"), to = take(members, "to"), text = take(members, "text");
      return from + " -> " + to + (text.empty() ? "" : ": " + text);
    }
    case Form::Named: {
      const std::string id = take(members, "id"), text = take(members, "text");
      return text.empty() ? id : id + ": " + text;
    }
    case Form::Bar: {
      const std::string name = take(members, "name");
      return name + ": " + take(members, "value");
    }
    case Form::Words:
      return take(members, "text");
    case Form::Json:
      break;
  }
  return {};
}

// At a colon: what stands before it and behind it; without one all stands before it.
struct Halves {
  std::string_view before, behind;
};
Halves halves(std::string_view text, std::size_t colon) {
  if (colon == std::string_view::npos) return {text, {}};
  return {trimmed_blanks(text.substr(0, colon)), trimmed_blanks(text.substr(colon + 1))};
}

Json text_or_index(std::string_view list, std::string_view word) {
  const bool is_index = list == "spans" && !word.empty() && word.size() < 4 &&
                        word.find_first_not_of("0123456789") == std::string_view::npos;
  return is_index ? Json(std::stoi(std::string(word))) : Json(std::string(word));
}

std::optional<Json> read_arrow(std::string_view list, std::string_view words) {
  const Halves parts = halves(words, words.find(':'));
  for (const std::string_view sign : {" -> ", "->", "→"}) {
    const std::size_t at = parts.before.find(sign);
    if (at == std::string_view::npos) continue;
    Json item = {{"from", text_or_index(list, trimmed_blanks(parts.before.substr(0, at)))},
                 {"to", text_or_index(list, trimmed_blanks(parts.before.substr(at + sign.size())))}};
    if (!parts.behind.empty()) item["text"] = from_outline_text(parts.behind);
    return item;
  }
  return std::nullopt;
}

std::optional<Json> read_words(Form form, std::string_view list, std::string_view words) {
  switch (form) {
    case Form::Arrow:
      return read_arrow(list, words);
    case Form::Named: {
      const Halves parts = halves(words, words.find(':'));
      Json item = {{"id", std::string(parts.before)}};
      if (!parts.behind.empty()) item["text"] = from_outline_text(parts.behind);
      return item;
    }
    case Form::Bar: {
      const Halves parts = halves(words, words.rfind(':'));
      std::vector<Error> errors;
      const Json value = read_outline_json(parts.behind, 0, errors);
      if (value.is_number()) return Json{{"name", from_outline_text(parts.before)}, {"value", value}};
      return Json{{"text", from_outline_text(words)}};  // a row of a table
    }
    case Form::Words:
      return Json{{"text", from_outline_text(words)}};
    case Form::Json:
      break;
  }
  return std::nullopt;
}

Message expected_form(Form form) {
  if (form == Form::Arrow) {
    return {"expected “- a -> b” or “- a -> b: text”, where a and b are ids",
            "应为「- 甲 -> 乙」或「- 甲 -> 乙: 文字」，甲、乙是 id"};
  }
  return {"expected an item as JSON, such as “- {\"level\": 0.5}”", "应为 JSON 写的一项，例如「- {\"level\": 0.5}」"};
}

}  // namespace

std::string outline_item(std::string_view list, const Members& item) {
  const std::string json = json_object(item);
  const Form form = form_of(list);
  if (form == Form::Json) return json;
  Members members = item;
  std::string line = words_of_item(form, members);
  if (!members.empty()) line += (line.empty() ? "" : " ") + json_object(members);
  std::vector<Error> errors;
  const Json read = read_outline_item(list, line, 0, errors);
  return errors.empty() && read == Json::parse(std::string_view(json), nullptr, /*allow_exceptions=*/false) ? line
                                                                                                            : json;
}

Json read_outline_item(std::string_view list, std::string_view text, int line, std::vector<Error>& errors) {
  if (text.starts_with('{')) return read_outline_json(text, line, errors);
  const std::size_t object = text.ends_with('}') ? text.find("{\"") : std::string_view::npos;
  const std::string_view words = trimmed_blanks(text.substr(0, object));
  const Form form = form_of(list);
  std::optional<Json> item = read_words(form, list, words);
  if (!item) {
    errors.push_back(error_in_line(line, expected_form(form)));
    return nullptr;
  }
  if (object != std::string_view::npos) merge(*item, read_outline_json(text.substr(object), line, errors));
  return *item;
}

}  // namespace sixiang::brief
