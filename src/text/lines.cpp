#include <algorithm>
#include <string_view>

#include "text/cluster.h"

namespace sixiang {

namespace {

// A caller's own sum of the same widths may differ in the last digits: a line that fits exactly must fit.
constexpr float kSlack = 0.01f;
// Characters that are left of a word that had to be split.
constexpr std::size_t kLeastRest = 3;

class GreedyBreaker {
 public:
  GreedyBreaker(const std::vector<Cluster>& clusters, const LineMeasure& measure, float max_width)
      : clusters_(clusters), measure_(measure), max_width_(max_width + kSlack) {}

  void break_paragraph(LineRange paragraph, std::vector<LineRange>& lines) const {
    std::size_t first = paragraph.first;
    do {
      const std::size_t last = next_line_end(first, paragraph.last);
      const bool follows = first > paragraph.first;
      lines.push_back({first, last});
      if (last == paragraph.last && follows) keep_company(lines[lines.size() - 2], lines.back());
      first = last;
    } while (first < paragraph.last);
  }

 private:
  bool fits(std::size_t first, std::size_t last) const { return measure_.width({first, last}) <= max_width_; }

  std::size_t next_line_end(std::size_t first, std::size_t end) const {
    std::size_t best = first;
    for (std::size_t last = first + 1; last <= end; ++last) {
      const bool opportunity = last == end || may_end_line(clusters_[last - 1]);
      if (opportunity && fits(first, last)) best = last;
      if (opportunity && best < last) break;
      // Squeezing may make a longer piece a little narrower, never by half: a word of any length costs one line's time.
      if (measure_.width({first, last}) > 2 * max_width_) break;
    }
    if (best == end || next_piece_fits(best, end)) return best;
    const std::size_t bond = cheapest_bond(first, best, end);
    const bool is_worth_it = bond > best && (best == first || !is_cheaper(cheapest_bond(best, best, end), bond));
    if (is_worth_it) return bond;
    return best > first ? best : emergency_line_end(first, end);
  }

  // Whether what belongs together from `first` on has room on a line of its own.
  bool next_piece_fits(std::size_t first, std::size_t end) const {
    for (std::size_t last = first + 1; last <= end; ++last) {
      if (last == end || may_end_line(clusters_[last - 1])) return fits(first, last);
      if (measure_.width({first, last}) > 2 * max_width_) return false;
    }
    return true;
  }

  // Where what belongs together from `piece` on is wider than a line: the break in it that costs least, of equal ones
  // the last, for a line that begins at `first`. `piece` where none fits.
  std::size_t cheapest_bond(std::size_t first, std::size_t piece, std::size_t end) const {
    std::size_t best = piece;
    for (std::size_t last = piece + 1; last < end && measure_.width({first, last}) <= 2 * max_width_; ++last) {
      const Cluster& cluster = clusters_[last - 1];
      if (cluster.break_after != BreakAfter::Allowed || !fits(first, last)) continue;
      if (!is_bond(cluster.break_kind)) break;
      if (best == piece || !is_cheaper(best, last)) best = last;
    }
    return best;
  }

  bool is_cheaper(std::size_t boundary, std::size_t than) const {
    return clusters_[boundary - 1].break_kind < clusters_[than - 1].break_kind;
  }

