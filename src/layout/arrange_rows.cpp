// Rows of a section's body: lists of statements behind bullets, and key labels on their card.
#include <algorithm>
#include <cmath>

#include "layout/arranger.h"
#include "layout/design.h"

namespace sixiang {

namespace {

constexpr int kMostPasses = 5;

// Texts of a list begin at one edge, where any of them stands behind a tile.
bool is_beside_tiles(const MeasuredSection& content, const MeasuredLabel& label) {
  if (!label.tile().empty()) return true;
  const bool is_dot = label.role() == LabelRole::Text && label.bullet() == Bullet::Dot;
  return is_dot && std::any_of(content.labels.begin(), content.labels.end(),
                               [](const MeasuredLabel& other) { return !other.tile().empty(); });
}

}  // namespace

bool is_plain_list(const MeasuredSection& content, const BodyPiece& piece) {
  return std::none_of(content.labels.begin() + std::ptrdiff_t(piece.first),
                      content.labels.begin() + std::ptrdiff_t(piece.last),
                      [](const MeasuredLabel& label) { return label.role() == LabelRole::Sub; });
}

float nominal_lead_column(const MeasuredSection& content, const BodyPiece& piece) {
  const RolesDesign& roles = kDesign.roles;
  std::vector<float> widths;
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    const MeasuredLabel& label = content.labels[i];
    if (label.has_head() && label.has_tail()) widths.push_back(label.text(LabelPiece::Head).width());
  }
  const bool key = piece.kind == BodyPieceKind::Card;
  const float count = float(piece.last - piece.first);
  if (widths.size() < (key ? 2 : roles.leads) || float(widths.size()) < roles.leads_part * count) return 0;
  std::sort(widths.begin(), widths.end());
  const float middle = widths[widths.size() / 2];
  float widest = 0, alike = 0;
  for (float lead : widths) {
    if (lead <= roles.long_lead * middle) widest = std::max(widest, lead);
    if (std::abs(lead - middle) <= roles.alike_lead * middle) ++alike;
  }
  return key || alike >= roles.alike_leads * float(widths.size()) ? widest : 0;
}

// Of what stands below another label; on a card of theirs it has the edge of the card.
float Arranger::sub_indent() const { return in_groups_ ? 0 : kDesign.roles.sub_indent * text_size(); }

float Arranger::indent_of(const MeasuredLabel& label) const {
  const bool sub = label.role() == LabelRole::Sub;
  if (is_beside_tiles(content_, label)) return kDesign.roles.tile_indent * text_size();
  const float level = sub && !is_insight(*content_.section) ? sub_indent() : 0;
  switch (label.bullet()) {
    case Bullet::Dot:
      return level + kDesign.rows.bullet_indent * unit() * options_.scale * (sub ? kDesign.roles.sub : 1);
    case Bullet::Number:
      return level + kDesign.roles.number_indent * text_size();
    case Bullet::Check:
    case Bullet::Cross:
      return level + kDesign.roles.check_indent * text_size();
    case Bullet::None:
      return level;
  }
  return level;
}

// At the end of a label's row, with the gap before it.
float Arranger::seal_room(const MeasuredLabel& label) const {
  return label.has_seal() ? (kDesign.roles.seal + kDesign.roles.seal_gap) * text_size() : 0;
}

// On its disc, in the middle of it, words above the share.
void Arranger::put_seal(std::size_t index, float right, float baseline) {
  const MeasuredLabel& label = content_.labels[index];
  if (!label.has_seal()) return;
  const float radius = kDesign.roles.seal / 2 * text_size(), scale = options_.scale;
  const Point center{right - radius, baseline - kDesign.type.optical_middle * text_size()};
  const LabelText& text = label.text(LabelPiece::Seal);
  const float room = kDesign.roles.seal_words * text_size();
  const float width = std::max(room / scale, 1.0f);
  const LabelExtent& extent = text.wrapped(width);
  // What is too wide in two lines is drawn smaller.
  const float own = scale * std::min(1.0f, room / std::max(1.0f, extent.taken.width * scale));
  const Rect& taken = extent.taken;
  result_.boxes.push_back({{center.x - radius, center.y - radius, 2 * radius, 2 * radius},
                           LabelRole::Tag,
                           index,
                           radius,
                           ArrangedBoxKind::Seal});
  result_.labels.push_back({index,
                            LabelPiece::Seal,
                            {center.x - taken.width * own / 2, center.y - (taken.top() + taken.height / 2) * own},
                            own,
                            width,
                            std::nullopt});
}

