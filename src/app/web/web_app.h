// The editor on a page: the controller, its panel on a canvas, and what the page's JavaScript is told, as JSON. Every
// method answers one call of web/*.js.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/controller.h"
#include "app/web/panel_canvas.h"

namespace sixiang::web {

// Bits of what frame() answers.
enum FrameBits : int {
  kMoreFrames = 1,
  kPreviewChanged = 2,
  kEffectsQueued = 4,
  kFontsWanted = 8,
  kWidgetsChanged = 16,
  kPreviewMoved = 32
};

class WebApp {
 public:
  // Errors: the font manifest cannot be read.
  static Result<std::unique_ptr<WebApp>> create(std::string_view font_manifest);

  app::Controller& controller() { return controller_; }

  // ---- fonts
  std::string font_slice(std::string_view file) const;                       // {"file", "cssRange"}
  std::string wanted_fonts();                                                // a list of those
  const std::vector<std::uint8_t>* font_bytes(std::string_view file) const;  // nullptr where it is not loaded

  // ---- document
  std::string set_poster(std::string_view json);   // {"ok", "errors": [{"path", "message"}]}
  std::string open_poster(std::string_view json);  // the same; a new document, without steps to undo
  std::string take_text(std::string_view text);    // the same, with "isBrief"; a document or a brief
  std::string read_brief(std::string_view text, app::BriefReading reading);  // the same
  std::string brief_json();  // {"hasText", "isListed", "leftOut": [{"index", "line", "text", "why"}]}
  std::string poster_json() const;
  std::string outline() const;              // of the poster, Markdown
  void set_gallery(std::string_view json);  // [{"id", "title": {"zh", "en"}}, …]
  void set_shelf(std::string_view json);    // [{"id", "title", "note", "width", "height", "isVersion"}, …]
  std::string layout_json();

  // ---- panel
  // The canvas, once there is a poster to be seen: graphics take as long to begin as all else. Errors: nothing can be
  // drawn on it.
  Result<bool> open_panel();
  void resize(const CanvasSize& size);
  void restore_graphics();
  int frame(float seconds);  // nothing before open_panel()
  std::string take_effects();
  std::string widgets_json() const;
  std::string stats_json() const;
  std::string shortcuts_json() const;           // [{"action", "key", "control", "shift", "alt", "place"}]
  std::string field_json(std::string_view id);  // null where it is not shown
  std::string preview_place_json() const;       // [x, y, width, height]
  std::string preview_changed_json();           // [x, y, width, height], pixels

 private:
  WebApp(std::unique_ptr<PanelCanvas> canvas, FontManifest manifest);

  void show_preview_in_panel();

  std::unique_ptr<PanelCanvas> canvas_;
  SDL_Texture* preview_texture_ = nullptr;
  app::Controller controller_;
};

}  // namespace sixiang::web
