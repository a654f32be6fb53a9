// Amounts as lengths: one scale for all bars, which begin at one edge, each value behind its bar's end. Names stand
// above their bars where there is room, else in a column before them.
#include <algorithm>
#include <optional>

#include "base/largest_fitting.h"
#include "base/oklab.h"
#include "base/shapes.h"
#include "diagram/kinds.h"
#include "diagram/measured_text.h"
#include "diagram/shown_range.h"
#include "model/rules.h"

namespace sixiang {

namespace {

constexpr float kSizeStep = 0.5f;    // poster points between the text sizes that are tried
constexpr int kScaleRounds = 24;     // of bisection
constexpr float kLeastBars = 0.38f;  // of the width, for the longest bars, before names take it
constexpr float kMostNames = 0.4f;   // of the width, for a column of names
constexpr float kWrapFrom = 4;       // em, of a name
constexpr float kOpen = 0.78f;       // of the card's colour, from the least to the greatest of a range
// What is filled is seen on its ground; the greatest is darker, or lighter on a dark ground, and more colourful.
constexpr double kLeastSeen = 1.22, kToneStep = 0.02, kGreatest = 0.11, kMoreChroma = 1.25, kMostChroma = 0.17,
                 kGrey = 0.012, kDark = 0.5;
constexpr float kUnitSize = 0.62f;  // of the value's
constexpr float kUnitGap = 0.3f;    // em
constexpr float kCorner = 0.28f;    // em, at a bar's end
constexpr float kAxis = 0.7f;       // of the border's width: the line that bars to both sides begin at

// Em of the names' texts.
struct BarsDesign {
  bool names_above = false;
  float value = 1;              // size of the values
  float bar = 1, most_bar = 1;  // how thick they are, at least and where there is room
  float gap = 0, most_gap = 0;  // between rows
  float name_gap = 0;           // between a name and its bar
  float value_gap = 0.5f;       // between a bar's end and its value
};
constexpr BarsDesign kAbove{true, 1.75f, 1.9f, 2.4f, 0.55f, 1.3f, 0.3f, 0.55f};
constexpr BarsDesign kBefore{false, 1.12f, 1.3f, 1.9f, 0.42f, 1.1f, 0.7f, 0.45f};

struct MeasuredBar {
  const Bar* source = nullptr;
  MeasuredText name, value;
  std::optional<MeasuredText> wrapped;  // the name on two lines
};

class BarsLayout {
 public:
  BarsLayout(const BarsDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use)
      : diagram_(diagram), style_(style), fonts_(fonts), drawing_{use, {}, {}, {}, {}, {}, {}} {
    unit_ = measure_text(diagram.unit, style.ground, style, fonts);
    add(diagram, style.max_size.height);
    own_greatest_ = greatest_;
    for (std::size_t i = 0; i < bars_.size(); ++i) {
      report_text(drawing_, bars_[i].name, name_block(i));
      report_text(drawing_, bars_[i].value, value_block(i));
    }
    report_text(drawing_, unit_, block_of("unit"));
    if (diagram.rows.empty()) return;
    for (const BarsBeside& other : style.beside) add(*other.bars, other.height);
  }

  DiagramLayout run() {
    if (diagram_.rows.empty()) return finish(std::move(drawing_), style_, fonts_);
    choose();
    fill_room();
    place_axis();
    float y = 0;
    for (std::size_t i = 0; i < diagram_.rows.size(); ++i) {
      draw_row(i, y);
      y += row_height(i) + gap_;
    }
    draw_axis(y - gap_);
    return finish(std::move(drawing_), style_, fonts_);
  }

 private:
  // Bars of one diagram, in its room.
  struct Group {
    std::size_t first = 0, last = 0;
    float height = 0;

    float gaps() const { return last > first + 1 ? float(last - first - 1) : 0; }
  };

  static BlockId name_block(std::size_t index) { return block_of(item_id("rows", index), "name"); }
  BlockId value_block(std::size_t index) const {
    return block_of(join_id(item_id("rows", index), diagram_.rows[index].text.empty() ? "value" : "text"));
  }

  bool has_negative() const {
    return std::any_of(bars_.begin(), bars_.end(), [](const MeasuredBar& bar) { return bar.source->value < 0; });
  }

  void add(const BarsDiagram& diagram, float height) {
    groups_.push_back({bars_.size(), bars_.size() + diagram.rows.size(), height});
    for (const Bar& bar : diagram.rows) {
      greatest_ = std::max(greatest_, std::fabs(bar.value));
      measure(bar);
    }
  }

