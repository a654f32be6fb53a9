// Labels with others below them: in two columns, or where a body is wide each group on a card of its own.
#include <algorithm>

#include "layout/arranger.h"
#include "layout/design.h"

namespace sixiang {

// The labels that others stand below, and those without any; empty: nothing in it stands below another.
std::vector<std::size_t> Arranger::group_starts(const BodyPiece& piece) const {
  std::vector<std::size_t> starts;
  if (is_plain_list(content_, piece)) return starts;
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    if (i == piece.first || content_.labels[i].role() != LabelRole::Sub) starts.push_back(i);
  }
  return starts;
}

// Labels with what stands below them, side by side in two columns where a wide body becomes lower by it.
float Arranger::rows_or_groups(const BodyPiece& piece, const Rect& area, float y) {
  const Mark before = mark();
  const float in_rows = run_in_rows(piece, area, y);
  const std::vector<std::size_t> starts = group_starts(piece);
  const bool may_share =
      options_.columns != 1 && content_.obstacle.radius <= 0 && area.width >= kDesign.search.columns_from * unit();
  if (starts.size() < 2 || !may_share) return in_rows;
  // As many labels in each as can be.
  const std::size_t half = piece.first + (piece.last - piece.first) / 2;
  const auto nearer = [&](std::size_t a, std::size_t b) {
    return std::max(a, half) - std::min(a, half) < std::max(b, half) - std::min(b, half);
  };
  const std::size_t split = *std::min_element(starts.begin() + 1, starts.end(), nearer);
  const float gap = kDesign.rows.lead_gap * unit(), width = column_width(area, 2, gap);
  const Mark after = mark();
  go_back(before);
  BodyPiece left = piece, right = piece;
  left.last = right.first = split;
  const float left_end = run_in_rows(left, {area.x, area.y, width, area.height}, y);
  const float right_end = run_in_rows(right, {area.right() - width, area.y, width, area.height}, y);
  const float in_columns = std::max(left_end, right_end);
  if (in_columns < in_rows - 0.5f * text_size() && result_.overrun <= after.overrun) return in_columns;
  go_back(before);
  return run_in_rows(piece, area, y);
}

// Behind the labels that stand below another one from there on.
std::size_t Arranger::end_of_subs(std::size_t first, std::size_t last) const {
  while (first < last && content_.labels[first].role() == LabelRole::Sub) ++first;
  return first;
}

// Sub labels [first, last) of a wide body share rows where each of them keeps to its column.
std::size_t Arranger::subs_in_row(std::size_t first, std::size_t last, const Rect& area, float gap) const {
  if (options_.columns == 1 || last - first < 2 || area.width < kDesign.search.columns_from * unit()) return 1;
  float widest = 0;
  for (std::size_t i = first; i < last; ++i) {
    const MeasuredLabel& label = content_.labels[i];
    widest = std::max(widest, indent_of(label) + label.whole().width() * scale_of(label));
  }
  for (std::size_t columns = std::min(last - first, kDesign.rows.most_shared); columns > 1; --columns) {
    if (widest <= column_width(area, columns, gap)) return columns;
  }
  return 1;
}

bool Arranger::stands_on_cards(const BodyPiece& piece, const Rect& area) const {
  return piece.has_groups && content_.obstacle.radius <= 0 && !is_centered() &&
         area.width >= kDesign.search.columns_from * unit();
}

// In as many equal columns as make them lowest.
float Arranger::group_cards(const BodyPiece& piece, const Rect& area, float y) {
  const std::vector<std::size_t> starts = group_starts(piece);
  const Mark before = mark();
  float lowest = 0, least_overrun = 0;
  std::size_t best = 0, last_tried = 0;
  for (std::size_t columns = starts.size(); columns > 0; --columns) {
    if (starts.size() % columns > 0) continue;
    go_back(before);
    const float bottom = group_rows(piece, starts, columns, area, y);
    last_tried = columns;
    const float overrun = result_.overrun;
    const bool better =
        overrun < least_overrun - 0.01f || (overrun <= least_overrun + 0.01f && bottom < lowest - 0.01f);
    if (best > 0 && !better) continue;
    best = columns;
    lowest = bottom;
    least_overrun = overrun;
  }
  if (best == last_tried) return lowest;
  go_back(before);
  return group_rows(piece, starts, best, area, y);
}

