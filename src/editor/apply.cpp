#include <algorithm>
#include <utility>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "editor/apply.h"
#include "editor/command.h"
#include "editor/follow_text.h"
#include "editor/item_mover.h"
#include "editor/poster_editor.h"
#include "editor/repair.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "model/scan.h"
#include "model/sections.h"

namespace sixiang {

namespace {

// Whether the result could break the limits of a whole document; other edits keep its size about the same.
bool may_grow(const Command& command) {
  return std::visit(Overloaded{[](const SetText&) { return true; }, [](const SetColor&) { return false; },
                               [](const ResetColor&) { return false; }, [](const SetChoice&) { return true; },
                               [](const SetNumber&) { return false; }, [](const SetToggle&) { return false; },
                               [](const SetPageSize&) { return false; }, [](const EmphasizeTitle&) { return true; },
                               [](const AddPart&) { return true; }, [](const RemovePart&) { return false; },
                               [](const AddItem&) { return true; }, [](const InsertItems&) { return true; },
                               [](const RemoveItem&) { return false; }, [](const MoveItem&) { return false; },
                               [](const SplitLabel&) { return true; }, [](const ReplacePoster&) { return true; },
                               [](const Batch& batch) {
                                 return std::any_of(batch.commands.begin(), batch.commands.end(), may_grow);
                               }},
                    command);
}

Message nothing_there(std::string_view id) {
  const std::string name(id);
  return {"there is nothing here called \"" + name + "\"", "这里没有 \"" + name + "\""};
}

Outcome emphasized(Poster poster, const EmphasizeTitle& range) {
  const bool fits = range.begin >= 0 && range.begin < range.end &&
                    std::size_t(range.end) <= utf8_length(poster.title.text) && range.end <= int(kCharacterIndex.most);
  if (!fits) return {std::move(poster), Message{"the title has no such characters", "标题中没有这段文字"}};
  std::optional<Emphasis>& emphasis = poster.title.emphasis;
  if (!emphasis) emphasis = new_part(std::type_identity<Emphasis>{}, {poster, nullptr, {}});
  emphasis->start = range.begin;
  emphasis->length = range.end - range.begin;
  return {std::move(poster), std::nullopt};
}

Outcome resized(Poster poster, const SetPageSize& size) {
  poster.page.width = size.width;
  poster.page.height = size.height;
  return {std::move(poster), std::nullopt};
}

Outcome carried_out_in_turn(const Poster& poster, const Batch& batch) {
  Poster next = poster;
  for (const Command& command : batch.commands) {
    Outcome outcome = carry_out(std::move(next), command);
    if (outcome.refusal) return {poster, std::move(outcome.refusal)};
    next = std::move(outcome.poster);
  }
  return {std::move(next), std::nullopt};
}

Outcome edited(Poster poster, const Command& command) {
  const Poster before = poster;
  PosterEditor editor(command, before);
  describe(editor, poster);
  if (!editor.has_found()) return {before, nothing_there(target_of(command))};
  if (editor.refusal()) return {before, editor.refusal()};
  if (std::holds_alternative<RemoveItem>(command)) repair_links(poster);
  if (poster.title.emphasis && poster.title.text != before.title.text) {
    poster.title.emphasis = followed(*poster.title.emphasis, before.title.text, poster.title.text);
  }
  return {std::move(poster), std::nullopt};
}

// Why the poster could not be saved and opened again.
std::optional<Message> problem_with(const Poster& poster, const Command& command) {
  if (const std::vector<Error> errors = check_poster(poster); !errors.empty()) return errors.front().message;
  if (!may_grow(command)) return std::nullopt;
  const std::optional<Error> error = scan_json(to_json(poster));
  return error ? std::optional(error->message) : std::nullopt;
}

}  // namespace

Outcome carry_out(Poster poster, const Command& command) {
  return std::visit(Overloaded{[&](const ReplacePoster& replacement) {
                                 return Outcome{replacement.poster, std::nullopt};
                               },
                               [&](const SetPageSize& size) { return resized(std::move(poster), size); },
                               [&](const EmphasizeTitle& range) { return emphasized(std::move(poster), range); },
                               [&](const MoveItem& move) { return moved(std::move(poster), move); },
                               [&](const Batch& batch) { return carried_out_in_turn(poster, batch); },
                               [&](const auto&) { return edited(std::move(poster), command); }},
                    command);
}

std::string without_controls(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (pair) continue;
    if (text[i] == '\r' || text[i] == '\n') {
      result += '\n';
    } else if (text[i] == '\t') {
      result += ' ';
    } else if (static_cast<unsigned char>(text[i]) >= 0x20) {
      result += text[i];
    }
  }
  return result;
}

