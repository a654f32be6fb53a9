// The recursive descent over paired tokens. Every function reads from `at_` up to `end_`, the end of the innermost
// brackets; whatever it cannot read becomes an Unread node and a diagnostic. Nesting is counted in one place (Nesting).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problems.h"
#include "math/alphabet.h"
#include "math/commands.h"
#include "math/definitions.h"
#include "math/math.h"
#include "math/token.h"

namespace sixiang::math {

constexpr int kMaxNesting = 32;

// How many levels of nodes there are, counted up to `limit`.
int height_of(const Node& node, int limit);
int height_of(const Row& row, int limit);

// Letters, numbers, brackets, fractions…: what / takes as its left-hand side.
bool is_operand(const Node& node);

// ∑, log and the like (with their scripts): still waits for its operand.
bool awaits_operand(const Node& node);

// A space up to \; in size, typed around a bar because TeX leaves none there.
bool is_thin(const Node& node);

void append(Row& to, Row nodes);

// ⟨φ|ψ⟩: nothing is related there, the bar only parts.
void close_up_bars(Row& body);

class Parser {
 public:
  explicit Parser(std::string_view source);
  ParsedFormula run();

 private:
  enum class Runs : std::uint8_t { Whole, Single };  // of letters and digits: “ab” is one element, or two
  class Nesting;

  // parser.cpp
  Row parse_range(std::size_t begin, std::size_t end);
  Row parse_row();
  void parse_item(Row& row);  // an element with its marks and scripts
  Row parse_lines();

  // parse_element.cpp
  void parse_element(Row& row, Runs runs);
  void parse_character(Row& row, Runs runs);
  bool is_space_at(std::size_t at) const;
  std::optional<std::size_t> digit_at(std::size_t at) const;
  void parse_number(Row& row, Runs runs);
  void parse_chinese(Row& row);
  void parse_brackets(Row& row);
  void parse_braces(Row& row);
  bool is_slash_operand(std::size_t begin, std::size_t partner) const;
  void parse_radical_sign(Row& row);
  void parse_marks(Row& row, std::size_t first);

  // parse_letters.cpp
  void parse_letters(Row& row, Runs runs);
  bool parse_abbreviation(Row& row);
  bool starts_differential(std::size_t at) const;
  bool is_letter_at(std::size_t at) const;
  void add_letter_run(Row& row, std::size_t begin, std::size_t end);
  bool is_product(std::string_view name, std::size_t begin, std::size_t end) const;
  bool follows_sign(std::size_t at) const;
  bool follows_e(std::size_t at) const;
  bool carries_superscript(std::size_t at) const;
  void add_symbols(Row& row, std::size_t end);
  const Command* function_at(std::size_t at, std::size_t& end) const;
  void add_function(Row& row, const Command& function, std::size_t begin);
  void add_differential(Row& row, std::size_t end);

  // parse_scripts.cpp
  struct Attached;
  void parse_scripts(Row& row, std::size_t first);
  bool parse_script(Row& row, std::size_t first, Attached& attached);
  bool parse_typed_script(Attached& attached, char32_t kind);
  void parse_unicode_scripts(Attached& attached);
  bool parse_star(const Row& row, std::size_t first, Attached& attached);
  std::optional<Row> parse_script_operand();
  std::size_t script_run_end(std::size_t begin) const;
  std::size_t before_second_script(std::size_t begin, std::size_t end) const;
  std::size_t behind_transpose(std::size_t begin, std::size_t end) const;
  bool is_boltzmann(std::size_t begin, std::size_t end) const;
  bool is_derivation(std::size_t begin, std::size_t end) const;
  void attach_limits(Row& row, std::size_t first, Limits limits, const Token& token);
  void finish_word(Row& row, std::size_t first);

