// Time of a layout alone: the gallery's posters, and documents that grow to the limits (specs/limits.md).
#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "bench/bench_poster.h"
#include "support/grown_posters.h"

namespace sixiang {

namespace {

void lay_out(benchmark::State& state, const Poster& poster, const FontSet& fonts) {
  for (auto _ : state) benchmark::DoNotOptimize(layout_poster(poster, fonts).blocks.size());
}

void register_all() {
  for (const auto& entry : std::filesystem::directory_iterator("assets/posters")) {
    const std::string file = entry.path().string();
    benchmark::RegisterBenchmark(("layout/" + entry.path().stem().string()).c_str(), [file](benchmark::State& state) {
      const bench::LaidPoster laid = bench::laid_poster(file);
      lay_out(state, laid.poster, laid.fonts);
    })->Unit(benchmark::kMillisecond);
  }
  for (const testing::Growing& each : testing::growing_posters()) {
    for (std::size_t part : {8, 4, 2, 1}) {
      const std::size_t count = (each.most + part - 1) / part;
      const std::string name = "growth/" + each.name + "/" + std::to_string(count);
      benchmark::RegisterBenchmark(name.c_str(), [each, count](benchmark::State& state) {
        const bench::LaidPoster laid = bench::laid(each.with(count));
        lay_out(state, laid.poster, laid.fonts);
      })->Unit(benchmark::kMillisecond);
    }
  }
}

const bool kRegistered = (register_all(), true);

}  // namespace

}  // namespace sixiang
