#include "font/font_set.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "font/math_table.h"
#include "support/golden.h"
#include "support/random_poster.h"

using namespace sixiang;

TEST_CASE("a character is looked for in the preferred face, then in the others in order") {
  const FontSet& fonts = testing::all_fonts();
  const FaceIndex marker = *fonts.find_face("marker"), wenkai = *fonts.find_face("wenkai");
  CHECK(fonts.find_face("LXGW Marker Gothic") == marker);
  CHECK_FALSE(fonts.find_face("Comic Sans"));
  CHECK(fonts.lookup(marker, U'生').glyph.slice.face == marker);
  CHECK(fonts.lookup(wenkai, U'生').glyph.slice.face == wenkai);
  CHECK(fonts.lookup(marker, U'皑').glyph.slice.face == wenkai);
  CHECK(fonts.lookup(marker, 0xE000).status == LookupStatus::Missing);
}

TEST_CASE("full-width punctuation does not come from the marker face, whose comma reads as a dot") {
  const FontSet& fonts = testing::all_fonts();
  const FaceIndex marker = *fonts.find_face("marker");
  for (char32_t mark : {U'，', U'。', U'、', U'；', U'：', U'！', U'？'}) {
    CHECK(fonts.lookup(marker, mark).glyph.slice.face == *fonts.find_face("wenkai"));
  }
}

TEST_CASE("a character of a slice that is not loaded is pending, then found") {
  FontManifest manifest = testing::all_fonts().manifest();
  FontSet fonts(manifest);
  const GlyphLookup before = fonts.lookup(0, U'生');
  REQUIRE(before.status == LookupStatus::Pending);
  CHECK_FALSE(fonts.loaded(before.glyph.slice));
  REQUIRE(fonts.load(before.glyph.slice, testing::all_fonts().file_bytes(before.glyph.slice)));
  CHECK(fonts.lookup(0, U'生').status == LookupStatus::Found);
}

TEST_CASE("bytes that are not those of the slice are refused, with the file's name") {
  FontSet fonts(testing::all_fonts().manifest());
  for (const std::vector<std::uint8_t>& bytes :
       {std::vector<std::uint8_t>(), std::vector<std::uint8_t>(4096, 'x'), testing::all_fonts().file_bytes({0, 1})}) {
    const Result<SliceId> loaded = fonts.load({0, 0}, bytes);
    REQUIRE_FALSE(loaded.ok());
    for (const std::string& message : {loaded.errors()[0].message.english, loaded.errors()[0].message.chinese}) {
      CHECK(message.find(fonts.manifest().faces[0].slices[0].file) != std::string::npos);
    }
    CHECK_FALSE(fonts.loaded({0, 0}));
  }
  CHECK(fonts.load({0, 0}, testing::all_fonts().file_bytes({0, 0})).ok());
}

TEST_CASE("a file whose name holds no part of its hash is refused") {
  FontManifest manifest = testing::all_fonts().manifest();
  for (const char* name : {"", ".ttf", "marker-0.ttf", "00000000.ttf"}) {
    manifest.faces[0].slices[0].file = name;
    CHECK_FALSE(FontSet(manifest).load({0, 0}, testing::all_fonts().file_bytes({0, 0})).ok());
  }
}

TEST_CASE("every slice that is cut short, grown or changed in one bit is refused") {
  const FontSet& whole = testing::all_fonts();
  FontSet fonts(whole.manifest());
  testing::Random random(7);
  std::size_t taken = 0, slices = 0;
  for (std::size_t face = 0; face < whole.manifest().faces.size(); ++face) {
    for (std::size_t i = 0; i < whole.manifest().faces[face].slices.size(); ++i, ++slices) {
      const SliceId id{FaceIndex(face), std::uint16_t(i)};
      std::vector<std::uint8_t> bytes = whole.file_bytes(id);
      const auto offer = [&](std::size_t size) {
        std::vector<std::uint8_t> changed = bytes;
        changed.resize(size);
        taken += fonts.load(id, std::move(changed)).ok() ? 1 : 0;
      };
      for (std::size_t size : {bytes.size() - 1, bytes.size() + 1, bytes.size() / 2, std::size_t(12)}) offer(size);
      for (int flip = 0; flip < 4; ++flip) {
        std::uint8_t& byte = bytes[random.next() % bytes.size()];
        const std::uint8_t before = byte;
        byte ^= std::uint8_t(1 << random.below(8));
        offer(bytes.size());
        byte = before;
      }
    }
  }
  CHECK(slices > 1000);
  CHECK(taken == 0);
}

