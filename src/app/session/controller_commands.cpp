// The list of commands and the list of keys.
#include <algorithm>
#include <string>
#include <utility>

#include "app/session/command_search.h"
#include "app/session/controller.h"
#include "editor/color_palette.h"
#include "editor/navigation.h"
#include "editor/thing_names.h"

namespace sixiang::app {

using panel::CommandRow;
using panel::Glyph;

namespace {

constexpr std::size_t kMostPlaces = 12;  // on the poster, that the list leads to

// Before the id of a field: what goes there. Before that of an action of the field tree: what carries it out. Before
// that of a palette: what recolours the poster by it.
constexpr std::string_view kGoTo = "go.", kCarryOut = "do.", kRecolor = "palette.";

const Message kPosterHeading{"The poster", "整张海报"}, kNewHeading{"New poster", "新建海报"},
    kEditorHeading{"The editor", "编辑器"}, kPlaceHeading{"Go to", "去到"},
    kSelectedHeading{"What is selected", "选中的"};

std::string with_prefix(std::string_view prefix, std::string_view name) {
  return std::string(prefix) + std::string(name);
}

constexpr std::string_view kOpenContextMenu = "context-menu";
constexpr int kLearnt = 10;  // a hint is not shown any more when it was followed so often

std::string cap_of(std::string_view key) {
  static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"ArrowUp", "↑"}, {"ArrowDown", "↓"}, {"ArrowLeft", "←"}, {"ArrowRight", "→"}, {"Escape", "Esc"}};
  for (const auto& [name, cap] : kNames) {
    if (key == name) return std::string(cap);
  }
  const bool is_letter = key.size() == 1 && key[0] >= 'a' && key[0] <= 'z';
  return is_letter ? std::string(1, char(key[0] - 'a' + 'A')) : std::string(key);
}

panel::KeyCaps caps_of(const Shortcut& shortcut, Keyboard keyboard) {
  const bool is_apple = keyboard == Keyboard::Apple;
  panel::KeyCaps caps;
  if ((shortcut.held & kControl) != 0) caps.push_back(is_apple ? "Cmd" : "Ctrl");
  if ((shortcut.held & kAlt) != 0) caps.push_back(is_apple ? "Option" : "Alt");
  if ((shortcut.held & kShift) != 0) caps.push_back("Shift");
  caps.push_back(cap_of(shortcut.key));
  return caps;
}

// A character that takes Shift is the same key with it.
bool is_repeated(const AppAction& action, const Shortcut& shortcut) {
  return &shortcut != &action.shortcuts.front() && shortcut.key == action.shortcuts.front().key && shortcut.key == "?";
}

void add_new_things(std::vector<CommandRow>& rows, const FieldGroup& group, const Message& heading) {
  for (const Action& action : group.actions) {
    if (action.kind != ActionKind::Add || !action.enabled) continue;
    rows.push_back(
        {.name = with_prefix(kCarryOut, action.id), .label = action.label, .heading = heading, .glyph = Glyph::Plus});
  }
}

// What adds to the group or to what it holds; items of its lists have their own.
void add_all_new_things(std::vector<CommandRow>& rows, const FieldGroup& group, const Message& heading) {
  add_new_things(rows, group, heading);
  for (const FieldGroup& inner : group.groups) {
    if (inner.kind != GroupKind::Item && inner.kind != GroupKind::Section) add_all_new_things(rows, inner, heading);
  }
}

const FieldGroup* find_group(const std::vector<FieldGroup>& groups, std::string_view id) {
  for (const FieldGroup& group : groups) {
    if (group.id == id) return &group;
    if (const FieldGroup* inner = find_group(group.groups, id)) return inner;
  }
  return nullptr;
}

const Action* find_addition(const std::vector<FieldGroup>& groups, std::string_view id) {
  for (const FieldGroup& group : groups) {
    for (const Action& action : group.actions) {
      if (action.id == id) return &action;
    }
    if (const Action* action = find_addition(group.groups, id)) return action;
  }
  return nullptr;
}

void add_places(std::vector<CommandRow>& rows, const std::vector<FieldGroup>& groups) {
  for (const FieldGroup& group : groups) {
    for (const Field& field : group.fields) {
      if (field.kind != FieldKind::Text || field.value.empty()) continue;
      const std::string words = name_from_text(field.value);
      rows.push_back({.name = with_prefix(kGoTo, field.id),
                      .label = {words, words},
                      .heading = kPlaceHeading,
                      .glyph = Glyph::Text});
    }
    add_places(rows, group.groups);
  }
}

// Those that are found, under the headings that they have: the likeliest heading first, and within it the likeliest.
struct Found {
  CommandRow row;
  int rank = 0;
};

std::vector<CommandRow> in_order(std::vector<Found> found) {
  std::vector<Message> headings;
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& one, const Found& other) { return one.rank < other.rank; });
  for (const Found& each : found) {
    if (std::find(headings.begin(), headings.end(), each.row.heading) == headings.end())
      headings.push_back(each.row.heading);
  }
  std::vector<CommandRow> rows;
  for (const Message& heading : headings) {
    for (Found& each : found) {
      if (each.row.heading == heading) rows.push_back(std::move(each.row));
    }
  }
  return rows;
}

}  // namespace

