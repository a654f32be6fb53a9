// The editor without a screen: one session with its panel and its preview, what is typed into it and what it asks for.
// A page and a desktop window feed it pointer, keys and time and show what it draws; tests do the same without either.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session/app_action.h"
#include "app/session/brief_report.h"
#include "app/session/effects.h"
#include "app/session/label_pictures.h"
#include "app/session/panel_font.h"
#include "app/session/poster_pictures.h"
#include "app/session/poster_pointer.h"
#include "app/session/preview.h"
#include "app/session/session.h"
#include "app/session/touch_scroll.h"
#include "app/session/view.h"
#include "editor/edit.h"
#include "layout/carets.h"
#include "panel/panel.h"
#include "panel/regions.h"

namespace sixiang::app {

enum class PointerKind : std::uint8_t { Move, Down, Up, Cancel };
enum class PointerType : std::uint8_t { Mouse, Touch };

struct FrameResult {
  bool wants_more = false;  // frames, soon
  bool preview_changed = false;
  bool preview_moved = false;  // preview_place() is another
  bool has_effects = false;
  bool wants_fonts = false;
  bool widgets_changed = false;  // more than by scrolling and typing: a text that is edited says itself what is in it
};

// What stands on the keys that are held with others: Ctrl and Alt, or Cmd and Option.
enum class Keyboard : std::uint8_t { Plain, Apple };

// A text field of the panel, for the real one that lies over it.
struct FieldState {
  std::string id, value, label, placeholder;
  std::string problem;       // why what stands in it is not taken; empty: it is
  bool takes_lines = false;  // several of them
  Rect rect;                 // CSS pixels of the window
  Rect shown;                // the part of it that is not scrolled out
  // CSS pixels of its letters, where the poster shows them and the real field is seen through; 0: elsewhere.
  float font_size_on_poster = 0;
};

// A poster that comes with the program.
struct GalleryPoster {
  std::string id;
  Message title;
};

// A poster that was worked on before, or a version of the one that is open.
struct ShelfPoster {
  std::string id, title, note;
  Size page;  // poster points
  panel::PosterCardKind kind = panel::PosterCardKind::Kept;
};

class Controller {
 public:
  // An ImGui context must be current, and stay until this is gone.
  Controller(Session session, TextureMaker textures, panel::TextEntry text_entry);
  Controller(const Controller&) = delete;
  Controller& operator=(const Controller&) = delete;

  Session& session() { return session_; }
  const Session& session() const { return session_; }
  // Those of the session; what was typed into the document before and not taken goes.
  Result<bool> open(std::string_view json);
  Result<bool> replace(std::string_view json);
  // A blank page in its place, as one step.
  void begin_poster(Size page);

  // ---- the text that the poster is made from
  // A document, or a brief, in place of the poster, as one step. Errors: neither, and then nothing changes.
  Result<bool> take_text(std::string_view text);
  Result<bool> read_brief(std::string_view text, BriefReading reading);
  // Of this poster; also one that is too long to be kept with it, until another is opened.
  const std::string& brief_text() const;
  BriefState brief_state();
  void show_left_out();
  void hide_left_out();
  // Onto the poster, as a label of the section that is selected, else of the last one in the page's order.
  void add_left_out(std::size_t index);
  void ignore_left_out(std::size_t index);

  // What is offered besides blank pages; whoever runs the panel opens them (OpenPoster).
  void set_gallery(std::vector<GalleryPoster> gallery) { gallery_ = std::move(gallery); }
  const std::vector<GalleryPoster>& gallery() const { return gallery_; }
  // The newest first.
  void set_shelf(std::vector<ShelfPoster> shelf) { shelf_ = std::move(shelf); }
  // By the name of what opens it; the page of new posters shows it.
  void set_poster_picture(std::string_view name, const Image& image) { posters_.set(name, image); }
  bool has_poster_picture(std::string_view name) const { return posters_.has(name); }
  void open_new_page();
  // What has become of a document since (difference()), in the interface's language; empty: nothing, or it is none.
  std::string difference_from(std::string_view json) const;
  // A small PNG of any document, with the fonts that are loaded. Errors: it is none; too little memory.
  Result<std::vector<std::uint8_t>> picture_of(std::string_view json) const;
  Language language() const { return session_.language(); }

  // ---- fonts
  // False where the manifest has no such file or the bytes are no font. Shown after fonts_arrived().
  bool load_font(std::string_view file, std::vector<std::uint8_t> bytes);
  std::vector<SliceId> wanted_slices();
  // Those whose slices are not loaded, UTF-8, in order of code points.
  std::string missing_characters();
  // Not between NewFrame and Render.
  void fonts_arrived();

