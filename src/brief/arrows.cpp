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

// A term of several, all at one end: «real/fake».
std::vector<View> alternatives(View term, bool is_last) {
  const std::size_t slash = find_outside(term, U"/");
  const bool parts = is_last && slash != View::npos && slash > 0 && slash + 1 < term.size() &&
                     !is_blank(term[slash - 1]) && find_outside(term, U"/", slash + 1) == View::npos &&
                     !contains(term, U"(") && !has_han(term);
  if (!parts) return {term};
  View second = trimmed(term.substr(slash + 1));
  // «real/fake judgment»: what both are.
  if (const std::size_t blank = second.find(U' '); blank != View::npos) second = second.substr(0, blank);
  return {trimmed(term.substr(0, slash)), second};
}

// «G(z)»: one capital and what it is of, one small letter.
std::optional<Extent> argument_of(View term) {
  const bool is_call = term.size() == 4 && term[0] >= U'A' && term[0] <= U'Z' && plain(term[1]) == U'(' &&
                       is_latin(term[2]) && plain(term[3]) == U')';
  return is_call ? std::optional(Extent{2, 3}) : std::nullopt;
}

std::optional<ArrowGraph> read_chain(View text) {
  const std::vector<Sign> signs = signs_of(text);
  if (signs.empty()) return std::nullopt;
  ArrowGraph graph;
  std::vector<std::size_t> last;
  Text name;
  bool both_ways = false;
  for (std::size_t i = 0; i <= signs.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : signs[i - 1].extent.end;
    const std::size_t end = i == signs.size() ? text.size() : signs[i].extent.begin;
    View piece = trimmed(text.substr(begin, end - begin), U",，;；");
    both_ways = i > 0 && signs[i - 1].both_ways;
    if (i > 0 && i < signs.size() && is_bracketed(piece)) {
      name = without_brackets(piece);
      continue;
    }
    Ending ending{Text(piece), {}, {}};
    if (i == signs.size()) ending = read_ending(piece);
    piece = i > 0 ? take_name(ending.term, name) : View(ending.term);
    if (piece.empty()) return std::nullopt;
    if (!ending.name.empty() && signs.size() > 1 && graph.terms.size() >= 2) {
      // Of a longer chain: said of all of it.
      graph.rest = ending.name;
    } else if (!ending.name.empty()) {
      name = ending.name;
    }
    if (!ending.rest.empty()) graph.rest = ending.rest;
    if (i == 0 && signs.size() == 1) {
      if (const std::optional<Extent> argument = argument_of(piece)) {
        // What a function makes of something: z → G → fake.
        const std::size_t input = index_of(graph.terms, slice(piece, *argument));
        const std::size_t function = index_of(graph.terms, piece.substr(0, 1));
        graph.arrows.push_back({input, function, {}});
        last = {function};
        continue;
      }
    }
    std::vector<std::size_t> here;
    for (const View term : alternatives(piece, i == signs.size())) here.push_back(index_of(graph.terms, term));
    for (const std::size_t from : last) {
      for (const std::size_t to : here) {
        graph.arrows.push_back({from, to, name});
        if (both_ways) graph.arrows.push_back({to, from, {}});
      }
    }
    name.clear();
    last = std::move(here);
  }
  return graph;
}

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
      std::optional<ArrowGraph> chain = read_chain(words);
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
