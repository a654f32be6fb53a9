#include <algorithm>
#include <string>
#include <string_view>

#include "text/cluster.h"
#include "text/units.h"

namespace sixiang {

namespace {

constexpr char32_t kBox = 0xFFFC;       // stands for a formula
constexpr std::size_t kMostSpaces = 2;  // between a number and its unit
constexpr std::size_t kLongestAnnouncingWord = 2;
constexpr std::size_t kLongestVariable = 3;  // lr, R²
constexpr std::size_t kLongestNamePart = 6;
constexpr std::size_t kLongestInBrackets = 14;
constexpr std::size_t kLongestUnitSymbol = 12;
constexpr std::u32string_view kInsideNumbers = U".,:";
constexpr std::u32string_view kBetweenNumbers = U"-–—−~～－×/:";
constexpr std::u32string_view kRangeSigns = U"-–—~～－";
constexpr std::u32string_view kNumberEnds = U"%％‰+＋kKMGB⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";  // 95%, 100+, 10k, 10⁸
constexpr std::u32string_view kUnitSigns = U"%％‰°℃℉";
constexpr std::u32string_view kRelations = U"=＝≠≈≥≤><~∼≪≫";
constexpr std::u32string_view kAnnouncingSigns = U"¥￥$€£±＋#№";
constexpr std::u32string_view kCountsOfFormulas = U"个种次步层维阶倍";
constexpr std::u32string_view kApproximations = U"多余来几";
constexpr std::u32string_view kNumerals = U"十百千万亿";
constexpr std::u32string_view kChineseDigits = U"〇零一二两三四五六七八九十百千万亿";
constexpr std::u32string_view kBeforeNoDigit = U"统唯单归专划之合";                     // 统一, 唯一, 单一
constexpr std::u32string_view kHardlyMeasureWords = U"角分面大元号点样方头维等级行度";  // 三角, 十分, 二维码
constexpr std::u32string_view kEndsOfTimes = U"初末底";
constexpr std::u32string_view kSlashes = U"/／";
constexpr std::u32string_view kOpeningBrackets = U"(（";
constexpr std::u32string_view kClosingBrackets = U")）";
constexpr std::u32string_view kNameDots = U"·‧・";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

bool is_han(char32_t c) { return character_class(c) == CharacterClass::Han && !is_digit(c); }

bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }

bool is_letter(char32_t c) { return character_class(c) == CharacterClass::Latin && !is_digit(c); }

// How a number may be a part of what stands before it.
enum class Announcement : std::uint8_t {
  None,
  Sign,     // ¥ 12.5
  Ordinal,  // 第 3
  Label,    // 图 3
  Noun,     // 步骤 3, unless it counts something itself
};

// Reads the paragraph once from left to right. Each function that reads something takes where it would begin and gives
// where it ends, the same place where it is not there.
class BondFinder {
 public:
  explicit BondFinder(std::vector<Cluster>& clusters) : clusters_(clusters) {
    text_.reserve(clusters.size());
    for (const Cluster& cluster : clusters) {
      const bool is_word = cluster.kind == ClusterKind::Box && cluster.character_class == CharacterClass::Latin;
      text_ += is_word ? kBox : cluster.base;
    }
  }

  std::vector<std::size_t> find() {
    for (std::size_t i = 0; i < text_.size();) {
      if (is_digit(text_[i])) {
        i = read_count(i);
      } else if (is_formula(i) || is_letter(text_[i])) {
        const std::size_t first = i;
        i = is_formula(i) ? read_count(i) : read_word(i);
        if (i - first <= kLongestVariable) join_relation(i);
      } else if (contains(kChineseDigits, text_[i])) {
        i = read_chinese_count(i);
      } else {
        if (contains(kSlashes, text_[i])) join_slash(i);
        if (contains(kOpeningBrackets, text_[i])) join_bracket(i);
        if (contains(kNameDots, text_[i])) join_name(i);
        ++i;
      }
    }
    return std::move(count_ends_);
  }

 private:
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : 0; }

  // A letter alone is one that was typed without dollars.
  bool is_formula(std::size_t i) const {
    return at(i) == kBox || (is_letter(at(i)) && !is_letter(at(i + 1)) && !is_digit(at(i + 1)) && !joins_word(i + 1));
  }

  std::u32string_view from(std::size_t i, std::size_t most) const {
    return std::u32string_view(text_).substr(std::min(i, text_.size()), most);
  }

