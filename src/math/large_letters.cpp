// Σ and Π are the letters next at hand where no ∑ and ∏ can be typed: they are the operators where limits stand at
// them.
#include <algorithm>
#include <optional>

#include "math/alphabet.h"
#include "math/characters.h"
#include "math/token.h"

namespace sixiang::math {
namespace {

using Tokens = std::vector<Token>;

struct Range {
  std::size_t begin = 0, end = 0;
};

struct ScriptsBehind {
  std::optional<Range> below, above;
};

// The script at `at`: its content; `at` becomes what is behind it.
std::optional<Range> script_at(const Tokens& tokens, std::size_t& at, char32_t kind) {
  if (at >= tokens.size() || tokens[at].character != kind) return std::nullopt;
  const std::size_t first = at + 1;
  if (tokens[at].kind == TokenKind::ScriptOpen) {
    while (tokens[at].kind != TokenKind::ScriptClose) ++at;
    return Range{first, at++};
  }
  if (tokens[at].kind != TokenKind::Character || first >= tokens.size()) return std::nullopt;
  const std::uint32_t partner = tokens[first].partner;
  const bool group = partner != kNoPartner && partner > first;
  at = group ? partner + 1 : first + 1;
  return group ? Range{first + 1, partner} : Range{first, at};
}

ScriptsBehind scripts_behind(const Tokens& tokens, std::size_t at) {
  ScriptsBehind found;
  for (int i = 0; i < 2; ++i) {
    if (!found.below) found.below = script_at(tokens, at, U'_');
    if (!found.above) found.above = script_at(tokens, at, U'^');
  }
  return found;
}

// i=1, j∈N, k≠j
bool says_what_runs(const Tokens& tokens, Range below) {
  if (below.end - below.begin < 2) return false;
  return std::any_of(tokens.begin() + std::ptrdiff_t(below.begin) + 1, tokens.begin() + std::ptrdiff_t(below.end),
                     [](const Token& each) {
                       return each.kind == TokenKind::Character && class_of(each.character) == AtomClass::Relation;
                     });
}

// N, ∞, n-1; but of a matrix of covariances Σ_k^{-1}, Σ_k^T and Σ_k^2.
bool says_how_far(const Tokens& tokens, Range above) {
  if (above.begin >= above.end || tokens[above.begin].kind != TokenKind::Character) return false;
  const char32_t first = tokens[above.begin].character;
  const bool alone = above.end == above.begin + 1;
  return first == U'∞' || (is_latin_letter(first) && !(alone && first == U'T'));
}

// «Σ(O-E)²/E»: a sum of fractions, and no matrix in front of one; of «Σ(x-μ)²/n» both are the same.
bool sums_fractions(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || !is_character(tokens[at], U'(')) return false;
  const std::uint32_t partner = tokens[at].partner;
  if (partner == kNoPartner || partner <= at) return false;
  std::size_t behind = partner + 1;
  while (script_at(tokens, behind, U'^') || script_at(tokens, behind, U'_')) {
  }
  return behind < tokens.size() && is_character(tokens[behind], U'/');
}

}  // namespace

void read_letters_as_operators(std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool sum = is_character(tokens[i], U'Σ');
    if (!sum && !is_character(tokens[i], U'Π')) continue;
    if (sum && sums_fractions(tokens, i + 1)) tokens[i].character = U'∑';
    const ScriptsBehind scripts = scripts_behind(tokens, i + 1);
    if (!scripts.below) continue;
    const bool both = scripts.above && says_how_far(tokens, *scripts.above);
    if (both || says_what_runs(tokens, *scripts.below)) tokens[i].character = sum ? U'∑' : U'∏';
  }
}

}  // namespace sixiang::math
