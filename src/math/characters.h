// What single characters mean in a formula: their class, which of them are brackets, which grow, how they are
// normalised.
#pragma once

#include <cstdint>
#include <optional>

#include "math/tree.h"

namespace sixiang::math {

// One character for what looks and means the same: · → ⋅, * → ∗, - → −, ~ → ∼, µ → μ, ∣ → |, ∥ → ‖, ' → ′.
char32_t normalized(char32_t c);

// TeXbook appendix B for the common ones, Unicode's blocks for the rest.
AtomClass class_of(char32_t c);

// ∑ ∏ ∫ ⋃ …; nullopt for everything else.
std::optional<Limits> big_operator_limits(char32_t c);

inline bool is_bar(char32_t c) { return c == U'|' || c == U'‖'; }
// The closing partner of an opening bracket ( [ { ⟨ ⌊ ⌈ …; 0 if `c` opens nothing.
char32_t closing_bracket(char32_t c);
bool is_closing_bracket(char32_t c);
// May follow \left, \middle, \right and \big.
bool is_delimiter(char32_t c);

// ² → 2, ᵢ → i; 0 if `c` is none.
char32_t superscript_base(char32_t c);
char32_t subscript_base(char32_t c);

// Combining marks that are set as accents.
bool is_mark(char32_t c);
bool is_space(char32_t c);
// Takes no room and means nothing here: joiners, variation selectors, byte order mark.
bool is_ignorable(char32_t c);

// ½ → 1, 2.
struct VulgarFraction {
  char32_t character;
  const char *numerator, *denominator;
};
const VulgarFraction* vulgar_fraction(char32_t c);

// = → ≠; 0 if Unicode has no negated form.
char32_t negated(char32_t c);

}  // namespace sixiang::math
