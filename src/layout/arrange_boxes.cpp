// What stands by itself in a section's body: figures side by side, callouts and code in panels, tags, diagrams.
#include <algorithm>

#include "layout/arranger.h"
#include "layout/design.h"

namespace sixiang {

namespace {

// Of setting a piece again in the room that its own height leaves beside the obstacle.
constexpr int kMostPasses = 5;

}  // namespace

// Each in an equal part of the width, in the middle of it: the figure, and below it what it is.
float Arranger::figures(const BodyPiece& piece, float y) {
  Rect band = beside(content_.obstacle, area_, y, y + kDesign.roles.figure * text_size());
  for (int pass = 0;; ++pass) {
    const Mark before = mark();
    const float bottom = figure_rows(piece, band, y);
    const Rect free = beside(content_.obstacle, area_, y, bottom);
    if (pass == kMostPasses || free.width >= band.width - 0.01f) return bottom;
    band = free;
    go_back(before);
  }
}

float Arranger::figure_rows(const BodyPiece& piece, const Rect& band, float y) {
  const float gap = kDesign.roles.figures_apart * text_size();
  float widest = 0;
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    const LabelPiece head = content_.labels[i].has_head() ? LabelPiece::Head : LabelPiece::Whole;
    widest = std::max(widest, content_.labels[i].text(head).width() * options_.scale);
  }
  std::size_t columns = piece.last - piece.first;
  while (columns > 1 && widest > column_width(band, columns, gap)) --columns;
  const float width = column_width(band, columns, gap);
  for (std::size_t first = piece.first; first < piece.last; first += columns) {
    if (first > piece.first) y += gaps_.row;
    float bottom = y;
    for (std::size_t i = first; i < std::min(piece.last, first + columns); ++i) {
      bottom = std::max(bottom, figure(i, {band.left() + float(i - first) * (width + gap), y, width, 0}));
    }
    y = bottom;
  }
  return y;
}

float Arranger::figure(std::size_t index, const Rect& place) {
  const MeasuredLabel& label = content_.labels[index];
  const Cell head = cell(index, label.has_head() ? LabelPiece::Head : LabelPiece::Whole, 0, place.width);
  note_overrun(head, place.width);
  const float baseline = place.top() + head.ascent;
  put(head, {place.left() + std::max(0.0f, (place.width - head.width) / 2), baseline}, std::nullopt);
  if (!label.has_tail()) return baseline + head.descent;
  const Cell tail = cell(index, LabelPiece::Tail, 0, place.width);
  note_overrun(tail, place.width);
  const float below = baseline + head.descent + kDesign.roles.figure_gap * text_size() + tail.ascent;
  put(tail, {place.left() + std::max(0.0f, (place.width - tail.width) / 2), below}, std::nullopt);
  return below + tail.descent;
}

float Arranger::panel(const BodyPiece& piece, float y) {
  const float padding = kDesign.roles.panel_padding * text_size(), top = y;
  Rect band = beside(content_.obstacle, area_, y, y + 2 * padding + text_size());
  const Mark before = mark();
  float widest = 0;
  for (int pass = 0;; ++pass) {
    widest = 0;
    y = top + padding;
    for (std::size_t i = piece.first; i < piece.last; ++i) {
      const float room = band.width - 2 * padding;
      const Cell line = cell(i, LabelPiece::Whole, 0, room);
      note_overrun(line, room);
      put(line, {band.left() + padding, y + line.ascent}, std::nullopt);
      y += line.ascent + line.descent;
      widest = std::max(widest, line.width);
    }
    y += padding;
    const Rect free = beside(content_.obstacle, area_, top, y);
    if (pass == kMostPasses || free.width >= band.width - 0.01f) break;
    band = free;
    go_back(before);
  }
  const LabelRole role = content_.labels[piece.first].role();
  // In a wide body a callout is as wide as what it says; in a card as wide as those of the cards beside it.
  const bool is_callout = role == LabelRole::Callout;
  const float said = is_callout ? std::min(band.width, widest + 2 * padding) : band.width;
  const float width = band.width > kDesign.roles.widest_card * unit() ? said : band.width;
  const float middle = align_ == BodyAlign::Middle ? 1 : 0;
  for (std::size_t i = before.labels; i < result_.labels.size(); ++i) {
    result_.labels[i].origin.x += middle * (band.width - said) / 2;
  }
  result_.boxes.push_back({{band.left() + middle * (band.width - width) / 2, top, width, y - top},
                           role,
                           piece.first,
                           kDesign.roles.panel_corner * text_size()});
  return y;
}

