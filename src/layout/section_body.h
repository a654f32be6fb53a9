// The inside of one section: diagrams, cards of key labels, rows of bullets, figures, callouts, code and tags, in the
// order of the document. Measured once, then arranged for any text scale and spacing by arithmetic alone, so that the
// largest text that fits can be searched for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/measured_label.h"
#include "layout/obstacle.h"
#include "layout/page_builder.h"

namespace sixiang {

inline constexpr float kPlainZoom = kDesign.body.plain_zoom, kMostZoom = kDesign.body.most_zoom;

// A diagram, and how high it becomes where nothing limits its height, at two scales; between them it is about linear.
struct MeasuredDiagram {
  std::size_t index = 0;           // of Section::content
  float plain = 0, magnified = 0;  // poster points, at kPlainZoom and kMostZoom
  float most_zoom = 1;             // up to which its texts grow: more would only make its arrows heavy
  float least_zoom = kPlainZoom;   // whatever size other texts have: of a tree that is all of its page, the largest
  bool is_limited = false;         // of such a tree: its texts are smaller than they would be in more room
};

// In a wide section what leads (the diagram, else the first card) stands beside the rest, not above it; or what comes
// last, a diagram, beside all that is before it.
enum class Reading : std::uint8_t { Down, LeadLeft, LastRight };

// What follows each other in a section: items of its content that are set together.
// Picture: the section's icon, large on a tile.
enum class BodyPieceKind : std::uint8_t { Diagram, List, Card, Figures, Callout, Code, Tags, Picture };
struct BodyPiece {
  BodyPieceKind kind = BodyPieceKind::List;
  std::size_t first = 0, last = 0;  // of MeasuredSection::labels; of a Diagram, its caption, if any
  std::size_t diagram = 0;          // of MeasuredSection::diagrams
  bool has_groups = false;          // a List: all its labels stand below others or have some below them (groups.h)
};

// Of a list whose statements are names and amounts of one unit: a bar stands before each amount.
struct RowBars {
  std::string unit;
  float names = 0;   // of their column, at nominal size
  float length = 0;  // of one unit, poster points
};

struct MeasuredSection {
  const Section* section = nullptr;
  Reading reading = Reading::Down;
  Rect whole_area;                                 // the body without its side paddings
  float padding = 0;                               // each of those, poster points
  Rect area;                                       // of the content: without the icon of a section that has no header
  Obstacle obstacle;                               // that the content keeps clear of
  std::size_t row = 0;                             // of the page: sections of one row are alike where they can
  float most_scale = kDesign.search.largest_text;  // of its text: a title above is larger
  bool has_tiles = false;        // a label of its list, or of one beside it, stands behind one: so high are their rows
  bool has_seals = false;        // the same of shares in discs
  std::size_t item_columns = 0;  // of white cards that its labels stand on, one each, and fill the body; 0: on none
  std::optional<RowBars> bars;
  bool keeps_lines = false;  // its rows stand beside those of another list: labels keep to one line each
  float picture = 0;         // height of the picture's tile, poster points; 0: the icon stands in the header
  std::vector<MeasuredLabel> labels;
  std::vector<MeasuredDiagram> diagrams;
  std::vector<BodyPiece> pieces;
};

// The part of the body that what leads may fill where it is read so.
Rect lead_area(const PageBuilder& page, const MeasuredSection& content, Reading reading);

// A section that only says something, without a header: a bar with the page's insight.
bool is_insight(const Section& section);

// Gives it another area.
void put_into(const PageBuilder& page, MeasuredSection& content, const Rect& area);

// Lays the labels out, one by one.
MeasuredSection measure_section(const PageBuilder& page, const Section& section, const Rect& area);
// Then, for all sections of a page: how they are read, alike where they can, and how high their diagrams become.
void measure_diagrams(const PageBuilder& page, std::vector<MeasuredSection>& contents);

// What stands on cards: as large as can be beside the text around it; not smaller than that; a little smaller.
enum class KeySize : std::uint8_t { Wanted, AsText, Least };

// How high the content of a body becomes in that width (without the paddings at its sides), with texts at `scale`,
// small gaps and compact diagrams; poster points. What a page gives each of its rows at least.
float needed_height(const PageBuilder& page, MeasuredSection& content, float width, float scale, KeySize keys);

enum class Wrapping : std::uint8_t {
  Never,
  BetweenWords,
  Allowed,  // also inside a word that is longer than a line
};

// Where bullets begin whose rows pass the obstacle on its right.
enum class BulletEdge : std::uint8_t {
  Common,  // all at one edge, clear of it
  PerRow,  // each as far left as it can: only where there is no room for a common edge
};

// Where in its body what needs less than the width begins.
enum class BodyAlign : std::uint8_t { Edge, Middle };

struct ArrangementOptions {
  float scale = 1;           // of the bullets' text, relative to the nominal sizes
  float key_scale = 1;       // of what stands on cards
  float line_scale = 1;      // of code and tags, relative to `scale`
  float zoom = 1;            // of the diagrams' texts and arrows
  float diagram_height = 0;  // of each diagram at most, poster points; ignored without any
  float stretch = 0;         // 0: the tightest gaps, 1: generous ones
  float head_spread = 0;     // poster points more before every block above the first bullet
  float foot_spread = 0;     // the same from the first bullet down, and a part of it between rows
  Wrapping wrapping = Wrapping::Never;
  std::size_t columns = 0;  // that labels stand in, those too wide for one in rows of their own; 0: as many as fit
                            // share a row
  BulletEdge edge = BulletEdge::Common;
  BodyAlign align = BodyAlign::Edge;
  float tag_width = 0;       // of each tag at least, poster points
  std::vector<float> zones;  // of each piece, how high it is at least, poster points; empty: as high as it is
};

// How many labels stand below each other at most without another block between them.
std::size_t longest_list(const MeasuredSection& content);

// The largest key_scale at which every key label keeps to one line of its card, in a section that is read so, but for
// those that would be much smaller by it than text at `scale`: they are broken.
float widest_key_scale(const PageBuilder& page, const MeasuredSection& content, Reading reading, float scale = 0);

// The scale of what stands on cards among text at `scale`: at most as large, on one line where that is hardly smaller,
// else in lines.
float key_scale_beside(const PageBuilder& page, const MeasuredSection& content, float scale);
// What it shrinks to where its lines do not fit.
float least_key_scale(const MeasuredSection& content, float scale, KeySize keys);

// Of code and tags among text at `scale`, relative to it: smaller where that keeps each on one line.
float line_scale_beside(const PageBuilder& page, const MeasuredSection& content, float scale);

struct ArrangedBullet {
  Point center;
  float radius = 0;  // of a dot
  float size = 0;    // of the text that it stands before, poster points
  Bullet kind = Bullet::Dot;
  int number = 0;  // of Bullet::Number
  bool sub = false;
  std::string tile;  // the icon on it; empty: it is of that kind
};

struct ArrangedLabel {
  std::size_t index = 0;  // of MeasuredSection::labels
  LabelPiece piece = LabelPiece::Whole;
  Point origin;  // baseline of the first line
  float scale = 1;
  std::optional<float> wrapped;  // in lines of that width, in nominal size; else on one line
  std::optional<ArrangedBullet> bullet;
};

// A rectangle that texts stand on: what labels of one role share, the disc of a share, the card of a label with those
// below it.
enum class ArrangedBoxKind : std::uint8_t { OfRole, Seal, Group };
struct ArrangedBox {
  Rect rect;
  LabelRole role = LabelRole::Key;
  std::size_t label = 0;  // the first one on it, of MeasuredSection::labels
  float corner = 0;
  ArrangedBoxKind kind = ArrangedBoxKind::OfRole;
};

struct ArrangedDiagram {
  std::size_t index = 0;                // of MeasuredSection::diagrams
  Rect room, free;                      // as wide as its place; as much of that as the obstacle leaves
  std::vector<BarsBeside> beside = {};  // in units of the design: their rows and those of these bars are on one line
};

// The bar of a statement, solid up to the least of a range.
struct ArrangedBar {
  Rect rect;
  float solid = 0;        // of its width
  std::size_t label = 0;  // of MeasuredSection::labels
};

struct Arrangement {
  std::vector<ArrangedBar> bars;
  std::vector<ArrangedDiagram> diagrams;
  float zoom = 1;
  std::optional<Rect> picture;  // its tile
  std::vector<ArrangedBox> boxes;
  std::vector<ArrangedLabel> labels;
  std::vector<float> piece_heights;  // poster points, without what zones add
  float bottom = 0;                  // y where the content ends
  float overrun = 0;                 // how far a label is wider than its row; 0: none
};

struct DiagramSetting {
  float zoom = 1;  // of texts and arrows, relative to the design's
  std::vector<BarsBeside> beside;
  std::optional<float> full_bleed;  // of a table: radius of its lower corners, poster points
};

// Lays the diagram of an item of the section's content out for `room`. In units of the design: PageBuilder::unit scales
// it to the page.
DiagramLayout layout_section_diagram(const PageBuilder& page, const Section& section, std::size_t index, Size room,
                                     const DiagramSetting& setting);

// What stays free below the content, poster points.
float bottom_padding(const PageBuilder& page);

Arrangement arrange(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options);

// False where the labels' lines alone, counted without breaking any, are higher than the body.
bool may_fit(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options);

// True where all labels keep to their rows and the content ends above the body's bottom padding.
bool fits(const PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement);

// The lower right corner of the body, square, where the content leaves one empty; nullopt: it does not.
std::optional<Rect> free_corner(const PageBuilder& page, const MeasuredSection& content,
                                const Arrangement& arrangement);

void draw_section_body(PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement);

}  // namespace sixiang
