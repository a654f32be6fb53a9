#include "math/unicode_math.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "math/alphabet.h"
#include "math/characters.h"
#include "math/commands.h"
#include "math/unicode_math_marks.h"

namespace sixiang::math {
namespace {

using Tokens = std::vector<Token>;

constexpr std::u32string_view kMarks = U"▒〖〗█┬┴├┤▭⏞⏟⏜⏝⎴⎵¦";

bool is_word_italic(char32_t c) {
  return (c >= 0x1D434 && c <= 0x1D467) || c == U'ℎ' || (c >= 0x1D6E2 && c <= 0x1D71B);
}

std::string_view class_command(AtomClass atom_class) {
  if (atom_class == AtomClass::Relation) return "mathrel";
  if (atom_class == AtomClass::Binary) return "mathbin";
  return "mathord";
}

class Reader {
 public:
  explicit Reader(const TokenList& list)
      : in_(list.tokens), partner_(pair_unicode_math(list.tokens)), latex_(list.latex) {}

  Tokens run() {
    out_.reserve(in_.size());
    read(0, in_.size());
    return std::move(out_);
  }

 private:
  char32_t character(std::size_t at) const {
    return at < in_.size() && in_[at].kind == TokenKind::Character ? in_[at].character : 0;
  }
  bool is_group(std::size_t at, std::size_t end) const {
    return at < end && partner_[at] < end && (character(at) == U'(' || character(at) == U'〖');
  }

  // Puts tokens in that have no length, at the place of the one that is read.
  void put(TokenKind kind, char32_t character, std::string_view name, std::size_t at) {
    Token token;
    token.kind = kind;
    token.character = character;
    token.name = name;
    token.span = place_of(at);
    out_.push_back(token);
  }
  SourceSpan place_of(std::size_t at) const {
    if (at < in_.size()) return {in_[at].span.offset, 0};
    return {in_.empty() ? 0 : in_.back().span.offset + in_.back().span.length, 0};
  }
  void put_command(std::string_view name, std::size_t at) { put(TokenKind::Command, 0, name, at); }
  void put_brace(char32_t brace, std::size_t at) { put(TokenKind::Character, brace, {}, at); }
  // A command with its opening brace, before what is at `place` already.
  void put_before(std::size_t place, std::string_view command) {
    Token token;
    token.kind = TokenKind::Command;
    token.name = command;
    token.span = {out_[place].span.offset, 0};
    Token brace;
    brace.character = U'{';
    brace.span = token.span;
    out_.insert(out_.begin() + std::ptrdiff_t(place), {token, brace});
  }
  void copy(std::size_t at) { out_.push_back(in_[at]); }

  void read(std::size_t begin, std::size_t end) {
    if (++depth_ > kDeepest) {
      for (; begin < end; ++begin) copy(begin);
    }
    while (begin < end) begin = read_item(begin, end);
    --depth_;
  }

  // An operand with the marks, scripts and limits on it. Returns where the next one begins.
  std::size_t read_item(std::size_t at, std::size_t end) {
    const std::size_t first = at, place = out_.size();
    at = read_base(at, end);
    // What wraps its base moves it, so that there are bounds to how often.
    for (int wraps = 0; at < end && place < out_.size() && wraps < 8;) {
      const std::size_t mark = in_[at].kind == TokenKind::Space ? at + 1 : at;
      const char32_t c = character(at);
      if (mark < end && in_[mark].kind == TokenKind::Mark) {
        wraps += put_mark(first, mark, place);
        at = mark + 1;
      } else if (c == U'^' && character(at + 1) == U'′') {
        ++at;
        while (at < end && character(at) == U'′') copy(at++);
      } else if (c == U'_' || c == U'^') {
        copy(at);
        at = read_script(at + 1, end);
      } else if (c == U'┬' || c == U'┴') {
        ++wraps;
        at = read_limit(first, at, end, place);
      } else if (c == U'¦') {
        ++wraps;
        put_before(place, "ensuremath");
        if (is_group(first, end)) unbracket(place + 2);
        put_command("atop", at);
        put_command("ensuremath", at);
        at = read_argument(at + 1, end);
        put_brace(U'}', at);
      } else {
        break;
      }
    }
    return at;
  }

  // The tokens from `place` are (…): without them.
  void unbracket(std::size_t place) {
    if (place >= out_.size() || !is_character(out_[place], U'(')) return;
    out_.erase(out_.begin() + std::ptrdiff_t(place));
    if (is_character(out_.back(), U')')) out_.pop_back();
  }

