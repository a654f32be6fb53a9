#include "layout/quadrants.h"

#include <algorithm>

#include "layout/center_circle.h"
#include "layout/decoration.h"
#include "layout/section_body.h"
#include "layout/section_header.h"
#include "layout/title.h"

namespace sixiang {

namespace {

// Design units (see PageBuilder::unit).
constexpr float kMargin = 28, kGutter = 20, kTitleHeight = 122, kHeaderHeight = 64;
constexpr float kCornerRadius = 26, kSidePadding = 22, kDiscRadius = 78, kDiscClearance = 11;

struct Cell {
  const Section* section = nullptr;
  Rect rect;
};

// Two columns; a last section without a neighbour takes the whole row.
std::vector<Cell> grid(const Poster& poster, const Rect& area, float gutter) {
  std::vector<Cell> cells;
  const std::size_t count = poster.sections.size();
  const std::size_t rows = (count + 1) / 2;
  const float height = (area.height - gutter * float(rows > 0 ? rows - 1 : 0)) / float(std::max<std::size_t>(rows, 1));
  const float half = (area.width - gutter) / 2;
  for (std::size_t i = 0; i < count; ++i) {
    const bool alone = i % 2 == 0 && i + 1 == count;
    const float x = area.left() + (i % 2 == 0 ? 0 : half + gutter);
    const float y = area.top() + float(i / 2) * (height + gutter);
    cells.push_back({&poster.sections[i], {x, y, alone ? area.width : half, height}});
  }
  return cells;
}

Rect header_rect(const PageBuilder& page, const Rect& cell) {
  return {cell.x, cell.y, cell.width, std::min(kHeaderHeight * page.unit(), cell.height / 3)};
}

Rect body_rect(const PageBuilder& page, const Rect& cell) {
  const float header = header_rect(page, cell).height;
  const float padding = kSidePadding * page.unit();
  return {cell.x + padding, cell.y + header, cell.width - 2 * padding, cell.height - header};
}

// How one section's body is set: the search's result.
struct BodyChoice {
  ArrangementOptions options;
  bool readable = true;  // fits at a comfortable size
};

constexpr float kLargest = 1.15f, kComfortable = 0.8f, kSmallest = 0.2f, kScaleStep = 0.025f;
constexpr float kDiagramWanted = 138, kDiagramLeast = 96, kDiagramMost = 176;
// Spacing that is kept back while text and diagrams grow, so that a page never becomes crammed.
constexpr float kSpacingWanted = 0.3f;
// What stands on cards carries the poster: it may be larger than the bullets, and hardly ever smaller.
constexpr float kLargestKeyScale = 1.0f, kLeastKeyScale = 0.75f;

class BodySearch {
 public:
  BodySearch(const PageBuilder& page, const Disc& disc) : page_(page), disc_(disc) {}

  bool fit(const SectionContent& content, const ArrangementOptions& options) const {
    return fits(page_, content, arrange(page_, content, disc_, options));
  }

  // The largest text of one section that fits beside a diagram of the wanted height; then with less spacing, a smaller
  // diagram, wrapped labels, and in the end whatever fits.
  BodyChoice largest(const SectionContent& content) const {
    const struct {
      float from, to, diagram, spacing;
      Wrapping wrapping;
    } attempts[] = {{kLargest, kComfortable, kDiagramWanted, kSpacingWanted, Wrapping::Never},
                    {kLargest, kComfortable, kDiagramWanted, 0.1f, Wrapping::Never},
                    {0.95f, kComfortable, kDiagramLeast, 0.1f, Wrapping::Never},
                    {0.95f, 0.7f, kDiagramWanted, 0.15f, Wrapping::Allowed},
                    {0.8f, kSmallest, kDiagramLeast, 0, Wrapping::Allowed}};
    BodyChoice choice;
    for (const auto& attempt : attempts) {
      choice.options.diagram_height = attempt.diagram * page_.unit();
      choice.options.head_stretch = choice.options.row_stretch = attempt.spacing;
      choice.options.wrapping = attempt.wrapping;
      for (float scale = attempt.from; scale >= attempt.to; scale -= kScaleStep) {
        choice.options.scale = scale;
        choice.options.key_scale = key_scale(content, scale, attempt.wrapping);
        choice.readable = scale >= kComfortable - 0.001f;
        if (fit(content, choice.options)) return choice;
      }
    }
    choice.options.diagram_height = std::min(choice.options.diagram_height, content.area.height * 0.5f);
    return choice;
  }

