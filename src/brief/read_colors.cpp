#include <algorithm>

#include "base/oklab.h"
#include "brief/color_rows.h"
#include "brief/color_words.h"
#include "brief/names.h"
#include "brief/quotes.h"
#include "brief/readers.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kMaxStatements = 256;

bool speaks_of(View text, std::initializer_list<View> words) { return holds_any(text, words); }

// «Blue (#A8D8EA) for analysis steps»: a colour, and what has it.
struct Statement {
  Text target;  // folded; empty: none is named
  SaidColor color;
  Text whole;  // as written
  int line = 0;
};

std::optional<Extent> find_purpose(View text) {
  for (const View word : {U"for", U"用于", U"代表", U"表示"}) {
    if (const std::optional<Extent> found = find_word(text, word)) return found;
  }
  return std::nullopt;
}

// What is named in a clause without its colour.
Text target_of(View clause, const SaidColor& color) {
  const Text text = folded(clause);
  std::size_t begin = color.extent.begin, end = color.extent.end;
  if (begin > 0 && text[begin - 1] == U'(') --begin;
  if (end < text.size() && text[end] == U')') ++end;
  const View before = trimmed(View(text).substr(0, begin)), behind = trimmed(View(text).substr(end));
  const std::optional<Extent> purpose = find_purpose(behind);
  if (purpose) return Text(trimmed(behind.substr(purpose->end)));
  if (const std::size_t in = before.rfind(U" in "); in != View::npos)
    return Text(trimmed(before.substr(0, in))) + U" " + Text(behind);
  return Text(before) + U" " + Text(behind);
}

class ColorReader {
 public:
  explicit ColorReader(Context& context) : context_(context), draft_(context.draft), names_(context.draft.sections) {}

  void read(const Block& block) {
    context_.report.read(block.line, "colours");
    for (const Line& line : block.lines) context_.report.read(line.number, "colours");
    for (const Said& said : sentences_in(block)) read_sentence(said);
    apply_alternating();
  }

  // What it names and the poster lacks is nothing to tell.
  void read_template(const Block& block) {
    is_quiet_ = true;
    for (const Line& line : block.lines) {
      const std::optional<Field> field = read_field(line.text);
      if (field && count_codes(field->value) == 1) read_clause(line.text, field->key, line.number);
    }
  }

 private:
  void read_sentence(const Said& source) {
    const Said said{source.line, with_commas(source.text), source.source};
    context_.report.read(said.line, "colours");
    const std::optional<Field> field = read_field(said.text);
    if (field && read_in_order(*field, said)) return;
    if (field && read_of_section(*field, said)) return;
    if (field && count_codes(said.text) <= 1) {
      read_clause(field->key + U": " + field->value, field->key, said.line);
      return;
    }
    const bool is_turn = speaks_of(said.text, {U"依次", U"轮流", U"交替", U"分别"});
    const View separators = is_turn ? View(U",，;；、") : View(U",，;；");
    // «page: #F6F3EA, 康定 = #F2C9A1»: the key is of the first alone.
    const bool is_of_first =
        field && (names_a_section(field->key) || speaks_of(folded(field->key), {U"page", U"background"}));
    const View list = field && !is_of_first ? View(field->value) : View(said.text);
    Text before;  // «水基灭火器, 泡沫灭火器 and 干沙 in Sky (#B2D9EC)»: names whose colour is still to come
    for (const Extent clause : split(list, separators)) {
      const Text text = before + Text(trimmed(slice(list, clause), U".。"));
      if (!find_color(text) && names_a_section(text) && text.size() < 400) {
        before = text + U", ";
        continue;
      }
      before.clear();
      const std::optional<Field> inner = read_field(text);
      read_clause(text, inner ? View(inner->key) : View(), said.line);
    }
  }

