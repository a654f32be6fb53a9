#include "support/environment.h"

#ifdef __EMSCRIPTEN__
#include <emscripten/emscripten.h>

#include <vector>
#else
#include <cstdlib>
#endif

namespace sixiang::testing {

#ifdef __EMSCRIPTEN__

// Writes the variable's bytes to `buffer` and returns their number.
// clang-format off
EM_JS(int, sixiang_environment, (const char* name, char* buffer, int capacity), {
  var end = name;
  while (HEAPU8[end]) ++end;
  var value = process.env[Buffer.from(HEAPU8.subarray(name, end)).toString()];
  var bytes = Buffer.from(value === undefined ? "" : value);
  if (bytes.length > capacity) throw new Error("environment variable too long");
  HEAPU8.set(bytes, buffer);
  return bytes.length;
});
// clang-format on

std::string environment(const char* name) {
  std::vector<char> buffer(65536);
  const int length = sixiang_environment(name, buffer.data(), int(buffer.size()));
  return std::string(buffer.data(), std::size_t(length));
}

#else

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

#endif

}  // namespace sixiang::testing
