// The panel's own text, drawn from the poster's font slices by the poster's rasterizer: an ImGui font whose characters
// come from a FontSet. A character whose slice is still to come is asked for, and drawn meanwhile as another face has
// it, or leaves its room.
#pragma once

#include <imgui.h>

#include <set>
#include <vector>

#include "font/font_set.h"

namespace sixiang::app {

class PanelFont {
 public:
  // `fonts` must outlive this. Adds itself to the current ImGui context as its font; `face` is looked in first.
  PanelFont(const FontSet& fonts, FaceIndex face);

  // Slices that characters shown so far would need, and that are not loaded. Where they are very many, only those of
  // characters that no loaded face has.
  std::vector<SliceId> wanted() const;
  // Those characters, UTF-8, in order of code points.
  std::string wanted_characters() const;

  // Slices have arrived: what they hold is drawn from now on. Not between NewFrame and Render.
  void refresh();

  // For the ImGui font loader only.
  bool init(ImFontBaked& baked) const;
  bool load(ImFontAtlas& atlas, ImFontConfig& source, ImFontBaked& baked, char32_t character, ImFontGlyph* glyph,
            float* advance);

 private:
  const FontSet* fonts_;
  FaceIndex face_;
  ImFont* font_ = nullptr;
  std::set<char32_t> pending_;
};

}  // namespace sixiang::app
