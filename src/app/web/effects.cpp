#include "app/web/effects.h"

#include <variant>

#include "app/web/dump.h"
#include "base/overloaded.h"

namespace sixiang::web {

using nlohmann::json;

namespace {

const char* css_name(panel::Cursor cursor) {
  switch (cursor) {
    case panel::Cursor::Default:
      return "default";
    case panel::Cursor::Hand:
      return "pointer";
    case panel::Cursor::Text:
      return "text";
    case panel::Cursor::OpenHand:
      return "grab";
    case panel::Cursor::Grab:
      return "grabbing";
  }
  return "default";
}

json to_json(const app::Effect& effect) {
  return std::visit(
      Overloaded{[](const app::OpenFile&) {
                   return json{{"do", "open"}};
                 },
                 [](const app::OpenSample&) {
                   return json{{"do", "sample"}};
                 },
                 [](const app::OpenPoster& wanted) {
                   return json{{"do", "poster"}, {"id", wanted.id}};
                 },
                 [](const app::ShowPosters&) {
                   return json{{"do", "showPosters"}};
                 },
                 [](const app::PutAside& aside) {
                   return json{{"do", "putAside"}, {"poster", aside.poster}};
                 },
                 [](const app::KeepVersion&) {
                   return json{{"do", "keepVersion"}};
                 },
                 [](const app::ShelfRequest& request) {
                   const char* const tasks[] = {"open", "copy", "remove"};
                   return json{{"do", "shelf"}, {"task", tasks[int(request.task)]}, {"id", request.id}};
                 },
                 [](const app::OpenBrief&) {
                   return json{{"do", "brief"}};
                 },
                 [](const app::BriefChanged&) {
                   return json{{"do", "briefChanged"}};
                 },
                 [](const app::SaveFile&) {
                   return json{{"do", "save"}};
                 },
                 [](const app::SaveOutline&) {
                   return json{{"do", "outline"}};
                 },
                 [](const app::Download& wanted) {
                   return json{{"do", "download"}, {"px", wanted.width_px}};
                 },
                 [](const app::CopyPicture& wanted) {
                   return json{{"do", "copy"}, {"px", wanted.width_px}};
                 },
                 [](const app::LanguageChanged& changed) {
                   return json{{"do", "language"}, {"language", changed.language == Language::Chinese ? "zh" : "en"}};
                 },
                 [](const app::ThemeChanged& changed) {
                   const char* const choices[] = {"system", "light", "dark"};
                   return json{{"do", "theme"},
                               {"theme", changed.theme == panel::ThemeName::Dark ? "dark" : "light"},
                               {"choice", choices[int(changed.choice)]}};
                 },
                 [](const app::Notice& notice) {
                   const char* kind = notice.severity == Severity::Error ? "error" : "";
                   return json{{"do", "notice"},
                               {"text", notice.text},
                               {"kind", kind},
                               {"action", notice.action},
                               {"actionLabel", notice.action_label}};
                 },
                 [](const app::NoticeOver& notice) {
                   return json{{"do", "noticeOver"}, {"action", notice.action}};
                 },
                 [](const app::FocusWidget& widget) {
                   const bool selects = widget.selection == panel::FieldSelection::Everything;
                   json focus{{"do", "focus"}, {"id", widget.id}, {"selects", selects}};
                   if (widget.caret) focus["caret"] = *widget.caret;
                   return focus;
                 },
                 [](const app::LeaveField&) {
                   return json{{"do", "leave"}};
                 },
                 [](const app::InsertText& insert) {
                   return json{{"do", "insert"}, {"text", insert.text}, {"back", insert.back}};
                 },
                 [](const app::CursorChanged& changed) {
                   return json{{"do", "cursor"}, {"shape", css_name(changed.cursor)}};
                 }},
      effect);
}

}  // namespace

std::string to_json(const std::vector<app::Effect>& effects) {
  json list = json::array();
  for (const app::Effect& effect : effects) list.push_back(to_json(effect));
  return dump(list);
}

}  // namespace sixiang::web
