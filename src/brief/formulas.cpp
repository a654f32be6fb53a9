#include "brief/formulas.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

constexpr View kRelations = U"=≤≥≈∝≠≡≜∈∉⊂⊆⊃⊇≪≫≃≅∼≐<>";
constexpr View kOperators = U"+-−–·×÷∗*/|‖±∓∘⊙⊗⊕∪∩∧∨→←↦⟶!'′^_";
constexpr View kLarge = U"∏∑∫∮√∛∇∂∞ΣΠ∀∃⊙‖ℝℕℤℚℂ𝔼ℓℏ";
constexpr View kFunctions[] = {
    U"min",  U"max",    U"log",     U"ln",      U"lg",  U"exp",  U"sin",  U"cos",  U"tan",  U"sup",  U"inf",
    U"lim",  U"argmax", U"argmin",  U"softmax", U"mod", U"det",  U"tr",   U"dim",  U"sgn",  U"sign", U"Pr",
    U"cov",  U"var",    U"avg",     U"mean",    U"erf", U"relu", U"ReLU", U"tanh", U"arg",  U"gcd",  U"deg",
    U"diag", U"rank",   U"sigmoid", U"Cov",     U"Var", U"KL",   U"ELBO", U"std",  U"dist", U"hash", U"sum",
};

bool is_greek(char32_t c) {
  return (c >= 0x1F00 && c <= 0x1FFF) || (c >= 0x391 && c <= 0x3C9) || c == 0x3D1 || c == 0x3D5 || c == 0x3F5;
}
bool is_script(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x209C) || (c >= 0x1D62 && c <= 0x1D6A) ||
         c == 0x2C7C || (c >= 0x1D2C && c <= 0x1D6A) || c == 0x2071;
}
bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }
bool is_letter(char32_t c) {
  return is_latin(c) || is_greek(c) || c == 0xBD || (c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF) ||
         (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0x2100 && c <= 0x214F);
}
bool is_operator(char32_t c) {
  return (c >= 0x2200 && c <= 0x22FF) || (c >= 0x27C0 && c <= 0x27EF) || (c >= 0x2A00 && c <= 0x2AFF);
}
bool is_in(View set, char32_t c) { return set.find(c) != View::npos; }

enum class Kind : std::uint8_t {
  Prose,  // a word that no formula has
  Sign,   // nothing but operators and relations
  Number,
  Name,      // of a quantity in several letters: GMV, ARPU; a formula's where others show that it is one
  Function,  // max, log
  Math,      // may be a part of a formula: x, h/p
  Evidence,  // must be
};

struct Chunk {
  Extent extent;
  Kind kind = Kind::Prose;
  bool has_relation = false, begins_with_sign = false, ends_with_sign = false;
  bool relation_has_sides = false;  // within the chunk
  bool is_long_word = false;
};

