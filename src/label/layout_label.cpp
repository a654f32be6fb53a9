#include <algorithm>

#include "base/sort_unique.h"
#include "icon/icon.h"
#include "label/fit_formula.h"
#include "label/inline_marks.h"
#include "label/signs.h"
#include "label/stress_marks.h"

namespace sixiang {

namespace {

// Of its natural width, what counts when lines are counted that a formula takes at least: it may be shrunk to three
// quarters, and where it is broken, its lines stand closer than those of text.
constexpr float kLeastOfFormula = 0.5f;

// How the bytes that layout_text() counts go back to the label's source: one entry an Inline.
struct SourcePlace {
  std::size_t laid_out = 0;  // of the concatenated text
  std::size_t outer = 0;     // of the source, where the piece begins with its dollar or backslash
  std::size_t inner = 0;     // of the source, where its text begins
};

// What is to be said of a formula, once the label is drawn: while widths are tried nobody reads it.
struct FormulaNotes {
  const LabelPart* part = nullptr;
  const Diagnostics* of_source = nullptr;
  Diagnostics of_layout;
};

// The Inlines of a label for lines of some width, and what goes with them.
struct Composition {
  std::vector<Inline> content;
  std::vector<SourcePlace> places;
  std::vector<FormulaNotes> notes;
  std::vector<SliceId> pending;
};

// Of a formula's own source; without a length they are about the whole formula.
void add_diagnostics(Diagnostics& sum, const Diagnostics& diagnostics, const LabelPart& part) {
  for (Diagnostic diagnostic : diagnostics) {
    if (diagnostic.length == 0) {
      diagnostic.offset = part.offset;
      diagnostic.length = part.length;
    } else {
      diagnostic.offset += part.offset;
    }
    sum.push_back(std::move(diagnostic));
  }
}

// As high as a line's letters, drawn with a pen like theirs and tinted in their colour.
constexpr float kIconPen = 0.085f;  // em
constexpr std::uint8_t kIconTint = 0x30;

Box icon_box(IconId icon, const TextStyle& style) {
  IconStyle drawn{style.color, style.color, (kIconPen + style.embolden_em) * style.size};
  drawn.fill.alpha = std::uint8_t(drawn.fill.alpha * kIconTint / 255);
  return icon_box(icon, style.size, drawn);
}

class Composer {
 public:
  Composer(std::string_view source, const LabelStyle& style, const std::vector<StressMark>& marks)
      : source_(source), style_(style), marks_(marks) {}

  // Without what the formula before it took. Cut at every mark, escape and sign, so that offsets within a piece are
  // offsets of the source.
  void add_text(const LabelPart& part) {
    const std::size_t begin = part.begin + taken_;
    std::size_t outer = begin, inner = begin;
    taken_ = 0;
    const auto cut = [&](std::size_t end, std::size_t next_outer, std::size_t next_inner) {
      if (end > inner) add_piece(source_.substr(inner, end - inner), outer, inner);
      outer = next_outer;
      inner = next_inner;
    };
    for (std::size_t i = begin; i < part.end; ++i) {
      while (mark_ < marks_.size() && marks_[mark_].bytes.end <= i) ++mark_;
      if (i == style_.lead && i > begin) cut(i, i, i);
      if (is_escape(source_.substr(0, part.end), i)) {
        cut(i, i, i + 1);
        ++i;
      } else if (mark_ < marks_.size() && marks_[mark_].bytes.begin == i) {
        cut(i, i, marks_[mark_].bytes.end);
        change(marks_[mark_].kind);
        i = marks_[mark_].bytes.end - 1;
      } else if (const std::optional<Sign> sign = sign_at(source_.substr(i, part.end - i)); sign && style_.signs) {
        cut(i, i + 3, i + 3);
        add_box(sign_box(*sign, style_.text.size, *style_.signs), {i, i + 3});
        i += 2;
      }
    }
    cut(part.end, part.end, part.end);
  }

  void add_formula(const LabelPart& part, FittedFormula formula, std::string_view after) {
    result_.notes.push_back({&part, formula.diagnostics, std::move(formula.layout.diagnostics)});
    result_.pending.insert(result_.pending.end(), formula.layout.pending.begin(), formula.layout.pending.end());
    // What the formula took from behind its dollars lies behind them in the source, too.
    const std::size_t behind = part.end - part.length;
    move_sources(formula.layout.box.items, [&part, behind](ByteRange source) {
      return ByteRange{source.begin + (source.begin < part.length ? part.offset : behind),
                       source.end + (source.end <= part.length ? part.offset : behind)};
    });
    InlineBox box;
    box.box = std::move(formula.layout.box);
    box.source = part.text + std::string(after.substr(0, formula.taken));
    box.source_offset = part.offset;
    box.flow = formula.flow;
    if (is_highlighted_) box.marker = style_.highlight;
    result_.places.push_back({laid_out_, part.begin, part.offset});
    laid_out_ += box.source.size();
    result_.content.push_back(std::move(box));
    taken_ = formula.taken;
  }

