#include "diagram/noise_dots.h"

#include <cmath>

#include "diagram/chords.h"
#include "diagram/prng.h"

namespace sixiang {

namespace {

// Dots of one outline before a second, smaller one is drawn inside.
constexpr int kDotsOfOutline = 44;
constexpr float kNextOutline = 0.62f;  // size of each inner outline relative to the one around it
constexpr int kMostOutlines = 5;
constexpr int kCandidates = 3;

// A heart, point down, from its point clockwise; reaches from -1 to 1 both ways, almost.
std::vector<Point> heart() {
  Path path;
  path.move_to({0, 0.88f});
  path.cubic_to({-0.34f, 0.56f}, {-0.94f, 0.2f}, {-0.94f, -0.3f});
  path.cubic_to({-0.94f, -0.94f}, {-0.2f, -1.0f}, {0, -0.42f});
  path.cubic_to({0.2f, -1.0f}, {0.94f, -0.94f}, {0.94f, -0.3f});
  path.cubic_to({0.94f, 0.2f}, {0.34f, 0.56f}, {0, 0.88f});
  path.close();
  std::vector<Point> points = chords(path);
  points.push_back(points.front());
  return points;
}

float length_of(const std::vector<Point>& line) {
  float sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += distance(line[i - 1], line[i]);
  return sum;
}

// `count` points at even distances along the closed line, the first one at its start.
void add_evenly(std::vector<Point>& points, const std::vector<Point>& line, int count, float size) {
  const float step = length_of(line) / float(count);
  float wanted = 0, passed = 0;
  int added = 0;
  for (std::size_t i = 1; i < line.size() && added < count; ++i) {
    const float piece = distance(line[i - 1], line[i]);
    while (added < count && piece > 0 && wanted <= passed + piece) {
      points.push_back(lerp(line[i - 1], line[i], (wanted - passed) / piece) * size);
      wanted = step * float(++added);
    }
    passed += piece;
  }
  while (added++ < count) points.push_back(line.back() * size);
}

std::vector<Point> figure_points(int count, float& spacing) {
  const std::vector<Point> line = heart();
  int outlines = 1;
  float total = 1, size = 1;
  while (outlines<kMostOutlines&& float(count)> float(kDotsOfOutline) * total) {
    size *= kNextOutline;
    total += size;
    ++outlines;
  }
  std::vector<Point> points;
  size = 1;
  for (int i = 0; i < outlines; ++i, size *= kNextOutline) {
    const int rest = count - int(points.size());
    const int share = i + 1 == outlines ? rest : int(std::lrint(float(count) * size / total));
    if (share > 0) add_evenly(points, line, std::min(share, rest), size);
  }
  spacing = length_of(line) * total / float(count);
  return points;
}

// Evenly random: of several candidates the one farthest from its nearest neighbour (Mitchell's best candidate).
std::vector<Point> noise_points(std::uint32_t seed, std::size_t count) {
  Pcg32 random(seed);
  std::vector<Point> points;
  while (points.size() < count) {
    Point best;
    float best_distance = -1;
    for (int k = 0; k < kCandidates; ++k) {
      const float x = random.symmetric();
      const Point candidate{x, random.symmetric()};
      float nearest = 8;
      for (Point point : points) nearest = std::min(nearest, dot(candidate - point, candidate - point));
      if (nearest <= best_distance) continue;
      best_distance = nearest;
      best = candidate;
    }
    points.push_back(best);
  }
  return points;
}

float folded(float x) {
  if (x > 1) return std::max(-1.0f, 2 - x);
  if (x < -1) return std::min(1.0f, -2 - x);
  return x;
}

}  // namespace

NoiseDots make_noise_dots(std::uint32_t seed, int count) {
  NoiseDots dots;
  dots.figure = figure_points(std::max(1, count), dots.spacing);
  dots.noise = noise_points(seed, dots.figure.size());
  return dots;
}

Point dot_at(const NoiseDots& dots, std::size_t index, float level) {
  const float amount = std::clamp(level, 0.0f, 1.0f);
  const float noise = amount * amount;
  const Point mix = dots.figure[index] * std::sqrt(1 - noise * noise) + dots.noise[index] * noise;
  return {folded(mix.x), folded(mix.y)};
}

}  // namespace sixiang
