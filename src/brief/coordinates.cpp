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

std::optional<Span> read_cells(View source) {
  constexpr View kNumbers = U"一两三四五六";
  const Text text = folded(source);
  Span span;
  bool is_any = false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool is_column = text[i] == U'列' || text[i] == U'栏', is_row = text[i] == U'行';
    if (!is_column && !is_row) continue;
    std::size_t at = i;
    while (at > 0 && (is_blank(text[at - 1]) || text[at - 1] == U'个')) --at;
    if (at == 0) continue;
    const std::size_t word = kNumbers.find(text[at - 1] == U'二' ? U'两' : text[at - 1]);
    const int number = is_digit(text[at - 1]) ? int(text[at - 1] - U'0') : word == View::npos ? 0 : int(word) + 1;
    if (number < 1 || number > 6) continue;
    (is_column ? span.columns : span.rows) = number;
    is_any = true;
  }
  return is_any ? std::optional(span) : std::nullopt;
}

std::optional<Placed> read_coordinates(View source) {
  const Text text = folded(source);
  const std::optional<double> width = number_behind(text, {U"宽", U"width", U"w"});
  const std::optional<double> height = number_behind(text, {U"高", U"height", U"h"});
  if (!width || !height || *width <= 0 || *height <= 0) return std::nullopt;
  return Placed{number_behind(text, {U"x", U"left", U"左"}).value_or(0), *width, *height};
}

}  // namespace sixiang::brief
