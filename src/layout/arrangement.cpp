// Where everything in a section's body stands at one size and one spacing: blocks from the top down, or in a wide
// section what leads on the left and the rest beside it.
#include <algorithm>

#include "layout/section_body.h"

#include "layout/design.h"

namespace sixiang {

namespace {

constexpr int kMostPasses = 5;

float blend(float tight, float loose, float stretch) { return tight + (loose - tight) * stretch; }

// Cards keep their paddings while text shrinks to where it is still read.
float padding_scale(float key_scale) { return std::max(std::min(1.0f, key_scale / kDesign.rows.read_key), key_scale); }

struct Gaps {
  float top, block, foot, card_padding, key_row, row;

  Gaps(float unit, float text_size, const ArrangementOptions& options)
      : top(unit * blend(kDesign.rows.top.tight, kDesign.rows.top.loose, options.stretch) + options.head_spread),
        block(unit * blend(kDesign.rows.block.tight, kDesign.rows.block.loose, options.stretch) + options.head_spread),
        foot(unit * blend(kDesign.rows.foot.tight, kDesign.rows.foot.loose, options.stretch) + options.foot_spread),
        card_padding(unit * blend(kDesign.rows.card.tight, kDesign.rows.card.loose, options.stretch) *
                     padding_scale(options.key_scale)),
        key_row(unit * blend(kDesign.rows.key_row.tight, kDesign.rows.key_row.loose, options.stretch) *
                padding_scale(options.key_scale)),
        row(unit * blend(kDesign.rows.row.tight, kDesign.rows.row.loose, options.stretch)) {
    row = std::max(row,
                   std::min(row + kDesign.rows.row_part * options.foot_spread, kDesign.rows.most_row_gap * text_size));
  }
};

// Labels [first, last) that share a role; a diagram has none.
struct Run {
  std::size_t first = 0, last = 0;
  bool key = false;
};

std::vector<Run> runs_of(const std::vector<MeasuredLabel>& labels) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i == 0 || labels[i].role() != labels[i - 1].role()) runs.push_back({i, i, labels[i].role() == LabelRole::Key});
    runs.back().last = i + 1;
  }
  return runs;
}

// Sets the labels of one section row by row; `y` moves down the page.
class Arranger {
 public:
  Arranger(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options)
      : page_(page),
        content_(content),
        options_(options),
        gaps_(page.unit(), kDesign.body.text_size * page.unit() * options.scale, options),
        area_(content.area) {}

  Arrangement run() {
    result_.zoom = options_.zoom;
    std::vector<Run> runs = runs_of(content_.labels);
    if (leading_diagram(*content_.section)) runs.insert(runs.begin(), Run{});
    switch (content_.reading) {
      case Reading::Down:
        result_.bottom = stack(runs, 0, runs.size());
        break;
      case Reading::Across:
        result_.bottom = across(runs);
        break;
    }
    return std::move(result_);
  }

 private:
  struct Cell {
    std::size_t index;
    float width, ascent, descent;
    std::optional<float> wrapped;  // nominal width of its lines
    bool splits_word = false;
  };

  // As many labels from `first` on as share one row of `area` at the height `y`: at least one.
  struct Row {
    std::vector<Cell> cells;
    Rect band;
    float ascent = 0, descent = 0, width = 0;
  };

  // What has been placed so far, to go back to.
  struct Mark {
    std::size_t cards, labels;
    float overrun;
  };
  Mark mark() const { return {result_.cards.size(), result_.labels.size(), result_.overrun}; }
  void go_back(const Mark& mark) {
    result_.cards.resize(mark.cards);
    result_.labels.resize(mark.labels);
    result_.overrun = mark.overrun;
  }

