// Every format version that was ever shipped opens for ever, and one that is yet to come opens to be looked at.
#include <doctest/doctest.h>

#include <string>

#include "model/check.h"
#include "model/colors.h"
#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

std::string fixture(int version) {
  return testing::read_text(testing::source_path("tests/cases/format-versions/" + std::to_string(version) + ".json"));
}

std::string document(const std::string& version, const std::string& more) {
  return "{\"format\": \"sixiang-poster\", \"version\": " + version + more + "}";
}

const std::string kNewer = document("3", R"(, "title": {"text": "四象", "shadow": 3}, "layout": "pipeline",
  "palette": {"ink": "oklch 0.3 0 0"
}, "sections": [{"id": "a", "title": "A", "content": ["short", {"text": "x"}]}])");

}  // namespace

TEST_CASE("a poster of every version that was shipped opens, with all that it says") {
  for (int version = 1; version <= kPosterFormatVersion; ++version) {
    CAPTURE(version);
    const Result<Poster> opened = parse_poster(fixture(version));
    REQUIRE(opened.ok());
    const Poster& poster = opened.value();
    CHECK_FALSE(poster.newer.has_value());
    CHECK(poster.page.width == 1200);
    CHECK(to_hex(*poster.page.background) == "#F0F1F2");
    CHECK(poster.fonts.title == "sans");
    CHECK_FALSE(poster.typography.cjk_latin_space);
    CHECK(to_hex(*poster.palette.key_formula) == "#A1A2A3");
    CHECK(poster.title.text == "四大排序 $1");
    CHECK(poster.title.emphasis->length == 2);
    CHECK(to_hex(*poster.title.underline) == "#F2CC8F");
    CHECK(poster.center->lines.at(1).role == CenterRole::Formula);
    REQUIRE(poster.sections.size() == 3);
    CHECK(poster.sections[0].id == "quick");
    CHECK(poster.sections[0].icon == "star");
    CHECK(to_hex(*poster.sections[0].icon_color) == "#010203");
    CHECK(poster.sections[0].badge->text == "最常用");
    CHECK(to_hex(*poster.sections[0].colors.outline) == "#040506");
    CHECK(poster.sections[0].content.at(1).role == LabelRole::Key);
    CHECK(to_hex(*poster.sections[0].content.at(2).color) == "#07080980");
    const auto& flow = std::get<FlowDiagram>(*poster.sections[0].content.at(0).diagram);
    CHECK(flow.nodes.at(1).shape == NodeShape::Narrowing);
    CHECK(flow.nodes.at(1).row == 0.5f);
    CHECK(flow.arrows.at(0).style == LineStyle::Dashed);
    CHECK(flow.arrows.at(0).bend == -0.25f);
    const auto& noise = std::get<NoiseDiagram>(*poster.sections[1].content.at(0).diagram);
    CHECK(noise.seed == 4294967295u);
    CHECK(noise.dots == 9);
    CHECK(noise.tiles.at(1).level == 0.75f);
    CHECK(noise.spans.at(0).to == 0);
    const auto& chain = std::get<ChainDiagram>(*poster.sections[2].content.at(0).diagram);
    CHECK(chain.arcs == ChainArcs::Previous);
    CHECK(to_hex(*chain.tokens.at(1).fill) == "#0A0B0C");
    CHECK(poster.decorations.at(0).kind == DecorationKind::Ring);
    CHECK(poster.decorations.at(0).place == DecorationPlace::Corners);
    REQUIRE(poster.unknown.size() == 1);
    CHECK(poster.unknown[0].second == "{\"kept\":[1,null]}");
  }
}

TEST_CASE("a poster of any version is saved as one of the newest") {
  for (int version = 1; version <= kPosterFormatVersion; ++version) {
    const Poster poster = parse_poster(fixture(version)).value();
    const std::string saved = to_json(poster);
    CHECK(saved.find("\"version\": " + std::to_string(kPosterFormatVersion)) != std::string::npos);
    CHECK(parse_poster(saved).value() == poster);
  }
}

TEST_CASE("a newer version is read as far as it is understood, and written as it was") {
  const Result<Poster> opened = parse_poster(kNewer);
  REQUIRE(opened.ok());
  const Poster& poster = opened.value();
  REQUIRE(poster.newer.has_value());
  CHECK(poster.newer->version == "3");
  CHECK(poster.title.text == "四象");
  CHECK(to_hex(ink_color(poster)) == "#2B2A2E");
  REQUIRE(poster.sections.at(0).content.size() == 2);
  CHECK(poster.sections[0].content[1].text == "x");
  CHECK(check_poster(poster).empty());
  CHECK(to_json(poster) == kNewer);
  CHECK(parse_poster(to_json(poster)).value() == poster);
  const std::optional<Diagnostic> notice = newer_format_notice(poster);
  REQUIRE(notice.has_value());
  CHECK(notice->code == "newer-format");
  CHECK(notice->message.english.find("format version 3") != std::string::npos);
  CHECK(notice->message.chinese.find("格式版本是 3") != std::string::npos);
}

TEST_CASE("a byte order mark and odd version numbers of newer files are kept, too") {
  const std::string marked = "\xEF\xBB\xBF" + document("1e300", ", \"title\": 5");
  const Result<Poster> opened = parse_poster(marked);
  REQUIRE(opened.ok());
  CHECK(to_json(opened.value()) == marked);
}

TEST_CASE("a newer version of which no sound poster is left is refused for its version") {
  for (const char* more :
       {R"(, "sections": [{"title": "no id"}])", R"(, "sections": [{"id": "a"}, {"id": "a"}])",
        R"(, "sections": [{"id": "a", "content": [{"diagram": {"kind": "flow", "arrows": [{"from": "x"}]}}]}])"}) {
    CAPTURE(more);
    const Result<Poster> opened = parse_poster(document("3", more));
    REQUIRE_FALSE(opened.ok());
    REQUIRE(opened.errors().size() == 1);
    CHECK(opened.errors()[0].path == "version");
    CHECK(opened.errors()[0].message.english.find("open it with a newer editor") != std::string::npos);
  }
}

TEST_CASE("a poster of our version gives no notice") {
  CHECK_FALSE(newer_format_notice(parse_poster(fixture(kPosterFormatVersion)).value()).has_value());
}
