#include "panel/panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "panel/parts.h"

namespace sixiang::panel {

void begin_surface(const char* name, const Rect& place, ImGuiWindowFlags flags) {
  ImGui::SetNextWindowPos(min_of(place));
  ImGui::SetNextWindowSize(ImVec2(place.width, place.height));
  ImGui::Begin(name, nullptr,
               flags | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
}

void take_widgets(PanelOutput& output, Sheet& sheet) {
  std::move(sheet.widgets().begin(), sheet.widgets().end(), std::back_inserter(output.widgets));
}

namespace {

constexpr std::string_view kInspectorArea = "inspector";
constexpr float kPopover = 352, kPopoverPad = 14;  // its width; on all sides of its content
constexpr float kSizeMenuHeight = 2 * kRow + 10 + 2 * kPopoverPad;

void draw_bar(const PanelInput& input, PanelOutput& output, PanelScratch& scratch, const Regions& regions) {
  Sheet sheet(*ImGui::GetWindowDrawList(), regions.bar, 0, kMargin, regions.bar.right() - kMargin, input.pressed);
  Frame frame{input, output, scratch, sheet};
  draw_toolbar(frame);
  take_widgets(output, sheet);
}

void draw_poster(const PanelInput& input, PanelOutput& output, PanelScratch& scratch, const Regions& regions) {
  Sheet sheet(*ImGui::GetWindowDrawList(), regions.desk, regions.desk.top(), regions.desk.left(), regions.desk.right(),
              input.pressed);
  Frame frame{input, output, scratch, sheet};
  draw_desk(frame, regions);
  take_widgets(output, sheet);
}

void draw_cards(const PanelInput& input, PanelOutput& output, PanelScratch& scratch, const Rect& view) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min_of(view), max_of(view), kPanel);
  list.AddLine(min_of(view), ImVec2(view.left(), view.bottom()), kLine);
  float& offset = scratch.scroll[std::string(kInspectorArea)];
  const float top = view.top() + kMargin;
  Sheet sheet(list, view, std::round(top - offset), view.left() + kMargin, view.right() - kMargin, input.pressed,
              kInspectorArea);
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

  const ScrollArea area{std::string(kInspectorArea), view, std::ceil(sheet.y() + offset - view.top()), offset};
  if (offset > area.most()) {
    offset = area.most();
    output.wants_frame = true;
  }
  output.scroll_areas.push_back(area);
  take_widgets(output, sheet);
}

// Below the bar, at its right end.
void draw_menu(const PanelInput& input, PanelOutput& output, PanelScratch& scratch, const Regions& regions) {
  if (!scratch.export_menu) return;
  const float width = std::min(kPopover + 2 * kPopoverPad, regions.bar.width - 16);
  const Rect place{regions.bar.right() - width - 8, regions.bar.bottom() + 4, width, kSizeMenuHeight};
  begin_surface("menu", place);
  output.surfaces.push_back({place, output.widgets.size()});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min_of(place), max_of(place), kSurface, kCardRadius);
  list.AddRect(min_of(place), max_of(place), kLine, kCardRadius);
  Sheet sheet(list, place, place.top() + kPopoverPad, place.left() + kPopoverPad, place.right() - kPopoverPad,
              input.pressed);
  Frame frame{input, output, scratch, sheet};
  draw_size_menu(frame);
  ImGui::End();
  take_widgets(output, sheet);
}

}  // namespace

PanelOutput draw_panel(const PanelInput& input, PanelScratch& scratch) {
  PanelOutput output;
  const Regions regions = regions_of(input.viewport);
  begin_surface("editor", {0, 0, input.viewport.width, input.viewport.height}, ImGuiWindowFlags_NoBringToFrontOnFocus);
  draw_bar(input, output, scratch, regions);
  draw_poster(input, output, scratch, regions);
  draw_cards(input, output, scratch, regions.inspector);
  ImGui::End();
  draw_bubble(input, output, scratch, regions);
  draw_menu(input, output, scratch, regions);
  return output;
}

}  // namespace sixiang::panel
