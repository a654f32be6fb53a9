// Commands around the formula proper: colours, links, phantoms, lengths, ready-made brackets.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

struct Unit {
  std::string_view name;
  float mu;
};
// At ten points an em.
constexpr Unit kUnits[] = {{"em", 18},     {"ex", 9.5f},   {"mu", 1},       {"pt", 1.8f},
                           {"px", 1.355f}, {"mm", 5.122f}, {"cm", 51.22f},  {"in", 130.1f},
                           {"pc", 21.6f},  {"bp", 1.807f}, {"sp", 0.0001f}, {"dd", 1.926f}};
constexpr float kLongest = 18 * 20;  // mu; a length beyond it is none that a formula means

// `1.5em`, `-2 pt` → mu; 0 where it says nothing.
float length_mu(const std::u32string& text) {
  float value = 0, decimal = 0, sign = 1;
  std::string unit;
  for (char32_t c : text) {
    if (c == U'−') sign = -1;
    if (c == U'.') decimal = 0.1f;
    if (is_latin_letter(c)) unit.push_back(char(c));
    if (!is_digit(c) || !unit.empty()) continue;
    const float digit = float(c - U'0');
    value = decimal > 0 ? value + digit * decimal : value * 10 + digit;
    if (decimal > 0) decimal /= 10;
    value = std::min(value, 1e6f);
  }
  for (const Unit& each : kUnits) {
    if (each.name == unit) return std::clamp(sign * value * each.mu, -kLongest, kLongest);
  }
  return 0;
}

// ①…⑳, Ⓐ…Ⓩ, ⓐ…ⓩ; 0 for anything else.
char32_t circled(const Row& body) {
  if (body.size() != 1) return 0;
  if (const auto* symbol = std::get_if<Symbol>(&body.front().content)) {
    const char32_t c = symbol->character;
    if (c >= U'A' && c <= U'Z') return U'Ⓐ' + (c - U'A');
    return c >= U'a' && c <= U'z' ? U'ⓐ' + (c - U'a') : 0;
  }
  const auto* word = std::get_if<Word>(&body.front().content);
  if (!word || word->role != WordRole::Number || word->text.size() > 2) return 0;
  unsigned number = 0;
  for (char c : word->text) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + unsigned(c - '0');
  }
  return number == 0 ? U'⓪' : number <= 20 ? U'①' + (number - 1) : 0;
}

}  // namespace

// ⟨φ|ψ⟩: nothing is related there, the bar only parts.
void close_up_bars(Row& body) {
  std::vector<Symbol*> bars;
  for (Node& node : body) {
    auto* symbol = std::get_if<Symbol>(&node.content);
    if (!symbol) continue;
    const bool relation = symbol->atom_class == AtomClass::Relation;
    if (relation && is_bar(symbol->character)) {
      bars.push_back(symbol);
    } else if (relation || symbol->atom_class == AtomClass::Punctuation) {
      return;
    }
  }
  for (Symbol* bar : bars) bar->atom_class = AtomClass::Ordinary;
}

// {…} and […] that a command leaves out, and the name of a length: \setlength\arraycolsep{2pt}.
void Parser::skip_arguments(int count) {
  if (at_character(U'∗')) ++at_;
  const auto skip_brackets = [this](char32_t open) {
    skip_spaces();
    const bool there = at_character(open) && token().partner != kNoPartner && token().partner < end_;
    if (there) at_ = token().partner + 1;
    return there;
  };
  const auto skip_name = [this] {
    const bool there = !done() && token().kind == TokenKind::Command && !find_command(token().name) &&
                       !find_command_symbol(token().name);
    if (there) ++at_;
    return there;
  };
  if (count > 0) skip_brackets(U'[');
  for (int i = 0; i < count && (skip_brackets(U'{') || skip_name()); ++i) {
  }
}

// \textcolor{red}{x} is x: the colours are the document's.
void Parser::parse_kept(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  bool framed = false;
  if (const std::optional<std::size_t> end = bracket_end()) {
    framed = text_of(at_, *end).find("border") != std::string_view::npos;  // \bbox[border: 1px solid]
    at_ = *end;
  }
  skip_arguments(std::max(command.argument, 0));
  std::optional<Row> body = parse_argument(token, row);
  if (!body) return;
  if (framed) return add(row, Enclosure{EnclosureKind::Box, std::move(*body)}, begin);
  if (command.argument < 0) skip_arguments(-command.argument);  // the star of x*y is no part of the command
  add_all(row, std::move(*body), begin);
}

void Parser::parse_enclosure(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  std::optional<Row> body = parse_argument(token, row);
  if (body) add(row, Enclosure{EnclosureKind(command.argument), std::move(*body)}, begin);
}

// \textcircled{1} is ①; what Unicode has no such sign of stands in a circle.
void Parser::parse_circled(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const Alphabet outer = std::exchange(alphabet_, Alphabet::Upright);
  std::optional<Row> body = parse_argument(token, row);
  alphabet_ = outer;
  if (!body) return;
  if (const char32_t sign = circled(*body)) return add(row, Symbol{sign, AtomClass::Ordinary}, begin);
  add(row, Enclosure{EnclosureKind::Circle, std::move(*body)}, begin);
}

// \hspace{1em}, \kern-2pt.
void Parser::parse_length(Row& row) {
  const std::size_t begin = at_ - 1;
  if (at_character(U'∗')) ++at_;
  std::u32string text;
  if (const auto range = raw_argument()) {
    for (std::size_t i = range->first; i < range->second; ++i) text.push_back(tokens_[i].character);
  } else {
    skip_spaces();
    const auto take_while = [&](auto&& wanted) {
      while (!done() && token().kind == TokenKind::Character && wanted(token().character)) {
        text.push_back(token().character);
        ++at_;
      }
    };
    take_while([](char32_t c) { return is_digit(c) || c == U'.' || c == U'−' || c == U'+'; });
    skip_spaces();
    const std::size_t digits = text.size();
    take_while([&](char32_t c) { return is_latin_letter(c) && text.size() < digits + 2; });
  }
  add(row, Space{length_mu(text)}, begin);
}

}  // namespace sixiang::math
