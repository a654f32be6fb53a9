#include "bench/bench_poster.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>

#include "app/files.h"
#include "model/poster_json.h"

namespace sixiang::bench {

namespace {

template <class T>
T expect(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\nRun this from the top of the checkout.\n", result.errors()[0].message.english.c_str());
    std::exit(1);
  }
  return std::move(result.value());
}

LaidPoster load() {
  const std::string folder = app::font_folder("build/fonts");
  const Poster poster = expect(parse_poster(expect(app::read_file("assets/posters/generative-models.json", 1 << 21))));
  LaidPoster laid{expect(app::load_fonts(folder)), {}};
  laid.layout = expect(app::complete_layout(poster, laid.fonts, folder));
  return laid;
}

}  // namespace

const LaidPoster& default_poster() {
  static const LaidPoster laid = load();
  return laid;
}

}  // namespace sixiang::bench

BENCHMARK_MAIN();