  int put_mark(std::size_t first, std::size_t at, std::size_t place) {
    const WideMark* wide = find_mark(kWideMarks, in_[at].character);
    if (!wide || !is_group(first, in_.size()) || partner_[first] + 2 < at || partner_[first] == first + 1) {
      copy(at);
      return 0;
    }
    unbracket(place);
    put_before(place, wide->command);
    put_brace(U'}', at);
    return 1;
  }

  // lim┬(n→∞): a limit of what has limits, else something below or above.
  std::size_t read_limit(std::size_t first, std::size_t at, std::size_t end, std::size_t place) {
    const char32_t script = character(at) == U'┬' ? U'_' : U'^';
    const bool alone = place + 1 == out_.size() && out_[place].kind == TokenKind::Character;
    if (const WideMark* arrow = alone ? find_mark(kArrows, out_[place].character) : nullptr) {
      return read_arrow(*arrow, at, end, place);
    }
    const bool covered = out_[place].kind == TokenKind::Command && find_command(out_[place].name) &&
                         find_command(out_[place].name)->kind == CommandKind::Stretch;
    if (!covered && !takes_limits(first, place)) {
      put_before(place, class_command(alone ? class_of(out_[place].character) : AtomClass::Ordinary));
      put_brace(U'}', at);
      put_command("limits", at);
    }
    out_.push_back(in_[at]);
    out_.back().character = script;
    return read_script(at + 1, end);
  }

  // A large operator, or letters that are the name of a function with limits; brackets around such a name go.
  bool takes_limits(std::size_t first, std::size_t place) {
    if (is_group(first, in_.size()) && partner_[first] > first + 1) {
      const bool letters = std::all_of(in_.begin() + std::ptrdiff_t(first) + 1, in_.begin() + partner_[first],
                                       [](const Token& each) { return is_latin_letter(each.character); });
      if (letters) unbracket(place);
    }
    std::string name;
    for (std::size_t i = place; i < out_.size(); ++i) {
      const char32_t c = out_[i].kind == TokenKind::Character ? out_[i].character : 0;
      if (c == U'_' || c == U'^' || (big_operator_limits(c) && i == place)) return true;  // has one already
      if (c != U'{' && c != U'}' && c != 0) name.push_back(is_latin_letter(c) ? char(c) : '?');
    }
    const Command* function = find_function(name);
    return function && function->argument == 1;
  }

  // a→┴f b, a→┬g┴f b.
  std::size_t read_arrow(const WideMark& arrow, std::size_t at, std::size_t end, std::size_t place) {
    out_[place].kind = TokenKind::Command;
    out_[place].name = arrow.command;
    out_[place].character = 0;
    if (character(at) == U'┬') {
      put_brace(U'[', at);
      at = read_script(at + 1, end);
      put_brace(U']', at);
    }
    if (character(at) == U'┴' && at < end) return read_script(at + 1, end);
    put_brace(U'{', at);
    put_brace(U'}', at);
    return at;
  }

  std::size_t read_script(std::size_t at, std::size_t end) {
    ++scripts_;
    at = read_argument(at, end);
    --scripts_;
    return at;
  }

  // One operand in braces, without the brackets that only hold it together.
  std::size_t read_argument(std::size_t at, std::size_t end) {
    if (at >= end || in_[at].kind == TokenKind::Space || in_[at].kind == TokenKind::Mark) return at;
    const char32_t c = character(at);
    if (c == U'&' || c == U'@' || (partner_[at] == kNoPartner && (is_closing_bracket(c) || c == U'〗' || c == U'┤'))) {
      return at;
    }
    put_brace(U'{', at);
    if (is_group(at, end)) {
      read(at + 1, partner_[at]);
      at = partner_[at] + 1;
    } else {
      if (std::u32string_view(U"+−±∓").find(c) != std::u32string_view::npos) copy(at++);
      const std::size_t run = read_run(at, end);
      if (run > at) {
        at = run;
      } else if (at < end && character(at) != U'@' && character(at) != U'&') {
        at = read_nested(at, end);
      }
    }
    put_brace(U'}', at);
    return at;
  }

  std::size_t read_nested(std::size_t at, std::size_t end) {
    if (++depth_ > kDeepest) {
      copy(at++);
    } else {
      at = read_base(at, end);
    }
    --depth_;
    return at;
  }

  // Letters and digits in a row, with their marks, are one operand.
  std::size_t read_run(std::size_t at, std::size_t end) {
    for (const std::size_t begin = at; at < end; ++at) {
      const char32_t c = character(at);
      const bool point =
          c == U'.' && at > begin && is_digit(character(at - 1)) && at + 1 < end && is_digit(character(at + 1));
      const bool mark = at > begin && in_[at].kind == TokenKind::Mark;
      if (!is_letter(c) && !is_digit(c) && !is_cjk(c) && c != U'∞' && !point && !mark) break;
      copy(at);
    }
    return at;
  }

