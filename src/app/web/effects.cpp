#include "app/web/effects.h"

#include <nlohmann/json.hpp>

namespace sixiang::web {

using nlohmann::json;

namespace {

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

}  // namespace

std::string Effects::take() {
  std::string list = "[";
  for (const std::string& item : items_) {
    if (list.size() > 1) list += ',';
    list += item;
  }
  items_.clear();
  return list + "]";
}

void Effects::open_file() { items_.push_back(dump({{"do", "open"}})); }
void Effects::open_sample() { items_.push_back(dump({{"do", "sample"}})); }
void Effects::save_file() { items_.push_back(dump({{"do", "save"}})); }
void Effects::download(int width_px) { items_.push_back(dump({{"do", "download"}, {"px", width_px}})); }
void Effects::copy_picture(int width_px) { items_.push_back(dump({{"do", "copy"}, {"px", width_px}})); }

void Effects::set_language(Language language) {
  items_.push_back(dump({{"do", "language"}, {"language", language == Language::Chinese ? "zh" : "en"}}));
}

void Effects::notice(const std::string& text, Severity severity) {
  items_.push_back(dump({{"do", "notice"}, {"text", text}, {"kind", severity == Severity::Error ? "error" : ""}}));
}

void Effects::focus(const std::string& field, panel::FieldSelection selection) {
  items_.push_back(dump({{"do", "focus"}, {"id", field}, {"selects", selection == panel::FieldSelection::Everything}}));
}

void Effects::leave() { items_.push_back(dump({{"do", "leave"}})); }

void Effects::insert(const std::string& text, int back) {
  items_.push_back(dump({{"do", "insert"}, {"text", text}, {"back", back}}));
}

void Effects::reveal(float y, float height, float pinned) {
  items_.push_back(dump({{"do", "reveal"}, {"y", y}, {"height", height}, {"pinned", pinned}}));
}

void Effects::set_cursor(const char* css_shape) { items_.push_back(dump({{"do", "cursor"}, {"shape", css_shape}})); }

}  // namespace sixiang::web
