#include <algorithm>
#include <set>

#include "base/decompose.h"
#include "base/problems.h"
#include "base/sort_unique.h"
#include "base/utf8.h"
#include "text/cluster.h"
#include "text/marks.h"

namespace sixiang {

namespace {

constexpr float kMissingAdvance = 0.8f;  // em
constexpr float kTabAdvance = 1;         // em
constexpr float kLatinGuess = 0.5f;      // em, of a Latin letter whose slice is not loaded yet

class Shaper {
 public:
  Shaper(const FontSet& fonts, ShapedText& text) : fonts_(fonts), text_(text) {}

  void add_span(const TextSpan& span, std::size_t item) {
    const std::size_t start = text_.source.size();
    text_.source += span.text;
    const std::vector<CodePoint> characters = decode_utf8(span.text);
    for (std::size_t i = 0; i < characters.size();) {
      const std::size_t next = cluster_end(characters, i, span.style.face);
      Cluster& cluster = add_cluster(item);
      cluster.base = characters[i].value;
      cluster.begin = start + characters[i].offset;
      cluster.end = start + characters[next - 1].offset + characters[next - 1].length;
      cluster.code_point_count = next - i;
      marked_.clear();
      for (std::size_t k = i; k < next; ++k) {
        text_.code_points.push_back(characters[k].value);
        if (k == i || !is_invisible(characters[k].value)) marked_.push_back(characters[k].value);
      }
      const bool before_line_feed = next < characters.size() && characters[next].value == '\n';
      const bool after_emoji = i > 0 && character_class(characters[i - 1].value) == CharacterClass::Other;
      if ((cluster.base == '\r' && before_line_feed) || (is_skin_tone(cluster.base) && after_emoji)) {
        cluster.kind = ClusterKind::Invisible;
      } else {
        shape(cluster, span.style);
      }
      if (cluster.kind == ClusterKind::Missing) report(cluster, span);
      i = next;
    }
  }

  void add_box(const InlineBox& box, std::size_t item) {
    Cluster& cluster = add_cluster(item);
    cluster.kind = ClusterKind::Box;
    const bool is_word = box.kind == BoxKind::Word;
    cluster.character_class = is_word ? CharacterClass::Latin : CharacterClass::Han;
    cluster.begin = text_.source.size();
    cluster.end = cluster.begin + box.source.size();
    cluster.code_point_count = 1;
    cluster.advance = box.box.width;
    text_.code_points.push_back(is_word ? U'A' : U'图');
    text_.source += box.source;
  }

 private:
  Cluster& add_cluster(std::size_t item) {
    Cluster& cluster = text_.clusters.emplace_back();
    cluster.item = item;
    cluster.first_code_point = text_.code_points.size();
    cluster.first_glyph = text_.glyphs.size();
    return cluster;
  }

  // A base takes the marks after it that can be drawn; one that cannot is a cluster of its own, and reported.
  std::size_t cluster_end(const std::vector<CodePoint>& characters, std::size_t begin, FaceIndex face) const {
    const char32_t base = characters[begin].value;
    std::size_t end = begin + 1;
    const bool takes_marks = !is_combining_mark(base) && !is_invisible(base) && !is_breaking_space(base) &&
                             !is_line_end(base) && !is_control(base);
    if (!takes_marks) return end;
    for (;;) {
      std::size_t mark = end;  // a keycap's variation selector stands between the digit and its mark
      while (mark < characters.size() && mark < end + 2 && is_variation_selector(characters[mark].value)) ++mark;
      if (mark >= characters.size() || !is_combining_mark(characters[mark].value)) return end;
      if (fonts_.lookup(face, characters[mark].value).status == LookupStatus::Missing) return end;
      end = mark + 1;
    }
  }

  // Of the characters in marked_.
  void shape(Cluster& cluster, const TextStyle& style) {
    const char32_t c = cluster.base;
    if (is_line_end(c)) {
      cluster.kind = ClusterKind::LineEnd;
    } else if (is_invisible(c)) {
      cluster.kind = ClusterKind::Invisible;
    } else if (is_control(c)) {
      set_missing(cluster, style);
    } else {
      cluster.character_class = character_class(c);
      if (c == '\t') {
        cluster.kind = ClusterKind::Space;
        cluster.advance = kTabAdvance * style.size;
      } else if (cluster.code_point_count == 1) {
        shape_single(cluster, style);
      } else {
        shape_composite(cluster, style);
      }
    }
  }

