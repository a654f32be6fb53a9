// Control characters in a file's texts: harmless ones are kept, and drawn as blanks and line ends.
#include <doctest/doctest.h>

#include <string>

#include "model/poster_json.h"

using namespace sixiang;

namespace {

// `text` as it stands in the file, without its quotes.
Result<Poster> poster_of(const std::string& text) {
  return parse_poster(R"({"format": "sixiang-poster", "version": 2, "title": {"text": ")" + text + R"("}})");
}

}  // namespace

TEST_CASE("tabs and line ends in a text are taken") {
  CHECK(poster_of("一\\t二").value().title.text == "一\t二");
  CHECK(poster_of("一\\r\\n二\\u000B三\\f四").value().title.text == "一\r\n二\v三\f四");
  CHECK(poster_of("$x$\\t是 $5\\t以内").value().title.text == "$x$\t是 $5\t以内");
}

TEST_CASE("a tab in the file itself is a space") {
  CHECK(poster_of("一\t二").value().title.text == "一 二");
  CHECK(parse_poster("\t{\t\"format\": \"sixiang-poster\",\t\"version\": 2, \"title\": {\"text\": \"\"}}\t").ok());
}

TEST_CASE("other control characters and forgotten backslashes are refused") {
  for (const char* text : {"\\u0000", "\\u0007", "\\u001B[0m", "\\b", "$\\theta$", "$x \\frac12$", "$\\rho$"}) {
    INFO(std::string(text));
    CHECK_FALSE(poster_of(text).ok());
  }
}

TEST_CASE("texts with tabs are written as they were read") {
  const Poster poster = poster_of("一\\t二").value();
  CHECK(parse_poster(to_json(poster)).value() == poster);
}
