#include "app/session/preview.h"

#include <algorithm>

namespace sixiang::app {

namespace {

constexpr int kSmallest = 16, kLargest = 4096;  // pixels wide

}  // namespace

void Preview::set_room(int width_px, int height_px) {
  room_width_px_ = width_px;
  room_height_px_ = height_px;
}

Result<bool> Preview::update(Session& session) {
  if (room_width_px_ < 1 || room_height_px_ < 1) return false;
  const std::uint64_t version = session.picture_version();
  const Size page = session.layout().page.size;
  if (!(page.width > 0 && page.height > 0)) return false;
  const float fitting = std::min(float(room_width_px_), float(room_height_px_) * page.width / page.height);
  const int width_px = std::clamp(int(fitting), kSmallest, kLargest);
  if (version == version_ && width_px == width_px_) return false;
  version_ = version;
  width_px_ = width_px;
  return draw(session, width_px);
}

Result<bool> Preview::draw(Session& session, int width_px) {
  const std::shared_ptr<const PosterLayout> before = std::exchange(drawn_, nullptr), &layout = session.shared_layout();
  const bool is_kept = before && image_.width_px == width_px && before->page.size == layout->page.size &&
                       before->page.background == layout->page.background;
  PixelRect changed;
  if (is_kept) {
    changed = session.redraw(before->page, image_);
  } else {
    Result<Image> image = session.render(width_px);
    if (!image) return image.errors();
    image_ = std::move(image.value());
    changed = {0, 0, image_.width_px, image_.height_px};
  }
  drawn_ = layout;
  changed_ = united(changed_, changed);
  return true;
}

}  // namespace sixiang::app
