#include "layout/center_circle.h"

#include <algorithm>
#include <cmath>

#include "base/largest_fitting.h"
#include "layout/page_design.h"

namespace sixiang {

namespace {

constexpr float kScaleStep = 0.02f;
constexpr float kLeastRadius = 0.3f, kMostRadius = 1.6f, kRadiusStep = 0.1f;  // of the wanted one
constexpr float kGapStep = 0.1f;                                              // em

struct Line {
  TextLayout layout;
  float size = 0, ascent = 0, descent = 0;  // of the ink, so that the stack looks even
  float own = 1;                            // scale of this line alone, where it is longer than the others
  Size padding{};                           // of the pill that it stands in, at each side; 0: in none

  float height() const { return (ascent + descent + 2 * padding.height) * own; }
  float width() const { return (layout.box.width + 2 * padding.width) * own; }
};

// How much larger than the design's a circle is: 0 for one between cards, 1 for a hub.
float grown(const PageBuilder& page, float radius) {
  const float larger = radius / (kPage.circle.radius * page.unit());
  return std::clamp((larger - kDesign.center.seal) / (kDesign.center.hub - kDesign.center.seal), 0.0f, 1.0f);
}

float between(float from, float to, float part) { return from + (to - from) * part; }

// Beside few words a formula is what is read first; among the lines of a hub it is one of them.
float size_of(CenterRole role, float hub) {
  switch (role) {
    case CenterRole::Caption:
      return kDesign.center.caption_size;
    case CenterRole::Text:
      return kDesign.center.text_size;
    case CenterRole::Formula:
      break;
  }
  return between(kDesign.center.formula_size, kDesign.center.hub_formula * kDesign.center.text_size, hub);
}

// A formula among other lines of a hub stands in a pill.
bool stands_in_pill(const Center& center, CenterRole role, float hub) {
  return hub >= 1 && role == CenterRole::Formula && center.lines.size() > 1;
}

// Of a pill: the page's own on a dark one.
Color pill_color(const PageBuilder& page) {
  const Color background = background_color(page.poster());
  return is_dark(background) ? background : card_color(page.poster());
}

LabelStyle line_style(const PageBuilder& page, const Center& center, CenterRole role, float hub) {
  const Color ground = stands_in_pill(center, role, hub) ? pill_color(page) : center.fill;
  LabelStyle style = label_style(page, size_of(role, hub) * page.unit(), ground);
  style.text.embolden_em = kDesign.type.embolden + kDesign.type.stress;
  style.text.latin_embolden_em = kDesign.type.latin_embolden;
  style.formula_embolden_em = kDesign.type.formula_embolden;
  return style;
}

// Of what is too long for one line.
enum class Breaking : std::uint8_t { None, InTwo };

// The paragraph of a line that is broken in two: a formula at its relation, where that makes it narrower; nullopt: it
// would hardly do so.
std::optional<TextLayout> set_in_two(const PageBuilder& page, const CenterLine& source, LabelStyle style, float width) {
  style.paragraph.max_width = width / 2 + style.text.size / 2;
  style.paragraph.breaking = LineBreaking::Balanced;
  style.paragraph.align = TextAlign::Center;
  PreparedLabel label(source.text, style, page.fonts());
  const float formulas = label.formulas_on_two_lines();
  if (formulas > kDesign.center.broken_formula * width) return std::nullopt;
  style.paragraph.max_width = std::max(style.paragraph.max_width, formulas);
  return label.set(style.paragraph);
}

std::vector<Line> set_lines(const PageBuilder& page, const Center& center, Breaking breaking, float hub) {
  std::vector<Line> lines;
  float widest = 0;
  for (const CenterLine& source : center.lines) {
    const LabelStyle style = line_style(page, center, source.role, hub);
    lines.emplace_back();
    lines.back().layout = layout_label(source.text, style, page.fonts());
    lines.back().size = style.text.size;
    widest = std::max(widest, lines.back().layout.box.width);
  }
  // In a hub only those that are much longer than the others.
  const float least = hub > 0 ? kDesign.center.broken_part * widest : 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    const float width = line.layout.box.width;
    if (breaking == Breaking::InTwo && width >= kDesign.center.wrapped_ems * line.size && width >= least) {
      const CenterLine& source = center.lines[i];
      if (auto broken = set_in_two(page, source, line_style(page, center, source.role, hub), width)) {
        line.layout = std::move(*broken);
      }
    }
    const Rect ink = ink_bounds(line.layout.box.items, page.fonts());
    line.ascent = -ink.top();
    line.descent = ink.bottom();
    if (stands_in_pill(center, center.lines[i].role, hub))
      line.padding = {kDesign.center.pill_padding.loose * line.size, kDesign.center.pill_padding.tight * line.size};
  }
  return lines;
}

float stack_height(const std::vector<Line>& lines, float gap) {
  float height = lines.empty() ? 0 : gap * float(lines.size() - 1);
  for (const Line& line : lines) height += line.height();
  return height;
}

// The scale of each line by itself at which its corners lie within the circle of that radius, at most 1.
std::vector<float> own_scales(const std::vector<Line>& lines, float gap, float scale, float radius, float widest) {
  std::vector<float> scales;
  float y = -stack_height(lines, gap) / 2 * scale;
  for (const Line& line : lines) {
    const float bottom = y + line.height() * scale;
    const float far = std::max(std::abs(y), std::abs(bottom));
    const float half = line.width() / 2 * scale;
    const float room = far < radius ? std::min(widest, std::sqrt(radius * radius - far * far)) : 0;
    scales.push_back(half > room ? room / half : 1);
    y = bottom + gap * scale;
  }
  return scales;
}

// The largest scale from `from` down at which no line has to shrink below `least` of it.
float largest_scale(const std::vector<Line>& lines, float gap, float radius, float widest, float from, float least) {
  const auto fits_at = [&](float scale) {
    const std::vector<float> own = own_scales(lines, gap, scale, radius, widest);
    return std::all_of(own.begin(), own.end(), [&](float part) { return part >= least; });
  };
  return largest_fitting(sizes_down(from, kDesign.center.smallest - kScaleStep, kScaleStep), fits_at).size;
}

// One scale for all lines; where a single long one would make all of them small, that one shrinks more.
float fit_lines(std::vector<Line>& lines, float gap, float radius, float widest, float largest) {
  const float together = largest_scale(lines, gap, radius, widest, largest, 1);
  if (together >= kDesign.center.least_together) return together;
  const float apart = largest_scale(lines, gap, radius, widest, 1, kDesign.center.least_own);
  if (apart <= together) return together;
  const std::vector<float> own = own_scales(lines, gap, apart, radius, widest);
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].own = own[i];
  return apart;
}

