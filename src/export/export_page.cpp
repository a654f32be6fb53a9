#include "export/export_page.h"

#include <algorithm>
#include <array>

#include "base/memory.h"
#include "export/png.h"
#include "raster/raster.h"

namespace sixiang {

namespace {

struct FormatEnding {
  ExportFormat format;
  std::string_view ending;
};

constexpr std::array<FormatEnding, 1> kEndings = {{{ExportFormat::Png, "png"}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

// An export takes the image, its rows as PNG filters them, and the compressed bytes. Sizes beyond the limits pass: they
// are refused with the limits.
bool has_room_for_png(const Page& page, int width_px) {
  constexpr double kBytesPerPixel = 14;
  const double pixels = double(width_px) * double(width_px) * double(page.size.height) / double(page.size.width);
  return !(pixels >= 0 && pixels <= double(kMaxImagePixels)) ||
         memory_available(std::size_t(pixels * kBytesPerPixel) + 1);
}

Result<std::vector<std::uint8_t>> export_png(const Page& page, const FontSet& fonts, int width_px,
                                             const Progress& progress) {
  if (!has_room_for_png(page, width_px)) {
    return Error{"",
                 {"There is not enough memory for a picture of that size; a smaller one will do.",
                  "内存不够，画不出这么大的图片，请选小一些的尺寸。"}};
  }
  const Result<Image> image = render(page, fonts, width_px, progress);
  if (!image) return image.errors();
  return encode_png(image.value());
}

}  // namespace

std::optional<ExportFormat> format_of_ending(std::string_view ending) {
  const auto same = [ending](const FormatEnding& known) {
    return std::equal(ending.begin(), ending.end(), known.ending.begin(), known.ending.end(),
                      [](char a, char b) { return lower(a) == b; });
  };
  const auto found = std::find_if(kEndings.begin(), kEndings.end(), same);
  return found == kEndings.end() ? std::nullopt : std::optional(found->format);
}

std::string format_endings() {
  std::string list;
  for (const FormatEnding& known : kEndings) list += (list.empty() ? "" : ", ") + std::string(known.ending);
  return list;
}

Result<std::vector<std::uint8_t>> export_page(const Page& page, const FontSet& fonts, const ExportOptions& options,
                                              const Progress& progress) {
  switch (options.format) {
    case ExportFormat::Png:
      break;
  }
  return export_png(page, fonts, options.width_px, progress);
}

}  // namespace sixiang
