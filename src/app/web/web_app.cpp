#include "app/web/web_app.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <variant>

#include "base/utf8.h"
#include "layout/hit_test.h"

namespace sixiang::web {

namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

constexpr float kUnderField = 190;  // CSS pixels
constexpr int kPatience = 4;        // frames that a field may take to appear

const char* css_name(panel::Cursor cursor) {
  switch (cursor) {
    case panel::Cursor::Default:
      return "default";
    case panel::Cursor::Hand:
      return "pointer";
    case panel::Cursor::Text:
      return "text";
  }
  return "default";
}

// Bytes of `text` before the UTF-16 code unit `units`.
std::size_t bytes_before(std::string_view text, int units) {
  int counted = 0;
  for (const CodePoint& c : decode_utf8(text)) {
    if (counted >= units) return c.offset;
    counted += c.value >= 0x10000 ? 2 : 1;
  }
  return text.size();
}

// Whether the place lies between the dollars of a formula.
bool is_in_formula(std::string_view text, std::size_t offset) {
  bool inside = false;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '$') {
      inside = !inside;
    }
  }
  return inside;
}

}  // namespace

Result<std::unique_ptr<WebApp>> WebApp::create(std::string_view font_manifest) {
  Result<FontManifest> manifest = parse_font_manifest(font_manifest);
  if (!manifest) return manifest.errors();
  std::unique_ptr<WebApp> app(new WebApp(std::move(manifest.value())));
  if (!app->canvas_.failure().empty()) {
    const std::string& why = app->canvas_.failure();
    return Error{"", {"Nothing can be drawn on this page: " + why, "无法在页面上绘图：" + why}};
  }
  return Result<std::unique_ptr<WebApp>>(std::move(app));
}

WebApp::WebApp(FontManifest manifest)
    : session_(FontSet(std::move(manifest))),
      font_(session_.fonts(), session_.fonts().find_face("sans").value_or(FaceIndex(0))),
      pictures_(session_.fonts(),
                {[this](const Image& image) { return app::TextureId(canvas_.make_texture(image)); },
                 [this](app::TextureId id) { canvas_.free_texture(reinterpret_cast<SDL_Texture*>(id)); }}) {
  panel::apply_style();
}

// ---- frames
// ----------------------------------------------------------------------------------------------------------

panel::Picture WebApp::picture(std::string_view label, float max_width, panel::PictureUse use) {
  app::LabelPictureStyle style;
  style.face = session_.fonts().find_face(session_.poster().fonts.text).value_or(FaceIndex(0));
  style.text = {0x2B, 0x2A, 0x2E, 255};
  style.formula = use == panel::PictureUse::Label ? session_.poster().palette.key_formula : style.text;
  style.size = use == panel::PictureUse::Label ? 19 : 18;
  style.display = use == panel::PictureUse::Button ? math::Display::Inline : math::Display::Block;
  style.density = canvas_.size().density;
  const app::LabelPicture found = pictures_.find(label, max_width, style);
  return {found.texture, found.size};
}

panel::PanelOutput WebApp::draw() {
  const PosterLayout& layout = session_.layout();
  const CanvasSize& size = canvas_.size();
  const panel::PanelInput input{
      .editor = session_.editor(),
      .outline = session_.outline(),
      .diagnostics = layout.diagnostics,
      .language = session_.language(),
      .viewport = {size.width, size.height},
      .scroll = scroll_,
      .pointer = pointer_ == PointerType::Touch ? panel::PointerStyle::Touch : panel::PointerStyle::Mouse,
      .text_entry = panel::TextEntry::Overlay,
      .active_field = active_field_,
      .pressed = pressed_,
      .active_height = field_height_,
      .picture = [this](std::string_view label, float max_width, panel::PictureUse use) {
        return picture(label, max_width, use);
      }};
  return draw_panel(input, scratch_);
}

int WebApp::frame(float seconds) {
  bool preview_changed = update_preview();
  pictures_.next_frame();
  canvas_.begin_frame(seconds);
  const panel::PanelOutput before = std::exchange(output_, draw());
  canvas_.end_frame();
  pressed_.clear();
  ++frames_drawn_;
  const bool edited = !output_.commands.empty() || !output_.requests.empty();
  perform(output_);
  preview_changed = update_preview() || preview_changed;
  // What this frame changed, such as other details that close, the next one draws in its place.
  if (!edited) follow_focus();
  tell_cursor(output_.cursor);
  int result = 0;
  const bool waits = !revealing_.empty() || !focusing_.empty();
  if (edited || waits || output_.wants_frame || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) {
    result |= kMoreFrames;
  }
  if (preview_changed) result |= kPreviewChanged;
  if (!effects_.empty()) result |= kEffectsQueued;
  if (!pending_slices().empty()) result |= kFontsWanted;
  if (drawn_field_ != active_field_ || !has_same_widgets(before, scroll_ - drawn_scroll_)) result |= kWidgetsChanged;
  drawn_scroll_ = scroll_;
  drawn_field_ = active_field_;
  return result;
}

void WebApp::perform(const panel::PanelOutput& output) {
  for (const Command& command : output.commands) session_.run(command);
  for (const panel::Request& request : output.requests) handle(request);
}

