#include <algorithm>
#include <string>
#include <string_view>

#include "editor/contrast.h"
#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

ButtonSpec foot_button(Frame& frame, std::string id, const Message& label, Glyph glyph) {
  ButtonSpec spec;
  spec.id = std::move(id);
  spec.label = frame.say(label);
  spec.glyph = glyph;
  spec.shows_label = true;
  return spec;
}

// On a row of its own; true when pressed.
bool draw_foot_button(Frame& frame, const ButtonSpec& spec) {
  Sheet& sheet = frame.sheet;
  const Rect row = sheet.row(kRow);
  sheet.skip(2);
  return sheet.row_button(spec, row);
}

void draw_foot_tools(Frame& frame, ToolPlace place) {
  for (const Tool& tool : frame.input.tools) {
    if (tool.place != place) continue;
    ButtonSpec spec = foot_button(frame, tool.widget_id(), tool.label, tool.glyph);
    spec.enabled = tool.enabled;
    spec.owner = kFileMenu;
    if (!draw_foot_button(frame, spec)) continue;
    frame.scratch.menu.clear();
    frame.output.requests.emplace_back(ToolRequest{tool.name});
  }
}

constexpr std::string_view kLowContrast = "low-contrast";

// Its words; pressed, it leads to where it can be mended.
void draw_problem(Frame& frame, const Diagnostic& problem, const std::string& id) {
  Sheet& sheet = frame.sheet;
  const bool is_error = problem.severity == Severity::Error;
  // Where several say the same, what each is about.
  const std::string words = problem.code == kLowContrast
                                ? frame.say(name_of_thing(frame.input.editor.poster, problem.block)) +
                                      frame.say(texts::kColon) + frame.say(problem.message)
                                : frame.say(problem.message);
  const auto lines = wrapped(words, sheet.width() - 46, kSmallSize);
  const float height = std::max(kRow, float(lines.size()) * kSmallLine + 16);
  const Rect row = sheet.row(height);
  Widget button{id, WidgetKind::Button, problem.code, words, row};
  button.owner = kProblemsMenu;
  sheet.report(std::move(button));
  if (!sheet.is_visible(row)) return;
  const Press press = sheet.press(id, row);
  if (press.hovered) frame.output.cursor = Cursor::Hand;
  const ImU32 fill = press.hovered ? theme().hover : is_error ? theme().coral_soft : theme().amber_soft;
  sheet.list().AddRectFilled(min_of(row), max_of(row), fill, kRadius);
  draw_glyph(sheet.list(), Glyph::Warning, ImVec2(row.x + 20, row.y + 20), 20,
             is_error ? theme().coral_text : theme().amber);
  float y = row.y + (height - float(lines.size()) * kSmallLine) / 2 + kSmallLine / 2;
  for (const std::string_view line : lines) {
    sheet.text({row.x + 38, y}, line, theme().ink, kSmallSize);
    y += kSmallLine;
  }
  if (!press.clicked) return;
  frame.scratch.menu.clear();
  if (const auto request = lead_to(frame.input.field_tree, problem.field)) frame.output.requests.push_back(*request);
}

// Mends it at once, as a step of its own.
void draw_remedy(Frame& frame, const Diagnostic& problem, const std::string& id) {
  Sheet& sheet = frame.sheet;
  ButtonSpec spec;
  spec.id = id + ".mend";
  spec.owner = kProblemsMenu;
  spec.label = frame.say(texts::kMendContrast);
  spec.look = ButtonLook::Framed;
  spec.shows_label = true;
  const float width = text_width(spec.label) + 28;
  sheet.skip(4);
  const Rect row = sheet.row(kRow);
  if (!sheet.button(spec, {row.x + 38, row.y, width, kRow})) return;
  const auto command = mend_contrast(frame.input.editor.poster, problem.block);
  if (!command) return;
  frame.output.requests.emplace_back(EndStepRequest{});
  frame.output.commands.push_back(*command);
}

}  // namespace

void draw_file_menu(Frame& frame) { draw_foot_tools(frame, ToolPlace::Foot); }

void draw_problem_list(Frame& frame) {
  const std::vector<const Diagnostic*> problems = problems_of(frame.input.diagnostics);
  if (problems.empty()) return;
  draw_heading(frame, frame.say(texts::kProblems) + "  " + std::to_string(problems.size()));
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const std::string id = std::string(kProblems) + "." + std::to_string(i);
    draw_problem(frame, *problems[i], id);
    if (problems[i]->code == kLowContrast) draw_remedy(frame, *problems[i], id);
    frame.sheet.skip(6);
  }
}

}  // namespace sixiang::panel
