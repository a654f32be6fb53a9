// Any bytes as markup: read without a crash, the same when read again, and what comes of it is a formula.
#include "fuzz/fuzz.h"
#include "math/math.h"
#include "mathml/mathml.h"

using namespace sixiang;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view markup(reinterpret_cast<const char*>(data), size);
  const std::string formula = mathml::read(markup);
  require(formula == mathml::read(markup), "reading again gives the same");
  require(formula.size() <= 64 * size, "a formula is about as long as its markup");
  math::parse(formula);
  return 0;
}
