// The default poster says what its author asked for, to the letter: tests/cases/generative-models.txt.
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "editor/field_tree.h"
#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

TEST_CASE("the default poster holds every string, place and colour it must") {
  const Result<Poster> poster =
      parse_poster(testing::read_text(testing::source_path("assets/posters/generative-models.json")));
  REQUIRE(poster.ok());
  std::istringstream lines(testing::read_text(testing::source_path("tests/cases/generative-models.txt")));
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    CAPTURE(line);
    const std::optional<Field> field = find_field(poster.value(), line.substr(0, tab));
    REQUIRE(field.has_value());
    CHECK(field->value == line.substr(tab + 1));
    ++count;
  }
  CHECK(count == 46);
  CHECK(poster.value().sections.size() == 4);
  CHECK(poster.value().page.width == poster.value().page.height);
}
