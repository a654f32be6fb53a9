// Flows that are arranged by rule, with fat arrows: where nodes, arrows and texts stand, and how they are drawn.
#pragma once

#include "diagram/block_arrow.h"
#include "diagram/flow_drawing.h"

namespace sixiang {

struct ArrangedArrow {
  BlockArrow shape;
  std::optional<BlockArrow> before_text;  // the part without a head, where the text interrupts it
  std::size_t text_piece = 0;             // of the way: the text stands beside it
  std::size_t group = 0;                  // those of one number, which follow no order, are drawn as one shape
  Rect text;                              // ink; empty: none
  float disc = 0;                         // radius of the disc on the arrow that the text stands in; 0: none
};

// What a node says besides its name, in a pill that comes out from behind it.
struct PlacedNote {
  std::size_t node = 0;
  NodeWrapping wrapping = NodeWrapping::OneLine;
  Rect pill, text;  // the text is its ink
};

inline constexpr float kTextReach = 4;

struct ArrangedFlow {
  NodeSetting setting;
  float arrow_text = 1;            // scale of the arrows' texts
  std::vector<NodeOutline> nodes;  // as in MeasuredFlow
  std::vector<ArrangedArrow> arrows;
  std::vector<PlacedNote> notes;
  float note_scale = 1;
  Rect bounds;                    // of all ink
  float text_reach = kTextReach;  // em: so far off its arrow a text may stand, where it is told by its colour
  Point middle;                   // of a ring
  RingHole hole;                  // in it
  Rect room;                      // that texts may not leave; empty: no limit
  std::size_t behind = 0;         // texts with another arrow between them and their own
  std::size_t covered = 0;        // arrows' ends below others
  bool without_texts = false;     // none of the arrows' texts has a place
  std::size_t unclear = 0;        // texts that touch something
  std::size_t hard_to_follow() const { return behind + covered; }
  std::size_t trials = 0;  // how many were built until this one was chosen
};

// Round an ellipse, from the top on, clockwise.
ArrangedFlow arrange_ring(MeasuredFlow& content, const DiagramStyle& style);

// In levels. Why so: specs/decisions/trees-by-levels.md.
ArrangedFlow arrange_tree(MeasuredFlow& content, const DiagramStyle& style);

// A row from end to end of a long low room; nullopt: the flow is another, or the room.
std::optional<ArrangedFlow> arrange_band(const MeasuredFlow& content, const DiagramStyle& style);

void draw_arranged(Drawing& drawing, const MeasuredFlow& content, const ArrangedFlow& flow, const DiagramStyle& style);

// ---- what the rules share ------------------------------------------------------------------------------------------

enum class HeadColor { OfSource, OfTarget };

// `em` is the size of the nodes' texts. Where there are many arrows they are thinner.
BlockArrowStyle block_arrow_style(const MeasuredFlow& content, const ContentArrow& arrow, HeadColor head, float em,
                                  const DiagramStyle& style);

// Beside the nodes that have one, clear of everything; adds them to the obstacles and to the bounds.
void place_notes(ArrangedFlow& flow, const MeasuredFlow& content, LabelObstacles& obstacles);
void draw_note(Drawing& drawing, const ContentNode& node, const PlacedNote& note, float scale,
               const DiagramStyle& style);

// The scale of the arrows' texts beside nodes at that scale.
float arrow_text_scale(float node_scale, const DiagramStyle& style);

// Adds nodes and arrows to the bounds, then the texts that have no place yet, which it finds.
void place_texts(ArrangedFlow& flow, const MeasuredFlow& content, const DiagramStyle& style);

// The same for a ring, with all of them in view; false where there is no place for each. `hardest`: arrows whose texts
// had none in the arrangement before, which are looked at first.
bool place_texts_at_once(ArrangedFlow& flow, const MeasuredFlow& content, const DiagramStyle& style,
                         std::vector<std::size_t>& hardest);

bool is_in_room(const ArrangedFlow& flow, const DiagramStyle& style);

// How many arrangements with texts may be built in search of the best.
std::size_t most_trials(const MeasuredFlow& content);

}  // namespace sixiang
