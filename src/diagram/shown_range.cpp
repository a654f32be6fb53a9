#include "diagram/shown_range.h"

#include <algorithm>
#include <array>

namespace sixiang {

namespace {

constexpr std::array<std::string_view, 9> kParting = {"-", "–", "—", "−", "~", "～", "〜", "到", "至"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes a number off the front; nullopt: there is none.
std::optional<float> take_number(std::string_view& text) {
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  float value = 0, place = 1;
  bool fraction = false;
  while (!text.empty() && (is_digit(text.front()) || (text.front() == '.' && !fraction))) {
    if (text.front() == '.') {
      fraction = true;
    } else if (fraction) {
      place /= 10;
      value += float(text.front() - '0') * place;
    } else {
      value = value * 10 + float(text.front() - '0');
    }
    text.remove_prefix(1);
  }
  return value;
}

void skip_spaces(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

bool take_parting(std::string_view& text) {
  for (std::string_view sign : kParting) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    return true;
  }
  return false;
}

}  // namespace

std::optional<ShownAmount> shown_amount(std::string_view text) {
  ShownAmount amount;
  const std::optional<float> least = take_number(text);
  if (!least) return std::nullopt;
  amount.least = amount.greatest = *least;
  std::string_view behind = text;
  skip_spaces(behind);
  if (take_parting(behind)) {
    skip_spaces(behind);
    const std::optional<float> greatest = take_number(behind);
    if (!greatest || *greatest < *least) return std::nullopt;
    amount.greatest = *greatest;
    text = behind;
  }
  skip_spaces(text);
  std::size_t end = text.size();
  for (std::string_view sign : {" ", "(", "（", ",", "，", ";", "；", "。"}) end = std::min(end, text.find(sign));
  amount.unit = text.substr(0, end);
  return amount;
}

std::optional<ShownRange> shown_range(std::string_view text) {
  while (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);
  const std::optional<float> least = take_number(text);
  skip_spaces(text);
  if (!least || !take_parting(text)) return std::nullopt;
  skip_spaces(text);
  const std::optional<float> greatest = take_number(text);
  if (!greatest || *least <= 0 || *least >= *greatest) return std::nullopt;
  return ShownRange{*least, *greatest};
}

}  // namespace sixiang
