// The editor in a window of its own, for quick work on the panel: the same panel on the left, the poster beside it.
#pragma once

#include <memory>
#include <string>

#include "app/session/controller.h"

struct SDL_Renderer;
struct SDL_Texture;
struct SDL_Window;
struct SDL_Keysym;

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
  void load_wanted();
  void take_preview();
  void press_shortcut(const SDL_Keysym& key);
  void perform(const app::Effect& effect);
  void export_picture(int width_px);

  std::string font_folder_, poster_file_, failure_;
  SDL_Window* window_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  SDL_Texture* preview_ = nullptr;
  std::unique_ptr<app::Controller> controller_;
  int frames_wanted_ = 3;
};

}  // namespace sixiang::desktop
