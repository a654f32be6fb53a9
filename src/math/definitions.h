// \newcommand and its kin, pasted in front of a formula: applied within it, as TeX's macro processor does, before it is
// cut into tokens. They end with the formula, and groups do not bound them. Comments and doubled backslashes go first.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problems.h"
#include "math/tree.h"

namespace sixiang::math {

// A source with its definitions applied.
class Expansion {
 public:
  // A source without definitions, or longer than kMaxCodePoints, is as it was.
  explicit Expansion(std::string_view source);

  std::string_view text() const { return applied() ? std::string_view(text_) : source_; }

  // A definition was applied or a fault mended: so it is LaTeX, whatever stands in its place.
  bool applied() const { return applied_; }

  // Of what was mended, in the bytes of the source.
  const Diagnostics& hints() const { return hints_; }

  // Why the command stands in text() though it is defined, if it is.
  std::optional<Problem> refused(std::string_view name) const;

  // The bytes of the source that a range of text() stands for: what came out of a command, the command.
  SourceSpan typed(SourceSpan span) const;

  // The same for each node of a tree.
  void restore_spans(Row& row) const;

 private:
  friend class Expander;

  struct Piece {
    std::size_t begin = 0;  // in text()
    SourceSpan typed;
    std::size_t length = 0;  // of both, if equal: it was typed so
  };
  struct Refusal {
    std::string name;
    Problem problem;
  };
  std::string_view source_;
  std::string text_;
  bool applied_ = false;
  std::vector<Piece> pieces_;
  std::vector<Refusal> refusals_;
  Diagnostics hints_;
};

}  // namespace sixiang::math
