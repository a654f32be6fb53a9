// What the editor asks of the page, as web/main.js reads it.
#pragma once

#include <string>
#include <vector>

#include "app/session/effects.h"

namespace sixiang::web {

// A JSON list of objects; "do" says what.
std::string to_json(const std::vector<app::Effect>& effects);

}  // namespace sixiang::web
