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
  Result<Image> image = session.render(width_px);
  version_ = version;
  width_px_ = width_px;
  if (!image) return image.errors();
  image_ = std::move(image.value());
  return true;
}

}  // namespace sixiang::app
