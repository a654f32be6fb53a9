// The widgets and text fields of the editor on a page.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/web/web_app.h"
#include "layout/hit_test.h"

namespace sixiang::web {

using nlohmann::json;
using panel::Widget;
using panel::WidgetKind;

namespace {

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

const Field* find_field(const std::vector<FieldGroup>& groups, std::string_view id) {
  for (const FieldGroup& group : groups) {
    for (const Field& field : group.fields) {
      if (field.id == id) return &field;
    }
    if (const Field* field = find_field(group.groups, id)) return field;
  }
  return nullptr;
}

}  // namespace

const Widget* WebApp::find_widget(std::string_view id) const {
  for (const Widget& widget : output_.widgets) {
    if (widget.id == id) return &widget;
  }
  return nullptr;
}

bool WebApp::is_pinned(const Widget& widget) const {
  return widget.rect.y < output_.pinned && widget.shown.height >= widget.rect.height;
}

bool WebApp::has_same_widgets(const panel::PanelOutput& before, float scrolled) const {
  const auto is_same = [this, scrolled](const Widget& old, const Widget& now) {
    const float moved = now.rect.y - old.rect.y;
    const bool stays = std::abs(moved) < 1 || std::abs(moved + scrolled) < 1;  // pinned, or scrolled with the rest
    return stays && old.rect.x == now.rect.x && old.rect.width == now.rect.width &&
           old.rect.height == now.rect.height && old.enabled == now.enabled && old.id == now.id &&
           (old.value == now.value || now.id == active_field_) && old.label == now.label;
  };
  return std::equal(before.widgets.begin(), before.widgets.end(), output_.widgets.begin(), output_.widgets.end(),
                    is_same);
}

std::string WebApp::widgets_json() const {
  json list = json::array();
  for (const Widget& widget : output_.widgets) {
    list.push_back({{"id", widget.id},
                    {"kind", panel::name_of(widget.kind)},
                    {"value", widget.value},
                    {"label", widget.label},
                    {"rect", {widget.rect.x, widget.rect.y, widget.rect.width, widget.rect.height}},
                    {"visible", !widget.shown.empty()},
                    {"enabled", widget.enabled}});
  }
  return dump(list);
}

std::string WebApp::field_at(Point at) const {
  for (const Widget& widget : output_.widgets) {
    if (widget.kind == WidgetKind::Text && contains(widget.shown, at)) return widget.id;
  }
  return "";
}

bool WebApp::keeps_field(Point at) const { return contains(output_.keeps_field, at); }

bool WebApp::grips(Point at) const {
  return std::any_of(output_.grips.begin(), output_.grips.end(), [at](const Rect& rect) { return contains(rect, at); });
}

std::string WebApp::current_value(std::string_view id) {
  if (const Field* field = find_field(session_.outline(), panel::document_field(id))) return field->value;
  // Not the widget's: keys come faster than frames.
  return panel::panel_text(scratch_, id).value_or("");
}

bool WebApp::is_label(std::string_view id) {
  const Field* field = find_field(session_.outline(), id);
  return field && field->kind == FieldKind::Text;
}

std::string WebApp::field_json(std::string_view id) {
  const Widget* widget = find_widget(id);
  if (!widget || widget->kind != WidgetKind::Text) return "null";
  std::string value = current_value(id);
  const bool is_draft = has_draft_ && id == active_field_ && value == draft_value_;
  if (is_draft) value = draft_;
  // In the coordinates of the scrolled content, where the page keeps its own field.
  return dump({{"id", widget->id},
               {"value", value},
               {"label", widget->label},
               {"placeholder", widget->placeholder},
               {"valid", !is_draft || is_draft_valid_},
               {"rect", {widget->rect.x, widget->rect.y + scroll_, widget->rect.width, widget->rect.height}},
               {"pinned", is_pinned(*widget) ? 0 : output_.pinned}});
}

void WebApp::enter_field(std::string_view id) {
  if (active_field_ == id) return;
  leave_field();
  active_field_ = id;
  // A field of the panel's own selects nothing.
  const std::string field(panel::document_field(id));
  if (!has_block(session_.poster(), field)) return;
  const Block* block = block_showing(session_.layout(), field);
  session_.select(block ? block->id : field);
}

void WebApp::leave_field() {
  active_field_.clear();
  field_height_ = 0;
  has_draft_ = false;
  session_.end_step();
}

void WebApp::set_text(std::string_view id, std::string_view text) {
  if (const auto taken = panel::set_panel_text(scratch_, id, text)) {
    is_draft_valid_ = *taken;
  } else {
    const auto command = panel::typed(session_.poster(), id, text);
    is_draft_valid_ = command.has_value();
    if (command) session_.run(*command);
  }
  draft_ = text;
  draft_value_ = current_value(id);
  has_draft_ = true;
}

void WebApp::offer_redo(std::string_view id, std::string_view text) {
  const std::uint64_t before = session_.editor().revision;
  session_.end_step();
  set_text(id, text);
  has_draft_ = false;
  if (session_.editor().revision != before) session_.undo();
}

void WebApp::set_selection(int start, int) { selection_start_ = start; }

void WebApp::act(std::string_view name) {
  if (name == "close") {
    // A drag in the picker ends with it.
    session_.end_step();
    scratch_.picking.clear();
    scratch_.export_menu = false;
  }
  if (name == "undo") session_.undo();
  if (name == "redo") session_.redo();
  if (name == "save") effects_.save_file();
  if (name == "download") effects_.download(scratch_.export_px);
}

void WebApp::reveal(std::string_view id) {
  open_for(scratch_, session_.outline(), id);
  revealing_ = id;
  revealing_from_.clear();
  waited_frames_ = 0;
}

std::string WebApp::active_block_json() {
  const PosterLayout& layout = session_.layout();
  const Block* block = block_showing(layout, panel::document_field(active_field_));
  if (!block) return "null";
  const Size page = layout.page;
  return dump({block->rect.x / page.width, block->rect.y / page.height, block->rect.width / page.width,
               block->rect.height / page.height});
}

}  // namespace sixiang::web
