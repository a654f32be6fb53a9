#include <cmath>
#include <string>
#include <vector>

#include "panel/key_caps.h"
#include "panel/parts.h"

namespace sixiang::panel {

namespace {

constexpr float kHeight = 36, kPad = 12, kApart = 18;
constexpr float kZoomControl =
    150;  // at the strip's left end; as much is left free at the right, so that it is in the middle

float hint_width(const KeyHint& hint, const std::string& label) {
  return width_of(hint.keys) + kGap + text_width(label, kSmallSize);
}

}  // namespace

void draw_hints(Frame& frame, const Regions& regions) {
  if (regions.strip.empty()) return;
  const float room = regions.strip.width - 2 * kZoomControl;
  // As many as there is room for, the first ones first.
  std::vector<std::string> labels;
  float width = 2 * kPad;
  for (const KeyHint& hint : frame.input.hints) {
    const std::string label = frame.say(hint.label);
    const float more = hint_width(hint, label) + (labels.empty() ? 0 : kApart);
    if (width + more > room) break;
    width += more;
    labels.push_back(label);
  }
  if (labels.empty()) return;
  const Point middle = regions.strip.center();
  const Rect place{std::round(middle.x - width / 2), middle.y - kHeight / 2, width, kHeight};
  frame.sheet.list().AddRectFilled(min_of(place), max_of(place), theme().bar_fill, kRadius);
  frame.sheet.list().AddRect(min_of(place), max_of(place), theme().line, kRadius);
  float x = place.x + kPad;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const KeyCaps& keys = frame.input.hints[i].keys;
    x += width_of(keys);
    draw_caps(frame.sheet, keys, x, middle.y);
    x += kGap;
    frame.sheet.text({x, middle.y}, labels[i], theme().quiet, kSmallSize);
    x += text_width(labels[i], kSmallSize) + kApart;
  }
}

}  // namespace sixiang::panel
