// What the parts of one page share while it is laid out: the document, its fonts, the page's unit of length, and the
// growing result. A layout kind makes one PageBuilder, hands it to the parts in painting order, and takes the
// PosterLayout out.
#pragma once

#include <string>

#include "base/shapes.h"
#include "base/stroke.h"
#include "diagram/diagram.h"
#include "label/label.h"
#include "layout/design.h"
#include "layout/diagram_memory.h"
#include "layout/poster_layout.h"
#include "model/colors.h"
#include "model/ids.h"

namespace sixiang {

Block make_block(BlockId id, BlockKind kind, std::string source = {});

// Where all headers of a page have their subtitles.
enum class Subtitles : std::uint8_t { Beside, Below };

// How labels with others below them stand in wide bodies.
enum class Groups : std::uint8_t { OnCards, InLists };

// A long page whose texts remain large has wider margins, higher headers and a larger title.
enum class Air : std::uint8_t { Usual, Wide };

// Lengths of the design are given for a square page of 1080; a unit scales them to a page. The units that a page may
// have, the largest first: the last one serves any content, the ones before it a long page with little to show.
std::vector<float> page_units(const PageFormat& page);

class PageBuilder {
 public:
  PageBuilder(const Poster& poster, const FontSet& fonts, float unit, Groups groups, DiagramMemory& diagrams);

  const Poster& poster() const { return poster_; }
  const FontSet& fonts() const { return fonts_; }
  float unit() const { return unit_; }
  Groups groups() const { return groups_; }
  DiagramMemory& diagrams() const { return diagrams_; }
  Subtitles subtitles() const { return subtitles_; }
  void put_subtitles(Subtitles subtitles) { subtitles_ = subtitles; }
  Air air() const { return air_; }
  void put_air(Air air) { air_ = air; }
  float border_width() const { return kDesign.page.line * unit_; }
  FaceIndex title_face() const { return title_face_; }
  FaceIndex text_face() const { return text_face_; }

  void fill(const Path& path, Color color);
  // Along a shape's outline: of the poster's one weight, round joins, centred on the path.
  void border(const Path& path, Color color);
  void stroke(const Path& path, Color color, float width);
  void add(Group group) { result_.page.items.emplace_back(std::move(group)); }

  // Those so far.
  const std::vector<Block>& blocks() const { return result_.blocks; }
  void add_block(Block block) { result_.blocks.push_back(std::move(block)); }
  // Gives the diagnostics their block and keeps the slices that are still to be loaded.
  void report(const BlockId& block, const Diagnostics& diagnostics);
  void require(const std::vector<SliceId>& slices);
  // Says that `block` had to be set smaller than is readable, or does not fit at all. finish() does so for every text
  // below TypeDesign::readable that nobody has reported.
  void report_overflow(const BlockId& block);

  void explain(const std::string& section, std::vector<Message> reasons) {
    result_.sizes.push_back({section, std::move(reasons)});
  }
  // What diagrams draw, piece by piece: what is between is free.
  const std::vector<Rect>& diagram_shapes() const { return diagram_shapes_; }
  void add_diagram_shape(const Rect& rect) { diagram_shapes_.push_back(rect); }
  // Draws `text` with its origin at `origin` as the block that it is: what it reports and what it waits for goes along.
  void place_text(Block block, const TextLayout& text, Point origin, float scale);
  // The same of a part of the block that is added by itself.
  void draw_text(const BlockId& id, const TextLayout& text, Point origin, float scale);

  PosterLayout finish();

 private:
  void report_small_texts();
  FaceIndex face_or_default(const std::string& name, const char* field);

  const Poster& poster_;
  const FontSet& fonts_;
  float unit_ = 1;
  Groups groups_ = Groups::InLists;
  Subtitles subtitles_ = Subtitles::Beside;
  Air air_ = Air::Usual;
  DiagramMemory& diagrams_;
  FaceIndex title_face_ = 0, text_face_ = 0;
  PosterLayout result_;
  std::vector<Rect> diagram_shapes_;
};

// The style of plain labels on `ground`: text face, ink, the document's spacing.
LabelStyle label_style(const PageBuilder& page, float size, Color ground);

}  // namespace sixiang