  // ---- document
  std::string poster_name() const;   // for a file
  std::string poster_label() const;  // what the picture shows, for those who do not see it
  // Errors: a width that is none, fonts still to come, too little memory, those of render().
  Result<std::vector<std::uint8_t>> export_page(std::string_view ending, double width_px,
                                                const Progress& progress = {});

  // ---- panel
  // CSS pixels, and device pixels for each.
  void resize(Size viewport, float density);
  // Scrolls what lies there by so many CSS pixels, sideways with Shift; with Control it zooms the poster.
  void wheel(Point at, Point by, Modifiers keys = {});
  float scrolled(std::string_view area) const;  // its offset, CSS pixels
  const std::vector<panel::Widget>& widgets() const { return output_.widgets; }
  // Draws the panel into ImGui's current frame, then does what it was asked.
  FrameResult frame();
  long long frames_drawn() const { return frames_drawn_; }
  // In their order; empties the queue.
  std::vector<Effect> take_effects() { return std::exchange(effects_, {}); }
  // The graphics' memory is gone, and with it all textures.
  void lose_textures() {
    pictures_.lose();
    posters_.lose();
    shows_posters_ = false;
  }

  void pointer(PointerKind kind, Point at, PointerType type, Modifiers keys = {});
  bool grips(Point at) const;  // a drag that begins there is the panel's
  // Does what the table of app actions calls so, where that can be done now.
  void act(std::string_view name);
  // Puts it into the queue of effects.
  void ask(Effect effect) { effects_.push_back(std::move(effect)); }
  void undo();
  void redo();
  void swap_language();
  // What the system has counts where nothing was chosen.
  void set_theme(panel::ThemeName system, ThemeChoice choice);
  void swap_theme();
  void follow_system_theme();
  panel::ThemeName theme() const;
  void set_keyboard(Keyboard keyboard) { keyboard_ = keyboard; }
  // The list of commands with its line to search by, and that of keys; or closes it.
  void open_commands();
  void open_keys();
  // At a place of the window, of what lies there, which it selects; false where that is nothing of the poster.
  bool open_context_menu(Point at);
  void open_context_menu();  // of what is selected
  // What keys and presses do now, but for what has been done often.
  std::vector<panel::KeyHint> hints() const;
  // In that line. False where the caret is elsewhere, and the key is the field's own.
  enum class CommandKey : std::uint8_t { Previous, Next, Run, Close };
  bool press_command_key(CommandKey key);
  bool close_menu();    // false: none is open
  void close_popups();  // the sizes of the picture, the colour picker
  int export_width() const { return scratch_.export_px; }
  // Opens what holds the widget and asks to have it scrolled into view.
  void reveal(std::string_view id);
  // Scrolls the widget into view.
  void show_widget(std::string_view id);
  // A key presses the widget, in the next frame.
  void press(std::string_view id) { pressed_ = id; }

  // Two fingers over the desk move and zoom the poster between them; they press nothing. False where it was none of
  // that.
  bool pinch(PointerKind kind, Point first, Point second);

  // ---- where the poster lies on the desk
  float zoom() const { return view_.scale(); }  // CSS pixels a poster point
  bool is_fitted() const { return view_.is_fitted(); }
  void fit_view();
  void zoom_to(float scale);
  void zoom_by_step(int steps);
  // CSS pixels of the window.
  Rect poster_place() const { return view_.place(); }

  // ---- what is selected
  // Opens the text for typing, the caret at a place of the window, or behind it.
  void edit_text(std::string_view field, std::optional<Point> at = std::nullopt);
  // Beside its place on the poster, while a label is typed there: another one behind it; away with an empty one; of
  // the second level or not. False where that is not so, and the key is the field's own.
  bool type_next();
  bool remove_empty();
  enum class TypedLevel : std::uint8_t { First, Second };
  bool type_level(TypedLevel level);
  bool is_edited_in_place() const;
  // Where the text that is edited stands on the poster in its own letters: what of it is near a place of the window, or
  // a step from there, in UTF-16 code units; nullopt where it is edited elsewhere, and that is the field's own.
  std::optional<int> caret_at(Point at);
  std::optional<int> stepped_caret(int from, CaretStep step);
  // What the input method may still change of it, in UTF-16 code units; nothing where both are the same.
  void set_composition(int begin, int end);
  // Carries it out, or says why it cannot be done.
  void perform(const Result<Edit>& edit);
  // What went is said, with undo.
  void remove_selected();
  // Gives up what is being dragged. False where nothing is.
  bool cancel_drag();
  // As text for other programs, and as itself for paste_things(). Empty where nothing is selected.
  std::string copied_text() const;
  std::string copied_things() const;
  void paste_things(std::string_view things);
  // A line, or lines that nothing groups, where something of a section is selected: labels behind it. False: the text
  // is a poster or a brief, or nothing is selected.
  bool paste_texts(std::string_view text);

