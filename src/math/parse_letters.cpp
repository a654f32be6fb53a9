// Runs of Latin letters: which are one upright name, which a product of variables, which a differential.
#include <algorithm>
#include <iterator>

#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

bool is_plain_letter(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
  if (at >= end || tokens[at].kind != TokenKind::Character || !is_latin_letter(tokens[at].character)) return false;
  return at + 1 >= tokens.size() || tokens[at + 1].kind != TokenKind::Mark;
}

template <std::size_t count>
bool contains(const std::string_view (&list)[count], std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

// Two or three letters that stay one name although they look like a product.
constexpr std::string_view kUnits[] = {"cm", "dB", "dm", "eV", "GB", "Hz", "GHz", "MHz", "THz", "MPa", "GPa", "kB",
                                       "kg", "kJ", "km", "kN", "kV", "kW", "mA",  "MB",  "mg",  "ml",  "mm",  "ms",
                                       "mV", "nm", "ns", "Pa", "pH", "pt", "px",  "TB",  "us",  "um",  "mol", "rad"};
constexpr std::string_view kWords[] = {"Ad", "Ai", "Bi", "Ci", "Ei", "eq", "id", "If", "if",
                                       "Im", "Li", "lr", "nd", "rd", "Re", "Si", "th"};
// Names of two and three letters that stay upright in LaTeX, too.
constexpr std::string_view kAcronyms[] = {"AUC", "BCE", "BN",  "CE",  "CNN", "EM",  "EMA", "FFN", "FID", "FN",  "FP",
                                          "GAN", "GCN", "GD",  "GNN", "GP",  "IoU", "JS",  "JSD", "KL",  "LN",  "LR",
                                          "LU",  "mAP", "MAE", "MAP", "MDP", "MHA", "MI",  "ML",  "MLE", "MLP", "MSE",
                                          "NLL", "NN",  "PCA", "PDF", "PE",  "PR",  "QR",  "RL",  "RNN", "ROC", "SGD",
                                          "SNR", "SS",  "SVD", "SVM", "TN",  "TP",  "TV",  "VAE"};
// These stand between operands; behind a sign or with an exponent they are products: v = at, ax + by, ½at².
constexpr std::string_view kParticles[] = {"as", "at", "by", "do", "in", "is", "no", "of", "on", "or", "to"};

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// dx, dt, dW, dxdy: in an integral or a derivative. (dB is a decibel, do(x) an intervention.)
bool is_differential(std::string_view name) {
  if (name.size() % 2 != 0 || name == "dB" || name == "do") return false;
  for (std::size_t i = 0; i < name.size(); i += 2) {
    if (name[i] != 'd') return false;
  }
  return true;
}

// TdS, pdV, xdy: a factor before a differential. (AdS and KdV are names, and so is what has small letters only, but for
// those of coordinates.)
bool ends_in_differential(std::string_view name) {
  if (name.size() != 3 || name[1] != 'd' || name == "AdS" || name == "KdV") return false;
  const auto is_coordinate = [](char c) { return c >= 'r'; };
  return !is_small(name[0]) || !is_small(name[2]) || (is_coordinate(name[0]) && is_coordinate(name[2]));
}

// x_ij, f_xy, T_ab: two or three indices, not a name. (“in”, “min” and “lim” are words.)
bool is_index_list(std::string_view name) {
  if (name.size() > 3 || name == "in" || name == "min" || name == "lim" || name == "kin") return false;
  for (std::string_view family : {"ijklmn", "xyz", "abc", "uvw"}) {
    if (name.find_first_not_of(family) == std::string_view::npos) return true;
  }
  return false;
}

// ax, mc, Wx, kT, nRT, BAx, GMm: small letters beside each other or beside capitals. Two capitals alone (KL) are a
// name, also in the plural.
bool looks_like_product(std::string_view name) {
  const bool first_small = is_small(name.front()), last_small = is_small(name.back());
  if (name.size() == 2) return first_small || last_small;
  const bool capital_middle = name.size() == 3 && !is_small(name[1]);
  if (!capital_middle) return false;
  return first_small != last_small && name[2] != 's';
}

// LaTeX writes a name with \mathrm or \text: what stands bare is a product, unless it is a word or well known.
bool is_latex_product(std::string_view name) {
  if (contains(kAcronyms, name) || contains(kWords, name)) return false;
  return name.size() == 2 || (name.size() == 3 && std::none_of(name.begin(), name.end(), is_small));
}

}  // namespace