// What stands without a blank, but for those within brackets.
std::vector<Extent> chunks_of(View text) {
  std::vector<Extent> chunks;
  for (std::size_t i = 0; i < text.size();) {
    if (is_blank(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_blank(text[i])) {
      const std::optional<std::size_t> end = is_in(U"([{", text[i]) ? closing(text, i) : std::nullopt;
      i = end ? *end + 1 : i + 1;
    }
    chunks.push_back({begin, i});
  }
  return chunks;
}

bool is_function(View word) {
  return std::find(std::begin(kFunctions), std::end(kFunctions), word) != std::end(kFunctions);
}

// Of one chunk; what it is made of.
class ChunkReader {
 public:
  explicit ChunkReader(View text) : text_(text) {}

  Chunk read(Extent extent) {
    Chunk chunk;
    chunk.extent = extent;
    for (std::size_t i = extent.begin; i < extent.end;) {
      const char32_t c = text_[i];
      if (is_latin(c)) {
        i = take_word(i);
        is_all_signs_ = false;
        continue;
      }
      if (c == U'\\' && i + 1 < extent.end && is_latin(text_[i + 1])) {
        is_evident_ = true;
        while (i + 1 < extent.end && is_latin(text_[i + 1])) ++i;
        is_all_signs_ = false;
        ++i;
        continue;
      }
      if (is_digit(c)) has_digit_ = true;
      if (is_letter(c)) letters_ += is_greek(c) || c > 0xFF ? 1 : 0;
      if (is_greek(c) || (is_letter(c) && !is_latin(c) && c != 0xBD)) is_evident_ = is_evident_ || is_mathematical(c);
      if (is_script(c) && i > extent.begin &&
          (is_letter(text_[i - 1]) || text_[i - 1] == U')' || is_script(text_[i - 1]))) {
        is_evident_ = true;
      }
      if (is_mark(c) && i > extent.begin && is_letter(text_[i - 1])) is_evident_ = true;
      if (is_in(kLarge, c)) is_evident_ = true;
      if (c == U'^' && i > extent.begin && i + 1 < extent.end && is_digit(text_[i - 1])) is_evident_ = true;
      const bool is_relation = is_relation_at(extent, i);
      chunk.has_relation = chunk.has_relation || is_relation;
      if (is_relation && i > extent.begin && i + 1 < extent.end) chunk.relation_has_sides = true;
      is_all_signs_ = is_all_signs_ && (is_in(kRelations, c) || is_in(kOperators, c) || is_operator(c) || c == U'~');
      is_odd_ = is_odd_ || !(is_known(c) || is_relation);
      ++i;
    }
    chunk.begins_with_sign = is_sign(text_[extent.begin]) && !is_in(U"√∑∏∫|‖-−", text_[extent.begin]);
    if (text_[extent.begin] == U'-' && extent.end == extent.begin + 1) chunk.begins_with_sign = true;
    chunk.ends_with_sign = is_sign(text_[extent.end - 1]) && !is_in(U"!'′|‖*%", text_[extent.end - 1]);
    chunk.kind = kind_of(extent, chunk);
    chunk.is_long_word = has_word_;
    return chunk;
  }

 private:
  static bool is_sign(char32_t c) { return is_in(kRelations, c) || is_in(kOperators, c) || c == U'~'; }
  // Mathematical where it stands: not the µ of units, nor accented letters of names.
  static bool is_mathematical(char32_t c) { return is_greek(c) || c >= 0x2100 || c == U'µ'; }
  static bool is_known(char32_t c) {
    return is_letter(c) || is_digit(c) || is_script(c) || is_mark(c) || is_in(kOperators, c) || is_in(kRelations, c) ||
           is_in(kLarge, c) || is_operator(c) || is_in(U" ()[]{},.;:\\~…⋯½¼¾⌊⌋⌈⌉⟨⟩°", c);
  }
  bool is_relation_at(Extent extent, std::size_t i) const {
    const char32_t c = text_[i];
    if (c == U'~') {
      // Distributed as; between numbers it is a range, before one «about».
      return i == extent.begin ? extent.end == i + 1 : is_letter(text_[i - 1]) || text_[i - 1] == U')';
    }
    if (!is_in(kRelations, c)) return false;
    if (c == U'<' || c == U'>') {
      const bool is_arrow = i > 0 && (text_[i - 1] == U'-' || text_[i - 1] == U'=');
      const bool is_doubled = (i > 0 && text_[i - 1] == c) || (i + 1 < text_.size() && text_[i + 1] == c);
      return !is_arrow && !is_doubled;
    }
    const bool is_doubled =
        c == U'=' && ((i > 0 && text_[i - 1] == U'=') || (i + 1 < text_.size() && text_[i + 1] == U'='));
    return !is_doubled && !(c == U'=' && i + 1 < text_.size() && text_[i + 1] == U'>');
  }

  // A run of ASCII letters, with what tells a function, a quantity or a word.
  std::size_t take_word(std::size_t i) {
    std::size_t end = i;
    while (end < text_.size() && is_latin(text_[end])) ++end;
    const View word = text_.substr(i, end - i);
    const char32_t next = end < text_.size() ? text_[end] : U' ';
    const char32_t before = i > 0 ? text_[i - 1] : U' ';
    const bool is_call = next == U'(' || next == U'[';
    const bool is_subscript = before == U'_' || before == U'{' || before == U'^' || i < arguments_end_;
    if (is_call && closes_in_math(end)) arguments_end_ = std::max(arguments_end_, *closing(text_, end));
    if (word.size() == 1) {
      ++letters_;
      is_evident_ =
          is_evident_ || (is_call && closes_in_math(end)) || next == U'^' || (next == U'_' && has_script(end));
    } else if (is_function(word)) {
      has_function_ = true;
      is_evident_ = is_evident_ || (next == U'_' && has_script(end)) || (next == U'^');
    } else if (is_subscript) {
      // n_sold, avg(neighbors): what it belongs to has said what it is.
    } else if (is_call && closes_in_math(end) && word.size() <= 6) {
      has_function_ = true;
    } else if (is_mixed(word)) {
      has_name_ = true;
    } else if (is_all_capitals(word) && word.size() <= 6) {
      has_name_ = true;
    } else if (word.size() == 2 && (is_differential(word) || word[0] != folded(word[0]))) {
      has_name_ = true;
    } else if (next == U'_' && word.size() <= 5) {
      has_snake_ = true;
    } else {
      has_word_ = true;
    }
    return end;
  }
  // mIoU, mAP, pH.
  static bool is_mixed(View word) {
    return word.size() <= 6 && word[0] == folded(word[0]) && !is_all_capitals(word) &&
           std::any_of(word.begin(), word.end(), [](char32_t c) { return c != folded(c); });
  }
  static bool is_differential(View word) { return word[0] == U'd'; }
  // What stands behind `_` is a script: one letter, digits, braces, or a short word.
  bool has_script(std::size_t at) const {
    return at + 1 < text_.size() && (is_letter(text_[at + 1]) || is_digit(text_[at + 1]) || text_[at + 1] == U'{');
  }
  bool closes_in_math(std::size_t open) const {
    const std::optional<std::size_t> end = closing(text_, open);
    if (!end || *end == open + 1) return false;
    return !has_han(text_.substr(open, *end - open));
  }

  Kind kind_of(Extent extent, const Chunk& chunk) const {
    if (is_all_signs_) return Kind::Sign;
    if (is_odd_) return Kind::Prose;
    const View text = slice(text_, extent);
    if (is_evident_ && !(has_word_ && !chunk.has_relation && !has_bracketed_word(text))) return Kind::Evidence;
    if (has_word_ && is_fraction(text)) return Kind::Name;
    if (has_word_)
      return chunk.relation_has_sides && (letters_ > 0 || has_function_ || has_name_) ? Kind::Math : Kind::Prose;
    if (has_snake_) return chunk.has_relation ? Kind::Math : Kind::Name;
    if (letters_ > 0) return Kind::Math;
    if (has_function_) return Kind::Function;
    if (has_name_) return Kind::Name;
    return has_digit_ ? Kind::Number : Kind::Prose;
  }
  // ARPU/churn, TP/(TP+FN).
  bool is_fraction(View text) const {
    return (has_name_ || letters_ > 0) && contains(text, U"/") && !contains(text, U"-");
  }
  // λ·avg(neighbors): words within brackets are what a function is of.
  static bool has_bracketed_word(View text) {
    return contains(text, U"(") || contains(text, U"_") || contains(text, U"{");
  }

  View text_;
  std::size_t arguments_end_ = 0;  // of the function that was called last
  int letters_ = 0;
  bool is_all_signs_ = true;
  bool has_digit_ = false, has_function_ = false, has_name_ = false, has_snake_ = false, has_word_ = false;
  bool is_evident_ = false, is_odd_ = false;
};

// A run without Chinese and without what ends a sentence.
class RunReader {
 public:
  RunReader(View text, Extent run, std::vector<Extent>& found) : text_(text), run_(run), found_(found) {}

  void read() {
    for (const Extent extent : chunks_of(slice(text_, run_))) {
      ChunkReader reader(slice(text_, run_));
      chunks_.push_back(reader.read(extent));
    }
    for (std::size_t i = 0; i < chunks_.size();) {
      std::size_t end = i + 1;
      while (end < chunks_.size() && is_linked(end - 1)) ++end;
      try_chain(i, end);
      i = end;
    }
  }

 private:
  static bool is_operand(const Chunk& chunk) { return chunk.kind != Kind::Prose && chunk.kind != Kind::Sign; }
  bool is_linked(std::size_t i) const {
    const Chunk &left = chunks_[i], &right = chunks_[i + 1];
    if (i <= 1 && is_name_of_two(0)) return true;
    if (left.kind == Kind::Prose || right.kind == Kind::Prose) return is_linked_word(i);
    if (left.kind == Kind::Sign || right.kind == Kind::Sign || left.ends_with_sign || right.begins_with_sign)
      return true;
    if (left.kind == Kind::Evidence && is_in(kLarge, text_[run_.begin + left.extent.end - 1])) return true;
    if (left.kind == Kind::Function || right.kind == Kind::Function) return left.kind != Kind::Number;
    if (left.kind == Kind::Number || left.kind == Kind::Name || right.kind == Kind::Name) return false;
    return left.kind == Kind::Evidence && (right.kind == Kind::Evidence || right.kind == Kind::Math);
  }
  // «CLIP Score = cos(…)»: what the run begins with.
  bool is_name_of_two(std::size_t i) const {
    if (i != 0 || chunks_.size() < 4 || chunks_[2].kind != Kind::Sign || !chunks_[2].has_relation) return false;
    const View first = slice(text_, {run_.begin + chunks_[0].extent.begin, run_.begin + chunks_[0].extent.end});
    const View second = slice(text_, {run_.begin + chunks_[1].extent.begin, run_.begin + chunks_[1].extent.end});
    const bool is_math = chunks_[3].kind == Kind::Evidence || chunks_[3].kind == Kind::Function;
    return is_math && std::all_of(first.begin(), first.end(), is_latin) &&
           std::all_of(second.begin(), second.end(), is_latin) && first[0] != folded(first[0]) &&
           second[0] != folded(second[0]);
  }
  // «slot = …», «… / churn»: a word beside a sign, which a formula may have.
  bool is_linked_word(std::size_t i) const {
    const Chunk &left = chunks_[i], &right = chunks_[i + 1];
    const auto is_plain_word = [this](const Chunk& chunk) {
      const View word = slice(text_, {run_.begin + chunk.extent.begin, run_.begin + chunk.extent.end});
      return std::all_of(word.begin(), word.end(), is_latin) && word.size() <= 8;
    };
    if (left.kind == Kind::Prose && right.kind == Kind::Prose) return false;
    const Chunk& word = left.kind == Kind::Prose ? left : right;
    const Chunk& other = left.kind == Kind::Prose ? right : left;
    const bool is_first = i == 0 || chunks_[i - 1].kind == Kind::Sign;
    return is_plain_word(word) && other.kind == Kind::Sign && (left.kind != Kind::Prose || is_first);
  }

  void try_chain(std::size_t begin, std::size_t end) {
    const auto stands_alone = [this](std::size_t i) {
      const Chunk& chunk = chunks_[i];
      const bool is_minus = chunk.kind == Kind::Sign && chunk.extent.end == chunk.extent.begin + 1;
      return chunk.kind == Kind::Sign || is_minus;
    };
    while (begin < end && stands_alone(begin)) ++begin;
    while (begin < end && stands_alone(end - 1)) --end;
    if (begin >= end || !is_evident(begin, end)) return;
    Extent found{run_.begin + chunks_[begin].extent.begin, run_.begin + chunks_[end - 1].extent.end};
    found_.push_back(trim(found));
    if (found_.back().empty()) found_.pop_back();
  }

  bool is_evident(std::size_t begin, std::size_t end) const {
    bool has_math = false, has_evidence = false, relates = false, has_word = false, has_operator = false;
    std::size_t names = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Chunk& chunk = chunks_[i];
      has_evidence = has_evidence || chunk.kind == Kind::Evidence;
      has_math = has_math || chunk.kind == Kind::Math || chunk.kind == Kind::Function;
      names += chunk.kind == Kind::Name ? 1 : 0;
      has_word = has_word || chunk.kind == Kind::Prose;
      has_operator = has_operator || (chunk.kind == Kind::Sign && !chunk.has_relation);
      const bool has_sides = i > begin && i + 1 < end;
      const bool is_between = chunk.kind == Kind::Sign && has_sides;
      relates = relates || (chunk.has_relation &&
                            (chunk.relation_has_sides || is_between || (chunk.begins_with_sign && i > begin) ||
                             (chunk.ends_with_sign && i + 1 < end)));
    }
    if (has_evidence) return !has_word || relates;
    if (!relates) return false;
    if (has_math) return true;
    return names > (has_word ? 0u : 1u);
  }

  // Without what only joins it to the text around: an arrow, a relation without its other side, a comma.
  Extent trim(Extent found) const {
    const auto hangs = [](char32_t c) { return is_in(kRelations, c) || is_in(U"+·×÷/→←⟶,.;:~–", c); };
    while (!found.empty() && hangs(text_[found.begin])) ++found.begin;
    while (!found.empty() && (hangs(text_[found.end - 1]) || text_[found.end - 1] == U'-')) --found.end;
    while (!found.empty() && is_blank(text_[found.begin])) ++found.begin;
    while (!found.empty() && is_blank(text_[found.end - 1])) --found.end;
    return found;
  }

  View text_;
  Extent run_;
  std::vector<Extent>& found_;
  std::vector<Chunk> chunks_;
};

