#include <algorithm>
#include <utility>

#include "base/shapes.h"
#include "base/sort_unique.h"
#include "base/stroke.h"
#include "base/utf8.h"
#include "math/layouter.h"

namespace sixiang::math {
namespace {

constexpr float kSmallestScale = 0.75f;

// Neighbouring glyphs of one size and colour share a run.
class ListBuilder {
 public:
  explicit ListBuilder(float embolden_em) : embolden_em_(embolden_em) {}

  void add(const PlacedGlyph& glyph, Point offset, Color color) {
    if (run_.glyphs.empty() || run_.size != glyph.size || run_.color != color) {
      flush();
      run_.size = glyph.size;
      run_.color = color;
      run_.embolden = embolden_em_ * glyph.size;
    }
    const std::size_t begin = run_.text.size();
    if (glyph.character != 0) append_utf8(run_.text, glyph.character);
    run_.glyphs.push_back({glyph.glyph,
                           glyph.origin + offset,
                           {begin, run_.text.size()},
                           {glyph.source.offset, glyph.source.offset + glyph.source.length}});
  }

  void add(Path path, Color color) {
    flush();
    items_.emplace_back(FillPath{std::move(path), FillRule::NonZero, color});
  }

  DisplayList take() {
    flush();
    return std::move(items_);
  }

 private:
  void flush() {
    if (!run_.glyphs.empty()) items_.emplace_back(std::move(run_));
    run_ = GlyphRun();
  }

  float embolden_em_;
  GlyphRun run_;
  DisplayList items_;
};

}  // namespace

float Layouter::size(MathStyle style) const {
  switch (style.level) {
    case StyleLevel::Display:
    case StyleLevel::Text:
      return style_.size;
    case StyleLevel::Script:
      return style_.size * style_.script_scale;
    case StyleLevel::ScriptScript:
      return style_.size * style_.script_script_scale;
  }
  return style_.size;
}

bool Layouter::take_box() {
  if (++boxes_ <= kMaxBoxes) return true;
  if (boxes_ == kMaxBoxes + 1) {
    report(Problem::FormulaTooLarge);
  }
  return false;
}

void Layouter::report(Problem problem, std::initializer_list<std::string_view> named) {
  Diagnostic diagnostic = make_diagnostic(problem, named);
  diagnostic.offset = span_.offset;
  diagnostic.length = span_.length;
  result_.diagnostics.push_back(std::move(diagnostic));
}

// The ink from left to right, with the pen of a synthetic bold around it.
Layouter::Extent Layouter::extent_of(const Fragment& fragment, float pen) const {
  Extent extent{0, fragment.width + fragment.italics};
  const auto include = [&](float left, float right) {
    extent.left = std::min(extent.left, left - pen);
    extent.right = std::max(extent.right, right + pen);
  };
  for (const PlacedGlyph& glyph : fragment.glyphs) {
    const Rect ink = fonts_.glyph_bounds(glyph.glyph);
    if (!ink.empty()) include(glyph.origin.x + ink.left() * glyph.size, glyph.origin.x + ink.right() * glyph.size);
  }
  for (const PlacedRule& rule : fragment.rules) include(rule.rect.left(), rule.rect.right());
  for (const PlacedPath& piece : fragment.paths) {
    const Rect ink = bounds(piece.path);
    include(ink.left(), ink.right());
  }
  return extent;
}

// The box holds all ink: a slanted letter at either end widens it.
Box Layouter::to_box(const Fragment& fragment, Extent extent, float scale) const {
  const float pen = style_.embolden_em * style_.size / 2;
  const Point offset{-extent.left, 0};
  const auto color = [this](Paint paint) { return paint == Paint::Error ? style_.error_color : style_.color; };
  ListBuilder list(style_.embolden_em);
  for (const PlacedGlyph& glyph : fragment.glyphs) list.add(glyph, offset, color(glyph.paint));
  for (const PlacedPath& piece : fragment.paths) {
    const Path path = transformed(piece.path, {offset, 1});
    list.add(pen > 0 ? outset_outline(path, pen, 0.001f * style_.size) : path, color(piece.paint));
  }
  for (const PlacedRule& rule : fragment.rules) {
    list.add(rectangle(inset(translated(rule.rect, offset), -pen)), color(rule.paint));
  }
  Box box;
  box.width = (extent.right - extent.left) * scale;
  box.ascent = (fragment.inked ? fragment.ascent + pen : 0) * scale;
  box.descent = (fragment.inked ? fragment.descent + pen : 0) * scale;
  box.items = list.take();
  if (scale == 1) return box;
  Box scaled;
  scaled.width = box.width;
  scaled.ascent = box.ascent;
  scaled.descent = box.descent;
  scaled.items.emplace_back(placed(std::move(box), {0, 0}, scale));
  return scaled;
}

MathStyle Layouter::first_style() const {
  return {style_.display == Display::Block ? StyleLevel::Display : StyleLevel::Text, false};
}

FormulaLayout Layouter::finish(std::vector<RowItem> items, float max_width, FormulaBreaking breaking) {
  const bool may_break = max_width > 0 && breaking == FormulaBreaking::Allowed && style_.display == Display::Block;
  const Fragment whole = may_break ? broken(std::move(items), max_width, first_style()) : assembled(std::move(items));
  const Extent extent = extent_of(whole, style_.embolden_em * style_.size / 2);
  const float width = extent.right - extent.left;
  float scale = 1;
  if (max_width > 0 && width > max_width) {
    scale = std::max(max_width / width, kSmallestScale);
    if (width * scale > max_width * 1.0001f) {
      span_ = {};
      report(Problem::FormulaTooWide);
    }
  }
  result_.box = to_box(whole, extent, scale);
  sort_unique(result_.pending);
  return std::move(result_);
}

struct PreparedFormula::State {
  State(const Row& tree, const FontSet& fonts, const MathTable& table, const FormulaStyle& wanted)
      : style(wanted), layouter(fonts, table, style), items(layouter.items(tree, layouter.first_style())) {
    for (const RowItem& item : items) {
      size += 1 + item.fragment.glyphs.size() + item.fragment.rules.size() + item.fragment.paths.size();
    }
  }

