#include "layout/content_need.h"

#include <algorithm>

namespace sixiang {

namespace {

constexpr float kSpacing = 0.35f;  // between the tightest gaps and generous ones

}  // namespace

MeasuredSection& ContentNeeds::measured(const Section& section, float width) {
  const Rect area{0, 0, width, page_.poster().page.height};
  const auto known = measured_.find(&section);
  if (known != measured_.end()) {
    if (known->second.area == area) return known->second;
    known->second.area = area;
  }
  std::vector<MeasuredSection> contents;
  if (known == measured_.end()) {
    contents.push_back(measure_section(page_, section, area));
  } else {
    contents.push_back(std::move(known->second));
    measured_.erase(known);
  }
  measure_diagrams(page_, contents);
  return measured_.emplace(&section, std::move(contents.front())).first->second;
}

float ContentNeeds::longest_label(const Section& section) {
  float longest = 0;
  for (const MeasuredLabel& label : measured(section, page_.poster().page.width).labels) {
    longest = std::max(longest, label.width());
  }
  return longest;
}

float ContentNeeds::height(const Section& section, float width, float scale) {
  if (section.content.empty()) return 0;
  const auto key = std::make_tuple(&section, width, scale);
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  const MeasuredSection& content = measured(section, width);
  ArrangementOptions options;
  options.scale = scale;
  options.key_scale = std::min(scale, widest_key_scale(page_, content, content.reading));
  options.zoom = std::clamp(scale, kPlainZoom, content.diagram.most_zoom);
  options.diagram_height = content.diagram.plain * std::min(1.0f, std::max(0.6f, scale));
  options.wrapping = Wrapping::BetweenWords;
  options.stretch = kSpacing;
  const float height = arrange(page_, content, options).bottom + bottom_padding(page_);
  return known_.emplace(key, height).first->second;
}

}  // namespace sixiang
