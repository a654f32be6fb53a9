#include "app/desktop/window.h"

#include <SDL.h>
#include <backends/imgui_impl_sdl2.h>
#include <backends/imgui_impl_sdlrenderer2.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <variant>

#include "app/files.h"
#include "model/poster_json.h"

namespace sixiang::desktop {

namespace {

constexpr float kPanelWidth = 440;
constexpr int kExtraFrames = 3;  // after something happened

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

SDL_Texture* texture_of(SDL_Renderer* renderer, const Image& image) {
  SDL_Texture* texture =
      SDL_CreateTexture(renderer, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, image.width_px, image.height_px);
  if (!texture) return nullptr;
  SDL_UpdateTexture(texture, nullptr, image.rgba.data(), 4 * image.width_px);
  SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
  SDL_SetTextureScaleMode(texture, SDL_ScaleModeLinear);
  return texture;
}

}  // namespace

Window::Window(app::Session session, std::string font_folder, std::string poster_file)
    : session_(std::move(session)), font_folder_(std::move(font_folder)), poster_file_(std::move(poster_file)) {
  const auto flags = std::uint32_t(SDL_WINDOW_RESIZABLE) | std::uint32_t(SDL_WINDOW_ALLOW_HIGHDPI);
  if (SDL_Init(SDL_INIT_VIDEO) == 0) {
    window_ = SDL_CreateWindow("四象 Sixiang", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 820, flags);
  }
  if (window_) renderer_ = SDL_CreateRenderer(window_, -1, SDL_RENDERER_PRESENTVSYNC);
  if (!renderer_) {
    failure_ = SDL_GetError();
    return;
  }
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplSDL2_InitForSDLRenderer(window_, renderer_);
  ImGui_ImplSDLRenderer2_Init(renderer_);
  panel::apply_style();
  const FaceIndex face = session_.fonts().find_face("sans").value_or(FaceIndex(0));
  font_ = std::make_unique<app::PanelFont>(session_.fonts(), face);
  app::TextureMaker maker;
  maker.make = [this](const Image& image) { return make_texture(image); };
  maker.free = [](app::TextureId id) { SDL_DestroyTexture(reinterpret_cast<SDL_Texture*>(id)); };
  pictures_ = std::make_unique<app::LabelPictures>(session_.fonts(), std::move(maker));
}

Window::~Window() {
  pictures_.reset();
  if (preview_) SDL_DestroyTexture(preview_);
  if (renderer_) {
    ImGui_ImplSDLRenderer2_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
    SDL_DestroyRenderer(renderer_);
  }
  if (window_) SDL_DestroyWindow(window_);
  SDL_Quit();
}

app::TextureId Window::make_texture(const Image& image) const { return app::TextureId(texture_of(renderer_, image)); }

void Window::run() {
  while (pump_events()) frame();
}

void Window::run_frames(int count) {
  for (int i = 0; i < count; ++i) frame();
}

bool Window::pump_events() {
  SDL_Event event;
  // Sleeps while nothing is wanted; a typing caret blinks twice a second.
  const int wait = frames_wanted_ > 0 ? 0 : active_field_.empty() ? -1 : 500;
  --frames_wanted_;
  bool has_event = wait == 0  ? SDL_PollEvent(&event)
                   : wait < 0 ? SDL_WaitEvent(&event)
                              : SDL_WaitEventTimeout(&event, wait);
  while (has_event) {
    frames_wanted_ = kExtraFrames;
    if (event.type == SDL_QUIT) return false;
    if (event.type == SDL_MOUSEWHEEL) scroll_ -= event.wheel.preciseY * 60;
    ImGui_ImplSDL2_ProcessEvent(&event);
    has_event = SDL_PollEvent(&event);
  }
  return true;
}

void Window::load_pending() {
  std::vector<SliceId> wanted = session_.layout().pending;
  for (const auto& more : {font_->wanted(), pictures_->wanted()}) wanted.insert(wanted.end(), more.begin(), more.end());
  if (wanted.empty()) return;
  const Result<std::size_t> loaded = app::load_slices(session_.fonts(), font_folder_, wanted);
  if (!loaded) std::fprintf(stderr, "%s\n", loaded.errors().front().message.english.c_str());
  session_.fonts_changed();
  font_->refresh();
  pictures_->clear();
  frames_wanted_ = kExtraFrames;
}

void Window::update_preview(Size room) {
  const Size page = session_.layout().page;
  const float scale = std::min(room.width / page.width, room.height / page.height);
  const int width_px = std::clamp(int(page.width * scale * density_), 16, 4096);
  const std::uint64_t version = session_.picture_version();
  if (preview_ && version == preview_version_ && width_px == preview_width_px_) return;
  const Result<Image> image = session_.render(width_px);
  if (!image) return;
  if (preview_) SDL_DestroyTexture(preview_);
  preview_ = texture_of(renderer_, image.value());
  preview_size_ = {float(image.value().width_px) / density_, float(image.value().height_px) / density_};
  preview_width_px_ = width_px;
  preview_version_ = version;
}

void Window::frame() {
  int width_px = 0, width = 0, height = 0;
  SDL_GetRendererOutputSize(renderer_, &width_px, nullptr);
  SDL_GetWindowSize(window_, &width, &height);
  density_ = width > 0 ? float(width_px) / float(width) : 1;
  load_pending();
  const float margin = 24;
  const Size room{std::max(64.0f, float(width) - kPanelWidth - 2 * margin),
                  std::max(64.0f, float(height) - 2 * margin)};
  update_preview(room);
  pictures_->next_frame();

  ImGui_ImplSDLRenderer2_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGui::NewFrame();
  if (preview_) {
    const ImVec2 at(std::round(kPanelWidth + margin + (room.width - preview_size_.width) / 2),
                    std::round(margin + (room.height - preview_size_.height) / 2));
    ImGui::GetBackgroundDrawList()->AddImage(ImTextureRef(ImTextureID(preview_)), at,
                                             ImVec2(at.x + preview_size_.width, at.y + preview_size_.height));
  }
  panel::PanelInput input{.editor = session_.editor(),
                          .outline = session_.outline(),
                          .diagnostics = session_.layout().diagnostics,
                          .language = session_.language(),
                          .viewport = {kPanelWidth, float(height)},
                          .scroll = scroll_,
                          .text_entry = panel::TextEntry::Builtin,
                          .active_field = active_field_,
                          .picture = [this](std::string_view label, float max_width, panel::PictureUse) {
                            app::LabelPictureStyle style;
                            style.density = density_;
                            style.text = style.formula = {0x2B, 0x2A, 0x2E, 255};
                            const app::LabelPicture found = pictures_->find(label, max_width, style);
                            return panel::Picture{found.texture, found.size};
                          }};
  const panel::PanelOutput output = draw_panel(input, scratch_);
  ImGui::Render();
  SDL_RenderSetScale(renderer_, density_, density_);
  SDL_SetRenderDrawColor(renderer_, 0xEB, 0xE4, 0xD8, 255);
  SDL_RenderClear(renderer_);
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer_);
  SDL_RenderPresent(renderer_);

