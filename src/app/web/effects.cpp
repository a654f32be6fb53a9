#include "app/web/effects.h"

#include <variant>

#include "app/web/dump.h"

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

// What the page is to do, and with what: one for each effect.
json as_json(const app::OpenFile&) { return json{{"do", "open"}}; }
json as_json(const app::OpenSample&) { return json{{"do", "sample"}}; }
json as_json(const app::OpenPoster& wanted) { return json{{"do", "poster"}, {"id", wanted.id}}; }
json as_json(const app::ShowPosters&) { return json{{"do", "showPosters"}}; }
json as_json(const app::PutAside& aside) { return json{{"do", "putAside"}, {"poster", aside.poster}}; }
json as_json(const app::KeepVersion&) { return json{{"do", "keepVersion"}}; }
json as_json(const app::ShelfRequest& request) {
  const char* const tasks[] = {"open", "copy", "remove"};
  return json{{"do", "shelf"}, {"task", tasks[int(request.task)]}, {"id", request.id}};
}
json as_json(const app::OpenBrief&) { return json{{"do", "brief"}}; }
json as_json(const app::BriefChanged&) { return json{{"do", "briefChanged"}}; }
json as_json(const app::SaveFile&) { return json{{"do", "save"}}; }
json as_json(const app::SaveOutline&) { return json{{"do", "outline"}}; }
json as_json(const app::Download& wanted) { return json{{"do", "download"}, {"px", wanted.width_px}}; }
json as_json(const app::CopyPicture& wanted) { return json{{"do", "copy"}, {"px", wanted.width_px}}; }
json as_json(const app::LanguageChanged& changed) {
  return json{{"do", "language"}, {"language", changed.language == Language::Chinese ? "zh" : "en"}};
}
json as_json(const app::ThemeChanged& changed) {
  const char* const choices[] = {"system", "light", "dark"};
  return json{{"do", "theme"},
              {"theme", changed.theme == panel::ThemeName::Dark ? "dark" : "light"},
              {"choice", choices[int(changed.choice)]}};
}
json as_json(const app::Notice& notice) {
  const char* kind = notice.severity == Severity::Error ? "error" : "";
  return json{{"do", "notice"},
              {"text", notice.text},
              {"kind", kind},
              {"action", notice.action},
              {"actionLabel", notice.action_label}};
}
json as_json(const app::NoticeOver& notice) { return json{{"do", "noticeOver"}, {"action", notice.action}}; }
json as_json(const app::FocusWidget& widget) {
  const bool selects = widget.selection == panel::FieldSelection::Everything;
  json focus{{"do", "focus"}, {"id", widget.id}, {"selects", selects}};
  if (widget.caret) focus["caret"] = *widget.caret;
  return focus;
}
json as_json(const app::LeaveField&) { return json{{"do", "leave"}}; }
json as_json(const app::InsertText& insert) {
  return json{{"do", "insert"}, {"text", insert.text}, {"back", insert.back}};
}
json as_json(const app::CursorChanged& changed) { return json{{"do", "cursor"}, {"shape", css_name(changed.cursor)}}; }

}  // namespace

std::string to_json(const std::vector<app::Effect>& effects) {
  json list = json::array();
  for (const app::Effect& effect : effects) {
    list.push_back(std::visit([](const auto& one) { return as_json(one); }, effect));
  }
  return dump(list);
}

}  // namespace sixiang::web
