#include "panel/panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "panel/parts.h"
#include "panel/texts.h"

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

constexpr float kPopover = 352, kPopoverPad = 14;  // its width; on all sides of its content
constexpr float kTallestPopover = 560;

// What all parts are drawn with.
struct Panel {
  const PanelInput& input;
  PanelScratch& scratch;
  PanelOutput& output;
  Regions regions;
  std::vector<OutlineItem> things;
  OutlineItem subject;

  bool is_phone() const { return regions.outline_place == OutlinePlace::Tab; }
};

void draw_on(Panel& panel, Sheet& sheet, void (*draw)(Frame&)) {
  Frame frame{panel.input, panel.output, panel.scratch, sheet, panel.things, panel.subject};
  draw(frame);
}

void draw_bar(Panel& panel) {
  const Rect& bar = panel.regions.bar;
  Sheet sheet(*ImGui::GetWindowDrawList(), bar, 0, kMargin, bar.right() - kMargin, panel.input.pressed);
  draw_on(panel, sheet, draw_toolbar);
  take_widgets(panel.output, sheet);
}

void draw_poster(Panel& panel) {
  const Rect& desk = panel.regions.desk;
  Sheet sheet(*ImGui::GetWindowDrawList(), desk, desk.top(), desk.left(), desk.right(), panel.input.pressed);
  Frame frame{panel.input, panel.output, panel.scratch, sheet, panel.things, panel.subject};
  draw_desk(frame, panel.regions);
  draw_zoom(frame, panel.regions);
  draw_hints(frame, panel.regions);
  take_widgets(panel.output, sheet);
}

// What can be longer than its place. `pad`: on both sides. Its content's height.
float draw_scrolled(Panel& panel, std::string_view id, const Rect& view, float pad, void (*draw)(Frame&)) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float& offset = panel.scratch.scroll[std::string(id)];
  Sheet sheet(list, view, std::round(view.top() + kMargin - offset), view.left() + pad, view.right() - pad,
              panel.input.pressed, id);
  // Clips drawing and hovering alike.
  ImGui::PushClipRect(min_of(view), max_of(view), true);
  const float drawn_at = offset;
  draw_on(panel, sheet, draw);
  sheet.skip(kMargin);
  ImGui::PopClipRect();
  const ScrollArea area{std::string(id), view, std::ceil(sheet.y() + drawn_at - view.top()), drawn_at};
  if (offset > area.most()) {
    offset = area.most();
    panel.output.wants_frame = true;
  }
  panel.output.scroll_areas.push_back(area);
  take_widgets(panel.output, sheet);
  return area.content_height;
}

void draw_things(Panel& panel, const Rect& view) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min_of(view), max_of(view), theme().panel);
  if (!panel.is_phone())
    list.AddLine(ImVec2(view.right() - 0.5f, view.top()), ImVec2(view.right() - 0.5f, view.bottom()), theme().line);
  draw_scrolled(panel, kOutlineArea, view, 6, draw_outline);
}

void draw_fields(Panel& panel) {
  const Rect& view = panel.regions.inspector;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min_of(view), max_of(view), theme().panel);
  if (!panel.is_phone()) list.AddLine(min_of(view), ImVec2(view.left(), view.bottom()), theme().line);
  // Another thing begins at its top.
  if (panel.scratch.shown != panel.subject.id) panel.scratch.scroll[std::string(kInspectorArea)] = 0;
  panel.scratch.shown = panel.subject.id;
  draw_scrolled(panel, kInspectorArea, view, kCardPad, draw_inspector);
}

// One of the two below the poster.
void draw_tabs(Panel& panel) {
  const Rect& place = panel.regions.tabs;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min_of(place), max_of(place), theme().panel);
  list.AddLine(ImVec2(place.left(), place.bottom() - 0.5f), ImVec2(place.right(), place.bottom() - 0.5f), theme().line);
  Sheet sheet(list, place, place.top(), place.left() + kMargin, place.right() - kMargin, panel.input.pressed);
  const std::pair<Side, Message> kTabs[] = {{Side::Outline, texts::kOutline}, {Side::Selected, texts::kSelected}};
  float x = sheet.left();
  for (const auto& [side, name] : kTabs) {
    const bool chosen = panel.scratch.side == side;
    ButtonSpec tab;
    tab.id = side == Side::Outline ? "tabs.outline" : "tabs.selected";
    tab.label = name.in(panel.input.language);
    tab.shows_label = true;
    tab.expanded = chosen;
    const Rect rect{x, place.y, text_width(tab.label) + 40, place.height};
    if (sheet.button(tab, rect)) panel.scratch.side = side;
    if (chosen)
      list.AddLine(ImVec2(rect.x, rect.bottom() - 1.5f), ImVec2(rect.right(), rect.bottom() - 1.5f), theme().coral, 3);
    x = rect.right() + 6;
  }
  take_widgets(panel.output, sheet);
}