void PosterEditor::split(std::vector<Label>& labels, std::size_t index, std::size_t most) {
  const SplitLabel* edit = std::get_if<SplitLabel>(&command_);
  if (!edit) return;
  has_found_ = true;
  std::size_t at = index;
  for (std::size_t i = 0; i < edit->texts.size(); ++i) {
    const std::string text = without_controls(edit->texts[i]);
    if (i == 0) {
      labels[at].text = text;
    } else if (labels.size() < most) {
      Label label = new_part(std::type_identity<Label>{}, {before_, nullptr, text});
      labels.insert(labels.begin() + std::ptrdiff_t(++at), std::move(label));
    } else {
      labels[at].text += "\n" + text;
    }
  }
}

void PosterEditor::take_free_ids(FlowNode& node, const std::vector<FlowNode>& nodes) {
  const auto is_taken = [&](const std::string& id) {
    return std::any_of(nodes.begin(), nodes.end(), [&](const FlowNode& other) { return other.id == id; });
  };
  if (is_taken(node.id)) node.id = free_id("node-", is_taken);
}

void PosterEditor::take_free_ids(Section& section, const std::vector<Section>& sections) {
  const auto is_taken = [&](const std::string& id) { return find_section(before_, id) || given_ids_.count(id) > 0; };
  if (is_taken(section.id)) section.id = free_id("section-", is_taken);
  given_ids_.insert(section.id);
  for (Section& inner : section.sections) take_free_ids(inner, sections);
}

void PosterEditor::diagram(std::string_view key, std::optional<Diagram>& value) {
  const std::string id = join_id(path_, key);
  if (const SetChoice* edit = here<SetChoice>(join_id(key, kDiagramKind))) {
    const bool same = value && kind_of(*value).json == edit->word;
    if (edit->word == "none") value.reset();
    if (std::optional<Diagram> made = new_diagram(edit->word); made && !same) value = std::move(made);
    return;
  }
  if (!value || !lies_in(target_, id)) return;
  const Diagram before = *value;
  diagram_ = &before;
  std::visit([&](auto& kind) { walk(id, kind); }, *value);
  diagram_ = nullptr;
  if (removed_) repair(*value, before, *removed_);
  if (added_) make_room(*value, before, *added_);
}

Message full_list(std::size_t most) {
  const std::string count = std::to_string(most);
  return {"the list is full: it takes at most " + count, "列表已满，最多 " + count + " 项"};
}

Message no_such_place() { return {"the list has no such place", "列表中没有这个位置"}; }

Message nothing_to_join(const Thing& thing) {
  const Message one = thing.one.message();
  return {"there is nothing that a new " + one.english + " could join", "没有可供" + one.chinese + "连接的对象"};
}

Poster apply_command(Poster poster, const Command& command) {
  if (poster.newer && !std::holds_alternative<ReplacePoster>(command)) return poster;
  Outcome outcome = carry_out(poster, command);
  const bool stays = outcome.refusal || outcome.poster == poster || problem_with(outcome.poster, command);
  return stays ? poster : std::move(outcome.poster);
}

std::optional<Message> refusal(const Poster& poster, const Command& command) {
  if (poster.newer && !std::holds_alternative<ReplacePoster>(command)) {
    return Message{"the poster is of a newer format and cannot be changed here", "这份海报的格式较新，这里不能修改"};
  }
  Outcome outcome = carry_out(poster, command);
  if (outcome.refusal || outcome.poster == poster) return std::move(outcome.refusal);
  return problem_with(outcome.poster, command);
}

}  // namespace sixiang
