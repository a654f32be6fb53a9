#include "text/words.h"

#include <algorithm>

namespace sixiang {

namespace {

constexpr std::u32string_view kThirdCharacters = U"器机库率性化者员力式";
constexpr std::u32string_view kLeadingWords =
    U"在于从到至由向被将让但却以为是有用按见如约达超仅共每近比并再把还也都就之";
constexpr std::u32string_view kHardlyFirst = U"把被让但却还也都";  // of a word of two: 把‖分歧, seldom 让步
constexpr std::size_t kLongestWord = 3;

// How much more or less common than words of two characters, by a few hundred places in labels that were cut into words
// by hand.
constexpr double kSingleWeight = 0.05;
constexpr double kLeadingWeight = 0.2;       // 在
constexpr double kHardlyFirstWeight = 0.15;  // 把分
constexpr double kLedWeight = 1;             // 并给出: one with what it leads to
constexpr double kThirdWeight = 1.5;         // 编码器
constexpr double kTripleWeight = 0.15;
// At the beginning of a row of five: 内核‖缓冲区 is commoner than 总经理‖审批.
constexpr double kFirstTripleWeight = 0.09;
constexpr std::size_t kRowOfTwoWords = 5;

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

double weight(std::u32string_view row, std::size_t begin, std::size_t length) {
  const std::u32string_view word = row.substr(begin, length);
  if (length == 1) return is_leading_word(word[0]) ? kLeadingWeight : kSingleWeight;
  if (length == 2) return contains(kHardlyFirst, word[0]) ? kHardlyFirstWeight : 1;
  if (contains(kThirdCharacters, word.back())) return kThirdWeight;
  if (is_leading_word(word[0])) return kLedWeight;
  if (is_leading_word(word.back())) return kSingleWeight;
  return begin == 0 && row.size() <= kRowOfTwoWords ? kFirstTripleWeight : kTripleWeight;
}

}  // namespace

bool is_leading_word(char32_t c) { return contains(kLeadingWords, c); }

// Sums over all ways to cut the row into words, each as likely as the product of its words' weights.
std::vector<double> word_end_likelihoods(std::u32string_view row) {
  const std::size_t size = row.size();
  std::vector<double> before(size + 1, 0), behind(size + 1, 0);  // of the characters before and behind each place
  before[0] = behind[size] = 1;
  for (std::size_t end = 1; end <= size; ++end) {
    for (std::size_t length = 1; length <= std::min(end, kLongestWord); ++length) {
      before[end] += before[end - length] * weight(row, end - length, length);
    }
  }
  for (std::size_t begin = size; begin-- > 0;) {
    for (std::size_t length = 1; length <= std::min(size - begin, kLongestWord); ++length) {
      behind[begin] += weight(row, begin, length) * behind[begin + length];
    }
  }
  std::vector<double> likelihoods(size);
  for (std::size_t place = 0; place < size; ++place) likelihoods[place] = before[place] * behind[place] / before[size];
  return likelihoods;
}

}  // namespace sixiang
