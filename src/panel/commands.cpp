// The list of commands and the list of keys: both are rows of what can be done.
#include <imgui.h>

#include <algorithm>

#include "panel/key_caps.h"
#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

constexpr float kKeysApart = 14;
constexpr float kRoomForKeys = 480;     // rows narrower than this do without them
constexpr float kRoomForColumns = 700;  // of keys

void draw_label(Sheet& sheet, Point at, const std::string& label, ByteRange lit, ImU32 color, float room) {
  const float width = sheet.text(at, label, color, kTextSize, room);
  if (lit.empty() || lit.end > label.size()) return;
  const float begin = text_width(std::string_view(label).substr(0, lit.begin)),
              until = begin + text_width(slice(label, lit));
  if (until <= width) sheet.text({at.x + begin, at.y}, slice(label, lit), theme().selection);
}

// In this language first, then in the other; where it cannot be done, why.
void draw_words(Frame& frame, const CommandRow& row, const Rect& room) {
  Sheet& sheet = frame.sheet;
  const Language other = frame.input.language == Language::Chinese ? Language::English : Language::Chinese;
  const auto lit_in = [&row](Language language) { return row.matched_in == language ? row.matched : ByteRange{}; };
  const std::string& label = frame.say(row.label);
  const float width = std::min(text_width(label), room.width);
  draw_label(sheet, {room.x, room.center().y}, label, lit_in(frame.input.language),
             row.is_enabled() ? theme().ink : theme().faint, room.width);
  const std::string& beside = row.is_enabled() ? row.label.in(other) : frame.say(row.obstacle);
  const float left = room.width - width - 12;
  const bool is_searched = frame.scratch.menu == kCommandMenu;  // also by its name in the other language
  if (beside == label || left < 40 || !is_searched) return;
  sheet.text({room.x + width + 12, room.center().y}, beside, theme().quiet, kSmallSize, left);
}

void draw_row(Frame& frame, const CommandRow& row, bool is_chosen) {
  Sheet& sheet = frame.sheet;
  const Rect place = sheet.row(kRow);
  Widget widget{row.widget_id(), WidgetKind::Button, "", frame.say(row.label), place};
  if (frame.scratch.menu == kCommandMenu) {  // an option of the line; in a menu they are buttons
    widget.owner = kCommandQuery;
    widget.chosen = is_chosen;
  }
  widget.enabled = row.is_enabled();
  sheet.report(std::move(widget));
  if (!sheet.is_visible(place)) return;
  const Press press = sheet.press(row.widget_id(), place, row.is_enabled());
  if (press.hovered) frame.output.cursor = Cursor::Hand;
  const ImU32 fill = is_chosen ? theme().focus_soft : press.hovered ? theme().hover : 0;
  if (fill) sheet.list().AddRectFilled(min_of(place), max_of(place), fill, kRadius);
  draw_glyph(sheet.list(), row.glyph, ImVec2(place.x + 22, place.center().y), 20,
             row.is_enabled() ? theme().quiet : theme().faint);
  float right = place.right() - 12;
  const bool has_room = place.width > kRoomForKeys || frame.scratch.menu == kContextMenu;
  if (!row.keys.empty() && has_room) {
    right = draw_caps(sheet, row.keys.front(), right, place.center().y) - 12;
  }
  draw_words(frame, row, rect_from_edges(place.x + 44, place.top(), right, place.bottom()));
  if (!press.clicked) return;
  frame.scratch.menu.clear();
  frame.output.requests.emplace_back(ToolRequest{row.name});
}

void draw_row_heading(Frame& frame, const Message& heading) {
  const Rect row = frame.sheet.row(30);
  if (frame.sheet.is_visible(row)) {
    frame.sheet.text({row.x + 12, row.center().y + 2}, frame.say(heading), theme().quiet, kSmallSize);
  }
}

