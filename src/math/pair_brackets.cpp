#include <algorithm>
#include <array>
#include <utility>

#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/commands.h"
#include "math/token.h"

namespace sixiang::math {
namespace {

using Tokens = std::vector<Token>;

const Command* command_of(const Token& token) {
  return token.kind == TokenKind::Command ? find_command(token.name) : nullptr;
}

bool ends_cell(const Token& token) { return is_character(token, U'&') || is_row_break(token); }

void make_pair(Tokens& tokens, std::size_t open, std::size_t close) {
  tokens[open].partner = std::uint32_t(close);
  tokens[close].partner = std::uint32_t(open);
}

void drop(Token& token) {
  token.kind = TokenKind::Space;
  token.character = 0;
}

// \mathopen{(} is the bracket itself.
void uncover_delimiters(Tokens& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Command* command = command_of(tokens[i]);
    const bool sided = command && command->kind == CommandKind::Class &&
                       (command->atom_class == AtomClass::Open || command->atom_class == AtomClass::Close);
    if (!sided) continue;
    const bool braced = i + 3 < tokens.size() && is_character(tokens[i + 1], U'{') && is_character(tokens[i + 3], U'}');
    const Token& inside = tokens[braced ? i + 2 : i + 1];
    if (!delimiter_of(inside) || is_character(inside, U'{') || is_character(inside, U'}')) continue;
    drop(tokens[i]);
    if (!braced) continue;
    drop(tokens[i + 1]);
    drop(tokens[i + 3]);
  }
}

// \left, \right, \middle and \big own the delimiter that follows.
void take_delimiters(Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Command* command = command_of(tokens[i]);
    if (!command) continue;
    const CommandKind kind = command->kind;
    if (kind != CommandKind::Left && kind != CommandKind::Right && kind != CommandKind::Middle &&
        kind != CommandKind::Sized) {
      continue;
    }
    std::size_t next = i + 1;
    while (next < tokens.size() && tokens[next].kind == TokenKind::Space) ++next;
    if (next == tokens.size() || !delimiter_of(tokens[next])) continue;
    tokens[next].taken = true;
    if (kind == CommandKind::Sized) tokens[next].step = std::uint8_t(command->argument);
  }
}

bool owns_delimiter(const Tokens& tokens, std::size_t at) {
  std::size_t next = at + 1;
  while (next < tokens.size() && tokens[next].kind == TokenKind::Space) ++next;
  return next < tokens.size() && tokens[next].taken;
}

// Pairs that nest strictly and hold everything else apart: { }, \left \right, \begin \end.
enum class Hard : std::uint8_t { Brace, Delimiter, Environment, Count };

struct HardBracket {
  Hard hard;
  bool opens;
};

std::optional<HardBracket> hard_bracket(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.taken) return std::nullopt;
  if (is_character(token, U'{')) return HardBracket{Hard::Brace, true};
  if (is_character(token, U'}')) return HardBracket{Hard::Brace, false};
  const Command* command = command_of(token);
  if (!command) return std::nullopt;
  if (command->kind == CommandKind::Begin) return HardBracket{Hard::Environment, true};
  if (command->kind == CommandKind::End) return HardBracket{Hard::Environment, false};
  if (command->kind == CommandKind::Left && owns_delimiter(tokens, at)) return HardBracket{Hard::Delimiter, true};
  if (command->kind == CommandKind::Right && owns_delimiter(tokens, at)) return HardBracket{Hard::Delimiter, false};
  return std::nullopt;
}

void pair_hard(Tokens& tokens) {
  std::vector<std::pair<Hard, std::size_t>> open;
  std::array<std::size_t, std::size_t(Hard::Count)> waiting{};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::optional<HardBracket> bracket = hard_bracket(tokens, i);
    if (!bracket) continue;
    std::size_t& count = waiting[std::size_t(bracket->hard)];
    if (bracket->opens) {
      open.emplace_back(bracket->hard, i);
      ++count;
    } else if (count > 0) {
      // Whatever opened since stays without a partner.
      while (open.back().first != bracket->hard) {
        --waiting[std::size_t(open.back().first)];
        open.pop_back();
      }
      make_pair(tokens, open.back().second, i);
      --count;
      open.pop_back();
    }
  }
}