  // ---- typing
  const std::string& active_field() const { return active_field_; }
  std::string field_at(Point at) const;                  // the id of the text field there, or nothing
  bool keeps_field(Point at) const;                      // a press there leaves the edited field in focus
  std::optional<FieldState> field(std::string_view id);  // nullopt where it is not shown
  void enter_field(std::string_view id);
  void leave_field();
  void set_text(std::string_view id, std::string_view text);
  // Whether the selection of the field that is edited begins within a formula.
  bool is_caret_in_formula();
  // Lines of the clipboard, at the selection of a label's field, become labels (specs/pasting.md). False where they are
  // to be inserted as typed.
  bool paste(std::string_view id, std::string_view text);
  // The last paste, if nothing was done since, is undone and put in as one text.
  bool can_paste_as_one() const;
  void paste_as_one();
  // What was refused goes, and the value stands there again.
  void forget_refused(std::string_view id);
  // The field has taken back `text` itself: from here on that is the next step to be redone.
  void offer_redo(std::string_view id, std::string_view text);
  void set_field_height(float height) { field_height_ = height; }
  // Of the active field, in UTF-16 code units, as a page counts; a caret is where both are the same.
  void set_selection(int begin, int end);
  // The characters of the title that are selected; nullopt where none are.
  std::optional<EmphasizeTitle> selected_title() const;
  bool is_title_selection_emphasized() const;
  // Stresses them, or, where just these are stressed, no longer.
  void emphasize_title_selection();

  // What layout has to say of what was drawn last, without hints.
  std::size_t problem_count() const { return problem_count_; }

  // ---- preview
  // Draws it where it would look different; true where it does. So does frame().
  bool update_preview();
  const Image& preview() const { return preview_.image(); }
  // Where it is to be shown: CSS pixels of the window, on whole device pixels but while it is zoomed.
  Rect preview_place() const;
  // It, and what is drawn over it.
  panel::OnDesk on_desk();
  // Shows it in the panel, below what is drawn there, where nothing can be seen through that. 0: not any more.
  void set_preview_texture(TextureId texture) { preview_texture_ = texture; }
  // All of its pixels that were drawn anew since this was last asked.
  PixelRect take_preview_changed() { return preview_.take_changed(); }

 private:
  // What stands in a field as it was typed, for as long as the document keeps the value that it then had: they differ
  // where the text is no value (yet). What is refused stays when the field is left.
  struct Draft {
    std::string text, value;
    std::optional<Message> refused;
  };

  // What became labels last, as the one text that it would have been.
  struct Pasted {
    std::string field, text;
    std::uint64_t revision = 0;
  };

