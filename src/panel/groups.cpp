#include <algorithm>
#include <cmath>

#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

// What a person meets first is open.
bool is_open_by_default(const FieldGroup& group) {
  const std::string_view key = std::string_view(group.id).substr(group.id.rfind('.') + 1);
  if (key == "decorations" || key == "layout" || key == "span") return false;
  switch (group.kind) {
    case GroupKind::Title:
    case GroupKind::List:
    case GroupKind::Part:
    case GroupKind::Colors:
      return true;
    case GroupKind::Page:
    case GroupKind::Palette:
    case GroupKind::Center:
    case GroupKind::Section:
    case GroupKind::Item:
    case GroupKind::Diagram:
      return false;
  }
  return false;
}

bool is_open(const Frame& frame, const FieldGroup& group) {
  const auto found = frame.scratch.open.find(group.id);
  if (found != frame.scratch.open.end()) return found->second;
  return is_open_by_default(group) || group.id == frame.first_section;
}

// The colours that stand for a group: its own and those of its Colors.
void collect_colors(const FieldGroup& group, std::vector<Color>& colors) {
  for (const Field& field : group.fields) {
    if (field.kind != FieldKind::Color) continue;
    if (const auto color = parse_color(field.value)) colors.push_back(*color);
  }
  for (const FieldGroup& inner : group.groups) {
    if (inner.kind == GroupKind::Colors) collect_colors(inner, colors);
  }
}

void draw_actions(Frame& frame, const FieldGroup& group) {
  for (const Action& action : group.actions) {
    if (action.kind != ActionKind::Add) continue;
    if (draw_add_row(frame, action.id, frame.say(action.label))) perform(frame, action);
  }
}

void draw_dots(Frame& frame, const FieldGroup& group, const Rect& row) {
  std::vector<Color> colors;
  collect_colors(group, colors);
  float x = row.right() - 14;
  for (auto color = colors.rbegin(); color != colors.rend() && x > row.x + row.width / 2; ++color, x -= 18) {
    frame.sheet.list().AddCircleFilled(ImVec2(x, row.center().y), 7, panel::color_of(*color));
    frame.sheet.list().AddCircle(ImVec2(x, row.center().y), 7, kFaint, 0, 1);
  }
}

void report_heading(Sheet& sheet, const std::string& id, const std::string& name, bool open, const Rect& rect) {
  Widget heading{id, WidgetKind::Section, open ? "open" : "closed", name, rect};
  heading.expanded = open;
  sheet.report(std::move(heading));
}

// True where its content is to be shown.
bool draw_group_heading(Frame& frame, const FieldGroup& group) {
  Sheet& sheet = frame.sheet;
  const bool open = is_open(frame, group);
  const Rect row = sheet.row(kRow);
  const std::string name = frame.say(group.label);
  const Action* remove = find_action(group, ActionKind::Remove);
  const Rect press_rect{row.x, row.y, row.width - (remove ? kSideButton : 0), row.height};
  report_heading(sheet, group.id, name, open, press_rect);
  if (remove) action_button(frame, *remove, Glyph::Trash, {row.right() - kSideButton + 2, row.y, kSideButton, kRow});
  if (!sheet.is_visible(row)) return open;
  const Press press = sheet.press(group.id, press_rect);
  if (press.hovered) frame.output.cursor = Cursor::Hand;
  draw_glyph(sheet.list(), open ? Glyph::ChevronDown : Glyph::ChevronRight, ImVec2(row.x + 7, row.center().y), 17,
             press.hovered ? kInk : kQuiet);
  float x = row.x + 22;
  x += sheet.text({x, row.center().y}, name, kInk, 15, press_rect.right() - x);
  if (group.kind == GroupKind::List && !group.groups.empty()) {
    sheet.text({x + 8, row.center().y}, std::to_string(group.groups.size()), kFaint, kSmallSize);
  }
  if (group.kind == GroupKind::Colors && !open) draw_dots(frame, group, row);
  if (press.clicked) frame.scratch.open[group.id] = !open;
  return open;
}

void draw_content(Frame& frame, const FieldGroup& group) {
  for (const Field& field : group.fields) draw_field(frame, field);
  for (const FieldGroup& inner : group.groups) draw_group(frame, inner);
  draw_actions(frame, group);
}

}  // namespace

