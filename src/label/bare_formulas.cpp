#include "label/bare_formulas.h"

#include <algorithm>

#include "label/formula_tokens.h"
#include "math/math.h"

namespace sixiang {

namespace {

constexpr std::size_t kMaxTries = 4 * kMaxBareFormulas;

enum class ChunkKind : std::uint8_t {
  Prose,
  Operator,  // nothing but signs
  Operand,   // may be a part of a formula
  Evidence,  // must be
};

// What stands without a space, but for those within brackets.
struct Chunk {
  ChunkKind kind = ChunkKind::Prose;
  std::size_t begin = 0, end = 0;  // tokens
  bool begins_with_sign = false, ends_with_sign = false;
  bool wants_operand = false;  // ends with what has one behind it: \log, ∇
  bool can_multiply = false;   // beside another one without a sign between them
  bool is_article = false;
  bool is_number = false;
  bool follows_break = false;  // nothing of the formula can be before it
};

constexpr std::string_view kPrefixes = "√∛∜∇∂∑∏∐∆∀∃";

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), tokens_(formula_tokens(text)) {
    judge_formula_tokens(tokens_, text);
  }

  std::vector<ByteRange> find() {
    split();
    std::size_t tries = 0;
    for (std::size_t i = 0; i < chunks_.size() && tries < kMaxTries && found_.size() < kMaxBareFormulas;) {
      const std::size_t end = chain_end(i);
      tries += try_chain(i, end) ? 1 : 0;
      i = end;
    }
    return std::move(found_);
  }

 private:
  bool is(std::size_t i, TokenKind kind) const { return tokens_[i].kind == kind; }
  std::string_view spelling(std::size_t i) const { return slice(text_, tokens_[i].range); }

  void split() {
    bool follows_break = true;
    for (std::size_t i = 0; i < tokens_.size();) {
      if (is(i, TokenKind::Break) || is(i, TokenKind::Comma)) {
        follows_break = true;
        ++i;
      } else if (is(i, TokenKind::Space)) {
        ++i;
      } else {
        Chunk chunk = read_chunk(i);
        chunk.follows_break = follows_break;
        follows_break = false;
        i = chunk.end;
        chunks_.push_back(chunk);
      }
    }
  }

  Chunk read_chunk(std::size_t begin) const {
    Chunk chunk;
    chunk.begin = begin;
    bool is_prose = false, has_evidence = false, has_operand = false;
    std::size_t i = begin, last = begin;
    while (i < tokens_.size() && !is(i, TokenKind::Break) && !is(i, TokenKind::Comma) && !is(i, TokenKind::Space)) {
      last = i;
      const std::size_t next = is(i, TokenKind::Open) ? tokens_[i].partner + 1 : i + 1;
      has_operand = has_operand || !(is(i, TokenKind::Operator) || is(i, TokenKind::Bar));
      for (; i < next; ++i) {
        is_prose = is_prose || tokens_[i].is_prose;
        has_evidence = has_evidence || tokens_[i].is_evidence;
      }
    }
    chunk.end = i;
    if (!is_prose) {
      chunk.kind = has_evidence ? ChunkKind::Evidence : has_operand ? ChunkKind::Operand : ChunkKind::Operator;
    }
    describe(chunk, last);
    return chunk;
  }

  void describe(Chunk& chunk, std::size_t last) const {
    const std::size_t first = chunk.begin;
    chunk.begins_with_sign = is(first, TokenKind::Operator);
    chunk.ends_with_sign = is(last, TokenKind::Operator);
    const bool is_word = is(last, TokenKind::Word);
    chunk.wants_operand = is(last, TokenKind::Command) ||
                          (is(last, TokenKind::Symbol) && kPrefixes.find(spelling(last)) != std::string_view::npos) ||
                          (is_word && tokens_[last].letters > 2);
    const bool is_one = chunk.end == first + 1;
    chunk.is_number = is_one && is(first, TokenKind::Number);
    const std::string_view word = spelling(first);
    chunk.is_article = is_one && (word == "a" || word == "A" || word == "I");
    chunk.can_multiply = chunk.kind == ChunkKind::Operand && !is(first, TokenKind::Number) && !chunk.begins_with_sign &&
                         !is(first, TokenKind::Bar);
  }

