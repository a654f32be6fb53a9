#include "layout/poster_layout.h"

#include "layout/page_builder.h"
#include "layout/quadrants.h"
#include "model/poster_json.h"

namespace sixiang {

PosterLayout layout_poster(const Poster& poster, const FontSet& fonts) {
  PageBuilder page(poster, fonts);
  if (const std::optional<Diagnostic> notice = newer_format_notice(poster)) page.report({}, {*notice});
  switch (poster.layout) {
    case LayoutKind::Quadrants:
      layout_quadrants(page);
      break;
  }
  return page.finish();
}

}  // namespace sixiang
