#include "math/tree.h"

#include <algorithm>

#include "math/parser.h"

namespace sixiang::math {
namespace {

int deepest(std::initializer_list<const Row*> rows, int limit) {
  int height = 0;
  for (const Row* row : rows) height = std::max(height, height_of(*row, limit));
  return height;
}

int height_of_parts(const Node& node, int limit) {
  struct Visitor {
    int limit;
    int operator()(const Symbol&) const { return 0; }
    int operator()(const Word&) const { return 0; }
    int operator()(const Text&) const { return 0; }
    int operator()(const BigOperator&) const { return 0; }
    int operator()(const Space&) const { return 0; }
    int operator()(const Group& group) const { return deepest({&group.body}, limit); }
    int operator()(const Scripts& scripts) const {
      int height = deepest({&scripts.base}, limit);
      if (scripts.subscript) height = std::max(height, height_of(*scripts.subscript, limit));
      if (scripts.superscript) height = std::max(height, height_of(*scripts.superscript, limit));
      return height;
    }
    int operator()(const Fraction& fraction) const {
      return deepest({&fraction.numerator, &fraction.denominator}, limit);
    }
    int operator()(const Radical& radical) const { return deepest({&radical.radicand, &radical.degree}, limit); }
    int operator()(const Accent& accent) const { return deepest({&accent.base}, limit); }
    int operator()(const Line& line) const { return deepest({&line.base}, limit); }
    int operator()(const Enclosure& enclosure) const { return deepest({&enclosure.body}, limit); }
    int operator()(const Stretch& stretch) const { return deepest({&stretch.base}, limit); }
    int operator()(const LabelledArrow& arrow) const { return deepest({&arrow.over, &arrow.under}, limit); }
    int operator()(const Fence& fence) const { return deepest({&fence.body}, limit); }
    int operator()(const Middle&) const { return 0; }
    int operator()(const SizedDelimiter&) const { return 0; }
    int operator()(const Table& table) const {
      int height = 0;
      for (const std::vector<Row>& cells : table.cells) {
        for (const Row& cell : cells) height = std::max(height, height_of(cell, limit));
      }
      return height;
    }
    int operator()(const Styled& styled) const { return deepest({&styled.body}, limit); }
    int operator()(const Unread&) const { return 0; }
  };
  return std::visit(Visitor{limit}, node.content);
}

}  // namespace

const Row& stacked_operand(const Fraction& fraction, const Row& operand) {
  if (fraction.kind != FractionKind::Slash || operand.size() != 1) return operand;
  const auto* fence = std::get_if<Fence>(&operand.front().content);
  const bool round = fence && fence->open == U'(' && fence->close == U')' && !fence->kept && fence->step == 0;
  return round ? fence->body : operand;
}

int height_of(const Node& node, int limit) { return limit <= 0 ? 0 : 1 + height_of_parts(node, limit - 1); }

int height_of(const Row& row, int limit) {
  int height = 0;
  for (const Node& node : row) {
    height = std::max(height, height_of(node, limit));
    if (height >= limit) break;
  }
  return height;
}

}  // namespace sixiang::math
