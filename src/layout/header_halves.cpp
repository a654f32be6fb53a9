#include "layout/header_halves.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "layout/design.h"
#include "layout/header_parts.h"
#include "layout/label_look.h"
#include "layout/page_design.h"
#include "layout/section_frame.h"

namespace sixiang {

namespace {

struct JoiningWord {
  std::string_view word;
  Opposing kind;
};
constexpr JoiningWord kJoiningWords[] = {{"但", Opposing::But},    {"却", Opposing::But},    {"vs.", Opposing::Versus},
                                         {"vs", Opposing::Versus}, {"VS", Opposing::Versus}, {"Vs", Opposing::Versus}};
constexpr std::string_view kSigns[] = {"↑", "↓"};
constexpr float kCircle = 0.5523f;  // of a radius, from the end of a quarter of a circle to its control point

ByteRange without_blanks(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && text[begin] == ' ') ++begin;
  while (begin < end && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
  return {begin, end};
}

std::string_view part(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

// A blank or a sign before it, a blank behind it or, of a word of Han, a sign before it.
bool stands_apart(std::string_view title, std::size_t at, const JoiningWord& word) {
  const std::string_view before = title.substr(0, at), after = title.substr(at + word.word.size());
  const bool behind_sign =
      std::any_of(std::begin(kSigns), std::end(kSigns), [&](std::string_view sign) { return before.ends_with(sign); });
  const bool is_han = word.kind == Opposing::But;
  return (before.ends_with(' ') || (is_han && behind_sign)) && (after.starts_with(' ') || (is_han && behind_sign));
}

LabelStyle half_style(const PageBuilder& page, const Section& section, Color ground) {
  LabelStyle style = title_style(page, section);
  style.text.color = style.formula_color = ink_on(page.poster(), seen_on_page(page.poster(), ground));
  style.signs->outline = style.text.color;
  return style;
}

// What it costs is seen as what a falling arrow says.
Color second_ground(const Poster& poster, const Section& section, Opposing kind) {
  const Color card = card_color(poster);
  if (kind == Opposing::But) return mixed(kDesign.header.price, card, kDesign.header.half_pale);
  return mixed(header_color(poster, section), card, kDesign.header.half_pale);
}

TextLayout set_part(const PageBuilder& page, const std::string& title, ByteRange range, const LabelStyle& style) {
  TextLayout text = layout_label(std::string(part(title, range)), style, page.fonts());
  move_sources(text.box.items, [range](ByteRange source) {
    return ByteRange{source.begin + range.begin, source.end + range.begin};
  });
  return text;
}

float disc_radius(const PageBuilder& page) {
  return design(page, kDesign.header.title_size * kDesign.header.half_disc / 2);
}

// Nothing else stands in it but a number, over its corner.
bool may_have_halves(const MeasuredHeader& header) {
  const Section& section = *header.section;
  return section.header == HeaderKind::Strip && !header.subtitle && !header.badge && section.icon.empty() &&
         !shows_only_a_table(section);
}

TitleHalves measure_halves(const PageBuilder& page, const Section& section, const Opposition& opposition) {
  TitleHalves halves;
  halves.ground = second_ground(page.poster(), section, opposition.kind);
  LabelStyle first = title_style(page, section);
  LabelStyle second = half_style(page, section, halves.ground);
  // What comes before the word is the gain, also where it falls; what comes behind it is its price, also where it
  // rises.
  if (opposition.kind == Opposing::But) {
    first.signs->down = first.signs->up;
    second.signs->up = second.signs->down;
  }
  LabelStyle word = half_style(page, section, kDesign.header.half_disc_fill);
  word.text.size *= kDesign.header.half_word;
  halves.first = set_part(page, section.title, opposition.first, first);
  halves.second = set_part(page, section.title, opposition.second, second);
  halves.word = set_part(page, section.title, opposition.word, word);
  return halves;
}

// The right part of a header's strip, within the frame's border.
Path half_shape(const Rect& rect, float radius) {
  Path path;
  path.move_to({rect.left(), rect.top()});
  path.line_to({rect.right() - radius, rect.top()});
  const float reach = radius * (1 - kCircle);
  path.cubic_to({rect.right() - reach, rect.top()}, {rect.right(), rect.top() + reach},
                {rect.right(), rect.top() + radius});
  path.line_to({rect.right(), rect.bottom()});
  path.line_to({rect.left(), rect.bottom()});
  path.close();
  return path;
}

void draw_second_ground(PageBuilder& page, const MeasuredHeader& content, float divider) {
  const FrameLook& look = frame_look(page.poster().style);
  const float line = look.line * page.unit() / 2, rule = look.rule * page.unit();
  const Rect strip = content.strip;
  const Rect inner = rect_from_edges(divider, strip.top() + line, strip.right() - line, strip.bottom() - rule / 2);
  page.fill(half_shape(inner, std::max(0.0f, kDesign.frame.corner_radius * page.unit() - line)),
            content.halves->ground);
  if (rule <= 0) return;
  Path edge;
  edge.move_to({divider, strip.top() + line});
  edge.line_to({divider, strip.bottom() - rule / 2});
  page.stroke(edge, outline_color(page.poster(), *content.section), rule);
}

}  // namespace

std::optional<Opposition> find_opposition(std::string_view title) {
  // Formulas, marks and lines stay whole.
  if (title.find_first_of("$\\*=:\n") != std::string_view::npos) return std::nullopt;
  for (const JoiningWord& word : kJoiningWords) {
    const std::size_t at = title.find(word.word);
    if (at == std::string_view::npos || !stands_apart(title, at, word)) continue;
    const std::size_t end = at + word.word.size();
    const Opposition found{
        without_blanks(title, 0, at), {at, end}, without_blanks(title, end, title.size()), word.kind};
    const bool has_both = found.first.begin < found.first.end && found.second.begin < found.second.end;
    if (has_both && !find_opposition(part(title, found.second))) return found;
  }
  return std::nullopt;
}

float halves_width(const PageBuilder& page, const TitleHalves& halves) {
  return halves.first_width + halves.second_width + 2 * (disc_radius(page) + design(page, kDesign.header.half_gap));
}

void join_halves(const PageBuilder& page, std::vector<MeasuredHeader>& headers) {
  std::vector<MeasuredHeader*> joined;
  std::vector<TitleHalves> halves;
  float first = 0, second = 0;
  for (MeasuredHeader& header : headers) {
    if (header.section->place != SectionPlace::Flow) continue;
    const std::optional<Opposition> opposition = find_opposition(header.section->title);
    if (!opposition || !may_have_halves(header)) return;
    joined.push_back(&header);
    halves.push_back(measure_halves(page, *header.section, *opposition));
    first = std::max(first, halves.back().first.box.width);
    second = std::max(second, halves.back().second.box.width);
  }
  if (joined.size() < 2) return;
  const float width = joined[0]->room.width;
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (std::fabs(joined[i]->room.width - width) > page.unit()) return;
    halves[i].first_width = first;
    halves[i].second_width = second;
  }
  const bool has_number =
      std::any_of(joined.begin(), joined.end(), [](const MeasuredHeader* h) { return bool(h->number); });
  const float before = has_number ? number_over_corner(page) : 0;
  if ((before + halves_width(page, halves[0])) * kDesign.header.least_halves > width) return;
  for (std::size_t i = 0; i < joined.size(); ++i) joined[i]->halves = std::move(halves[i]);
}

void draw_halves(PageBuilder& page, const MeasuredHeader& content, float left, float scale) {
  const Section& section = *content.section;
  const TitleHalves& halves = *content.halves;
  const Rect& room = content.room;
  const float radius = disc_radius(page) * scale, gap = design(page, kDesign.header.half_gap) * scale;
  const float size = design(page, kDesign.header.title_size) * scale;
  const float free = room.right() - left - halves_width(page, halves) * scale;
  const float divider = left + free / 2 + halves.first_width * scale + gap + radius;
  const Point middle{divider, room.center().y};
  draw_second_ground(page, content, divider);
  const Path disc = circle(middle, radius);
  page.fill(disc, kDesign.header.half_disc_fill);
  page.border(disc, outline_color(page.poster(), section));
  const BlockId id = block_of(join_id(section.id, "title"));
  const auto origin = [&](const TextLayout& text, float center, float own, float em) {
    return Point{center - text.box.width * own / 2, middle.y + kDesign.type.optical_middle * em * own};
  };
  const float em = design(page, kDesign.header.title_size);
  const Point first = origin(halves.first, (left + divider - radius - gap) / 2, scale, em);
  const Point second = origin(halves.second, (divider + radius + gap + room.right()) / 2, scale, em);
  const float in_disc = 2 * radius * kDesign.header.half_word_part / std::max(1.0f, halves.word.box.width);
  const float word_scale = std::min(scale, in_disc);
  const Point word = origin(halves.word, divider, word_scale, em * kDesign.header.half_word);
  Block block = make_block(id, BlockKind::SectionTitle, section.title);
  block.rect =
      rect_from_edges(first.x, middle.y - size / 2, second.x + halves.second.box.width * scale, middle.y + size / 2);
  block.font_size = size;
  page.place_text(std::move(block), halves.first, first, scale);
  page.draw_text(id, halves.word, word, word_scale);
  page.draw_text(id, halves.second, second, scale);
}

}  // namespace sixiang
