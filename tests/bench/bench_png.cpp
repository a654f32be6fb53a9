// PNG bytes of the rendered poster.
#include <benchmark/benchmark.h>

#include "bench/bench_poster.h"
#include "export/png.h"
#include "raster/raster.h"

using namespace sixiang;

namespace {

void encode_poster(benchmark::State& state) {
  const bench::LaidPoster& poster = bench::default_poster();
  const Result<Image> image = render(poster.layout.page, poster.fonts, int(state.range(0)));
  std::size_t bytes = 0;
  for (auto _ : state) {
    const Result<std::vector<std::uint8_t>> png = encode_png(image.value());
    bytes = png.value().size();
  }
  state.counters["bytes"] = double(bytes);
}
BENCHMARK(encode_poster)->Arg(1080)->Arg(2048)->Arg(4096)->Unit(benchmark::kMillisecond);

}  // namespace
