#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace sixiang;

TEST_CASE("code points keep their byte offsets") {
  const std::vector<CodePoint> points = decode_utf8("a生𠀀");
  REQUIRE(points.size() == 3);
  CHECK(points[1].value == U'生');
  CHECK(points[1].offset == 1);
  CHECK(points[2].value == U'𠀀');
  CHECK(points[2].offset == 4);
  CHECK(points[2].length == 4);
}

TEST_CASE("each ill-formed byte becomes one replacement character") {
  for (const char* text : {"\xFF", "\xC0\x80", "\xE4\xB8", "\xED\xA0\x80", "\xF5\x80\x80\x80"}) {
    CAPTURE(text);
    const std::string_view bytes(text);
    CHECK(decode_utf8(bytes).size() == bytes.size());
    CHECK(decode_utf8(bytes)[0].value == 0xFFFD);
    CHECK(find_invalid_utf8(bytes) == 0);
  }
  CHECK_FALSE(find_invalid_utf8("生成 ok"));
  CHECK(find_invalid_utf8("生\x80") == 3);
}

TEST_CASE("encoding is the inverse of decoding") {
  std::string text;
  for (char32_t c : {U'a', U'é', U'生', U'𝒩'}) append_utf8(text, c);
  CHECK(text == "aé生𝒩");
  CHECK(utf8_length(text) == 4);
}

TEST_CASE("Chinese characters and punctuation are told from Latin") {
  CHECK(is_cjk(U'生'));
  CHECK(is_cjk(U'，'));
  CHECK(is_cjk(U'𠀀'));
  CHECK_FALSE(is_cjk(U'A'));
  CHECK_FALSE(is_cjk(U'→'));
  CHECK(is_cjk_punctuation(U'「'));
  CHECK_FALSE(is_cjk_punctuation(U'生'));
}
