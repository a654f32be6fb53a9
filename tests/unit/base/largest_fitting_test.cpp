#include "base/largest_fitting.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace sixiang;

TEST_CASE("sizes go down in even steps and not below the least") {
  CHECK(sizes_down(24, 22.5f, 0.5f) == std::vector<float>{24, 23.5f, 23, 22.5f});
  CHECK(sizes_down(24, 22.6f, 0.5f) == std::vector<float>{24, 23.5f, 23});
  CHECK(sizes_down(12, 13, 0.5f) == std::vector<float>{12});
}

TEST_CASE("the largest size that fits is found, wherever it stands, with few questions") {
  const std::vector<float> sizes = sizes_down(100, 1, 1);
  for (float limit = 100.5f; limit >= 1; limit -= 0.5f) {
    int asked = 0;
    const FittingSize found = largest_fitting(sizes, [&](float size) {
      ++asked;
      return size <= limit;
    });
    CHECK(found.fits);
    CHECK(found.size == std::min(100.0f, std::floor(limit)));
    CHECK(asked <= 9);
  }
}

TEST_CASE("where the largest size fits nothing else is asked for") {
  int asked = 0;
  CHECK(largest_fitting(sizes_down(9, 1, 1), [&](float) { return ++asked > 0; }).size == 9);
  CHECK(asked == 1);
}

TEST_CASE("where no size fits it is the smallest, and says so") {
  for (float least : {9.0f, 8.0f, 7.0f, 1.0f}) {
    const FittingSize found = largest_fitting(sizes_down(9, least, 1), [](float) { return false; });
    CHECK(found.size == least);
    CHECK_FALSE(found.fits);
  }
}
