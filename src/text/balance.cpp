#include <algorithm>
#include <limits>
#include <string_view>

#include "text/cluster.h"

namespace sixiang {

namespace {

// Beyond these a paragraph is running text, and the quadratic search would be felt.
constexpr std::size_t kMostLines = 12;
constexpr std::size_t kMostOpportunities = 240;

// Raggedness is measured in squares of the mean line width, so that the choice is the same at every size; each break
// adds what a line costs that is so much wider or narrower than the mean. A break between two Han characters may fall
// inside a word, which nobody can tell without a dictionary, but some characters tell for themselves.
constexpr double kInsideHan = 0.4 * 0.4;
constexpr double kRatherInsideWord = 0.45 * 0.45;
constexpr double kAgainstSense = 0.6 * 0.6;
constexpr double kBetweenPhrases = 0.12 * 0.12;
constexpr double kHanToLatin = 0.15 * 0.15;
constexpr double kInsideLatin = 0.25 * 0.25;
constexpr std::u32string_view kParticles = U"的们吗呢吧";
constexpr std::u32string_view kConjunctions = U"与和及或";
constexpr std::u32string_view kThirdCharacters = U"器机库率数层性化法学者员";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

class Balancer {
 public:
  Balancer(const std::vector<Cluster>& clusters, const LineMeasure& measure, float max_width)
      : clusters_(clusters), measure_(measure), max_width_(max_width) {}

  std::vector<LineRange> balance(const std::vector<LineRange>& greedy) {
    boundaries_ = {greedy.front().first};
    for (std::size_t i = greedy.front().first; i + 1 < greedy.back().last; ++i) {
      if (clusters_[i].break_after == BreakAfter::Allowed) boundaries_.push_back(i + 1);
    }
    boundaries_.push_back(greedy.back().last);
    if (boundaries_.size() > kMostOpportunities || !breaks_only_at_boundaries(greedy)) return greedy;
    for (std::size_t i = 1; i + 1 < boundaries_.size(); ++i) break_costs_.push_back(break_cost(boundaries_[i]));
    for (const LineRange& line : greedy) mean_ += double(measure_.width(line)) / double(greedy.size());
    return mean_ > 0 ? best(greedy.size(), greedy) : greedy;
  }

 private:
  bool breaks_only_at_boundaries(const std::vector<LineRange>& lines) const {
    return std::all_of(lines.begin(), lines.end(), [this](const LineRange& line) {
      return std::binary_search(boundaries_.begin(), boundaries_.end(), line.first);
    });
  }

  double cost(std::size_t from, std::size_t to) const {
    const LineRange line{boundaries_[from], boundaries_[to]};
    const float width = measure_.width(line);
    if (width > max_width_) return std::numeric_limits<double>::infinity();
    const double excess = (double(width) - mean_) / mean_;
    return excess * excess + (to + 1 < boundaries_.size() ? break_costs_[to - 1] : 0);
  }

  // Squeezing may make a longer piece a little narrower, never by half.
  bool hopeless(std::size_t from, std::size_t to) const {
    return measure_.width({boundaries_[from], boundaries_[to]}) > 2 * max_width_;
  }

  double break_cost(std::size_t boundary) const {
    std::size_t last = boundary - 1;
    while (last > 0 && clusters_[last].kind == ClusterKind::Space) --last;
    const bool spaced = last + 1 < boundary;
    const Cluster& before = clusters_[last];
    const Cluster& after = clusters_[boundary];
    if (contains(kConjunctions, before.base)) return kAgainstSense;
    if (spaced) return 0;
    const bool from_han = before.character_class == CharacterClass::Han;
    const bool to_han = after.character_class == CharacterClass::Han;
    if (from_han && to_han) {
      if (contains(kParticles, after.base)) return kAgainstSense;
      if (contains(kParticles, before.base) || contains(kConjunctions, after.base)) return kBetweenPhrases;
      return ends_word(last) ? kInsideHan : kRatherInsideWord;
    }
    const bool from_latin = before.character_class == CharacterClass::Latin;
    const bool to_latin = after.character_class == CharacterClass::Latin;
    if ((from_han && to_latin) || (from_latin && to_han)) return kHanToLatin;
    return to_latin && before.character_class == CharacterClass::Other ? kInsideLatin : 0;
  }