void draw_key_row(Frame& frame, const CommandRow& row) {
  Sheet& sheet = frame.sheet;
  const Rect place = sheet.row(kCapHeight + 8);
  std::string keys_in_words;
  for (const std::string& cap : row.keys.front()) keys_in_words += (keys_in_words.empty() ? "" : " ") + cap;
  Widget widget{"keys.row." + row.name, WidgetKind::Button, keys_in_words, frame.say(row.label), place};
  widget.is_stop = false;  // it does nothing
  sheet.report(std::move(widget));
  if (!sheet.is_visible(place)) return;
  float right = place.right() - 12;
  for (auto keys = row.keys.rbegin(); keys != row.keys.rend(); ++keys) {
    right = draw_caps(sheet, *keys, right, place.center().y) - kKeysApart;
  }
  sheet.text({place.x + 12, place.center().y}, frame.say(row.label), theme().ink, kTextSize, right - place.x - 12);
}

// Those from `first` on that have its heading; gives the first that has not.
std::size_t draw_key_group(Frame& frame, std::size_t first) {
  const std::vector<CommandRow>& rows = frame.input.commands;
  draw_row_heading(frame, rows[first].heading);
  std::size_t i = first;
  for (; i < rows.size() && rows[i].heading == rows[first].heading; ++i) draw_key_row(frame, rows[i]);
  frame.sheet.skip(kGap);
  return i;
}

}  // namespace

void draw_command_head(Frame& frame) {
  Sheet& sheet = frame.sheet;
  const Rect row = sheet.row(kRow);
  draw_glyph(sheet.list(), Glyph::Search, ImVec2(row.x + 14, row.center().y), 22, theme().quiet);
  draw_text_field(frame, kCommandQuery, frame.say(texts::kCommands), frame.scratch.command_query,
                  rect_from_edges(row.x + 40, row.top(), row.right(), row.bottom()), frame.say(texts::kCommandWays));
  sheet.skip(6);
}

void draw_commands(Frame& frame) {
  const std::vector<CommandRow>& rows = frame.input.commands;
  if (rows.empty()) {
    const Rect row = frame.sheet.row(kRow);
    frame.sheet.text({row.x + 12, row.center().y}, frame.say(texts::kNoCommandFound), theme().quiet);
  }
  const bool has_query = frame.scratch.menu == kCommandMenu;
  const Message* heading = nullptr;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (has_query && (!heading || !(*heading == rows[i].heading))) draw_row_heading(frame, rows[i].heading);
    heading = &rows[i].heading;
    draw_row(frame, rows[i], has_query && i == frame.scratch.command_chosen);
  }
}

void draw_key_head(Frame& frame) {
  Sheet& sheet = frame.sheet;
  const Rect row = sheet.row(kRow);
  sheet.text({row.x + 4, row.center().y}, frame.say(texts::kKeys), theme().ink, 20);
  ButtonSpec close;
  close.id = "keys.close";
  close.label = frame.say(texts::kClose);
  close.look = ButtonLook::Framed;
  close.shows_label = true;
  close.expanded = true;
  close.is_popup = true;
  const float width = text_width(close.label) + 32;
  if (sheet.button(close, {row.right() - width, row.y, width, kRow})) frame.scratch.menu.clear();
}

// Side by side where there is room: what is done to what is selected, and all the rest.
void draw_keys(Frame& frame) {
  const std::vector<CommandRow>& rows = frame.input.commands;
  if (rows.empty()) return;
  Sheet& sheet = frame.sheet;
  const bool in_columns = sheet.width() > kRoomForColumns;
  const float top = sheet.y(), half = sheet.width() / 2;
  if (in_columns) sheet.indent(0, half);
  std::size_t next = draw_key_group(frame, 0);
  const float bottom = sheet.y();
  if (in_columns) {
    sheet.indent(half, -half);
    sheet.skip(top - bottom);
  }
  while (next < rows.size()) next = draw_key_group(frame, next);
  if (!in_columns) return;
  sheet.indent(-half, 0);
  sheet.skip(std::max(0.0f, bottom - sheet.y()));
}

}  // namespace sixiang::panel