TEST_CASE("a damaged manifest is refused, or leaves a set of fonts that can be asked") {
  const std::string text = R"({"version":1,"faces":[
{"id":"marker","name":"Marker","license":"licenses/marker.txt","units_per_em":1000,"ascent":928,"descent":241,"slices":[
{"file":"marker-0.56df22d3.ttf","gzip_bytes":26835,"first_tier":true,"ranges":[32,94,34,12,2,2]},
{"file":"marker-1.1dbb8b64.ttf","gzip_bytes":5273,"everyday":true,"ranges":[19968,0,3,500,9,20000]}]},
{"id":"math","name":"Math","license":"licenses/math.txt","units_per_em":2048,"ascent":1069,"descent":293,"slices":[
{"file":"math-0.369c2dcd.ttf","gzip_bytes":238144,"first_tier":true,"ranges":[0,0,13,0,19,94,8000,700,100000,512]}]}
]})";
  REQUIRE(parse_font_manifest(text).ok());
  testing::Random random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string changed = text;
    for (int flip = random.below(3); flip >= 0; --flip) {
      changed[std::size_t(random.below(int(changed.size())))] ^= char(1 << random.below(8));
    }
    if (random.chance(10)) changed.resize(std::size_t(random.below(int(changed.size()))));
    Result<FontManifest> manifest = parse_font_manifest(changed);
    if (!manifest) continue;
    const FontSet fonts(std::move(manifest.value()));
    for (char32_t character : {U'生', U'x', U'∑', char32_t(0x10FFFF)}) {
      CHECK(fonts.lookup(0, character).status != LookupStatus::Found);
    }
  }
}

TEST_CASE("metrics are in em: a Han character is one em wide, capitals stand on the baseline") {
  const FontSet& fonts = testing::all_fonts();
  const GlyphId han = fonts.lookup(0, U'生').glyph;
  CHECK(fonts.advance(han) == doctest::Approx(1));
  CHECK(fonts.cap_height(0) > 0.6f);
  CHECK(fonts.cap_height(0) > fonts.x_height(0));
  const GlyphId capital = fonts.lookup(0, U'H').glyph;
  CHECK(fonts.glyph_bounds(capital).bottom() == doctest::Approx(0).epsilon(0.05));
  CHECK(bounds(fonts.outline(capital)).width == doctest::Approx(fonts.glyph_bounds(capital).width).epsilon(0.01));
}

TEST_CASE("the formula face brings a MATH table") {
  const FontSet& fonts = testing::all_fonts();
  REQUIRE(fonts.math_table() != nullptr);
  CHECK(fonts.math_face() == *fonts.find_face("math"));
  CHECK(fonts.math_table()->constant(MathConstant::AxisHeight) > 0.1f);
}

// GB/T 2312-1980 in the order of its code table, from the case file.
TEST_CASE("every character of GB2312 and of the list of symbols draws ink") {
  const FontSet& fonts = testing::all_fonts();
  for (const char* file : {"tests/cases/gb2312.txt", "tests/cases/symbols.txt"}) {
    std::size_t count = 0;
    for (const CodePoint& point : decode_utf8(testing::read_text(testing::source_path(file)))) {
      if (point.value <= U' ') continue;
      ++count;
      const GlyphLookup found = fonts.lookup(0, point.value);
      CAPTURE(unsigned(point.value));
      REQUIRE(found.status == LookupStatus::Found);
      CHECK_FALSE(fonts.outline(found.glyph).empty());
    }
    CHECK(count == (std::string(file).find("gb2312") != std::string::npos ? 6763 : 85));
  }
}
