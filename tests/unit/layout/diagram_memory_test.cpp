// With what diagrams came to before, a page is the one that it is without.
#include "layout/diagram_memory.h"

#include <doctest/doctest.h>

#include "layout/poster_layout.h"
#include "model/poster_json.h"
#include "support/golden.h"
#include "support/random_command.h"

namespace sixiang {
namespace {

using testing::all_fonts;

bool is_same(const PosterLayout& a, const PosterLayout& b) {
  return a.page == b.page && to_json(Poster{}, a, Language::Chinese) == to_json(Poster{}, b, Language::Chinese) &&
         explanation(a, Language::English) == explanation(b, Language::English) && a.pending == b.pending;
}

TEST_CASE("edit after edit, a page that is laid out with a memory is the same") {
  int diagrams = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    testing::Random random(seed);
    testing::CommandSource commands(random);
    Poster poster =
        parse_poster(testing::read_text(testing::source_path("assets/posters/generative-models.json"))).value();
    DiagramMemory memory;
    for (int edit = 0; edit < 20; ++edit) {
      poster = apply_command(std::move(poster), commands.next(poster));
      const PosterLayout layout = layout_poster(poster, all_fonts(), memory);
      if (!is_same(layout, layout_poster(poster, all_fonts()))) FAIL("seed " << seed << ", edit " << edit);
      for (const Block& block : layout.blocks) diagrams += block.kind == BlockKind::Diagram ? 1 : 0;
    }
  }
  CHECK(diagrams > 100);
}

}  // namespace
}  // namespace sixiang
