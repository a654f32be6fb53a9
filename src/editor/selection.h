// What an id names after a list around it has changed.
#pragma once

#include <string>

#include "editor/command.h"
#include "model/poster.h"

namespace sixiang {

// The id that names the same thing after `command`; empty where the command takes it away.
std::string id_after(std::string id, const Command& command);

// The selection after `command` made `after` of a poster: the same thing's, empty where it is gone.
std::string selection_after(std::string selection, const Command& command, const Poster& after);

}  // namespace sixiang