  void join(std::size_t first, std::size_t last, BreakKind kind) {
    for (std::size_t i = first; i + 1 < last; ++i) clusters_[i].break_kind = std::max(clusters_[i].break_kind, kind);
  }

  std::size_t skip_spaces(std::size_t i) const {
    const std::size_t most = i + kMostSpaces;
    while (i < most && i < text_.size() && clusters_[i].kind == ClusterKind::Space) ++i;
    return i;
  }

  // Letters and digits with what joins them; a number at its end counts nothing (GPT-4, v2.1). A number after a name is
  // a part of it (Python 3).
  std::size_t read_word(std::size_t first) {
    std::size_t last = first;
    while (last < text_.size() && (is_letter(at(last)) || is_digit(at(last)) || joins_word(last))) ++last;
    const std::size_t number = skip_spaces(last);
    const bool is_name = is_capital(at(first)) && number > last && is_digit(at(number));
    if (is_name) join(last - 1, number + 1, BreakKind::LoneCharacter);
    return last;
  }

  bool joins_word(std::size_t i) const {
    return contains(U".-_'’/&+@:", at(i)) && (is_letter(at(i + 1)) || is_digit(at(i + 1)));
  }

  // A number or a formula with the word before it and the unit after it.
  std::size_t read_count(std::size_t first) {
    const bool is_number = is_digit(at(first));
    const std::size_t number_end = is_number ? read_number(first) : first + 1;
    join(first, number_end, BreakKind::InsideNumber);
    std::size_t last = number_end;
    while (is_number && contains(kNumberEnds, at(last))) ++last;
    if (is_number && is_letter(at(last))) return read_word(last);
    const Announcement by = announcement(first);
    const std::size_t unit = skip_spaces(last);
    std::size_t end = unit;
    if (by != Announcement::Label) end = is_number ? read_unit(unit) : read_unit_of_formula(unit);
    if (by != Announcement::None && (by != Announcement::Noun || end == unit)) join_announced(first);
    if (end == unit && last == number_end && is_number) end = read_whatever(unit, by);
    if (end == unit) return last;
    join(last - 1, unit + 1, BreakKind::BeforeMeasureWord);
    join(unit, end, BreakKind::InsideUnit);
    join_neighbours(first, end);
    count_ends_.push_back(end - 1);
    return end;
  }

  // p‖ < ‖0.05: a variable that ends at `end`, its relation and its number.
  void join_relation(std::size_t end) {
    const std::size_t sign = skip_spaces(end);
    std::size_t sign_end = sign;
    while (contains(kRelations, at(sign_end)) && sign_end < sign + 2) ++sign_end;
    std::size_t number = skip_spaces(sign_end);
    if (at(number) == U'-' || at(number) == U'−') ++number;
    if (sign_end > sign && is_digit(at(number))) join(end - 1, number + 1, BreakKind::BeforeNumber);
  }

  // 三十二个, 第三季度末. A digit may be in any word: it counts where a measure word follows or 第 is before it.
  std::size_t read_chinese_count(std::size_t first) {
    std::size_t digits_end = first;
    while (contains(kChineseDigits, at(digits_end))) ++digits_end;
    const char32_t previous = first > 0 ? at(first - 1) : 0;
    if (contains(kBeforeNoDigit, previous)) return digits_end;
    join(first, digits_end, BreakKind::InsideNumber);
    std::size_t end = digits_end + unit_word_length(from(digits_end, kLongestUnitWord));
    if (previous == U'第') join(first - 1, first + 1, BreakKind::BeforeNumber);
    if (previous != U'第' && end == digits_end) return digits_end;
    if (is_end_of_time(end)) ++end;
    if (end == digits_end + 1 && previous != U'第' && from(first, digits_end - first) == U"一") {
      join(first, end, BreakKind::LoneCharacter);  // 一条 is often just 条
      if (!contains(kHardlyMeasureWords, at(end - 1))) count_ends_.push_back(end - 1);
      return end;
    }
    if (end > digits_end) join(digits_end - 1, digits_end + 1, BreakKind::BeforeMeasureWord);
    join(digits_end, end, BreakKind::InsideUnit);
    if (!contains(kHardlyMeasureWords, at(end - 1))) count_ends_.push_back(end - 1);
    return end;
  }

