#include <algorithm>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "editor/command.h"
#include "editor/follow_text.h"
#include "editor/poster_editor.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "model/scan.h"

namespace sixiang {

namespace {

// Arrows of a node that is gone go with it.
void repair(FlowDiagram& flow) {
  const auto is_there = [&](const std::string& id) {
    return std::any_of(flow.nodes.begin(), flow.nodes.end(), [&](const FlowNode& node) { return node.id == id; });
  };
  flow.arrows.erase(
      std::remove_if(flow.arrows.begin(), flow.arrows.end(),
                     [&](const FlowArrow& arrow) { return !is_there(arrow.from) || !is_there(arrow.to); }),
      flow.arrows.end());
}

// Spans keep to their tiles when one before them goes, and shrink when it was their end.
void repair(NoiseDiagram& noise, std::size_t tiles_before, int removed) {
  if (noise.tiles.size() == tiles_before) return;
  const int last = int(noise.tiles.size()) - 1;
  for (NoiseSpan& span : noise.spans) {
    const int low = std::min(span.from, span.to), high = std::max(span.from, span.to);
    const int new_low = std::min(low > removed ? low - 1 : low, last);
    const int new_high = std::min(high >= removed ? high - 1 : high, last);
    span.from = span.from == low ? new_low : new_high;
    span.to = span.to == high ? new_high : new_low;
  }
  noise.spans.erase(std::remove_if(noise.spans.begin(), noise.spans.end(),
                                   [](const NoiseSpan& span) { return span.from < 0 || span.to < 0; }),
                    noise.spans.end());
}

// Whether the result could break the limits of a whole document; other edits keep its size about the same.
bool may_grow(const Command& command) {
  constexpr std::size_t kShortText = 256;
  return std::visit(Overloaded{[](const SetText& edit) { return edit.text.size() > kShortText; },
                               [](const SetColor&) { return false; }, [](const ResetColor&) { return false; },
                               [](const SetChoice&) { return true; }, [](const SetNumber&) { return false; },
                               [](const SetToggle&) { return false; }, [](const SetPageSize&) { return false; },
                               [](const EmphasizeTitle&) { return true; }, [](const AddPart&) { return true; },
                               [](const RemovePart&) { return false; }, [](const AddItem&) { return true; },
                               [](const RemoveItem&) { return false; }, [](const MoveItem&) { return false; },
                               [](const ReplacePoster&) { return true; }},
                    command);
}

void emphasize(Poster& poster, const EmphasizeTitle& range) {
  const bool fits = range.begin >= 0 && range.begin < range.end &&
                    std::size_t(range.end) <= utf8_length(poster.title.text) && range.end <= int(kCharacterIndex.most);
  if (!fits) return;
  std::optional<Emphasis>& emphasis = poster.title.emphasis;
  if (!emphasis) emphasis = new_part(std::type_identity<Emphasis>{}, {poster, nullptr, {}});
  emphasis->start = range.begin;
  emphasis->length = range.end - range.begin;
}

Poster changed(Poster poster, const Command& command) {
  if (const ReplacePoster* replacement = std::get_if<ReplacePoster>(&command)) return replacement->poster;
  if (const SetPageSize* size = std::get_if<SetPageSize>(&command)) {
    poster.page.width = size->width;
    poster.page.height = size->height;
    return poster;
  }
  if (const EmphasizeTitle* range = std::get_if<EmphasizeTitle>(&command)) {
    emphasize(poster, *range);
    return poster;
  }
  const Poster before = poster;
  PosterEditor editor(command, before);
  describe(editor, poster);
  if (poster.title.emphasis && poster.title.text != before.title.text) {
    poster.title.emphasis = followed(*poster.title.emphasis, before.title.text, poster.title.text);
  }
  return poster;
}

// Why the poster could not be saved and opened again.
std::optional<Message> problem_with(const Poster& poster, const Command& command) {
  if (const std::vector<Error> errors = check_poster(poster); !errors.empty()) return errors.front().message;
  if (!may_grow(command)) return std::nullopt;
  const std::optional<Error> error = scan_json(to_json(poster));
  return error ? std::optional(error->message) : std::nullopt;
}

}  // namespace

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
  if (removed_ < 0) return;
  if (FlowDiagram* flow = std::get_if<FlowDiagram>(&*value)) repair(*flow);
  if (NoiseDiagram* noise = std::get_if<NoiseDiagram>(&*value)) {
    repair(*noise, std::get<NoiseDiagram>(before).tiles.size(), removed_);
  }
}

Poster apply_command(Poster poster, const Command& command) {
  if (poster.newer && !std::holds_alternative<ReplacePoster>(command)) return poster;
  Poster next = changed(poster, command);
  if (next == poster || problem_with(next, command)) return poster;
  return next;
}

std::optional<Message> refusal(const Poster& poster, const Command& command) {
  if (poster.newer && !std::holds_alternative<ReplacePoster>(command)) {
    return Message{"the poster is of a newer format and cannot be changed here", "这份海报的格式较新，这里不能修改"};
  }
  const Poster next = changed(poster, command);
  if (next == poster) return std::nullopt;
  return problem_with(next, command);
}

}  // namespace sixiang
