// The preview draws only what changed, and is the whole picture all the same, bit for bit.
#include "app/session/preview.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/session/view.h"
#include "support/random_command.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

bool is_in(const PixelRect& rect, int x, int y) {
  return x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
}

// Whether all pixels but those of `changed` are the same.
bool is_same_outside(const Image& a, const Image& b, const PixelRect& changed) {
  if (a.width_px != b.width_px || a.height_px != b.height_px)
    return changed == PixelRect{0, 0, b.width_px, b.height_px};
  for (int y = 0; y < a.height_px; ++y) {
    for (int x = 0; x < a.width_px; ++x) {
      if (!is_in(changed, x, y) && !std::equal(a.pixel(x, y), a.pixel(x, y) + 4, b.pixel(x, y))) return false;
    }
  }
  return true;
}

TEST_CASE_FIXTURE(Sample, "a letter changes a small part of the preview") {
  editor().take_preview_changed();
  const Image before = editor().preview();
  type("gan.content.3.text", "JS散度x");
  const PixelRect changed = editor().take_preview_changed();
  CHECK(!changed.empty());
  CHECK(changed.width() * changed.height() < before.width_px * before.height_px / 4);
  CHECK(is_same_outside(before, editor().preview(), changed));
  CHECK(editor().take_preview_changed().empty());
}

// As of a desk of that size, somewhere over the poster.
void look(Preview& preview, View& view, Session& session, testing::Random& random) {
  if (random.chance(10)) view.fit();
  if (random.chance(15)) view.zoom({100, 100}, 0.3f + float(random.below(20)) / 10);
  if (random.chance(40)) view.move({float(random.below(200)) - 100, float(random.below(200)) - 100});
  view.set_page(session.layout().page.size);
  preview.see({view.width_px(), view.visible_px()});
}

bool has_pixels_of(const Image& image, const Image& whole, const PixelRect& place) {
  for (int y = 0; y < image.height_px; ++y) {
    const std::uint8_t* row = whole.pixel(place.left, place.top + y);
    if (!std::equal(row, row + 4 * image.width_px, image.pixel(0, y))) return false;
  }
  return true;
}

TEST_CASE_FIXTURE(Sample, "edit after edit and move after move, the preview is the picture's part, bit for bit") {
  Session& session = editor().session();
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    testing::Random random(seed);
    testing::CommandSource commands(random);
    session.run(
        ReplacePoster{testing::random_poster(random, testing::UnknownMembers::None, testing::PosterSize::Small)});
    Preview preview;
    View view;
    view.set_desk({10, 20, 333, 300}, {20, 30, 313, 280}, 1);
    for (int edit = 0; edit < 30; ++edit) {
      const Image before = preview.image();
      if (random.chance(15)) {
        session.undo();
      } else {
        session.run(commands.next(session.poster()));
      }
      look(preview, view, session, random);
      const Result<bool> updated = preview.update(session);
      if (!updated) break;
      const PixelRect seen = view.visible_px(), place = preview.part().place;
      if (seen.empty()) continue;
      if (intersection(seen, place) != seen) FAIL("seed " << seed << ", edit " << edit);
      const Result<Image> whole = session.render(preview.part().width_px);
      if (!whole) break;  // a page that is too narrow for a picture of all of it
      if (!has_pixels_of(preview.image(), whole.value(), place)) FAIL("seed " << seed << ", edit " << edit);
      const PixelRect changed = preview.take_changed();
      if (!updated.value() && !changed.empty()) FAIL("seed " << seed << ", edit " << edit);
      if (!is_same_outside(before, preview.image(), changed)) FAIL("seed " << seed << ", edit " << edit);
    }
  }
}

}  // namespace
}  // namespace sixiang::app
