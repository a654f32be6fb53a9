#include "model/copied_items.h"

#include "model/reader.h"
#include "model/scan.h"
#include "model/writer.h"

namespace sixiang {

namespace {

constexpr std::string_view kKind = "sixiang", kItems = "items", kArrows = "arrows", kPlural = "s";
constexpr std::string_view kBeginning = "{\"sixiang\":";

std::string list_text(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ",\n") + item;
  return "[" + text + "]";
}

std::string member(std::string_view key, const std::string& value) { return json_string(key) + ": " + value; }

// The texts of the objects in the list; empty where it is none.
std::vector<std::string> texts_of(const Json& json, std::string_view key) {
  std::vector<std::string> texts;
  const auto list = json.find(std::string(key));
  if (list == json.end() || !list->is_array()) return texts;
  for (const Json& item : *list) texts.push_back(item.dump());
  return texts;
}

}  // namespace

std::string copied_text(const CopiedItems& copied) {
  std::string text = "{" + json_string(kKind) + ":" + json_string(copied.kind + std::string(kPlural)) + ",\n" +
                     member(kItems, list_text(copied.items));
  if (!copied.arrows.empty()) text += ",\n" + member(kArrows, list_text(copied.arrows));
  return text + "}\n";
}

bool is_copied_text(std::string_view text) { return text.substr(0, kBeginning.size()) == kBeginning; }

Result<CopiedItems> parse_copied(std::string_view text) {
  if (std::optional<Error> error = scan_json(text)) return *error;
  const Json json = Json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
  const auto kind = json.is_object() ? json.find(std::string(kKind)) : json.end();
  const Error none{"", {"there is nothing of a poster in it", "其中没有海报的内容"}};
  if (kind == json.end() || !kind->is_string()) return none;
  CopiedItems copied{kind->get<std::string>(), texts_of(json, kItems), texts_of(json, kArrows)};
  if (copied.items.empty() || copied.kind.empty()) return none;
  copied.kind.pop_back();
  return copied;
}

}  // namespace sixiang
