#include "brief/chat_frame.h"

#include <algorithm>

#include "brief/aspect.h"
#include "brief/blocks.h"
#include "brief/free_fields.h"
#include "brief/free_parts.h"
#include "brief/page_kinds.h"

namespace sixiang::brief {

namespace {

constexpr View kOpenings[] = {U"好的",      U"当然",    U"没问题", U"可以的",     U"以下是", U"下面是",
                              U"这是为",    U"我为你",  U"为你",   U"收到",       U"sure",   U"certainly",
                              U"of course", U"here is", U"here's", U"absolutely", U"great"};
constexpr View kClosings[] = {U"如果你",    U"如果需要",    U"如需",   U"需要我",    U"需要的话",  U"要不要",
                              U"以上",      U"另外",        U"接下来", U"告诉我",    U"希望",      U"你也可以",
                              U"还可以",    U"let me know", U"if you", U"would you", U"feel free", U"want me",
                              U"hope this", U"小提示",      U"小贴士", U"tip:"};
// What a helper says of itself and of you.
constexpr View kTalk[] = {U"告诉我",         U"我可以",     U"我再",        U"帮你",     U"需要我", U"要不要",
                          U"随时",           U"对你有帮助", U"let me know", U"i can",    U"i'll",   U"feel free",
                          U"would you like", U"want me",    U"画图工具",    U"画图模型", U"提示词", U"image generator",
                          U"image model"};
// What it would do next, which no poster says.
constexpr View kOffers[] = {U"告诉我", U"我可以",  U"我还可以", U"我还能",        U"我再",        U"需要我",
                            U"要我",   U"我帮你",  U"我来",     U"我马上",        U"let me know", U"i can",
                            U"i'll",   U"i could", U"want me",  U"would you like"};

bool is_plain(const Line& line) {
  return !line.text.empty() && !line.rule && line.heading == 0 && line.marker == Marker::None && !line.field;
}

class Frame {
 public:
  explicit Frame(const std::vector<Line>& lines) : lines_(lines), end_(lines.size()) {
    take_marks();
    take_opening();
    take_offers();
    for (int paragraphs = 0; paragraphs < 3 && take_closing(); ++paragraphs) {
    }
  }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  // What its first words say of the page: «版面是三列的便当格，竖版 3:4».
  const std::vector<Line>& keys() const { return keys_; }

 private:
  // «———— 提示词开始 ————» and 结束.
  void take_marks() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Text low = folded(lines_[i].text);
      if (low.size() > 40) continue;
      const bool is_of_prompt = contains(low, U"提示词") || contains(low, U"prompt") || contains(low, U"正文");
      const bool begins = contains(low, U"开始") || contains(low, U"begin") || contains(low, U"start");
      const bool ends = contains(low, U"结束") || contains(low, U"end of") || contains(low, U"prompt end");
      if (is_of_prompt && begins && !ends) begin_ = i + 1;
      if (is_of_prompt && ends && !begins && i > begin_) {
        end_ = i;
        return;
      }
    }
  }
  std::size_t first_full(std::size_t i) const {
    while (i < end_ && lines_[i].text.empty() && !lines_[i].rule) ++i;
    return i;
  }
  void take_opening() {
    const std::size_t i = first_full(begin_);
    if (i >= end_ || !is_plain(lines_[i]) || lines_[i].text.size() > 200) return;
    if (!begins_with_any(folded(lines_[i].text), kOpenings)) return;
    const std::size_t next = first_full(i + 1);
    // A title in its first words is one: what follows must be parted from it.
    const bool is_parted = next > i + 1 || (next < end_ && (lines_[next].rule || lines_[next].heading > 0));
    if (!is_parted || next >= end_) return;
    begin_ = i + 1;
    for (const View sentence : sentences_of(lines_[i].text)) {
      if (read_aspect(sentence)) keys_.push_back(key_line(U"ASPECT", sentence, lines_[i].number));
      if (find_kind(folded(sentence))) keys_.push_back(key_line(U"LAYOUT", sentence, lines_[i].number));
    }
  }
  // Behind the last heading and rule: «如果需要，我还可以帮你：», and a list.
  void take_offers() {
    std::size_t first = end_;
    while (first > begin_ && !lines_[first - 1].rule && lines_[first - 1].heading == 0 &&
           !(lines_[first - 1].bold && lines_[first - 1].marker == Marker::None))
      --first;
    for (std::size_t i = first; i < end_; ++i) {
      const bool begins = i == begin_ || lines_[i - 1].text.empty();
      if (!begins || !is_plain(lines_[i]) || !begins_with_any(folded(lines_[i].text), kClosings)) continue;
      Text whole;
      for (std::size_t k = i; k < end_; ++k) whole += folded(lines_[k].text) + U' ';
      if (i > begin_ && contains_any(whole, kOffers)) end_ = i;
      return;
    }
  }
  // The last paragraph, where it speaks to the one who asked.
  bool take_closing() {
    std::size_t last = end_;
    while (last > begin_ && lines_[last - 1].text.empty()) --last;
    std::size_t first = last;
    while (first > begin_ && is_plain(lines_[first - 1])) --first;
    if (first == last || first == begin_) return false;
    Text whole;
    for (std::size_t i = first; i < last; ++i) whole += folded(lines_[i].text) + U' ';
    if (!begins_with_any(behind_pictures(whole), kClosings) || !contains_any(whole, kTalk)) return false;
    end_ = first;
    return true;
  }

