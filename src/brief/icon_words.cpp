#include "brief/icon_words.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "icon/icon.h"

namespace sixiang::brief {

namespace {

// How a thing is drawn, or how much of it: never what it is.
constexpr std::string_view kAdjectives[] = {
    "a",       "an",    "the",   "small", "tiny",    "little",  "simple",  "mini",  "big",   "round",  "bold", "line",
    "lines",   "flat",  "cute",  "one",   "two",     "front",   "top",     "style", "shape", "shaped", "icon", "icons",
    "minimal", "large", "its",   "stack", "stacked", "pile",    "pair",    "set",   "piece", "view",   "part", "number",
    "badge",   "open",  "right", "left",  "bottom",  "outline", "surface", "sign",  "row"};

// Words that so many titles have that another of the same title says more.
constexpr std::string_view kVague[] = {
    "数据",   "模型",    "系统",    "管理",   "控制", "优化",       "流程",     "分析",   "检测",    "质量",
    "设计",   "计划",    "输入",    "输出",   "内容", "处理",       "计算",     "开始",   "问题",    "信息",
    "结果",   "方法",    "添加",    "增加",   "减少", "目标",       "核心",     "生成",   "服务",    "项目",
    "对比",   "对象",    "时间",    "步骤",   "阶段", "图像",       "文本",     "文字",   "数字",    "方案",
    "自动",   "工具",    "提高",    "降低",   "什么", "重点",       "标题",     "节点",   "人工",    "箭头",
    "任务",   "分类",    "补充",    "整理",   "打理", "日常",       "基础",     "选择",   "概率",    "空间",
    "训练",   "学习",    "样本",    "主体",   "状态", "规则",       "版本",     "新",     "data",    "model",
    "system", "process", "new",     "type",   "text", "result",     "analysis", "method", "design",  "input",
    "output", "time",    "quality", "number", "add",  "management", "control",  "what",   "problem", "training"};

enum class Reading : std::uint8_t { Asked, Title, Content };
// Chinese characters, a Latin word as two.
constexpr std::size_t kLongWord = 3;

bool drop_ending(std::string& word, std::string_view ending, std::size_t least_left) {
  if (word.size() < ending.size() + least_left || word.compare(word.size() - ending.size(), ending.size(), ending) != 0)
    return false;
  word.resize(word.size() - ending.size());
  return true;
}

// Of a word's forms one: scattered, scatters, scattering are «scatter»; but «rate» is no rat.
std::string stem(std::string_view word) {
  std::string result(word);
  if (drop_ending(result, "ies", 2)) return result + "y";
  const bool ends_in_ss = result.size() > 1 && result[result.size() - 2] == 's';
  if (!ends_in_ss) drop_ending(result, "s", 3);
  if (!drop_ending(result, "ing", 4)) drop_ending(result, "ed", 4);
  drop_ending(result, "e", 4);
  return result;
}

bool is_latin_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#'; }
bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) == 0; });
}

// The rank of «book» in the name of book-open.
constexpr std::size_t kPartOfName = 100;
// Added to the rank of a word that stands there in another form: «axes» are no axe where there is an icon of axes.
constexpr std::size_t kOtherForm = 50;

// A text as it is searched: in lower case, Latin words by their stems.
struct Searched {
  struct Word {
    std::string stem;
    std::size_t begin = 0, end = 0;  // bytes
  };
  std::string text;
  std::vector<Word> words;
};

template <class Visit>
void for_each_word(std::string_view text, char parting, const Visit& visit) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(parting, begin), text.size());
    if (end > begin) visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

template <class Visit>
void for_each_keyword(IconId icon, const Visit& visit) {
  const IconWords words = icon_words(icon);
  std::size_t rank = 0;
  visit(words.name, rank);
  if (words.name.find('-') != std::string_view::npos)
    for_each_word(words.name, '-', [&](std::string_view part) { visit(part, kPartOfName); });
  for_each_word(words.chinese, ' ', [&](std::string_view word) { visit(word, ++rank); });
  rank = 0;
  for_each_word(words.english, ' ', [&](std::string_view word) { visit(word, ++rank); });
}

struct Keyword {
  std::string_view text;
  IconId icon{};
  std::size_t rank = 0;
};

constexpr std::size_t kMostParts = 4;  // of an English keyword

// Stems of the parts of an English keyword, a blank between.
std::string joined_stems(std::string_view keyword) {
  std::string stems;
  for_each_word(keyword, '-', [&stems](std::string_view part) { stems += (stems.empty() ? "" : " ") + stem(part); });
  return stems;
}

// How many bytes the character takes that begins at `at`.
std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

