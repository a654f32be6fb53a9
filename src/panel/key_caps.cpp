#include "panel/key_caps.h"

#include <algorithm>
#include <cmath>

namespace sixiang::panel {

namespace {

constexpr float kCapGap = 4;

float width_of(const std::string& cap) { return std::max(kCapHeight, text_width(cap, kSmallSize) + 14); }

}  // namespace

float width_of(const KeyCaps& caps) {
  float width = 0;
  for (const std::string& cap : caps) width += width_of(cap) + (width > 0 ? kCapGap : 0);
  return width;
}

float draw_caps(Sheet& sheet, const KeyCaps& caps, float right, float middle) {
  float x = right - width_of(caps);
  const float begin = x;
  for (const std::string& cap : caps) {
    const Rect rect{x, std::round(middle - kCapHeight / 2), width_of(cap), kCapHeight};
    sheet.list().AddRectFilled(min_of(rect), max_of(rect), theme().panel, 6);
    sheet.list().AddRect(min_of(rect), max_of(rect), theme().field_line, 6);
    sheet.text_centered(rect, cap, theme().quiet, kSmallSize);
    x += rect.width + kCapGap;
  }
  return begin;
}

}  // namespace sixiang::panel