  std::size_t read_base(std::size_t at, std::size_t end) {
    const char32_t c = character(at);
    if (const Prefix* prefix = find_mark(kPrefixes, c); prefix && (!prefix->symbol || is_group(at + 1, end))) {
      return read_prefix(*prefix, at, end);
    }
    if (const TableMark* table = find_mark(kTables, c); table && is_group(at + 1, end)) {
      read_table(table->environment, at + 1);
      return partner_[at + 1] + 1;
    }
    switch (c) {
      case 0:
        if (in_[at].kind == TokenKind::Space && at + 1 < end && in_[at + 1].kind == TokenKind::Mark) return at + 1;
        copy(at);
        return at + 1;
      case U'▒':
        put(TokenKind::Space, 0, {}, at);
        return at + 1;
      case U'√':
        return read_root(at, end);
      case U'∛':
      case U'∜':
        copy(at);
        return read_operand(at + 1, end);
      case U'"':
        return read_text(at, end);
      case U'_':
      case U'^':
        copy(at);
        return read_script(at + 1, end);
      case U'⁄':
      case U'⊘':
        copy(at);
        out_.back().character = c == U'⁄' ? U'∕' : U'/';
        return at + 1;
      default:
        break;
    }
    if (partner_[at] < end) return read_brackets(at, end);
    if (c == U'〖' || c == U'〗' || c == U'├' || c == U'┤') {  // without its partner: a bracket that is not closed
      copy(at);
      out_.back().character = U'⎱';
      return at + 1;
    }
    if (is_latin_letter(c)) {  // a name
      while (at < end && is_latin_letter(character(at))) copy(at++);
      return at;
    }
    copy(at);
    return at + 1;
  }

  std::size_t read_prefix(const Prefix& prefix, std::size_t at, std::size_t end) {
    put_command(prefix.command, at);
    return read_operand(at + 1, end);
  }

  // What a sign stands before: brackets, or a run with its scripts.
  std::size_t read_operand(std::size_t at, std::size_t end) {
    if (is_group(at, end)) return read_argument(at, end);
    put_brace(U'{', at);
    const std::size_t run = read_run(at, end);
    if (run == at) {  // none of these: what the parser takes
      out_.pop_back();
      return at;
    }
    for (at = run; at < end && (character(at) == U'_' || character(at) == U'^');) {
      copy(at);
      at = read_script(at + 1, end);
    }
    put_brace(U'}', at);
    return at;
  }

  // √(n&x) has a degree.
  std::size_t read_root(std::size_t at, std::size_t end) {
    const std::size_t open = at + 1, part = is_group(open, end) ? cell_end(open + 1, partner_[open]) : end;
    if (!is_group(open, end) || part == partner_[open]) {
      copy(at);
      return read_operand(open, end);
    }
    const std::size_t close = partner_[open];
    put_command("sqrt", at);
    put_brace(U'[', open);
    read(open + 1, part);
    put_brace(U']', part);
    put_brace(U'{', part);
    read(part + 1, close);
    put_brace(U'}', close);
    return close + 1;
  }

  // Ordinary text between quotation marks.
  std::size_t read_text(std::size_t at, std::size_t end) {
    std::size_t close = at + 1;
    while (close < end && character(close) != U'"') ++close;
    if (close == end) {
      copy(at);
      return at + 1;
    }
    put_command("text", at);
    put_brace(U'{', at);
    for (std::size_t i = at + 1; i < close; ++i) copy(i);
    put_brace(U'}', close);
    return close + 1;
  }

  std::size_t read_brackets(std::size_t at, std::size_t end) {
    const std::size_t close = partner_[at];
    const char32_t open = character(at);
    if (open == U'〖') return read_invisible(at, end);
    if (open == U'{' && character(at + 1) == U'█' && partner_[at + 2] == close - 1 && is_group(at + 2, close)) {
      if (character(close) == U'┤') {
        read_table("cases", at + 2);
        return close + 1;
      }
    }
    const bool prescripts = open == U'(' && (character(at + 1) == U'_' || character(at + 1) == U'^');
    if (prescripts) {
      put_brace(U'{', at);
      put_brace(U'}', at);
    }
    const bool chosen = open == U'├' || character(close) == U'┤' || (!latex_ && open == U'{');
    if (chosen) return read_chosen(at, end);
    if (!prescripts) copy(at);
    read(at + 1, close);
    if (!prescripts) copy(close);
    return close + 1;
  }

