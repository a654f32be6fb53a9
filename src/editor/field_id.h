// What kind of thing a field's id names. Inside editor/ only.
#pragma once

#include <string_view>

#include "model/fields.h"

namespace sixiang {

// The thing that the id names or whose field it names, and that field; without a key where the id names the thing
// itself.
struct FieldPlace {
  Thing thing = thing_of(std::type_identity<Poster>{});
  Name field = {};
  bool is_there = false;  // a part may be named that is missing ("gan.badge"); an id may name nothing
};
FieldPlace place_of(const Poster& poster, std::string_view id);

}  // namespace sixiang
