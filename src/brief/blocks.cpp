#include "brief/blocks.h"

#include <algorithm>

#include "brief/arrows.h"
#include "brief/free_words.h"

namespace sixiang::brief {

namespace {

constexpr View kGenerate = U"generate the infographic based on";

// Keys that stand below a section of the structured dialect, and do not end it.
bool is_field_of_section(Topic topic) {
  switch (topic) {
    case Topic::Content:
    case Topic::Summary:
    case Topic::Picture:
    case Topic::Formula:
    case Topic::Headline:
    case Topic::Subhead:
    case Topic::Labels:
      return true;
    default:
      return false;
  }
}

class DocumentReader {
 public:
  explicit DocumentReader(const std::vector<Line>& lines) : lines_(lines) {}

  Document read() {
    document_.is_structured = std::any_of(lines_.begin(), lines_.end(), [](const Line& line) {
      const Text low = folded(line.text);
      return !line.field && (begins_with(low, kGenerate) || (line.heading > 1 && begins_with(low, U"section 1")));
    });
    is_chinese_ = std::any_of(lines_.begin(), lines_.end(), [](const Line& line) { return has_han(line.text); });
    for (std::size_t i = take_front_matter(); i < lines_.size(); ++i) {
      take(lines_[i]);
      follows_blank_ = lines_[i].text.empty();
    }
    return std::move(document_);
  }

 private:
  static bool may_stand_in_front(Topic topic) {
    return topic == Topic::Layout || topic == Topic::Aspect || topic == Topic::Colors || topic == Topic::Background;
  }
  std::size_t take_front_matter() {
    std::size_t i = 0;
    while (i < lines_.size() && lines_[i].text.empty() && !lines_[i].rule) ++i;
    if (i >= lines_.size() || !lines_[i].rule) return 0;
    std::vector<std::pair<Text, Text>> fields;
    std::vector<Block> blocks;
    for (std::size_t k = i + 1; k < lines_.size(); ++k) {
      if (lines_[k].rule) {
        document_.front_matter = std::move(fields);
        document_.blocks = std::move(blocks);
        front_ = document_.blocks.size();
        return k + 1;
      }
      if (lines_[k].text.empty()) continue;
      const std::optional<Field> field = read_field(lines_[k].text);
      if (!field || lines_[k].heading > 0) return 0;
      fields.emplace_back(folded(field->key), field->value);
      if (const std::optional<Topic> topic = find_topic(field->key); topic && may_stand_in_front(*topic)) {
        blocks.push_back({topic, std::nullopt, lines_[k].number, 0, field->key, {}, field->value, {}});
      }
    }
    return 0;
  }

  // Unknown keys and sentences about the picture, which belong to no block.
  bool stands_apart(const Line& line) const {
    if (document_.blocks.size() == front_ || line.marker != Marker::None || line.indent > 1 || line.heading > 0 ||
        is_over_)
      return false;
    const Block& block = document_.blocks.back();
    const bool is_open = block.topic || block.head;
    if (!is_open || document_.is_structured) return false;
    const std::optional<Field> field = read_field(line.text);
    const bool is_unknown_key = block.topic && !block.value.empty() && field && field->key.size() <= 6 &&
                                has_han(field->key) && !has_arrow(line.text) && *block.topic != Topic::Arrows;
    const bool is_chinese_sentence = !field && may_end(block) && speaks_of_style(line.text);
    const bool is_sentence = is_chinese_ && follows_blank_ && !has_han(line.text) && words_of(line.text).size() >= 4 &&
                             !begins_with(line.text, U"|") && may_end(block);
    return is_unknown_key || is_sentence || is_chinese_sentence;
  }
  static bool speaks_of_style(View text) {
    for (const View word : {U"扁平", U"矢量", U"插画", U"手绘风", U"画风", U"风格"}) {
      if (contains(text, word)) return true;
    }
    return false;
  }
  static bool may_end(const Block& block) {
    return block.head ||
           (block.topic && *block.topic != Topic::Layout && *block.topic != Topic::Style &&
            *block.topic != Topic::Elements && *block.topic != Topic::Zones && *block.topic != Topic::Aspect &&
            *block.topic != Topic::Colors && *block.topic != Topic::Guide);
  }

