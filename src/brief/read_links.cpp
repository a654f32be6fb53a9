#include <algorithm>

#include "brief/color_words.h"
#include "brief/names.h"
#include "brief/quotes.h"
#include "brief/readers.h"
#include "brief/section_lines.h"

namespace sixiang::brief {

namespace {

constexpr View kBackWords[] = {U"反馈", U"回路",     U"返回",    U"回头",       U"退回",      U"折返",
                               U"返工", U"往回",     U"回到",    U"循环",       U"回环",      U"闭环",
                               U"loop", U"feedback", U"back to", U"loops back", U"loop back", U"returns"};
constexpr View kDashedWords[] = {U"虚线", U"dashed", U"dotted"};
constexpr std::size_t kMaxLinks = 256;

class LinkReader {
 public:
  explicit LinkReader(Context& context) : context_(context), names_(context.draft.sections) {
    for (std::size_t i = 0; i < context.draft.sections.size(); ++i) {
      if (context.draft.sections[i].place == SectionPlace::Flow) flow_.push_back(i);
    }
  }

  void read(const SectionLink& link) {
    if (std::max(link.from, link.to) >= context_.draft.sections.size()) return;
    add(link.from, link.to, link.text, link.is_dashed ? LineStyle::Dashed : LineStyle::Solid, link.line);
    context_.report.read(link.line, "link");
    const std::optional<SaidColor> color = link.color ? find_color(*link.color) : std::nullopt;
    for (DraftLink& own : context_.draft.links) {
      if (color && own.from == link.from && own.to == link.to && own.text == link.text) own.color = color->color;
    }
  }
  void read(const Block& block) {
    context_.report.read(block.line, "links");
    const Text key = folded(block.key);
    style_ = contains_any(key, kDashedWords) || contains_any(key, kBackWords) ? LineStyle::Dashed : LineStyle::Solid;
    for (const Said& said : said_in(block)) read_line(said);
  }

 private:
  // «Arrows 3 → 4, 4 → 5 and 5 → 6 in Plum (#8C6BA8), the other four in Crimson (#D4504A)»: colours of what is there.
  bool read_colored(View source) {
    const Text low = folded(source);
    const bool asks = begins_with(low, U"arrow") || begins_with(low, U"箭头") || begins_with(low, U"the arrow");
    if (!asks || count_codes(source) == 0) return false;
    const Text text = replaced(replaced(source, U" and ", U", "), U"和", U", ");
    std::vector<std::size_t> meant;
    std::vector<bool> is_said(context_.draft.links.size(), false);
    for (const Extent piece : split(text, U",，;；、")) {
      const View part = slice(View(text), piece);
      const std::optional<SaidColor> color = find_color(part);
      const std::optional<SaidColor> code = color && color->is_code ? color : std::nullopt;
      const Text words = folded(part.substr(0, code ? code->extent.begin : View::npos));
      const bool is_rest =
          holds_any(words, std::initializer_list<View>{U"other", U"others", U"rest", U"其余", U"其他"});
      for (std::size_t i = 0; i < context_.draft.links.size(); ++i) {
        if (is_rest ? !is_said[i] : is_named(context_.draft.links[i], words)) meant.push_back(i);
      }
      if (!code || !code->color) continue;
      for (const std::size_t i : meant) {
        context_.draft.links[i].color = code->color;
        is_said[i] = true;
      }
      meant.clear();
    }
    return true;
  }
  // «arrows 3 → 4 in plum» of the link from 3 to 4.
  bool is_named(const DraftLink& link, View words) const {
    for (const View sign : {U"→", U"->", U"=>", U"⟶", U"到", U" to "}) {
      const std::size_t at = words.find(sign);
      if (at == View::npos) continue;
      const std::vector<std::size_t> from = mentioned(words.substr(0, at)),
                                     to = mentioned(words.substr(at + sign.size()));
      return !from.empty() && !to.empty() && from.back() == link.from && to.front() == link.to;
    }
    return false;
  }
  void read_line(const Said& said) {
    View text = said.text;
    if (read_colored(text)) return context_.report.read(said.line, "colours of links");
    if (!text.empty() && plain(text[0]) == U'(' && closing(text, 0) == text.size() - 1)
      text = trimmed(text.substr(1, text.size() - 2));
    const bool is_sentence = contains_any(folded(text), kBackWords) || contains_any(folded(text), kDashedWords) ||
                             contains(folded(text), U"the arrow");
    if (!has_arrow(text) && is_sentence && read_sentence(text, said.line)) return;
    if (const std::optional<Field> pair = field_of_equals(text);
        pair && !has_arrow(text) && read_pair(*pair, said.line))
      return;
    if (const std::optional<Field> field = read_field(text); field && !has_arrow(field->key)) {
      if (contains_any(folded(field->key), kBackWords) && read_way_back(*field, said.line)) return;
      if (read_pair(*field, said.line)) return;
      if (read_note(*field, said.line)) return;
    }
    if (const std::optional<Field> field = read_field(text);
        field && has_arrow(field->key) && !has_arrow(field->value)) {
      if (read_named_arrow(*field, said.line)) return;
    }
    for (const Extent piece : split(text, U";；")) {
      const View part = trimmed(slice(text, piece));
      if (!read_arrows_of(part, said.line)) read_other(part, said);
    }
  }

