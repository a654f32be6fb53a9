// What is saved is what was there, and a file stays as pleasant as its author wrote it.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "model/check.h"
#include "model/colors.h"
#include "model/poster_json.h"
#include "support/golden.h"
#include "support/random_poster.h"

using namespace sixiang;

namespace {

// Fewer where they take long: without optimisation, under a sanitizer.
#if defined(__OPTIMIZE__) && !defined(SIXIANG_SANITIZE)
constexpr int kRandomPosters = 10'000;
#else
constexpr int kRandomPosters = 1'000;
#endif

std::string minimal(const std::string& more) {
  return "{\"format\": \"sixiang-poster\", \"version\": 2, \"title\": {\"text\": \"四象\"}" + more + "}";
}

Poster parsed(const std::string& text) {
  const Result<Poster> poster = parse_poster(text);
  if (!poster.ok()) FAIL(poster.errors()[0].path << ": " << poster.errors()[0].message.english);
  return poster.value();
}

}  // namespace

TEST_CASE("the posters that come with the project are written as we would write them") {
  int count = 0;
  for (const char* folder : {"assets/posters", "tests/cases/posters", "tests/cases/briefs"}) {
    for (const auto& entry : std::filesystem::directory_iterator(testing::source_path(folder))) {
      const std::string name = entry.path().filename().string();
      if (!name.ends_with(".json") || name.ends_with(".expected.json")) continue;
      CAPTURE(entry.path().string());
      const std::string text = testing::read_text(entry.path().string());
      CHECK(to_json(parsed(text)) == text);
      ++count;
    }
  }
  CHECK(count >= 13);
}

TEST_CASE("random posters: saved and opened they are the same") {
  testing::Random random(1);
  for (int i = 0; i < kRandomPosters; ++i) {
    const Poster poster = testing::random_poster(random, testing::UnknownMembers::Some, testing::PosterSize::Mixed);
    CAPTURE(i);
    REQUIRE(check_poster(poster).empty());
    const std::string text = to_json(poster);
    const Result<Poster> again = parse_poster(text);
    if (!again.ok()) FAIL(again.errors()[0].path << ": " << again.errors()[0].message.english << text);
    REQUIRE(again.value() == poster);
    if (i % 50 == 0) CHECK(to_json(again.value()) == text);
  }
}

TEST_CASE("what is not given is as the specification says") {
  const Poster poster = parsed(minimal(""));
  Poster expected;
  expected.title.text = "四象";
  CHECK(poster == expected);
  CHECK(poster.page.width == 1080);
  CHECK(to_hex(background_color(poster)) == "#F5F0E8");
  CHECK(poster.typography.cjk_latin_space);
  CHECK_FALSE(poster.center.has_value());
}

TEST_CASE("what is not written at its default comes back so") {
  const Poster poster = parsed(minimal(
      R"(, "sections": [{"id": "a", "title": "A", "content": [{"text": "x"}, {"text": "y", "role": "key"}, {"diagram": {"kind": "flow", "nodes": [{"id": "n"}], "arrows": [{"from": "n", "to": "n"}]}}]}])"));
  const std::string text = to_json(poster);
  CHECK(text.find("{ \"text\": \"x\" }") != std::string::npos);
  CHECK(text.find("{ \"from\": \"n\", \"to\": \"n\" }") != std::string::npos);
  CHECK(text.find("decorations") == std::string::npos);
  CHECK(text.find("icon") == std::string::npos);
  CHECK(parsed(text) == poster);
}