  void take(const Line& line) {
    if (line.field) return take_field(line);
    if (line.rule || (line.text.empty() && !line.field)) return;
    if (begins_with(folded(line.text), kGenerate)) {
      document_.template_end = line.number;
      return open({Topic::Guide, std::nullopt, line.number, 0, line.text, {}, {}, {}});
    }
    if (line.marker == Marker::None && is_boilerplate(line.text)) return take_boilerplate(line);
    if (begins(line)) return;
    if (stands_apart(line)) return document_.prose.push_back(line);
    if (is_over_) {
      document_.page.push_back(line);
    } else if (document_.blocks.size() == front_) {
      document_.before.push_back(line);
    } else {
      document_.blocks.back().lines.push_back(line);
    }
  }

  void take_field(const Line& line) {
    if (line.field == SectionField::Title && line.heading > 0) {
      Block block;
      block.line = line.number;
      block.level = line.heading;
      block.is_section = true;
      block.key = line.text;
      block.ordinal = line.ordinal;
      open(std::move(block));
    } else if (document_.blocks.size() > front_) {
      document_.blocks.back().lines.push_back(line);
    }
  }

  // «Language: Chinese» behind it is an instruction.
  void take_boilerplate(const Line& line) {
    document_.boilerplate.push_back(line);
    is_over_ = true;
  }

  // «* **Title:** 出国前三天清单», ahead of all sections or of the whole page.
  bool is_bold_key(const Line& line) const {
    if (line.marker != Marker::Bullet || !line.bold || line.indent > 1 || document_.is_structured) return false;
    const std::optional<Field> field = read_field(line.text);
    const std::optional<Topic> topic = field && !field->value.empty() ? find_topic(field->key) : std::nullopt;
    if (!topic) return false;
    const bool is_first =
        document_.blocks.size() == front_ ||
        std::none_of(document_.blocks.begin(), document_.blocks.end(), [](const Block& block) { return !block.topic; });
    return (is_first && (topic == Topic::Title || topic == Topic::Aspect || topic == Topic::Background ||
                         topic == Topic::Layout || topic == Topic::Style)) ||
           folded(field->key) == U"footer text" || folded(field->key) == U"footer sentence";
  }
  bool begins(const Line& line) {
    const bool is_indented = line.indent > 1 && !document_.is_structured;
    if (is_bold_key(line)) return begins_with_key(line);
    if (line.marker != Marker::None || (is_indented && line.heading == 0)) return false;
    return line.heading > 0 ? begins_with_heading(line) : begins_with_key(line);
  }

  bool begins_with_heading(const Line& line) {
    const std::optional<Field> field = read_field(line.text);
    const std::optional<Topic> topic = find_topic(line.text);
    if (is_over_ && !topic) return false;
    if (!topic && is_guide_title(line.text)) {
      open({Topic::Guide, std::nullopt, line.number, line.heading, line.text, {}, {}, {}});
    } else if (topic) {
      open({topic, std::nullopt, line.number, line.heading, line.text, {}, {}, {}});
    } else if (std::optional<Topic> keyed = field ? find_topic(field->key) : std::nullopt; keyed) {
      open({keyed, std::nullopt, line.number, line.heading, field->key, {}, field->value, {}});
    } else if (std::optional<Head> head = read_head(line.text); head && line.heading > 1) {
      open({std::nullopt, std::move(head), line.number, line.heading, line.text, line.ordinal, {}, {}});
    } else {
      open({std::nullopt, std::nullopt, line.number, line.heading, line.text, line.ordinal, {}, {}});
    }
    return true;
  }