std::optional<ArrangedBullet> Arranger::bullet_of(std::size_t index, float left, float baseline) {
  const MeasuredLabel& label = content_.labels[index];
  if (label.bullet() == Bullet::None && label.tile().empty()) return std::nullopt;
  const bool sub = label.role() == LabelRole::Sub;
  ArrangedBullet bullet;
  bullet.kind = label.bullet();
  bullet.sub = sub && !in_groups_;
  bullet.size = label.whole().size() * options_.scale;
  bullet.radius = bullet_radius() * (bullet.sub ? kDesign.roles.sub_bullet : sub ? kDesign.roles.sub : 1);
  if (bullet.kind == Bullet::Number) {
    bullet.radius = kDesign.roles.number_radius * text_size();
    bullet.number = ++number_;
  } else if (bullet.kind != Bullet::Dot) {
    bullet.radius = kDesign.roles.number_radius * 0.8f * text_size();
  }
  bullet.tile = label.tile();
  const float tile = kDesign.roles.tile / 2 * text_size();
  if (!bullet.tile.empty()) bullet.radius = tile;
  const float level = sub ? sub_indent() : 0;
  const float middle = is_beside_tiles(content_, label) ? tile : bullet.radius;
  bullet.center = {left + level + middle, baseline - kDesign.type.optical_middle * bullet.size};
  return bullet;
}

Arranger::Row Arranger::row(std::size_t first, std::size_t last, std::size_t most, const Rect& area, float y,
                            float gap) {
  Row result;
  const bool key = content_.labels[first].role() == LabelRole::Key;
  for (std::size_t i = first; i < std::min(last, first + most); ++i) {
    Row longer = result;
    const MeasuredLabel& label = content_.labels[i];
    const bool other_bullet = label.bullet() != content_.labels[first].bullet() ||
                              label.tile().empty() != content_.labels[first].tile().empty();
    if (i > first && other_bullet) break;
    const float indent = key ? 0 : indent_of(label);
    const float height = label.whole().line_height() * scale_of(label);
    const float tall = std::max(result.ascent + result.descent, height);
    longer.band = beside(content_.obstacle, area, y, y + tall);
    const float room = longer.band.width - indent - seal_room(label);
    const Cell next = cell(i, LabelPiece::Whole, indent, i == first ? room : 1e9f);
    // The first one's may be negative: ink wholly on one side of the baseline.
    longer.ascent = i == first ? next.ascent : std::max(longer.ascent, next.ascent);
    longer.descent = i == first ? next.descent : std::max(longer.descent, next.descent);
    longer.band = beside(content_.obstacle, area, y, y + longer.ascent + longer.descent);
    longer.width += (longer.cells.empty() ? 0 : gap) + indent + next.width + seal_room(label);
    longer.cells.push_back(next);
    if (i > first && longer.width > longer.band.width) break;
    const bool in_fixed = !key && options_.columns > 0 && label.role() != LabelRole::Sub;
    if (i > first && in_fixed && !in_columns(longer, area, options_.columns, gap)) break;
    result = std::move(longer);
    if (result.cells[0].wrapped || label.has_seal()) break;
  }
  result_.overrun = std::max(result_.overrun, result.width - result.band.width);
  note_overrun(result.cells[0], result.cells[0].width);
  return result;
}

float Arranger::column_width(const Rect& area, std::size_t columns, float gap) {
  return (area.width - gap * float(columns - 1)) / float(columns);
}

// Columns are those of the whole area, so that dots line up from row to row; a row beside the obstacle may lack the
// end of its last one.
bool Arranger::in_columns(const Row& row, const Rect& area, std::size_t columns, float gap) {
  const float width = column_width(area, columns, gap);
  float x = area.left();
  for (const Cell& cell : row.cells) {
    const float taken = cell.indent + cell.width;
    if (taken > width || x + taken > row.band.right()) return false;
    x += width + gap;
  }
  return row.band.left() <= area.left() + 0.01f;
}

