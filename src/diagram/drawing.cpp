#include "diagram/drawing.h"

#include <algorithm>

#include "base/sort_unique.h"

namespace sixiang {

namespace {

constexpr float kSlack = 0.02f;  // poster points, for sums of rounded numbers
// How far a pen's outline may lie outside of half its width: more than its tolerance, poster points.
constexpr float kPenSlack = 0.1f;

// Of no size where they have nothing in common: a node without text or outline may lie outside of all ink.
Rect clipped(const Rect& rect, const Rect& limit) {
  const float left = std::clamp(rect.left(), limit.left(), limit.right());
  const float top = std::clamp(rect.top(), limit.top(), limit.bottom());
  return rect_from_edges(left, top, std::clamp(rect.right(), limit.left(), limit.right()),
                         std::clamp(rect.bottom(), limit.top(), limit.bottom()));
}

bool encloses(const Rect& outer, const Rect& inner) {
  return outer.left() <= inner.left() && outer.top() <= inner.top() && outer.right() >= inner.right() &&
         outer.bottom() >= inner.bottom();
}

// Whether both reach equally far beyond one edge of their bounds where these end there alike: a shape's border does, as
// wide as its pen, while the ends of an open line reach as far as they lean.
bool is_alike(const PenLine& a, const PenLine& b) {
  return a.pen.width == b.pen.width && a.pen.dashes.empty() && b.pen.dashes.empty() && a.path.verbs == b.path.verbs &&
         !a.path.verbs.empty() && a.path.verbs.back() == PathVerb::Close;
}

// Around all the lines, exactly as their outlines have it. A line whose pen cannot reach beyond what is known is not
// outlined: of the thousands of arcs of a long chain a few are, and of a row of boxes one.
class Reach {
 public:
  explicit Reach(const std::vector<PenLine>& lines) {
    reaches_.reserve(lines.size());
    for (const PenLine& line : lines) {
      reaches_.push_back({inset(bounds(line.path), -(line.pen.width / 2 + kPenSlack)), &line});
    }
  }

  Rect whole() {
    add_first([](const Line& a, const Line& b) { return a.most.left() < b.most.left(); });
    add_first([](const Line& a, const Line& b) { return a.most.top() < b.most.top(); });
    add_first([](const Line& a, const Line& b) { return a.most.right() > b.most.right(); });
    add_first([](const Line& a, const Line& b) { return a.most.bottom() > b.most.bottom(); });
    for (const Line& line : reaches_) add(line);
    return result_;
  }

 private:
  struct Line {
    Rect most;
    const PenLine* line;
  };

  template <class Before>
  void add_first(Before before) {
    if (!reaches_.empty()) add(*std::min_element(reaches_.begin(), reaches_.end(), before));
  }

  void add(const Line& line) {
    if (encloses(result_, line.most)) return;
    const auto known = [&](float edge, float (Rect::*of)() const, float outer) {
      return outer <= 0 || std::any_of(outlined_.begin(), outlined_.end(), [&](const Line* other) {
               return (other->most.*of)() == edge && is_alike(*other->line, *line.line);
             });
    };
    if (known(line.most.left(), &Rect::left, result_.left() - line.most.left()) &&
        known(line.most.top(), &Rect::top, result_.top() - line.most.top()) &&
        known(line.most.right(), &Rect::right, line.most.right() - result_.right()) &&
        known(line.most.bottom(), &Rect::bottom, line.most.bottom() - result_.bottom()) && !result_.empty())
      return;
    result_ = united(result_, bounds(stroke_outline(line.line->path, line.line->pen)));
    outlined_.push_back(&line);
  }

  std::vector<Line> reaches_;
  std::vector<const Line*> outlined_;
  Rect result_;
};

}  // namespace

void fill(Drawing& drawing, Path path, Color color) {
  FillPath item;
  item.path = std::move(path);
  item.color = color;
  drawing.items.emplace_back(std::move(item));
}

void stroke(Drawing& drawing, Path path, StrokeStyle pen, Color color) {
  switch (drawing.use) {
    case DrawingUse::Drawn:
      return fill(drawing, stroke_outline(path, pen), color);
    case DrawingUse::Measured:
      return void(drawing.lines.push_back({std::move(path), std::move(pen)}));
  }
}

void fill_with_border(Drawing& drawing, Path path, Color color, const DiagramStyle& style) {
  StrokeStyle pen;
  pen.width = style.border_width;
  fill(drawing, path, color);
  stroke(drawing, std::move(path), std::move(pen), style.ink);
}

DiagramPart make_part(BlockId id, std::string source) {
  DiagramPart part;
  part.id = std::move(id.block);
  part.field = std::move(id.field);
  part.source = std::move(source);
  return part;
}

void report(Drawing& drawing, const BlockId& part, Problem problem, std::initializer_list<std::string_view> named) {
  Diagnostic& diagnostic = drawing.diagnostics.emplace_back(make_diagnostic(problem, named));
  diagnostic.block = part.block;
  diagnostic.field = part.field;
}

void report_overflow(Drawing& drawing) {
  const auto is_overflow = [](const Diagnostic& diagnostic) { return diagnostic.code == "overflow"; };
  if (std::any_of(drawing.diagnostics.begin(), drawing.diagnostics.end(), is_overflow)) return;
  report(drawing, {}, Problem::DiagramTooLarge);
}

DiagramLayout finish(Drawing drawing, const DiagramStyle& style, const FontSet& fonts) {
  const Rect ink = united(ink_bounds(drawing.items, fonts), Reach(drawing.lines).whole());
  DiagramLayout result;
  if (!ink.empty()) {
    const Size room = style.max_size;
    float scale = 1;
    if (ink.width > room.width + kSlack || ink.height > room.height + kSlack) {
      report_overflow(drawing);
      scale = std::max(0.0f, std::min(room.width / ink.width, room.height / ink.height));
    }
    const Point offset{-ink.x * scale, -ink.y * scale};
    result.middle = offset;
    result.hole = {drawing.hole.center * scale + offset, drawing.hole.radius * scale};
    Group group;
    group.placement = {offset, scale};
    if (drawing.use == DrawingUse::Drawn) group.items = std::move(drawing.items);
    result.box.width = std::min(ink.width * scale, room.width);
    result.box.descent = std::min(ink.height * scale, room.height);
    if (!group.items.empty()) result.box.items.emplace_back(std::move(group));
    for (DiagramPart& part : drawing.parts) {
      part.rect = translated(scaled(clipped(part.rect, ink), scale), offset);
      part.font_size *= scale;
    }
    for (const Rect& shape : drawing.shapes) result.shapes.push_back(translated(scaled(shape, scale), offset));
  }
  result.parts = std::move(drawing.parts);
  result.diagnostics = std::move(drawing.diagnostics);
  result.pending = std::move(drawing.pending);
  sort_unique(result.pending);
  return result;
}

}  // namespace sixiang
