// Elements → the formula language, from the inside out. Nesting is bounded by read_markup.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mathml/markup.h"
#include "mathml/tokens.h"

namespace sixiang::mathml {

// What is written of an element, and whether a script may stand on it.
struct Piece {
  enum class Shape : std::uint8_t {
    Nothing,
    Single,    // one token, one command with its arguments, what stands in brackets
    Scripted,  // has scripts already
    Several,
  };
  std::string text;
  Shape shape = Shape::Single;
};

class Writer {
 public:
  explicit Writer(const std::vector<Element>& elements) : elements_(elements) {}
  std::string run() { return write(0).text; }

 private:
  using Children = std::vector<std::uint32_t>;

  // writer.cpp
  Piece write(std::uint32_t at);
  Piece write_row(const Children& row);
  Piece write_fenced_row(const Children& row);
  Piece write_math(const Element& element);
  Piece write_semantics(const Element& element);
  std::string join(const Children& row);
  Children children(const Element& element) const;
  Children unwrapped(Children row) const;
  std::uint32_t core(std::uint32_t at) const;
  std::string characters(const Element& element) const;
  std::string sign_of(std::uint32_t at) const;
  Side side_of(std::uint32_t at) const;
  std::string upright_letter(std::uint32_t at) const;
  bool is_invisible(std::uint32_t at) const;
  std::string argument(std::uint32_t at);
  std::string base(std::uint32_t at);

  // write_structure.cpp
  Piece write_fraction(const Element& element, const Children& parts);
  Piece write_root(const Children& parts);
  Piece write_scripts(const Element& element, const Children& parts);
  Piece write_limits(const Element& element, const Children& parts);
  std::string write_covered(std::uint32_t base, std::uint32_t sign, Place place);
  Piece write_multiscripts(const Children& parts);
  std::string script(std::uint32_t at, char kind);
  Piece write_table(const Element& element, std::string_view environment);
  std::string write_cells(const Element& element);
  Piece write_fence(std::string_view open, std::string_view close, const Children& body);
  Piece write_fenced(const Element& element, const Children& parts);
  Piece write_enclosure(const Element& element, const Children& parts);

  const std::vector<Element>& elements_;
  std::string variant_;  // mathvariant of the mstyle around
};

// Puts `next` behind `text`, with a space where the two would be read as one.
void append_piece(std::string& text, std::string_view next);

}  // namespace sixiang::mathml