  void measure(const Bar& bar) {
    MeasuredBar& measured = bars_.emplace_back();
    measured.source = &bar;
    measured.name = measure_text(bar.name, style_.ground, style_, fonts_);
    if (measured.name.ink.width > kWrapFrom * style_.text_size && may_be_wrapped(measured.name, style_)) {
      measured.wrapped = measure_on_two_lines(measured.name, style_, fonts_);
    }
    const std::string shown = bar.text.empty() ? number_text(bar.value) : bar.text;
    measured.value = bar.color ? measure_in_color(shown, readable_tone(*bar.color, style_), style_, fonts_)
                               : measure_text(shown, style_.ground, style_, fonts_);
  }

  // ---- at the size that is tried ----

  float em() const { return scale_ * style_.text_size; }
  float value_scale() const { return scale_ * design_.value; }
  float unit_scale() const { return std::max(value_scale() * kUnitSize, scale_); }
  float value_width(std::size_t i) const {
    const float unit = unit_.empty() ? 0 : unit_.ink.width * unit_scale() + kUnitGap * em();
    return bars_[i].value.ink.width * value_scale() + unit;
  }
  const MeasuredText& name(std::size_t i) const {
    return wraps_ && bars_[i].wrapped ? *bars_[i].wrapped : bars_[i].name;
  }
  float name_height(std::size_t i) const {
    const float height = design_.names_above ? name(i).extent().height : centred_height(name(i), TextCentering::Frame);
    return std::max(height * scale_, 0.8f * em());
  }
  float bar_height() const { return thickness_ * em(); }

  // All alike where others stand on the same lines.
  float row_height(std::size_t i) const {
    if (groups_.size() == 1) return own_height(i);
    float highest = 0;
    for (std::size_t k = 0; k < bars_.size(); ++k) highest = std::max(highest, own_height(k));
    return highest;
  }

  float own_height(std::size_t i) const {
    const float bar = bar_room(i);
    if (!design_.names_above) return std::max(bar, name_height(i));
    return (bars_[i].name.empty() ? 0 : name_height(i) + design_.name_gap * em()) + bar;
  }

  float height_without_gaps(const Group& group) const {
    float sum = style_.border_width;
    for (std::size_t i = group.first; i < group.last; ++i) sum += row_height(i);
    return sum;
  }

  float widest_name() const {
    float most = 0;
    for (std::size_t i = 0; i < bars_.size(); ++i) most = std::max(most, name(i).ink.width * scale_);
    return most;
  }

  // Before the bars and their values.
  float before() const {
    const float names = widest_name();
    return design_.names_above || names == 0 ? 0 : names + design_.name_gap * em();
  }

  // What bars and values take to the left and right of where all begin, at so many points for the greatest value.
  Size reach(float longest) const {
    Size sides;
    for (std::size_t i = 0; i < bars_.size(); ++i) {
      const float value = bars_[i].source->value;
      const float length = greatest_ > 0 ? std::fabs(value) / greatest_ * longest : 0;
      float& side = value < 0 ? sides.width : sides.height;
      side = std::max(side, length + design_.value_gap * em() + value_width(i));
    }
    return sides;
  }

  // The length of the greatest value's bar that fills the width.
  float longest_bar() const {
    const float room = style_.max_size.width - before() - style_.border_width;
    float low = 0, high = room;
    for (int i = 0; i < kScaleRounds; ++i) {
      const float middle = (low + high) / 2;
      const Size sides = reach(middle);
      (sides.width + sides.height <= room ? low : high) = middle;
    }
    return low;
  }

  bool fits() const {
    for (const Group& group : groups_) {
      if (height_without_gaps(group) + group.gaps() * design_.gap * em() > group.height) return false;
    }
    if (widest_name() > style_.max_size.width * (design_.names_above ? 1 : kMostNames)) return false;
    return longest_bar() >= kLeastBars * style_.max_size.width;
  }

  // The largest text; above the bars where that makes it no smaller.
  void choose() {
    struct Choice {
      const BarsDesign* design;
      bool wraps;
    };
    float best = 0;
    Choice chosen{&kBefore, true};
    for (const Choice& choice : {Choice{&kAbove, false}, Choice{&kBefore, false}, Choice{&kBefore, true}}) {
      const FittingSize size = largest(*choice.design, choice.wraps);
      if (!size.fits || size.size <= best * (choice.wraps ? kWrapGain : kGain)) continue;
      best = size.size;
      chosen = choice;
    }
    scale_ = largest(*chosen.design, chosen.wraps).size / style_.text_size;
  }

