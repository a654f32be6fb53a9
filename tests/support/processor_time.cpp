#include "support/processor_time.h"

#ifdef __EMSCRIPTEN__
#include <emscripten/emscripten.h>
#else
#include <ctime>
#endif

namespace sixiang::testing {

#ifdef __EMSCRIPTEN__

// clang-format off
EM_JS(double, sixiang_processor_seconds, (), {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1e6;
});
// clang-format on

double processor_seconds() { return sixiang_processor_seconds(); }

#else

double processor_seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

#endif

}  // namespace sixiang::testing
