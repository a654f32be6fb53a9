// What is drawn where a document gives no colours.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <string>

#include "base/oklab.h"
#include "model/colors.h"
#include "model/words.h"
#include "support/random_poster.h"

using namespace sixiang;

namespace {

Color color(const char* text) { return parse_color(text).value(); }

Section filled(Color fill) {
  Section section;
  section.colors.fill = fill;
  return section;
}

Section headed(Color header) {
  Section section;
  section.colors.header = header;
  return section;
}

void check_near(Color found, const char* expected) {
  const Color wanted = color(expected);
  CAPTURE(to_hex(found));
  CHECK(std::abs(found.red - wanted.red) <= 3);
  CHECK(std::abs(found.green - wanted.green) <= 3);
  CHECK(std::abs(found.blue - wanted.blue) <= 3);
}

Poster on(Style style) {
  Poster poster;
  poster.style = style;
  return poster;
}

}  // namespace

TEST_CASE("header and accent follow from the body") {
  const Poster poster;
  struct Case {
    const char *fill, *header, *accent;
  };
  const Case cases[] = {{"#A8D8EA", "#5FB8D7", "#006079"},
                        {"#D5C6E0", "#B89ACD", "#6F3F8C"},
                        {"#B5E5CF", "#72C7A4", "#016C4D"},
                        {"#FFD5C2", "#EDA787", "#9D4614"}};
  for (const Case& each : cases) {
    CAPTURE(each.fill);
    const SectionPaint paint = section_paint(poster, filled(color(each.fill)));
    CHECK(paint.body == color(each.fill));
    check_near(paint.header, each.header);
    check_near(paint.accent, each.accent);
    CHECK(paint.outline == ink_color(poster));
  }
}

TEST_CASE("a body follows from the header: pale on a light page, dark on a dark one") {
  testing::Random random(11);
  for (int i = 0; i < 200; ++i) {
    Color header = testing::random_color(random);
    header.alpha = 255;
    CAPTURE(to_hex(header));
    const SectionPaint light = section_paint(on(Style::Cards), headed(header));
    CHECK(light.header == header);
    CHECK(to_oklab(light.body).lightness >= 0.91);
    CHECK(to_oklab(light.body).lightness <= 0.97);
    CHECK(to_oklab(light.body).chroma() <= 0.052);
    const SectionPaint dark = section_paint(on(Style::Dark), headed(header));
    CHECK(to_oklab(dark.body).lightness == doctest::Approx(0.275).epsilon(0.05));
    CHECK(to_oklab(dark.body).chroma() <= 0.05);
    CHECK(to_oklab(dark.outline).lightness >= 0.59);
  }
}

TEST_CASE("a strong fill on a light page gives its header and its pale body their hue") {
  for (const char* text : {"#E8655A", "#E07A5F", "#81B29A"}) {
    CAPTURE(text);
    const Color fill = color(text);
    for (const Style style : {Style::Marker, Style::Cards}) {
      const Poster poster = on(style);
      const SectionPaint paint = section_paint(poster, filled(fill));
      const Oklab given = to_oklab(fill), header = to_oklab(paint.header);
      CHECK(header.lightness == doctest::Approx(0.77).epsilon(0.01));
      CHECK(header.chroma() <= 0.118);
      CHECK(std::atan2(header.b, header.a) == doctest::Approx(std::atan2(given.b, given.a)).epsilon(0.05));
      CHECK(contrast(ink_color(poster), paint.header) >= 4.5f);
      CHECK(body_color(poster, filled(fill)) == paint.body);
      CHECK(header_color(poster, filled(fill)) == paint.header);
      CHECK(to_oklab(paint.body).lightness > 0.91);
    }
    CHECK(body_color(on(Style::Dark), filled(fill)) == fill);
    Section both = filled(fill);
    both.colors.header = color("#222222");
    CHECK(body_color({}, both) == fill);
  }
  CHECK(body_color({}, filled(color("#E9A39B"))) == color("#E9A39B"));
  // One that only white can be read on stays the header.
  CHECK(header_color({}, filled(color("#3D405B"))) == color("#3D405B"));
  CHECK(to_oklab(body_color({}, filled(color("#3D405B")))).lightness > 0.91);
}

TEST_CASE("bodies are pale where the palette says so: headers have the fills, stronger above and as they are beside") {
  Poster poster;
  poster.palette.bodies = BodyTone::Pale;
  for (const char* text : {"#A8D8EA", "#D5C6E0", "#B5E5CF", "#FFD5C2", "#F2CC8F"}) {
    CAPTURE(text);
    Section section = filled(color(text));
    const SectionPaint above = section_paint(poster, section);
    CHECK(to_oklab(above.body).lightness >= 0.915);
    CHECK(to_oklab(above.header).lightness < 0.86);
    CHECK(to_oklab(above.header).chroma() > to_oklab(color(text)).chroma());
    CHECK(contrast(above.accent, above.body) >= 4.5f);
    CHECK(contrast(ink_color(poster), above.header) >= 4.5f);
    section.header = HeaderKind::Side;
    CHECK(header_color(poster, section) == color(text));
    CHECK(body_color(poster, section) == above.body);
    // Without a header there is nothing else to have the colour; nor is what the document says of it changed.
    section.header = HeaderKind::None;
    CHECK(body_color(poster, section) == color(text));
    section.header = HeaderKind::Strip;
    section.colors.header = color("#BBBBBB");
    CHECK(body_color(poster, section) == color(text));
    CHECK(section_paint({}, filled(color(text))).body == color(text));
  }
}

