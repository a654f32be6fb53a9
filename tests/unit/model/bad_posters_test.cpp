// What is wrong is answered quickly, by a message that names the place. Cases: tests/cases/bad-posters.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/poster_json.h"
#include "model/scan.h"
#include "support/cases.h"
#include "support/golden.h"
#include "support/processor_time.h"
#include "support/random_poster.h"

using namespace sixiang;
using Json = nlohmann::ordered_json;

namespace {

// Processor time (in wasm there is only the wall clock); without optimisation or under a sanitizer everything takes
// about ten times as long.
#if defined(__OPTIMIZE__) && !defined(SIXIANG_SANITIZE) && !defined(__EMSCRIPTEN__)
constexpr double kLimitSeconds = 0.1;
#else
constexpr double kLimitSeconds = 1;
#endif

std::vector<Error> errors_of(const std::string& text) {
  const double start = testing::processor_seconds();
  const Result<Poster> poster = parse_poster(text);
  CHECK(testing::processor_seconds() - start < kLimitSeconds);
  if (poster.ok()) return {};
  for (const Error& error : poster.errors()) {
    CHECK_FALSE(error.message.english.empty());
    CHECK_FALSE(error.message.chinese.empty());
    CHECK(error.message.english.size() < 600);
    CHECK(error.message.english.find('\n') == std::string::npos);
  }
  CHECK(poster.errors().size() <= 20);
  return poster.errors();
}

std::string described(const Error& error) { return error.path + " | " + error.message.english; }

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// "path | words ; path | words" against errors in that order.
void check_errors(const std::vector<Error>& errors, std::string expected) {
  std::size_t index = 0;
  while (!expected.empty()) {
    const std::size_t end = expected.find(" ; ");
    const std::string one = expected.substr(0, end);
    expected = end == std::string::npos ? std::string() : expected.substr(end + 3);
    const std::string path = one.substr(0, one.find(" | ")), words = one.substr(one.find(" | ") + 3);
    REQUIRE(index < errors.size());
    CHECK(errors[index].path == path);
    CHECK_MESSAGE(contains(errors[index].message.english, words), described(errors[index]));
    ++index;
  }
  CHECK(index == errors.size());
}

std::string default_poster() {
  return testing::read_text(testing::source_path("assets/posters/generative-models.json"));
}

}  // namespace

TEST_CASE("texts that are no JSON") {
  const auto cases =
      testing::parse_cases(testing::read_text(testing::source_path("tests/cases/bad-posters/syntax.txt")));
  REQUIRE(cases.size() > 150);
  for (const testing::TextCase& text : cases) {
    CAPTURE(text.name);
    check_errors(errors_of(text.input), text.expected);
  }
}

TEST_CASE("JSON that is no poster") {
  const auto cases =
      testing::parse_cases(testing::read_text(testing::source_path("tests/cases/bad-posters/values.txt")));
  REQUIRE(cases.size() > 80);
  for (const testing::TextCase& members : cases) {
    CAPTURE(members.name);
    const std::string in_title = "emphasis: ";
    const bool emphasis = members.expected.substr(0, in_title.size()) == in_title;
    const std::string start = "{\"format\": \"sixiang-poster\", \"version\": 2, \"title\": {\"text\": \"\"";
    check_errors(errors_of(start + (emphasis ? ", " + members.input + "}}" : "}, " + members.input + "}")),
                 emphasis ? members.expected.substr(in_title.size()) : members.expected);
  }
}

TEST_CASE("what does not call itself a poster of ours says only that") {
  const auto only = [](const std::string& text, const std::string& expected) {
    check_errors(errors_of(text), expected);
  };
  only("{}", "format | is missing: a poster starts with \"format\": \"sixiang-poster\"");
  only("{\"title\": 3}", "format | is missing");
  only("{\"format\": \"excalidraw\", \"version\": 2}",
       "format | expected \"sixiang-poster\", found the text \"excalidraw\"");
  only("{\"format\": 1}", "format | found the number 1");
  only("{\"format\": \"sixiang-poster\"}", "version | is missing");
  for (const char* version : {"0", "-1", "1.5", "\"1\"", "null", "[1]", "true"}) {
    only(std::string("{\"format\": \"sixiang-poster\", \"version\": ") + version + "}",
         "version | expected a whole number, 1 or more");
  }
  only("{\"format\": \"sixiang-poster\", \"version\": 2}", "title | is missing");
  only("{\"format\": \"sixiang-poster\", \"version\": 2, \"title\": \"四象\"}", "title | expected an object");
  only("{\"format\": \"sixiang-poster\", \"version\": 2, \"title\": {}}", "title.text | is missing: expected text");
}

