#include <algorithm>

#include "panel/frame.h"

namespace sixiang::panel {

bool draw_field_chip(Frame& frame, const std::string& id, ButtonSpec spec, float left, float right) {
  Sheet& sheet = frame.sheet;
  const Rect row = rect_from_edges(left, sheet.y(), right, sheet.y() + kRow - 6);
  sheet.skip(row.height);
  spec.shows_label = true;
  spec.look = ButtonLook::Chip;
  const float width = std::min(text_width(spec.label, kSmallSize) + 28, row.width);
  if (frame.is_active(id)) frame.output.keeps_field.push_back(row);
  return sheet.button(spec, {row.x, row.y, width, row.height});
}

void draw_field_tools(Frame& frame, const std::string& id, float left, float right) {
  Sheet& sheet = frame.sheet;
  for (const Tool& tool : frame.input.tools) {
    if (tool.place != ToolPlace::Field || tool.field != id) continue;
    sheet.skip(kGap);
    ButtonSpec spec;
    spec.id = tool.widget_id();
    spec.label = frame.say(tool.label);
    spec.is_stop = false;  // whoever goes there with Tab has left the field; keys do it from within
    spec.enabled = tool.enabled;
    spec.lit = tool.is_on.value_or(false);
    if (tool.is_on) {
      spec.kind = WidgetKind::Toggle;
      spec.value = *tool.is_on ? "on" : "off";
      spec.chosen = tool.is_on;
    }
    if (draw_field_chip(frame, id, std::move(spec), left, right)) {
      frame.output.requests.emplace_back(ToolRequest{tool.name});
    }
  }
}

}  // namespace sixiang::panel
