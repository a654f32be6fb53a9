// How far a long piece of work is.
#pragma once

#include <functional>

namespace sixiang {

// Called with 0 to 1, growing; may be empty, and then nobody listens.
using Progress = std::function<void(float)>;

}  // namespace sixiang
