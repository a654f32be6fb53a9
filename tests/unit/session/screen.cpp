#include "unit/session/screen.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <vector>

#include "support/golden.h"

namespace sixiang::testing {

namespace {

constexpr int kMostFrames = 40;

// What a renderer does with the textures of ImGui itself.
void accept_textures() {
  for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

FontSet named_fonts() {
  Result<FontManifest> manifest = parse_font_manifest(read_text(font_folder() + "/manifest.json"));
  REQUIRE(manifest.ok());
  return FontSet(std::move(manifest.value()));
}

}  // namespace

Screen::Screen(const ScreenOptions& options) : options_(options) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.DisplaySize = ImVec2(options.viewport.width, options.viewport.height);
  io.DeltaTime = 1.0f / 60;
  app::TextureMaker maker;
  maker.make = [this](const Image&) { return app::TextureId(++textures_); };
  maker.free = [this](app::TextureId) { --textures_; };
  editor_ = std::make_unique<app::Controller>(app::Session(named_fonts()), std::move(maker), options.text_entry);
  editor_->resize(options.viewport, 1);
}

Screen::~Screen() {
  editor_.reset();
  // There is no renderer that holds any.
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext();
}

void Screen::open(std::string_view path) { REQUIRE(editor_->open(read_text(source_path(path))).ok()); }

app::FrameResult Screen::frame() {
  if (options_.fonts == FontDelivery::Prompt) load_wanted();
  ImGui::NewFrame();
  const app::FrameResult result = editor_->frame();
  ImGui::Render();
  accept_textures();
  std::vector<app::Effect> effects = editor_->take_effects();
  CHECK(result.has_effects == !effects.empty());
  for (const app::Effect& effect : effects) perform(effect);
  effects_.insert(effects_.end(), effects.begin(), effects.end());
  return result;
}

void Screen::settle() {
  for (int left = kMostFrames; left > 0; --left) {
    const app::FrameResult result = frame();
    const bool waits_for_fonts = result.wants_fonts && options_.fonts == FontDelivery::Prompt;
    if (!result.wants_more && !result.has_effects && !waits_for_fonts) return;
  }
  FAIL("the panel never comes to rest");
}

void Screen::load_wanted() {
  FontSet& fonts = editor_->session().fonts();
  const std::vector<SliceId> wanted = editor_->wanted_slices();
  for (const SliceId id : wanted) {
    const std::string& file = fonts.manifest().faces[id.face].slices[id.slice].file;
    REQUIRE(editor_->load_font(file, read_bytes(font_folder() + "/" + file)));
  }
  if (!wanted.empty()) editor_->fonts_arrived();
}

void Screen::perform(const app::Effect& effect) {
  if (const auto* wanted = std::get_if<app::FocusWidget>(&effect)) {
    if (editor_->field(wanted->id)) editor_->enter_field(wanted->id);
  }
  if (std::holds_alternative<app::LeaveField>(effect)) editor_->leave_field();
}

bool Screen::has_widget(std::string_view id) const {
  const auto& widgets = editor_->widgets();
  return std::any_of(widgets.begin(), widgets.end(), [id](const panel::Widget& widget) { return widget.id == id; });
}

const panel::Widget& Screen::widget(std::string_view id) {
  for (const panel::Widget& widget : editor_->widgets()) {
    if (widget.id == id) return widget;
  }
  FAIL("the panel shows no " << id);
  return editor_->widgets().front();
}

void Screen::click(std::string_view id) {
  editor_->reveal(id);
  settle();
  const panel::Widget& found = widget(id);
  const Point at = found.rect.center();
  REQUIRE_MESSAGE(contains(found.shown, at), id);
  const bool is_text = found.kind == panel::WidgetKind::Text;
  if (!editor_->active_field().empty() && !editor_->keeps_field(at)) editor_->leave_field();
  press_at(at);
  if (is_text && options_.text_entry == panel::TextEntry::Overlay) {
    editor_->enter_field(id);
    editor_->reveal(id);
  }
  settle();
}

void Screen::press_at(Point at, app::Modifiers keys) {
  move_pointer(at);
  frame();
  editor_->pointer(app::PointerKind::Down, at, app::PointerType::Mouse, keys);
  frame();
  editor_->pointer(app::PointerKind::Up, at, app::PointerType::Mouse, keys);
  settle();
}

Point Screen::middle_of(std::string_view id) {
  const PosterLayout& layout = editor_->session().layout();
  const auto block = std::find_if(layout.blocks.begin(), layout.blocks.end(),
                                  [id](const Block& candidate) { return candidate.id == id; });
  REQUIRE_MESSAGE(block != layout.blocks.end(), id);
  const Rect place = editor_->poster_place();
  const float scale = place.width / layout.page.size.width;
  return {place.x + block->rect.center().x * scale, place.y + block->rect.center().y * scale};
}

void Screen::press_block(std::string_view id, app::Modifiers keys) { press_at(middle_of(id), keys); }

void Screen::double_press_block(std::string_view id) {
  const Point at = middle_of(id);
  press_at(at);
  press_at(at);
}

void Screen::begin_drag(Point from, Point to) {
  constexpr int kSteps = 8;
  move_pointer(from);
  frame();
  editor_->pointer(app::PointerKind::Down, from, app::PointerType::Mouse);
  for (int i = 1; i <= kSteps; ++i) {
    const float part = float(i) / kSteps;
    move_pointer({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    frame();
  }
}

void Screen::type(std::string_view id, std::string_view text) {
  if (editor_->active_field() != id) click(id);
  REQUIRE(editor_->active_field() == id);
  for (std::size_t end = 1; end <= text.size(); ++end) {
    const bool is_within_character = end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80;
    if (!is_within_character) editor_->set_text(id, text.substr(0, end));
  }
  if (text.empty()) editor_->set_text(id, text);
  settle();
}

Sample::Sample() {
  open("assets/posters/generative-models.json");
  settle();
}

}  // namespace sixiang::testing
