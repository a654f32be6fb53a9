// A finger that is drawn over a scroll area scrolls it, and lets it run on. What it then was pressed on is not pressed.
#pragma once

#include <string>
#include <string_view>

#include "base/geometry.h"

namespace sixiang::app {

class TouchScroll {
 public:
  // A finger has come down on the area.
  void begin(std::string_view area, Point at);
  // Moved to. True from the moment on that it scrolls: it has left the place where it came down.
  bool move(Point at);
  // It is let go; what it scrolls runs on.
  void end();
  // Nothing scrolls any more.
  void stop();

  // CSS pixels that the area is to be scrolled by, since the last call; `seconds` since then.
  float take(float seconds);
  const std::string& area() const { return area_; }
  bool is_moving() const;

 private:
  std::string area_;
  bool is_down_ = false, scrolls_ = false;
  float from_y_ = 0, last_y_ = 0;
  float pending_ = 0, speed_ = 0;  // CSS pixels, and a second
};

}  // namespace sixiang::app
