#include <linebreak.h>

#include "text/cluster.h"

namespace sixiang {

void find_breaks(ShapedText& text) {
  if (text.code_points.empty()) return;
  const std::vector<utf32_t> characters(text.code_points.begin(), text.code_points.end());
  std::vector<char> breaks(characters.size(), LINEBREAK_NOBREAK);
  init_linebreak();
  set_linebreaks_utf32(characters.data(), characters.size(), nullptr, breaks.data());
  for (std::size_t i = 0; i < text.clusters.size(); ++i) {
    Cluster& cluster = text.clusters[i];
    const std::size_t last = cluster.first_code_point + cluster.code_point_count - 1;
    if (cluster.kind == ClusterKind::LineEnd) {
      cluster.break_after = BreakAfter::Always;
    } else if (breaks[last] == LINEBREAK_ALLOWBREAK && i + 1 < text.clusters.size()) {
      const char32_t next = text.clusters[i + 1].base;
      const bool forbidden = is_forbidden_at_line_start(next) || is_forbidden_at_line_end(cluster.base);
      if (!forbidden) cluster.break_after = BreakAfter::Allowed;
    }
  }
}

}  // namespace sixiang
