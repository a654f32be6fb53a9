// What an id names after a list around it has changed. Inside editor/ only, but for what shows an edit at once.
#pragma once

#include <string>
#include <vector>

#include "editor/command.h"
#include "model/poster.h"

namespace sixiang {

// The ids that name the same things once `command` is carried out on `before`; empty where it takes them away. What
// they name need not be there.
std::vector<std::string> ids_after(const Poster& before, const Command& command, std::vector<std::string> ids);

}  // namespace sixiang
