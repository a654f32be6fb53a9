// What stands in quotes is what is to be printed; the words before it say as what. Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/text.h"

namespace sixiang::brief {

struct Quote {
  Extent outer, inner;  // with its quotes, and without
};
// From `from` on. «don't» opens none.
std::optional<Quote> first_quote(View text, std::size_t from = 0);
std::vector<Quote> quotes_of(View text);
// What stands first in quotes, or in 《》.
std::optional<Text> first_named(View text);

// The text without quotes round all of it, and without those of code: "…", “…”, 「…」, `…`.
Text unquoted(View text);

enum class SaidAs : std::uint8_t {
  Label,
  Title,
  Subtitle,
  Key,
  Keyword,
  Tag,
  Badge,
  Figure,
  Code,
  Detail,
  Icon,
  Second
};

// One piece of a list of labels: «formula "h ≈ log_m N"», «small icon of a tree», «"说明"».
struct SaidLabel {
  Text text;
  SaidAs as = SaidAs::Label;
  bool is_quoted = false;
};
// A list of labels: those in quotes, and icons that are named without; where nothing is quoted, what `,` `，` `；`
// part.
std::vector<SaidLabel> read_labels(View text);

}  // namespace sixiang::brief
