// A text that is read again keeps what was changed by hand on its poster.
#pragma once

#include "model/poster.h"

namespace sixiang::brief {

// `base`: what the text was read as before; `ours`: the poster as it is now; `theirs`: what the text is read as now.
// Field by field: where the two readings agree, what is on the poster stays; where they differ, the new one holds, but
// for colours, most of which no text has asked for: there what was chosen by hand stays. Sections are the same by their
// titles, else by ids, else by place; items of other lists by their texts, else by place. What was added by hand stays,
// what was taken away by hand stays away unless the text changed it. A diagram is one value. Total: check_poster()
// finds nothing in the result where it finds nothing in the three; where it would, the result is `theirs`.
Poster merge(const Poster& base, const Poster& ours, Poster theirs);

}  // namespace sixiang::brief
