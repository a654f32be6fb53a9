#include <algorithm>

#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/commands.h"
#include "math/token.h"

namespace sixiang::math {

bool follows_operand(const std::vector<Token>& tokens, std::size_t at, std::size_t begin) {
  while (at > begin && tokens[at - 1].kind == TokenKind::Space) --at;
  if (at == begin) return false;
  const Token& before = tokens[at - 1];
  if (before.bar != BarRole::None) return before.bar == BarRole::Close;
  if (before.kind == TokenKind::Character) {
    const AtomClass atom_class = class_of(before.character);
    const bool dangling = before.character == U'_' || before.character == U'^';
    return !dangling && (atom_class == AtomClass::Ordinary || atom_class == AtomClass::Close);
  }
  if (before.kind == TokenKind::Command) {
    const std::optional<Symbol> symbol = find_command_symbol(before.name);
    return symbol && (symbol->atom_class == AtomClass::Ordinary || symbol->atom_class == AtomClass::Close);
  }
  return true;
}

namespace {

using Tokens = std::vector<Token>;

char32_t bar_of(const Token& token) {
  if (token.taken) return 0;
  if (token.kind == TokenKind::Character && is_bar(token.character)) return token.character;
  if (token.kind != TokenKind::Command) return 0;
  // Of \lvert and its kin only those that are not paired by themselves come here.
  for (std::string_view each : {"|", "Vert", "lVert", "rVert"}) {
    if (token.name == each) return U'‖';
  }
  return token.name == "vert" || token.name == "lvert" || token.name == "rvert" ? U'|' : 0;
}

char32_t angle_of(const Token& token) {
  const char32_t c = token.taken ? 0 : delimiter_of(token);
  return c == U'⟨' || c == U'⟩' ? c : 0;
}

// f(x)|_{x=0}
bool evaluates(const Tokens& tokens, std::size_t at, std::size_t begin) {
  if (at + 1 >= tokens.size() || !follows_operand(tokens, at, begin)) return false;
  const Token& next = tokens[at + 1];
  return (next.kind == TokenKind::ScriptOpen || next.kind == TokenKind::Character) && next.character == U'_';
}

// Bars of one kind directly inside one pair of brackets: an even number pairs up; of an odd number one is a relation.
// Those of evaluations do not count.
void assign_bars(Tokens& tokens, std::vector<std::size_t>& bars, std::size_t begin) {
  bool inside = false;
  const auto stands_alone = [&](std::size_t bar) {
    const bool alone = !inside && evaluates(tokens, bar, begin);
    if (alone) tokens[bar].bar = BarRole::Relation;
    if (!alone) inside = !inside;
    return alone;
  };
  bars.erase(std::remove_if(bars.begin(), bars.end(), stands_alone), bars.end());
  bool relation_left = bars.size() % 2 == 1;
  std::size_t open = kNoPartner;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    Token& token = tokens[bars[i]];
    if (open != kNoPartner) {
      token.bar = BarRole::Close;
      token.partner = std::uint32_t(open);
      tokens[open].partner = std::uint32_t(bars[i]);
      open = kNoPartner;
    } else if (relation_left && (i + 1 == bars.size() || follows_operand(tokens, bars[i], begin))) {
      token.bar = BarRole::Relation;
      relation_left = false;
    } else {
      token.bar = BarRole::Open;
      open = bars[i];
    }
  }
}

// | a ‖ b | c ‖ cannot nest: the pairs that cross become relations.
void separate_crossing(Tokens& tokens, const std::vector<std::size_t>& bars) {
  std::vector<std::size_t> open;
  for (std::size_t at : bars) {
    Token& token = tokens[at];
    if (token.bar == BarRole::Open) open.push_back(at);
    if (token.bar != BarRole::Close) continue;
    while (!open.empty() && open.back() != token.partner) {
      Token& crossing = tokens[open.back()];
      Token& other = tokens[crossing.partner];
      crossing.bar = other.bar = BarRole::Relation;
      crossing.partner = other.partner = kNoPartner;
      open.pop_back();
    }
    open.pop_back();
  }
}

// The walk from an unmatched ⟨ or ⟩ to the bar that is its partner, over whole pairs, within its own brackets.
std::size_t bar_beside(const Tokens& tokens, std::size_t from, int step) {
  for (std::size_t i = from + std::size_t(step); i < tokens.size(); i += std::size_t(step)) {
    const Token& token = tokens[i];
    if (token.partner != kNoPartner) {
      const bool enters = step > 0 ? token.partner > i : token.partner < i;
      if (!enters) break;
      i = token.partner;
    } else if (is_character(token, U'&') || is_row_break(token) || angle_of(token)) {
      break;
    } else if (bar_of(token) == U'|') {
      return i;
    }
  }
  return kNoPartner;
}

}  // namespace

