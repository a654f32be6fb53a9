#include "unit/text/paragraphs.h"

#include <cstdlib>

#include <doctest/doctest.h>

#include "support/golden.h"

namespace sixiang::testing {

namespace {

constexpr std::string_view kBoxOpen = "⟦", kBoxClose = "⟧";

std::string with_line_ends(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_end = text.substr(i, 2) == "\\n";
    result += line_end ? '\n' : text[i];
    if (line_end) ++i;
  }
  return result;
}

void read_field(ParagraphCase& result, std::string_view key, std::string_view value) {
  if (key == "width") {
    result.width = std::strtof(std::string(value).c_str(), nullptr);
  } else if (key == "breaking") {
    result.breaking = value == "balanced" ? LineBreaking::Balanced : LineBreaking::None;
  } else if (key == "spacing") {
    result.spacing = CjkLatinSpacing::None;
  } else if (key == "text") {
    result.text = with_line_ends(value);
  } else if (key == "line") {
    result.lines.emplace_back(value);
  } else {
    FAIL("unknown field: " << key);
  }
}

Box square(float width) {
  Box box;
  box.width = width;
  box.ascent = 0.8f * kEm;
  box.descent = 0.1f * kEm;
  return box;
}

}  // namespace

std::vector<ParagraphCase> read_cases(std::string_view file) {
  std::vector<ParagraphCase> cases;
  const std::string contents = read_text(source_path(file));
  for (std::size_t begin = 0; begin < contents.size();) {
    const std::size_t end = contents.find('\n', begin);
    const std::string_view line = std::string_view(contents).substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t space = line.find(' ');
    const std::string_view key = line.substr(0, space);
    const std::string_view value = space == std::string_view::npos ? "" : line.substr(space + 1);
    if (key == "case") {
      cases.emplace_back().name = value;
    } else {
      REQUIRE(!cases.empty());
      read_field(cases.back(), key, value);
    }
  }
  return cases;
}

ParagraphStyle paragraph_style(const ParagraphCase& of) {
  ParagraphStyle style;
  style.max_width = of.width * kEm;
  style.breaking = of.breaking;
  style.spacing = of.spacing;
  return style;
}

TextStyle text_style() {
  TextStyle style;
  style.face = all_fonts().find_face("marker").value();
  style.size = kEm;
  return style;
}

TextLayout layout_case(const ParagraphCase& of) {
  std::vector<Inline> content;
  std::string_view rest = of.text;
  std::size_t offset = 0;
  const auto add_text = [&](std::string_view text) {
    if (!text.empty()) content.push_back(TextSpan{std::string(text), text_style(), offset});
    offset += text.size();
  };
  while (!rest.empty()) {
    const std::size_t open = rest.find(kBoxOpen);
    add_text(rest.substr(0, open));
    if (open == std::string_view::npos) break;
    rest.remove_prefix(open);
    const std::size_t size = rest.find(kBoxClose) + kBoxClose.size();
    const float width = std::strtof(std::string(rest.substr(kBoxOpen.size())).c_str(), nullptr);
    content.push_back(InlineBox{square(width * kEm), std::string(rest.substr(0, size)), offset});
    offset += size;
    rest.remove_prefix(size);
  }
  return layout_text(content, paragraph_style(of), all_fonts());
}

TextLayout layout_line(std::string_view text) {
  ParagraphCase one_line;
  one_line.text = text;
  return layout_case(one_line);
}

std::vector<std::string> lines_of(const TextLayout& layout, std::string_view source) {
  std::vector<std::string> lines;
  for (const TextLine& line : layout.lines) {
    std::string text(source.substr(line.begin, line.end - line.begin));
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
    lines.push_back(std::move(text));
  }
  return lines;
}

std::string shown_text(const DisplayList& items) {
  std::string text;
  for (const Item& item : items) {
    if (const GlyphRun* run = std::get_if<GlyphRun>(&item)) text += run->text;
  }
  return text;
}

std::vector<PositionedGlyph> glyphs_of(const DisplayList& items) {
  std::vector<PositionedGlyph> glyphs;
  for (const Item& item : items) {
    if (const GlyphRun* run = std::get_if<GlyphRun>(&item)) {
      glyphs.insert(glyphs.end(), run->glyphs.begin(), run->glyphs.end());
    }
  }
  return glyphs;
}

}  // namespace sixiang::testing
