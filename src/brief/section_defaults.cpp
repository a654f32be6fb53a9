#include "brief/section_defaults.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/oklab.h"
#include "model/check.h"

namespace sixiang::brief {

namespace {

constexpr std::array<Color, 8> kFills = {{{0xA8, 0xD8, 0xEA, 255},
                                          {0xD5, 0xC6, 0xE0, 255},
                                          {0xFF, 0xD5, 0xC2, 255},
                                          {0xB5, 0xE5, 0xCF, 255},
                                          {0xF7, 0xE3, 0xA1, 255},
                                          {0xF7, 0xC9, 0xD4, 255},
                                          {0xB9, 0xD6, 0xF2, 255},
                                          {0xD9, 0xE5, 0xB5, 255}}};

constexpr double kAlike = 0.035;  // in Oklab

std::string slug(View text) {
  std::string id;
  for (const Text& word : words_of(text)) {
    if (has_han(word)) continue;
    if (!id.empty()) id += '-';
    id += to_utf8(word);
    if (id.size() > 32) break;
  }
  return id.substr(0, 40);
}

}  // namespace

std::string SectionIds::free_id(View title, View subtitle) {
  std::string stem = slug(title);
  if (stem.empty()) stem = slug(subtitle);
  const bool is_fine = stem.size() > 1 && !(stem[0] >= '0' && stem[0] <= '9') && !is_reserved_id(stem);
  if (is_fine && taken_.insert(stem).second) return stem;
  for (int number = 1;; ++number) {
    std::string id = "section-" + std::to_string(number);
    if (taken_.insert(id).second) return id;
  }
}

Color SectionFills::next(const std::vector<Color>& taken) {
  const auto is_taken = [&] {
    return std::find(taken.begin(), taken.end(), kFills[turn_ % kFills.size()]) != taken.end();
  };
  for (std::size_t tries = 0; tries < kFills.size() && is_taken(); ++tries) ++turn_;
  return kFills[turn_++ % kFills.size()];
}

Color SectionFills::next_unlike(const std::vector<Color>& taken) {
  const auto is_like = [](Color a, Color b) {
    const Oklab x = to_oklab(a), y = to_oklab(b);
    return std::hypot(x.lightness - y.lightness, x.a - y.a, x.b - y.b) < kAlike;
  };
  std::vector<Color> all = taken;
  for (Color fill : kFills) {
    if (std::any_of(taken.begin(), taken.end(), [&](Color other) { return is_like(fill, other); })) all.push_back(fill);
  }
  return next(all);
}

}  // namespace sixiang::brief
