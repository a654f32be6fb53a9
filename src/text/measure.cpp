#include "text/cluster.h"

namespace sixiang {

namespace {

bool draws(const Cluster& cluster) {
  return cluster.kind != ClusterKind::Space && cluster.kind != ClusterKind::LineEnd &&
         cluster.kind != ClusterKind::Invisible;
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
  first_visible_.resize(clusters.size());
  std::size_t next = clusters.size();
  for (std::size_t i = clusters.size(); i-- > 0;) {
    if (clusters[i].kind != ClusterKind::Invisible) next = i;
    first_visible_[i] = next;
  }
}

double LineMeasure::left_edge(LineRange line) const {
  const std::size_t first = first_visible_[line.first];
  return first < line.last ? starts_[first] + double(clusters_[first].start_trim) : starts_[line.first];
}

float LineMeasure::width(LineRange line) const {
  if (line.first >= line.last) return 0;
  const std::size_t last = last_visible_[line.last - 1];
  if (last == clusters_.size() || last < line.first) return 0;
  return float(ends_[last] - double(clusters_[last].end_trim) - left_edge(line));
}

float LineMeasure::offset(LineRange line, std::size_t cluster) const {
  return float(starts_[cluster] - left_edge(line));
}

}  // namespace sixiang