// All rows of a list start at one edge, clear of the obstacle.
float Arranger::list(const BodyPiece& piece, float y) {
  const Mark before = mark();
  const float bottom = list_rows(piece, area_, y);
  if (is_centered()) {
    center_labels(before);
    return bottom;
  }
  if (options_.edge == BulletEdge::PerRow) return bottom;
  float end = bottom;
  // Rows beside the obstacle may become more, and reach farther down to where it is wider: a second pass settles that.
  for (int pass = 0; pass < 2; ++pass) {
    const Rect free = beside(content_.obstacle, area_, y, end);
    if (free.left() <= area_.left() || free.width <= 0) break;
    go_back(before);
    end = list_rows(piece, rect_from_edges(free.left(), area_.top(), area_.right(), area_.bottom()), y);
  }
  return end;
}

float Arranger::list_rows(const BodyPiece& piece, const Rect& area, float y) {
  if (stands_on_cards(piece, area)) return group_cards(piece, area, y);
  if (content_.bars) return bar_rows(piece, area, y);
  const float leads = lead_column(piece, area.width);
  if (leads <= 0) return rows_or_groups(piece, area, y);
  // A column is worth it where it takes no more lines.
  const Mark before = mark();
  const float in_column = lead_rows(piece, area, y, leads);
  const Mark after = mark();
  go_back(before);
  const float run_in = run_in_rows(piece, area, y);
  if (run_in < in_column - 0.5f * text_size() || result_.overrun < after.overrun) return run_in;
  go_back(before);
  return lead_rows(piece, area, y, leads);
}

// Nothing has to give way there to the centre circle.
bool Arranger::is_centered() const { return align_ == BodyAlign::Middle && content_.obstacle.radius <= 0; }

// Everything since then in the middle of the width, as one block: its lines keep their edge.
void Arranger::center_labels(const Mark& since) {
  float left = area_.right(), right = area_.left();
  for (std::size_t i = since.labels; i < result_.labels.size(); ++i) {
    const ArrangedLabel& label = result_.labels[i];
    const LabelText& text = content_.labels[label.index].text(label.piece);
    const LabelExtent& extent = label.wrapped ? text.wrapped(*label.wrapped) : text.natural();
    left = std::min(left, label.bullet ? label.bullet->center.x - label.bullet->radius : label.origin.x);
    right = std::max(right, label.origin.x + extent.taken.width * label.scale);
  }
  const float shift = (area_.width - (right - left)) / 2 - (left - area_.left());
  for (std::size_t i = since.labels; i < result_.labels.size(); ++i) {
    result_.labels[i].origin.x += shift;
    if (result_.labels[i].bullet) result_.labels[i].bullet->center.x += shift;
  }
}

// In a wide body that holds nothing else rows are full, all of them, where its labels are short.
std::size_t Arranger::most_in_row(const BodyPiece& piece, const Rect& area, float gap) const {
  if (!is_plain_list(content_, piece) || content_.has_seals) return 1;
  if (options_.columns > 0) return options_.columns;
  const bool alone = content_.pieces.size() == 1 && area.width >= kDesign.search.columns_from * unit();
  if (!alone) return kDesign.rows.most_shared;
  float widest = 0;
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    const MeasuredLabel& label = content_.labels[i];
    widest = std::max(widest, indent_of(label) + label.whole().width() * scale_of(label));
  }
  const std::size_t count = piece.last - piece.first;
  std::size_t columns = std::min(count, kDesign.rows.most_even);
  while (columns > 1 && (count % columns > 0 || widest > column_width(area, columns, gap))) --columns;
  return columns > 1 ? columns : kDesign.rows.most_shared;
}

