// How long something took of the processor, whatever else the machine is doing.
#pragma once

namespace sixiang::testing {

// Seconds of this process since it began, in WebAssembly too, whose clock() is the wall's.
double processor_seconds();

}  // namespace sixiang::testing
