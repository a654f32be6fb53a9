// The colours of the whole poster: palettes, what is used in it, what can hardly be read.
#include <doctest/doctest.h>

#include "app/session/controller.h"
#include "base/color.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

const std::string kMacaron = "palette.pick.0", kSea = "palette.pick.2", kCandy = "palette.pick.5";

TEST_CASE_FIXTURE(Sample, "a palette recolours the poster at a click, as one step") {
  const Poster before = poster();
  CHECK(widget(kMacaron).chosen == true);
  click(kSea);
  CHECK(!(poster() == before));
  CHECK(widget(kSea).chosen == true);
  CHECK(widget(kSea).label == "海盐 Sea salt");
  CHECK(widget("toolbar.undo").label == "撤销：配色：海盐");
  click(kCandy);
  CHECK(widget(kSea).chosen == false);
  click("toolbar.undo");
  click("toolbar.undo");
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Sample, "a picker has the colours of the poster first") {
  press_block("vae");
  click("vae.colors.fill");
  const panel::Widget used = widget("vae.colors.fill.used.A8D8EA"), more = widget("vae.colors.fill.swatch.A8D8EA");
  CHECK(used.rect.bottom() < more.rect.top());
  CHECK(widget("vae.colors.fill.used.D5C6E0").chosen == true);
  click("vae.colors.fill.used.A8D8EA");
  CHECK(poster().sections[1].colors.fill == parse_color("#A8D8EA"));
}

TEST_CASE_FIXTURE(Sample, "a colour is typed as CSS writes it, and what is none says so in words") {
  const std::string field = "page.background.hex";
  for (const char* text : {"#ABC", "#aabbcc80", "AABBCC", "teal", "rgb(10, 20, 30)", "rgb(10 20 30 / 50%)"}) {
    CAPTURE(text);
    type(field, text);
    CHECK(editor().field(field)->problem.empty());
    const std::string hex = std::string(text) == "AABBCC" ? "#AABBCC" : text;
    CHECK(poster().page.background == parse_color(hex));
  }
  const Poster before = poster();
  type(field, "bluish");
  CHECK(editor().field(field)->problem.find("未生效") == 0);
  CHECK(editor().field(field)->problem.find("#A8D8EA") != std::string::npos);
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Sample, "a text that can hardly be read is a problem, marked on the poster and mended at a click") {
  CHECK(editor().problem_count() == 0);
  press_block("gan.content.3");
  type("gan.content.3.color.hex", "#7FB0C8");
  editor().leave_field();
  settle();
  CHECK(editor().problem_count() == 1);
  CHECK(has_widget("spot.0"));
  const Poster pale = poster();
  editor().reveal("problems.0");
  settle();
  CHECK(widget("problems.0").value == "low-contrast");
  click("problems.0.mend");
  CHECK(editor().problem_count() == 0);
  CHECK(!has_widget("spot.0"));
  CHECK(!(poster() == pale));
  editor().undo();
  CHECK(poster() == pale);
}

}  // namespace
}  // namespace sixiang::app
