// \text and \operatorname: words among symbols.
#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

constexpr float kNameGap = 4.5f;  // mu: a quarter of an em

Alphabet alphabet_of_text(const Command& command) {
  return command.argument == 1 ? Alphabet::Bold : command.argument == 2 ? Alphabet::Monospace : Alphabet::Upright;
}

// As wide as a blank of the text.
bool is_blank_command(std::string_view name) {
  for (std::string_view each : {" ", "\n", "\t", "space", "nobreakspace"}) {
    if (name == each) return true;
  }
  return false;
}

// TeX's ligatures, longest first.
struct Ligature {
  std::string_view typed, drawn;
};
constexpr Ligature kLigatures[] = {{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"`", "‘"}, {"'", "’"}};

std::string with_ligatures(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto* found = std::find_if(std::begin(kLigatures), std::end(kLigatures), [&](const Ligature& each) {
      return text.substr(0, each.typed.size()) == each.typed;
    });
    const bool is_one = found != std::end(kLigatures);
    result += is_one ? found->drawn : text.substr(0, 1);
    text.remove_prefix(is_one ? found->typed.size() : 1);
  }
  return result;
}

// No blanks at the ends: what a command without ink leaves between itself and the text.
void trim(Row& row) {
  if (Text* first = row.empty() ? nullptr : std::get_if<Text>(&row.front().content)) {
    first->text.erase(0, first->text.find_first_not_of(' '));
    if (first->text.empty()) row.erase(row.begin());
  }
  if (Text* last = row.empty() ? nullptr : std::get_if<Text>(&row.back().content)) {
    last->text.erase(last->text.find_last_not_of(' ') + 1);
    if (last->text.empty()) row.pop_back();
  }
}

}  // namespace

// What has been gathered of a text and is not in its row yet.
struct Parser::Words {
  Row& row;
  std::size_t begin;  // the token that the text belongs to
  Alphabet alphabet;
  std::string text = {};
  TextFace face = TextFace::Formula;  // Label: of a table of text, where nothing is a name of the formula
};

// { s . t . }: single characters parted by blanks, as a reader of pictures has a word; empty for anything else.
std::string Parser::spelt_word(std::size_t begin, std::size_t end) const {
  if (!latex_ || begin >= end || tokens_[begin].kind != TokenKind::Space) return {};
  std::string word;
  std::size_t letters = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens_[i].kind == TokenKind::Space) continue;
    if (tokens_[i].kind != TokenKind::Character || tokens_[i - 1].kind != TokenKind::Space) return {};
    letters += is_latin_letter(tokens_[i].character) ? 1 : 0;
    word += text_of(i, i + 1);
  }
  return letters > 1 ? word : std::string();
}

// \text{data} is the upright name data; anything else keeps its spaces.
void Parser::parse_text(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  Words words{row, begin, alphabet_of_text(command)};
  if (const auto range = raw_argument()) {
    words.text = spelt_word(range->first, range->second);
    if (words.text.empty()) parse_words(words, range->first, range->second);
    if (range->first == range->second) return add(row, Text{}, begin);
  } else if (has_argument()) {
    skip_spaces();
    const std::size_t only = at_++;
    parse_words(words, only, at_);
  } else {
    return report_missing(row, token, "");
  }
  add_words(words);
}

// 1\textsuperscript{st}
void Parser::parse_text_script(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto range = raw_argument();
  if (!range) return report_missing(row, token, "");
  Row body;
  Words words{body, begin, Alphabet::Upright};
  parse_words(words, range->first, range->second);
  add_words(words);
  Scripts scripts;
  (Side(command.argument) == Side::Over ? scripts.superscript : scripts.subscript) = std::move(body);
  add(row, std::move(scripts), begin);
}

Row Parser::parse_text_range(std::size_t begin, std::size_t end, TextFace face) {
  Row row;
  if (begin >= end) return row;
  const std::size_t outer_at = std::exchange(at_, end);
  Words words{row, begin, Alphabet::Upright, {}, face};
  parse_words(words, begin, end);
  add_words(words);
  at_ = outer_at;
  trim(row);
  return row;
}

void Parser::parse_words(Words& words, std::size_t begin, std::size_t end) {
  const Nesting nesting(*this);
  const std::size_t outer_at = std::exchange(at_, begin), outer_end = std::exchange(end_, end);
  const Alphabet outer = words.alphabet, outer_of_formulas = alphabet_;
  const auto is_plain = [this] {
    return token().kind != TokenKind::Command && !at_character(U'{') && !at_character(U'}') && !at_character(U'$');
  };
  while (!done()) {
    const std::size_t from = at_;
    const std::uint32_t partner = token().partner;
    if (too_deep()) {
      add_words(words);
      add_unread(words.row, at_, end_, Problem::FormulaTooDeep, {std::to_string(kMaxNesting)});
    } else if (at_character(U'$')) {
      while (++at_ < end_ && !at_character(U'$')) {
      }
      parse_formula_in_text(words, from + 1, at_);
      at_ = std::min(at_ + 1, end_);
    } else if (token().kind == TokenKind::Command) {
      parse_word_command(words);
    } else if (at_character(U'{') && partner != kNoPartner && partner < end_) {
      parse_words(words, at_ + 1, partner);
      at_ = partner + 1;
    } else {
      do ++at_;
      while (!done() && is_plain());
      words.text += text_of(from, at_);
    }
  }
  change_alphabet(words, outer);
  alphabet_ = outer_of_formulas;
  at_ = outer_at;
  end_ = outer_end;
}

