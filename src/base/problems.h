// Every diagnostic that there is, in one table: what it is called, what it says and what to do about it, in both
// languages. specs/diagnostics.md is this table for readers; a test holds the two equal.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/message.h"

namespace sixiang {

// Several may share a code: one thing that is wrong, found in several ways.
enum class Problem : std::uint8_t {
  NewerFormat,
  UnknownFont,
  TooSmall,
  LowContrast,
  NoRoom,
  NoRoomInRing,
  NoWay,
  NoGutter,
  DiagramTooLarge,
  NodesOverlap,
  ArrowTextsOverlap,
  UnknownNode,
  UnknownTile,
  UnknownIcon,
  UnknownIconInText,
  LineTooWide,
  MissingGlyph,
  ControlCharacter,
  UnclosedDollar,
  EmptyFormula,
  DoubtfulDollars,
  BareFormula,
  UnknownCommand,
  MisplacedCommand,
  MissingArgument,
  MissingDelimiter,
  UnmatchedBracket,
  UnmatchedLeft,
  UnmatchedEnvironment,
  UnknownEnvironment,
  OtherEnvironmentEnds,
  DoubleScript,
  DanglingScript,
  MisplacedLimits,
  RowBreakInScript,
  LoneBackslash,
  DoubledBackslashes,
  Comment,
  DefinitionTooLarge,
  FormulaTooLong,
  FormulaTooDeep,
  FormulaTooLarge,
  FormulaTooWide,
};

// What is wrong or what to do, a clause without a full stop. {} stands for what the place that finds it names.
struct Clause {
  std::string_view english, chinese;
};

struct ProblemEntry {
  Problem problem;
  std::string_view code;  // stable, kebab-case
  Severity severity;
  Clause meaning, remedy;
};

// In the order of the enumerators.
std::span<const ProblemEntry> problem_entries();

// The meaning alone, `named` in the place of each {} in turn.
Message meaning_of(Problem problem, std::initializer_list<std::string_view> named = {});

// Its code, severity and message, which is meaning and remedy; where it stands is the caller's to fill in.
Diagnostic make_diagnostic(Problem problem, std::initializer_list<std::string_view> named = {});

}  // namespace sixiang