  // A key label too long for one line shrinks by itself before it wraps, down to a size that is still a key's.
  float key_scale(const SectionContent& content, float scale, Wrapping wrapping) const {
    const float one_line = widest_key_scale(page_, content);
    if (one_line >= scale || (wrapping == Wrapping::Allowed && one_line < kLeastKeyScale)) return scale;
    return wrapping == Wrapping::Never ? std::max(one_line, kLeastKeyScale) : one_line;
  }

 private:
  const PageBuilder& page_;
  const Disc& disc_;
};

void grow_key(const BodySearch& search, const SectionContent& content, ArrangementOptions& options) {
  ArrangementOptions grown = options;
  for (grown.key_scale += 0.02f; grown.key_scale <= kLargestKeyScale; grown.key_scale += 0.02f) {
    if (!search.fit(content, grown)) break;
    options.key_scale = grown.key_scale;
  }
}

// One text size, one diagram height and one rhythm for all sections that are comfortable with it; a crowded section is
// set smaller by itself and does not drag the others down.
std::vector<BodyChoice> choose(const PageBuilder& page, const std::vector<SectionContent>& contents, const Disc& disc) {
  const BodySearch search(page, disc);
  std::vector<BodyChoice> choices;
  float scale = kLargest;
  for (const SectionContent& content : contents) {
    choices.push_back(search.largest(content));
    if (choices.back().readable) scale = std::min(scale, choices.back().options.scale);
  }
  float diagram = kDiagramMost * page.unit();
  for (std::size_t i = 0; i < contents.size(); ++i) {
    BodyChoice& choice = choices[i];
    if (choice.readable) {
      choice.options.scale = scale;
      choice.options.key_scale = search.key_scale(contents[i], scale, choice.options.wrapping);
      grow_key(search, contents[i], choice.options);
    }
    if (!contents[i].section->diagram) continue;
    ArrangementOptions grown = choice.options;
    while (grown.diagram_height < diagram) {
      grown.diagram_height += 2 * page.unit();
      if (!search.fit(contents[i], grown)) break;
      choice.options.diagram_height = grown.diagram_height;
    }
    if (choice.readable) diagram = std::min(diagram, choice.options.diagram_height);
  }
  float head = 1;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    BodyChoice& choice = choices[i];
    choice.options.diagram_height = std::min(choice.options.diagram_height, diagram);
    ArrangementOptions looser = choice.options;
    for (float stretch = choice.options.head_stretch; stretch <= 1.001f; stretch += 0.05f) {
      looser.head_stretch = stretch;
      looser.row_stretch = std::min(stretch, 1.0f);
      if (!search.fit(contents[i], looser)) break;
      choice.options.head_stretch = stretch;
      choice.options.row_stretch = stretch;
    }
    if (choice.readable) head = std::min(head, choice.options.head_stretch);
  }
  for (std::size_t i = 0; i < contents.size(); ++i) {
    ArrangementOptions looser = choices[i].options;
    if (choices[i].readable) looser.head_stretch = choices[i].options.head_stretch = head;
    for (; looser.row_stretch <= 2.2f; looser.row_stretch += 0.05f) {
      if (!search.fit(contents[i], looser)) break;
      choices[i].options.row_stretch = looser.row_stretch;
    }
  }
  return choices;
}

void draw_frame(PageBuilder& page, const Cell& cell) {
  const float radius = kCornerRadius * page.unit();
  const SectionColors& colors = cell.section->colors;
  const Color outline = colors.outline.value_or(page.poster().palette.ink);
  const Path body = rounded_rectangle(cell.rect, radius);
  const Rect header = header_rect(page, cell.rect);
  page.fill(body, colors.fill);
  page.fill(top_rounded_rectangle(header, radius), colors.header);
  Path line;
  line.move_to({header.left(), header.bottom()});
  line.line_to({header.right(), header.bottom()});
  page.outline(line, outline);
  page.outline(body, outline);
  Block block;
  block.id = cell.section->id;
  block.kind = BlockKind::Section;
  block.rect = cell.rect;
  page.add_block(block);
}

// A header in the disc's band keeps its text beside it, and the same distance from the circle as from the frame.
Rect header_room(const PageBuilder& page, const Rect& cell, const Disc& disc) {
  const Rect header = header_rect(page, cell);
  const float padding = kSidePadding * page.unit();
  const float text = 19 * page.unit();
  const Rect free = beside(disc, header, header.center().y - text, header.center().y + text);
  const bool cut_left = free.left() > header.left(), cut_right = free.right() < header.right();
  return rect_from_edges(free.left() + (cut_left ? padding * 0.4f : padding), header.top(),
                         free.right() - (cut_right ? padding * 0.2f : padding), header.bottom());
}

void draw_headers(PageBuilder& page, const std::vector<Cell>& cells, const Disc& disc) {
  std::vector<HeaderContent> headers;
  float common = 1;
  for (const Cell& cell : cells) {
    headers.push_back(measure_header(page, *cell.section, header_room(page, cell.rect, disc)));
    const float scale = header_scale(page, headers.back());
    if (scale >= 0.78f) common = std::min(common, scale);
  }
  std::vector<Rect> rooms;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Rect rest = draw_section_header(page, headers[i], std::min(common, header_scale(page, headers[i])));
    const float side = 30 * page.unit();
    if (rest.width >= 2 * side) {
      rooms.push_back({rest.right() - side, rest.center().y - side / 2, side, side});
    }
  }
  draw_corner_decorations(page, rooms);
}

