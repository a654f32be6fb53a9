// Commands of packages and of plain TeX that have a form of their own: slanted fractions, scripts before a base,
// accents below, \root … \of, \buildrel … \over, dingbats.
#include <algorithm>
#include <iterator>
#include <utility>

#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

// The mark below that a mark above corresponds to; itself where there is none.
char32_t mark_below(char32_t mark) {
  switch (mark) {
    case 0x302:
      return 0x32D;
    case 0x303:
      return 0x330;
    case 0x304:
      return 0x331;
    case 0x306:
      return 0x32E;
    case 0x307:
      return 0x323;
    case 0x308:
      return 0x324;
    case 0x30A:
      return 0x325;
    case 0x30C:
      return 0x32C;
    default:
      return mark;
  }
}

struct Dingbat {
  unsigned number;
  char32_t character;
};
// Those that Unicode has elsewhere than in its block of dingbats.
constexpr Dingbat kDingbats[] = {{37, U'☎'},  {42, U'☛'},  {43, U'☞'},  {72, U'★'},  {108, U'●'}, {110, U'■'},
                                 {115, U'▲'}, {116, U'▼'}, {117, U'◆'}, {119, U'◗'}, {168, U'♣'}, {169, U'♦'},
                                 {170, U'♥'}, {171, U'♠'}, {213, U'→'}, {214, U'↔'}, {215, U'↕'}};

// Of a number in the typeface Zapf Dingbats; 0 for none.
char32_t dingbat(unsigned number) {
  for (const Dingbat& each : kDingbats) {
    if (each.number == number) return each.character;
  }
  if (number >= 33 && number <= 126) return 0x2701 + (number - 33);
  if (number >= 172 && number <= 181) return U'①' + (number - 172);
  return number >= 161 && number <= 254 && number != 240 ? 0x2761 + (number - 161) : 0;
}

}  // namespace

// \nicefrac{1}{2}: a raised numerator, a slash and a lowered denominator.
void Parser::parse_slanted_fraction(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  if (const std::optional<std::size_t> end = bracket_end()) at_ = *end;
  ++script_depth_;
  std::optional<Row> over = parse_argument(token, row);
  std::optional<Row> under = over ? parse_argument(token, row) : std::nullopt;
  --script_depth_;
  if (!under) {
    if (over) append(row, std::move(*over));
    return;
  }
  Group group;
  Scripts raised, lowered;
  raised.superscript = std::move(*over);
  lowered.subscript = std::move(*under);
  add(group.body, std::move(raised), begin);
  add(group.body, Symbol{U'/', AtomClass::Ordinary}, begin);
  add(group.body, std::move(lowered), begin);
  add(row, std::move(group), begin);
}

// \prescript{14}{6}{C}
void Parser::parse_prescript(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto over = raw_argument(), under = over ? raw_argument() : std::nullopt;
  if (!under) return report_missing(row, token, "");
  Scripts scripts;
  ++script_depth_;
  if (over->first < over->second) scripts.superscript = parse_range(over->first, over->second);
  if (under->first < under->second) scripts.subscript = parse_range(under->first, under->second);
  --script_depth_;
  if (scripts.superscript || scripts.subscript) add(row, std::move(scripts), begin);
  if (std::optional<Row> base = parse_argument(token, row)) append(row, std::move(*base));
}

// \underaccent{\hat}{x}; what is no accent is set below, as by \underset.
void Parser::parse_under_accent(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto mark = raw_argument();
  if (!mark) return report_missing(row, token, "");
  const bool single = mark->second == mark->first + 1 && tokens_[mark->first].kind == TokenKind::Command;
  const Command* accent = single ? find_command(tokens_[mark->first].name) : nullptr;
  std::optional<Row> base = parse_argument(token, row);
  if (!base) return;
  if (accent && accent->kind == CommandKind::Accent) {
    return add(row, Accent{mark_below(accent->character), AccentWidth::Narrow, std::move(*base)}, begin);
  }
  ++script_depth_;
  Row label = parse_range(mark->first, mark->second);
  --script_depth_;
  add_stack(row, std::move(label), std::move(*base), *find_command("underset"), begin);
}

// Where the command `name` stands behind `at_`, outside of brackets.
std::optional<std::size_t> Parser::find_ahead(std::string_view name) const {
  for (std::size_t i = at_; i < end_; ++i) {
    const Token& each = tokens_[i];
    if (each.kind == TokenKind::Command && each.name == name) return i;
    if (each.partner != kNoPartner && each.partner > i && each.partner < end_) i = each.partner;
  }
  return std::nullopt;
}

void Parser::parse_root_of(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const std::optional<std::size_t> of = find_ahead("of");
  if (!of) return report_missing(row, token, "");
  Radical radical;
  ++script_depth_;
  radical.degree = parse_range(at_, *of);
  --script_depth_;
  at_ = *of + 1;
  std::optional<Row> radicand = parse_argument(token, row);
  if (!radicand) return append(row, std::move(radical.degree));
  radical.radicand = std::move(*radicand);
  add(row, std::move(radical), begin);
}

void Parser::parse_buildrel(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  const std::optional<std::size_t> over = find_ahead("over");
  if (!over) return report_missing(row, token, "");
  ++script_depth_;
  Row label = parse_range(at_, *over);
  --script_depth_;
  at_ = *over + 1;
  std::optional<Row> base = parse_argument(token, row);
  if (!base) return append(row, std::move(label));
  add_stack(row, std::move(label), std::move(*base), command, begin);
}

// \ding{51} is ✓.
void Parser::parse_dingbat(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto range = raw_argument();
  if (!range) return report_missing(row, token, "");
  unsigned number = 0;
  for (std::size_t i = range->first; i < range->second; ++i) {
    const char32_t c = tokens_[i].character;
    number = is_digit(c) && number < 1000 ? number * 10 + unsigned(c - U'0') : 1000;
  }
  const char32_t sign = dingbat(number);
  if (sign == 0) return add_unread(row, begin, at_, Problem::UnknownCommand, {text_of(begin, at_)});
  add(row, Symbol{sign, AtomClass::Ordinary}, begin);
}

// \cancelto{0}{x}: x struck, and what becomes of it above.
void Parser::parse_cancel_to(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  ++script_depth_;
  std::optional<Row> value = parse_argument(token, row);
  --script_depth_;
  if (!value) return;
  std::optional<Row> body = parse_argument(token, row);
  if (!body) return append(row, std::move(*value));
  Scripts scripts;
  add(scripts.base, Enclosure{EnclosureKind::StrikeUp, std::move(*body)}, begin);
  scripts.superscript = std::move(*value);
  add(row, std::move(scripts), begin);
}

}  // namespace sixiang::math
