#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "label/formula_tokens.h"
#include "math/math.h"

namespace sixiang {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Words of two letters that stand among formulas without being a product.
constexpr std::string_view kShortWords[] = {"am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is",
                                            "it", "me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "we"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }
bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// Addresses, paths, files, versions, members of objects, marks of other languages; `word` has no spaces.
bool is_name(std::string_view word) {
  for (const std::string_view sign : {"://", "@", "`", "#", "%", "\\_"}) {
    if (word.find(sign) != kNone) return true;
  }
  while (!word.empty() && (word.front() == '(' || word.front() == '"' || word.front() == '[')) word.remove_prefix(1);
  for (const std::string_view start : {"www.", "./", "../", "~/", "--", "\\\\"}) {
    if (begins_with(word, start)) return true;
  }
  if (word.size() > 1 && word[0] == '/' && is_letter(word[1])) return true;
  if (word.size() > 2 && is_letter(word[0]) && word[1] == ':' && (word[2] == '\\' || word[2] == '/')) return true;
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (word[i] != '.') continue;
    const bool is_file = is_letter(word[i + 1]) && (is_alphanumeric(word[i - 1]) || word[i - 1] == ')');
    const bool is_version = is_digit(word[i + 1]) && is_digit(word[i - 1]) && i > 1 && word[i - 2] == '_';
    if (is_file || is_version) return true;
  }
  return false;
}

// What lies between two of these signs, on whatever line.
std::vector<ByteRange> quoted_code(std::string_view text) {
  std::vector<ByteRange> ranges;
  for (std::size_t open = text.find('`'); open != kNone;) {
    const std::size_t close = text.find('`', open + 1);
    if (close == kNone) break;
    ranges.push_back({open, close + 1});
    open = text.find('`', close + 1);
  }
  return ranges;
}

// Words that are names, in order: they end at spaces and at Chinese.
std::vector<ByteRange> names(std::string_view text) {
  std::vector<ByteRange> ranges;
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end, std::size_t next) {
    if (is_name(text.substr(begin, end - begin))) ranges.push_back({begin, end});
    begin = next;
  };
  for (const CodePoint& c : decode_utf8(text)) {
    const bool ends = is_cjk(c.value) || (c.length == 1 && is_space(text[c.offset]));
    if (ends) end_word(c.offset, c.offset + c.length);
  }
  end_word(text.size(), text.size());
  return ranges;
}

void mark_prose(std::vector<FormulaToken>& tokens, const std::vector<ByteRange>& ranges) {
  std::size_t next = 0;
  for (FormulaToken& token : tokens) {
    while (next < ranges.size() && ranges[next].end <= token.range.begin) ++next;
    if (next < ranges.size() && overlap(token.range, ranges[next])) token.is_prose = true;
  }
}

class Judge {
 public:
  Judge(std::vector<FormulaToken>& tokens, std::string_view text) : tokens_(tokens), text_(text) {}

  void judge() {
    mark_prose(tokens_, names(text_));
    mark_prose(tokens_, quoted_code(text_));
    for (std::size_t i = 0; i < tokens_.size(); ++i) judge_token(i);
    pair_brackets();
  }

