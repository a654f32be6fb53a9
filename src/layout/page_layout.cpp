#include "layout/page_layout.h"

#include <algorithm>
#include <deque>

#include "base/problems.h"
#include "layout/bars_beside.h"
#include "layout/body_search.h"
#include "layout/center_circle.h"
#include "layout/connector_drawing.h"
#include "layout/decoration.h"
#include "layout/design.h"
#include "layout/grid_cells.h"
#include "layout/header_halves.h"
#include "layout/item_cards.h"
#include "layout/page_design.h"
#include "layout/page_plan.h"
#include "layout/pictures.h"
#include "layout/ring_links.h"
#include "layout/ring_nodes.h"
#include "layout/row_bars.h"
#include "layout/section_frame.h"
#include "layout/section_header.h"
#include "layout/siblings.h"
#include "layout/side_header.h"
#include "layout/time_axis.h"
#include "layout/title.h"

namespace sixiang {

namespace {

// What the title leaves to the sections.
struct TitledPage {
  Rect area;
  Rect corner;  // of it, that the title takes; empty: it stands above
};

// Wider on a long page, beside the frames of its cards; round nodes and the texts of their arrows have air around them.
Rect within_margins(const PageBuilder& page) {
  const PageFormat& size = page.poster().page;
  const float length = shows_discs(page.poster()) ? 0 : length_of(size);
  const Gap& margin = page.air() == Air::Wide ? kDesign.page.airy_margin : kDesign.page.margin;
  return inset({0, 0, size.width, size.height}, at_length(margin, length) * page.unit());
}

// Between the title and the sections. A square page has no height to give.
float below_title(const PageBuilder& page) {
  const bool more = page.poster().title.underline && length_of(page.poster().page) > 0;
  return (more ? kDesign.page.below_underline : kDesign.page.below_title) * page.unit();
}

bool is_wide(const PageFormat& page) { return page.width > page.height; }

// Of a large title, relative to the design's.
float large_title(const PageBuilder& page) {
  const PageFormat& format = page.poster().page;
  const float growth = is_wide(format) ? kDesign.title.wide_growth : kDesign.title.tall_growth;
  const float most = kDesign.title.most_of_side * std::min(format.width, format.height);
  return std::min(1 + growth * length_of(format), std::max(1.0f, most / (kDesign.title.size * page.unit())));
}

// Not where its words fill the width already.
bool has_larger_title(const PageBuilder& page) {
  const float width = within_margins(page).width;
  return set_title(page, width, large_title(page)).size > set_title(page, width).size;
}

float above_title(const PageBuilder& page, TitlePlace place) {
  const PageFormat& size = page.poster().page;
  const Gap& gap = is_wide(size) ? kDesign.page.wide_above : kDesign.page.tall_above;
  return at_length(gap, place == TitlePlace::LargeAbove ? length_of(size) : 0) * page.unit();
}

TitledPage draw_title(PageBuilder& page, TitlePlace place) {
  const Rect whole = within_margins(page);
  const TitleSetting title = set_title(page, whole.width, place == TitlePlace::LargeAbove ? large_title(page) : 1);
  const Rect above{whole.x, above_title(page, place), whole.width,
                   title.height + kDesign.page.title_room * page.unit()};
  const std::optional<TitleSetting> beside =
      leaves_a_corner(page.poster()) ? title_within(page, title, kPage.ring.title * whole.width) : std::nullopt;
  if (beside) {
    const float gap = kPage.ring.title_gap * page.unit();
    const float air = at_length({0, kPage.ring.title_air}, length_of(page.poster().page)) * page.unit();
    const Rect corner{whole.x, above.y + air, beside->width() + gap,
                      beside->height + kDesign.page.title_room * page.unit()};
    draw_title(page, *beside, corner);
    return {whole, rect_from_edges(whole.left(), whole.top(), corner.right() + gap, corner.bottom() + gap)};
  }
  if (title.height <= 0) return {whole, {}};
  draw_title(page, title, above);
  return {rect_from_edges(whole.left(), above.bottom() + below_title(page), whole.right(), whole.bottom()), {}};
}

// What is drawn of all sections, and where a decoration has room among it.
struct Drawn {
  Room room = Room::Used;
  std::vector<Rect> corners;
};

// In the middle above what stands in the middle itself, and around the centre's circle.
HeaderAlign align_in(const PageBuilder& page, const Zone& zone, Subtitles subtitles) {
  const bool is_plain = zone.section->header == HeaderKind::Plain;
  const bool round_circle = page.poster().center && page.poster().layout.connect != Connect::Spokes;
  const bool in_middle = round_circle || zone.pictured || subtitles == Subtitles::Below;
  return in_middle && !is_plain && zone.section->number.empty() ? HeaderAlign::Middle : HeaderAlign::Left;
}

// Of all sections that have one; `changed` keeps what they are without what stands elsewhere.
std::vector<MeasuredHeader> measure_headers(const PageBuilder& page, const Zones& zones, Subtitles subtitles,
                                            std::deque<Section>& changed) {
  std::vector<MeasuredHeader> headers;
  for (const Zone& zone : zones.zones) {
    if (zone.section->header == HeaderKind::None) continue;
    const Section* section = zone.section;
    const bool in_body = has_title_in_body(page, *section);
    const bool has_icon_elsewhere = zone.pictured || zone.spoke_end || in_body;
    if (zone.pointer || has_icon_elsewhere) {
      section = &changed.emplace_back(*section);
      // On a timeline the number is the time on its axis.
      if (zone.pointer || in_body) changed.back().number.clear();
      if (has_icon_elsewhere) changed.back().icon.clear();
      if (in_body) changed.back().header = HeaderKind::Plain;
    }
    headers.push_back(measure_header(page, *section, header_room(page, zone, zones.obstacle), subtitles));
    headers.back().strip = frame_parts(page, *zone.section, zone.rect).header;
    headers.back().align = align_in(page, zone, subtitles);
  }
  join_halves(page, headers);
  return headers;
}

// Where titles are larger with their subtitles below them, most have one, and the page has the height for it.
bool wants_subtitles_below(const PageBuilder& page, const Zones& zones) {
  if (zones.text_scale < kDesign.header.stacked_text) return false;
  std::size_t headers = 0, with_subtitle = 0;
  const auto scale_with = [&](Subtitles subtitles) {
    std::deque<Section> changed;
    float scale = 1;
    headers = with_subtitle = 0;
    for (const MeasuredHeader& header : measure_headers(page, zones, subtitles, changed)) {
      if (header.section->header == HeaderKind::Side) continue;
      ++headers;
      with_subtitle += header.subtitle ? 1 : 0;
      scale = std::min(scale, width_scale(page, header));
    }
    return scale;
  };
  const float beside = scale_with(Subtitles::Beside);
  if (beside * kDesign.header.stacked_worth > 1) return false;
  const float below = scale_with(Subtitles::Below);
  return 2 * with_subtitle > headers && below >= kDesign.header.stacked_worth * beside;
}

// With headers that have two lines where those are worth it.
Zones plan_page_with_headers(PageBuilder& page, const Rect& area, ContentNeeds& needs) {
  Zones zones = plan_page(page, area, needs);
  if (!wants_subtitles_below(page, zones)) return zones;
  page.put_subtitles(Subtitles::Below);
  Zones stacked = plan_page(page, area, needs);
  if (stacked.text_scale >= kDesign.header.stacked_text) return stacked;
  page.put_subtitles(Subtitles::Beside);
  return zones;
}

// A low header has small letters.
float own_scale(const PageBuilder& page, const MeasuredHeader& header) {
  return std::min(header_scale(page, header), header.room.height / full_header_height(page, *header.section));
}

float common_scale(const PageBuilder& page, const std::vector<MeasuredHeader>& headers) {
  float common = 1;
  for (const MeasuredHeader& header : headers) {
    const float scale = own_scale(page, header);
    if (scale >= kDesign.page.least_common_header) common = std::min(common, scale);
  }
  return common;
}

// The largest text below a title that small, relative to its own size; not less than that.
float most_text_scale(const PageBuilder& page, const Zones& zones) {
  std::deque<Section> changed;
  const std::vector<MeasuredHeader> headers = measure_headers(page, zones, page.subtitles(), changed);
  const float common = common_scale(page, headers);
  float title = 1;
  for (const MeasuredHeader& header : headers) {
    if (header.section->header == HeaderKind::Side) continue;
    title = std::min(title, title_scale(page, header, std::min(common, own_scale(page, header))));
  }
  const bool has_steps = std::any_of(zones.zones.begin(), zones.zones.end(),
                                     [&](const Zone& zone) { return has_title_in_body(page, *zone.section); });
  const float part = has_steps ? kPage.frame.most_text_of_step : kDesign.header.most_text;
  const float most = part * title * kDesign.header.title_size / kDesign.body.text_size;
  return std::clamp(most, 1.0f, kDesign.search.largest_text);
}

float common_badge_scale(const PageBuilder& page, const std::vector<MeasuredHeader>& headers, float common) {
  float most = 1;
  for (const MeasuredHeader& header : headers) {
    if (header.section->header == HeaderKind::Side) continue;
    if (header.badge) most = std::min(most, most_badge_scale(page, header, std::min(common, own_scale(page, header))));
  }
  return most;
}

// Those whose line would be longer than the others' by far, or all, on two lines.
void break_badges(const PageBuilder& page, std::vector<MeasuredHeader>& headers) {
  float widest = 0;
  for (const MeasuredHeader& header : headers) widest = std::max(widest, header.badge ? header.badge->box.width : 0);
  for (MeasuredHeader& header : headers) {
    const bool side = header.section->header == HeaderKind::Side;
    const bool long_one = header.badge && header.badge->box.width > kDesign.header.broken_badge * widest;
    if (!side && long_one && header.badge->lines.size() == 1) break_badge(page, header);
  }
}

// All of one size, on two lines where that is larger by it.
void enlarge_badges(const PageBuilder& page, std::vector<MeasuredHeader>& headers, float common) {
  float most = common_badge_scale(page, headers, common);
  if (most < kDesign.header.one_line_badge) {
    std::vector<std::optional<TextLayout>> on_one_line;
    for (const MeasuredHeader& header : headers) on_one_line.push_back(header.badge);
    break_badges(page, headers);
    const float broken = common_badge_scale(page, headers, common);
    if (broken >= kDesign.header.broken_badge_worth * most) {
      most = broken;
    } else {
      for (std::size_t i = 0; i < headers.size(); ++i) headers[i].badge = std::move(on_one_line[i]);
    }
  }
  for (MeasuredHeader& header : headers) header.badge_scale = most;
}

// Of headers beside their bodies, but for those in which titles would be much smaller than above others.
float common_side_scale(PageBuilder& page, const std::vector<MeasuredHeader>& headers) {
  float common = kDesign.header.largest_side;
  for (const MeasuredHeader& header : headers) {
    if (header.section->header != HeaderKind::Side) continue;
    const float scale = side_scale(page, header);
    if (scale >= kDesign.header.least_common_side) common = std::min(common, scale);
  }
  return common;
}

Drawn draw_headers(PageBuilder& page, const Zones& zones) {
  std::deque<Section> changed;
  std::vector<MeasuredHeader> headers = measure_headers(page, zones, page.subtitles(), changed);
  const float common = common_scale(page, headers);
  enlarge_badges(page, headers, common);
  const float at_side = common_side_scale(page, headers);
  Drawn drawn;
  for (const MeasuredHeader& header : headers) {
    const bool side = header.section->header == HeaderKind::Side;
    const Rect rest = draw_section_header(page, header, side ? at_side : std::min(common, own_scale(page, header)));
    const float corner = kDesign.page.decoration_side * page.unit();
    if (rest.width >= 2 * corner && rest.height >= corner)
      drawn.corners.push_back({rest.right() - corner, rest.center().y - corner / 2, corner, corner});
  }
  for (const Zone& zone : zones.zones) {
    const Rect column = frame_parts(page, *zone.section, zone.rect).column;
    if (!column.empty()) draw_step(page, *zone.section, column);
    if (zone.spoke_end) draw_spoke_end(page, *zone.section, *zone.spoke_end);
  }
  const bool left = std::all_of(headers.begin(), headers.end(),
                                [&](const MeasuredHeader& header) { return header_scale(page, header) >= 1; });
  drawn.room = left ? Room::Left : Room::Used;
  return drawn;
}

// What stands in the sections' bodies, and its sizes.
struct Bodies {
  std::vector<MeasuredSection> contents;
  std::vector<SectionFit> fits;
};

// Rows of a split's halves stand beside each other where each of them is one list of as many labels.
void join_rows(const Poster& poster, std::vector<MeasuredSection>& contents) {
  if (!poster.layout.divider) return;
  const auto is_list = [](const MeasuredSection& content) {
    return content.section->place == SectionPlace::Flow && content.pieces.size() == 1 &&
           content.pieces[0].kind == BodyPieceKind::List;
  };
  for (std::size_t i = 0; i + 1 < contents.size(); ++i) {
    MeasuredSection &left = contents[i], &right = contents[i + 1];
    const bool alike = is_list(left) && is_list(right) && left.labels.size() == right.labels.size();
    if (left.row != right.row || !alike) continue;
    left.keeps_lines = right.keeps_lines = true;
    left.has_seals = right.has_seals = left.has_seals || right.has_seals;
    left.has_tiles = right.has_tiles = left.has_tiles || right.has_tiles;
  }
}

Bodies fit_bodies(const PageBuilder& page, Zones& zones, ContentNeeds& needs) {
  Bodies bodies;
  const float most_scale = most_text_scale(page, zones);
  for (const Zone& zone : zones.zones) {
    if (zone.body.empty()) continue;
    MeasuredSection& content = bodies.contents.emplace_back(needs.measured(*zone.section));
    put_into(page, content, body_room(page, zone, zones.obstacle));
    content.padding = body_padding(page, zone.body.width);
    content.obstacle = zones.obstacle;
    content.row = zone.row;
    content.most_scale = most_scale;
  }
  join_rows(page.poster(), bodies.contents);
  measure_diagrams(page, bodies.contents);
  bodies.fits = search_sizes(page, bodies.contents);
  if (give_pictures(page, bodies.contents, bodies.fits)) bodies.fits = search_sizes(page, bodies.contents);
  align_siblings(page, bodies.contents, bodies.fits);
  give_item_cards(page, bodies.contents, bodies.fits);
  give_row_bars(page, bodies.contents, bodies.fits);
  for (const MeasuredSection& content : bodies.contents) {
    for (Zone& zone : zones.zones)
      zone.pictured = zone.pictured || (zone.section == content.section && content.picture > 0);
  }
  return bodies;
}

// So large that a larger title may take of their height.
bool has_large_texts(const Bodies& bodies) {
  const float most = bodies.contents.empty() ? kDesign.title.text_below_large : bodies.contents.front().most_scale;
  const float large = std::min(kDesign.title.text_below_large, kPage.frame.nearly_largest * most);
  return std::all_of(bodies.fits.begin(), bodies.fits.end(),
                     [&](const SectionFit& fit) { return fit.options.scale >= large; });
}

Drawn draw_bodies(PageBuilder& page, Bodies bodies) {
  Drawn drawn;
  const std::vector<Arrangement> arrangements = arrange_all(page, bodies.contents, bodies.fits);
  for (std::size_t i = 0; i < bodies.contents.size(); ++i) {
    draw_section_body(page, bodies.contents[i], arrangements[i]);
    if (const std::optional<Rect> corner = free_corner(page, bodies.contents[i], arrangements[i]))
      drawn.corners.push_back(*corner);
    page.explain(bodies.contents[i].section->id, std::move(bodies.fits[i].reasons));
  }
  const bool left =
      std::all_of(bodies.fits.begin(), bodies.fits.end(), [](const SectionFit& fit) { return fit.has_room; });
  drawn.room = left ? Room::Left : Room::Used;
  return drawn;
}

void draw_lines(PageBuilder& page, const Zones& zones, Behind behind) {
  for (const PlannedLine& line : zones.lines) {
    if (line.behind == behind) draw_planned_line(page, line);
  }
}

}  // namespace

std::vector<TitlePlace> title_places(const Poster& poster) {
  std::vector<TitlePlace> places;
  if (!poster.title.text.empty() && shows_one_tree(poster)) places.push_back(TitlePlace::DiagramCorner);
  if (!poster.title.text.empty() && !shows_discs(poster) && length_of(poster.page) > 0)
    places.push_back(TitlePlace::LargeAbove);
  places.push_back(TitlePlace::Page);
  return places;
}

std::optional<Room> layout_page(PageBuilder& page, TitlePlace place) {
  const bool in_corner = place == TitlePlace::DiagramCorner;
  if (place == TitlePlace::LargeAbove && !has_larger_title(page)) return std::nullopt;
  if (place == TitlePlace::LargeAbove) page.put_air(Air::Wide);
  const TitledPage titled = in_corner ? TitledPage{within_margins(page), {}} : draw_title(page, place);
  ContentNeeds needs(page);
  Zones zones = plan_page_with_headers(page, titled.area, needs);
  if (zones.ring) zones.ring->taken = titled.corner;
  if (zones.crowded) page.report_overflow(block_of("layout", "kind"));
  draw_lines(page, zones, Behind::Yes);
  for (const Zone& zone : zones.zones) draw_frame(page, zone);
  draw_lines(page, zones, Behind::No);
  if (zones.axis) draw_time_axis(page, *zones.axis);
  draw_planned_arrows(page, zones.arrows);
  for (PlannedText& text : zones.texts) draw_planned_text(page, std::move(text));
  const Room ring = zones.ring ? draw_ring_nodes(page, *zones.ring) : Room::Left;
  draw_ring_links(page, zones);
  for (const BlockId& divider : zones.without_gutter) page.report(divider, {make_diagnostic(Problem::NoGutter)});
  Bodies fitted = fit_bodies(page, zones, needs);
  if (place == TitlePlace::LargeAbove && !has_large_texts(fitted)) return std::nullopt;
  const Drawn headers = draw_headers(page, zones), bodies = draw_bodies(page, std::move(fitted));
  draw_corner_decorations(page, bodies.corners.empty() ? headers.corners : bodies.corners);
  if (in_corner) {
    const std::optional<CornerTitle> title = set_corner_title(page, titled.area, page.diagram_shapes());
    if (!title) return std::nullopt;
    draw_title(page, title->setting, title->area);
  }
  if (zones.circle) draw_center_circle(page, *page.poster().center, zones.obstacle.center, *zones.circle);
  return ring == Room::Left && headers.room == Room::Left && bodies.room == Room::Left ? Room::Left : Room::Used;
}

}  // namespace sixiang