  FittingSize largest(const BarsDesign& design, bool wraps) {
    design_ = design;
    wraps_ = wraps;
    thickness_ = design.bar;
    const float least = std::min(style_.min_text_size, style_.text_size);
    return largest_fitting(sizes_down(style_.text_size, least, kSizeStep), [&](float size) {
      scale_ = size / style_.text_size;
      return fits();
    });
  }

  // First thicker bars, then wider gaps.
  void fill_room() {
    const float least_gap = design_.gap * em(), before = thickness_;
    float thickest = design_.most_bar;
    for (const Group& group : groups_) {
      const float spare = group.height - height_without_gaps(group) - group.gaps() * least_gap;
      thickest = std::min(thickest, before + spare / 2 / float(group.last - group.first) / em());
    }
    thickness_ = std::max(thickest, design_.bar);
    gap_ = design_.most_gap * em();
    for (const Group& group : groups_) {
      if (group.gaps() > 0) gap_ = std::min(gap_, (group.height - height_without_gaps(group)) / group.gaps());
    }
    gap_ = std::max(gap_, least_gap);
  }

  void place_axis() {
    longest_ = longest_bar();
    axis_ = before() + reach(longest_).width;
  }

  float length_of(float value) const { return greatest_ > 0 ? std::fabs(value) / greatest_ * longest_ : 0; }

  Color color_of(std::size_t index) const {
    const Bar& bar = diagram_.rows[index];
    const bool is_greatest = std::fabs(bar.value) >= own_greatest_;
    return bar.color.value_or(is_greatest ? stronger(tone(), style_.ground) : tone());
  }

  Color tone() const {
    const double away = is_dark(style_.ground) ? kToneStep : -kToneStep;
    Oklab lab = to_oklab(style_.tone);
    while (contrast(to_color(lab), style_.ground) < kLeastSeen && lab.lightness + away > 0 &&
           lab.lightness + away < 1) {
      lab = lab.with_lightness(lab.lightness + away);
    }
    return to_color(lab);
  }

  static bool is_dark(Color color) { return to_oklab(color).lightness < kDark; }

  static Color stronger(Color color, Color ground) {
    const Oklab lab = to_oklab(color);
    const double lightness = std::clamp(lab.lightness + (is_dark(ground) ? kGreatest : -kGreatest), 0.0, 1.0);
    const double chroma =
        lab.chroma() > kGrey ? std::max(lab.chroma(), std::min(lab.chroma() * kMoreChroma, kMostChroma)) : lab.chroma();
    return to_color(lab.with_chroma(chroma).with_lightness(lightness));
  }

  // Square where it begins, round where it ends. As long as the value says, border and all.
  Path bar_path(const Rect& rect, float value) const {
    const float corner = std::min({kCorner * em(), rect.width, rect.height / 2});
    const float start = value < 0 ? rect.right() : rect.left(), end = value < 0 ? rect.left() : rect.right();
    const float back = value < 0 ? corner : -corner;
    Path path;
    path.move_to({start, rect.top()});
    path.line_to({end + back, rect.top()});
    path.quad_to({end, rect.top()}, {end, rect.top() + corner});
    path.line_to({end, rect.bottom() - corner});
    path.quad_to({end, rect.bottom()}, {end + back, rect.bottom()});
    path.line_to({start, rect.bottom()});
    path.close();
    return path;
  }

  void draw_bar(std::size_t index, const Rect& rect) {
    const float value = diagram_.rows[index].value, border = style_.border_width;
    if (rect.width <= 0) return;
    // Too short for a border on both sides.
    if (rect.width < 2 * border) return fill(drawing_, bar_path(rect, value), style_.ink);
    const Color color = color_of(index);
    const Rect path = inset(rect, border / 2);
    const float least = rect.width * least_part(index);
    if (least < 2 * border || least > rect.width - 2 * border) {
      return fill_with_border(drawing_, bar_path(path, value), color, style_);
    }
    // A range: solid up to its least, open from there on.
    fill_with_border(drawing_, bar_path(path, value), mixed(color, style_.card, kOpen), style_);
    fill_with_border(drawing_, rectangle({path.x, path.y, least - border, path.height}), color, style_);
  }

