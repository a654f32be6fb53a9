#include "brief/free_questions.h"

#include <algorithm>

#include "brief/color_words.h"
#include "brief/free_fields.h"
#include "brief/free_parts.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr View kAsks[] = {U"问", U"判断", U"看", U"ask", U"question", U"check"};
constexpr View kLeads[] = {U"到", U"去", U"走", U"看", U"指向", U"接", U"得出",  U"就是", U"进",
                           U"→",  U"->", U"：", U":",  U"lead", U"go", U"point", U"to"};
// What an answer ends at: «不亮就看», «转 →», «if yes, go to».
constexpr View kBehindAnswer[] = {U"的话", U"就", U"则",  U"时",    U"→",     U"->",     U"，",
                                  U",",    U"：", U":",   U"看",    U"到",    U"去",     U"走",
                                  U"指",   U"接", U" go", U" then", U" lead", U" point", U" to"};
constexpr std::size_t kLongestAnswer = 8;

// The answer that stands before a quote without quotes of its own.
View bare_answer(View words) {
  View rest = trimmed(words, U",，;；.。、：:");
  for (const View word : {U"如果", U"要是", U"若", U"回答", U"and ", U"if "}) {
    if (begins_with(folded(rest), word)) rest = trimmed(rest.substr(word.size()));
  }
  const Text low = folded(rest);
  std::size_t end = low.size();
  for (const View word : kBehindAnswer) end = std::min(end, low.find(word));
  const View answer = trimmed(rest.substr(0, end), U"“”\"「」");
  return end < low.size() && answer.size() <= kLongestAnswer ? answer : View();
}

bool asks(View words, View inner) {
  const View before = trimmed(words, U",，:：");
  const bool is_question = plain(inner.back()) == U'?' || ends_with(inner, U"吗");
  constexpr View kOrder[] = {U"先", U"再", U"然后", U"最后", U"接着", U"首先", U"第", U"first", U"then", U"next"};
  if ((!begins_with_any(folded(before), kOrder) && !bare_answer(words).empty()) || before.size() > 24) return false;
  return before.empty() ? is_question : contains_any(folded(before), kAsks) && is_question;
}

// «：是 → 2，否 → 3», «是 → 流感».
void read_bare_ways(View text, std::vector<ToldQuestion::Way>& ways) {
  for (const Extent extent : split(text, U",，;；")) {
    const View clause = trimmed(slice(text, extent), U":：。.");
    const std::size_t arrow = clause.find_first_of(U"→⟶⇒");
    if (arrow == View::npos || arrow == 0 || arrow > kLongestAnswer + 1 || arrow + 1 >= clause.size()) return;
    const View target = trimmed(clause.substr(arrow + 1));
    if (target.empty() || target.size() > 24 || target.find_first_of(U"→⟶⇒") != View::npos) return;
    ways.push_back({Text(trimmed(clause.substr(0, arrow))), Text(target)});
  }
}

// The ways that a sentence tells, and the question that it begins with.
void read_sentence(View sentence, std::vector<ToldQuestion>& questions) {
  const std::vector<Quote> quotes = quotes_of(sentence);
  std::vector<ToldQuestion::Way> ways;
  std::size_t done = 0, first = 0;
  if (!quotes.empty()) {
    const View inner = trimmed(slice(sentence, quotes[0].inner));
    if (!inner.empty() && asks(sentence.substr(0, quotes[0].outer.begin), inner)) {
      questions.push_back({Text(inner), {}});
      done = quotes[0].outer.end;
      first = 1;
    }
  }
  if (questions.empty()) return;
  if (quotes.size() == first) {
    read_bare_ways(sentence.substr(done), ways);
    for (ToldQuestion::Way& way : ways) questions.back().ways.push_back(std::move(way));
    return;
  }
  Text answer;
  for (std::size_t i = first; i < quotes.size(); ++i) {
    const View words = sentence.substr(done, quotes[i].outer.begin - done);
    const View inner = trimmed(slice(sentence, quotes[i].inner));
    done = quotes[i].outer.end;
    if (answer.empty() && i + 1 < quotes.size() && inner.size() <= kLongestAnswer && bare_answer(words).empty()) {
      answer = Text(inner);
      continue;
    }
    if (answer.empty()) answer = Text(bare_answer(words));
    if (answer.empty() || inner.empty() || !contains_any(folded(words), kLeads)) return;
    ways.push_back({std::move(answer), Text(inner)});
    answer.clear();
  }
  for (ToldQuestion::Way& way : ways) questions.back().ways.push_back(std::move(way));
}

}  // namespace