// Cards of one row are equally high, and what stands below their leads begins on one line. Of the white space around
// them, half goes into them.
float Arranger::group_rows(const BodyPiece& piece, const std::vector<std::size_t>& starts, std::size_t columns,
                           const Rect& area, float y) {
  const RolesDesign& roles = kDesign.roles;
  const float gap = roles.group_gap * text_size(), width = column_width(area, columns, gap);
  const float beside = roles.group_padding.side * text_size(), above = roles.group_padding.above * text_size();
  const float grown = options_.foot_spread / 2;
  const Rect inner{area.x + beside, area.y, width - 2 * beside, area.height};
  const float lead = group_lead_scale(starts, inner.width);
  const auto place = [&](std::size_t column) {
    return Rect{inner.x + float(column) * (width + gap), inner.y, inner.width, inner.height};
  };
  const bool alike = std::all_of(starts.begin(), starts.end(), [&](std::size_t start) {
    return content_.labels[start].has_tail() == content_.labels[starts.front()].has_tail();
  });
  in_groups_ = true;
  for (std::size_t first = 0; first < starts.size(); first += columns) {
    if (first > 0) y += gap + 2 * grown;
    const auto begin = starts.begin() + std::ptrdiff_t(first);
    const bool on_line = std::all_of(begin, begin + std::ptrdiff_t(columns),
                                     [&](std::size_t start) { return is_lead_on_line(start, inner.width, lead); });
    std::vector<float> below_leads;
    for (std::size_t k = 0; k < columns; ++k) {
      const Lead placed{starts[first + k], lead, on_line ? LeadTail::Beside : LeadTail::Below};
      below_leads.push_back(group_lead(placed, place(k), y + above));
    }
    float bottom = *std::max_element(below_leads.begin(), below_leads.end());
    if (alike) std::fill(below_leads.begin(), below_leads.end(), bottom);
    for (std::size_t k = 0; k < columns; ++k) {
      BodyPiece subs = piece;
      subs.first = starts[first + k] + 1;
      subs.last = end_of_subs(subs.first, piece.last);
      if (subs.first == subs.last) continue;
      bottom = std::max(bottom, run_in_rows(subs, place(k), below_leads[k] + gaps_.row / 2));
    }
    bottom += above;
    for (std::size_t k = 0; k < columns; ++k) {
      const float left = area.left() + float(k) * (width + gap);
      result_.boxes.push_back({rect_from_edges(left, y - grown, left + width, bottom + grown), LabelRole::Text,
                               starts[first + k], kDesign.body.card_corner * unit(), ArrangedBoxKind::Group});
    }
    y = bottom;
  }
  in_groups_ = false;
  return y;
}

// Of the names, all alike: larger than the text as far as each keeps to its line and the section's title is larger
// still.
float Arranger::group_lead_scale(const std::vector<std::size_t>& starts, float room) const {
  float scale = std::min(options_.scale * kDesign.roles.group_lead, std::max(options_.scale, content_.most_scale));
  for (std::size_t start : starts) {
    const MeasuredLabel& label = content_.labels[start];
    if (!label.has_head()) continue;
    const float width = label.text(LabelPiece::Head).width();
    scale = std::min(scale, std::max(options_.scale, (room - lead_indent(label)) / std::max(width, 1.0f)));
  }
  return scale;
}

// A dot before a name on its card says nothing.
float Arranger::lead_indent(const MeasuredLabel& label) const {
  return label.bullet() == Bullet::Dot && label.tile().empty() ? 0 : indent_of(label);
}

// What it is has room behind its name.
bool Arranger::is_lead_on_line(std::size_t index, float width, float scale) const {
  const MeasuredLabel& label = content_.labels[index];
  if (!label.has_head() || !label.has_tail()) return true;
  const float lead = label.text(LabelPiece::Head).width() * scale, gap = kDesign.roles.lead_gap * text_size();
  return lead_indent(label) + lead + gap + label.text(LabelPiece::Tail).width() * options_.scale <= width;
}

