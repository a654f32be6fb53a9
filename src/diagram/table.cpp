// A table on one card: columns as wide as their cells, what is left shared as gaps. Where the room is narrow, the text
// becomes a little smaller, then the widest columns break their lines.
#include <algorithm>
#include <cmath>

#include "base/shapes.h"
#include "diagram/kinds.h"
#include "diagram/table_content.h"

namespace sixiang {

namespace {

// All in em.
constexpr float kEdge = 0.8f;                           // between the card's edges and the outer columns
constexpr float kGap = 0.75f, kMostGap = 3;             // between columns
constexpr float kSign = 1.5f;                           // a column of ticks is at least so wide, and a tick's disc
constexpr float kNarrowest = 3.1f;                      // a column whose lines break
constexpr float kPadding = 0.42f, kMostPadding = 1.2f;  // above and below a row's text
constexpr float kLine = 0.92f;                          // the least height of a row's text
constexpr float kHeadShare = 0.4f;                      // of what a row gets of the room that is left
constexpr float kCornerRadius = 0.75f;
constexpr float kTick = 0.17f;   // width of the strokes of ticks and crosses
constexpr float kCross = 0.36f;  // half of a cross's side
// Sizes that are tried, of the preferred one: on one line down to here, then broken.
constexpr float kSmaller = 0.93f, kOneLine = 0.84f, kBroken = 0.86f;
// Of a table that is all of its card: tried first, where its rows have the height; no column with broken lines narrower
// than this.
constexpr float kLarger[] = {1.25f, 1.18f, 1.1f, 1, 0.93f};
constexpr float kRoomyColumn = 4.6f;
constexpr float kUnbrokenWorth = 0.86f, kFineStep = 0.975f;  // of that size, on one line; from one tried to the next
constexpr float kMostFilled = 0.7f;                          // of the height, so that rows still stand apart
constexpr Color kGreen{0x8C, 0xCF, 0xA9, 255}, kRed{0xD9, 0x56, 0x4A, 255};

class TableLayout {
 public:
  TableLayout(const TableDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use)
      : style_(style),
        fonts_(fonts),
        drawing_{use, {}, {}, {}, {}, {}, {}},
        content_(measure_table(diagram, style, fonts, drawing_)) {}

  DiagramLayout run() {
    if (content_.rows.empty() || content_.aligns.empty()) return finish(std::move(drawing_), style_, fonts_);
    choose();
    spread();
    draw_ground();
    float y = 0;
    for (std::size_t r = 0; r < content_.rows.size(); ++r) {
      draw_row(r, y);
      y += heights_[r];
    }
    return finish(std::move(drawing_), style_, fonts_);
  }

 private:
  std::size_t columns() const { return content_.aligns.size(); }
  float em() const { return scale_ * style_.text_size; }
  Size room() const {
    const float outline = style_.full_bleed ? 0 : style_.border_width;
    return {style_.max_size.width - outline, style_.max_size.height - outline};
  }

  // Of a column whose lines do not break.
  float natural_width(std::size_t column) const {
    float most = 0;
    for (const ContentRow& row : content_.rows) {
      const ContentCell& cell = row.cells[column];
      most = std::max(most, cell.sign == CellSign::None ? cell.text.ink.width * scale_ : kSign * em());
    }
    return most;
  }

  float all_gaps(float gap) const { return 2 * kEdge * em() + float(columns() - 1) * gap; }

  // Whether all stands on one line each at this size.
  bool fits_unbroken() {
    float sum = all_gaps(kGap * em());
    widths_.clear();
    for (std::size_t column = 0; column < columns(); ++column) {
      widths_.push_back(natural_width(column));
      sum += widths_.back();
    }
    broken_.clear();
    measure_rows();
    return sum <= room().width && height() <= room().height;
  }

  // The widest columns become narrower until all fit; false where they would be too narrow, or the rows too high.
  bool fits_broken() {
    const float free = room().width - all_gaps(kGap * em());
    float narrowest = 0;
    std::vector<float> natural;
    for (std::size_t column = 0; column < columns(); ++column) {
      natural.push_back(natural_width(column));
      narrowest += std::min(natural.back(), kNarrowest * em());
    }
    widths_.assign(columns(), 0);
    const float most = widest_that_fits(natural, free);
    for (std::size_t column = 0; column < columns(); ++column) {
      widths_[column] = std::min(natural[column], std::max(most, kNarrowest * em()));
    }
    // Breaking lines is dear: not where even the fewest lines would be too high.
    const float least = std::min(style_.min_text_size, style_.text_size) / style_.text_size;
    if (scale_ > least && least_height() > room().height) return false;
    break_cells();
    measure_rows();
    return narrowest <= free && height() <= room().height;
  }

  // So wide are the widest of the columns where all of them together take `free`.
  static float widest_that_fits(std::vector<float> natural, float free) {
    std::sort(natural.begin(), natural.end());
    for (std::size_t i = 0; i < natural.size(); ++i) {
      const float each = free / float(natural.size() - i);
      if (natural[i] > each) return each;
      free -= natural[i];
    }
    return natural.back();
  }

