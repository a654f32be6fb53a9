#include "text/text.h"

#include <algorithm>
#include <optional>

#include "base/problems.h"
#include "base/shapes.h"
#include "base/stroke.h"
#include "text/cluster.h"

namespace sixiang {

namespace {

constexpr float kOverflowSlack = 0.02f;  // poster points
constexpr float kBoxGap = 0.1f;          // em, kept free above and below a tall box
constexpr float kTextRise = 0.88f;       // em, what text reaches above and below the baseline for that purpose
constexpr float kTextDrop = 0.22f;

// How far a line's text and boxes reach; a line of text alone keeps the pitch that the style asks for.
struct LineExtent {
  float ascent = 0, descent = 0;  // the faces' metrics joined with the boxes
  float rise = 0, drop = 0;       // what must not touch the neighbours
  bool has_box = false, empty = true;

  void add(float line_ascent, float line_descent, float reach_up, float reach_down) {
    ascent = empty ? line_ascent : std::max(ascent, line_ascent);
    descent = empty ? line_descent : std::max(descent, line_descent);
    rise = empty ? reach_up : std::max(rise, reach_up);
    drop = empty ? reach_down : std::max(drop, reach_down);
    empty = false;
  }
};

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool same_run(const TextStyle& a, const TextStyle& b) { return a.size == b.size && a.color == b.color; }

// Latin with its signs, Greek, Cyrillic: what has thin strokes beside Han.
constexpr char32_t kEndOfThinScripts = 0x530;

float pen_of(const Cluster& cluster, const TextStyle& style) {
  return style.size * (style.embolden_em + (cluster.base < kEndOfThinScripts ? style.latin_embolden_em : 0));
}

// A highlighter's stroke from `left` to `right` on the baseline `y`, a little wavy as by hand, sticking out at both
// ends.
FillPath marker_stroke(float left, float right, float y, const TextStyle& style) {
  constexpr float kThickness = 0.34f, kDepth = 0.06f, kWave = 0.025f, kStickOut = 0.02f;  // em
  const float em = style.size;
  const Point from{left - kStickOut * em, y + (kDepth + kWave) * em};
  const Point to{right + kStickOut * em, y + (kDepth - kWave) * em};
  const float third = (to.x - from.x) / 3;
  Path line;
  line.move_to(from);
  line.cubic_to({from.x + third, from.y - 4 * kWave * em}, {to.x - third, to.y + 4 * kWave * em}, to);
  StrokeStyle pen;
  pen.width = kThickness * em;
  FillPath item;
  item.path = stroke_outline(line, pen);
  item.color = *style.marker;
  return item;
}

// The visible stand-in for a character that no face has: an outlined box of 0.8 em, standing on the baseline.
FillPath missing_box(Point origin, const TextStyle& style) {
  const float em = style.size;
  const Rect outer{origin.x + 0.06f * em, origin.y - 0.74f * em, 0.68f * em, 0.8f * em};
  FillPath item;
  item.path = rectangle(outer);
  item.path.append(rectangle(inset(outer, 0.06f * em)));
  item.rule = FillRule::EvenOdd;
  item.color = style.color;
  return item;
}

}  // namespace

struct PreparedText::State {
  State(std::vector<Inline> inlines, CjkLatinSpacing spacing, const FontSet& font_set)
      : content(std::move(inlines)), fonts(font_set), text(shaped(spacing)), measure(text.clusters) {
    for (const Inline& item : content) {
      if (const TextSpan* span = std::get_if<TextSpan>(&item)) em = std::max(em, span->style.size);
    }
  }

  ShapedText shaped(CjkLatinSpacing spacing) const {
    ShapedText result = shape_text(content, fonts);
    space_clusters(result, content, spacing, fonts);
    find_breaks(result, content);
    return result;
  }

  const std::vector<Inline> content;
  const FontSet& fonts;
  const ShapedText text;
  const LineMeasure measure;  // refers to `text`
  float em = 0;               // the largest font size
};

namespace {

enum class Drawing : std::uint8_t { Skipped, Done };

// One width's lines of a prepared paragraph.
class ParagraphBuilder {
 public:
  ParagraphBuilder(const PreparedText::State& prepared, const ParagraphStyle& style, Drawing drawing)
      : content_(prepared.content),
        style_(style),
        fonts_(prepared.fonts),
        text_(prepared.text),
        measure_(prepared.measure),
        em_(prepared.em),
        drawing_(drawing) {}

  TextLayout build() {
    const std::vector<LineRange> ranges = break_lines(text_.clusters, measure_, style_);
    float widest = 0;
    for (const LineRange& range : ranges) widest = std::max(widest, measure_.width(range));
    const bool in_max_width = style_.max_width > 0 && style_.align != TextAlign::Left;
    result_.box.width = in_max_width ? std::max(style_.max_width, widest) : widest;
    LineExtent previous;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      const LineExtent extent = line_extent(ranges[i]);
      add_line(ranges[i], extent, i == 0 ? nullptr : &previous);
      previous = extent;
    }
    result_.box.ascent = result_.lines.front().ascent;
    result_.box.descent = result_.lines.back().baseline + result_.lines.back().descent;
    if (drawing_ == Drawing::Skipped) return std::move(result_);
    result_.diagnostics = text_.diagnostics;
    for (Diagnostic& diagnostic : overflows_) result_.diagnostics.push_back(std::move(diagnostic));
    result_.pending = text_.pending;
    return std::move(result_);
  }

