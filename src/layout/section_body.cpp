#include "layout/section_body.h"

#include <algorithm>

namespace sixiang {

namespace {

// Nominal sizes and distances on a page whose shorter side is 1080.
constexpr float kTextSize = 27, kKeyTextSize = 27, kKeyFormulaScale = 1.22f;
constexpr float kBulletRadius = 6.5f, kBulletIndent = 24;
constexpr float kCardPadding = 16, kColumnGap = 30, kKeyGap = 40;

float blend(float tight, float loose, float stretch) { return tight + (loose - tight) * stretch; }

struct Gaps {
  float top, block, card_padding, key_row, row;

  Gaps(float unit, const ArrangementOptions& options)
      : top(unit * blend(12, 22, options.head_stretch)),
        block(unit * blend(9, 20, options.head_stretch)),
        card_padding(unit * blend(5, 13, options.head_stretch)),
        key_row(unit * blend(2, 11, options.head_stretch)),
        row(unit * blend(2, 16, options.row_stretch)) {}
};

// Labels [first, last) that share a role.
struct Run {
  std::size_t first = 0, last = 0;
};

std::vector<Run> runs_of(const std::vector<MeasuredLabel>& labels) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i == 0 || labels[i].role != labels[i - 1].role) runs.push_back({i, i});
    runs.back().last = i + 1;
  }
  return runs;
}

// Sets the labels of one section row by row; `y` moves down the page.
class Arranger {
 public:
  Arranger(const PageBuilder& page, const SectionContent& content, const Disc& disc, const ArrangementOptions& options)
      : page_(page), content_(content), disc_(disc), options_(options), gaps_(page.unit(), options) {}

  Arrangement run() {
    float y = content_.area.top() + gaps_.top + options_.spread;
    if (content_.section->diagram) {
      result_.diagram = beside(disc_, content_.area, y, y + options_.diagram_height);
      y += options_.diagram_height + gaps_.block + options_.spread;
    }
    for (const Run& labels : runs_of(content_.labels)) {
      const bool key = content_.labels[labels.first].role == LabelRole::Key;
      y = (key ? card(labels, y) : bullets(labels, y)) + gaps_.block + options_.spread;
    }
    result_.bottom = y - gaps_.block - options_.spread;
    return std::move(result_);
  }

 private:
  struct Cell {
    std::size_t index;
    float width, ascent, descent;
    std::optional<TextLayout> wrapped;
  };

  float bullet_radius() const { return kBulletRadius * page_.unit() * options_.scale; }

  float scale_of(const MeasuredLabel& label) const {
    return label.role == LabelRole::Key ? options_.key_scale : options_.scale;
  }

  Cell cell(std::size_t index, float room) const {
    const MeasuredLabel& label = content_.labels[index];
    const float scale = scale_of(label);
    Cell result{
        index, label.layout.box.width * scale, label.layout.box.ascent * scale, label.layout.box.descent * scale, {}};
    if (result.width <= room || options_.wrapping == Wrapping::Never || room <= 0) return result;
    LabelStyle style = label.style;
    style.paragraph.breaking = LineBreaking::Balanced;
    style.paragraph.max_width = room / scale;
    const std::string& text = content_.section->labels[label.index].text;
    result.wrapped = layout_label(text, style, page_.fonts());
    result.width = result.wrapped->box.width * scale;
    result.ascent = result.wrapped->box.ascent * scale;
    result.descent = result.wrapped->box.descent * scale;
    return result;
  }

  // As many labels from `first` on as share one row of `area` at the height `y`: at least one.
  struct Row {
    std::vector<Cell> cells;
    Rect band;
    float ascent = 0, descent = 0, width = 0;
  };

