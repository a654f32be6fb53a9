#include <algorithm>
#include <cstdio>

#include "base/utf8.h"
#include "text/cluster.h"

namespace sixiang {

namespace {

constexpr float kMissingAdvance = 0.8f;  // em
constexpr float kTabAdvance = 1;         // em

class Shaper {
 public:
  Shaper(const FontSet& fonts, ShapedText& text) : fonts_(fonts), text_(text) {}

  void add_span(const TextSpan& span, std::size_t item) {
    const std::size_t start = text_.source.size();
    const std::vector<CodePoint> characters = decode_utf8(span.text);
    for (std::size_t i = 0; i < characters.size(); ++i) {
      const CodePoint& character = characters[i];
      const bool carriage_return =
          character.value == '\r' && i + 1 < characters.size() && characters[i + 1].value == '\n';
      Cluster& cluster = text_.clusters.emplace_back();
      cluster.base = character.value;
      cluster.item = item;
      cluster.begin = start + character.offset;
      cluster.end = cluster.begin + character.length;
      cluster.first_code_point = text_.code_points.size();
      cluster.code_point_count = 1;
      cluster.first_glyph = text_.glyphs.size();
      text_.code_points.push_back(character.value);
      if (carriage_return) {
        cluster.kind = ClusterKind::Invisible;
      } else {
        shape(cluster, span, character);
      }
    }
    text_.source += span.text;
  }

  void add_box(const InlineBox& box, std::size_t item) {
    Cluster& cluster = text_.clusters.emplace_back();
    cluster.kind = ClusterKind::Box;
    cluster.character_class = CharacterClass::Latin;
    cluster.item = item;
    cluster.begin = text_.source.size();
    cluster.end = cluster.begin + box.source.size();
    cluster.first_code_point = text_.code_points.size();
    cluster.code_point_count = 1;
    cluster.first_glyph = text_.glyphs.size();
    cluster.advance = box.box.width;
    text_.code_points.push_back(U'A');
    text_.source += box.source;
  }

 private:
  void shape(Cluster& cluster, const TextSpan& span, const CodePoint& character) {
    const char32_t c = character.value;
    if (is_line_end(c)) {
      cluster.kind = ClusterKind::LineEnd;
      return;
    }
    if (is_invisible(c)) {
      cluster.kind = ClusterKind::Invisible;
      return;
    }
    cluster.character_class = character_class(c);
    if (c == '\t') {
      cluster.kind = ClusterKind::Space;
      cluster.advance = kTabAdvance * span.style.size;
      return;
    }
    if (is_control(c)) {
      report(span, character, "control-character");
      set_missing(cluster, span);
      return;
    }
    const GlyphLookup found = fonts_.lookup(span.style.face, c);
    if (found.status == LookupStatus::Missing) {
      report(span, character, "missing-glyph");
      set_missing(cluster, span);
    } else if (found.status == LookupStatus::Pending) {
      text_.pending.push_back(found.glyph.slice);
      cluster.kind = ClusterKind::Pending;
      cluster.advance = (is_cjk(c) ? 1 : 0.5f) * span.style.size;
    } else {
      cluster.kind = is_breaking_space(c) ? ClusterKind::Space : ClusterKind::Glyphs;
      cluster.advance = fonts_.advance(found.glyph) * span.style.size;
      text_.glyphs.push_back({found.glyph, {}});
      cluster.glyph_count = 1;
    }
  }

  static void set_missing(Cluster& cluster, const TextSpan& span) {
    cluster.kind = ClusterKind::Missing;
    cluster.advance = kMissingAdvance * span.style.size;
  }

  void report(const TextSpan& span, const CodePoint& character, const char* code) {
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", unsigned(character.value));
    Diagnostic& diagnostic = text_.diagnostics.emplace_back();
    diagnostic.offset = span.source_offset + character.offset;
    diagnostic.length = character.length;
    diagnostic.code = code;
    if (is_control(character.value)) {
      diagnostic.message = {std::string("the text contains the control character ") + name,
                            std::string("文字中有控制字符 ") + name};
      return;
    }
    std::string shown;
    append_utf8(shown, character.value);
    diagnostic.message = {"no font has the character “" + shown + "” (" + name + ")",
                          "没有字体包含字符「" + shown + "」（" + name + "）"};
  }

  const FontSet& fonts_;
  ShapedText& text_;
};

}  // namespace

ShapedText shape_text(const std::vector<Inline>& content, const FontSet& fonts) {
  ShapedText text;
  Shaper shaper(fonts, text);
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (const TextSpan* span = std::get_if<TextSpan>(&content[i])) shaper.add_span(*span, i);
    if (const InlineBox* box = std::get_if<InlineBox>(&content[i])) shaper.add_box(*box, i);
  }
  std::sort(text.pending.begin(), text.pending.end());
  text.pending.erase(std::unique(text.pending.begin(), text.pending.end()), text.pending.end());
  return text;
}

}  // namespace sixiang
