// No word of a poster that somebody made with care is printed smaller than 18 pt: what is drawn, not what blocks say.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "layout/design.h"
#include "layout_checks.h"
#include "support/poster_files.h"

using namespace sixiang;

namespace {

struct Printed {
  std::string block, text;
  float size;
};

// Whatever is not of a formula, whose scripts are smaller.
void collect_words(const DisplayList& items, const std::string& block, float scale, std::vector<Printed>& found) {
  const FaceIndex math = testing::all_fonts().math_face();
  for (const Item& item : items) {
    if (const GlyphRun* run = std::get_if<GlyphRun>(&item)) {
      const bool formula = run->glyphs.empty() || run->glyphs[0].glyph.slice.face == math;
      if (!formula) found.push_back({block, run->text, run->size * scale});
    } else if (const Group* group = std::get_if<Group>(&item)) {
      collect_words(group->items, group->id.empty() ? block : group->id, scale * group->placement.scale, found);
    }
  }
}

}  // namespace

TEST_CASE("no word of the gallery's posters and the briefs' is printed smaller than 18 pt") {
  for (const std::string& file : testing::poster_files()) {
    if (file.starts_with("tests/cases/posters/")) continue;
    CAPTURE(file);
    const PosterLayout layout = layout_poster(testing::read_poster(file), testing::all_fonts());
    std::vector<Printed> words;
    collect_words(layout.page.items, "", 1, words);
    REQUIRE(!words.empty());
    for (const Printed& word : words) {
      CAPTURE(word.block);
      CAPTURE(word.text);
      CHECK(word.size >= kDesign.type.readable * testing::page_unit(layout) - 0.05f);
    }
  }
}
