#include "app/session/touch_scroll.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sixiang::app {

namespace {

constexpr float kStill = 8;         // CSS pixels: a finger at rest trembles as much
constexpr float kSlowing = 4;       // a second later a 1 / (1 + kSlowing) of the speed is left
constexpr float kRests = 20;        // CSS pixels a second: nobody sees it move
constexpr float kFollowing = 0.6f;  // of the speed is that of the last frame

}  // namespace

void TouchScroll::begin(std::string_view area, Point at) {
  area_ = area;
  is_down_ = true;
  scrolls_ = false;
  from_y_ = last_y_ = at.y;
  pending_ = speed_ = 0;
}

bool TouchScroll::move(Point at) {
  if (!is_down_) return false;
  if (!scrolls_ && std::abs(at.y - from_y_) > kStill) {
    scrolls_ = true;
    last_y_ = at.y;
  }
  if (scrolls_) pending_ += last_y_ - at.y;
  last_y_ = at.y;
  return scrolls_;
}

void TouchScroll::end() {
  is_down_ = false;
  if (!scrolls_) stop();
}

void TouchScroll::stop() {
  is_down_ = scrolls_ = false;
  pending_ = speed_ = 0;
}

float TouchScroll::take(float seconds) {
  if (!scrolls_) return 0;
  if (is_down_) {
    const float moved = std::exchange(pending_, 0.0f);
    speed_ = kFollowing * moved / std::max(seconds, 0.001f) + (1 - kFollowing) * speed_;
    return moved;
  }
  speed_ /= 1 + kSlowing * seconds;
  const float moved = std::exchange(pending_, 0.0f) + speed_ * seconds;
  if (std::abs(speed_) < kRests) stop();
  return moved;
}

bool TouchScroll::is_moving() const { return scrolls_ && (!is_down_ || pending_ != 0); }

}  // namespace sixiang::app
