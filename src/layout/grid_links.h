// The arrows between the cells of a grid: what room they need in its gutters, and where they run when that is known.
#pragma once

#include <vector>

#include "layout/lanes.h"
#include "layout/link_text.h"
#include "layout/zones.h"

namespace sixiang {

// One arrow.
struct Joint {
  Connection cells;
  const Link* link = nullptr;  // nullptr: it is the layout's own, from each section to the next
  BlockId id;                  // of the arrow
  Color tail, head;
};

// What arrows meet of a card: they leave its sides within `across`, its top and bottom within `down`.
struct JointEnds {
  Rect rect, across, down;
};

class GridLinks {
 public:
  // `ground`: that they run on. `size`: of all widths and lengths, relative to the design's. `cell_width`: about that
  // of a card.
  GridLinks(const PageBuilder& page, Color ground, std::vector<Joint> joints, const std::vector<GridCell>& cells,
            float size, float cell_width);

  // The least width of each gutter, by its index.
  const std::vector<float>& across() const { return vertical_.rooms; }  // between columns
  const std::vector<float>& down() const { return horizontal_.rooms; }  // between rows

  // Where everything stands.
  struct Scene {
    const std::vector<JointEnds>& cells;
    const Tracks &columns, &rows;
    const std::vector<float>&column_gutters, &row_gutters;
    Obstacle circle;  // that words keep clear of
    Rect page;        // and stay within
  };
  void place(const Scene& scene, Zones& zones) const;

 private:
  struct Gutters {
    std::vector<float> rooms;
    std::vector<std::vector<float>> slots;  // widths
  };
  struct Words {
    LinkTextSetting name, detail;  // of a pill: all of it is the name
  };
  // What a straight arrow takes of the side of a card.
  struct Taken {
    std::size_t cell;
    Side side;
    float from, to;
  };
  // One end of an arrow that runs along gutters.
  struct Port {
    std::size_t joint, cell;
    Side side;
    std::size_t gutter, place;
    bool leaves, ahead;  // ahead: towards higher coordinates
  };
  // Along the sides that they touch.
  struct Ends {
    std::vector<float> starts, ends;
  };

  float length(float design) const;
  float down_part() const;
  float corner_of(std::size_t joint) const;
  bool is_line(std::size_t joint) const;
  BlockArrowStyle arrow_style(std::size_t joint) const;
  const Leg* pill_leg(std::size_t joint) const;
  Size pill_size(std::size_t joint) const;
  void set_words(std::size_t joint, float cell_width);
  void reserve(std::size_t joint);
  std::vector<std::size_t> alike(std::size_t joint) const;
  void share_slots();
  bool has_detail(std::size_t joint) const;
  void reserve_straight(std::size_t joint);
  float turn() const;
  void reserve_turn(Side side, const Leg& leg);
  float straight_end(std::size_t joint) const;
  void make_room_for_head(std::size_t joint, const Scene& scene, std::vector<Point>& points) const;
  void add_up(Gutters& gutters);
  std::vector<Taken> join_straight(const Scene& scene, std::vector<std::vector<Point>>& points) const;
  std::vector<Port> ports() const;
  Ends share_sides(const Scene& scene, const std::vector<Taken>& taken) const;
  std::vector<Point> run(std::size_t joint, const Scene& scene, float start, float end) const;
  float leg_position(const Leg& leg, const Scene& scene) const;
  // `points`: of every joint's way.
  bool is_off_arrows(std::size_t joint, const Rect& text, const std::vector<std::vector<Point>>& points) const;
  void put(std::size_t joint, PlannedText text, const std::vector<Point>& places,
           const std::vector<std::vector<Point>>& points, const Scene& scene, Zones& zones) const;
  void add_pill(std::size_t joint, const std::vector<std::vector<Point>>& points, const Scene& scene,
                Zones& zones) const;
  void add_texts(std::size_t joint, const std::vector<std::vector<Point>>& points, const Scene& scene,
                 Zones& zones) const;

  const PageBuilder& page_;
  Color ground_;
  std::vector<Joint> joints_;
  Ways ways_;
  float size_;
  std::vector<Words> words_;  // by joint
  Gutters horizontal_, vertical_;
};

}  // namespace sixiang