  // 季度‖末, 3 月‖底
  bool is_end_of_time(std::size_t i) const {
    return i > 0 && contains(kEndsOfTimes, at(i)) && contains(U"年月周度纪", at(i - 1));
  }

  // 3, 1,200.5, 12:30, and two of them with a sign of a range or product between.
  std::size_t read_number(std::size_t i) const {
    while (i < text_.size()) {
      const std::size_t sign = skip_spaces(i), next = skip_spaces(sign + 1);
      const bool sign_inside = contains(kInsideNumbers, at(i)) || contains(kBetweenNumbers, at(i));
      if (is_digit(at(i)) || (sign_inside && is_digit(at(i + 1)))) {
        ++i;
      } else if (sign > i && next > sign + 1 && contains(kBetweenNumbers, at(sign)) && is_digit(at(next))) {
        i = next;
      } else {
        break;
      }
    }
    return i;
  }

  // 多年, 万次, kg, ％, 元/月, and /年 behind a per cent sign
  std::size_t read_unit(std::size_t first) const {
    if (contains(kSlashes, at(first))) return read_divisor(first);
    if (contains(kUnitSigns, at(first))) return first + 1;
    if (is_letter(at(first))) return read_unit_symbol(first);
    std::size_t i = first;
    while (contains(kNumerals, at(i)) || contains(kApproximations, at(i))) ++i;
    const std::size_t numeral_end = i;
    i += unit_word_length(from(i, kLongestUnitWord));
    if (i == numeral_end) return i > first && contains(kNumerals, at(i - 1)) ? i : first;
    return contains(kSlashes, at(i)) ? read_divisor(i) : i;
  }

  // Behind a formula a word may begin with nearly any measure word: 分布, 条件, 等于.
  std::size_t read_unit_of_formula(std::size_t first) const {
    if (is_letter(at(first))) return read_unit_symbol(first);
    const bool is_one = contains(kCountsOfFormulas, at(first)) && unit_word_length(from(first, kLongestUnitWord)) == 1;
    return is_one || contains(kUnitSigns, at(first)) ? first + 1 : first;
  }

  // After a slash: 月, 小时, 人/天, 百万 token
  std::size_t read_divisor(std::size_t slash) const {
    std::size_t i = slash;
    while (contains(kSlashes, at(i)) && is_han(at(i + 1))) i = divisor_end(i + 1);
    std::size_t last = skip_spaces(i);
    if (!contains(kNumerals, at(i - 1)) || !is_letter(at(last))) return i;
    while (is_letter(at(last))) ++last;
    return last;
  }

  // 月, 小时, 百万次, or whatever one character
  std::size_t divisor_end(std::size_t first) const {
    std::size_t i = first;
    while (contains(kNumerals, at(i))) ++i;
    i += unit_word_length(from(i, kLongestUnitWord));
    return std::max(i, first + 1);
  }

  std::size_t read_unit_symbol(std::size_t first) const {
    std::size_t last = first;
    while (last - first <= kLongestUnitSymbol && (is_letter(at(last)) || at(last) == U'°' || joins_word(last))) ++last;
    return is_unit_symbol(from(first, last - first)) ? last : first;
  }

  // A character that is no measure word we know: one where it stands alone before a mark, or behind 第. Else a word may
  // begin with it, which only stays rather.
  std::size_t read_whatever(std::size_t unit, Announcement by) {
    if (!is_han(at(unit)) || is_function_word(at(unit))) return unit;
    if (by == Announcement::Ordinal) return unit + 1;
    if (by == Announcement::Label || by == Announcement::Noun) return unit;
    if (!is_han(at(unit + 1))) return unit + 1;
    join(unit - 1, unit + 1, BreakKind::AfterCount);
    return unit;
  }

  std::u32string_view before(std::size_t end) const {
    const std::size_t length = std::min(end, kLongestAnnouncingWord);
    return from(end - length, length);
  }

  // What stands before the number or the formula at `first` and makes it a part of itself.
  Announcement announcement(std::size_t first) const {
    const std::size_t end = skip_spaces_back(first);
    if (end == 0) return Announcement::None;
    if (at(end - 1) == U'第') return Announcement::Ordinal;
    if (!is_digit(at(first)) && !is_capital(at(first))) return Announcement::None;
    const std::size_t length = announcing_word_length(before(end));
    if (length > 0) return length == 1 ? Announcement::Label : Announcement::Noun;
    const bool is_sign = contains(kAnnouncingSigns, at(end - 1)) || contains(kRelations, at(end - 1));
    return is_sign && is_digit(at(first)) ? Announcement::Sign : Announcement::None;
  }