 private:
  const TextStyle* text_style(const Cluster& cluster) const {
    const TextSpan* span = std::get_if<TextSpan>(&content_[cluster.item]);
    return span ? &span->style : nullptr;
  }

  void add_style(LineExtent& extent, const TextStyle& style) const {
    extent.add(fonts_.ascent(style.face) * style.size, fonts_.descent(style.face) * style.size, kTextRise * style.size,
               kTextDrop * style.size);
  }

  LineExtent line_extent(LineRange line) const {
    LineExtent extent;
    for (std::size_t i = line.first; i < line.last; ++i) {
      const Cluster& cluster = text_.clusters[i];
      if (const TextStyle* style = text_style(cluster)) {
        if (i == line.first || cluster.item != text_.clusters[i - 1].item) add_style(extent, *style);
      } else {
        const Box& box = std::get_if<InlineBox>(&content_[cluster.item])->box;
        extent.add(box.ascent, box.descent, box.ascent + kBoxGap * em_, box.descent + kBoxGap * em_);
        extent.has_box = true;
      }
    }
    if (extent.empty) add_first_style(extent);
    return extent;
  }

  // An empty line is as high as the paragraph's first text.
  void add_first_style(LineExtent& extent) const {
    for (const Inline& item : content_) {
      if (const TextSpan* span = std::get_if<TextSpan>(&item)) return add_style(extent, span->style);
    }
  }

  float pitch(const LineExtent& above, const LineExtent& below) const {
    const float wanted = style_.line_height * em_;
    return above.has_box || below.has_box ? std::max(wanted, above.drop + below.rise) : wanted;
  }

  void add_line(LineRange range, const LineExtent& extent, const LineExtent* previous) {
    TextLine line;
    line.width = measure_.width(range);
    const float room = result_.box.width - line.width;
    line.left = style_.align == TextAlign::Left ? 0 : style_.align == TextAlign::Center ? room / 2 : room;
    line.baseline = previous ? result_.lines.back().baseline + pitch(*previous, extent) : 0;
    line.ascent = extent.ascent;
    line.descent = extent.descent;
    if (range.first < range.last) {
      line.begin = text_.clusters[range.first].begin;
      line.end = text_.clusters[range.last - 1].end;
    } else {
      line.begin = line.end = text_.source.size();
    }
    result_.lines.push_back(line);
    if (previous && parts_word(range.first)) result_.splits_word = true;
    if (drawing_ == Drawing::Skipped) return;
    if (style_.max_width > 0 && line.width > style_.max_width + kOverflowSlack) report_overflow(range, line);
    draw(range, line);
  }

  bool parts_word(std::size_t boundary) const {
    if (boundary >= text_.clusters.size()) return false;
    const Cluster& before = text_.clusters[boundary - 1];
    if (before.break_after == BreakAfter::Allowed) return is_bond(before.break_kind);
    return is_ascii_letter(before.base) && is_ascii_letter(text_.clusters[boundary].base);
  }

  // Of a byte of the concatenated source, in the caller's text.
  std::size_t callers_offset(std::size_t item, std::size_t byte) const {
    const TextSpan* span = std::get_if<TextSpan>(&content_[item]);
    const std::size_t start = span ? span->source_offset : std::get_if<InlineBox>(&content_[item])->source_offset;
    return start + byte - text_.begins[item];
  }

  void report_overflow(LineRange range, const TextLine& line) {
    const Cluster& first = text_.clusters[range.first];
    const Cluster& last = text_.clusters[range.last - 1];
    const std::string shown = text_.source.substr(line.begin, line.end - line.begin);
    Diagnostic& diagnostic = overflows_.emplace_back(make_diagnostic(Problem::LineTooWide, {shown}));
    diagnostic.offset = callers_offset(first.item, first.begin);
    diagnostic.length = callers_offset(last.item, last.end) - diagnostic.offset;
  }

  void finish_run() {
    if (run_style_) result_.box.items.push_back(std::move(run_));
    for (FillPath& box : missing_) result_.box.items.push_back(std::move(box));
    run_ = {};
    missing_.clear();
    run_style_ = nullptr;
  }

  std::optional<Color> marker_of(std::size_t cluster) const {
    const TextSpan* span = std::get_if<TextSpan>(&content_[text_.clusters[cluster].item]);
    if (!span) return std::get_if<InlineBox>(&content_[text_.clusters[cluster].item])->marker;
    return span->style.marker;
  }