// Bars as brackets have a private code each: | itself does not say which side it is. The last bit: it closes.
constexpr char32_t kBarCode = 0xE000, kDoubleBarCode = 0xE002, kEitherBarCode = 0xE004, kEitherDoubleBarCode = 0xE006;

// ]0,1[
constexpr char32_t kReversedOpen = 0xE008, kReversedClose = 0xE009;

char32_t bar_code(char32_t bar, AtomClass side) {
  if (side == AtomClass::Ordinary) return bar == U'|' ? kEitherBarCode : kEitherDoubleBarCode;
  return (bar == U'|' ? kBarCode : kDoubleBarCode) + (side == AtomClass::Close ? 1 : 0);
}

// \big( and its kin pair each size for itself: the step stands above the bits of a character.
constexpr int kStepShift = 24;
constexpr char32_t kCharacterBits = 0xFFFFFF;

char32_t sized_bracket(const Tokens& tokens, std::size_t at) {
  std::size_t owner = at - 1;
  while (tokens[owner].kind == TokenKind::Space) --owner;
  const AtomClass side = command_of(tokens[owner])->atom_class;
  char32_t code = delimiter_of(tokens[at]);
  if (is_bar(code)) {
    // What carries a script opens nothing: df/dx \big|_{x=0}.
    const bool scripted = at + 1 < tokens.size() && is_character(tokens[at + 1], U'_');
    if (side == AtomClass::Relation || (side == AtomClass::Ordinary && scripted)) return 0;
    code = bar_code(code, side);
  } else if (!closing_bracket(code) && !is_closing_bracket(code)) {
    return 0;
  }
  return code | char32_t(tokens[at].step) << kStepShift;
}

// The character of a bracket that is neither hard nor taken by \left and its kin; 0 if it is none.
char32_t soft_bracket(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.step > 0) return sized_bracket(tokens, at);
  if (token.taken || token.kind == TokenKind::Space || is_character(token, U'{') || is_character(token, U'}')) return 0;
  if (token.kind == TokenKind::Character) {
    return closing_bracket(token.character) || is_closing_bracket(token.character) ? token.character : 0;
  }
  if (token.kind != TokenKind::Command) return 0;
  const std::optional<Symbol> symbol = find_command_symbol(token.name);
  if (!symbol || (symbol->atom_class != AtomClass::Open && symbol->atom_class != AtomClass::Close)) return 0;
  return is_bar(symbol->character) ? bar_code(symbol->character, symbol->atom_class) : symbol->character;
}

// The code that closes `open`; 0 if it opens nothing.
char32_t soft_partner(char32_t open) {
  const char32_t code = open & kCharacterBits, step = open & ~kCharacterBits;
  if (code == kEitherBarCode || code == kEitherDoubleBarCode) return open;
  if (code == kBarCode || code == kDoubleBarCode) return (code + 1) | step;
  const char32_t close = code == kReversedOpen ? kReversedClose : closing_bracket(code);
  return close ? close | step : 0;
}

bool is_either(char32_t bracket) { return soft_partner(bracket) == bracket; }

// Runs of Unicode scripts do not nest. An end without its other one, which a reader of another notation may leave
// behind, is nothing.
void pair_script_runs(Tokens& tokens) {
  std::size_t open = kNoPartner;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::ScriptOpen) {
      if (open != kNoPartner) drop(tokens[open]);
      open = i;
    } else if (tokens[i].kind == TokenKind::ScriptClose) {
      if (open == kNoPartner) {
        drop(tokens[i]);
      } else {
        make_pair(tokens, open, i);
      }
      open = kNoPartner;
    }
  }
  if (open != kNoPartner) drop(tokens[open]);
}

enum class SoftMode : std::uint8_t {
  Mixed,     // any bracket closes the last one opened if both are round or square: [0, 1)
  Strict,    // only its own kind
  Reversed,  // as Mixed, and ] opens where no operand precedes it, [ closes behind one: ]0, 1[
};

bool may_close(char32_t open, char32_t close, SoftMode mode) {
  if (soft_partner(open) == close) return true;
  if (mode == SoftMode::Strict || open >> kStepShift != close >> kStepShift) return false;
  open &= kCharacterBits;
  close &= kCharacterBits;
  return (open == U'(' || open == U'[' || open == kReversedOpen) &&
         (close == U')' || close == U']' || close == kReversedClose);
}