void Parser::parse_letters(Row& row, Runs runs) {
  const std::size_t begin = at_;
  std::size_t end = begin;
  while (is_plain_letter(tokens_, end, end_)) ++end;
  if (runs == Runs::Whole && end == begin + 1 && parse_abbreviation(row)) return;
  const bool plain = alphabet_ == Alphabet::Normal || alphabet_ == Alphabet::Upright;
  if (runs == Runs::Whole && alphabet_ == Alphabet::Normal && end <= begin + 1 && starts_differential(begin)) {
    return add_differential(row, begin + 1);
  }
  if (runs == Runs::Single || end < begin + 2 || !plain) {
    ++at_;
    return add(row, Symbol{in_alphabet(tokens_[begin].character, alphabet_), AtomClass::Ordinary}, begin);
  }
  add_letter_run(row, begin, end);
}

// s.t., i.i.d., w.r.t.: small letters with a point behind each, as text, with the spaces around it.
bool Parser::parse_abbreviation(Row& row) {
  const std::size_t begin = at_;
  std::size_t end = begin;
  const auto point_at = [this](std::size_t at) {
    return at < end_ && tokens_[at].kind == TokenKind::Character && tokens_[at].character == U'.';
  };
  while (is_plain_letter(tokens_, end, end_) && tokens_[end].character >= U'a' && point_at(end + 1)) end += 2;
  if (end < begin + 4) return false;
  at_ = end;
  std::string text(text_of(begin, end));
  if (begin > 0 && tokens_[begin - 1].kind == TokenKind::Space) text.insert(0, " ");
  if (is_space_at(end)) text.push_back(' ');
  add(row, Text{std::move(text)}, begin);
  return true;
}

// The d of dθ or dw̄, whose second letter is in no run of plain letters.
bool Parser::starts_differential(std::size_t at) const {
  if (tokens_[at].character != U'd') return false;
  const bool letter_before =
      at > 0 && tokens_[at - 1].kind == TokenKind::Character && is_letter(tokens_[at - 1].character);
  return !letter_before && script_depth_ == 0 && is_letter_at(at + 1);
}

// A letter, however it was typed.
bool Parser::is_letter_at(std::size_t at) const {
  if (at >= end_) return false;
  const Token& next = tokens_[at];
  if (next.kind == TokenKind::Character) return is_letter(next.character);
  const std::optional<Symbol> symbol = find_command_symbol(next.name);
  const Command* command = find_command(next.name);
  return (symbol && is_letter(symbol->character)) ||
         (command && (command->kind == CommandKind::Alphabet || command->kind == CommandKind::Accent));
}

void Parser::add_letter_run(Row& row, std::size_t begin, std::size_t end) {
  std::string name;
  for (std::size_t i = begin; i < end; ++i) name.push_back(char(tokens_[i].character));
  if (const Command* function = find_function(name)) {
    at_ = end;
    return add_function(row, *function, begin);
  }
  // drdθ: the second letter of the last one is not in the run.
  const bool open = name.back() == 'd' && is_letter_at(end) && is_differential(name.substr(0, name.size() - 1));
  if (alphabet_ == Alphabet::Normal && (open || is_differential(name))) {
    while (at_ < end) add_differential(row, std::min(at_ + 2, end));
    return;
  }
  if (alphabet_ == Alphabet::Normal && script_depth_ == 0 && ends_in_differential(name)) {
    add_symbols(row, begin + 1);
    return add_differential(row, end);
  }
  if (alphabet_ == Alphabet::Normal && is_product(name, begin, end)) return add_symbols(row, end);
  at_ = end;
  add(row, Word{std::move(name), WordRole::Name, Limits::Never}, begin);
}

