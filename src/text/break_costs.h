// What a break costs: one table for all ways of breaking lines. specs/text.md explains it, with an example of each kind
// that a test reads. Internal to text/.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sixiang {

// Of the two kinds that a place may be, the one farther down counts.
enum class BreakKind : std::uint8_t {
  AtMark,             // after a mark or a blank
  BetweenPhrases,     // after a particle, before a conjunction
  HanToLatin,         // between Chinese and Latin or a number
  BeforeCount,        // between Chinese and a number with its unit
  InsideCompound,     // after the hyphen or slash of a word of several parts
  AfterCount,         // between a number with its unit and what is counted; inside a date
  BetweenWords,       // between two Chinese characters where a word may end
  PerhapsInsideWord,  // where one hardly ends
  InsideWord,         // where none ends by all that can be guessed
  AgainstSense,       // before a particle, after a conjunction
  InsideBrackets,     // of a few characters
  LoneCharacter,      // leaves one Chinese character between it and a mark; between a name and its number
  AfterNameDot,       // 让·‖雅克
  BeforeMeasureWord,  // between a number and its measure word or unit
  BeforeNumber,       // between a number and the word or sign that announces it
  InsideName,         // 卢‖梭, beside a dot
  InsideUnit,         // 小‖时, 元/‖月
  InsideNumber,       // 3～‖5
};

struct BreakCost {
  BreakKind kind;
  std::string_view name;  // in the table of specs/text.md
  // A break costs as much as a line that is wider or narrower than the mean by this part of the mean.
  double deviation;
};

inline constexpr std::array<BreakCost, 18> kBreakCosts = {{
    {BreakKind::AtMark, "at a mark", 0},
    {BreakKind::BetweenPhrases, "between phrases", 0.12},
    {BreakKind::HanToLatin, "Chinese to Latin", 0.15},
    {BreakKind::BeforeCount, "before a count", 0.2},
    {BreakKind::InsideCompound, "inside a compound", 0.25},
    {BreakKind::AfterCount, "after a count", 0.3},
    {BreakKind::BetweenWords, "between words", .4},
    {BreakKind::PerhapsInsideWord, "perhaps inside a word", .55},
    {BreakKind::InsideWord, "inside a word", .7},
    {BreakKind::AgainstSense, "against the sense", .7},
    {BreakKind::InsideBrackets, "inside brackets", .9},
    {BreakKind::LoneCharacter, "at a lone character", 1},
    {BreakKind::AfterNameDot, "after a name's dot", 2},
    {BreakKind::BeforeMeasureWord, "before a measure word", 2.2},
    {BreakKind::BeforeNumber, "before its number", 2.2},
    {BreakKind::InsideName, "inside a name", 2.3},
    {BreakKind::InsideUnit, "inside a unit", 2.5},
    {BreakKind::InsideNumber, "inside a number", 3},
}};

constexpr bool is_in_order(const std::array<BreakCost, 18>& costs) {
  for (std::size_t i = 0; i < costs.size(); ++i) {
    if (std::size_t(costs[i].kind) != i || (i > 0 && costs[i].deviation < costs[i - 1].deviation)) return false;
  }
  return true;
}
static_assert(is_in_order(kBreakCosts));

// In squares of the mean line width, as the deviations of lines are.
constexpr double break_cost(BreakKind kind) {
  const double deviation = kBreakCosts[std::size_t(kind)].deviation;
  return deviation * deviation;
}

// What belongs together like the letters of a word: broken only where it is wider than a line.
constexpr bool is_bond(BreakKind kind) { return kind >= BreakKind::AfterNameDot; }

}  // namespace sixiang
