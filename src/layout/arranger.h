// Sets the content of one section row by row; inside section_body only. Blocks of pieces: arrangement.cpp; rows of
// bullets and cards: arrange_rows.cpp; labels with others below them: arrange_groups.cpp; bars in rows:
// arrange_bars.cpp; what stands in boxes of its own, and diagrams: arrange_boxes.cpp.
#pragma once

#include <vector>

#include "layout/section_body.h"

namespace sixiang {

// Of the column that the leads of a piece's labels stand in, at nominal size and without its gap; 0: they have none.
float nominal_lead_column(const MeasuredSection& content, const BodyPiece& piece);

// Nothing in it stands below another label.
bool is_plain_list(const MeasuredSection& content, const BodyPiece& piece);

class Arranger {
 public:
  Arranger(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options);

  Arrangement run();

 private:
  struct Gaps {
    float top = 0, block = 0, foot = 0, card_padding = 0, key_row = 0, row = 0;
  };
  static Gaps gaps_of(float unit, float text_size, const ArrangementOptions& options);

  // A text as it stands in a row.
  struct Cell {
    std::size_t index = 0;
    LabelPiece piece = LabelPiece::Whole;
    float indent = 0;  // of its text from where its bullet begins
    float scale = 1;
    float width = 0, ascent = 0, descent = 0;
    std::optional<float> wrapped;  // nominal width of its lines
    bool splits_word = false;
  };

  // As many labels from `first` on as share one row of `area` at the height `y`: at least one.
  struct Row {
    std::vector<Cell> cells;
    Rect band;
    float ascent = 0, descent = 0, width = 0;
  };

  // What has been placed so far, to go back to.
  struct Mark {
    std::size_t boxes = 0, labels = 0, diagrams = 0, bars = 0;
    float overrun = 0;
    int number = 0;
  };
  Mark mark() const;
  void go_back(const Mark& mark);

  // Pieces [first, last) below each other; returns where they end.
  float stack(std::size_t first, std::size_t last);
  // The same in the middle of the height.
  float centered_stack(std::size_t first, std::size_t last);
  float beside_each_other();
  float place(const BodyPiece& piece, float y);
  // The same in a zone that may be higher than it.
  float place_in_zone(const BodyPiece& piece, float y, float height);

  float unit() const { return page_.unit(); }
  float text_size() const;
  float bullet_radius() const;
  float scale_of(const MeasuredLabel& label) const;
  float sub_indent() const;
  float indent_of(const MeasuredLabel& label) const;

  Cell cell(std::size_t index, LabelPiece piece, float indent, float room) const;
  Cell cell_at(std::size_t index, LabelPiece piece, float indent, float room, float scale) const;
  Row row(std::size_t first, std::size_t last, std::size_t most, const Rect& area, float y, float gap);
  void note_overrun(const Cell& cell, float room);
  static float column_width(const Rect& area, std::size_t columns, float gap);
  static bool in_columns(const Row& row, const Rect& area, std::size_t columns, float gap);
  void put(const Cell& cell, Point origin, std::optional<ArrangedBullet> bullet);
  std::optional<ArrangedBullet> bullet_of(std::size_t index, float left, float baseline);

  float seal_room(const MeasuredLabel& label) const;
  void put_seal(std::size_t index, float right, float baseline);

  bool is_centered() const;
  void center_labels(const Mark& since);
  float list(const BodyPiece& piece, float y);
  float list_rows(const BodyPiece& piece, const Rect& area, float y);
  std::size_t most_in_row(const BodyPiece& piece, const Rect& area, float gap) const;
  float rows_or_groups(const BodyPiece& piece, const Rect& area, float y);
  std::vector<std::size_t> group_starts(const BodyPiece& piece) const;
  // The name of a group at its size, and where what it is stands.
  enum class LeadTail : std::uint8_t { Beside, Below };
  struct Lead {
    std::size_t index = 0;
    float scale = 1;
    LeadTail tail = LeadTail::Beside;
  };
  bool stands_on_cards(const BodyPiece& piece, const Rect& area) const;
  float group_cards(const BodyPiece& piece, const Rect& area, float y);
  float group_rows(const BodyPiece& piece, const std::vector<std::size_t>& starts, std::size_t columns,
                   const Rect& area, float y);
  float group_lead_scale(const std::vector<std::size_t>& starts, float room) const;
  bool is_lead_on_line(std::size_t index, float width, float scale) const;
  float group_lead(const Lead& lead, const Rect& area, float y);
  float lead_indent(const MeasuredLabel& label) const;
  float item_cards(const BodyPiece& piece);
  float item(std::size_t index, const Rect& area, LeadTail tail);
  std::size_t end_of_subs(std::size_t first, std::size_t last) const;
  std::size_t subs_in_row(std::size_t first, std::size_t last, const Rect& area, float gap) const;
  float run_in_rows(const BodyPiece& piece, const Rect& area, float y);
  float lead_rows(const BodyPiece& piece, const Rect& area, float y, float leads);
  // Of the column that the leads of these labels stand in, without its gap; 0: they have none.
  float lead_column(const BodyPiece& piece, float width) const;
  void put_row(const Row& row, const Rect& area, float baseline, float gap, std::size_t columns);

  float bar_rows(const BodyPiece& piece, const Rect& area, float y);
  bool has_bar(std::size_t index) const;
  float bar(std::size_t index, Point left_middle, float room);

  float card(const BodyPiece& piece, float y);
  float key_rows(const BodyPiece& piece, const Rect& area, float y);
  float key_lead_rows(const BodyPiece& piece, const Rect& area, float y, float leads);
  std::size_t most_keys_in_row(const BodyPiece& piece, const Rect& area, float gap) const;

  float figures(const BodyPiece& piece, float y);
  float figure_rows(const BodyPiece& piece, const Rect& band, float y);
  float figure(std::size_t index, const Rect& place);
  float panel(const BodyPiece& piece, float y);
  float tags(const BodyPiece& piece, float y);
  std::size_t tag_row(std::size_t first, std::size_t last, float& y);
  float diagram(const BodyPiece& piece, float y);

  const PageBuilder& page_;
  const MeasuredSection& content_;
  const ArrangementOptions& options_;
  Gaps gaps_;
  const BodyAlign align_;
  Rect area_;               // that the blocks fill: the body, or a part of a wide one
  int number_ = 0;          // of the last numbered label
  bool in_groups_ = false;  // what is placed stands on the card of its group
  Arrangement result_;
};

}  // namespace sixiang
