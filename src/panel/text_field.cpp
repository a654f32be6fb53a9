#include <imgui.h>
#include <imgui_internal.h>
#include <misc/cpp/imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "panel/frame.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

constexpr std::size_t kMostProblems = 3;  // of one field, in full
constexpr float kPictureHeight = 34, kPicturePad = 6;

std::vector<const Diagnostic*> split_hints(std::vector<const Diagnostic*>& problems) {
  const auto hints = std::stable_partition(problems.begin(), problems.end(), [](const Diagnostic* diagnostic) {
    return diagnostic->severity != Severity::Hint;
  });
  std::vector<const Diagnostic*> result(hints, problems.end());
  problems.erase(hints, problems.end());
  return result;
}

ImU32 line_of(const Frame& frame, const std::string& id, bool hovered) {
  if (frame.refused(id)) return theme().coral_text;
  if (frame.is_active(id)) return theme().focus;
  std::vector<const Diagnostic*> problems = diagnostics_of(frame.input.diagnostics, id);
  split_hints(problems);
  if (!problems.empty()) return theme().amber;
  return hovered ? theme().faint : theme().field_line;
}

void draw_frame(Frame& frame, const Rect& box, ImU32 line, bool active) {
  ImDrawList& list = frame.sheet.list();
  list.AddRectFilled(min_of(box), max_of(box), theme().surface, kRadius);
  list.AddRect(min_of(box), max_of(box), line, kRadius, ImDrawFlags_None, active ? 2.0f : 1.0f);
}

// Only where there is no browser to do it.
void edit_here(Frame& frame, const std::string& id, const std::string& value, const Rect& box) {
  PanelScratch& scratch = frame.scratch;
  if (!scratch.builtin_focused) {
    scratch.builtin_text = value;
    ImGui::SetKeyboardFocusHere();
    scratch.builtin_focused = true;
  }
  ImGui::SetCursorScreenPos(min_of(box));
  ImGui::SetNextItemWidth(box.width);
  if (ImGui::InputText(("##" + id).c_str(), &scratch.builtin_text)) {
    frame.output.typed = TypedText{id, scratch.builtin_text};
  }
  frame.output.wants_frame = frame.output.wants_frame || ImGui::GetIO().InputQueueCharacters.Size > 0;
}

void draw_value(Frame& frame, const std::vector<std::string_view>& lines, const Rect& box) {
  float y = box.y + kFieldPadY + kLineHeight / 2;
  for (const std::string_view line : lines) {
    frame.sheet.text({box.x + kFieldPadX, y}, line, theme().ink);
    y += kLineHeight;
  }
}

// The text with the place in question in colour, one line around it.
void draw_place(Frame& frame, const Diagnostic& diagnostic, const std::string& value, ImU32 color, float left,
                float right) {
  const std::size_t begin = std::min(diagnostic.offset, value.size());
  const std::size_t end = std::min(begin + diagnostic.length, value.size());
  if (end <= begin) return;
  Sheet& sheet = frame.sheet;
  const Rect row = sheet.row(kSmallLine + 4);
  if (!sheet.is_visible(row)) return;
  const std::string_view text = value;
  // As much before it as leaves room for what is meant.
  std::size_t from = 0;
  const float room = right - left - std::min(text_width(text.substr(begin, end - begin), kSmallSize), 120.0f);
  while (from < begin && text_width(text.substr(from, begin - from), kSmallSize) > room * 0.6f) {
    do ++from;
    while (from < begin && (static_cast<unsigned char>(value[from]) & 0xC0) == 0x80);
  }
  float x = left;
  const float y = row.center().y;
  if (from > 0) x += sheet.text({x, y}, "…", theme().faint, kSmallSize);
  x += sheet.text({x, y}, text.substr(from, begin - from), theme().quiet, kSmallSize);
  const float start = x;
  x += sheet.text({x, y}, text.substr(begin, end - begin), color, kSmallSize, right - x);
  sheet.list().AddLine(ImVec2(start, y + 10), ImVec2(x, y + 10), color, 1.5f);
  if (x < right) sheet.text({x, y}, text.substr(end), theme().quiet, kSmallSize, right - x);
}

