#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "panel/parts.h"

namespace sixiang::panel {

namespace {

constexpr float kDots = 22;        // from dot to dot
constexpr float kMostDots = 3000;  // on a larger desk they stand further apart
// The panel is open by so much more than the poster: on some screens a canvas is enlarged by a part of a pixel, and
// would cover the poster's last ones. What shows there is the page, which has the desk's colour.
constexpr float kOpen = 1;
constexpr float kSpot = 22;                // a problem's mark
constexpr float kTag = 22, kTagSize = 13;  // the name of what is selected: its height, its text
constexpr float kToolWidth = 34, kToolHeight = 32, kToolRadius = 12;
constexpr float kOutline = 3;  // from what is marked to its outline

// The desk without the poster.
std::array<Rect, 4> around(const Rect& desk, const Rect& poster) {
  const float left = std::clamp(poster.left(), desk.left(), desk.right());
  const float right = std::clamp(poster.right(), left, desk.right());
  const float top = std::clamp(poster.top(), desk.top(), desk.bottom());
  const float bottom = std::clamp(poster.bottom(), top, desk.bottom());
  return {rect_from_edges(desk.left(), desk.top(), desk.right(), top), rect_from_edges(desk.left(), top, left, bottom),
          rect_from_edges(right, top, desk.right(), bottom),
          rect_from_edges(desk.left(), bottom, desk.right(), desk.bottom())};
}

Rect overlap(const Rect& a, const Rect& b) {
  const float left = std::max(a.left(), b.left()), top = std::max(a.top(), b.top());
  return rect_from_edges(left, top, std::min(a.right(), b.right()), std::min(a.bottom(), b.bottom()));
}

void draw_dots(ImDrawList& list, const Rect& desk, const Rect& part) {
  const float dots = desk.width * desk.height / (kDots * kDots);
  const float step = kDots * std::ceil(std::sqrt(std::max(1.0f, dots / kMostDots)));
  const auto first = [step](float from, float origin) { return origin + std::ceil((from - origin) / step) * step; };
  for (float y = first(part.top(), desk.top() + 1); y < part.bottom(); y += step) {
    for (float x = first(part.left(), desk.left() + 1); x < part.right(); x += step) {
      list.AddRectFilled(ImVec2(x - 1, y - 1), ImVec2(x + 1, y + 1), theme().desk_dots);
    }
  }
}

// A soft edge below and beside it; not clipped, which would round its place to pixels.
void draw_shadow(ImDrawList& list, const Rect& poster) {
  constexpr int kSteps = 6;
  for (int i = 1; i <= kSteps; ++i) {
    const float spread = float(i) * 1.6f;
    const Rect edge{poster.x - spread, poster.y - spread + 3, poster.width + 2 * spread, poster.height + 2 * spread};
    for (const Rect& part : around(edge, poster)) {
      if (!part.empty()) list.AddRectFilled(min_of(part), max_of(part), soft_shadow(4));
    }
  }
}

constexpr ImU32 kSelectionSoft = color_of(0x1F, 0x62, 0xC4, 26);

// In blue between two lines of white, which shows on every fill.
void draw_selected(ImDrawList& list, const Rect& place) {
  const Rect edge = inset(place, -kOutline);
  list.AddRect(min_of(inset(edge, -1.75f)), max_of(inset(edge, -1.75f)), kPosterWhite, 6, ImDrawFlags_None, 1.5f);
  list.AddRect(min_of(inset(edge, 1.75f)), max_of(inset(edge, 1.75f)), kPosterWhite, 4, ImDrawFlags_None, 1.5f);
  list.AddRect(min_of(edge), max_of(edge), kPosterSelection, 5, ImDrawFlags_None, 2);
}

// What of it is seen; a poster can be far larger than the desk.
void draw_dashed(ImDrawList& list, const Rect& place, const Rect& seen) {
  constexpr float kDash = 6;
  const Rect edge = inset(place, -kOutline);
  const auto first = [](float from, float low) {
    return from + 2 * kDash * std::floor(std::max(0.0f, low - from) / (2 * kDash));
  };
  const float right = std::min(edge.right(), seen.right()), bottom = std::min(edge.bottom(), seen.bottom());
  for (float x = first(edge.left(), seen.left()); x < right; x += 2 * kDash) {
    const float end = std::min(x + kDash, edge.right());
    for (const float y : {edge.top(), edge.bottom()})
      list.AddLine(ImVec2(x, y), ImVec2(end, y), kPosterSelection, 1.5f);
  }
  for (float y = first(edge.top(), seen.top()); y < bottom; y += 2 * kDash) {
    const float end = std::min(y + kDash, edge.bottom());
    for (const float x : {edge.left(), edge.right()})
      list.AddLine(ImVec2(x, y), ImVec2(x, end), kPosterSelection, 1.5f);
  }
}

// White on blue above what it names, inside where there is no room.
void draw_name(Sheet& sheet, const DeskMark& mark) {
  if (mark.name.empty() || !sheet.is_visible(mark.place)) return;
  const float width = text_width(mark.name, kTagSize) + 16;
  const float above = mark.place.top() - kOutline - kTag - 2;
  const float y = above > sheet.clip().top() ? above : std::max(mark.place.top(), sheet.clip().top()) + 2;
  const float x = std::clamp(mark.place.left() - kOutline, sheet.clip().left(), sheet.clip().right() - width);
  const Rect tag{x, y, width, kTag};
  sheet.list().AddRectFilled(min_of(tag), max_of(tag), kPosterSelection, 6);
  sheet.text({tag.x + 8, tag.center().y}, mark.name, kPosterWhite, kTagSize);
}

void draw_mark(Sheet& sheet, const DeskMark& mark) {
  ImDrawList& list = sheet.list();
  const Rect edge = inset(mark.place, -kOutline);
  switch (mark.kind) {
    case DeskMarkKind::Hovered:
      list.AddRect(min_of(edge), max_of(edge), kPosterSelection, 5, ImDrawFlags_None, 1.5f);
      break;
    case DeskMarkKind::Parent:
      draw_dashed(list, mark.place, sheet.clip());
      break;
    case DeskMarkKind::Selected:
      draw_selected(list, mark.place);
      break;
    case DeskMarkKind::Into:
      list.AddRectFilled(min_of(edge), max_of(edge), kSelectionSoft, 8);
      list.AddRect(min_of(edge), max_of(edge), kPosterSelection, 8, ImDrawFlags_None, 2);
      break;
    case DeskMarkKind::Ghost:
      list.AddRectFilled(min_of(edge), max_of(edge), color_of(0xFF, 0xFF, 0xFF, 150), 5);
      break;
  }
  draw_name(sheet, mark);
}

void draw_drop_line(ImDrawList& list, const DropLine& line) {
  list.AddLine(vec(line.from), vec(line.until), kPosterWhite, 7);
  list.AddLine(vec(line.from), vec(line.until), kPosterSelection, 4);
  list.AddCircleFilled(vec(line.from), 6, kPosterSelection);
  list.AddCircleFilled(vec(line.from), 3, kPosterWhite);
}

Point corner_of(const Spot& spot, const Rect& poster) {
  return {std::clamp(spot.place.right(), poster.left(), poster.right()),
          std::clamp(spot.place.top(), poster.top(), poster.bottom())};
}

// One mark for all that is to be said of a place.
void draw_spots(Frame& frame, const OnDesk& on_desk) {
  Sheet& sheet = frame.sheet;
  std::vector<Point> marked;
  for (std::size_t i = 0; i < on_desk.spots.size(); ++i) {
    const Spot& spot = on_desk.spots[i];
    const Point at = corner_of(spot, on_desk.poster);
    if (std::find(marked.begin(), marked.end(), at) != marked.end()) continue;
    marked.push_back(at);
    const Rect place{at.x - kSpot / 2, at.y - kSpot / 2, kSpot, kSpot};
    const std::string id = "spot." + std::to_string(i);
    sheet.report({id, WidgetKind::Button, "", spot.message, place});
    if (!sheet.is_visible(place)) continue;
    const Press press = sheet.press(id, place);
    if (press.hovered) {
      frame.output.cursor = Cursor::Hand;
      show_tip(spot.message);
    }
    const ImU32 fill = spot.severity == Severity::Error ? kLight.coral : kLight.amber;
    sheet.list().AddCircleFilled(vec(at), kSpot / 2, kPosterWhite);
    sheet.list().AddCircleFilled(vec(at), kSpot / 2 - 2, fill);
    sheet.text_centered(place, "!", kPosterWhite, kSmallSize);
    if (press.clicked) {
      if (auto request = lead_to(frame.input.field_tree, spot.field)) frame.output.requests.push_back(*request);
    }
  }
}

float covered(const Rect& bar, const std::vector<Rect>& texts) {
  float area = 0;
  for (const Rect& text : texts) {
    const float width = std::min(bar.right(), text.right()) - std::max(bar.left(), text.left());
    const float height = std::min(bar.bottom(), text.bottom()) - std::max(bar.top(), text.top());
    if (width > 0 && height > 0) area += width * height;
  }
  return area;
}

// At the side of what is selected where it covers the least text: right, above, below, left.
Rect beside_selected(const Size& size, const Rect& selected, const Rect& desk, const std::vector<Rect>& texts) {
  constexpr float kApart = 10;
  const float middle = selected.center().y - size.height / 2, end = selected.right() - size.width;
  const std::array<Point, 4> places{{{selected.right() + kApart, middle},
                                     {end, selected.top() - kTag - kApart - size.height},
                                     {end, selected.bottom() + kApart},
                                     {selected.left() - kApart - size.width, middle}}};
  std::optional<Rect> best;
  float least = 0;
  for (const Point& place : places) {
    const Rect bar{std::clamp(place.x, desk.left() + 4, std::max(desk.left() + 4, desk.right() - size.width - 4)),
                   std::clamp(place.y, desk.top() + 4, std::max(desk.top() + 4, desk.bottom() - size.height - 4)),
                   size.width, size.height};
    const float area = covered(bar, texts) + covered(bar, {selected});
    if (!best || area < least - 1) {
      best = bar;
      least = area;
    }
  }
  return *best;
}

void draw_selection_tools(Frame& frame, const Rect& selected) {
  Sheet& sheet = frame.sheet;
  std::vector<const Tool*> tools;
  for (const Tool& tool : frame.input.tools) {
    if (tool.place == ToolPlace::Selection) tools.push_back(&tool);
  }
  const Size size{float(tools.size()) * kToolWidth + 8, kToolHeight + 8};
  const Rect bar = beside_selected(size, selected, sheet.clip(), frame.input.on_desk.texts);
  sheet.list().AddRectFilled(min_of(bar), max_of(bar), theme().surface, kToolRadius);
  sheet.list().AddRect(min_of(bar), max_of(bar), theme().line, kToolRadius);
  Rect place{bar.x + 4, bar.y + 4, kToolWidth, kToolHeight};
  for (const Tool* tool : tools) {
    ButtonSpec spec;
    spec.id = tool->widget_id();
    spec.glyph = tool->glyph;
    spec.label = frame.say(tool->label);
    spec.enabled = tool->enabled;
    if (sheet.button(spec, place)) frame.output.requests.emplace_back(ToolRequest{tool->name});
    place.x += kToolWidth;
  }
}

void draw_marks(Frame& frame, const OnDesk& on_desk) {
  const DeskMark* selected = nullptr;
  for (const DeskMark& mark : on_desk.marks) {
    draw_mark(frame.sheet, mark);
    if (mark.kind == DeskMarkKind::Selected) selected = &mark;
  }
  if (on_desk.drop_line) draw_drop_line(frame.sheet.list(), *on_desk.drop_line);
  const bool is_seen = selected && frame.sheet.is_visible(selected->place);
  if (is_seen && frame.input.active_field.empty()) draw_selection_tools(frame, selected->place);
}

}  // namespace

void draw_desk(Frame& frame, const Regions& regions) {
  const OnDesk& on_desk = frame.input.on_desk;
  ImDrawList& list = frame.sheet.list();
  const Rect& desk = regions.desk;
  ImGui::PushClipRect(min_of(desk), max_of(desk), true);
  const Rect open = inset(on_desk.picture, -kOpen);
  for (const Rect& part : around(desk, open)) {
    if (part.empty()) continue;
    list.AddRectFilled(min_of(part), max_of(part), theme().desk);
    draw_dots(list, desk, part);
  }
  draw_shadow(list, inset(on_desk.poster, -kOpen));
  // While it is zoomed, the picture may not reach as far as the poster.
  for (const Rect& part : around(overlap(desk, on_desk.poster), on_desk.picture)) {
    if (!part.empty()) list.AddRectFilled(min_of(part), max_of(part), color_of(on_desk.background));
  }
  if (on_desk.texture) {
    list.AddImage(ImTextureRef(ImTextureID(on_desk.texture)), min_of(on_desk.picture), max_of(on_desk.picture));
  }
  draw_marks(frame, on_desk);
  draw_spots(frame, on_desk);
  ImGui::PopClipRect();
}

}  // namespace sixiang::panel
