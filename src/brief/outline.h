// A poster as a Markdown outline that says all of it, and back: so a poster can live among texts. What it looks like:
// specs/brief-format.md, "An outline that keeps everything".
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "brief/brief.h"
#include "model/poster.h"

namespace sixiang::brief {

// All but the text that the poster was made from, whose place the outline takes. Of a poster of a newer format: what is
// understood of it.
std::string to_outline(const Poster& poster);

// Whether the text begins with a front matter that has a key «sixiang», as to_outline() writes it.
bool is_outline(std::string_view text);

// Of to_outline(p) it gives p. New lines are read as what they look like; sections without an id get one, and a colour.
// Errors name the line.
Result<ReadBrief> read_outline(std::string_view text);

}  // namespace sixiang::brief