float Arranger::tags(const BodyPiece& piece, float y) {
  const float gap = kDesign.roles.tag_gap * text_size();
  for (std::size_t i = piece.first; i < piece.last;) {
    if (i > piece.first) y += gap;
    i = tag_row(i, piece.last, y);
  }
  return y;
}

// As many as one row holds, from `first` on; moves `y` to its end and returns the one after it.
std::size_t Arranger::tag_row(std::size_t first, std::size_t last, float& y) {
  const float least = kDesign.roles.tag_height * text_size(), padding = kDesign.roles.tag_padding * text_size();
  Rect band = beside(content_.obstacle, area_, y, y + least);
  Cell tag = cell(first, LabelPiece::Whole, 0, band.width - 2 * padding);
  const float height = std::max(least, tag.ascent + tag.descent + padding);
  band = beside(content_.obstacle, area_, y, y + height);
  tag = cell(first, LabelPiece::Whole, 0, band.width - 2 * padding);
  note_overrun(tag, band.width - 2 * padding);
  float x = band.left();
  std::size_t next = first;
  const Mark before = mark();
  while (true) {
    const float width = std::max(tag.width + 2 * padding, std::min(options_.tag_width, band.width));
    put(tag, {x + (width - tag.width) / 2, y + (height - tag.ascent - tag.descent) / 2 + tag.ascent}, std::nullopt);
    result_.boxes.push_back({{x, y, width, height}, LabelRole::Tag, next, least / 2});
    x += width + kDesign.roles.tag_gap * text_size();
    if (++next == last) break;
    tag = cell(next, LabelPiece::Whole, 0, 1e9f);
    const bool fits = x + tag.width + 2 * padding <= band.right() + 0.01f;
    if (!fits || tag.ascent + tag.descent + padding > height) break;
  }
  const float left = band.right() - (x - kDesign.roles.tag_gap * text_size());
  if (align_ == BodyAlign::Middle && left > 0) {
    for (std::size_t i = before.labels; i < result_.labels.size(); ++i) result_.labels[i].origin.x += left / 2;
    for (std::size_t i = before.boxes; i < result_.boxes.size(); ++i) result_.boxes[i].rect.x += left / 2;
  }
  y += height;
  return next;
}

float Arranger::diagram(const BodyPiece& piece, float y) {
  const MeasuredDiagram& measured = content_.diagrams[piece.diagram];
  float height = options_.diagram_height;
  if (content_.diagrams.size() > 1) {
    const float part = (options_.zoom - kPlainZoom) / (kMostZoom - kPlainZoom);
    height = std::min(height, measured.plain + part * (measured.magnified - measured.plain));
  }
  const Rect place = rect_from_edges(area_.left(), y, area_.right(), y + height);
  result_.diagrams.push_back({piece.diagram, place, beside(content_.obstacle, area_, y, y + height)});
  y += height;
  if (piece.first == piece.last) return y;
  y += kDesign.roles.caption_gap * text_size();
  Rect band = area_;
  Cell caption = cell(piece.first, LabelPiece::Whole, 0, band.width);
  for (int pass = 0; pass < kMostPasses; ++pass) {
    band = beside(content_.obstacle, area_, y, y + caption.ascent + caption.descent);
    caption = cell(piece.first, LabelPiece::Whole, 0, band.width);
  }
  note_overrun(caption, band.width);
  put(caption, {band.left() + std::max(0.0f, (band.width - caption.width) / 2), y + caption.ascent}, std::nullopt);
  return y + caption.ascent + caption.descent;
}

}  // namespace sixiang
