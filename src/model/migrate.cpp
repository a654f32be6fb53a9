#include "model/migrate.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

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

// What a backslash must hide.
struct Mark {
  std::size_t at = 0, size = 0;
};

// "**", "==", or the first colon of ":name:".
std::size_t mark_size(std::string_view text, std::size_t at) {
  const std::string_view two = text.substr(at, 2);
  if (two == "**" || two == "==") return 2;
  if (text[at] != ':' || at + 1 >= text.size() || !is_letter(text[at + 1])) return 0;
  std::size_t end = at + 1;
  while (end < text.size() && is_name_character(text[end])) ++end;
  return end < text.size() && text[end] == ':' ? 1 : 0;
}

// Those outside of formulas that this version may take for one.
std::vector<Mark> marks_of(std::string_view text) {
  std::vector<Mark> marks;
  bool in_formula = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '$') in_formula = !in_formula && text.find('$', i + 1) != std::string_view::npos;
    const bool is_escape = text[i] == '\\' && i + 1 < text.size();
    const std::size_t size = in_formula || is_escape ? 0 : mark_size(text, i);
    if (size > 0) marks.push_back({i, size});
    i += is_escape ? 2 : std::max<std::size_t>(size, 1);
  }
  return marks;
}

// An object's member, which is made where it is missing; nullptr where it is no object.
Json* object_in(Json& json, const char* key) {
  if (!json.contains(key)) json[key] = Json::object();
  Json& member = json[key];
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
  // Another program's, which version 1 did not know.
  if (const auto later = section.find("content"); later != section.end() && later->is_array()) {
    for (Json& item : *later) content.push_back(std::move(item));
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
  const std::vector<Mark> marks = marks_of(text);
  const auto is_pair = [&](const Mark& mark) {
    const auto same = [&](const Mark& other) { return text[other.at] == text[mark.at]; };
    return text[mark.at] == ':' || std::count_if(marks.begin(), marks.end(), same) > 1;
  };
  std::string result;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    if (!is_pair(mark)) continue;
    result.append(text, at, mark.at - at);
    // Both halves of a double one: what is left of it must not become part of another.
    for (at = mark.at; at < mark.at + mark.size; ++at) (result += '\\') += text[at];
  }
  return result.append(text, at);
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