  // A guess: most words have two characters, and some that end in a third tell so.
  bool ends_word(std::size_t last) const {
    if (contains(kThirdCharacters, clusters_[last].base)) return true;
    std::size_t length = 0;
    for (std::size_t i = last + 1; i-- > 0 && clusters_[i].character_class == CharacterClass::Han; ++length) {
      if (contains(kParticles, clusters_[i].base) || contains(kConjunctions, clusters_[i].base)) break;
    }
    return length % 2 == 0;
  }

  // Whether a line from `from` may end at `to` or later.
  bool reaches(std::size_t from, std::size_t to) const {
    for (; to < boundaries_.size(); ++to) {
      if (measure_.width({boundaries_[from], boundaries_[to]}) <= max_width_) return true;
      if (hopeless(from, to)) return false;
    }
    return false;
  }

  // For each line, the first boundary where it may end if the lines after it are to hold the rest.
  std::vector<std::size_t> earliest_ends(std::size_t line_count) const {
    std::vector<std::size_t> earliest(line_count, boundaries_.size() - 1);
    for (std::size_t k = line_count - 1; k > 0; --k) {
      const std::size_t end = earliest[k];
      for (std::size_t from = end; from-- > 0;) {
        if (reaches(from, end)) {
          earliest[k - 1] = from;
        } else if (hopeless(from, end)) {
          break;
        }
      }
    }
    return earliest;
  }

  // costs[k][b]: the least cost of k + 1 lines that end at boundary b. Of equal costs the one with longer lines first.
  // Only ends that leave no more than the further lines can hold are looked at: a fraction of a line's for each.
  std::vector<LineRange> best(std::size_t line_count, const std::vector<LineRange>& greedy) const {
    const std::size_t count = boundaries_.size();
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<std::size_t> earliest = earliest_ends(line_count);
    std::vector<std::vector<double>> costs(line_count, std::vector<double>(count, infinity));
    std::vector<std::vector<std::size_t>> from(line_count, std::vector<std::size_t>(count, 0));
    for (std::size_t to = std::max<std::size_t>(earliest[0], 1); to < count; ++to) {
      costs[0][to] = cost(0, to);
      if (hopeless(0, to)) break;
    }
    std::size_t reached = count - 1;  // the last boundary at which the line before may end
    for (std::size_t k = 1; k < line_count; ++k) {
      while (reached > 0 && costs[k - 1][reached] == infinity) --reached;
      for (std::size_t to = std::max(earliest[k], k + 1); to < count; ++to) {
        if (reached < to && hopeless(reached, to)) break;
        for (std::size_t middle = std::min(to, reached + 1); middle-- > std::max(earliest[k - 1], k);) {
          const double line = cost(middle, to);
          if (line == infinity && hopeless(middle, to)) break;
          const double total = costs[k - 1][middle] + line;
          if (total < costs[k][to]) {
            costs[k][to] = total;
            from[k][to] = middle;
          }
        }
      }
      reached = count - 1;
    }
    if (costs[line_count - 1][count - 1] == infinity) return greedy;
    std::vector<LineRange> lines(line_count);
    std::size_t to = count - 1;
    for (std::size_t k = line_count; k-- > 0;) {
      const std::size_t start = k == 0 ? 0 : from[k][to];
      lines[k] = {boundaries_[start], boundaries_[to]};
      to = start;
    }
    return lines;
  }

  const std::vector<Cluster>& clusters_;
  const LineMeasure& measure_;
  const float max_width_;
  std::vector<std::size_t> boundaries_;
  std::vector<double> break_costs_;  // of the second boundary and those after it, but the last
  double mean_ = 0;
};

}  // namespace

std::vector<LineRange> balance_lines(const std::vector<Cluster>& clusters, const LineMeasure& measure,
                                     const std::vector<LineRange>& greedy, float max_width) {
  if (greedy.size() < 2 || greedy.size() > kMostLines) return greedy;
  return Balancer(clusters, measure, max_width).balance(greedy);
}

}  // namespace sixiang
