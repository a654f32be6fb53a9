// Posters take the colours of a palette by what they are for, as one step, and can be read in all of them.
#include "editor/color_palette.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "editor/editor_state.h"
#include "model/colors.h"
#include "model/text_contrast.h"
#include "support/poster_files.h"

namespace sixiang {
namespace {

const char* const kPosters[] = {"deep-learning-timeline", "generative-models", "https-journey", "latency-numbers",
                                "network-stack",          "process-thread",    "react-loop",    "sorting-table"};

Poster read(const std::string& name) { return testing::read_poster("assets/posters/" + name + ".json"); }

const ColorPalette& palette(std::string_view id) {
  for (const ColorPalette& each : color_palettes()) {
    if (each.id == id) return each;
  }
  FAIL("no palette " << id);
  return color_palettes().front();
}

TEST_CASE("palettes: eight at least, the macaron first, each with an id and names of its own") {
  CHECK(color_palettes().size() >= 8);
  CHECK(color_palettes().front().id == "macaron");
  std::set<std::string_view> ids;
  std::set<std::string> names;
  for (const ColorPalette& each : color_palettes()) {
    ids.insert(each.id);
    names.insert(each.name.english);
    names.insert(each.name.chinese);
  }
  CHECK(ids.size() == color_palettes().size());
  CHECK(names.size() == 2 * color_palettes().size());
}

TEST_CASE("palettes: every text of every poster can be read in every palette") {
  for (const char* name : kPosters) {
    const Poster poster = read(name);
    for (const ColorPalette& each : color_palettes()) {
      CAPTURE(name);
      CAPTURE(each.id);
      const Poster after = apply_command(poster, recolor(poster, each));
      CHECK(is_colored_by(after, each));
      const std::vector<TextContrast> texts = text_contrasts(after);
      CHECK(texts.size() >= text_contrasts(poster).size());
      for (const TextContrast& text : texts) {
        CAPTURE(text.block);
        CHECK(text.ratio() >= text.wanted());
      }
      // What is stressed is small in places, and stands on the page too.
      CHECK(contrast(each.key, each.card) >= 4.5f);
      CHECK(contrast(each.key, each.page) >= 4.5f);
      CHECK(contrast(each.ink, each.page) >= 7);
    }
  }
}

TEST_CASE("palettes: it is one step, and undo gives the poster back") {
  const Poster poster = read("generative-models");
  EditorState state = select(make_editor(poster, Language::Chinese), "gan.content.3");
  state = update(std::move(state), recolor(poster, palette("sea")));
  CHECK(!(state.poster == poster));
  CHECK(state.history.past.size() == 1);
  CHECK(state.history.undo_name().chinese == "配色：海盐");
  CHECK(state.selection.lead() == "gan.content.3");
  state = undo(std::move(state));
  CHECK(state.poster == poster);
  CHECK(state.selection.lead() == "gan.content.3");
}

TEST_CASE("palettes: sections that shared a colour share one, others get those of the palette in order") {
  const ColorPalette& candy = palette("candy");
  const Poster eras = recolored(read("deep-learning-timeline"), candy);
  CHECK(eras.sections[0].colors.fill == candy.sections[0]);
  CHECK(eras.sections[2].colors.fill == candy.sections[0]);
  CHECK(eras.sections[3].colors.fill == candy.sections[1]);
  const Poster models = recolored(read("generative-models"), candy);
  for (std::size_t i = 0; i < 4; ++i) CHECK(models.sections[i].colors.fill == candy.sections[i]);
  CHECK(!models.sections[0].colors.header);
  CHECK(models.title.underline == candy.highlight);
  CHECK(models.title.emphasis->color == candy.key);
  CHECK(models.center->fill == candy.highlight);
  CHECK(models.sections[2].badge->color == candy.key);
  CHECK(models.decorations[0].color == candy.highlight);
}

TEST_CASE("palettes: on a dark page sections are dark, under bright headers") {
  const ColorPalette& night = palette("night");
  const Poster poster = recolored(read("generative-models"), night);
  CHECK(is_dark(background_color(poster)));
  for (const Section& section : poster.sections) CHECK(is_dark(body_color(poster, section)));
  CHECK(header_color(poster, poster.sections[1]) == night.sections[1]);
}

TEST_CASE("palettes: from one to another and back is the same as at once") {
  for (const char* name : kPosters) {
    CAPTURE(name);
    const Poster poster = recolored(read(name), palette("macaron"));
    CHECK(recolored(poster, palette("macaron")) == poster);
  }
}

}  // namespace
}  // namespace sixiang
