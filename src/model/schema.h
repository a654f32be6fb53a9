// The format as a JSON Schema (draft 2020-12), made of describe(): what specs/poster.schema.json holds.
#pragma once

#include <string>

namespace sixiang {

// Ends in a newline.
std::string poster_schema();

}  // namespace sixiang
