// What fuzz targets share: values out of the input's bytes, the fonts, and a way to say that something does not hold.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "app/files.h"

namespace sixiang::fuzz {

// Stops with what was promised; libFuzzer keeps the input.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

// Takes values from the front; zeros once nothing is left.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}

  bool empty() const { return rest_.empty(); }
  std::uint8_t byte() { return value<std::uint8_t>(); }
  int below(int bound) { return byte() % bound; }
  template <class T>
  T value() {
    T result{};
    const std::string_view bytes = text(sizeof(T));
    if (!bytes.empty()) std::memcpy(&result, bytes.data(), bytes.size());
    return result;
  }
  std::string_view text(std::size_t most) {
    const std::string_view taken = rest_.substr(0, most);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  std::string_view rest() { return text(rest_.size()); }

 private:
  std::string_view rest_;
};

// Those of scripts/fonts/build, where --fonts and SIXIANG_FONTS look; slices are loaded when somebody asks for them.
inline FontSet& fonts() {
  static FontSet set = [] {
    Result<FontSet> loaded = app::load_fonts(app::font_folder(""));
    require(loaded.ok(), "the fonts are built: scripts/fonts/build");
    return std::move(loaded.value());
  }();
  return set;
}

inline void load(const std::vector<SliceId>& slices) {
  require(app::load_slices(fonts(), app::font_folder(""), slices).ok(), "every slice of the manifest is there");
}

}  // namespace sixiang::fuzz