void draw_group(Frame& frame, const FieldGroup& group) {
  Sheet& sheet = frame.sheet;
  if (group.kind == GroupKind::Item) {
    draw_item(frame, group);
    return;
  }
  // A diagram that is not there has the field that makes one.
  if (!group.is_present && group.fields.empty()) {
    draw_actions(frame, group);
    return;
  }
  sheet.list().AddLine(ImVec2(sheet.left(), sheet.y()), ImVec2(sheet.right(), sheet.y()), color_of(0xF0, 0xE9, 0xDE));
  sheet.skip(2);
  if (!draw_group_heading(frame, group)) return;
  draw_content(frame, group);
  sheet.skip(2);
}

namespace {

void draw_chip(ImDrawList& list, const std::vector<Color>& colors, const Rect& rect) {
  const ImU32 fill = colors.empty() ? kLine : panel::color_of(colors.front());
  list.AddRectFilled(min_of(rect), max_of(rect), fill, 7);
  if (colors.size() > 1) {
    const ImVec2 lower(rect.right(), rect.y + rect.height * 0.42f);
    list.AddRectFilled(min_of(rect), lower, panel::color_of(colors[1]), 7, ImDrawFlags_RoundCornersTop);
  }
  list.AddRect(min_of(rect), max_of(rect), kInk, 7, ImDrawFlags_None, 1.8f);
}

// Up, down, remove, for what stands in a list of its own cards.
void draw_card_tools(Frame& frame, const FieldGroup& group) {
  if (!find_action(group, ActionKind::Remove)) return;
  const int count =
      1 + (find_action(group, ActionKind::MoveUp) ? 1 : 0) + (find_action(group, ActionKind::MoveDown) ? 1 : 0);
  Sheet& sheet = frame.sheet;
  sheet.list().AddLine(ImVec2(sheet.left(), sheet.y()), ImVec2(sheet.right(), sheet.y()), color_of(0xF0, 0xE9, 0xDE));
  sheet.skip(4);
  draw_tools(frame, group, sheet.right() - float(count) * 46 + 2);
  sheet.skip(2);
}

constexpr float kHeader = 54;

bool draw_card_header(Frame& frame, const FieldGroup& group, bool open) {
  Sheet& sheet = frame.sheet;
  const Rect row{sheet.left() - kCardPad, sheet.y(), sheet.width() + 2 * kCardPad, kHeader};
  sheet.skip(kHeader);
  const std::string& name = frame.say(group.label);
  report_heading(sheet, group.id, name, open, row);
  if (!sheet.is_visible(row)) return false;
  const Press press = sheet.press(group.id, row);
  if (press.hovered) {
    frame.output.cursor = Cursor::Hand;
    sheet.list().AddRectFilled(min_of(row), max_of(row), kHover, kCardRadius,
                               open ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersAll);
  }
  std::vector<Color> colors;
  collect_colors(group, colors);
  draw_chip(sheet.list(), colors, {sheet.left(), row.center().y - 12, 24, 24});
  sheet.text({sheet.left() + 36, row.center().y}, name, kInk, 17, sheet.width() - 64);
  draw_glyph(sheet.list(), open ? Glyph::ChevronDown : Glyph::ChevronRight, ImVec2(sheet.right() - 6, row.center().y),
             19, kQuiet);
  return press.clicked;
}

}  // namespace

void draw_card(Frame& frame, const FieldGroup& group) {
  Sheet& sheet = frame.sheet;
  // The list of sections, whose items are cards themselves.
  if (group.kind == GroupKind::List && group.groups.empty() && group.fields.empty() && group.id == "sections") {
    draw_actions(frame, group);
    return;
  }
  ImDrawList& list = sheet.list();
  const float top = sheet.y();
  const bool open = is_open(frame, group);
  sheet.indent(kCardPad, kCardPad);
  list.ChannelsSetCurrent(1);
  const bool pressed = draw_card_header(frame, group, open);
  if (open) {
    if (group.is_present || group.kind == GroupKind::Section) {
      draw_content(frame, group);
    } else {
      draw_actions(frame, group);
    }
    draw_card_tools(frame, group);
    sheet.skip(4);
  }
  sheet.indent(-kCardPad, -kCardPad);
  const Rect card{sheet.left(), top, sheet.width(), sheet.y() - top};
  list.ChannelsSetCurrent(0);
  if (sheet.is_visible(card)) {
    list.AddRectFilled(min_of(card), max_of(card), kSurface, kCardRadius);
    list.AddRect(min_of(card), max_of(card), kLine, kCardRadius);
  }
  list.ChannelsSetCurrent(1);
  sheet.skip(10);
  if (pressed) frame.scratch.open[group.id] = !open;
}

}  // namespace sixiang::panel
