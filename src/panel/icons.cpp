#include "panel/icons.h"

#include <initializer_list>

namespace sixiang::panel {

namespace {

// Coordinates of the design are those of a square of 24, its middle at the origin.
struct Pen {
  ImDrawList& list;
  ImVec2 center;
  float unit;
  ImU32 color;

  ImVec2 at(ImVec2 point) const { return ImVec2(center.x + point.x * unit, center.y + point.y * unit); }
  float width() const { return 1.9f * unit; }

  void line(std::initializer_list<ImVec2> points, ImDrawFlags flags = ImDrawFlags_None) const {
    for (const ImVec2& point : points) list.PathLineTo(at(point));
    list.PathStroke(color, flags, width());
  }
  void arc(ImVec2 middle, float radius, float from_degrees, float to_degrees) const {
    bend(middle, radius, from_degrees, to_degrees);
    list.PathStroke(color, ImDrawFlags_None, width());
  }
  // The part of a path before the points of the next line().
  void bend(ImVec2 middle, float radius, float from_degrees, float to_degrees) const {
    constexpr float kDegree = 3.14159265f / 180;
    list.PathArcTo(at(middle), radius * unit, from_degrees * kDegree, to_degrees * kDegree);
  }
  void frame(ImVec2 from, ImVec2 to, float radius) const {
    list.AddRect(at(from), at(to), color, radius * unit, ImDrawFlags_None, width());
  }
};

void draw_turn(const Pen& pen, float side) {
  // In one stroke: where two meet, a light line would show.
  pen.list.PathLineTo(pen.at({-6.5f * side, -3}));
  pen.bend({2 * side, 1.75f}, 4.75f, -90, side > 0 ? 90 : -270);
  pen.line({{-3 * side, 6.5f}});
  pen.line({{-3.2f * side, -6.6f}, {-7 * side, -3}, {-3.2f * side, 0.6f}});
}

// A disc, one half of it filled.
void draw_contrast(const Pen& pen) {
  pen.bend({0, 0}, 8, -90, 90);
  pen.list.PathFillConvex(pen.color);
  pen.arc({0, 0}, 8, 0, 360);
}

void draw_open(const Pen& pen) {
  pen.line({{-8.5f, 6}, {-8.5f, -6.5f}, {-3, -6.5f}, {-1, -4}, {6.5f, -4}, {6.5f, -1.2f}});
  pen.line({{-8.5f, 6}, {-5.8f, -1}, {9.2f, -1}, {6.6f, 6}}, ImDrawFlags_Closed);
}

void draw_save(const Pen& pen) {
  pen.line({{-7, -7}, {4, -7}, {7, -4}, {7, 7}, {-7, 7}}, ImDrawFlags_Closed);
  pen.line({{-3.5f, -7}, {-3.5f, -3}, {2.5f, -3}, {2.5f, -7}});
  pen.line({{-4, 7}, {-4, 1.5f}, {4, 1.5f}, {4, 7}});
}

void draw_download(const Pen& pen) {
  pen.line({{0, -8}, {0, 3}});
  pen.line({{-4.6f, -1.4f}, {0, 3.2f}, {4.6f, -1.4f}});
  pen.line({{-7.5f, 4}, {-7.5f, 7.5f}, {7.5f, 7.5f}, {7.5f, 4}});
}

void draw_copy(const Pen& pen) {
  pen.frame({-3.5f, -3.5f}, {7.5f, 7.5f}, 2);
  pen.line({{-3.5f, 3.5f}, {-7.5f, 3.5f}, {-7.5f, -7.5f}, {3.5f, -7.5f}, {3.5f, -3.5f}});
}

void draw_more(const Pen& pen) {
  for (const float x : {-6.0f, 0.0f, 6.0f}) pen.list.AddCircleFilled(pen.at({x, 0}), 1.8f * pen.unit, pen.color);
}

void draw_minus(const Pen& pen) { pen.line({{-6, 0}, {6, 0}}); }

void draw_text(const Pen& pen) {
  pen.frame({-6.5f, -8}, {6.5f, 8}, 2);
  for (const float y : {-3.5f, 0.0f, 3.5f}) pen.line({{-3, y}, {y > 0 ? 0.5f : 3, y}});
}

void draw_menu(const Pen& pen) {
  for (const float y : {-5.5f, 0.0f, 5.5f}) pen.line({{-8, y}, {8, y}});
}

void draw_tree(const Pen& pen) {
  pen.line({{-8, -6}, {8, -6}});
  pen.line({{-5, -6}, {-5, 6}, {-1, 6}});
  pen.line({{-5, 0}, {-1, 0}});
  for (const float y : {0.0f, 6.0f}) pen.line({{1.5f, y}, {8, y}});
}

void draw_fit(const Pen& pen) {
  for (const float x : {-7.5f, 7.5f}) {
    for (const float y : {-7.5f, 7.5f}) pen.line({{x, y * 0.4f}, {x, y}, {x * 0.4f, y}});
  }
}

void draw_search(const Pen& pen) {
  pen.arc({-1.2f, -1.2f}, 5.8f, 0, 360);
  pen.line({{3.1f, 3.1f}, {7.5f, 7.5f}});
}

void draw_keyboard(const Pen& pen) {
  pen.frame({-9, -6}, {9, 6}, 2);
  for (const float x : {-5.0f, 0.0f, 5.0f}) pen.list.AddCircleFilled(pen.at({x, -2}), 1.1f * pen.unit, pen.color);
  pen.line({{-4, 2.5f}, {4, 2.5f}});
}

void draw_globe(const Pen& pen) {
  pen.arc({0, 0}, 8, 0, 360);
  pen.line({{-8, 0}, {8, 0}});
  pen.list.AddEllipse(pen.at({0, 0}), ImVec2(3.6f * pen.unit, 8 * pen.unit), pen.color, 0, 0, pen.width());
}

void draw_plus(const Pen& pen) {
  pen.line({{0, -6}, {0, 6}});
  pen.line({{-6, 0}, {6, 0}});
}

void draw_trash(const Pen& pen) {
  pen.line({{-7, -5}, {7, -5}});
  pen.line({{-2.5f, -5}, {-2.5f, -7.8f}, {2.5f, -7.8f}, {2.5f, -5}});
  pen.line({{-5.2f, -5}, {-4.4f, 7.5f}, {4.4f, 7.5f}, {5.2f, -5}});
}

void draw_warning(const Pen& pen) {
  pen.line({{0, -8}, {8.5f, 7}, {-8.5f, 7}}, ImDrawFlags_Closed);
  pen.line({{0, -3}, {0, 2}});
  pen.line({{0, 4}, {0, 5}});
}

void draw_reset(const Pen& pen) {
  pen.arc({0.4f, 0.6f}, 7, -153, 152);
  pen.line({{-6.9f, -7.6f}, {-6.9f, -2.9f}, {-2.2f, -2.9f}});
}

void draw_sigma(const Pen& pen) { pen.line({{6, -5}, {6, -8}, {-6, -8}, {1, 0}, {-6, 8}, {6, 8}, {6, 5}}); }

void draw_up(const Pen& pen) {
  pen.line({{0, 7}, {0, -6.5f}});
  pen.line({{-5, -1.8f}, {0, -6.8f}, {5, -1.8f}});
}

void draw_down(const Pen& pen) {
  pen.line({{0, -7}, {0, 6.5f}});
  pen.line({{-5, 1.8f}, {0, 6.8f}, {5, 1.8f}});
}

void draw_chevron_down(const Pen& pen) { pen.line({{-5, -2.5f}, {0, 2.8f}, {5, -2.5f}}); }

void draw_chevron_right(const Pen& pen) { pen.line({{-2.5f, -5}, {2.8f, 0}, {-2.5f, 5}}); }

void draw_check(const Pen& pen) { pen.line({{-6.5f, 0.5f}, {-2, 5}, {6.5f, -5}}); }

void draw_key(const Pen& pen) {
  pen.frame({-8.5f, -5.5f}, {8.5f, 5.5f}, 3.5f);
  pen.line({{-4.2f, 0}, {4.2f, 0}});
}

void draw_bullet(const Pen& pen) {
  pen.list.AddCircleFilled(pen.at({-6, 0}), 2.6f * pen.unit, pen.color);
  pen.line({{-1, 0}, {8, 0}});
}

}  // namespace

void draw_glyph(ImDrawList& list, Glyph glyph, ImVec2 center, float size, ImU32 color) {
  const Pen pen{list, center, size / 24, color};
  switch (glyph) {
    case Glyph::None:
      return;
    case Glyph::Undo:
      return draw_turn(pen, 1);
    case Glyph::Redo:
      return draw_turn(pen, -1);
    case Glyph::Open:
      return draw_open(pen);
    case Glyph::Save:
      return draw_save(pen);
    case Glyph::Download:
      return draw_download(pen);
    case Glyph::Copy:
      return draw_copy(pen);
    case Glyph::More:
      return draw_more(pen);
    case Glyph::Minus:
      return draw_minus(pen);
    case Glyph::Text:
      return draw_text(pen);
    case Glyph::Menu:
      return draw_menu(pen);
    case Glyph::Tree:
      return draw_tree(pen);
    case Glyph::Fit:
      return draw_fit(pen);
    case Glyph::Search:
      return draw_search(pen);
    case Glyph::Keyboard:
      return draw_keyboard(pen);
    case Glyph::Contrast:
      return draw_contrast(pen);
    case Glyph::Globe:
      return draw_globe(pen);
    case Glyph::Plus:
      return draw_plus(pen);
    case Glyph::Trash:
      return draw_trash(pen);
    case Glyph::Warning:
      return draw_warning(pen);
    case Glyph::Reset:
      return draw_reset(pen);
    case Glyph::Sigma:
      return draw_sigma(pen);
    case Glyph::Up:
      return draw_up(pen);
    case Glyph::Down:
      return draw_down(pen);
    case Glyph::ChevronDown:
      return draw_chevron_down(pen);
    case Glyph::ChevronRight:
      return draw_chevron_right(pen);
    case Glyph::Check:
      return draw_check(pen);
    case Glyph::Key:
      return draw_key(pen);
    case Glyph::Bullet:
      return draw_bullet(pen);
  }
}

}  // namespace sixiang::panel
