// The head of a section: number, icon, title, subtitle and badge in one line, beside the centre circle where that
// reaches into it.
#pragma once

#include <memory>
#include <optional>

#include "layout/design.h"
#include "layout/page_builder.h"

namespace sixiang {

// Of a title that sets one thing against another (layout/header_halves.h), at nominal size.
struct TitleHalves {
  TextLayout first, word, second;
  float first_width = 0, second_width = 0;  // of the widest ones beside and below
  Color ground;                             // of the second one
};

// Where what stands in a header begins.
enum class HeaderAlign : std::uint8_t { Left, Middle };

struct MeasuredHeader {
  const Section* section = nullptr;
  Rect room;   // free of the circle, without paddings
  Rect strip;  // all of it
  Subtitles subtitles = Subtitles::Beside;
  HeaderAlign align = HeaderAlign::Left;
  bool has_gloss = false;                          // the subtitle is the Latin end of the section's title
  float badge_scale = kDesign.header.least_badge;  // of its badge, relative to the other words
  std::unique_ptr<PreparedLabel> prepared_title;
  TextLayout title;                                   // at nominal size
  std::optional<TextLayout> subtitle, badge, number;  // at nominal size
  std::optional<TitleHalves> halves;                  // in place of the title
};

// Where subtitles stand below titles, what a title says again in Latin at its end does so too.
MeasuredHeader measure_header(const PageBuilder& page, const Section& section, const Rect& room, Subtitles subtitles);

// The largest scale at which all of it is as wide as its room; not above 1.
float width_scale(const PageBuilder& page, const MeasuredHeader& content);

// The same in the room's height too.
float header_scale(const PageBuilder& page, const MeasuredHeader& content);

// Of its title where those of all headers on one line are at `scale`: where that is too small it breaks.
float title_scale(const PageBuilder& page, const MeasuredHeader& content, float scale);

// The largest badge_scale at which its badge has room behind its words where those are at `scale`.
float most_badge_scale(const PageBuilder& page, const MeasuredHeader& content, float scale);

// Sets its badge on two lines, where it can be broken into such.
void break_badge(const PageBuilder& page, MeasuredHeader& content);

// Draws at `scale`, the subtitle below the title where the page has it there or the title has to break. Returns the
// free room at the right end, for a decoration.
Rect draw_section_header(PageBuilder& page, const MeasuredHeader& content, float scale);

}  // namespace sixiang