  // parse_slash.cpp
  bool parse_slash(Row& row, std::vector<char>& gaps);
  bool parse_evaluation(Row& row, std::vector<char>& gaps);
  bool begins_group(std::size_t at) const;
  bool begins_large_operator(std::size_t at) const;
  bool starts_operand(std::size_t at) const;

  // parse_command.cpp
  void parse_command(Row& row);
  void run_command(Row& row, const Command& command, const Token& token);
  void parse_symbol_command(Row& row, const Symbol& symbol);
  void parse_accent(Row& row, const Command& command, const Token& token);
  void parse_alphabet(Row& row, const Command& command, const Token& token);
  void parse_negation(Row& row, const Token& token);
  void parse_sized(Row& row, const Command& command, const Token& token);
  bool has_argument() const;
  void report_missing(Row& row, const Token& command, std::string_view more);
  std::optional<Row> parse_argument(const Token& command, Row& row);
  std::optional<std::pair<std::size_t, std::size_t>> raw_argument();

  // parse_text.cpp
  struct Words;
  std::string spelt_word(std::size_t begin, std::size_t end) const;
  void parse_text(Row& row, const Command& command, const Token& token);
  void parse_text_script(Row& row, const Command& command, const Token& token);
  Row parse_text_range(std::size_t begin, std::size_t end, TextFace face);
  void parse_words(Words& words, std::size_t begin, std::size_t end);
  void parse_formula_in_text(Words& words, std::size_t begin, std::size_t end);
  void parse_word_command(Words& words);
  void change_alphabet(Words& words, Alphabet alphabet);
  void add_words(Words& words);
  void parse_verbatim(Row& row, const Token& token);
  void parse_operator_name(Row& row, const Token& token);

  // parse_physics.cpp
  std::optional<Row> further_argument();
  Node differential_sign(char32_t sign, std::optional<Row> order, std::size_t begin) const;
  void parse_derivative(Row& row, const Command& command, const Token& token);
  void parse_differential(Row& row);
  void parse_delimited(Row& row, const Command& command, const Token& token);

  // parse_chemistry.cpp
  void parse_chemistry(Row& row, const Token& token);
  Row parse_atoms(std::size_t begin, std::size_t end);
  void parse_chemical_scripts(Row& row);
  bool ends_ion(std::size_t at) const;

  // parse_structure.cpp
  void parse_general_fraction(Row& row, const Token& token);
  void parse_fraction(Row& row, const Command& command, const Token& token);
  void parse_root(Row& row, const Token& token);
  void parse_covering(Row& row, const Command& command, const Token& token);
  void parse_labelled_arrow(Row& row, const Command& command, const Token& token);
  void parse_stack(Row& row, const Command& command, const Token& token);
  void add_stack(Row& row, Row label, Row base, const Command& command, std::size_t begin);
  void parse_class(Row& row, const Command& command, const Token& token);
  void parse_left(Row& row, const Token& token);
  void parse_side_set(Row& row, const Token& token);
  void parse_parenthesised(Row& row, const Command& command, const Token& token);
  Node choose(Row numerator, Row denominator, const Command& command, SourceSpan span);
  std::optional<Row> bracket_argument();
  std::optional<std::size_t> bracket_end() const;

  // parse_packages.cpp
  void parse_slanted_fraction(Row& row, const Token& token);
  void parse_prescript(Row& row, const Token& token);
  void parse_under_accent(Row& row, const Token& token);
  std::optional<std::size_t> find_ahead(std::string_view name) const;
  void parse_root_of(Row& row, const Token& token);
  void parse_buildrel(Row& row, const Command& command, const Token& token);
  void parse_dingbat(Row& row, const Token& token);
  void parse_cancel_to(Row& row, const Token& token);

  // parse_units.cpp
  void parse_quantities(Row& row, const Command& command, const Token& token);
  void parse_quantity(Row& row, const Command& command, const Token& token);
  void add_quantity_number(Row& row, std::size_t begin, std::size_t end);
  void add_angle(Row& row, std::size_t begin, std::size_t end);
  void add_unit(Row& row, const std::string& symbol, int power, std::size_t begin);
  void add_units(Row& row, std::size_t begin, std::size_t end);