TEST_CASE("a poster cut off anywhere") {
  const std::string whole = default_poster();
  // Every byte of a small one, every 37th of the default poster.
  const std::string small = to_json(Poster{});
  for (std::size_t size = 0; size + 2 < small.size(); ++size) {
    CAPTURE(size);
    CHECK(errors_of(small.substr(0, size)).size() == 1);
  }
  for (std::size_t size = 0; size + 2 < whole.size(); size += 37) {
    CAPTURE(size);
    const std::vector<Error> errors = errors_of(whole.substr(0, size));
    REQUIRE(errors.size() == 1);
    CHECK(contains(errors[0].message.english, "line "));
  }
}

namespace {

// Walks every value of a poster's JSON with its path, as our errors write it.
template <class Visit>
void for_each_value(Json& json, const std::string& path, const Visit& visit) {
  if (!path.empty()) visit(json, path);
  if (json.is_object()) {
    for (auto& [key, value] : json.items()) for_each_value(value, path.empty() ? key : path + "." + key, visit);
  } else if (json.is_array()) {
    for (std::size_t i = 0; i < json.size(); ++i) for_each_value(json[i], path + "[" + std::to_string(i) + "]", visit);
  }
}

// One of everything that the format knows.
std::string full_poster() {
  return R"({"format": "sixiang-poster", "version": 2,
    "page": {"width": 1080, "height": 1080, "background": "#F5F0E8"}, "style": "dark",
    "layout": {"kind": "grid", "columns": 2, "connect": "line", "order": "up", "offset": "stairs",
               "divider": {"text": "VS", "shape": "arrow", "color": "#987"}, "axes": {"horizontal": "x", "vertical": "y"}},
    "fonts": {"title": "marker", "text": "marker", "formula": "math"}, "typography": {"cjkLatinSpace": true},
    "palette": {"ink": "#000", "keyFormula": "#111", "card": "#222"},
    "title": {"text": "t", "subtitle": "u", "icon": "star", "emphasis": {"start": 0, "length": 1, "color": "#333"}, "underline": "#444"},
    "center": {"fill": "#555", "icon": "dot", "lines": [{"text": "c", "role": "caption"}]},
    "sections": [
      {"id": "a", "title": "A", "icon": "star", "iconColor": "#666", "badge": {"text": "b", "color": "#777"},
       "colors": {"fill": "#888", "header": "#999", "accent": "#AAA", "outline": "#BBB"},
       "header": "plain", "place": "left", "span": {"columns": 2, "rows": 2}, "subtitle": "s", "number": "1",
       "content": [{"text": "l", "role": "key", "bullet": "none", "color": "#EEE", "diagram": {"kind": "flow", "nodes": [{"id": "n", "text": "n", "shape": "circle", "column": 0, "row": 1, "fill": "#CCC"}],
                   "arrows": [{"from": "n", "to": "n", "text": "x", "style": "dashed", "bend": 0.5, "color": "#DDD"}]}}],
       "layout": {"kind": "ring"}, "sections": [{"id": "in", "title": "I"}]},
      {"id": "b", "title": "B", "content": [{"diagram": {"kind": "noise", "seed": 1, "dots": 9, "tiles": [{"level": 0.5, "caption": "k"}],
                                            "spans": [{"from": 0, "to": 0, "text": "s", "color": "#FFF"}]}}]},
      {"id": "c", "title": "C", "content": [{"diagram": {"kind": "chain", "tokens": [{"text": "t", "fill": "#012"}], "arcs": "all"}}]}],
    "links": [{"from": "a", "to": "in", "text": "x", "style": "dashed", "shape": "line", "bend": 0.5, "color": "#678"}],
    "decorations": [{"kind": "star", "place": "corners", "color": "#345"}]})";
}

bool starts_with(const std::string& text, const std::string& start) { return text.substr(0, start.size()) == start; }

}  // namespace

TEST_CASE("every field with a value of every other type") {
  Json poster = Json::parse(full_poster());
  REQUIRE(parse_poster(poster.dump()).ok());
  const std::vector<Json> values = {nullptr, true, -7.5e3, "no such word!", Json::array({1}), Json{{"x", 1}}};
  int count = 0;
  for_each_value(poster, "", [&](Json& json, const std::string& path) {
    const Json kept = json;
    for (const Json& value : values) {
      // Any text will do where a text is wanted, and an object of other members may be one of defaults.
      const bool same = value.type() == kept.type() || (value.is_number() && kept.is_number());
      const bool text = value.is_string() && kept.is_string();
      if (same && !value.is_number() && !(text && path.find("text") == std::string::npos)) continue;
      const bool is_free = contains(path, "title") || contains(path, "caption") || contains(path, "icon") ||
                           contains(path, "number") || contains(path, "axes");
      if (text && is_free && !contains(path, "Color")) continue;
      json = value;
      CAPTURE(path);
      CAPTURE(value.dump());
      const std::vector<Error> errors = errors_of(poster.dump());
      REQUIRE_FALSE(errors.empty());
      CHECK(starts_with(errors[0].path, path));
      ++count;
    }
    json = kept;
  });
  CHECK(count > 350);
}

