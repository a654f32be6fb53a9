// A formula of thirty symbols, from its source to its box.
#include <benchmark/benchmark.h>

#include "bench/bench_poster.h"
#include "math/math.h"

using namespace sixiang;

namespace {

constexpr const char* kFormula = "x_t = √ᾱ_t·x₀ + √(1-ᾱ_t)·ε + ∑_{i=1}^n a_i";

void parse_formula(benchmark::State& state) {
  for (auto _ : state) {
    const math::ParsedFormula parsed = math::parse(kFormula);
    benchmark::DoNotOptimize(parsed.tree.data());
  }
}
BENCHMARK(parse_formula)->Unit(benchmark::kMicrosecond);

void set_formula(benchmark::State& state) {
  const FontSet& fonts = bench::default_poster().fonts;
  const math::FormulaStyle style;
  for (auto _ : state) {
    const math::FormulaLayout laid = math::layout(math::parse(kFormula).tree, fonts, style);
    benchmark::DoNotOptimize(laid.box.items.data());
  }
}
BENCHMARK(set_formula)->Unit(benchmark::kMicrosecond);

}  // namespace
