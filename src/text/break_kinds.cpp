#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/cluster.h"

namespace sixiang {

namespace {

// A break between two Han characters may fall inside a word, which nobody can tell without a dictionary, but some
// characters tell for themselves.
constexpr std::u32string_view kParticles = U"的们吗呢吧";
constexpr std::u32string_view kConjunctions = U"与和及或";
constexpr std::u32string_view kThirdCharacters = U"器机库率数层性化法学者员";
constexpr std::u32string_view kSlashes = U"/／";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

// Words in which they are none.
constexpr std::u32string_view kNoConjunctions[] = {U"参与", U"以及", U"普及", U"涉及", U"及时", U"及其", U"和平",
                                                   U"和谐", U"饱和", U"总和", U"之和", U"或者", U"与其"};

// Goes from left to right and counts the characters since the last word certainly ended.
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
    return clusters_[i].character_class == CharacterClass::Han && !contains(kParticles, clusters_[i].base) &&
           !is_conjunction(i);
  }

  void step_over(std::size_t i) {
    after_count_ = next_count_ < count_ends_.size() && count_ends_[next_count_] == i;
    if (after_count_) ++next_count_;
    word_length_ = is_word_character(i) && !after_count_ ? word_length_ + 1 : 0;
    if (clusters_[i].kind != ClusterKind::Space) last_ = i;
  }

  BreakKind kind_after(std::size_t i) const {
    const Cluster& before = clusters_[last_];
    const Cluster& after = clusters_[i + 1];
    if (is_conjunction(last_)) return BreakKind::AgainstSense;
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

  // A guess: most words have two characters, and some that end in a third tell so.
  BreakKind between_han(std::size_t i) const {
    const Cluster& before = clusters_[i];
    const Cluster& after = clusters_[i + 1];
    if (contains(kParticles, after.base)) return BreakKind::AgainstSense;
    if (contains(kParticles, before.base) || is_conjunction(i + 1)) return BreakKind::BetweenPhrases;
    if (after_count_) return BreakKind::AfterCount;
    const bool ends_word = contains(kThirdCharacters, before.base) || word_length_ % 2 == 0;
    return ends_word ? BreakKind::BetweenWords : BreakKind::InsideWord;
  }

  std::vector<Cluster>& clusters_;
  const std::vector<std::size_t> count_ends_;
  std::size_t next_count_ = 0;  // into count_ends_
  std::size_t last_ = 0;        // the last cluster that is no space
  std::size_t word_length_ = 0;
  bool after_count_ = false;
};

}  // namespace

void find_break_kinds(std::vector<Cluster>& clusters) {
  std::vector<std::size_t> count_ends = find_bonds(clusters);
  KindFinder(clusters, std::move(count_ends)).find();
}

}  // namespace sixiang
