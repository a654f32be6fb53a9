// Items on a clipboard, as themselves: {"sixiang": "labels", "items": [ … ]}, each as it stands in a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sixiang {

struct CopiedItems {
  std::string kind;                      // the key of their Thing: "label", "section", "node"
  std::vector<std::string> items;        // JSON texts
  std::vector<std::string> arrows = {};  // of nodes: those between them
  bool operator==(const CopiedItems&) const = default;
};

std::string copied_text(const CopiedItems& copied);

// Whether the text is meant as such; reading it may still fail.
bool is_copied_text(std::string_view text);

// Errors: it is no such text, or holds no items. What each of them holds is not looked at.
Result<CopiedItems> parse_copied(std::string_view text);

}  // namespace sixiang
