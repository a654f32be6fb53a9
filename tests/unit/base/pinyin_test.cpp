#include "base/pinyin.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace sixiang;

TEST_CASE("characters go by the letter that their reading begins with") {
  CHECK(may_begin_with(U'导', 'd'));
  CHECK(may_begin_with(U'出', 'c'));
  CHECK(may_begin_with(U'啊', 'a'));
  CHECK(may_begin_with(U'座', 'z'));
  CHECK(!may_begin_with(U'导', 'c'));
}

TEST_CASE("characters of several readings go by each of them") {
  for (const char letter : {'c', 'z'}) CHECK(may_begin_with(U'重', letter));
  for (const char letter : {'h', 'x'}) CHECK(may_begin_with(U'行', letter));
}

TEST_CASE("what is no common character goes by no letter") {
  for (const char32_t character : {U'a', U'，', U'𠀀', U'龘'}) {
    for (char letter = 'a'; letter <= 'z'; ++letter) CHECK(!may_begin_with(character, letter));
  }
}
