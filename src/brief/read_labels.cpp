#include <algorithm>

#include "brief/formulas.h"
#include "brief/icons.h"
#include "brief/names.h"
#include "brief/quotes.h"
#include "brief/readers.h"
#include "brief/section_lines.h"

namespace sixiang::brief {

namespace {

LabelRole role_of(SaidAs as) {
  switch (as) {
    case SaidAs::Key:
      return LabelRole::Key;
    case SaidAs::Tag:
    case SaidAs::Badge:
      return LabelRole::Tag;
    case SaidAs::Figure:
      return LabelRole::Figure;
    case SaidAs::Code:
      return LabelRole::Code;
    default:
      return LabelRole::Text;
  }
}

// «字体圆润，字号要大»: how words are to look.
bool speaks_of_letters(View text) {
  if (!quotes_of(text).empty()) return false;
  for (const View word : {U"字体", U"字号", U"文字简短", U"文字要", U"font", U"lettering"}) {
    if (contains(folded(text), word)) return true;
  }
  return false;
}

class LabelReader {
 public:
  explicit LabelReader(Context& context)
      : context_(context), names_(context.draft.sections), may_add_(context.draft.sections.empty()) {}

  void read(const Block& block) {
    context_.report.read(block.line, "labels");
    for (const Said& said : said_in(block)) {
      const std::optional<Field> field = read_field(said.text);
      if (speaks_of_letters(said.text)) {
        context_.report.read(said.line, "style");
      } else if (field && find_topic(field->key) == Topic::Everything) {
        context_.report.read(said.line, "of all sections");
      } else if (said.source && field && said.source->marker != Marker::None) {
        read_named(field->key, field->value, said.line);
      } else if (field && !quotes_of(field->value).empty() && (names_.find(field->key) || names_center(field->key))) {
        read_named(field->key, field->value, said.line);
      } else if (field && field->value.empty() && said.source && find_topic(field->key)) {
        context_.report.read(said.line, "names the lines below it");
      } else {
        read_list(said);
      }
    }
  }

 private:
  // «Center Disc», «中心小圆».
  static bool names_center(View key) {
    const Text low = folded(key);
    return low.size() <= 16 && begins_with_any(low, std::initializer_list<View>{U"center", U"centre", U"central",
                                                                                U"中心", U"中央", U"正中"});
  }
  void read_named(View key, View value, int line) {
    if (has_arrow(key)) return read_link(key, value, line);
    const std::optional<Topic> topic = find_topic(key);
    if (topic == Topic::Title) return read_title(value, line);
    if (topic == Topic::Center || topic == Topic::Hub || (names_center(key) && !quotes_of(value).empty()))
      return read_center(value, line);
    const Text low = folded(key);
    View name = key;
    LabelRole role = LabelRole::Text;
    for (const View ending : {U" tag", U" badge", U" label", U"标签", U"徽章"}) {
      if (!ends_with(low, ending) || low.size() == ending.size()) continue;
      name = trimmed(key.substr(0, key.size() - ending.size()));
      if (ending != U" label") role = LabelRole::Tag;
    }
    if (const std::optional<std::size_t> found = find_or_add(name, line)) return fill(*found, value, line, role);
    if (topic == Topic::Bar) {
      DraftSection& bar = add_bar(context_, line);
      context_.report.read(line, "bar at the foot");
      const std::vector<SaidLabel> whole = {{Text(value), SaidAs::Label, false}};
      for (const SaidLabel& label : quotes_of(value).empty() ? whole : read_labels(value)) {
        add_text(context_, bar, label.text, line, Parting::Whole, LabelRole::Text, "the bar");
      }
      for (DraftLabel& label : bar.labels) label.bullet = Bullet::None;
      return;
    }
    for (const SaidLabel& label : read_labels(value)) {
      if (label.as != SaidAs::Icon) context_.report.leave_out(line, label.text, unknown_section());
    }
  }