  // Blocks [first, last) below each other; returns where they end.
  float stack(const std::vector<Run>& runs, std::size_t first, std::size_t last) {
    float y = area_.top() + gaps_.top;
    bool foot = false;
    for (std::size_t i = first; i < last; ++i) {
      const bool bullets_next = runs[i].last > 0 && !runs[i].key;
      foot = foot || bullets_next;
      if (i > first) y += foot ? gaps_.foot : gaps_.block;
      if (i == first && foot) y += options_.foot_spread - options_.head_spread;
      y = block(runs[i], y);
    }
    return y;
  }

  float across(const std::vector<Run>& runs) {
    const Rect whole = content_.area;
    area_ = lead_area(page_, content_, Reading::Across);
    const float lead = centered_stack(runs, 0, 1);
    const float left = area_.right() + kDesign.rows.lead_gap * page_.unit();
    area_ = rect_from_edges(left, whole.top(), whole.right(), whole.bottom());
    return std::max(lead, centered_stack(runs, 1, runs.size()));
  }

  // The same in the middle of the height.
  float centered_stack(const std::vector<Run>& runs, std::size_t first, std::size_t last) {
    const Mark before = mark();
    const float bottom = stack(runs, first, last);
    const float shift = (area_.bottom() - gaps_.top - bottom) / 2;
    if (shift <= 0) return bottom;
    go_back(before);
    area_.y += shift;
    area_.height -= shift;
    return stack(runs, first, last);
  }

  float block(const Run& run, float y) {
    if (run.last == 0) {
      result_.diagram = beside(content_.obstacle, area_, y, y + options_.diagram_height);
      return y + options_.diagram_height;
    }
    return run.key ? card(run, y) : bullets(run, y);
  }

  float bullet_radius() const { return kDesign.rows.bullet_radius * page_.unit() * options_.scale; }

  float scale_of(const MeasuredLabel& label) const {
    return label.role() == LabelRole::Key ? options_.key_scale : options_.scale;
  }

  Cell cell(std::size_t index, float room) const {
    const MeasuredLabel& label = content_.labels[index];
    const float scale = scale_of(label);
    Cell result{index, 0, 0, 0, {}, false};
    const LabelExtent* extent = &label.natural();
    if (extent->taken.width * scale > room && options_.wrapping != Wrapping::Never && room > 0) {
      result.wrapped = room / scale;
      extent = &label.wrapped(*result.wrapped);
      result.splits_word = extent->splits_word;
    }
    const Rect& taken = extent->taken;
    result.width = taken.width * scale;
    result.ascent = -taken.top() * scale;
    result.descent = taken.bottom() * scale;
    return result;
  }

  Row row(std::size_t first, std::size_t last, std::size_t most, const Rect& area, float y, float indent, float gap) {
    Row result;
    for (std::size_t i = first; i < std::min(last, first + most); ++i) {
      Row longer = result;
      const MeasuredLabel& label = content_.labels[i];
      const float height = label.line_height() * scale_of(label);
      const float tall = std::max(result.ascent + result.descent, height);
      longer.band = beside(content_.obstacle, area, y, y + tall);
      const float room = longer.band.width - indent;
      Cell next = i == first ? cell(i, room) : cell(i, 1e9f);
      // The first one's may be negative: ink wholly on one side of the baseline.
      longer.ascent = i == first ? next.ascent : std::max(longer.ascent, next.ascent);
      longer.descent = i == first ? next.descent : std::max(longer.descent, next.descent);
      longer.band = beside(content_.obstacle, area, y, y + longer.ascent + longer.descent);
      longer.width += (longer.cells.empty() ? 0 : gap) + indent + next.width;
      longer.cells.push_back(next);
      if (i > first && longer.width > longer.band.width) break;
      if (i > first && indent > 0 && options_.columns > 0 && !in_columns(longer, area, options_.columns, indent, gap))
        break;
      result = std::move(longer);
      if (result.cells[0].wrapped) break;
    }
    result_.overrun = std::max(result_.overrun, result.width - result.band.width);
    if (result.cells[0].splits_word && options_.wrapping == Wrapping::BetweenWords) {
      result_.overrun = std::max(result_.overrun, 1.0f);
    }
    return result;
  }

