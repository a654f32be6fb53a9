// Characters that are not simply there: from other faces, from no face, not loaded yet, invisible, or not for people.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/golden.h"
#include "unit/text/paragraphs.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

// A manifest of one face whose slice was never loaded.
FontSet unloaded_fonts() {
  FontSlice slice;
  slice.file = "later.ttf";
  slice.ranges = {{0x20, 0x7E}, {0x4E00, 0x9FFF}};
  FontFace face;
  face.id = face.name = "later";
  face.ascent = 0.9f;
  face.descent = 0.2f;
  face.slices = {slice};
  FontManifest manifest;
  manifest.faces = {face};
  return FontSet(std::move(manifest));
}

const FillPath* first_fill(const DisplayList& items) {
  for (const Item& item : items) {
    if (const FillPath* fill = std::get_if<FillPath>(&item)) return fill;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a character falls back to the next face that has it, within one run") {
  const TextLayout layout = layout_line("加皑噪，∮龘");
  CHECK(layout.diagnostics.empty());
  REQUIRE(layout.box.items.size() == 1);
  const GlyphRun* run = std::get_if<GlyphRun>(&layout.box.items[0]);
  REQUIRE(run);
  CHECK(run->text == "加皑噪，∮龘");
  REQUIRE(run->glyphs.size() == 6);
  const FaceIndex marker = text_style().face;
  CHECK(run->glyphs[0].glyph.slice.face == marker);
  CHECK(run->glyphs[5].glyph.slice.face != marker);
  for (const PositionedGlyph& glyph : run->glyphs) CHECK(glyph.origin.y == 0);
}

TEST_CASE("a fallback character does not change the line's metrics") {
  CHECK(layout_line("加噪").box.ascent == layout_line("加龘").box.ascent);
  CHECK(layout_line("加噪").box.descent == layout_line("加龘").box.descent);
}

TEST_CASE("a character that no face has is a visible box and a diagnostic") {
  const TextLayout layout = layout_line("加\U00013000噪");
  REQUIRE(layout.diagnostics.size() == 1);
  CHECK(layout.diagnostics[0].code == "missing-glyph");
  CHECK(layout.diagnostics[0].offset == 3);
  CHECK(layout.diagnostics[0].length == 4);
  CHECK(layout.diagnostics[0].message.english.find("U+13000") != std::string::npos);
  CHECK(layout.diagnostics[0].message.chinese.find("\U00013000") != std::string::npos);
  const FillPath* box = first_fill(layout.box.items);
  REQUIRE(box);
  CHECK(box->rule == FillRule::EvenOdd);
  CHECK(bounds(box->path).left() > 100);
  CHECK(bounds(box->path).right() < 180);
  CHECK(layout.lines[0].width == doctest::Approx(280));
  CHECK(shown_text(layout.box.items) == "加\U00013000噪");
}

TEST_CASE("diagnostics count the caller's bytes") {
  TextSpan first{"加", text_style(), 10};
  TextSpan second{"\U00013000", text_style(), 40};
  const TextLayout layout = layout_text({first, second}, {}, all_fonts());
  REQUIRE(layout.diagnostics.size() == 1);
  CHECK(layout.diagnostics[0].offset == 40);
}

TEST_CASE("a control character is a visible box and a diagnostic, a tab a space") {
  const TextLayout layout = layout_line("加\x07噪\t声");
  REQUIRE(layout.diagnostics.size() == 1);
  CHECK(layout.diagnostics[0].code == "control-character");
  CHECK(layout.diagnostics[0].message.english.find("U+0007") != std::string::npos);
  CHECK(first_fill(layout.box.items));
  CHECK(layout.lines[0].width == doctest::Approx(480));
}

TEST_CASE("invisible characters draw nothing and take no room") {
  const float plain = layout_line("加噪").lines[0].width;
  for (const char* text :
       {"加\u200B噪", "加\u200D噪", "加\uFE0F噪", "加\u2060噪", "\uFEFF加噪", "加噪\u200E", "加\u00AD噪"}) {
    const TextLayout layout = layout_line(text);
    CHECK(layout.lines[0].width == doctest::Approx(double(plain)));
    CHECK(layout.diagnostics.empty());
    CHECK(glyphs_of(layout.box.items).size() == 2);
    CHECK(shown_text(layout.box.items) == text);
  }
}

TEST_CASE("a carriage return before a line feed is no line of its own") {
  CHECK(layout_line("加\r\n噪").lines.size() == 2);
  CHECK(layout_line("加\r噪").lines.size() == 2);
}

TEST_CASE("a character whose slice is not loaded has room and no diagnostic") {
  const FontSet fonts = unloaded_fonts();
  const TextSpan span{"加噪a加", text_style(), 0};
  const TextLayout layout = layout_text({span}, {}, fonts);
  CHECK(layout.diagnostics.empty());
  CHECK(layout.pending == std::vector<SliceId>{SliceId{0, 0}});
  CHECK(layout.lines[0].width == doctest::Approx(300 + 50 + 25));
  CHECK(glyphs_of(layout.box.items).empty());
  CHECK(shown_text(layout.box.items) == "加噪a加");
}

TEST_CASE("ill-formed bytes are shown, one sign for each") {
  const TextLayout layout = layout_line("a\xFF\xFE");
  CHECK(glyphs_of(layout.box.items).size() + layout.diagnostics.size() == 3);
}

TEST_CASE("a character that no face has is reported once a text, and each of them is a box") {
  const TextLayout layout = layout_line("\U00013000加\U00013000\x01\x01");
  CHECK(layout.diagnostics.size() == 2);
  const auto boxes = std::count_if(layout.box.items.begin(), layout.box.items.end(),
                                   [](const Item& item) { return std::holds_alternative<FillPath>(item); });
  CHECK(boxes == 4);
}

TEST_CASE("emoji are drawn in one colour: tints vanish behind an emoji, but not alone") {
  CHECK(layout_line("\U0001F525").diagnostics.empty());
  const TextLayout thumb = layout_line("\U0001F44D\U0001F3FD");
  CHECK(glyphs_of(thumb.box.items).size() == 1);
  CHECK(shown_text(thumb.box.items) == "\U0001F44D\U0001F3FD");
  CHECK(glyphs_of(layout_line("色\U0001F3FD").box.items).size() == 2);
}

TEST_CASE("a keycap is a digit in a frame that has the room it needs") {
  const TextLayout layout = layout_line("1\uFE0F\u20E3");
  CHECK(layout.diagnostics.empty());
  const std::vector<PositionedGlyph> glyphs = glyphs_of(layout.box.items);
  REQUIRE(glyphs.size() == 2);
  const auto ink = [&glyphs](std::size_t i) {
    const Rect bounds = all_fonts().glyph_bounds(glyphs[i].glyph);
    const float left = glyphs[i].origin.x / kEm + bounds.left();
    return std::pair(left, left + bounds.width);
  };
  CHECK(ink(1).first > 0);
  CHECK(ink(1).second < layout.box.width / kEm);
  CHECK(ink(1).first < ink(0).first);
  CHECK(ink(0).second < ink(1).second);
}

// GB/T 2312-1980 and the symbols, as a paragraph: what layout makes of them, in every face for text.
TEST_CASE("GB2312 and the list of symbols are laid out without a box") {
  for (const char* file : {"tests/cases/gb2312.txt", "tests/cases/symbols.txt"}) {
    for (const char* face : {"marker", "wenkai", "sans"}) {
      TextSpan span{read_text(source_path(file)), text_style(), 0};
      span.style.face = all_fonts().find_face(face).value();
      const TextLayout layout = layout_text({span}, {}, all_fonts());
      CHECK(layout.diagnostics.empty());
      CHECK(layout.pending.empty());
      CHECK(glyphs_of(layout.box.items).size() == (std::string(file).find("gb2312") == std::string::npos ? 85 : 6763));
    }
  }
}
