// A formula among text: in its natural size where that fits a line, else as small or as broken as it must be.
#pragma once

#include <optional>
#include <string>

#include "label/label.h"

namespace sixiang {

// The texts around a formula, as far as the neighbouring formulas.
struct FormulaSurroundings {
  std::string_view before, after;
};

struct FittedFormula {
  const Diagnostics* diagnostics = nullptr;  // of its source, as long as its LabelFormula lives
  math::FormulaLayout layout;
  BoxFlow flow = BoxFlow::Inline;
  std::size_t taken = 0;  // bytes of `after`, closing marks, that are drawn with the formula
};

// Its atoms are set once, and put together for each width that is asked for.
class LabelFormula {
 public:
  LabelFormula(std::string_view source, const FormulaSurroundings& around, const LabelStyle& style,
               const FontSet& fonts);

  // Whether it stands in its natural size in lines so wide; 0: endless ones.
  bool fits(float max_width) const;
  const math::FormulaLayout& natural() const { return natural_; }
  std::size_t size() const { return text_.formula.size(); }

  // About the least width at which it has its size in lines of its own, two at most; where it is not broken, on one.
  float width_on_two_lines();

  FittedFormula fit(float max_width);

 private:
  struct Form {
    Diagnostics diagnostics;
    math::PreparedFormula formula;
    bool is_table = false;
  };
  Form form(const std::string& source, math::Display display) const;
  const Form& own_lines();
  float room(float max_width) const;

  const FontSet& fonts_;
  math::FormulaStyle style_;
  std::string source_;
  std::string marks_after_;
  bool text_follows_ = false;
  float room_before_ = 0, room_after_ = 0;  // of the marks that must share its line
  float least_room_ = 0;
  Form text_;
  math::FormulaLayout natural_;
  std::optional<Form> own_lines_;  // made when it is needed, unless `text_` serves
};

}  // namespace sixiang