void draw_sides(Panel& panel) {
  switch (panel.regions.outline_place) {
    case OutlinePlace::Beside:
      draw_things(panel, panel.regions.outline);
      draw_poster(panel);
      return draw_fields(panel);
    case OutlinePlace::Drawer:
      draw_poster(panel);
      return draw_fields(panel);
    case OutlinePlace::Tab:
      draw_poster(panel);
      draw_tabs(panel);
      return panel.scratch.side == Side::Outline ? draw_things(panel, panel.regions.outline) : draw_fields(panel);
  }
}

const Widget* find_widget(const PanelOutput& output, std::string_view id) {
  const auto found = std::find_if(output.widgets.begin(), output.widgets.end(),
                                  [id](const Widget& widget) { return widget.id == id; });
  return found == output.widgets.end() ? nullptr : &*found;
}

// What a menu of the bar draws; nullptr where it has nothing to show.
auto menu_of(const Panel& panel) -> void (*)(Frame&) {
  const std::string& menu = panel.scratch.menu;
  if (menu == kSizeMenu) return draw_size_menu;
  if (menu == kFileMenu) return draw_file_menu;
  if (menu == kProblemsMenu && !problems_of(panel.input.diagnostics).empty()) return draw_problem_list;
  return nullptr;
}

void begin_menu(Panel& panel, const Rect& place) {
  begin_surface("menu", place);
  panel.output.surfaces.push_back({place, panel.output.widgets.size(), panel.output.scroll_areas.size()});
}

void draw_card(const Rect& place) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min_of(place), max_of(place), theme().surface, kCardRadius);
  list.AddRect(min_of(place), max_of(place), theme().field_line, kCardRadius);
}

// What lies over the whole window.
struct Overlay {
  void (*draw_head)(Frame&);
  void (*draw_rows)(Frame&);
  float widest;  // CSS pixels
};

std::optional<Overlay> overlay_of(const PanelScratch& scratch) {
  constexpr float kCommandWidth = 640, kKeyWidth = 860;
  if (scratch.menu == kCommandMenu) return Overlay{draw_command_head, draw_commands, kCommandWidth};
  if (scratch.menu == kKeyMenu) return Overlay{draw_key_head, draw_keys, kKeyWidth};
  return std::nullopt;
}

void draw_overlay(Panel& panel, const Overlay& overlay) {
  constexpr float kPad = 16, kAside = 8;
  PanelScratch& scratch = panel.scratch;
  const Rect window{0, 0, panel.input.viewport.width, panel.input.viewport.height};
  begin_menu(panel, window);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min_of(window), max_of(window), theme().shade);
  const float width = std::min(overlay.widest, window.width - 2 * kAside);
  const float top = panel.is_phone() ? kAside : std::round(std::min(kBar * 2, window.height / 8));
  const float height = std::min(std::max(scratch.menu_height, kBar), window.height - top - kAside);
  const Rect place{std::round(window.center().x - width / 2), top, width, height};
  draw_card(place);
  Sheet head(list, place, place.top() + kPad, place.left() + kPad, place.right() - kPad, panel.input.pressed);
  draw_on(panel, head, overlay.draw_head);
  take_widgets(panel.output, head);
  const Rect view = rect_from_edges(place.left() + 1, head.y(), place.right() - 1, place.bottom() - 1);
  const float wanted = head.y() - place.top() + draw_scrolled(panel, kMenuArea, view, kAside, overlay.draw_rows) + 2;
  if (wanted != scratch.menu_height) panel.output.wants_frame = true;
  scratch.menu_height = wanted;
  panel.output.keeps_field.push_back(place);
  ImGui::End();
  const Point at{ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y};
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !contains(place, at)) scratch.menu.clear();
}

