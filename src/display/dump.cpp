#include "display/dump.h"

#include <cstdio>

namespace sixiang {

namespace {

// Two decimals, no trailing zeros, never "-0".
std::string number(float value) {
  char text[48];
  std::snprintf(text, sizeof text, "%.2f", double(value));
  std::string result = text;
  while (result.back() == '0') result.pop_back();
  if (result.back() == '.') result.pop_back();
  return result == "-0" ? "0" : result;
}

std::string point(Point value) { return number(value.x) + "," + number(value.y); }

struct PathText {
  std::string text;

  void move_to(Point to) { add("M" + point(to)); }
  void line_to(Point to) { add("L" + point(to)); }
  void quad_to(Point control, Point to) { add("Q" + point(control) + " " + point(to)); }
  void cubic_to(Point control1, Point control2, Point to) {
    add("C" + point(control1) + " " + point(control2) + " " + point(to));
  }
  void close() { add("Z"); }

  void add(const std::string& step) { text += (text.empty() ? "" : " ") + step; }
};

std::string path_text(const Path& path) {
  PathText result;
  walk(path, result);
  return result.text;
}

void append(std::string& text, const DisplayList& items, int depth);

struct Dump {
  std::string& text;
  int depth;

  void operator()(const FillPath& fill) const {
    text += "fill " + to_hex(fill.color) + (fill.rule == FillRule::EvenOdd ? " even-odd " : " ") +
            path_text(fill.path) + "\n";
  }
  void operator()(const GlyphRun& run) const {
    text += "text \"" + run.text + "\" " + to_hex(run.color) + " size " + number(run.size);
    if (run.embolden != 0) text += " embolden " + number(run.embolden);
    for (const PositionedGlyph& glyph : run.glyphs) {
      // Not the glyph's number: it changes with every new cut of the font files.
      text += " " + std::to_string(glyph.glyph.slice.face) + "@" + point(glyph.origin);
    }
    text += "\n";
  }
  void operator()(const Group& group) const {
    text += "group" + (group.id.empty() ? "" : " " + group.id) + " at " + point(group.placement.offset);
    if (group.placement.scale != 1) text += " scale " + number(group.placement.scale);
    text += "\n";
    append(text, group.items, depth + 1);
  }
};

void append(std::string& text, const DisplayList& items, int depth) {
  for (const Item& item : items) {
    text.append(std::size_t(depth) * 2, ' ');
    std::visit(Dump{text, depth}, item);
  }
}

}  // namespace

std::string dump(const DisplayList& items) {
  std::string text;
  append(text, items, 0);
  return text;
}

std::string dump(const Box& box) {
  return "box width " + number(box.width) + " ascent " + number(box.ascent) + " descent " + number(box.descent) + "\n" +
         dump(box.items);
}

}  // namespace sixiang
