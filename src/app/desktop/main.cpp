// sixiang_desktop POSTER.json: the editor in a window, for work on the panel without a browser.
#include <cstdio>
#include <cstring>

#include "app/desktop/window.h"
#include "app/files.h"

int main(int argc, char** argv) {
  using namespace sixiang;
  if (argc < 2) {
    std::fprintf(stderr, "Usage: sixiang_desktop POSTER.json [--frames]\n");
    return 2;
  }
  const std::string folder = app::font_folder("");
  Result<FontSet> fonts = app::load_fonts(folder);
  const Result<std::string> text = app::read_file(argv[1], 64u << 20);
  if (!fonts || !text) {
    const auto& errors = fonts ? text.errors() : fonts.errors();
    std::fprintf(stderr, "%s\n", errors.front().message.english.c_str());
    return 3;
  }
  app::Session session(std::move(fonts.value()));
  if (const Result<bool> opened = session.open(text.value()); !opened) {
    std::fprintf(stderr, "%s: %s\n", opened.errors().front().path.c_str(),
                 opened.errors().front().message.english.c_str());
    return 1;
  }
  desktop::Window window(std::move(session), folder, argv[1]);
  if (!window.failure().empty()) {
    std::fprintf(stderr, "%s\n", window.failure().c_str());
    return 3;
  }
  if (argc > 2 && std::strcmp(argv[2], "--frames") == 0) {
    window.run_frames(4);
  } else {
    window.run();
  }
  return 0;
}
