// Lines as boxes: metrics, pitch, alignment, runs.
#include <doctest/doctest.h>

#include "support/golden.h"
#include "unit/text/paragraphs.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

TextSpan span(std::string text, float size = kEm) {
  TextSpan result{std::move(text), text_style(), 0};
  result.style.size = size;
  return result;
}

InlineBox tall_box(float ascent, float descent) {
  Box box;
  box.width = 100;
  box.ascent = ascent;
  box.descent = descent;
  return {box, "x", 0};
}

ParagraphStyle narrow(float width, TextAlign align = TextAlign::Left) {
  ParagraphStyle style;
  style.max_width = width;
  style.align = align;
  return style;
}

}  // namespace

TEST_CASE("a line has the metrics of its style's face") {
  const TextLayout layout = layout_line("加噪");
  const FaceIndex face = text_style().face;
  CHECK(layout.box.ascent == doctest::Approx(double(all_fonts().ascent(face) * kEm)));
  CHECK(layout.box.descent == doctest::Approx(double(all_fonts().descent(face) * kEm)));
  CHECK(layout.box.width == doctest::Approx(200));
}

TEST_CASE("lines of text stand line_height apart") {
  ParagraphStyle style = narrow(200);
  style.line_height = 1.5f;
  const TextLayout layout = layout_text({span("生成模型推导")}, style, all_fonts());
  REQUIRE(layout.lines.size() == 3);
  CHECK(layout.lines[1].baseline == doctest::Approx(150));
  CHECK(layout.lines[2].baseline == doctest::Approx(300));
  CHECK(layout.box.descent == doctest::Approx(300.0 + double(layout.lines[2].descent)));
}

TEST_CASE("a tall box never touches the lines beside it") {
  const TextLayout layout = layout_text({span("加噪"), tall_box(200, 150), span("加噪")}, narrow(200), all_fonts());
  REQUIRE(layout.lines.size() == 3);
  CHECK(layout.lines[1].ascent == doctest::Approx(200));
  CHECK(layout.lines[1].baseline - layout.lines[0].baseline > 200 + 22);
  CHECK(layout.lines[2].baseline - layout.lines[1].baseline > 150 + 88);
  CHECK(layout.lines[2].baseline - layout.lines[1].baseline < 150 + 88 + 20);
}

TEST_CASE("a small box does not push lines apart") {
  const TextLayout layout = layout_text({span("加噪"), tall_box(70, 20), span("加噪")}, narrow(200), all_fonts());
  REQUIRE(layout.lines.size() == 3);
  CHECK(layout.lines[1].baseline == doctest::Approx(130));
}

TEST_CASE("lines are aligned in max_width, or in the widest line") {
  const std::vector<Inline> content = {span("生成模型推")};
  const TextLayout centered = layout_text(content, narrow(450, TextAlign::Center), all_fonts());
  REQUIRE(centered.lines.size() == 2);
  CHECK(centered.box.width == 450);
  const TextLine& last = centered.lines[1];
  CHECK(last.left == doctest::Approx(double((450 - last.width) / 2)));
  const TextLayout right = layout_text(content, narrow(450, TextAlign::Right), all_fonts());
  CHECK(right.lines[0].left == doctest::Approx(double(450 - right.lines[0].width)));
  CHECK(layout_text(content, narrow(450), all_fonts()).box.width < 450);

  ParagraphStyle endless = narrow(0, TextAlign::Center);
  const TextLayout in_widest = layout_text({span("生成\n生成模型")}, endless, all_fonts());
  CHECK(in_widest.box.width == doctest::Approx(400));
  CHECK(in_widest.lines[0].left == doctest::Approx(100));
}

TEST_CASE("a trailing mark does not shift a centred line") {
  const TextLayout layout = layout_text({span("生成。")}, narrow(400, TextAlign::Center), all_fonts());
  CHECK(layout.lines[0].left == doctest::Approx(75));
}

TEST_CASE("one run a style and line") {
  TextSpan red = span("成");
  red.style.color = {255, 0, 0, 255};
  const TextLayout layout = layout_text({span("生"), span("物"), red, span("模型")}, narrow(300), all_fonts());
  REQUIRE(layout.box.items.size() == 3);
  CHECK(std::get<GlyphRun>(layout.box.items[0]).text == "生物");
  CHECK(std::get<GlyphRun>(layout.box.items[1]).text == "成");
  CHECK(std::get<GlyphRun>(layout.box.items[2]).text == "模型");
}

TEST_CASE("synthetic bold is part of the run and takes no room") {
  TextSpan bold = span("生成");
  bold.style.embolden_em = 0.02f;
  const TextLayout layout = layout_text({bold}, {}, all_fonts());
  CHECK(std::get<GlyphRun>(layout.box.items[0]).embolden == doctest::Approx(2));
  CHECK(layout.box.width == doctest::Approx(200));
}

TEST_CASE("what is too wide is reported with its place") {
  const TextLayout wide_box =
      layout_text({span("加"), InlineBox{tall_box(80, 10).box, "xyz", 7}}, narrow(90), all_fonts());
  REQUIRE(wide_box.diagnostics.size() == 2);
  CHECK(wide_box.diagnostics[0].code == "overflow");
  CHECK(wide_box.diagnostics[0].offset == 0);
  CHECK(wide_box.diagnostics[0].length == 3);
  CHECK(wide_box.diagnostics[1].offset == 7);
  CHECK(wide_box.diagnostics[1].length == 3);
  ParagraphStyle unbroken = narrow(150);
  unbroken.breaking = LineBreaking::None;
  CHECK(layout_text({span("加噪")}, unbroken, all_fonts()).diagnostics.size() == 1);
  CHECK(layout_text({span("加噪")}, narrow(200), all_fonts()).diagnostics.empty());
}

TEST_CASE("nothing is one empty line") {
  const TextLayout nothing = layout_text({}, {}, all_fonts());
  REQUIRE(nothing.lines.size() == 1);
  CHECK(nothing.box.items.empty());
  const TextLayout empty = layout_text({span("")}, narrow(100, TextAlign::Center), all_fonts());
  REQUIRE(empty.lines.size() == 1);
  CHECK(empty.lines[0].width == 0);
  CHECK(empty.box.ascent > 80);
  CHECK(layout_text({span("加\n\n噪")}, {}, all_fonts()).lines[1].ascent > 80);
  CHECK(layout_text({span("  ")}, narrow(10), all_fonts()).lines.size() == 1);
}

TEST_CASE("who tries widths hears where a word or a number with its unit is split") {
  CHECK_FALSE(layout_text({span("训练 48 小时")}, narrow(450), all_fonts()).splits_word);
  CHECK(layout_text({span("训练 48 小时")}, narrow(210), all_fonts()).splits_word);
  CHECK_FALSE(layout_text({span("训练 model")}, narrow(350), all_fonts()).splits_word);
  CHECK(layout_text({span("训练 model")}, narrow(200), all_fonts()).splits_word);
}

TEST_CASE("a box with lines of its own has nothing beside it") {
  InlineBox box = tall_box(80, 10);
  box.flow = BoxFlow::OwnLines;
  const TextLayout layout = layout_text({span("生成（"), box, span(" 模型")}, narrow(900), all_fonts());
  REQUIRE(layout.lines.size() == 3);
  CHECK(layout.lines[0].end == 6);
  CHECK(layout.lines[1].end == 11);
  CHECK(layout_text({box, span("\n模型")}, narrow(900), all_fonts()).lines.size() == 2);
  CHECK(layout_text({box}, narrow(900), all_fonts()).lines.size() == 1);
}
