// Where the poster lies on the desk and how large it is there: fitted to its paper, or as it was zoomed and moved. The
// whole picture lies on whole pixels of the screen.
#pragma once

#include "base/geometry.h"
#include "raster/pixel.h"

namespace sixiang::app {

// CSS pixels a poster point.
inline constexpr float kLeastZoom = 0.1f, kMostZoom = 8;

class View {
 public:
  // `desk`: where it is seen; `paper`: what it fills when it is fitted. CSS pixels of the window; device pixels for
  // each.
  void set_desk(const Rect& desk, const Rect& paper, float density);
  // Poster points.
  void set_page(Size page);

  bool is_fitted() const { return is_fitted_; }
  void fit();
  // CSS pixels a poster point; what is beyond the limits and the fitting scale is held there.
  float scale() const;
  // What lies at `at` (CSS pixels of the window) stays there.
  void zoom(Point at, float scale);
  void zoom_by(Point at, float factor);
  void zoom_by_step(Point at, int steps);  // up and down a ladder of round scales
  // The poster moves; a part of it stays on the desk. CSS pixels.
  void move(Point by);
  // The desk moves over the poster, no further than there is some of it. False where it stays.
  bool scroll(Point by);
  // As little as it takes until that place of the poster (points) is seen, as far as there is room for it.
  void show(const Rect& on_page);

  int width_px() const { return width_px_; }            // of the whole picture; 0: there is nothing to see
  const PixelRect& place_px() const { return place_; }  // of the whole picture in the window
  PixelRect visible_px() const;                         // what of it is on the desk, pixels of the picture
  Rect place() const;                                   // CSS pixels of the window
  float density() const { return density_; }

  Point on_page(Point on_window) const;
  Point on_window(Point on_page) const;
  Rect on_window(const Rect& on_page) const;

 private:
  float fitting() const;
  float held(float scale) const;
  void put_fitted();
  void put();
  void leave_fit();

  Rect desk_, paper_;
  Size page_;
  float density_ = 1;
  bool is_fitted_ = true;
  // Where it is not fitted.
  float scale_ = 1;
  Point middle_;  // of the poster, in the desk's middle, but for whole pixels

  int width_px_ = 0;
  PixelRect place_;
};

}  // namespace sixiang::app
