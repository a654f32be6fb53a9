// The same display list through Cairo's image back end: the yardstick for render_poster.
#include <benchmark/benchmark.h>
#include <cairo/cairo.h>

#include <variant>

#include "bench/bench_poster.h"

using namespace sixiang;

namespace {

void set_color(cairo_t* cairo, Color color) {
  cairo_set_source_rgba(cairo, color.red / 255.0, color.green / 255.0, color.blue / 255.0, color.alpha / 255.0);
}

struct CairoPath {
  cairo_t* cairo;

  void move_to(Point to) { cairo_move_to(cairo, double(to.x), double(to.y)); }
  void line_to(Point to) { cairo_line_to(cairo, double(to.x), double(to.y)); }
  void cubic_to(Point a, Point b, Point to) {
    cairo_curve_to(cairo, double(a.x), double(a.y), double(b.x), double(b.y), double(to.x), double(to.y));
  }
  void close() { cairo_close_path(cairo); }
};

void set_path(cairo_t* cairo, const Path& path) {
  cairo_new_path(cairo);
  CairoPath sink{cairo};
  walk_cubics(path, sink);
}

struct Painter {
  cairo_t* cairo;
  const FontSet& fonts;

  void operator()(const FillPath& fill) const {
    set_color(cairo, fill.color);
    cairo_set_fill_rule(cairo, fill.rule == FillRule::EvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    set_path(cairo, fill.path);
    cairo_fill(cairo);
  }
  void operator()(const GlyphRun& run) const {
    set_color(cairo, run.color);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (const PositionedGlyph& glyph : run.glyphs) {
      cairo_save(cairo);
      cairo_translate(cairo, double(glyph.origin.x), double(glyph.origin.y));
      cairo_scale(cairo, double(run.size), double(run.size));
      set_path(cairo, fonts.outline(glyph.glyph));
      cairo_fill_preserve(cairo);
      if (run.embolden > 0) {
        cairo_set_line_width(cairo, double(run.embolden / run.size));
        cairo_stroke(cairo);
      }
      cairo_restore(cairo);
    }
  }
  void operator()(const Group& group) const {
    cairo_save(cairo);
    cairo_translate(cairo, double(group.placement.offset.x), double(group.placement.offset.y));
    cairo_scale(cairo, double(group.placement.scale), double(group.placement.scale));
    for (const Item& item : group.items) std::visit(*this, item);
    cairo_restore(cairo);
  }
};

void render_poster_with_cairo(benchmark::State& state) {
  const bench::LaidPoster& poster = bench::default_poster();
  const int width_px = int(state.range(0));
  const double scale = double(width_px) / double(poster.layout.page.size.width);
  const int height_px = int(double(poster.layout.page.size.height) * scale + 0.5);
  for (auto _ : state) {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width_px, height_px);
    cairo_t* cairo = cairo_create(surface);
    set_color(cairo, poster.layout.page.background);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    for (const Item& item : poster.layout.page.items) std::visit(Painter{cairo, poster.fonts}, item);
    cairo_surface_flush(surface);
    benchmark::DoNotOptimize(cairo_image_surface_get_data(surface));
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
  }
}
BENCHMARK(render_poster_with_cairo)
    ->Arg(360)
    ->Arg(1080)
    ->Arg(1600)
    ->Arg(4096)
    ->Arg(8192)
    ->Unit(benchmark::kMillisecond);

}  // namespace
