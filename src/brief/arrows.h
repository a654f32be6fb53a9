// Arrows in a text: «x₀ →(加噪)→ x_T», «1 → 2 "没命中"; 2 → 3 "UDP 53"», «E步→M步 and M步→E步». Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/text.h"

namespace sixiang::brief {

struct Arrow {
  std::size_t from = 0, to = 0;  // terms
  Text text;                     // its name; may be empty
  bool operator==(const Arrow&) const = default;
};

// Terms that arrows join; each term once, in the order of their first mention.
struct ArrowGraph {
  std::vector<Text> terms;
  std::vector<Arrow> arrows;
  Text rest;  // what stands behind the last term and is neither a term nor an arrow's name
};

bool has_arrow(View text);

// A text that is nothing but arrows and what they join; nullopt: it has none, or is a sentence with an arrow in it.
std::optional<ArrowGraph> read_arrows(View text);

// Joins the second to the first by the terms that both have.
void join(ArrowGraph& graph, const ArrowGraph& other);

}  // namespace sixiang::brief
