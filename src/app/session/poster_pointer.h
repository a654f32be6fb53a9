// The pointer on the poster: what it is over, what a press selects, and what a drag moves where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "base/geometry.h"

namespace sixiang::app {

// Held while the pointer presses. Control: also Cmd. Hand: what makes it move the poster as a whole, the space bar or
// the pointer's middle button.
struct Modifiers {
  bool shift = false, control = false, alt = false, hand = false;
};

// Where what is dragged would go.
struct Drop {
  std::string list;
  std::size_t index = 0;  // of the item that it would stand before, as the list is now
  std::string into;       // the thing that has the list
  Point from, until;      // the line that shows it, poster points
  bool operator==(const Drop&) const = default;
};

class PosterPointer {
 public:
  explicit PosterPointer(Session& session) : session_(&session) {}

  // All points are poster points; `scale` is that of the screen, CSS pixels a point.
  void move(Point at, float scale);
  void press(Point at, Modifiers keys);
  // Selects or drops. Gives the text field that a second press at one place opens; empty: none.
  std::string release(Point at, double seconds);
  // The pointer is elsewhere.
  void leave() { hovered_.reset(); }
  // Nothing is pressed or dragged any more.
  void cancel();

  // The thing below the pointer; nullopt: none. The page has an empty id.
  const std::optional<std::string>& hovered() const { return hovered_; }
  bool is_dragging() const { return !dragged_.empty(); }
  const std::vector<std::string>& dragged() const { return dragged_; }
  const std::optional<Drop>& drop() const { return drop_; }

 private:
  struct Press {
    Point at;
    Modifiers keys;
    std::string thing;  // that was below it
  };

  void begin_drag();
  std::string click(const Press& press, double seconds);

  Session* session_;
  std::optional<std::string> hovered_;
  std::optional<Press> press_;
  std::vector<std::string> dragged_;  // items of one kind, in the order of the document
  std::optional<Drop> drop_;
  std::string clicked_;  // the thing that was pressed last
  double clicked_at_ = -1;
};

// The thing of the document at a place, or with `beneath` what lies next below it; empty: the page.
enum class Layer : std::uint8_t { Top, Beneath };
std::string thing_under(Session& session, Point at, Layer layer = Layer::Top);

// Where the thing stands: poster points. nullopt where nothing on the page is it.
std::optional<Rect> place_of(Session& session, std::string_view thing);

// The field that holds its words; empty where it has none.
std::string text_field_of(Session& session, std::string_view thing);

}  // namespace sixiang::app
