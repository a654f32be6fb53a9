// Where everything in a section's body stands at one size and one spacing: pieces from the top down, or in a wide
// section one of them beside the rest.
#include <algorithm>

#include "layout/arranger.h"
#include "layout/design.h"

namespace sixiang {

namespace {

float blend(const Gap& gap, float stretch) { return gap.tight + (gap.loose - gap.tight) * stretch; }

// One large figure in the middle has all that follows it there too; so has a picture what needs no edge.
bool is_led_from_middle(const MeasuredSection& content) {
  if (content.pieces.empty() || content.reading != Reading::Down) return false;
  const BodyPiece& first = content.pieces.front();
  const auto stands_free = [](const MeasuredLabel& label) {
    return label.role() != LabelRole::Text || label.bullet() == Bullet::None;
  };
  if (first.kind == BodyPieceKind::Picture)
    return std::all_of(content.labels.begin(), content.labels.end(), stands_free);
  return first.kind == BodyPieceKind::Figures && first.last - first.first == 1;
}

// Cards keep their paddings while text shrinks to where it is still read.
float padding_scale(float key_scale) { return std::max(std::min(1.0f, key_scale / kDesign.rows.read_key), key_scale); }

}  // namespace

Arranger::Gaps Arranger::gaps_of(float unit, float text_size, const ArrangementOptions& options) {
  const RowsDesign& rows = kDesign.rows;
  Gaps gaps;
  gaps.top = unit * blend(rows.top, options.stretch) + options.head_spread;
  gaps.block = unit * blend(rows.block, options.stretch) + options.head_spread;
  gaps.foot = unit * blend(rows.foot, options.stretch) + options.foot_spread;
  gaps.card_padding = unit * blend(rows.card, options.stretch) * padding_scale(options.key_scale);
  gaps.key_row = unit * blend(rows.key_row, options.stretch) * padding_scale(options.key_scale);
  gaps.row = unit * blend(rows.row, options.stretch);
  gaps.row =
      std::max(gaps.row, std::min(gaps.row + rows.row_part * options.foot_spread, rows.most_row_gap * text_size));
  return gaps;
}

Arranger::Arranger(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options)
    : page_(page),
      content_(content),
      options_(options),
      gaps_(gaps_of(page.unit(), kDesign.body.text_size * page.unit() * options.scale, options)),
      align_(is_led_from_middle(content) ? BodyAlign::Middle : options.align),
      area_(content.area) {}

Arrangement Arranger::run() {
  result_.zoom = options_.zoom;
  result_.bottom = content_.reading == Reading::Down || content_.pieces.size() < 2 ? stack(0, content_.pieces.size())
                                                                                   : beside_each_other();
  return std::move(result_);
}

Arranger::Mark Arranger::mark() const {
  return {result_.boxes.size(), result_.labels.size(), result_.diagrams.size(),
          result_.bars.size(),  result_.overrun,       number_};
}

void Arranger::go_back(const Mark& mark) {
  result_.boxes.resize(mark.boxes);
  result_.labels.resize(mark.labels);
  result_.diagrams.resize(mark.diagrams);
  result_.bars.resize(mark.bars);
  result_.overrun = mark.overrun;
  number_ = mark.number;
}

float Arranger::stack(std::size_t first, std::size_t last) {
  float y = area_.top() + gaps_.top;
  bool foot = false;
  for (std::size_t i = first; i < last; ++i) {
    const BodyPiece& piece = content_.pieces[i];
    foot = foot || piece.kind == BodyPieceKind::List;
    if (i > first) y += foot ? gaps_.foot : gaps_.block;
    if (i == first && foot) y += options_.foot_spread - options_.head_spread;
    const std::size_t zone = result_.piece_heights.size();
    y = place_in_zone(piece, y, zone < options_.zones.size() ? options_.zones[zone] : 0);
  }
  return y;
}

float Arranger::place_in_zone(const BodyPiece& piece, float y, float height) {
  const Mark before = mark();
  const float end = place(piece, y), lacks = y + height - end;
  result_.piece_heights.push_back(end - y);
  if (lacks <= 0) return end;
  go_back(before);
  if (piece.kind == BodyPieceKind::List) {
    // Its first and its last line are those of its siblings, as far as that does not tear it apart.
    const float row = gaps_.row, rows = float(piece.last - piece.first) - 1;
    if (rows > 0) gaps_.row = std::max(row, std::min(row + lacks / rows, kDesign.rows.most_row_gap * text_size()));
    place(piece, y);
    gaps_.row = row;
  } else {
    place(piece, y + lacks / 2);
    if (piece.kind == BodyPieceKind::Card) {
      Rect& card = result_.boxes.back().rect;
      card = rect_from_edges(card.left(), y, card.right(), y + height);
    }
  }
  return y + height;
}

float Arranger::centered_stack(std::size_t first, std::size_t last) {
  const Mark before = mark();
  const float bottom = stack(first, last);
  const float shift = (area_.bottom() - gaps_.top - bottom) / 2;
  if (shift <= 0) return bottom;
  go_back(before);
  area_.y += shift;
  area_.height -= shift;
  return stack(first, last);
}

float Arranger::beside_each_other() {
  const Rect whole = content_.area, lead = lead_area(page_, content_, content_.reading);
  const float gap = kDesign.rows.lead_gap * unit();
  const std::size_t count = content_.pieces.size();
  const bool on_left = content_.reading == Reading::LeadLeft;
  const std::size_t alone = on_left ? 0 : count - 1;
  area_ = lead;
  const float lead_bottom = centered_stack(alone, alone + 1);
  area_ = on_left ? rect_from_edges(lead.right() + gap, whole.top(), whole.right(), whole.bottom())
                  : rect_from_edges(whole.left(), whole.top(), lead.left() - gap, whole.bottom());
  return std::max(lead_bottom, on_left ? centered_stack(1, count) : centered_stack(0, count - 1));
}

float Arranger::place(const BodyPiece& piece, float y) {
  switch (piece.kind) {
    case BodyPieceKind::Diagram:
      return diagram(piece, y);
    case BodyPieceKind::List:
      return content_.item_columns > 0 ? item_cards(piece) : list(piece, y);
    case BodyPieceKind::Card:
      return card(piece, y);
    case BodyPieceKind::Figures:
      return figures(piece, y);
    case BodyPieceKind::Callout:
    case BodyPieceKind::Code:
      return panel(piece, y);
    case BodyPieceKind::Tags:
      return tags(piece, y);
    case BodyPieceKind::Picture:
      result_.picture = Rect{area_.x, y, area_.width, content_.picture};
      return y + content_.picture;
  }
  return y;
}

float Arranger::text_size() const { return kDesign.body.text_size * unit() * options_.scale; }

float Arranger::bullet_radius() const { return kDesign.rows.bullet_radius * unit() * options_.scale; }

float Arranger::scale_of(const MeasuredLabel& label) const {
  if (label.is_caption()) return options_.scale;
  switch (label.role()) {
    case LabelRole::Key:
      return options_.key_scale;
    case LabelRole::Code:
    case LabelRole::Tag:
      return options_.scale * options_.line_scale;
    case LabelRole::Text:
    case LabelRole::Sub:
    case LabelRole::Figure:
    case LabelRole::Callout:
      break;
  }
  return options_.scale;
}

Arranger::Cell Arranger::cell(std::size_t index, LabelPiece piece, float indent, float room) const {
  return cell_at(index, piece, indent, room, scale_of(content_.labels[index]));
}

Arranger::Cell Arranger::cell_at(std::size_t index, LabelPiece piece, float indent, float room, float scale) const {
  const MeasuredLabel& label = content_.labels[index];
  const LabelText& text = label.text(piece);
  Cell result;
  result.scale = scale;
  result.index = index;
  result.piece = piece;
  result.indent = indent;
  const LabelExtent* extent = &text.natural();
  // A tag is one line among large text.
  const bool tag = label.role() == LabelRole::Tag && options_.scale > 1 && options_.wrapping != Wrapping::Allowed;
  const bool may_wrap = (options_.wrapping != Wrapping::Never && !tag) || label.role() == LabelRole::Key;
  if (extent->taken.width * scale > room && may_wrap && room > 0) {
    result.wrapped = room / scale;
    extent = &text.wrapped(*result.wrapped);
    result.splits_word = extent->splits_word;
  }
  const Rect& taken = extent->taken;
  result.width = taken.width * scale;
  result.ascent = -taken.top() * scale;
  result.descent = taken.bottom() * scale;
  if ((content_.has_tiles || content_.has_seals) && label.role() == LabelRole::Text) {
    // A tile and a disc are higher than a line.
    const float height = content_.has_seals ? kDesign.roles.seal : kDesign.roles.tile + kDesign.roles.tile_gap;
    const float half = height / 2 * text_size(), middle = kDesign.type.optical_middle * text_size();
    result.ascent = std::max(result.ascent, middle + half);
    result.descent = std::max(result.descent, half - middle);
  }
  return result;
}

void Arranger::note_overrun(const Cell& cell, float room) {
  result_.overrun = std::max(result_.overrun, cell.width - room);
  if (cell.splits_word && options_.wrapping != Wrapping::Allowed) {
    result_.overrun = std::max(result_.overrun, 1.0f);
  }
}

void Arranger::put(const Cell& cell, Point origin, std::optional<ArrangedBullet> bullet) {
  result_.labels.push_back({cell.index, cell.piece, origin, cell.scale, cell.wrapped, bullet});
}

Rect lead_area(const PageBuilder& page, const MeasuredSection& content, Reading reading) {
  Rect area = content.area;
  const float width = area.width * kDesign.rows.lead_part - kDesign.rows.lead_gap / 2 * page.unit();
  switch (reading) {
    case Reading::Down:
      break;
    case Reading::LeadLeft:
      area.width = width;
      break;
    case Reading::LastRight:
      area = {area.right() - width, area.y, width, area.height};
      break;
  }
  return area;
}

std::size_t longest_list(const MeasuredSection& content) {
  std::size_t longest = 0;
  for (const BodyPiece& piece : content.pieces) {
    if (piece.kind == BodyPieceKind::List) longest = std::max(longest, piece.last - piece.first);
  }
  return longest;
}

Arrangement arrange(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options) {
  return Arranger(page, content, options).run();
}

namespace {

// Formulas are drawn larger than text, and among large text need not be.
float least_unbroken(const MeasuredLabel& label, float scale) {
  return label.has_formula() ? kDesign.search.unbroken_formula * std::min(scale, kDesign.search.large_for_formulas)
                             : kDesign.search.unbroken_key * scale;
}

// Of the row that all labels of a card share, at nominal size; 0: they are one, or too many.
float shared_row_width(const PageBuilder& page, const MeasuredSection& content, const BodyPiece& piece) {
  const std::size_t count = piece.last - piece.first;
  if (count < 2 || count > kDesign.rows.most_shared) return 0;
  float width = kDesign.rows.key_gap * page.unit() * float(count - 1);
  for (std::size_t i = piece.first; i < piece.last; ++i) width += content.labels[i].whole().width();
  return width;
}

}  // namespace

float widest_key_scale(const PageBuilder& page, const MeasuredSection& content, Reading reading, float scale) {
  const float room = lead_area(page, content, reading).width - 2 * kDesign.rows.card_padding * page.unit();
  const float gap = kDesign.roles.lead_gap * kDesign.body.key_text_size * page.unit();
  const float least = least_key_scale(content, scale, KeySize::Least);
  float widest = 10;
  for (const BodyPiece& piece : content.pieces) {
    if (piece.kind != BodyPieceKind::Card) continue;
    const float leads = nominal_lead_column(content, piece);
    // Formulas that can share a row do.
    const float together = leads > 0 ? 0 : shared_row_width(page, content, piece);
    const float side_by_side = std::min(scale, kDesign.search.large_for_formulas) * kDesign.search.unbroken_formula;
    if (together * side_by_side <= room && together * widest > room) widest = room / together;
    for (std::size_t i = piece.first; i < piece.last; ++i) {
      const MeasuredLabel& label = content.labels[i];
      const bool in_column = leads > 0 && label.has_head() && label.has_tail();
      const float width = in_column ? leads + gap + label.text(LabelPiece::Tail).width() : label.whole().width();
      const bool unbroken = width * least_unbroken(label, scale) <= room;
      if (unbroken && width * widest > room) widest = room / width;
      if (unbroken || !label.has_formula()) continue;
      // What is broken anyhow keeps to two lines.
      const LabelText& text = label.text(in_column ? LabelPiece::Tail : LabelPiece::Whole);
      const float broken = text.formulas_on_two_lines() + (in_column ? leads + gap : 0);
      if (broken * widest > room) widest = std::min(widest, std::max(least, room / broken));
    }
  }
  return widest;
}

float least_key_scale(const MeasuredSection& content, float scale, KeySize keys) {
  const bool words = std::any_of(content.labels.begin(), content.labels.end(), [](const MeasuredLabel& label) {
    return label.role() == LabelRole::Key && !label.has_formula();
  });
  const SearchDesign& design = kDesign.search;
  switch (keys) {
    case KeySize::Wanted:
      break;
    case KeySize::AsText:
      return words ? scale * design.unbroken_key : std::min(scale, design.large_for_formulas) * design.unbroken_formula;
    case KeySize::Least:
      return words ? scale * design.least_key
                   : std::max(scale * design.beside_large,
                              std::min(scale, design.large_for_formulas) * design.least_formula);
  }
  return scale;
}

float key_scale_beside(const PageBuilder& page, const MeasuredSection& content, float scale) {
  // One label that has to be broken is no reason for the others to be.
  return std::min(scale, widest_key_scale(page, content, content.reading, scale));
}

float line_scale_beside(const PageBuilder& page, const MeasuredSection& content, float scale) {
  const RolesDesign& roles = kDesign.roles;
  const float text = kDesign.body.text_size * page.unit() * scale;
  float line_scale = 1;
  for (const MeasuredLabel& label : content.labels) {
    const bool code = label.role() == LabelRole::Code, tag = label.role() == LabelRole::Tag;
    if (label.is_caption() || (!code && !tag)) continue;
    const float room = content.area.width - 2 * (code ? roles.panel_padding : roles.tag_padding) * text;
    const float part = room / (label.whole().width() * scale);
    // What would be too small is broken.
    if (part >= roles.least_line) line_scale = std::min(line_scale, part);
  }
  return line_scale;
}

bool may_fit(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options) {
  const float lead = lead_area(page, content, content.reading).width;
  const bool across = content.reading != Reading::Down;
  const float room = across ? std::max(lead, content.area.width - lead) : content.area.width;
  float height = 0;
  for (const MeasuredLabel& label : content.labels) {
    const bool key = label.role() == LabelRole::Key;
    if (options.wrapping == Wrapping::Never && !key) continue;
    const bool line = label.role() == LabelRole::Code || label.role() == LabelRole::Tag;
    const float scale = key ? options.key_scale : options.scale * (line ? options.line_scale : 1);
    // Of a figure, what it is stands in smaller letters.
    const bool small = label.role() == LabelRole::Figure && label.has_tail();
    height += label.text(small ? LabelPiece::Tail : LabelPiece::Whole).least_height(room / scale) * scale;
  }
  return height <= content.area.height * (across ? 2 : 1);
}

bool fits(const PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement) {
  return arrangement.overrun <= 0.01f && arrangement.bottom <= content.area.bottom() - bottom_padding(page) + 0.01f;
}

}  // namespace sixiang
