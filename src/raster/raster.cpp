#include "raster/raster.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/stroke.h"
#include "raster/blend.h"

namespace sixiang {

namespace {

// Twice the area enclosed by the control polygon; its sign tells which way round the outlines run.
float signed_area(const Path& path) {
  float sum = 0;
  Point start, previous;
  std::size_t next = 0;
  constexpr std::size_t kPoints[] = {1, 1, 2, 3, 0};
  for (PathVerb verb : path.verbs) {
    const std::size_t count = kPoints[std::size_t(verb)];
    for (std::size_t i = 0; i < count; ++i) {
      const Point point = path.points[next + i];
      if (verb == PathVerb::MoveTo) {
        sum += previous.x * start.y - previous.y * start.x;
        start = previous = point;
      }
      sum += previous.x * point.y - previous.y * point.x;
      previous = point;
    }
    next += count;
  }
  return sum + previous.x * start.y - previous.y * start.x;
}

// Mirrors nothing, only walks every contour the other way round. Straight lines and cubics as strokes have them.
Path backwards(const Path& path) {
  Path result;
  std::vector<PathVerb> verbs;
  std::vector<Point> points;
  const auto flush = [&] {
    if (points.empty()) return;
    result.move_to(points.back());
    std::size_t end = points.size() - 1;
    for (std::size_t i = verbs.size(); i-- > 0;) {
      const PathVerb verb = verbs[i];
      if (verb == PathVerb::LineTo) {
        result.line_to(points[end - 1]);
        end -= 1;
      } else if (verb == PathVerb::QuadTo) {
        result.quad_to(points[end - 1], points[end - 2]);
        end -= 2;
      } else {
        result.cubic_to(points[end - 1], points[end - 2], points[end - 3]);
        end -= 3;
      }
    }
    result.close();
    verbs.clear();
    points.clear();
  };
  std::size_t next = 0;
  constexpr std::size_t kPoints[] = {1, 1, 2, 3, 0};
  for (PathVerb verb : path.verbs) {
    if (verb == PathVerb::Close) continue;
    if (verb == PathVerb::MoveTo) {
      flush();
    } else {
      verbs.push_back(verb);
    }
    for (std::size_t i = 0; i < kPoints[std::size_t(verb)]; ++i) points.push_back(path.points[next++]);
  }
  flush();
  return result;
}

class Painter {
 public:
  Painter(const FontSet& fonts, const PixelRect& clip, Image& image) : fonts_(fonts), clip_(clip), image_(image) {}

  void paint(const DisplayList& items, const Placement& placement) {
    for (const Item& item : items) {
      std::visit([&](const auto& value) { paint_item(value, placement); }, item);
    }
  }

 private:
  void paint_item(const FillPath& fill, const Placement& placement) {
    if (outside(control_bounds(fill.path), placement)) return;
    coverage_.reset(clip_);
    coverage_.add(fill.path, placement);
    fill_spans(fill.rule, fill.color);
  }

  void paint_item(const Group& group, const Placement& placement) {
    paint(group.items, combined(placement, group.placement));
  }

  void paint_item(const GlyphRun& run, const Placement& placement) {
    for (const PositionedGlyph& glyph : run.glyphs) {
      const Placement place = combined(placement, {glyph.origin, run.size});
      const Rect ink = inset(fonts_.glyph_bounds(glyph.glyph), run.size > 0 ? -run.embolden / run.size : 0);
      if (outside(ink, place)) continue;
      const Path outline = fonts_.outline(glyph.glyph);
      coverage_.reset(clip_);
      coverage_.add(outline, place);
      if (run.embolden > 0 && run.size > 0)
        coverage_.add(bold_rim(outline, run.embolden / run.size, place.scale), place);
      fill_spans(FillRule::NonZero, run.color);
    }
  }

  // The stroke round a glyph, running the same way as the glyph's own outlines: windings add up and never cancel.
  static Path bold_rim(const Path& outline, float pen_em, float em_px) {
    StrokeStyle style;
    style.width = pen_em;
    const Path rim = stroke_outline(outline, style, std::clamp(0.05f / std::max(em_px, 1.0f), 1e-5f, 0.002f));
    return (signed_area(outline) < 0) == (signed_area(rim) < 0) ? rim : backwards(rim);
  }

  bool outside(const Rect& bounds, const Placement& placement) const {
    const Point near = placement({bounds.left(), bounds.top()}), far = placement({bounds.right(), bounds.bottom()});
    return !(far.x >= float(clip_.left) - 1 && near.x <= float(clip_.right) + 1 && far.y >= float(clip_.top) - 1 &&
             near.y <= float(clip_.bottom) + 1);
  }

  void fill_spans(FillRule rule, Color color) {
    for (const CoverageSpan& span : coverage_.spans(rule)) {
      const std::uint32_t alpha = multiplied(color.alpha, span.coverage);
      std::uint8_t* pixel = image_.pixel(span.begin, span.y);
      for (int x = span.begin; x < span.end; ++x, pixel += 4) blend_pixel(pixel, color, alpha);
    }
  }

  const FontSet& fonts_;
  const PixelRect clip_;
  Image& image_;
  CoverageBuilder coverage_;
};

Error too_large(long long width_px, long long height_px) {
  const std::string size = std::to_string(width_px) + " × " + std::to_string(height_px);
  return {"",
          {"a picture of " + size + " pixels is beyond the limit of 16,384 a side and 64 megapixels",
           "图片尺寸 " + size + " 像素超出上限：每边 16,384 像素，总计 6,400 万像素"}};
}

Error no_memory() { return {"", {"not enough memory for a picture of this size", "内存不足，无法生成这么大的图片"}}; }

Placement page_placement(const RasterOptions& options) {
  return {{0, 0}, float(options.width_px) / options.page.width};
}

}  // namespace

void render_region(const DisplayList& items, const FontSet& fonts, const RasterOptions& options,
                   const PixelRect& region, Image& image) {
  const PixelRect clip{std::max(region.left, 0), std::max(region.top, 0), std::min(region.right, image.width_px),
                       std::min(region.bottom, image.height_px)};
  if (clip.empty()) return;
  const Color paper = options.background;
  for (int y = clip.top; y < clip.bottom; ++y) {
    std::uint8_t* pixel = image.pixel(clip.left, y);
    for (int x = clip.left; x < clip.right; ++x, pixel += 4) {
      pixel[0] = paper.red;
      pixel[1] = paper.green;
      pixel[2] = paper.blue;
      pixel[3] = paper.alpha;
    }
  }
  Painter(fonts, clip, image).paint(items, page_placement(options));
}

Result<Image> render(const DisplayList& items, const FontSet& fonts, const RasterOptions& options) {
  const double ratio = double(options.page.height) / double(options.page.width);
  if (!(ratio > 0) || !std::isfinite(ratio) || options.width_px < 1) return too_large(options.width_px, 0);
  const long long width = options.width_px;
  const long long height = std::max(1ll, std::llround(std::min(double(width) * ratio, 1e9)));
  if (width > kMaxImageSide_px || height > kMaxImageSide_px || width * height > kMaxImagePixels) {
    return too_large(width, height);
  }
  // Without exceptions a vector cannot say that memory is short: ask first.
  const std::size_t bytes = 4 * std::size_t(width) * std::size_t(height);
  void* probe = std::malloc(bytes);
  if (!probe) return no_memory();
  std::free(probe);
  Image image;
  image.width_px = int(width);
  image.height_px = int(height);
  image.rgba.resize(bytes);
  render_region(items, fonts, options, {0, 0, image.width_px, image.height_px}, image);
  return image;
}

}  // namespace sixiang
