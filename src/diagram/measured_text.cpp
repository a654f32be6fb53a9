#include "diagram/measured_text.h"

#include <algorithm>

#include "base/oklab.h"
#include "base/shapes.h"
#include "base/utf8.h"
#include "icon/icon.h"
#include "label/label.h"

namespace sixiang {

namespace {

// Twice the height of the optical middle of Han characters and capitals above the baseline, em.
constexpr float kFrameHeight = 0.74f;
// A single line that is taller than this (a fraction) has its middle where its ink has it, em.
constexpr float kTallInk = 1.3f;
constexpr float kLineRise = 0.86f, kLineFall = 0.16f;  // em, of a line among others: what its signs reach
constexpr float kNodeLineHeight = 1.16f;
// Two lines must be at least this much narrower than one.
constexpr float kNarrower = 0.9f;
constexpr float kLongText = 7;       // em: a blank is not the only place to break at
constexpr float kBalanced = 0.72f;   // of the whole, no line of a long text is longer than that
constexpr float kWordsWorth = 1.4f;  // how much wider two lines may be that part no word
constexpr float kReadable = 4.5f;    // contrast of a text's colour
// Chroma and lightness of tones that are made readable, in Oklab.
constexpr double kGrey = 0.012, kStronger = 1.6, kLeastChroma = 0.1, kMostChroma = 0.15, kDark = 0.5, kStep = 0.02;
constexpr float kIconGap = 0.28f, kIconStroke = 0.05f;  // em, and of an icon's side
constexpr float kShortWord = 3.5f;                      // em
constexpr float kFormulaWeight = 0.8f;  // of the texts' boldness: its lines are heavier, and its letters close up
// Of a name's size: to its detail, from baseline to baseline, and at least between what is seen of both.
constexpr float kDetailPitch = 0.98f, kDetailGap = 0.16f;
constexpr float kFormulaDetail = 0.92f, kPartGap = 0.84f;  // the same of a formula in a part of its own
constexpr float kNameWeight = 1.5f;                        // of the texts' boldness
constexpr float kUnderline = 0.24f, kUnderlineTop = 0.1f, kUnderlineOver = 0.08f;  // em; the second below the baseline
constexpr char32_t kParticles[] = {U'吗', U'呢', U'吧', U'么', U'了', U'的'};
constexpr std::size_t kMostBlanks = 12;  // that are tried as the place to break
// A text so many times as long as the smallest size lets into the width on one line is not read on three lines either.
constexpr float kHopeless = 4;

bool is_ideograph(const CodePoint& point) { return point.value >= 0x4E00 && point.value <= 0x9FFF; }

bool is_particle(const CodePoint& point) {
  return std::find(std::begin(kParticles), std::end(kParticles), point.value) != std::end(kParticles);
}

// Chinese breaks at other places than blanks, too; a formula in it would be shrunk to a narrow line.
bool breaks_between_characters(const std::string& source, const std::vector<CodePoint>& points) {
  return source.find('$') == std::string::npos && std::any_of(points.begin(), points.end(), is_ideograph);
}

LabelStyle label_style(Color color, float max_width, const DiagramStyle& style) {
  LabelStyle label;
  label.text.face = style.text_face;
  label.text.size = style.text_size;
  label.text.color = color;
  label.text.embolden_em = style.embolden;
  label.formula_embolden_em = style.embolden * kFormulaWeight;
  label.formula_color = color;
  label.paragraph.align = TextAlign::Center;
  label.paragraph.max_width = max_width;
  label.paragraph.breaking = max_width > 0 ? LineBreaking::Balanced : LineBreaking::None;
  label.paragraph.spacing = style.cjk_latin_space ? CjkLatinSpacing::EighthEm : CjkLatinSpacing::None;
  label.paragraph.line_height = kNodeLineHeight;
  return label;
}

// What the lines of a text without formulas cover; else its ink.
std::vector<Rect> lines_of(const TextLayout& layout, const Rect& ink, const std::string& source,
                           const DiagramStyle& style) {
  if (ink.empty()) return {};
  if (layout.lines.size() < 2 || source.find('$') != std::string::npos) return {ink};
  std::vector<Rect> lines;
  for (const TextLine& line : layout.lines) {
    const float top = std::max(ink.top(), line.baseline - kLineRise * style.text_size);
    const float bottom = std::min(ink.bottom(), line.baseline + kLineFall * style.text_size);
    lines.push_back(rect_from_edges(line.left, top, line.left + line.width, bottom));
  }
  return lines;
}

// `line_count` becomes 0 where a word would have to be split, or a number from its unit.
MeasuredText measured(TextLayout layout, const std::string& source, Color color, const DiagramStyle& style,
                      const FontSet& fonts, std::size_t* line_count) {
  MeasuredText result;
  result.source = source;
  result.font_size = style.text_size;
  result.embolden = style.embolden;
  result.color = color;
  result.ink = ink_bounds(layout.box.items, fonts);
  if (!result.ink.empty()) {
    const float last_baseline = layout.lines.empty() ? 0 : layout.lines.back().baseline;
    result.frame =
        rect_from_edges(result.ink.left(), -kFrameHeight * style.text_size, result.ink.right(), last_baseline);
    if (layout.lines.size() < 2 && result.ink.height > kTallInk * style.text_size) result.frame = result.ink;
  }
  if (!result.ink.empty()) result.blocks = {result.ink};
  result.lines = lines_of(layout, result.ink, source, style);
  *line_count = layout.splits_word ? 0 : layout.lines.size();
  result.box = std::move(layout.box);
  // Whether a text fits is for the diagram to say: it scales what was measured.
  for (Diagnostic& diagnostic : layout.diagnostics) {
    if (diagnostic.code != "overflow") result.diagnostics.push_back(std::move(diagnostic));
  }
  result.pending = std::move(layout.pending);
  return result;
}

Color color_on(Color ground, const DiagramStyle& style) {
  return readable_on(laid_over(ground, style.ground), style.ink, style.card);
}

// Where the first line outside of formulas ends.
std::optional<std::size_t> end_of_name(const std::string& source) {
  for (const LabelPart& part : parse_label(source).parts) {
    if (part.kind != LabelPart::Kind::Text) continue;
    const std::size_t end = source.find('\n', part.begin);
    if (end < part.end) return end;
  }
  return std::nullopt;
}

// A stroke below the last line, behind the letters.
void underline(MeasuredText& text, Color color) {
  const float em = text.font_size, top = text.frame.bottom() + kUnderlineTop * em;
  const Rect stroke = rect_from_edges(text.ink.left() - kUnderlineOver * em, top,
                                      text.ink.right() + kUnderlineOver * em, top + kUnderline * em);
  FillPath item;
  item.path = rounded_rectangle(stroke, stroke.height / 2);
  item.color = color;
  text.box.items.insert(text.box.items.begin(), std::move(item));
  text.ink = united(text.ink, stroke);
  text.blocks = text.lines = {text.ink};
}

// Below it, where there is anything to be seen.
void append(MeasuredText& name, MeasuredText detail, float gap) {
  name.diagnostics.insert(name.diagnostics.end(), detail.diagnostics.begin(), detail.diagnostics.end());
  name.pending.insert(name.pending.end(), detail.pending.begin(), detail.pending.end());
  if (detail.empty()) return;
  const float em = name.font_size;
  const float baseline = name.frame.bottom();
  const float y = std::max(baseline + kDetailPitch * em, name.ink.bottom() + gap * em - detail.ink.top());
  const Point offset{name.ink.center().x - detail.ink.center().x, y};
  const Rect ink = translated(detail.ink, offset);
  name.blocks.push_back(ink);
  for (const Rect& line : detail.lines) name.lines.push_back(translated(line, offset));
  name.ink = united(name.ink, ink);
  name.frame = rect_from_edges(name.ink.left(), name.frame.top(), name.ink.right(), detail.frame.bottom() + y);
  name.box.items.emplace_back(placed(std::move(detail.box), offset));
}

// Of what is seen in its own part: the node's, where it has one.
Color formula_color(const NameLook& look, const DiagramStyle& style) {
  DiagramStyle own = style;
  own.ground = laid_over(*look.part_ground, style.ground);
  return readable_tone(look.ground, own);
}

}  // namespace

MeasuredText measure_in_color(const std::string& source, Color color, const DiagramStyle& style, const FontSet& fonts) {
  std::size_t lines = 0;
  return measured(layout_label(source, label_style(color, 0, style), fonts), source, color, style, fonts, &lines);
}

// Its fractions are stacked.
MeasuredText measure_formula(const std::string& source, Color color, const DiagramStyle& style, const FontSet& fonts) {
  std::size_t lines = 0;
  LabelStyle label = label_style(color, 0, style);
  label.formula_display = math::Display::Block;
  return measured(layout_label(source, label, fonts), source, color, style, fonts, &lines);
}

Color readable_tone(Color color, const DiagramStyle& style) {
  if (contrast(color, style.ground) >= kReadable) return color;
  Oklab lab = to_oklab(color);
  if (lab.chroma() > kGrey) lab = lab.with_chroma(std::clamp(lab.chroma() * kStronger, kLeastChroma, kMostChroma));
  const bool is_dark = to_oklab(style.ground).lightness < kDark;
  for (double lightness = lab.lightness; lightness > 0 && lightness < 1; lightness += is_dark ? kStep : -kStep) {
    const Color toned = to_color(lab.with_lightness(lightness));
    if (contrast(toned, style.ground) >= kReadable) return toned;
  }
  return readable_on(style.ground, style.ink, style.card);
}

void put_icon_above(MeasuredText& text, const IconAbove& above, const DiagramStyle& style) {
  const std::optional<IconId> icon = find_icon(above.name);
  if (!icon) return text.diagnostics.push_back(unknown_icon(above.name));
  const float em = style.text_size, side = above.side * em;
  const float foot = text.empty() ? 0 : std::min(text.frame.top(), text.ink.top()) - kIconGap * em;
  const float middle = text.empty() ? 0 : text.ink.center().x;
  const Rect square{middle - side / 2, foot - side, side, side};
  IconStyle look;
  look.ink = text.color;
  look.fill = above.fill;
  look.stroke = kIconStroke * side;
  for (Item& item : draw_icon(*icon, square, look)) text.box.items.push_back(std::move(item));
  text.ink = united(text.ink, square);
  text.frame = united(square, text.frame);
  text.blocks.insert(text.blocks.begin(), square);
  text.lines.insert(text.lines.begin(), square);
}

MeasuredText measure_text(const std::string& source, Color ground, const DiagramStyle& style, const FontSet& fonts) {
  return measure_in_color(source, color_on(ground, style), style, fonts);
}

bool has_detail(const std::string& source) { return end_of_name(source).has_value(); }

MeasuredText measure_name_and_detail(const std::string& source, const NameLook& look, const DiagramStyle& style,
                                     const FontSet& fonts) {
  const Color ink = color_on(look.ground, style);
  const std::optional<std::size_t> end = end_of_name(source);
  const auto measure = [&](const std::string& part, Color color, const DiagramStyle& own) {
    MeasuredText one_line = measure_in_color(part, color, own, fonts);
    const float longest = look.longest_line * style.text_size;
    if (longest == 0 || one_line.ink.width <= longest) return one_line;
    std::optional<MeasuredText> broken = measure_on_two_lines(one_line, own, fonts);
    if (look.most_lines > 2 && one_line.ink.width > 2 * longest) {
      std::optional<MeasuredText> three = measure_on_three_lines(one_line, own, fonts);
      if (three) broken = std::move(three);
    }
    return broken ? std::move(*broken) : std::move(one_line);
  };
  DiagramStyle named = style;
  if (look.weight == NameWeight::Bold) named.embolden *= kNameWeight;
  MeasuredText text = measure(source.substr(0, end.value_or(source.size())), look.color.value_or(ink), named);
  if (look.underline && !text.empty()) underline(text, *look.underline);
  if (!end) return text;
  // Without a name it is none's detail.
  DiagramStyle smaller = style;
  const std::string below = source.substr(*end + 1);
  const bool in_part = look.part_ground && !text.empty() && is_formula(parse_label(below));
  if (!text.empty()) smaller.text_size *= in_part ? kFormulaDetail : look.detail;
  MeasuredText detail =
      in_part ? measure_formula(below, formula_color(look, style), smaller, fonts) : measure(below, ink, smaller);
  move_text(detail, *end + 1);
  if (text.empty()) std::swap(text, detail);
  text.source = source;
  append(text, std::move(detail), in_part ? kPartGap : kDetailGap);
  if (in_part && text.blocks.size() > 1) {
    text.part = MeasuredText::Part{text.blocks[1].top() - kPartGap * text.font_size / 2, text.box.items.size() - 1};
    text.frame = rect_from_edges(text.ink.left(), text.frame.top(), text.ink.right(), text.ink.bottom());
  }
  return text;
}

NameApart measure_apart(const std::string& source, const NameLook& look, const NameLook& detail_look,
                        const DiagramStyle& style, const FontSet& fonts) {
  const std::size_t end = end_of_name(source).value_or(source.size()), after = std::min(end + 1, source.size());
  NameApart apart;
  apart.name = measure_name_and_detail(source.substr(0, end), look, style, fonts);
  DiagramStyle smaller = style;
  smaller.text_size *= look.detail;
  const std::string detail = source.substr(after);
  apart.detail = measure_in_color(detail, color_on(detail_look.ground, style), smaller, fonts);
  apart.detail_on_two_lines = measure_on_two_lines(apart.detail, smaller, fonts);
  move_text(apart.detail, after);
  if (apart.detail_on_two_lines) move_text(*apart.detail_on_two_lines, after);
  return apart;
}

void share_parts(const std::vector<MeasuredText*>& texts) {
  float top = 0, height = 0;
  for (const MeasuredText* text : texts) {
    if (!text->part) continue;
    top = std::max(top, text->part->top);
    height = std::max(height, text->blocks[1].height);
  }
  for (MeasuredText* text : texts) {
    if (!text->part) continue;
    Rect& detail = text->blocks[1];
    const float below = top + kPartGap * text->font_size / 2;
    const float by = below + (height - detail.height) / 2 - detail.top();
    std::get<Group>(text->box.items[text->part->item]).placement.offset.y += by;
    detail = translated(detail, {0, by});
    text->part->top = top;
    text->ink = rect_from_edges(text->ink.left(), text->ink.top(), text->ink.right(), below + height);
    text->frame = rect_from_edges(text->frame.left(), text->frame.top(), text->frame.right(), below + height);
  }
}

bool may_be_wrapped(const MeasuredText& one_line, const DiagramStyle& style) {
  return one_line.ink.width * style.min_text_size <= kHopeless * style.max_size.width * style.text_size;
}

std::optional<MeasuredText> measure_on_two_lines(const MeasuredText& one_line, const DiagramStyle& style,
                                                 const FontSet& fonts) {
  float limit = one_line.ink.width * kNarrower;
  std::optional<MeasuredText> best;
  const auto consider = [&](TextLayout layout) {
    std::size_t lines = 0;
    MeasuredText text = measured(std::move(layout), one_line.source, one_line.color, style, fonts, &lines);
    if (lines != 2 || text.ink.width > limit) return false;
    limit = text.ink.width - 0.01f;
    best = std::move(text);
    return true;
  };
  const LabelStyle on_one_line = label_style(one_line.color, 0, style);
  PreparedLabel label(one_line.source, on_one_line, fonts);
  std::vector<std::size_t> blanks = label.blanks_to_break_at();
  blanks.resize(std::min(blanks.size(), kMostBlanks));
  for (std::size_t blank : blanks) {
    std::string broken = one_line.source;
    broken[blank] = '\n';
    consider(layout_label(broken, on_one_line, fonts));
  }
  // Words of three characters stay whole.
  const std::vector<CodePoint> points = decode_utf8(one_line.source);
  const bool goes_on = breaks_between_characters(one_line.source, points);
  const bool short_text = one_line.ink.width < kLongText * style.text_size;
  const bool balanced = best && (short_text || limit <= kBalanced * one_line.ink.width);
  if (balanced || !goes_on || one_line.ink.width < kShortWord * style.text_size) return best;
  for (float part : {0.52f, 0.6f, 0.68f, 0.76f, 0.84f}) {
    consider(label.set(label_style(one_line.color, one_line.ink.width * part, style).paragraph));
  }
  // Halves of three or five characters: most words have two. A particle at the end is none.
  if (best && points.size() % 4 == 2 && !is_particle(points.back()) &&
      std::all_of(points.begin(), points.end(), is_ideograph)) {
    limit *= kWordsWorth;
    std::string broken = one_line.source;
    const std::size_t middle = points[points.size() / 2 + 1].offset;
    broken.insert(middle, "\n");
    if (consider(layout_label(broken, on_one_line, fonts))) {
      move_sources(best->box.items, [middle](ByteRange source) {
        return source.begin > middle ? ByteRange{source.begin - 1, source.end - 1} : source;
      });
    }
  }
  return best;
}

MeasuredText measure_in_width(const MeasuredText& one_line, float width, TextAlign align, const DiagramStyle& style,
                              const FontSet& fonts) {
  DiagramStyle own = style;
  own.embolden = one_line.embolden;
  LabelStyle label = label_style(one_line.color, width, own);
  label.paragraph.align = align;
  std::size_t lines = 0;
  MeasuredText text =
      measured(layout_label(one_line.source, label, fonts), one_line.source, one_line.color, own, fonts, &lines);
  move_text(text, one_line.offset);
  return text;
}

void move_text(MeasuredText& text, std::size_t offset) {
  text.offset += offset;
  move_sources(text.box.items, [offset](ByteRange source) {
    return ByteRange{source.begin + offset, source.end + offset};
  });
  for (Diagnostic& diagnostic : text.diagnostics) diagnostic.offset += offset;
}

TextCentering circle_centering(const MeasuredText& text) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const bool word = text.source.size() > 1 && std::all_of(text.source.begin(), text.source.end(), is_letter);
  return word ? TextCentering::Frame : TextCentering::Ink;
}

