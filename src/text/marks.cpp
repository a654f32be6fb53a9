#include "text/marks.h"

#include <algorithm>
#include <utility>

#include "base/decompose.h"

namespace sixiang {

namespace {

constexpr float kMarkGap = 0.06f;  // em, between the letter's ink and the mark's

enum class MarkPlace : std::uint8_t { Above, Below, Attached, Over };

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// After the canonical combining classes of UnicodeData.txt: 220 below, 202 attached below, 1 overlay, else above.
MarkPlace place_of(char32_t mark) {
  if (mark == 0x327 || mark == 0x328 || mark == 0x321 || mark == 0x322) return MarkPlace::Attached;
  if (within(mark, 0x334, 0x338) || within(mark, 0x20D2, 0x20D3) || within(mark, 0x20D8, 0x20DA) ||
      within(mark, 0x20DD, 0x20E0) || within(mark, 0x20E2, 0x20E6) || within(mark, 0x20EA, 0x20EB)) {
    return MarkPlace::Over;
  }
  const bool below = within(mark, 0x316, 0x319) || within(mark, 0x31C, 0x320) || within(mark, 0x323, 0x326) ||
                     within(mark, 0x329, 0x333) || within(mark, 0x339, 0x33C) || within(mark, 0x347, 0x349) ||
                     within(mark, 0x34D, 0x34E) || within(mark, 0x353, 0x356) || within(mark, 0x359, 0x35A) ||
                     mark == 0x35C || mark == 0x35F || mark == 0x362 || mark == 0x20E8 || within(mark, 0x20EC, 0x20EF);
  return below ? MarkPlace::Below : MarkPlace::Above;
}

char32_t dotless(char32_t base) { return base == U'i' ? U'ı' : base == U'j' ? U'ȷ' : base; }

// One letter with as many of its marks composed as there is a letter for.
struct Spelling {
  char32_t base = 0;
  std::vector<char32_t> marks;
};

Spelling decomposed(const std::vector<char32_t>& characters) {
  Spelling spelling;
  for (const char32_t c : characters) {
    for (const char32_t part : canonical_decomposition(c)) {
      if (spelling.base == 0) {
        spelling.base = part;
      } else {
        spelling.marks.push_back(part);
      }
    }
  }
  return spelling;
}

Spelling recomposed(Spelling spelling, Compositions& compositions) {
  std::size_t used = 0;
  for (; used < spelling.marks.size(); ++used) {
    const char32_t composed = compositions.composed(spelling.base, spelling.marks[used]);
    if (composed == 0) break;
    spelling.base = composed;
  }
  spelling.marks.erase(spelling.marks.begin(), spelling.marks.begin() + std::ptrdiff_t(used));
  return spelling;
}

// The middle of the mark's ink over the middle of the letter's; marks on one side stack away from the letter.
class MarkStack {
 public:
  explicit MarkStack(const Rect& base_ink) : ink_(base_ink) {}

  Point offset(char32_t mark, const Rect& mark_ink) {
    const float x = ink_.center().x - mark_ink.center().x;
    const float top = ink_.top(), bottom = ink_.bottom();
    switch (place_of(mark)) {
      case MarkPlace::Above:
        ink_ = rect_from_edges(ink_.left(), top - kMarkGap - mark_ink.height, ink_.right(), bottom);
        return {x, top - kMarkGap - mark_ink.bottom()};
      case MarkPlace::Below:
        ink_ = rect_from_edges(ink_.left(), top, ink_.right(), bottom + kMarkGap + mark_ink.height);
        return {x, bottom + kMarkGap - mark_ink.top()};
      case MarkPlace::Attached:
        ink_ = rect_from_edges(ink_.left(), top, ink_.right(), bottom + mark_ink.height);
        return {x, bottom - mark_ink.top()};
      case MarkPlace::Over:
        break;
    }
    return {x, ink_.center().y - mark_ink.center().y};
  }

 private:
  Rect ink_;
};

class MarkShaper {
 public:
  MarkShaper(FaceIndex face, const FontSet& fonts) : face_(face), fonts_(fonts) {}

  // All of it in the wanted face, so that the letter keeps the look of its neighbours.
  bool in_face(const Spelling& spelling) const {
    const GlyphLookup base = fonts_.lookup(face_, spelling.base);
    return base.status != LookupStatus::Missing && base.glyph.slice.face == face_ && has_marks(spelling);
  }

  bool anywhere(const Spelling& spelling) const {
    return fonts_.lookup(face_, spelling.base).status != LookupStatus::Missing && has_marks(spelling);
  }

