#include "app/web/panel_canvas.h"

#include <SDL.h>
#include <backends/imgui_impl_sdlrenderer2.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace sixiang::web {

namespace {

constexpr const char* kCanvas = "#canvas";

int pixels(float css, float density) { return std::max(1, int(std::lround(css * density))); }

// SDL listens to the canvas, the document and the window, and answers with preventDefault: the page could not be
// scrolled by touch, and fields would not get the focus. It is here to draw; the page hands on what the pointer does.
void take_input_from_sdl() {
  emscripten_set_mousemove_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_mousedown_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
  emscripten_set_mouseenter_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_mouseleave_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_wheel_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_touchstart_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_touchend_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_touchmove_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_touchcancel_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_keydown_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_keyup_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_keypress_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
  emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
  emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
  emscripten_set_pointerlockchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
  emscripten_set_fullscreenchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
  emscripten_set_visibilitychange_callback(nullptr, 0, nullptr);
  emscripten_set_beforeunload_callback(nullptr, nullptr);
}

}  // namespace

PanelCanvas::PanelCanvas() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  // Growing the atlas copies it: start with room for a few hundred characters.
  io.Fonts->TexMinWidth = 1024;
  io.Fonts->TexMinHeight = 512;
  size_ = {1, 1, 1};
}

PanelCanvas::~PanelCanvas() {
  destroy();
  ImGui::DestroyContext();
  SDL_Quit();
}

bool PanelCanvas::open() {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
  SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
  if (SDL_Init(SDL_INIT_VIDEO) == 0) {
    create();
  } else {
    failure_ = SDL_GetError();
  }
  return is_open();
}

// The window counts device pixels, so that SDL's own idea of density never takes part.
void PanelCanvas::create() {
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 8);
  for (const std::uint32_t kind : {SDL_RENDERER_ACCELERATED, SDL_RENDERER_SOFTWARE}) {
    // A window that WebGL failed on stays hidden: each try has one of its own.
    // SDL makes the window's title the page's: it is to stay what it is.
    window_ = SDL_CreateWindow(emscripten_get_window_title(), 0, 0, pixels(size_.width, size_.density),
                               pixels(size_.height, size_.density), 0);
    renderer_ = window_ ? SDL_CreateRenderer(window_, -1, kind) : nullptr;
    take_input_from_sdl();
    is_see_through_ = kind == SDL_RENDERER_ACCELERATED;
    if (renderer_) break;
    failure_ = SDL_GetError();
    destroy();
  }
  if (!renderer_) return;
  failure_.clear();
  ImGui_ImplSDLRenderer2_Init(renderer_);
}

void PanelCanvas::destroy() {
  if (renderer_) {
    ImGui_ImplSDLRenderer2_Shutdown();
    SDL_DestroyRenderer(renderer_);
  }
  if (window_) SDL_DestroyWindow(window_);
  renderer_ = nullptr;
  window_ = nullptr;
}

void PanelCanvas::restore() {
  destroy();
  create();
}

void PanelCanvas::resize(const CanvasSize& size) {
  if (size == size_) return;
  size_ = size;
  if (window_) SDL_SetWindowSize(window_, pixels(size.width, size.density), pixels(size.height, size.density));
}

void PanelCanvas::begin_frame(float seconds) {
  // Resizing makes events that only this program would read.
  SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(size_.width, size_.height);
  io.DisplayFramebufferScale = ImVec2(size_.density, size_.density);
  io.DeltaTime = std::clamp(seconds, 1.0f / 1000, 0.1f);
  ImGui_ImplSDLRenderer2_NewFrame();
  ImGui::NewFrame();
}

void PanelCanvas::end_frame() {
  ImGui::Render();
  SDL_RenderSetScale(renderer_, size_.density, size_.density);
  SDL_SetRenderDrawColor(renderer_, 0, 0, 0, 0);
  SDL_RenderClear(renderer_);
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer_);
  SDL_RenderPresent(renderer_);
}

SDL_Texture* PanelCanvas::make_texture(const Image& image) {
  SDL_Texture* texture =
      SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, image.width_px, image.height_px);
  if (!texture) return nullptr;
  SDL_UpdateTexture(texture, nullptr, image.rgba.data(), 4 * image.width_px);
  SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
  SDL_SetTextureScaleMode(texture, SDL_ScaleModeLinear);
  return texture;
}

void PanelCanvas::free_texture(SDL_Texture* texture) {
  if (texture && renderer_) SDL_DestroyTexture(texture);
}

}  // namespace sixiang::web
