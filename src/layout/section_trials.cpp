#include "layout/section_trials.h"

#include <algorithm>

#include "base/largest_fitting.h"
#include "layout/body_search.h"
#include "layout/design.h"

namespace sixiang {

namespace {

// What it takes to place one label, in the measure of kMostSearchWork.
constexpr std::size_t kPlacingWork = 8;

std::size_t work_of(const MeasuredSection& content) {
  std::size_t work = 0;
  for (const MeasuredLabel& label : content.labels) work += label.work();
  return work;
}

float zoom_for(const MeasuredSection& content, float scale) {
  const float least = content.diagrams.empty() ? kPlainZoom : content.diagrams.front().least_zoom;
  return std::clamp(scale, least, most_zoom(content));
}

}  // namespace

std::vector<float> sizes_up(float from, float step, float limit) {
  std::vector<float> sizes{from};
  while (sizes.back() + step <= limit) sizes.push_back(sizes.back() + step);
  std::reverse(sizes.begin(), sizes.end());
  return sizes;
}

float natural_height(const MeasuredSection& content, float zoom) {
  const float part = (zoom - kPlainZoom) / (kMostZoom - kPlainZoom);
  float highest = 0;
  for (const MeasuredDiagram& diagram : content.diagrams) {
    highest = std::max(highest, diagram.plain + part * (diagram.magnified - diagram.plain));
  }
  return highest;
}

float most_zoom(const MeasuredSection& content) {
  float most = kMostZoom;
  for (const MeasuredDiagram& diagram : content.diagrams) most = std::min(most, diagram.most_zoom);
  return most;
}

Arrangement SectionTrials::try_out(const MeasuredSection& content, const ArrangementOptions& options) {
  const std::size_t before = work_of(content);
  Arrangement arrangement = arrange(page_, content, options);
  work_ += work_of(content) - before + kPlacingWork * (1 + content.labels.size());
  return arrangement;
}

bool SectionTrials::fit(const MeasuredSection& content, const ArrangementOptions& options) {
  return may_go_on() && may_fit(page_, content, options) && fits(page_, content, try_out(content, options));
}

bool SectionTrials::fit_with_keys(const MeasuredSection& content, ArrangementOptions& options, KeySize keys) {
  const std::vector<float> scales = key_scales(content, options.scale, keys);
  return std::any_of(scales.begin(), scales.end(), [&](float scale) {
    options.key_scale = scale;
    return fit(content, options);
  });
}

void SectionTrials::grow(const MeasuredSection& content, ArrangementOptions& options, float ArrangementOptions::*option,
                         float step, float limit) {
  const float before = options.*option;
  options.*option = largest_fitting(sizes_up(before, step, limit + 0.001f), [&](float size) {
                      options.*option = size;
                      return size == before || fit(content, options);
                    }).size;
}

// Those that are tried beside text of that scale, the best first.
std::vector<float> SectionTrials::key_scales(const MeasuredSection& content, float scale, KeySize keys) const {
  std::vector<float> scales{key_scale_beside(page_, content, scale)};
  for (KeySize size : {KeySize::AsText, KeySize::Least}) {
    const float smaller = least_key_scale(content, scale, size);
    if (size <= keys && smaller < scales.back()) scales.push_back(smaller);
  }
  return scales;
}

void SectionTrials::set_scale(const MeasuredSection& content, ArrangementOptions& options, float scale,
                              float diagram) const {
  options.scale = scale;
  options.key_scale = key_scale_beside(page_, content, scale);
  options.line_scale = line_scale_beside(page_, content, scale);
  options.zoom = zoom_for(content, scale);
  const float wanted = diagram * page_.unit() * options.zoom;
  options.diagram_height = std::min(wanted, natural_height(content, options.zoom));
}

float SectionTrials::leftover(const MeasuredSection& content, const Arrangement& arrangement) const {
  return content.area.bottom() - bottom_padding(page_) - arrangement.bottom;
}

}  // namespace sixiang
