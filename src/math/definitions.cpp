#include "math/definitions.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "math/alphabet.h"
#include "math/atoms.h"
#include "math/command_symbols.h"
#include "math/commands.h"
#include "math/math.h"
#include "math/parser.h"
#include "math/visit_rows.h"

namespace sixiang::math {
namespace {

enum class Way : std::uint8_t {
  NewCommand,
  Provide,
  Define,
  Operator,
  OperatorWithLimits,  // starred
  Let,
  Delimiters,
  DelimitersWithBody,   // number of arguments, delimiters, body
  DelimitersWithSides,  // the same with what stands before and behind
  Document,
  ProvideDocument
};

struct Definer {
  std::string_view name;
  Way way;
};
constexpr Definer kDefiners[] = {
    {"newcommand", Way::NewCommand},
    {"renewcommand", Way::NewCommand},
    {"DeclareRobustCommand", Way::NewCommand},
    {"providecommand", Way::Provide},
    {"def", Way::Define},
    {"gdef", Way::Define},
    {"edef", Way::Define},
    {"xdef", Way::Define},
    {"DeclareMathOperator", Way::Operator},
    {"let", Way::Let},
    {"DeclarePairedDelimiter", Way::Delimiters},
    {"DeclarePairedDelimiterX", Way::DelimitersWithBody},
    {"DeclarePairedDelimiterXPP", Way::DelimitersWithSides},
    {"NewDocumentCommand", Way::Document},
    {"RenewDocumentCommand", Way::Document},
    {"DeclareDocumentCommand", Way::Document},
    {"ProvideDocumentCommand", Way::ProvideDocument},
};

const Definer* find_definer(std::string_view name) {
  const auto* found = std::find_if(std::begin(kDefiners), std::end(kDefiners),
                                   [name](const Definer& each) { return each.name == name; });
  return found != std::end(kDefiners) ? found : nullptr;
}

bool is_prefix(std::string_view name) { return name == "global" || name == "long" || name == "outer"; }

struct Macro {
  std::string_view name;
  std::size_t parameters = 0;
  std::optional<Atoms> preset;  // of the first one, which then stands in […]
  Atoms body;
  bool starred = false;  // the first argument is a star or none
  bool sized = false;    // \abs*{…} and \abs[\big]{…} choose how tall its \left and \right are
};

// What stands for an argument that was not given, and for a star that was or was not; no source has them.
constexpr std::string_view kNoValue = "\\-no", kStar = "\\-star", kNoStar = "\\-unstarred";

bool is_mark(const Atom& atom) { return atom.text == kNoValue || atom.text == kStar || atom.text == kNoStar; }

Atoms mark(std::string_view text, SourceSpan typed) { return {{text, typed, false}}; }

}  // namespace

// Reads the source as a stack of atoms, as TeX does: a command's body is put back and read on.
class Expander {
 public:
  Expander(Atoms atoms, Expansion& into) : into_(into), rest_(std::move(atoms)) {
    std::reverse(rest_.begin(), rest_.end());
  }

  void run() {
    while (!rest_.empty()) {
      const Atom atom = rest_.back();
      if (atom.is_command() && !atom.final && (define() || expand() || decide())) continue;
      rest_.pop_back();
      if (!is_mark(atom)) write(atom);
    }
  }

 private:
  const Macro* find(std::string_view name) const {
    const auto found =
        std::find_if(macros_.rbegin(), macros_.rend(), [name](const Macro& each) { return each.name == name; });
    return found != macros_.rend() ? &*found : nullptr;
  }

  // A typed atom that follows another goes on with its piece.
  void write(const Atom& atom) {
    std::string& text = into_.text_;
    if (after_word_ && is_latin_letter(char32_t(static_cast<unsigned char>(atom.text[0])))) text.push_back(' ');
    after_word_ = atom.is_word();
    auto& pieces = into_.pieces_;
    Expansion::Piece* last = pieces.empty() ? nullptr : &pieces.back();
    const bool follows = last && last->length > 0 && last->begin + last->length == text.size() &&
                         last->typed.offset + last->length == atom.typed.offset;
    if (atom.was_typed && follows) {
      last->length += atom.text.size();
      last->typed.length = last->length;
    } else {
      pieces.push_back({text.size(), atom.typed, atom.was_typed ? atom.text.size() : 0});
    }
    text += atom.text;
  }

