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

}  // namespace

LaidPoster laid(Poster poster) {
  const std::string folder = app::font_folder("build/fonts");
  LaidPoster laid{std::move(poster), expect(app::load_fonts(folder)), {}};
  laid.layout = expect(app::complete_layout(laid.poster, laid.fonts, folder));
  return laid;
}

LaidPoster laid_poster(const std::string& file) {
  return laid(expect(parse_poster(expect(app::read_file(file, 1 << 21)))));
}

const LaidPoster& default_poster() {
  static const LaidPoster laid = laid_poster("assets/posters/generative-models.json");
  return laid;
}

}  // namespace sixiang::bench

BENCHMARK_MAIN();
