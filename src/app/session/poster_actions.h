// What can be done to what is selected on the poster, by keys, by the buttons beside it and by whoever else offers it.
#pragma once

#include <vector>

#include "app/session/app_action.h"

namespace sixiang::app {

std::vector<AppAction> poster_actions();

}  // namespace sixiang::app