Message Controller::heading_of(CommandGroup group) const {
  switch (group) {
    case CommandGroup::None:
      return {};
    case CommandGroup::Selection: {
      if (session_.editor().selection.empty()) return kSelectedHeading;
      const Message name = thing_at(session_.poster(), session_.editor().selection.lead()).name;
      return {"“" + name.english + "”", "对「" + name.chinese + "」"};
    }
    case CommandGroup::Poster:
      return kPosterHeading;
    case CommandGroup::New:
      return kNewHeading;
    case CommandGroup::Editor:
      return kEditorHeading;
  }
  return {};
}

std::vector<CommandRow> Controller::action_rows(CommandGroup group) const {
  std::vector<CommandRow> rows;
  for (const AppAction& action : app_actions()) {
    if (action.group != group) continue;
    CommandRow row{.name = std::string(action.name),
                   .label = full_label(action, *this),
                   .heading = heading_of(group),
                   .glyph = action.glyph};
    for (const Shortcut& shortcut : action.shortcuts) {
      if (!is_repeated(action, shortcut)) row.keys.push_back(caps_of(shortcut, keyboard_));
    }
    if (!can_act(*this, action.name)) row.obstacle = action.obstacle;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<CommandRow> Controller::all_commands() {
  std::vector<CommandRow> rows;
  const auto add = [&rows](std::vector<CommandRow> more) {
    std::move(more.begin(), more.end(), std::back_inserter(rows));
  };
  const std::string& lead = session_.editor().selection.lead();
  const Message selected = heading_of(CommandGroup::Selection);
  if (!lead.empty()) {
    add(action_rows(CommandGroup::Selection));
    if (const FieldGroup* group = find_group(session_.field_tree(), lead)) add_all_new_things(rows, *group, selected);
  }
  for (const FieldGroup& group : session_.field_tree()) {
    const bool is_list = group.kind == GroupKind::List || group.kind == GroupKind::Center;
    if (is_list) add_new_things(rows, group, kPosterHeading);
  }
  add(action_rows(CommandGroup::Poster));
  for (const ColorPalette& palette : color_palettes()) {
    const Message label{"Colours: " + palette.name.english, "配色：" + palette.name.chinese};
    rows.push_back({.name = with_prefix(kRecolor, palette.id), .label = label, .heading = kPosterHeading});
  }
  add(action_rows(CommandGroup::New));
  for (const GalleryPoster& poster : gallery_) {
    rows.push_back({.name = with_prefix(kNewFrom, poster.id),
                    .label = poster.title,
                    .heading = kNewHeading,
                    .glyph = Glyph::Copy});
  }
  add(action_rows(CommandGroup::Editor));
  if (lead.empty()) add(action_rows(CommandGroup::Selection));
  std::erase_if(rows, [](const CommandRow& row) { return row.name == "commands"; });  // it is open
  return rows;
}

std::vector<CommandRow> Controller::found_commands() {
  const std::string& query = scratch_.command_query;
  std::vector<CommandRow> rows = all_commands();
  if (query.find_first_not_of(' ') == std::string::npos) return rows;
  std::vector<CommandRow> places;
  add_places(places, session_.field_tree());
  std::vector<Found> found;
  const auto look_at = [&](CommandRow& row, const Message& words) {
    const auto match = find_command(query, row.label, words);
    if (!match) return false;
    row.matched = match->place;
    row.matched_in = match->language;
    // What cannot be done stands behind what can.
    found.push_back({std::move(row), 2 * match->rank + (row.is_enabled() ? 0 : 1)});
    return true;
  };
  for (CommandRow& row : rows) {
    const AppAction* action = find_action(row.name);
    look_at(row, action ? action->words : Message{});
  }
  std::size_t shown = 0;
  for (CommandRow& place : places) {
    if (shown < kMostPlaces && look_at(place, {})) ++shown;
  }
  return in_order(std::move(found));
}

std::vector<CommandRow> Controller::key_rows() const {
  std::vector<CommandRow> rows;
  for (const CommandGroup group :
       {CommandGroup::Selection, CommandGroup::Poster, CommandGroup::New, CommandGroup::Editor}) {
    for (CommandRow& row : action_rows(group)) {
      if (group == CommandGroup::Selection) row.heading = kSelectedHeading;
      row.label = find_action(row.name)->label;
      if (!row.keys.empty()) rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::vector<CommandRow> Controller::listed_commands() {
  if (scratch_.menu == panel::kCommandMenu) return found_commands();
  if (scratch_.menu == panel::kKeyMenu) return key_rows();
  if (scratch_.menu == panel::kContextMenu) return context_rows();
  return {};
}

// What can be done to what is selected, but for walking to something else.
std::vector<CommandRow> Controller::context_rows() const {
  std::vector<CommandRow> rows = action_rows(CommandGroup::Selection);
  std::erase_if(rows, [](const CommandRow& row) {
    return !row.is_enabled() || row.name.starts_with("select.") || row.name == kOpenContextMenu;
  });
  return rows;
}

bool Controller::open_context_menu(Point at) {
  if (!is_desk(at)) return false;
  const std::string thing = thing_under(session_, view_.on_page(at), Layer::Top);
  if (thing.empty()) return false;
  if (!session_.editor().selection.contains(thing)) session_.select(thing);
  shown_lead_ = session_.editor().selection.lead();
  ask(LeaveField{});
  scratch_.menu.clear();
  open_list(panel::kContextMenu);
  scratch_.menu_at = at;
  return true;
}

void Controller::open_context_menu() {
  const std::string& lead = session_.editor().selection.lead();
  const std::vector<Block>& blocks = session_.layout().blocks;
  const auto block = std::find_if(blocks.begin(), blocks.end(), [&lead](const Block& each) { return each.id == lead; });
  if (block == blocks.end()) return;
  scratch_.menu.clear();
  open_list(panel::kContextMenu);
  scratch_.menu_at = view_.on_window(block->rect).center();
}

void Controller::open_list(std::string_view menu) {
  scratch_.menu = scratch_.menu == menu ? "" : menu;
  scratch_.menu_height = 0;
  scratch_.scroll.erase("menu");
  poster_pointer_.leave();
}

void Controller::open_commands() {
  open_list(panel::kCommandMenu);
  if (scratch_.menu.empty()) return;
  scratch_.command_query.clear();
  scratch_.command_chosen = 0;
  focusing_ = panel::kCommandQuery;
  focusing_selection_ = panel::FieldSelection::CaretAtEnd;
  waited_frames_ = 0;
}

// The list of keys brings back the hints that are learnt.
void Controller::open_keys() {
  uses_.clear();
  open_list(panel::kKeyMenu);
}

void Controller::count_use(std::string_view action) { ++uses_[std::string(action)]; }

std::vector<panel::KeyHint> Controller::hints() const {
  std::vector<panel::KeyHint> hints;
  if (!active_field_.empty() || !scratch_.menu.empty()) return hints;
  const auto is_learnt = [this](std::string_view name) {
    const auto uses = uses_.find(name);
    return uses != uses_.end() && uses->second >= kLearnt;
  };
  if (session_.editor().selection.empty()) {
    struct Press {
      Message cap, label;
    };
    static const Press kPresses[] = {{{"Click", "单击"}, {"select", "选中"}},
                                     {{"Double-click", "双击"}, {"edit text", "改字"}},
                                     {{"Drag", "拖动"}, {"move", "换位置"}}};
    for (const Press& press : kPresses) {
      if (!is_learnt(kPressed)) hints.push_back({{press.cap.in(language())}, press.label});
    }
    return hints;
  }
  for (const std::string_view name : {"edit", "add-beside", "move.up", "select.parent"}) {
    const AppAction* action = find_action(name);
    if (!action || is_learnt(name) || (action->is_enabled && !action->is_enabled(*this))) continue;
    hints.push_back({caps_of(action->shortcuts.front(), keyboard_), action->label});
  }
  return hints;
}

bool Controller::is_finding_command() const {
  return active_field_ == panel::kCommandQuery && scratch_.menu == panel::kCommandMenu;
}

bool Controller::press_command_key(CommandKey key) {
  if (!is_finding_command()) return false;
  const std::vector<CommandRow> rows = found_commands();
  const std::size_t count = rows.size();
  switch (key) {
    case CommandKey::Close:
      scratch_.menu.clear();
      return true;
    case CommandKey::Run:
      if (scratch_.command_chosen >= count || !rows[scratch_.command_chosen].is_enabled()) return true;
      scratch_.menu.clear();
      act(rows[scratch_.command_chosen].name);
      return true;
    case CommandKey::Next:
    case CommandKey::Previous:
      if (count == 0) return true;
      scratch_.command_chosen = (scratch_.command_chosen + (key == CommandKey::Next ? 1 : count - 1)) % count;
      revealing_ = rows[scratch_.command_chosen].widget_id();
      revealing_from_.clear();
      waited_frames_ = 0;
      return true;
  }
  return false;
}

// True where the name is of one that no table lists: a place to go to, something to add.
bool Controller::act_on_poster(std::string_view name) {
  if (name.starts_with(kGoTo)) {
    const std::string field(name.substr(kGoTo.size()));
    session_.select(panel::subject_of(session_.poster(), field).id);
    reveal(field);
    return true;
  }
  for (const ColorPalette& palette : color_palettes()) {
    if (name != with_prefix(kRecolor, palette.id)) continue;
    perform(unless_refused(session_.poster(), Edit{recolor(session_.poster(), palette)}));
    return true;
  }
  if (!name.starts_with(kCarryOut)) return false;
  const Action* action = find_addition(session_.field_tree(), name.substr(kCarryOut.size()));
  if (!action) return true;
  const Action wanted = *action;
  perform(unless_refused(session_.poster(), Edit{wanted.command}));
  if (!wanted.focus.empty()) edit_text(wanted.focus);
  return true;
}

}  // namespace sixiang::app