  // parse_decoration.cpp
  void skip_arguments(int count);
  void parse_kept(Row& row, const Command& command, const Token& token);
  void parse_enclosure(Row& row, const Command& command, const Token& token);
  void parse_circled(Row& row, const Token& token);
  void parse_length(Row& row);

  // parse_table.cpp
  void parse_environment(Row& row, const Token& token);
  std::string_view name_in(std::pair<std::size_t, std::size_t> range) const;
  void parse_table_command(Row& row, const Command& command, const Token& token);
  Row parse_script_lines(std::size_t begin, std::size_t end);
  void parse_cells(Table& table, std::size_t begin, std::size_t end);
  Row parse_cell(const Table& table, std::size_t begin, std::size_t end);
  void mend_row_breaks(std::size_t begin, std::size_t end);
  struct EmpheqSides;
  void parse_empheq_sides(EmpheqSides& sides, std::size_t begin, std::size_t end);
  void parse_empheq(Row& row, std::size_t begin, std::size_t end);
  void parse_ieee_columns(Table& table);
  void parse_body(Table& table, std::string_view name, std::size_t begin, std::size_t end);
  void add_table(Row& row, Table table, char32_t open, char32_t close, std::size_t begin);
  std::size_t skip_line_gap(std::size_t at, std::size_t end) const;

  // parse_tabular.cpp
  void parse_columns(Table& table);
  void read_columns(std::string& columns, std::size_t begin, std::size_t end);
  void parse_partial_rule(Table& table);
  std::size_t parse_rules(Table& table, std::size_t at, std::size_t end);
  void parse_text_cells(Table& table, std::size_t begin, std::size_t end);
  void parse_float(Table& table, std::size_t begin, std::size_t end);
  void add_text_cell(Table& table, std::size_t begin, std::size_t end);

  // parser.cpp: small tools
  bool too_deep() const { return nesting_ > kMaxNesting + 1; }  // the formula itself is level 1
  const Token& token() const { return tokens_[at_]; }
  bool done() const { return at_ >= end_; }
  bool at_character(char32_t c) const;
  void skip_spaces();
  std::string_view text_of(std::size_t begin, std::size_t end) const;  // the source of a range of tokens
  SourceSpan span_of(std::size_t begin, std::size_t end) const;
  template <class T>
  void add(Row& row, T content, std::size_t begin) {
    row.push_back(Node{std::move(content), span_of(begin, at_)});
  }
  void add_all(Row& row, Row nodes, std::size_t begin);  // one operand: as it is if single, else a Group
  void add_unread(Row& row, std::size_t begin, std::size_t end, Problem problem,
                  std::initializer_list<std::string_view> named = {});
  void report(SourceSpan span, Problem problem, std::initializer_list<std::string_view> named = {});

  const Expansion expansion_;
  const std::string_view source_;  // with its definitions applied
  TokenList list_;
  std::vector<Token>& tokens_;
  const bool latex_;  // read as TeX reads it
  std::size_t at_ = 0, end_ = 0;
  int nesting_ = 0, script_depth_ = 0;
  bool dollars_enclose_ = false;  // they come in pairs, as around a formula in a text: no part of it
  char32_t script_kind_ = 0;      // _ or ^ of the innermost script
  bool power_of_e_ = false;       // the innermost script is an exponent of e
  Alphabet alphabet_ = Alphabet::Normal;
  Diagnostics diagnostics_;
};

// Counts one level while it lives.
class Parser::Nesting {
 public:
  explicit Nesting(Parser& parser) : parser_(parser) { ++parser_.nesting_; }
  ~Nesting() { --parser_.nesting_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

 private:
  Parser& parser_;
};

}  // namespace sixiang::math
