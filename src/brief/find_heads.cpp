#include "brief/find_heads.h"

#include <algorithm>

#include "brief/arrows.h"
#include "brief/aspect.h"
#include "brief/blocks.h"
#include "brief/find_outline.h"
#include "brief/free_branches.h"
#include "brief/free_fields.h"
#include "brief/free_questions.h"
#include "brief/free_tables.h"
#include "brief/free_words.h"
#include "brief/heads.h"
#include "brief/outline_titles.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr int kMostChains = 8;  // looked at for the names of sections

// A head whose words say what it is of.
bool may_be_other(const FreeHead& head) {
  return head.form == HeadForm::Brackets || head.form == HeadForm::Dashes || head.form == HeadForm::Chinese;
}

class HeadFinder {
 public:
  explicit HeadFinder(const std::vector<Line>& lines) : lines_(lines) {
    found_.heads.resize(lines.size());
    found_.chain = found_.table = lines.size();
  }

  bool find() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].heading == 0) found_.heads[i] = read_free_head(lines_[i]);
      if (found_.heads[i] && !may_be_other(*found_.heads[i])) ++found_.sure;
    }
    find_code_heads();
    find_named_heads();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (found_.heads[i] && may_be_other(*found_.heads[i])) find_meaning(i, *found_.heads[i]);
    }
    found_.is_nested = has(HeadForm::Chinese) && has(HeadForm::InBrackets);
    const auto sections =
        std::count_if(found_.heads.begin(), found_.heads.end(),
                      [this](const std::optional<FreeHead>& head) { return head && found_.begins_section(*head); });
    const bool is_outline = sections < 2 && !find_questions() && find_outline_heads(lines_, found_);
    const bool is_any = sections >= 2 || found_.is_tree || is_outline || find_items() || find_table() ||
                        find_paragraphs() || find_quotes();
    if (is_any && !is_outline) find_settings(lines_, found_);
    return is_any;
  }

  FoundHeads found_;

 private:
  // «一、文章说了什么（背景，不上画面）», «二、画面»: by the words of outlines.
  void find_meaning(std::size_t at, FreeHead& head) const {
    if (read_counted(head.title)) return;
    Text title = head.title;
    for (const Text& note : head.notes) title += U"（" + note + U"）";
    const HeadMeaning meaning = outline_meaning(lines_, at, title);
    if (meaning != HeadMeaning::Section) head.meaning = meaning;
  }
  bool has(HeadForm form) const {
    return std::any_of(found_.heads.begin(), found_.heads.end(),
                       [form](const std::optional<FreeHead>& head) { return head && head->form == form; });
  }

  // Nothing but paragraphs: the first line of each is its title where it is short and others follow; or lines of
  // «名：…». At least what there is then stands on the poster.
  bool find_paragraphs() {
    std::vector<std::size_t> heads;
    std::size_t first = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.heading > 1 || line.rule) return false;
      if (line.text.empty()) continue;
      if (first == lines_.size()) {
        first = i;  // the title
        continue;
      }
      if (line.marker != Marker::None || line.field || is_instruction(line.text)) continue;
      if (speaks_of_page_parts(line.text) || read_aspect(line.text)) continue;
      const bool begins = lines_[i - 1].text.empty();
      const bool is_followed = i + 1 < lines_.size() && !lines_[i + 1].text.empty();
      const std::optional<Field> field = read_field(line.text);
      const bool is_short = line.text.size() <= 24 && line.text.find_first_of(U"，。；") == Text::npos;
      if (begins && is_followed && is_short) heads.push_back(i);
      if (field && !field->value.empty() && field->key.size() <= 12 && !find_topic(field->key) && !is_followed)
        heads.push_back(i);
    }
    if (heads.size() < 2 || has_latin_only()) return false;
    for (const std::size_t i : heads) {
      const std::optional<Field> field = read_field(lines_[i].text);
      FreeHead& head = found_.heads[i].emplace();
      head.form = HeadForm::Item;
      head.title = unquoted(trimmed(field ? field->key : lines_[i].text, U"*"));
      head.reference = folded(head.title);
      if (field) head.behind = field->value;
      head.is_list = true;
    }
    return true;
  }
  // A decision tree that is told, question by question.
  bool find_questions() {
    std::size_t questions = 0, ways = 0;
    for (const Line& line : lines_) {
      for (const ToldQuestion& told : questions_told(line.text)) {
        ++questions;
        ways += told.ways.size();
      }
    }
    found_.is_tree = questions >= 2 && ways >= 3;
    if (found_.is_tree) std::fill(found_.heads.begin(), found_.heads.end(), std::nullopt);
    return found_.is_tree;
  }
  // A text that asks for a picture, and only quotes something: at least what it quotes stands on the poster.
  bool find_quotes() {
    const bool asks =
        std::any_of(lines_.begin(), lines_.end(), [](const Line& line) { return speaks_of_poster(line.text); });
    std::size_t quoting = 0, first = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].heading > 1 || quotes_of(lines_[i].text).size() < 2) continue;
      first = std::min(first, i);
      ++quoting;
    }
    if (!asks || quoting < 2) return false;
    found_.table = first;
    return true;
  }
  bool has_latin_only() const {
    return std::none_of(lines_.begin(), lines_.end(), [](const Line& line) { return has_han(line.text); });
  }

  // A table, and sentences about the page around it; or one whose rows are cards.
  bool find_table() {
    const auto first =
        std::find_if(lines_.begin(), lines_.end(), [](const Line& line) { return begins_with(line.text, U"|"); });
    if (first == lines_.end()) return false;
    const std::size_t at = std::size_t(first - lines_.begin());
    if (is_card_table(lines_, at)) return true;
    found_.table = at;
    return lines_.size() >= at + 3 && begins_with(lines_[at + 2].text, U"|") &&
           std::none_of(lines_.begin(), lines_.end(), [](const Line& line) { return line.heading > 1; });
  }

  // «1. 芝麻酱：1170 mg，一勺顶一杯奶»: a list of three or more where nothing else is a section.
  bool find_items() {
    std::vector<std::size_t> items;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.heading > 1) return false;
      if (line.marker != Marker::Number || line.indent > 1 || is_instruction(line.text)) continue;
      const std::optional<Field> field = read_field(line.text);
      const bool has_more =
          i + 1 < lines_.size() && (lines_[i + 1].marker == Marker::Bullet || has_arrow(lines_[i + 1].text));
      const std::vector<Quote> quotes = quotes_of(line.text);
      const bool is_named = quotes.size() >= 2 && quotes[0].outer.begin == 0;
      if (is_named || (has_more && plain(line.text.back()) == U')')) {
        items.push_back(i);
        continue;
      }
      if (field ? field->key.size() <= 16 : has_more && line.text.size() <= 24) items.push_back(i);
    }
    if (items.size() < 3) return false;
    for (const std::size_t i : items) found_.heads[i] = item_head(lines_[i]);
    return true;
  }

  // «问题1：…» where «→ 问题1» leads to one of them.
  void find_code_heads() {
    std::vector<Text> targets;
    for (const Line& line : lines_) {
      const std::size_t arrow = line.text.find_last_of(U"→⟶⇒>");
      if (arrow != Text::npos && targets.size() < 64)
        targets.push_back(code_of(target_behind(View(line.text).substr(arrow + 1))));
    }
    // «问题1», which begins, shares its word with those that arrows lead to.
    std::vector<Text> words;
    for (std::size_t i = 0; i < lines_.size() && !targets.empty(); ++i) {
      if (found_.heads[i] || lines_[i].heading > 0) continue;
      std::optional<FreeHead> head = read_code_head(lines_[i]);
      if (head && words.size() < 64 && std::find(targets.begin(), targets.end(), head->reference) != targets.end())
        words.push_back(word_of(head->reference));
    }
    found_.has_codes = !words.empty();
    for (std::size_t i = 0; i < lines_.size() && found_.has_codes; ++i) {
      if (found_.heads[i] || lines_[i].heading > 0) continue;
      std::optional<FreeHead> head = read_code_head(lines_[i]);
      if (head && std::find(words.begin(), words.end(), word_of(head->reference)) != words.end())
        found_.heads[i] = std::move(head);
    }
    if (found_.has_codes) find_names_of_codes();
  }

  static Text word_of(View code) {
    std::size_t end = 0;
    while (end < code.size() && is_han(code[end]) && !is_numeral(code[end])) ++end;
    return Text(code.substr(0, end));
  }
  // «**四个结果**» above them is no section.
  void find_names_of_codes() {
    std::size_t next = lines_.size();  // the line with text below
    for (std::size_t i = lines_.size(); i-- > 0;) {
      const Line& line = lines_[i];
      if (line.text.empty()) continue;
      const bool is_name = line.all_bold || line.heading > 1 || plain(line.text.back()) == U':';
      const bool is_above = next < lines_.size() && found_.heads[next] && found_.heads[next]->form == HeadForm::Code &&
                            !found_.heads[next]->meaning;
      if (is_name && is_above && !found_.heads[i] && line.marker == Marker::None) {
        FreeHead& head = found_.heads[i].emplace();
        head.title = line.text;
        head.meaning = HeadMeaning::Guide;
      }
      next = i;
    }
  }

  // «岩浆岩 → 沉积岩 → 变质岩 → 岩浆岩», and lines that begin with these names.
  void find_named_heads() {
    int chains = 0;
    for (std::size_t i = 0; i < lines_.size() && chains < kMostChains; ++i) {
      const std::optional<ArrowGraph> graph = has_arrow(lines_[i].text) ? read_arrows(lines_[i].text) : std::nullopt;
      if (!graph || graph->terms.size() < 3 || !graph->rest.empty() || lines_[i].marker != Marker::None) continue;
      ++chains;
      std::size_t found = 0;
      for (std::size_t k = 0; k < lines_.size(); ++k) {
        const std::optional<Field> field = found_.heads[k] ? std::nullopt : read_field(lines_[k].text);
        if (!field || std::find(graph->terms.begin(), graph->terms.end(), field->key) == graph->terms.end()) continue;
        FreeHead head;
        head.form = HeadForm::Code;
        head.title = head.reference = field->key;
        head.behind = field->value;
        found_.heads[k] = std::move(head);
        ++found;
      }
      if (found < 2) continue;
      found_.chain = i;
      return;
    }
  }

  const std::vector<Line>& lines_;
};

}  // namespace