// A page of its own, in place of the editor.
void draw_new_page(Panel& panel) {
  constexpr float kWidest = 1280, kAside = 20;
  const Rect window{0, 0, panel.input.viewport.width, panel.input.viewport.height};
  begin_menu(panel, window);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min_of(window), max_of(window), theme().panel);
  const Rect bar{0, 0, window.width, kBar};
  Sheet head(list, bar, bar.top(), kAside, window.width - kAside, panel.input.pressed);
  draw_on(panel, head, draw_new_bar);
  take_widgets(panel.output, head);
  const float pad = std::max(kAside, std::round((window.width - kWidest) / 2));
  draw_scrolled(panel, kNewPage, {0, kBar, window.width, window.height - kBar}, pad, draw_new_choices);
  ImGui::End();
}

// At the pointer; within the window.
void draw_context_menu(Panel& panel) {
  constexpr float kWidth = 280, kPad = 6, kAside = 8;
  PanelScratch& scratch = panel.scratch;
  if (panel.input.commands.empty()) return scratch.menu.clear();
  const Size window = panel.input.viewport;
  const float height = std::min(std::max(scratch.menu_height, kRow), window.height - 2 * kAside);
  const Rect place{std::clamp(scratch.menu_at.x, kAside, std::max(kAside, window.width - kWidth - kAside)),
                   std::clamp(scratch.menu_at.y, kAside, std::max(kAside, window.height - height - kAside)), kWidth,
                   height};
  begin_menu(panel, place);
  draw_card(place);
  const float wanted = draw_scrolled(panel, kMenuArea, inset(place, 1), kPad, draw_commands) + 2;
  if (wanted != scratch.menu_height) panel.output.wants_frame = true;
  scratch.menu_height = wanted;
  ImGui::End();
  const Point at{ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y};
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !contains(place, at)) scratch.menu.clear();
}

// Below the bar, under the button that opens it.
void draw_menu(Panel& panel) {
  PanelScratch& scratch = panel.scratch;
  if (const auto overlay = overlay_of(scratch)) return draw_overlay(panel, *overlay);
  if (scratch.menu == kContextMenu) return draw_context_menu(panel);
  if (scratch.menu == kNewPage) return draw_new_page(panel);
  const Widget* opener = scratch.menu.empty() ? nullptr : find_widget(panel.output, scratch.menu);
  const bool is_drawer = scratch.menu == kOutlineDrawer;
  const auto draw = menu_of(panel);
  if (!opener || (!is_drawer && !draw)) {
    scratch.menu.clear();
    return;
  }
  const Rect button = opener->rect, bar = panel.regions.bar;
  Rect place = panel.regions.outline;
  if (!is_drawer) {
    const float width = std::min(kPopover + 2 * kPopoverPad, bar.width - 16);
    const float left = std::clamp(button.center().x < bar.center().x ? button.x : button.right() - width,
                                  bar.left() + 8, bar.right() - width - 8);
    const float room = panel.input.viewport.height - bar.bottom() - 12;
    const float height = std::min({scratch.menu_height > 0 ? scratch.menu_height : kRow, room, kTallestPopover});
    place = {left, bar.bottom() + 4, width, height};
  }
  begin_menu(panel, place);
  if (is_drawer) {
    draw_things(panel, place);
  } else {
    draw_card(place);
    const float height = draw_scrolled(panel, kMenuArea, inset(place, 1), kPopoverPad, draw) + 2;
    if (height != scratch.menu_height) panel.output.wants_frame = true;
    scratch.menu_height = height;
  }
  ImGui::End();
  // A press anywhere else closes it, and is one there.
  const Point at{ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y};
  const bool is_elsewhere = !contains(place, at) && !contains(button, at);
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && is_elsewhere) scratch.menu.clear();
}

}  // namespace

PanelOutput draw_panel(const PanelInput& input, PanelScratch& scratch) {
  PanelOutput output;
  const Poster& poster = input.editor.poster;
  Panel panel{input,           scratch,
              output,          regions_of(input.viewport),
              outline(poster), subject_of(poster, input.editor.selection.lead())};
  // Fingers are wider than what they aim at.
  ImGui::GetStyle().TouchExtraPadding = panel.is_phone() ? ImVec2(2, 2) : ImVec2(0, 0);
  begin_surface("editor", {0, 0, input.viewport.width, input.viewport.height}, ImGuiWindowFlags_NoBringToFrontOnFocus);
  draw_bar(panel);
  draw_sides(panel);
  ImGui::End();
  draw_bubble(input, output, scratch, panel.regions, panel.things, panel.subject);
  draw_menu(panel);
  return output;
}

}  // namespace sixiang::panel
