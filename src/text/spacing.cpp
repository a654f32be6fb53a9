#include <algorithm>

#include "text/cluster.h"

namespace sixiang {

namespace {

// All in em.
constexpr float kCjkLatinGap = 0.125f;   // what both sides leave blank themselves comes to it
constexpr float kSqueeze = 0.5f;         // as much of a full-width mark's blank may go
constexpr float kLeastBlank = 0.06f;     // stays between the mark's ink and what follows
constexpr float kLeastSqueeze = 0.3f;    // a mark in the middle of its em has no side to squeeze
constexpr float kLeastFullWidth = 0.9f;  // proportional quotation marks are set as they are

bool are_han_and_latin(const Cluster& a, const Cluster& b) {
  return a.character_class == CharacterClass::Han && b.character_class == CharacterClass::Latin;
}

class Spacer {
 public:
  Spacer(const ShapedText& text, const std::vector<Inline>& content, CjkLatinSpacing spacing, const FontSet& fonts)
      : text_(text), content_(content), spacing_(spacing), fonts_(fonts) {}

  // A face may draw its marks elsewhere in the em than is usual: only blank that is really there is dropped.
  void set_trims(Cluster& cluster) const {
    const bool opening = cluster.character_class == CharacterClass::Opening;
    const bool closing = cluster.character_class == CharacterClass::Closing;
    if ((!opening && !closing) || cluster.kind != ClusterKind::Glyphs) return;
    const GlyphId glyph = text_.glyphs[cluster.first_glyph].glyph;
    const float advance = fonts_.advance(glyph);
    if (advance < kLeastFullWidth) return;
    const Rect ink = fonts_.glyph_bounds(glyph);
    const float blank = (opening ? ink.left() : advance - ink.right()) - kLeastBlank;
    if (blank < kLeastSqueeze) return;
    const float trim = std::min(blank, kSqueeze) * size(cluster);
    (opening ? cluster.start_trim : cluster.end_trim) = trim;
  }

  // Where two marks meet, one of them gives its blank (CLREQ, “adjustment of punctuation width”): a closing one to
  // whatever mark follows, an opening one to the opening one before it.
  float space_between(const Cluster& left, const Cluster& right) const {
    const bool right_is_mark = right.character_class == CharacterClass::Opening ||
                               right.character_class == CharacterClass::Closing ||
                               right.character_class == CharacterClass::MiddleDot;
    if (left.end_trim > 0 && right_is_mark) return -left.end_trim;
    if (left.character_class == CharacterClass::Opening && right.start_trim > 0) return -right.start_trim;
    return kerning(left, right);
  }

  float cjk_latin_gap(const Cluster& han) const {
    return spacing_ == CjkLatinSpacing::EighthEm ? kCjkLatinGap * size(han) : 0;
  }

  // A space typed between Chinese and Latin is as wide as the gap that stands there without it: many type one
  // everywhere, others nowhere, and a page has texts of both. Beside a formula, often larger, it stays as typed.
  void narrow_typed_space(std::vector<Cluster>& clusters, std::size_t space) const {
    if (spacing_ == CjkLatinSpacing::None || space == 0 || space + 1 == clusters.size()) return;
    if (clusters[space].kind != ClusterKind::Space || clusters[space].base != U' ') return;
    const Cluster &left = clusters[space - 1], &right = clusters[space + 1];
    if (left.kind == ClusterKind::Box || right.kind == ClusterKind::Box) return;
    if (are_han_and_latin(left, right)) clusters[space].advance = cjk_latin_gap(left);
    if (are_han_and_latin(right, left)) clusters[space].advance = cjk_latin_gap(right);
  }

 private:
  // Poster points an em; 0 for boxes.
  float size(const Cluster& cluster) const {
    const TextSpan* span = std::get_if<TextSpan>(&content_[cluster.item]);
    return span ? span->style.size : 0;
  }

  float kerning(const Cluster& left, const Cluster& right) const {
    if (left.character_class == CharacterClass::Han || right.character_class == CharacterClass::Han) return 0;
    if (left.glyph_count == 0 || right.glyph_count == 0 || size(left) != size(right)) return 0;
    return fonts_.kerning(text_.glyphs[left.first_glyph].glyph, text_.glyphs[right.first_glyph].glyph) * size(left);
  }

  const ShapedText& text_;
  const std::vector<Inline>& content_;
  CjkLatinSpacing spacing_;
  const FontSet& fonts_;
};

// % after a digit and # before a letter belong to the Latin word that they touch.
void resolve_affixes(std::vector<Cluster>& clusters) {
  const auto affix = CharacterClass::Affix;
  const auto latin = CharacterClass::Latin;
  for (std::size_t i = 1; i < clusters.size(); ++i) {
    if (clusters[i].character_class == affix && clusters[i - 1].character_class == latin) {
      clusters[i].character_class = latin;
    }
  }
  for (std::size_t i = clusters.size(); i-- > 1;) {
    if (clusters[i - 1].character_class == affix && clusters[i].character_class == latin) {
      clusters[i - 1].character_class = latin;
    }
  }
}

}  // namespace

void space_clusters(ShapedText& text, const std::vector<Inline>& content, CjkLatinSpacing spacing,
                    const FontSet& fonts) {
  resolve_affixes(text.clusters);
  const Spacer spacer(text, content, spacing, fonts);
  for (std::size_t i = 0; i < text.clusters.size(); ++i) spacer.narrow_typed_space(text.clusters, i);
  const Cluster* left = nullptr;
  for (Cluster& cluster : text.clusters) {
    if (cluster.kind == ClusterKind::Invisible) continue;
    spacer.set_trims(cluster);
    if (left && left->kind != ClusterKind::LineEnd) {
      if (are_han_and_latin(*left, cluster)) {
        cluster.space_before = spacer.cjk_latin_gap(*left);
      } else if (are_han_and_latin(cluster, *left)) {
        cluster.space_before = spacer.cjk_latin_gap(cluster);
      } else {
        cluster.space_before = spacer.space_between(*left, cluster);
      }
    }
    left = &cluster;
  }
}

}  // namespace sixiang
