// The numbers of the page's own design: where sections stand and what joins them. Lengths as in layout/design.h.
#pragma once

#include <algorithm>
#include <cstddef>

#include "layout/design.h"
#include "model/poster.h"

namespace sixiang {

// Rows and columns.
struct GridDesign {
  Gap gutter{18, 28};          // on a square page, on a long one
  float nested_gutter = 14;    // between cards within a section
  Gap nested_padding{15, 18};  // of the section around them: above and below, at the sides
  float foot_gutter = 1.3f;    // of the gutter, before what stands at a side of the page
  // A side panel takes so much of the page's width.
  float side_part = 0.28f;
  // Columns are so wide that a line of the longest label holds this many characters of `text`; fewer where no label is
  // so long, but not less than `least_line`.
  float line = 14, least_line = 7, text = 30;
  float most_gutters = 0.6f;     // of the height, all of them together
  float least_aside = 0.85f;     // size of the texts of what stands above or below the others, which needs little
  float narrowest_column = 150;  // fewer columns than asked for, rather than such
  // The least heights of a row with its arrow, of what stands around cards in one, and of such cards.
  float low_row = 220, row_around_cards = 130, low_card = 200;
  // A row of cards of words is so low that this part of it is full with texts of that scale.
  float least_full = 0.45f, large_text = 1.3f;
  float spare_above = 0.45f;  // of what the page has more than that
  // Width by height that cards should have, and what a row with a hole costs.
  float card_shape = 1.3f, hole = 0.45f;
  float stairs = 0.5f;      // of the width, that all stairs together move
  float narrowest = 0.42f;  // of a pyramid's width, its first row
  float alternate = 60;     // by which every second column is lower
  // A page so many times as high as wide stacks what has an axis.
  float tall = 1.2f;
};

// Arrows between cards.
struct ArrowDesign {
  float shaft = 26, head_width = 62, head_length = 30, corner = 16;
  float pipe = 22;                                                     // shaft of one that runs along gutters
  float down_shaft = 40, down_head_width = 86, down_head_length = 36;  // of one from a row to the next
  float line = 4, line_head_width = 22, line_head_length = 22;         // of one that is a line
  float between_steps = 0.7f;                      // of that, between columns of icons beside the bodies of a tall page
  float beside_pill = 1.6f;                        // of the corner, where words stand on an arrow along a gutter
  float gap = 7, head_gap = 8;                     // to what it joins, borders included
  float across = 58, down = 74, pipe_gutter = 98;  // gutters
  float before_head = 8;                           // straight, between a bend and the head
  float beside = 22;                               // between pipes of one gutter
  // Of all that: the smallest, one step to it; and of the area's width or height, all gutters together at most.
  float smallest = 0.2f, smaller = 0.8f, most_gutters = 0.42f;
  // Texts smaller than this part of the design's size ask for uneven gutters between rows; than that, for arrows a step
  // smaller; and than that, for still smaller ones, down to so small ones.
  float cramped_rows = 1.2f, small_texts = 1, cramped = 0.85f, smallest_for_texts = 0.6f;
  float nested = 0.62f;  // of all that, between cards within a section
};

// Texts of arrows.
struct LinkTextDesign {
  float name = 28, detail = 25, name_embolden = 0.024f;
  float longest = 6.5f;  // em of a line above an arrow across a gutter
  float gap = 12;
  float pill_padding = 16, pill_height = 1.7f;  // the latter in em
  std::size_t upright = 12;                     // characters that may stand below each other; then
  float largest_upright = 1.5f;                 // larger up to so much,
  float upright_part = 0.45f;                   // on no more than this part of the way
};

// The axis of a timeline.
struct TimeAxisDesign {
  float band = 62, head_width = 106, head_length = 78, notch = 24;
  float free = 30;  // between it and the cards
  float dot = 15;   // radius of a mark without text
  float mark = 40, mark_padding = 18;
  // Three chevrons midway between two marks: half as high as that, so deep and so far apart, where so much is free
  // beside.
  float chevron = 11, chevron_depth = 9, chevron_pitch = 14, chevron_free = 22;
  float pointer = 44, pointer_gap = 3;  // width of a card's pointer; between its tip and the axis
};

// The middle of a split.
struct DividerDesign {
  float text = 38, padding = 14;
  float line = 5, dots = 15, bare = 48;
  float disc = 96, free = 10;
  float arrow_length = 136, shaft = 96, head_width = 176, head_length = 66;
  float around_word = 1.3f;  // of the height of the arrow's word, the head's where that ends in it
  float over = -6;           // of an arrow, over each panel; below 0 it keeps off them
};

// Names of the axes of a matrix.
struct AxesDesign {
  float text = 36, longest = 5;  // the latter in em, of a line of one that cannot stand upright
  float free = 16, gap = 18;
  float line = 4, head = 22;
};

// Cards round a hub.
struct HubDesign {
  float part = 0.36f;  // of the area's width, between the cards of both sides
  float down_part = 0.3f;
  float lane = 90, radius = 200, row = 56, spoke = 14;
  float disc = 45, disc_gap = 20;  // radius of an icon's at a spoke's end; between it and the card's text
};

// Round nodes.
struct RingDesign {
  float longest_name = 14;           // ideographs
  std::size_t longest_detail = 14;   // characters
  std::size_t longest_formula = 32;  // of a detail that is one, as written
  float text = 39, full_text = 41;   // as wanted; with which it has room enough, on any page
  float disc = 0.3f;                 // of the page's shorter side, a node's diameter as wanted
  float least_note = 25;             // below this size what a node says besides its name stands beside it
  // Of the width, a title that stands beside the node at the top of a long page; and what it keeps free around it.
  float title = 0.36f, title_gap = 20, long_page = 1.4f;
  float title_air = 16;          // more above it than above others, on a page of 16:9
  float side_arrow = 0.7f;       // of the design's arrows: to what stands at a side
  float side_gutter = 44;        // that they need
  float center = 0.13f;          // radius of the circle in the middle, of the area's shorter side
  float smaller_center = 0.75f;  // of it, beside arrows that cross the ring; less only where there is no place for that
};

// The circle of `center` between the cards of a grid.
struct CircleDesign {
  float radius = 62, clearance = 5, over_frame = 14;
  float most_growth = 1.9f, growth_step = 0.1f;  // of the radius, for lines that could not be read
  float part = 0.16f;                            // of the cards' area, its radius at most
};

// A section's panel, beyond FrameDesign.
struct FramePartsDesign {
  float side_header = 170, most_side_header = 0.3f;
  // A band across the page so many times as wide as high; its side header's part of that at most, for a title on one
  // line, and what is free beside that.
  float band = 5, most_band_header = 0.2f, band_padding = 26;
  float side_height = 132;  // of a section with such a header, at least
  // A page so many times as high as wide has the titles of its steps in their bodies, so far below the frame's edge;
  // the width of the column beside them, radii of the icon's disc beside it and of the number's over the corner, within
  // which its middle lies so far.
  float tall_page = 1.5f, above_title_in_body = 14;
  float step_column = 138, step_icon = 55, step_number = 22, corner_number = 6;
  // Of the size of a title in the body, the text below it at most; and of that, what is as good as it.
  float most_text_of_step = 0.66f, nearly_largest = 0.95f;
};

// What a style of the document changes.
struct FrameLook {
  float line = 3.75f;  // of frames; 0: they have none
  float rule = 3.75f;  // below a header
  float inner = 3;     // of what stands within, and of arrows
  float shadow = 0;    // by which it lies lower than its frame; 0: there is none
  unsigned char shadow_alpha = 0;
};
inline constexpr FrameLook kMarkerLook{};
inline constexpr FrameLook kCardsLook{0, 0, 2.5f, 7, 28};
inline constexpr FrameLook kDarkLook{4, 0, 3, 0, 0};

constexpr const FrameLook& frame_look(Style style) {
  switch (style) {
    case Style::Marker:
      break;
    case Style::Cards:
      return kCardsLook;
    case Style::Dark:
      return kDarkLook;
  }
  return kMarkerLook;
}

struct PageParts {
  TimeAxisDesign time_axis;
  DividerDesign divider;
  AxesDesign axes;
  HubDesign hub;
  RingDesign ring;
  CircleDesign circle;
  Color mark_fill{0xF2, 0xCC, 0x8F, 255};  // of times on an axis
  FramePartsDesign frame;
  GridDesign grid;
  ArrowDesign arrow;
  LinkTextDesign link_text;
};

inline constexpr PageParts kPage{};

// How much longer one side of the page is than the other: 0 on a square, 1 from 16:9 on.
inline float length_of(const PageFormat& page) {
  const float shorter = std::min(page.width, page.height), longer = std::max(page.width, page.height);
  return std::min(1.0f, (longer / shorter - 1) * 9 / 7);
}

// A number between both, by that length.
inline float at_length(const Gap& gap, float length) { return gap.tight + (gap.loose - gap.tight) * length; }

}  // namespace sixiang
