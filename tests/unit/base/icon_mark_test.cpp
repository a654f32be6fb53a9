// The marks of icons, by their letters alone.
#include "base/icon_mark.h"

#include <doctest/doctest.h>

#include <string>

using namespace sixiang;

TEST_CASE("an icon's name stands between colons") {
  const std::string text = "a :grid-3x3: b";
  const auto name = icon_name_at(text, 2);
  REQUIRE(name);
  CHECK(slice(text, *name) == "grid-3x3");
  for (const char* none : {":", "::", ":rocket", ":Rocket:", ":3x:", ":-x:", ":ro cket:", ":火箭:"}) {
    CAPTURE(std::string(none));
    CHECK_FALSE(icon_name_at(none, 0));
  }
}

TEST_CASE("marks of icons are counted") {
  CHECK(count_icon_marks("") == 0);
  CHECK(count_icon_marks("10:30:45 ：火箭：") == 0);
  CHECK(count_icon_marks(":a::b: :c:d:") == 3);
  CHECK(count_icon_marks("x:a:b:") == 1);
}