Disc disc_of(const PageBuilder& page, const std::vector<Cell>& cells, const Rect& area) {
  const std::optional<Center>& center = page.poster().center;
  if (!center || cells.empty()) return {};
  const float radius = std::min(kDiscRadius * page.unit(), 0.16f * std::min(area.width, area.height));
  return {area.center(), radius + kDiscClearance * page.unit()};
}

}  // namespace

void layout_quadrants(PageBuilder& page) {
  const Poster& poster = page.poster();
  const float unit = page.unit();
  const float margin = kMargin * unit;
  const Rect whole = inset({0, 0, poster.page.width, poster.page.height}, margin);
  const float title_height = poster.title.text.empty() ? 0 : kTitleHeight * unit - margin;
  if (title_height > 0) {
    draw_title(page, {whole.x, margin * 0.5f, whole.width, title_height + margin * 0.1f});
  }
  const Rect area = rect_from_edges(whole.left(), whole.top() + title_height, whole.right(), whole.bottom());
  const std::vector<Cell> cells = grid(poster, area, kGutter * unit);
  const Disc disc = disc_of(page, cells, area);
  for (const Cell& cell : cells) draw_frame(page, cell);
  draw_headers(page, cells, disc);
  std::vector<SectionContent> contents;
  for (const Cell& cell : cells) contents.push_back(measure_section(page, *cell.section, body_rect(page, cell.rect)));
  const std::vector<BodyChoice> choices = choose(page, contents, disc);
  for (std::size_t i = 0; i < contents.size(); ++i) {
    draw_section_body(page, contents[i], arrange(page, contents[i], disc, choices[i].options));
  }
  if (disc.radius > 0) draw_center_circle(page, *poster.center, disc.center, disc.radius - kDiscClearance * unit);
}

}  // namespace sixiang
