#include "brief/quotes.h"

#include <algorithm>

#include "brief/icons.h"

namespace sixiang::brief {

namespace {

constexpr View kOpening = U"“「『\"〝", kClosing = U"”」』\"〞";

// Characters; one that does not close by then opens none.
constexpr std::size_t kLongestQuote = 400;

struct RoleWord {
  View word;
  SaidAs as;
};
constexpr RoleWord kRoles[] = {
    {U"formula", SaidAs::Key},
    {U"equation", SaidAs::Key},
    {U"key formula", SaidAs::Key},
    {U"公式", SaidAs::Key},
    {U"keyword", SaidAs::Keyword},
    {U"keywords", SaidAs::Keyword},
    {U"关键词", SaidAs::Keyword},
    {U"tag", SaidAs::Tag},
    {U"tags", SaidAs::Tag},
    {U"标签", SaidAs::Tag},
    {U"badge", SaidAs::Badge},
    {U"徽章", SaidAs::Badge},
    {U"sublabel", SaidAs::Detail},
    {U"sub-label", SaidAs::Detail},
    {U"副标签", SaidAs::Detail},
    {U"detail", SaidAs::Detail},
    {U"small", SaidAs::Detail},
    {U"smaller", SaidAs::Detail},
    {U"note", SaidAs::Detail},
    {U"小字", SaidAs::Detail},
    {U"subtitle", SaidAs::Subtitle},
    {U"副标题", SaidAs::Subtitle},
    {U"subhead", SaidAs::Subtitle},
    {U"title", SaidAs::Title},
    {U"heading", SaidAs::Title},
    {U"headline", SaidAs::Title},
    {U"标题", SaidAs::Title},
    {U"number", SaidAs::Figure},
    {U"figure", SaidAs::Figure},
    {U"big number", SaidAs::Figure},
    {U"数字", SaidAs::Figure},
    {U"code", SaidAs::Code},
    {U"代码", SaidAs::Code},
    {U"second arrow", SaidAs::Second},
    {U"another arrow", SaidAs::Second},
};

// The role that the words before a quote name last.
SaidAs role_of(View words, SaidAs otherwise) {
  const Text low = folded(trimmed(words, U",，;；:：+&、"));
  SaidAs role = otherwise;
  std::size_t best = 0, length = 0;
  for (const RoleWord& entry : kRoles) {
    const std::optional<Extent> found = find_word(low, entry.word);
    if (found && (found->end > best || (found->end == best && entry.word.size() > length))) {
      role = entry.as;
      best = found->end;
      length = entry.word.size();
    }
  }
  return role;
}

void add_icons(std::vector<SaidLabel>& labels, View words) {
  for (const Extent piece : split(words, U",，;；")) {
    if (const Text icon = icon_phrase(slice(words, piece)); !icon.empty())
      labels.push_back({icon, SaidAs::Icon, false});
  }
}

}  // namespace

std::optional<Quote> first_quote(View text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    const std::size_t kind = kOpening.find(text[i]);
    if (kind == View::npos) continue;
    int depth = 0;
    const std::size_t end = std::min(text.size(), i + kLongestQuote);
    for (std::size_t k = i + 1; k < end; ++k) {
      if (text[k] == kClosing[kind] && depth-- == 0) return Quote{{i, k + 1}, {i + 1, k}};
      if (text[k] == kOpening[kind]) ++depth;
    }
  }
  return std::nullopt;
}

std::optional<Text> first_named(View text) {
  const std::optional<Quote> quote = first_quote(text);
  const std::size_t open = text.find(U'《');
  const std::size_t close = open == View::npos ? open : text.find(U'》', open);
  if (close != View::npos && (!quote || open < quote->outer.begin))
    return Text(text.substr(open + 1, close - open - 1));
  return quote ? std::optional(Text(trimmed(slice(text, quote->inner)))) : std::nullopt;
}

std::vector<Quote> quotes_of(View text) {
  std::vector<Quote> quotes;
  std::size_t at = 0;
  while (quotes.size() < 256) {
    const std::optional<Quote> quote = first_quote(text, at);
    if (!quote) break;
    quotes.push_back(*quote);
    at = quote->outer.end;
  }
  return quotes;
}

Text unquoted(View text) {
  const View whole = trimmed(text);
  const std::optional<Quote> quote = first_quote(whole);
  if (quote && quote->outer == Extent{0, whole.size()}) return Text(trimmed(slice(whole, quote->inner)));
  return Text(whole);
}

std::vector<SaidLabel> read_labels(View text) {
  std::vector<SaidLabel> labels;
  std::size_t done = 0;
  for (const Quote& quote : quotes_of(text)) {
    const View words = text.substr(done, quote.outer.begin - done);
    // Of what stands between two quotes, the last piece belongs to the second.
    const std::size_t comma = words.find_last_of(U",，;；");
    const View own = comma == View::npos ? words : words.substr(comma + 1);
    if (comma != View::npos) add_icons(labels, words.substr(0, comma));
    const Text label = Text(trimmed(slice(text, quote.inner)));
    if (!label.empty()) labels.push_back({label, role_of(own, SaidAs::Label), true});
    done = quote.outer.end;
  }
  if (done > 0) {
    add_icons(labels, text.substr(done));
    return labels;
  }
  for (const Extent piece : split(text, U",，;；")) {
    const View words = trimmed(slice(text, piece));
    if (const Text icon = icon_phrase(words); !icon.empty()) {
      labels.push_back({icon, SaidAs::Icon, false});
    } else {
      labels.push_back({Text(words), SaidAs::Label, false});
    }
  }
  return labels;
}

}  // namespace sixiang::brief