  void join_announced(std::size_t first) {
    const std::size_t end = skip_spaces_back(first);
    const std::size_t length = std::max<std::size_t>(announcing_word_length(before(end)), 1);
    join(end - length, first + 1, BreakKind::BeforeNumber);
  }

  std::size_t skip_spaces_back(std::size_t i) const {
    const std::size_t least = i - std::min(i, kMostSpaces);
    while (i > least && clusters_[i - 1].kind == ClusterKind::Space) --i;
    return i;
  }

  // 显存‖24 GB, 2026 年‖11 月, 20℃～‖60℃
  void join_neighbours(std::size_t first, std::size_t last) {
    const std::size_t word_end = skip_spaces_back(first);
    if (word_end > 0 && is_han(at(word_end - 1))) join(word_end - 1, first + 1, BreakKind::BeforeCount);
    const std::size_t next = skip_spaces(last);
    const bool in_date = at(last - 1) == U'年' || at(last - 1) == U'月';
    if (in_date && is_digit(at(next))) join(last - 1, next + 1, BreakKind::AfterCount);
    if (contains(kRangeSigns, at(last)) && is_digit(at(last + 1))) join(last - 1, last + 2, BreakKind::InsideNumber);
  }

  // 元/月 without a number: two units, or a single character on one side (是/否).
  void join_slash(std::size_t slash) {
    if (slash == 0 || !is_han(at(slash - 1)) || !is_han(at(slash + 1))) return;
    const bool single_before = slash == 1 || !is_han(at(slash - 2));
    const bool single_after = !is_han(at(slash + 2));
    const std::size_t before = unit_before(slash);
    const std::size_t after = unit_word_length(from(slash + 1, kLongestUnitWord));
    if (!single_before && !single_after && (before == 0 || after == 0)) return;
    join(slash - std::max<std::size_t>(before, 1), read_divisor(slash), BreakKind::InsideUnit);
  }

  // 式‖(5), 图‖（3-1）
  void join_bracket(std::size_t bracket) {
    const std::size_t word_end = skip_spaces_back(bracket);
    const std::size_t length = announcing_word_length(before(word_end));
    std::size_t close = bracket + 1;
    while (is_digit(at(close)) || is_capital(at(close)) || contains(U".-–", at(close))) ++close;
    const bool is_number = close > bracket + 1 && contains(kClosingBrackets, at(close));
    if (length > 0 && is_number) join(word_end - length, bracket + 1, BreakKind::BeforeNumber);
    const std::size_t most = std::min(bracket + kLongestInBrackets + 2, text_.size());
    while (close < most && !contains(kClosingBrackets, at(close))) ++close;
    if (close < most) join(bracket, close + 1, BreakKind::InsideBrackets);
  }

  // The length of the longest unit that ends at `end`.
  std::size_t unit_before(std::size_t end) const {
    for (std::size_t length = std::min(end, kLongestUnitWord); length > 0; --length) {
      if (unit_word_length(from(end - length, length)) == length) return length;
    }
    return 0;
  }

  // 让·雅克·卢梭, not 编码·解码: a part ends beside a character that is in no name.
  void join_name(std::size_t dot) {
    if (dot == 0 || (!is_name_character(at(dot - 1)) && !is_name_character(at(dot + 1)))) return;
    if (!is_han(at(dot - 1)) || !(is_han(at(dot + 1)) || is_letter(at(dot + 1)))) return;
    std::size_t first = dot - 1, last = dot + 2;
    while (first > 0 && dot - first < kLongestNamePart && is_name_character(at(first - 1))) --first;
    while (last - dot <= kLongestNamePart && is_name_character(at(last))) ++last;
    join(first, dot, BreakKind::InsideName);
    join(dot, dot + 2, BreakKind::AfterNameDot);
    join(dot + 1, last, BreakKind::InsideName);
  }

  std::vector<Cluster>& clusters_;
  std::u32string text_;  // the clusters' characters
  std::vector<std::size_t> count_ends_;
};

}  // namespace

std::vector<std::size_t> find_bonds(std::vector<Cluster>& clusters) { return BondFinder(clusters).find(); }

}  // namespace sixiang
