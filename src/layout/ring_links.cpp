#include "layout/ring_links.h"

#include <algorithm>
#include <optional>

#include "base/problems.h"
#include "layout/connector_drawing.h"
#include "layout/link_text.h"
#include "layout/page_design.h"
#include "model/colors.h"

namespace sixiang {

namespace {

// A section as something that an arrow begins or ends at.
struct Place {
  const Section* outer = nullptr;  // of the page: the section itself, or the one around it
  Rect rect;
  bool is_disc = false;
};

Point nearest_on(const Rect& rect, Point point) {
  return {std::clamp(point.x, rect.left(), rect.right()), std::clamp(point.y, rect.top(), rect.bottom())};
}

class RingLinks {
 public:
  RingLinks(PageBuilder& page, const Zones& zones) : page_(page), zones_(zones) {
    for (const Block& block : page.blocks()) {
      if (lies_in(block.id, "links")) obstacles_.push_back(block.rect);
    }
  }

  void draw() {
    for (std::size_t i = 0; i < page_.poster().links.size(); ++i) {
      const Link& link = page_.poster().links[i];
      const std::optional<Place> from = place_of(link.from), to = place_of(link.to);
      if (!from || !to || (from->is_disc && to->is_disc)) continue;
      const bool by_grid = !from->is_disc && !to->is_disc && link.from != link.to &&
                           (from->outer != to->outer || (link.from != from->outer->id && link.to != to->outer->id));
      if (by_grid) continue;
      const BlockId id = block_of(item_id("links", i), "shape");
      if (from->is_disc == to->is_disc || !join(id, link, *from, *to)) {
        page_.report(id, {make_diagnostic(Problem::NoWay)});
      }
    }
  }

 private:
  std::optional<Place> place_of(const std::string& id) const {
    for (const Section& section : page_.poster().sections) {
      const bool within = std::any_of(section.sections.begin(), section.sections.end(),
                                      [&](const Section& inner) { return inner.id == id; });
      if (section.id != id && !within) continue;
      for (const Zone& zone : zones_.zones) {
        if (zone.section->id == id) return Place{&section, zone.rect, false};
      }
      for (const Block& block : page_.blocks()) {
        if (block.kind == BlockKind::Section && block.id == id) return Place{&section, block.rect, true};
      }
    }
    return std::nullopt;
  }

  float length(float design) const { return design * kPage.ring.side_arrow * page_.unit(); }

  bool join(const BlockId& id, const Link& link, const Place& from, const Place& to) {
    const Place &disc = from.is_disc ? from : to, &card = from.is_disc ? to : from;
    const Point center = disc.rect.center(), edge = nearest_on(card.rect, center);
    const Point way = unit(edge - center);
    const float gap = length(kPage.arrow.gap);
    const Point at_disc = center + way * (disc.rect.width / 2 + gap), at_card = edge - way * gap;
    const float head = length(kPage.arrow.head_length);
    if (dot(at_card - at_disc, way) < head + gap) return false;
    const Color color = link_color(page_.poster(), link);
    PlannedArrow arrow;
    arrow.id = id;
    arrow.way = {from.is_disc ? straight_curve(at_disc, at_card) : straight_curve(at_card, at_disc)};
    arrow.style = {length(kPage.arrow.pipe), head, length(kPage.arrow.head_width), color, color, link.style};
    arrow.ground = background_color(page_.poster());
    const Rect shape = rect_from_edges(std::min(at_disc.x, at_card.x), std::min(at_disc.y, at_card.y),
                                       std::max(at_disc.x, at_card.x), std::max(at_disc.y, at_card.y));
    const float half = arrow.style.head_width / 2 + gap;
    // The way is short and about straight down or across: a rectangle around it says enough.
    const Rect around = way.x * way.x < way.y * way.y ? inset_sides(shape, half) : inset_ends(shape, half);
    if (!is_free(around)) return false;
    std::optional<PlannedText> text;
    if (!link.text.empty()) {
      text = text_beside(id, link, around);
      if (!text) return false;
      obstacles_.push_back(text->block.rect);
    }
    obstacles_.push_back(around);
    draw_planned_arrows(page_, {arrow});
    if (text) draw_planned_text(page_, std::move(*text));
    return true;
  }

  static Rect inset_sides(const Rect& rect, float half) {
    return rect_from_edges(rect.left() - half, rect.top(), rect.right() + half, rect.bottom());
  }
  static Rect inset_ends(const Rect& rect, float half) {
    return rect_from_edges(rect.left(), rect.top() - half, rect.right(), rect.bottom() + half);
  }

  // Nothing but page is there.
  bool is_free(const Rect& rect) const {
    const Rect whole{0, 0, page_.poster().page.width, page_.poster().page.height};
    if (!contains(whole, rect)) return false;
    const auto meets = [&](const Rect& other) { return intersects(rect, other); };
    if (std::any_of(obstacles_.begin(), obstacles_.end(), meets)) return false;
    if (std::any_of(zones_.zones.begin(), zones_.zones.end(), [&](const Zone& zone) { return meets(zone.rect); })) {
      return false;
    }
    return std::none_of(page_.blocks().begin(), page_.blocks().end(), [&](const Block& block) {
      const bool is_disc = block.kind == BlockKind::Section && block.rect.width > 0;
      if (block.kind == BlockKind::Title) return meets(block.rect);
      if (!is_disc || !meets(block.rect)) return false;
      const Point center = block.rect.center();
      return distance(nearest_on(rect, center), center) < block.rect.width / 2;
    });
  }

  std::optional<PlannedText> text_beside(const BlockId& id, const Link& link, const Rect& arrow) const {
    LinkTextStyle style;
    style.ground = background_color(page_.poster());
    std::string words = link.text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    LinkTextSetting setting = set_link_name(page_, words, style);
    setting.source = link.text;
    const Size size = setting.size();
    const float gap = length(kPage.link_text.gap);
    const Point middle = arrow.center();
    for (const Point& off :
         {Point{arrow.width / 2 + gap + size.width / 2, 0}, Point{-arrow.width / 2 - gap - size.width / 2, 0},
          Point{0, -arrow.height / 2 - gap - size.height / 2}, Point{0, arrow.height / 2 + gap + size.height / 2}}) {
      if (!is_free(centered_rect(middle + off, size))) continue;
      return placed_text(within(id.block, block_of("text")), BlockKind::Link, std::move(setting), middle + off);
    }
    return std::nullopt;
  }

  PageBuilder& page_;
  const Zones& zones_;
  std::vector<Rect> obstacles_;  // texts of arrows
};

}  // namespace

void draw_ring_links(PageBuilder& page, const Zones& zones) { RingLinks(page, zones).draw(); }

}  // namespace sixiang
