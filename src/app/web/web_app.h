// The editor on a page: one session, its panel on a canvas, its poster as pixels. Every method answers one call of
// web/*.js; what the page is to do in turn (open a file, focus a field) is queued as effects.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/label_pictures.h"
#include "app/session/panel_font.h"
#include "app/session/session.h"
#include "app/web/effects.h"
#include "app/web/panel_canvas.h"
#include "panel/panel.h"

namespace sixiang::web {

// As web/panel.js numbers them.
enum class PointerKind : std::uint8_t { Move = 0, Down = 1, Up = 2, Cancel = 3 };
enum class PointerType : std::uint8_t { Mouse, Touch };

// Bits of what frame() answers.
enum FrameResult : int {
  kMoreFrames = 1,
  kPreviewChanged = 2,
  kEffectsQueued = 4,
  kFontsWanted = 8,
  kWidgetsChanged = 16  // more than by scrolling and typing: a text that is edited says itself what is in it
};

class WebApp {
 public:
  // Errors: the font manifest cannot be read, or nothing can be drawn on the canvas.
  static Result<std::unique_ptr<WebApp>> create(std::string_view font_manifest);

  // ---- fonts
  bool load_font(std::string_view file, std::vector<std::uint8_t> bytes);
  std::string font_slice(std::string_view file) const;  // {"file", "cssRange"}
  std::string wanted_fonts();                           // a list of those
  std::string missing_characters();
  void fonts_arrived();

  // ---- document
  std::string set_poster(std::string_view json);   // {"ok", "errors": [{"path", "message"}]}
  std::string open_poster(std::string_view json);  // the same; a new document, without steps to undo
  std::string poster_json() const;
  std::string poster_name() const;   // for a file
  std::string poster_label() const;  // what the picture shows, for those who do not see it
  std::string layout_json();
  void mark_saved() { session_.mark_saved(); }
  bool is_changed() const { return session_.editor().is_changed(); }
  Result<std::vector<std::uint8_t>> export_png(double width_px);

  // ---- panel
  Language language() const { return session_.language(); }
  void set_language(Language language) { session_.set_language(language); }
  void resize(const CanvasSize& size) { canvas_.resize(size); }
  void restore_graphics();
  void scroll(float offset) { scroll_ = offset; }
  float content_height() const { return output_.content_height; }
  int frame(float seconds);
  std::string take_effects() { return effects_.take(); }
  void pointer(PointerKind kind, Point at, PointerType type);
  bool grips(Point at) const;
  void act(std::string_view name);
  void reveal(std::string_view id);
  // A key presses the widget, in the next frame.
  void press(std::string_view id) { pressed_ = id; }
  float pinned() const { return output_.pinned; }
  std::string widgets_json() const;
  std::string stats_json() const;

  // ---- typing
  std::string field_at(Point at) const;         // the id of the text field there, or nothing
  bool keeps_field(Point at) const;             // a press there leaves the edited field in focus
  std::string field_json(std::string_view id);  // null where it is not shown
  void enter_field(std::string_view id);
  void leave_field();
  void set_text(std::string_view id, std::string_view text);
  // The field has taken back `text` itself: from here on that is the next step to be redone.
  void offer_redo(std::string_view id, std::string_view text);
  void set_field_height(float height) { field_height_ = height; }
  // UTF-16 code units, as a page counts.
  void set_selection(int start, int end);

  // ---- preview
  void set_preview_room(int width_px, int height_px);
  const Image& preview() const { return preview_; }
  std::string active_block_json();  // [x, y, width, height] as fractions of the page, or null
  void pick(Point at);              // fractions of the page

 private:
  explicit WebApp(FontManifest manifest);

  panel::PanelOutput draw();
  void perform(const panel::PanelOutput& output);
  void handle(const panel::Request& request);
  void insert_symbol(const panel::InsertRequest& symbol);
  void follow_focus();
  bool has_same_widgets(const panel::PanelOutput& before, float scrolled) const;
  void tell_cursor(panel::Cursor cursor);
  bool update_preview();
  std::vector<SliceId> pending_slices();
  const panel::Widget* find_widget(std::string_view id) const;
  bool is_pinned(const panel::Widget& widget) const;  // in the toolbar, in view wherever the rest is scrolled to
  std::string current_value(std::string_view field);
  bool is_label(std::string_view field);  // a text of the document
  panel::Picture picture(std::string_view label, float max_width, panel::PictureUse use);

  app::Session session_;
  PanelCanvas canvas_;
  app::PanelFont font_;
  app::LabelPictures pictures_;
  panel::PanelScratch scratch_;
  panel::PanelOutput output_;  // of the last frame
  Effects effects_;
  float scroll_ = 0, drawn_scroll_ = 0;
  PointerType pointer_ = PointerType::Mouse;
  panel::Cursor cursor_ = panel::Cursor::Default;
  long long frames_drawn_ = 0;

  std::string pressed_;
  std::string active_field_, drawn_field_;
  float field_height_ = 0;
  int selection_start_ = 0;
  // What was typed, and the value that the document then had: they differ where the text is no value yet ("#A8").
  std::string draft_, draft_value_;
  bool has_draft_ = false, is_draft_valid_ = true;
  // To be shown, or entered, as soon as the panel has it.
  std::string revealing_, focusing_;
  panel::FieldSelection focusing_selection_ = panel::FieldSelection::CaretAtEnd;
  std::string revealing_from_;  // the first widget of what is shown, where that is more than one
  int waited_frames_ = 0;

  Image preview_;
  int room_width_px_ = 0, room_height_px_ = 0;
  std::uint64_t preview_version_ = 0;
};

}  // namespace sixiang::web
