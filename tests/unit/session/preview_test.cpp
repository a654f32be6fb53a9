// The preview draws only what changed, and is the whole picture all the same, bit for bit.
#include "app/session/preview.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "raster/raster.h"
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

TEST_CASE_FIXTURE(Sample, "edit after edit, the preview is the whole picture, bit for bit") {
  Session& session = editor().session();
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    testing::Random random(seed);
    testing::CommandSource commands(random);
    session.run(
        ReplacePoster{testing::random_poster(random, testing::UnknownMembers::None, testing::PosterSize::Small)});
    Preview preview;
    preview.set_room(333, 300);
    REQUIRE(preview.update(session).ok());
    preview.take_changed();
    for (int edit = 0; edit < 30; ++edit) {
      const Image before = preview.image();
      if (random.chance(15)) {
        session.undo();
      } else {
        session.run(commands.next(session.poster()));
      }
      const Result<bool> updated = preview.update(session);
      if (!updated) break;  // a page that is too narrow to be drawn
      const Result<Image> whole = session.render(preview.image().width_px);
      REQUIRE(whole.ok());
      if (preview.image() != whole.value()) FAIL("seed " << seed << ", edit " << edit);
      const PixelRect changed = preview.take_changed();
      if (!updated.value() && !changed.empty()) FAIL("seed " << seed << ", edit " << edit);
      if (!is_same_outside(before, preview.image(), changed)) FAIL("seed " << seed << ", edit " << edit);
    }
  }
}

}  // namespace
}  // namespace sixiang::app