float Arranger::run_in_rows(const BodyPiece& piece, const Rect& area, float y) {
  const float gap = kDesign.rows.column_gap * unit() * options_.scale;
  const std::size_t most = most_in_row(piece, area, gap);
  std::size_t subs_end = piece.first, most_subs = 1;
  for (std::size_t i = piece.first; i < piece.last;) {
    const bool sub = content_.labels[i].role() == LabelRole::Sub;
    if (i > piece.first) y += sub ? gaps_.row / 2 : gaps_.row;
    if (sub && i >= subs_end) {
      subs_end = end_of_subs(i, piece.last);
      most_subs = subs_in_row(i, subs_end, area, gap);
    }
    const Row next = row(i, sub ? subs_end : piece.last, sub ? most_subs : most, area, y, gap);
    const float baseline = y + next.ascent;
    i += next.cells.size();
    y = baseline + next.descent;
    put_row(next, area, baseline, gap, sub ? most_subs : options_.columns);
  }
  return y;
}

// Labels that share a row and fit equal parts of the width stand in columns too.
void Arranger::put_row(const Row& row, const Rect& area, float baseline, float gap, std::size_t columns) {
  if (columns == 0) columns = row.cells.size();
  if (!in_columns(row, area, columns, gap)) columns = 0;
  float x = row.band.left();
  if (is_insight(*content_.section)) x += std::max(0.0f, (row.band.width - row.width) / 2);
  for (const Cell& cell : row.cells) {
    const std::optional<ArrangedBullet> bullet = bullet_of(cell.index, x, baseline);
    put(cell, {x + cell.indent, baseline}, bullet);
    put_seal(cell.index, row.band.right(), baseline);
    const float width = columns > 0 ? column_width(area, columns, gap) : cell.indent + cell.width;
    x += width + gap;
  }
}

float Arranger::lead_column(const BodyPiece& piece, float width) const {
  const float leads = nominal_lead_column(content_, piece) * scale_of(content_.labels[piece.first]);
  return leads <= kDesign.roles.most_lead * width ? leads : 0;
}

float Arranger::lead_rows(const BodyPiece& piece, const Rect& area, float y, float leads) {
  const float gap = kDesign.roles.lead_gap * text_size();
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    const MeasuredLabel& label = content_.labels[i];
    if (i > piece.first) y += gaps_.row;
    const float indent = indent_of(label);
    const Rect band = beside(content_.obstacle, area, y, y + label.whole().line_height() * scale_of(label));
    const bool in_column = label.has_head() && label.has_tail();
    const float column = in_column ? leads + gap : 0;
    const float room = band.width - indent - column - seal_room(label);
    const Cell tail = cell(i, in_column ? LabelPiece::Tail : LabelPiece::Whole, indent + column, room);
    note_overrun(tail, room);
    const float baseline = y + tail.ascent;
    float bottom = baseline + tail.descent;
    const std::optional<ArrangedBullet> bullet = bullet_of(i, band.left(), baseline);
    if (in_column) {
      Cell head = cell(i, LabelPiece::Head, indent, 1e9f);
      // One longer than the others breaks inside the column, whatever else may.
      if (head.width > leads + 0.01f) {
        const LabelText& text = label.text(LabelPiece::Head);
        head.wrapped = leads / scale_of(label);
        const LabelExtent& extent = text.wrapped(*head.wrapped);
        head.width = extent.taken.width * scale_of(label);
        head.descent = extent.taken.bottom() * scale_of(label);
        note_overrun(head, leads);
      }
      put(head, {band.left() + indent, baseline}, bullet);
      bottom = std::max(bottom, baseline + head.descent);
    }
    put(tail, {band.left() + indent + column, baseline}, in_column ? std::nullopt : bullet);
    put_seal(i, band.right(), baseline);
    y = bottom;
  }
  return y;
}

float Arranger::card(const BodyPiece& piece, float y) {
  const float padding = kDesign.rows.card_padding * unit();
  const float top = y;
  // The card is one rectangle: its narrowest row counts. Its height is known only when its rows are set, so they are
  // set again in the room that the whole card leaves, until that makes it no higher.
  Rect area = area_;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    const Mark before = mark();
    const Rect inner = rect_from_edges(area.left() + padding, area.top(), area.right() - padding, area.bottom());
    const float leads = lead_column(piece, inner.width);
    const float start = top + gaps_.card_padding;
    y = (leads > 0 ? key_lead_rows(piece, inner, start, leads) : key_rows(piece, inner, start)) + gaps_.card_padding;
    const Rect free = beside(content_.obstacle, area_, top, y);
    if (pass + 1 == kMostPasses || free.width >= area.width - 0.01f) break;
    area = rect_from_edges(free.left(), area.top(), free.right(), area.bottom());
    go_back(before);
  }
  result_.boxes.push_back({rect_from_edges(area.left(), top, area.right(), y), LabelRole::Key, piece.first,
                           kDesign.body.card_corner * unit()});
  return y;
}

