#include "brief/page_kinds.h"

#include <algorithm>
#include <iterator>

namespace sixiang::brief {

namespace {

struct KindWord {
  View word;  // folded
  PageKind kind;
};

// In what a brief says of its layout, the first that is there speaks.
constexpr KindWord kLayoutWords[] = {
    {U"hub", PageKind::Hub},
    {U"spoke", PageKind::Hub},
    {U"中心辐射", PageKind::Hub},
    {U"辐射", PageKind::Hub},
    {U"bento", PageKind::Bento},
    {U"便当", PageKind::Bento},
    {U"timeline", PageKind::Timeline},
    {U"时间线", PageKind::Timeline},
    {U"时间轴", PageKind::Timeline},
    {U"chronolog", PageKind::Timeline},
    {U"decision tree", PageKind::Tree},
    {U"tree", PageKind::Tree},
    {U"决策树", PageKind::Tree},
    {U"树状", PageKind::Tree},
    {U"树形", PageKind::Tree},
    {U"comparison-matrix", PageKind::Table},
    {U"comparison matrix", PageKind::Table},
    {U"comparison table", PageKind::Table},
    {U"table", PageKind::Table},
    {U"表格", PageKind::Table},
    {U"对照表", PageKind::Table},
    {U"对比表", PageKind::Table},
    {U"一张大表", PageKind::Table},
    {U"ring", PageKind::Ring},
    {U"circular", PageKind::Ring},
    {U"cycle", PageKind::Ring},
    {U"cyclic", PageKind::Ring},
    {U"pentagon", PageKind::Ring},
    {U"hexagon", PageKind::Ring},
    {U"rotational", PageKind::Ring},
    {U"环形", PageKind::Ring},
    {U"一个环", PageKind::Ring},
    {U"a circle of", PageKind::Ring},
    {U"a ring of", PageKind::Ring},
    {U"成一圈", PageKind::Ring},
    {U"一个圈", PageKind::Ring},
    {U"围成圈", PageKind::Ring},
    {U"首尾相接", PageKind::Ring},
    {U"环状", PageKind::Ring},
    {U"循环", PageKind::Ring},
    {U"圆环", PageKind::Ring},
    {U"split", PageKind::Split},
    {U"two halves", PageKind::Split},
    {U"left and right halves", PageKind::Split},
    {U"side-by-side", PageKind::Split},
    {U"左右对比", PageKind::Split},
    {U"左右两", PageKind::Split},
    {U"对半", PageKind::Split},
    {U"columns", PageKind::Columns},
    {U"side by side", PageKind::Columns},
    {U"in one row", PageKind::Columns},
    {U"in a single row", PageKind::Columns},
    {U"next to each other", PageKind::Columns},
    {U"in a row", PageKind::Columns},
    {U"并列", PageKind::Columns},
    {U"并排", PageKind::Columns},
    {U"左右两栏", PageKind::Split},
    {U"排行", PageKind::Rows},
    {U"堆叠", PageKind::Rows},
    {U"叠放", PageKind::Rows},
    {U"三列", PageKind::Columns},
    {U"三栏", PageKind::Columns},
    {U"四栏", PageKind::Columns},
    {U"四列", PageKind::Columns},
    {U"五列", PageKind::Columns},
    {U"两列", PageKind::Columns},
    {U"一字排开", PageKind::Columns},
    {U"pipeline", PageKind::Pipeline},
    {U"process flow", PageKind::Pipeline},
    {U"flowchart", PageKind::Pipeline},
    {U"flow", PageKind::Pipeline},
    {U"assembly line", PageKind::Pipeline},
    {U"conveyor", PageKind::Pipeline},
    {U"relay", PageKind::Pipeline},
    {U"流程", PageKind::Pipeline},
    {U"流水线", PageKind::Pipeline},
    {U"箭头连", PageKind::Pipeline},
    {U"layered", PageKind::Rows},
    {U"layers", PageKind::Rows},
    {U"stacked", PageKind::Rows},
    {U"stack", PageKind::Rows},
    {U"shelves", PageKind::Rows},
    {U"pyramid", PageKind::Rows},
    {U"rows", PageKind::Rows},
    {U"分层", PageKind::Rows},
    {U"层叠", PageKind::Rows},
    {U"金字塔", PageKind::Rows},
    {U"自下而上", PageKind::Rows},
    {U"grid", PageKind::Grid},
    {U"matrix", PageKind::Grid},
    {U"quadrant", PageKind::Grid},
    {U"四宫格", PageKind::Grid},
    {U"四格", PageKind::Grid},
    {U"从上到下", PageKind::Rows},
    {U"从上往下叠", PageKind::Rows},
    {U"上下叠", PageKind::Rows},
    {U"宫格", PageKind::Grid},
    {U"网格", PageKind::Grid},
    {U"矩阵", PageKind::Grid},
    {U"四象限", PageKind::Grid},
};

// Where nothing else speaks: which way things go.
constexpr KindWord kDirectionWords[] = {
    {U"left-to-right", PageKind::Pipeline},
    {U"left to right", PageKind::Pipeline},
    {U"从左到右", PageKind::Pipeline},
    {U"clockwise", PageKind::Ring},
    {U"顺时针", PageKind::Ring},
};

// The type of the front matter; last of all.
constexpr KindWord kTypes[] = {
    {U"timeline", PageKind::Timeline},
    {U"flowchart", PageKind::Pipeline},
    {U"comparison", PageKind::Split},
    {U"framework", PageKind::Rows},
};

// At the beginning of a word: «ring» is none in «during».
std::size_t find_start(View text, View word) {
  for (std::size_t at = text.find(word); at != View::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool is_word = word.size() > 5 || end >= text.size() || !is_latin(text[end]) || text[end] == U's';
    if ((at == 0 || !is_latin(text[at - 1])) && is_word) return at;
  }
  return View::npos;
}

// «四个通栏横条», «三条横带»: several of them; one is at the foot.
bool has_bands(View text) {
  for (const View band : {U"横条", U"横带", U"横栏"}) {
    const std::size_t at = text.find(band);
    if (at == View::npos) continue;
    const View before = text.substr(at < 5 ? 0 : at - 5, std::min<std::size_t>(at, 5));
    const std::size_t unit = before.find_last_of(U"个条道层");
    if (unit == View::npos || unit == 0) continue;
    const std::size_t number = before.find_last_not_of(U" ", unit - 1);
    if (number != View::npos && View(U"两二三四五六七八23456789").find(before[number]) != View::npos) return true;
  }
  return false;
}

}  // namespace

namespace {

// «2x2 grid», «3×2».
int columns_of_product(View text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (View(U"x×*").find(text[i]) == View::npos || !is_digit(text[i - 1])) continue;
    const std::size_t next = text.find_first_not_of(U" ", i + 1);
    const bool is_alone = i < 2 || !is_digit(text[i - 2]);
    if (is_alone && next < text.size() && is_digit(text[next]) &&
        (next + 1 >= text.size() || !is_digit(text[next + 1]))) {
      return int(text[i - 1] - U'0');
    }
  }
  return 0;
}

int columns_of_words(View text) {
  struct Count {
    View word;
    int columns;
  };
  static constexpr Count kCounts[] = {{U"two columns", 2},
                                      {U"three columns", 3},
                                      {U"four columns", 4},
                                      {U"five columns", 5},
                                      {U"three equal columns", 3},
                                      {U"two equal columns", 2},
                                      {U"four equal columns", 4},
                                      {U"三列", 3},
                                      {U"四列", 4},
                                      {U"两列", 2},
                                      {U"五列", 5},
                                      {U"三栏", 3},
                                      {U"四栏", 4},
                                      {U"两栏", 2},
                                      {U"五栏", 5},
                                      {U"four quadrants", 2},
                                      {U"four equal quadrants", 2},
                                      {U"四宫格", 2},
                                      {U"四象限", 2},
                                      {U"分成四块", 2},
                                      {U"田字格", 2},
                                      {U"六宫格", 3},
                                      {U"九宫格", 3}};
  for (const Count& count : kCounts) {
    if (contains(text, count.word)) return count.columns;
  }
  return 0;
}

int columns_in_english(View text) {
  // «2 rows × 3 columns».
  if (const std::size_t at = text.find(U" columns");
      at != Text::npos && at > 0 && is_digit(text[at - 1]) && (at < 2 || !is_digit(text[at - 2])))
    return int(text[at - 1] - U'0');
  // «two by two» of panels; in digits above.
  for (const auto& [word, count] : {std::pair<View, int>{U"two", 2}, {U"three", 3}, {U"four", 4}}) {
    const std::size_t at = text.find(Text(word) + U"×");
    if (at == Text::npos || (at > 0 && is_latin(text[at - 1]))) continue;
    if (begins_with_any(text.substr(at + word.size() + 1), std::initializer_list<View>{U"two", U"three", U"four"}))
      return count;
  }
  // «two rows of three», «three across and two down».
  for (const auto& [word, count] : {std::pair<View, int>{U"two", 2}, {U"three", 3}, {U"four", 4}, {U"five", 5}}) {
    for (const View form : {U"rows of *", U"row of *", U"* across", U"* per row", U"* in each row"}) {
      const Text asked = replaced(form, U"*", word);
      if (contains(form, U"row of") && !find_word(text, U"rows")) continue;
      if (find_word(text, asked)) return count;
    }
  }
  // «Two rows, two modules in each».
  struct Each {
    View word;
    int columns;
  };
  for (const Each each : {Each{U"two", 2}, Each{U"three", 3}, Each{U"four", 4}}) {
    const std::size_t at = text.find(Text(U"rows, ") + Text(each.word) + U" ");
    if (at != Text::npos && contains(text.substr(at), U" in each")) return each.columns;
  }
  return 0;
}

int columns_in_chinese(View text) {
  // «2 列 × 3 行»; «第 2 列», «占 2 列» are of cards.
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != U'列' && text[i] != U'栏') continue;
    const std::size_t digit = text.find_last_not_of(U" ", i - 1);
    if (digit == Text::npos || text[digit] < U'2' || text[digit] > U'6') continue;
    const std::size_t before = digit == 0 ? Text::npos : text.find_last_not_of(U" ", digit - 1);
    if (before == Text::npos || (!is_digit(text[before]) && View(U"第占跨").find(text[before]) == View::npos))
      return int(text[digit] - U'0');
  }
  // «三个大栏», «四个竖列».
  constexpr View kNumbers = U"两三四五六";
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const std::size_t number = kNumbers.find(text[i]);
    if (number == View::npos || text[i + 1] != U'个') continue;
    const View behind = text.substr(i + 2, 2);
    if (behind.find_first_of(U"栏列") != View::npos) return int(number) + 2;
  }
  return 0;
}

}  // namespace

