#include "app/web/web_app.h"

#include <cstdio>
#include <utility>

#include "app/web/dump.h"
#include "app/web/effects.h"
#include "brief/outline.h"
#include "model/poster_json.h"

namespace sixiang::web {

using nlohmann::json;

namespace {

// "U+20-7E, U+4E00": the page's own fields are set in the plain face alone.
std::string css_range(const FontFace& face, const FontSlice& slice) {
  if (face.id != "sans") return "";
  std::string text;
  for (const auto& [first, last] : slice.ranges) {
    char range[32];
    std::snprintf(range, sizeof range, first == last ? "%sU+%X" : "%sU+%X-%X", text.empty() ? "" : ", ",
                  unsigned(first), unsigned(last));
    text += range;
  }
  return text;
}

json describe(const FontManifest& manifest, SliceId id) {
  const FontFace& face = manifest.faces[id.face];
  const FontSlice& slice = face.slices[id.slice];
  return {{"file", slice.file}, {"cssRange", css_range(face, slice)}};
}

json answer_of(const Result<bool>& result, Language language) {
  json answer = {{"ok", result.ok()}, {"errors", json::array()}};
  if (!result) {
    for (const Error& error : result.errors()) {
      answer["errors"].push_back({{"path", error.path}, {"message", error.message.in(language)}});
    }
  }
  return answer;
}

json list_of(const Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

const char* word_of(app::KeyPlace place) {
  switch (place) {
    case app::KeyPlace::Everywhere:
      return "everywhere";
    case app::KeyPlace::Poster:
      return "poster";
    case app::KeyPlace::OutsideText:
      return "outsideText";
  }
  return "";
}

app::TextureMaker textures_of(PanelCanvas& canvas) {
  return {[&canvas](const Image& image) { return app::TextureId(canvas.make_texture(image)); },
          [&canvas](app::TextureId id) { canvas.free_texture(reinterpret_cast<SDL_Texture*>(id)); }};
}

}  // namespace

Result<std::unique_ptr<WebApp>> WebApp::create(std::string_view font_manifest) {
  Result<FontManifest> manifest = parse_font_manifest(font_manifest);
  if (!manifest) return manifest.errors();
  return std::unique_ptr<WebApp>(new WebApp(std::make_unique<PanelCanvas>(), std::move(manifest.value())));
}

WebApp::WebApp(std::unique_ptr<PanelCanvas> canvas, FontManifest manifest)
    : canvas_(std::move(canvas)),
      controller_(app::Session(FontSet(std::move(manifest))), textures_of(*canvas_), panel::TextEntry::Overlay) {}

// ---- fonts ----------------------------------------------------------------------------------------------------------

std::string WebApp::font_slice(std::string_view file) const {
  const FontSet& fonts = controller_.session().fonts();
  const auto slice = fonts.find_slice(file);
  return slice ? dump(describe(fonts.manifest(), *slice)) : "{}";
}

std::string WebApp::wanted_fonts() {
  json list = json::array();
  for (const SliceId id : controller_.wanted_slices()) {
    list.push_back(describe(controller_.session().fonts().manifest(), id));
  }
  return dump(list);
}

const std::vector<std::uint8_t>* WebApp::font_bytes(std::string_view file) const {
  const FontSet& fonts = controller_.session().fonts();
  const auto slice = fonts.find_slice(file);
  return slice && fonts.loaded(*slice) ? &fonts.file_bytes(*slice) : nullptr;
}

// ---- document -------------------------------------------------------------------------------------------------------

std::string WebApp::outline() const { return brief::to_outline(controller_.session().poster()); }

void WebApp::set_gallery(std::string_view text) {
  const json list = json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
  std::vector<app::GalleryPoster> gallery;
  for (const json& entry : list) {
    if (!entry.is_object() || !entry.contains("id") || !entry["id"].is_string()) continue;
    const Message title{entry.value("/title/en"_json_pointer, std::string()),
                        entry.value("/title/zh"_json_pointer, std::string())};
    gallery.push_back({entry["id"].get<std::string>(), title});
  }
  controller_.set_gallery(std::move(gallery));
}

void WebApp::set_shelf(std::string_view text) {
  const json list = json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
  std::vector<app::ShelfPoster> shelf;
  for (const json& entry : list) {
    if (!entry.is_object()) continue;
    const bool is_version = entry.value("isVersion", false);
    shelf.push_back({entry.value("id", std::string()),
                     entry.value("title", std::string()),
                     entry.value("note", std::string()),
                     {entry.value("width", 1.0f), entry.value("height", 1.0f)},
                     is_version ? panel::PosterCardKind::Version : panel::PosterCardKind::Kept});
  }
  controller_.set_shelf(std::move(shelf));
}

std::string WebApp::set_poster(std::string_view text) {
  return dump(answer_of(controller_.replace(text), controller_.language()));
}

std::string WebApp::open_poster(std::string_view text) {
  return dump(answer_of(controller_.open(text), controller_.language()));
}

std::string WebApp::take_text(std::string_view text) {
  json answer = answer_of(controller_.take_text(text), controller_.language());
  answer["isBrief"] = !brief::is_document(text);
  return dump(answer);
}

std::string WebApp::read_brief(std::string_view text, app::BriefReading reading) {
  return dump(answer_of(controller_.read_brief(text, reading), controller_.language()));
}

std::string WebApp::brief_json() {
  const app::BriefState state = controller_.brief_state();
  json lines = json::array();
  for (const app::LeftOutLine& line : state.left_out) {
    lines.push_back({{"index", line.index},
                     {"line", line.line},
                     {"text", line.text},
                     {"why", line.why.in(controller_.language())}});
  }
  return dump({{"hasText", state.has_text}, {"isListed", state.is_listed}, {"leftOut", std::move(lines)}});
}

std::string WebApp::poster_json() const { return sixiang::to_json(controller_.session().poster()); }

std::string WebApp::layout_json() {
  return sixiang::to_json(controller_.session().poster(), controller_.session().layout(), controller_.language());
}

// ---- panel ----------------------------------------------------------------------------------------------------------

Result<bool> WebApp::open_panel() {
  if (canvas_->open()) return true;
  const std::string& why = canvas_->failure();
  return Error{"", {"Nothing can be drawn on this page: " + why, "无法在页面上绘图：" + why}};
}

void WebApp::resize(const CanvasSize& size) {
  canvas_->resize(size);
  controller_.resize({size.width, size.height}, size.density);
}

void WebApp::restore_graphics() {
  controller_.lose_textures();
  canvas_->restore();
}

int WebApp::frame(float seconds) {
  if (!canvas_->is_open()) return 0;
  canvas_->begin_frame(seconds);
  const app::FrameResult result = controller_.frame();
  canvas_->end_frame();
  // What has just been drawn showed the one before.
  const bool shows_late = !canvas_->is_see_through() && result.preview_changed;
  if (shows_late) show_preview_in_panel();
  return (result.wants_more || shows_late ? kMoreFrames : 0) | (result.preview_changed ? kPreviewChanged : 0) |
         (result.has_effects ? kEffectsQueued : 0) | (result.wants_fonts ? kFontsWanted : 0) |
         (result.widgets_changed ? kWidgetsChanged : 0) | (result.preview_moved ? kPreviewMoved : 0);
}

void WebApp::show_preview_in_panel() {
  canvas_->free_texture(preview_texture_);
  preview_texture_ = canvas_->make_texture(controller_.preview());
  controller_.set_preview_texture(app::TextureId(preview_texture_));
}

std::string WebApp::take_effects() { return to_json(controller_.take_effects()); }

std::string WebApp::widgets_json() const {
  json list = json::array();
  for (const panel::Widget& widget : controller_.widgets()) {
    json entry = {{"id", widget.id},
                  {"kind", panel::name_of(widget.kind)},
                  {"role", panel::role_of(widget)},
                  {"value", widget.value},
                  {"label", widget.label},
                  {"rect", list_of(widget.rect)},
                  {"visible", !widget.shown.empty()},
                  {"enabled", widget.enabled},
                  {"problem", widget.problem},
                  {"owner", widget.owner},
                  {"popup", widget.is_popup},
                  {"stop", widget.is_stop},
                  {"area", widget.area}};
    if (widget.chosen) entry["chosen"] = *widget.chosen;
    if (widget.expanded) entry["expanded"] = *widget.expanded;
    list.push_back(std::move(entry));
  }
  return dump(list);
}

std::string WebApp::stats_json() const {
  const app::SessionStats& stats = controller_.session().stats();
  return dump({{"framesDrawn", controller_.frames_drawn()},
               {"layoutMs", stats.layout_ms},
               {"renderMs", stats.render_ms},
               {"scrolled", controller_.scrolled("inspector")},
               {"zoom", controller_.zoom()},
               {"poster", list_of(controller_.poster_place())}});
}

std::string WebApp::shortcuts_json() const {
  json list = json::array();
  for (const app::AppAction& action : app::app_actions()) {
    for (const app::Shortcut& key : action.shortcuts) {
      list.push_back({{"action", action.name},
                      {"key", key.key},
                      {"control", (key.held & app::kControl) != 0},
                      {"shift", (key.held & app::kShift) != 0},
                      {"alt", (key.held & app::kAlt) != 0},
                      {"place", word_of(key.place)}});
    }
  }
  return dump(list);
}

std::string WebApp::field_json(std::string_view id) {
  const auto field = controller_.field(id);
  if (!field) return "null";
  return dump({{"id", field->id},
               {"value", field->value},
               {"label", field->label},
               {"placeholder", field->placeholder},
               {"problem", field->problem},
               {"lines", field->takes_lines},
               {"sizeOnPoster", field->font_size_on_poster},
               {"rect", list_of(field->rect)},
               {"shown", list_of(field->shown)}});
}

std::string WebApp::preview_place_json() const { return dump(list_of(controller_.preview_place())); }

std::string WebApp::preview_changed_json() {
  const PixelRect changed = controller_.take_preview_changed();
  return dump({changed.left, changed.top, changed.width(), changed.height()});
}

}  // namespace sixiang::web
