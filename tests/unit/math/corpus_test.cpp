// What must hold for every formula of the corpus, and its trees and boxes as text.
#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <sstream>

#include "display/dump.h"
#include "math/math.h"
#include "support/golden.h"
#include "unit/math/formula_cases.h"

using namespace sixiang;
using sixiang::testing::all_fonts;
using sixiang::testing::formula_cases;
using sixiang::testing::FormulaCase;

namespace {

constexpr float kSize = 100;

math::FormulaStyle corpus_style() {
  math::FormulaStyle style;
  style.size = kSize;
  style.text_face = all_fonts().find_face("marker").value_or(0);
  return style;
}

math::FormulaLayout set(const std::string& source) {
  return math::layout(math::parse(source).tree, all_fonts(), corpus_style());
}

// The outline of one glyph or rule as line segments, in the box's coordinates.
struct Ink {
  Rect rect;
  std::vector<std::pair<Point, Point>> segments;
  bool rule = false;  // or the assembly of a tall bracket or root
};

// TrueType outlines: lines and quadratic curves, the latter in four pieces.
struct Segments {
  std::vector<std::pair<Point, Point>> segments;
  Point start, at;

  void move_to(Point to) { start = at = to; }
  void line_to(Point to) {
    segments.emplace_back(at, to);
    at = to;
  }
  void quad_to(Point control, Point to) {
    const Point from = at;
    for (int i = 1; i <= 4; ++i) {
      const float t = float(i) / 4;
      line_to(lerp(lerp(from, control, t), lerp(control, to, t), t));
    }
  }
  void cubic_to(Point, Point, Point to) { at = to; }
  void close() { line_to(start); }
};

std::vector<std::pair<Point, Point>> segments_of(const Path& path) {
  Segments result;
  walk(path, result);
  return result.segments;
}

void collect(const DisplayList& items, std::vector<Ink>& inks) {
  for (const Item& item : items) {
    if (const auto* fill = std::get_if<FillPath>(&item)) {
      inks.push_back({bounds(fill->path), segments_of(fill->path), true});
    } else if (const auto* run = std::get_if<GlyphRun>(&item)) {
      for (const PositionedGlyph& glyph : run->glyphs) {
        const Path path = transformed(all_fonts().outline(glyph.glyph), {glyph.origin, run->size});
        if (!path.empty()) inks.push_back({bounds(path), segments_of(path), false});
      }
    } else {
      collect(std::get<Group>(item).items, inks);
    }
  }
}

float side(Point a, Point b, Point p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

bool cross(const std::pair<Point, Point>& a, const std::pair<Point, Point>& b) {
  return (side(a.first, a.second, b.first) > 0) != (side(a.first, a.second, b.second) > 0) &&
         (side(b.first, b.second, a.first) > 0) != (side(b.first, b.second, a.second) > 0);
}

// Their outlines cross. (One inside the other does not happen without it, except by a gross error in the layout that
// the goldens show.)
bool collide(const Ink& a, const Ink& b) {
  if (!intersects(a.rect, b.rect)) return false;
  // The lines of a table cross.
  const auto upright = [](const Ink& ink) { return ink.rect.height > ink.rect.width; };
  if (a.rule && b.rule && upright(a) != upright(b)) return false;
  // The line of a root begins at the top of its sign.
  if ((a.rule || b.rule) && std::abs(a.rect.top() - b.rect.top()) < 0.01f * kSize) return false;
  for (const auto& left : a.segments) {
    for (const auto& right : b.segments) {
      if (cross(left, right)) return true;
    }
  }
  return false;
}

// The tree as one line, so that a difference names its formula: each line of the dump in ‹ ›, which no formula has,
// with those that are indented below it.
std::string one_line(const std::string& dump) {
  std::istringstream lines(dump);
  std::string result, line;
  std::size_t open = 0;
  while (std::getline(lines, line)) {
    const std::size_t depth = line.find_first_not_of(' ') / 2;
    for (; open > depth; --open) result += "›";
    if (!result.empty()) result += " ";
    result += "‹" + line.substr(2 * depth);
    ++open;
  }
  for (; open > 0; --open) result += "›";
  return result + "\n";
}

}  // namespace

TEST_CASE("corpus: no formula has a diagnostic, a missing glyph or a pending slice") {
  for (const FormulaCase& each : formula_cases()) {
    CAPTURE(each.name);
    const math::ParsedFormula parsed = math::parse(each.source);
    CHECK(parsed.diagnostics.empty());
    const math::FormulaLayout laid = math::layout(parsed.tree, all_fonts(), corpus_style());
    CHECK(laid.diagnostics.empty());
    CHECK(laid.pending.empty());
  }
}

TEST_CASE("corpus: the LaTeX and the Unicode form of a formula are one tree") {
  std::map<std::string, std::string> sources;
  for (const FormulaCase& each : formula_cases()) sources[each.name] = each.source;
  int twins = 0;
  for (const auto& entry : sources) {
    const std::size_t suffix = entry.first.find(".latex");
    if (suffix == std::string::npos) continue;
    ++twins;
    const std::string& source = entry.second;
    const std::string& other = sources.at(entry.first.substr(0, suffix));
    CAPTURE(source);
    CHECK(math::dump(math::parse(source).tree) == math::dump(math::parse(other).tree));
    CHECK(dump(set(source).box) == dump(set(other).box));
  }
  CHECK(twins >= 200);
  CHECK(sources.size() >= 280);
}

TEST_CASE("corpus: ink stays inside the box") {
  for (const FormulaCase& each : formula_cases()) {
    CAPTURE(each.name);
    const Box box = set(each.source).box;
    const Rect ink = ink_bounds(box.items, all_fonts());
    const float slack = 0.001f * kSize;
    CHECK(ink.left() >= -slack);
    CHECK(ink.right() <= box.width + slack);
    CHECK(ink.top() >= -box.ascent - slack);
    CHECK(ink.bottom() <= box.descent + slack);
  }
}

TEST_CASE("corpus: no glyph overlaps another") {
  for (const FormulaCase& each : formula_cases()) {
    std::vector<Ink> inks;
    collect(set(each.source).box.items, inks);
    for (std::size_t i = 0; i < inks.size(); ++i) {
      for (std::size_t j = i + 1; j < inks.size(); ++j) {
        CAPTURE(each.name);
        CAPTURE(inks[i].rect.x);
        CAPTURE(inks[i].rect.y);
        CAPTURE(inks[j].rect.x);
        CAPTURE(inks[j].rect.y);
        CHECK_FALSE(collide(inks[i], inks[j]));
      }
    }
  }
}

TEST_CASE("corpus: trees") {
  std::string text;
  for (const FormulaCase& each : formula_cases()) {
    if (each.name.find(".latex") != std::string::npos) continue;
    text += each.name + ": " + one_line(math::dump(math::parse(each.source).tree));
  }
  testing::check_text_golden("math/trees.txt", text);
}

TEST_CASE("corpus: boxes") {
  std::string text;
  for (const FormulaCase& each : formula_cases()) {
    if (each.name.find(".latex") != std::string::npos) continue;
    text += "== " + each.name + ": " + each.source + "\n" + dump(set(each.source).box);
  }
  testing::check_text_golden("math/boxes.txt", text);
}
