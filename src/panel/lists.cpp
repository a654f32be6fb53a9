// What lies within the thing that is shown: as rows that select it where it is a thing of its own, else with its
// fields.
#include <algorithm>
#include <utility>

#include "model/ids.h"
#include "panel/parts.h"

namespace sixiang::panel {

namespace {

constexpr float kListRow = 36;

// nullptr where it has its fields in the same inspector.
const OutlineItem* thing_of_item(const Frame& frame, const FieldGroup& item) {
  const auto found = std::find_if(frame.things.begin(), frame.things.end(), [&](const OutlineItem& thing) {
    return thing.item == item.id && thing.kind != ThingKind::CenterLine;
  });
  return found == frame.things.end() ? nullptr : &*found;
}

void draw_item_row(Frame& frame, const OutlineItem& thing) {
  Sheet& sheet = frame.sheet;
  const float height = frame.input.viewport.width < kPhoneWidth ? 44 : kListRow;
  const Rect row = sheet.row(height);
  const std::string id = "select." + thing.id;
  sheet.report({id, WidgetKind::Button, "", frame.say(thing.name), row});
  if (!sheet.is_visible(row)) return;
  const Press press = sheet.press(id, row);
  if (press.hovered) {
    frame.output.cursor = Cursor::Hand;
    sheet.list().AddRectFilled(min_of(row), max_of(row), theme().hover, kRadius);
  }
  draw_sign(frame, thing, {row.x + 4, row.center().y - 9, 18, 18});
  draw_words(frame, thing, rect_from_edges(row.x + 30, row.y, row.right() - 24, row.bottom()), theme().ink);
  draw_glyph(sheet.list(), Glyph::ChevronRight, ImVec2(row.right() - 10, row.center().y), 15, theme().faint);
  if (press.clicked) frame.output.requests.emplace_back(SelectRequest{thing.id});
}

// Up, down, remove.
void draw_tools(Frame& frame, const FieldGroup& item) {
  const Rect row = frame.sheet.row(kRow);
  const std::pair<ActionKind, Glyph> kTools[] = {
      {ActionKind::MoveUp, Glyph::Up}, {ActionKind::MoveDown, Glyph::Down}, {ActionKind::Remove, Glyph::Trash}};
  float x = row.right() - 3 * 46;
  for (const auto& [kind, glyph] : kTools) {
    if (const Action* action = find_action(item, kind)) action_button(frame, *action, glyph, {x, row.y, 44, kRow});
    x += 46;
  }
  if (lies_in(frame.input.active_field, item.id)) {
    frame.output.keeps_field.push_back(row);
  }
}

void draw_item(Frame& frame, const FieldGroup& item) {
  Sheet& sheet = frame.sheet;
  const std::string& name = frame.say(item.label);
  for (const Field& field : item.fields) {
    if (field.kind != FieldKind::Text) {
      draw_field(frame, field);
      continue;
    }
    sheet.skip(
        draw_text_field(frame, field.id, name, field.value, {sheet.left(), sheet.y(), sheet.width(), kRow}, name));
    draw_under_text_field(frame, field.id, field.value, sheet.left(), sheet.right());
    sheet.skip(4);
  }
  draw_tools(frame, item);
  sheet.skip(4);
}

}  // namespace

void draw_list(Frame& frame, const FieldGroup& list) {
  Sheet& sheet = frame.sheet;
  sheet.skip(4);
  const float left = sheet.left() - kCardPad, right = sheet.right() + kCardPad;
  sheet.list().AddLine(ImVec2(left, sheet.y()), ImVec2(right, sheet.y()), theme().line);
  sheet.skip(6);
  const std::string count = list.groups.empty() ? "" : "  " + std::to_string(list.groups.size());
  draw_heading(frame, frame.say(list.label) + count);
  for (const FieldGroup& item : list.groups) {
    if (const OutlineItem* thing = thing_of_item(frame, item)) {
      draw_item_row(frame, *thing);
    } else {
      draw_item(frame, item);
    }
  }
  // Sections stand beside the list that adds them.
  if (list.id == "sections") {
    for (const OutlineItem& thing : frame.things) {
      if (thing.kind == ThingKind::Section && thing.parent.empty()) draw_item_row(frame, thing);
    }
  }
  for (const Action& action : list.actions) {
    sheet.skip(4);
    if (action.kind == ActionKind::Add && draw_add_row(frame, action.id, frame.say(action.label))) {
      perform(frame, action);
    }
  }
}

}  // namespace sixiang::panel
