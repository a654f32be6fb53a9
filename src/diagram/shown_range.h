// Of a value that is shown as a range, "2-5 天" or "0.5～1 d": from where to where.
#pragma once

#include <optional>
#include <string_view>

namespace sixiang {

struct ShownRange {
  float least = 0, greatest = 0;  // 0 < least < greatest
};

// What a text that begins with a number or a range shows: "2-5天", "3 d (约一半)".
struct ShownAmount {
  float least = 0, greatest = 0;  // one number: both
  std::string_view unit;          // up to a blank behind it, a bracket or a comma
};
std::optional<ShownAmount> shown_amount(std::string_view text);

// The first two numbers of the text, if nothing but a dash, 到 or 至 parts them; nullopt: it shows no range.
std::optional<ShownRange> shown_range(std::string_view text);

}  // namespace sixiang