void Parser::parse_formula_in_text(Words& words, std::size_t begin, std::size_t end) {
  add_words(words);
  append(words.row, parse_range(begin, end));
}

void Parser::change_alphabet(Words& words, Alphabet alphabet) {
  if (alphabet == words.alphabet) return;
  add_words(words);
  words.alphabet = alphabet;
}

// Signs and spaces are text; whatever else a command draws stands in the text as in a formula.
void Parser::parse_word_command(Words& words) {
  const Token& name = token();
  const Command* command = find_command(name.name);
  if (name.name == "(") {
    const std::size_t begin = ++at_;
    while (!done() && !(token().kind == TokenKind::Command && token().name == ")")) ++at_;
    parse_formula_in_text(words, begin, at_);
    at_ = std::min(at_ + 1, end_);
    return;
  }
  const std::optional<Symbol> symbol = find_command_symbol(name.name);
  if (symbol && !is_letter(symbol->character)) {
    append_utf8(words.text, symbol->character);
    ++at_;
    return;
  }
  const CommandKind kind = command ? command->kind : CommandKind::Left;
  if (kind == CommandKind::Escaped) {
    append_utf8(words.text, command->character);
  } else if (kind == CommandKind::NewCell || (kind == CommandKind::Space && is_blank_command(name.name))) {
    words.text.push_back(' ');
  } else if (kind == CommandKind::FontSwitch) {
    change_alphabet(words, Alphabet(command->argument));
    if (name.name == "boldmath") alphabet_ = words.alphabet;  // also of the formulas within
  } else if (kind == CommandKind::Text || kind == CommandKind::Kept) {
    const Alphabet outer = words.alphabet;
    ++at_;
    if (kind == CommandKind::Kept) skip_arguments(std::max(command->argument, 0));
    const auto range = raw_argument();
    if (!range) return report_missing(words.row, name, "");
    if (kind == CommandKind::Text) change_alphabet(words, alphabet_of_text(*command));
    parse_words(words, range->first, range->second);
    return change_alphabet(words, outer);
  } else {
    add_words(words);
    const Alphabet outer = std::exchange(alphabet_, words.alphabet);
    parse_command(words.row);
    alphabet_ = outer;
    return;
  }
  ++at_;
}

// The gathered text goes into the row.
void Parser::add_words(Words& words) {
  if (words.text.empty()) return;
  Row& row = words.row;
  const std::size_t begin = words.begin;
  const Alphabet alphabet = words.alphabet;
  std::string text = std::exchange(words.text, {});
  if (alphabet != Alphabet::Monospace) text = with_ligatures(text);
  // One word with spaces around it is a name, as typed without \text; a name brings most of a space itself.
  const auto is_blank = [](char c) { return c == ' '; };
  const auto first = std::find_if_not(text.begin(), text.end(), is_blank);
  const auto last = std::find_if_not(text.rbegin(), text.rend(), is_blank).base();
  const bool word = words.face == TextFace::Formula && last - first > 1 &&
                    std::all_of(first, last, [](char c) { return is_latin_letter(char32_t(c)); });
  const bool before = word && first != text.begin(), after = word && last != text.end();
  if (word) text = std::string(first, last);
  if (before) add(row, Space{kNameGap}, begin);
  bool letters = words.face == TextFace::Formula && !text.empty(), chinese = !text.empty();
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
  add(row, Text{std::move(styled), words.face}, begin);
}

// \verb|a_b|: what stands between two equal signs, as it is.
void Parser::parse_verbatim(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  if (at_character(U'∗')) ++at_;
  if (done()) return report_missing(row, token, "");
  std::size_t end = at_ + 1;
  while (end < end_ && tokens_[end].character != this->token().character) ++end;
  if (end >= end_ || tokens_[end].character != this->token().character) return report_missing(row, token, "");
  Words words{row, begin, Alphabet::Monospace, std::string(text_of(at_ + 1, end))};
  at_ = end + 1;
  add_words(words);
}

// \operatorname{arg\,max}: the letters with thin spaces between words; \operatorname* takes limits.
void Parser::parse_operator_name(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const bool star = at_character(U'∗'), starred = star || token.name == "operatornamewithlimits";
  if (star) ++at_;
  const auto range = raw_argument();
  if (!range) return report_missing(row, token, star ? "*" : "");
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