  static float column_width(const Rect& area, std::size_t columns, float gap) {
    return (area.width - gap * float(columns - 1)) / float(columns);
  }

  // Columns are those of the whole area, so that dots line up from row to row; a row beside the obstacle may lack the
  // end of its last one.
  static bool in_columns(const Row& row, const Rect& area, std::size_t columns, float indent, float gap) {
    const float width = column_width(area, columns, gap);
    float x = area.left();
    for (const Cell& cell : row.cells) {
      if (indent + cell.width > width || x + indent + cell.width > row.band.right()) return false;
      x += width + gap;
    }
    return row.band.left() <= area.left() + 0.01f;
  }

  void place(const Cell& cell, Point origin, std::optional<Point> bullet) {
    const float scale = scale_of(content_.labels[cell.index]);
    result_.labels.push_back({cell.index, origin, scale, cell.wrapped, bullet, bullet_radius()});
  }

  // All rows of a run start at one edge, clear of the obstacle.
  float bullets(const Run& labels, float y) {
    const Mark before = mark();
    const float bottom = bullet_rows(labels, area_, y);
    if (options_.edge == BulletEdge::PerRow) return bottom;
    float end = bottom;
    // Rows beside the obstacle may become more, and reach farther down to where it is wider: a second pass settles
    // that.
    for (int pass = 0; pass < 2; ++pass) {
      const Rect free = beside(content_.obstacle, area_, y, end);
      if (free.left() <= area_.left() || free.width <= 0) break;
      go_back(before);
      end = bullet_rows(labels, rect_from_edges(free.left(), area_.top(), area_.right(), area_.bottom()), y);
    }
    return end;
  }

  float bullet_rows(const Run& labels, const Rect& area, float y) {
    const float indent = kDesign.rows.bullet_indent * page_.unit() * options_.scale;
    const float gap = kDesign.rows.column_gap * page_.unit() * options_.scale;
    for (std::size_t i = labels.first; i < labels.last;) {
      if (i > labels.first) y += gaps_.row;
      const std::size_t most = options_.columns > 0 ? options_.columns : kDesign.rows.most_shared;
      Row next = row(i, labels.last, most, area, y, indent, gap);
      const float baseline = y + next.ascent;
      i += next.cells.size();
      y = baseline + next.descent;
      place_bullets(next, area, baseline, indent, gap);
    }
    return y;
  }

  // Labels that share a row and fit equal parts of the width stand in columns too.
  void place_bullets(const Row& row, const Rect& area, float baseline, float indent, float gap) {
    std::size_t columns = options_.columns;
    if (columns == 0) columns = row.cells.size();
    if (!in_columns(row, area, columns, indent, gap)) columns = 0;
    float x = row.band.left();
    for (const Cell& cell : row.cells) {
      const float size = content_.labels[cell.index].text_size() * options_.scale;
      const Point bullet{x + bullet_radius(), baseline - kDesign.type.optical_middle * size};
      place(cell, {x + indent, baseline}, bullet);
      const float width = columns > 0 ? column_width(area, columns, gap) : indent + cell.width;
      x += width + gap;
    }
  }

  float card(const Run& labels, float y) {
    const float padding = kDesign.rows.card_padding * page_.unit();
    const float top = y;
    // The card is one rectangle: its narrowest row counts. Its height is known only when its rows are set, so they are
    // set again in the room that the whole card leaves, until that makes it no higher.
    Rect area = area_;
    for (int pass = 0; pass < kMostPasses; ++pass) {
      const Mark before = mark();
      const Rect inner = rect_from_edges(area.left() + padding, area.top(), area.right() - padding, area.bottom());
      y = key_rows(labels, inner, top + gaps_.card_padding) + gaps_.card_padding;
      const Rect free = beside(content_.obstacle, area_, top, y);
      if (pass + 1 == kMostPasses || free.width >= area.width - 0.01f) break;
      area = rect_from_edges(free.left(), area.top(), free.right(), area.bottom());
      go_back(before);
    }
    result_.cards.push_back(rect_from_edges(area.left(), top, area.right(), y));
    return y;
  }