  // «Flour background #FBF5E9 · Steps 1-2 wheat #EBD5A8», «page = #F6F3EA | 康定 = #F2C9A1»: parted by other signs.
  static Text with_commas(View source) {
    Text text(source);
    if (count_codes(source) < 2) return text;
    // «苹果 #F9D5D3、梨 #F4EFC6», each with its own.
    for (std::size_t i = text.find(U'、'); i != Text::npos; i = text.find(U'、', i + 1)) {
      const View behind = View(text).substr(i + 1, 24);
      const std::size_t code = behind.find_first_of(U"#＃、，,；;");
      const bool follows_code = i >= 7 && (text[i - 7] == U'#' || text[i - 1] == U')' || text[i - 1] == U'）');
      if (follows_code && code != View::npos && code > 0 && (behind[code] == U'#' || behind[code] == U'＃'))
        text[i] = U'，';
    }
    for (const View sign : {U" · ", U" | ", U" ｜ ", U" / ", U" ／ ", U" • "}) text = replaced(text, sign, U", ");
    return text;
  }
  // «branches, in the same order: #8ECAE6, #BDE0A8, …», «column headers, left to right: …»: one for each section.
  bool read_in_order(const Field& field, const Said& said) {
    const Text key = folded(field.key);
    const bool asks = speaks_of(key, {U"order", U"left to right", U"top to bottom", U"clockwise", U"in turn",
                                      U"respectively", U"依次", U"按顺序", U"从左到右", U"从上到下", U"顺时针"});
    std::vector<SaidColor> colors;
    for (const Extent clause : split(field.value, U",，;；、")) {
      const std::optional<SaidColor> color = find_color(slice(View(field.value), clause));
      if (color && color->is_code && color->color) colors.push_back(*color);
    }
    const auto is_flow = [](const DraftSection& section) { return section.place == SectionPlace::Flow; };
    if (!asks ||
        std::count_if(draft_.sections.begin(), draft_.sections.end(), is_flow) != std::ptrdiff_t(colors.size()))
      return false;
    std::size_t next = 0;
    for (DraftSection& section : draft_.sections) {
      if (is_flow(section)) color_section(section, {key, colors[next++], field.key, said.line});
    }
    return true;
  }

