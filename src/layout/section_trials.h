// One section tried at one set of sizes after the other, for the search for the best: the work that takes is counted.
#pragma once

#include "layout/section_body.h"

namespace sixiang {

// What is added to `from` in steps up to `limit`, the largest first.
std::vector<float> sizes_up(float from, float step, float limit);

// Of the section's highest diagram, poster points.
float natural_height(const MeasuredSection& content, float zoom);
// Up to which all its diagrams grow.
float most_zoom(const MeasuredSection& content);

class SectionTrials {
 public:
  explicit SectionTrials(const PageBuilder& page) : page_(page) {}

  const PageBuilder& page() const { return page_; }
  // Of plain labels at scale 1, poster points.
  float nominal_text() const { return kDesign.body.text_size * page_.unit(); }

  // Characters that may go through line breaking in all.
  void allow(std::size_t work) { most_work_ = work; }
  std::size_t allowed() const { return most_work_; }
  bool may_go_on() const { return work_ < most_work_; }

  Arrangement try_out(const MeasuredSection& content, const ArrangementOptions& options);
  bool fit(const MeasuredSection& content, const ArrangementOptions& options);
  // With what stands on cards as large as it is wanted, or else as small as it may be.
  bool fit_with_keys(const MeasuredSection& content, ArrangementOptions& options, KeySize keys);
  // Raises one of the options as far as everything fits.
  void grow(const MeasuredSection& content, ArrangementOptions& options, float ArrangementOptions::*option, float step,
            float limit);

  // Text of that scale, and what goes with it; `diagram`: its height at most, design units.
  void set_scale(const MeasuredSection& content, ArrangementOptions& options, float scale, float diagram) const;

  // What is left of the body's height, poster points.
  float leftover(const MeasuredSection& content, const Arrangement& arrangement) const;

 private:
  std::vector<float> key_scales(const MeasuredSection& content, float scale, KeySize keys) const;

  const PageBuilder& page_;
  std::size_t work_ = 0, most_work_ = 0;
};

}  // namespace sixiang