// Formulas of a list share a row only where that holds all of them.
std::size_t Arranger::most_keys_in_row(const BodyPiece& piece, const Rect& area, float gap) const {
  if (options_.columns == 0) return kDesign.rows.most_shared;
  float width = gap * float(piece.last - piece.first - 1);
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    width += content_.labels[i].whole().width() * options_.key_scale;
  }
  return width <= area.width ? kDesign.rows.most_shared : 1;
}

float Arranger::key_rows(const BodyPiece& piece, const Rect& area, float y) {
  const float gap = kDesign.rows.key_gap * unit() * options_.key_scale;
  const std::size_t most = most_keys_in_row(piece, area, gap);
  for (std::size_t i = piece.first; i < piece.last;) {
    if (i > piece.first) y += gaps_.key_row;
    const Row next = row(i, piece.last, most, area, y, gap);
    i += next.cells.size();
    const float baseline = y + next.ascent;
    y = baseline + next.descent;
    const float used = next.width - gap * float(next.cells.size() - 1);
    // Three times as much room between formulas as at the card's sides, or two would read as one.
    const float space = std::max(0.0f, (area.width - used) / float(3 * next.cells.size() - 1));
    float x = area.left() + space;
    for (const Cell& cell : next.cells) {
      put(cell, {x, baseline}, std::nullopt);
      x += cell.width + 3 * space;
    }
  }
  return y;
}

// Leads at one edge, what follows them at another, all of it in the middle of the card.
float Arranger::key_lead_rows(const BodyPiece& piece, const Rect& area, float y, float leads) {
  const float gap = kDesign.roles.lead_gap * kDesign.body.key_text_size * unit() * options_.key_scale;
  const float room = area.width - leads - gap;
  std::vector<Cell> tails;
  float widest = 0;
  bool covered = false;  // by a lead
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    const MeasuredLabel& label = content_.labels[i];
    const bool split = label.has_head() && label.has_tail();
    covered = covered || split;
    tails.push_back(cell(i, split ? LabelPiece::Tail : LabelPiece::Whole, 0, covered ? room : area.width));
    note_overrun(tails.back(), covered ? room : area.width);
    if (!covered) continue;
    widest = std::max(widest, std::min(tails.back().width, room));
  }
  const float left = area.left() + std::max(0.0f, (area.width - leads - gap - widest) / 2);
  bool after_lead = false;
  for (const Cell& tail : tails) {
    const MeasuredLabel& label = content_.labels[tail.index];
    if (tail.index > piece.first) y += gaps_.key_row;
    after_lead = after_lead || tail.piece == LabelPiece::Tail;
    if (!after_lead) {
      // What no lead covers stands by itself.
      const Cell alone = cell(tail.index, LabelPiece::Whole, 0, area.width);
      put(alone, {area.left() + std::max(0.0f, (area.width - alone.width) / 2), y + alone.ascent}, std::nullopt);
      y += alone.ascent + alone.descent;
      continue;
    }
    float ascent = tail.ascent, descent = tail.descent;
    if (tail.piece == LabelPiece::Tail) {
      Cell head = cell(tail.index, LabelPiece::Head, 0, 1e9f);
      ascent = std::max(ascent, head.ascent);
      if (head.width > leads + 0.01f) {
        head.wrapped = leads / scale_of(label);
        head.descent = label.text(LabelPiece::Head).wrapped(*head.wrapped).taken.bottom() * scale_of(label);
      }
      descent = std::max(descent, head.descent);
      put(head, {left, y + ascent}, std::nullopt);
    }
    put(tail, {left + leads + gap, y + ascent}, std::nullopt);
    y += ascent + descent;
  }
  return y;
}

}  // namespace sixiang
