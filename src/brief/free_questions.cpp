#include "brief/free_questions.h"

#include <algorithm>

#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr View kAsks[] = {U"问", U"判断", U"看看", U"ask", U"question", U"check"};
constexpr View kLeads[] = {U"到", U"去", U"走", U"指向", U"接", U"得出",  U"就是",
                           U"进", U"→",  U"->", U"lead", U"go", U"point", U"to"};
// Answers that need no quotes; the longest that a clause begins with.
constexpr View kAnswers[] = {U"不是", U"是",   U"否则", U"否",   U"没有", U"有",  U"不对",
                             U"对",   U"不会", U"会",   U"不能", U"能",   U"yes", U"no"};
constexpr std::size_t kLongestAnswer = 6;

// «，是就到», «; if no, go to»: the answer that it names.
View bare_answer(View words) {
  View rest = trimmed(words, U",，;；.。、");
  for (const View word : {U"如果", U"若", U"回答", U"if ", U"and "}) {
    if (begins_with(folded(rest), word)) rest = trimmed(rest.substr(word.size()));
  }
  View best;
  for (const View answer : kAnswers) {
    if (begins_with(folded(rest), answer) && answer.size() > best.size()) best = rest.substr(0, answer.size());
  }
  return best;
}

}  // namespace

std::optional<ToldQuestion> read_question_told(View sentence) {
  const std::vector<Quote> quotes = quotes_of(sentence);
  if (quotes.size() < 2) return std::nullopt;
  const View asked = trimmed(sentence.substr(0, quotes[0].outer.begin), U":：");
  if (asked.size() > 24 || !contains_any(folded(asked), kAsks)) return std::nullopt;
  ToldQuestion told;
  told.question = Text(trimmed(slice(sentence, quotes[0].inner)));
  std::size_t done = quotes[0].outer.end;
  Text answer;
  for (std::size_t i = 1; i < quotes.size(); ++i) {
    const View words = sentence.substr(done, quotes[i].outer.begin - done);
    const View inner = trimmed(slice(sentence, quotes[i].inner));
    done = quotes[i].outer.end;
    if (answer.empty() && i + 1 < quotes.size() && inner.size() <= kLongestAnswer && bare_answer(words).empty()) {
      answer = Text(inner);
      continue;
    }
    if (answer.empty()) answer = Text(bare_answer(words));
    if (answer.empty() || !contains_any(folded(words), kLeads)) return std::nullopt;
    told.ways.push_back({std::move(answer), Text(inner)});
    answer.clear();
  }
  return told.ways.empty() || !answer.empty() ? std::nullopt : std::optional(told);
}

std::optional<ToldText> read_text_told(View sentence) {
  const std::vector<Quote> quotes = quotes_of(sentence);
  if (quotes.size() != 2) return std::nullopt;
  const View before = trimmed(sentence.substr(0, quotes[0].outer.begin));
  const View between = sentence.substr(quotes[0].outer.end, quotes[1].outer.begin - quotes[0].outer.end);
  const bool writes = contains(between, U"写") || contains(between, U"加一句") || contains(between, U"注明") ||
                      holds_word(folded(between), U"write") || holds_word(folded(between), U"add");
  const bool is_of_arrow = contains(sentence, U"箭头") || contains(folded(sentence), U"arrow");
  if (before.size() > 12 || between.size() > 16 || !writes || is_of_arrow) return std::nullopt;
  return ToldText{Text(trimmed(slice(sentence, quotes[0].inner))), Text(trimmed(slice(sentence, quotes[1].inner)))};
}

}  // namespace sixiang::brief