  // Of the bar, where what is shown is a range.
  float least_part(std::size_t index) const {
    const Bar& bar = diagram_.rows[index];
    const std::optional<ShownRange> range = bar.value > 0 ? shown_range(bar.text) : std::nullopt;
    return range ? range->least / range->greatest : 1;
  }

  void draw_row(std::size_t index, float y) {
    const float row = row_height(index);
    const float bar_top = y + (row - bar_room(index)) * (design_.names_above ? 1 : 0.5f);
    const float middle = bar_top + bar_room(index) / 2;
    const float value = diagram_.rows[index].value, length = length_of(value);
    const Rect rect{value < 0 ? axis_ - length : axis_, middle - bar_height() / 2, length, bar_height()};
    draw_bar(index, rect);
    draw_name(index, y, middle);
    draw_value(index, rect, middle);
  }

  float bar_room(std::size_t index) const {
    return std::max(bar_height(), centred_height(bars_[index].value, TextCentering::Frame) * value_scale());
  }

  void draw_name(std::size_t index, float top, float middle) {
    const MeasuredText& text = name(index);
    const Rect extent = text.extent();
    Point origin;
    if (design_.names_above) {
      origin = {has_negative() ? axis_ - text.ink.center().x * scale_ : axis_ - text.ink.left() * scale_,
                top - extent.top() * scale_};
    } else {
      origin = text_origin(text, {text.ink.width * scale_ / 2, middle}, TextCentering::Frame, scale_);
    }
    draw_text(drawing_, name_block(index), text, origin, scale_);
    DiagramPart part = make_part(name_block(index), diagram_.rows[index].name);
    part.rect = text.empty() ? Rect{axis_, top, 0, 0} : ink_at(text, origin, scale_);
    part.font_size = text.font_size * scale_;
    drawing_.parts.push_back(std::move(part));
  }

  void draw_value(std::size_t index, const Rect& bar, float middle) {
    const MeasuredText& text = bars_[index].value;
    const float scale = value_scale(), width = value_width(index);
    const bool left = diagram_.rows[index].value < 0;
    const float start = left ? bar.left() - design_.value_gap * em() - width : bar.right() + design_.value_gap * em();
    const Point center{start + text.ink.width * scale / 2, middle};
    const Point origin = text_origin(text, center, TextCentering::Frame, scale);
    draw_text(drawing_, value_block(index), text, origin, scale);
    DiagramPart part = make_part(value_block(index), text.source);
    part.rect = ink_at(text, origin, scale);
    part.font_size = text.font_size * scale;
    drawing_.parts.push_back(std::move(part));
    if (unit_.empty()) return;
    // On the value's baseline.
    const Point place{start + width - unit_.ink.right() * unit_scale(), origin.y};
    draw_text(drawing_, block_of("unit"), unit_, place, unit_scale());
    if (index > 0) return;
    DiagramPart unit = make_part(block_of("unit"), diagram_.unit);
    unit.rect = ink_at(unit_, place, unit_scale());
    unit.font_size = unit_.font_size * unit_scale();
    drawing_.parts.push_back(std::move(unit));
  }

  // Where bars run to both sides, or have no length.
  void draw_axis(float bottom) {
    if (!has_negative() && greatest_ > 0) return;
    const float half = style_.border_width * kAxis / 2;
    Path line;
    line.move_to({axis_ - half, 0});
    line.line_to({axis_ + half, 0});
    line.line_to({axis_ + half, bottom});
    line.line_to({axis_ - half, bottom});
    line.close();
    fill(drawing_, std::move(line), style_.ink);
  }

  // A choice has to be better by; one that breaks names in two, which reads worse.
  static constexpr float kGain = 1.02f, kWrapGain = 1.25f;

  const BarsDiagram& diagram_;
  const DiagramStyle& style_;
  const FontSet& fonts_;
  Drawing drawing_;
  std::vector<MeasuredBar> bars_;
  MeasuredText unit_;
  std::vector<Group> groups_;  // its own first
  float greatest_ = 0;         // of the values, without sign
  float own_greatest_ = 0;
  BarsDesign design_ = kBefore;
  bool wraps_ = false;
  float scale_ = 1, thickness_ = 1, gap_ = 0, longest_ = 0, axis_ = 0;
};

}  // namespace

DiagramLayout layout_kind(const BarsDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use) {
  return BarsLayout(diagram, style, fonts, use).run();
}

}  // namespace sixiang
