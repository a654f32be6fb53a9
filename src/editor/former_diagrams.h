// Diagrams that gave way to another kind, or to none: choosing their kind again brings them back.
#pragma once

#include <string>
#include <vector>

#include "editor/command.h"
#include "model/poster.h"

namespace sixiang {

struct FormerDiagram {
  std::string label;  // its id
  Diagram diagram;
  bool operator==(const FormerDiagram&) const = default;
};

// One for a label and a kind, as it last was.
using FormerDiagrams = std::vector<FormerDiagram>;

// `after` is what `command` made of `before`. Where that took a diagram away it goes into `former`; where it began one
// of a kind that the label had before, that one is given back. They follow their labels as these move. Another document
// has none of these.
Poster with_former_diagrams(Poster after, Poster before, const Command& command, FormerDiagrams& former);

}  // namespace sixiang