// Ends a run: Chinese, what ends a clause, quotes, code, emoji.
bool ends_run(View text, std::size_t i) {
  const char32_t c = text[i];
  if (is_han(c) || (c >= 0x3001 && c <= 0x303F) || is_in(U"“”‘’「」『』\"`。，；：！？、★☆✓✗↑↓", c)) return true;
  if (c >= 0x1F000) return c >= 0x1F300;
  if (c == U',' || c == U';') return i + 1 >= text.size() || is_blank(text[i + 1]);
  if (c == U':') return !(i + 1 < text.size() && text[i + 1] == U'=');
  if (c == U'.' || c == U'?') return i + 1 >= text.size() || is_blank(text[i + 1]);
  return false;
}

// Brackets that close within the run keep what would end it; those with Chinese in them end it.
void read_text(View text, std::size_t offset, std::vector<Extent>& found) {
  std::size_t begin = 0;
  const auto run = [&](std::size_t end) {
    std::vector<Extent> here;
    if (end > begin) RunReader(text, {begin, end}, here).read();
    for (const Extent extent : here) found.push_back({offset + extent.begin, offset + extent.end});
  };
  std::size_t budget = 4 * text.size() + 64;  // characters that closing() looks at
  for (std::size_t i = 0; i < text.size();) {
    const bool opens = is_in(U"([{", text[i]);
    const std::optional<std::size_t> end = opens && budget > 0 ? closing(text.substr(0, i + 400), i) : std::nullopt;
    budget -= opens ? std::min(budget, std::min<std::size_t>(400, text.size() - i)) : 0;
    if (end && !has_han(text.substr(i, *end - i)) && !contains(text.substr(i, *end - i), U"\"")) {
      i = *end + 1;
    } else if (end || opens || ends_run(text, i) || (is_in(U")]}", text[i]))) {
      run(i);
      begin = i + 1;
      ++i;
    } else {
      ++i;
    }
  }
  run(text.size());
}

}  // namespace

