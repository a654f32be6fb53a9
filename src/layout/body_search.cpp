// What is wanted, in this order; each is decided with what stands above it given:
//   1. Every section keeps to its body.
//   2. A section's text is as large as it can be: first with every label on one line, the diagram and the gaps as
//   wanted;
//      then with small gaps, a smaller diagram, labels in lines, words split, and in the end however small.
//   3. Labels stand in a list or in columns where that costs hardly any size.
//   4. All sections share the text size of the one that can have least, but for crowded ones, which are set by
//      themselves.
//   5. Diagrams are as high as they can be, and alike; then gaps are as wide as they can be, and alike.
//   6. A section that is still half empty grows by itself, up to a bound.
//   7. What is left is spread evenly; sections of one row that begin alike keep diagrams and cards at one height.
#include "layout/body_search.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/largest_fitting.h"
#include "layout/design.h"
#include "layout/own_sizes.h"
#include "layout/search_reasons.h"

namespace sixiang {

namespace {

class Search {
 public:
  Search(const PageBuilder& page, const std::vector<MeasuredSection>& contents, std::size_t most_work)
      : page_(page), contents_(contents), most_work_(most_work), trials_(page) {}

  std::vector<SectionFit> run() {
    for (const MeasuredSection& content : contents_) {
      // Each may use its share and what those before it left, and half remains for what is done with all of them.
      trials_.allow(trials_.allowed() + most_work_ / (2 * contents_.size()));
      choices_.push_back(largest_choice(trials_, content));
    }
    trials_.allow(most_work_);
    share_scale();
    share_diagram_height();
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (!choices_[i].comfortable) continue;
      ArrangementOptions& options = choices_[i].options;
      trials_.grow(contents_[i], options, &ArrangementOptions::key_scale, 0.02f,
                   std::min(most_key_scale(contents_[i], scale_), std::max(1.0f, scale_)));
    }
    share_spacing();
    enlarge_insights();
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (!is_sparse(contents_[i], choices_[i].options)) continue;
      magnify(contents_[i], choices_[i].options);
      choices_[i].reasons.push_back(reasons::magnified(trials_.nominal_text(), choices_[i].options));
    }
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      spread(contents_[i], choices_[i].options, std::nullopt);
      choices_[i].reasons.push_back(reasons::spread_out(choices_[i].options));
    }
    align_rows();
    std::vector<SectionFit> fits;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      Choice& choice = choices_[i];
      if (!trials_.may_go_on()) choice.reasons.push_back(reasons::work_used_up());
      const bool has_room = choice.is_large && choice.options.stretch >= kDesign.search.wide_gaps;
      fits.push_back({choice.options, has_room || !decides(i), std::move(choice.reasons)});
    }
    return fits;
  }

 private:
  // One label that has to wrap is no reason for the others to do so.
  float most_key_scale(const MeasuredSection& content, float scale) const {
    return widest_key_scale(page_, content, content.reading, scale);
  }

  // What is said in words on a card is as large as the text around it; formulas may be larger.
  float largest_key_scale(const MeasuredSection& content, float scale) const {
    const bool in_words = std::any_of(content.labels.begin(), content.labels.end(), [&](const MeasuredLabel& label) {
      return label.role() == LabelRole::Key && !label.has_formula();
    });
    return in_words ? std::max(1.0f, scale) : kDesign.search.largest_key_scale;
  }

  // Whether the others share what it has: what the page concludes is larger than they are, and how much, its own row
  // says.
  bool decides(std::size_t i) const {
    return choices_[i].comfortable && !(is_insight(*contents_[i].section) && contents_.size() > 1);
  }

  void share_scale() {
    float scale = kDesign.search.largest_text;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (decides(i)) scale = std::min(scale, choices_[i].options.scale);
    }
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      ArrangementOptions& options = choices_[i].options;
      choices_[i].reasons.push_back(choices_[i].comfortable ? reasons::shared(trials_.nominal_text() * scale)
                                                            : reasons::set_by_itself());
      if (!choices_[i].comfortable) continue;
      const float height = options.diagram_height;
      trials_.set_scale(contents_[i], options, std::min(scale, options.scale), kDesign.search.diagram_wanted);
      options.diagram_height = std::min(options.diagram_height, height);
      trials_.fit_with_keys(contents_[i], options, KeySize::Least);
    }
    scale_ = scale;
  }

  // Those of one row are alike.
  void share_diagram_height() {
    for (std::size_t first = 0, last = 0; first < contents_.size(); first = last) {
      while (last < contents_.size() && contents_[last].row == contents_[first].row) ++last;
      share_diagram_height(first, last);
    }
    for (Choice& choice : choices_) {
      if (choice.options.diagram_height > 0) choice.reasons.push_back(reasons::diagram(choice.options));
    }
  }

  void share_diagram_height(std::size_t first, std::size_t last) {
    float height = kDesign.search.shared_diagram_most * page_.unit() * std::max(1.0f, scale_);
    for (std::size_t i = first; i < last; ++i) {
      if (contents_[i].diagrams.empty()) continue;
      ArrangementOptions& options = choices_[i].options;
      const float before = std::min(height, natural_height(contents_[i], options.zoom));
      trials_.grow(contents_[i], options, &ArrangementOptions::diagram_height, 2 * page_.unit(), before);
      const bool limited = options.diagram_height < before - 2 * page_.unit();
      if (choices_[i].comfortable && limited) height = options.diagram_height;
    }
    for (std::size_t i = first; i < last; ++i) {
      choices_[i].options.diagram_height = std::min(choices_[i].options.diagram_height, height);
    }
  }

  void share_spacing() {
    float shared = 1;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      ArrangementOptions& options = choices_[i].options;
      trials_.grow(contents_[i], options, &ArrangementOptions::stretch, 0.05f, 1);
      if (decides(i)) shared = std::min(shared, options.stretch);
    }
    for (Choice& choice : choices_) {
      if (choice.comfortable) choice.options.stretch = std::min(choice.options.stretch, shared);
      choice.reasons.push_back(reasons::gaps(choice.options));
    }
  }

  // What the page concludes, where one line holds it.
  void enlarge_insights() {
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (!is_insight(*contents_[i].section)) continue;
      ArrangementOptions one_line = choices_[i].options;
      one_line.wrapping = Wrapping::Never;
      one_line.stretch = kDesign.search.spacing_needed;
      if (!trials_.fit(contents_[i], one_line)) continue;
      trials_.grow(contents_[i], one_line, &ArrangementOptions::scale, 0.02f,
                   std::max(one_line.scale, scale_) * kDesign.insight.one_line);
      trials_.grow(contents_[i], one_line, &ArrangementOptions::stretch, 0.05f, choices_[i].options.stretch);
      choices_[i].options = one_line;
    }
  }

  bool is_sparse(const MeasuredSection& content, const ArrangementOptions& options) {
    const bool blank = content.pieces.empty();
    return !blank &&
           trials_.leftover(content, trials_.try_out(content, options)) >= kDesign.search.sparse * content.area.height;
  }

  void magnify(const MeasuredSection& content, ArrangementOptions& options) {
    if (!content.diagrams.empty()) {
      // Texts and height together: a diagram is magnified as a whole.
      ArrangementOptions larger = options;
      const float most = std::min(most_zoom(content), kDesign.search.sparse_zoom * options.zoom);
      for (larger.zoom = options.zoom; larger.zoom <= most + 0.001f; larger.zoom += 0.05f) {
        larger.diagram_height = natural_height(content, larger.zoom);
        if (larger.diagram_height > options.diagram_height && trials_.fit(content, larger)) options = larger;
      }
      trials_.grow(content, options, &ArrangementOptions::diagram_height, 4 * page_.unit(),
                   natural_height(content, options.zoom));
    }
    trials_.grow(
        content, options, &ArrangementOptions::key_scale, 0.02f,
        std::min({largest_key_scale(content, options.scale), kDesign.search.sparse_key * std::max(1.0f, scale_),
                  most_key_scale(content, options.scale)}));
    trials_.grow(content, options, &ArrangementOptions::scale, 0.02f,
                 std::min(content.most_scale, kDesign.search.sparse_text * options.scale));
  }

  // Shares out what is left, as much below the content as between its blocks; above the first bullet just `head`,
  // poster points, if that is given.
  void spread(const MeasuredSection& content, ArrangementOptions& options, std::optional<float> head) {
    const float least = head.value_or(0);
    const auto spread_by = [&](float space) {
      ArrangementOptions wider = options;
      wider.foot_spread = space;
      wider.head_spread = head.value_or(space);
      return wider;
    };
    const auto fits_at = [&](float space) {
      if (!trials_.may_go_on()) return false;
      const Arrangement arrangement = trials_.try_out(content, spread_by(space));
      return trials_.leftover(content, arrangement) >= space && fits(page_, content, arrangement);
    };
    const float most = std::max(least, trials_.leftover(content, trials_.try_out(content, spread_by(least))));
    const FittingSize widest = largest_fitting(sizes_up(least, 2 * page_.unit(), most), fits_at);
    if (widest.fits) options = spread_by(widest.size);
  }

  // Sections side by side that both begin with a diagram, or both with a card, keep them at one height.
  void align_rows() {
    for (std::size_t i = 0; i + 1 < contents_.size(); ++i) {
      const std::size_t k = i + 1;
      if (contents_[i].row != contents_[k].row || !begin_alike(contents_[i], contents_[k])) continue;
      const ArrangementOptions &a = choices_[i].options, &b = choices_[k].options;
      const float head = std::min(a.head_spread, b.head_spread);
      // Where one of them would give up its own balance for it, they are better left alone.
      if (std::max(a.head_spread, b.head_spread) - head > kDesign.search.most_aligned * page_.unit()) continue;
      const float height = std::max(a.diagram_height, b.diagram_height);
      ArrangementOptions left = aligned(a, height, head), right = aligned(b, height, head);
      if (!trials_.fit(contents_[i], left) || !trials_.fit(contents_[k], right)) {
        left = aligned(a, a.diagram_height, head);
        right = aligned(b, b.diagram_height, head);
      }
      spread(contents_[i], left, head);
      spread(contents_[k], right, head);
      choices_[i].options = left;
      choices_[k].options = right;
      choices_[i].reasons.push_back(reasons::aligned_with(contents_[k].section->id));
      choices_[k].reasons.push_back(reasons::aligned_with(contents_[i].section->id));
    }
  }

  static ArrangementOptions aligned(ArrangementOptions options, float diagram_height, float head) {
    options.diagram_height = diagram_height;
    options.head_spread = options.foot_spread = head;
    return options;
  }

  static bool begin_alike(const MeasuredSection& a, const MeasuredSection& b) {
    // Without bullets there is nothing that could take up what the other section leaves.
    if (longest_list(a) == 0 || longest_list(b) == 0 || a.reading != Reading::Down || b.reading != Reading::Down)
      return false;
    const BodyPieceKind first = a.pieces.front().kind;
    return first == b.pieces.front().kind && (first == BodyPieceKind::Diagram || first == BodyPieceKind::Card);
  }

  const PageBuilder& page_;
  const std::vector<MeasuredSection>& contents_;
  std::vector<Choice> choices_;
  float scale_ = 1;  // of the bullets of all comfortable sections
  const std::size_t most_work_;
  SectionTrials trials_;
};

}  // namespace

std::vector<SectionFit> search_sizes(const PageBuilder& page, const std::vector<MeasuredSection>& contents,
                                     std::size_t most_work) {
  return Search(page, contents, most_work).run();
}

}  // namespace sixiang