TEST_CASE("a bar keeps a strong fill that its text can be read on") {
  Section bar = filled(color("#3D405B"));
  for (const SectionPlace place : {SectionPlace::Top, SectionPlace::Bottom}) {
    bar.place = place;
    for (const HeaderKind header : {HeaderKind::None, HeaderKind::Side}) {
      bar.header = header;
      CHECK(body_color({}, bar) == bar.colors.fill);
      CHECK(section_paint({}, bar).body == bar.colors.fill);
    }
    bar.header = HeaderKind::Strip;
    CHECK(body_color({}, bar) != bar.colors.fill);
  }
  bar.header = HeaderKind::None;
  for (const SectionPlace place : {SectionPlace::Flow, SectionPlace::Left, SectionPlace::Right}) {
    bar.place = place;
    CHECK(body_color({}, bar) != bar.colors.fill);
  }
  bar.place = SectionPlace::Bottom;
  bar.colors.fill = color("#7A8B3F");  // 3.8 to 1, in ink as in white
  CHECK(body_color({}, bar) != bar.colors.fill);
  testing::Random random(13);
  for (int i = 0; i < 500; ++i) {
    bar.colors.fill = testing::random_color(random);
    bar.colors.fill->alpha = 255;
    CAPTURE(to_hex(*bar.colors.fill));
    const Color body = body_color({}, bar);
    CHECK(contrast(ink_on({}, body), body) >= 4.5f);
  }
}

TEST_CASE("accents can be read on every body, on every page") {
  testing::Random random(12);
  for (int i = 0; i < 1000; ++i) {
    Color given = testing::random_color(random);
    given.alpha = 255;
    CAPTURE(to_hex(given));
    for (const Style style : {Style::Marker, Style::Dark}) {
      for (const Section& section : {filled(given), headed(given), Section{}}) {
        const SectionPaint paint = section_paint(on(style), section);
        CHECK(contrast(paint.accent, paint.body) >= 4.5f);
      }
    }
  }
}

TEST_CASE("what is given is drawn") {
  Section section;
  section.colors = {color("#111111"), color("#222222"), color("#333333"), color("#444444"), {}};
  for (const Style style : {Style::Marker, Style::Cards, Style::Dark}) {
    const SectionPaint paint = section_paint(on(style), section);
    CHECK(paint.body == color("#111111"));
    CHECK(paint.header == color("#222222"));
    CHECK(paint.accent == color("#333333"));
    CHECK(paint.outline == color("#444444"));
  }
}

TEST_CASE("every style has colours that can be read") {
  for (const Style style : {Style::Marker, Style::Cards, Style::Dark}) {
    const Poster poster = on(style);
    CAPTURE(word_of(style).json);
    CHECK(contrast(ink_color(poster), background_color(poster)) > 7);
    CHECK(contrast(ink_color(poster), card_color(poster)) > 7);
    // The marker's coral is for large formulas.
    CHECK(contrast(key_formula_color(poster), card_color(poster)) > (style == Style::Marker ? 3.0f : 4.5f));
  }
  CHECK(to_hex(background_color({})) == "#F5F0E8");
  CHECK(to_hex(card_color({})) == "#FFFDF8");
}

TEST_CASE("a link has the header's colour of the section that it leaves, also of one within another") {
  Poster poster;
  poster.sections.resize(1);
  poster.sections[0].id = "a";
  poster.sections[0].sections = {headed(color("#123456"))};
  poster.sections[0].sections[0].id = "b";
  Link link;
  link.from = "b";
  CHECK(link_color(poster, link) == color("#123456"));
  link.color = color("#654321");
  CHECK(link_color(poster, link) == color("#654321"));
}

TEST_CASE("a section without a hue of its own takes its header's, else that of the section around it") {
  Poster poster;
  Section& outer = poster.sections.emplace_back();
  outer.id = "outer";
  outer.colors.fill = color("#B5E5CF");
  Section& inner = outer.sections.emplace_back();
  inner.id = "inner";
  inner.colors.fill = color("#FFFFFF");
  const Color white{255, 255, 255, 255};
  const Oklab around = to_oklab(accent_color(poster, outer)), own = to_oklab(accent_color(poster, inner));
  CHECK(own.chroma() > 0.1);
  CHECK(own.a * around.a + own.b * around.b > 0.95 * own.chroma() * around.chroma());
  CHECK(contrast(accent_color(poster, inner), white) >= 4.5f);
  inner.colors.header = color("#A8D8EA");
  const Oklab header = to_oklab(*inner.colors.header), headed = to_oklab(accent_color(poster, inner));
  CHECK(headed.a * header.a + headed.b * header.b > 0.95 * headed.chroma() * header.chroma());
}

TEST_CASE("what has no colour on a dark page is quiet: a panel of the cards' colour with a pale outline") {
  const Poster poster = on(Style::Dark);
  const SectionPaint paint = section_paint(poster, {});
  CHECK(paint.body == card_color(poster));
  CHECK(paint.header == card_color(poster));
  CHECK(contrast(paint.outline, paint.body) >= 3);
  CHECK(contrast(paint.accent, paint.body) >= 4.5f);
}

TEST_CASE("a stronger tone of a pale fill has its hue; what is not pale is its own") {
  for (const char* text : {"#A8D8EA", "#D5C6E0", "#B5E5CF", "#FFD5C2"}) {
    CAPTURE(text);
    const Oklab given = to_oklab(color(text)), tone = to_oklab(stronger_tone(color(text)));
    CHECK(tone.lightness < given.lightness);
    CHECK(tone.chroma() > given.chroma());
    CHECK(std::atan2(tone.b, tone.a) == doctest::Approx(std::atan2(given.b, given.a)).epsilon(0.05));
  }
  CHECK(stronger_tone(color("#E0634F")) == color("#E0634F"));
}