  // Formulas of a list share a row only where that holds all of them.
  std::size_t most_keys_in_row(const Run& labels, const Rect& area, float gap) const {
    if (options_.columns == 0) return kDesign.rows.most_shared;
    float width = gap * float(labels.last - labels.first - 1);
    for (std::size_t i = labels.first; i < labels.last; ++i) {
      width += content_.labels[i].width() * options_.key_scale;
    }
    return width <= area.width ? kDesign.rows.most_shared : 1;
  }

  float key_rows(const Run& labels, const Rect& area, float y) {
    const float gap = kDesign.rows.key_gap * page_.unit() * options_.key_scale;
    const std::size_t most = most_keys_in_row(labels, area, gap);
    for (std::size_t i = labels.first; i < labels.last;) {
      if (i > labels.first) y += gaps_.key_row;
      Row next = row(i, labels.last, most, area, y, 0, gap);
      i += next.cells.size();
      const float baseline = y + next.ascent;
      y = baseline + next.descent;
      const float used = next.width - gap * float(next.cells.size() - 1);
      // Three times as much room between formulas as at the card's sides, or two would read as one.
      const float space = std::max(0.0f, (area.width - used) / float(3 * next.cells.size() - 1));
      float x = area.left() + space;
      for (const Cell& cell : next.cells) {
        place(cell, {x, baseline}, std::nullopt);
        x += cell.width + 3 * space;
      }
    }
    return y;
  }

  const PageBuilder& page_;
  const MeasuredSection& content_;
  const ArrangementOptions& options_;
  const Gaps gaps_;
  Rect area_;  // that the blocks fill: the body, or a part of a wide one
  Arrangement result_;
};

}  // namespace

Rect lead_area(const PageBuilder& page, const MeasuredSection& content, Reading reading) {
  Rect area = content.area;
  if (reading == Reading::Across)
    area.width = area.width * kDesign.rows.lead_part - kDesign.rows.lead_gap / 2 * page.unit();
  return area;
}

std::size_t longest_list(const MeasuredSection& content) {
  std::size_t longest = 0;
  for (const Run& run : runs_of(content.labels)) {
    if (!run.key) longest = std::max(longest, run.last - run.first);
  }
  return longest;
}

Arrangement arrange(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options) {
  return Arranger(page, content, options).run();
}

float widest_key_scale(const PageBuilder& page, const MeasuredSection& content, Reading reading, float least) {
  const float room = lead_area(page, content, reading).width - 2 * kDesign.rows.card_padding * page.unit();
  float scale = 10;
  for (const MeasuredLabel& label : content.labels) {
    const float width = label.width();
    const bool counts = label.role() == LabelRole::Key && width * least <= room;
    if (counts && width * scale > room) scale = room / width;
  }
  return scale;
}

bool may_fit(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options) {
  if (options.wrapping == Wrapping::Never) return true;
  const float lead = lead_area(page, content, content.reading).width;
  const bool across = content.reading == Reading::Across;
  const float room = across ? std::max(lead, content.area.width - lead) : content.area.width;
  float height = 0;
  for (const MeasuredLabel& label : content.labels) {
    const float scale = label.role() == LabelRole::Key ? options.key_scale : options.scale;
    height += label.least_height(room / scale) * scale;
  }
  return height <= content.area.height * (across ? 2 : 1);
}

bool fits(const PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement) {
  return arrangement.overrun <= 0.01f && arrangement.bottom <= content.area.bottom() - bottom_padding(page) + 0.01f;
}

}  // namespace sixiang
