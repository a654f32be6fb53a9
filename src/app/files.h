// Files and fonts for the native programs: the only code below src/app/ that touches the disk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "font/font_set.h"
#include "layout/poster_layout.h"

namespace sixiang::app {

// What messages call it: "stdin" for "-", else the path itself.
std::string name_of_input(const std::string& path);

// "-" is the standard input. Errors: missing, a directory, unreadable, larger than `limit` bytes.
Result<std::string> read_file(const std::string& path, std::size_t limit);

// "-" is the standard output. The file is written beside its place and renamed, so that a failure never leaves half of
// it.
Result<std::size_t> write_file(const std::string& path, std::string_view bytes);

// The folder of manifest.json: `override` if not empty, else the environment's SIXIANG_FONTS, else ../fonts beside the
// program's own folder.
std::string font_folder(const std::string& override_folder);

// The first tier loaded; other slices follow when a layout asks for them.
Result<FontSet> load_fonts(const std::string& folder);

// Loads the slices. Errors: a file is missing or damaged.
Result<std::size_t> load_slices(FontSet& fonts, const std::string& folder, const std::vector<SliceId>& slices);

// Lays out, loads what is pending, and lays out again until nothing is.
Result<PosterLayout> complete_layout(const Poster& poster, FontSet& fonts, const std::string& folder);

}  // namespace sixiang::app
