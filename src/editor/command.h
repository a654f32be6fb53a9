// Edits as values. The panel, the keyboard and scripts make commands; apply_command() makes the next poster of them.
// Fields, lists and parts are named by ids that field_tree() lists and specs/editing.md explains: "gan.content.2.text".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/message.h"
#include "model/poster.h"

namespace sixiang {

// ---- fields ----
struct SetText {
  std::string field, text;
  bool operator==(const SetText&) const = default;
};
struct SetColor {
  std::string field;
  Color color;
  bool operator==(const SetColor&) const = default;
};
// Back to what the format says where a colour is not given.
struct ResetColor {
  std::string field;
  bool operator==(const ResetColor&) const = default;
};
// `word` as in the file: "key", "star", "flow"; the kind of a diagram is a choice too ("gan.content.0.diagram.kind";
// "none").
struct SetChoice {
  std::string field, word;
  bool operator==(const SetChoice&) const = default;
};
struct SetNumber {
  std::string field;
  double number = 0;
  bool operator==(const SetNumber&) const = default;
};
enum class Toggle : std::uint8_t { Off, On };
struct SetToggle {
  std::string field;
  Toggle toggle = Toggle::Off;
  bool operator==(const SetToggle&) const = default;
};
struct SetPageSize {
  float width = 1080, height = 1080;  // poster points
  bool operator==(const SetPageSize&) const = default;
};

// Stresses these characters of the title, from 0, `end` not among them. They stay the stressed ones when it is edited.
struct EmphasizeTitle {
  int begin = 0, end = 0;
  bool operator==(const EmphasizeTitle&) const = default;
};

// ---- parts that may be there or not: "gan.badge", "title.emphasis", "center" ----
struct AddPart {
  std::string part;
  std::string text;  // its first words, where it has any
  bool operator==(const AddPart&) const = default;
};
struct RemovePart {
  std::string part;
  bool operator==(const RemovePart&) const = default;
};

// ---- lists: "gan.content", "gan.content.0.diagram.nodes", "center.lines", "sections", "gan.sections", "links" ----
struct AddItem {
  std::string list;
  std::string text;                       // its first words, where it has any
  std::optional<std::size_t> index = {};  // where it stands afterwards; nullopt: at the end
  bool operator==(const AddItem&) const = default;
};
// Items as they stand in a document, each the JSON text of one: as from a clipboard. Sections and nodes whose ids are
// taken get others.
struct InsertItems {
  std::string list;
  std::size_t index = 0;  // of the first of them
  std::vector<std::string> items;
  bool operator==(const InsertItems&) const = default;
};
// An item is named as its fields begin: "gan.content.2", "gan.content.0.diagram.nodes.d", "gan" itself.
struct RemoveItem {
  std::string item;
  bool operator==(const RemoveItem&) const = default;
};
// To another place of its list, or to another list of such items: a label to another section.
struct MoveItem {
  std::string item;
  std::string list;  // where it stands afterwards
  int to = 0;        // its index there
  bool operator==(const MoveItem&) const = default;
};
// A label that becomes several, as pasted lines do: the first text is its own, the others are labels behind it. In a
// list that is full the last of them holds the rest, a line each.
struct SplitLabel {
  std::string item;
  std::vector<std::string> texts;  // one at least
  bool operator==(const SplitLabel&) const = default;
};

struct ReplacePoster {
  Poster poster;
  bool operator==(const ReplacePoster&) const = default;
};

struct Batch;

using Command =
    std::variant<SetText, SetColor, ResetColor, SetChoice, SetNumber, SetToggle, SetPageSize, EmphasizeTitle, AddPart,
                 RemovePart, AddItem, InsertItems, RemoveItem, MoveItem, SplitLabel, ReplacePoster, Batch>;

// Several commands as one, in their order: each names things as those before it leave them. All of them or none: where
// one is refused the poster stays as it was.
struct Batch {
  Message name;  // in the imperative, as name_of() says it
  std::vector<Command> commands;
  bool operator==(const Batch& other) const;
};

// Pure and total: a command that does not fit (no such field, a value out of range, a list that is full) or that would
// make a poster which could not be saved and opened again gives the poster back unchanged. So does whatever would edit
// a poster of a newer format; ReplacePoster puts another in its place.
Poster apply_command(Poster poster, const Command& command);

// Why the poster would stay as it is: for a limit, for its newer format, or since there is no such thing; nullopt where
// it would not, or where the command asks for nothing new.
std::optional<Message> refusal(const Poster& poster, const Command& command);

// For people, in the imperative: "Edit label", "Change colour", "Add node". `before` is the poster it is applied to.
Message name_of(const Command& command, const Poster& before);

}  // namespace sixiang
