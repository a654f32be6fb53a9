#include "layout/lanes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <queue>

namespace sixiang {

namespace {

// Costs, in steps from one gutter to the next.
constexpr float kBend = 0.7f, kShared = 0.35f, kCrossed = 1.5f;
// By side: ways back are seen below and at the right.
constexpr std::array<float, 4> kLeaving = {0.2f, 0, 0, 0.2f};
constexpr std::array<Side, 4> kSides = {Side::Right, Side::Bottom, Side::Left, Side::Top};

Direction along(Side side) {
  return side == Side::Left || side == Side::Right ? Direction::Vertical : Direction::Horizontal;
}

Direction other(Direction direction) {
  return direction == Direction::Vertical ? Direction::Horizontal : Direction::Vertical;
}

// Where a way leaves a cell: a gutter, and a place along it.
struct Port {
  Side side;
  std::size_t gutter, place;
};

Port port_of(const GridCell& cell, Side side) {
  const std::size_t row = 2 * cell.row + cell.rows, column = 2 * cell.column + cell.columns;
  switch (side) {
    case Side::Top:
      return {side, cell.row, column};
    case Side::Bottom:
      return {side, cell.row + cell.rows, column};
    case Side::Left:
      return {side, cell.column, row};
    case Side::Right:
      break;
  }
  return {side, cell.column + cell.columns, row};
}

bool meet(std::size_t a, std::size_t a_count, std::size_t b, std::size_t b_count) {
  return a < b + b_count && b < a + a_count;
}

// The side of `a` that lies against `b` across one gutter.
std::optional<Side> facing(const GridCell& a, const GridCell& b) {
  if (meet(a.row, a.rows, b.row, b.rows)) {
    if (a.column + a.columns == b.column) return Side::Right;
    if (b.column + b.columns == a.column) return Side::Left;
  }
  if (meet(a.column, a.columns, b.column, b.columns)) {
    if (a.row + a.rows == b.row) return Side::Bottom;
    if (b.row + b.rows == a.row) return Side::Top;
  }
  return std::nullopt;
}

Side opposite(Side side) { return Side((std::size_t(side) + 2) % 4); }

// The crossings of all gutters, and the steps between them.
class Net {
 public:
  explicit Net(const std::vector<GridCell>& cells)
      : cells_(cells), columns_(column_count(cells)), rows_(row_count(cells)) {
    for (std::vector<Step>& steps : steps_) steps.resize((columns_ + 1) * (rows_ + 1));
    for (const GridCell& cell : cells) {
      for (std::size_t r = cell.row; r <= cell.last_row(); ++r) {
        for (std::size_t v = cell.column + 1; v <= cell.last_column(); ++v)
          step(Direction::Vertical, v, r).free = false;
      }
      for (std::size_t c = cell.column; c <= cell.last_column(); ++c) {
        for (std::size_t h = cell.row + 1; h <= cell.last_row(); ++h) step(Direction::Horizontal, h, c).free = false;
      }
    }
  }

  std::size_t columns() const { return columns_; }
  std::size_t rows() const { return rows_; }

  Way straight(const Connection& connection, Side side) {
    const Port port = port_of(cells_[connection.from], side);
    step(along(side), port.gutter, port.place / 2).crossings += 1;
    Way way{connection.from, connection.to, side, opposite(side), {}, port.gutter, {}};
    if (connection.worded == Worded::Yes) {
      way.words = Leg{along(side), port.gutter, port.place - 1, port.place + 1, 0};
    }
    return way;
  }

  Way around(std::size_t from, std::size_t to) {
    Way best;
    float least = std::numeric_limits<float>::max();
    for (Side leaves : kSides) {
      const Port start = port_of(cells_[from], leaves);
      spread(start);
      for (Side enters : kSides) {
        const Port goal = port_of(cells_[to], enters);
        const float cost = cost_to(goal) + kLeaving[std::size_t(leaves)] + kLeaving[std::size_t(enters)];
        if (cost >= least) continue;
        least = cost;
        best = {from, to, leaves, enters, legs_to(start, goal), 0, {}};
      }
    }
    for (const Leg& leg : best.legs) {
      for (std::size_t track = leg.low() / 2; track < (leg.high() + 1) / 2; ++track) {
        step(leg.direction, leg.gutter, track).ways += 1;
      }
    }
    return best;
  }

