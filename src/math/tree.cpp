#include "math/tree.h"

#include <algorithm>

#include "math/parser.h"
#include "math/visit_rows.h"

namespace sixiang::math {

const Row& stacked_operand(const Fraction& fraction, const Row& operand) {
  if (fraction.kind != FractionKind::Slash || operand.size() != 1) return operand;
  const auto* fence = std::get_if<Fence>(&operand.front().content);
  const bool round = fence && fence->open == U'(' && fence->close == U')' && !fence->kept && fence->step == 0;
  return round ? fence->body : operand;
}

int height_of(const Node& node, int limit) {
  if (limit <= 0) return 0;
  int height = 0;
  visit_rows(node, [&](const Row& row) { height = std::max(height, height_of(row, limit - 1)); });
  return 1 + height;
}

int height_of(const Row& row, int limit) {
  int height = 0;
  for (const Node& node : row) {
    height = std::max(height, height_of(node, limit));
    if (height >= limit) break;
  }
  return height;
}

}  // namespace sixiang::math
