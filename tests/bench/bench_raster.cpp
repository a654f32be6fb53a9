// The whole poster at the sizes of previews and exports.
#include <benchmark/benchmark.h>

#include "bench/bench_poster.h"
#include "raster/raster.h"

using namespace sixiang;

namespace {

void render_poster(benchmark::State& state) {
  const bench::LaidPoster& poster = bench::default_poster();
  for (auto _ : state) {
    const Result<Image> image = render(poster.layout.page, poster.fonts, int(state.range(0)));
    benchmark::DoNotOptimize(image.value().rgba.data());
  }
}
BENCHMARK(render_poster)->Arg(360)->Arg(1080)->Arg(1600)->Arg(4096)->Arg(8192)->Unit(benchmark::kMillisecond);

}  // namespace
