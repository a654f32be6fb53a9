// Pictures of whole posters, for the page where another one is chosen: whoever runs the editor has them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/session/label_pictures.h"
#include "base/image.h"
#include "panel/panel.h"

namespace sixiang::app {

class PosterPictures {
 public:
  explicit PosterPictures(TextureMaker maker) : maker_(std::move(maker)) {}
  ~PosterPictures();
  PosterPictures(const PosterPictures&) = delete;
  PosterPictures& operator=(const PosterPictures&) = delete;

  // One a name; another one takes its place.
  void set(std::string_view name, const Image& image);
  bool has(std::string_view name) const { return pictures_.find(name) != pictures_.end(); }
  panel::Picture find(std::string_view name) const;
  // The textures are gone already.
  void lose() { pictures_.clear(); }

 private:
  TextureMaker maker_;
  std::map<std::string, panel::Picture, std::less<>> pictures_;
};

}  // namespace sixiang::app