  // A word of the format before a colon, in capitals, bold, or the first word of its line; or alone on its line.
  bool begins_with_key(const Line& line) {
    const std::optional<Field> field = read_field(line.text);
    const View key = field ? View(field->key) : View(line.text);
    const std::optional<Topic> topic = find_topic(key);
    const bool is_marked = is_all_capitals(key) || line.bold || !has_latin(key);
    if (field && topic && names_lines_of_labels(*topic, *field, line)) return false;
    if (field && !topic && begins_with_link(line, *field)) return true;
    if (!topic && (line.bold || (field && field->value.empty())) && is_guide_title(key)) {
      open({Topic::Guide, std::nullopt, line.number, 0, Text(key), {}, field ? field->value : Text(), {}});
      return true;
    }
    if (topic && may_begin(*topic, line, field)) {
      open({topic, std::nullopt, line.number, 0, Text(key), {}, field ? field->value : Text(), {}});
      return true;
    }
    if (is_over_ || document_.is_structured || is_prose(line)) return false;
    std::optional<Head> head = read_head(line.text);
    if (!head || !(is_marked || has_han(head->word->word) ||
                   is_all_capitals(View(line.text).substr(0, head->word->word.size())) || is_quadrant(*head))) {
      return false;
    }
    if (field && !field->value.empty() && head->tail.empty() && head->title.empty()) head->title = field->value;
    open({std::nullopt, std::move(head), line.number, 0, line.text, {}, {}, {}});
    return true;
  }
  // «Arrows (small = second line):» below LABELS says what the items below it are, «Center Disc: "…"» is one of them.
  bool names_lines_of_labels(Topic topic, const Field& field, const Line& line) const {
    const bool is_in_labels = document_.blocks.size() > front_ && document_.blocks.back().topic == Topic::Labels &&
                              document_.blocks.back().level > 0;
    if (!is_in_labels || line.bold || is_all_capitals(field.key)) return false;
    return topic == Topic::Nodes || topic == Topic::Arrows || topic == Topic::Center || topic == Topic::Hub;
  }
  // «TRANSITION 1→2: 显卡租约».
  bool begins_with_link(const Line& line, const Field& field) {
    const std::size_t blank = field.key.find(U' ');
    if (blank == Text::npos || !has_arrow(field.key)) return false;
    const View word = View(field.key).substr(0, blank);
    if (find_topic(word) != Topic::Arrows || !(is_all_capitals(word) || !has_latin(word))) return false;
    open({Topic::Arrows,
          std::nullopt,
          line.number,
          0,
          Text(word),
          {},
          field.key.substr(blank + 1) + U": " + field.value,
          {}});
    return true;
  }
  static bool is_quadrant(const Head& head) {
    return contains(head.word->word, U"quadrant") || contains(head.word->word, U"-");
  }
  // A line of prose that begins with a word of a kind in lower case.
  static bool is_prose(const Line& line) { return line.text.size() > 200; }

  bool may_begin(Topic topic, const Line& line, const std::optional<Field>& field) const {
    const View key = field ? View(field->key) : View(line.text);
    const bool has_value = field && !field->value.empty();
    const bool is_loud = is_all_capitals(key) || line.bold;
    if (is_over_) return is_loud && topic != Topic::Guide;
    if (is_field_of_section(topic) && document_.is_structured)
      return is_loud || begins_with(folded(key), U"text labels");
    if (topic == Topic::Everything) return false;  // a sentence within its block
    if (topic == Topic::Guide || is_field_of_section(topic)) return is_loud || (topic == Topic::Labels && !has_value);
    return is_loud || !has_latin(key) || has_han(key) || (key.size() > 0 && key[0] >= U'A' && key[0] <= U'Z');
  }

  void open(Block block) {
    document_.blocks.push_back(std::move(block));
    is_over_ = false;
  }

  const std::vector<Line>& lines_;
  Document document_;
  std::size_t front_ = 0;  // blocks of the front matter
  bool follows_blank_ = false, is_chinese_ = false;
  bool is_over_ = false;  // the boilerplate was there
};

}  // namespace

std::optional<Field> read_field(View text) {
  const std::size_t colon = find_outside(text, U":：");
  if (colon == View::npos || colon == 0) return std::nullopt;
  return Field{Text(trimmed(text.substr(0, colon))), Text(trimmed(text.substr(colon + 1)))};
}

Document read_document(const std::vector<Line>& lines) { return DocumentReader(lines).read(); }

}  // namespace sixiang::brief