// Its name and what it is; returns where it ends.
float Arranger::group_lead(const Lead& lead, const Rect& area, float y) {
  const MeasuredLabel& label = content_.labels[lead.index];
  const float indent = lead_indent(label), room = area.width - indent, left = area.left() + indent;
  const LabelPiece first = label.has_head() ? LabelPiece::Head : LabelPiece::Whole;
  const Cell head = cell_at(lead.index, first, indent, room, label.has_head() ? lead.scale : options_.scale);
  note_overrun(head, room);
  const float baseline = y + head.ascent;
  put(head, {left, baseline}, indent > 0 ? bullet_of(lead.index, area.left(), baseline) : std::nullopt);
  if (!label.has_head() || !label.has_tail()) return baseline + head.descent;
  if (lead.tail == LeadTail::Beside) {
    const float after = head.width + kDesign.roles.lead_gap * text_size();
    const Cell tail = cell(lead.index, LabelPiece::Tail, 0, 1e9f);
    put(tail, {left + after, baseline}, std::nullopt);
    return baseline + std::max(head.descent, tail.descent);
  }
  const Cell tail = cell(lead.index, LabelPiece::Tail, 0, room);
  note_overrun(tail, room);
  const float below = baseline + head.descent + tail.ascent;
  put(tail, {left, below}, std::nullopt);
  return below + tail.descent;
}

// A statement on its card, from the card's top on; returns where it ends.
float Arranger::item(std::size_t index, const Rect& area, LeadTail tail) {
  const MeasuredLabel& label = content_.labels[index];
  if (tail == LeadTail::Below && label.has_head() && label.has_tail())
    return group_lead({index, options_.scale, tail}, area, area.top());
  const float indent = lead_indent(label), room = area.width - indent;
  const Cell text = cell(index, LabelPiece::Whole, indent, room);
  note_overrun(text, room);
  const float baseline = area.top() + text.ascent;
  put(text, {area.left() + indent, baseline}, indent > 0 ? bullet_of(index, area.left(), baseline) : std::nullopt);
  return baseline + text.descent;
}

// Equal cards that share the height, as far as that does not blow them up. A single statement stands in the middle of
// its card.
float Arranger::item_cards(const BodyPiece& piece) {
  const RowsDesign& rows = kDesign.rows;
  const std::size_t count = piece.last - piece.first, columns = content_.item_columns, lines = count / columns;
  const Mark before = mark();
  const float gap = kDesign.roles.group_gap * text_size(), width = column_width(area_, columns, gap);
  const float beside = kDesign.roles.group_padding.side * text_size();
  const LeadTail tail = columns > 1 ? LeadTail::Below : LeadTail::Beside;
  const auto left = [&](std::size_t k) { return area_.left() + float(k % columns) * (width + gap); };
  std::vector<std::size_t> begins;
  std::vector<float> heights;
  for (std::size_t k = 0; k < count; ++k) {
    begins.push_back(result_.labels.size());
    heights.push_back(item(piece.first + k, {left(k) + beside, 0, width - 2 * beside, 0}, tail));
  }
  begins.push_back(result_.labels.size());
  const float margin = std::max(content_.padding, bottom_padding(page_)), gaps = gap * float(lines - 1);
  const float room = area_.height - 2 * margin - gaps, tallest = *std::max_element(heights.begin(), heights.end());
  const float height = std::clamp(room / float(lines), tallest + 2 * rows.least_item_padding * text_size(),
                                  tallest + 2 * rows.most_item_padding * text_size());
  const float top = area_.top() + margin + std::max(0.0f, room - float(lines) * height) / 2;
  for (std::size_t k = 0; k < count; ++k) {
    const Rect card{left(k), top + float(k / columns) * (height + gap), width, height};
    result_.boxes.push_back(
        {card, LabelRole::Text, piece.first + k, kDesign.body.card_corner * unit(), ArrangedBoxKind::Group});
    const float down = card.top() + (height - heights[k]) / 2;
    for (std::size_t i = begins[k]; i < begins[k + 1]; ++i) {
      ArrangedLabel& label = result_.labels[i];
      label.origin.y += down;
      if (label.bullet) label.bullet->center.y += down;
    }
  }
  if (count == 1) center_labels(before);
  return top + float(lines) * height + gaps;
}

}  // namespace sixiang
