#include "brief/arrows.h"

#include <algorithm>

#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr View kLongest[] = {U"<->", U"<=>", U"-->", U"==>", U"->", U"=>", U"→", U"⟶",
                             U"⇒",   U"➜",   U"➔",   U"➝",   U"↔",  U"⟷",  U"⇄", U"⇆"};

struct Sign {
  Extent extent;
  bool both_ways = false;
};

std::optional<Sign> sign_at(View text, std::size_t i) {
  for (const View sign : kLongest) {
    if (text.substr(i, sign.size()) != sign) continue;
    const bool both = sign[0] == U'<' || View(U"↔⟷⇄⇆").find(sign[0]) != View::npos;
    return Sign{{i, i + sign.size()}, both};
  }
  return std::nullopt;
}

std::vector<Sign> signs_of(View text) {
  std::vector<Sign> signs;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::optional<Sign> sign = sign_at(text, i)) {
      signs.push_back(*sign);
      i = sign->extent.end;
    } else {
      ++i;
    }
  }
  return signs;
}

bool is_bracketed(View text) {
  if (text.size() < 2 || plain(text[0]) != U'(') return false;
  const std::optional<std::size_t> end = closing(text, 0);
  return end && *end + 1 == text.size();
}
Text without_brackets(View text) { return Text(trimmed(text.substr(1, text.size() - 2))); }

std::size_t index_of(std::vector<Text>& terms, View term) {
  const auto found = std::find(terms.begin(), terms.end(), Text(term));
  if (found != terms.end()) return std::size_t(found - terms.begin());
  terms.push_back(Text(term));
  return terms.size() - 1;
}

// Behind the last term of a chain: «: 下一轮», «"没命中"», «(值得才读)».
struct Ending {
  Text term, name, rest;
};
Ending read_ending(View text) {
  Ending ending;
  if (const std::optional<Quote> quote = first_quote(text); quote && quote->outer.begin > 0) {
    ending.term = Text(trimmed(text.substr(0, quote->outer.begin), U":：,，"));
    ending.name = Text(slice(text, quote->inner));
    ending.rest = Text(trimmed(text.substr(quote->outer.end), U",，.。"));
    return ending;
  }
  if (const std::size_t colon = find_outside(text, U":："); colon != View::npos && colon > 0) {
    ending.term = Text(trimmed(text.substr(0, colon)));
    ending.name = Text(trimmed(text.substr(colon + 1)));
    return ending;
  }
  const std::size_t open = text.find_last_of(U"(（");
  if (open != View::npos && open > 0 && is_bracketed(text.substr(open)) && is_blank(text[open - 1])) {
    ending.term = Text(trimmed(text.substr(0, open)));
    ending.name = without_brackets(text.substr(open));
    return ending;
  }
  ending.term = Text(trimmed(text));
  return ending;
}

// «(加噪) x_T»: the name of the arrow before it; what is left is the term.
View take_name(View piece, Text& name) {
  if (piece.empty() || plain(piece[0]) != U'(') return piece;
  const std::optional<std::size_t> end = closing(piece, 0);
  if (!end || *end + 1 >= piece.size() || !is_blank(piece[*end + 1])) return piece;
  name = without_brackets(piece.substr(0, *end + 1));
  return trimmed(piece.substr(*end + 1));
}

// The last term may be several, all at one end: «real/fake»; «real/fake judgment» also says what both are.
struct Alternatives {
  std::vector<View> terms;
  View rest;
};
Alternatives alternatives(View term) {
  const std::size_t slash = find_outside(term, U"/");
  const bool parts = slash != View::npos && slash > 0 && slash + 1 < term.size() && !is_blank(term[slash - 1]) &&
                     find_outside(term, U"/", slash + 1) == View::npos && !contains(term, U"(") && !has_han(term);
  if (!parts) return {{term}, {}};
  const View second = trimmed(term.substr(slash + 1));
  const std::size_t blank = std::min(second.find(U' '), second.size());
  return {{trimmed(term.substr(0, slash)), second.substr(0, blank)}, trimmed(second.substr(blank))};
}

// «G(z)»: one capital and what it is of, one small letter.
std::optional<Extent> argument_of(View term) {
  const bool is_call = term.size() == 4 && term[0] >= U'A' && term[0] <= U'Z' && plain(term[1]) == U'(' &&
                       is_latin(term[2]) && plain(term[3]) == U')';
  return is_call ? std::optional(Extent{2, 3}) : std::nullopt;
}

// A chain of terms, each joined to the one before.
class ChainReader {
 public:
  explicit ChainReader(View text) : text_(text), signs_(signs_of(text)) {}