bool FoundHeads::begins_section(const FreeHead& head) const {
  if (head.meaning) return *head.meaning == HeadMeaning::Section;
  if (!may_be_other(head)) return true;
  if (read_counted(head.title)) return true;
  if (head.form == HeadForm::Dashes && sure >= 2) return false;
  return meaning_of(head.title) == HeadMeaning::Section;
}

FreeHead item_head(const Line& line) {
  FreeHead head;
  head.form = HeadForm::Item;
  head.number = line.ordinal;
  head.reference = U"第" + line.ordinal + U"名";
  head.is_list = true;
  Text text = replaced(line.text, U"**", U"");
  head.notes = notes_behind_bars(text);
  // «1. “种植园”，写“海拔 1200 m 以上”».
  if (const std::optional<Quote> name = first_quote(text);
      name && name->outer.begin == 0 && name->outer.end < text.size()) {
    head.title = Text(trimmed(slice(View(text), name->inner)));
    head.behind = Text(trimmed(View(text).substr(name->outer.end), U",，:："));
    head.is_list = quotes_of(head.behind).empty();
    return head;
  }
  const bool is_bold = begins_with(line.text, U"**");
  std::size_t end = find_outside(text, U":："), length = 1;
  if (const std::size_t dash = text.find_first_of(U"—–"); is_bold && dash < end) {
    end = dash;
    length = text.find_first_not_of(U"—–", dash) - dash;
  }
  head.title = unquoted(trimmed(View(text).substr(0, end), U"*"));
  if (end != Text::npos && end + length <= text.size()) head.behind = Text(trimmed(View(text).substr(end + length)));
  // «开缸要备齐什么（横跨三列，底色 #CBE7F5）»
  const std::size_t open = head.title.find_last_of(U"(（");
  if (open != Text::npos && open > 0 && plain(head.title.back()) == U')') {
    head.notes.push_back(head.title.substr(open + 1, head.title.size() - open - 2));
    head.title = Text(trimmed(View(head.title).substr(0, open)));
  }
  return head;
}

