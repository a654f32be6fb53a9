#include "layout/own_sizes.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/largest_fitting.h"
#include "layout/page_design.h"
#include "layout/search_reasons.h"

namespace sixiang {

namespace {

// The scale at which looking for one ends, and the step between two that are tried.
constexpr float kVanishing = 0.01f, kScaleStep = 0.025f;

// What is tried for a section, one after the other: the largest scale from `from` down to `to` at which it fits beside
// a diagram that high (design units), with that spacing.
struct Attempt {
  float from, to, diagram, spacing;
  Wrapping wrapping;
  BulletEdge edge;
  const char *english, *chinese;
};
constexpr Attempt kAttempts[] = {
    {kDesign.search.largest_text, 1.0f, kDesign.search.diagram_natural, kDesign.search.spacing_wanted, Wrapping::Never,
     BulletEdge::Common, "labels on one line, gaps as wanted, diagram as large as it needs",
     "每条一行，间距如所愿，示意图尽其所需"},
    {kDesign.search.largest_text, 1.0f, kDesign.search.diagram_wanted, kDesign.search.spacing_wanted, Wrapping::Never,
     BulletEdge::Common, "labels on one line, diagram and gaps as wanted", "每条一行，示意图与间距如所愿"},
    {kDesign.search.largest_text, 1.0f, kDesign.search.diagram_wanted, 0.05f, Wrapping::Never, BulletEdge::Common,
     "labels on one line, small gaps", "每条一行，间距收紧"},
    {kDesign.search.one_line_compact, 1.0f, kDesign.search.diagram_compact, 0.05f, Wrapping::Never, BulletEdge::Common,
     "labels on one line, small gaps, compact diagram", "每条一行，间距收紧，示意图紧凑"},
    {1.0f, 0.975f, kDesign.search.diagram_compact, 0.05f, Wrapping::Never, BulletEdge::Common,
     "labels on one line, small gaps, compact diagram, keys smaller than text",
     "每条一行，间距收紧，示意图紧凑，重点小于正文"},
    {kDesign.search.largest_text, 0.85f, kDesign.search.diagram_wanted, 0.15f, Wrapping::BetweenWords,
     BulletEdge::Common, "labels in lines, small gaps", "允许折行，间距收紧"},
    {kDesign.search.one_line, kDesign.search.least_shared, kDesign.search.diagram_least, 0.1f, Wrapping::Never,
     BulletEdge::Common, "labels on one line, small gaps, small diagram", "每条一行，间距收紧，示意图缩小"},
    {1.0f, 0.66f, kDesign.search.diagram_least, 0, Wrapping::BetweenWords, BulletEdge::Common,
     "labels in lines, the smallest gaps, small diagram", "允许折行，间距最小，示意图缩小"},
    {0.9f, 0.6f, kDesign.search.diagram_least, 0, Wrapping::Allowed, BulletEdge::Common,
     "words split, the smallest gaps, small diagram", "允许拆词，间距最小，示意图缩小"},
    {0.8f, kDesign.search.smallest, kDesign.search.diagram_least, 0, Wrapping::Allowed, BulletEdge::PerRow,
     "words split, every row as wide as it can be", "允许拆词，每行尽量宽"},
};
// The first ones in which keys are as small as they may be, and in which labels are broken into lines.
constexpr std::size_t kShrunkKeys = 4, kBroken = 5;

class OwnSizes {
 public:
  OwnSizes(SectionTrials& trials, const MeasuredSection& content) : trials_(trials), content_(content) {}

  // Rows are shared where that makes the text larger; else labels stand in columns, best in a single one.
  Choice largest() {
    Choice shared = largest(0);
    if (content_.labels.size() < 2 || !shared.comfortable) return shared;
    const bool with_cards = std::any_of(content_.labels.begin(), content_.labels.end(),
                                        [](const MeasuredLabel& label) { return label.role() == LabelRole::Key; });
    const float list_scale = with_cards ? kDesign.search.list_scale_below_cards : kDesign.search.list_scale;
    const float worth_of_list = kDesign.search.list_worth * shared.options.scale;
    const float least = has_wide_groups() ? worth_of_list : std::min(list_scale, worth_of_list);
    const auto worth = [&](const Choice& choice) {
      return choice.attempt <= shared.attempt && choice.options.scale >= least;
    };
    Choice best = largest(1);
    if (!worth(best)) best = shared;
    for (std::size_t columns : {2u, 3u}) {
      if (!wants_columns(best.options, columns)) continue;
      const Choice choice = largest(columns);
      const bool as_large = choice.attempt <= best.attempt && choice.options.scale >= best.options.scale - 0.001f;
      if (worth(choice) && !is_ragged(choice.options) && (as_large || best.options.columns == 0)) best = choice;
    }
    if (best.options.columns > 0) best.reasons.push_back(reasons::in_columns(best.options.columns));
    return best;
  }

 private:
  // Labels with others below them, of which a list would leave half of the width empty.
  bool has_wide_groups() const {
    const bool subs = std::any_of(content_.labels.begin(), content_.labels.end(),
                                  [](const MeasuredLabel& label) { return label.role() == LabelRole::Sub; });
    return subs && content_.area.width >= kDesign.search.columns_from * trials_.page().unit();
  }

  // As large as is wanted, or as the titles above let it be.
  float large_text() const {
    return std::min(kDesign.search.large_text, kPage.frame.nearly_largest * content_.most_scale);
  }