TEST_CASE("every member left out: an error that names it where it is required, a poster where it is not") {
  Json poster = Json::parse(full_poster());
  const std::vector<std::string> required = {"title",
                                             "title.text",
                                             "center.lines[0].text",
                                             "sections[0].id",
                                             "sections[0].title",
                                             "sections[0].badge.text",
                                             "sections[0].content[0].diagram.kind",
                                             "sections[0].content[0].diagram.nodes[0].id",
                                             "sections[0].content[0].diagram.arrows[0].from",
                                             "sections[0].content[0].diagram.arrows[0].to",
                                             "sections[0].sections[0].id",
                                             "sections[0].sections[0].title",
                                             "sections[1].id",
                                             "sections[1].title",
                                             "sections[1].content[0].diagram.kind",
                                             "sections[1].content[0].diagram.spans[0].from",
                                             "sections[1].content[0].diagram.spans[0].to",
                                             "sections[2].id",
                                             "sections[2].title",
                                             "sections[2].content[0].diagram.kind",
                                             "sections[2].content[0].diagram.tokens[0].text",
                                             "links[0].from",
                                             "links[0].to",
                                             "format",
                                             "version"};
  // Without the list, what refers into it refers to nothing.
  const std::vector<std::string> referred = {"sections[0].content[0].diagram.nodes",
                                             "sections[1].content[0].diagram.tiles", "sections", "sections[0].sections",
                                             "sections[0].content[0]"};
  const auto is_in = [](const std::vector<std::string>& list, const std::string& path) {
    return std::find(list.begin(), list.end(), path) != list.end();
  };
  std::size_t named = 0;
  const auto check_members = [&](Json& json, const std::string& path) {
    if (!json.is_object()) return;
    const Json kept = json;
    for (const auto& item : kept.items()) {
      const std::string member = path.empty() ? item.key() : path + "." + item.key();
      CAPTURE(member);
      json.erase(item.key());
      const std::vector<Error> errors = errors_of(poster.dump());
      json = kept;
      CHECK(errors.empty() == !(is_in(required, member) || is_in(referred, member)));
      if (!is_in(required, member)) continue;
      CHECK(errors[0].path == member);
      CHECK(contains(errors[0].message.english, "is missing"));
      ++named;
    }
  };
  check_members(poster, "");
  for_each_value(poster, "", check_members);
  CHECK(named == required.size());
}

