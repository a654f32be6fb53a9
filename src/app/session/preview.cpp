#include "app/session/preview.h"

#include <algorithm>
#include <array>

#include "base/memory.h"

namespace sixiang::app {

namespace {

constexpr int kAround = 8;  // a part of what is seen is drawn around it, so that it can be moved a little

bool contains(const PixelRect& outer, const PixelRect& inner) { return intersection(outer, inner) == inner; }

PixelRect translated(const PixelRect& rect, int x, int y) {
  return {rect.left + x, rect.top + y, rect.right + x, rect.bottom + y};
}

// `from` the corner of what holds it.
PixelRect within(const PixelRect& rect, const PixelRect& from) { return translated(rect, -from.left, -from.top); }

PixelRect with_around(const PixelRect& seen, const PixelRect& whole) {
  const int x = seen.width() / kAround, y = seen.height() / kAround;
  return intersection({seen.left - x, seen.top - y, seen.right + x, seen.bottom + y}, whole);
}

// What is of `rect` and not of `without`, which lies in it.
std::array<PixelRect, 4> around(const PixelRect& rect, const PixelRect& without) {
  return {PixelRect{rect.left, rect.top, rect.right, without.top},
          PixelRect{rect.left, without.top, without.left, without.bottom},
          PixelRect{without.right, without.top, rect.right, without.bottom},
          PixelRect{rect.left, without.bottom, rect.right, rect.bottom}};
}

}  // namespace

Result<bool> Preview::update(Session& session) {
  if (seen_.place.empty()) return false;
  const Asked asking{session.picture_version(), seen_};
  if (asked_ == asking) return false;
  const bool is_there = drawn_ && asked_ && asked_->version == asking.version && part_.width_px == seen_.width_px &&
                        contains(part_.place, seen_.place);
  asked_ = asking;
  return is_there ? false : draw(session);
}

Result<bool> Preview::draw(Session& session) {
  const std::shared_ptr<const PosterLayout> before = std::exchange(drawn_, nullptr), &layout = session.shared_layout();
  const Size& page = layout->page.size;
  const PixelRect place = with_around(seen_.place, {0, 0, seen_.width_px, picture_height_px(page, seen_.width_px)});
  const bool is_kept = before && part_.width_px == seen_.width_px && before->page.size == page &&
                       before->page.background == layout->page.background;
  PixelRect changed;
  if (is_kept && before != layout) changed = within(session.redraw(before->page, part_, image_), part_.place);
  if (!is_kept || !contains(part_.place, seen_.place)) {
    const Result<PixelRect> drawn = is_kept ? move(session, place) : draw_anew(session, {seen_.width_px, place});
    if (!drawn) return drawn.errors();
    changed = drawn.value();
  }
  drawn_ = layout;
  changed_ = intersection(united(changed_, changed), {0, 0, image_.width_px, image_.height_px});
  return true;
}

Result<PixelRect> Preview::draw_anew(Session& session, const PicturePart& part) {
  Result<Image> image = session.render(part);
  if (!image) return image.errors();
  image_ = std::move(image.value());
  part_ = part;
  return PixelRect{0, 0, image_.width_px, image_.height_px};
}

// What both places have is kept.
Result<PixelRect> Preview::move(Session& session, const PixelRect& place) {
  const PixelRect both = intersection(part_.place, place);
  const PicturePart part{part_.width_px, place};
  const std::size_t bytes = 4 * std::size_t(place.width()) * std::size_t(place.height());
  if (both.empty() || !memory_available(bytes)) return draw_anew(session, part);
  Image image;
  image.width_px = place.width();
  image.height_px = place.height();
  image.rgba.resize(bytes);
  const PixelRect from = within(both, part_.place), to = within(both, place);
  for (int y = 0; y < both.height(); ++y) {
    const std::uint8_t* row = image_.pixel(from.left, from.top + y);
    std::copy(row, row + 4 * both.width(), image.pixel(to.left, to.top + y));
  }
  for (const PixelRect& strip : around(place, both)) session.draw(part, strip, image);
  image_ = std::move(image);
  part_ = part;
  return PixelRect{0, 0, image_.width_px, image_.height_px};
}

}  // namespace sixiang::app
