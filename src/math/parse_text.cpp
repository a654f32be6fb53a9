// \text and \operatorname: words among symbols.
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {

// \text{data} is the upright name data; anything else keeps its spaces.
void Parser::parse_text(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto range = raw_argument();
  if (!range) return report_missing(row, token, "");
  // \text{where $x$ is real}: a formula within the text.
  bool formula = false;
  std::size_t piece = range->first;
  for (std::size_t i = range->first; i <= range->second; ++i) {
    const bool sign = i < range->second && tokens_[i].kind == TokenKind::Character && tokens_[i].character == U'$';
    if (!sign && i < range->second) continue;
    if (formula && piece < i) {
      for (Node& node : parse_range(piece, i)) row.push_back(std::move(node));
    } else if (piece < i || range->first == range->second) {
      add_text(row, command, piece < i ? text_of(piece, i) : std::string_view(), begin);
    }
    formula = !formula;
    piece = i + 1;
  }
}

// Backslashes only stand before what would mean something without: \%, \_, “\ ”.
void Parser::add_text(Row& row, const Command& command, std::string_view source, std::size_t begin) {
  std::string text;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const bool escape = source[i] == '\\' && i + 1 < source.size() &&
                        std::string_view("%$&_#{} \\").find(source[i + 1]) != std::string_view::npos;
    if (escape) ++i;
    text.push_back(source[i] == '~' && !escape ? ' ' : source[i]);
  }
  const Alphabet alphabet = command.argument == 1   ? Alphabet::Bold
                            : command.argument == 2 ? Alphabet::Monospace
                                                    : Alphabet::Upright;
  bool letters = !text.empty(), chinese = !text.empty();
  std::string styled;
  for (const CodePoint& point : decode_utf8(text)) {
    letters = letters && is_latin_letter(point.value);
    chinese = chinese && is_cjk(point.value);
    append_utf8(styled, in_alphabet(point.value, alphabet));
  }
  if (letters && text.size() == 1) {
    return add(row, Symbol{decode_utf8(styled).front().value, AtomClass::Ordinary}, begin);
  }
  if (letters) return add(row, Word{std::move(styled), WordRole::Name, Limits::Never}, begin);
  add(row, Text{std::move(styled)}, begin);
}

// \operatorname{arg\,max}: the letters with thin spaces between words; \operatorname* takes limits.
void Parser::parse_operator_name(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const bool starred = at_character(U'∗');
  if (starred) ++at_;
  const auto range = raw_argument();
  if (!range) return report_missing(row, token, starred ? "*" : "");
  std::string name;
  bool plain = true;
  for (std::size_t i = range->first; i < range->second && plain; ++i) {
    const Token& each = tokens_[i];
    const Command* command = each.kind == TokenKind::Command ? find_command(each.name) : nullptr;
    if (each.kind == TokenKind::Space || (command && command->kind == CommandKind::Space)) {
      append_utf8(name, 0x2009);
    } else if (each.kind == TokenKind::Character && (is_latin_letter(each.character) || is_digit(each.character))) {
      append_utf8(name, each.character);
    } else {
      plain = false;
    }
  }
  const Limits limits = starred ? Limits::InDisplay : Limits::Never;
  if (!plain) {
    const Alphabet outer = alphabet_;
    alphabet_ = Alphabet::Upright;
    Group group{parse_range(range->first, range->second), AtomClass::Operator, limits};
    alphabet_ = outer;
    return add(row, std::move(group), begin);
  }
  if (name == "argmax") name = "arg\u2009max";
  if (name == "argmin") name = "arg\u2009min";
  add(row, Word{std::move(name), WordRole::Function, limits}, begin);
}

}  // namespace sixiang::math
