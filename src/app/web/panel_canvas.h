// The panel's place on the page: SDL's renderer on the canvas element (WebGL, or software where there is none), over
// the whole window, with Dear ImGui on it. Input does not come through SDL but from the page's own pointer events, see
// specs/decisions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/image.h"

struct SDL_Renderer;
struct SDL_Texture;
struct SDL_Window;

namespace sixiang::web {

struct CanvasSize {
  float width = 0, height = 0;  // CSS pixels
  float density = 1;            // device pixels a CSS pixel
  bool operator==(const CanvasSize&) const = default;
};

class PanelCanvas {
 public:
  PanelCanvas();  // with ImGui's context; nothing can be drawn before open()
  ~PanelCanvas();
  PanelCanvas(const PanelCanvas&) = delete;
  PanelCanvas& operator=(const PanelCanvas&) = delete;

  // Takes the canvas. False where nothing can be drawn: failure() has SDL's words for why.
  bool open();
  bool is_open() const { return renderer_ != nullptr; }
  const std::string& failure() const { return failure_; }

  void resize(const CanvasSize& size);
  const CanvasSize& size() const { return size_; }

  // After the browser took the GPU's memory away and gave it back: everything on it is made anew from what main memory
  // holds. Textures made before are gone.
  void restore();

  // Whether what lies below the canvas is to be seen where nothing is drawn. Not without WebGL.
  bool is_see_through() const { return is_see_through_; }

  // Opens an ImGui frame; `seconds` since the last one.
  void begin_frame(float seconds);
  void end_frame();

  // A picture for the panel to show; nullptr when there is no memory for it. Straight alpha.
  SDL_Texture* make_texture(const Image& image);
  void free_texture(SDL_Texture* texture);

 private:
  void create();
  void destroy();

  SDL_Window* window_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  CanvasSize size_;
  bool is_see_through_ = false;
  std::string failure_;
};

}  // namespace sixiang::web