  // One word is wider than the line: as much of it as fits, at least one cluster. Rather beside a box than inside a
  // word, rather after a sign of an address than between letters, and rather inside a word than at the wrong side of a
  // bracket.
  std::size_t emergency_line_end(std::size_t first, std::size_t end) const {
    std::size_t most = first + 1;
    while (most < end && fits(first, most + 1)) ++most;
    if (most == end) return most;
    for (std::size_t last = most; last > first; --last) {
      const bool at_box = clusters_[last - 1].kind == ClusterKind::Box || clusters_[last].kind == ClusterKind::Box;
      if (at_box && may_split_at(last)) return last;
    }
    for (std::size_t last = most; last > first + (most - first) / 2; --last) {
      if (is_joint(last) && may_split_at(last)) return last;
    }
    // What is left of the word is not a letter or two, unless the line is hardly longer.
    std::size_t word_end = most;
    while (word_end < end && clusters_[word_end - 1].break_after == BreakAfter::Never) ++word_end;
    while (word_end > most && clusters_[word_end - 1].character_class != CharacterClass::Latin) --word_end;
    if (word_end - most < kLeastRest && most - first >= 2 * kLeastRest) most = word_end - kLeastRest;
    for (std::size_t last = most; last > first; --last) {
      if (may_split_at(last)) return last;
    }
    return most;
  }

  // After the dot, slash or other sign between two pieces of an address.
  bool is_joint(std::size_t boundary) const {
    constexpr std::u32string_view kJoints = U"./-_?&=@:";
    return kJoints.find(clusters_[boundary - 1].base) != std::u32string_view::npos &&
           clusters_[boundary].character_class == CharacterClass::Latin;
  }

  bool may_split_at(std::size_t boundary) const {
    const CharacterClass before = clusters_[boundary - 1].character_class;
    const CharacterClass after = clusters_[boundary].character_class;
    const ClusterKind kind = clusters_[boundary].kind;
    return before != CharacterClass::Opening && after != CharacterClass::Closing && after != CharacterClass::Space &&
           kind != ClusterKind::Invisible && kind != ClusterKind::LineEnd;
  }

  // CLREQ: a single character does not make a last line. It gets the one before it, if that may be had.
  void keep_company(LineRange& above, LineRange& last) const {
    std::size_t characters = 0;
    for (std::size_t i = last.first; i < last.last; ++i) {
      const CharacterClass of = clusters_[i].character_class;
      const bool counts = of != CharacterClass::Closing && of != CharacterClass::Space &&
                          clusters_[i].kind != ClusterKind::Invisible && clusters_[i].kind != ClusterKind::LineEnd;
      if (counts && of != CharacterClass::Han) return;
      if (counts) ++characters;
    }
    if (characters != 1) return;
    std::size_t boundary = last.first - 1;
    while (boundary > above.first && !may_end_line(clusters_[boundary - 1])) --boundary;
    const bool only_one_more = last.first - boundary <= 2 && clusters_[boundary].character_class == CharacterClass::Han;
    if (boundary < above.first + 2 || !only_one_more || !fits(boundary, last.last)) return;
    above.last = boundary;
    last.first = boundary;
  }

  const std::vector<Cluster>& clusters_;
  const LineMeasure& measure_;
  const float max_width_;
};

// The pieces between mandatory breaks; a line end closes its piece, so that a final one opens no empty line.
std::vector<LineRange> paragraphs(const std::vector<Cluster>& clusters) {
  std::vector<LineRange> result;
  std::size_t first = 0;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    if (clusters[i].break_after != BreakAfter::Always) continue;
    result.push_back({first, i + 1});
    first = i + 1;
  }
  if (first < clusters.size() || result.empty()) result.push_back({first, clusters.size()});
  return result;
}

}  // namespace

std::vector<LineRange> break_lines(const std::vector<Cluster>& clusters, const LineMeasure& measure,
                                   const ParagraphStyle& style) {
  std::vector<LineRange> lines;
  std::vector<LineRange> pieces = paragraphs(clusters);
  if (style.breaking == LineBreaking::None || !(style.max_width > 0)) return pieces;
  const GreedyBreaker breaker(clusters, measure, style.max_width);
  for (const LineRange& piece : pieces) {
    std::vector<LineRange> broken;
    breaker.break_paragraph(piece, broken);
    if (style.breaking == LineBreaking::Balanced) {
      broken = balance_lines(clusters, measure, broken, style.max_width + kSlack);
    }
    lines.insert(lines.end(), broken.begin(), broken.end());
  }
  return lines;
}

}  // namespace sixiang