  std::size_t skip_spaces(std::size_t at) const {
    while (at < rest_.size() && ahead(at).is_space()) ++at;
    return at;
  }

  const Atom& ahead(std::size_t at) const { return rest_[rest_.size() - 1 - at]; }
  bool at_sign(std::size_t at, char c) const { return at < rest_.size() && ahead(at).is(c); }

  // The atoms ahead of {…}, […] or one atom at `at`, which goes behind it. nullopt where there is none.
  std::optional<Atoms> group(std::size_t& at, char open, char close) const {
    at = skip_spaces(at);
    if (!at_sign(at, open)) return std::nullopt;
    int depth = 0;
    for (std::size_t end = at; end < rest_.size(); ++end) {
      if (ahead(end).is('{') || ahead(end).is(open)) ++depth;
      if (ahead(end).is('}') || ahead(end).is(close)) --depth;
      if (depth > 0) continue;
      Atoms inside;
      for (std::size_t i = at + 1; i < end; ++i) inside.push_back(ahead(i));
      at = end + 1;
      return inside;
    }
    return std::nullopt;
  }

  std::optional<Atoms> argument(std::size_t& at) const {
    at = skip_spaces(at);
    if (at >= rest_.size() || ahead(at).is('}')) return std::nullopt;
    if (at_sign(at, '{')) return group(at, '{', '}');
    return Atoms{ahead(at++)};
  }

  // \x or {\x}.
  std::optional<std::string_view> command_name(std::size_t& at) const {
    const std::optional<Atoms> atoms = argument(at);
    if (!atoms) return std::nullopt;
    const Atom* only = nullptr;
    for (const Atom& atom : *atoms) {
      if (atom.is_space()) continue;
      if (only) return std::nullopt;
      only = &atom;
    }
    if (!only || !only->is_command()) return std::nullopt;
    return only->name();
  }

  static Atoms with_parameters(const Atoms& body) {
    Atoms result;
    for (std::size_t i = 0; i < body.size(); ++i) {
      const bool parameter = body[i].is('#') && i + 1 < body.size() && body[i + 1].text.size() == 1 &&
                             body[i + 1].text[0] >= '1' && body[i + 1].text[0] <= '9';
      if (!parameter) {
        result.push_back(body[i]);
        continue;
      }
      Atom atom = body[i];
      atom.text = std::string_view(body[i].text.data(), 2);
      result.push_back(atom);
      ++i;
    }
    return result;
  }

  static bool is_side(const Atom& atom) { return atom.text == "\\left" || atom.text == "\\right"; }

  // \IfBooleanTF{#1}{…}{…} and \IfNoValueTF, of an argument that says so: one of the two is put in its place.
  bool decide() {
    const Atom call = rest_.back();
    const bool boolean = call.text == "\\IfBooleanTF", value = call.text == "\\IfValueTF";
    if (!boolean && !value && call.text != "\\IfNoValueTF") return false;
    std::size_t at = 1;
    const std::optional<Atoms> test = argument(at);
    const std::optional<Atoms> yes = test ? argument(at) : std::nullopt, no = yes ? argument(at) : std::nullopt;
    const bool marked = test && test->size() == 1 && is_mark(test->front());
    if (!no || (boolean && !marked)) return false;
    const bool absent = marked && test->front().text == kNoValue;
    const bool holds = boolean ? test->front().text == kStar : absent != value;
    rest_.resize(rest_.size() - at);
    rest_.insert(rest_.end(), (holds ? yes : no)->rbegin(), (holds ? yes : no)->rend());
    return true;
  }

  static Atoms fixed(std::string_view text) { return atoms_of(text); }

