#include "layout/side_header.h"

#include <algorithm>
#include <vector>

#include "base/largest_fitting.h"
#include "base/shapes.h"
#include "base/utf8.h"
#include "layout/decoration.h"
#include "layout/design.h"
#include "layout/header_parts.h"
#include "layout/label_look.h"
#include "layout/ornament.h"
#include "layout/page_design.h"

namespace sixiang {

namespace {

// One below the other in the middle of a column: the disc, the title, the subtitle, the badge.
class SideHeader {
 public:
  SideHeader(PageBuilder& page, const MeasuredHeader& content) : page_(page), content_(content) {}

  // The largest scale up to that one at which all of it fits, the title in as few lines as when it is small. A number
  // and an icon stand beside each other only where the words would else be smaller than in headers above bodies.
  float fitting(float most) {
    may_be_row_ = false;
    const float scale = largest(most);
    if (scale >= std::min(1.0f, most) || !has_icon_at_end(*content_.section)) return scale;
    may_be_row_ = true;
    return largest(most);
  }

  void draw(float most) {
    const float scale = fitting(most);
    set(scale);
    const Rect& room = content_.room;
    float y = room.center().y - height_ / 2;
    if (heads_ == Heads::Corner) {
      const float number = corner_radius(), radius = disc_ * design(page_, kDesign.header.disc_radius);
      draw_disc(page_, content_, OnDisc::Number, {room.left() + number, room.top() + number}, number);
      y = std::max(y, room.top() + below_corner());
      draw_disc(page_, content_, OnDisc::Icon, {room.center().x, y + radius}, radius);
      y += 2 * radius + gap();
    } else if (heads_ == Heads::Row) {
      y = draw_row(y);
    } else if (has_disc(*content_.section)) {
      const float radius = disc_ * design(page_, kDesign.header.disc_radius);
      draw_disc(page_, content_, first_on_disc(content_), {room.center().x, y + radius}, radius);
      y += 2 * radius + gap();
    }
    if (has_icon_at_end(*content_.section) && heads_ == Heads::Stack) {
      const float radius = side_icon(scale);
      draw_disc(page_, content_, OnDisc::Icon, {room.center().x, y + radius}, radius);
      y += 2 * radius + gap();
    }
    const float size = design(page_, kDesign.header.title_size) * scale;
    y = draw_lines(block_of(join_id(content_.section->id, "title")), BlockKind::SectionTitle, content_.section->title,
                   title_, y, size, scale);
    if (content_.subtitle) {
      y = draw_lines(block_of(join_id(content_.section->id, "subtitle")), BlockKind::SectionSubtitle,
                     content_.section->subtitle, *content_.subtitle, y + gap() / 2, size * kDesign.header.subtitle,
                     subtitle_scale(scale));
    }
    if (content_.badge) {
      const float own = badge_scale(scale);
      const float width = (badge_width(page_, content_) - design(page_, kDesign.header.gap)) * own;
      const float half =
          design(page_, kDesign.header.badge_size) * own * content_.badge_scale * kDesign.header.badge_middle;
      draw_badge(page_, content_, {room.center().x - width / 2, y + gap() + half}, own);
    }
  }

 private:
  float largest(float most) {
    set(kDesign.header.fewest_lines);
    const std::size_t lines = title_.lines.size();
    std::vector<float> scales{most};
    while (scales.back() > kDesign.header.smallest_broken) scales.push_back(scales.back() * kHeaderSizeRatio);
    const auto fits_at = [&](float size) {
      return set(size) && (size < kDesign.header.fewest_lines || title_.lines.size() <= lines);
    };
    return largest_fitting(scales, fits_at).size;
  }

  float gap() const { return design(page_, kDesign.header.side_gap); }
  // A subtitle keeps to one line.
  float subtitle_scale(float scale) const {
    return std::min(scale, content_.room.width / std::max(1.0f, content_.subtitle->box.width));
  }

  float side_icon(float scale) const {
    return design(page_, kDesign.header.disc_radius * kDesign.header.side_number) * scale;
  }

  // Nor does a badge leave the column.
  float badge_scale(float scale) const {
    return std::min(scale, content_.room.width / std::max(1.0f, badge_width(page_, content_)));
  }

  // Whether all of it fits at that scale of the texts.
  bool set(float scale) {
    ParagraphStyle paragraph = title_style(page_, *content_.section).paragraph;
    paragraph.breaking = LineBreaking::Balanced;
    paragraph.align = TextAlign::Center;
    paragraph.max_width = std::max(1.0f, content_.room.width / scale);
    paragraph.line_height = kDesign.header.line_height;
    title_ = content_.prepared_title->set(paragraph);
    if (title_.lines.size() == 2) break_at_word(paragraph);
    const bool fits_across = title_.box.width * scale <= content_.room.width + 0.5f && !title_.splits_word;
    // A number leaves the column to a large icon where there is room for it in the corner above; in a low column it
    // stands beside the icon.
    if (has_icon_at_end(*content_.section)) {
      measure_column(scale, Heads::Corner);
      if (height_ <= content_.room.height - below_corner()) return fits_across;
      measure_column(scale, Heads::Row);
      if (may_be_row_ && height_ <= content_.room.height && row_width() <= content_.room.width) return fits_across;
    }
    measure_column(scale, Heads::Stack);
    return fits_across && height_ <= content_.room.height;
  }

