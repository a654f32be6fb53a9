// What the page's JavaScript calls (web/engine.js): plain C functions over one WebApp. Texts come in as pointer and
// length, UTF-8; answers go out through sixiang_answer_data() and _size(), valid until the next call.
#include <emscripten/emscripten.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/web/web_app.h"
#include "mathml/mathml.h"

// Whoever made the instance may listen (web/engine.js).
EM_JS(void, sixiang_tell_progress, (double part), {
  if (Module["onProgress"]) Module["onProgress"](part);
});

namespace {

using sixiang::web::WebApp;

// The page is the program's only instance; emscripten gives no other place to keep it.
struct Instance {
  std::unique_ptr<WebApp> app;
  std::string text;                    // the last answer, or
  std::vector<std::uint8_t> bytes;     // the last answer's bytes, or
  const std::uint8_t* view = nullptr;  // bytes that live elsewhere
  std::size_t view_size = 0;
};

Instance& instance() {
  static Instance kept;
  return kept;
}

WebApp& app() { return *instance().app; }

sixiang::app::Controller& controller() { return instance().app->controller(); }

void answer(std::string text) {
  Instance& kept = instance();
  kept.text = std::move(text);
  kept.view = reinterpret_cast<const std::uint8_t*>(kept.text.data());
  kept.view_size = kept.text.size();
}

void answer(std::vector<std::uint8_t> bytes) {
  Instance& kept = instance();
  kept.bytes = std::move(bytes);
  kept.view = kept.bytes.data();
  kept.view_size = kept.bytes.size();
}

std::string in_both_languages(const sixiang::Message& message) { return message.chinese + " " + message.english; }

std::string_view view(const char* data, std::size_t size) { return {data, size}; }

// As bits: 1 Shift, 2 Ctrl or Cmd, 4 Alt, 8 what moves the poster as a whole.
sixiang::app::Modifiers modifiers(int keys) {
  return {(keys & 1) != 0, (keys & 2) != 0, (keys & 4) != 0, (keys & 8) != 0};
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void* sixiang_allocate(std::size_t size) { return std::malloc(size ? size : 1); }
EMSCRIPTEN_KEEPALIVE void sixiang_release(void* memory) { std::free(memory); }
EMSCRIPTEN_KEEPALIVE const std::uint8_t* sixiang_answer_data() { return instance().view; }
EMSCRIPTEN_KEEPALIVE std::size_t sixiang_answer_size() { return instance().view_size; }
EMSCRIPTEN_KEEPALIVE void sixiang_forget_answer() {
  instance().bytes = {};
  answer(std::string());
}

// 1, or 0 with the reason as the answer.
EMSCRIPTEN_KEEPALIVE int sixiang_start(const char* manifest, std::size_t size) {
  auto made = WebApp::create(view(manifest, size));
  if (!made) {
    answer(in_both_languages(made.errors().front().message));
    return 0;
  }
  instance().app = std::move(made.value());
  return 1;
}

// ---- fonts ---------------------------------------------------------------------------------------------------------

// 1, or 0 where the bytes are no font, such as some network's log-in page.
EMSCRIPTEN_KEEPALIVE int sixiang_load_font(const char* name, std::size_t name_size, const std::uint8_t* bytes,
                                           std::size_t size) {
  return controller().load_font(view(name, name_size), std::vector<std::uint8_t>(bytes, bytes + size)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void sixiang_font_slice(const char* name, std::size_t size) {
  answer(app().font_slice(view(name, size)));
}
// The answer is the file of a slice that has been loaded, or nothing.
EMSCRIPTEN_KEEPALIVE void sixiang_font_bytes(const char* name, std::size_t size) {
  Instance& kept = instance();
  const std::vector<std::uint8_t>* bytes = app().font_bytes(view(name, size));
  kept.view = bytes ? bytes->data() : nullptr;
  kept.view_size = bytes ? bytes->size() : 0;
}
EMSCRIPTEN_KEEPALIVE void sixiang_wanted_fonts() { answer(app().wanted_fonts()); }
EMSCRIPTEN_KEEPALIVE void sixiang_missing_characters() { answer(controller().missing_characters()); }
EMSCRIPTEN_KEEPALIVE void sixiang_fonts_arrived() { controller().fonts_arrived(); }

// ---- document ------------------------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void sixiang_set_poster(const char* json, std::size_t size) {
  answer(app().set_poster(view(json, size)));
}
EMSCRIPTEN_KEEPALIVE void sixiang_open_poster(const char* json, std::size_t size) {
  answer(app().open_poster(view(json, size)));
}
// A document, or a brief.
EMSCRIPTEN_KEEPALIVE void sixiang_take_text(const char* text, std::size_t size) {
  answer(app().take_text(view(text, size)));
}
EMSCRIPTEN_KEEPALIVE void sixiang_make_of_brief(const char* text, std::size_t size) {
  answer(app().read_brief(view(text, size), sixiang::app::BriefReading::New));
}
EMSCRIPTEN_KEEPALIVE void sixiang_reread_brief(const char* text, std::size_t size) {
  answer(app().read_brief(view(text, size), sixiang::app::BriefReading::Again));
}
EMSCRIPTEN_KEEPALIVE void sixiang_brief_text() { answer(controller().brief_text()); }
EMSCRIPTEN_KEEPALIVE void sixiang_brief() { answer(app().brief_json()); }
EMSCRIPTEN_KEEPALIVE void sixiang_add_left_out(int index) { controller().add_left_out(std::size_t(index)); }
EMSCRIPTEN_KEEPALIVE void sixiang_ignore_left_out(int index) { controller().ignore_left_out(std::size_t(index)); }
// [{"id", "title": {"zh", "en"}}, …]: the posters that come with the page.
EMSCRIPTEN_KEEPALIVE void sixiang_set_shelf(const char* json, std::size_t size) { app().set_shelf(view(json, size)); }
EMSCRIPTEN_KEEPALIVE int sixiang_has_poster_picture(const char* name, std::size_t size) {
  return controller().has_poster_picture(view(name, size)) ? 1 : 0;
}
// Its pixels, RGBA.
EMSCRIPTEN_KEEPALIVE void sixiang_set_poster_picture(const char* name, std::size_t name_size,
                                                     const std::uint8_t* pixels, std::size_t size, int width,
                                                     int height) {
  if (width <= 0 || height <= 0 || size != 4 * std::size_t(width) * std::size_t(height)) return;
  controller().set_poster_picture(view(name, name_size), {width, height, {pixels, pixels + size}});
}
EMSCRIPTEN_KEEPALIVE void sixiang_difference_from(const char* json, std::size_t size) {
  answer(controller().difference_from(view(json, size)));
}
// A small PNG of a document; empty where it is none.
EMSCRIPTEN_KEEPALIVE void sixiang_picture_of(const char* json, std::size_t size) {
  const auto png = controller().picture_of(view(json, size));
  answer(png ? png.value() : std::vector<std::uint8_t>{});
}
EMSCRIPTEN_KEEPALIVE void sixiang_set_gallery(const char* json, std::size_t size) {
  app().set_gallery(view(json, size));
}
EMSCRIPTEN_KEEPALIVE void sixiang_get_poster() { answer(app().poster_json()); }
EMSCRIPTEN_KEEPALIVE void sixiang_outline() { answer(app().outline()); }
EMSCRIPTEN_KEEPALIVE void sixiang_poster_name() { answer(controller().poster_name()); }
EMSCRIPTEN_KEEPALIVE void sixiang_poster_label() { answer(controller().poster_label()); }
EMSCRIPTEN_KEEPALIVE void sixiang_layout() { answer(app().layout_json()); }
EMSCRIPTEN_KEEPALIVE void sixiang_mark_saved() { controller().session().mark_saved(); }
EMSCRIPTEN_KEEPALIVE int sixiang_is_changed() { return controller().session().editor().is_changed() ? 1 : 0; }

// 1 with the file's bytes as the answer, or 0 with the reason.
EMSCRIPTEN_KEEPALIVE int sixiang_export_page(const char* ending, std::size_t size, double width_px) {
  auto file = controller().export_page(view(ending, size), width_px, [](float part) { sixiang_tell_progress(part); });
  if (!file) {
    answer(file.errors().front().message.in(controller().language()));
    return 0;
  }
  answer(std::move(file.value()));
  return 1;
}

// ---- panel ---------------------------------------------------------------------------------------------------------

// 1, or 0 with the reason as the answer.
EMSCRIPTEN_KEEPALIVE int sixiang_open_panel() {
  const auto opened = app().open_panel();
  if (!opened) answer(in_both_languages(opened.errors().front().message));
  return opened ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void sixiang_set_language(int chinese) {
  controller().session().set_language(chinese ? sixiang::Language::Chinese : sixiang::Language::English);
}
// `choice`: 0 as the system's, 1 light, 2 dark.
EMSCRIPTEN_KEEPALIVE void sixiang_set_theme(int system_is_dark, int choice) {
  using sixiang::app::ThemeChoice;
  using sixiang::panel::ThemeName;
  constexpr ThemeChoice kChoices[] = {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark};
  controller().set_theme(system_is_dark ? ThemeName::Dark : ThemeName::Light,
                         kChoices[choice >= 0 && choice < 3 ? choice : 0]);
}
EMSCRIPTEN_KEEPALIVE void sixiang_set_keyboard(int apple) {
  controller().set_keyboard(apple ? sixiang::app::Keyboard::Apple : sixiang::app::Keyboard::Plain);
}
EMSCRIPTEN_KEEPALIVE void sixiang_resize(float width, float height, float density) {
  app().resize({width, height, density});
}
EMSCRIPTEN_KEEPALIVE void sixiang_restore_graphics() { app().restore_graphics(); }
EMSCRIPTEN_KEEPALIVE void sixiang_wheel(float x, float y, float by_x, float by_y, int keys) {
  controller().wheel({x, y}, {by_x, by_y}, modifiers(keys));
}
// 1 where the two fingers move and zoom the poster.
EMSCRIPTEN_KEEPALIVE int sixiang_pinch(int kind, float x0, float y0, float x1, float y1) {
  return controller().pinch(sixiang::app::PointerKind(kind), {x0, y0}, {x1, y1}) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int sixiang_frame(float seconds) { return app().frame(seconds); }
EMSCRIPTEN_KEEPALIVE void sixiang_take_effects() { answer(app().take_effects()); }
EMSCRIPTEN_KEEPALIVE void sixiang_pointer(int kind, float x, float y, int touch, int keys) {
  controller().pointer(sixiang::app::PointerKind(kind), {x, y},
                       touch ? sixiang::app::PointerType::Touch : sixiang::app::PointerType::Mouse, modifiers(keys));
}
EMSCRIPTEN_KEEPALIVE int sixiang_paste_texts(const char* text, std::size_t size) {
  return controller().paste_texts(view(text, size)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int sixiang_context_menu(float x, float y) {
  return controller().open_context_menu({x, y}) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int sixiang_grips(float x, float y) { return controller().grips({x, y}) ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void sixiang_act(const char* name, std::size_t size) { controller().act(view(name, size)); }
EMSCRIPTEN_KEEPALIVE int sixiang_can_act(const char* name, std::size_t size) {
  return sixiang::app::can_act(controller(), view(name, size)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void sixiang_shortcuts() { answer(app().shortcuts_json()); }
EMSCRIPTEN_KEEPALIVE void sixiang_reveal(const char* id, std::size_t size) { controller().reveal(view(id, size)); }
EMSCRIPTEN_KEEPALIVE void sixiang_show_widget(const char* id, std::size_t size) {
  controller().show_widget(view(id, size));
}
EMSCRIPTEN_KEEPALIVE void sixiang_press(const char* id, std::size_t size) { controller().press(view(id, size)); }
EMSCRIPTEN_KEEPALIVE void sixiang_widgets() { answer(app().widgets_json()); }
EMSCRIPTEN_KEEPALIVE void sixiang_stats() { answer(app().stats_json()); }

// ---- what is selected ----------------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void sixiang_copied_text() { answer(controller().copied_text()); }
EMSCRIPTEN_KEEPALIVE void sixiang_copied_things() { answer(controller().copied_things()); }
EMSCRIPTEN_KEEPALIVE void sixiang_paste_things(const char* things, std::size_t size) {
  controller().paste_things(view(things, size));
}

// ---- typing --------------------------------------------------------------------------------------------------------

EMSCRIPTEN_KEEPALIVE void sixiang_field_at(float x, float y) { answer(controller().field_at({x, y})); }
EMSCRIPTEN_KEEPALIVE int sixiang_keeps_field(float x, float y) { return controller().keeps_field({x, y}) ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void sixiang_field(const char* id, std::size_t size) { answer(app().field_json(view(id, size))); }
EMSCRIPTEN_KEEPALIVE void sixiang_enter_field(const char* id, std::size_t size) {
  controller().enter_field(view(id, size));
}
EMSCRIPTEN_KEEPALIVE void sixiang_leave_field() { controller().leave_field(); }
// 1 where the key has done something else than in a field elsewhere.
EMSCRIPTEN_KEEPALIVE int sixiang_type_next() { return controller().type_next() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int sixiang_remove_empty() { return controller().remove_empty() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int sixiang_type_level(int second) {
  using Level = sixiang::app::Controller::TypedLevel;
  return controller().type_level(second ? Level::Second : Level::First) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int sixiang_command_key(int key) {
  return controller().press_command_key(sixiang::app::Controller::CommandKey(key)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void sixiang_set_text(const char* id, std::size_t id_size, const char* text, std::size_t size) {
  controller().set_text(view(id, id_size), view(text, size));
}
// The formula of a <math> that was pasted; empty: none.
EMSCRIPTEN_KEEPALIVE void sixiang_mathml(const char* markup, std::size_t size) {
  answer(sixiang::mathml::read(view(markup, size)));
}
EMSCRIPTEN_KEEPALIVE int sixiang_caret_in_formula() { return controller().is_caret_in_formula() ? 1 : 0; }
// 1 where the pasted text has become labels, 0 where it is to be inserted as typed.
EMSCRIPTEN_KEEPALIVE int sixiang_paste(const char* id, std::size_t id_size, const char* text, std::size_t size) {
  return controller().paste(view(id, id_size), view(text, size)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void sixiang_forget_refused(const char* id, std::size_t size) {
  controller().forget_refused(view(id, size));
}
EMSCRIPTEN_KEEPALIVE void sixiang_offer_redo(const char* id, std::size_t id_size, const char* text, std::size_t size) {
  controller().offer_redo(view(id, id_size), view(text, size));
}
EMSCRIPTEN_KEEPALIVE void sixiang_field_height(float height) { controller().set_field_height(height); }
// In the text that is edited on the poster; -1 where it is edited elsewhere.
EMSCRIPTEN_KEEPALIVE int sixiang_caret_at(float x, float y) { return controller().caret_at({x, y}).value_or(-1); }
EMSCRIPTEN_KEEPALIVE int sixiang_stepped_caret(int from, int step) {
  return controller().stepped_caret(from, sixiang::CaretStep(step)).value_or(-1);
}
EMSCRIPTEN_KEEPALIVE void sixiang_composition(int begin, int end) { controller().set_composition(begin, end); }
EMSCRIPTEN_KEEPALIVE void sixiang_selection(int begin, int end) { controller().set_selection(begin, end); }

// ---- preview -------------------------------------------------------------------------------------------------------

// 1 where there are new pixels. Every frame of the panel does the same.
EMSCRIPTEN_KEEPALIVE int sixiang_draw_preview() { return controller().update_preview() ? 1 : 0; }
// Its width; the answer is its pixels, RGBA row by row.
EMSCRIPTEN_KEEPALIVE int sixiang_preview() {
  Instance& kept = instance();
  kept.view = controller().preview().rgba.data();
  kept.view_size = controller().preview().rgba.size();
  return controller().preview().width_px;
}
// [x, y, width, height], CSS pixels of the window.
EMSCRIPTEN_KEEPALIVE void sixiang_preview_place() { answer(app().preview_place_json()); }
// [x, y, width, height] of all pixels that are new since this was last asked.
EMSCRIPTEN_KEEPALIVE void sixiang_preview_changed_rect() { answer(app().preview_changed_json()); }

}  // extern "C"
