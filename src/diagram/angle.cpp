#include "diagram/angle.h"

namespace sixiang {

namespace {

constexpr float kPi = 3.14159265f;

// Taylor's series; up to an eighth of a turn its rest is below 1e-6.
float sine(float x) {
  const float s = x * x;
  return x * (1 - s / 6 * (1 - s / 20 * (1 - s / 42)));
}
float cosine(float x) {
  const float s = x * x;
  return 1 - s / 2 * (1 - s / 12 * (1 - s / 30 * (1 - s / 56)));
}

// Of 0 to 1, in turns.
float arctangent(float t) {
  constexpr float kEighth = 0.41421356f;  // tan of a sixteenth of a turn
  const bool steep = t > kEighth;
  const float x = steep ? (t - 1) / (t + 1) : t;
  const float s = x * x;
  const float angle =
      x * (1 - s * (1.0f / 3 - s * (1.0f / 5 - s * (1.0f / 7 - s * (1.0f / 9 - s * (1.0f / 11 - s / 13))))));
  return angle / (2 * kPi) + (steep ? 0.125f : 0);
}

}  // namespace

Point direction_of(float turns) {
  const float quarters = std::floor(turns * 4 + 0.5f);
  const float rest = (turns - quarters / 4) * 2 * kPi;
  const Point first{cosine(rest), sine(rest)};
  switch (((int(quarters) % 4) + 4) % 4) {
    case 1:
      return {-first.y, first.x};
    case 2:
      return {-first.x, -first.y};
    case 3:
      return {first.y, -first.x};
    default:
      return first;
  }
}

float turns_of(Point direction) {
  const float x = std::fabs(direction.x), y = std::fabs(direction.y);
  if (x == 0 && y == 0) return 0;
  float turns = x >= y ? arctangent(y / x) : 0.25f - arctangent(x / y);
  if (direction.x < 0) turns = 0.5f - turns;
  if (direction.y < 0) turns = 1 - turns;
  return turns >= 1 ? 0 : turns;
}

float wrapped_turns(float turns) { return turns - std::floor(turns + 0.5f); }

}  // namespace sixiang
