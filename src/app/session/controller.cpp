#include "app/session/controller.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <variant>

#include "base/overloaded.h"
#include "editor/contrast.h"
#include "model/colors.h"

namespace sixiang::app {

namespace {

constexpr float kUnderField = 190;  // CSS pixels
constexpr int kPatience = 4;        // frames that a field may take to appear

// CSS pixels an em.
float size_of(panel::PictureUse use) {
  switch (use) {
    case panel::PictureUse::Label:
      return 19;
    case panel::PictureUse::Button:
    case panel::PictureUse::Example:
      return 18;
    case panel::PictureUse::Icon:
      return 23;
    case panel::PictureUse::Row:
      return 15;
  }
  return 0;
}

}  // namespace

Controller::Controller(Session session, TextureMaker textures, panel::TextEntry text_entry)
    : session_(std::move(session)),
      font_(session_.fonts(), session_.fonts().find_face("sans").value_or(FaceIndex(0))),
      pictures_(session_.fonts(), textures),
      posters_(std::move(textures)),
      text_entry_(text_entry) {
  panel::apply_style(theme());
}

void Controller::resize(Size viewport, float density) {
  viewport_ = viewport;
  density_ = density;
  const panel::Regions regions = panel::regions_of(viewport);
  change_view([&](View& view) { view.set_desk(regions.desk, regions.paper, density); });
}

panel::Picture Controller::picture(std::string_view label, float max_width, panel::PictureUse use) {
  app::LabelPictureStyle style;
  style.face = session_.fonts().find_face(session_.poster().fonts.text).value_or(FaceIndex(0));
  const bool is_dark = theme() == panel::ThemeName::Dark;
  style.text = is_dark ? Color{0xF2, 0xEC, 0xE3, 255} : Color{0x2B, 0x2A, 0x2E, 255};
  const bool is_colored = use == panel::PictureUse::Label && !is_dark;
  style.formula = is_colored ? key_formula_color(session_.poster()) : style.text;
  style.size = size_of(use);
  const bool is_inline = use == panel::PictureUse::Button || use == panel::PictureUse::Row;
  style.display = is_inline ? math::Display::Inline : math::Display::Block;
  style.density = density_;
  const app::LabelPicture found = pictures_.find(label, max_width, style);
  return {found.texture, found.size};
}

Result<bool> Controller::open(std::string_view json) {
  Result<bool> opened = session_.open(json);
  if (opened) forget_document();
  return opened;
}

Result<bool> Controller::replace(std::string_view json) {
  const Poster before = session_.poster();
  Result<bool> replaced = session_.replace(json);
  if (!replaced) return replaced;
  forget_document();
  put_aside(before);
  return replaced;
}

void Controller::forget_document() {
  drafts_.clear();
  brief_.unlist();
  unkept_brief_.reset();
  view_.fit();
}

const Diagnostics& Controller::diagnostics() {
  const std::shared_ptr<const PosterLayout>& layout = session_.shared_layout();
  if (diagnosed_ == layout) return diagnostics_;
  diagnosed_ = layout;
  diagnostics_ = layout->diagnostics;
  for (Diagnostic& problem : contrast_problems(session_.poster())) diagnostics_.push_back(std::move(problem));
  return diagnostics_;
}

panel::PanelOutput Controller::draw() {
  problem_count_ = panel::problems_of(diagnostics()).size();
  const panel::PanelInput input{.editor = session_.editor(),
                                .field_tree = session_.field_tree(),
                                .diagnostics = diagnostics(),
                                .tools = tools_for(*this),
                                .commands = listed_commands(),
                                .hints = hints(),
                                .cards = poster_cards(),
                                .language = session_.language(),
                                .viewport = viewport_,
                                .on_desk = on_desk(),
                                .text_entry = text_entry_,
                                .active_field = active_field_,
                                .pressed = pressed_,
                                .active_height = field_height_,
                                .refused = refused_texts(),
                                .on_poster = text_on_poster(),
                                .picture = [this](std::string_view label, float max_width, panel::PictureUse use) {
                                  return picture(label, max_width, use);
                                }};
  return draw_panel(input, scratch_);
}

FrameResult Controller::frame() {
  FrameResult result;
  follow_finger();
  if (!std::exchange(has_stepped_, false)) zooming_ = std::max(0.0f, zooming_ - ImGui::GetIO().DeltaTime);
  scroll_at_edge();
  show_selected();
  result.preview_changed = update_preview();
  pictures_.next_frame();
  has_scrolled_ = false;
  const panel::PanelOutput before = std::exchange(output_, draw());
  pressed_.clear();
  ++frames_drawn_;
  const bool edited = !output_.commands.empty() || !output_.requests.empty() || output_.typed;
  perform(output_);
  // A press beside the list of commands closes it.
  if (active_field_ == panel::kCommandQuery && !is_finding_command()) ask(LeaveField{});
  forget_pasted();
  tell_brief_changed();
  show_posters();
  result.preview_changed = update_preview() || result.preview_changed;
  // What this frame changed, such as other details that close, the next one draws in its place.
  if (!edited) follow_focus();
  tell_cursor(cursor());
  const bool waits = !revealing_.empty() || !focusing_.empty();
  const bool has_input = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
  const bool moves = finger_.is_moving() || scrolls_at_edge_ || zooming_ > 0;
  result.wants_more = edited || waits || has_scrolled_ || output_.wants_frame || has_input || moves;
  const Rect told = std::exchange(told_place_, preview_place());
  result.preview_moved = told_place_ != told;
  result.has_effects = !effects_.empty();
  result.wants_fonts = !wanted_slices().empty();
  result.widgets_changed = drawn_field_ != active_field_ || !has_same_widgets(before);
  drawn_field_ = active_field_;
  return result;
}

void Controller::perform(const panel::PanelOutput& output) {
  for (const Command& command : output.commands) {
    session_.run(command);
    // Fields go by their place: another one may have that now.
    const bool moves = std::holds_alternative<RemoveItem>(command) || std::holds_alternative<MoveItem>(command);
    if (moves) drafts_.clear();
  }
  if (output.typed) set_text(output.typed->field, output.typed->text);
  for (const panel::Request& request : output.requests) handle(request);
}

void Controller::handle(const panel::Request& request) {
  std::visit(Overloaded{[this](const panel::ToolRequest& pressed) { act(pressed.name); },
                        [this](const panel::EndStepRequest&) { session_.end_step(); },
                        [this](const panel::FocusRequest& wanted) {
                          reveal(wanted.field);
                          focusing_ = wanted.field;
                          focusing_selection_ = wanted.selection;
                        },
                        [this](const panel::RevealRequest& opened) {
                          reveal(opened.last);
                          revealing_from_ = opened.first;
                        },
                        [this](const panel::SelectRequest& chosen) {
                          if (!active_field_.empty()) ask(LeaveField{});
                          session_.select(chosen.thing);
                        },
                        [this](const panel::LeaveRequest&) { ask(LeaveField{}); },
                        [this](const panel::InsertRequest& symbol) { insert_symbol(symbol); },
                        [this](const panel::ReplaceTextRequest& replacement) {
                          session_.end_step();
                          session_.run(SetText{replacement.field, replacement.text});
                          session_.end_step();
                          scratch_.builtin_focused = false;  // what is edited there is another text now
                        }},
             request);
}

// Outside a formula, its dollars come along.
void Controller::insert_symbol(const panel::InsertRequest& symbol) {
  if (active_field_.empty()) return;
  if (is_caret_in_formula()) {
    ask(InsertText{symbol.text, symbol.back});
  } else {
    ask(InsertText{"$" + symbol.text + "$", symbol.back + 1});
  }
}

void Controller::follow_focus() {
  if (revealing_.empty() && focusing_.empty()) return;
  const panel::Widget* widget = find_widget(revealing_.empty() ? focusing_ : revealing_);
  if (!widget) {
    if (++waited_frames_ < kPatience) return;
  } else {
    // What appears under a field that is edited is to be seen too.
    const bool edited = !focusing_.empty() || revealing_ == active_field_;
    const float below = edited && is_label(widget->id) ? kUnderField : 0;
    const panel::Widget* first = find_widget(revealing_from_);
    show(first ? *first : *widget, *widget, below);
    if (!focusing_.empty()) ask(FocusWidget{focusing_, focusing_selection_, focusing_caret_});
  }
  revealing_.clear();
  revealing_from_.clear();
  focusing_.clear();
  focusing_caret_.reset();
}

void Controller::tell_cursor(panel::Cursor cursor) {
  if (cursor == cursor_) return;
  cursor_ = cursor;
  ask(CursorChanged{cursor});
}

const panel::Widget* Controller::find_widget(std::string_view id) const {
  for (const panel::Widget& widget : output_.widgets) {
    if (widget.id == id) return &widget;
  }
  return nullptr;
}

bool Controller::has_same_widgets(const panel::PanelOutput& before) const {
  const auto is_same = [this](const panel::Widget& old, const panel::Widget& now) {
    return old.rect == now.rect && old.enabled == now.enabled && old.id == now.id &&
           (old.value == now.value || now.id == active_field_) && old.label == now.label && old.chosen == now.chosen &&
           old.expanded == now.expanded && old.problem == now.problem;
  };
  return std::equal(before.widgets.begin(), before.widgets.end(), output_.widgets.begin(), output_.widgets.end(),
                    is_same);
}

bool Controller::grips(Point at) const {
  return std::any_of(output_.grips.begin(), output_.grips.end(), [at](const Rect& rect) { return contains(rect, at); });
}

void Controller::act(std::string_view name) {
  if (act_on_shelf(name)) return;
  if (act_on_poster(name)) return;
  if (find_action(name)) count_use(name);
  const AppAction* action = find_action(name);
  if (action && (!action->is_enabled || action->is_enabled(*this))) action->perform(*this);
}

void Controller::swap_language() {
  session_.set_language(language() == Language::Chinese ? Language::English : Language::Chinese);
  ask(LanguageChanged{language()});
}

panel::ThemeName Controller::theme() const {
  if (theme_ == ThemeChoice::System) return system_theme_;
  return theme_ == ThemeChoice::Dark ? panel::ThemeName::Dark : panel::ThemeName::Light;
}

void Controller::set_theme(panel::ThemeName system, ThemeChoice choice) {
  system_theme_ = system;
  theme_ = choice;
  panel::apply_style(theme());
  pictures_.clear();
  ask(ThemeChanged{theme(), theme_});
}

void Controller::swap_theme() {
  set_theme(system_theme_, theme() == panel::ThemeName::Dark ? ThemeChoice::Light : ThemeChoice::Dark);
}

void Controller::follow_system_theme() { set_theme(system_theme_, ThemeChoice::System); }

void Controller::undo() {
  session_.undo();
  keep_in_field();
}

void Controller::redo() {
  session_.redo();
  keep_in_field();
}

// What is edited stays selected, whatever the step was about: its field is shown as long as there is one.
void Controller::keep_in_field() {
  const std::string field(panel::document_field(active_field_));
  if (has_block(session_.poster(), field)) session_.select(panel::subject_of(session_.poster(), field).id);
}

void Controller::close_popups() {
  // A drag in the picker ends with it.
  session_.end_step();
  scratch_.picking.clear();
  scratch_.menu.clear();
}

bool Controller::close_menu() {
  const bool is_open = !scratch_.menu.empty();
  scratch_.menu.clear();
  return is_open;
}

void Controller::reveal(std::string_view id) {
  open_for(scratch_, session_.field_tree(), tools_for(*this), id);
  if (const auto subject = panel::subject_showing(session_.poster(), session_.field_tree(), id)) {
    const std::string& lead = session_.editor().selection.lead();
    if (!(panel::subject_of(session_.poster(), lead) == *subject)) session_.select(subject->id);
  }
  revealing_ = id;
  revealing_from_.clear();
  waited_frames_ = 0;
}

bool Controller::update_preview() {
  view_.set_page(session_.layout().page.size);
  // Drawing it sharp at each step of a gesture would hold that up.
  if (zooming_ > 0 && preview_.is_of(session_)) return false;
  preview_.see({view_.width_px(), view_.visible_px()});
  const Result<bool> updated = preview_.update(session_);
  if (updated) return updated.value();
  ask(Notice{updated.errors().front().message.in(language()), Severity::Error});
  return false;
}

}  // namespace sixiang::app