bool Parser::is_product(std::string_view name, std::size_t begin, std::size_t end) const {
  const bool behind_digit =
      begin > 0 && tokens_[begin - 1].kind == TokenKind::Character && is_digit(tokens_[begin - 1].character);
  if (contains(kUnits, name) && (behind_digit || !latex_)) return false;
  if (latex_ && is_latex_product(name)) return true;
  if (behind_digit && name.size() <= 3) return true;
  if (script_depth_ > 0 && is_index_list(name)) return true;
  if (power_of_e_ && script_kind_ == U'^') return true;  // e^{itx}
  const bool small_pair = name.size() == 2 && is_small(name[0]) && is_small(name[1]);
  if (script_kind_ == U'_') return small_pair && !contains(kWords, name) && !contains(kParticles, name);  // W_xh
  if (contains(kWords, name)) return false;
  if (contains(kParticles, name)) return carries_superscript(end) || follows_sign(begin);
  // Nothing that has an exponent is a name: QKᵀ, AB⁻¹.
  if (name.size() == 2 && carries_superscript(end)) return true;
  const bool before_bracket = end < end_ && (tokens_[end].character == U'(' || tokens_[end].character == U'[');
  const bool both_small = is_small(name.front()) && is_small(name.back());
  return looks_like_product(name) && !(before_bracket && both_small);
}

// Whether what stands before `at` is a sign, + or =.
bool Parser::follows_sign(std::size_t at) const {
  while (at > 0 && tokens_[at - 1].kind == TokenKind::Space) --at;
  if (at == 0 || tokens_[at - 1].kind != TokenKind::Character) return false;
  const AtomClass before = class_of(tokens_[at - 1].character);
  return before == AtomClass::Binary || before == AtomClass::Relation;
}

// Whether `at` is behind an e that begins or ends a product, whose exponent holds no name.
bool Parser::follows_e(std::size_t at) const {
  const auto letter = [this](std::size_t where) {
    return tokens_[where].kind == TokenKind::Character && is_latin_letter(tokens_[where].character);
  };
  return at > 0 && tokens_[at - 1].kind == TokenKind::Character && tokens_[at - 1].character == U'e' &&
         !(at > 2 && letter(at - 2) && letter(at - 3));
}

// Whether a superscript follows at `at`, also behind a subscript.
bool Parser::carries_superscript(std::size_t at) const {
  const auto sign_at = [this](std::size_t where) -> char32_t {
    if (where >= end_) return 0;
    const Token& token = tokens_[where];
    return token.kind == TokenKind::ScriptOpen || token.kind == TokenKind::Character ? token.character : 0;
  };
  if (sign_at(at) == U'_') {
    const bool grouped = tokens_[at].kind == TokenKind::ScriptOpen || sign_at(at + 1) == U'{';
    const std::size_t open = tokens_[at].kind == TokenKind::ScriptOpen ? at : at + 1;
    at = grouped && tokens_[open].partner < end_ ? tokens_[open].partner + 1 : at + 2;
  }
  return sign_at(at) == U'^';
}

// Each letter up to `end` as a variable.
void Parser::add_symbols(Row& row, std::size_t end) {
  while (at_ < end) {
    ++at_;
    add(row, Symbol{in_alphabet(tokens_[at_ - 1].character, alphabet_), AtomClass::Ordinary}, at_ - 1);
  }
}

// The function name that begins at `at` (a command or letters) and where it ends; nullptr if there is none.
const Command* Parser::function_at(std::size_t at, std::size_t& end) const {
  if (at >= end_) return nullptr;
  end = at + 1;
  const Command* command = nullptr;
  if (tokens_[at].kind == TokenKind::Command) {
    command = find_command(tokens_[at].name);
  } else if (is_plain_letter(tokens_, at, end_)) {
    std::string name;
    for (end = at; is_plain_letter(tokens_, end, end_); ++end) name.push_back(char(tokens_[end].character));
    command = find_function(name);
  }
  return command && command->kind == CommandKind::Function ? command : nullptr;
}

// `at_` is behind the name. arg min is one operator, so that its limit stands below both words.
void Parser::add_function(Row& row, const Command& function, std::size_t begin) {
  std::string name(function.text);
  bool limits = function.argument == 1;
  if (name == "arg") {
    std::size_t next = at_, end = at_;
    while (next < end_ && tokens_[next].kind == TokenKind::Space) ++next;
    const Command* second = function_at(next, end);
    if (second && second->argument == 1) {
      name += "\u2009" + std::string(second->text);
      limits = true;
      at_ = end;
    }
  }
  add(row, Word{std::move(name), WordRole::Function, limits ? Limits::InDisplay : Limits::Never}, begin);
}

// ∫ f(x) dx: a thin space parts it from what is integrated.
void Parser::add_differential(Row& row, std::size_t end) {
  if (!row.empty() && is_operand(row.back())) {
    row.push_back(Node{Space{3}, {tokens_[at_].span.offset, 0}});
  }
  add_symbols(row, end);
}

}  // namespace sixiang::math
