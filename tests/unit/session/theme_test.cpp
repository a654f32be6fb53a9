// The window's colours, light or dark; the poster's stay.

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/color.h"
#include "panel/theme.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

Color color_of(ImU32 packed) {
  return {std::uint8_t(packed), std::uint8_t(packed >> 8), std::uint8_t(packed >> 16), std::uint8_t(packed >> 24)};
}

TEST_CASE("in either theme texts can be read on their grounds, and what is pressed can be told from what is not") {
  for (const panel::Theme* each : {&panel::kLight, &panel::kDark}) {
    CAPTURE((each == &panel::kDark));
    const panel::Theme& theme = *each;
    for (const ImU32 ground :
         {theme.panel, theme.bar_fill, theme.surface, theme.hover, theme.pressed, theme.desk, theme.sunken}) {
      CAPTURE(ground);
      CHECK(contrast(color_of(theme.ink), color_of(ground)) >= 7);
      CHECK(contrast(color_of(theme.quiet), color_of(ground)) >= 4.5);
    }
    const std::vector<std::pair<ImU32, ImU32>> texts = {
        {theme.on_coral, theme.coral},       {theme.coral_text, theme.surface}, {theme.coral_text, theme.coral_soft},
        {theme.amber, theme.amber_soft},     {theme.ink, theme.amber_soft},     {theme.selection, theme.surface},
        {theme.selection, theme.focus_soft}, {theme.ink, theme.focus_soft}};
    for (std::size_t i = 0; i < texts.size(); ++i) {
      CAPTURE(i);
      CHECK(contrast(color_of(texts[i].first), color_of(texts[i].second)) >= 4.5);
    }
  }
}

TEST_CASE_FIXTURE(Sample, "the theme is the system's until another is chosen, and again when that is asked for") {
  CHECK(editor().theme() == panel::ThemeName::Light);
  editor().set_theme(panel::ThemeName::Dark, ThemeChoice::System);
  settle();
  CHECK(editor().theme() == panel::ThemeName::Dark);
  editor().act("theme");
  settle();
  CHECK(editor().theme() == panel::ThemeName::Light);
  editor().set_theme(panel::ThemeName::Dark, ThemeChoice::Light);
  CHECK(editor().theme() == panel::ThemeName::Light);
  editor().act("system-theme");
  CHECK(editor().theme() == panel::ThemeName::Dark);
  editor().set_theme(panel::ThemeName::Light, ThemeChoice::System);
  CHECK(editor().theme() == panel::ThemeName::Light);
}

TEST_CASE_FIXTURE(Sample, "the theme changes the window and nothing of the poster") {
  const Poster before = poster();
  editor().act("theme");
  settle();
  CHECK(&panel::theme() == &panel::kDark);
  CHECK(poster() == before);
  CHECK_FALSE(editor().session().editor().history.can_undo());
  editor().act("theme");
  settle();
  CHECK(&panel::theme() == &panel::kLight);
}

}  // namespace
}  // namespace sixiang::app
