#include "brief/coordinates.h"

namespace sixiang::brief {

namespace {

// The number behind the first of the words, with nothing but blanks and signs between.
std::optional<double> number_behind(View text, std::initializer_list<View> words) {
  for (const View word : words) {
    for (std::size_t at = text.find(word); at != View::npos; at = text.find(word, at + 1)) {
      const bool begins = has_han(word) || at == 0 || !is_latin(text[at - 1]);
      std::size_t i = at + word.size();
      while (i < text.size() && (is_blank(text[i]) || View(U":=约为度").find(text[i]) != View::npos)) ++i;
      double value = 0;
      std::size_t digits = 0;
      while (i < text.size() && is_digit(text[i]) && digits < 6) {
        value = 10 * value + double(text[i++] - U'0');
        ++digits;
      }
      if (begins && digits > 0) return value;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Placed> read_coordinates(View source) {
  const Text text = folded(source);
  const std::optional<double> width = number_behind(text, {U"宽", U"width", U"w"});
  const std::optional<double> height = number_behind(text, {U"高", U"height", U"h"});
  if (!width || !height || *width <= 0 || *height <= 0) return std::nullopt;
  return Placed{number_behind(text, {U"x", U"left", U"左"}).value_or(0), *width, *height};
}

}  // namespace sixiang::brief
