// Of a value that is shown as a range, "2-5 天" or "0.5～1 d": from where to where.
#pragma once

#include <optional>
#include <string_view>

namespace sixiang {

struct ShownRange {
  float least = 0, greatest = 0;  // 0 < least < greatest
};

// The first two numbers of the text, if nothing but a dash, 到 or 至 parts them; nullopt: it shows no range.
std::optional<ShownRange> shown_range(std::string_view text);

}  // namespace sixiang
