// Fonts that come late, the preview, and pictures as files.
#include <doctest/doctest.h>

#include <limits>

#include "app/session/controller.h"
#include "support/golden.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::FontDelivery;
using testing::Sample;
using testing::Screen;
using testing::ScreenOptions;

constexpr const char* kSample = "assets/posters/generative-models.json";

ScreenOptions late() {
  ScreenOptions options;
  options.fonts = FontDelivery::Late;
  return options;
}

TEST_CASE("before the fonts are there, everything works but the picture; with them it is drawn anew") {
  Screen screen(late());
  screen.open(kSample);
  CHECK(screen.frame().wants_fonts);
  screen.settle();
  CHECK(screen.editor().missing_characters().find("生") != std::string::npos);
  const auto refused = screen.editor().export_page("png", 1080);
  REQUIRE(!refused.ok());
  CHECK(refused.errors().front().message.chinese.find("生") != std::string::npos);
  const Image before = screen.editor().preview();
  for (int left = 8; left > 0 && screen.frame().wants_fonts; --left) {
    screen.load_wanted();
    CHECK(screen.frame().preview_changed);
  }
  CHECK(!screen.frame().wants_fonts);
  CHECK(screen.editor().preview().rgba != before.rgba);
  CHECK(screen.editor().export_page("png", 64).ok());
}

TEST_CASE("a font is taken by its file's name, and only where it is one") {
  Screen screen(late());
  CHECK(!screen.editor().load_font("nothing.ttf", {1, 2, 3}));
  const std::string file = screen.editor().session().fonts().manifest().faces[0].slices[0].file;
  CHECK(!screen.editor().load_font(file, {'<', 'h', 't', 'm', 'l', '>'}));
  CHECK(screen.editor().load_font(file, testing::read_bytes(testing::font_folder() + "/" + file)));
}

TEST_CASE_FIXTURE(Sample, "the width of a picture is a whole number within its limits") {
  for (const double width : {63.0, 64.5, 16385.0, -1.0, 0.0, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(!editor().export_page("png", width).ok());
  }
  const auto png = editor().export_page("png", 64);
  REQUIRE(png.ok());
  CHECK(std::string(png.value().begin() + 1, png.value().begin() + 4) == "PNG");
  // More pixels than any picture may have.
  CHECK(!editor().export_page("png", 16384).ok());
}

TEST_CASE_FIXTURE(Sample, "drawing a file is no drawing of the preview") {
  const double before = editor().session().stats().render_ms;
  CHECK(editor().export_page("png", 256).ok());
  CHECK(editor().session().stats().render_ms == before);
}

TEST_CASE_FIXTURE(Sample, "the preview fills its room and follows the poster") {
  editor().resize({800, 600}, 2);
  CHECK(frame().preview_changed);
  const Rect paper = panel::regions_of({800, 600}).paper;
  CHECK(editor().preview().width_px == int(2 * paper.width));
  CHECK(editor().preview_place().width == paper.width);
  CHECK(editor().preview_place().center().y == doctest::Approx(paper.center().y).epsilon(0.01));
  CHECK(!frame().preview_changed);
  type("title.text", "x");
  editor().set_text("title.text", "y");
  CHECK(frame().preview_changed);
  editor().resize({800, 70}, 2);
  editor().set_text("title.text", "z");
  CHECK(!frame().preview_changed);
}

TEST_CASE_FIXTURE(Sample, "a preview that cannot be drawn is told once") {
  type("page.width", "400");
  type("page.height", "4000");
  editor().resize({3000, 6000}, 1);  // all of the panel's words, and so their fonts
  settle();
  editor().resize({3000, 60000}, 4);
  count<Notice>();
  frame();
  CHECK(count<Notice>() == 1);
  frame();
  CHECK(count<Notice>() == 0);
}

TEST_CASE_FIXTURE(Sample, "pictures of formulas are made once, freed when they are no longer shown, and made anew") {
  const int without = textures();
  const auto select = [this](const char* id) {
    click(id);
    frame();
    frame();
  };
  select("gan.content.1.text");
  const int shown = textures();
  CHECK(shown > without);
  frame();
  CHECK(textures() == shown);
  select("page");
  CHECK(textures() == without);
  select("gan.content.1.text");
  editor().lose_textures();
  frame();
  CHECK(textures() > shown);  // those that were lost nobody frees
  select("page");
  CHECK(textures() == shown + without);
}

TEST_CASE_FIXTURE(Sample, "a poster that cannot be read leaves the open one") {
  const Poster before = poster();
  CHECK(!editor().open("{").ok());
  CHECK(!editor().replace("[]").ok());
  CHECK(poster() == before);
  CHECK(editor().replace(R"({"format": "sixiang-poster", "version": 2, "title": {"text": "$x$"}})").ok());
  CHECK(editor().poster_name() == "x");
  editor().act("undo");
  CHECK(poster() == before);
}

}  // namespace
}  // namespace sixiang::app