  // «康定 to 新都桥 = 翻折多山».
  static std::optional<Field> field_of_equals(View text) {
    const std::size_t at = text.find(U" = ");
    if (at == View::npos || at == 0) return std::nullopt;
    return Field{Text(trimmed(text.substr(0, at))), Text(trimmed(text.substr(at + 3)))};
  }
  // «还没熟就再来（虚线）»; «虚线» alone is no text.
  static Text without_note(View value) {
    const std::size_t open = value.find_last_of(U"(（");
    if (open == View::npos || plain(value.back()) != U')') return {};
    const Text text(trimmed(value.substr(0, open)));
    return contains_any(folded(text), kDashedWords) ? Text() : text;
  }
  // «2→3: 张量句柄, 零拷贝».
  bool read_named_arrow(const Field& field, int line) {
    const std::optional<ArrowGraph> graph = read_arrows(field.key);
    if (!graph || graph->arrows.size() != 1) return false;
    const std::optional<std::size_t> from = names_.find(graph->terms[0]), to = names_.find(graph->terms[1]);
    if (!from || !to) return false;
    // «A → B: 虚线 “…”».
    const std::optional<Quote> quote = first_quote(field.value);
    const bool is_dashed =
        contains_any(folded(View(field.value).substr(0, quote ? quote->outer.begin : View::npos)), kDashedWords);
    Text text = unquoted(field.value);
    if (is_dashed) text = quote ? Text(slice(field.value, quote->inner)) : without_note(field.value);
    add(*from, *to, text, is_dashed ? LineStyle::Dashed : LineStyle::Solid, line);
    context_.report.read(line, "link");
    return true;
  }
  // «反馈箭头: 金丝雀 → 构建, 标注“超阈值就回滚”».
  bool read_way_back(const Field& field, int line) {
    const std::size_t comma = find_outside(field.value, U",，;；");
    const std::optional<ArrowGraph> graph = read_arrows(View(field.value).substr(0, comma));
    if (!graph || graph->arrows.size() != 1) return false;
    const std::optional<std::size_t> from = names_.find(graph->terms[0]), to = names_.find(graph->terms[1]);
    if (!from || !to) return false;
    const std::optional<Quote> quote = comma == View::npos ? std::nullopt : first_quote(field.value, comma);
    add(*from, *to, quote ? Text(slice(field.value, quote->inner)) : graph->arrows[0].text, LineStyle::Dashed, line);
    context_.report.read(line, "link");
    return true;
  }