TEST_CASE("bombs") {
  const auto repeated = [](const std::string& part, std::size_t count) {
    std::string text;
    text.reserve(part.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
  };
  const auto only = [](const std::string& text, const std::string& words) {
    const std::vector<Error> errors = errors_of(text);
    REQUIRE(errors.size() == 1);
    CHECK_MESSAGE(contains(errors[0].message.english, words), described(errors[0]));
  };
  only(std::string(10u << 20, '['), "larger than 2 MiB");
  only(std::string((2u << 20) + 1, ' '), "larger than 2 MiB");
  only(std::string(2u << 20, '['), "nested too deeply: at most 64 levels");
  only(std::string(64, '[') + std::string(64, ']'), "expected a poster");
  only(std::string(65, '[') + std::string(65, ']'), "nested too deeply");
  only(repeated("{\"a\":", 65) + "1" + repeated("}", 65), "nested too deeply");
  only(repeated("[{\"a\":", 100'000), "nested too deeply");
  only("[" + repeated("1,", 19'998) + "1]", "expected a poster");
  only("[" + repeated("1,", 19'999) + "1]", "too many values");
  only("[" + repeated("{},", 600'000), "too many values");
  only("\"" + std::string(64u << 10, 'x') + "\"", "expected a poster");
  only("\"" + std::string((64u << 10) + 1, 'x') + "\"", "more than 64 KiB");
  only("\"" + repeated("\\u4E00", 30'000) + "\"", "more than 64 KiB");
  only("{\"" + std::string(1u << 20, 'k') + "\":1}", "more than 64 KiB");
  const std::string whole = "\"" + std::string(64u << 10, 'x') + "\",";
  only("[" + repeated(whole, 2) + "\"\"]", "expected a poster");
  only("[" + repeated(whole, 2) + "{\"keys are no texts\":1}]", "expected a poster");
  only("[" + repeated(whole, 2) + "\"x\"]", "line 1, column 131080: with this text");
  only("[" + repeated("\"\\u4E00生\",", 13'000) + repeated(whole, 1) + "1]", "more than 128 KiB of texts");
  only(std::string(1u << 20, '9'), "too large");
  only("1" + std::string(300, '0') + "e" + std::string(400, '9'), "too large");
  only("-0." + std::string(1u << 20, '0') + "1", "too large");
  only(std::string(2u << 20, ' '), "empty");
  only(std::string(2u << 20, '"'), "expected");
  only(std::string(2u << 20, '\\'), "expected a value");
  only(std::string(2u << 20, '\0'), "UTF-16 or binary");
  only("{\"a\":" + std::string((2u << 20) - 10, '\n') + "}", "expected a value");
  only(repeated("生", 600'000), "expected a value");

  std::string keys = "{";
  for (int i = 0; i < 19'000; ++i) keys += "\"key" + std::to_string(i) + "\":0,";
  only(keys + "\"key0\":0}", "stands here twice");
  only(keys + "\"last\":0}", "is missing");

  std::string wrong = "{\"format\":\"sixiang-poster\",\"version\":2,\"title\":{\"text\":\"\"},\"decorations\":[";
  for (int i = 0; i < 63; ++i) wrong += "{\"kind\":0},";
  CHECK(errors_of(wrong + "{}]}").size() == 20);
}

TEST_CASE("the scan takes what RFC 8259 takes, as nlohmann/json reads it") {
  const std::string seed = full_poster();
  testing::Random random(20240607);
  const std::string alphabet = "{}[]\",:\\/0123456789eE+-. \n\ttrufalsn\x01\x7F\xC3\xA9\xE7\x94\x9F";
  int valid = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::size_t start = std::size_t(random.below(int(seed.size() - 40)));
    std::string text =
        random.chance(50) ? seed.substr(start, std::size_t(random.below(40))) : "[1,-2.5e3,\"\\u00e9\",{}]";
    for (int edits = random.below(4); edits > 0 && !text.empty(); --edits) {
      const std::size_t at = std::size_t(random.below(int(text.size())));
      const char c = alphabet[std::size_t(random.below(int(alphabet.size())))];
      if (random.chance(34))
        text.insert(at, 1, c);
      else if (random.chance(50))
        text[at] = c;
      else
        text.erase(at, 1);
    }
    const bool ours = !scan_json(text).has_value();
    if (ours) ++valid;
    CAPTURE(text);
    if (ours) CHECK(Json::accept(text));
    // We refuse more: keys that stand twice, among what can come up here.
    if (!ours && Json::accept(text)) CHECK(contains(scan_json(text)->message.english, "twice"));
  }
  CHECK(valid > 1000);
}

TEST_CASE("a byte order mark is skipped") {
  CHECK(parse_poster("\xEF\xBB\xBF" + default_poster()).value() == parse_poster(default_poster()).value());
}

TEST_CASE("a poster has at most 1,024 parts of diagrams") {
  const auto poster_with = [](std::size_t chains, std::size_t nodes) {
    Poster poster;
    for (std::size_t i = 0; i < chains; ++i) {
      ChainDiagram chain;
      chain.tokens.resize(64);
      poster.sections.emplace_back().content.emplace_back().diagram = chain;
    }
    FlowDiagram flow;
    for (std::size_t i = 0; i < nodes; ++i) flow.nodes.emplace_back().id = "n" + std::to_string(i);
    poster.sections.emplace_back().content.emplace_back().diagram = flow;
    for (std::size_t i = 0; i < poster.sections.size(); ++i) poster.sections[i].id = "s" + std::to_string(i);
    return to_json(poster);
  };
  CHECK(errors_of(poster_with(15, 64)).empty());
  CHECK(errors_of(poster_with(16, 0)).empty());
  const std::vector<Error> errors = errors_of(poster_with(16, 1));
  REQUIRE(errors.size() == 1);
  CHECK(described(errors[0]) ==
        "sections[16].content[0].diagram | with this one all diagrams together have 1025 parts, at most 1024: leave "
        "some out, or "
        "make several posters");
  CHECK(errors_of(poster_with(20, 1)).size() == 1);
}

TEST_CASE("a poster has at most 1,024 icons in its texts") {
  const auto poster_with = [](std::size_t icons) {
    Poster poster;
    Section& section = poster.sections.emplace_back();
    section.id = "a";
    section.content.resize(2);
    for (std::size_t i = 0; i < icons; ++i) section.content[i % 2].text += ":x: ";
    return to_json(poster);
  };
  CHECK(errors_of(poster_with(1024)).empty());
  const std::vector<Error> errors = errors_of(poster_with(1025));
  REQUIRE(errors.size() == 1);
  CHECK(described(errors[0]) ==
        "sections[0].content[1].text | with this text the poster has 1025 icons in its texts, at most 1024: leave some "
        "out, or "
        "write \\: for a colon");
}