  // The largest scale of an attempt at which the section fits; nullopt: none.
  std::optional<Choice> attempted(std::size_t columns, std::size_t index) {
    const Attempt& attempt = kAttempts[index];
    Choice choice;
    choice.attempt = index;
    choice.options.columns = columns;
    choice.options.stretch = attempt.spacing;
    choice.options.wrapping = attempt.wrapping;
    choice.options.edge = attempt.edge;
    std::vector<float> scales;
    const int steps = int(std::lround((attempt.from - attempt.to) / kScaleStep));
    for (int step = 0; step <= steps; ++step) {
      const float scale = attempt.from - float(step) * kScaleStep;
      if (scale <= content_.most_scale || step == steps) scales.push_back(scale);
    }
    const auto fits_at = [&](float scale) {
      trials_.set_scale(content_, choice.options, scale, attempt.diagram);
      return trials_.fit_with_keys(content_, choice.options, index < kShrunkKeys ? KeySize::AsText : KeySize::Least);
    };
    const FittingSize largest = largest_fitting(scales, fits_at);
    if (!largest.fits) return std::nullopt;
    fits_at(largest.size);
    choice.comfortable = largest.size >= kDesign.search.least_shared - 0.001f;
    choice.is_large =
        index <= kBroken && largest.size >= large_text() && !has_limited_tree() && has_whole_lines(choice.options);
    choice.reasons = {reasons::fitted(trials_.nominal_text(), choice.options, {attempt.english, attempt.chinese})};
    return choice;
  }

  // The largest text of one section that fits beside a diagram of the wanted height; then with less spacing, a smaller
  // diagram, labels in lines, and in the end whatever fits. Lines are worth it where they make the text much larger.
  Choice largest(std::size_t columns) {
    for (std::size_t index = 0; index < std::size(kAttempts); ++index) {
      std::optional<Choice> choice = attempted(columns, index);
      if (!choice) continue;
      if (index >= kBroken || choice->options.scale >= std::min(kDesign.search.large_enough, large_text()))
        return *choice;
      if (content_.keeps_lines && choice->options.scale >= kDesign.search.list_scale) return *choice;
      std::optional<Choice> broken = attempted(columns, kBroken);
      const bool worth = broken && choice->options.scale < kDesign.search.one_line_worth * broken->options.scale;
      return worth ? *broken : *choice;
    }
    Choice choice;
    choice.attempt = std::size(kAttempts);
    choice.options.columns = columns;
    choice.options.wrapping = kAttempts[std::size(kAttempts) - 1].wrapping;
    choice.options.edge = kAttempts[std::size(kAttempts) - 1].edge;
    // Hopeless, and reported: it keeps to its section all the same.
    for (float scale = kDesign.search.smallest; scale > kVanishing; scale *= 0.9f) {
      trials_.set_scale(content_, choice.options, scale,
                        kDesign.search.diagram_least * scale / kDesign.search.smallest);
      if (!may_fit(trials_.page(), content_, choice.options)) continue;
      if (fits(trials_.page(), content_, trials_.try_out(content_, choice.options))) break;
    }
    choice.comfortable = false;
    choice.reasons = {reasons::fitted(trials_.nominal_text(), choice.options, {"however small", "缩小到能放下为止"})};
    return choice;
  }

  bool has_limited_tree() const {
    return std::any_of(content_.diagrams.begin(), content_.diagrams.end(),
                       [](const MeasuredDiagram& diagram) { return diagram.is_limited; });
  }

  // Lines of several hold enough characters to be read as such.
  bool has_whole_lines(const ArrangementOptions& options) {
    const std::vector<ArrangedLabel> labels = trials_.try_out(content_, options).labels;
    const float least = kDesign.search.whole_line * trials_.nominal_text();
    return std::none_of(labels.begin(), labels.end(), [&](const ArrangedLabel& label) {
      return content_.labels[label.index].role() == LabelRole::Text && label.wrapped && *label.wrapped < least;
    });
  }

  bool wants_columns(const ArrangementOptions& options, std::size_t columns) const {
    const std::size_t count = longest_list(content_);
    if (options.columns == 0 && count >= kDesign.search.least_for_columns) return columns == 2;
    const bool leaves_one = columns == 2 && count % 2 == 1 && count < kDesign.search.least_for_columns;
    const bool alone =
        content_.pieces.size() == 1 && content_.area.width > kDesign.search.columns_from * trials_.page().unit();
    if (columns > count || leaves_one || (alone && count % columns > 0)) return false;
    if (width_used(options) > (columns == 2 ? kDesign.search.narrow_list : kDesign.search.narrow_third)) return false;
    const bool wide = content_.reading == Reading::Down &&
                      content_.area.width > kDesign.search.wide_for_columns * content_.area.height &&
                      content_.area.width > kDesign.search.columns_from * trials_.page().unit();
    return wide || (columns == 2 && count >= kDesign.search.least_for_columns);
  }

  // Whether rows of one label and rows of several take turns.
  bool is_ragged(const ArrangementOptions& options) {
    std::size_t rows = 0, alone = 0;
    const std::vector<ArrangedLabel> labels = trials_.try_out(content_, options).labels;
    for (std::size_t first = 0, last = 0; first < labels.size(); first = last) {
      while (last < labels.size() && labels[last].origin.y == labels[first].origin.y) ++last;
      if (!labels[first].bullet) continue;
      ++rows;
      alone += last - first == 1 ? 1 : 0;
    }
    return alone > 1 && kDesign.search.ragged * alone > rows;
  }

  // The part of the body's width that the widest bullet takes.
  float width_used(const ArrangementOptions& options) const {
    float widest = 0;
    for (const MeasuredLabel& label : content_.labels) {
      if (label.role() == LabelRole::Text) widest = std::max(widest, label.whole().width() * options.scale);
    }
    return widest / content_.area.width;
  }

  SectionTrials& trials_;
  const MeasuredSection& content_;
};

}  // namespace

Choice largest_choice(SectionTrials& trials, const MeasuredSection& content) {
  return OwnSizes(trials, content).largest();
}

}  // namespace sixiang