void draw_message(Sheet& sheet, const std::string& message, Glyph glyph, ImU32 color, float left, float right) {
  sheet.skip(4);
  const auto lines = wrapped(message, right - left - 26, kSmallSize);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Rect row = sheet.row(kSmallLine);
    if (!sheet.is_visible(row)) continue;
    if (i == 0) draw_glyph(sheet.list(), glyph, ImVec2(left + 9, row.center().y), 18, color);
    sheet.text({left + 24, row.center().y}, lines[i], color, kSmallSize);
  }
}

// What may be meant otherwise; where it wants dollars, with a button for all of the field at once.
void draw_hints(Frame& frame, const std::string& id, const std::string& value, std::vector<const Diagnostic*> hints,
                float left, float right) {
  if (hints.empty() || frame.refused(id)) return;
  Sheet& sheet = frame.sheet;
  const Diagnostic* previous = nullptr;
  for (const Diagnostic* hint : hints) {
    if (!previous || !(hint->message == previous->message)) {
      draw_message(sheet, frame.say(hint->message), Glyph::Sigma, theme().focus, left, right);
    }
    if (frame.is_active(id)) draw_place(frame, *hint, value, theme().focus, left + 24, right);
    previous = hint;
  }
  std::erase_if(hints, [](const Diagnostic* hint) { return hint->code != "bare-formula"; });
  if (hints.empty()) return;
  sheet.skip(4);
  ButtonSpec spec;
  spec.id = id + ".formula";
  spec.label = frame.say(texts::kWriteFormula);
  if (draw_field_chip(frame, id, std::move(spec), left, right)) {
    frame.output.requests.emplace_back(ReplaceTextRequest{id, with_formulas(value, hints)});
  }
}

void draw_problems(Frame& frame, const std::string& id, const std::string& value, float left, float right) {
  Sheet& sheet = frame.sheet;
  std::vector<const Diagnostic*> problems = diagnostics_of(frame.input.diagnostics, id);
  const std::vector<const Diagnostic*> hints = split_hints(problems);
  draw_hints(frame, id, value, hints, left, right);
  const std::size_t more = problems.size() - std::min(problems.size(), kMostProblems);
  problems.resize(problems.size() - more);
  for (const Diagnostic* problem : problems) {
    const ImU32 color = problem->severity == Severity::Error ? theme().coral_text : theme().amber;
    draw_message(sheet, frame.say(problem->message), Glyph::Warning, color, left, right);
    if (frame.is_active(id)) draw_place(frame, *problem, value, theme().coral_text, left + 24, right);
  }
  if (more == 0) return;
  const Rect row = sheet.row(kSmallLine + 4);
  if (sheet.is_visible(row))
    sheet.text({left + 24, row.center().y}, "+" + std::to_string(more), theme().amber, kSmallSize);
}

void draw_picture(Frame& frame, const std::string& value, float left, float right) {
  if (!has_formula(value) || !frame.input.picture) return;
  Sheet& sheet = frame.sheet;
  const float room = right - left - 2 * kFieldPadX;
  const Picture picture = frame.input.picture(value, room, PictureUse::Label);
  const float height =
      picture.texture ? std::max(kPictureHeight, picture.size.height + 2 * kPicturePad) : kPictureHeight;
  const Rect box{left + 6, sheet.y() - 1, right - left - 12, height};
  sheet.skip(height);
  if (!sheet.is_visible(box) || !picture.texture) return;
  ImDrawList& list = sheet.list();
  list.AddRectFilled(min_of(box), max_of(box), theme().sunken, kRadius, ImDrawFlags_RoundCornersBottom);
  list.AddRect(min_of(box), max_of(box), theme().line, kRadius, ImDrawFlags_RoundCornersBottom);
  const float x = std::round(box.x + kFieldPadX - 6), y = std::round(box.center().y - picture.size.height / 2);
  list.AddImage(ImTextureRef(ImTextureID(picture.texture)), ImVec2(x, y),
                ImVec2(x + picture.size.width, y + picture.size.height));
}

}  // namespace

