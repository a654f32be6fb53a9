// The panel's pictograms, drawn as strokes so that they are sharp at every density.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace sixiang::panel {

enum class Glyph : std::uint8_t {
  None,
  Undo,
  Redo,
  Open,
  Save,
  Download,
  Copy,
  Globe,
  Plus,
  Trash,
  Up,
  Down,
  ChevronDown,
  ChevronRight,
  Check,
  Warning,
  Key,
  Bullet,
  Reset,
  Sigma,
  More,
  Minus,
};

// Within a square of `size` around `center`.
void draw_glyph(ImDrawList& list, Glyph glyph, ImVec2 center, float size, ImU32 color);

}  // namespace sixiang::panel