bool is_known_format(const std::vector<Line>& lines) {
  const auto barred = std::count_if(lines.begin(), lines.end(), [](const Line& line) {
    if (line.heading > 0 || line.text.find_first_of(U"｜|") == Text::npos) return false;
    if (const std::optional<Head> known = read_head(line.text); known && has_latin(known->word->word)) return false;
    const std::optional<FreeHead> head = read_free_head(line);
    return head && head->form == HeadForm::Counted;
  });
  if (barred >= 2) return false;
  const Document document = read_document(lines);
  const auto count = [&document](auto is) { return std::count_if(document.blocks.begin(), document.blocks.end(), is); };
  const auto heads = count([](const Block& block) { return block.head.has_value(); });
  const auto nodes = count([](const Block& block) { return block.topic == Topic::Nodes; });
  const auto zones = count([](const Block& block) {
    return block.is_section || block.topic == Topic::Zones || block.topic == Topic::Labels;
  });
  // «【海报正文】», «【禁止】».
  const auto frames = std::count_if(lines.begin(), lines.end(), [](const Line& line) {
    if (line.heading > 0 || line.marker != Marker::None || !begins_with(line.text, U"【")) return false;
    const std::size_t close = line.text.find(U'】');
    if (close == Text::npos || close + 1 < line.text.size()) return false;
    const View title = View(line.text).substr(1, close - 1);
    return !find_topic(title) && read_outline_title(title).meaning != HeadMeaning::Section;
  });
  if (frames >= 2 && zones == 0 && !document.is_structured && document.front_matter.empty()) return false;
  // «**卡片 1：房东身份**» in a chat program's answer.
  const auto bold = std::count_if(lines.begin(), lines.end(), [](const Line& line) {
    return line.all_bold && line.marker == Marker::None && line.heading == 0 && read_counted(line.text);
  });
  if (bold >= 2 && zones == 0 && !document.is_structured && document.front_matter.empty()) return false;
  const bool is_in_latin = std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return (block.head && has_latin(block.head->word->word)) || (block.topic == Topic::Nodes && has_latin(block.key));
  });
  if (zones == 0 && !is_in_latin && !document.is_structured && document.front_matter.empty() && is_free_outline(lines))
    return false;
  return heads >= 2 || nodes == 1 || zones > 0 || document.is_structured || !document.front_matter.empty();
}

