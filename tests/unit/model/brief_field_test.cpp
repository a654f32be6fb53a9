// The text that a poster was made from: kept with it, and no part of it.
#include <doctest/doctest.h>

#include <string>

#include "model/check.h"
#include "model/limits.h"
#include "model/poster_json.h"

using namespace sixiang;

namespace {

Poster with_brief(std::string text) {
  Poster poster;
  poster.title.text = "四象";
  poster.brief = std::move(text);
  return poster;
}

}  // namespace

TEST_CASE("the text is saved where there is some, and comes back as it was") {
  CHECK(to_json(with_brief("")).find("brief") == std::string::npos);
  for (const char* text : {"# 甲\n\n- 乙\t丙", "价 $5\tabc$", "\"\\\n"}) {
    const Poster poster = with_brief(text);
    CHECK(check_poster(poster).empty());
    const Result<Poster> opened = parse_poster(to_json(poster));
    REQUIRE(opened.ok());
    CHECK(opened.value() == poster);
  }
}

TEST_CASE("a text that is none, or too long, is told with its place") {
  CHECK(check_poster(with_brief(std::string(kMaxStringBytes, 'x'))).empty());
  for (const std::string& text : {std::string(kMaxStringBytes + 1, 'x'), std::string("\x01"), std::string("\xFF")}) {
    const std::vector<Error> errors = check_poster(with_brief(text));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].path == "brief");
  }
  const Result<Poster> opened =
      parse_poster("{\"format\": \"sixiang-poster\", \"version\": 2, \"title\": {\"text\": \"\"}, \"brief\": 1}");
  REQUIRE(!opened.ok());
  CHECK(opened.errors()[0].path == "brief");
}

TEST_CASE("a section may be called brief") {
  Poster poster = with_brief("x");
  poster.sections.emplace_back();
  poster.sections.back().id = "brief";
  CHECK(check_poster(poster).empty());
  CHECK(!is_reserved_id("brief"));
}