  bool is_linked_by_sign(std::size_t i) const {
    const Chunk &left = chunks_[i], &right = chunks_[i + 1];
    return left.kind == ChunkKind::Operator || right.kind == ChunkKind::Operator || left.ends_with_sign ||
           right.begins_with_sign;
  }

  // No word that would make the chunk before it one of its sentence.
  bool is_free_behind(std::size_t i) const {
    return i + 1 >= chunks_.size() || chunks_[i + 1].follows_break || chunks_[i + 1].kind != ChunkKind::Prose;
  }
  bool is_free_before(std::size_t i) const {
    return i == 0 || chunks_[i].follows_break || chunks_[i - 1].kind != ChunkKind::Prose;
  }
  bool follows_sign(std::size_t i) const { return i > 0 && !chunks_[i].follows_break && is_linked_by_sign(i - 1); }

  // Whether the chunk and the one behind it are of one formula, whose first chunk is `begin`.
  bool is_linked(std::size_t begin, std::size_t i) const {
    const Chunk &left = chunks_[i], &right = chunks_[i + 1];
    if (right.follows_break || left.kind == ChunkKind::Prose || right.kind == ChunkKind::Prose) return false;
    if (is_linked_by_sign(i)) return true;
    const bool is_left_sure = left.kind == ChunkKind::Evidence, is_right_sure = right.kind == ChunkKind::Evidence;
    if (is_left_sure && is_right_sure) return true;
    if (is_left_sure) return right.can_multiply && (left.wants_operand || is_free_behind(i + 1));
    if (is_right_sure) {
      const bool is_factor = left.is_article ? left.follows_break && spelling(left.begin) == "a" : left.can_multiply;
      return (is_factor && is_free_before(i)) || (left.is_number && follows_sign(i));
    }
    const bool multiply = left.can_multiply && right.can_multiply;
    return multiply && (left.wants_operand || (begin < i && is_free_behind(i + 1)));
  }

  std::size_t chain_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < chunks_.size() && is_linked(begin, end - 1)) ++end;
    return end;
  }

  // Of chunks [begin, end). True where it was read, whatever came of it.
  bool try_chain(std::size_t begin, std::size_t end) {
    const auto is_sign = [this](std::size_t i) { return chunks_[i].kind == ChunkKind::Operator; };
    while (begin < end && is_sign(begin)) ++begin;
    while (begin < end && is_sign(end - 1)) --end;
    const bool has_evidence =
        std::any_of(chunks_.begin() + std::ptrdiff_t(begin), chunks_.begin() + std::ptrdiff_t(end),
                    [](const Chunk& chunk) { return chunk.kind == ChunkKind::Evidence; });
    if (!has_evidence) return false;
    const ByteRange range = trimmed(chunks_[begin].begin, chunks_[end - 1].end);
    if (math::parse(slice(text_, range)).diagnostics.empty()) found_.push_back(range);
    return true;
  }

  // Tokens [begin, end) without the signs that join them to what is around; a minus of its own stays.
  ByteRange trimmed(std::size_t begin, std::size_t end) const {
    const auto is_own = [this](std::size_t i) {
      return spelling(i) == "-" || spelling(i) == "−" || spelling(i) == "±" || spelling(i) == "¬";
    };
    while (is(begin, TokenKind::Operator) && !is_own(begin)) ++begin;
    while (is(end - 1, TokenKind::Operator) || spelling(end - 1) == "!") --end;
    return {tokens_[begin].range.begin, tokens_[end - 1].range.end};
  }

  std::string_view text_;
  std::vector<FormulaToken> tokens_;
  std::vector<Chunk> chunks_;
  std::vector<ByteRange> found_;
};

}  // namespace

std::vector<ByteRange> find_bare_formulas(std::string_view text) {
  if (text.find_first_of("^_\\") == std::string_view::npos) return {};
  return Finder(text).find();
}

}  // namespace sixiang