int columns_in(View source) {
  const Text text = replaced(folded(source), U" by ", U"×");
  for (const auto count : {columns_of_product, columns_of_words, columns_in_english, columns_in_chinese}) {
    if (const int columns = count(text); columns > 0) return columns;
  }
  return 0;
}

std::optional<PageKind> find_kind(View text) {
  const bool has_cells = columns_in(text) > 1;
  const View cells[] = {U"grid",  U"matrix", U"网格",    U"宫格",   U"格",   U"卡片", U"panels",
                        U"cards", U"tiles",  U"modules", U"blocks", U"四块", U"cells"};
  const bool names_cells =
      std::any_of(std::begin(cells), std::end(cells), [text](View word) { return contains(text, word); });
  if (contains(text, U"bento") || contains(text, U"便当")) return PageKind::Bento;
  // «中间一个圆，四周四张卡片».
  const bool is_around = contains(text, U"四周") || contains(text, U"周围") || contains(text, U"围着");
  if (is_around &&
      (contains(text, U"中间") || contains(text, U"中心") || contains(text, U"中央") || contains(text, U"正中")))
    return PageKind::Hub;
  if (has_cells && names_cells) return PageKind::Grid;
  if (has_bands(text)) return PageKind::Rows;
  std::optional<PageKind> kind;
  std::size_t best = View::npos;
  for (const KindWord& entry : kLayoutWords) {
    const std::size_t at = has_han(entry.word) ? text.find(entry.word) : find_start(text, entry.word);
    if (at >= best) continue;
    best = at;
    kind = entry.kind;
  }
  for (const KindWord& entry : kDirectionWords) {
    if (!kind && contains(text, entry.word)) kind = entry.kind;
  }
  return kind;
}

std::optional<PageKind> kind_of_type(View type) {
  const auto found =
      std::find_if(std::begin(kTypes), std::end(kTypes), [type](const KindWord& entry) { return entry.word == type; });
  return found == std::end(kTypes) ? std::nullopt : std::optional(found->kind);
}

}  // namespace sixiang::brief