  // Where every line is full.
  float least_height() const {
    float sum = 0;
    for (const ContentRow& row : content_.rows) {
      float most = kLine * em();
      for (const ContentCell& cell : row.cells) {
        if (cell.text.empty()) continue;
        most = std::max(most, std::ceil(cell.text.ink.width * scale_ / widths_[cell.column] - 0.01f) * em());
      }
      sum += most + 2 * kPadding * em();
    }
    return sum;
  }

  void break_cells() {
    broken_.assign(content_.rows.size() * columns(), std::nullopt);
    for (std::size_t r = 0; r < content_.rows.size(); ++r) {
      for (const ContentCell& cell : content_.rows[r].cells) {
        const float width = widths_[cell.column];
        if (cell.text.ink.width * scale_ <= width + 0.01f) continue;
        std::optional<MeasuredText>& broken = broken_[r * columns() + cell.column];
        broken = measure_in_width(cell.text, width / scale_, content_.aligns[cell.column], style_, fonts_);
      }
    }
    // As wide as the lines are now: balanced ones leave a bit.
    std::vector<float> widths(columns());
    for (std::size_t r = 0; r < content_.rows.size(); ++r) {
      for (const ContentCell& cell : content_.rows[r].cells) {
        const float own = cell.sign == CellSign::None ? text_of(r, cell).ink.width * scale_ : kSign * em();
        widths[cell.column] = std::max(widths[cell.column], own);
      }
    }
    widths_ = std::move(widths);
  }

  const MeasuredText& text_of(std::size_t row, const ContentCell& cell) const {
    if (!broken_.empty()) {
      if (const auto& broken = broken_[row * columns() + cell.column]) return *broken;
    }
    return cell.text;
  }

  void measure_rows() {
    heights_.clear();
    for (std::size_t r = 0; r < content_.rows.size(); ++r) {
      float most = kLine * em();
      for (const ContentCell& cell : content_.rows[r].cells) {
        if (cell.sign != CellSign::None) most = std::max(most, kSign * em());
        most = std::max(most, centred_height(text_of(r, cell), TextCentering::Frame) * scale_);
      }
      heights_.push_back(most + 2 * kPadding * em());
    }
  }

  float height() const {
    float sum = 0;
    for (float height : heights_) sum += height;
    return sum;
  }

  // On two lines at most, and only where a column is wide by itself.
  bool fits_larger() {
    if (fits_unbroken()) return height() <= kMostFilled * room().height;
    if (!fits_broken() || height() > kMostFilled * room().height) return false;
    for (std::size_t r = 0; r < content_.rows.size(); ++r) {
      for (const ContentCell& cell : content_.rows[r].cells) {
        const bool is_broken = !broken_.empty() && broken_[r * columns() + cell.column].has_value();
        if (!is_broken) continue;
        if (widths_[cell.column] < kRoomyColumn * em() || content_.rows[r].is_head) return false;
        if (centred_height(text_of(r, cell), TextCentering::Frame) * scale_ > 2.6f * em()) return false;
      }
    }
    return true;
  }

  // Rather a little smaller than with broken cells.
  void keep_lines() {
    const float found = scale_;
    for (; scale_ >= kUnbrokenWorth * found; scale_ *= kFineStep) {
      if (fits_unbroken()) return;
    }
    scale_ = found;
    fits_larger();
  }

  void choose() {
    for (const float larger : kLarger) {
      scale_ = larger;
      if (style_.full_bleed && fits_larger()) return keep_lines();
    }
    const float least = std::min(style_.min_text_size, style_.text_size) / style_.text_size;
    for (scale_ = 1; scale_ >= std::max(least, kOneLine); scale_ *= kSmaller) {
      if (fits_unbroken()) return;
    }
    for (scale_ = 1; scale_ > least; scale_ *= kBroken) {
      if (fits_broken()) return;
    }
    scale_ = least;
    if (!fits_unbroken()) fits_broken();
  }

  // What is left of the room between columns and rows.
  void spread() {
    float sum = 0;
    for (float width : widths_) sum += width;
    const float spare = room().width - sum - 2 * kEdge * em();
    gap_ = columns() > 1 ? std::clamp(spare / float(columns() - 1), kGap * em(), kMostGap * em()) : 0;
    width_ = style_.full_bleed ? std::max(room().width, sum + all_gaps(gap_)) : sum + all_gaps(gap_);
    const float edge = (width_ - sum - float(columns() - 1) * gap_) / 2;
    const bool with_head = content_.rows[0].is_head;
    const float shares = float(heights_.size()) - (with_head ? 1 - kHeadShare : 0);
    const float spare_height = std::max(0.0f, (room().height - height()) / shares);
    const float more = style_.full_bleed ? spare_height : std::min(spare_height, 2 * (kMostPadding - kPadding) * em());
    for (std::size_t r = 0; r < heights_.size(); ++r) heights_[r] += r == 0 && with_head ? kHeadShare * more : more;
    float x = edge;
    for (float width : widths_) {
      lefts_.push_back(x);
      x += width + gap_;
    }
  }