std::vector<ToldQuestion> questions_told(View line) {
  std::vector<ToldQuestion> questions;
  for (const View sentence : sentences_of(line)) read_sentence(sentence, questions);
  const auto leads_nowhere = [](const ToldQuestion& question) { return question.ways.empty(); };
  questions.erase(std::remove_if(questions.begin(), questions.end(), leads_nowhere), questions.end());
  return questions;
}

std::optional<ToldText> read_text_told(View sentence) {
  const std::vector<Quote> quotes = quotes_of(sentence);
  // «“流感”：48 小时内吃抗病毒药».
  if (quotes.size() == 1 && quotes[0].outer.begin == 0) {
    const View behind = trimmed(sentence.substr(quotes[0].outer.end));
    const bool is_said = !behind.empty() && (plain(behind[0]) == U':' || behind[0] == U'—');
    if (!is_said || count_codes(behind) > 0) return std::nullopt;
    return ToldText{Text(trimmed(slice(sentence, quotes[0].inner))), Text(trimmed(behind, U":：—"))};
  }
  if (quotes.size() != 2) return std::nullopt;
  const View before = trimmed(sentence.substr(0, quotes[0].outer.begin));
  const View between = sentence.substr(quotes[0].outer.end, quotes[1].outer.begin - quotes[0].outer.end);
  const bool writes = contains(between, U"写") || contains(between, U"加一句") || contains(between, U"注明") ||
                      holds_word(folded(between), U"write") || holds_word(folded(between), U"add");
  const bool is_of_arrow = contains(sentence, U"箭头") || contains(folded(sentence), U"arrow");
  if (before.size() > 12 || between.size() > 16 || !writes || is_of_arrow) return std::nullopt;
  return ToldText{Text(trimmed(slice(sentence, quotes[0].inner))), Text(trimmed(slice(sentence, quotes[1].inner)))};
}

bool ToldTree::take(const Line& line) {
  const std::vector<ToldQuestion> questions = questions_told(line.text);
  for (const ToldQuestion& told : questions) {
    const std::size_t own = named(told.question, line.number);
    if (own < kMost && !line.ordinal.empty()) numbers_.emplace_back(line.ordinal, own);
    for (const ToldQuestion::Way& way : told.ways) {
      // «否 → 3»: the question of that number, which may come later.
      const bool is_number = std::all_of(way.target.begin(), way.target.end(), is_digit);
      const std::size_t target = is_number ? kMost : named(way.target, line.number);
      if (own >= kMost || (!is_number && target >= kMost)) continue;
      branches_.push_back({own, is_number ? way.target : sections_[target].head.reference, way.answer, line.number});
    }
  }
  return !questions.empty();
}

bool ToldTree::take_text(const Line& line) {
  const std::optional<ToldText> told = read_text_told(line.text);
  if (!told) return false;
  for (FreeSection& section : sections_) {
    if (section.title() != told->name) continue;
    section.lines.push_back(field_line(SectionField::Text, told->text, line.number));
    return true;
  }
  return false;
}

void ToldTree::settle() {
  for (TitledBranch& branch : branches_) {
    for (const auto& [number, section] : numbers_) {
      if (branch.to == number) branch.to = sections_[section].head.reference;
    }
  }
}

std::size_t ToldTree::named(const Text& title, int line) {
  const auto found = std::find_if(sections_.begin(), sections_.end(),
                                  [&title](const FreeSection& section) { return section.head.title == title; });
  if (found != sections_.end()) return std::size_t(found - sections_.begin());
  if (sections_.size() >= kMost) return kMost;
  FreeSection section;
  section.line = line;
  section.head.title = title;
  section.head.reference = folded(title);
  sections_.push_back(std::move(section));
  return sections_.size() - 1;
}

}  // namespace sixiang::brief
