#include "layout/siblings.h"

#include <algorithm>
#include <cmath>

#include "base/largest_fitting.h"
#include "layout/design.h"
#include "layout/search_reasons.h"

namespace sixiang {

namespace {

constexpr float kSame = 1;  // poster points
// Keys of a row without common lines are at least so large, of the largest.
constexpr float kLeastSibling = 0.8f;
// A card is not blown up to more than so many times its height.
constexpr float kMostZone = 2.4f;
constexpr float kKeyStep = 0.96f;  // for that, keys shrink in such steps
// A list lacks so many lines at most beside its siblings, em.
constexpr float kMostLines = 1.8f, kMostOfOneLine = 0.6f;

bool alike(const BodyPiece& a, const BodyPiece& b) {
  return a.kind == b.kind && (a.kind == BodyPieceKind::List || a.last - a.first == b.last - b.first);
}

bool are_siblings(const MeasuredSection& a, const MeasuredSection& b) {
  const auto near = [](float x, float y) { return std::abs(x - y) <= kSame; };
  return a.row == b.row && a.reading == Reading::Down && b.reading == Reading::Down &&
         near(a.area.width, b.area.width) && near(a.area.top(), b.area.top()) &&
         near(a.area.bottom(), b.area.bottom()) &&
         std::equal(a.pieces.begin(), a.pieces.end(), b.pieces.begin(), b.pieces.end(), alike);
}

// Sections of a page, by their indices, in one row.
class Siblings {
 public:
  Siblings(const PageBuilder& page, const std::vector<MeasuredSection>& contents, const std::vector<SectionFit>& fits,
           const std::vector<std::size_t>& indices)
      : page_(page), contents_(contents), indices_(indices) {
    for (std::size_t index : indices) options_.push_back(fits[index].options);
  }

  // Options for all of them; empty: they are better left alone.
  std::vector<ArrangementOptions> aligned() {
    if (!begin()) return {};
    // A formula of fewer lines is better than one of many among those of one line, however large.
    std::vector<Arrangement> arrangements = arranged();
    while (!are_cards_alike(arrangements) && shrink_keys()) arrangements = arranged();
    std::vector<float> spreads{0};
    const float height = content(0).area.height;
    while (spreads.back() < height / 2) spreads.push_back(spreads.back() + 2 * page_.unit());
    std::reverse(spreads.begin(), spreads.end());
    const FittingSize widest = largest_fitting(spreads, [&](float space) { return fits_at(space); });
    if (!widest.fits) return {};
    fits_at(widest.size);
    return options_;
  }

  // Where they are too different for common lines.
  std::vector<ArrangementOptions> with_shared_keys() {
    share_keys(kLeastSibling);
    return options_;
  }

 private:
  const MeasuredSection& content(std::size_t i) const { return contents_[indices_[i]]; }

  // Of the sizes of keys, the smallest is at least that part of the others, but for what is not smaller than the text
  // for the sake of one that is.
  void share_keys(float least) {
    float keys = 100;
    for (const ArrangementOptions& each : options_) keys = std::min(keys, each.key_scale / least);
    for (std::size_t i = 0; i < options_.size(); ++i) {
      float& own = options_[i].key_scale;
      own = std::min(own, std::max(keys, least_key_scale(content(i), options_[i].scale, KeySize::AsText)));
    }
  }

  // The tightest of their gaps.
  bool begin() {
    float lines = 1, stretch = 1, diagrams = 0;
    for (const ArrangementOptions& each : options_) {
      if (std::abs(each.scale - options_.front().scale) > 0.001f) return false;
      lines = std::min(lines, each.line_scale);
      stretch = std::min(stretch, each.stretch);
      diagrams = std::max(diagrams, each.diagram_height);
    }
    share_keys(1);
    for (ArrangementOptions& each : options_) {
      each.line_scale = lines;
      each.stretch = stretch;
      each.diagram_height = diagrams;
    }
    return true;
  }

  // The largest of them, as far as they can still be read beside the text.
  bool shrink_keys() {
    float largest = 0;
    for (const ArrangementOptions& each : options_) largest = std::max(largest, each.key_scale);
    largest *= kKeyStep;
    if (largest < kDesign.search.beside_large * options_.front().scale) return false;
    for (ArrangementOptions& each : options_) each.key_scale = std::min(each.key_scale, largest);
    return true;
  }

  // None is so much lower than the highest that it would be blown up.
  bool are_cards_alike(const std::vector<Arrangement>& arrangements) const {
    for (std::size_t i = 0; i < content(0).pieces.size(); ++i) {
      if (content(0).pieces[i].kind != BodyPieceKind::Card) continue;
      float least = arrangements.front().piece_heights[i], most = least;
      for (const Arrangement& each : arrangements) {
        least = std::min(least, each.piece_heights[i]);
        most = std::max(most, each.piece_heights[i]);
      }
      if (most > kMostZone * least) return false;
    }
    return true;
  }