bool has_formula(std::string_view text) {
  for (const std::string_view mark : {"$", "\\(", "\\[", "\\begin{"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

void draw_refusal(Frame& frame, const std::string& id, float left, float right) {
  const RefusedText* refused = frame.refused(id);
  if (!refused || frame.is_active(id)) return;
  draw_message(frame.sheet, frame.say(refused->reason), Glyph::Warning, theme().coral_text, left, right);
}

float draw_text_field(Frame& frame, const std::string& id, const std::string& name, const std::string& taken,
                      const Rect& room, const std::string& placeholder, const std::string& owner) {
  Sheet& sheet = frame.sheet;
  const bool active = frame.is_active(id);
  const RefusedText* refused = frame.refused(id);
  const std::string& value = refused ? refused->text : taken;
  const auto lines = wrapped(value, room.width - 2 * kFieldPadX);
  float height = std::max(kRow, float(lines.size()) * kLineHeight + 2 * kFieldPadY);
  if (active && frame.input.active_height > 0) height = std::max(kRow, frame.input.active_height);
  const Rect box{room.x, room.y, room.width, height};
  const std::string problem = refused ? frame.say(refused->reason) : std::string();
  const bool shown_only = frame.is_shown_only(id);
  if (!shown_only) sheet.report({id, WidgetKind::Text, value, name, box, {}, true, placeholder, problem, owner});
  if (!sheet.is_visible(box)) return height;
  if (shown_only) {
    draw_frame(frame, box, theme().field_line, false);
    draw_value(frame, lines, box);
    return height;
  }
  const bool builtin = frame.input.text_entry == TextEntry::Builtin;
  if (active && builtin) {
    edit_here(frame, id, value, box);
    return height;
  }
  const Press press = sheet.press(id, box);
  if (press.hovered) frame.output.cursor = Cursor::Text;
  if (builtin && press.clicked) frame.output.requests.emplace_back(FocusRequest{id});
  draw_frame(frame, box, line_of(frame, id, press.hovered), active);
  if (!active) draw_value(frame, lines, box);
  if (!active && value.empty() && !placeholder.empty()) {
    sheet.text({box.x + kFieldPadX, box.y + kFieldPadY + kLineHeight / 2}, placeholder, theme().faint, kTextSize,
               box.width - 2 * kFieldPadX);
  }
  return height;
}

void draw_under_text_field(Frame& frame, const std::string& id, const std::string& value, float left, float right) {
  draw_refusal(frame, id, left, right);
  draw_picture(frame, value, left, right);
  draw_problems(frame, id, value, left, right);
  draw_field_tools(frame, id, left, right);
  // Where no formula is, they would only push away what stands below.
  if (!frame.is_active(id)) return;
  if (!has_formula(value)) draw_symbols_button(frame);
  if (has_formula(value) || frame.scratch.symbols_open) {
    draw_symbol_palette(frame, frame.sheet.left(), frame.sheet.right());
  }
}

void draw_text_row(Frame& frame, const std::string& id, const std::string& name, const std::string& value) {
  Sheet& sheet = frame.sheet;
  const float name_width = std::min(std::max(64.0f, text_width(name, kSmallSize) + 12), sheet.width() * 0.4f);
  const Rect room{sheet.left() + name_width, sheet.y(), sheet.width() - name_width, kRow};
  const Rect name_box{sheet.left(), sheet.y(), name_width, kRow};
  const float height = draw_text_field(frame, id, name, value, room);
  if (sheet.is_visible(name_box)) {
    sheet.text({name_box.x, name_box.center().y}, name, theme().quiet, kSmallSize, name_width - 6);
  }
  sheet.skip(height);
  draw_under_text_field(frame, id, value, room.x, room.right());
  sheet.skip(kGap);
}

}  // namespace sixiang::panel
