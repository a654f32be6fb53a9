#include "layout/body_search.h"

#include <algorithm>

namespace sixiang {

namespace {

// Scales are relative to the design's nominal sizes, heights in design units (see PageBuilder::unit).
constexpr float kLargest = 1.15f, kComfortable = 0.8f, kSmallest = 0.2f, kScaleStep = 0.025f;
constexpr float kDiagramWanted = 138, kDiagramLeast = 96, kDiagramMost = 176;
// Spacing that is kept back while text and diagrams grow, so that a page never becomes crammed.
constexpr float kSpacingWanted = 0.3f;
// What stands on cards carries the poster: it shrinks less than the bullets.
constexpr float kLargestKeyScale = 1.0f, kLeastKeyScale = 0.75f;
constexpr float kLoosestRows = 2.2f;
// A section that leaves more of its height empty than this is filled by larger content and wider gaps.
constexpr float kSparse = 0.1f;
constexpr float kSparseLargest = 1.3f, kSparseDiagramMost = 240;

struct Choice {
  ArrangementOptions options;
  bool comfortable = true;  // takes part in the sizes that all sections share
};

class Search {
 public:
  Search(const PageBuilder& page, const std::vector<SectionContent>& contents, const Disc& disc)
      : page_(page), contents_(contents), disc_(disc) {}

  std::vector<ArrangementOptions> run() {
    for (const SectionContent& content : contents_) choices_.push_back(largest(content));
    share_scale();
    share_diagram_height();
    share_spacing();
    std::vector<ArrangementOptions> options;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      fill_sparse(contents_[i], choices_[i].options);
      options.push_back(choices_[i].options);
    }
    return options;
  }

 private:
  bool fit(const SectionContent& content, const ArrangementOptions& options) const {
    return fits(page_, content, arrange(page_, content, disc_, options));
  }

  // Raises one of the options step by step while everything fits.
  void grow(const SectionContent& content, ArrangementOptions& options, float ArrangementOptions::*option, float step,
            float limit) const {
    ArrangementOptions larger = options;
    while (larger.*option + step <= limit + 0.001f) {
      larger.*option += step;
      if (!fit(content, larger)) return;
      options.*option = larger.*option;
    }
  }

  // A key label too long for one line shrinks by itself before it wraps, down to a size that is still a key's.
  float key_scale(const SectionContent& content, float scale, Wrapping wrapping) const {
    const float one_line = widest_key_scale(page_, content);
    if (one_line >= scale || (wrapping == Wrapping::Allowed && one_line < kLeastKeyScale)) return scale;
    return wrapping == Wrapping::Never ? std::max(one_line, kLeastKeyScale) : one_line;
  }

  // The largest text of one section that fits beside a diagram of the wanted height; then with less spacing, a smaller
  // diagram, wrapped labels, and in the end whatever fits.
  Choice largest(const SectionContent& content) const {
    const struct {
      float from, to, diagram, spacing;
      Wrapping wrapping;
    } attempts[] = {{kLargest, kComfortable, kDiagramWanted, kSpacingWanted, Wrapping::Never},
                    {kLargest, kComfortable, kDiagramWanted, 0.1f, Wrapping::Never},
                    {0.95f, kComfortable, kDiagramLeast, 0.1f, Wrapping::Never},
                    {1.0f, 0.7f, kDiagramWanted, 0.15f, Wrapping::Allowed},
                    {0.8f, kSmallest, kDiagramLeast, 0, Wrapping::Allowed}};
    Choice choice;
    for (const auto& attempt : attempts) {
      choice.options.diagram_height = attempt.diagram * page_.unit();
      choice.options.head_stretch = choice.options.row_stretch = attempt.spacing;
      choice.options.wrapping = attempt.wrapping;
      for (float scale = attempt.from; scale >= attempt.to; scale -= kScaleStep) {
        choice.options.scale = scale;
        choice.options.key_scale = key_scale(content, scale, attempt.wrapping);
        choice.comfortable = scale >= kComfortable - 0.001f;
        if (fit(content, choice.options)) return choice;
      }
    }
    choice.options.diagram_height = std::min(choice.options.diagram_height, content.area.height * 0.5f);
    return choice;
  }

  void share_scale() {
    float scale = kLargest;
    for (const Choice& choice : choices_) {
      if (choice.comfortable) scale = std::min(scale, choice.options.scale);
    }
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      ArrangementOptions& options = choices_[i].options;
      if (!choices_[i].comfortable) continue;
      options.scale = scale;
      options.key_scale = key_scale(contents_[i], scale, options.wrapping);
      grow(contents_[i], options, &ArrangementOptions::key_scale, 0.02f, kLargestKeyScale);
    }
  }

  void share_diagram_height() {
    float height = kDiagramMost * page_.unit();
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (!contents_[i].section->diagram) continue;
      ArrangementOptions& options = choices_[i].options;
      grow(contents_[i], options, &ArrangementOptions::diagram_height, 2 * page_.unit(), height);
      if (choices_[i].comfortable) height = std::min(height, options.diagram_height);
    }
    for (Choice& choice : choices_) choice.options.diagram_height = std::min(choice.options.diagram_height, height);
  }

  void share_spacing() {
    float head = 1;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      ArrangementOptions& options = choices_[i].options;
      ArrangementOptions looser = options;
      while (looser.head_stretch <= 1) {
        looser.head_stretch += 0.05f;
        looser.row_stretch = looser.head_stretch;
        if (!fit(contents_[i], looser)) break;
        options = looser;
      }
      if (choices_[i].comfortable) head = std::min(head, options.head_stretch);
    }
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (choices_[i].comfortable) choices_[i].options.head_stretch = head;
      grow(contents_[i], choices_[i].options, &ArrangementOptions::row_stretch, 0.05f, kLoosestRows);
    }
  }

  float leftover(const SectionContent& content, const ArrangementOptions& options) const {
    return content.area.bottom() - bottom_padding(page_) - arrange(page_, content, disc_, options).bottom;
  }

  void fill_sparse(const SectionContent& content, ArrangementOptions& options) const {
    const bool blank = content.labels.empty() && !content.section->diagram;
    if (blank || leftover(content, options) < kSparse * content.area.height) return;
    grow(content, options, &ArrangementOptions::key_scale, 0.02f, kSparseLargest);
    grow(content, options, &ArrangementOptions::scale, 0.02f, kSparseLargest);
    if (content.section->diagram) {
      grow(content, options, &ArrangementOptions::diagram_height, 4 * page_.unit(), kSparseDiagramMost * page_.unit());
    }
    grow(content, options, &ArrangementOptions::row_stretch, 0.05f, kLoosestRows);
    const float gaps = float(block_count(content) + 1);
    grow(content, options, &ArrangementOptions::spread, page_.unit(),
         std::max(0.0f, leftover(content, options)) / gaps);
  }

  const PageBuilder& page_;
  const std::vector<SectionContent>& contents_;
  const Disc& disc_;
  std::vector<Choice> choices_;
};

}  // namespace

std::vector<ArrangementOptions> search_body_options(const PageBuilder& page,
                                                    const std::vector<SectionContent>& contents, const Disc& disc) {
  return Search(page, contents, disc).run();
}

}  // namespace sixiang
