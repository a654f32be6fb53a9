// Commands out of a seed: most fit the poster, some do not.
#pragma once

#include <algorithm>
#include <cmath>

#include "editor/command.h"
#include "editor/field_tree.h"
#include "support/random_poster.h"

namespace sixiang::testing {

inline std::string random_value(Random& random, const Field& field) {
  switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Icon:
      return random_text(random);
    case FieldKind::Color:
      return field.can_reset && random.chance(30) ? std::string() : to_hex(random_color(random));
    case FieldKind::Choice:
      return random.pick(field.options).word;
    case FieldKind::Number:
      return std::to_string(std::lrint(std::max(field.range.least, -9.0)) + random.below(9));
    case FieldKind::Toggle:
      return random.chance(50) ? "on" : "off";
  }
  return {};
}

// What no panel would send.
inline Command random_nonsense(Random& random, const std::string& id) {
  switch (random.below(9)) {
    case 0:
      return SetText{id, std::string("\xFF\x00", 2)};
    case 1:
      return SetColor{id + ".x", random_color(random)};
    case 2:
      return SetNumber{id, 1e300};
    case 3:
      return SetChoice{id, "nonsense"};
    case 4:
      return MoveItem{id, random.chance(50) ? "vae.content" : "ar.content.0.diagram.nodes", random.below(100) - 50};
    case 5:
      return RemoveItem{id};
    case 6:
      return AddItem{id, random_text(random)};
    case 7:
      return AddPart{id, random_text(random)};
    default:
      return SetPageSize{float(random.below(100)), 1080};
  }
}

inline void collect(const std::vector<FieldGroup>& groups, std::vector<Field>& fields, std::vector<Action>& actions) {
  for (const FieldGroup& group : groups) {
    fields.insert(fields.end(), group.fields.begin(), group.fields.end());
    actions.insert(actions.end(), group.actions.begin(), group.actions.end());
    collect(group.groups, fields, actions);
  }
}

// Knows a poster as it was when last looked at: what it names may be gone since.
class CommandSource {
 public:
  explicit CommandSource(Random& random) : random_(random) {}

  Command next(const Poster& poster) {
    if (fields_.empty() || random_.chance(30)) look_at(poster);
    const Field& field = random_.pick(fields_);
    if (random_.chance(12)) return random_nonsense(random_, random_.chance(50) ? field.id : "gan.content");
    if (random_.chance(2)) return ReplacePoster{random_poster(random_, UnknownMembers::Some)};
    if (random_.chance(30)) return random_.pick(actions_).command;
    if (random_.chance(5)) return any_move();
    if (const Result<Command> command = set_field(field, random_value(random_, field))) return command.value();
    return SetPageSize{float(random_.below(2000)), float(random_.below(2000))};
  }

 private:
  // From any list to any other: seldom of the same kind.
  Command any_move() const {
    Command command = random_.pick(actions_).command;
    if (MoveItem* move = std::get_if<MoveItem>(&command)) {
      for (int i = 0; i < 8; ++i) {
        const Command& other = random_.pick(actions_).command;
        if (const AddItem* addition = std::get_if<AddItem>(&other)) move->list = addition->list;
      }
      move->to = random_.below(6);
    }
    return command;
  }

  void look_at(const Poster& poster) {
    fields_.clear();
    actions_.clear();
    collect(field_tree(poster, Language::Chinese), fields_, actions_);
  }

  Random& random_;
  std::vector<Field> fields_;
  std::vector<Action> actions_;
};

}  // namespace sixiang::testing
