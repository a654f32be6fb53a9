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
#include "layout/search_reasons.h"

namespace sixiang {

namespace {

// The scale at which looking for one ends, and the step between two that are tried.
constexpr float kVanishing = 0.01f, kScaleStep = 0.025f;
// What it takes to place one label, in the measure of kMostSearchWork.
constexpr std::size_t kPlacingWork = 8;

// What is added to `from` in steps up to `limit`, the largest first.
std::vector<float> sizes_up(float from, float step, float limit) {
  std::vector<float> sizes{from};
  while (sizes.back() + step <= limit) sizes.push_back(sizes.back() + step);
  std::reverse(sizes.begin(), sizes.end());
  return sizes;
}

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

struct Choice {
  ArrangementOptions options;
  std::size_t attempt = 0;  // the later, the less is left of what was wanted
  bool comfortable = true;  // takes part in the sizes that all sections share
  bool is_largest = false;  // nothing that was wanted is missing
  std::vector<Message> reasons;
};

class Search {
 public:
  Search(const PageBuilder& page, const std::vector<MeasuredSection>& contents, std::size_t most_work)
      : page_(page), contents_(contents), most_work_(most_work) {}

  std::vector<SectionFit> run() {
    for (const MeasuredSection& content : contents_) {
      // Each may use its share and what those before it left, and half remains for what is done with all of them.
      work_limit_ += most_work_ / (2 * contents_.size());
      choices_.push_back(largest(content));
    }
    work_limit_ = most_work_;
    share_scale();
    share_diagram_height();
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (!choices_[i].comfortable) continue;
      ArrangementOptions& options = choices_[i].options;
      grow(contents_[i], options, &ArrangementOptions::key_scale, 0.02f,
           std::min(most_key_scale(contents_[i], scale_), std::max(1.0f, scale_)));
    }
    share_spacing();
    enlarge_insights();
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (!is_sparse(contents_[i], choices_[i].options)) continue;
      magnify(contents_[i], choices_[i].options);
      choices_[i].reasons.push_back(reasons::magnified(nominal_text(), choices_[i].options));
    }
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      spread(contents_[i], choices_[i].options, std::nullopt);
      choices_[i].reasons.push_back(reasons::spread_out(choices_[i].options));
    }
    align_rows();
    std::vector<SectionFit> fits;
    for (Choice& choice : choices_) {
      if (!may_go_on()) choice.reasons.push_back(reasons::work_used_up());
      fits.push_back({choice.options, choice.is_largest && choice.options.stretch >= kDesign.search.wide_gaps,
                      std::move(choice.reasons)});
    }
    return fits;
  }

 private:
  // Of plain labels, poster points.
  float nominal_text() const { return kDesign.body.text_size * page_.unit(); }

  static std::size_t work_of(const MeasuredSection& content) {
    std::size_t work = 0;
    for (const MeasuredLabel& label : content.labels) work += label.work();
    return work;
  }

  Arrangement try_out(const MeasuredSection& content, const ArrangementOptions& options) {
    const std::size_t before = work_of(content);
    Arrangement arrangement = arrange(page_, content, options);
    work_ += work_of(content) - before + kPlacingWork * (1 + content.labels.size());
    return arrangement;
  }

  bool may_go_on() const { return work_ < work_limit_; }

  bool fit(const MeasuredSection& content, const ArrangementOptions& options) {
    return may_go_on() && may_fit(page_, content, options) && fits(page_, content, try_out(content, options));
  }

  // With what stands on cards as large as it is wanted, or else as small as it may be.
  bool fit_with_keys(const MeasuredSection& content, ArrangementOptions& options, KeySize keys) {
    const std::vector<float> scales = key_scales(content, options.scale, keys);
    return std::any_of(scales.begin(), scales.end(), [&](float scale) {
      options.key_scale = scale;
      return fit(content, options);
    });
  }

  // Raises one of the options as far as everything fits.
  void grow(const MeasuredSection& content, ArrangementOptions& options, float ArrangementOptions::*option, float step,
            float limit) {
    const float before = options.*option;
    options.*option = largest_fitting(sizes_up(before, step, limit + 0.001f), [&](float size) {
                        options.*option = size;
                        return size == before || fit(content, options);
                      }).size;
  }

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

  // Those that are tried beside text of that scale, the best first.
  std::vector<float> key_scales(const MeasuredSection& content, float scale, KeySize keys) const {
    std::vector<float> scales{key_scale_beside(page_, content, scale)};
    for (KeySize size : {KeySize::AsText, KeySize::Least}) {
      const float smaller = least_key_scale(content, scale, size);
      if (size <= keys && smaller < scales.back()) scales.push_back(smaller);
    }
    return scales;
  }

  // Of the highest diagram, poster points.
  static float natural_height(const MeasuredSection& content, float zoom) {
    const float part = (zoom - kPlainZoom) / (kMostZoom - kPlainZoom);
    float highest = 0;
    for (const MeasuredDiagram& diagram : content.diagrams) {
      highest = std::max(highest, diagram.plain + part * (diagram.magnified - diagram.plain));
    }
    return highest;
  }

  // Up to which all its diagrams grow.
  static float most_zoom(const MeasuredSection& content) {
    float most = kMostZoom;
    for (const MeasuredDiagram& diagram : content.diagrams) most = std::min(most, diagram.most_zoom);
    return most;
  }

  static float zoom_for(const MeasuredSection& content, float scale) {
    const float least = content.diagrams.empty() ? kPlainZoom : content.diagrams.front().least_zoom;
    return std::clamp(scale, least, most_zoom(content));
  }

  void set_scale(const MeasuredSection& content, ArrangementOptions& options, float scale, float diagram) const {
    options.scale = scale;
    options.key_scale = key_scale_beside(page_, content, scale);
    options.zoom = zoom_for(content, scale);
    const float wanted = diagram * page_.unit() * options.zoom;
    options.diagram_height = std::min(wanted, natural_height(content, options.zoom));
  }

  // The largest scale of an attempt at which the section fits; nullopt: none.
  std::optional<Choice> attempted(const MeasuredSection& content, std::size_t columns, std::size_t index) {
    const Attempt& attempt = kAttempts[index];
    Choice choice;
    choice.attempt = index;
    choice.options.columns = columns;
    choice.options.stretch = attempt.spacing;
    choice.options.wrapping = attempt.wrapping;
    choice.options.edge = attempt.edge;
    std::vector<float> scales;
    const int steps = int(std::lround((attempt.from - attempt.to) / kScaleStep));
    for (int step = 0; step <= steps; ++step) scales.push_back(attempt.from - float(step) * kScaleStep);
    const auto fits_at = [&](float scale) {
      set_scale(content, choice.options, scale, attempt.diagram);
      return fit_with_keys(content, choice.options, index < kShrunkKeys ? KeySize::AsText : KeySize::Least);
    };
    const FittingSize largest = largest_fitting(scales, fits_at);
    if (!largest.fits) return std::nullopt;
    fits_at(largest.size);
    choice.comfortable = largest.size >= kDesign.search.least_shared - 0.001f;
    choice.is_largest = index == 0 && largest.size == kDesign.search.largest_text;
    choice.reasons = {reasons::fitted(nominal_text(), choice.options, {attempt.english, attempt.chinese})};
    return choice;
  }

  // The largest text of one section that fits beside a diagram of the wanted height; then with less spacing, a smaller
  // diagram, labels in lines, and in the end whatever fits. Lines are worth it where they make the text much larger.
  Choice largest(const MeasuredSection& content, std::size_t columns) {
    for (std::size_t index = 0; index < std::size(kAttempts); ++index) {
      std::optional<Choice> choice = attempted(content, columns, index);
      if (!choice) continue;
      if (index >= kBroken || choice->options.scale >= kDesign.search.large_enough) return *choice;
      std::optional<Choice> broken = attempted(content, columns, kBroken);
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
      set_scale(content, choice.options, scale, kDesign.search.diagram_least * scale / kDesign.search.smallest);
      if (!may_fit(page_, content, choice.options)) continue;
      if (fits(page_, content, try_out(content, choice.options))) break;
    }
    choice.comfortable = false;
    choice.reasons = {reasons::fitted(nominal_text(), choice.options, {"however small", "缩小到能放下为止"})};
    return choice;
  }

  // Rows are shared where that makes the text larger; else labels stand in columns, best in a single one.
  Choice largest(const MeasuredSection& content) {
    Choice shared = largest(content, 0);
    if (content.labels.size() < 2 || !shared.comfortable) return shared;
    const bool with_cards = std::any_of(content.labels.begin(), content.labels.end(),
                                        [](const MeasuredLabel& label) { return label.role() == LabelRole::Key; });
    const float least = std::min(with_cards ? kDesign.search.list_scale_below_cards : kDesign.search.list_scale,
                                 kDesign.search.list_worth * shared.options.scale);
    const auto worth = [&](const Choice& choice) {
      return choice.attempt <= shared.attempt && choice.options.scale >= least;
    };
    Choice best = largest(content, 1);
    if (!worth(best)) best = shared;
    for (std::size_t columns : {2u, 3u}) {
      if (!wants_columns(content, best.options, columns)) continue;
      const Choice choice = largest(content, columns);
      const bool as_large = choice.attempt <= best.attempt && choice.options.scale >= best.options.scale - 0.001f;
      if (worth(choice) && !is_ragged(content, choice.options) && (as_large || best.options.columns == 0))
        best = choice;
    }
    if (best.options.columns > 0) best.reasons.push_back(reasons::in_columns(best.options.columns));
    return best;
  }

  bool wants_columns(const MeasuredSection& content, const ArrangementOptions& options, std::size_t columns) const {
    const std::size_t count = longest_list(content);
    if (options.columns == 0 && count >= kDesign.search.least_for_columns) return columns == 2;
    const bool leaves_one = columns == 2 && count % 2 == 1 && count < kDesign.search.least_for_columns;
    const bool alone = content.pieces.size() == 1 && content.area.width > kDesign.search.columns_from * page_.unit();
    if (columns > count || leaves_one || (alone && count % columns > 0)) return false;
    if (width_used(content, options) > (columns == 2 ? kDesign.search.narrow_list : kDesign.search.narrow_third))
      return false;
    const bool wide = content.reading == Reading::Down &&
                      content.area.width > kDesign.search.wide_for_columns * content.area.height &&
                      content.area.width > kDesign.search.columns_from * page_.unit();
    return wide || (columns == 2 && count >= kDesign.search.least_for_columns);
  }

  // Whether rows of one label and rows of several take turns.
  bool is_ragged(const MeasuredSection& content, const ArrangementOptions& options) {
    std::size_t rows = 0, alone = 0;
    const std::vector<ArrangedLabel> labels = try_out(content, options).labels;
    for (std::size_t first = 0, last = 0; first < labels.size(); first = last) {
      while (last < labels.size() && labels[last].origin.y == labels[first].origin.y) ++last;
      if (!labels[first].bullet) continue;
      ++rows;
      alone += last - first == 1 ? 1 : 0;
    }
    return alone > 1 && kDesign.search.ragged * alone > rows;
  }

  // The part of the body's width that the widest bullet takes.
  static float width_used(const MeasuredSection& content, const ArrangementOptions& options) {
    float widest = 0;
    for (const MeasuredLabel& label : content.labels) {
      if (label.role() == LabelRole::Text) widest = std::max(widest, label.whole().width() * options.scale);
    }
    return widest / content.area.width;
  }

  void share_scale() {
    float scale = kDesign.search.largest_text;
    for (const Choice& choice : choices_) {
      if (choice.comfortable) scale = std::min(scale, choice.options.scale);
    }
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      ArrangementOptions& options = choices_[i].options;
      choices_[i].reasons.push_back(choices_[i].comfortable ? reasons::shared(nominal_text() * scale)
                                                            : reasons::set_by_itself());
      if (!choices_[i].comfortable) continue;
      const float height = options.diagram_height;
      set_scale(contents_[i], options, scale, kDesign.search.diagram_wanted);
      options.diagram_height = std::min(options.diagram_height, height);
      fit_with_keys(contents_[i], options, KeySize::Least);
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
      grow(contents_[i], options, &ArrangementOptions::diagram_height, 2 * page_.unit(), before);
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
      grow(contents_[i], options, &ArrangementOptions::stretch, 0.05f, 1);
      if (choices_[i].comfortable) shared = std::min(shared, options.stretch);
    }
    for (Choice& choice : choices_) {
      if (choice.comfortable) choice.options.stretch = shared;
      choice.reasons.push_back(reasons::gaps(choice.options));
    }
  }

  // What the page concludes, where one line holds it.
  void enlarge_insights() {
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      if (!is_insight(*contents_[i].section)) continue;
      ArrangementOptions one_line = choices_[i].options;
      one_line.wrapping = Wrapping::Never;
      if (!fit(contents_[i], one_line)) continue;
      grow(contents_[i], one_line, &ArrangementOptions::scale, 0.02f, one_line.scale * kDesign.insight.one_line);
      choices_[i].options = one_line;
    }
  }

  float leftover(const MeasuredSection& content, const Arrangement& arrangement) const {
    return content.area.bottom() - bottom_padding(page_) - arrangement.bottom;
  }

  bool is_sparse(const MeasuredSection& content, const ArrangementOptions& options) {
    const bool blank = content.pieces.empty();
    return !blank && leftover(content, try_out(content, options)) >= kDesign.search.sparse * content.area.height;
  }

  void magnify(const MeasuredSection& content, ArrangementOptions& options) {
    if (!content.diagrams.empty()) {
      // Texts and height together: a diagram is magnified as a whole.
      ArrangementOptions larger = options;
      const float most = std::min(most_zoom(content), kDesign.search.sparse_zoom * options.zoom);
      for (larger.zoom = options.zoom; larger.zoom <= most + 0.001f; larger.zoom += 0.05f) {
        larger.diagram_height = natural_height(content, larger.zoom);
        if (larger.diagram_height > options.diagram_height && fit(content, larger)) options = larger;
      }
      grow(content, options, &ArrangementOptions::diagram_height, 4 * page_.unit(),
           natural_height(content, options.zoom));
    }
    grow(content, options, &ArrangementOptions::key_scale, 0.02f,
         std::min({largest_key_scale(content, options.scale), kDesign.search.sparse_key * std::max(1.0f, scale_),
                   most_key_scale(content, options.scale)}));
    grow(content, options, &ArrangementOptions::scale, 0.02f,
         std::min(kDesign.search.largest_text, kDesign.search.sparse_text * options.scale));
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
      if (!may_go_on()) return false;
      const Arrangement arrangement = try_out(content, spread_by(space));
      return leftover(content, arrangement) >= space && fits(page_, content, arrangement);
    };
    const float most = std::max(least, leftover(content, try_out(content, spread_by(least))));
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
      if (!fit(contents_[i], left) || !fit(contents_[k], right)) {
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
  std::size_t work_ = 0, work_limit_ = 0;
};

}  // namespace

std::vector<SectionFit> search_sizes(const PageBuilder& page, const std::vector<MeasuredSection>& contents,
                                     std::size_t most_work) {
  return Search(page, contents, most_work).run();
}

}  // namespace sixiang
