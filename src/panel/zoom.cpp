#include <algorithm>
#include <cmath>

#include "panel/parts.h"

namespace sixiang::panel {

namespace {

constexpr float kHeight = 36, kShare = 58;  // of the control; the width of the share in its middle
constexpr float kFinger = 44;               // height of what is aimed at with a finger
constexpr float kApart = 10;                // from the desk's edge

std::string percent(float zoom) { return std::to_string(std::lround(100 * zoom)) + "%"; }

void press(Frame& frame, const Tool& tool, ButtonSpec spec, const Rect& place) {
  spec.id = tool.widget_id();
  spec.label = frame.say(tool.label);
  spec.enabled = tool.enabled;
  if (frame.sheet.button(spec, place)) frame.output.requests.emplace_back(ToolRequest{tool.name});
}

void draw_frame(Sheet& sheet, const Rect& place) {
  sheet.list().AddRectFilled(min_of(place), max_of(place), theme().bar_fill, kRadius);
  sheet.list().AddRect(min_of(place), max_of(place), theme().line, kRadius);
}

// What has no glyph of its own says the share, and sets it to the whole.
void draw_in_strip(Frame& frame, const std::vector<const Tool*>& tools, const Rect& strip) {
  Rect place{strip.left() + kApart, strip.center().y - kHeight / 2, 0, kHeight};
  for (const Tool* tool : tools) place.width += tool->glyph == Glyph::None ? kShare : kHeight;
  draw_frame(frame.sheet, place);
  for (const Tool* tool : tools) {
    ButtonSpec spec;
    spec.glyph = tool->glyph;
    place.width = spec.glyph == Glyph::None ? kShare : kHeight;
    if (spec.glyph == Glyph::None) spec.value = percent(frame.input.on_desk.zoom);
    press(frame, *tool, spec, place);
    if (spec.glyph == Glyph::None) frame.sheet.text_centered(place, spec.value, theme().ink, kSmallSize);
    place.x += place.width;
  }
}

void draw_way_back(Frame& frame, const Tool& fit, const Rect& desk) {
  const std::string& label = frame.say(fit.label);
  const float width = text_width(label, kSmallSize) + 56;
  const Rect place{desk.left() + kApart, desk.bottom() - kApart - kFinger, width, kFinger};
  ButtonSpec spec;
  spec.look = ButtonLook::Framed;
  spec.value = percent(frame.input.on_desk.zoom);
  press(frame, fit, spec, place);
  const float middle = place.center().y;
  draw_glyph(frame.sheet.list(), fit.glyph, ImVec2(place.x + 22, middle), 20, theme().ink);
  frame.sheet.text({place.x + 42, middle}, label, theme().ink, kSmallSize);
}

}  // namespace

void draw_zoom(Frame& frame, const Regions& regions) {
  std::vector<const Tool*> tools;
  for (const Tool& tool : frame.input.tools) {
    if (tool.place == ToolPlace::Zoom) tools.push_back(&tool);
  }
  if (tools.empty()) return;
  if (!regions.strip.empty()) return draw_in_strip(frame, tools, regions.strip);
  if (!frame.input.on_desk.is_fitted) draw_way_back(frame, *tools.back(), regions.desk);
}

}  // namespace sixiang::panel
