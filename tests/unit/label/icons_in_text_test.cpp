// Icons among text: what reads as one, how it stands in a line, where lines end beside it.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "display/dump.h"
#include "label/label.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

constexpr float kEm = 100;

LabelStyle label_style(float width = 0) {
  LabelStyle style;
  style.text.face = testing::all_fonts().find_face("marker").value_or(0);
  style.text.size = kEm;
  style.text.color = {0x2B, 0x29, 0x33, 255};
  style.paragraph.max_width = width * kEm;
  return style;
}

TextLayout layout(std::string_view source, float width = 0) {
  return layout_label(source, label_style(width), testing::all_fonts());
}

// Icons in angle brackets, formulas between dollars.
std::string parts(std::string_view source) {
  std::string result;
  for (const LabelPart& part : parse_label(source).parts) {
    switch (part.kind) {
      case LabelPart::Kind::Text:
        result += part.text;
        break;
      case LabelPart::Kind::Formula:
        result += "$" + part.text + "$";
        break;
      case LabelPart::Kind::Icon:
        result += "<" + part.text + ">";
        break;
    }
  }
  return result;
}

std::vector<std::string> lines(std::string_view source, float width) {
  std::vector<std::string> result;
  for (const TextLine& line : layout(source, width).lines) {
    result.emplace_back(source.substr(line.begin, line.end - line.begin));
  }
  return result;
}

std::vector<FillPath> fills(const DisplayList& items) {
  std::vector<FillPath> result;
  for (const Item& item : items) {
    if (const auto* group = std::get_if<Group>(&item)) {
      for (FillPath& fill : fills(group->items)) result.push_back(fill);
    } else if (const auto* fill = std::get_if<FillPath>(&item)) {
      result.push_back(*fill);
    }
  }
  return result;
}

}  // namespace

TEST_CASE("a name between colons is an icon") {
  CHECK(parts(":rocket:") == "<rocket>");
  CHECK(parts(":rocket: 发射") == "<rocket> 发射");
  CHECK(parts("发射:rocket:成功") == "发射<rocket>成功");
  CHECK(parts("(:grid-3x3:)") == "(<grid-3x3>)");
  CHECK(parts(":rocket::star::zap:") == "<rocket><star><zap>");
  CHECK(parts(":rocket: :star:") == "<rocket> <star>");
  CHECK(parts("$x$:rocket:$y$") == "$x$<rocket>$y$");
  CHECK(parts("机制：:zap:快") == "机制：<zap>快");
}

TEST_CASE("colons of a text stay what they are, and nothing is said") {
  for (const char* text : {"10:30:45", "a:b:c", "key:lock:value", "std::lock::x", "http://a:80:b",
                           "::star::", ": star :", ":Star:", ":3:", ":-:", "[:n:]", "比例 3:4:5", "图标：火箭：",
                           "v1:star:", ":star", "star:", ":"}) {
    CAPTURE(std::string(text));
    CHECK(parts(text) == text);
    CHECK(parse_label(text).diagnostics.empty());
  }
}

TEST_CASE("a backslash keeps a colon from marking an icon, and is not shown") {
  CHECK(parts("\\:rocket:") == ":rocket:");
  CHECK(parts(":rocket\\:") == ":rocket:");
  CHECK(parse_label("\\:rockett:").diagnostics.empty());
  CHECK(parts("\\:star: \\$5 :star:") == ":star: $5 <star>");
  CHECK(parts("`:star:`") == "`:star:`");
}

TEST_CASE("colons within a formula are its own") {
  CHECK(parts("$f:star:g$") == "$f:star:g$");
  CHECK(parts("$a \\: b$") == "$a \\: b$");
}

TEST_CASE("a name that no icon has is shown as typed and reported") {
  const std::string text = "发射 :rockett: 成功";
  CHECK(parts(text) == text);
  const Diagnostics diagnostics = parse_label(text).diagnostics;
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "unknown-icon");
  CHECK(text.substr(diagnostics[0].offset, diagnostics[0].length) == ":rockett:");
  CHECK(diagnostics[0].message.chinese.find("「rockett」") != std::string::npos);
  CHECK(layout(text).diagnostics.size() == 1);
  CHECK(parse_label(":rockett: x^2").diagnostics.size() == 2);
}

TEST_CASE("an icon in a text is as large as its letters and in their colour") {
  const TextLayout alone = layout(":rocket:");
  const std::vector<FillPath> drawn = fills(alone.box.items);
  REQUIRE(drawn.size() == 2);
  CHECK(drawn[1].color == label_style().text.color);
  CHECK(drawn[0].color.alpha < 80);
  const Rect ink = bounds(drawn[1].path);
  CHECK(ink.height > 0.9f * kEm);
  CHECK(ink.height < 1.1f * kEm);
  CHECK(ink.center().y == doctest::Approx(-0.365 * kEm).epsilon(0.05));
  CHECK(alone.box.width == doctest::Approx(1.2 * kEm));
  // No blank as between Chinese and Latin, whatever stands beside it.
  CHECK(layout("发:rocket:射").box.width == doctest::Approx(3.2 * kEm));
  CHECK(layout("字:rocket:").lines[0].ascent == doctest::Approx(layout("字 :rocket:").lines[0].ascent));
}

TEST_CASE("bold text has a bolder icon") {
  LabelStyle bold = label_style();
  bold.text.embolden_em = 0.03f;
  const auto width = [](const LabelStyle& style) {
    return bounds(fills(layout_label(":minus:", style, testing::all_fonts()).box.items).at(0).path).height;
  };
  CHECK(width(bold) == doctest::Approx(width(label_style()) + 3).epsilon(0.02));
}

TEST_CASE("lines end on both sides of an icon") {
  CHECK(lines("发射成功:rocket:起飞", 4.5f) == std::vector<std::string>{"发射成功", ":rocket:起飞"});
  CHECK(lines("发射成:rocket:起飞", 4.5f) == std::vector<std::string>{"发射成:rocket:", "起飞"});
  CHECK(lines("发射成功（:rocket:）", 5.5f) == std::vector<std::string>{"发射成功", "（:rocket:）"});
}

TEST_CASE("lines and glyphs behind an icon know where they were typed") {
  const std::string text = ":rocket:起飞";
  const TextLayout set = layout(text, 1.5f);
  REQUIRE(set.lines.size() == 3);
  CHECK(set.lines[1].begin == 8);
  CHECK(set.lines[2].end == text.size());
}
