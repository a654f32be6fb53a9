// What kind of thing a field's id names. Inside editor/ only.
#pragma once

#include <string>
#include <string_view>

#include "model/poster.h"

namespace sixiang {

// The struct's key in the format ("labels", "colors", "sections", "poster" for the whole) and the key of the field
// within ("text"), empty where the id names the thing itself.
struct FieldPlace {
  std::string container = "poster", key;
  bool is_there = false;  // a part may be named that is missing ("gan.badge"); an id may name nothing
};
FieldPlace place_of(const Poster& poster, std::string_view id);

}  // namespace sixiang