  Row row(std::size_t first, std::size_t last, const Rect& area, float y, float indent, float gap) {
    Row result;
    for (std::size_t i = first; i < last; ++i) {
      Row longer = result;
      const MeasuredLabel& label = content_.labels[i];
      const float height = label.layout.box.height() * scale_of(label);
      const float tall = std::max(result.ascent + result.descent, height);
      longer.band = beside(disc_, area, y, y + tall);
      const float room = longer.band.width - indent;
      Cell next = i == first ? cell(i, room) : cell(i, 1e9f);
      longer.ascent = std::max(longer.ascent, next.ascent);
      longer.descent = std::max(longer.descent, next.descent);
      longer.band = beside(disc_, area, y, y + longer.ascent + longer.descent);
      longer.width += (longer.cells.empty() ? 0 : gap) + indent + next.width;
      longer.cells.push_back(std::move(next));
      if (i > first && (longer.width > longer.band.width || longer.cells.size() > 3)) break;
      result = std::move(longer);
      if (result.cells[0].wrapped) break;
    }
    result_.overrun = std::max(result_.overrun, result.width - result.band.width);
    return result;
  }

  void place(Cell&& cell, Point origin, std::optional<Point> bullet) {
    const float scale = scale_of(content_.labels[cell.index]);
    result_.labels.push_back({cell.index, origin, scale, std::move(cell.wrapped), bullet, bullet_radius()});
  }

  // All rows of a run start at one edge, clear of the disc, if there is room; otherwise each row keeps clear by itself.
  float bullets(const Run& labels, float y) {
    const std::size_t placed = result_.labels.size();
    const float overrun = result_.overrun;
    const float bottom = bullet_rows(labels, content_.area, y);
    const Rect free = beside(disc_, content_.area, y, bottom);
    if (free.left() <= content_.area.left() || free.width <= 0) return bottom;
    const std::vector<ArrangedLabel> ragged(result_.labels.begin() + std::ptrdiff_t(placed), result_.labels.end());
    const float ragged_overrun = result_.overrun;
    result_.labels.resize(placed);
    result_.overrun = overrun;
    const float aligned = bullet_rows(labels, rect_from_edges(free.left(), 0, content_.area.right(), 0), y);
    if (result_.overrun <= ragged_overrun && aligned <= bottom) return aligned;
    result_.labels.resize(placed);
    result_.labels.insert(result_.labels.end(), ragged.begin(), ragged.end());
    result_.overrun = ragged_overrun;
    return bottom;
  }

  float bullet_rows(const Run& labels, const Rect& area, float y) {
    const float indent = kBulletIndent * page_.unit() * options_.scale;
    const float gap = kColumnGap * page_.unit() * options_.scale;
    for (std::size_t i = labels.first; i < labels.last;) {
      if (i > labels.first) y += gaps_.row;
      Row next = row(i, labels.last, area, y, indent, gap);
      const float baseline = y + next.ascent;
      i += next.cells.size();
      y = baseline + next.descent;
      place_bullets(std::move(next), baseline, indent, gap);
    }
    return y;
  }

  // Two labels that both fit half of the row stand in columns, so that dots line up from row to row.
  void place_bullets(Row row, float baseline, float indent, float gap) {
    const float half = (row.band.width - gap) / 2;
    const bool columns = row.cells.size() == 2 && row.band.width >= content_.area.width - 1 &&
                         indent + row.cells[0].width <= half && indent + row.cells[1].width <= half;
    float x = row.band.left();
    for (Cell& cell : row.cells) {
      const float size = content_.labels[cell.index].style.text.size * options_.scale;
      const Point bullet{x + bullet_radius(), baseline - kOpticalMiddle * size};
      const float width = cell.width;
      place(std::move(cell), {x + indent, baseline}, bullet);
      x = columns ? row.band.left() + half + gap : x + indent + width + gap;
    }
  }