  std::optional<std::size_t> find_or_add(View name, int line) {
    if (!may_add_) return names_.find(name);
    if (find_topic(name) == Topic::Bar) return std::nullopt;
    SectionNames now(context_.draft.sections);
    if (const std::optional<std::size_t> known = now.find(name)) return known;
    DraftSection* added = add_section(context_, line, name);
    if (!added) return std::nullopt;
    added->name = added->zone = Text(name);
    return context_.draft.sections.size() - 1;
  }

  void read_title(View value, int line) {
    context_.report.read(line, "title");
    for (const SaidLabel& label : read_labels(value)) {
      if (context_.draft.title.empty()) {
        context_.draft.title = label.text;
      } else if (contains(context_.draft.title, label.text) && label.text != context_.draft.title) {
        context_.draft.emphasis = label.text;
      }
    }
  }
  void read_center(View value, int line) {
    for (const SaidLabel& label : read_labels(value)) add_to_center(context_, label.text, CenterRole::Text, line);
  }

  void fill(std::size_t at, View value, int line, LabelRole role) {
    DraftSection& section = context_.draft.sections[at];
    const std::string where = section_name(context_.draft, section);
    context_.report.read(line, "labels of " + where);
    bool is_first = true;
    for (const SaidLabel& label : read_labels(value)) {
      if (label.as == SaidAs::Icon) {
        if (section.icon.empty()) set_icon(context_, section, label.text, line);
        continue;
      }
      const bool is_title = (is_first && section.title.empty() && section.place == SectionPlace::Flow &&
                             role == LabelRole::Text && label.as == SaidAs::Label) ||
                            label.as == SaidAs::Title;
      // «上带 - 光圈» and «上带: “光圈 Aperture”»: the zone's name was a part of it.
      const bool is_longer = is_first && label.as == SaidAs::Label && role == LabelRole::Text &&
                             section.place == SectionPlace::Flow && !section.title.empty() &&
                             section.title == section.name && label.text.size() > section.title.size() &&
                             begins_with(label.text, section.title + U" ");
      if (is_longer) section.title.clear();
      if ((is_title || is_longer) && section.title.empty()) {
        set_title(section, label.text);
        context_.report.read(line, "title of " + where);
      } else if ((label.as == SaidAs::Subtitle || label.as == SaidAs::Detail) && section.subtitle.empty()) {
        section.subtitle = label.text;
      } else if (!has_text(section, label.text)) {
        add_text(context_, section, label.text, line, Parting::Whole,
                 role == LabelRole::Text ? role_of(label.as) : role, where);
        if (!section.labels.empty() && label.as == SaidAs::Keyword) section.labels.back().is_stressed = true;
      }
      is_first = false;
    }
    if (section.place != SectionPlace::Flow && section.labels.size() == 1) section.labels[0].bullet = Bullet::None;
  }

  // «Mesh → SDF: "扫描转换", sublabel "O(log F)", second arrow "…"».
  void read_link(View key, View value, int line) {
    const std::optional<ArrowGraph> graph = read_arrows(key);
    const std::optional<std::size_t> from =
        graph && graph->terms.size() == 2 ? names_.find(graph->terms[0]) : std::nullopt;
    const std::optional<std::size_t> to = from ? names_.find(graph->terms[1]) : std::nullopt;
    if (!to) return context_.report.leave_out(line, Text(key) + U": " + Text(value), unknown_section());
    DraftLink link;
    link.from = *from;
    link.to = *to;
    link.line = line;
    std::vector<DraftLink> others;
    for (const SaidLabel& label : read_labels(value)) {
      if (label.as == SaidAs::Detail && !(others.empty() ? link : others.back()).text.empty()) {
        (others.empty() ? link : others.back()).detail = label.text;
      } else if (label.as == SaidAs::Second || !link.text.empty()) {
        others.push_back(link);
        others.back().text = label.text;
        others.back().detail.clear();
      } else {
        link.text = label.text;
      }
    }
    context_.report.read(line, "link");
    context_.draft.links.push_back(std::move(link));
    for (DraftLink& other : others) context_.draft.links.push_back(std::move(other));
  }

