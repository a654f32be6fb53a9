// Formulas among text: baseline, spaces, lines, offsets.
#include <doctest/doctest.h>

#include <set>

#include "display/dump.h"
#include "label/label.h"
#include "support/golden.h"
#include "support/typed_pieces.h"

using namespace sixiang;

namespace {

constexpr float kEm = 100;

LabelStyle label_style(float width = 0) {
  LabelStyle style;
  style.text.face = testing::all_fonts().find_face("marker").value();
  style.text.size = kEm;
  style.paragraph.max_width = width * kEm;
  style.formula_color = {0xE8, 0x65, 0x5A, 255};
  return style;
}

TextLayout layout(std::string_view source, float width = 0) {
  return layout_label(source, label_style(width), testing::all_fonts());
}

float width(std::string_view source) { return layout(source).lines.at(0).width; }

std::vector<std::string> lines(std::string_view source, float max_width) {
  std::vector<std::string> result;
  for (const TextLine& line : layout(source, max_width).lines) {
    result.emplace_back(source.substr(line.begin, line.end - line.begin));
  }
  return result;
}

std::set<FaceIndex> faces_of(const DisplayList& items) {
  std::set<FaceIndex> faces;
  for (const Item& item : items) {
    if (const auto* group = std::get_if<Group>(&item)) faces.merge(faces_of(group->items));
    const auto* run = std::get_if<GlyphRun>(&item);
    for (const PositionedGlyph& each : run ? run->glyphs : std::vector<PositionedGlyph>()) {
      faces.insert(each.glyph.slice.face);
    }
  }
  return faces;
}

doctest::Approx about(float value) { return doctest::Approx(double(value)).epsilon(0.0001); }

}  // namespace

TEST_CASE("table of text: below the words that announce it, in the label's face") {
  const std::string table = "\\begin{tabular}{ll} 模型 & ResNet \\end{tabular}";
  CHECK(lines("各模型：" + table + "如上", 40) == std::vector<std::string>{"各模型：", table, "如上"});
  const std::set<FaceIndex> marker = {testing::all_fonts().find_face("marker").value()};
  CHECK(faces_of(layout(table).box.items) == marker);
}

TEST_CASE("a formula stands on the text's baseline") {
  const TextLayout result = layout("前向$x$");
  REQUIRE(result.box.items.size() == 2);
  const Group* formula = std::get_if<Group>(&result.box.items[1]);
  REQUIRE(formula);
  CHECK(formula->placement.offset.y == 0);
  CHECK(formula->placement.scale == 1);
}

TEST_CASE("an eighth of an em between Chinese and a formula, or the space that is typed there") {
  CHECK(width("前向$x$后") == about(300 + width("$x$") + 25));
  CHECK(width("a$x$") == about(width("a") + width("$x$")));
  CHECK(width("前向：$x$") == about(300 + width("$x$")));
  const float space = width("a b") - width("a") - width("b");
  CHECK(width("前向 $x$") == about(200 + space + width("$x$")));
}

TEST_CASE("a formula that does not fit moves on as one") {
  const std::vector<std::string> expected = {"前向过程", "$x_t = x_0$", "加噪"};
  INFO(width("$x_t = x_0$"));
  CHECK(lines("前向过程$x_t = x_0$加噪", 4.0f) == expected);
}

TEST_CASE("a formula wider than the line is broken or shrunk by math") {
  const char* source = "$x_t = \\sqrt{α}·x_0 + \\sqrt{1-α}·ε = y_t + z_t + w_t$";
  const float natural = width(source);
  const TextLayout narrow = layout(source, 0.6f * natural / kEm);
  CHECK(narrow.lines.size() == 1);
  CHECK(narrow.box.width <= 0.6f * natural + 0.1f);
  CHECK(narrow.diagnostics.empty());
}

TEST_CASE("a formula too wide in every way is reported once") {
  const TextLayout result = layout("前向$Wassersteindistance$", 1.5f);
  std::size_t overflows = 0;
  for (const Diagnostic& each : result.diagnostics) overflows += each.code == "overflow";
  CHECK(overflows == 1);
}

TEST_CASE("tall formulas keep clear of the lines beside them") {
  const std::string fraction = "$\\dfrac{a}{b}$";
  const TextLayout result = layout("生成" + fraction + "\n" + fraction + "\n模型");
  REQUIRE(result.lines.size() == 3);
  for (std::size_t i = 1; i < 3; ++i) {
    const TextLine& above = result.lines[i - 1];
    const TextLine& below = result.lines[i];
    const float reach = i == 1 ? above.descent + below.ascent : above.descent + 88;
    CHECK(below.baseline - above.baseline >= reach);
  }
}

TEST_CASE("lines and diagnostics count bytes of the label as typed") {
  const std::string source = "\\$5 前向$x$，\\$6 后\U00013000";
  const TextLayout result = layout(source, 3.2f);
  CHECK(result.lines.front().begin == 0);
  CHECK(result.lines.back().end == source.size());
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "missing-glyph");
  CHECK(source.substr(result.diagnostics[0].offset, result.diagnostics[0].length) == "\U00013000");
  const std::string bad = "前向 $x + \\unknowncommand$";
  const TextLayout with_error = layout(bad);
  REQUIRE(!with_error.diagnostics.empty());
  CHECK(with_error.diagnostics[0].offset == bad.find('\\'));
}

TEST_CASE("glyphs know what was typed for them, through escapes, formulas and marks drawn with a formula") {
  const auto pieces = [](std::string_view source, float max_width = 0) {
    return testing::typed_pieces(layout(source, max_width).box.items, source);
  };
  CHECK(pieces("价 \\$5") == "价|$|5|");
  CHECK(pieces("前$\\alpha_1$，后") == "前|\\alpha|1|，|后|");
  CHECK(pieces("é e\u0301") == "é|e\u0301|");
  const std::string broken = pieces("前 $$abcd = bcde + cdef$$。后", 5);
  CHECK(broken == "前|a|b|c|d|=|b|c|d|e|+|c|d|e|f|。|后|");
}