std::optional<FoundHeads> find_heads(const std::vector<Line>& lines) {
  HeadFinder finder(lines);
  if (!finder.find()) return std::nullopt;
  return std::move(finder.found_);
}

bool speaks_of_poster(View text) {
  constexpr View kWords[] = {U"一张图", U"画一", U"海报", U"信息图", U"infographic", U"poster"};
  return contains_any(folded(text), kWords);
}

bool speaks_of_page_parts(View source) {
  const View text = behind_pictures(source);
  const Text low = folded(text);
  for (const View word :
       {U"正中",         U"图的最下面", U"颜色：",     U"再底下",       U"底下大字",   U"其他要求", U"其它要求",
        U"中间",         U"圆心",       U"中央",       U"箭头",         U"连线",       U"网格下面", U"再往下",
        U"最底",         U"底部",       U"最下面",     U"最下方",       U"页脚",       U"页尾",     U"背景",
        U"整体背景",     U"整体风格",   U"风格",       U"所有文字",     U"所有中文",   U"画面里",   U"字要",
        U"表格下面",     U"圆环中间",   U"配色",       U"bottom strip", U"bottom bar", U"footer",   U"background",
        U"arrow labels", U"negative",   U"最后一行写", U"最后一行:"}) {
    if (begins_with(low, word)) return true;
  }
  return contains(low, U"通栏写") || begins_with(low, U"落款") || begins_with(low, U"署名");
}

}  // namespace sixiang::brief