  // Labels of all zones in one list: each says by its beginning, or by being there already, where it belongs.
  void read_list(const Said& said) {
    context_.report.read(said.line, "labels");
    if (read_named_quotes(said)) return;
    for (const SaidLabel& label : read_labels(said.text)) {
      if (label.as == SaidAs::Icon || is_known(label.text)) continue;
      const std::optional<SectionNames::Beginning> beginning = names_.at_beginning(label.text);
      if (beginning && beginning->length < label.text.size()) {
        DraftSection& section = context_.draft.sections[beginning->section];
        const View rest = trimmed(View(label.text).substr(beginning->length), U":：-—");
        DraftLabel first;
        first.text = Text(rest);
        first.line = said.line;
        first.role = LabelRole::Callout;
        section.labels.insert(section.labels.begin(), first);
        context_.report.read(said.line, "label of " + section_name(context_.draft, section));
      } else if (!context_.draft.title.empty() && contains(context_.draft.title, label.text)) {
        context_.draft.emphasis = label.text == context_.draft.title ? Text() : label.text;
      } else {
        context_.report.leave_out(said.line, label.text, no_place());
      }
    }
  }
  // «左上 "P = MC", 右上 "长期利润归零"»: before each quote stands whose it is.
  bool read_named_quotes(const Said& said) {
    const std::vector<Quote> quotes = quotes_of(said.text);
    std::vector<std::pair<std::size_t, Text>> found;
    std::size_t done = 0;
    for (const Quote& quote : quotes) {
      const View before = trimmed(View(said.text).substr(done, quote.outer.begin - done), U",，;；:：、");
      const std::optional<std::size_t> at = before.empty() ? std::nullopt : names_.find(before);
      if (!at) return false;
      found.emplace_back(*at, Text(said.text.substr(quote.outer.begin, quote.outer.end - quote.outer.begin)));
      done = quote.outer.end;
    }
    for (const auto& [at, label] : found) fill(at, label, said.line, LabelRole::Text);
    return !found.empty();
  }
  // In a section already: a label that is a part of a line, with a number in it, is what that line is about.
  bool is_known(View text) {
    bool found = false;
    for (DraftSection& section : context_.draft.sections) {
      if (!has_text(section, text)) continue;
      found = true;
      if (std::any_of(text.begin(), text.end(), is_digit)) figures_.push_back(Text(text));
    }
    return found;
  }

 public:
  std::vector<Text> figures_;