// `open`: the last bracket that waits for its partner; 0 if none.
char32_t reversed(const Tokens& tokens, std::size_t at, char32_t bracket, char32_t open) {
  if (bracket != U'[' && bracket != U']') return bracket;
  const bool behind_operand = follows_operand(tokens, at, 0);
  if (bracket == U']') return behind_operand ? bracket : kReversedOpen;
  return behind_operand && may_close(open, kReversedClose, SoftMode::Mixed) ? kReversedClose : bracket;
}

struct SoftPairs {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<std::pair<std::size_t, std::size_t>> split;  // a cell or line ends between the two
  std::size_t unmatched = 0;
  std::size_t unlikely = 0;  // closed by a ] behind no operand: [0,1[ ∪ ]2,3] is two pairs
};

SoftPairs pair_soft(const Tokens& tokens, SoftMode mode) {
  SoftPairs result;
  constexpr std::size_t kWall = std::size_t(-1);
  std::vector<std::pair<char32_t, std::size_t>> open;  // kWall: the start of a hard pair
  std::size_t brackets = 0, cell = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.partner != kNoPartner) {  // hard pairs and script runs
      if (token.partner > i) {
        open.emplace_back(char32_t(cell), kWall);
      } else {
        while (!open.empty() && open.back().second != kWall) open.pop_back();
        if (open.empty()) continue;  // the end of a pair that crosses another
        cell = open.back().first;
        open.pop_back();
      }
      continue;
    }
    if (ends_cell(token)) cell = i;
    char32_t bracket = soft_bracket(tokens, i);
    if (bracket == 0) continue;
    const char32_t last = open.empty() || open.back().second == kWall ? 0 : open.back().first;
    if (mode == SoftMode::Reversed) bracket = reversed(tokens, i, bracket, last);
    ++brackets;
    const bool closes_either = is_either(bracket) && !open.empty() && open.back().first == bracket;
    if (soft_partner(bracket) && !closes_either) {
      open.emplace_back(bracket, i);
      continue;
    }
    // At most 32 steps back: deeper nesting is refused anyway, and the search stays linear.
    std::size_t depth = open.size(), steps = 0;
    while (depth > 0 && open[depth - 1].second != kWall && !may_close(open[depth - 1].first, bracket, mode) &&
           steps < 32) {
      --depth;
      ++steps;
    }
    if (depth == 0 || open[depth - 1].second == kWall || !may_close(open[depth - 1].first, bracket, mode)) continue;
    const std::size_t begin = open[depth - 1].second;
    (begin < cell ? result.split : result.pairs).emplace_back(begin, i);
    if (bracket == U']' && !follows_operand(tokens, i, 0)) ++result.unlikely;
    open.resize(depth - 1);
  }
  result.unmatched = brackets - 2 * (result.pairs.size() + result.split.size());
  return result;
}

void pair_soft_brackets(Tokens& tokens) {
  SoftPairs best = pair_soft(tokens, SoftMode::Strict);
  if (best.unmatched > 0) {
    SoftPairs mixed = pair_soft(tokens, SoftMode::Mixed);
    if (mixed.unmatched < best.unmatched) best = std::move(mixed);
  }
  if (best.unmatched + best.unlikely > 0) {
    SoftPairs reversed = pair_soft(tokens, SoftMode::Reversed);
    const bool fewer = reversed.unmatched < best.unmatched;
    const bool likelier = reversed.unmatched == best.unmatched && reversed.unlikely < best.unlikely;
    if (fewer || likelier) best = std::move(reversed);
  }
  for (auto [open, close] : best.pairs) make_pair(tokens, open, close);
  for (auto [open, close] : best.split) tokens[open].taken = tokens[close].taken = true;
}

}  // namespace

char32_t delimiter_of(const Token& token) {
  if (token.kind == TokenKind::Character) return is_delimiter(token.character) ? token.character : 0;
  if (token.kind != TokenKind::Command) return 0;
  const std::optional<Symbol> symbol = find_command_symbol(token.name);
  return symbol && is_delimiter(symbol->character) ? symbol->character : 0;
}

void pair_brackets(std::vector<Token>& tokens) {
  pair_script_runs(tokens);
  uncover_delimiters(tokens);
  take_delimiters(tokens);
  pair_hard(tokens);
  pair_sure_kets(tokens);
  pair_soft_brackets(tokens);
  pair_bars(tokens);
}

}  // namespace sixiang::math
