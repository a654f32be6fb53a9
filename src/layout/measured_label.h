// One item of a section's content as text: as a whole, or as its head (a lead, a figure) and what follows it.
#pragma once

#include <memory>
#include <string>

#include "layout/label_text.h"
#include "layout/page_builder.h"

namespace sixiang {

// Seal: a share in brackets at its end, that stands in a disc at the row's end; the other pieces are without it.
enum class LabelPiece : std::uint8_t { Whole, Head, Tail, Seal };

class MeasuredLabel {
 public:
  // `index` of `section.content`.
  MeasuredLabel(const PageBuilder& page, const Section& section, std::size_t index);

  std::size_t index() const { return index_; }  // in the section
  LabelRole role() const { return role_; }
  Bullet bullet() const { return bullet_; }
  // Of the icon that the text begins with, which stands on a tile in place of the bullet; empty: it begins with none.
  const std::string& tile() const { return tile_; }
  bool is_caption() const { return is_caption_; }
  bool has_formula() const { return has_formula_; }
  // Nothing but one.
  bool is_formula() const { return is_formula_; }

  bool has_head() const { return head_ != nullptr; }
  const LabelText& text(LabelPiece piece) const {
    switch (piece) {
      case LabelPiece::Whole:
        break;
      case LabelPiece::Head:
        return *head_;
      case LabelPiece::Tail:
        return *tail_;
      case LabelPiece::Seal:
        return *seal_;
    }
    return *whole_;
  }
  const LabelText& whole() const { return *whole_; }
  // Nothing follows the head: a figure alone.
  bool has_tail() const { return tail_ != nullptr; }
  // Where that begins, in bytes of the label's text.
  std::size_t tail_begin() const { return tail_begin_; }

  bool has_seal() const { return seal_ != nullptr; }

  std::size_t work() const;

 private:
  std::size_t index_, tail_begin_ = 0;
  LabelRole role_;
  Bullet bullet_;
  std::string tile_;
  bool is_caption_, has_formula_, is_formula_;
  std::shared_ptr<const LabelText> whole_, head_, tail_, seal_;  // copies share what was found of them
};

}  // namespace sixiang