 private:
  // From one crossing to the next one down or to the right, beside a track.
  struct Step {
    bool free = true;
    int ways = 0, crossings = 0;
  };
  struct State {
    float cost = std::numeric_limits<float>::max();
    std::size_t before = kNone;
  };
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  // By crossing and the direction in which it is reached.
  std::size_t state(std::size_t v, std::size_t h, Direction reached) const {
    return (h * (columns_ + 1) + v) * 2 + std::size_t(reached);
  }
  std::size_t v_of(std::size_t state) const { return state / 2 % (columns_ + 1); }
  std::size_t h_of(std::size_t state) const { return state / 2 / (columns_ + 1); }

  Step& step(Direction direction, std::size_t gutter, std::size_t track) {
    const std::size_t v = direction == Direction::Vertical ? gutter : track;
    const std::size_t h = direction == Direction::Vertical ? track : gutter;
    return steps_[std::size_t(direction)][h * (columns_ + 1) + v];
  }
  static float cost_of(const Step& step) { return 1 + kShared * float(step.ways) + kCrossed * float(step.crossings); }

  std::size_t crossing_at(Direction direction, std::size_t gutter, std::size_t track) const {
    return direction == Direction::Vertical ? state(gutter, track, direction) : state(track, gutter, direction);
  }

  // From a port to the crossings beside it.
  float half_cost(const Port& port) {
    return port.place % 2 == 1 ? cost_of(step(along(port.side), port.gutter, port.place / 2)) / 2 : 0;
  }

  // Costs from `start` to all crossings (Dijkstra 1959).
  void spread(const Port& start) {
    states_.assign((columns_ + 1) * (rows_ + 1) * 2, {});
    start_ = start;
    using Entry = std::pair<float, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> open;
    const auto reach = [&](std::size_t to, float cost, std::size_t before) {
      if (cost >= states_[to].cost) return;
      states_[to] = {cost, before};
      open.push({cost, to});
    };
    const Direction direction = along(start.side);
    const float first = half_cost(start);
    for (std::size_t track : {start.place / 2, (start.place + 1) / 2}) {
      reach(crossing_at(direction, start.gutter, track), first, kNone);
    }
    while (!open.empty()) {
      const Entry entry = open.top();
      open.pop();
      const std::size_t at = entry.second;
      if (entry.first > states_[at].cost) continue;
      const std::size_t v = v_of(at), h = h_of(at);
      const auto go = [&](const Step& taken, std::size_t to_v, std::size_t to_h, Direction by) {
        const bool bends = state(v, h, by) != at;
        if (taken.free) reach(state(to_v, to_h, by), entry.first + cost_of(taken) + (bends ? kBend : 0), at);
      };
      if (v > 0) go(step(Direction::Horizontal, h, v - 1), v - 1, h, Direction::Horizontal);
      if (v < columns_) go(step(Direction::Horizontal, h, v), v + 1, h, Direction::Horizontal);
      if (h > 0) go(step(Direction::Vertical, v, h - 1), v, h - 1, Direction::Vertical);
      if (h < rows_) go(step(Direction::Vertical, v, h), v, h + 1, Direction::Vertical);
    }
  }

  // The crossing from which a goal is reached.
  struct Arrival {
    float cost = std::numeric_limits<float>::max();
    std::size_t before = kNone;
  };
  Arrival arrival(const Port& goal) {
    const Direction direction = along(goal.side);
    Arrival best;
    if (direction == along(start_.side) && goal.gutter == start_.gutter && goal.place / 2 == start_.place / 2) {
      return {0.5f, kNone};
    }
    for (std::size_t track : {goal.place / 2, (goal.place + 1) / 2}) {
      for (Direction reached : {direction, other(direction)}) {
        const std::size_t at =
            direction == Direction::Vertical ? state(goal.gutter, track, reached) : state(track, goal.gutter, reached);
        if (states_[at].cost == std::numeric_limits<float>::max()) continue;
        const float cost = states_[at].cost + (reached == direction ? 0 : kBend) + half_cost(goal);
        if (cost < best.cost) best = {cost, at};
      }
    }
    return best;
  }
  float cost_to(const Port& goal) { return arrival(goal).cost; }