  panel::PanelOutput draw();
  void perform(const panel::PanelOutput& output);
  void handle(const panel::Request& request);
  void insert_symbol(const panel::InsertRequest& symbol);
  void tell_pasted(std::size_t made, std::size_t rest);
  void forget_document();
  void forget_pasted();
  bool take_poster(const Poster& poster);
  void tell_brief(std::size_t briefs, BriefReading reading);
  void tell_brief_changed();
  void keep_in_field();
  void follow_focus();
  void show(const panel::Widget& first, const panel::Widget& last, float below);
  const panel::ScrollArea* area_at(Point at) const;  // nullptr: nothing there scrolls
  void scroll_to(const panel::ScrollArea& area, float offset);
  bool scrolls(PointerKind kind, Point at);
  void follow_finger();
  bool has_same_widgets(const panel::PanelOutput& before) const;
  void open_list(std::string_view menu);
  bool is_finding_command() const;
  bool act_on_poster(std::string_view name);
  bool act_on_shelf(std::string_view name);
  void put_aside(const Poster& before);
  void show_posters();
  std::vector<panel::PosterCard> poster_cards() const;
  Message heading_of(CommandGroup group) const;
  std::vector<panel::CommandRow> action_rows(CommandGroup group) const;
  std::vector<panel::CommandRow> all_commands();
  std::vector<panel::CommandRow> found_commands();
  std::vector<panel::CommandRow> key_rows() const;
  std::vector<panel::CommandRow> listed_commands();
  std::vector<panel::CommandRow> context_rows() const;
  static constexpr std::string_view kPressed = "press";  // of the poster, counted like an action
  void count_use(std::string_view action);
  const Diagnostics& diagnostics();
  void tell_cursor(panel::Cursor cursor);
  // Changes the view, and has what stands on the poster follow it.
  template <class Change>
  void change_view(const Change& change) {
    const Rect before = view_.place();
    change(view_);
    follow_view(before);
  }
  void follow_view(const Rect& before);
  void zoom_at(Point at, float factor);
  Point zoomed_at();
  bool moves_poster(PointerKind kind, Point at, Modifiers keys);
  void scroll_at_edge();
  void show_selected();
  std::optional<Carets> carets();
  std::optional<panel::TextOnPoster> text_on_poster();
  bool is_over_desk(Point at) const;
  bool is_desk(Point at) const;
  bool point_at_poster(PointerKind kind, Point at, Modifiers keys);
  std::vector<panel::DeskMark> desk_marks();
  panel::Cursor cursor() const;
  const panel::Widget* find_widget(std::string_view id) const;
  std::string current_value(std::string_view field);
  std::string shown_text(std::string_view field);   // also what is no value (yet)
  const Draft* find_draft(std::string_view field);  // nullptr where the value stands there
  std::vector<panel::RefusedText> refused_texts();
  bool is_label(std::string_view field);  // a text of the document
  panel::Picture picture(std::string_view label, float max_width, panel::PictureUse use);

  Session session_;
  PanelFont font_;
  LabelPictures pictures_;
  PosterPictures posters_;
  Preview preview_;
  PosterPointer poster_pointer_{session_};
  bool is_poster_pressed_ = false;
  Point pointer_at_;  // where it was told last
  View view_;
  Rect told_place_;                // of the preview
  std::optional<Point> moved_to_;  // where the hand that moves the poster is
  bool is_hand_over_ = false;
  std::optional<std::pair<Point, Point>> fingers_;
  float zooming_ = 0;         // seconds for which the picture may still be stretched
  bool has_stepped_ = false;  // since the last frame, which may be long ago
  bool scrolls_at_edge_ = false;
  std::string shown_lead_;  // of what is selected
  TextureId preview_texture_ = 0;
  panel::TextEntry text_entry_;
  panel::PanelScratch scratch_;
  panel::PanelOutput output_;  // of the last frame
  std::vector<Effect> effects_;
  Size viewport_;
  float density_ = 1;
  TouchScroll finger_;
  bool has_scrolled_ = false;  // since what stands there was drawn
  Keyboard keyboard_ = Keyboard::Plain;
  ThemeChoice theme_ = ThemeChoice::System;
  std::map<std::string, int, std::less<>> uses_;  // of the actions that hints tell of
  panel::ThemeName system_theme_ = panel::ThemeName::Light;
  // What layout says of the poster, and which of its texts can hardly be read.
  Diagnostics diagnostics_;
  std::shared_ptr<const PosterLayout> diagnosed_;  // of which layout
  std::size_t problem_count_ = 0;
  panel::Cursor cursor_ = panel::Cursor::Default;
  long long frames_drawn_ = 0;

  std::string pressed_;
  std::string active_field_, drawn_field_;
  float field_height_ = 0;
  int selection_begin_ = 0, selection_end_ = 0;      // UTF-16 code units
  int composition_begin_ = 0, composition_end_ = 0;  // the same
  double caret_moved_at_ = 0;                        // ImGui's seconds
  PointerType pointer_type_ = PointerType::Mouse;    // that came last
  std::map<std::string, Draft, std::less<>> drafts_;
  std::optional<Pasted> pasted_;
  std::vector<GalleryPoster> gallery_;
  std::vector<ShelfPoster> shelf_;
  bool shows_posters_ = false;  // and has asked for them
  BriefReport brief_;
  std::optional<UnkeptBrief> unkept_brief_;
  std::optional<std::uint64_t> told_brief_;  // of which revision
  // To be shown, or entered, as soon as the panel has it.
  std::string revealing_, focusing_;
  panel::FieldSelection focusing_selection_ = panel::FieldSelection::CaretAtEnd;
  std::optional<int> focusing_caret_;  // UTF-16 code units; nullopt: as focusing_selection_ says
  std::string revealing_from_;         // the first widget of what is shown, where that is more than one
  int waited_frames_ = 0;
};

}  // namespace sixiang::app
