#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <iterator>

#include "editor/follow.h"
#include "model/ids.h"
#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

void draw_color_field(Frame& frame, const Field& field) {
  ColorRow row;
  row.id = field.id;
  row.name = frame.say(field.label);
  row.value = parse_color(field.value);
  row.can_reset = field.can_reset && field.is_given;
  const ColorAnswer answer = draw_color_row(frame, row);
  if (answer.chosen) frame.output.commands.push_back(SetColor{field.id, *answer.chosen});
  if (answer.reset) frame.output.commands.push_back(ResetColor{field.id});
}

// Of an option of the field; empty where it has none.
std::string icon_of_option(std::string_view key, std::string_view word) {
  struct Icon {
    std::string_view key, word;
    const char* name;
  };
  constexpr Icon kIcons[] = {
      {"role", "text", "list"},      {"role", "key", "radical"},       {"role", "sub", "list-tree"},
      {"role", "figure", "hash"},    {"role", "callout", "lightbulb"}, {"role", "code", "code"},
      {"role", "tag", "tag"},        {"kind", "none", "minus"},        {"kind", "flow", "workflow"},
      {"kind", "noise", "sparkles"}, {"kind", "chain", "link"},        {"kind", "bars", "chart-column"},
      {"kind", "table", "table"},
  };
  const auto found = std::find_if(std::begin(kIcons), std::end(kIcons),
                                  [&](const Icon& icon) { return icon.key == key && icon.word == word; });
  return found == std::end(kIcons) ? "" : found->name;
}

void draw_choice_field(Frame& frame, const Field& field) {
  // A choice of one is none.
  if (field.options.size() == 1 && field.options[0].word == field.value) return;
  const std::string_view key = std::string_view(field.id).substr(field.id.rfind('.') + 1);
  std::vector<std::string> options, icons;
  std::size_t chosen = field.options.size();
  for (std::size_t i = 0; i < field.options.size(); ++i) {
    options.push_back(frame.say(field.options[i].label));
    icons.push_back(icon_of_option(key, field.options[i].word));
    if (field.options[i].word == field.value) chosen = i;
  }
  const bool has_icons = std::none_of(icons.begin(), icons.end(), [](const std::string& icon) { return icon.empty(); });
  const std::string& name = frame.say(field.label);
  const auto pressed = has_icons ? draw_tiles(frame, field.id, name, options, icons, chosen)
                                 : draw_choice_row(frame, field.id, name, options, chosen);
  if (pressed) {
    frame.output.commands.push_back(SetChoice{field.id, field.options[*pressed].word});
  }
}

// The document's own numbers are short decimals; from_chars for floats is not everywhere.
double number_of(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

double step_of(const Field& field) {
  if (field.step > 0) return field.step;
  const double span = field.range.most - field.range.least;
  return span <= 2 ? 0.05 : span <= 1000 ? 0.5 : 20;
}

void draw_number_field(Frame& frame, const Field& field) {
  Sheet& sheet = frame.sheet;
  const Rect row = sheet.row(kRow);
  const std::string name = frame.say(field.label);
  const Rect plus{row.right() - kRow, row.y, kRow, kRow};
  const Rect box{plus.x - 84 - 4, row.y, 84, kRow};
  const Rect minus{box.x - kRow - 4, row.y, kRow, kRow};
  if (sheet.is_visible(row)) sheet.text({row.x, row.center().y}, name, theme().ink, kTextSize, minus.x - row.x - 8);
  const double step = step_of(field), value = number_of(field.value);
  const auto stepper = [&](const char* suffix, Glyph glyph, const Message& what, double next, const Rect& rect) {
    ButtonSpec spec;
    spec.id = field.id + suffix;
    spec.tooltip = frame.say(what);
    spec.label = name + frame.say(texts::kColon) + spec.tooltip;
    spec.glyph = glyph;
    spec.look = ButtonLook::Framed;
    next = std::round(next / step) * step;
    spec.enabled = next >= field.range.least && next <= field.range.most;
    if (sheet.button(spec, rect)) frame.output.commands.push_back(SetNumber{field.id, next});
  };
  stepper(".less", Glyph::Minus, texts::kLess, value - step, minus);
  draw_text_field(frame, field.id, name, field.value, box);
  stepper(".more", Glyph::Plus, texts::kGreater, value + step, plus);
  draw_refusal(frame, field.id, row.x, row.right());
  sheet.skip(kGap);
}

}  // namespace

void draw_field(Frame& frame, const Field& field) {
  switch (field.kind) {
    case FieldKind::Text:
      draw_text_row(frame, field.id, frame.say(field.label), field.value);
      return;
    case FieldKind::Color:
      draw_color_field(frame, field);
      return;
    case FieldKind::Choice:
      draw_choice_field(frame, field);
      return;
    case FieldKind::Number:
      draw_number_field(frame, field);
      return;
    case FieldKind::Icon:
      if (auto chosen = draw_icon_row(frame, {field.id, frame.say(field.label), field.value, field.options})) {
        frame.output.commands.push_back(SetText{field.id, *chosen});
      }
      return;
    case FieldKind::Toggle:
      if (draw_toggle_row(frame, field.id, frame.say(field.label), field.value == "on")) {
        frame.output.commands.push_back(SetToggle{field.id, field.value == "on" ? Toggle::Off : Toggle::On});
      }
      return;
  }
}

namespace {

// Caret and keyboard go along, so that the item can be moved on.
void follow_move(Frame& frame, const Action& action, const MoveItem& move) {
  const std::vector<std::string> after =
      ids_after(frame.input.editor.poster, move, {move.item, frame.input.active_field});
  const std::string& moved = after[0];
  const std::string& active = frame.input.active_field;
  if (action.id == frame.input.pressed) {
    frame.output.requests.emplace_back(FocusRequest{moved + action.id.substr(move.item.size())});
  } else if (active != move.item && lies_in(active, move.item)) {
    frame.output.requests.emplace_back(FocusRequest{after[1]});
  } else if (!active.empty()) {
    frame.output.requests.emplace_back(LeaveRequest{});
  }
}

}  // namespace

void perform(Frame& frame, const Action& action) {
  frame.output.commands.push_back(action.command);
  if (const MoveItem* move = std::get_if<MoveItem>(&action.command)) return follow_move(frame, action, *move);
  if (!action.focus.empty()) {
    // What is added has words to begin with: the first key replaces them.
    frame.output.requests.emplace_back(FocusRequest{action.focus, FieldSelection::Everything});
    return;
  }
  if (!frame.input.active_field.empty()) frame.output.requests.emplace_back(LeaveRequest{});
  // What is added without words is shown all the same.
  const AddItem* added = std::get_if<AddItem>(&action.command);
  const FieldGroup* list = added ? find_group(frame.input.field_tree, added->list) : nullptr;
  if (list) {
    const std::string item = item_id(added->list, list->groups.size());
    frame.output.requests.emplace_back(RevealRequest{item, item});
  }
}

}  // namespace sixiang::panel
