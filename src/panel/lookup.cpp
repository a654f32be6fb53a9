#include <algorithm>
#include <charconv>
#include <string>

#include "base/utf8.h"
#include "model/ids.h"
#include "panel/panel.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

// Opens what is folded around `id`.
bool open_within(PanelScratch& scratch, const FieldGroup& group, std::string_view id) {
  bool found = lies_in(id, group.id);
  for (const FieldGroup& inner : group.groups) found = open_within(scratch, inner, id) || found;
  if (found && (group.kind == GroupKind::Part || group.kind == GroupKind::Diagram)) scratch.open[group.id] = true;
  return found;
}

bool belongs_to(const FieldGroup& group, std::string_view id) {
  if (lies_in(id, group.id)) return true;
  const auto is_its = [id](const Field& field) { return lies_in(id, field.id); };
  const auto holds_it = [id](const FieldGroup& inner) { return belongs_to(inner, id); };
  return std::any_of(group.fields.begin(), group.fields.end(), is_its) ||
         std::any_of(group.groups.begin(), group.groups.end(), holds_it);
}

}  // namespace

void open_for(PanelScratch& scratch, const std::vector<FieldGroup>& field_tree, const std::vector<Tool>& tools,
              std::string_view id) {
  const auto is_at = [&](ToolPlace place) {
    return std::any_of(tools.begin(), tools.end(),
                       [&](const Tool& tool) { return tool.place == place && tool.widget_id() == id; });
  };
  if (is_at(ToolPlace::Menu) || (id != kSizeMenu && lies_in(id, kSizeMenu))) scratch.menu = kSizeMenu;
  if (is_at(ToolPlace::Foot)) scratch.menu = kFileMenu;
  if (id != kNewChoices && lies_in(id, kNewChoices)) scratch.menu = kNewPage;
  if (lies_in(id, kProblems)) scratch.menu = kProblemsMenu;
  for (const FieldGroup& group : field_tree) {
    // What a menu lies over could not be seen.
    if (belongs_to(group, id)) {
      scratch.menu.clear();
      scratch.side = Side::Selected;
    }
    open_within(scratch, group, id);
  }
}

OutlineItem subject_of(const Poster& poster, std::string_view id) {
  OutlineItem thing = thing_at(poster, id);
  switch (thing.kind) {
    case ThingKind::Badge:
    case ThingKind::CenterLine:
    case ThingKind::Divider:
    case ThingKind::Axes:
      return thing_at(poster, thing.parent);
    case ThingKind::Caption:
      return thing_at(poster, join_id(thing.id, "diagram"));
    default:
      return thing;
  }
}

std::optional<OutlineItem> subject_showing(const Poster& poster, const std::vector<FieldGroup>& field_tree,
                                           std::string_view id) {
  const bool is_there = std::any_of(field_tree.begin(), field_tree.end(),
                                    [id](const FieldGroup& group) { return belongs_to(group, id); });
  return is_there ? std::optional(subject_of(poster, id)) : std::nullopt;
}

std::optional<Request> lead_to(const std::vector<FieldGroup>& field_tree, std::string_view field) {
  for (const FieldGroup& group : field_tree) {
    for (const Field& own : group.fields) {
      if (own.id != field) continue;
      if (own.kind == FieldKind::Text) return FocusRequest{own.id};
      return RevealRequest{own.id, own.id};
    }
    if (auto request = lead_to(group.groups, field)) return request;
  }
  return std::nullopt;
}

std::vector<const Diagnostic*> problems_of(const Diagnostics& diagnostics) {
  std::vector<const Diagnostic*> result;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::Hint) result.push_back(&diagnostic);
  }
  return result;
}

namespace {

// Dollars of its own that make none are taken away, for brackets that always do.
std::string as_formula(std::string_view text) {
  if (text.size() < 2 || text.front() != '$') return "$" + std::string(text) + "$";
  text = text.substr(1, text.size() - 2);
  const std::size_t begin = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
  return "\\(" + std::string(text.substr(begin, last + 1 - begin)) + "\\)";
}

}  // namespace

