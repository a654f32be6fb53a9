// Every glyph knows what it shows of its run's text and what was typed for it: carets, hit tests, selection and the
// text of vector exports stand on that.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "base/utf8.h"
#include "layout/poster_layout.h"
#include "support/poster_files.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

// What one run says that is not so, or empty.
std::string wrong_with(const GlyphRun& run, const std::string& typed) {
  const auto parts = [](const std::string& text, ByteRange range) {
    return range.begin <= range.end && range.end <= text.size() && !find_invalid_utf8(slice(text, range));
  };
  std::size_t shown = 0;
  const auto is_blank = [&](std::size_t begin, std::size_t end) {
    for (const CodePoint& c : decode_utf8(slice(run.text, {begin, end}))) {
      const bool blank = c.value <= U' ' || c.value == 0xA0 || c.value == 0x3000 || c.value == 0xFEFF ||
                         (c.value >= 0x2000 && c.value <= 0x200F) || (c.value >= 0x202A && c.value <= 0x202F) ||
                         (c.value >= 0x205F && c.value <= 0x2064) || (c.value >= 0xFE00 && c.value <= 0xFE0F);
      if (!blank) return false;
    }
    return true;
  };
  for (const PositionedGlyph& glyph : run.glyphs) {
    if (!parts(run.text, glyph.text)) return "shows no whole characters";
    if (!parts(typed, glyph.source)) return "comes from no whole characters";
    if (glyph.source.empty()) return "comes from nowhere";
    if (glyph.text.begin < shown) {
      if (glyph.text.end != shown) return "shows what a glyph before it shows";
    } else if (!is_blank(shown, glyph.text.begin)) {
      return "leaves out what is not blank";
    }
    shown = glyph.text.end;
  }
  return is_blank(shown, run.text.size()) ? "" : "ends before its text";
}

struct Count {
  int glyphs = 0, found = 0;  // of which the source is the very character, also where a formula slants it
};

void check_items(const DisplayList& items, const std::string& block, const std::map<std::string, std::string>& texts,
                 Count& count) {
  for (const Item& item : items) {
    if (const Group* group = std::get_if<Group>(&item)) {
      check_items(group->items, group->id.empty() ? block : group->id, texts, count);
    } else if (const GlyphRun* run = std::get_if<GlyphRun>(&item)) {
      CAPTURE(block);
      CAPTURE(run->text);
      // The numbers of a list are counted, not typed.
      if (block.empty() && run->text.find_first_not_of("0123456789") == std::string::npos) continue;
      REQUIRE(texts.count(block) == 1);
      const std::string& typed = texts.at(block);
      CHECK(wrong_with(*run, typed) == "");
      for (const PositionedGlyph& glyph : run->glyphs) {
        const bool verbatim = slice(run->text, glyph.text) == slice(typed, glyph.source);
        ++count.glyphs;
        count.found += verbatim || glyph.source.end - glyph.source.begin == 1;
        if (typed.find('$') == std::string::npos) CHECK(verbatim);
      }
    }
  }
}

}  // namespace

TEST_CASE("every glyph of every poster shows a piece of its run's text and comes from a piece of its block's") {
  for (const std::string& file : poster_files()) {
    CAPTURE(file);
    const PosterLayout layout = layout_poster(read_poster(file), all_fonts());
    std::map<std::string, std::string> texts;
    for (const Block& block : layout.blocks) texts[block.id] = block.source;
    Count count;
    check_items(layout.page.items, "", texts, count);
    CHECK(count.glyphs > 0);
    // All but what the commands of formulas draw.
    CHECK(count.found > count.glyphs / 2);
  }
}
