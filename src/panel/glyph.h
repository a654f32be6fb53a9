// The names of the panel's pictograms.
#pragma once

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
  Text,
  Menu,
  Tree,
  Fit,
  Search,
  Keyboard,
  Contrast,
};

}  // namespace sixiang::panel
