// The actions that change how the poster lies on the desk.
#pragma once

#include <vector>

#include "app/session/app_action.h"

namespace sixiang::app {

std::vector<AppAction> view_actions();

}  // namespace sixiang::app
