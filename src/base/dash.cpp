#include "base/dash.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace sixiang {

namespace {

constexpr double kMostDashes = 20000;

// Length along one segment, and back from length to parameter.
class Ruler {
 public:
  explicit Ruler(const Segment& segment) {
    FinePoint last = segment.p[0];
    for (std::size_t i = 1; i <= kSteps; ++i) {
      const double t = double(i) / kSteps;
      const FinePoint next = segment.straight ? segment.p[0] + (segment.p[3] - segment.p[0]) * t : segment.at(t);
      lengths_[i] = lengths_[i - 1] + sixiang::length(next - last);
      last = next;
    }
  }

  double length() const { return lengths_[kSteps]; }

  double parameter(double length) const {
    const auto above = std::upper_bound(lengths_.begin(), lengths_.end(), length);
    if (above == lengths_.end()) return 1;
    const std::size_t i = std::size_t(above - lengths_.begin());  // lengths_[0] is 0: never the first
    const double part = (length - lengths_[i - 1]) / (lengths_[i] - lengths_[i - 1]);
    return (double(i - 1) + part) / kSteps;
  }

 private:
  static constexpr std::size_t kSteps = 64;
  std::array<double, kSteps + 1> lengths_{};
};

// Walks along the pattern.
class Pattern {
 public:
  Pattern(const std::vector<float>& lengths, float offset) {
    for (float length : lengths) lengths_.push_back(length > 0 ? double(length) : 0.0);
    if (lengths_.size() % 2 == 1) lengths_.insert(lengths_.end(), lengths_.begin(), lengths_.end());
    for (double length : lengths_) period_ += length;
    if (!(period_ > 0) || !std::isfinite(period_) || !std::isfinite(offset)) {
      period_ = 0;
      return;
    }
    double skip = double(offset) - std::floor(double(offset) / period_) * period_;
    // The sum of the pattern may differ from the period by a rounding: never more than one round.
    for (std::size_t i = 0; i < lengths_.size() && skip > 0 && skip >= lengths_[index_]; ++i) {
      skip -= lengths_[index_];
      index_ = (index_ + 1) % lengths_.size();
    }
    left_ = std::max(0.0, lengths_[index_] - skip);
  }

  bool usable(double total) const { return period_ > 0 && total / period_ * double(lengths_.size()) <= kMostDashes; }
  bool on() const { return index_ % 2 == 0; }
  double left() const { return left_; }

  void advance(double length) { left_ -= length; }
  void next() {
    index_ = (index_ + 1) % lengths_.size();
    left_ = lengths_[index_];
  }

 private:
  std::vector<double> lengths_;
  double period_ = 0, left_ = 0;
  std::size_t index_ = 0;
};

}  // namespace

std::vector<SegmentContour> dashed(const SegmentContour& contour, const std::vector<float>& lengths, float offset) {
  std::vector<Ruler> rulers;
  double total = 0;
  for (const Segment& segment : contour.segments) {
    rulers.emplace_back(segment);
    total += rulers.back().length();
  }
  Pattern pattern(lengths, offset);
  if (contour.segments.empty() || !pattern.usable(total)) return {contour};
  std::vector<SegmentContour> dashes;
  const auto begin = [&dashes](FinePoint point, FinePoint direction) {
    dashes.emplace_back();
    dashes.back().point = point;
    dashes.back().direction = direction;
  };
  if (pattern.on()) begin(contour.segments[0].p[0], contour.segments[0].start_direction());
  for (std::size_t i = 0; i < contour.segments.size(); ++i) {
    const Segment& segment = contour.segments[i];
    double done = 0, parameter = 0;
    while (rulers[i].length() - done > pattern.left()) {
      done += pattern.left();
      const double end = rulers[i].parameter(done);
      if (pattern.on() && end > parameter) dashes.back().segments.push_back(part(segment, parameter, end));
      parameter = end;
      pattern.next();
      if (pattern.on()) {
        const Segment ahead = part(segment, end, 1);
        begin(ahead.p[0], ahead.start_direction());
      }
    }
    pattern.advance(rulers[i].length() - done);
    if (pattern.on() && parameter < 1) dashes.back().segments.push_back(part(segment, parameter, 1));
  }
  return dashes;
}

}  // namespace sixiang