  void add_icon(const LabelPart& part) {
    const std::optional<IconId> icon = find_icon(part.text);
    add_box(icon ? icon_box(*icon, style_at(part.begin)) : Box{}, {part.begin, part.end});
  }

  Composition take() {
    if (result_.content.empty()) add_piece("", 0, 0);
    return std::move(result_);
  }

 private:
  void add_piece(std::string_view text, std::size_t outer, std::size_t inner) {
    if (text.empty() && !source_.empty()) return;
    result_.places.push_back({laid_out_, outer, inner});
    laid_out_ += text.size();
    result_.content.push_back(TextSpan{std::string(text), style_at(inner), inner});
  }

  // An icon or a sign, those bytes of the source.
  void add_box(Box box, ByteRange bytes) {
    InlineBox inline_box;
    inline_box.box = std::move(box);
    inline_box.source = slice(source_, bytes);
    inline_box.source_offset = bytes.begin;
    inline_box.kind = BoxKind::Character;
    if (is_highlighted_) inline_box.marker = style_.highlight;
    result_.places.push_back({laid_out_, bytes.begin, bytes.begin});
    laid_out_ += inline_box.source.size();
    result_.content.push_back(std::move(inline_box));
  }

  TextStyle style_at(std::size_t at) const {
    TextStyle style = style_.text;
    const bool is_lead = at < style_.lead;
    if (is_bold_ || is_lead) style.embolden_em += style_.stress_em;
    if (is_lead) style.color = style_.lead_color;
    if (is_highlighted_) style.marker = style_.highlight;
    return style;
  }

  void change(StressMarkKind kind) {
    switch (kind) {
      case StressMarkKind::Bold:
        is_bold_ = !is_bold_;
        break;
      case StressMarkKind::Highlight:
        is_highlighted_ = !is_highlighted_;
        break;
      case StressMarkKind::Escape:
        break;
    }
  }

  std::string_view source_;
  const LabelStyle& style_;
  const std::vector<StressMark>& marks_;
  std::size_t mark_ = 0;  // the next one
  bool is_bold_ = false, is_highlighted_ = false;
  Composition result_;
  std::size_t laid_out_ = 0;  // bytes
  std::size_t taken_ = 0;     // bytes of the next text that the last formula drew
};

}  // namespace

class PreparedLabel::Builder {
 public:
  Builder(std::string source, const LabelStyle& style, const FontSet& fonts)
      : source_(std::move(source)),
        style_(style),
        fonts_(fonts),
        parsed_(parse_label(source_)),
        marks_(marks_of(parsed_)) {
    for (std::size_t i = 0; i < parsed_.parts.size(); ++i) {
      if (parsed_.parts[i].kind != LabelPart::Kind::Formula) continue;
      const FormulaSurroundings around{i > 0 ? text(i - 1) : std::string_view(), text(i + 1)};
      formulas_.emplace_back(parsed_.parts[i].text, around, style_, fonts_);
    }
    natural_.emplace(prepare(0));
    size_ = natural_->text.size();
    solid_width_ = natural_->text.solid_width();
    for (const LabelFormula& formula : formulas_) {
      size_ += formula.size();
      formula_width_ += formula.natural().box.width;
    }
  }

  TextLayout set(const ParagraphStyle& paragraph) {
    std::optional<Prepared> own;
    const Prepared& prepared = prepared_for(paragraph, own);
    TextLayout result = prepared.text.set(paragraph);
    find_source(result, prepared.composition.places);
    merge(result, prepared.composition);
    return result;
  }

  TextLayout measure(const ParagraphStyle& paragraph) {
    std::optional<Prepared> own;
    const Prepared& prepared = prepared_for(paragraph, own);
    TextLayout result = prepared.text.measure(paragraph);
    find_source(result, prepared.composition.places);
    return result;
  }

  std::size_t size() const { return size_; }

  std::vector<std::size_t> blanks_to_break_at() const {
    std::vector<std::size_t> blanks = natural_->text.blanks_to_break_at();
    for (std::size_t& blank : blanks) blank = source_offset(blank, natural_->composition.places);
    return blanks;
  }

  float formulas_on_two_lines() {
    float widest = 0;
    for (LabelFormula& formula : formulas_) widest = std::max(widest, formula.width_on_two_lines());
    return widest;
  }

  float least_lines(float max_width) const { return (solid_width_ + kLeastOfFormula * formula_width_) / max_width; }

 private:
  struct Prepared {
    Composition composition;  // its content is in `text`
    PreparedText text;
  };

  std::vector<StressMark> marks_of(const ParsedLabel& label) const {
    std::vector<ByteRange> texts;
    for (const LabelPart& part : label.parts) {
      if (part.kind == LabelPart::Kind::Text) texts.push_back({part.begin, part.end});
    }
    return find_stress_marks(source_, texts);
  }

  std::string_view text(std::size_t part) const {
    const bool is_text = part < parsed_.parts.size() && parsed_.parts[part].kind == LabelPart::Kind::Text;
    return is_text ? std::string_view(parsed_.parts[part].text) : std::string_view();
  }

