// Kinds of pages by what a brief says of its layout. Inside brief/ only.
#pragma once

#include <optional>

#include "brief/draft.h"

namespace sixiang::brief {

// Of a sentence, folded; nullopt: it names none.
std::optional<PageKind> find_kind(View text);
// Of the front matter's type, folded.
std::optional<PageKind> kind_of_type(View type);
// «2x2 grid», «三列»; 0: none are named.
int columns_in(View text);

}  // namespace sixiang::brief