  for (const Command& command : output.commands) session_.run(command);
  for (const panel::Request& request : output.requests) handle(request);
  if (!output.commands.empty() || !output.requests.empty()) frames_wanted_ = kExtraFrames;
  scroll_ = std::clamp(scroll_, 0.0f, std::max(0.0f, output.content_height - float(height)));
}

void Window::handle(const panel::Request& request) {
  const auto export_picture = [this](int px) {
    const auto png = session_.export_png(px);
    if (!png) return;
    const std::string_view bytes(reinterpret_cast<const char*>(png.value().data()), png.value().size());
    app::write_file(poster_file_ + ".png", bytes);
  };
  const auto enter = [this](const std::string& field) {
    active_field_ = field;
    scratch_.builtin_focused = false;
    session_.end_step();
  };
  std::visit(Overloaded{[this](const panel::UndoRequest&) { session_.undo(); },
                        [this](const panel::RedoRequest&) { session_.redo(); },
                        [this](const panel::EndStepRequest&) { session_.end_step(); },
                        [](const panel::OpenRequest&) {},  // the command line names the file
                        [](const panel::SampleRequest&) {},
                        [this](const panel::SaveRequest&) {
                          app::write_file(poster_file_, to_json(session_.poster()));
                          session_.mark_saved();
                        },
                        [&](const panel::DownloadRequest& wanted) { export_picture(wanted.width_px); },
                        [&](const panel::CopyRequest& wanted) { export_picture(wanted.width_px); },
                        [this](const panel::LanguageRequest& wanted) { session_.set_language(wanted.language); },
                        [&](const panel::FocusRequest& wanted) { enter(wanted.field); },
                        [](const panel::RevealRequest&) {},  // nothing scrolls here by itself
                        [&](const panel::LeaveRequest&) { enter(""); },
                        [this](const panel::InsertRequest& symbol) {
                          ImGui::GetIO().AddInputCharactersUTF8(symbol.text.c_str());
                        }},
             request);
}

}  // namespace sixiang::desktop