// A larger circle has larger lines, and more white around them.
float largest_lines(const PageBuilder& page, float radius) {
  const float larger = radius / (kPage.circle.radius * page.unit());
  return kDesign.center.largest_lines * std::max(1.0f, 1 + kDesign.center.growth * (larger - 1));
}

// All lines within a circle, as large as they go.
struct Setting {
  std::vector<Line> lines;
  float scale = 1, gap = 0;

  float smallest() const {
    float least = 1e9f;
    for (const Line& line : lines) least = std::min(least, line.size * line.own * scale);
    return least;
  }
  float height() const { return stack_height(lines, gap) * scale; }
};

Setting set_with_gap(const PageBuilder& page, const Center& center, float radius, Breaking breaking, float gap) {
  const float hub = grown(page, radius);
  Setting setting{set_lines(page, center, breaking, hub), 1, gap};
  const float room = radius - between(kDesign.center.padding, kDesign.center.hub_padding, hub) * page.unit();
  const float largest = largest_lines(page, radius);
  setting.scale = fit_lines(setting.lines, gap, room, kDesign.center.widest * room, largest);
  const auto unreadable = [&](const Line& line) { return setting.scale * line.own < kDesign.center.readable; };
  if (std::any_of(setting.lines.begin(), setting.lines.end(), unreadable)) {
    for (Line& line : setting.lines) line.own = 1;
    setting.scale = fit_lines(setting.lines, gap, room, room, largest);
  }
  return setting;
}