std::string with_formulas(std::string_view text, const std::vector<const Diagnostic*>& places) {
  std::string result;
  std::size_t end = 0;
  for (const Diagnostic* place : places) {
    if (place->offset < end || place->offset + place->length > text.size()) continue;
    result.append(text.substr(end, place->offset - end));
    end = place->offset + place->length;
    result.append(as_formula(text.substr(place->offset, place->length)));
  }
  return result.append(text.substr(end));
}

std::vector<const Diagnostic*> diagnostics_of(const Diagnostics& diagnostics, std::string_view field) {
  std::vector<const Diagnostic*> result;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!field.empty() && diagnostic.field == field) result.push_back(&diagnostic);
  }
  return result;
}

std::string_view document_field(std::string_view text_field) {
  constexpr std::string_view kHex = ".hex";
  const std::size_t size = text_field.size();
  const bool is_hex = size > kHex.size() && text_field.substr(size - kHex.size()) == kHex;
  return is_hex ? text_field.substr(0, size - kHex.size()) : text_field;
}

namespace {

// As an input method writes it: full-width digits, letters and signs are plain ones, every space is U+0020.
std::string half_width(std::string_view text) {
  std::string plain;
  for (const CodePoint& c : decode_utf8(text)) {
    const bool is_space = c.value <= 0x20 || c.value == 0x3000;
    const bool is_wide = c.value >= 0xFF01 && c.value <= 0xFF5E;
    append_utf8(plain, is_space ? U' ' : is_wide ? c.value - 0xFEE0 : c.value);
  }
  return plain;
}

std::string number_text_of(std::string_view text) {
  std::string plain = half_width(text);
  plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
  return plain;
}

// A name and a function keep the spaces within; hexadecimal digits may lack their mark.
std::string color_text_of(std::string_view text) {
  std::string plain = half_width(text);
  plain.erase(0, std::min(plain.find_first_not_of(' '), plain.size()));
  plain.erase(plain.find_last_not_of(' ') + 1);
  return !parse_color(plain) && parse_color("#" + plain) ? "#" + plain : plain;
}

}  // namespace

Result<Command> typed(const Poster& poster, std::string_view text_field, std::string_view text) {
  const std::string_view id = document_field(text_field);
  const std::optional<Field> field = find_field(poster, id);
  if (!field) return set_field(poster, id, text);
  switch (field->kind) {
    case FieldKind::Color:
      return set_field(*field, color_text_of(text));
    case FieldKind::Number:
      return set_field(*field, number_text_of(text));
    case FieldKind::Text:
    case FieldKind::Choice:
    case FieldKind::Toggle:
    case FieldKind::Icon:
      break;
  }
  return set_field(*field, text);
}

namespace {

bool is_icon_search(const PanelScratch& scratch, std::string_view id) {
  return !scratch.picking.empty() && id == scratch.picking + std::string(kIconSearch);
}

}  // namespace

std::optional<bool> set_panel_text(PanelScratch& scratch, std::string_view id, std::string_view text) {
  if (is_icon_search(scratch, id)) {
    scratch.icon_query = text;
    scratch.icon_pages = 1;
    return true;
  }
  if (id == kCommandQuery) {
    scratch.command_query = text;
    scratch.command_chosen = 0;
    return true;
  }
  if (id != kExportSize) return std::nullopt;
  const std::string plain = number_text_of(text);
  int px = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), px);
  const bool is_size =
      error == std::errc() && end == plain.data() + plain.size() && px >= kSmallestExport && px <= kLargestExport;
  if (is_size) scratch.export_px = px;
  return is_size;
}

const Message& size_hint() { return texts::kSizeHint; }

std::optional<std::string> panel_text(const PanelScratch& scratch, std::string_view id) {
  if (is_icon_search(scratch, id)) return scratch.icon_query;
  if (id == kCommandQuery) return scratch.command_query;
  if (id != kExportSize) return std::nullopt;
  return std::to_string(scratch.export_px);
}

}  // namespace sixiang::panel
