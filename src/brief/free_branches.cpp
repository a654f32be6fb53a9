#include "brief/free_branches.h"

#include "brief/color_words.h"
#include "brief/quotes.h"

namespace sixiang::brief {

std::optional<ToldBranch> read_branch(View sentence) {
  const std::size_t arrow = std::min(sentence.find(U"箭头"), folded(sentence).find(U"arrow"));
  const std::optional<Quote> answer = arrow == View::npos ? std::nullopt : first_quote(sentence, arrow);
  if (!answer || answer->outer.begin > arrow + 8) return std::nullopt;
  ToldBranch branch;
  branch.answer = Text(trimmed(slice(sentence, answer->inner)));
  branch.rest = Text(sentence.substr(answer->outer.end));
  const std::vector<Quote> quotes = quotes_of(branch.rest);
  for (const Quote& quote : quotes) {
    const Text text(trimmed(slice(branch.rest, quote.inner)));
    if (branch.leaf.empty()) {
      if (quote.outer.begin > 16) return std::nullopt;
      branch.leaf = text;
    } else {
      branch.notes.push_back(text);
    }
  }
  const std::optional<SaidColor> color = find_color(branch.rest);
  if (color && color->color) branch.fill = Text(slice(View(branch.rest), color->extent));
  return branch;
}

View target_behind(View text) {
  const std::size_t colon = find_outside(text, U":：");
  return colon != View::npos && colon <= 8 ? trimmed(text.substr(colon + 1)) : trimmed(text);
}

std::optional<LedBranch> read_led_branch(View text) {
  if (text.empty() || View(U"→⟶⇒").find(text[0]) == View::npos) return std::nullopt;
  const View rest = trimmed(text.substr(1));
  const View target = target_behind(rest);
  if (target.empty() || target.size() == rest.size()) return std::nullopt;
  return LedBranch{Text(trimmed(rest.substr(0, find_outside(rest, U":：")))), Text(target)};
}

}  // namespace sixiang::brief