// ⟨φ| + |ψ⟩: a bar that follows no operand is a ket's, so that its angle closes nothing else. Before brackets are
// paired.
void pair_sure_kets(Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].partner != kNoPartner || angle_of(tokens[i]) != U'⟩') continue;
    std::size_t bar = i;
    int depth = 0;  // of brackets, which are not paired yet
    while (bar-- > 0) {
      const Token& token = tokens[bar];
      if (token.partner != kNoPartner) {
        if (token.partner > bar) break;
        bar = token.partner;
        continue;
      }
      const char32_t c = token.kind == TokenKind::Character ? token.character : 0;
      if (c == U')' || c == U']') ++depth;
      if (c == U'(' || c == U'[') --depth;
      if (depth < 0 || angle_of(token) || c == U'&' || is_row_break(token)) break;
      if (depth > 0 || bar_of(token) != U'|') continue;
      std::size_t before = bar;
      while (before > 0 && tokens[before - 1].kind == TokenKind::Space) --before;
      const bool inside = before > 0 && angle_of(tokens[before - 1]) == U'⟨';
      if (inside || (token.name != "lvert" && follows_operand(tokens, bar, 0))) break;
      tokens[bar].partner = std::uint32_t(i);
      tokens[i].partner = std::uint32_t(bar);
      break;
    }
  }
}

namespace {

// |ψ⟩ and ⟨ψ|: an angle without a partner of its kind takes the bar beside it.
void pair_kets(Tokens& tokens) {
  const auto pair_with = [&tokens](std::size_t angle, std::size_t bar) {
    if (bar == kNoPartner) return;
    tokens[angle].partner = std::uint32_t(bar);
    tokens[bar].partner = std::uint32_t(angle);
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].partner == kNoPartner && angle_of(tokens[i]) == U'⟩') pair_with(i, bar_beside(tokens, i, -1));
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].partner == kNoPartner && angle_of(tokens[i]) == U'⟨') pair_with(i, bar_beside(tokens, i, 1));
  }
}

// The innermost brackets that a bar is counted in.
struct BarLevel {
  std::size_t begin = 0;
  std::vector<std::size_t> single, twofold;
  bool angle = false;
};

// ⟨m|A|n⟩: both bars part.
bool parts_matrix_element(const Tokens& tokens, const BarLevel& level) {
  return level.angle && level.single.size() == 2 && follows_operand(tokens, level.single[0], level.begin) &&
         angle_of(tokens[level.single[1] + 1]) != U'⟩';
}

void finish(Tokens& tokens, BarLevel& level) {
  if (level.single.empty() && level.twofold.empty()) return;
  if (parts_matrix_element(tokens, level)) {
    for (std::size_t bar : level.single) tokens[bar].bar = BarRole::Relation;
    level.single.clear();
  }
  assign_bars(tokens, level.single, level.begin);
  assign_bars(tokens, level.twofold, level.begin);
  if (level.single.empty() || level.twofold.empty()) return;
  std::vector<std::size_t> all = level.single;
  all.insert(all.end(), level.twofold.begin(), level.twofold.end());
  std::sort(all.begin(), all.end());
  separate_crossing(tokens, all);
}

}  // namespace

void pair_bars(std::vector<Token>& tokens) {
  pair_kets(tokens);
  std::vector<BarLevel> levels(1);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.partner != kNoPartner && token.bar == BarRole::None) {
      if (token.partner > i) {
        levels.push_back({i + 1, {}, {}, angle_of(token) == U'⟨'});
      } else {
        finish(tokens, levels.back());
        levels.pop_back();
      }
      continue;
    }
    if (is_character(token, U'&') || is_row_break(token)) {
      finish(tokens, levels.back());
      levels.back() = {i + 1, {}, {}, false};
      continue;
    }
    const char32_t bar = bar_of(token);
    if (bar == U'|') levels.back().single.push_back(i);
    if (bar == U'‖') levels.back().twofold.push_back(i);
  }
  finish(tokens, levels.front());
}

}  // namespace sixiang::math
