// What tests share: the project's files, its fonts, and comparison with golden files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/image.h"
#include "font/font_set.h"

namespace sixiang::testing {

// Absolute path of a file of the checkout ("tests/cases/x.json"). The root is SIXIANG_SOURCE_DIR, else the current
// folder.
std::string source_path(std::string_view relative);

// Contents; fails the running test if the file cannot be read.
std::string read_text(const std::string& path);
std::vector<std::uint8_t> read_bytes(const std::string& path);

// SIXIANG_FONTS, else build/fonts.
std::string font_folder();

// All faces, every slice loaded, from there. Loaded once.
const FontSet& all_fonts();

// Compares with tests/golden/<name>; a missing golden fails. With SIXIANG_UPDATE_GOLDENS=1 it is written instead.
// A failing one leaves what was got in build/test-output/.
void check_text_golden(std::string_view name, std::string_view actual);

// The same for an image: the golden is a PNG of at most 20 KiB whose pixels must be equal. A failing one leaves
// expected | difference | actual in build/test-output/.
void check_image_golden(std::string_view name, const Image& actual);

}  // namespace sixiang::testing