  const std::vector<Line>& lines_;
  std::vector<Line> keys_;
  std::size_t begin_ = 0, end_;
};

}  // namespace

namespace {

// «备注（不上图）: …», «摘要（写给设计师，不上图）：…».
bool says_not_printed(View key) {
  const std::size_t open = key.find_first_of(U"(（");
  if (open == View::npos || open == 0) return false;
  constexpr View kWords[] = {U"不上图",      U"不印",         U"不要印",    U"不画",        U"不上画面",
                             U"不用放",      U"不放进",       U"不出现",    U"写给",        U"给你看",
                             U"not printed", U"do not print", U"not shown", U"for you only"};
  return contains_any(folded(key.substr(open)), kWords);
}

}  // namespace

std::vector<Line> without_reader_notes(const std::vector<Line>& lines, Report& report) {
  std::vector<Line> own;
  for (const Line& line : lines) {
    const View text = line.text;
    const bool is_italic = text.size() > 4 && text[0] == U'*' && text[1] != U'*' && text.back() == U'*';
    const bool is_bracketed =
        is_italic || (text.size() > 4 && plain(text[0]) == U'(' && closing(text, 0) == text.size() - 1);
    const std::optional<Field> field = is_bracketed ? read_field(text.substr(1, text.size() - 2)) : std::nullopt;
    const bool is_note = field && field->key.size() <= 8 &&
                         (ends_with(field->key, U"注") || ends_with(field->key, U"说明") ||
                          begins_with(field->key, U"给") || ends_with(field->key, U"提示"));
    if (const std::optional<Field> kept = read_field(text); kept && says_not_printed(kept->key)) {
      report.leave_out(line.number, text, is_note_to_reader());
    } else if (is_note) {
      report.leave_out(line.number, field->value, is_note_to_reader());
    } else {
      own.push_back(line);
    }
  }
  return own;
}

std::vector<Line> without_chat_frame(const std::vector<Line>& lines, Report& report) {
  const Frame frame(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < frame.begin() || i >= frame.end()) report.read(lines[i].number, "said round the brief");
  }
  std::vector<Line> own(lines.begin() + std::ptrdiff_t(frame.begin()), lines.begin() + std::ptrdiff_t(frame.end()));
  // A front matter is one at the very beginning only.
  if (frame.begin() > 0) {
    const auto full =
        std::find_if(own.begin(), own.end(), [](const Line& line) { return line.rule || !line.text.empty(); });
    if (full != own.end() && full->rule) own.erase(own.begin(), full + 1);
  }
  own.insert(own.begin(), frame.keys().begin(), frame.keys().end());
  return own;
}

}  // namespace sixiang::brief
