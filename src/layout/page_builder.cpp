#include "layout/page_builder.h"

#include <algorithm>
#include <utility>

#include "base/problems.h"

namespace sixiang {

namespace {

// Of two units that are tried one after the other.
constexpr float kUnitRatio = 0.93f;

}  // namespace

std::vector<float> page_units(const PageFormat& page) {
  const float shorter = std::min(page.width, page.height), longer = std::max(page.width, page.height);
  const float square = shorter / 1080, length = longer / shorter - 1;
  const float least = square * std::min(kDesign.page.most_for_length, 1 + kDesign.page.long_page_part * length);
  std::vector<float> units;
  const float sparse = std::max(kDesign.page.least_for_sparse, 1 + kDesign.page.sparse_page_part * length);
  for (float unit = square * std::min(kDesign.page.most_for_sparse, sparse); unit * kUnitRatio > least;
       unit *= kUnitRatio) {
    units.push_back(unit);
  }
  units.push_back(least);
  return units;
}

Block make_block(BlockId id, BlockKind kind, std::string source) {
  Block block;
  block.id = std::move(id.block);
  block.field = std::move(id.field);
  block.kind = kind;
  block.source = std::move(source);
  return block;
}

PageBuilder::PageBuilder(const Poster& poster, const FontSet& fonts, float unit, Groups groups, DiagramMemory& diagrams)
    : poster_(poster), fonts_(fonts), unit_(unit), groups_(groups), diagrams_(diagrams) {
  result_.page = {{poster.page.width, poster.page.height}, background_color(poster), {}};
  title_face_ = face_or_default(poster.fonts.title, "fonts.title");
  text_face_ = face_or_default(poster.fonts.text, "fonts.text");
  if (fonts.find_face(poster.fonts.formula) != fonts.math_face()) face_or_default("", "fonts.formula");
}

FaceIndex PageBuilder::face_or_default(const std::string& name, const char* field) {
  if (const std::optional<FaceIndex> face = fonts_.find_face(name)) return *face;
  report(block_of(field), {make_diagnostic(Problem::UnknownFont, {field})});
  return 0;
}

void PageBuilder::fill(const Path& path, Color color) {
  FillPath item;
  item.path = path;
  item.color = color;
  result_.page.items.emplace_back(std::move(item));
}

void PageBuilder::stroke(const Path& path, Color color, float width) {
  StrokeStyle style;
  style.width = width;
  fill(stroke_outline(path, style), color);
}

void PageBuilder::border(const Path& path, Color color) { stroke(path, color, border_width()); }

void PageBuilder::report(const BlockId& block, const Diagnostics& diagnostics) {
  for (Diagnostic diagnostic : diagnostics) {
    const bool whole = diagnostic.block.empty();
    BlockId id = whole ? block : within(block.block, {diagnostic.block, diagnostic.field});
    diagnostic.block = std::move(id.block);
    diagnostic.field = std::move(id.field);
    result_.diagnostics.push_back(std::move(diagnostic));
  }
}

void PageBuilder::require(const std::vector<SliceId>& slices) {
  result_.pending.insert(result_.pending.end(), slices.begin(), slices.end());
}

void PageBuilder::report_overflow(const BlockId& block) { report(block, {make_diagnostic(Problem::TooSmall)}); }

void PageBuilder::place_text(Block block, const TextLayout& text, Point origin, float scale) {
  const BlockId id{block.id, block.field};
  if (block.overflow) report_overflow(id);
  add_block(std::move(block));
  draw_text(id, text, origin, scale);
}

void PageBuilder::draw_text(const BlockId& id, const TextLayout& text, Point origin, float scale) {
  report(id, text.diagnostics);
  require(text.pending);
  Group group = placed(text.box, origin, scale);
  group.id = id.block;
  add(std::move(group));
}

// Whatever it is: a title, a label, a node's text or an arrow's, a caption, a token.
void PageBuilder::report_small_texts() {
  for (Block& block : result_.blocks) {
    const bool small = block.font_size > 0 && block.font_size < kDesign.type.readable * unit();
    if (!small || block.overflow || block.source.empty()) continue;
    block.overflow = true;
    report_overflow({block.id, block.field});
  }
}

PosterLayout PageBuilder::finish() {
  report_small_texts();
  std::sort(result_.pending.begin(), result_.pending.end());
  result_.pending.erase(std::unique(result_.pending.begin(), result_.pending.end()), result_.pending.end());
  return std::move(result_);
}

LabelStyle label_style(const PageBuilder& page, float size, Color ground) {
  LabelStyle style;
  style.text.face = page.text_face();
  style.text.size = size;
  style.text.color = style.formula_color = ink_on(page.poster(), seen_on_page(page.poster(), ground));
  style.paragraph.breaking = LineBreaking::None;
  style.paragraph.spacing =
      page.poster().typography.cjk_latin_space ? CjkLatinSpacing::EighthEm : CjkLatinSpacing::None;
  return style;
}

}  // namespace sixiang