TEST_CASE("colours: short, long, with alpha, in any case") {
  const Poster poster =
      parsed(minimal(R"(, "palette": {"ink": "#abc", "card": "#12345678", "keyFormula": "#e8655a"})"));
  CHECK(to_hex(*poster.palette.ink) == "#AABBCC");
  CHECK(to_hex(*poster.palette.card) == "#12345678");
  CHECK(to_hex(*poster.palette.key_formula) == "#E8655A");
}

TEST_CASE("numbers keep their value") {
  for (const char* number : {"64", "16384", "1080.5", "333.333344", "1e3", "1.5E+2", "100.10", "16383.999"}) {
    CAPTURE(number);
    const Poster poster = parsed(minimal(std::string(", \"page\": {\"width\": ") + number + "}"));
    CHECK(parsed(to_json(poster)).page.width == poster.page.width);
  }
  CHECK(to_json(parsed(minimal(R"(, "page": {"width": 100.10})"))).find("\"width\": 100.1,") != std::string::npos);
  const std::string seeds =
      R"(, "sections": [{"id": "a", "title": "", "content": [{"diagram": {"kind": "noise", "seed": 4294967295}}]}])";
  CHECK(to_json(parsed(minimal(seeds))).find("\"seed\": 4294967295") != std::string::npos);
}

TEST_CASE("members that we do not know survive, at every level") {
  const std::string text = minimal(
      R"(, "x-tool": {"b": [1, {"c": null}], "a": 0.1}, "page": {"bleed": 3}, "fonts": {"code": "mono"},
         "typography": {"hyphens": false}, "palette": {"extra": "#1"}, "center": {"spin": true, "lines": [{"text": "", "q": 1}]},
         "decorations": [{"size": 2}],
         "sections": [{"id": "a", "title": "", "note": "备注", "badge": {"text": "", "shape": "oval"},
           "colors": {"glow": null}, "content": [{"text": "", "weight": 700}, {"diagram": {"kind": "flow", "grid": [], "nodes": [{"id": "n", "z": 1}], "arrows": [{"from": "n", "to": "n", "w": 2}]}}]},
          {"id": "b", "title": "", "content": [{"diagram": {"kind": "noise", "n": 1, "tiles": [{"t": 1}], "spans": [{"from": 0, "to": 0, "s": 1}]}}]},
          {"id": "c", "title": "", "content": [{"diagram": {"kind": "chain", "k": {}, "tokens": [{"text": "", "u": 1}]}}]}])");
  const Poster poster = parsed(text);
  const std::string saved = to_json(poster);
  CHECK(parsed(saved) == poster);
  for (const char* member : {"\"x-tool\": {\"a\":0.1,\"b\":[1,{\"c\":null}]}",
                             "\"bleed\": 3",
                             "\"code\": \"mono\"",
                             "\"hyphens\": false",
                             "\"extra\": \"#1\"",
                             "\"spin\": true",
                             "\"q\": 1",
                             "\"size\": 2",
                             "\"note\": \"备注\"",
                             "\"shape\": \"oval\"",
                             "\"glow\": null",
                             "\"weight\": 700",
                             "\"grid\": []",
                             "\"z\": 1",
                             "\"w\": 2",
                             "\"n\": 1",
                             "\"t\": 1",
                             "\"s\": 1",
                             "\"k\": {}",
                             "\"u\": 1"}) {
    CAPTURE(member);
    CHECK(saved.find(member) != std::string::npos);
  }
}

TEST_CASE("the checks of the editor are those of the file") {
  // A value that check_poster() refuses is one that parse_poster() refuses, at the same place.
  const auto check_same = [](const Poster& poster, const std::string& path) {
    CAPTURE(path);
    const std::vector<Error> errors = check_poster(poster);
    REQUIRE(errors.size() >= 1);
    CHECK(errors[0].path == path);
    const Result<Poster> again = parse_poster(to_json(poster));
    REQUIRE_FALSE(again.ok());
    CHECK(again.errors()[0].path == path);
  };
  Poster base;
  base.sections.resize(1);
  base.sections[0].id = "a";
  const auto with = [&](const auto& change) {
    Poster poster = base;
    change(poster);
    return poster;
  };
  check_same(with([](Poster& p) { p.page.width = 63; }), "page.width");
  check_same(with([](Poster& p) { p.fonts.title = "a b"; }), "fonts.title");
  check_same(with([](Poster& p) { p.title.text = "\a"; }), "title.text");
  check_same(with([](Poster& p) { p.sections[0].id = "page"; }), "sections[0].id");
  check_same(with([](Poster& p) { p.sections.push_back(p.sections[0]); }), "sections[1].id");
  check_same(with([](Poster& p) { p.title.icon = "a\nb"; }), "title.icon");
  check_same(with([](Poster& p) { p.sections[0].span.rows = 13; }), "sections[0].span.rows");
  check_same(with([](Poster& p) { p.sections[0].sections = p.sections; }), "sections[0].sections[0].id");
  check_same(with([](Poster& p) {
               p.sections[0].sections.resize(1);
               p.sections[0].sections[0].id = "b";
               p.sections[0].sections[0].sections.resize(1);
               p.sections[0].sections[0].sections[0].id = "c";
             }),
             "sections[0].sections[0].sections");
  check_same(with([](Poster& p) { p.links.push_back({"a", "b", {}, {}, {}, 0, {}, {}}); }), "links[0].to");
  check_same(with([](Poster& p) { p.sections.resize(33, p.sections[0]); }), "sections");
  check_same(with([](Poster& p) {
               NoiseDiagram noise;
               noise.dots = 0;
               p.sections[0].content.emplace_back().diagram = noise;
             }),
             "sections[0].content[0].diagram.dots");
}
