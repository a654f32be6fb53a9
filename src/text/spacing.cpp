#include <algorithm>

#include "text/cluster.h"

namespace sixiang {

namespace {

constexpr float kCjkLatinGap = 0.25f;  // em
constexpr float kSqueeze = 0.5f;       // em

class Spacer {
 public:
  Spacer(ShapedText& text, const std::vector<Inline>& content, const FontSet& fonts)
      : text_(text), content_(content), fonts_(fonts) {}

  const TextSpan* span(const Cluster& cluster) const { return std::get_if<TextSpan>(&content_[cluster.item]); }

  // A face may draw its marks in the middle of the em: only blank that is really there is dropped.
  void set_trims(Cluster& cluster) const {
    const TextSpan* of = span(cluster);
    if (!of || cluster.kind != ClusterKind::Glyphs || cluster.glyph_count != 1) return;
    if (cluster.character_class != CharacterClass::Opening && cluster.character_class != CharacterClass::Closing)
      return;
    const GlyphId glyph = text_.glyphs[cluster.first_glyph].glyph;
    const float advance = fonts_.advance(glyph);
    const Rect ink = fonts_.glyph_bounds(glyph);
    if (advance < 0.9f) return;
    if (cluster.character_class == CharacterClass::Opening && ink.left() >= kSqueeze) {
      cluster.start_trim = kSqueeze * of->style.size;
    }
    if (cluster.character_class == CharacterClass::Closing && ink.right() <= advance - kSqueeze) {
      cluster.end_trim = kSqueeze * of->style.size;
    }
  }

  float space_between(const Cluster& left, const Cluster& right, CjkLatinSpacing spacing) const {
    const bool right_is_mark =
        right.character_class == CharacterClass::Opening || right.character_class == CharacterClass::Closing;
    if (left.end_trim > 0 && right_is_mark) return -left.end_trim;
    if (left.character_class == CharacterClass::Opening && right.start_trim > 0) return -right.start_trim;
    if (spacing == CjkLatinSpacing::QuarterEm && meet(left, right)) {
      const Cluster& han = left.character_class == CharacterClass::Han ? left : right;
      return kCjkLatinGap * (span(han) ? span(han)->style.size : 0);
    }
    return kerning(left, right);
  }

 private:
  static bool meet(const Cluster& left, const Cluster& right) {
    const auto han = CharacterClass::Han;
    const auto latin = CharacterClass::Latin;
    return (left.character_class == han && right.character_class == latin) ||
           (left.character_class == latin && right.character_class == han);
  }

  float kerning(const Cluster& left, const Cluster& right) const {
    if (left.item != right.item || left.kind != ClusterKind::Glyphs || right.kind != ClusterKind::Glyphs) return 0;
    if (left.character_class == CharacterClass::Han || right.character_class == CharacterClass::Han) return 0;
    if (left.glyph_count == 0 || right.glyph_count == 0) return 0;
    const float em = fonts_.kerning(text_.glyphs[left.first_glyph].glyph, text_.glyphs[right.first_glyph].glyph);
    return em * span(left)->style.size;
  }

  ShapedText& text_;
  const std::vector<Inline>& content_;
  const FontSet& fonts_;
};

}  // namespace

void space_clusters(ShapedText& text, const std::vector<Inline>& content, CjkLatinSpacing spacing,
                    const FontSet& fonts) {
  const Spacer spacer(text, content, fonts);
  const Cluster* left = nullptr;
  for (Cluster& cluster : text.clusters) {
    if (cluster.kind == ClusterKind::Invisible) continue;
    spacer.set_trims(cluster);
    if (left && left->kind != ClusterKind::LineEnd)
      cluster.space_before = spacer.space_between(*left, cluster, spacing);
    left = &cluster;
  }
}

}  // namespace sixiang
