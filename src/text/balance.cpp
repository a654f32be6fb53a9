#include <algorithm>
#include <limits>

#include "text/cluster.h"

namespace sixiang {

namespace {

// Beyond these a paragraph is running text, and the quadratic search would be felt.
constexpr std::size_t kMostLines = 12;
constexpr std::size_t kMostOpportunities = 240;

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
    for (const LineRange& line : greedy) mean_ += double(measure_.width(line)) / double(greedy.size());
    return mean_ > 0 ? best(greedy.size(), greedy) : greedy;
  }

 private:
  bool breaks_only_at_boundaries(const std::vector<LineRange>& lines) const {
    return std::all_of(lines.begin(), lines.end(), [this](const LineRange& line) {
      return std::binary_search(boundaries_.begin(), boundaries_.end(), line.first);
    });
  }

  // Raggedness is measured in squares of the mean line width, so that the choice is the same at every size.
  double cost(std::size_t from, std::size_t to) const {
    const LineRange line{boundaries_[from], boundaries_[to]};
    const float width = measure_.width(line);
    if (width > max_width_) return std::numeric_limits<double>::infinity();
    const double excess = (double(width) - mean_) / mean_;
    return excess * excess + (to + 1 < boundaries_.size() ? break_cost(clusters_[line.last - 1].break_kind) : 0);
  }

  // Squeezing may make a longer piece a little narrower, never by half.
  bool hopeless(std::size_t from, std::size_t to) const {
    return measure_.width({boundaries_[from], boundaries_[to]}) > 2 * max_width_;
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
  double mean_ = 0;
};

}  // namespace

std::vector<LineRange> balance_lines(const std::vector<Cluster>& clusters, const LineMeasure& measure,
                                     const std::vector<LineRange>& greedy, float max_width) {
  if (greedy.size() < 2 || greedy.size() > kMostLines) return greedy;
  return Balancer(clusters, measure, max_width).balance(greedy);
}

}  // namespace sixiang
