// Where a stretch of a text stands after the text was edited. Inside editor/ only.
#pragma once

#include <string_view>

#include "model/poster.h"

namespace sixiang {

// The same words' emphasis in `after`, which is `before` with one place changed: what stands before and behind that
// place is found as far as both texts agree. What is typed right before or behind the words is none of them.
Emphasis followed(Emphasis emphasis, std::string_view before, std::string_view after);

}  // namespace sixiang