  // «GAN quadrant: Blue (#A8D8EA) light background, coral (#FF0000) header, darker blue outlines»: all of it is said of
  // that section. The first is its fill; one without a code counts where it says of what it is.
  bool read_of_section(const Field& field, const Said& said) {
    const std::vector<std::size_t> found = names_.within(folded(field.key));
    if (found.size() != 1) return false;
    const std::vector<Extent> clauses = split(field.value, U",，;；");
    if (clauses.size() < 2 || !quotes_of(field.key).empty()) return false;
    // «汤底: 奶黄 (#F6E2B3); 酱汁: 焦糖 (#DDB28A)» speaks of others.
    const bool names_others = std::any_of(clauses.begin() + 1, clauses.end(), [&](const Extent& clause) {
      const std::optional<Field> own = read_field(slice(View(field.value), clause));
      return own && names_a_section(own->key);
    });
    if (names_others) return false;
    DraftSection& section = draft_.sections[found[0]];
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const View clause = trimmed(slice(View(field.value), clauses[i]), U".。");
      const Text low = folded(clause);
      const bool is_outline = speaks_of(low, {U"outline", U"outlines", U"border", U"borders", U"边框", U"描边"});
      const bool is_of_part = is_outline || speaks_of(low, {U"header", U"headers", U"heading", U"标题栏", U"标题条"});
      const std::optional<SaidColor> color = find_color(clause);
      if (i == 0 || (color && color->is_code)) {
        read_clause(Text(field.key) + U": " + Text(clause), i == 0 || is_of_part ? View(field.key) : View(), said.line);
      } else if (is_outline && section.fill && (contains(low, U"dark") || contains(low, U"深"))) {
        section.accent = mixed(*section.fill, Color{0, 0, 0, 255}, 0.5f);
      } else if (color && is_of_part) {
        read_clause(Text(field.key) + U": " + Text(clause), field.key, said.line);
      }
    }
    return true;
  }

  void read_clause(View clause, View key, int line) {
    if (++statements_ > kMaxStatements) return;
    const std::optional<SaidColor> color = find_color(clause);
    if (!color) return;
    Statement statement;
    statement.color = *color;
    statement.whole = Text(clause);
    statement.line = line;
    statement.target = target_of(clause, *color);
    const View low = statement.target;
    if (!color->color) {
      return context_.report.leave_out(line, slice(clause, color->extent), unknown_color());
    }
    if (speaks_of(low, {U"alternating", U"alternate", U"in turn", U"交替", U"轮流", U"依次"})) {
      alternating_ = {*color->color};
      is_alternating_ = true;
      return;
    }
    bool has_target = apply(statement, key);
    const bool names_target = contains(folded(clause), U" for ") || contains(clause, U"用于");
    // «Left side in Sky Blue (#A5D2E8) tones for renting»: by its purpose nothing goes, by its place something may.
    if (const std::size_t in = folded(clause).find(U" in "); !has_target && names_target && in < color->extent.begin) {
      statement.target = folded(clause.substr(0, in));
      has_target = apply(statement, key);
    }
    if (has_target || names_target) {
      is_alternating_ = false;
      if (!has_target && color->is_code && !is_quiet_) context_.report.leave_out(line, clause, unknown_target());
    } else if (is_alternating_) {
      alternating_.push_back(*color->color);
    } else if (color->is_code && !is_quiet_) {
      context_.report.leave_out(line, clause, unknown_target());
    }
  }

  // True where the colour found what it is for.
  bool apply(const Statement& statement, View key) {
    const View target = statement.target;
    const Color color = *statement.color.color;
    if (const std::optional<Quote> quote = first_quote(key.empty() ? View(statement.whole) : key);
        quote && apply_to_badge(slice(key.empty() ? View(statement.whole) : key, quote->inner), color))
      return true;
    if (speaks_of(target, {U"background", U"page", U"paper", U"背景", U"底色"}) &&
        !names_a_section(key.empty() ? target : key))
      return apply_to_page(statement);
    if (speaks_of(target, {U"table header", U"table head", U"header row", U"head row", U"表头"}))
      return color_table_heads(draft_, color);
    if (speaks_of(target, {U"highlighted row", U"highlight row", U"高亮行", U"重点行"}))
      return color_highlighted_rows(draft_, color);
    if (speaks_of(target, {U"row", U"一行", U"行"}) && color_row(draft_, folded(statement.whole), color)) return true;
    if (speaks_of(target, {U"row", U"一排", U"排", U"行"})) {
      const std::vector<std::size_t> cards = cards_of_row(draft_, target);
      for (const std::size_t card : cards) color_section(draft_.sections[card], statement);
      if (!cards.empty()) return true;
    }
    if (speaks_of(target, {U"formula", U"formulas", U"equation", U"equations", U"公式"})) {
      draft_.key_formula = color;
      if (speaks_of(target, {U"arrow", U"arrows", U"箭头"})) apply_to_links(statement);
      return true;
    }
    if (speaks_of(target, {U"card bodies", U"bodies", U"卡片底"})) return apply_to_all(color);
    if (const bool done = apply_to_links(statement); done) return true;
    if (speaks_of(target, {U"center", U"centre", U"center circle", U"hub", U"central", U"medallion", U"中心", U"中央",
                           U"圆心"}) &&
        apply_to_center(color))
      return true;
    if (apply_to_sections(statement, key)) return true;
    if (apply_to_shapes(target, color)) return true;
    if (statement.color.is_code && speaks_of(target, {U"其余", U"其他", U"剩下", U"the others", U"the rest"}))
      return apply_to_all(color);
    return apply_to_marks(target, statement.color);
  }

  bool names_a_section(View text) const { return !names_.within(text).empty(); }

  bool apply_to_page(const Statement& statement) {
    if (!statement.color.is_code && draft_.background) return true;
    draft_.background = statement.color.color;
    return true;
  }
  bool apply_to_badge(View text, Color color) {
    bool found = false;
    for (DraftSection& section : draft_.sections) {
      if (folded(section.badge) != folded(text) || section.badge.empty()) continue;
      section.badge_color = color;
      found = true;
    }
    return found;
  }
  bool apply_to_all(Color color) {
    for (DraftSection& section : draft_.sections) {
      if (section.place == SectionPlace::Flow && !section.fill) section.fill = color;
    }
    return true;
  }
  bool apply_to_center(Color color) {
    if (!draft_.center) return false;
    draft_.center->fill = color;
    return true;
  }

  // «return arrow», «yes branches», «arrows».
  bool apply_to_links(const Statement& statement) {
    const View target = statement.target;
    const auto set = [&](auto which) {
      bool any = false;
      for (DraftLink& link : draft_.links) {
        if (!which(link)) continue;
        link.color = statement.color.color;
        any = true;
      }
      return any;
    };
    const bool is_branch = speaks_of(target, {U"branch", U"branches", U"分支", U"arrow", U"arrows", U"箭头"});
    if (is_branch && speaks_of(target, {U"yes", U"true", U"是"})) return set(says_yes);
    if (is_branch && speaks_of(target, {U"no", U"false", U"否"})) return set(says_no);
    if (is_branch && apply_to_named_links(statement)) return true;
    const bool is_arrow = speaks_of(
        target, {U"arrow", U"arrows", U"arrowheads", U"connector", U"connectors", U"lines", U"箭头", U"连线"});
    if (is_arrow &&
        speaks_of(target, {U"return", U"feedback", U"back", U"dashed", U"loop", U"反馈", U"返回", U"虚线"})) {
      return set([](const DraftLink& link) { return link.to < link.from || link.style == LineStyle::Dashed; });
    }
    if (!is_arrow || speaks_of(target, {U"names on", U"labels on", U"text on"})) return is_arrow;
    if (statement.color.is_code && !speaks_of(target, {U"rising", U"falling", U"up", U"down", U"heads"}))
      draft_.arrow_color = statement.color.color;
    return true;
  }
  // «arrows marked 没有»: those of that text; the longest where one is in another.
  bool apply_to_named_links(const Statement& statement) {
    Text text;
    for (const DraftLink& link : draft_.links) {
      const Text own = folded(link.text);
      const bool is_marked =
          own.size() > text.size() && (has_han(own) || own.size() > 2) && contains(statement.target, own);
      if (is_marked) text = own;
    }
    if (text.empty()) return false;
    for (DraftLink& link : draft_.links) {
      if (folded(link.text) == text) link.color = statement.color.color;
    }
    return true;
  }
  static bool says_yes(const DraftLink& link) {
    constexpr View kYes[] = {U"是", U"yes", U"y", U"对", U"有", U"✓"};
    return std::find(std::begin(kYes), std::end(kYes), View(folded(link.text))) != std::end(kYes);
  }
  static bool says_no(const DraftLink& link) {
    constexpr View kNo[] = {U"否", U"no", U"n", U"不", U"无", U"没有", U"✗"};
    return std::find(std::begin(kNo), std::end(kNo), View(folded(link.text))) != std::end(kNo);
  }

  bool apply_to_sections(const Statement& statement, View key) {
    const View target = statement.target;
    std::vector<std::size_t> found = names_.within(key.empty() ? target : View(folded_key(key)));
    if (found.empty() && !key.empty()) {
      if (const std::optional<std::size_t> one = names_.find(key)) found = {*one};
    }
    // «card fills: sand #E6CFA3 up to 1088»: the key is of all.
    if (found.empty() && !key.empty()) found = names_.within(target);
    if (found.empty() && key.empty() && !target.empty()) {
      if (const std::optional<std::size_t> one = names_.find(target)) found = {*one};
    }
    // «the three cards inside Layer 2».
    const bool is_inside = speaks_of(target, {U"inside", U"within", U"里面", U"里的", U"内的"}) && found.size() == 1 &&
                           !draft_.sections[found[0]].sections.empty();
    if (is_inside) {
      for (DraftSection& nested : draft_.sections[found[0]].sections) color_section(nested, statement);
      return true;
    }
    for (const std::size_t at : found) color_section(draft_.sections[at], statement);
    return !found.empty();
  }
  const Text& folded_key(View key) {
    key_ = folded(key);
    return key_;
  }
  void color_section(DraftSection& section, const Statement& statement) {
    const Text said = folded(statement.whole);
    Color color = *statement.color.color;
    if (const std::optional<float> opacity = opacity_in(said))
      color = mixed(draft_.background.value_or(Color{255, 255, 255, 255}), color, *opacity);
    const bool is_dark_page = draft_.background && to_oklab(*draft_.background).lightness < 0.4f;
    if (speaks_of(said, {U"header", U"headers", U"heading", U"title strip", U"标题栏", U"标题条"})) {
      section.header = color;
    } else if (speaks_of(said, {U"border", U"frame", U"outline", U"边框"}) &&
               !speaks_of(said, {U"fill", U"background"})) {
      section.accent = color;
    } else if (is_dark_page && section.place == SectionPlace::Flow &&
               !speaks_of(said, {U"card", U"cards", U"fill", U"filled", U"卡片", U"填充"})) {
      section.header = color;
    } else if (!section.fill || statement.color.is_code) {
      section.fill = color;
    }
  }
  // «40% opacity».
  static std::optional<float> opacity_in(View text) {
    const std::size_t percent = text.find(U'%');
    const bool is_meant = contains(text, U"opacity") || contains(text, U"transparent") || contains(text, U"透明");
    if (percent == View::npos || !is_meant) return std::nullopt;
    std::size_t begin = percent;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    int value = 0;
    for (std::size_t i = begin; i < percent && value < 1000; ++i) value = 10 * value + int(text[i] - U'0');
    return value > 0 && value <= 100 ? std::optional(float(value) / 100.0f) : std::nullopt;
  }

  // Of a tree: «decision diamonds», «result boxes».
  bool apply_to_shapes(View target, Color color) {
    const bool asks = speaks_of(
        target, {U"diamond", U"diamonds", U"decision", U"decisions", U"question", U"questions", U"菱形", U"判断"});
    const bool answers =
        speaks_of(target, {U"result", U"results", U"outcome", U"outcomes", U"leaf", U"leaves", U"answers", U"answer",
                           U"remedies", U"boxes", U"结果", U"结论", U"方框", U"圆角矩形", U"圆角框"});
    if ((!asks && !answers) || draft_.links.empty()) return false;
    for (std::size_t i = 0; i < draft_.sections.size(); ++i) {
      const auto leaves = std::count_if(draft_.links.begin(), draft_.links.end(),
                                        [i](const DraftLink& link) { return link.from == i; });
      if (draft_.sections[i].place == SectionPlace::Flow && (leaves >= 2) == asks) draft_.sections[i].fill = color;
    }
    return true;
  }

  // What is small: text, outlines, badges, figures, accents.
  bool apply_to_marks(View target, const SaidColor& said) {
    const Color color = *said.color;
    const bool is_code = said.is_code;
    if (speaks_of(target, {U"text", U"ink", U"文字", U"正文"})) {
      if (is_code) draft_.ink = color;
      return true;
    }
    if (speaks_of(target, {U"outline", U"outlines", U"contours", U"轮廓", U"描边"})) {
      const bool is_of_all = words_of(target).size() <= 2;
      if (is_code && is_of_all) draft_.ink = color;
      return is_of_all;
    }
    if (speaks_of(target, {U"badge", U"badges", U"tag", U"tags", U"positioning", U"徽章", U"标签", U"定位"})) {
      for (DraftSection& section : draft_.sections) {
        if (!section.badge.empty() && !section.badge_color) section.badge_color = color;
      }
      return true;
    }
    bool found = false;
    for (DraftSection& section : draft_.sections) {
      for (DraftLabel& label : section.labels) {
        if (label.role != LabelRole::Figure) continue;
        if (!speaks_of(target, {U"number", U"numbers", U"figure", U"figures", U"temperature", U"temperatures",
                                U"percentage", U"percentages", U"数字", U"数据", U"温度", U"days", U"hours", U"minutes",
                                U"prices", U"costs", U"years", U"天数", U"emphasis"}))
          continue;
        label.color = color;
        found = true;
      }
    }
    if (found) return true;
    if (speaks_of(target, {U"emphasis", U"highlight", U"highlights", U"accent", U"accents", U"key", U"强调", U"重点",
                           U"点缀"})) {
      draft_.emphasis_color = draft_.emphasis_color.value_or(color);
      return true;
    }
    return false;
  }

  void apply_alternating() {
    if (alternating_.size() < 2) return;
    std::size_t next = 0;
    for (DraftSection& section : draft_.sections) {
      if (section.place == SectionPlace::Flow) section.fill = alternating_[next++ % alternating_.size()];
    }
  }

  Context& context_;
  Draft& draft_;
  SectionNames names_;
  Text key_;
  std::vector<Color> alternating_;
  bool is_alternating_ = false, is_quiet_ = false;
  std::size_t statements_ = 0;
};

}  // namespace

void read_colors(Context& context) {
  for (const Block* block : blocks_of(context.document, Topic::Background)) {
    context.report.read(block->line, "background");
    const std::optional<SaidColor> color = find_color(block->value);
    if (color && color->color) context.draft.background = color->color;
    if (color && !color->color) context.report.leave_out(block->line, block->value, unknown_color());
  }
  // A template's own: «- Background: pale cyan (#EEF6F8)».
  for (const Block& block : context.document.blocks) {
    if (block.line < context.document.template_end && block.topic != Topic::Colors)
      ColorReader(context).read_template(block);
  }
  for (const Block* block : blocks_of(context.document, Topic::Colors)) ColorReader(context).read(*block);
}

}  // namespace sixiang::brief
