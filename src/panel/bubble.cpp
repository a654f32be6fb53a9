#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "editor/field_tree.h"
#include "panel/parts.h"

namespace sixiang::panel {

namespace {

constexpr float kLeast = 320, kMost = 476;  // its width
constexpr float kPad = 12, kTip = 10;       // on all sides; between it and the text
constexpr float kFirstHeight = 64;

// Below the text, above it where there is more room.
Rect bubble_place(const InPlace& text, const Rect& desk) {
  const float height = text.height > 0 ? text.height : kFirstHeight;
  const float width = std::min(std::clamp(text.place.width + 2 * kPad, kLeast, kMost), desk.width - 8);
  const float below = desk.bottom() - text.place.bottom() - kTip, above = text.place.top() - desk.top() - kTip;
  const float y = height <= below || below >= above ? text.place.bottom() + kTip : text.place.top() - kTip - height;
  const float x = std::clamp(text.place.center().x - width / 2, desk.left() + 4, desk.right() - width - 4);
  return {std::round(x), std::round(std::max(desk.top() + 4, y)), width, height};
}

constexpr ImU32 kSelectedText = color_of(0x1F, 0x62, 0xC4, 70);
constexpr float kAround = 4, kLeastField = 24;  // of a text on the poster; CSS pixels

// Its letters are the poster's own; what is drawn is where they are typed.
void draw_on_poster(Frame& frame, const TextOnPoster& text, const std::string& id, const Field& field) {
  ImDrawList& list = frame.sheet.list();
  for (const Rect& line : text.selected) list.AddRectFilled(min_of(line), max_of(line), kSelectedText);
  for (const Rect& line : text.composed) {
    const float y = std::round(line.bottom()) - 1;
    list.AddLine(ImVec2(line.left(), y), ImVec2(line.right(), y), kPosterSelection, 2);
  }
  if (text.caret) {
    const float x = std::round(text.caret->x);
    list.AddRectFilled(ImVec2(x - 2, text.caret->top() - 1), ImVec2(x + 2, text.caret->bottom() + 1), kPosterWhite);
    list.AddRectFilled(ImVec2(x - 1, text.caret->top()), ImVec2(x + 1, text.caret->bottom()), kPosterSelection);
  }
  Rect place = inset(text.place, -kAround);
  place.width = std::max(place.width, kLeastField);
  frame.sheet.report({id, WidgetKind::Text, field.value, frame.say(field.label), place});
  frame.output.keeps_field.push_back(place);
}

void draw_tip(ImDrawList& list, const Rect& bubble, const Rect& text) {
  const float x = std::clamp(text.center().x, bubble.left() + 20, bubble.right() - 20);
  const bool is_below = bubble.top() > text.top();
  const float edge = is_below ? bubble.top() : bubble.bottom(), tip = is_below ? edge - 8 : edge + 8;
  list.AddTriangleFilled(ImVec2(x - 9, edge), ImVec2(x + 9, edge), ImVec2(x, tip), theme().surface);
}

}  // namespace

void draw_bubble(const PanelInput& input, PanelOutput& output, PanelScratch& scratch, const Regions& regions,
                 const std::vector<OutlineItem>& things, const OutlineItem& subject) {
  if (!scratch.in_place) return;
  InPlace& text = *scratch.in_place;
  const std::optional<Field> field = find_field(input.editor.poster, text.field);
  if (!field) return;
  begin_surface("bubble", regions.desk, ImGuiWindowFlags_NoInputs);
  if (input.on_poster) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Sheet sheet(list, regions.desk, regions.desk.top(), regions.desk.left(), regions.desk.right(), input.pressed);
    Frame frame{input, output, scratch, sheet, things, subject};
    draw_on_poster(frame, *input.on_poster, text.field, *field);
    ImGui::End();
    take_widgets(output, sheet);
    return;
  }
  const Rect place = bubble_place(text, regions.desk);
  draw_tip(*ImGui::GetWindowDrawList(), place, text.place);
  ImGui::End();
  begin_surface("bubble.field", place);
  output.surfaces.push_back({place, output.widgets.size(), output.scroll_areas.size()});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (int i = 1; i <= 4; ++i) {
    list.AddRect(min_of(inset(place, float(-i))), max_of(inset(place, float(-i))), soft_shadow(14 - 3 * i),
                 kCardRadius + float(i), ImDrawFlags_None, 2);
  }
  list.AddRectFilled(min_of(place), max_of(place), theme().surface, kCardRadius);
  list.AddRect(min_of(place), max_of(place), theme().line, kCardRadius);
  Sheet sheet(list, place, place.top() + kPad, place.left() + kPad, place.right() - kPad, input.pressed);
  Frame frame{input, output, scratch, sheet, things, subject};
  frame.part = FramePart::Bubble;
  const Rect room{sheet.left(), sheet.y(), sheet.width(), kRow};
  sheet.skip(draw_text_field(frame, text.field, frame.say(field->label), field->value, room));
  draw_under_text_field(frame, text.field, field->value, sheet.left(), sheet.right());
  const float height = sheet.y() + kPad - place.top();
  // What belongs to the text leaves it in focus, and so does the text.
  output.keeps_field.push_back(place);
  output.keeps_field.push_back(text.place);
  output.wants_frame = output.wants_frame || height != text.height;
  text.height = height;
  ImGui::End();
  take_widgets(output, sheet);
}

}  // namespace sixiang::panel
