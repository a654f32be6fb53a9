// A screen that nobody sees: an ImGui context without a back end, and a page's or a window's part in the editor. It
// draws frames, clicks widgets where they are, types into fields and remembers what the editor asked for.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/controller.h"

namespace sixiang::testing {

// Prompt: slices are there as soon as they are wanted. Late: none is, until load_wanted().
enum class FontDelivery : std::uint8_t { Prompt, Late };

struct ScreenOptions {
  Size viewport{1280, 800};
  FontDelivery fonts = FontDelivery::Prompt;
  panel::TextEntry text_entry = panel::TextEntry::Overlay;
};

class Screen {
 public:
  explicit Screen(const ScreenOptions& options = {});
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  app::Controller& editor() { return *editor_; }
  const Poster& poster() { return editor_->session().poster(); }

  // Opens the poster of a file of the checkout.
  void open(std::string_view path);

  // One frame, and then what the editor asked of the page.
  app::FrameResult frame();
  // Frames until nothing is left to do; fails the test where that never comes.
  void settle();
  void load_wanted();

  // Fails the test where the panel shows no such widget.
  const panel::Widget& widget(std::string_view id);
  bool has_widget(std::string_view id) const;
  // Brings it into view and presses it with the mouse, or enters it where it is a text field.
  void click(std::string_view id);
  // Replaces the field's text, as a page tells it: after every character.
  void type(std::string_view id, std::string_view text);
  // In the middle of a block of the poster; with the keys that are held.
  Point middle_of(std::string_view block);
  void press_block(std::string_view id, app::Modifiers keys = {});
  void double_press_block(std::string_view id);
  void press_at(Point at, app::Modifiers keys = {});
  // With the mouse, in steps; `until_dropped` looks at it before it is let go.
  template <class Look>
  void drag(Point from, Point to, const Look& until_dropped) {
    begin_drag(from, to);
    until_dropped();
    editor_->pointer(app::PointerKind::Up, to, app::PointerType::Mouse);
    settle();
  }
  void drag(Point from, Point to) {
    drag(from, to, [] {});
  }
  const Selection& selection() { return editor_->session().editor().selection; }
  void move_pointer(Point at) { editor_->pointer(app::PointerKind::Move, at, app::PointerType::Mouse); }

  // How often an effect of the kind was asked for since the last call, and forgets them.
  template <class T>
  int count() {
    int found = 0;
    for (const app::Effect& effect : effects_) found += std::holds_alternative<T>(effect) ? 1 : 0;
    effects_.clear();
    return found;
  }
  // The last effect of the kind; fails the test where there was none.
  template <class T>
  const T& last() const {
    const auto is_one = [](const app::Effect& effect) { return std::holds_alternative<T>(effect); };
    const auto found = std::find_if(effects_.rbegin(), effects_.rend(), is_one);
    REQUIRE(found != effects_.rend());
    return std::get<T>(*found);
  }
  int textures() const { return textures_; }  // made and not freed
  // How far the fields are scrolled, CSS pixels.
  float scroll() const { return editor_->scrolled("inspector"); }

 private:
  void perform(const app::Effect& effect);
  void begin_drag(Point from, Point to);

  ScreenOptions options_;
  std::unique_ptr<app::Controller> editor_;
  std::vector<app::Effect> effects_;
  int textures_ = 0;
};

// With the poster that the editor comes with.
struct Sample : Screen {
  Sample();
};

}  // namespace sixiang::testing