  std::vector<Arrangement> arranged() const {
    std::vector<Arrangement> arrangements;
    for (std::size_t i = 0; i < options_.size(); ++i) arrangements.push_back(arrange(page_, content(i), options_[i]));
    return arrangements;
  }

  // Gaps wider by that, and common zones; true where it all fits and as much is left below.
  bool fits_at(float space) {
    for (ArrangementOptions& each : options_) {
      each.zones.clear();
      each.head_spread = each.foot_spread = space;
    }
    std::vector<Arrangement> arrangements = arranged();
    const std::vector<float> zones = common_zones(arrangements);
    if (zones.empty()) return false;
    const float tag_width = widest_tag(arrangements);
    const BodyAlign align = are_single_lines(arrangements) ? BodyAlign::Middle : BodyAlign::Edge;
    for (ArrangementOptions& each : options_) {
      each.zones = zones;
      each.tag_width = tag_width;
      each.align = align;
    }
    arrangements = arranged();
    for (std::size_t i = 0; i < arrangements.size(); ++i) {
      const float left = content(i).area.bottom() - bottom_padding(page_) - arrangements[i].bottom;
      if (!fits(page_, content(i), arrangements[i]) || left < space) return false;
    }
    return true;
  }

  // Of a list's zone, that may stay empty: between its rows, if there are several.
  float most_lacking(const BodyPiece& list) const {
    const float lines = list.last - list.first > 1 ? kMostLines : kMostOfOneLine;
    return lines * kDesign.body.text_size * page_.unit() * options_.front().scale;
  }

  // Of the fullest of them; empty: they are too different.
  std::vector<float> common_zones(const std::vector<Arrangement>& arrangements) const {
    std::vector<float> zones = arrangements.front().piece_heights;
    for (const Arrangement& each : arrangements) {
      for (std::size_t i = 0; i < zones.size(); ++i) zones[i] = std::max(zones[i], each.piece_heights[i]);
    }
    for (std::size_t k = 0; k < arrangements.size(); ++k) {
      for (std::size_t i = 0; i < zones.size(); ++i) {
        const float height = arrangements[k].piece_heights[i];
        const bool list = content(k).pieces[i].kind == BodyPieceKind::List;
        if (list ? zones[i] - height > most_lacking(content(k).pieces[i]) : zones[i] > kMostZone * height) return {};
      }
    }
    return zones;
  }

  // Where each of them has one tag at a place.
  float widest_tag(const std::vector<Arrangement>& arrangements) const {
    for (const BodyPiece& piece : content(0).pieces) {
      if (piece.kind == BodyPieceKind::Tags && piece.last - piece.first > 1) return 0;
    }
    float widest = 0;
    for (const Arrangement& each : arrangements) {
      for (const ArrangedBox& box : each.boxes) {
        if (box.role == LabelRole::Tag) widest = std::max(widest, box.rect.width);
      }
    }
    return widest;
  }

  bool are_single_lines(const std::vector<Arrangement>& arrangements) const {
    for (std::size_t i = 0; i < arrangements.size(); ++i) {
      for (const BodyPiece& piece : content(i).pieces) {
        if (piece.kind != BodyPieceKind::Picture && piece.last - piece.first != 1) return false;
      }
      for (const ArrangedLabel& label : arrangements[i].labels) {
        const bool formula = content(i).labels[label.index].role() == LabelRole::Key;
        if (label.bullet || (label.wrapped && !formula)) return false;
      }
    }
    return true;
  }

  const PageBuilder& page_;
  const std::vector<MeasuredSection>& contents_;
  const std::vector<std::size_t>& indices_;
  std::vector<ArrangementOptions> options_;
};

}  // namespace

void align_siblings(const PageBuilder& page, const std::vector<MeasuredSection>& contents,
                    std::vector<SectionFit>& fits) {
  std::vector<bool> done(contents.size(), false);
  for (std::size_t first = 0; first < contents.size(); ++first) {
    if (done[first] || contents[first].pieces.size() < 2) continue;
    std::vector<std::size_t> indices;
    for (std::size_t i = first; i < contents.size(); ++i) {
      if (done[i] || !are_siblings(contents[first], contents[i])) continue;
      indices.push_back(i);
      done[i] = true;
    }
    if (indices.size() < 2) continue;
    std::vector<ArrangementOptions> options = Siblings(page, contents, fits, indices).aligned();
    const bool on_common_lines = !options.empty();
    if (!on_common_lines) options = Siblings(page, contents, fits, indices).with_shared_keys();
    for (std::size_t i = 0; i < options.size(); ++i) {
      const MeasuredSection& content = contents[indices[i]];
      if (!on_common_lines && !sixiang::fits(page, content, arrange(page, content, options[i]))) continue;
      fits[indices[i]].options = std::move(options[i]);
      if (on_common_lines) fits[indices[i]].reasons.push_back(reasons::on_common_lines());
    }
  }
}

}  // namespace sixiang