void WebApp::handle(const panel::Request& request) {
  std::visit(Overloaded{[this](const panel::UndoRequest&) { session_.undo(); },
                        [this](const panel::RedoRequest&) { session_.redo(); },
                        [this](const panel::EndStepRequest&) { session_.end_step(); },
                        [this](const panel::OpenRequest&) { effects_.open_file(); },
                        [this](const panel::SampleRequest&) { effects_.open_sample(); },
                        [this](const panel::SaveRequest&) { effects_.save_file(); },
                        [this](const panel::DownloadRequest& wanted) { effects_.download(wanted.width_px); },
                        [this](const panel::CopyRequest& wanted) { effects_.copy_picture(wanted.width_px); },
                        [this](const panel::LanguageRequest& wanted) {
                          session_.set_language(wanted.language);
                          effects_.set_language(wanted.language);
                        },
                        [this](const panel::FocusRequest& wanted) {
                          reveal(wanted.field);
                          focusing_ = wanted.field;
                          focusing_selection_ = wanted.selection;
                        },
                        [this](const panel::RevealRequest& opened) {
                          reveal(opened.last);
                          revealing_from_ = opened.first;
                        },
                        [this](const panel::LeaveRequest&) { effects_.leave(); },
                        [this](const panel::InsertRequest& symbol) { insert_symbol(symbol); }},
             request);
}

// Outside a formula, its dollars come along.
void WebApp::insert_symbol(const panel::InsertRequest& symbol) {
  if (active_field_.empty()) return;
  const std::string value = has_draft_ ? draft_ : current_value(active_field_);
  if (is_in_formula(value, bytes_before(value, selection_start_))) {
    effects_.insert(symbol.text, symbol.back);
  } else {
    effects_.insert("$" + symbol.text + "$", symbol.back + 1);
  }
}

void WebApp::follow_focus() {
  if (revealing_.empty() && focusing_.empty()) return;
  const panel::Widget* widget = find_widget(revealing_.empty() ? focusing_ : revealing_);
  if (!widget) {
    if (++waited_frames_ < kPatience) return;
  } else {
    // What appears under a field that is edited is to be seen too.
    const bool edited = !focusing_.empty() || revealing_ == active_field_;
    const float below = edited && is_label(widget->id) ? kUnderField : 0;
    const panel::Widget* first = find_widget(revealing_from_);
    const float top = first ? first->rect.top() : widget->rect.top();
    if (!is_pinned(*widget)) effects_.reveal(top + scroll_, widget->rect.bottom() + below - top, output_.pinned);
    if (!focusing_.empty()) effects_.focus(focusing_, focusing_selection_);
  }
  revealing_.clear();
  revealing_from_.clear();
  focusing_.clear();
}

void WebApp::tell_cursor(panel::Cursor cursor) {
  if (cursor == cursor_) return;
  cursor_ = cursor;
  effects_.set_cursor(css_name(cursor));
}

void WebApp::pointer(PointerKind kind, Point at, PointerType type) {
  constexpr float kNowhere = -std::numeric_limits<float>::max();
  ImGuiIO& io = ImGui::GetIO();
  const bool touch = type == PointerType::Touch;
  pointer_ = type;
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  // Where a touch ends nothing hovers any more; one that became a scroll of the page never pressed anything.
  if (kind == PointerKind::Cancel) {
    io.AddMousePosEvent(kNowhere, kNowhere);
  } else {
    io.AddMousePosEvent(at.x, at.y);
  }
  if (kind == PointerKind::Down) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  if (kind == PointerKind::Up || kind == PointerKind::Cancel) io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  if (kind == PointerKind::Up && touch) io.AddMousePosEvent(kNowhere, kNowhere);
}

void WebApp::restore_graphics() {
  pictures_.lose();
  canvas_.restore();
}

// ---- preview
// ---------------------------------------------------------------------------------------------------------

void WebApp::set_preview_room(int width_px, int height_px) {
  room_width_px_ = width_px;
  room_height_px_ = height_px;
}

bool WebApp::update_preview() {
  if (room_width_px_ < 1 || room_height_px_ < 1) return false;
  const std::uint64_t version = session_.picture_version();
  const Size page = session_.layout().page;
  if (!(page.width > 0 && page.height > 0)) return false;
  const float fitting = std::min(float(room_width_px_), float(room_height_px_) * page.width / page.height);
  const int width_px = std::clamp(int(fitting), 16, 4096);
  if (version == preview_version_ && width_px == preview_.width_px) return false;
  Result<Image> image = session_.render(width_px);
  preview_version_ = version;
  if (!image) {
    effects_.notice(image.errors().front().message.in(language()), Severity::Error);
    return false;
  }
  preview_ = std::move(image.value());
  return true;
}

void WebApp::pick(Point at) {
  const PosterLayout& layout = session_.layout();
  const auto hits = hit_test(layout, {at.x * layout.page.width, at.y * layout.page.height});
  if (hits.empty()) return;
  const std::string& field = hits.front()->field;
  // A card is none of the document's things: the label that stands on it is.
  const bool is_card = hits.front()->kind == BlockKind::Card;
  const Block* thing = is_card ? block_showing(layout, field) : hits.front();
  session_.select(thing ? thing->id : field);
  if (const auto request = panel::lead_to(session_.outline(), field)) handle(*request);
}

}  // namespace sixiang::web