  // \newcommand, \def… ahead: taken, if it is whole.
  bool define() {
    std::size_t at = 0;
    while (at < rest_.size() && ahead(at).is_command() && is_prefix(ahead(at).name())) at = skip_spaces(at + 1);
    if (at >= rest_.size() || !ahead(at).is_command()) return false;
    const Definer* definer = find_definer(ahead(at).name());
    if (!definer || find(definer->name)) return false;
    ++at;
    const bool starred = at_sign(skip_spaces(at), '*');
    if (starred) at = skip_spaces(at) + 1;
    const Way way = starred && definer->way == Way::Operator ? Way::OperatorWithLimits : definer->way;
    const std::optional<std::string_view> name = command_name(at);
    if (!name) return false;
    std::optional<Macro> macro = definition(way, at);
    if (!macro) return false;
    macro->name = *name;
    rest_.resize(rest_.size() - at);
    into_.applied_ = true;
    const bool known = find(*name) || find_command(*name) || find_command_symbol(*name);
    const bool provides = definer->way == Way::Provide || definer->way == Way::ProvideDocument;
    if (!provides || !known) macros_.push_back(std::move(*macro));
    return true;
  }

  // {m}, {o m}, {O{x} m}, {s m}: a star and one optional argument may come first. What is more is not applied.
  static bool read_specification(const Atoms& letters, Macro& macro) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const Atom& letter = letters[i];
      if (letter.is_space() || letter.is('+')) continue;
      const bool given = letter.is('O') && i + 1 < letters.size() && letters[i + 1].is('{');
      const bool optional = letter.is('o') || given, star = letter.is('s');
      const std::size_t before = macro.starred ? 1 : 0;
      if (!letter.is('m') && !star && !optional) return false;
      if ((star && macro.parameters > 0) || (optional && macro.parameters > before)) return false;
      if (++macro.parameters > 9) return false;
      if (star) macro.starred = true;
      if (optional) macro.preset = given ? Atoms() : mark(kNoValue, letter.typed);
      if (!given) continue;
      for (i += 2; i < letters.size() && !letters[i].is('}'); ++i) macro.preset->push_back(letters[i]);
    }
    return true;
  }

  // The number of arguments in […]; nullopt where something else stands there.
  std::optional<std::size_t> count(std::size_t& at) const {
    const std::optional<Atoms> digits = group(at, '[', ']');
    if (!digits || digits->size() != 1 || !is_digit(char32_t(digits->front().text[0]))) return std::nullopt;
    return std::size_t(digits->front().text[0] - '0');
  }

  // \\DeclarePairedDelimiter\\abs{\\lvert}{\\rvert} and its kin.
  std::optional<Macro> delimiters(Way way, std::size_t& at) const {
    Macro macro;
    macro.sized = true;
    macro.parameters = 1;
    const bool sides = way == Way::DelimitersWithSides, more = sides || way == Way::DelimitersWithBody;
    if (more) {
      const std::optional<std::size_t> given = count(at);
      if (!given) return std::nullopt;
      macro.parameters = *given;
    }
    std::vector<Atoms> parts;  // before, open, close, behind, body
    for (std::size_t i = 0; i < 5; ++i) {
      const bool side = i == 0 || i == 3;
      if ((side && !sides) || (i == 4 && !more)) {
        parts.push_back(i == 4 ? fixed("#1") : Atoms());
        continue;
      }
      std::optional<Atoms> part = argument(at);
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    }
    append(macro.body, parts[0]);
    append(macro.body, fixed("\\left"));
    append(macro.body, parts[1]);
    append(macro.body, with_parameters(parts[4]));
    append(macro.body, fixed("\\right"));
    append(macro.body, parts[2]);
    append(macro.body, parts[3]);
    return macro;
  }

  std::optional<Macro> definition(Way way, std::size_t& at) const {
    Macro macro;
    std::optional<Atoms> body;
    if (way == Way::Let) {
      at = skip_spaces(at);
      if (at_sign(at, '=')) at = skip_spaces(at + 1);
      if (at >= rest_.size()) return std::nullopt;
      if (const Macro* same = ahead(at).is_command() ? find(ahead(at).name()) : nullptr) {
        ++at;
        return *same;
      }
      macro.body.push_back(ahead(at++));
      macro.body.back().final = true;
      return macro;
    }
    if (way == Way::Delimiters || way == Way::DelimitersWithBody || way == Way::DelimitersWithSides) {
      return delimiters(way, at);
    }
    if (way == Way::Define) {
      while (at + 1 < rest_.size() && ahead(at).is('#')) {
        ++macro.parameters;
        at = skip_spaces(at + 2);
      }
    } else if (way == Way::Document || way == Way::ProvideDocument) {
      const std::optional<Atoms> letters = group(at, '{', '}');
      if (!letters || !read_specification(*letters, macro)) return std::nullopt;
    } else if (way == Way::NewCommand || way == Way::Provide) {
      if (const std::optional<Atoms> count = group(at, '[', ']')) {
        if (count->size() != 1 || !is_digit(char32_t(count->front().text[0]))) return std::nullopt;
        macro.parameters = std::size_t(count->front().text[0] - '0');
        macro.preset = macro.parameters > 0 ? group(at, '[', ']') : std::nullopt;
      }
    }
    body = way == Way::Define ? group(at, '{', '}') : argument(at);
    if (!body) return std::nullopt;
    if (way == Way::Operator || way == Way::OperatorWithLimits) {
      append(macro.body, fixed(way == Way::OperatorWithLimits ? "\\operatorname*{" : "\\operatorname{"));
      append(macro.body, *body);
      append(macro.body, fixed("}"));
    } else {
      macro.body = with_parameters(*body);
    }
    return macro;
  }

  static void append(Atoms& to, const Atoms& atoms) { to.insert(to.end(), atoms.begin(), atoms.end()); }

  // A defined command ahead: its body is put in its place.
  bool expand() {
    const Atom call = rest_.back();
    const Macro* macro = find(call.name());
    if (!macro) return false;
    if (spent_ > kMaxCodePoints) return refuse(Problem::DefinitionTooLarge);
    std::size_t at = 1;
    Atoms size;
    if (macro->sized) {
      if (at_sign(skip_spaces(at), '*')) at = skip_spaces(at) + 1;
      size = group(at, '[', ']').value_or(Atoms());
    }
    std::vector<Atoms> arguments;
    if (macro->starred) {
      const bool there = at_sign(skip_spaces(at), '*');
      if (there) at = skip_spaces(at) + 1;
      arguments.push_back(mark(there ? kStar : kNoStar, call.typed));
    }
    if (macro->preset) arguments.push_back(group(at, '[', ']').value_or(*macro->preset));
    while (arguments.size() < macro->parameters) {
      std::optional<Atoms> next = argument(at);
      if (!next) return refuse(Problem::MissingArgument);
      arguments.push_back(std::move(*next));
    }
    if (call.was_typed && call.typed.offset >= outermost_.end) begin_outermost(at);
    SourceSpan typed = call.typed;
    if (call.was_typed && ahead(at - 1).typed.offset >= typed.offset) {
      const SourceSpan last = ahead(at - 1).typed;
      typed.length = last.offset + last.length - typed.offset;
    }
    if (call.depth >= kMaxNesting) return give_up();
    Atoms result;
    for (Atom atom : macro->body) {
      const std::size_t parameter = std::size_t(atom.parameter());
      if (parameter > 0 && parameter <= arguments.size()) {
        append(result, arguments[parameter - 1]);
      } else if (macro->sized && (atom.text == "\\delimsize" || (!size.empty() && is_side(atom)))) {
        append(result, size.empty() ? fixed("\\middle") : size);
      } else {
        atom.was_typed = false;
        atom.typed = typed;
        atom.depth = call.depth + 1;
        result.push_back(atom);
      }
      if (spent_ + result.size() > kMaxCodePoints) return give_up();
    }
    spent_ += result.size() + 1;
    rest_.resize(rest_.size() - at);
    rest_.insert(rest_.end(), result.rbegin(), result.rend());
    return true;
  }

  // The command ahead stays as it is.
  bool refuse(Problem problem) {
    const Atom call = rest_.back();
    into_.refusals_.push_back({std::string(call.name()), problem});
    rest_.pop_back();
    write(call);
    return true;
  }

  void begin_outermost(std::size_t count) {
    outermost_.call.assign(rest_.end() - std::ptrdiff_t(count), rest_.end());
    const SourceSpan last = outermost_.call.front().typed;
    outermost_.end = last.offset + last.length;
    outermost_.text = into_.text_.size();
    outermost_.pieces = into_.pieces_.size();
    outermost_.after_word = after_word_;
  }

  // What was typed stands there instead of all that has come out of it; from now on nothing is applied.
  bool give_up() {
    spent_ = kMaxCodePoints + 1;
    while (!rest_.empty() && (!rest_.back().was_typed || rest_.back().typed.offset < outermost_.end)) rest_.pop_back();
    rest_.insert(rest_.end(), outermost_.call.begin(), outermost_.call.end());
    into_.text_.resize(outermost_.text);
    into_.pieces_.resize(outermost_.pieces);
    after_word_ = outermost_.after_word;
    return refuse(Problem::DefinitionTooLarge);
  }

  Expansion& into_;
  Atoms rest_;  // the next one last
  std::vector<Macro> macros_;
  std::size_t spent_ = 0;
  // The typed command that is being applied, in whose place others may have come; and what had been written before it.
  struct {
    Atoms call;  // with its arguments, the first one last
    std::size_t end = 0, text = 0, pieces = 0;
    bool after_word = false;
  } outermost_;
  bool after_word_ = false;  // a command's name was written last: a letter behind it would go on with it
};

