// Texts that can hardly be read, since their colour is too near to what they stand on, and what mends that.
#pragma once

#include <optional>
#include <string_view>

#include "base/message.h"
#include "editor/command.h"
#include "model/poster.h"

namespace sixiang {

// A problem each, in the order of the document. Those whose colour follows from the ground are never among them.
Diagnostics contrast_problems(const Poster& poster);

// What gives the text of the block (of contrast_problems()) the nearest colour that can be read; nullopt where there is
// nothing to mend.
std::optional<Command> mend_contrast(const Poster& poster, std::string_view block);

}  // namespace sixiang
