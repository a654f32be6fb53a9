// The editor in a window of its own, for quick work on the panel: the same panel on the left, the poster beside it.
#pragma once

#include <memory>
#include <string>

#include "app/session/label_pictures.h"
#include "app/session/panel_font.h"
#include "app/session/session.h"
#include "panel/panel.h"

struct SDL_Renderer;
struct SDL_Texture;
struct SDL_Window;

namespace sixiang::desktop {

class Window {
 public:
  // `poster_file` is read by the caller; it is where saving goes. Errors are in failure().
  Window(app::Session session, std::string font_folder, std::string poster_file);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  const std::string& failure() const { return failure_; }
  // Until the window is closed.
  void run();
  // Draws a few frames without waiting for anyone, for a test.
  void run_frames(int count);

 private:
  bool pump_events();
  void frame();
  void load_pending();
  void update_preview(Size room);
  void handle(const panel::Request& request);
  app::TextureId make_texture(const Image& image) const;

  app::Session session_;
  std::string font_folder_, poster_file_, failure_;
  SDL_Window* window_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  SDL_Texture* preview_ = nullptr;
  Size preview_size_;
  int preview_width_px_ = 0;
  std::uint64_t preview_version_ = 0;
  float density_ = 1, scroll_ = 0;
  int frames_wanted_ = 3;
  bool picking_ = false;
  std::unique_ptr<app::PanelFont> font_;
  std::unique_ptr<app::LabelPictures> pictures_;
  panel::PanelScratch scratch_;
  std::string active_field_;
};

}  // namespace sixiang::desktop