  std::vector<Leg> legs_to(const Port& start, const Port& goal) {
    std::vector<std::size_t> crossings;
    for (std::size_t at = arrival(goal).before; at != kNone; at = states_[at].before) crossings.push_back(at);
    std::reverse(crossings.begin(), crossings.end());
    std::vector<Leg> legs{{along(start.side), start.gutter, start.place, start.place, 0}};
    for (std::size_t at : crossings) {
      const std::size_t v = v_of(at), h = h_of(at);
      Leg& last = legs.back();
      const bool stays = last.direction == Direction::Vertical ? v == last.gutter : h == last.gutter;
      if (stays) {
        last.end = 2 * (last.direction == Direction::Vertical ? h : v);
      } else if (last.direction == Direction::Vertical) {
        legs.push_back({Direction::Horizontal, last.end / 2, 2 * last.gutter, 2 * v, 0});
      } else {
        legs.push_back({Direction::Vertical, last.end / 2, 2 * last.gutter, 2 * h, 0});
      }
    }
    Leg& last = legs.back();
    if (last.direction == along(goal.side) && last.gutter == goal.gutter) {
      last.end = goal.place;
    } else {
      legs.push_back({along(goal.side), goal.gutter, 2 * last.gutter, goal.place, 0});
    }
    return legs;
  }

  const std::vector<GridCell>& cells_;
  std::size_t columns_, rows_;
  std::array<std::vector<Step>, 2> steps_;  // by direction, then by the crossing that they start at
  std::vector<State> states_;
  Port start_{Side::Right, 0, 0};
};

// Legs that run beside each other take slots of their own, those that begin first the first ones.
std::size_t give_slots(std::vector<Leg*>& legs) {
  std::stable_sort(legs.begin(), legs.end(), [](const Leg* a, const Leg* b) { return a->low() < b->low(); });
  std::vector<std::size_t> ends;
  for (Leg* leg : legs) {
    std::size_t slot = 0;
    while (slot < ends.size() && ends[slot] > leg->low()) ++slot;
    if (slot == ends.size()) ends.push_back(0);
    ends[slot] = leg->high();
    leg->slot = slot;
  }
  return ends.size();
}

std::vector<std::size_t> slots_of(std::vector<Way>& ways, Direction direction, std::size_t gutters) {
  std::vector<std::vector<Leg*>> legs(gutters);
  for (Way& way : ways) {
    for (Leg& leg : way.legs) {
      if (leg.direction == direction) legs[leg.gutter].push_back(&leg);
    }
    if (way.words && way.words->direction == direction) legs[way.words->gutter].push_back(&*way.words);
  }
  std::vector<std::size_t> slots;
  for (std::vector<Leg*>& gutter : legs) slots.push_back(give_slots(gutter));
  return slots;
}

}  // namespace

Ways find_ways(const std::vector<GridCell>& cells, const std::vector<Connection>& connections) {
  Net net(cells);
  Ways result;
  result.ways.resize(connections.size());
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < connections.size(); ++i) {
    const Connection& connection = connections[i];
    const std::optional<Side> side = facing(cells[connection.from], cells[connection.to]);
    if (side) {
      result.ways[i] = net.straight(connection, *side);
    } else {
      rest.push_back(i);
    }
  }
  for (std::size_t i : rest) result.ways[i] = net.around(connections[i].from, connections[i].to);
  result.horizontal = slots_of(result.ways, Direction::Horizontal, net.rows() + 1);
  result.vertical = slots_of(result.ways, Direction::Vertical, net.columns() + 1);
  return result;
}

}  // namespace sixiang