std::vector<Extent> find_formulas(View source) {
  const Text text = plain(source);
  std::vector<Extent> found;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t open = std::min(text.find(U'$', i), text.size());
    read_text(View(text).substr(i, open - i), i, found);
    if (open == text.size()) break;
    const std::size_t close = text.find(U'$', open + 1);
    if (close == Text::npos || close == open + 1) {
      i = open + 1;
      continue;
    }
    found.push_back({open, close + 1});
    i = close + 1;
  }
  return found;
}

namespace {

// What a label reads as markup and this text does not mean so.
void append_escaped(Text& label, View text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_markup =
        text[i] == U'$' || text[i] == U'\\' || (text[i] == U'=' && i + 1 < text.size() && text[i + 1] == U'=');
    if (is_markup) label += U'\\';
    label += text[i];
    if (text[i] == U'=' && is_markup) label += text[++i];
  }
}

bool says_something(View formula) {
  const Text text = plain(formula);
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return is_in(U"=≤≥≈∝∏∑∫<>", c); }) ||
         contains(text, U"min_") || contains(text, U"max_") || contains(text, U"→") || contains(text, U" ~ ");
}

}  // namespace

MarkedText mark_formulas(View text) {
  MarkedText marked;
  std::size_t done = 0;
  bool is_said = false;
  for (const Extent extent : find_formulas(text)) {
    append_escaped(marked.text, text.substr(done, extent.begin - done));
    const bool is_marked = text[extent.begin] == U'$';
    const Text formula = is_marked ? Text(slice(text, extent)) : U"$" + plain(slice(text, extent)) + U"$";
    marked.text += formula;
    is_said = is_said || says_something(formula);
    const View before = trimmed(text.substr(0, extent.begin)), behind = trimmed(text.substr(extent.end));
    const bool follows_lead = before.empty() || (plain(before.back()) == U':' && before.size() <= 24);
    if (follows_lead && behind.empty() && says_something(formula)) marked.is_statement = true;
    marked.has_formula = true;
    done = extent.end;
  }
  append_escaped(marked.text, text.substr(done));
  return marked;
}

bool is_formula(View text) {
  const View whole = trimmed(text);
  const std::vector<Extent> found = find_formulas(whole);
  return found.size() == 1 && found[0].begin == 0 && found[0].end == whole.size();
}

bool is_symbol(View source) {
  const Text text = plain(trimmed(source, U"$"));
  if (text.empty() || text.size() > 6 || !is_letter(text[0])) return false;
  if (text.size() > 1 && is_latin(text[1])) return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool is_subscript = text[i] == U'_' || text[i - 1] == U'_' || text[i] == U'^' || text[i - 1] == U'^';
    if (!is_subscript && !is_script(text[i]) && !is_mark(text[i]) && !is_in(U"'′*", text[i])) return false;
  }
  return true;
}

}  // namespace sixiang::brief
