// Any bytes as a formula: read without a crash and with true positions, set at several widths with finite measures, and
// set again the same.
#include <cmath>

#include "fuzz/fuzz.h"
#include "math/math.h"

using namespace sixiang;
using fuzz::require;

namespace {

math::FormulaLayout set(const math::Row& tree, const math::FormulaStyle& style) {
  math::FormulaLayout laid = math::layout(tree, fuzz::fonts(), style);
  for (int round = 0; !laid.pending.empty(); ++round) {
    require(round < 8, "loading the fonts that are asked for comes to an end");
    fuzz::load(laid.pending);
    laid = math::layout(tree, fuzz::fonts(), style);
  }
  return laid;
}

void check_layout(const math::Row& tree, const math::FormulaStyle& style) {
  const Box box = set(tree, style).box;
  require(box.width >= 0 && box.width < 1e7f, "the width is finite and not negative");
  require(std::abs(box.ascent) < 1e7f && std::abs(box.descent) < 1e7f, "the height is finite");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  const math::ParsedFormula parsed = math::parse(source);
  for (const Diagnostic& each : parsed.diagnostics) {
    require(each.offset + each.length <= size, "a diagnostic marks a place of the source");
    require(!each.message.english.empty() && !each.message.chinese.empty(), "a diagnostic says what in two languages");
  }
  require(math::dump(parsed.tree) == math::dump(math::parse(source).tree), "reading again gives the same");
  math::FormulaStyle style;
  for (float width : {0.0f, 20.0f, 200.0f}) {
    style.max_width = width;
    style.display = math::Display::Block;
    check_layout(parsed.tree, style);
  }
  style.display = math::Display::Inline;
  style.embolden_em = 0.02f;
  check_layout(parsed.tree, style);
  return 0;
}
