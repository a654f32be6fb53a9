#include "model/migrate.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "model/colors.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

using Json = nlohmann::json;

// What version 1 drew where a colour was not given.
constexpr const char* kBackground = "#F5F0E8";
constexpr const char* kInk = "#2B2A2E";
constexpr std::array<std::pair<const char*, const char*>, 3> kPalette = {
    {{"ink", kInk}, {"keyFormula", "#E8655A"}, {"card", "#FFFDF8"}}};
constexpr std::array<std::pair<const char*, const char*>, 3> kSectionColors = {
    {{"fill", "#E0E0E0"}, {"header", "#B0B0B0"}, {"accent", "#606060"}}};

// Ids that name a part of the poster now, and did not then.
constexpr std::array<const char*, 2> kNewlyReserved = {"style", "links"};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_name_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }

// How long the mark at `at` is, where this version would take it for one: "**", "==", or ":name:" as a whole.
std::size_t mark_at(std::string_view text, std::size_t at) {
  const std::string_view two = text.substr(at, 2);
  if (two == "**" || two == "==") return 2;
  if (text[at] != ':' || at + 1 >= text.size() || !is_letter(text[at + 1])) return 0;
  std::size_t end = at + 1;
  while (end < text.size() && is_name_character(text[end])) ++end;
  return end < text.size() && text[end] == ':' ? end + 1 - at : 0;
}

// An object's member, which is made where it is missing; nullptr where it is no object.
Json* object_in(Json& json, const char* key) {
  Json& member = json[key];
  if (member.is_null()) member = Json::object();
  return member.is_object() ? &member : nullptr;
}

void write_default(Json& object, const char* key, const Json& value) {
  if (!object.contains(key)) object[key] = value;
}

// The visitor of describe() that escapes what texts would say with marks. The title has none.
class MarkEscaper : public FieldVisitor<MarkEscaper> {
 public:
  void text(const Name&, std::string& value, Presence) { value = without_marks(value); }
  void icon(const Name&, std::string&) {}
  using FieldVisitor::object;
  void object(const Name&, Title&, Presence) {}
};

void merge_content(Json& section) {
  const auto labels = section.find("labels");
  if (labels != section.end() && !labels->is_array()) {
    section["content"] = std::move(*labels);
    section.erase("labels");
    return;
  }
  Json content = Json::array();
  if (const auto diagram = section.find("diagram"); diagram != section.end()) {
    content.push_back({{"diagram", std::move(*diagram)}});
    section.erase("diagram");
  }
  if (labels != section.end()) {
    for (Json& label : *labels) content.push_back(std::move(label));
    section.erase("labels");
  }
  section["content"] = std::move(content);
}

void migrate_section(Json& section, const std::optional<Json>& outline) {
  if (!section.is_object()) return;
  merge_content(section);
  if (const auto icon = section.find("icon"); icon != section.end() && *icon == "none") section.erase(icon);
  Json* colors = object_in(section, "colors");
  if (!colors) return;
  for (const auto& [key, value] : kSectionColors) write_default(*colors, key, value);
  if (outline) write_default(*colors, "outline", *outline);
}

bool is_used(const Json& sections, const std::string& id) {
  return std::any_of(sections.begin(), sections.end(), [&](const Json& section) {
    const auto found = section.find("id");
    return found != section.end() && *found == id;
  });
}

void rename_reserved(Json& sections) {
  for (Json& section : sections) {
    const auto id = section.is_object() ? section.find("id") : section.end();
    if (id == section.end() || std::count(kNewlyReserved.begin(), kNewlyReserved.end(), *id) == 0) continue;
    std::string free = id->get<std::string>() + "-1";
    while (is_used(sections, free)) free += "1";
    *id = free;
  }
}

// Panels on a dark page have other outlines than ink by now.
std::optional<Json> outline_of_sections(const Json& page, const Json& palette) {
  const Json& background = page["background"];
  const std::optional<Color> color =
      background.is_string() ? parse_color(background.get_ref<const std::string&>()) : std::nullopt;
  return color && is_dark(*color) ? std::optional(palette["ink"]) : std::nullopt;
}

}  // namespace

std::string without_marks(const std::string& text) {
  std::string result;
  bool in_formula = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      result.append(text, i, 2);
      i += 2;
      continue;
    }
    if (text[i] == '$') in_formula = !in_formula && text.find('$', i + 1) != std::string::npos;
    const std::size_t mark = in_formula ? 0 : mark_at(text, i);
    if (mark > 0) result += '\\';
    // Both halves of a double one: what is left of it must not become part of another.
    if (mark == 2) result.append(1, text[i++]).append(1, '\\');
    result += text[i++];
  }
  return result;
}

void migrate_version_1(Json& poster) {
  if (const auto layout = poster.find("layout"); layout == poster.end() || *layout == "quadrants") {
    poster["layout"] = {{"kind", "grid"}, {"columns", 2}};
  }
  Json* page = object_in(poster, "page");
  if (page) write_default(*page, "background", kBackground);
  Json* palette = object_in(poster, "palette");
  if (palette) {
    for (const auto& [key, value] : kPalette) write_default(*palette, key, value);
  }
  const std::optional<Json> outline = page && palette ? outline_of_sections(*page, *palette) : std::nullopt;
  const auto sections = poster.find("sections");
  if (sections != poster.end() && sections->is_array()) {
    rename_reserved(*sections);
    for (Json& section : *sections) migrate_section(section, outline);
  }
}

void escape_marks(Poster& poster) {
  MarkEscaper escaper;
  describe(escaper, poster);
}

std::string path_in_version_1(std::string path, const Json& migrated) {
  constexpr std::string_view kSections = "sections[", kContent = "].content";
  const std::size_t content = path.find(kContent);
  if (path.compare(0, kSections.size(), kSections) != 0 || content == std::string::npos) return path;
  const std::size_t section = std::stoul(path.substr(kSections.size()));
  const std::string before = path.substr(0, content + 2);
  const std::string rest = path.substr(content + kContent.size());
  if (rest.empty()) return before + "labels";
  const std::size_t index = std::stoul(rest.substr(1)), close = rest.find(']');
  const bool with_diagram = migrated["sections"][section]["content"][0].contains("diagram");
  if (!with_diagram) return before + "labels" + rest;
  if (index == 0) return before + rest.substr(std::min(rest.size(), close + 2));
  return before + "labels[" + std::to_string(index - 1) + rest.substr(close);
}

}  // namespace sixiang
