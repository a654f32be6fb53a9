// The texts of a poster in the lines of a Markdown outline, and back: what Markdown would take for something else, and
// what a line cannot hold, is written as HTML writes it (`&#45;`, `<br>`), so that backslashes, dollars and marks stay
// as the document has them. UTF-8. Inside brief/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sixiang::brief {

// Where a text stands: on a line of its own; in the title, where a lone star stresses; in the head of a table, where a
// bar is a border; a row of a table, whose bars are borders already.
enum class OutlinePlace : std::uint8_t { Line, Title, Head, Row };

std::string to_outline_text(std::string_view text, OutlinePlace place = OutlinePlace::Line);
// Of any text: what it does not know stays.
std::string from_outline_text(std::string_view text);

// What stands in a fence: without the backslashes before dollars and backslashes, as it was typed; and back.
std::string to_outline_code(std::string_view text);
std::string from_outline_code(std::string_view code);

// Nobody sees it: " <!-- tag {"color": "#E8655A"} -->", where `object` is "{}" without the braces; empty where there is
// nothing to say.
std::string outline_comment(std::string_view word, std::string_view object);

std::string_view trimmed_blanks(std::string_view text);

// "3" of "3. ", "12" of "12) ": the digits of a number before a text, at most nine; 0: there is none.
std::size_t ordinal_digits(std::string_view text);

// "_…_": what Markdown stresses; it is a subtitle or a caption.
bool is_stressed_line(std::string_view text);

// A text with a stressed part: `四大*模型*`. Characters; length 0: nothing is stressed.
struct StressedText {
  std::string text;
  std::size_t start = 0, length = 0;
  bool operator==(const StressedText&) const = default;
};
// Nothing may be stressed that a star more or less would change: then the text goes without.
std::string to_outline_title(const StressedText& title);
StressedText from_outline_title(std::string_view line);

}  // namespace sixiang::brief