  void shape_single(Cluster& cluster, const TextStyle& style) {
    const GlyphLookup found = fonts_.lookup(style.face, cluster.base);
    const bool elsewhere = found.status == LookupStatus::Missing || found.glyph.slice.face != style.face;
    if (elsewhere && canonical_decomposition(cluster.base).count > 1) return shape_composite(cluster, style);
    if (found.status == LookupStatus::Missing) return set_missing(cluster, style);
    if (found.status == LookupStatus::Pending) {
      text_.pending.push_back(found.glyph.slice);
      return set_pending(cluster, style);
    }
    if (is_breaking_space(cluster.base)) cluster.kind = ClusterKind::Space;
    cluster.advance = fonts_.advance(found.glyph) * style.size;
    Point offset;
    if (is_combining_mark(cluster.base)) {
      // It has no letter to sit on: it stands alone, in as much room as its ink needs.
      const Rect ink = fonts_.glyph_bounds(found.glyph);
      offset.x = -ink.left() * style.size;
      cluster.advance = ink.width * style.size;
    }
    text_.glyphs.push_back({found.glyph, offset});
    cluster.glyph_count = 1;
  }

  // A letter with marks, or a precomposed letter that the wanted face may have in parts.
  void shape_composite(Cluster& cluster, const TextStyle& style) {
    const MarkedGlyphs marked = shape_marked(marked_, style.face, fonts_, compositions_);
    text_.pending.insert(text_.pending.end(), marked.pending.begin(), marked.pending.end());
    if (marked.status == LookupStatus::Missing) return set_missing(cluster, style);
    if (marked.status == LookupStatus::Pending) return set_pending(cluster, style);
    cluster.advance = marked.advance * style.size;
    cluster.glyph_count = marked.glyphs.size();
    for (const ShapedGlyph& glyph : marked.glyphs) text_.glyphs.push_back({glyph.glyph, glyph.offset * style.size});
  }

  static void set_missing(Cluster& cluster, const TextStyle& style) {
    cluster.kind = ClusterKind::Missing;
    cluster.advance = kMissingAdvance * style.size;
  }

  static void set_pending(Cluster& cluster, const TextStyle& style) {
    cluster.kind = ClusterKind::Pending;
    cluster.advance = (is_cjk(cluster.base) ? 1 : kLatinGuess) * style.size;
  }

  // A character once, at its first place.
  void report(const Cluster& cluster, const TextSpan& span) {
    if (!reported_.insert(cluster.base).second) return;
    const std::string name = code_point_name(cluster.base);
    const std::string shown = text_.source.substr(cluster.begin, cluster.end - cluster.begin);
    Diagnostic& diagnostic = text_.diagnostics.emplace_back(
        is_control(cluster.base) ? make_diagnostic(Problem::ControlCharacter, {name})
                                 : make_diagnostic(Problem::MissingGlyph, {shown, name}));
    diagnostic.offset = span.source_offset + cluster.begin - text_.begins[cluster.item];
    diagnostic.length = cluster.end - cluster.begin;
  }

  const FontSet& fonts_;
  ShapedText& text_;
  Compositions compositions_;
  std::vector<char32_t> marked_;
  std::set<char32_t> reported_;
};

}  // namespace

ShapedText shape_text(const std::vector<Inline>& content, const FontSet& fonts) {
  ShapedText text;
  Shaper shaper(fonts, text);
  for (std::size_t i = 0; i < content.size(); ++i) {
    text.begins.push_back(text.source.size());
    if (const TextSpan* span = std::get_if<TextSpan>(&content[i])) {
      shaper.add_span(*span, i);
    } else if (const InlineBox* box = std::get_if<InlineBox>(&content[i])) {
      shaper.add_box(*box, i);
    }
  }
  sort_unique(text.pending);
  return text;
}

}  // namespace sixiang