  std::optional<ArrowGraph> read() {
    if (signs_.empty()) return std::nullopt;
    for (std::size_t i = 0; i <= signs_.size(); ++i) {
      const View piece = piece_at(i);
      const bool is_between = i > 0 && i < signs_.size();
      if (is_between && is_bracketed(piece)) {
        name_ = without_brackets(piece);
      } else if (!take(i, piece)) {
        return std::nullopt;
      }
    }
    return std::move(graph_);
  }

 private:
  View piece_at(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : signs_[i - 1].extent.end;
    const std::size_t end = i == signs_.size() ? text_.size() : signs_[i].extent.begin;
    return trimmed(text_.substr(begin, end - begin), U",，;；");
  }

  // False where there is no term.
  bool take(std::size_t i, View piece) {
    const bool is_last = i == signs_.size();
    const Ending ending = is_last ? read_ending(piece) : Ending{Text(piece), {}, {}};
    const View term = i > 0 ? take_name(ending.term, name_) : View(ending.term);
    if (term.empty()) return false;
    // Behind a longer chain it is said of all of it.
    if (!ending.name.empty()) (graph_.terms.size() >= 2 ? graph_.rest : name_) = ending.name;
    if (!ending.rest.empty()) graph_.rest = ending.rest;
    if (i == 0 && signs_.size() == 1 && take_call(term)) return true;
    const Alternatives ends = is_last ? alternatives(term) : Alternatives{{term}, {}};
    if (!ends.rest.empty()) graph_.rest = Text(ends.rest);
    std::vector<std::size_t> here;
    for (const View end : ends.terms) here.push_back(index_of(graph_.terms, end));
    join_to(here, i > 0 ? signs_[i - 1] : Sign{});
    return true;
  }

  // What a function makes of something: z → G → fake.
  bool take_call(View term) {
    const std::optional<Extent> argument = argument_of(term);
    if (!argument) return false;
    const std::size_t input = index_of(graph_.terms, slice(term, *argument));
    const std::size_t function = index_of(graph_.terms, term.substr(0, 1));
    graph_.arrows.push_back({input, function, {}});
    last_ = {function};
    return true;
  }

  void join_to(const std::vector<std::size_t>& here, const Sign& sign) {
    for (const std::size_t from : last_) {
      for (const std::size_t to : here) {
        graph_.arrows.push_back({from, to, name_});
        if (sign.both_ways) graph_.arrows.push_back({to, from, {}});
      }
    }
    name_.clear();
    last_ = here;
  }

  View text_;
  std::vector<Sign> signs_;
  ArrowGraph graph_;
  std::vector<std::size_t> last_;  // the terms that the next ones are joined to
  Text name_;                      // of the arrow to them
};

// A term is short; a clause with a verb and marks is none.
bool is_term(View term) {
  if (term.size() > 28) return false;
  return find_outside(term, U",，。；;！？!?") == View::npos;
}

}  // namespace

bool has_arrow(View text) { return !signs_of(text).empty(); }

std::optional<ArrowGraph> read_arrows(View text) {
  std::optional<ArrowGraph> graph;
  const Text clean = replaced(text, U" and ", U" ; ");
  for (const Extent piece : split(clean, U";；")) {
    for (const Extent part : split(slice(clean, piece), U",，")) {
      const View words = trimmed(slice(slice(View(clean), piece), part), U".。");
      std::optional<ArrowGraph> chain = ChainReader(words).read();
      if (!chain) {
        if (!graph) return std::nullopt;
        graph->rest += (graph->rest.empty() ? U"" : U", ") + Text(words);
        continue;
      }
      if (!graph) {
        graph = std::move(chain);
      } else {
        join(*graph, *chain);
      }
    }
  }
  if (!graph || !std::all_of(graph->terms.begin(), graph->terms.end(), is_term)) return std::nullopt;
  return graph;
}

void join(ArrowGraph& graph, const ArrowGraph& other) {
  std::vector<std::size_t> places;
  for (const Text& term : other.terms) places.push_back(index_of(graph.terms, term));
  for (const Arrow& arrow : other.arrows) {
    const Arrow joined{places[arrow.from], places[arrow.to], arrow.text};
    const auto same = std::find_if(graph.arrows.begin(), graph.arrows.end(), [&](const Arrow& have) {
      return have.from == joined.from && have.to == joined.to && (have.text == joined.text || joined.text.empty());
    });
    if (same == graph.arrows.end()) graph.arrows.push_back(joined);
  }
  if (!other.rest.empty()) graph.rest += (graph.rest.empty() ? U"" : U", ") + other.rest;
}

}  // namespace sixiang::brief
