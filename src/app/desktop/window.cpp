#include "app/desktop/window.h"

#include <SDL.h>
#include <backends/imgui_impl_sdl2.h>
#include <backends/imgui_impl_sdlrenderer2.h>
#include <imgui.h>

#include <cstdio>
#include <variant>

#include "app/files.h"
#include "base/overloaded.h"
#include "model/poster_json.h"

namespace sixiang::desktop {

namespace {

constexpr float kWheelStep = 60;  // CSS pixels a notch
constexpr int kExtraFrames = 3;   // after something happened

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
    : font_folder_(std::move(font_folder)), poster_file_(std::move(poster_file)) {
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
  app::TextureMaker maker;
  maker.make = [this](const Image& image) { return app::TextureId(texture_of(renderer_, image)); };
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the pointer that was handed out as a number above
  maker.free = [](app::TextureId id) { SDL_DestroyTexture(reinterpret_cast<SDL_Texture*>(id)); };
  controller_ = std::make_unique<app::Controller>(std::move(session), std::move(maker), panel::TextEntry::Builtin);
}

Window::~Window() {
  controller_.reset();
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

void Window::run() {
  while (pump_events()) frame();
}

void Window::run_frames(int count) {
  for (int i = 0; i < count; ++i) frame();
}

bool Window::pump_events() {
  SDL_Event event;
  // Sleeps while nothing is wanted; a typing caret blinks twice a second.
  const int wait = frames_wanted_ > 0 ? 0 : controller_->active_field().empty() ? -1 : 500;
  --frames_wanted_;
  bool has_event = wait == 0  ? SDL_PollEvent(&event)
                   : wait < 0 ? SDL_WaitEvent(&event)
                              : SDL_WaitEventTimeout(&event, wait);
  while (has_event) {
    frames_wanted_ = kExtraFrames;
    if (event.type == SDL_QUIT) return false;
    if (event.type == SDL_MOUSEWHEEL) {
      const ImVec2 at = ImGui::GetIO().MousePos;
      app::Modifiers held;
      held.shift = (SDL_GetModState() & KMOD_SHIFT) != 0;
      held.control = (SDL_GetModState() & (KMOD_CTRL | KMOD_GUI)) != 0;
      const Point by{event.wheel.preciseX * kWheelStep, -event.wheel.preciseY * kWheelStep};
      controller_->wheel({at.x, at.y}, by, held);
    }
    if (event.type == SDL_KEYDOWN) press_shortcut(event.key.keysym);
    ImGui_ImplSDL2_ProcessEvent(&event);
    has_event = SDL_PollEvent(&event);
  }
  return true;
}

void Window::press_shortcut(const SDL_Keysym& key) {
  if ((key.mod & (KMOD_CTRL | KMOD_GUI)) == 0 || key.sym < SDLK_SPACE || key.sym > SDLK_z) return;
  const char letter = char(key.sym);
  const int held = app::kControl | ((key.mod & KMOD_SHIFT) != 0 ? app::kShift : 0);
  const app::AppAction* action = app::find_action(app::Shortcut{std::string_view(&letter, 1), held});
  if (action) controller_->act(action->name);
}

void Window::load_wanted() {
  const std::vector<SliceId> wanted = controller_->wanted_slices();
  if (wanted.empty()) return;
  const Result<std::size_t> loaded = app::load_slices(controller_->session().fonts(), font_folder_, wanted);
  if (!loaded) std::fprintf(stderr, "%s\n", loaded.errors().front().message.english.c_str());
  controller_->fonts_arrived();
  frames_wanted_ = kExtraFrames;
}

void Window::take_preview() {
  if (preview_) SDL_DestroyTexture(preview_);
  preview_ = texture_of(renderer_, controller_->preview());
  controller_->set_preview_texture(app::TextureId(preview_));
}

void Window::frame() {
  int width_px = 0, width = 0, height = 0;
  SDL_GetRendererOutputSize(renderer_, &width_px, nullptr);
  SDL_GetWindowSize(window_, &width, &height);
  const float density = width > 0 ? float(width_px) / float(width) : 1;
  load_wanted();
  controller_->resize({float(width), float(height)}, density);

  ImGui_ImplSDLRenderer2_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGui::NewFrame();
  const app::FrameResult result = controller_->frame();
  ImGui::Render();
  SDL_RenderSetScale(renderer_, density, density);
  SDL_SetRenderDrawColor(renderer_, 0xEF, 0xE8, 0xDC, 255);
  SDL_RenderClear(renderer_);
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer_);
  SDL_RenderPresent(renderer_);

  // What has just been drawn showed the one before.
  if (result.preview_changed) take_preview();
  if (result.wants_more || result.preview_changed) frames_wanted_ = kExtraFrames;
  for (const app::Effect& effect : controller_->take_effects()) perform(effect);
}

void Window::export_picture(int width_px) {
  const auto png = controller_->export_page("png", width_px);
  if (!png) {
    std::fprintf(stderr, "%s\n", png.errors().front().message.english.c_str());
    return;
  }
  const std::string_view bytes(reinterpret_cast<const char*>(png.value().data()), png.value().size());
  app::write_file(poster_file_ + ".png", bytes);
}

void Window::perform(const app::Effect& effect) {
  std::visit(
      Overloaded{[](const app::OpenFile&) {},  // the command line names the file
                 [](const app::OpenSample&) {},
                 [](const app::OpenPoster&) {},  // none were given
                 [](const app::ShowPosters&) {},
                 [](const app::PutAside&) {},  // nor is there a shelf
                 [](const app::KeepVersion&) {},
                 [](const app::ShelfRequest&) {},
                 [](const app::OpenBrief&) {},
                 [](const app::BriefChanged&) {},  // the command line reads briefs
                 [this](const app::SaveFile&) {
                   app::write_file(poster_file_, to_json(controller_->session().poster()));
                   controller_->session().mark_saved();
                 },
                 [](const app::SaveOutline&) {},  // the command line writes outlines
                 [this](const app::Download& wanted) { export_picture(wanted.width_px); },
                 [this](const app::CopyPicture& wanted) { export_picture(wanted.width_px); },
                 [](const app::LanguageChanged&) {},  // nothing but the panel has words here
                 [](const app::ThemeChanged&) {},     // nor colours
                 [](const app::Notice& notice) { std::fprintf(stderr, "%s\n", notice.text.c_str()); },
                 [](const app::NoticeOver&) {},  // what was printed stands
                 [this](const app::FocusWidget& widget) { controller_->enter_field(widget.id); },
                 [this](const app::LeaveField&) { controller_->leave_field(); },
                 [](const app::InsertText& insert) { ImGui::GetIO().AddInputCharactersUTF8(insert.text.c_str()); },
                 [](const app::CursorChanged&) {}},
      effect);
}

}  // namespace sixiang::desktop
