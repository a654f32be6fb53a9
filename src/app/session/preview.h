// The part of the poster's picture that is to be seen, and some around it. Drawn again only when it would look
// different, and only there.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "app/session/session.h"
#include "base/image.h"
#include "base/result.h"

namespace sixiang::app {

class Preview {
 public:
  // What is to be seen of the poster's whole picture.
  void see(const PicturePart& seen) { seen_ = seen; }

  // True where there is another picture now, even if it looks the same. Nothing is drawn where nothing is to be seen.
  // Errors: those of render_part(); it is not tried again for the same picture.
  Result<bool> update(Session& session);

  // What image() shows. Its picture may have another width than that which is to be seen: until the next update().
  const PicturePart& part() const { return part_; }
  const Image& image() const { return image_; }

  // Whether it shows the poster as it is, if not so sharp: to be stretched while that is zoomed.
  bool is_of(Session& session) const { return drawn_ && asked_ && asked_->version == session.picture_version(); }

  // All of the image that was drawn anew since this was last asked.
  PixelRect take_changed() { return std::exchange(changed_, {}); }

 private:
  // Of the last picture that was drawn or could not be.
  struct Asked {
    std::uint64_t version = 0;
    PicturePart seen;
    bool operator==(const Asked&) const = default;
  };

  Result<bool> draw(Session& session);
  Result<PixelRect> draw_anew(Session& session, const PicturePart& part);
  Result<PixelRect> move(Session& session, const PixelRect& place);

  PicturePart seen_, part_;
  Image image_;
  std::optional<Asked> asked_;
  std::shared_ptr<const PosterLayout> drawn_;  // that image_ shows; null before the first
  PixelRect changed_;                          // of image_
};

}  // namespace sixiang::app