  // «日用钱 → 保命钱（留够了）»: what a bracket says behind the name of a section is said of the arrow.
  void name_by_brackets(ArrowGraph& graph) const {
    for (Arrow& arrow : graph.arrows) {
      const Text& term = graph.terms[arrow.to];
      const std::size_t open = term.find_last_of(U"(（");
      if (!arrow.text.empty() || open == Text::npos || open == 0 || plain(term.back()) != U')') continue;
      const std::optional<std::size_t> own = names_.find(View(term).substr(0, open));
      if (!own || names_.find(View(term).substr(open)) == own) continue;
      arrow.text = Text(trimmed(View(term).substr(open + 1, term.size() - open - 2)));
    }
    for (Text& term : graph.terms) {
      const std::size_t open = term.find_last_of(U"(（");
      if (open != Text::npos && open > 0 && plain(term.back()) == U')' && names_.find(View(term).substr(0, open)))
        term = Text(trimmed(View(term).substr(0, open)));
    }
  }
  // «1 → 2 "没命中"», «冻结 →(rc 包)→ 构建 → …».
  bool read_arrows_of(View text, int line) {
    std::optional<ArrowGraph> graph = read_arrows(text);
    if (!graph) return false;
    name_by_brackets(*graph);
    std::vector<std::optional<std::size_t>> sections;
    for (const Text& term : graph->terms) sections.push_back(names_.find(term));
    const bool is_all = graph->terms.size() == flow_.size() && graph->arrows.size() + 1 == flow_.size();
    const std::size_t known =
        std::size_t(std::count_if(sections.begin(), sections.end(), [](const auto& at) { return at.has_value(); }));
    const bool is_ambiguous = known < sections.size() || !are_different(sections);
    // As many as there are sections: the order settles each.
    if (is_all && is_ambiguous && 2 * known >= sections.size()) {
      for (std::size_t i = 0; i < sections.size(); ++i) sections[i] = flow_[i];
    } else if (is_dated_chain(*graph) && graph->terms.size() <= flow_.size()) {
      context_.report.read(line, "order of the sections");
      return true;
    }
    // «整形 → 折叠, label "摊成饼就再折一轮"».
    const std::optional<Quote> named = first_quote(graph->rest);
    if (named && graph->arrows.size() == 1 && graph->arrows[0].text.empty()) {
      graph->arrows[0].text = Text(slice(View(graph->rest), named->inner));
      graph->rest.clear();
    }
    bool is_any = false;
    for (const Arrow& arrow : graph->arrows) {
      if (!sections[arrow.from] || !sections[arrow.to]) {
        context_.report.leave_out(line, graph->terms[arrow.from] + U" → " + graph->terms[arrow.to], unknown_section());
        continue;
      }
      add(*sections[arrow.from], *sections[arrow.to], arrow.text, style_, line);
      is_any = true;
    }
    if (!graph->rest.empty() && !read_sentence(graph->rest, line))
      context_.report.leave_out(line, graph->rest, not_understood());
    if (is_any) context_.report.read(line, "links");
    return true;
  }
  static bool are_different(const std::vector<std::optional<std::size_t>>& sections) {
    for (std::size_t i = 0; i < sections.size(); ++i) {
      if (std::count(sections.begin(), sections.end(), sections[i]) > 1) return false;
    }
    return true;
  }
  // «2016 → 2020 → 2022»: what the axis shows anyway.
  static bool is_dated_chain(const ArrowGraph& graph) {
    return std::all_of(graph.terms.begin(), graph.terms.end(),
                       [](const Text& term) { return date_length(term) == term.size(); });
  }

  // «尝味到磨豆有反馈箭头, 标注"酸就磨细"», «The arrow from 6 back to 1 is dashed».
  bool read_sentence(View text, int line) {
    const Text low = folded(text);
    std::optional<std::size_t> from, to;
    bool is_back = contains_any(low, kBackWords);
    for (const View joint : {U"到", U"回到", U"返回", U" back to ", U" to "}) {
      const std::size_t at = low.find(joint);
      if (at == Text::npos) continue;
      View left = View(text).substr(0, at);
      View right = text.substr(at + joint.size());
      if (const std::size_t start = folded(left).rfind(U"from "); start != Text::npos) left = left.substr(start + 5);
      if (const std::size_t comma = left.find_last_of(U",，;；(（"); comma != View::npos) left = left.substr(comma + 1);
      const std::vector<std::size_t> before = mentioned(left), behind = mentioned(right);
      if (before.empty() || behind.empty()) continue;
      from = before.back();
      to = behind.front();
      break;
    }
    if (!from || !to) {
      const std::vector<std::size_t> all = names_.within(text);
      if (all.size() == 2 && is_back) {
        from = all[0];
        to = all[1];
      }
    }
    if (!from || !to) return false;
    const std::optional<Quote> quote = first_quote(text);
    const bool is_dashed = contains_any(low, kDashedWords) || (is_back && *to < *from);
    add(*from, *to, quote ? Text(slice(text, quote->inner)) : Text(), is_dashed ? LineStyle::Dashed : LineStyle::Solid,
        line);
    context_.report.read(line, "link");
    return true;
  }
  // Names, or bare numbers: «from 6 back to 1».
  std::vector<std::size_t> mentioned(View text) const {
    std::vector<std::size_t> found = names_.within(text);
    if (!found.empty()) return found;
    for (const Text& word : words_of(text)) {
      if (const std::optional<std::size_t> at = names_.find(word)) found.push_back(*at);
    }
    return found;
  }

