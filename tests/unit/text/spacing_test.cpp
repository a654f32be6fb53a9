// What stands between characters: squeezed punctuation, the eighth of an em, kerning. Lengths in hundredths of an em.
#include <doctest/doctest.h>

#include "support/golden.h"
#include "unit/text/paragraphs.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

float width_of(std::string_view text, CjkLatinSpacing spacing = CjkLatinSpacing::EighthEm) {
  ParagraphCase one_line;
  one_line.text = text;
  one_line.spacing = spacing;
  return layout_case(one_line).lines.front().width;
}

doctest::Approx about(float value) { return doctest::Approx(double(value)).epsilon(0.0001); }

}  // namespace

TEST_CASE("a mark alone between Chinese characters has its whole em") {
  CHECK(width_of("加，噪") == about(300));
  CHECK(width_of("加（噪") == about(300));
  CHECK(width_of("加·噪") < 260);  // the middle dot is proportional in the marker face
}

TEST_CASE("where two marks meet they share one em and a half") {
  CHECK(width_of("加」，噪") == about(350));
  CHECK(width_of("加。」噪") == about(350));
  CHECK(width_of("加（「噪") == about(350));
  CHECK(width_of("加）（噪") == about(350));
  CHECK(width_of("加：「噪") == about(350));
  CHECK(width_of("加）。」噪") == about(400));
  CHECK(width_of("加（）噪") == about(400));  // nothing between an opening and a closing mark is blank
}

TEST_CASE("marks at the ends of a line lose their blank half") {
  CHECK(width_of("「加噪") == about(250));
  CHECK(width_of("加噪。") == about(250));
  CHECK(width_of("「加噪」") == about(300));
  const TextLayout layout = layout_line("「加噪」");
  CHECK(glyphs_of(layout.box.items)[0].origin.x == about(-50));
  CHECK(glyphs_of(layout.box.items)[1].origin.x == about(50));
}

TEST_CASE("a mark that fills more than half of its em keeps what it needs") {
  const FontSet& fonts = all_fonts();
  const float ink = 100 * fonts.glyph_bounds(fonts.lookup(0, U'？').glyph).right();
  REQUIRE(ink > 46);
  const float width = width_of("真？");
  CHECK(width > 100 + ink + 5);
  CHECK(width < 165);
}

TEST_CASE("an eighth of an em between Chinese and Latin, digits and formulas") {
  const float gan = width_of("GAN");
  CHECK(width_of("加GAN噪") == about(200 + gan + 25));
  CHECK(width_of("加GAN噪", CjkLatinSpacing::None) == about(200 + gan));
  CHECK(width_of("加3噪") == about(200 + width_of("3") + 25));
  CHECK(width_of("加α噪") == about(200 + width_of("α") + 25));
  CHECK(width_of("加⟦2⟧噪") == about(400 + 25));
  CHECK(width_of("加⟦2⟧噪", CjkLatinSpacing::None) == about(400));
}

TEST_CASE("signs that belong to a number or name count as Latin") {
  CHECK(width_of("加95%噪") == about(200 + width_of("95%") + 25));
  CHECK(width_of("加C++噪") == about(200 + width_of("C++") + 25));
  CHECK(width_of("加#1噪") == about(200 + width_of("#1") + 25));
  CHECK(width_of("加→噪") == about(200 + width_of("→")));
  CHECK(width_of("加%噪") == about(200 + width_of("%")));
}

TEST_CASE("full-width signs have blank of their own and get no gap") {
  CHECK(width_of("￥100") == about(100 + width_of("100")));
  CHECK(width_of("95％的") == about(width_of("95") + 200));
  CHECK(width_of("3＋4") == about(width_of("3") + 100 + width_of("4")));
}

TEST_CASE("the gap does not depend on where a style begins") {
  TextSpan bold{"GAN", text_style(), 0};
  bold.style.color = {200, 0, 0, 255};
  bold.style.embolden_em = 0.02f;
  const TextSpan before{"加", text_style(), 0}, after{"噪", text_style(), 0};
  CHECK(layout_text({before, bold, after}, {}, all_fonts()).lines.front().width == about(width_of("加GAN噪")));
}

TEST_CASE("a typed space between Chinese and Latin is as wide as the gap") {
  const float space = width_of("a b") - width_of("a") - width_of("b");
  CHECK(width_of("加 GAN 噪") == about(width_of("加GAN噪")));
  CHECK(width_of("加 ⟦2⟧ 噪") == about(400 + 2 * space));
  CHECK(width_of("加 GAN 噪", CjkLatinSpacing::None) == about(200 + width_of("GAN") + 2 * space));
  CHECK(width_of("加  GAN") == about(100 + width_of("GAN") + 2 * space));
  CHECK(width_of("加 噪") == about(200 + space));
}

TEST_CASE("punctuation needs no gap") {
  CHECK(width_of("GAN，噪") == about(width_of("GAN") + 200));
  CHECK(width_of("加（GAN）噪") == about(400 + width_of("GAN")));
  CHECK(width_of("⟦2⟧，噪") == about(400));
}

TEST_CASE("no gap at a line's start or end") {
  ParagraphCase two_lines;
  two_lines.text = "加噪GAN";
  two_lines.width = 2.5f;
  const TextLayout layout = layout_case(two_lines);
  REQUIRE(layout.lines.size() == 2);
  CHECK(layout.lines[0].width == about(200));
  CHECK(layout.lines[1].width == about(width_of("GAN")));
}

TEST_CASE("Latin is kerned where the face says so") {
  TextSpan span{"AV", text_style(), 0};
  span.style.face = all_fonts().find_face("math").value();
  const TextLayout layout = layout_text({span}, {}, all_fonts());
  const std::vector<PositionedGlyph> glyphs = glyphs_of(layout.box.items);
  REQUIRE(glyphs.size() == 2);
  const float kerning = all_fonts().kerning(glyphs[0].glyph, glyphs[1].glyph);
  const float advances = all_fonts().advance(glyphs[0].glyph) + all_fonts().advance(glyphs[1].glyph);
  CHECK(layout.lines.front().width == about((advances + kerning) * kEm));
}
