#include "layout/content_need.h"

#include <algorithm>

namespace sixiang {

MeasuredSection& ContentNeeds::measured(const Section& section) {
  const auto known = measured_.find(&section);
  if (known != measured_.end()) return known->second;
  return measured_.emplace(&section, measure_section(page_, section, {})).first->second;
}

float ContentNeeds::longest_label(const Section& section) {
  float longest = 0;
  for (const MeasuredLabel& label : measured(section).labels) longest = std::max(longest, label.whole().width());
  return longest;
}

float ContentNeeds::widest_formula(const Section& section) {
  float widest = 0;
  for (const MeasuredLabel& label : measured(section).labels) {
    if (label.role() == LabelRole::Key && label.is_formula()) widest = std::max(widest, label.whole().width());
  }
  return widest;
}

float ContentNeeds::height(const Section& section, float width, float scale, KeySize keys) {
  if (section.content.empty()) return 0;
  const auto key = std::make_tuple(&section, width, scale, keys);
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  return known_.emplace(key, needed_height(page_, measured(section), width, scale, keys)).first->second;
}

}  // namespace sixiang
