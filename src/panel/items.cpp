#include <cmath>
#include <utility>

#include "model/ids.h"
#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

const Action* find_action(const FieldGroup& group, ActionKind kind) {
  for (const Action& action : group.actions) {
    if (action.kind == kind) return &action;
  }
  return nullptr;
}

bool action_button(Frame& frame, const Action& action, Glyph glyph, const Rect& rect) {
  ButtonSpec spec;
  spec.id = action.id;
  spec.label = frame.say(action.label);
  spec.glyph = glyph;
  spec.enabled = action.enabled;
  const bool pressed = frame.sheet.button(spec, rect);
  if (pressed) perform(frame, action);
  return pressed;
}

Rect draw_tools(Frame& frame, const FieldGroup& item, float left) {
  const Rect row = frame.sheet.row(kRow);
  float x = left;
  const std::pair<ActionKind, Glyph> kTools[] = {
      {ActionKind::MoveUp, Glyph::Up}, {ActionKind::MoveDown, Glyph::Down}, {ActionKind::Remove, Glyph::Trash}};
  for (const auto& [kind, glyph] : kTools) {
    if (const Action* action = find_action(item, kind)) {
      action_button(frame, *action, glyph, {x, row.y, 44, kRow});
      x += 46;
    }
  }
  return row;
}

namespace {

// What an item shows on its one row; the rest are details.
struct ItemFields {
  const Field* text = nullptr;
  const Field* swap = nullptr;  // a choice of two, changed by one press
  std::vector<const Field*> rest;
};

ItemFields sorted_out(const FieldGroup& item) {
  ItemFields fields;
  for (const Field& field : item.fields) {
    if (field.kind == FieldKind::Text && !fields.text) {
      fields.text = &field;
    } else if (field.kind == FieldKind::Choice && field.options.size() == 2 && !fields.swap) {
      fields.swap = &field;
    } else {
      fields.rest.push_back(&field);
    }
  }
  return fields;
}

Glyph glyph_of(const Field& choice) { return choice.value == choice.options.front().word ? Glyph::Bullet : Glyph::Key; }

void draw_swap(Frame& frame, const Field& field, const Rect& rect) {
  const bool first = field.value == field.options.front().word;
  ButtonSpec spec;
  spec.id = field.id;
  spec.kind = WidgetKind::Choice;
  spec.value = field.value;
  spec.glyph = glyph_of(field);
  spec.label = frame.say(field.label) + frame.say(texts::kColon) + frame.say(field.options[first ? 0 : 1].label);
  spec.lit = !first;
  if (frame.sheet.button(spec, rect)) {
    frame.output.commands.push_back(SetChoice{field.id, field.options[first ? 1 : 0].word});
  }
}

// The item's colour, where it has one; the width that it takes.
float draw_color_dot(Frame& frame, const FieldGroup& item, const Rect& room) {
  for (const Field& field : item.fields) {
    const auto color = field.kind == FieldKind::Color ? parse_color(field.value) : std::nullopt;
    if (!color) continue;
    const ImVec2 center(room.x + 10, room.center().y);
    frame.sheet.list().AddCircleFilled(center, 9, panel::color_of(*color));
    frame.sheet.list().AddCircle(center, 9, kInk, 0, 1.4f);
    return 30;
  }
  return 0;
}

void draw_item_row(Frame& frame, const FieldGroup& item, const ItemFields& fields) {
  Sheet& sheet = frame.sheet;
  const float y = sheet.y();
  float left = sheet.left();
  const float right = sheet.right() - kSideButton;
  if (fields.swap) {
    draw_swap(frame, *fields.swap, {left - 4, y, kSideButton, kRow});
    left += kSideButton - 2;
  }
  float height = kRow;
  if (fields.text) {
    // "Label 3" says more to who does not see the list than "Text" does.
    const std::string& name = frame.say(item.label);
    height = draw_text_field(frame, fields.text->id, name, fields.text->value, {left, y, right - left, kRow}, name);
  } else if (sheet.is_visible({left, y, right - left, kRow})) {
    left += draw_color_dot(frame, item, {left, y, kRow, kRow});
    sheet.text({left, y + kRow / 2}, frame.say(item.label), kInk, kTextSize, right - left);
  }
  ButtonSpec more;
  more.id = item.id + ".details";
  more.tooltip = frame.say(texts::kMore);
  more.label = frame.say(item.label) + frame.say(texts::kColon) + more.tooltip;
  more.glyph = Glyph::More;
  more.lit = lies_in(frame.scratch.details, item.id);
  more.value = more.lit ? "open" : "closed";
  more.expanded = more.lit;
  if (sheet.button(more, {right + 2, y, kSideButton, kRow})) {
    // An item within another closes to that one.
    frame.scratch.details = more.lit ? parent_of(parent_of(item.id)) : item.id;
    if (!more.lit && !fields.rest.empty())
      frame.output.requests.emplace_back(RevealRequest{more.id, fields.rest.back()->id});
  }
  sheet.skip(height);
  if (fields.text) draw_under_text_field(frame, fields.text->id, fields.text->value, left, right);
}

}  // namespace

void draw_item(Frame& frame, const FieldGroup& item) {
  Sheet& sheet = frame.sheet;
  const ItemFields fields = sorted_out(item);
  draw_item_row(frame, item, fields);
  const bool details = lies_in(frame.scratch.details, item.id);
  const bool editing = fields.text && frame.is_active(fields.text->id);
  if (details || editing) {
    sheet.skip(2);
    const Rect tools = draw_tools(frame, item, sheet.left());
    if (editing) frame.output.keeps_field = united(frame.output.keeps_field, tools);
  }
  if (details) {
    sheet.indent(12, 0);
    sheet.skip(4);
    for (const Field* field : fields.rest) draw_field(frame, *field);
    for (const FieldGroup& inner : item.groups) draw_group(frame, inner);
    sheet.indent(-12, 0);
  }
  sheet.skip(details ? kGap : 6);
}

}  // namespace sixiang::panel
