// Small pictures of labels as the poster sets them, for the panel to show beside what is typed. Drawn when first asked
// for, kept while they are shown.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/image.h"
#include "font/font_set.h"
#include "math/math.h"

namespace sixiang::app {

// Textures belong to whoever draws; 0 is none.
using TextureId = std::uintptr_t;
struct TextureMaker {
  std::function<TextureId(const Image&)> make;
  std::function<void(TextureId)> free;
};

struct LabelPicture {
  TextureId texture = 0;
  Size size;  // CSS pixels
};

struct LabelPictureStyle {
  FaceIndex face = 0;
  float size = 19;  // CSS pixels an em
  Color text, formula;
  float density = 1;
  math::Display display = math::Display::Block;  // of a label that is a formula and nothing else
};

class LabelPictures {
 public:
  LabelPictures(const FontSet& fonts, TextureMaker maker);
  ~LabelPictures();
  LabelPictures(const LabelPictures&) = delete;
  LabelPictures& operator=(const LabelPictures&) = delete;

  // On one line, scaled down where it is wider than `max_width` CSS pixels.
  LabelPicture find(std::string_view source, float max_width, const LabelPictureStyle& style);

  // Between frames: forgets what was not asked for in the frame before.
  void next_frame();
  // Forgets all, because fonts have arrived.
  void clear();
  // The same when the textures are gone already.
  void lose();

  // Slices that the labels would need.
  std::vector<SliceId> wanted() const;

 private:
  struct Entry {
    LabelPicture picture;
    std::vector<SliceId> pending;
    bool used = true;
  };
  Entry draw(std::string_view source, float max_width, const LabelPictureStyle& style) const;

  const FontSet* fonts_;
  TextureMaker maker_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace sixiang::app