  // Of a number and an icon: above the rest, one below the other, beside each other, the number in the corner.
  enum class Heads : std::uint8_t { Stack, Row, Corner };

  float disc_radius() const { return disc_ * design(page_, kDesign.header.disc_radius); }
  float row_width() const { return 4 * disc_radius() + gap() / 2; }

  // Where what is below begins.
  float draw_row(float y) {
    const float radius = disc_radius(), aside = radius + gap() / 4, x = content_.room.center().x;
    draw_disc(page_, content_, OnDisc::Number, {x - aside, y + radius}, radius);
    draw_disc(page_, content_, OnDisc::Icon, {x + aside, y + radius}, radius);
    return y + 2 * radius + gap();
  }

  float corner_radius() const { return design(page_, kDesign.header.disc_radius); }

  // From the room's top to a disc in the middle of it that is clear of the one in the corner.
  float below_corner() const { return 1.8f * corner_radius(); }

  void measure_column(float scale, Heads heads) {
    heads_ = heads;
    const Rect& room = content_.room;
    // An icon is a picture here, a number stays one.
    const bool number = content_.number && heads != Heads::Corner;
    const float largest = number ? kDesign.header.side_number : kDesign.header.side_disc;
    disc_ =
        std::min(largest, 0.4f * std::min(room.width, room.height) / design(page_, kDesign.header.disc_radius) * scale);
    height_ = title_.box.height() * scale;
    if (has_disc(*content_.section)) height_ += 2 * disc_ * design(page_, kDesign.header.disc_radius) + gap();
    if (has_icon_at_end(*content_.section) && heads == Heads::Stack) height_ += 2 * side_icon(scale) + gap();
    if (content_.subtitle) height_ += gap() / 2 + content_.subtitle->box.height() * subtitle_scale(scale);
    if (content_.badge) {
      height_ += gap() + design(page_, kDesign.header.badge_size * kDesign.header.badge_height) * badge_scale(scale);
    }
  }

  // Halves of three or five characters part a word: most have two.
  void break_at_word(const ParagraphStyle& paragraph) {
    const std::string& title = content_.section->title;
    const std::vector<CodePoint> points = decode_utf8(title);
    const bool all = std::all_of(points.begin(), points.end(), [](const CodePoint& c) { return is_cjk(c.value); });
    if (!all || points.size() % 4 != 2) return;
    const std::size_t middle = points[points.size() / 2 + 1].offset;
    std::string broken = title;
    broken.insert(middle, "\n");
    LabelStyle style = title_style(page_, *content_.section);
    style.paragraph = paragraph;
    style.paragraph.breaking = LineBreaking::None;
    style.paragraph.max_width = 0;
    title_ = layout_label(broken, style, page_.fonts());
    move_sources(title_.box.items, [middle](ByteRange source) {
      return source.begin > middle ? ByteRange{source.begin - 1, source.end - 1} : source;
    });
  }

  float draw_lines(BlockId id, BlockKind kind, const std::string& source, const TextLayout& text, float top, float size,
                   float scale) {
    const Point origin{content_.room.center().x - text.box.width * scale / 2, top + text.box.ascent * scale};
    Block block = make_block(std::move(id), kind, source);
    block.rect = {origin.x, top, text.box.width * scale, text.box.height() * scale};
    block.font_size = size;
    block.overflow = kind == BlockKind::SectionTitle && scale < kDesign.header.readable;
    page_.place_text(std::move(block), text, origin, scale);
    return top + text.box.height() * scale;
  }

  PageBuilder& page_;
  const MeasuredHeader& content_;
  TextLayout title_;
  float disc_ = 1, height_ = 0;  // scale of the disc; poster points
  Heads heads_ = Heads::Stack;
  bool may_be_row_ = false;
};

}  // namespace

float side_scale(PageBuilder& page, const MeasuredHeader& content) {
  return SideHeader(page, content).fitting(kDesign.header.largest_side);
}

void draw_side_header(PageBuilder& page, const MeasuredHeader& content, float scale) {
  SideHeader(page, content).draw(scale);
}

void draw_step(PageBuilder& page, const Section& section, const Rect& column) {
  const FramePartsDesign& parts = kPage.frame;
  const MeasuredHeader content = measure_header(page, section, column, Subtitles::Beside);
  const float corner = design(page, parts.corner_number);
  const OnDisc large = is_drawn_icon(section.icon) ? OnDisc::Icon : OnDisc::Number;
  draw_disc(page, content, large, column.center(), design(page, parts.step_icon));
  if (large == OnDisc::Number || !content.number) return;
  draw_disc(page, content, OnDisc::Number, {column.left() + corner, column.top() + corner},
            design(page, parts.step_number));
}

void draw_spoke_end(PageBuilder& page, const Section& section, Point end) {
  const float radius = design(page, kPage.hub.disc);
  const MeasuredHeader content =
      measure_header(page, section, centered_rect(end, {2 * radius, 2 * radius}), Subtitles::Beside);
  draw_disc(page, content, OnDisc::Icon, end, radius);
}

}  // namespace sixiang
