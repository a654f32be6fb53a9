#include <cmath>
#include <cstdio>

#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/files.h"
#include "brief/brief.h"
#include "export/export_page.h"
#include "model/schema.h"

namespace sixiang::cli {

namespace {

// Well above the document's own limit, so that its own message says what that is.
constexpr std::size_t kReadLimit = 64u << 20;

// A poster laid out with all its fonts, or the exit status of what went wrong (already reported).
struct Laid {
  Poster poster;
  FontSet fonts{FontManifest{}};
  PosterLayout layout;
  int status = kOk;
};

Laid lay_out(const std::string& file, const CommonOptions& common) {
  Laid laid;
  const Result<std::string> text = app::read_file(file, kReadLimit);
  if (!text) {
    laid.status = fail(kFileTrouble, "", text.errors(), common.language);
    return laid;
  }
  const Result<Poster> poster = brief::open_poster(text.value());
  if (!poster) {
    laid.status = fail(kWrongInput, app::name_of_input(file), poster.errors(), common.language);
    return laid;
  }
  const std::string folder = app::font_folder(common.fonts);
  Result<FontSet> fonts = app::load_fonts(folder);
  if (!fonts) {
    laid.status = fail(kFileTrouble, "", fonts.errors(), common.language);
    return laid;
  }
  laid.fonts = std::move(fonts.value());
  Result<PosterLayout> layout = app::complete_layout(poster.value(), laid.fonts, folder);
  if (!layout) {
    laid.status = fail(kFileTrouble, "", layout.errors(), common.language);
    return laid;
  }
  laid.poster = poster.value();
  laid.layout = std::move(layout.value());
  return laid;
}

}  // namespace

int render(const RenderOptions& options, const CommonOptions& common) {
  const Laid laid = lay_out(options.poster, common);
  if (laid.status != kOk) return laid.status;
  const Page& page = laid.layout.page;
  const int width_px = options.width_px > 0 ? options.width_px : int(std::lround(page.size.width));
  const Result<std::vector<std::uint8_t>> file = export_page(page, laid.fonts, {options.format, width_px});
  if (!file) return fail(kWrongInput, "", file.errors(), common.language);
  const std::string_view bytes(reinterpret_cast<const char*>(file.value().data()), file.value().size());
  const Result<std::size_t> written = app::write_file(options.output, bytes);
  if (!written) return fail(kFileTrouble, "", written.errors(), common.language);
  for (const Diagnostic& diagnostic : laid.layout.diagnostics) {
    std::fprintf(stderr, "%s\n", line_of(diagnostic, common.language).c_str());
  }
  return kOk;
}

int check(const CheckOptions& options, const CommonOptions& common) {
  const Laid laid = lay_out(options.poster, common);
  if (laid.status != kOk) return laid.status;
  std::string lines;
  for (const Diagnostic& diagnostic : laid.layout.diagnostics) {
    const std::string line = line_of(diagnostic, common.language) + "\n";
    if (diagnostic.severity == Severity::Hint) {
      std::fputs(line.c_str(), stderr);
    } else {
      lines += line;
    }
  }
  return print(lines, common.language);
}

int layout(const LayoutOptions& options, const CommonOptions& common) {
  const Laid laid = lay_out(options.poster, common);
  if (laid.status != kOk) return laid.status;
  const std::string text =
      options.explain ? explanation(laid.layout, common.language) : to_json(laid.poster, laid.layout, common.language);
  return print(text, common.language);
}

int schema(const SchemaOptions&, const CommonOptions& common) { return print(poster_schema(), common.language); }

}  // namespace sixiang::cli
