// Ways between the cells of a grid: straight across a gutter to a neighbour, else along gutters and round the outside.
// Found before anything has a size, so that gutters can be as wide as what runs through them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "layout/tracks.h"

namespace sixiang {

enum class Side : std::uint8_t { Top, Right, Bottom, Left };

// Columns and rows have gutters of both directions between them, and one more at each end. Gutter 0 lies before the
// first track.
enum class Direction : std::uint8_t { Horizontal, Vertical };

// A part of a way that runs along a gutter. Places along it: 2 t is the gutter before track t, 2 t + 1 the middle of
// that track.
struct Leg {
  Direction direction = Direction::Horizontal;
  std::size_t gutter = 0, begin = 0, end = 0;
  std::size_t slot = 0;  // of those side by side in the gutter

  std::size_t low() const { return begin < end ? begin : end; }
  std::size_t high() const { return begin < end ? end : begin; }
};

struct Way {
  std::size_t from = 0, to = 0;  // cells
  Side leaves = Side::Right, enters = Side::Left;
  std::vector<Leg> legs;    // none: straight across one gutter
  std::size_t crossed = 0;  // that gutter
  // Of a straight one with words, the part of that gutter beside a whole track that they have for themselves.
  std::optional<Leg> words;
};

struct Ways {
  std::vector<Way> ways;                          // as asked for
  std::vector<std::size_t> horizontal, vertical;  // slots in each gutter, by direction
};

enum class Worded : std::uint8_t { No, Yes };

struct Connection {
  std::size_t from = 0, to = 0;  // different cells
  Worded worded = Worded::No;
};

Ways find_ways(const std::vector<GridCell>& cells, const std::vector<Connection>& connections);

}  // namespace sixiang
