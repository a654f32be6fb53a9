// What the engine asks of the page (web/main.js performs them), queued during a call and fetched as JSON after it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/message.h"
#include "panel/panel.h"

namespace sixiang::web {

class Effects {
 public:
  bool empty() const { return items_.empty(); }
  // A JSON list; empties the queue.
  std::string take();

  void open_file();
  void open_sample();
  void save_file();
  void download(int width_px);
  void copy_picture(int width_px);
  void set_language(Language language);
  void notice(const std::string& text, Severity severity);
  // Puts the caret into a text field.
  void focus(const std::string& field, panel::FieldSelection selection);
  void leave();
  // Types `text` at the caret and puts that `back` characters before its end.
  void insert(const std::string& text, int back);
  // Scrolls y…y+height of the panel's content into view, below the `pinned` pixels at its top.
  void reveal(float y, float height, float pinned);
  void set_cursor(const char* css_shape);

 private:
  std::vector<std::string> items_;
};

}  // namespace sixiang::web
