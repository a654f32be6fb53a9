#include "layout/bars_beside.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace sixiang {

namespace {

constexpr float kSameEdge = 1;  // poster points

// nullptr: the section does not end in bars, or has more diagrams than these.
const BarsDiagram* last_bars(const MeasuredSection& content) {
  if (content.reading != Reading::Down || content.diagrams.size() != 1 || content.obstacle.radius > 0) return nullptr;
  const BodyPiece& last = content.pieces.back();
  if (last.kind != BodyPieceKind::Diagram || last.first != last.last) return nullptr;
  return std::get_if<BarsDiagram>(&*content.section->content[content.diagrams.front().index].diagram);
}

bool are_beside(const MeasuredSection& a, const MeasuredSection& b) {
  const BarsDiagram *own = last_bars(a), *other = last_bars(b);
  return own && other && own->unit == other->unit && a.row == b.row &&
         std::fabs(a.area.width - b.area.width) < kSameEdge && std::fabs(a.area.bottom() - b.area.bottom()) < kSameEdge;
}

}  // namespace

std::vector<Arrangement> arrange_all(const PageBuilder& page, const std::vector<MeasuredSection>& contents,
                                     const std::vector<SectionFit>& fits) {
  std::vector<std::vector<std::size_t>> beside(contents.size());
  float zoom = kMostZoom;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    for (std::size_t k = 0; k < contents.size(); ++k) {
      if (i != k && are_beside(contents[i], contents[k])) beside[i].push_back(k);
    }
    if (!beside[i].empty()) zoom = std::min(zoom, fits[i].options.zoom);
  }
  std::vector<Arrangement> arrangements;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    ArrangementOptions options = fits[i].options;
    if (!beside[i].empty()) {
      // What stands above keeps to the top: the rows take all that is left.
      options.head_spread = options.foot_spread = 0;
      options.zoom = zoom;
    }
    arrangements.push_back(arrange(page, contents[i], options));
    if (beside[i].empty()) continue;
    Rect& room = arrangements[i].diagrams.front().room;
    room.height = contents[i].area.bottom() - bottom_padding(page) - room.y;
    arrangements[i].diagrams.front().free = room;
  }
  for (std::size_t i = 0; i < contents.size(); ++i) {
    for (std::size_t k : beside[i]) {
      const float height = arrangements[k].diagrams.front().room.height / page.unit();
      arrangements[i].diagrams.front().beside.push_back({last_bars(contents[k]), height});
    }
  }
  return arrangements;
}

}  // namespace sixiang
