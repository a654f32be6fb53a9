// Faults made by rule, of every field in turn (tests/cases/bad-posters/fields.txt): each is one error, at its place,
// that says what was expected and what was found.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

using Tree = nlohmann::ordered_json;

const std::string kLong(65, 'a');  // one more than an id may have; a message shows the first 40

struct FieldCase {
  std::string path;
  std::vector<std::string> type;  // its name, then what the table says of it
  bool required = false;
  double bound(std::size_t index) const { return std::stod(type[index]); }
};

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + separator.size()) {
    parts.push_back(text.substr(begin, end - begin));
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::vector<FieldCase> read_table() {
  std::vector<FieldCase> table;
  std::istringstream lines(testing::read_text(testing::source_path("tests/cases/bad-posters/fields.txt")));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> columns = split(line, " | ");
    REQUIRE(columns.size() >= 2);
    table.push_back({columns[0], split(columns[1], " "), columns.size() > 2});
  }
  return table;
}

Tree whole() { return Tree::parse(testing::read_text(testing::source_path("tests/cases/bad-posters/whole.json"))); }

// "sections[0].content" → "/sections/0/labels"
Tree::json_pointer pointer_to(const std::string& path) {
  std::string pointer = "/";
  for (char c : path) {
    if (c == ']') continue;
    pointer += c == '.' || c == '[' ? '/' : c;
  }
  return Tree::json_pointer(pointer);
}

std::string number_of(const std::string& text) { return Tree::parse(text).dump(); }

std::string expected_by(const FieldCase& field) {
  const std::string& name = field.type[0];
  if (name == "text") return "text";
  if (name == "icon") return "the name of an icon, a line of at most 64 bytes";
  if (name == "id") return "a name of 1 to 64 letters, digits, '-' or '_'";
  if (name == "color") return "a colour such as \"#A8D8EA\"";
  if (name == "flag") return "true or false";
  if (name == "object") return "an object";
  if (name == "list") return "a list";
  if (name == "number" || name == "whole") {
    const std::string kind = name == "whole" ? "a whole number" : "a number";
    return kind + " from " + number_of(field.type[1]) + " to " + number_of(field.type[2]);
  }
  REQUIRE(name == "word");
  std::string words = field.type.size() > 2 ? "one of " : "";
  for (std::size_t i = 1; i < field.type.size(); ++i) words += (i > 1 ? ", \"" : "\"") + field.type[i] + "\"";
  return words;
}

std::string found_in(const Tree& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  if (value.is_string() && value.get<std::string>() == kLong) return "the text \"" + kLong.substr(0, 40) + "…\"";
  if (value.is_string()) return "the text " + value.dump();
  if (value.is_number()) return "the number " + value.dump();
  return value.dump();
}

// Whatever the field does not take.
std::vector<Tree> wrong_values(const FieldCase& field) {
  const std::string& name = field.type[0];
  std::vector<Tree> values = {nullptr};
  if (name != "flag") values.insert(values.end(), {true, false});
  const bool numeric = name == "number" || name == "whole";
  if (!numeric) values.insert(values.end(), {0, 7, -1.5});
  const bool textual = name == "text" || name == "icon";
  if (!textual) values.insert(values.end(), {"", "a b", "这是什么"});
  if (name != "list") values.insert(values.end(), {Tree::array(), Tree::array({1})});
  if (name != "object") values.insert(values.end(), {Tree::object(), Tree::object({{"text", "x"}})});
  if (name == "icon") values.insert(values.end(), {kLong});
  if (name == "id") values.insert(values.end(), {"a.b", "a/b", kLong, "é"});
  if (name == "color") {
    values.insert(values.end(),
                  {"#", "#1", "#12", "#1234", "#12345", "#1234567", "#GGGGGG", "A8D8EA", "# A8D8E", "#A8D8EA "});
  }
  if (name == "flag") values.insert(values.end(), {"true", "yes"});
  if (name == "word")
    values.insert(values.end(), {"nonsense", field.type[1] + " ", std::string(1, 'X') + field.type[1]});
  if (numeric) {
    values.insert(values.end(), {field.bound(1) - 1, field.bound(2) + 1, 1e300, -1e300, field.type[1]});
    if (name == "whole") values.insert(values.end(), {field.bound(1) + 0.5});
  }
  return values;
}

// The one error that there is.
Error only_error(const std::string& text) {
  const Result<Poster> poster = parse_poster(text);
  REQUIRE_FALSE(poster.ok());
  CHECK(poster.errors().size() == 1);
  CHECK_FALSE(poster.errors()[0].message.chinese.empty());
  return poster.errors()[0];
}

