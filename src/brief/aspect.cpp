#include "brief/aspect.h"

namespace sixiang::brief {

namespace {

struct AspectWord {
  View word;
  float width, height;
};
constexpr AspectWord kAspectWords[] = {
    {U"square", 1, 1}, {U"landscape", 16, 9}, {U"portrait", 9, 16},   {U"方形", 1, 1},      {U"方图", 1, 1},
    {U"竖图", 3, 4},   {U"横图", 16, 9},      {U"正方", 1, 1},        {U"横版", 16, 9},     {U"横屏", 16, 9},
    {U"竖版", 3, 4},   {U"竖屏", 9, 16},      {U"widescreen", 16, 9}, {U"vertical", 9, 16}, {U"wide", 16, 9},
};

int number_at(View text, std::size_t& i) {
  int value = 0;
  while (i < text.size() && is_digit(text[i]) && value < 100000) value = 10 * value + int(text[i++] - U'0');
  return value;
}

}  // namespace

// "16:9", "1536x1024", then the words.
std::optional<Size> read_aspect(View source) {
  const Text text = folded(source);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && (is_digit(text[i - 1]) || is_latin(text[i - 1]) || text[i - 1] == U'.')))
      continue;
    std::size_t at = i;
    const int width = number_at(text, at);
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at >= text.size() || View(U":x×*/∶").find(text[at]) == View::npos) continue;
    ++at;
    while (at < text.size() && is_blank(text[at])) ++at;
    const int height = number_at(text, at);
    const bool is_pair =
        width > 0 && height > 0 && float(width) / float(height) < 6.0f && float(height) / float(width) < 6.0f;
    const bool is_ratio = width <= 40 && height <= 40, is_size = width >= 100 && height >= 100;
    if (is_pair && (is_ratio || is_size)) return Size{float(width), float(height)};
  }
  for (const AspectWord& entry : kAspectWords) {
    const std::size_t at = text.find(entry.word);
    const bool is_histogram = at != Text::npos && at > 0 && text[at - 1] == U'直';
    if (at != Text::npos && !is_histogram) return Size{entry.width, entry.height};
  }
  return std::nullopt;
}

}  // namespace sixiang::brief
