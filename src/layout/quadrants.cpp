#include "layout/quadrants.h"

#include <algorithm>

#include "layout/body_search.h"
#include "layout/center_circle.h"
#include "layout/decoration.h"
#include "layout/section_header.h"
#include "layout/title.h"

namespace sixiang {

namespace {

// Design units (see PageBuilder::unit).
constexpr float kMargin = 28, kGutter = 20, kHeaderHeight = 64;
constexpr float kCornerRadius = 26, kSidePadding = 22, kDiscRadius = 78, kDiscClearance = 11;
constexpr float kTall = 1.2f;
constexpr float kDiscOverFrame = 14;

struct Cell {
  const Section* section = nullptr;
  Rect rect;
  std::size_t row = 0;  // from the top: cells of one row stand side by side
};

// Two columns; a last section without a neighbour takes the whole row, and so do two on a page that is higher than
// wide.
std::vector<Cell> grid(const Poster& poster, const Rect& area, float gutter) {
  std::vector<Cell> cells;
  const std::size_t count = poster.sections.size();
  if (count == 2 && area.height > kTall * area.width) {
    const float height = (area.height - gutter) / 2;
    cells.push_back({&poster.sections[0], {area.x, area.y, area.width, height}, 0});
    cells.push_back({&poster.sections[1], {area.x, area.y + height + gutter, area.width, height}, 1});
    return cells;
  }
  const std::size_t rows = (count + 1) / 2;
  const float height = (area.height - gutter * float(rows > 0 ? rows - 1 : 0)) / float(std::max<std::size_t>(rows, 1));
  const float half = (area.width - gutter) / 2;
  for (std::size_t i = 0; i < count; ++i) {
    const bool alone = i % 2 == 0 && i + 1 == count;
    const float x = area.left() + (i % 2 == 0 ? 0 : half + gutter);
    const float y = area.top() + float(i / 2) * (height + gutter);
    cells.push_back({&poster.sections[i], {x, y, alone ? area.width : half, height}, i / 2});
  }
  return cells;
}

Rect header_rect(const PageBuilder& page, const Rect& cell) {
  return {cell.x, cell.y, cell.width, std::min(kHeaderHeight * page.unit(), cell.height / 3)};
}

Rect body_rect(const PageBuilder& page, const Rect& cell, const Disc& disc) {
  const float header = header_rect(page, cell).height;
  const float padding = kSidePadding * page.unit();
  const Rect body{cell.x + padding, cell.y + header, cell.width - 2 * padding, cell.height - header};
  return clear_of(disc, body);
}

void draw_frame(PageBuilder& page, const Cell& cell) {
  const float radius = kCornerRadius * page.unit();
  const SectionColors& colors = cell.section->colors;
  const Color outline = outline_color(page.poster(), *cell.section);
  const Path body = rounded_rectangle(cell.rect, radius);
  const Rect header = header_rect(page, cell.rect);
  page.fill(body, colors.fill);
  page.fill(top_rounded_rectangle(header, radius), colors.header);
  // Its round ends stay within the frame's own outline.
  const float reach = page.outline_width() / 2;
  Path line;
  line.move_to({header.left() + reach, header.bottom()});
  line.line_to({header.right() - reach, header.bottom()});
  page.outline(line, outline);
  page.outline(body, outline);
  Block block = make_block(block_of(cell.section->id, "title"), BlockKind::Section);
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

// In the middle of the page. One row of sections has nothing to join there: the circle sits where two of them end, or
// like a seal on the corner of a single one.
Disc disc_of(const PageBuilder& page, const std::vector<Cell>& cells, const Rect& area) {
  const std::optional<Center>& center = page.poster().center;
  if (!center || cells.empty()) return {};
  const float radius = std::min(kDiscRadius * page.unit(), 0.16f * std::min(area.width, area.height));
  Disc disc{area.center(), radius + kDiscClearance * page.unit()};
  const float over = kDiscOverFrame * page.unit();
  if (cells.back().rect.top() <= cells.front().rect.top() + 1) disc.center.y = area.bottom() + over - radius;
  if (cells.size() == 1) disc.center.x = area.right() + over - radius;
  return disc;
}

}  // namespace

void layout_quadrants(PageBuilder& page) {
  const Poster& poster = page.poster();
  const float unit = page.unit();
  const float margin = kMargin * unit;
  const Rect whole = inset({0, 0, poster.page.width, poster.page.height}, margin);
  const TitleSetting title = set_title(page, whole.width);
  if (title.height > 0) draw_title(page, title, {whole.x, margin * 0.5f, whole.width, title.height + margin * 0.1f});
  const Rect area = rect_from_edges(whole.left(), whole.top() + title.height, whole.right(), whole.bottom());
  const std::vector<Cell> cells = grid(poster, area, kGutter * unit);
  const Disc disc = disc_of(page, cells, area);
  for (const Cell& cell : cells) draw_frame(page, cell);
  draw_headers(page, cells, disc);
  std::vector<SectionContent> contents;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    contents.push_back(measure_section(page, *cells[i].section, body_rect(page, cells[i].rect, disc)));
    contents.back().row = cells[i].row;
  }
  measure_diagrams(page, contents);
  const std::vector<ArrangementOptions> options = search_body_options(page, contents, disc);
  for (std::size_t i = 0; i < contents.size(); ++i) {
    draw_section_body(page, contents[i], arrange(page, contents[i], disc, options[i]));
  }
  if (disc.radius > 0) draw_center_circle(page, *poster.center, disc.center, disc.radius - kDiscClearance * unit);
}

}  // namespace sixiang