// All words of all icons: English ones by their stems, Chinese ones by the character that they begin with.
using Vocabulary = std::map<std::string, std::vector<Keyword>, std::less<>>;
const Vocabulary& vocabulary() {
  static const Vocabulary kWords = [] {
    Vocabulary words;
    for (std::size_t i = 0; i < icon_count(); ++i) {
      for_each_keyword(IconId(i), [&words, i](std::string_view keyword, std::size_t rank) {
        const std::string key =
            is_ascii(keyword) ? joined_stems(keyword) : std::string(keyword.substr(0, character_length(keyword, 0)));
        words[key].push_back({keyword, IconId(i), rank});
      });
    }
    return words;
  }();
  return kWords;
}

const std::vector<Keyword>& keywords_of(std::string_view key) {
  static const std::vector<Keyword> kNone;
  const auto found = vocabulary().find(key);
  return found == vocabulary().end() ? kNone : found->second;
}

bool is_keyword(std::string_view word) {
  const std::vector<Keyword>& alike = keywords_of(stem(word));
  return std::any_of(alike.begin(), alike.end(), [word](const Keyword& keyword) { return keyword.text == word; });
}

// «PointCloud» is two words, «NeRF» one that is known.
Text with_parted_words(View text) {
  Text parted;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && (is_latin(text[end]) || is_digit(text[end]))) ++end;
    if (end == i) {
      parted += text[i++];
      continue;
    }
    const View word = text.substr(i, end - i);
    const bool is_whole = is_keyword(to_utf8(folded(word)));
    for (std::size_t k = 0; k < word.size(); ++k) {
      const auto is_capital = [&word](std::size_t at) { return word[at] >= U'A' && word[at] <= U'Z'; };
      if (!is_whole && k > 0 && is_capital(k) && !is_capital(k - 1)) parted += U' ';
      parted += word[k];
    }
    i = end;
  }
  return parted;
}

Searched searched(View source) {
  Searched result;
  result.text = to_utf8(folded(with_parted_words(plain(source))));
  const std::string& text = result.text;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_latin_byte(text[end])) ++end;
    if (end > i) result.words.push_back({stem(std::string_view(text).substr(i, end - i)), i, end});
    i = std::max(end, i + 1);
  }
  return result;
}

// A word of the text that leads to an icon.
struct Met {
  IconId icon{};
  std::size_t begin = 0, end = 0;  // bytes
  std::size_t weight = 0;          // Chinese characters, a Latin word as two
  std::size_t rank = 0;            // of the word among those of the icon
  bool is_vague = false;
};

bool is_one_of(std::string_view word, const std::string_view* begin, const std::string_view* end) {
  return std::find(begin, end, word) != end;
}
bool is_vague(std::string_view word) { return is_one_of(word, std::begin(kVague), std::end(kVague)); }
bool is_adjective(std::string_view word) { return is_one_of(word, std::begin(kAdjectives), std::end(kAdjectives)); }

class Finder {
  // All that leads to an icon: shield-check is both words of «盾牌加对勾».
  struct Candidate {
    Met best;
    std::size_t weight = 0;
    std::size_t parts = 0;  // of its name
  };

 public:
  Finder(View source, Reading reading) : text_(searched(source)), reading_(reading) {
    find_chinese();
    find_latin();
    drop_contained();
    head_ = head_end();
    if (reading == Reading::Asked || (reading == Reading::Title && vague_words_say_all())) return;
    const std::size_t least = reading == Reading::Content ? kLongWord : 0;
    const auto says_little = [least](const Met& met) { return met.is_vague || met.weight < least; };
    met_.erase(std::remove_if(met_.begin(), met_.end(), says_little), met_.end());
  }

  IconNames names() const {
    std::vector<Candidate> candidates = this->candidates();
    std::stable_sort(candidates.begin(), candidates.end(), [this](const Candidate& a, const Candidate& b) {
      if (a.best.is_vague == b.best.is_vague && a.weight != b.weight && is_head(a.best) == is_head(b.best))
        return a.weight > b.weight;
      return is_before(a.best, b.best);
    });
    IconNames names;
    for (const Candidate& each : candidates) names.emplace_back(icon_words(each.best.icon).name);
    return names;
  }

 private:
  std::vector<Candidate> candidates() const {
    std::vector<Candidate> candidates;
    for (const Met& met : met_) {
      const auto same = [&met](const Candidate& other) { return other.best.icon == met.icon; };
      auto found = std::find_if(candidates.begin(), candidates.end(), same);
      if (found == candidates.end()) {
        found = candidates.insert(candidates.end(), {met, 0, 0});
      } else if (met.begin < found->best.end && found->best.begin < met.end) {
        if (is_before(met, found->best)) found->best = met;
        continue;
      }
      found->weight += met.weight;
      found->parts += met.rank >= kPartOfName ? 1 : 0;
      if (is_before(met, found->best)) found->best = met;
    }
    for (Candidate& each : candidates) {
      const std::string_view name = icon_words(each.best.icon).name;
      const auto hyphens = std::size_t(std::count(name.begin(), name.end(), '-'));
      if (hyphens > 0 && each.parts > hyphens) each.best.is_vague = false;
    }
    return candidates;
  }

