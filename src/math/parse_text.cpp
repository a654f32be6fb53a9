// \text and \operatorname: words among symbols.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

constexpr float kNameGap = 1.5f;  // mu; with the thin space of a name a quarter of an em

}  // namespace

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
  // One word with spaces around it is a name, as typed without \text; a name brings most of a space itself.
  const auto is_blank = [](char c) { return c == ' '; };
  const auto first = std::find_if_not(text.begin(), text.end(), is_blank);
  const auto last = std::find_if_not(text.rbegin(), text.rend(), is_blank).base();
  const bool word = last - first > 1 && std::all_of(first, last, [](char c) { return is_latin_letter(char32_t(c)); });
  const bool before = word && first != text.begin(), after = word && last != text.end();
  if (word) text = std::string(first, last);
  if (before) add(row, Space{kNameGap}, begin);
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
  if (letters) {
    add(row, Word{std::move(styled), WordRole::Name, Limits::Never}, begin);
    if (after) add(row, Space{kNameGap}, begin);
    return;
  }
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
    if (each.kind == TokenKind::Space) continue;  // s i n, as read from a picture
    if (command && command->kind == CommandKind::Space) {
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
  // A name that needs no \operatorname is what it is without.
  if (const Command* function = starred ? nullptr : find_function(name)) return add_function(row, *function, begin);
  if (name == "argmax") name = "arg\u2009max";
  if (name == "argmin") name = "arg\u2009min";
  add(row, Word{std::move(name), starred ? WordRole::Function : WordRole::Name, limits}, begin);
}

}  // namespace sixiang::math
