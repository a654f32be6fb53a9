// Lines of fields in an outline's front matter and fences: a small part of YAML whose values are JSON or plain words.
// Inside brief/ only.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sixiang::brief {

using Json = nlohmann::json;

struct NumberedLine {
  int number = 0;  // in the text, from 1
  std::string_view text;
};

// Where in the document what a line says stands: "sections[0].content[2]".
using LinePlaces = std::vector<std::pair<std::string, int>>;

Error error_in_line(int line, const Message& message);

// One JSON value. What is wrong with it is added to `errors`, and it is null.
Json read_outline_json(std::string_view text, int line, std::vector<Error>& errors);

// «key: value», «key:» with items «- value» or with indented fields below. An object; places are added to `places`.
Json read_outline_fields(const std::vector<NumberedLine>& lines, LinePlaces& places, std::vector<Error>& errors);

}  // namespace sixiang::brief