std::optional<MeasuredText> measure_on_three_lines(const MeasuredText& one_line, const DiagramStyle& style,
                                                   const FontSet& fonts) {
  PreparedLabel label(one_line.source, label_style(one_line.color, 0, style), fonts);
  for (float part : {0.34f, 0.38f, 0.43f, 0.49f, 0.55f}) {
    std::size_t lines = 0;
    const LabelStyle narrow = label_style(one_line.color, one_line.ink.width * part, style);
    MeasuredText text = measured(label.set(narrow.paragraph), one_line.source, one_line.color, style, fonts, &lines);
    if (lines == 3) return text;
  }
  return std::nullopt;
}

float centred_height(const MeasuredText& text, TextCentering centering) {
  const float middle = (centering == TextCentering::Ink ? text.ink : text.frame).center().y;
  return 2 * std::max({0.0f, middle - text.ink.top(), text.ink.bottom() - middle});
}

Point text_origin(const MeasuredText& text, Point center, TextCentering centering, float scale) {
  const Point middle{text.ink.center().x, (centering == TextCentering::Ink ? text.ink : text.frame).center().y};
  return center - middle * scale;
}

Rect ink_at(const MeasuredText& text, Point origin, float scale) { return translated(scaled(text.ink, scale), origin); }

void draw_text(Drawing& drawing, const BlockId& part, const MeasuredText& text, Point origin, float scale) {
  if (text.empty()) return;
  Group group = placed(text.box, origin, scale);
  group.id = part.block;
  drawing.items.emplace_back(std::move(group));
}

void report_text(Drawing& drawing, const MeasuredText& text, const BlockId& part) {
  // Here, not where the text is drawn: one whose slices are all still missing has no ink, and is not drawn.
  drawing.pending.insert(drawing.pending.end(), text.pending.begin(), text.pending.end());
  for (Diagnostic diagnostic : text.diagnostics) {
    diagnostic.block = part.block;
    diagnostic.field = part.field;
    drawing.diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace sixiang
