// \ce{2H2 + O2 -> 2H2O}: formulas of chemistry as the LaTeX package mhchem reads them. Letters stand upright, digits
// behind a letter or bracket are subscripts, ^ and a last sign are charges, an arrow may carry [a label].
#include <utility>

#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

bool is_charge(char32_t c) { return c == U'+' || c == U'−'; }

// CH3-CH3, CH2=CH2, CH#CH.
char32_t bond(char32_t c) { return c == U'#' ? U'≡' : c == U'−' || c == U'=' ? c : 0; }

char32_t reaction_arrow(char32_t c) {
  if (c == U'⇔') return U'⇌';
  return c == U'→' || c == U'←' || c == U'↔' || c == U'⇌' ? c : 0;
}

}  // namespace

// A sign before it is a charge: at an end, or before a state of matter, Cl-(aq). Before anything else, such
// as the next group of atoms, it is a bond: HO-(CH2)2.
bool Parser::ends_ion(std::size_t at) const {
  if (at >= end_ || is_space_at(at)) return true;
  const char32_t c = tokens_[at].kind == TokenKind::Character ? tokens_[at].character : 0;
  if (c == U'(') return at + 1 < end_ && tokens_[at + 1].character >= U'a' && tokens_[at + 1].character <= U'z';
  return is_closing_bracket(c) || reaction_arrow(c) || class_of(c) == AtomClass::Punctuation;
}

// What belongs to the atom or bracket before it: its number, and a charge where nothing follows that.
void Parser::parse_chemical_scripts(Row& row) {
  const std::size_t begin = at_;
  Scripts scripts;
  const auto character = [this] { return done() || token().kind != TokenKind::Character ? 0 : token().character; };
  const auto take_run = [&](std::optional<Row>& script, auto&& wanted) {
    const std::size_t first = at_;
    while (wanted(character())) ++at_;
    if (first < at_) {
      Row run = parse_range(first, at_);
      if (!script) script.emplace();
      append(*script, std::move(run));
    }
  };
  take_run(scripts.subscript, [](char32_t c) { return is_digit(c); });
  while (character() == U'_' || character() == U'^') {
    std::optional<Row>& script = character() == U'_' ? scripts.subscript : scripts.superscript;
    ++at_;
    if (character() == U'{') {
      const auto range = raw_argument();
      if (!script) script.emplace();
      if (range) append(*script, parse_range(range->first, range->second));
      if (!range) break;
    } else {
      take_run(script, [](char32_t c) { return is_digit(c) || is_charge(c) || c == U'∙'; });
    }
  }
  std::size_t behind = at_;
  while (behind < end_ && tokens_[behind].kind == TokenKind::Character && is_charge(tokens_[behind].character)) {
    ++behind;
  }
  if (behind > at_ && !scripts.superscript && ends_ion(behind)) take_run(scripts.superscript, is_charge);
  if (!scripts.subscript && !scripts.superscript) return;
  if (!row.empty() && is_operand(row.back())) {
    scripts.base.push_back(std::move(row.back()));
    row.pop_back();
  }
  add(row, std::move(scripts), begin);
}

void Parser::parse_chemistry(Row& row, const Token& token) {
  const auto range = raw_argument();
  if (!range) return report_missing(row, token, "");
  Row body = parse_atoms(range->first, range->second);
  if (body.empty()) body.push_back(Node{Group{}, token.span});  // what asks for an operand gets one
  append(row, std::move(body));
}

Row Parser::parse_atoms(std::size_t begin, std::size_t end) {
  const std::size_t outer_at = std::exchange(at_, begin), outer_end = std::exchange(end_, end);
  const Alphabet outer = std::exchange(alphabet_, Alphabet::Upright);
  const Nesting nesting(*this);
  Row body;
  bool atom = false;  // scripts may follow
  while (!done()) {
    const Token& next = this->token();
    const char32_t c = next.kind == TokenKind::Character ? next.character : 0;
    const std::size_t from = at_;
    if (too_deep()) {
      parse_element(body, Runs::Whole);  // which reports it, and takes the rest
    } else if (is_latin_letter(c)) {
      ++at_;
      add(body, Symbol{c, AtomClass::Ordinary}, from);
      atom = true;
    } else if (reaction_arrow(c)) {
      ++at_;
      LabelledArrow arrow;
      arrow.character = reaction_arrow(c);
      ++script_depth_;
      if (std::optional<Row> over = bracket_argument()) arrow.over = std::move(*over);
      if (std::optional<Row> under = bracket_argument()) arrow.under = std::move(*under);
      --script_depth_;
      if (arrow.over.empty() && arrow.under.empty()) {
        add(body, Symbol{arrow.character, AtomClass::Relation}, from);
      } else {
        add(body, std::move(arrow), from);
      }
      atom = false;
    } else if (c == U'^' && (at_ + 1 == end_ || tokens_[at_ + 1].kind == TokenKind::Space)) {
      ++at_;  // a gas leaves
      add(body, Symbol{U'↑', AtomClass::Ordinary}, from);
    } else if (c == U'_' || c == U'^' || (atom && (is_digit(c) || is_charge(c)))) {
      parse_chemical_scripts(body);
      if (at_ == from) {  // a bond: C-C
        ++at_;
        add(body, Symbol{c, AtomClass::Ordinary}, from);
      }
      atom = false;
    } else if (bond(c) && at_ > begin && tokens_[at_ - 1].kind != TokenKind::Space && at_ + 1 < end_ &&
               tokens_[at_ + 1].kind != TokenKind::Space) {
      ++at_;
      add(body, Symbol{bond(c), AtomClass::Ordinary}, from);
      atom = false;
    } else if (closing_bracket(c) && c != U'{' && next.partner > at_ && next.partner < end_) {
      Fence fence;
      fence.open = c;
      fence.close = delimiter_of(tokens_[next.partner]);
      fence.body = parse_atoms(at_ + 1, next.partner);
      at_ = next.partner + 1;
      add(body, std::move(fence), from);
      atom = true;
    } else if (next.kind == TokenKind::Space) {
      ++at_;
      atom = false;
    } else {
      parse_element(body, Runs::Whole);
      atom = is_closing_bracket(c) || closing_bracket(c);
    }
  }
  alphabet_ = outer;
  end_ = outer_end;
  at_ = outer_at;
  return body;
}

}  // namespace sixiang::math
