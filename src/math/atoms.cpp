#include "math/atoms.h"

#include <algorithm>
#include <string>

#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/commands.h"

namespace sixiang::math {
namespace {

void report(Diagnostics& hints, Problem problem, SourceSpan span) {
  Diagnostic hint = make_diagnostic(problem);
  hint.offset = span.offset;
  hint.length = span.length;
  hints.push_back(std::move(hint));
}

// The letters behind atom `at`.
std::size_t letters_end(const Atoms& atoms, std::size_t at) {
  while (++at < atoms.size() && atoms[at].is_letter()) {
  }
  return at;
}

bool is_break(const Atom& atom) { return atom.text == "\\\\"; }

// Functions have plain names as well: \\ before one may end a row, but for the first.
bool is_sure(std::string_view name) {
  const Command* command = find_command(name);
  return find_command_symbol(name) || (command && command->kind != CommandKind::Function);
}

// The name that stands behind the \\ at `at`; empty if no command has it. One letter may begin a row.
std::string_view name_behind(const Atoms& atoms, std::size_t at, std::string_view source) {
  const std::size_t end = letters_end(atoms, at);
  if (end < at + 3) return {};
  const std::size_t first = atoms[at + 1].typed.offset;
  const std::string_view name = source.substr(first, atoms[end - 1].typed.offset + 1 - first);
  return find_command_symbol(name) || find_command(name) ? name : std::string_view();
}

bool opens(const Atom& atom) { return atom.is('{') || atom.is('(') || atom.is('[') || atom.text == "\\begin"; }
bool closes(const Atom& atom) { return atom.is('}') || atom.is(')') || atom.is(']') || atom.text == "\\end"; }

// Two letters in a row or Chinese, outside of braces: somebody explains.
bool holds_words(const Atoms& atoms, std::size_t begin, std::size_t end) {
  int depth = 0;
  for (std::size_t i = begin; i < end; ++i) {
    depth += atoms[i].is('{') ? 1 : atoms[i].is('}') ? -1 : 0;
    if (depth > 0) continue;
    if (static_cast<unsigned char>(atoms[i].text[0]) >= 0xE3) return true;
    if (i + 1 < end && atoms[i].is_letter() && atoms[i + 1].is_letter()) return true;
  }
  return false;
}

// Where the comment that begins at `at` ends; `at` if % is a per cent sign: right behind a digit or a bracket, behind
// blanks and a digit where no words follow, or where nothing follows; and where the rest of the line closes what it has
// not opened.
std::size_t comment_end(const Atoms& atoms, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && atoms[before - 1].is(' ')) --before;
  const auto quantity = [&](std::size_t i) {
    return i > 0 && (is_digit(char32_t(atoms[i - 1].text[0])) || atoms[i - 1].is(')'));
  };
  // f(x)% at the end of a line: TeX's way to go on with the line.
  const bool goes_on = at > 0 && atoms[at - 1].is(')') && at + 1 < atoms.size() && atoms[at + 1].is('\n');
  if (quantity(at) && !goes_on) return at;
  std::size_t end = at;
  int depth = 0;
  while (end < atoms.size() && !atoms[end].is('\n')) {
    depth += opens(atoms[end]) ? 1 : closes(atoms[end]) ? -1 : 0;
    if (depth < 0) return at;
    ++end;
  }
  const bool words = holds_words(atoms, at + 1, end);
  if (before < at && quantity(before) && !words) return at;
  const bool more = std::any_of(atoms.begin() + std::ptrdiff_t(at) + 1, atoms.end(),
                                [](const Atom& each) { return !each.is_space(); });
  return more ? end : at;
}

}  // namespace

Atoms atoms_of(std::string_view source) {
  Atoms atoms;
  for (std::size_t i = 0; i < source.size();) {
    std::size_t end = i + 1;
    if (source[i] == '\\' && end < source.size()) {
      while (end < source.size() && is_latin_letter(char32_t(static_cast<unsigned char>(source[end])))) ++end;
      if (end == i + 1) ++end;
    }
    while (end < source.size() && (static_cast<unsigned char>(source[end]) & 0xC0) == 0x80) ++end;
    atoms.push_back({source.substr(i, end - i), {i, end - i}});
    i = end;
  }
  return atoms;
}

void halve_backslashes(Atoms& atoms, std::string_view source, Diagnostics& hints) {
  if (std::any_of(atoms.begin(), atoms.end(), [](const Atom& each) { return each.is_word(); })) return;
  const auto is_evidence = [&](std::size_t at) {
    if (!is_break(atoms[at])) return false;
    const std::string_view name = name_behind(atoms, at, source);
    return is_sure(name) || (at == 0 && !name.empty());
  };
  std::size_t first = 0;
  while (first < atoms.size() && !is_evidence(first)) ++first;
  if (first == atoms.size()) return;
  report(hints, Problem::DoubledBackslashes, atoms[first].typed);
  Atoms result;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const Atom& atom = atoms[i];
    const bool more = is_break(atom) && i + 1 < atoms.size();
    const std::string_view name = more ? name_behind(atoms, i, source) : std::string_view();
    const bool sign = more && std::string_view(",;:!{}|%&#_()[]").find(atoms[i + 1].text) != std::string_view::npos;
    if (!name.empty() || sign) {
      // One backslash with what follows it is a part of the source.
      const std::size_t end = name.empty() ? i + 2 : letters_end(atoms, i);
      const std::size_t from = atom.typed.offset + 1, to = atoms[end - 1].typed.offset + 1;
      result.push_back({source.substr(from, to - from), {from, to - from}});
      i = end - 1;
    } else {
      result.push_back(atom);
      if (more && is_break(atoms[i + 1])) ++i;
    }
  }
  atoms = std::move(result);
}

void leave_out_comments(Atoms& atoms, Diagnostics& hints) {
  if (std::none_of(atoms.begin(), atoms.end(), [](const Atom& each) { return each.is_word(); })) return;
  Atoms result;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const std::size_t end = atoms[i].is('%') ? comment_end(atoms, i) : i;
    if (end == i) {
      result.push_back(atoms[i]);
      continue;
    }
    const SourceSpan first = atoms[i].typed, last = atoms[end - 1].typed;
    report(hints, Problem::Comment, {first.offset, last.offset + last.length - first.offset});
    i = end - 1;
  }
  atoms = std::move(result);
}

}  // namespace sixiang::math