namespace {

bool has_definer(std::string_view source) {
  for (std::size_t i = source.find('\\'); i != std::string_view::npos; i = source.find('\\', i + 1)) {
    const std::string_view rest = source.substr(i + 1);
    const bool found = std::any_of(std::begin(kDefiners), std::end(kDefiners), [rest](const Definer& each) {
      return rest.substr(0, each.name.size()) == each.name;
    });
    if (found) return true;
  }
  return false;
}

}  // namespace

Expansion::Expansion(std::string_view source) : source_(source) {
  const bool doubled = source.find("\\\\") != std::string_view::npos;
  const bool commented = source.find('%') != std::string_view::npos;
  const bool defines = has_definer(source);
  if ((!doubled && !commented && !defines) || decode_utf8(source).size() > kMaxCodePoints) return;
  Atoms atoms = atoms_of(source);
  if (doubled) halve_backslashes(atoms, source, hints_);
  if (commented) leave_out_comments(atoms, hints_);
  applied_ = !hints_.empty();
  if (applied_ || defines) Expander(std::move(atoms), *this).run();
}

std::optional<Problem> Expansion::refused(std::string_view name) const {
  for (const Refusal& each : refusals_) {
    if (each.name == name) return each.problem;
  }
  return std::nullopt;
}

SourceSpan Expansion::typed(SourceSpan span) const {
  if (!applied() || pieces_.empty()) return applied() ? SourceSpan{} : span;
  const auto piece_at = [this](std::size_t at) -> const Piece& {
    const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                         [](std::size_t where, const Piece& piece) { return where < piece.begin; });
    return behind == pieces_.begin() ? *behind : *(behind - 1);
  };
  const Piece& first = piece_at(span.offset);
  const Piece& last = piece_at(span.offset + std::max<std::size_t>(span.length, 1) - 1);
  const auto within = [](const Piece& piece, std::size_t at) {
    return piece.typed.offset + std::min(at - piece.begin, piece.length);
  };
  const std::size_t end = span.offset + span.length;
  std::size_t from = first.length > 0 ? within(first, span.offset) : first.typed.offset;
  std::size_t to = last.length > 0 ? within(last, end) : last.typed.offset + last.typed.length;
  if (span.length == 0) to = from;
  // What a command swapped: from the first to the last of it.
  from = std::min({from, to, last.typed.offset < from && last.length == 0 ? last.typed.offset : from});
  return {from, std::max(from, to) - from};
}

void Expansion::restore_spans(Row& row) const {
  if (!applied()) return;
  for (Node& node : row) {
    node.span = typed(node.span);
    visit_rows(node, [this](Row& part) { restore_spans(part); });
  }
}

}  // namespace sixiang::math
