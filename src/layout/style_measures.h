// How a finished page keeps to what makes posters look well: measured on it, for tests and for whoever judges a layout.
// The bounds are those of specs/looks.md.
#pragma once

#include <string>
#include <vector>

#include "layout/poster_layout.h"

namespace sixiang {

struct StyleMeasures {
  // The sizes of texts of one kind, of labels of one role; poster points.
  struct Texts {
    std::string role;  // "title", "section-title", "label-text", "diagram-part", …
    std::size_t count = 0;
    float smallest = 0, median = 0;
    float spread = 0;  // (largest - smallest) / largest
  };
  std::vector<Texts> texts;  // by role

  // Of a section: what part of its body's height is empty beyond a generous gap between what stands there.
  struct Body {
    std::string section;
    float unused = 0;
    float text = 0;  // the smallest size of a label in it, poster points; 0: it has none
  };
  std::vector<Body> bodies;  // in order

  // Blocks of one section whose left edges differ by 1 to 12 pt: nearly aligned is worse than not.
  std::vector<std::string> nearly_aligned;  // "gan.content.1 and gan.content.2 by 3 pt"

  // The contrast (WCAG 2.1) of the label that has least.
  float least_contrast = 21;
  std::string least_contrast_block;
  // The same of large text: titles, headers and what stands on cards.
  float least_large_contrast = 21;
  std::string least_large_contrast_block;
};

StyleMeasures measure_style(const Poster& poster, const PosterLayout& layout);

// Of the texts of that role, 0 where there are none.
float smallest_text(const StyleMeasures& measures, std::string_view role);

}  // namespace sixiang