  MarkedGlyphs shape(const Spelling& spelling) const {
    MarkedGlyphs result;
    const GlyphLookup base = base_glyph(spelling);
    result.status = base.status;
    if (base.status == LookupStatus::Pending) result.pending.push_back(base.glyph.slice);
    const FaceIndex face = base.glyph.slice.face;
    for (const char32_t mark : spelling.marks) {
      const GlyphLookup found = fonts_.lookup(face, mark);
      if (found.status != LookupStatus::Pending) continue;
      result.pending.push_back(found.glyph.slice);
      result.status = LookupStatus::Pending;
    }
    if (result.status != LookupStatus::Found) return result;
    result.glyphs.push_back({base.glyph, {}});
    result.advance = fonts_.advance(base.glyph);
    add_marks(spelling, face, result);
    return result;
  }

 private:
  bool has_marks(const Spelling& spelling) const {
    return std::all_of(spelling.marks.begin(), spelling.marks.end(),
                       [this](char32_t mark) { return fonts_.lookup(face_, mark).status != LookupStatus::Missing; });
  }

  GlyphLookup base_glyph(const Spelling& spelling) const {
    const GlyphLookup base = fonts_.lookup(face_, spelling.base);
    const char32_t plain = dotless(spelling.base);
    const bool crowned = std::any_of(spelling.marks.begin(), spelling.marks.end(),
                                     [](char32_t mark) { return place_of(mark) == MarkPlace::Above; });
    if (plain == spelling.base || !crowned) return base;
    const GlyphLookup without_dot = fonts_.lookup(face_, plain);
    const bool same_face = without_dot.glyph.slice.face == base.glyph.slice.face;
    return without_dot.status != LookupStatus::Missing && same_face ? without_dot : base;
  }

  void add_marks(const Spelling& spelling, FaceIndex face, MarkedGlyphs& result) const {
    Rect ink = fonts_.glyph_bounds(result.glyphs.front().glyph);
    if (ink.empty()) ink = {0, -fonts_.x_height(face), result.advance, fonts_.x_height(face)};
    MarkStack stack(ink);
    for (const char32_t mark : spelling.marks) {
      const GlyphLookup found = fonts_.lookup(face, mark);
      if (found.status != LookupStatus::Found) continue;
      const Rect mark_ink = fonts_.glyph_bounds(found.glyph);
      result.glyphs.push_back({found.glyph, stack.offset(mark, mark_ink)});
      if (place_of(mark) == MarkPlace::Over) widen(mark_ink.width + 2 * kMarkGap, result);
    }
  }

  // A frame around the letter (a keycap, a circle) keeps clear of the neighbours.
  static void widen(float advance, MarkedGlyphs& result) {
    const float more = advance - result.advance;
    if (more <= 0) return;
    for (ShapedGlyph& glyph : result.glyphs) glyph.offset.x += more / 2;
    result.advance = advance;
  }

  FaceIndex face_;
  const FontSet& fonts_;
};

}  // namespace

void Compositions::make_table() {
  // Letters with two marks build on those with one, and so on: shorter decompositions first.
  for (std::size_t count = 2; count <= 4; ++count) {
    std::vector<Entry> longer;
    for (const auto& [first, last] : {std::pair(0xC0, 0x24F), std::pair(0x370, 0x3FF), std::pair(0x1E00, 0x1FFF)}) {
      for (int c = first; c <= last; ++c) {
        const Decomposition parts = canonical_decomposition(char32_t(c));
        if (parts.count != count) continue;
        char32_t base = parts.parts[0];
        for (std::size_t i = 1; i + 1 < count && base != 0; ++i) base = find(base, parts.parts[i]);
        if (base != 0) longer.push_back({base, parts.parts[count - 1], char32_t(c)});
      }
    }
    entries_.insert(entries_.end(), longer.begin(), longer.end());
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return a.base != b.base ? a.base < b.base : a.mark < b.mark;
    });
  }
}

char32_t Compositions::find(char32_t base, char32_t mark) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), mark, [base](const Entry& entry, char32_t m) {
    return entry.base != base ? entry.base < base : entry.mark < m;
  });
  return found != entries_.end() && found->base == base && found->mark == mark ? found->composed : 0;
}

char32_t Compositions::composed(char32_t base, char32_t mark) {
  if (entries_.empty()) make_table();
  return find(base, mark);
}

MarkedGlyphs shape_marked(const std::vector<char32_t>& characters, FaceIndex face, const FontSet& fonts,
                          Compositions& compositions) {
  const MarkShaper shaper(face, fonts);
  const Spelling apart = decomposed(characters);
  const Spelling together = recomposed(apart, compositions);
  if (shaper.in_face(together)) return shaper.shape(together);
  if (shaper.in_face(apart)) return shaper.shape(apart);
  if (shaper.anywhere(together)) return shaper.shape(together);
  return shaper.shape(apart);
}

}  // namespace sixiang