TEST_CASE("an unclosed dollar is shown as typed") {
  const TextLayout result = layout("前向 $x");
  REQUIRE(result.box.items.size() == 1);
  CHECK(std::get<GlyphRun>(result.box.items[0]).text == "前向 $x");
  CHECK(result.diagnostics.size() == 1);
}

TEST_CASE("an empty label is one empty line") {
  const TextLayout result = layout("");
  CHECK(result.lines.size() == 1);
  CHECK(result.box.items.empty());
  CHECK(result.box.ascent > 80);
}

TEST_CASE("the labels of the default poster, one line each") {
  for (const char* source :
       {"JS散度", "WGAN: Wasserstein-1", "模式崩溃 Mode Collapse", "3D: 渲染图判别器最易训练", "重参数化 $z = μ + σ⊙ε$",
        "信息瓶颈: 压缩vs保留", "KL项→压缩 重构项→保留", "ShapeVAE: 潜空间插值",
        "前向: $q(x_t|x_{t-1}) = N(√α_t·x_{t-1}, β_t·I)$", "反向: $L = E[‖ε - ε_θ(x_t,t)‖²]$", "DDPM采样T→1",
        "DDIM: 非马尔可夫 加速", "3D: 训练稳定 分数精确", "链式法则分解", "3D序列化: Z-order/Morton",
        "类比GPT: 3D token序列", "体素: 0/1 token"}) {
    const TextLayout result = layout(source);
    CHECK(result.lines.size() == 1);
    CHECK(result.diagnostics.empty());
    CHECK(result.pending.empty());
  }
}

TEST_CASE("a comma stays beside a formula that fills its line") {
  const std::string formula = "$x_t = a + b + c$";
  const std::vector<std::string> expected = {"前向", formula + "，", "加噪"};
  CHECK(lines("前向" + formula + "，加噪", width(formula) / kEm + 0.1f) == expected);
  CHECK(lines("前向" + formula + "，加噪", 0.9f * width(formula) / kEm) == expected);
}

TEST_CASE("a broken formula has its lines to itself and takes the marks after it along") {
  const std::string formula = "$x_t = a + b + c + d + e + f + g$";
  const std::vector<std::string> expected = {"前向", formula + "，", "加噪"};
  CHECK(lines("前向" + formula + "，加噪", 0.5f * width(formula) / kEm) == expected);
  CHECK(layout("前向" + formula + "，加噪", 0.5f * width(formula) / kEm).diagnostics.empty());
}

TEST_CASE("what was prepared once is set at every width as if for that width alone") {
  const std::string long_formula = "$x_t = a + b + c + d + e + f + g$";
  for (const std::string& source :
       {std::string("前向" + long_formula + "，加噪"), long_formula, std::string("扩散 $x$ 模型（Diffusion）前向 GAN"),
        std::string("a\nb\\$ \n$x_t$"), std::string("$x$ $y$")}) {
    CAPTURE(source);
    PreparedLabel prepared(source, label_style(), testing::all_fonts());
    for (const float max_width : {0.0f, 3.0f, 20.0f, 5.0f, 8.0f, 3.0f}) {
      CAPTURE(max_width);
      const LabelStyle style = label_style(max_width);
      const TextLayout once = layout_label(source, style, testing::all_fonts());
      const TextLayout again = prepared.set(style.paragraph);
      CHECK(dump(again.box) == dump(once.box));
      CHECK(again.diagnostics.size() == once.diagnostics.size());
      const TextLayout measured = prepared.measure(style.paragraph);
      CHECK(measured.box.items.empty());
      CHECK(measured.box.width == once.box.width);
      CHECK(measured.box.descent == once.box.descent);
      REQUIRE(measured.lines.size() == once.lines.size());
      for (std::size_t i = 0; i < once.lines.size(); ++i) CHECK(measured.lines[i].end == once.lines[i].end);
    }
  }
}

TEST_CASE("the lines that a label takes at least are never more than those that it takes") {
  for (const char* source : {"扩散模型（Diffusion）的前向过程逐步加噪，反向过程逐步去噪，直到得到一张清楚的图片。",
                             "words and     wide     spaces between them, and so on", "前向$x_t = a + b + c$加噪$y$"}) {
    CAPTURE(source);
    PreparedLabel prepared(source, label_style(), testing::all_fonts());
    for (const float max_width : {4.0f, 6.0f, 9.0f, 14.0f, 30.0f}) {
      const std::size_t taken = prepared.measure(label_style(max_width).paragraph).lines.size();
      const float least = prepared.least_lines(max_width * kEm);
      CHECK(least <= float(taken));
      CHECK(least >= 0.4f * float(taken) - 1);
    }
  }
}

TEST_CASE("a label of everything at four widths") {
  const std::string source =
      "扩散模型（Diffusion）前向: $q(x_t|x_{t-1})$，于是$x_t = x₀ + ε$；其中$ε∼N(0,I)$是高斯噪声，$T→∞$时趋于$p(x)$。"
      "GAN的最优判别器是$D*$，用Wasserstein-1距离$W(p,q)$，准确率95%（最重要）。";
  std::string actual;
  for (const float max_width : {24.0f, 16.0f, 10.0f, 6.5f}) {
    actual += "width " + std::to_string(int(max_width)) + "\n";
    for (const std::string& line : lines(source, max_width)) actual += "line " + line + "\n";
  }
  testing::check_text_golden("label/mixed-label.txt", actual);
}