// In a hub the lines stand apart until they fill a part of it, as long as they need not be smaller for it.
Setting set_within(const PageBuilder& page, const Center& center, float radius, Breaking breaking) {
  const float hub = grown(page, radius), text = kDesign.center.text_size * page.unit();
  const float least = between(kDesign.center.line_gap * page.unit(), kDesign.center.hub_gap.tight * text, hub);
  Setting best = set_with_gap(page, center, radius, breaking, least);
  const float smallest = kDesign.center.apart_worth * best.smallest();
  for (float gap = least + kGapStep * text; hub > 0 && gap <= kDesign.center.hub_gap.loose * text;
       gap += kGapStep * text) {
    Setting wider = set_with_gap(page, center, radius, breaking, gap);
    if (wider.smallest() < smallest || wider.height() > 2 * kDesign.center.hub_part * radius) break;
    best = std::move(wider);
  }
  return best;
}

float readable_size(const PageBuilder& page) { return kDesign.center.least_size * page.unit(); }

// On lines of their own; long ones broken in two only where they are read better so.
Setting best_within(const PageBuilder& page, const Center& center, float radius) {
  Setting whole = set_within(page, center, radius, Breaking::None);
  const bool is_hub = grown(page, radius) > 0;
  Setting broken = set_within(page, center, radius, Breaking::InTwo);
  float worth = 1;
  if (is_hub)
    worth = kDesign.center.broken_worth;
  else if (whole.smallest() >= readable_size(page))
    worth = kDesign.center.seal_broken_worth;
  return broken.smallest() > whole.smallest() * worth ? broken : whole;
}

}  // namespace

float center_radius(const PageBuilder& page, const Center& center) {
  const CircleDesign& design = kPage.circle;
  float growth = 1;
  while (growth < design.most_growth &&
         best_within(page, center, growth * design.radius * page.unit()).smallest() < readable_size(page)) {
    growth += design.growth_step;
  }
  return std::min(growth, design.most_growth) * design.radius * page.unit();
}

RadiusRange readable_radii(const PageBuilder& page, const Center& center, float wanted) {
  const float readable = kDesign.type.readable * page.unit();
  for (float part = kLeastRadius; part <= kMostRadius; part += kRadiusStep) {
    const float radius = part * wanted;
    if (best_within(page, center, radius).smallest() >= readable) return {radius, std::max(radius, wanted)};
  }
  return {wanted, wanted};
}

void draw_center_circle(PageBuilder& page, const Center& center, Point middle, float radius) {
  const Path shape = circle(middle, radius);
  page.fill(shape, center.fill);
  page.border(shape, ink_color(page.poster()));
  Block block = make_block(block_of("center", "fill"), BlockKind::Center);
  block.rect = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
  page.add_block(block);

  const Setting setting = best_within(page, center, radius);
  const std::vector<Line>& lines = setting.lines;
  const float scale = setting.scale, gap = setting.gap;
  float y = middle.y - stack_height(lines, gap) / 2 * scale;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const float own = scale * line.own;
    const Size padding{line.padding.width * own, line.padding.height * own};
    const Point origin{middle.x - line.width() / 2 * scale + padding.width, y + padding.height + line.ascent * own};
    if (padding.width > 0) {
      const Rect pill{origin.x - padding.width, y, line.width() * scale, line.height() * scale};
      page.fill(rounded_rectangle(pill, pill.height / 2), pill_color(page));
    }
    Block text = make_block(block_of(item_id("center.lines", i), "text"), BlockKind::CenterLine, center.lines[i].text);
    text.rect = {origin.x, y + padding.height, line.layout.box.width * own, (line.ascent + line.descent) * own};
    text.font_size = line.size * own;
    text.overflow = own < kDesign.center.readable;
    page.place_text(std::move(text), line.layout, origin, own);
    y += (line.height() + gap) * scale;
  }
}

}  // namespace sixiang
