// What a single value of the format must satisfy. Reading applies these to what a file says, checking to what the
// editor made; both speak the same words.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/message.h"
#include "model/limits.h"
#include "model/words.h"

namespace sixiang {

// Each returns what was expected where the value does not do, as the tail of "expected …".
std::optional<Message> number_problem(double value, NumberRange range);
// UTF-8, at most 64 KiB, no control characters but tabs and line breaks.
std::optional<Message> text_problem(std::string_view text);
// The same, but any tab will do: what is not drawn holds no formulas.
std::optional<Message> source_problem(std::string_view text);
// 1 to 64 of A-Z a-z 0-9 - _
std::optional<Message> id_problem(std::string_view id);
// A line of at most 64 bytes; empty: no icon. Whether there is such an icon is not the format's.
std::optional<Message> icon_problem(std::string_view name);
std::optional<Message> count_problem(std::size_t count, std::size_t most);

Message expected_number(NumberRange range);
Message expected_integer(NumberRange range);
Message expected_color();
Message expected_word(std::span<const Word> words);

// "12", "0.33": the fewest digits that give the same float again.
std::string number_text(float value);

// "expected …, found …"
Message expectation(const Message& expected, const Message& found);
Message quoted_text(std::string_view text);

}  // namespace sixiang