  // A band of the card, with the card's corners at its ends.
  Path band(float top, float height, bool is_first, bool is_last) const {
    const float right = width_, bottom = top + height;
    const float radius = std::min(style_.full_bleed.value_or(kCornerRadius * em()), height);
    const float above = is_first && !style_.full_bleed ? radius : 0, below = is_last ? radius : 0;
    Path path;
    path.move_to({above, top});
    path.line_to({right - above, top});
    path.quad_to({right, top}, {right, top + above});
    path.line_to({right, bottom - below});
    path.quad_to({right, bottom}, {right - below, bottom});
    path.line_to({below, bottom});
    path.quad_to({0, bottom}, {0, bottom - below});
    path.line_to({0, top + above});
    path.quad_to({0, top}, {above, top});
    path.close();
    return path;
  }

  void draw_ground() {
    float y = 0;
    const std::size_t count = content_.rows.size();
    for (std::size_t r = 0; r < count; ++r) {
      fill(drawing_, band(y, heights_[r], r == 0, r + 1 == count), content_.rows[r].fill);
      y += heights_[r];
    }
    StrokeStyle pen;
    pen.width = style_.border_width;
    if (!style_.full_bleed) stroke(drawing_, band(0, y, true, true), pen, style_.ink);
    if (!content_.rows[0].is_head || count == 1) return;
    pen.cap = LineCap::Butt;
    stroke(drawing_, polyline({{0, heights_[0]}, {width_, heights_[0]}}), pen, style_.ink);
  }

  void draw_row(std::size_t r, float top) {
    const ContentRow& row = content_.rows[r];
    for (const ContentCell& cell : row.cells) {
      const Rect place{lefts_[cell.column], top, widths_[cell.column], heights_[r]};
      DiagramPart part;
      part.id = cell.block.block;
      part.field = cell.block.field;
      part.source = row.is_head ? cell.text.source : row.source;
      if (cell.sign != CellSign::None) {
        part.rect = draw_sign(cell.sign, place, content_.aligns[cell.column]);
        part.font_size = em();
      } else {
        const MeasuredText& text = text_of(r, cell);
        if (text.empty()) continue;
        const float width = text.ink.width * scale_;
        const Point center{aligned(place, width, content_.aligns[cell.column]) + width / 2, place.center().y};
        const Point origin = text_origin(text, center, TextCentering::Frame, scale_);
        draw_text(drawing_, cell.block, text, origin, scale_);
        part.rect = ink_at(text, origin, scale_);
        part.font_size = text.font_size * scale_;
      }
      drawing_.parts.push_back(std::move(part));
    }
  }

  // The left edge of what is so wide.
  static float aligned(const Rect& place, float width, TextAlign align) {
    switch (align) {
      case TextAlign::Left:
        return place.left();
      case TextAlign::Center:
        return place.center().x - width / 2;
      case TextAlign::Right:
        return place.right() - width;
    }
    return place.left();
  }

  // A tick weighs more than a cross, which has no disc: they are told apart by form, too.
  Rect draw_sign(CellSign sign, const Rect& place, TextAlign align) {
    const float side = kSign * em();
    const Point middle{aligned(place, side, align) + side / 2, place.center().y};
    StrokeStyle pen;
    pen.width = kTick * em();
    const auto at = [&](float x, float y) { return middle + Point{x * em(), y * em()}; };
    if (sign == CellSign::Tick) {
      fill_with_border(drawing_, circle(middle, side / 2 - style_.border_width / 2), kGreen, style_);
      stroke(drawing_, polyline({at(-0.33f, 0.02f), at(-0.09f, 0.28f), at(0.36f, -0.24f)}), pen, kSignInk);
    } else {
      Path cross = polyline({at(-kCross, -kCross), at(kCross, kCross)});
      cross.append(polyline({at(kCross, -kCross), at(-kCross, kCross)}));
      stroke(drawing_, std::move(cross), pen, kRed);
    }
    return centered_rect(middle, {side, side});
  }

  static constexpr Color kSignInk{0x25, 0x24, 0x2B, 255};

  const DiagramStyle& style_;
  const FontSet& fonts_;
  Drawing drawing_;
  MeasuredTable content_;
  std::vector<std::optional<MeasuredText>> broken_;  // cells on several lines, row by row; empty: none
  std::vector<float> widths_, lefts_;                // of the columns
  std::vector<float> heights_;                       // of the rows
  float scale_ = 1, gap_ = 0, width_ = 0;
};

}  // namespace

DiagramLayout layout_kind(const TableDiagram& diagram, const DiagramStyle& style, const FontSet& fonts,
                          DrawingUse use) {
  return TableLayout(diagram, style, fonts, use).run();
}

}  // namespace sixiang