  // Below the letters, so first.
  void draw_markers(LineRange range, const TextLine& line) {
    for (std::size_t first = range.first, next = first; first < range.last; first = next) {
      const std::optional<Color> marker = marker_of(first);
      std::size_t last = first;  // that is seen
      for (next = first; next < range.last && marker_of(next) == marker; ++next) {
        const ClusterKind kind = text_.clusters[next].kind;
        if (kind != ClusterKind::Space && kind != ClusterKind::LineEnd) last = next;
      }
      if (!marker) continue;
      TextStyle style;
      style.size = em_;
      style.marker = marker;
      const Cluster& end = text_.clusters[last];
      const float left = line.left + measure_.offset(range, first);
      const float right = line.left + measure_.offset(range, last) + end.advance - end.end_trim;
      result_.box.items.push_back(marker_stroke(left, right, line.baseline, style));
    }
  }

  void draw(LineRange range, const TextLine& line) {
    draw_markers(range, line);
    for (std::size_t i = range.first; i < range.last; ++i) {
      const Cluster& cluster = text_.clusters[i];
      const Point origin{line.left + measure_.offset(range, i), line.baseline};
      if (const InlineBox* inline_box = std::get_if<InlineBox>(&content_[cluster.item])) {
        finish_run();
        result_.box.items.push_back(placed(inline_box->box, origin));
      } else if (cluster.kind != ClusterKind::LineEnd) {
        add_to_run(cluster, origin);
      }
    }
    finish_run();
  }

  void add_to_run(const Cluster& cluster, Point origin) {
    const TextStyle& style = *text_style(cluster);
    // What draws nothing goes with what is before it.
    const float pen = run_style_ && cluster.kind != ClusterKind::Glyphs ? run_.embolden : pen_of(cluster, style);
    if (run_style_ && (!same_run(*run_style_, style) || run_.embolden != pen)) finish_run();
    run_style_ = &style;
    run_.size = style.size;
    run_.embolden = pen;
    run_.color = style.color;
    const std::size_t begin = run_.text.size();
    run_.text.append(text_.source, cluster.begin, cluster.end - cluster.begin);
    if (cluster.kind == ClusterKind::Missing) missing_.push_back(missing_box(origin, style));
    if (cluster.kind != ClusterKind::Glyphs) return;
    const ByteRange shown{begin, run_.text.size()};
    const std::size_t typed = callers_offset(cluster.item, cluster.begin);
    const ByteRange source{typed, typed + cluster.end - cluster.begin};
    for (std::size_t g = cluster.first_glyph; g < cluster.first_glyph + cluster.glyph_count; ++g) {
      run_.glyphs.push_back({text_.glyphs[g].glyph, origin + text_.glyphs[g].offset, shown, source});
    }
  }

  const std::vector<Inline>& content_;
  const ParagraphStyle& style_;
  const FontSet& fonts_;
  const ShapedText& text_;
  const LineMeasure& measure_;
  const float em_;
  const Drawing drawing_;
  TextLayout result_;
  Diagnostics overflows_;
  // The run that is being filled.
  const TextStyle* run_style_ = nullptr;
  GlyphRun run_;
  std::vector<FillPath> missing_;
};

}  // namespace

PreparedText::PreparedText(std::vector<Inline> content, CjkLatinSpacing spacing, const FontSet& fonts)
    : state_(std::make_unique<const State>(std::move(content), spacing, fonts)) {}

PreparedText::~PreparedText() = default;
PreparedText::PreparedText(PreparedText&&) noexcept = default;
PreparedText& PreparedText::operator=(PreparedText&&) noexcept = default;

TextLayout PreparedText::set(const ParagraphStyle& style) const {
  return ParagraphBuilder(*state_, style, Drawing::Done).build();
}

TextLayout PreparedText::measure(const ParagraphStyle& style) const {
  return ParagraphBuilder(*state_, style, Drawing::Skipped).build();
}

std::size_t PreparedText::size() const { return state_->text.clusters.size(); }

float PreparedText::solid_width() const {
  double width = 0;
  for (const Cluster& cluster : state_->text.clusters) {
    if (cluster.kind == ClusterKind::Space || cluster.kind == ClusterKind::Box) continue;
    width += double(cluster.advance - cluster.start_trim - cluster.end_trim + std::min(cluster.space_before, 0.0f));
  }
  return float(width);
}

std::vector<std::size_t> PreparedText::blanks_to_break_at() const {
  std::vector<std::size_t> blanks;
  for (const Cluster& cluster : state_->text.clusters) {
    const bool may_end = cluster.break_after == BreakAfter::Allowed && !is_bond(cluster.break_kind);
    if (cluster.kind == ClusterKind::Space && may_end) blanks.push_back(cluster.begin);
  }
  return blanks;
}

TextLayout layout_text(std::vector<Inline> content, const ParagraphStyle& style, const FontSet& fonts) {
  return PreparedText(std::move(content), style.spacing, fonts).set(style);
}

}  // namespace sixiang