  void find_chinese() {
    const std::string_view text = text_.text;
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
      length = character_length(text, at);
      for (const Keyword& keyword : keywords_of(text.substr(at, length))) {
        const std::size_t end = at + keyword.text.size();
        if (text.substr(at, keyword.text.size()) != keyword.text || is_ascii(keyword.text)) continue;
        if (keyword.text.size() <= 3 && !stands_for_all(at, end)) continue;
        met_.push_back({keyword.icon, at, end, keyword.text.size() / 3, keyword.rank, is_vague(keyword.text)});
      }
    }
  }
  // A character that is all of a text, or, where a thing is asked for, what it ends with: 水桶 is a 桶.
  bool stands_for_all(std::size_t begin, std::size_t end) const {
    const std::string& text = text_.text;
    const auto is_border = [&text](std::size_t at) { return at >= text.size() || (text[at] & 0x80) == 0; };
    return is_border(end) && (begin == 0 || is_border(begin - 1) || reading_ == Reading::Asked);
  }

  void find_latin() {
    for (std::size_t first = 0; first < text_.words.size(); ++first) {
      std::string key;
      for (std::size_t last = first; last < std::min(first + kMostParts, text_.words.size()); ++last) {
        if (last > first && text_.words[last].begin - text_.words[last - 1].end > 1) break;
        key += (key.empty() ? "" : " ") + text_.words[last].stem;
        for (const Keyword& keyword : keywords_of(key)) meet(keyword, first, last);
      }
    }
  }
  // In the words from `first` to `last`.
  void meet(const Keyword& keyword, std::size_t first, std::size_t last) {
    const std::size_t begin = text_.words[first].begin, end = text_.words[last].end;
    const std::string_view written = std::string_view(text_.text).substr(begin, end - begin);
    if (is_adjective(written)) return;
    // A letter says nothing; of two, only what is written so.
    if (written.size() < 2 || (written.size() == 2 && written != keyword.text)) return;
    const std::size_t rank = written == keyword.text ? keyword.rank : keyword.rank + kOtherForm;
    met_.push_back({keyword.icon, begin, end, 2 * (last - first + 1), rank, rank >= kPartOfName || is_vague(written)});
  }

  // 上下 in 上下文.
  void drop_contained() {
    const std::vector<Met> all = met_;
    met_.erase(std::remove_if(met_.begin(), met_.end(),
                              [&all](const Met& met) {
                                return std::any_of(all.begin(), all.end(), [&met](const Met& other) {
                                  return other.begin <= met.begin && met.end <= other.end &&
                                         other.end - other.begin > met.end - met.begin;
                                });
                              }),
               met_.end());
  }

  bool is_head(const Met& met) const { return met.end <= head_; }
  // Of words that say something the last one is what it is, those before say which; of vague ones the first says more.
  bool is_before(const Met& a, const Met& b) const {
    if (a.is_vague != b.is_vague) return b.is_vague;
    if (is_head(a) != is_head(b)) return is_head(a);
    if (a.weight != b.weight) return a.weight > b.weight;
    if (a.end != b.end) return (a.end > b.end) != a.is_vague;
    return a.rank != b.rank ? a.rank < b.rank : a.icon < b.icon;
  }
  // «输入», «时间管理»: no character is left that would say more.
  bool vague_words_say_all() const {
    for (std::size_t at = 0; at < text_.text.size();) {
      std::size_t end = at;
      for (const Met& met : met_) {
        if (met.begin <= at && met.rank < kPartOfName) end = std::max(end, met.end);
      }
      if (end == at && text_.text[at] != ' ') return false;
      at = std::max(end, at + 1);
    }
    return true;
  }

  // Where what is beside the thing begins: «a magnifying glass *over* a chart».
  std::size_t head_end() const {
    if (reading_ != Reading::Asked) return text_.text.size();
    for (const Searched::Word& word : text_.words) {
      constexpr std::string_view kBeside[] = {"over", "on", "with", "behind", "beside", "in", "above", "near", "for"};
      const std::string_view written = std::string_view(text_.text).substr(word.begin, word.end - word.begin);
      const bool has_any =
          std::any_of(met_.begin(), met_.end(), [&word](const Met& met) { return met.end <= word.begin; });
      if (has_any && is_one_of(written, std::begin(kBeside), std::end(kBeside))) return word.begin;
    }
    return text_.text.size();
  }

  Searched text_;
  Reading reading_;
  std::vector<Met> met_;
  std::size_t head_ = 0;  // where what is beside the thing begins
};

}  // namespace

IconNames icons_asked(View words) { return Finder(words, Reading::Asked).names(); }

IconNames icons_fitting(View title) { return Finder(title, Reading::Title).names(); }

IconNames icons_fitting_content(View text) { return Finder(text, Reading::Content).names(); }

}  // namespace sixiang::brief
