#include "layout/lanes.h"

#include <doctest/doctest.h>

#include <random>

using namespace sixiang;

namespace {

std::vector<GridCell> grid(std::size_t columns, std::size_t count) {
  return place_cells(std::vector<CellSpan>(count), columns);
}

bool covers(const GridCell& cell, const Leg& leg) {
  const bool down = leg.direction == Direction::Vertical;
  const std::size_t first = down ? cell.column : cell.row, tracks = down ? cell.columns : cell.rows;
  const std::size_t low = 2 * (down ? cell.row : cell.column);
  const std::size_t high = low + 2 * (down ? cell.rows : cell.columns);
  return first < leg.gutter && leg.gutter < first + tracks && leg.low() < high && leg.high() > low;
}

}  // namespace

TEST_CASE("neighbours are joined straight across the gutter between them") {
  const Ways ways = find_ways(grid(2, 4), {{0, 1}, {3, 1}, {2, 0}});
  CHECK(ways.ways[0].legs.empty());
  CHECK(ways.ways[0].leaves == Side::Right);
  CHECK(ways.ways[0].enters == Side::Left);
  CHECK(ways.ways[1].leaves == Side::Top);
  CHECK(ways.ways[2].enters == Side::Bottom);
  CHECK(ways.vertical == std::vector<std::size_t>{0, 0, 0});
}

TEST_CASE("the end of a row is joined to the beginning of the next one through the gutter between them") {
  const Ways ways = find_ways(grid(3, 6), {{2, 3}});
  REQUIRE(ways.ways[0].legs.size() == 1);
  CHECK(ways.ways[0].leaves == Side::Bottom);
  CHECK(ways.ways[0].enters == Side::Top);
  CHECK(ways.ways[0].legs[0].gutter == 1);
  CHECK(ways.ways[0].legs[0].begin == 5);
  CHECK(ways.ways[0].legs[0].end == 1);
  CHECK(ways.horizontal == std::vector<std::size_t>{0, 1, 0});
}

TEST_CASE("a way back runs round the outside: at the right of a column, below a row") {
  const Ways column = find_ways(grid(1, 4), {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
  REQUIRE(column.ways[3].legs.size() == 1);
  CHECK(column.ways[3].leaves == Side::Right);
  CHECK(column.ways[3].legs[0].gutter == 1);
  CHECK(column.vertical == std::vector<std::size_t>{0, 1});
  const Ways row = find_ways(grid(4, 4), {{3, 0}});
  CHECK(row.ways[0].leaves == Side::Bottom);
  CHECK(row.horizontal == std::vector<std::size_t>{0, 1});
}

TEST_CASE("ways side by side in one gutter have slots of their own") {
  const Ways ways = find_ways(grid(1, 5), {{4, 0}, {3, 1}, {0, 2}});
  CHECK(ways.vertical[0] + ways.vertical[1] >= 2);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = i + 1; k < 3; ++k) {
      const Leg &a = ways.ways[i].legs[0], &b = ways.ways[k].legs[0];
      CHECK((a.gutter != b.gutter || a.slot != b.slot || a.high() < b.low() || b.high() < a.low()));
    }
  }
}

TEST_CASE("words of a straight way share their part of a gutter with no other way") {
  const Ways ways = find_ways(grid(3, 6), {{1, 4, Worded::Yes}, {2, 3}, {2, 5, Worded::Yes}});
  REQUIRE(ways.ways[0].words);
  REQUIRE(ways.ways[2].words);
  CHECK(ways.ways[0].words->slot == 0);
  CHECK(ways.ways[2].words->slot == 0);
  CHECK(ways.ways[0].words->high() <= ways.ways[2].words->low());
  for (const Leg& leg : ways.ways[1].legs) {
    const bool beside = leg.direction == Direction::Horizontal && leg.gutter == 1;
    CHECK((!beside || leg.slot == 1));
  }
}

TEST_CASE("no way runs through a cell, whatever the grid") {
  std::minstd_rand random(20261130);
  const auto between = [&](std::size_t low, std::size_t high) { return low + random() % (high - low + 1); };
  for (int round = 0; round < 300; ++round) {
    std::vector<CellSpan> spans(between(2, 12));
    for (CellSpan& span : spans) span = {between(1, 3), between(1, 3)};
    const std::vector<GridCell> cells = place_cells(spans, between(1, 5));
    std::vector<Connection> connections;
    for (int i = 0; i < 8; ++i) {
      const std::size_t from = between(0, cells.size() - 1);
      const std::size_t to = between(0, cells.size() - 1);
      if (from != to) connections.push_back({from, to});
    }
    const Ways ways = find_ways(cells, connections);
    REQUIRE(ways.ways.size() == connections.size());
    for (const Way& way : ways.ways) {
      for (const Leg& leg : way.legs) {
        for (const GridCell& cell : cells) CHECK(!covers(cell, leg));
      }
    }
  }
}
