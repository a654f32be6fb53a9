// An icon is looked for, chosen and taken away in the panel.
#include <doctest/doctest.h>

#include "app/session/controller.h"
#include "icon/find_icons.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

const std::string kIcon = "gan.icon", kSearch = "gan.icon.search", kRocket = "gan.icon.pick.rocket";

TEST_CASE_FIXTURE(Sample, "an icon is found by a Chinese word and chosen") {
  const Poster before = poster();
  CHECK(!has_widget(kSearch));
  click(kIcon);
  CHECK(widget(kIcon).expanded == true);
  CHECK(!has_widget(kRocket));  // not among the first
  type(kSearch, "火箭");
  settle();
  CHECK(widget(kRocket).label == "火箭");
  click(kRocket);
  CHECK(poster().sections[0].icon == "rocket");
  CHECK(widget(kIcon).value == "rocket");
  CHECK(widget(kRocket).chosen == true);
  click("toolbar.undo");
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Sample, "icons have names in the interface's language, and pictures") {
  click(kIcon);
  const int before = textures();
  type(kSearch, "circle check");
  settle();
  CHECK(textures() > 0);
  CHECK(textures() < before);  // those that are out of sight go
  editor().session().set_language(Language::English);
  settle();
  CHECK(widget("gan.icon.pick.circle-check").label == "circle check");
}

TEST_CASE_FIXTURE(Sample, "more icons are shown when asked for, and a search that finds none says so") {
  click(kIcon);
  const auto shown = [this] {
    std::size_t count = 0;
    for (std::size_t i = 0; i < icon_count(); ++i) {
      const std::string name(icon_words(IconId(i)).name);
      if (name != "star") count += has_widget("gan.icon.pick." + name) ? 1 : 0;  // this is an ornament's
    }
    return count;
  };
  const std::size_t first = shown();
  CHECK(first > 40);
  CHECK(first < icon_count() / 2);
  click("gan.icon.more");
  CHECK(shown() == 2 * first);
  type(kSearch, "qqqq");
  settle();
  CHECK(shown() == 0);
  CHECK(!has_widget("gan.icon.more"));
}

TEST_CASE_FIXTURE(Sample, "an icon is taken away, and an ornament stands in its place") {
  click(kIcon);
  click("gan.icon.pick.sparkle");
  CHECK(poster().sections[0].icon == "sparkle");
  click("gan.icon.reset");
  CHECK(poster().sections[0].icon.empty());
  CHECK(!has_widget("gan.icon.reset"));
}

TEST_CASE_FIXTURE(Sample, "a picker that is opened anew looks for nothing") {
  click(kIcon);
  type(kSearch, "火箭");
  editor().leave_field();
  settle();
  click(kIcon);
  CHECK(!has_widget(kSearch));
  click(kIcon);
  CHECK(widget(kSearch).value.empty());
  CHECK(!has_widget("title.icon.search"));
}

}  // namespace
}  // namespace sixiang::app
