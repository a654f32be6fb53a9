// The gallery's posters, those of the briefs and every document of tests/cases/posters.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "model/poster_json.h"
#include "support/golden.h"

namespace sixiang::testing {

// Paths from the top of the checkout.
inline std::vector<std::string> poster_files() {
  std::vector<std::string> files;
  for (const std::string folder : {"assets/posters/", "tests/cases/briefs/", "tests/cases/posters/"}) {
    const std::size_t before = files.size();
    for (const auto& entry : std::filesystem::directory_iterator(source_path(folder))) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".json") && !name.ends_with(".expected.json")) files.push_back(folder + name);
    }
    REQUIRE(files.size() >= before + 8);
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline Poster read_poster(const std::string& file) {
  Result<Poster> poster = parse_poster(read_text(source_path(file)));
  REQUIRE_MESSAGE(poster.ok(), file);
  return poster.value();
}

}  // namespace sixiang::testing
