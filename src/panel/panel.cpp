#include "panel/panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "panel/parts.h"

namespace sixiang::panel {

namespace {

// A window without any of a window's looks, over the whole canvas.
void begin_surface(const Size& size) {
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(size.width, size.height));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, kPanel);
  ImGui::Begin("panel", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleColor();
}

}  // namespace

PanelOutput draw_panel(const PanelInput& input, PanelScratch& scratch) {
  PanelOutput output;
  output.pinned = toolbar_height(scratch);
  begin_surface(input.viewport);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect all{0, 0, input.viewport.width, input.viewport.height};
  const float left = kMargin, right = input.viewport.width - kMargin;

  Sheet bar(list, all, 0, left, right, input.pressed);
  Frame bar_frame{input, output, scratch, bar};
  draw_toolbar(bar_frame);

  const Rect view = rect_from_edges(0, output.pinned, all.right(), all.bottom());
  Sheet sheet(list, view, std::round(output.pinned + kMargin - input.scroll), left, right, input.pressed);
  Frame frame{input, output, scratch, sheet};
  for (const FieldGroup& group : input.field_tree) {
    if (group.kind == GroupKind::Section && frame.first_section.empty()) frame.first_section = group.id;
  }
  // Clips drawing and hovering alike.
  ImGui::PushClipRect(min_of(view), max_of(view), true);
  list.ChannelsSplit(2);  // cards go under what stands on them, when their height is known
  list.ChannelsSetCurrent(1);
  for (const FieldGroup& group : input.field_tree) draw_card(frame, group);
  draw_problem_list(frame);
  draw_foot(frame);
  sheet.skip(kMargin * 2);
  list.ChannelsMerge();
  ImGui::PopClipRect();
  ImGui::End();

  output.content_height = std::ceil(sheet.y() + input.scroll);
  output.widgets = std::move(bar.widgets());
  for (Widget& widget : output.widgets) widget.is_pinned = true;
  std::move(sheet.widgets().begin(), sheet.widgets().end(), std::back_inserter(output.widgets));
  return output;
}

}  // namespace sixiang::panel
