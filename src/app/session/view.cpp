#include "app/session/view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "raster/raster.h"

namespace sixiang::app {

namespace {

constexpr int kSmallestFit = 16, kLargestFit = 4096;  // pixels wide
constexpr float kStays = 64;                          // CSS pixels of the poster on the desk, at least
constexpr float kMargin = 28;                         // of desk, beyond the poster's edge
constexpr std::array<float, 13> kLadder{0.1f, 0.25f, 0.33f, 0.5f, 0.67f, 0.8f, 1, 1.5f, 2, 3, 4, 6, 8};

// Pixels whose whole lies within.
PixelRect inside(const Rect& rect, float density) {
  return {int(std::ceil(rect.left() * density)), int(std::ceil(rect.top() * density)),
          int(std::floor(rect.right() * density)), int(std::floor(rect.bottom() * density))};
}

// How far something from `from` to `until` moves so that it is within `low` and `high`; its start, where it is longer
// and does not fill all of that yet.
float way_into(float from, float until, float low, float high) {
  const bool is_within = from >= low && until <= high, fills = from <= low && until >= high;
  if (is_within || fills) return 0;
  return from < low || until - from > high - low ? low - from : high - until;
}

// As `by`, but no further than the poster reaches beyond the desk on that side, with a margin.
float scrolled_by(float by, float from, float until, float low, float high) {
  if (by > 0) return std::min(by, std::max(0.0f, until + kMargin - high));
  return std::max(by, std::min(0.0f, from - kMargin - low));
}

// So that a part of it stays.
float kept(float from, float length, float low, float high) {
  const float stays = std::min({kStays, length, high - low});
  return std::clamp(from, low + stays - length, high - stays);
}

}  // namespace

void View::set_desk(const Rect& desk, const Rect& paper, float density) {
  desk_ = desk;
  paper_ = paper;
  density_ = density;
  put();
}

void View::set_page(Size page) {
  page_ = page;
  put();
}

void View::fit() {
  is_fitted_ = true;
  put();
}

float View::fitting() const {
  const PixelRect room = inside(paper_, density_);
  const float width = std::min(float(room.width()), float(room.height()) * page_.width / page_.height);
  return width / density_ / page_.width;
}

float View::held(float scale) const {
  const float fit = fitting();
  return std::clamp(scale, std::min(kLeastZoom, fit), std::max(kMostZoom, fit));
}

float View::scale() const { return page_.width > 0 ? float(width_px_) / density_ / page_.width : 0; }

void View::put_fitted() {
  const PixelRect room = inside(paper_, density_);
  if (room.empty()) return;
  const float width = std::min(float(room.width()), float(room.height()) * page_.width / page_.height);
  width_px_ = std::clamp(int(width), kSmallestFit, kLargestFit);
  const int height = picture_height_px(page_, width_px_);
  place_.left = room.left + (room.width() - width_px_) / 2;
  place_.top = room.top + (room.height() - height) / 2;
}

void View::put() {
  width_px_ = 0;
  place_ = {};
  if (!(page_.width > 0 && page_.height > 0) || desk_.empty()) return;
  if (is_fitted_) {
    put_fitted();
  } else {
    width_px_ = std::max(1, int(std::lround(scale_ * density_ * page_.width)));
    const float exact = float(width_px_) / density_ / page_.width;
    const float width = exact * page_.width, height = exact * page_.height;
    const Point free = desk_.center() - middle_ * exact;
    const float left = kept(free.x, width, desk_.left(), desk_.right());
    const float top = kept(free.y, height, desk_.top(), desk_.bottom());
    middle_ = middle_ + Point{free.x - left, free.y - top} * (1 / exact);
    place_.left = int(std::lround(left * density_));
    place_.top = int(std::lround(top * density_));
  }
  if (width_px_ == 0) return;
  place_.right = place_.left + width_px_;
  place_.bottom = place_.top + picture_height_px(page_, width_px_);
}

// Goes on from where it lies now.
void View::leave_fit() {
  if (!is_fitted_) return;
  is_fitted_ = false;
  scale_ = scale();
  middle_ = on_page(desk_.center());
}

void View::zoom(Point at, float scale) {
  if (width_px_ == 0) return;
  leave_fit();
  const Point stays = middle_ + (at - desk_.center()) * (1 / scale_);
  scale_ = held(scale);
  middle_ = stays + (desk_.center() - at) * (1 / scale_);
  put();
}

// Not by what is shown of the scale: small steps would be lost on the way to whole pixels.
void View::zoom_by(Point at, float factor) {
  if (width_px_ > 0) zoom(at, (is_fitted_ ? scale() : scale_) * factor);
}

void View::zoom_by_step(Point at, int steps) {
  constexpr float kSame = 1.005f;
  const float now = scale();
  const float* next = steps > 0 ? std::upper_bound(kLadder.begin(), kLadder.end(), now * kSame)
                                : std::lower_bound(kLadder.begin(), kLadder.end(), now / kSame);
  if (steps > 0) return zoom(at, next == kLadder.end() ? kMostZoom : *next);
  zoom(at, next == kLadder.begin() ? kLeastZoom : *(next - 1));
}

void View::move(Point by) {
  if (width_px_ == 0) return;
  leave_fit();
  middle_ = middle_ - by * (1 / scale_);
  put();
}

bool View::scroll(Point by) {
  const Rect place = this->place();
  const Point way{scrolled_by(by.x, place.left(), place.right(), desk_.left(), desk_.right()),
                  scrolled_by(by.y, place.top(), place.bottom(), desk_.top(), desk_.bottom())};
  if (is_fitted_ || way == Point{}) return false;
  move(-way);
  return true;
}

void View::show(const Rect& on_page) {
  if (is_fitted_) return;
  const Rect place = on_window(on_page);
  const Point way{way_into(place.left(), place.right(), paper_.left(), paper_.right()),
                  way_into(place.top(), place.bottom(), paper_.top(), paper_.bottom())};
  if (!(way == Point{})) move(way);
}

PixelRect View::visible_px() const {
  // Also what only a part of a pixel shows of.
  const PixelRect desk{int(std::floor(desk_.left() * density_)), int(std::floor(desk_.top() * density_)),
                       int(std::ceil(desk_.right() * density_)), int(std::ceil(desk_.bottom() * density_))};
  const PixelRect seen = intersection(desk, place_);
  return {seen.left - place_.left, seen.top - place_.top, seen.right - place_.left, seen.bottom - place_.top};
}

Rect View::place() const {
  return {float(place_.left) / density_, float(place_.top) / density_, float(place_.width()) / density_,
          float(place_.height()) / density_};
}

Point View::on_page(Point on_window) const {
  const Rect place = this->place();
  const float points = page_.width / std::max(1.0f, place.width);
  return {(on_window.x - place.x) * points, (on_window.y - place.y) * points};
}

Point View::on_window(Point on_page) const {
  const Rect place = this->place();
  const float scale = place.width / page_.width;
  return {place.x + on_page.x * scale, place.y + on_page.y * scale};
}

Rect View::on_window(const Rect& on_page) const {
  const Point from = on_window(Point{on_page.left(), on_page.top()});
  const Point until = on_window(Point{on_page.right(), on_page.bottom()});
  return rect_from_edges(from.x, from.y, until.x, until.y);
}

}  // namespace sixiang::app
