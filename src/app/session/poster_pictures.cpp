#include "app/session/poster_pictures.h"

namespace sixiang::app {

PosterPictures::~PosterPictures() {
  for (const auto& [name, picture] : pictures_) maker_.free(picture.texture);
}

void PosterPictures::set(std::string_view name, const Image& image) {
  panel::Picture& picture = pictures_[std::string(name)];
  if (picture.texture) maker_.free(picture.texture);
  picture = {maker_.make(image), {float(image.width_px), float(image.height_px)}};
}

panel::Picture PosterPictures::find(std::string_view name) const {
  const auto found = pictures_.find(name);
  return found == pictures_.end() ? panel::Picture{} : found->second;
}

}  // namespace sixiang::app
