// A draft as a poster: ids, formulas between dollars, colours for what has none. Inside brief/ only.
#pragma once

#include "brief/context.h"

namespace sixiang::brief {

Poster compose(Context& context);

// A diagram of the document's own kinds.
std::optional<Diagram> compose_diagram(const Draft& draft, const DraftDiagram& diagram);

// Within what a document may hold; the rest is told.
class Budget {
 public:
  // Whether so much text still goes in.
  bool takes(View text);
  bool takes_parts(std::size_t count);

 private:
  std::size_t text_ = 0, parts_ = 0;
};

// The text of a label or title as the document has it.
std::string document_text(View text);

}  // namespace sixiang::brief