  Prepared prepare(float max_width) {
    Composer composer(source_, style_, marks_);
    std::size_t formula = 0;
    for (std::size_t i = 0; i < parsed_.parts.size(); ++i) {
      const LabelPart& part = parsed_.parts[i];
      switch (part.kind) {
        case LabelPart::Kind::Text:
          composer.add_text(part);
          break;
        case LabelPart::Kind::Formula:
          composer.add_formula(part, formulas_[formula++].fit(max_width), text(i + 1));
          break;
        case LabelPart::Kind::Icon:
          composer.add_icon(part);
          break;
      }
    }
    Composition composition = composer.take();
    PreparedText text(std::move(composition.content), style_.paragraph.spacing, fonts_);
    return {std::move(composition), std::move(text)};
  }

  // The one that serves all widths where every formula has its natural size; else `own`.
  const Prepared& prepared_for(const ParagraphStyle& paragraph, std::optional<Prepared>& own) {
    const float max_width = paragraph.breaking == LineBreaking::None ? 0 : paragraph.max_width;
    const bool all_fit = std::all_of(formulas_.begin(), formulas_.end(),
                                     [&](const LabelFormula& formula) { return formula.fits(max_width); });
    if (all_fit) return *natural_;
    own.emplace(prepare(max_width));
    return *own;
  }

  void find_source(TextLayout& result, const std::vector<SourcePlace>& places) const {
    for (TextLine& line : result.lines) line.begin = source_offset(line.begin, places);
    for (std::size_t i = 0; i < result.lines.size(); ++i) {
      result.lines[i].end = i + 1 < result.lines.size() ? result.lines[i + 1].begin : source_.size();
    }
  }

  static std::size_t source_offset(std::size_t laid_out, const std::vector<SourcePlace>& places) {
    const auto after =
        std::upper_bound(places.begin(), places.end(), laid_out,
                         [](std::size_t value, const SourcePlace& place) { return value < place.laid_out; });
    const auto place = after - 1;
    return laid_out == place->laid_out ? place->outer : place->inner + (laid_out - place->laid_out);
  }

  // A formula that says itself that it is too wide need not be reported again with its line.
  void merge(TextLayout& result, const Composition& composition) const {
    Diagnostics own = parsed_.diagnostics;
    for (const FormulaNotes& notes : composition.notes) {
      add_diagnostics(own, *notes.of_source, *notes.part);
      add_diagnostics(own, notes.of_layout, *notes.part);
    }
    std::vector<std::size_t> reported;  // offsets; formulas come in order
    for (const Diagnostic& diagnostic : own) {
      if (diagnostic.code == "overflow") reported.push_back(diagnostic.offset);
    }
    const auto said = [&reported](const Diagnostic& of_line) {
      if (of_line.code != "overflow") return false;
      const auto next = std::lower_bound(reported.begin(), reported.end(), of_line.offset);
      return next != reported.end() && *next <= of_line.offset + of_line.length;
    };
    result.diagnostics.erase(std::remove_if(result.diagnostics.begin(), result.diagnostics.end(), said),
                             result.diagnostics.end());
    result.diagnostics.insert(result.diagnostics.begin(), own.begin(), own.end());
    std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.offset < b.offset; });
    result.pending.insert(result.pending.end(), composition.pending.begin(), composition.pending.end());
    sort_unique(result.pending);
  }

  const std::string source_;
  const LabelStyle style_;
  const FontSet& fonts_;
  const ParsedLabel parsed_;
  const std::vector<StressMark> marks_;
  std::vector<LabelFormula> formulas_;
  std::optional<Prepared> natural_;
  std::size_t size_ = 0;
  float solid_width_ = 0, formula_width_ = 0;
};

PreparedLabel::PreparedLabel(std::string source, const LabelStyle& style, const FontSet& fonts)
    : builder_(std::make_unique<Builder>(std::move(source), style, fonts)) {}
PreparedLabel::~PreparedLabel() = default;
PreparedLabel::PreparedLabel(PreparedLabel&&) noexcept = default;
PreparedLabel& PreparedLabel::operator=(PreparedLabel&&) noexcept = default;

TextLayout PreparedLabel::set(const ParagraphStyle& paragraph) { return builder_->set(paragraph); }
TextLayout PreparedLabel::measure(const ParagraphStyle& paragraph) { return builder_->measure(paragraph); }
std::size_t PreparedLabel::size() const { return builder_->size(); }
float PreparedLabel::least_lines(float max_width) const { return builder_->least_lines(max_width); }
float PreparedLabel::formulas_on_two_lines() const { return builder_->formulas_on_two_lines(); }
std::vector<std::size_t> PreparedLabel::blanks_to_break_at() const { return builder_->blanks_to_break_at(); }

TextLayout layout_label(std::string_view source, const LabelStyle& style, const FontSet& fonts) {
  return PreparedLabel(std::string(source), style, fonts).set(style.paragraph);
}

}  // namespace sixiang
