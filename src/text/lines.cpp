#include <algorithm>

#include "text/cluster.h"

namespace sixiang {

namespace {

bool draws(const Cluster& cluster) {
  return cluster.kind != ClusterKind::Space && cluster.kind != ClusterKind::LineEnd &&
         cluster.kind != ClusterKind::Invisible;
}

// Widths are sums in another order than a caller's own: a line that fits exactly must fit.
constexpr float kSlack = 0.01f;

class GreedyBreaker {
 public:
  GreedyBreaker(const std::vector<Cluster>& clusters, const LineMeasure& measure, float max_width)
      : clusters_(clusters), measure_(measure), max_width_(max_width + kSlack) {}

  void break_paragraph(LineRange paragraph, std::vector<LineRange>& lines) const {
    std::size_t first = paragraph.first;
    while (first < paragraph.last) {
      const std::size_t last = next_line_end(first, paragraph.last);
      lines.push_back({first, last});
      first = last;
    }
  }

 private:
  bool fits(std::size_t first, std::size_t last) const { return measure_.width({first, last}) <= max_width_; }

  std::size_t next_line_end(std::size_t first, std::size_t end) const {
    std::size_t best = first;
    for (std::size_t last = first + 1; last <= end; ++last) {
      const bool opportunity = last == end || clusters_[last - 1].break_after == BreakAfter::Allowed;
      if (!opportunity) continue;
      if (!fits(first, last)) break;
      best = last;
    }
    return best > first ? best : emergency_line_end(first, end);
  }

  // One word is wider than the line: as many of its clusters as fit, at least one.
  std::size_t emergency_line_end(std::size_t first, std::size_t end) const {
    std::size_t last = first + 1;
    while (last < end && fits(first, last + 1)) ++last;
    return last;
  }

  const std::vector<Cluster>& clusters_;
  const LineMeasure& measure_;
  const float max_width_;
};

// The pieces between mandatory breaks; a line end closes its piece, so that a final one opens no empty line.
std::vector<LineRange> paragraphs(const std::vector<Cluster>& clusters) {
  std::vector<LineRange> result;
  std::size_t first = 0;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    if (clusters[i].break_after != BreakAfter::Always) continue;
    result.push_back({first, i + 1});
    first = i + 1;
  }
  if (first < clusters.size() || result.empty()) result.push_back({first, clusters.size()});
  return result;
}

}  // namespace

LineMeasure::LineMeasure(const std::vector<Cluster>& clusters) : clusters_(clusters) {
  double x = 0;
  std::size_t last_visible = clusters.size();
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    x += double(clusters[i].space_before);
    starts_.push_back(x);
    x += double(clusters[i].advance);
    ends_.push_back(x);
    if (draws(clusters[i])) last_visible = i;
    last_visible_.push_back(last_visible);
  }
}

std::size_t LineMeasure::first_visible(LineRange line) const {
  std::size_t first = line.first;
  while (first < line.last && clusters_[first].kind == ClusterKind::Invisible) ++first;
  return first;
}

float LineMeasure::width(LineRange line) const {
  if (line.first >= line.last) return 0;
  const std::size_t last = last_visible_[line.last - 1];
  if (last == clusters_.size() || last < line.first) return 0;
  const std::size_t first = first_visible(line);
  return float(ends_[last] - starts_[first] - double(clusters_[first].start_trim) - double(clusters_[last].end_trim));
}

float LineMeasure::offset(LineRange line, std::size_t cluster) const {
  const std::size_t first = first_visible(line);
  if (first >= line.last) return 0;
  return float(starts_[cluster] - starts_[first] - double(clusters_[first].start_trim));
}

std::vector<LineRange> break_lines(const std::vector<Cluster>& clusters, const LineMeasure& measure,
                                   const ParagraphStyle& style) {
  std::vector<LineRange> lines = paragraphs(clusters);
  if (style.breaking == LineBreaking::None || !(style.max_width > 0)) return lines;
  const GreedyBreaker breaker(clusters, measure, style.max_width);
  std::vector<LineRange> broken;
  for (const LineRange& paragraph : lines) {
    if (paragraph.first == paragraph.last) {
      broken.push_back(paragraph);
    } else {
      breaker.break_paragraph(paragraph, broken);
    }
  }
  return broken;
}

}  // namespace sixiang
