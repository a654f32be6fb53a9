// Tables of Markdown, and lists of numbers as bars. Inside brief/ only.
#pragma once

#include <string>

#include "brief/context.h"

namespace sixiang::brief {

// A number with its unit behind it: «12400 元», «3.5», «12%»; nullopt: it is none, or more than that.
struct Quantity {
  double value = 0;
  std::string unit;
};
std::optional<Quantity> read_quantity(View source);

// A table that begins at line `begin`: how many lines it has; 0: there is none.
std::size_t read_table(Context& context, DraftSection& section, const std::vector<Line>& lines, std::size_t begin,
                       const std::string& where);

// «算术平均: 12400 元» in all of two or more labels: they become bars. False: they stay.
bool take_bars(Context& context, DraftSection& section, int line, const std::string& where);

}  // namespace sixiang::brief
