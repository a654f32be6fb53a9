// Everything in a poster that can be edited, as a tree in the order of a panel: what a user interface shows without
// knowing any particular poster. Made from the poster anew whenever it changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "editor/command.h"
#include "model/limits.h"
#include "model/poster.h"

namespace sixiang {

// Icon: the name of one, by SetText.
enum class FieldKind : std::uint8_t { Text, Color, Choice, Number, Toggle, Icon };

struct FieldOption {
  std::string word;  // for SetChoice
  Message label;
};

struct Field {
  std::string id;  // "gan.content.2.text"
  FieldKind kind = FieldKind::Text;
  Message label;
  // The text; "#RRGGBB" or "#RRGGBBAA"; the chosen word; the number; "on" or "off". A colour that is not given shows
  // what is drawn instead, or is empty where nothing is.
  std::string value;
  bool takes_lines = false;          // Text: several of them
  bool can_reset = false;            // Color: may be left out, by ResetColor
  bool is_given = true;              // Color: stands in the document
  std::vector<FieldOption> options;  // Choice; Icon: what may stand there besides icons
  NumberRange range;                 // Number
  double step = 0;                   // Number: 1 for whole numbers
};

enum class ActionKind : std::uint8_t { Add, Remove, MoveUp, MoveDown };

// A button. Its id says what it does: "gan.content.add", "gan.content.2.remove", "gan.content.2.up", "gan.badge.add".
struct Action {
  std::string id;
  ActionKind kind = ActionKind::Add;
  Message label;
  Command command;
  bool enabled = true;
  std::string focus;  // the field to edit next, once the command is applied; may be empty
};

// Poster: page, layout. Title. Center. Section and its Part, List, Item. Colors. What an interface may style by.
enum class GroupKind : std::uint8_t { Page, Palette, Title, Center, Section, Part, List, Item, Diagram, Colors };

struct FieldGroup {
  std::string id;  // "title", "gan", "gan.content", "gan.content.2", "gan.content.0.diagram.nodes.d"
  GroupKind kind = GroupKind::Part;
  Message label;
  bool is_present = true;  // a Part or the Center that may be added shows only its action while it is not there
  std::vector<Field> fields;
  std::vector<Action> actions;
  std::vector<FieldGroup> groups;
};

// `language`: of the words that new labels and nodes start with. Empty for a poster of a newer format.
std::vector<FieldGroup> field_tree(const Poster& poster, Language language);

// All fields of the tree, in its order.
std::vector<Field> fields(const Poster& poster);
std::optional<Field> find_field(const Poster& poster, std::string_view id);

// The command that gives a field the value that `value` spells, as in Field::value; an empty colour is reset. Errors,
// with the field's id as their path: there is no such field, or the text is no value of its kind.
Result<Command> set_field(const Poster& poster, std::string_view id, std::string_view value);
Result<Command> set_field(const Field& field, std::string_view value);

// Whether a group or a field has this id.
bool has_block(const Poster& poster, std::string_view id);

}  // namespace sixiang
