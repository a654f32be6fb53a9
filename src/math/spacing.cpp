#include "math/spacing.h"

#include <cstdint>

namespace sixiang::math {
namespace {

// Columns: Ord Op Bin Rel Open Close Punct Inner. Negative: only in display and text style. 0 also where TeX says
// “cannot happen”.
constexpr std::int8_t kSpaces[8][8] = {
    {0, 3, -4, -5, 0, 0, 0, -3},      // Ord
    {3, 3, 0, -5, 0, 0, 0, -3},       // Op
    {-4, -4, 0, 0, -4, 0, 0, -4},     // Bin
    {-5, -5, 0, 0, -5, 0, 0, -5},     // Rel
    {0, 0, 0, 0, 0, 0, 0, 0},         // Open
    {0, 3, -4, -5, 0, 0, 0, -3},      // Close
    {-3, -3, 0, -3, -3, -3, -3, -3},  // Punct
    {-3, 3, -4, -5, -3, 0, -3, -3},   // Inner
};

// The order of the table above.
constexpr int row_of(AtomClass atom_class) {
  switch (atom_class) {
    case AtomClass::Ordinary:
      return 0;
    case AtomClass::Operator:
      return 1;
    case AtomClass::Binary:
      return 2;
    case AtomClass::Relation:
      return 3;
    case AtomClass::Open:
      return 4;
    case AtomClass::Close:
      return 5;
    case AtomClass::Punctuation:
      return 6;
    case AtomClass::Inner:
      return 7;
  }
  return 0;
}

}  // namespace

float space_between(AtomClass left, AtomClass right, StyleLevel level) {
  const float space = kSpaces[row_of(left)][row_of(right)];
  if (space >= 0) return space;
  return is_script(level) ? 0.0f : -space;
}

bool demotes_following_binary(AtomClass left) {
  return left == AtomClass::Binary || left == AtomClass::Operator || left == AtomClass::Relation ||
         left == AtomClass::Open || left == AtomClass::Punctuation;
}

bool demotes_preceding_binary(AtomClass right) {
  return right == AtomClass::Relation || right == AtomClass::Close || right == AtomClass::Punctuation;
}

}  // namespace sixiang::math
