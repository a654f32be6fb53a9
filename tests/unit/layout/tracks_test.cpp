#include "layout/tracks.h"

#include <doctest/doctest.h>

using namespace sixiang;

TEST_CASE("cells fill a grid row by row, and those that span go where they have room") {
  CHECK(place_cells({{}, {}, {}}, 2) == std::vector<GridCell>{{0, 0, 1, 1}, {1, 0, 1, 1}, {0, 1, 1, 1}});
  // A hero of two by two, two beside it, a wide one below these, a foot.
  CHECK(place_cells({{2, 2}, {}, {}, {2, 1}, {4, 1}}, 4) ==
        std::vector<GridCell>{{0, 0, 2, 2}, {2, 0, 1, 1}, {3, 0, 1, 1}, {2, 1, 2, 1}, {0, 2, 4, 1}});
  CHECK(place_cells({{9, 1}, {}}, 2) == std::vector<GridCell>{{0, 0, 2, 1}, {0, 1, 1, 1}});
  CHECK(place_cells({}, 3).empty());
}

TEST_CASE("rows in which nothing starts are given up") {
  CHECK(place_cells({{1, 3}}, 1) == std::vector<GridCell>{{0, 0, 1, 1}});
  CHECK(place_cells({{2, 2}, {2, 2}}, 4) == std::vector<GridCell>{{0, 0, 2, 1}, {2, 0, 2, 1}});
}

TEST_CASE("tracks leave gutters before, between and after them") {
  const std::vector<float> gutters{10, 20, 0};
  const std::vector<float> sizes = equal_sizes(230, 2, gutters);
  CHECK(sizes == std::vector<float>{100, 100});
  const Tracks columns = tracks_at(5, sizes, gutters), rows = tracks_at(0, {50, 70}, {0, 8, 0});
  CHECK(cell_rect({1, 0, 1, 2}, columns, rows) == Rect{135, 0, 100, 128});
  CHECK(cell_width({0, 0, 2, 1}, sizes, gutters) == 220);
  CHECK(equal_sizes(10, 2, gutters) == std::vector<float>{0, 0});
}

TEST_CASE("a row needs the height of its highest cell, and several what one over all of them lacks") {
  const std::vector<GridCell> cells{{0, 0, 1, 2}, {1, 0, 1, 1}, {1, 1, 1, 1}};
  CHECK(row_needs(cells, {100, 60, 80}, {0, 20, 0}) == std::vector<float>{60, 80});
  CHECK(row_needs(cells, {200, 60, 80}, {0, 20, 0}) == std::vector<float>{80, 100});
}

TEST_CASE("rows share what is left by their content, and those of about one need are equal") {
  CHECK(share_out({100, 300}, 200) == std::vector<float>{50, 150});
  CHECK(share_out({0, 0}, 80) == std::vector<float>{40, 40});
  const std::vector<float> unequal = share_out({100, 300}, 800);
  CHECK(sum(unequal) == doctest::Approx(800));
  // More than in proportion for the one that needs little, less than alike for the other.
  CHECK(unequal[0] > 200);
  CHECK(unequal[1] > 500);
  const std::vector<float> alike = share_out({95, 105, 50}, 500);
  CHECK(sum(alike) == doctest::Approx(500));
  CHECK(alike[0] == alike[1]);
  CHECK(alike[2] > 100);
  // None gets less than it needs, that two may look equal.
  const std::vector<float> tight = share_out({95, 105, 50}, 251);
  CHECK(tight[0] >= 95);
  CHECK(tight[1] >= 105);
  CHECK(tight[2] >= 50);
}

TEST_CASE("where there is too little, small rows keep what they need") {
  CHECK(share_lack({100, 20, 300}, 200) == std::vector<float>{90, 20, 90});
  CHECK(share_lack({100, 100}, 100) == std::vector<float>{50, 50});
}
