#include "brief/outline_parts.h"

#include "brief/outline_text.h"
#include "brief/section_defaults.h"

namespace sixiang::brief {

namespace {

template <class Visit>
void each_part(std::vector<OutlinePart>& sections, const Visit& visit) {
  for (OutlinePart& part : sections) {
    visit(part, 0);
    for (OutlinePart& inner : part.sections) visit(inner, 1);
  }
}

// Empty where there is no such text.
std::string text_of(const Json& object, const char* key) {
  const bool has_text = object.is_object() && object.contains(key) && object[key].is_string();
  return has_text ? object[key].get<std::string>() : std::string();
}

void take_colors(const OutlinePart& part, std::vector<Color>& taken) {
  if (!part.json.contains("colors")) return;
  for (const char* key : {"fill", "header"}) {
    if (const std::optional<Color> color = parse_color(text_of(part.json["colors"], key))) taken.push_back(*color);
  }
}

}  // namespace

void merge(Json& into, const Json& from) {
  if (!into.is_object() || !from.is_object()) {
    into = from;
    return;
  }
  for (const auto& [key, value] : from.items()) merge(into[key], value);
}

void name_new_sections(std::vector<OutlinePart>& sections, Style style) {
  SectionIds ids;
  std::vector<Color> taken;
  each_part(sections, [&](const OutlinePart& part, int) {
    ids.take(text_of(part.json, "id"));
    take_colors(part, taken);
  });
  SectionFills fills;
  each_part(sections, [&](OutlinePart& part, int level) {
    if (part.json.contains("id")) return;
    part.json["id"] = ids.free_id(to_text(text_of(part.json, "title")), to_text(text_of(part.json, "subtitle")));
    if (level > 0) {
      if (!part.json.contains("header")) part.json["header"] = "plain";
    } else if (!part.json.contains("colors")) {
      taken.push_back(fills.next(taken));
      part.json["colors"] = {{style == Style::Dark ? "header" : "fill", to_hex(taken.back())}};
    }
  });
}

void add_items(Json& list, std::vector<OutlineItem>& items, const std::string& path, LinePlaces& places) {
  if (!list.is_array()) list = Json::array();
  for (OutlineItem& item : items) {
    const std::string place = path + "[" + std::to_string(list.size()) + "]";
    places.emplace_back(place, item.line);
    for (const auto& [inner, line] : item.places) places.emplace_back(place + ".diagram." + inner, line);
    if (!item.json.contains("text")) {
      item.json["text"] = item.is_code ? from_outline_code(item.text) : from_outline_text(item.text);
    }
    list.push_back(std::move(item.json));
  }
}

void add_parts(Json& list, std::vector<OutlinePart>& parts, const std::string& path, LinePlaces& places) {
  if (!list.is_array()) list = Json::array();
  for (OutlinePart& part : parts) {
    const std::string place = path + "[" + std::to_string(list.size()) + "]";
    places.emplace_back(place, part.line);
    if (!part.content.empty()) add_items(part.json["content"], part.content, place + ".content", places);
    if (!part.sections.empty()) add_parts(part.json["sections"], part.sections, place + ".sections", places);
    list.push_back(std::move(part.json));
  }
}

std::vector<Error> errors_in_lines(const std::vector<Error>& errors, const LinePlaces& places) {
  std::vector<Error> told;
  for (const Error& error : errors) {
    std::size_t longest = 0;
    int line = 0;
    for (const auto& [path, number] : places) {
      const char next = path.size() < error.path.size() ? error.path[path.size()] : '.';
      const bool holds = error.path.starts_with(path) && (next == '.' || next == '[');
      if (holds && path.size() >= longest) {
        longest = path.size();
        line = number;
      }
    }
    Error in_line = line > 0 ? error_in_line(line, error.message) : Error{"", error.message};
    in_line.path = error.path;
    told.push_back(std::move(in_line));
  }
  return told;
}

}  // namespace sixiang::brief