 private:
  std::string_view spelling(std::size_t i) const { return slice(text_, tokens_[i].range); }
  bool is(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
  bool is_apart(std::size_t i) const {
    return i >= tokens_.size() || is(i, TokenKind::Space) || is(i, TokenKind::Break) || is(i, TokenKind::Comma);
  }

  void judge_token(std::size_t i) {
    FormulaToken& token = tokens_[i];
    if (token.is_prose) return;
    switch (token.kind) {
      case TokenKind::Word:
        token.is_prose = !can_be_operand(i);
        return;
      case TokenKind::Script:
        judge_script(i);
        return;
      case TokenKind::Command:
        token.is_evidence = true;
        return;
      case TokenKind::Space:
      case TokenKind::Break:
      case TokenKind::Comma:
      case TokenKind::Number:
      case TokenKind::Symbol:
      case TokenKind::Mark:
      case TokenKind::Open:
      case TokenKind::Close:
      case TokenKind::Bar:
      case TokenKind::Operator:
        return;
    }
  }

  bool can_be_operand(std::size_t i) const {
    const std::string_view word = spelling(i);
    const std::size_t letters = tokens_[i].letters;
    if (letters == 1 || is(i + 1, TokenKind::Open) || is(i + 1, TokenKind::Script)) return true;
    if (letters > 2) return is_function(word);
    const bool stands_alone = is_apart(i - 1) && is_apart(i + 1);  // i - 1 is beyond the last where i is 0
    return !stands_alone || std::find(std::begin(kShortWords), std::end(kShortWords), word) == std::end(kShortWords);
  }

  // The operand that the script belongs to, past its marks and past a script of the other kind.
  std::size_t base_of(std::size_t i) const {
    std::size_t base = i - 1;
    while (is(base, TokenKind::Mark)) --base;
    return base;
  }

  void judge_script(std::size_t i) {
    FormulaToken& token = tokens_[i];
    const bool is_group =
        token.argument == ArgumentKind::Group ||
        (token.argument == ArgumentKind::None && is(i + 1, TokenKind::Open) && spelling(i + 1) == "(");
    const std::size_t base = base_of(i);
    const bool has_argument = is_group || token.argument != ArgumentKind::None;
    const char sign = text_[token.range.begin];
    token.is_prose = !has_argument || base >= tokens_.size() || !can_have_script(base, sign, is_group, token);
    if (token.is_prose) return;
    const bool is_clear = token.argument != ArgumentKind::Letters || has_clear_letters(i, sign);
    token.is_evidence = is_clear && !(sign == '_' && is_face(base, i));
  }

  bool can_have_script(std::size_t base, char sign, bool is_group, const FormulaToken& script) const {
    const FormulaToken& token = tokens_[base];
    if (token.is_prose) return false;
    switch (token.kind) {
      case TokenKind::Word:
        return sign == '^' ? token.letters <= 2 || is_function(spelling(base))
                           : can_have_subscript(base, is_group, script);
      case TokenKind::Number:
        return sign == '^';
      case TokenKind::Script:
        return text_[token.range.begin] != sign;
      case TokenKind::Close:
        return sign == '^' || spelling(base) != "}";
      case TokenKind::Symbol:
      case TokenKind::Command:
      case TokenKind::Bar:
        return true;
      case TokenKind::Space:
      case TokenKind::Break:
      case TokenKind::Comma:
      case TokenKind::Mark:
      case TokenKind::Open:
      case TokenKind::Operator:
        return false;
    }
    return false;
  }

  // Names are written so, too: `max_len`, `fc_1`.
  bool can_have_subscript(std::size_t base, bool is_group, const FormulaToken& script) const {
    const std::size_t letters = tokens_[base].letters;
    if (letters == 1) return true;
    if (letters == 2 && is_group) return true;
    if (spelling(base) == "log") return is_group || script.argument == ArgumentKind::Number;
    return is_function(spelling(base)) && (is_group || script.argument == ArgumentKind::Symbol);
  }

  // One letter; a transpose before what it multiplies; two indices.
  bool has_clear_letters(std::size_t i, char sign) const {
    const FormulaToken& token = tokens_[i];
    if (token.letters == 1) return true;
    const std::string_view letters = slice(text_, {token.range.begin + 1, token.range.end});
    if (sign == '^') return letters.front() == 'T' && token.letters == 2;
    return token.letters == 2 && letters != "in" && letters.find_first_not_of("ijklmn") == kNone;
  }

  // o_O, T_T, x_x, o_0
  bool is_face(std::size_t base, std::size_t i) const {
    constexpr std::string_view kEyes = "oO0";
    const std::string_view left = spelling(base),
                           right = slice(text_, {tokens_[i].range.begin + 1, tokens_[i].range.end});
    if (left.size() != 1 || right.size() != 1 || !is_letter(left[0])) return false;
    const bool are_eyes = kEyes.find(left[0]) != kNone && kEyes.find(right[0]) != kNone;
    return are_eyes || (left[0] | 0x20) == (right[0] | 0x20);
  }

  void pair_brackets() {
    struct Opened {
      std::size_t token = 0;
      bool is_formula = true;  // so far, what is in it
    };
    std::vector<Opened> opened;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const TokenKind kind = tokens_[i].kind;
      if (kind == TokenKind::Open) {
        opened.push_back({i, !tokens_[i].is_prose});
      } else if (kind == TokenKind::Close) {
        const bool matches = !opened.empty() && is_pair(opened.back().token, i);
        const bool is_formula = matches && opened.back().is_formula && opened.back().token + 1 < i;
        if (is_formula) tokens_[opened.back().token].partner = i;
        if (!is_formula) tokens_[i].kind = TokenKind::Break;
        if (matches) {
          if (!is_formula) tokens_[opened.back().token].kind = TokenKind::Break;
          opened.pop_back();
        }
        if (!is_formula && !opened.empty()) opened.back().is_formula = false;
      } else if ((tokens_[i].is_prose || kind == TokenKind::Break) && !opened.empty()) {
        opened.back().is_formula = false;
      }
    }
    for (const Opened& left : opened) tokens_[left.token].kind = TokenKind::Break;
    // A name before what are no arguments is a word.
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (tokens_[i].kind == TokenKind::Word && is(i + 1, TokenKind::Break) && !can_be_operand(i)) {
        tokens_[i].is_prose = true;
      }
    }
  }

  bool is_pair(std::size_t open, std::size_t close) const {
    const std::string_view opening = "([{", closing = ")]}";
    return opening.find(spelling(open)) == closing.find(spelling(close));
  }

  std::vector<FormulaToken>& tokens_;
  std::string_view text_;
};

}  // namespace

void judge_formula_tokens(std::vector<FormulaToken>& tokens, std::string_view text) { Judge(tokens, text).judge(); }

bool is_function(std::string_view word) {
  constexpr std::size_t kLongestName = 8;
  if (word.size() > kLongestName) return false;
  const math::Row tree = math::parse(word).tree;
  const math::Word* name = tree.size() == 1 ? std::get_if<math::Word>(&tree[0].content) : nullptr;
  return name && name->role == math::WordRole::Function;
}

}  // namespace sixiang