  const FormulaStyle style;
  Layouter layouter;  // refers to `style`
  const std::vector<RowItem> items;
  std::size_t size = 1;
};

PreparedFormula::PreparedFormula(const Row& tree, const FontSet& fonts, const FormulaStyle& style) {
  if (const MathTable* table = fonts.math_table()) {
    state_ = std::make_unique<const State>(tree, fonts, *table, style);
    return;
  }
  // Nothing can be set before the formula face is here.
  const GlyphLookup letter = fonts.lookup(fonts.math_face(), U'x');
  if (letter.status == LookupStatus::Pending) waiting_.pending.push_back(letter.glyph.slice);
  waiting_.box.width = float(tree.size()) * 0.6f * style.size;
  waiting_.box.ascent = 0.7f * style.size;
}

PreparedFormula::~PreparedFormula() = default;
PreparedFormula::PreparedFormula(PreparedFormula&&) noexcept = default;
PreparedFormula& PreparedFormula::operator=(PreparedFormula&&) noexcept = default;

FormulaLayout PreparedFormula::layout(float max_width, FormulaBreaking breaking) const {
  if (!state_) return waiting_;
  Layouter layouter = state_->layouter;
  return layouter.finish(state_->items, max_width, breaking);
}

float PreparedFormula::width_on_two_lines() const {
  if (!state_) return waiting_.box.width;
  return state_->layouter.width_on_two_lines(state_->items, state_->layouter.first_style());
}

std::size_t PreparedFormula::size() const { return state_ ? state_->size : 1; }

FormulaLayout layout(const Row& tree, const FontSet& fonts, const FormulaStyle& style) {
  return PreparedFormula(tree, fonts, style).layout(style.max_width, style.breaking);
}

}  // namespace sixiang::math
