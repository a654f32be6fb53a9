// Sections in rows and columns: those of the page with what stands at its four sides, or those within one section.
// Widths come first, then what each row needs for its content at a size of text, then places.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "layout/content_need.h"
#include "layout/grid_cells.h"
#include "layout/grid_links.h"

namespace sixiang {

// What all grids of one page share while it is planned.
struct PagePlanning {
  const PageBuilder& page;
  ContentNeeds& needs;
  // How much longer one side of the page is than the other: 0 on a square, 1 from 16:9 on.
  float length = 0;
  std::size_t next_row = 0;
};

// Of the page's grid, the layout of the document; of a nested one that of the section around it.
struct GridSource {
  const Layout& layout;
  const std::vector<Section>& sections;
  const Section* around = nullptr;  // nullptr: the page
};

// What arrows take of a grid.
struct LinkRoom {
  float size = 1;    // of them, relative to the design's; they may be smaller still
  bool even = true;  // the flow's rows stand equally far apart; else each pair as far as its own arrows ask for
};

class GridPlan {
 public:
  GridPlan(PagePlanning& planning, const GridSource& source, Size area, const LinkRoom& link_room);
  ~GridPlan();

  // So high is everything with texts of that size.
  float needed_height(float scale, KeySize keys);
  void place(const Rect& area, float scale, Zones& zones);

  // When all is placed: the centre circle with its clearance; nullopt: there is none.
  const std::optional<Obstacle>& circle() const { return circle_; }

 private:
  // The tracks between what stands at the sides.
  struct Flow {
    std::size_t column = 0, row = 0, columns = 1, rows = 1;
  };
  struct Gutter {
    Direction direction = Direction::Vertical;
    std::size_t index = 0;
  };
  // Of a cell's width.
  struct Part {
    float start = 0, width = 1;
  };

  std::vector<const Section*> at(SectionPlace place) const;
  std::vector<GridCell> flow_cells(const std::vector<const Section*>& flow, Size area);
  std::size_t choose_columns(const std::vector<const Section*>& flow, Size area);
  bool has_height_for(std::size_t rows) const;
  std::size_t columns_for_formulas(const std::vector<const Section*>& flow, std::size_t most, float width);
  void choose_cells(Size area);
  std::vector<Joint> joints() const;
  bool joins_discs() const;
  void add_links(Size area);
  void set_links(float width, float size);
  void reserve_extras(Size area);
  void place_extras(const Tracks& columns, const Tracks& rows, const std::vector<Rect>& cards, Zones& zones);
  void place_timeline(const Rect& flow, const Tracks& columns, const Tracks& rows, const std::vector<Rect>& cards,
                      Zones& zones);
  std::optional<Gutter> divider_gutter() const;
  Rect gutter_rect(Direction direction, std::size_t gutter, const Tracks& columns, const Tracks& rows) const;
  void measure_columns(float width);
  void nest();
  float gutter() const;
  bool alternates(std::size_t index) const;
  float alternation() const;
  Part part_of(std::size_t index) const;
  float width_of(std::size_t index) const;
  float content_height(std::size_t index, float scale, KeySize keys);
  float section_height(std::size_t index, float scale, KeySize keys);
  std::vector<float> row_heights(float scale, KeySize keys);
  std::vector<float> shared_needs(float room, float scale);
  std::vector<float> shared_heights(float height, float scale);
  bool may_be_low() const;
  float most_height();
  Rect card_rect(std::size_t index, Rect cell) const;
  void place_section(std::size_t index, const Rect& rect, float scale, Zones& zones);
  JointEnds joint_ends(std::size_t index, const Rect& rect) const;
  float circle_width() const;
  std::optional<Obstacle> circle_among(const std::vector<Rect>& cards, const Tracks& columns, const Tracks& rows) const;
  // Where gutters of the flow cross nearest to its middle; where they do not, on one that leads past it.
  Point middle_crossing(const Tracks& columns, const Tracks& rows) const;
  Rect flow_rect(const Tracks& columns, const Tracks& rows) const;

  PagePlanning& planning_;
  const GridSource source_;
  const LinkRoom link_room_;
  std::vector<const Section*> sections_;  // those of the flow first
  std::size_t flow_count_ = 0, first_row_ = 0;
  Flow flow_;
  std::vector<GridCell> cells_;                    // by section
  std::vector<std::unique_ptr<GridPlan>> nested_;  // by section
  std::vector<float> columns_, column_gutters_, row_gutters_;
  std::unique_ptr<GridLinks> links_;
  FlowKind kind_ = FlowKind::Cards;
  std::vector<const Section*> discs_;
  std::optional<float> hub_radius_;  // of cards round a hub, the largest that it may have
  std::optional<Obstacle> circle_;
};

}  // namespace sixiang
