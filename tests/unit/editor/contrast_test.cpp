// Texts that can hardly be read are told, and mended by the nearest colour that can be.
#include "editor/contrast.h"

#include <doctest/doctest.h>

#include <string>

#include "base/oklab.h"
#include "editor/editor_state.h"
#include "model/text_contrast.h"
#include "support/poster_files.h"

namespace sixiang {
namespace {

Poster sample() { return testing::read_poster("assets/posters/generative-models.json"); }

Poster with(Poster poster, const std::string& field, Color color) {
  return apply_command(std::move(poster), SetColor{field, color});
}

TEST_CASE("contrast: no poster of the gallery has a text that can hardly be read") {
  for (const std::string& file : testing::poster_files()) {
    if (file.find("assets/posters/") != 0) continue;
    CAPTURE(file);
    CHECK(contrast_problems(testing::read_poster(file)).empty());
  }
}

TEST_CASE("contrast: a pale label is told by its numbers, and one step makes it readable and no darker than need be") {
  const Poster pale = with(sample(), "gan.content.3.color", {0x7F, 0xB0, 0xC8, 255});
  const Diagnostics problems = contrast_problems(pale);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "low-contrast");
  CHECK(problems[0].block == "gan.content.3");
  CHECK(problems[0].field == "gan.content.3.text");
  CHECK(problems[0].message.english.find(" 1.5 to 1, less than 4.5 to 1") != std::string::npos);
  EditorState state = make_editor(pale, Language::Chinese);
  const auto mended = mend_contrast(pale, "gan.content.3");
  REQUIRE(mended);
  state = update(std::move(state), *mended);
  CHECK(contrast_problems(state.poster).empty());
  for (const TextContrast& text : text_contrasts(state.poster)) {
    if (text.block != "gan.content.3") continue;
    CHECK(text.ratio() < 4.7f);
    const Oklab before = to_oklab({0x7F, 0xB0, 0xC8, 255}), after = to_oklab(text.text);
    CHECK(after.lightness < before.lightness);
    CHECK(after.a * before.b == doctest::Approx(after.b * before.a).epsilon(0.2));  // of the same hue
  }
  CHECK(!mend_contrast(state.poster, "gan.content.3"));
  CHECK(undo(std::move(state)).poster == pale);
}

TEST_CASE("contrast: large texts need 3 to 1: titles, and formulas on cards by what colours them all") {
  const Poster pale = with(with(sample(), "title.emphasis.color", {0xF0, 0x9A, 0x92, 255}), "palette.keyFormula",
                           {0xF0, 0x9A, 0x92, 255});
  const Diagnostics problems = contrast_problems(pale);
  CHECK(problems.size() > 4);
  CHECK(problems[0].block == "title");
  Poster poster = pale;
  for (const Diagnostic& problem : problems) {
    if (const auto mended = mend_contrast(poster, problem.block)) poster = apply_command(std::move(poster), *mended);
  }
  CHECK(contrast_problems(poster).empty());
}

TEST_CASE("contrast: on a dark ground the nearest is lighter") {
  Poster poster = sample();
  poster.page.background = Color{0x0F, 0x1B, 0x2D, 255};
  const Color blue{0x30, 0x40, 0x60, 255};
  poster = with(std::move(poster), "title.emphasis.color", blue);
  const auto mended = mend_contrast(poster, "title");
  REQUIRE(mended);
  poster = apply_command(std::move(poster), *mended);
  CHECK(to_oklab(poster.title.emphasis->color).lightness > to_oklab(blue).lightness);
}

}  // namespace
}  // namespace sixiang
