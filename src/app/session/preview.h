// The poster as a picture that fills a room on the screen. Drawn again only when it would look different, and only
// there.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "app/session/session.h"
#include "base/image.h"
#include "base/result.h"

namespace sixiang::app {

class Preview {
 public:
  // Device pixels; nothing is drawn while either is less than 1.
  void set_room(int width_px, int height_px);

  // True where there is another page now, even if it looks the same. Errors: those of render(); it is not tried again
  // for the same picture.
  Result<bool> update(Session& session);

  const Image& image() const { return image_; }

  // All that was drawn anew since this was last asked.
  PixelRect take_changed() { return std::exchange(changed_, {}); }

 private:
  Result<bool> draw(Session& session, int width_px);

  Image image_;
  int room_width_px_ = 0, room_height_px_ = 0;
  // Of the last picture that was drawn or could not be.
  int width_px_ = 0;
  std::uint64_t version_ = 0;
  std::shared_ptr<const PosterLayout> drawn_;  // that image_ shows; null before the first
  PixelRect changed_;
};

}  // namespace sixiang::app
