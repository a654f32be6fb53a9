// Statements that are names and amounts, each with a bar before its amount.
#include <algorithm>

#include "layout/arranger.h"
#include "layout/design.h"
#include "layout/row_bars.h"

namespace sixiang {

// Names in a column, then bars, which all begin at one edge, then amounts behind them; what has no bar begins at that
// edge too, or where that leaves no room for it directly behind its name.
float Arranger::bar_rows(const BodyPiece& piece, const Rect& area, float y) {
  const float names = content_.bars->names * options_.scale + kDesign.roles.lead_gap * text_size();
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    const MeasuredLabel& label = content_.labels[i];
    if (i > piece.first) y += gaps_.row;
    const float left = area.left() + indent_of(label), right = area.right() - seal_room(label);
    const bool with_bar = has_bar(i);
    const float tail = label.has_tail() ? label.text(LabelPiece::Tail).width() * options_.scale : 0;
    const bool split = label.has_head() && label.has_tail() && (with_bar || left + names + tail <= right);
    const Cell text = cell(i, split ? LabelPiece::Tail : LabelPiece::Whole, 0, 1e9f);
    const float baseline = y + text.ascent;
    const std::optional<ArrangedBullet> bullet = bullet_of(i, area.left(), baseline);
    float x = left;
    if (split) {
      put(cell(i, LabelPiece::Head, 0, 1e9f), {x, baseline}, bullet);
      x += names;
    }
    if (with_bar) x += bar(i, {x, baseline - kDesign.type.optical_middle * text_size()}, right - text.width - x);
    put(text, {x, baseline}, split ? std::nullopt : bullet);
    result_.overrun = std::max(result_.overrun, x + text.width - right);
    put_seal(i, area.right(), baseline);
    y = baseline + text.descent;
  }
  return y;
}

bool Arranger::has_bar(std::size_t index) const {
  const std::optional<ShownAmount> amount = amount_of(content_, content_.labels[index]);
  return amount && amount->unit == content_.bars->unit && amount->greatest > 0;
}

// As long as its amount says, or where that is still to be found as long as `room` allows. Its length with the gap
// behind it.
float Arranger::bar(std::size_t index, Point left_middle, float room) {
  const ShownAmount amount = amount_of(content_, content_.labels[index]).value();
  const float gap = kDesign.roles.bar_gap * text_size(), height = kDesign.roles.bar_height * text_size();
  const float length = content_.bars->length > 0 ? amount.greatest * content_.bars->length : std::max(1.0f, room - gap);
  const Rect rect{left_middle.x, left_middle.y - height / 2, length, height};
  result_.bars.push_back({rect, length * amount.least / amount.greatest, index});
  return length + gap;
}

}  // namespace sixiang
