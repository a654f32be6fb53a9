// What fields and things are called, in both languages: one table for the panel's labels and the steps of undo.
#pragma once

#include <string_view>
#include <vector>

#include "base/message.h"

namespace sixiang {

// A thing, for "Add …": {"label", "要点"}. `container` as in FieldPlace.
Message thing_name(std::string_view container);

// The heading of a group: {"Labels", "要点"}.
Message group_name(std::string_view container);

// A field: {"Text", "文字"}. A field without an entry goes by its key.
Message field_name(std::string_view container, std::string_view key);

// A face that `fonts.<key>` may name: {"marker", {"Marker", "马克笔"}}.
struct FaceName {
  std::string_view id;
  Message name;
};
std::vector<FaceName> faces_for(std::string_view key);

// What a new thing says at first; empty for things without words.
Message first_words(std::string_view container);

}  // namespace sixiang
