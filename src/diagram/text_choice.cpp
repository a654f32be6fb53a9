#include "diagram/text_choice.h"

#include <algorithm>
#include <numeric>

namespace sixiang {

namespace {

constexpr std::size_t kMostSteps = 800;
constexpr int kRounds = 3;  // of moving each text to a better place

class Chooser {
 public:
  Chooser(const std::vector<std::vector<LabelChoice>>& texts, float line_gap)
      : texts_(texts), line_gap_(line_gap), chosen_(texts.size()), order_(texts.size()) {
    // Those with the fewest places first.
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return texts[a].size() < texts[b].size(); });
  }

  std::optional<std::vector<std::size_t>> run() {
    if (!find()) return std::nullopt;
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t text : order_) improve(text);
    }
    return chosen_;
  }

 private:
  bool is_free(std::size_t text, std::size_t choice, std::size_t count) const {
    const Rect& rect = texts_[text][choice].rect;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t other = order_[i];
      if (other != text && !are_apart(rect, texts_[other][chosen_[other]].rect, line_gap_)) return false;
    }
    return true;
  }

  // The cheapest places one after the other; where one finds none, the one before goes on to its next.
  bool find() {
    std::size_t depth = 0, next = 0;
    for (std::size_t step = 0; step < kMostSteps; ++step) {
      if (depth == order_.size()) return true;
      const std::size_t text = order_[depth];
      while (next < texts_[text].size() && !is_free(text, next, depth)) ++next;
      if (next < texts_[text].size()) {
        chosen_[text] = next;
        ++depth;
        next = 0;
      } else if (depth > 0) {
        --depth;
        next = chosen_[order_[depth]] + 1;
      } else {
        return false;
      }
    }
    return false;
  }

  const LabelChoice& place(std::size_t text) const { return texts_[text][chosen_[text]]; }

  // Of the others that a choice meets, the only one; nothing where there are more.
  std::optional<std::size_t> only_met(std::size_t text, std::size_t choice) const {
    std::optional<std::size_t> met;
    for (std::size_t other : order_) {
      if (other == text || are_apart(texts_[text][choice].rect, place(other).rect, line_gap_)) continue;
      if (met) return std::nullopt;
      met = other;
    }
    return met;
  }

  // To a cheaper place: a free one, or one whose text moves for less than is won.
  void improve(std::size_t text) {
    const std::size_t before = chosen_[text];
    for (std::size_t choice = 0; choice < before; ++choice) {
      chosen_[text] = choice;
      if (is_free(text, choice, order_.size())) return;
      const std::optional<std::size_t> other = only_met(text, choice);
      if (other && give_way(*other, texts_[text][before].cost - texts_[text][choice].cost)) return;
    }
    chosen_[text] = before;
  }

  // Whether the text found a free place that costs so little more.
  bool give_way(std::size_t text, float won) {
    const std::size_t before = chosen_[text];
    for (std::size_t choice = 0; choice < texts_[text].size(); ++choice) {
      if (texts_[text][choice].cost - texts_[text][before].cost >= won) return false;
      if (!is_free(text, choice, order_.size())) continue;
      chosen_[text] = choice;
      return true;
    }
    return false;
  }

  const std::vector<std::vector<LabelChoice>>& texts_;
  float line_gap_;
  std::vector<std::size_t> chosen_, order_;
};

}  // namespace

std::optional<std::vector<std::size_t>> choose_places(const std::vector<std::vector<LabelChoice>>& texts,
                                                      float line_gap) {
  return Chooser(texts, line_gap).run();
}

}  // namespace sixiang
