// What happens to the selected block's id when lists change around it. Inside editor/ only.
#pragma once

#include <string>

#include "editor/command.h"
#include "model/poster.h"

namespace sixiang {

// The id that names the same thing after `command` made `after` of a poster; empty where it is gone.
std::string selection_after(std::string selection, const Command& command, const Poster& after);

}  // namespace sixiang
