// Every number of the poster's design, each with one meaning, so that a designer has them in one place. Lengths are
// design units: poster points on a square page of 1080, scaled to others by PageBuilder::unit. Scales are relative to
// the design's own sizes. What is about a method and not about looks (steps of a search, its budget) stands with the
// method.
#pragma once

#include <cstddef>

#include "label/label.h"

namespace sixiang {

// A distance at its tightest and at its loosest.
struct Gap {
  float tight = 0, loose = 0;
};

// What holds of every text.
struct TypeDesign {
  // How far the optical middle lies above the baseline, in em: half of the height of a Han character or a capital.
  float optical_middle = 0.37f;
  // Smaller ones are reported: 6 px where the page is 360 px wide.
  float readable = 18;
  // Pens of the synthetic bold, em: of all text; so much more of Latin, which looks lighter beside Han; more again of
  // what is stressed; of figures, of titles and of formulas. Dense signs close up at 0.036.
  float embolden = 0.021f, latin_embolden = 0.012f, stress = 0.011f;
  float code_embolden = 0.012f, figure_embolden = 0.034f, title_embolden = 0.03f, formula_embolden = 0.024f;
  // Of text on its ground (WCAG 2.1, level AA), and of large text.
  float least_contrast = 4.5f, least_contrast_of_large_text = 3;
  // Better is blue and worse is coral, as yes is green and no is red; 3:1 on cards and pale bodies.
  LabelStyle::SignColors signs{{0x4F, 0xA9, 0xD1, 255},
                               {0xE8, 0x65, 0x5A, 255},
                               {0x2E, 0x8B, 0x5E, 255},
                               {0xD2, 0x41, 0x34, 255},
                               {0x2B, 0x2A, 0x2E, 255}};
};

// What is not a plain text in a section's body: sizes relative to one, other lengths in em of it unless said.
struct RolesDesign {
  float sub = 0.9f, figure = 2.4f, callout = 1.06f, code = 0.9f, tag = 0.92f, caption = 0.86f;
  float least_line = 0.8f;  // of a line of code or a tag, so that it is not broken, relative to their own sizes
  float sub_indent = 0.95f, sub_bullet = 0.62f;  // the latter relative to a bullet's radius
  // The card of a label with those below it: the size of its name, so long in characters at most; em between cards and
  // within one.
  float group_lead = 1.28f, group_gap = 0.5f;
  std::size_t longest_group_name = 14;
  struct {
    float side = 0.7f, above = 0.38f;
  } group_padding;
  float number_radius = 0.62f, number_size = 0.8f, number_indent = 1.6f, check_indent = 1.15f;
  float figure_gap = 0.3f, figures_apart = 1.2f;
  float tile = 1.55f, tile_corner = 0.34f, tile_icon = 0.66f;  // the latter of its side
  float tile_indent = 2, tile_gap = 0.16f;                     // the latter at least, between tiles
  // A share at the end of a statement stands in a disc: its text relative to the statement's, and in em of that the
  // disc, its share for words and the gap before it.
  float seal_text = 0.64f, seal = 2, seal_words = 1.55f, seal_gap = 0.5f;
  float seal_line = 1.1f;
  std::size_t longest_seal = 8;  // characters
  Color seal_fill{0xF2, 0xCC, 0x8F, 255};
  // Em of its text: the bar before a statement's amount, from it to that, and the longest of a page at least.
  float bar_height = 0.82f, bar_corner = 0.2f, bar_gap = 0.3f, least_longest_bar = 3;
  float bar_open = 0.78f;  // part of the card's colour in what lies between the least and the greatest of a range
  std::size_t least_bars = 3;
  float bars_part = 0.6f;                            // of a list's statements, that have an amount of one unit
  float panel_padding = 0.62f, panel_corner = 0.5f;  // of callouts and code
  float tag_height = 1.7f, tag_padding = 0.62f, tag_gap = 0.5f;
  float caption_gap = 0.3f;
  float widest_card = 640;    // of a body in which panels fill the width; design units
  float callout_pale = 0.5f;  // part of the card's colour in that of a callout
  // Leads stand in a column where so many labels of a list have one, and so large a part of them, where that large a
  // part of the leads is as wide as the middle one but for so much, and no more of the width than this goes to it;
  // leads so many times as wide as the middle one break inside it.
  std::size_t leads = 3;
  float leads_part = 0.6f, alike_leads = 0.75f, alike_lead = 0.25f, most_lead = 0.36f, long_lead = 2.0f;
  float lead_gap = 0.42f;
};

// The page, its margin and title.
struct PageDesign {
  float line = 3;  // of all borders
  float decoration_gap = 14;
  // A long page has room for more than a square one of the same shorter side: a part of that goes to the size of
  // things, and a larger part where there is little to show; up to these factors, and by the last one on any page.
  float long_page_part = 0.3f, most_for_length = 1.1f;
  float sparse_page_part = 0.55f, most_for_sparse = 2, least_for_sparse = 1.3f;
  Gap margin{22, 33}, airy_margin{22, 43};       // of a square page, of a long one; the latter beside large texts
  float decoration_side = 30, corner_side = 82;  // the latter of a corner with several, at most
  // Its room beyond the title's height; from there to the sections, on a page that has
  // the height for it more below an underline.
  float title_room = 2, below_title = 9, below_underline = 22;
  Gap wide_above{11, 19}, tall_above{11, 30};  // to the title, on a square page and a long one
  // Headers that need a smaller scale than this are set by themselves, and do not make the others small.
  float least_common_header = 0.78f;
};

// A section's panel.
struct FrameDesign {
  float header_height = 66, plain_header_height = 58;  // the latter without a ground of its own
  float stacked_header = 1.5f;                         // of those heights, where subtitles stand below titles
  float airy_header = 1.15f;                           // of them, on a page of 16:9 with large texts
  float corner_radius = 26;
  // On a square page, on a long one; there in a narrow frame this part of its width.
  Gap side_padding{17, 22};
  float narrow_padding = 0.055f;
  float header_text = 19;  // half of the height in which a header's text meets the obstacle
  // Of a low zone's height, the header is at most this part.
  float most_header = 2;
  // How far towards the card's colour: a table's head from the header, the header from what its table's head takes.
  float table_head_pale = 0.45f, caption_pale = 0.7f;
  // Of the side padding, what lies between a header's text and the obstacle before or after it.
  float padding_after = 0.4f, padding_before = 0.2f;
};

// The poster's title.
struct TitleDesign {
  float size = 76, smallest = 12;
  float unreadable = 18;  // larger than of other texts: a title is seen from afar
  float height = 86, height_of_two_lines = 132;
  // How much larger it is on a page of 16:9, and on one of 9:16, where all texts have this scale at least.
  float wide_growth = 0.145f, tall_growth = 0.3f;
  float most_of_side = 0.108f;  // of the page's shorter side, such a title at most
  float text_below_large = 1.28f;
  float line_height = 1.15f;
  // Two lines where they make the letters larger by this factor.
  float two_lines_gain = 1.15f;
  float embolden = 0.028f;                    // em
  float subtitle = 0.42f, subtitle_gap = 10;  // the former relative to the words
  // A page so many times as wide as high has its subtitle behind the words, so far in em of them, where both fit.
  float wide = 1.3f, subtitle_beside = 0.6f;
  // In a corner of a diagram, relative to the size above the page, and how far it keeps from what is drawn.
  float largest_in_corner = 1.38f, corner_gap = 22;
  float underline_depth = 0.1f, underline_width = 0.17f;  // em; it begins at the feet of the letters, behind them
  float underline_inset = 0.04f;                          // of its middle line's ends, within the letters
  // What follows a colon, relative to what it explains, where that has so many characters at least.
  float explaining = 0.6f, least_explained = 4;
  // The icon's disc: its diameter, the gap behind it, in em of a title on one line; the icon's part of it.
  float disc = 1.08f, disc_gap = 0.28f, icon_part = 0.62f;
};

// A section's header.
struct HeaderDesign {
  float title_size = 43, most_text = 0.95f;  // the latter: of its title's size, a section's text at most
  float subtitle = 0.62f, below_gap = 0.1f;  // relative to the title; em, above a subtitle that stands below it
  // As large as the other badges and the words leave room for, but not less than that part of it.
  float badge_size = 28, least_badge = 0.75f, badge_padding = 10.5f;
  // Below the first of these scales those of so many characters stand on two lines where they become larger by that
  // factor: of what one is wide on one line, a line may take so much; and of the header's height, both.
  float one_line_badge = 0.93f, broken_badge_worth = 1.1f, broken_badge = 0.7f, broken_badge_part = 0.88f;
  std::size_t least_broken_badge = 8;
  // Of the badge's text size: its height on one line, half of that, its height on two, from line to line.
  float badge_height = 1.64f, badge_middle = 0.82f, broken_badge_height = 2.45f, badge_line_height = 1.08f;
  float disc_radius = 24, number_size = 33;
  // Of an icon's disc, more where its header is higher: this part of the height. The icon's part of it.
  float icon_disc_radius = 27, icon_disc_part = 0.66f, icon_part = 0.66f;
  float least_icon_contrast = 1.25f;  // of an icon's strokes on what fills it
  // In a column beside the body: between what stands there; the disc relative to one above a body.
  float side_gap = 12, side_disc = 2.6f, side_number = 1.5f, largest_side = 1.3f, fewest_lines = 0.8f,
        least_common_side = 0.85f;
  // Of the header's height, that several lines fill at most.
  float lines_part = 0.87f;
  float line_height = 1.12f;
  float readable = 0.4f;  // the smallest scale of a title that can be read
  // The smallest scale of a title on one line; the scales that are tried for several.
  // Subtitles stand below titles, in higher headers, where that makes titles larger by this factor at least and texts
  // keep this size.
  float stacked_worth = 1.12f, stacked_text = 1.0f;
  float least_one_line = 0.62f, largest_broken = 0.72f, smallest_broken = 0.04f;
  float icon_radius = 15, gap = 8, disc_gap = 12;
  Color half_disc_fill{0xF2, 0xCC, 0x8F, 255};
  Color price{0xE8, 0x65, 0x5A, 255};  // of the half that says what the other one costs, before it is paler
  // Of two halves: in em of the title the disc between them, and its word of its diameter at most and of its size; from
  // the disc to the titles; how far the second one's colour is from its card's; the smallest scale.
  float half_disc = 1.16f, half_word = 0.66f, half_word_part = 0.78f, half_gap = 5, half_pale = 0.45f,
        least_halves = 0.72f;
};

// The lines of the centre circle.
struct CenterDesign {
  // Of the room's radius: half of a line's width at most, or it seems to touch the border; but for what could not be
  // read.
  float widest = 0.93f;
  float largest_lines = 1.2f, smallest = 0.2f, readable = 0.5f;
  // Below this scale of all lines, single ones shrink by themselves, to this part of it at least.
  float least_together = 0.85f, least_own = 0.6f;
  float caption_size = 22, text_size = 22, formula_size = 37;
  float least_size = 20;     // of all lines; a circle grows for it
  float wrapped_ems = 4.6f;  // a line that is wider may be broken in two
  float line_gap = 3.5f, padding = 5;
  // A circle so many times as large as the design's is a hub, up to the former it is none: its formulas relative to its
  // texts; em between its lines; the part of its height that they fill; how much smaller they may be to stand so far
  // apart, and how much larger they have to become for those to be
  // broken in two that are at least so long as this part of the longest.
  float seal = 1.9f, hub = 2.2f, hub_formula = 1.15f, hub_padding = 27, hub_part = 0.56f;
  Gap hub_gap{0.45f, 1.1f};
  Gap pill_padding{0.3f, 0.55f};  // em, above and below a formula in a hub, and at its sides
  float apart_worth = 0.94f, broken_worth = 1.1f, broken_part = 0.8f;
  float seal_broken_worth = 1.4f;  // the same of a seal whose lines can be read whole
  float broken_formula = 0.85f;    // of a line's width, what a formula on two lines takes of it at most
  float growth = 0.45f;            // of what a circle is larger than the design's, how much larger its lines may be
};

// What stands in a section's body, and how it is read.
struct BodyDesign {
  float key_text_size = 27, key_formula_scale = 1.22f;
  float text_size = 27;  // of plain labels
  float diagram_text = 24;
  float cramped = 0.95f;  // a diagram whose texts come out smaller than this part of their size does not grow
  // The most of a body's height that a diagram may fill, and the most that one without a limit takes: how high diagrams
  // that stand side by side become is for the search to say (shared_diagram_most).
  float diagram_part = 0.72f, natural_diagram_most = 250;
  float plain_zoom = 1, most_zoom = 1.6f;  // of a diagram's texts and arrows
  float card_corner = 14;
  float least_card_contrast = 1.05f;  // of a card on a body, to be one
  // A card that is narrow and leaves so large a part of its body empty shows its icon as a picture there, if all those
  // beside it do: of what is empty, of the body's height and of its width the tile takes at most these parts; how high
  // it is at least; the icon's part of its shorter side.
  float picture_room = 0.35f, picture_wide = 1.3f;
  float picture_of_room = 0.72f, picture_of_height = 0.45f, picture_of_width = 0.8f, least_picture = 104;
  float picture_icon = 0.76f;
  float picture_line = 1.4f;   // of its strokes, relative to the poster's
  float picture_pale = 0.72f;  // part of the body's colour in that of the tile
  float readable = 0.5f;       // the smallest scale of a label that can be read on a phone
  float bullet_border = 0.8f;  // of the poster's line
  // A body at least so many times as wide as high, and so wide (design units), reads across.
  float wide_across = 1.6f, least_across = 640;
  // Cards are only as narrow as leaves their formulas this size on one line.
  float keys_across = 0.9f;
  // A diagram that fills this part of such a width and is so many times as wide as high is a strip.
  float strip_part = 0.6f, strip = 4;
  float least_diagram_text = 13;  // smaller texts of a diagram overflow
  float arrow_width = 4, arrow_head = 15;
  float bottom_padding = 14;
};

// A section without a header that says one thing or two, perhaps with small print below: the page's insight.
struct InsightDesign {
  std::size_t most_labels = 3;
  float text = 1.2f;       // relative to other labels
  float one_line = 1.12f;  // of that, where one line holds it
  float disc_radius = 30, icon_gap = 16, disc_margin = 12;
  Color bare_disc{0xF2, 0xCC, 0x8F, 255};  // without a bar around it
};

// Cards, bullets and the distances between them.
struct RowsDesign {
  float bullet_radius = 6.5f, bullet_indent = 24;
  float read_key = 0.6f;  // scale of key labels down to which cards keep their paddings
  float card_padding = 14, column_gap = 24, key_gap = 40;
  // Of a wide body's width, for what leads.
  float lead_part = 0.5f, lead_gap = 26;
  float least_card_contrast = 1.05f;  // to the body, of a card that labels stand on only to be seen apart
  // So many statements that leave this part of their body empty stand on cards: em around them at least and at most.
  std::size_t most_item_cards = 3;
  float least_item_width = 0.9f;  // of the body's height, of cards side by side
  float item_cards_room = 0.3f, least_item_padding = 0.25f, most_item_padding = 1.5f;
  // Labels that share a row at most.
  std::size_t most_shared = 3;
  // Labels of a wide body that stand in full rows: in one at most.
  std::size_t most_even = 6;
  // Of the white space between blocks, what goes between two rows of bullets; and at most, in em of their text.
  float row_part = 0.6f, most_row_gap = 1.25f;
  // Between the tightest and generous gaps.
  Gap top{12, 22}, block{9, 20}, foot{9, 20}, card{10, 16}, key_row{8, 15}, row{2, 16};
};

// How sizes and gaps are chosen among those that fit.
struct SearchDesign {
  float largest_text = 1.45f, large_text = 1.349f, least_shared = 0.8f, smallest = 0.2f;
  // Em of a line's width, where labels are broken into several on a page that grows as a whole.
  float whole_line = 7;
  // Labels that stand on one line each at this scale are large enough; down to this one, one line each is tried first;
  // lines are worth it where one each allows less than this part of their scale.
  float large_enough = 1.45f, one_line = 0.975f, one_line_worth = 0.92f, one_line_compact = 1.15f;
  float diagram_natural = 1000, diagram_wanted = 146, diagram_needed = 150, diagram_compact = 106, diagram_least = 96,
        shared_diagram_most = 320;
  // Spacing that is kept back while text and diagrams grow, so that a page never becomes crammed.
  float spacing_wanted = 0.3f;
  float spacing_needed = 0.05f;  // with which a row of the page is measured
  float wide_gaps = 0.6f;
  // What stands on cards carries the poster. Of the scale of the text around: down to which it keeps to one line,
  // what has formulas (which are drawn larger, BodyDesign) and words; and down to which it shrinks where its lines do
  // not fit. And the largest scale of all.
  float unbroken_formula = 0.82f, unbroken_key = 0.96f, least_formula = 0.74f, least_key = 0.9f;
  float largest_key_scale = 1.6f;
  float large_for_formulas = 1.17f;  // beside text of a larger scale formulas keep to one line as beside this one,
  float beside_large = 0.66f;        // but are never less than this part of that scale
  // Groups stand in lists where their texts would be smaller than that on cards, on a page of 1080, or than this part
  // of what they are in lists.
  float least_on_cards = 26, cards_worth = 0.85f;
  // Columns of cards within a section leave each formula on one line at this scale.
  float least_formula_scale = 0.67f;
  // A section that leaves more of its height empty than this is filled by larger content and wider gaps: its sizes may
  // exceed those of the other sections by these factors.
  float sparse = 0.1f;
  float sparse_text = 1.0f, sparse_key = 1.35f, sparse_zoom = 1.3f;
  // A list, one label a row, is worth this much of the text size that shared rows allow; and at this size it always is,
  // though cards give way less.
  float list_worth = 0.97f, list_scale = 1.0f, list_scale_below_cards = 1.1f;
  // A list that fills less than this part of its width stands in columns, from so many labels on.
  float narrow_list = 0.42f, narrow_third = 0.25f;
  std::size_t least_for_columns = 4;
  // Columns of which more than one row in so many holds a single label are none.
  std::size_t ragged = 3;
  // Sections of one row are aligned by moving one of them at most so far.
  float most_aligned = 36;
  // A body so many times as wide as high has room for columns rather than for rows.
  float wide_for_columns = 1.75f, columns_from = 640;  // the latter in design units
};

struct Design {
  TypeDesign type;
  PageDesign page;
  FrameDesign frame;
  TitleDesign title;
  HeaderDesign header;
  CenterDesign center;
  BodyDesign body;
  RolesDesign roles;
  InsightDesign insight;
  RowsDesign rows;
  SearchDesign search;
};

inline constexpr Design kDesign{};

}  // namespace sixiang