  float card(const Run& labels, float y) {
    const float padding = kCardPadding * page_.unit();
    const float top = y;
    // The card is one rectangle: its narrowest row counts. Its height is known only when its rows are set, so they are
    // set twice, the second time in the room that the whole card leaves.
    Rect area = content_.area;
    for (int pass = 0; pass < 2; ++pass) {
      const std::size_t placed = result_.labels.size();
      const float overrun = result_.overrun;
      const Rect inner = rect_from_edges(area.left() + padding, area.top(), area.right() - padding, area.bottom());
      y = key_rows(labels, inner, top + gaps_.card_padding) + gaps_.card_padding;
      const Rect free = beside(disc_, content_.area, top, y);
      if (pass == 1 || free.width >= area.width) break;
      area = rect_from_edges(free.left(), area.top(), free.right(), area.bottom());
      result_.labels.resize(placed);
      result_.overrun = overrun;
    }
    result_.cards.push_back(rect_from_edges(area.left(), top, area.right(), y));
    return y;
  }

  float key_rows(const Run& labels, const Rect& area, float y) {
    const float gap = kKeyGap * page_.unit() * options_.key_scale;
    for (std::size_t i = labels.first; i < labels.last;) {
      if (i > labels.first) y += gaps_.key_row;
      Row next = row(i, labels.last, area, y, 0, gap);
      i += next.cells.size();
      const float baseline = y + next.ascent;
      y = baseline + next.descent;
      const float used = next.width - gap * float(next.cells.size() - 1);
      // Three times as much room between formulas as at the card's sides, or two would read as one.
      const float space = std::max(0.0f, (area.width - used) / float(3 * next.cells.size() - 1));
      float x = area.left() + space;
      for (Cell& cell : next.cells) {
        const float width = cell.width;
        place(std::move(cell), {x, baseline}, std::nullopt);
        x += width + 3 * space;
      }
    }
    return y;
  }

  const PageBuilder& page_;
  const SectionContent& content_;
  const Disc& disc_;
  const ArrangementOptions& options_;
  const Gaps gaps_;
  Arrangement result_;
};

LabelStyle style_of(const PageBuilder& page, const Label& label) {
  const bool key = label.role == LabelRole::Key;
  LabelStyle style = label_style(page, (key ? kKeyTextSize : kTextSize) * page.unit());
  if (key) {
    style.formula_color = page.poster().palette.key_formula;
    style.formula_scale = kKeyFormulaScale;
    style.formula_display = is_formula(parse_label(label.text)) ? math::Display::Block : math::Display::Inline;
  }
  if (label.color) {
    style.formula_color = *label.color;
    if (!key) style.text.color = *label.color;
  }
  return style;
}

}  // namespace

SectionContent measure_section(const PageBuilder& page, const Section& section, const Rect& area) {
  SectionContent content;
  content.section = &section;
  content.area = area;
  for (std::size_t i = 0; i < section.labels.size(); ++i) {
    MeasuredLabel measured;
    measured.index = i;
    measured.role = section.labels[i].role;
    measured.style = style_of(page, section.labels[i]);
    measured.layout = layout_label(section.labels[i].text, measured.style, page.fonts());
    content.labels.push_back(std::move(measured));
  }
  return content;
}

std::size_t block_count(const SectionContent& content) {
  return runs_of(content.labels).size() + (content.section->diagram ? 1 : 0);
}

float bottom_padding(const PageBuilder& page) { return 14 * page.unit(); }

Arrangement arrange(const PageBuilder& page, const SectionContent& content, const Disc& disc,
                    const ArrangementOptions& options) {
  return Arranger(page, content, disc, options).run();
}

float widest_key_scale(const PageBuilder& page, const SectionContent& content) {
  const float room = content.area.width - 2 * kCardPadding * page.unit();
  float scale = 10;
  for (const MeasuredLabel& label : content.labels) {
    const float width = label.layout.box.width;
    if (label.role == LabelRole::Key && width * scale > room) scale = room / width;
  }
  return scale;
}

bool fits(const PageBuilder& page, const SectionContent& content, const Arrangement& arrangement) {
  return arrangement.overrun <= 0.01f && arrangement.bottom <= content.area.bottom() - bottom_padding(page) + 0.01f;
}

}  // namespace sixiang
