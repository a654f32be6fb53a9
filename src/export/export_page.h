// A finished page → the bytes of a file. A format is a file of its own in this folder, an enumerator here and a line in
// export_page.cpp. The same page and fonts give the same bytes everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "display/display_list.h"
#include "font/font_set.h"

namespace sixiang {

enum class ExportFormat : std::uint8_t { Png };

struct ExportOptions {
  ExportFormat format = ExportFormat::Png;
  int width_px = 1080;  // of formats made of pixels; the height follows from the page
};

// By the ending of its files, without the dot, in any case: "png". Others: nullopt.
std::optional<ExportFormat> format_of_ending(std::string_view ending);

// All of them, as a list for people: "png".
std::string format_endings();

// Errors: those of the format; not enough memory.
// `progress` hears how much of the picture is drawn; what it is compressed by comes after that and tells nothing.
Result<std::vector<std::uint8_t>> export_page(const Page& page, const FontSet& fonts, const ExportOptions& options,
                                              const Progress& progress = {});

}  // namespace sixiang
