// The default poster and every document of tests/cases/posters.
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
  std::vector<std::string> files = {"assets/posters/generative-models.json"};
  for (const auto& entry : std::filesystem::directory_iterator(source_path("tests/cases/posters"))) {
    if (entry.path().extension() == ".json") files.push_back("tests/cases/posters/" + entry.path().filename().string());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 10);
  return files;
}

inline Poster read_poster(const std::string& file) {
  Result<Poster> poster = parse_poster(read_text(source_path(file)));
  REQUIRE_MESSAGE(poster.ok(), file);
  return poster.value();
}

}  // namespace sixiang::testing
