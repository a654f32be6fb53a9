#include "layout/pictures.h"

#include <algorithm>

#include "layout/design.h"
#include "layout/ornament.h"

namespace sixiang {

namespace {

bool may_show_picture(const MeasuredSection& content) {
  const Section& section = *content.section;
  const bool has_header = section.header == HeaderKind::Strip || section.header == HeaderKind::Plain;
  return has_header && is_drawn_icon(section.icon) && content.diagrams.empty() && !content.pieces.empty() &&
         content.reading == Reading::Down && section.sections.empty() && content.obstacle.radius <= 0 &&
         content.area.width <= kDesign.body.picture_wide * content.area.height;
}

// Of the body's height, poster points.
float empty_height(const PageBuilder& page, const MeasuredSection& content, ArrangementOptions options) {
  options.head_spread = options.foot_spread = 0;
  options.zones.clear();
  return content.area.bottom() - bottom_padding(page) - arrange(page, content, options).bottom;
}

// 0: there is no room for one.
float tile_height(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options) {
  if (!may_show_picture(content)) return 0;
  const BodyDesign& design = kDesign.body;
  const Rect& area = content.area;
  const float empty = empty_height(page, content, options);
  if (empty < design.picture_room * area.height) return 0;
  const float height = std::min(
      {design.picture_of_room * empty, design.picture_of_height * area.height, design.picture_of_width * area.width});
  return height >= design.least_picture * page.unit() ? height : 0;
}

}  // namespace

bool give_pictures(const PageBuilder& page, std::vector<MeasuredSection>& contents,
                   const std::vector<SectionFit>& fits) {
  bool some = false;
  for (std::size_t first = 0, last = 0; first < contents.size(); first = last) {
    float height = page.poster().page.height;
    for (; last < contents.size() && contents[last].row == contents[first].row; ++last) {
      height = std::min(height, tile_height(page, contents[last], fits[last].options));
    }
    if (height <= 0) continue;
    some = true;
    for (std::size_t i = first; i < last; ++i) {
      contents[i].picture = height;
      contents[i].pieces.insert(contents[i].pieces.begin(), BodyPiece{BodyPieceKind::Picture, 0, 0, 0});
    }
  }
  return some;
}

}  // namespace sixiang
