// Blocks and diagnostics of the page against the fields of the document.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "editor/field_tree.h"
#include "layout/poster_layout.h"
#include "model/poster_json.h"
#include "support/golden.h"
#include "support/random_poster.h"

using namespace sixiang;

namespace {

// Whatever a layout names is there in the document, and a text's field holds the text.
void check_fields(const Poster& poster) {
  const std::vector<Field> all = fields(poster);
  const auto find = [&](const std::string& id) {
    return std::find_if(all.begin(), all.end(), [&](const Field& field) { return field.id == id; });
  };
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  for (const Block& block : layout.blocks) {
    CAPTURE(block.id);
    CAPTURE(block.field);
    const auto field = find(block.field);
    REQUIRE(field != all.end());
    // A round node has its section's words as one text.
    const bool of_several = block.kind == BlockKind::Section && !block.source.empty();
    if (of_several) CHECK(block.source.find(field->value) != std::string::npos);
    if (!block.source.empty() && !of_several) CHECK(field->value == block.source);
    if (block.kind == BlockKind::Card) CHECK(field->kind == FieldKind::Text);
  }
  for (const Diagnostic& diagnostic : layout.diagnostics) {
    CAPTURE(diagnostic.code);
    CAPTURE(diagnostic.field);
    CHECK(diagnostic.block.empty() == diagnostic.field.empty());
    if (!diagnostic.field.empty()) CHECK(find(diagnostic.field) != all.end());
  }
}

}  // namespace

TEST_CASE("every block and every diagnostic names the field that makes it") {
  for (const auto& entry : std::filesystem::directory_iterator(testing::source_path("tests/cases/posters"))) {
    if (entry.path().extension() != ".json") continue;
    CAPTURE(entry.path().filename().string());
    const Result<Poster> poster = parse_poster(testing::read_text(entry.path().string()));
    REQUIRE(poster.ok());
    check_fields(poster.value());
  }
}

TEST_CASE("random posters: every block and every diagnostic names the field that makes it") {
  testing::Random random(11);
  for (int i = 0; i < 30; ++i) {
    CAPTURE(i);
    check_fields(testing::random_poster(random, testing::UnknownMembers::None));
  }
}