  // «ODS 到 DWD: 清洗», «1 to 2: …».
  bool read_pair(const Field& field, int line) {
    for (const View joint : {U"到", U" to ", U"至", U"-", U"–"}) {
      const std::size_t at = folded(field.key).find(joint);
      if (at == Text::npos || at == 0) continue;
      const std::optional<std::size_t> from = names_.find(trimmed(View(field.key).substr(0, at)));
      const std::optional<std::size_t> to = names_.find(trimmed(View(field.key).substr(at + joint.size())));
      if (!from || !to || from == to) continue;
      add(*from, *to, unquoted(field.value), LineStyle::Solid, line);
      context_.report.read(line, "link");
      return true;
    }
    return false;
  }

  // «标注加速趋势: 天级 → 小时级»: said of the whole axis; it stands at the foot.
  bool read_note(const Field& field, int line) {
    View key = field.key;
    bool is_note = false;
    for (const View word : {U"标注", U"注明", U"annotation", U"annotate", U"label"}) {
      if (!begins_with(folded(key), word)) continue;
      key = trimmed(key.substr(word.size()));
      is_note = true;
      break;
    }
    if (!is_note || names_.find(key)) return false;
    DraftSection& bar = add_bar(context_, line);
    const Text text = key.empty() ? field.value : Text(key) + U": " + field.value;
    add_text(context_, bar, text, line, Parting::Whole, LabelRole::Text, "the bar");
    bar.labels.back().bullet = Bullet::None;
    return true;
  }

  // «Kaolin 提供几何原语»: of the section that has what it begins with; on the arrow that leaves it, where that has no
  // name yet, else in the section.
  void read_other(View text, const Said& said) {
    const std::optional<std::size_t> owner = owner_of(text);
    if (!owner) return context_.report.leave_out(said.line, text, not_understood());
    const auto link = std::find_if(context_.draft.links.begin(), context_.draft.links.end(),
                                   [&](const DraftLink& other) { return other.from == *owner && other.text.empty(); });
    if (link != context_.draft.links.end()) {
      link->text = Text(text);
      return context_.report.read(said.line, "link");
    }
    DraftSection& section = context_.draft.sections[*owner];
    add_text(context_, section, text, said.line, Parting::Whole, LabelRole::Callout,
             section_name(context_.draft, section));
  }
  std::optional<std::size_t> owner_of(View text) const {
    const std::vector<Text> words = words_of(text);
    if (words.empty() || words[0].size() < 2) return std::nullopt;
    for (std::size_t i = 0; i < context_.draft.sections.size(); ++i) {
      for (const DraftLabel& label : context_.draft.sections[i].labels) {
        const std::vector<Text> own = words_of(label.text);
        if (!own.empty() && own[0] == words[0]) return i;
      }
    }
    return names_.find(words[0]);
  }

  void add(std::size_t from, std::size_t to, const Text& text, LineStyle style, int line) {
    if (from == to || context_.draft.links.size() >= kMaxLinks) return;
    for (DraftLink& link : context_.draft.links) {
      if (link.from != from || link.to != to || !(link.text.empty() || text.empty() || link.text == text)) continue;
      if (link.text.empty()) link.text = text;
      if (style == LineStyle::Dashed) link.style = style;
      return;
    }
    DraftLink link;
    link.from = from;
    link.to = to;
    link.text = text;
    link.style = style;
    link.line = line;
    context_.draft.links.push_back(std::move(link));
  }

  Context& context_;
  SectionNames names_;
  std::vector<std::size_t> flow_;
  LineStyle style_ = LineStyle::Solid;  // as the block's key says
};

}  // namespace

void read_links(Context& context) {
  for (const SectionLink& link : context.document.links) LinkReader(context).read(link);
  for (const Block* block : blocks_of(context.document, Topic::Arrows)) LinkReader(context).read(*block);
}

}  // namespace sixiang::brief