void check_wrong(const FieldCase& field, const Tree& value) {
  Tree poster = whole();
  poster[pointer_to(field.path)] = value;
  const Error error = only_error(poster.dump());
  CHECK(error.path == field.path);
  CHECK(error.message.english == "expected " + expected_by(field) + ", found " + found_in(value));
}

std::string last_key(const std::string& path) { return path.substr(path.rfind('.') + 1); }

void check_missing(const FieldCase& field) {
  Tree poster = whole();
  const Tree::json_pointer place = pointer_to(field.path);
  poster[place.parent_pointer()].erase(last_key(field.path));
  const Error error = only_error(poster.dump());
  CHECK(error.path == field.path);
  CHECK(error.message.english == "is missing: expected " + expected_by(field));
}

// The second one stands last in its object, under a name that the text gets afterwards.
void check_twice(const FieldCase& field) {
  const std::string key = last_key(field.path), placeholder = "twice-here";
  Tree poster = whole();
  poster[pointer_to(field.path).parent_pointer()][placeholder] = 1;
  std::string text = poster.dump();
  const std::size_t place = text.find("\"" + placeholder + "\"");
  REQUIRE(place != std::string::npos);
  text.replace(place + 1, placeholder.size(), key);
  const Error error = only_error(text);
  CHECK(error.path == field.path);
  CHECK_MESSAGE(error.message.english.find("line 1, column " + std::to_string(place + 1) + ": ") == 0,
                error.message.english);
  CHECK(error.message.english.find("the key \"" + key + "\" stands here twice") != std::string::npos);
}

void check_too_many(const FieldCase& field) {
  Tree poster = whole();
  Tree& list = poster[pointer_to(field.path)];
  while (double(list.size()) <= field.bound(1)) list.push_back(list[0]);
  const Result<Poster> parsed = parse_poster(poster.dump());
  REQUIRE_FALSE(parsed.ok());
  const std::string words = "at most " + number_of(field.type[1]) + " entries";
  CHECK(std::any_of(parsed.errors().begin(), parsed.errors().end(), [&](const Error& error) {
    return error.path == field.path && error.message.english.find(words) != std::string::npos;
  }));
}

void collect_paths(const Tree& tree, const std::string& path, std::set<std::string>& paths) {
  for (const auto& [key, value] : tree.items()) {
    const std::string inner = tree.is_array() ? path + "[" + key + "]" : path.empty() ? key : path + "." + key;
    paths.insert(inner);
    if (value.is_structured()) collect_paths(value, inner, paths);
  }
}

}  // namespace

TEST_CASE("whatever a field does not take is refused at its place") {
  REQUIRE(parse_poster(whole().dump()).ok());
  std::size_t faults = 0;
  for (const FieldCase& field : read_table()) {
    CAPTURE(field.path);
    for (const Tree& value : wrong_values(field)) {
      CAPTURE(value.dump());
      check_wrong(field, value);
      ++faults;
    }
    const bool keyed = field.path.back() != ']';
    if (field.required) check_missing(field);
    if (keyed) check_twice(field);
    if (field.type[0] == "list") check_too_many(field);
    faults += std::size_t(field.required) + std::size_t(keyed) + std::size_t(field.type[0] == "list");
  }
  CHECK(faults > 1000);
}

TEST_CASE("the table names every field of a poster that has them all") {
  std::set<std::string> named;
  for (const FieldCase& field : read_table()) named.insert(field.path);
  std::set<std::string> paths;
  collect_paths(whole(), "", paths);
  for (const std::string& path : named) CHECK_MESSAGE(paths.count(path) == 1, path);
  for (const std::string& path : paths) {
    const bool repeated = path.find("[1].") != std::string::npos || path.find("[2].") != std::string::npos ||
                          path.find("[3].") != std::string::npos || path.find("[4].") != std::string::npos ||
                          path.back() == ']' || path == "format" || path == "version";
    if (!repeated) CHECK_MESSAGE(named.count(path) == 1, path);
  }
}

// A document that breaks off after any of its bytes.
TEST_CASE("a text that ends too early says where") {
  const std::string text =
      R"({"format":"sixiang-poster","version":1,"title":{"text":"a\n"},"sections":[{"id":"b","title":""}],"x":-1.5e3})";
  REQUIRE(parse_poster(text).ok());
  for (std::size_t size = 1; size < text.size(); ++size) {
    CAPTURE(text.substr(0, size));
    const Error error = only_error(text.substr(0, size));
    CHECK(error.message.english.find("line 1, column ") == 0);
  }
}
