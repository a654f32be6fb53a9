#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/cluster.h"
#include "text/words.h"

namespace sixiang {

namespace {

// A break between two Han characters may fall inside a word, which nobody can tell without a dictionary, but some
// characters tell for themselves.
constexpr std::u32string_view kParticles = U"的们吗呢吧";
constexpr std::u32string_view kConjunctions = U"与和及或";
constexpr std::u32string_view kSlashes = U"/／";
constexpr std::u32string_view kOperators = U"+=≈≠×→<>≤≥";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

// Words in which they are none.
constexpr std::u32string_view kNoConjunctions[] = {U"参与", U"以及", U"普及", U"涉及", U"及时", U"及其", U"和平",
                                                   U"和谐", U"饱和", U"总和", U"之和", U"或者", U"与其"};

// The likelihood of a word's end from which on it counts as one, and as perhaps one.
constexpr double kLikely = 0.5, kPossible = 0.2;

// Chinese characters in a row, with nothing between that certainly ends a word.
struct Row {
  std::size_t first = 0, last = 0;                    // clusters [first, last)
  bool begins_at_mark = false, ends_at_mark = false;  // or at a blank, at Latin, at a line's end
  std::vector<double> word_ends;                      // before each of its characters
};

// Goes from left to right.
class KindFinder {
 public:
  KindFinder(std::vector<Cluster>& clusters, std::vector<std::size_t> count_ends)
      : clusters_(clusters), count_ends_(std::move(count_ends)) {}

  void find() {
    for (std::size_t i = 0; i + 1 < clusters_.size(); ++i) {
      step_over(i);
      Cluster& cluster = clusters_[i];
      if (cluster.break_after != BreakAfter::Allowed) continue;
      cluster.break_kind = std::max(cluster.break_kind, kind_after(i));
    }
  }

 private:
  bool is_conjunction(std::size_t i) const {
    if (!contains(kConjunctions, clusters_[i].base)) return false;
    const auto is_word = [this](std::size_t first) {
      if (first + 1 >= clusters_.size()) return false;
      const char32_t pair[] = {clusters_[first].base, clusters_[first + 1].base};
      const std::u32string_view word(pair, 2);
      return std::find(std::begin(kNoConjunctions), std::end(kNoConjunctions), word) != std::end(kNoConjunctions);
    };
    return !is_word(i) && (i == 0 || !is_word(i - 1));
  }

  bool is_word_character(std::size_t i) const {
    return clusters_[i].character_class == CharacterClass::Han && clusters_[i].kind != ClusterKind::Box &&
           !contains(kParticles, clusters_[i].base) && !is_conjunction(i) && !is_bonded(i);
  }

  bool is_bonded(std::size_t i) const {
    return is_bond(clusters_[i].break_kind) || (i > 0 && is_bond(clusters_[i - 1].break_kind));
  }

  bool is_han(std::size_t i) const {
    return i < clusters_.size() && clusters_[i].character_class == CharacterClass::Han;
  }

  Row row_at(std::size_t first) const {
    std::u32string characters;
    for (std::size_t i = first; i < clusters_.size() && characters.size() < kLongestRow && is_word_character(i); ++i) {
      characters += clusters_[i].base;
      if (std::binary_search(count_ends_.begin(), count_ends_.end(), i)) break;  // 同一个‖问题
    }
    const std::size_t last = first + characters.size();
    return {first, last, first == 0 || !is_han(first - 1), !is_han(last), word_end_likelihoods(characters)};
  }

  void step_over(std::size_t i) {
    after_count_ = next_count_ < count_ends_.size() && count_ends_[next_count_] == i;
    if (after_count_) ++next_count_;
    if (i >= row_.last && is_word_character(i)) row_ = row_at(i);
    if (clusters_[i].kind != ClusterKind::Space) last_ = i;
  }

  BreakKind kind_after(std::size_t i) const {
    const Cluster& before = clusters_[last_];
    const Cluster& after = clusters_[i + 1];
    // An operator between blanks begins a line rather than ending one.
    if (is_conjunction(last_) || (last_ < i && contains(kOperators, before.base))) return BreakKind::AgainstSense;
    const bool from_han = before.character_class == CharacterClass::Han;
    const bool to_han = after.character_class == CharacterClass::Han;
    const bool from_latin = before.character_class == CharacterClass::Latin;
    const bool to_latin = after.character_class == CharacterClass::Latin;
    if ((from_han && to_latin) || (from_latin && to_han)) return BreakKind::HanToLatin;
    if (last_ < i) return BreakKind::AtMark;
    if (from_han && to_han) return between_han(i);
    const bool inside_compound = to_latin && before.character_class == CharacterClass::Other;
    return inside_compound || (to_han && contains(kSlashes, before.base)) ? BreakKind::InsideCompound
                                                                          : BreakKind::AtMark;
  }

  BreakKind between_han(std::size_t i) const {
    const Cluster& before = clusters_[i];
    const Cluster& after = clusters_[i + 1];
    if (contains(kParticles, after.base)) return BreakKind::AgainstSense;
    if (contains(kParticles, before.base) || is_conjunction(i + 1)) return BreakKind::BetweenPhrases;
    if (after_count_) return BreakKind::AfterCount;
    return i + 1 > row_.first && i + 1 < row_.last ? inside_row(i + 1) : BreakKind::BetweenWords;
  }

  BreakKind inside_row(std::size_t boundary) const {
    const bool leads = boundary + 1 == row_.last && is_leading_word(clusters_[boundary].base);
    if (leads) return BreakKind::BetweenWords;
    const bool is_lone =
        (boundary == row_.first + 1 && row_.begins_at_mark) || (boundary + 1 == row_.last && row_.ends_at_mark);
    if (is_lone) return BreakKind::LoneCharacter;
    const double likelihood = row_.word_ends[boundary - row_.first];
    if (likelihood >= kLikely) return BreakKind::BetweenWords;
    return likelihood >= kPossible ? BreakKind::PerhapsInsideWord : BreakKind::InsideWord;
  }

  std::vector<Cluster>& clusters_;
  const std::vector<std::size_t> count_ends_;
  std::size_t next_count_ = 0;  // into count_ends_
  std::size_t last_ = 0;        // the last cluster that is no space
  Row row_;
  bool after_count_ = false;
};

}  // namespace

void find_break_kinds(std::vector<Cluster>& clusters) {
  std::vector<std::size_t> count_ends = find_bonds(clusters);
  KindFinder(clusters, std::move(count_ends)).find();
}

}  // namespace sixiang