  // 〖…〗 only holds together what an operator behind it is for.
  std::size_t read_invisible(std::size_t at, std::size_t end) {
    const std::size_t close = partner_[at];
    const std::size_t next = close + 1;
    const bool operand =
        next < end && (in_[next].kind == TokenKind::Mark || in_[next].kind == TokenKind::ScriptOpen ||
                       std::u32string_view(U"_^/┬┴¦′").find(character(next)) != std::u32string_view::npos ||
                       (in_[next].kind == TokenKind::Space && next + 1 < end && in_[next + 1].kind == TokenKind::Mark));
    const bool divides = at > 0 && character(at - 1) == U'/';
    if (operand || divides) {
      put_command("ensuremath", at);
      put_brace(U'{', at);
    }
    read(at + 1, close);
    if (operand || divides) put_brace(U'}', close);
    return next;
  }

  // ├]a,b┤[, {a┤: a delimiter behind ├ or ┤ is the one that is drawn, none where there is none.
  std::size_t read_chosen(std::size_t at, std::size_t end) {
    std::size_t close = partner_[at];
    const auto delimiter = [this](std::size_t where) {
      if (character(where) == U'{' || character(where) == U'}') {
        put_command(character(where) == U'{' ? "{" : "}", where);
      } else if (character(where) == U'├' || character(where) == U'┤') {
        put(TokenKind::Character, U'.', {}, where);
      } else {
        copy(where);
      }
    };
    const auto is_chosen = [this](std::size_t where) {
      const char32_t c = character(where);
      return is_bar(c) || is_closing_bracket(c) || (closing_bracket(c) && partner_[where] == kNoPartner);
    };
    put_command("left", at);
    if (character(at) == U'├' && at + 1 < close && is_chosen(at + 1)) ++at;
    delimiter(at);
    read(at + 1, close);
    put_command("right", close);
    if (character(close) == U'┤' && close + 1 < end && is_chosen(close + 1)) ++close;
    delimiter(close);
    return close + 1;
  }

  // Where a cell of a table ends: at an & or @ outside further brackets.
  std::size_t cell_end(std::size_t at, std::size_t end) const {
    while (at < end && character(at) != U'&' && character(at) != U'@') {
      at = partner_[at] < end ? partner_[at] + 1 : at + 1;
    }
    return at;
  }

  // The cells in the brackets at `open`: & between two, @ between rows.
  void read_table(std::string_view environment, std::size_t open) {
    const std::size_t close = partner_[open];
    const auto put_name = [&](std::string_view command, std::size_t at) {
      put_command(command, at);
      put_brace(U'{', at);
      put(TokenKind::Character, 0, environment, at);
      put_brace(U'}', at);
    };
    const bool stack = scripts_ > 0 && environment == "aligned";
    if (stack) {
      put_command("substack", open);
      put_brace(U'{', open);
    } else {
      put_name("begin", open);
    }
    bool row_begins = true;
    for (std::size_t at = open + 1; at < close;) {
      const std::size_t end = cell_end(at, close);
      const bool indented = environment == "cases" && row_begins && end == at && end < close && character(end) == U'&';
      read_cell(at, end);
      row_begins = end < close && character(end) == U'@';
      if (row_begins) {
        put_command("\\", end);
      } else if (end < close && !indented) {
        copy(end);
      }
      at = end + 1;
    }
    if (stack) {
      put_brace(U'}', close);
    } else {
      put_name("end", close);
    }
  }

  // E=mc²#(1): what is behind the # is a number.
  void read_cell(std::size_t at, std::size_t end) {
    std::size_t number = at;
    while (number < end && character(number) != U'#')
      number = partner_[number] < end ? partner_[number] + 1 : number + 1;
    read(at, number);
    if (number >= end) return;
    put_command("tag", number);
    put_brace(U'{', number);
    for (std::size_t i = number + 1; i < end; ++i) copy(i);
    put_brace(U'}', end);
  }

  const Tokens& in_;
  const std::vector<std::uint32_t> partner_;  // of a bracket that opens
  const bool latex_;                          // so that braces group
  Tokens out_;
  int depth_ = 0, scripts_ = 0;  // how many brackets and scripts are around what is read
};

}  // namespace

bool is_unicode_math(const TokenList& list) {
  const auto is_mark = [&](const Token& token) {
    if (token.kind != TokenKind::Character) return false;
    return kMarks.find(token.character) != std::u32string_view::npos ||
           (!list.latex && is_word_italic(token.character));
  };
  return std::any_of(list.tokens.begin(), list.tokens.end(), is_mark);
}

void read_unicode_math(TokenList& list) { list.tokens = Reader(list).run(); }

}  // namespace sixiang::math