 private:
  Context& context_;
  SectionNames names_;
  bool may_add_;
};

// The sentence that asks for something in large type, folded; empty: none does.
std::string large_words(const Document& document) {
  const auto asks = [](View text) {
    const Text low = folded(text);
    for (const View words : {U"largest type", U"largest text", U"big number", U"large number", U"in large type",
                             U"biggest", U"大字", U"最大"}) {
      const std::size_t at = low.find(words);
      if (at == Text::npos) continue;
      // Of its clause.
      const std::size_t comma = View(low).substr(0, at).find_last_of(U",;，；:：.。");
      return to_utf8(View(low).substr(comma == View::npos ? 0 : comma + 1, at + words.size()));
    }
    return std::string();
  };
  for (const Line& line : document.prose) {
    if (std::string found = asks(line.text); !found.empty()) return found;
  }
  for (const Block& block : document.blocks) {
    if (std::string found = asks(block.value); !found.empty()) return found;
    for (const Line& line : block.lines) {
      if (std::string found = asks(line.text); !found.empty()) return found;
    }
  }
  return {};
}

struct UnitWord {
  View word, units;  // what is to be large, and the signs that its figures have, parted by blanks
};
constexpr UnitWord kUnits[] = {
    {U"temperature", U"° ℃ ℉ 度"},
    {U"days", U"天 日 day"},
    {U"hours", U"小时 时 hour"},
    {U"minutes", U"分钟 分 min"},
    {U"time", U"天 小时 分钟 秒"},
    {U"price", U"元 ¥ $ 块"},
    {U"cost", U"元 ¥ $ 块"},
    {U"percent", U"%"},
    {U"percentage", U"%"},
    {U"weight", U"克 kg g 斤"},
    {U"year", U"年"},
    {U"distance", U"米 km 公里"},
    {U"温度", U"° ℃ 度"},
    {U"天数", U"天 日"},
    {U"时间", U"天 小时 分钟"},
    {U"价格", U"元 ¥"},
    {U"百分比", U"%"},
};

bool names_unit(const Document& document) {
  const Text words = to_text(large_words(document));
  return std::any_of(std::begin(kUnits), std::end(kUnits), [&words](const UnitWord& unit) {
    return has_han(unit.word) ? contains(words, unit.word) : holds_word(words, unit.word);
  });
}

// Of the figures, those of what is asked to be large: «days in the biggest type».
std::vector<Text> asked_figures(const Document& document, const std::vector<Text>& figures) {
  const std::string asked = large_words(document);
  const Text words = to_text(asked);
  for (const UnitWord& unit : kUnits) {
    if (!(has_han(unit.word) ? contains(words, unit.word) : holds_word(words, unit.word))) continue;
    std::vector<Text> found;
    for (const Text& figure : figures) {
      for (const Extent sign : split(unit.units, U" ")) {
        if (!contains(figure, slice(unit.units, sign))) continue;
        found.push_back(figure);
        break;
      }
    }
    if (!found.empty()) return found;
  }
  return figures;
}

// What begins with a digit in labels: «水温 60°C», «30°C 以下».
std::vector<Text> figures_in(const Draft& draft) {
  std::vector<Text> figures;
  for (const DraftSection& section : draft.sections) {
    for (const DraftLabel& label : section.labels) {
      const auto digit = std::find_if(label.text.begin(), label.text.end(), is_digit);
      if (digit != label.text.end() && label.text.size() <= 24) figures.emplace_back(digit, label.text.end());
    }
  }
  return figures;
}

// «锅面 180-220°C» with the figure «180-220°C»: the figure, and below it what it is.
void make_figures(Draft& draft, const std::vector<Text>& figures) {
  for (DraftSection& section : draft.sections) {
    if (section.place != SectionPlace::Flow) continue;
    for (DraftLabel& label : section.labels) {
      if (label.role != LabelRole::Text && label.role != LabelRole::Callout) continue;
      const auto found = std::find_if(figures.begin(), figures.end(),
                                      [&](const Text& figure) { return contains(label.text, figure); });
      if (found == figures.end()) continue;
      const Text rest(trimmed(replaced(label.text, *found, U" "), U",，:：→⇒"));
      label.role = LabelRole::Figure;
      label.text = rest.empty() ? *found : *found + U"\n" + single_spaced(rest);
      break;
    }
  }
}

}  // namespace

bool wants_large_figures(const Document& document) { return !large_words(document).empty(); }

void read_labels(Context& context) {
  if (context.document.is_structured) return;
  const bool large = wants_large_figures(context.document);
  for (const Block* block : blocks_of(context.document, Topic::Labels)) {
    LabelReader reader(context);
    reader.read(*block);
    if (large) make_figures(context.draft, asked_figures(context.document, reader.figures_));
  }
  if (large && names_unit(context.document) && blocks_of(context.document, Topic::Labels).empty()) {
    make_figures(context.draft, asked_figures(context.document, figures_in(context.draft)));
  }
  for (DraftSection& section : context.draft.sections) {
    if (section.title.empty() && section.place == SectionPlace::Flow)
      set_title(section, section.quoted.empty() ? section.name : section.quoted);
  }
}

}  // namespace sixiang::brief
