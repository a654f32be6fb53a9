// The inside of one section: diagram, cards of key labels, rows of bullets. Measured once, then arranged for any text
// scale and spacing by arithmetic alone, so that a layout kind can search for the largest text that fits.
#pragma once

#include <optional>
#include <vector>

#include "layout/disc.h"
#include "layout/page_builder.h"

namespace sixiang {

// A label laid out on one line at the design's nominal size; everything scales linearly from there.
struct MeasuredLabel {
  std::size_t index = 0;  // in the section
  LabelRole role = LabelRole::Text;
  LabelStyle style;
  TextLayout layout;
};

struct SectionContent {
  const Section* section = nullptr;
  Rect area;  // the body without its side paddings
  std::vector<MeasuredLabel> labels;
};

SectionContent measure_section(const PageBuilder& page, const Section& section, const Rect& area);

enum class Wrapping : std::uint8_t { Never, Allowed };

struct ArrangementOptions {
  float scale = 1;           // of the bullets' text, relative to the nominal sizes
  float key_scale = 1;       // of what stands on cards
  float diagram_height = 0;  // poster points; ignored without a diagram
  float head_stretch = 0;    // 0: the tightest gaps, 1: generous ones; above the first bullet
  float row_stretch = 0;     // the same from the first bullet down
  float spread = 0;          // poster points more before every block: even white space in a sparse section
  Wrapping wrapping = Wrapping::Never;
};

// The largest key_scale at which every key label keeps to one line of its card.
float widest_key_scale(const PageBuilder& page, const SectionContent& content);

struct ArrangedLabel {
  std::size_t index = 0;  // of SectionContent::labels
  Point origin;           // baseline of the first line
  float scale = 1;
  std::optional<TextLayout> wrapped;  // in nominal size, instead of the measured one
  std::optional<Point> bullet;        // centre of its dot
  float bullet_radius = 0;
};

struct Arrangement {
  Rect diagram;  // empty: none
  std::vector<Rect> cards;
  std::vector<ArrangedLabel> labels;
  float bottom = 0;   // y where the content ends
  float overrun = 0;  // how far a label is wider than its row; 0: none
};

// The diagram, and every run of labels of one role.
std::size_t block_count(const SectionContent& content);

// What stays free below the content, poster points.
float bottom_padding(const PageBuilder& page);

Arrangement arrange(const PageBuilder& page, const SectionContent& content, const Disc& disc,
                    const ArrangementOptions& options);

// True where all labels keep to their rows and the content ends above the body's bottom padding.
bool fits(const PageBuilder& page, const SectionContent& content, const Arrangement& arrangement);

void draw_section_body(PageBuilder& page, const SectionContent& content, const Arrangement& arrangement);

}  // namespace sixiang
