#include "math/unicode_math_marks.h"

#include "math/characters.h"

namespace sixiang::math {

std::vector<std::uint32_t> pair_unicode_math(const std::vector<Token>& tokens) {
  std::vector<std::size_t> open;
  std::vector<std::uint32_t> partner(tokens.size(), kNoPartner);
  const auto character = [&](std::size_t at) {
    return tokens[at].kind == TokenKind::Character ? tokens[at].character : 0;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const char32_t c = character(i);
    if (c == U'〖' || c == U'├' || closing_bracket(c)) open.push_back(i);
    if (c != U'〗' && c != U'┤' && !is_closing_bracket(c)) continue;
    const auto fits = [&](std::size_t each) {
      if (c == U'┤') return character(each) != U'〖';
      return (c == U'〗') == (character(each) == U'〖') && character(each) != U'├';
    };
    const auto deepest = open.rbegin() + std::ptrdiff_t(std::min<std::size_t>(open.size(), kDeepest));
    const auto found = std::find_if(open.rbegin(), deepest, fits);
    if (found == deepest) continue;
    partner[*found] = std::uint32_t(i);
    open.erase(std::prev(found.base()), open.end());
  }
  return partner;
}

}  // namespace sixiang::math
