#include "brief/free_brief.h"

#include <algorithm>

#include "brief/arrows.h"
#include "brief/aspect.h"
#include "brief/chat_frame.h"
#include "brief/color_words.h"
#include "brief/coordinates.h"
#include "brief/find_heads.h"
#include "brief/free_assembly.h"
#include "brief/free_branches.h"
#include "brief/free_colors.h"
#include "brief/free_fields.h"
#include "brief/free_notes.h"
#include "brief/free_page.h"
#include "brief/free_parts.h"
#include "brief/free_questions.h"
#include "brief/free_tables.h"
#include "brief/free_words.h"
#include "brief/hand_breaks.h"
#include "brief/outline_titles.h"
#include "brief/page_kinds.h"
#include "brief/plain_text.h"
#include "brief/quotes.h"
#include "brief/settings_tables.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kMostSections = 200;  // a poster holds fewer
constexpr View kBandWords[] = {U"通栏", U"横带", U"横条", U"步骤带", U"流程带", U"底带", U"色带"};
constexpr auto kSaidToDrawer = "said to whoever draws it, not printed";

class FreeReader {
 public:
  FreeReader(const std::vector<Line>& lines, FoundHeads found, Report& report)
      : lines_(lines),
        found_(std::move(found)),
        report_(report),
        bullets_(has_repeated_fields(lines) ? FieldBullets::Fields : FieldBullets::Labels) {}

  Rewritten rewrite() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (is_card_table(lines_, i)) {
        take_cards(i);
      } else {
        take(i++);
      }
    }
    title_of_first_line();
    tree_.settle();
    if (found_.is_tree && !sections_.empty()) page_.set_layout(U"决策树", sections_[0].line);
    if (found_.has_codes && asks_twice(sections_)) page_.add_layout(U"决策树", sections_[0].line);
    links_ = links_told(said_links_, branches_, sections_, report_);
    badges_told(said_links_, sections_);
    spans_told(said_links_, sections_);
    append(icons_, icons_told(said_links_, sections_));
    if (links_.empty()) put_in_place(sections_);
    if (const View kind = kind_of(sections_); !kind.empty()) page_.add_layout(kind, sections_[0].line);
    std::vector<Line> all = page_.head_lines();
    append(all, lines_of(sections_, report_));
    append(all, list_of(U"图标:", icons_));
    append(all, list_of(U"配色:", colors_told(said_colors_, sections_, report_)));
    append(all, page_.foot_lines());
    return {std::move(all), links_of_top(links_, sections_)};
  }

 private:
  enum class State : std::uint8_t { Page, Section, Guide, Title, Subtitle, Foot, Arrows, Center };

  // Where nothing says what the title is: the first line, if it is one.
  void title_of_first_line() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.text.empty() || line.rule) continue;
      const bool may_be = !found_.heads[i] && line.marker == Marker::None && !begins_with(line.text, U"|");
      const View title = may_be ? title_in_line(line.text) : View();
      if (!title.empty()) page_.set_title(title, line.number, 1);
      return;
    }
  }
  void take_cards(std::size_t& i) {
    const std::size_t begin = i;
    for (FreeSection& card : cards_of_table(lines_, i)) {
      if (sections_.size() < kMostSections) sections_.push_back(std::move(card));
    }
    for (std::size_t row = begin; row < i; ++row) report_.read(lines_[row].number, "cards of a table");
    state_ = State::Page;
  }

  void take(std::size_t i) {
    const Line& line = lines_[i];
    if (found_.table == i) {
      FreeSection section;
      section.line = line.number;
      section.head.title = page_.table_title();
      sections_.push_back(std::move(section));
      state_ = State::Section;
    }
    if (line.text.empty() || line.rule) {
      ends_paragraph_ = true;
      return;
    }
    const bool follows_gap = ends_paragraph_;
    ends_paragraph_ = false;
    if (found_.is_tree && tree_.take(line)) {
      state_ = State::Page;
      return;
    }
    if (found_.title == i) return page_.set_title(line.text, line.number, 2);
    const std::optional<Field> key = read_field(line.text);
    if (key && key->value.empty()) report_.read(line.number, "names the lines below it");
    if (found_.chain == i) return said_links_.push_back({line.text, line.number});
    const bool is_in_foot = state_ == State::Foot && found_.heads[i] && found_.heads[i]->form == HeadForm::Place;
    if (found_.heads[i] && !is_in_foot) return begin(*found_.heads[i], line);
    if (line.heading > 0) return begin_heading(line);
    take_by_state(line, follows_gap);
  }
  void take_by_state(const Line& line, bool follows_gap) {
    switch (state_) {
      case State::Section:
        return take_in_section(line, follows_gap);
      case State::Guide:
        return take_guide(line);
      case State::Title:
        return page_.set_title(first_quoted(trimmed(View(line.text), U">")), line.number, 4);
      case State::Subtitle:
        state_ = State::Page;
        return page_.set_subtitle(unquoted(trimmed(View(line.text), U">*")), line.number);
      case State::Foot:
        return take_in_foot(line);
      case State::Center:
        return page_.take_center(line.text, line.number);
      case State::Arrows:
        // A paragraph behind the list is of the page.
        if (follows_gap && line.marker == Marker::None && !speaks_of_arrows(line.text)) {
          state_ = State::Page;
          take_on_page(line);
          return;
        }
        return said_links_.push_back({line.text, line.number});
      case State::Page:
        take_on_page(line);
    }
  }

  // What is asked of the picture: pictures that cannot be drawn are told, icons by name are taken.
  void take_guide(const Line& line) {
    report_.read(line.number, kSaidToDrawer);
    if (contains(line.text, U"图标") && quotes_of(line.text).size() >= 2) return append(icons_, icon_items_of(line));
    tell_picture(line.text, line.number);
    for (const View sentence : sentences_of(line.text)) {
      said_links_.push_back({Text(sentence), line.number});
      if (is_negative(sentence)) continue;
      if (says_size(sentence)) page_.read(sentence, line.number);
      if (count_codes(sentence) == 0) continue;
      said_colors_.push_back({Text(sentence), line.number});
      page_.read_colors(sentence, line.number);
    }
  }
  void tell_picture(View text, int line) {
    if (shows_picture(text)) report_.leave_out(line, text, is_picture());
  }
  // ---- heads ----
  void begin(const FreeHead& head, const Line& line) {
    if (found_.begins_section(head)) return begin_section(head, line);
    begin_other(head.meaning.value_or(meaning_of(head.title)), head.title, head, line);
  }
  // «# Canvas», «## 页脚».
  void begin_heading(const Line& line) {
    FreeHead head;
    head.title = line.text;
    const HeadMeaning meaning = meaning_of(line.text);
    if (line.heading == 1 && meaning == HeadMeaning::Section) {
      page_.set_title(line.text, line.number, 2);
      state_ = State::Page;
      may_be_subtitle_ = true;
      return;
    }
    begin_other(meaning == HeadMeaning::Section ? HeadMeaning::Frame : meaning, line.text, head, line);
  }
  void begin_other(HeadMeaning meaning, View title, const FreeHead& head, const Line& line) {
    for (const Text& note : head.notes) {
      if (meaning == HeadMeaning::Bar) page_.set_foot_color(note);
      // «**五张卡片**（都是白底 #FFFFFF）».
      if (meaning == HeadMeaning::Frame && count_codes(note) > 0) said_colors_.push_back({note, line.number});
    }
    switch (meaning) {
      case HeadMeaning::Guide:
        state_ = speaks_of_canvas(title) ? State::Page : State::Guide;
        break;
      case HeadMeaning::Title:
        state_ = State::Title;
        break;
      case HeadMeaning::Subtitle:
        state_ = State::Subtitle;
        break;
      case HeadMeaning::Bar:
        state_ = State::Foot;
        break;
      case HeadMeaning::Arrows:
        state_ = State::Arrows;
        break;
      case HeadMeaning::Center:
        if (head.behind.empty() && count_codes(line.text) > 0) page_.read_center(U"色：" + line.text, line.number);
        for (const Text& note : head.notes) page_.read_center(U"色：" + note, line.number);
        state_ = State::Center;
        break;
      case HeadMeaning::Frame:
        if (head.behind.empty() && find_kind(folded(title))) page_.add_layout(title, line.number);
        state_ = State::Page;
        break;
      case HeadMeaning::Section:
        state_ = State::Page;
        break;
    }
    if (head.behind.empty()) return report_.read(line.number, kSaidToDrawer);
    Line rest = line;
    // «整体背景：米白 #FAF6EC»: its key says of what.
    if (!head.meaning || state_ == State::Foot || state_ == State::Center) rest.text = head.behind;
    if (state_ == State::Title) {
      page_.set_title(head.behind, line.number, 4);
    } else if (state_ == State::Subtitle) {
      page_.set_subtitle(unquoted(head.behind), line.number);
      state_ = State::Page;
    } else if (state_ == State::Foot && head.meaning && count_codes(head.behind) == 0 &&
               quotes_of(head.behind).empty()) {
      page_.add_to_foot(head.behind, line.number);
    } else {
      take_by_state(rest, false);
    }
    if (state_ != State::Foot && !report_.is_read(line.number)) report_.read(line.number, kSaidToDrawer);
  }
  void begin_section(const FreeHead& head, const Line& line) {
    // «【卡片一】» and «问：…» below it.
    const bool names_last = head.form == HeadForm::Question && state_ == State::Section && !sections_.empty() &&
                            read_counted(sections_.back().head.title) && sections_.back().lines.empty();
    if (names_last) {
      sections_.back().lines.push_back(field_line(SectionField::Title, head.title, line.number));
      return;
    }
    const bool is_within = found_.is_nested && head.form == HeadForm::InBrackets && !sections_.empty();
    state_ = State::Section;
    if (sections_.size() >= kMostSections) {
      state_ = State::Page;
      return report_.leave_out(line.number, line.text, too_many());
    }
    FreeSection section;
    section.head = head;
    section.line = line.number;
    section.level = is_within ? 3 : 2;
    for (const Text& note : head.notes) append(section.lines, note_lines_of(note, line.number));
    if (head.form == HeadForm::Code && !head.notes.empty() && section.lines.empty())
      section.lines.push_back(field_line(SectionField::Sub, head.notes[0], line.number));
    if (head.form == HeadForm::Item || head.form == HeadForm::Heading)
      append(section.lines, name_notes_of(head.notes, line.number));
    is_prose_ = head.form == HeadForm::Place || head.form == HeadForm::Item || head.form == HeadForm::Card ||
                head.form == HeadForm::Dated || (head.form == HeadForm::Counted && !head.is_list);
    if (!head.date.empty()) section.lines.push_back(field_line(SectionField::Date, head.date, line.number));
    for (const Text& note : head.notes) {
      if (read_cells(note)) section.lines.push_back(field_line(SectionField::Place, note, line.number));
    }
    if (head.is_list || head.form == HeadForm::Circled) {
      append(section.lines, list_lines_of(head.behind, line.number));
    } else if (head.form == HeadForm::Counted) {
      sections_.push_back(std::move(section));
      return take_told(head.behind, line.number);
    } else if (is_prose_) {
      append(section.lines, spoken_lines_of(head.behind, line.number));
    } else if (head.form == HeadForm::Brackets && read_coordinates(head.behind)) {
      section.lines.push_back(field_line(SectionField::Place, head.behind, line.number));
    } else if (!head.behind.empty()) {
      append(section.lines, lines_behind(head.behind, line));
    }
    sections_.push_back(std::move(section));
  }
  // Sentences about the last section, and the branches that leave it.
  void take_told(View text, int line) {
    const std::size_t own = sections_.size() - 1;
    for (const View sentence : sentences_of(text)) {
      const std::optional<ToldBranch> branch = read_branch(sentence);
      if (!branch) {
        const bool is_plain = quotes_of(sentence).empty() && !has_arrow(sentence) && !is_instruction(sentence);
        append(sections_[own].lines, is_plain ? list_lines_of(sentence, line) : spoken_lines_of(sentence, line));
      } else if (branch->leaf.empty()) {
        for (const Text& word : told_references(branch->rest)) branches_.push_back({own, word, branch->answer, line});
      } else if (sections_.size() < kMostSections) {
        FreeSection leaf;
        leaf.line = line;
        leaf.head.title = branch->leaf;
        leaf.head.reference = folded(branch->leaf);
        for (const Text& note : branch->notes) leaf.lines.push_back(field_line(SectionField::Text, note, line));
        if (branch->fill) leaf.lines.push_back(field_line(SectionField::Fill, *branch->fill, line));
        branches_.push_back({own, leaf.head.reference, branch->answer, line});
        sections_.push_back(std::move(leaf));
      }
    }
  }
  static void append(std::vector<Line>& lines, std::vector<Line> more) {
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  // ---- lines ----
  void take_in_section(const Line& line, bool follows_gap) {
    FreeSection& section = sections_.back();
    const bool is_marked = line.marker != Marker::None;
    if (!is_marked && is_prose_ && follows_gap) {
      state_ = State::Page;
      take_on_page(line);
      return;
    }
    const std::optional<Field> field = read_field(line.text);
    if (!is_marked && field && field->value.empty() && is_guide_title(U"画面" + field->key)) {
      state_ = State::Guide;
      return report_.read(line.number, kSaidToDrawer);
    }
    // «横带底色：#CFE0C8», «横带内容（横排三句）：».
    if (field && begins_with(field->key, U"横带")) {
      const std::optional<SaidColor> color = find_color(field->value);
      if (color && color->color) section.lines.push_back(field_line(SectionField::Fill, field->value, line.number));
      if (color || field->value.empty()) return;
    }
    if (line.text.find_first_not_of(U"↓⬇→▼|｜ ") == Text::npos) return page_.add_layout(U"流程", line.number);
    const bool is_of_colors = count_codes(line.text) >= (follows_gap && is_of_all_cards(line.text) ? 1u : 2u);
    if (!is_marked && (is_of_colors || speaks_of_page_parts(line.text))) {
      if (take_on_page(line) || (field && field->value.empty())) state_ = State::Page;
      return;
    }
    if (found_.has_codes && take_branch(line)) return;
    // Behind a gap a sentence may be of the page, or of a section by its name.
    const bool is_told = !is_marked && follows_gap &&
                         (is_negative(line.text) || contains(line.text, U"牌子") || contains(line.text, U"标签") ||
                          contains(line.text, U"落款"));
    if (is_told) {
      state_ = State::Page;
      take_on_page(line);
      return;
    }
    if (section.level == 3 && (contains(line.text, U"本栏") || contains(line.text, U"整栏"))) {
      const auto whole =
          std::find_if(sections_.rbegin(), sections_.rend(), [](const FreeSection& other) { return other.level == 2; });
      return append(whole->lines, section_lines_of(line));
    }
    if (!is_marked && ((is_negative(line.text) && is_instruction(line.text)) || says_how_it_looks(line.text))) {
      return report_.read(line.number, kSaidToDrawer);
    }
    if (found_.table < lines_.size() && quotes_of(line.text).size() >= 2) {
      return append(section.lines, spoken_lines_of(line.text, line.number));
    }
    append(section.lines, section_lines_of(line, bullets_));
  }
  // «有 → 结论A».
  bool take_branch(const Line& line) {
    if (const std::optional<LedBranch> led = read_led_branch(line.text)) {
      branches_.push_back({sections_.size() - 1, code_of(led->target), led->answer, line.number});
      return true;
    }
    const std::optional<ArrowGraph> graph = has_arrow(line.text) ? read_arrows(line.text) : std::nullopt;
    if (!graph || graph->terms.size() != 2) return false;
    branches_.push_back({sections_.size() - 1, code_of(graph->terms[1]), graph->terms[0], line.number});
    return true;
  }
  void take_in_foot(const Line& line) {
    const std::optional<Field> field = read_field(line.text);
    if (field && ends_with(field->key, U"标题") && field->value.size() <= 24 && sections_.size() < kMostSections) {
      FreeSection band;
      band.line = line.number;
      band.head.title = band.head.reference = unquoted(field->value);
      band.lines.push_back(field_line(SectionField::Foot, {}, line.number));
      sections_.push_back(std::move(band));
      is_prose_ = false;
      state_ = State::Section;
      return;
    }
    if (field && field->value.empty() && meaning_of(field->key) == HeadMeaning::Guide) {
      state_ = State::Guide;
      return report_.read(line.number, kSaidToDrawer);
    }
    // «配色：…», «尺寸：…» below the last section.
    if (field && is_of_page(find_topic(field->key))) {
      state_ = State::Page;
      return void(take_on_page(line));
    }
    const bool is_place = field && field->key.size() <= 8 &&
                          (section_field(field->key) || meaning_of(field->key) != HeadMeaning::Section);
    const Text text = is_place && quotes_of(line.text).empty() ? field->value : line.text;
    if (is_negative(line.text) && quotes_of(line.text).empty()) return report_.read(line.number, kSaidToDrawer);
    page_.read_foot(text, line.number);
  }
  bool take_on_page(const Line& line) {
    // «中心圆（填充 #C96F5A）：» and lines below.
    const std::optional<Field> key = read_field(line.text);
    // «Curved arrows connect the stations:».
    if (key && key->value.empty() && names_arrows(key->key)) {
      state_ = State::Arrows;
      return true;
    }
    const View name = key ? trimmed(View(key->key).substr(0, key->key.find_first_of(U"(（")), U"*") : View();
    if (key && key->value.empty() && meaning_of(name) == HeadMeaning::Center) {
      page_.read_center(U"色：" + key->key, line.number);
      state_ = State::Center;
      return true;
    }
    if (take_band(line) || tree_.take_text(line)) return true;
    if (may_be_subtitle_ && FreePage::is_saying(line)) {
      page_.set_subtitle(unquoted(trimmed(View(line.text), U">*_")), line.number);
      may_be_subtitle_ = false;
      return true;
    }
    may_be_subtitle_ = false;
    const bool is_said_to_drawer = is_negative(line.text) || is_instruction(line.text) || says_how_it_looks(line.text);
    if (is_said_to_drawer) report_.read(line.number, kSaidToDrawer);
    bool is_any = false;
    const Text text = bold_as_quotes(line.text);
    for (const View sentence : sentences_of(text)) is_any = take_sentence(sentence, line.number) || is_any;
    if (is_any) report_.read(line.number, "said of the whole page");
    return is_any;
  }
  // «网格下面再放一条通栏，小标题叫「当天早上」，里面画一条横着的小流程：…».
  bool take_band(const Line& line) {
    const std::size_t at = line.text.find(U"标题");
    const std::optional<Quote> quote = at == Text::npos ? std::nullopt : first_quote(line.text, at);
    const bool is_band = contains_any(line.text, kBandWords);
    if (!quote || quote->outer.begin > at + 8 || !is_band || sections_.size() >= kMostSections) return false;
    FreeSection band;
    band.line = line.number;
    band.head.title = band.head.reference = Text(trimmed(slice(View(line.text), quote->inner)));
    band.lines.push_back(field_line(SectionField::Foot, {}, line.number));
    const std::optional<SaidColor> color = find_color(line.text);
    if (color && color->color)
      band.lines.push_back(field_line(SectionField::Fill, slice(View(line.text), color->extent), line.number));
    append(band.lines, spoken_lines_of(trimmed(View(line.text).substr(quote->outer.end), U",，"), line.number));
    sections_.push_back(std::move(band));
    if (plain(line.text.back()) == U':') state_ = State::Section;  // what stands in it is below
    return true;
  }
  bool take_sentence(View sentence, int line) {
    said_links_.push_back({Text(sentence), line});
    tell_picture(sentence, line);
    if (asks_icons(sentence)) {
      report_.read(line, "icons");
      return true;
    }
    if (count_codes(sentence) > 0 || contains(sentence, U"用")) said_colors_.push_back({Text(sentence), line});
    return page_.read(sentence, line);
  }

  const std::vector<Line>& lines_;
  FoundHeads found_;
  Report& report_;
  std::vector<FreeSection> sections_;
  std::vector<SectionLink> links_;
  std::vector<Told> said_links_, said_colors_;
  std::vector<TitledBranch> branches_;
  ToldTree tree_ = {sections_, branches_};
  std::vector<Line> icons_;
  FreePage page_;
  State state_ = State::Page;
  FieldBullets bullets_;
  bool is_prose_ = false, ends_paragraph_ = false;
  bool may_be_subtitle_ = false;  // the title stands above
};

Rewritten read_free(const Joined& joined, const std::vector<Line>& rows, FoundHeads found, Report& report) {
  for (const int number : joined.numbers) report.read(number, "goes on from the line above");
  return FreeReader(rows, std::move(found), report).rewrite();
}

}  // namespace

Rewritten rewritten(const std::vector<Line>& source, Report& report) {
  const std::vector<Line> lines = with_title_heading(without_settings_tables(source, report));
  if (is_known_format(lines)) return {with_fields(lines), {}};
  const Joined joined = without_hand_breaks(lines);
  const std::vector<Line> rows = with_steps(with_tables(joined.lines));
  std::optional<FoundHeads> found = find_heads(rows);
  if (!found) return {with_fields(lines), {}};
  return read_free(joined, rows, std::move(*found), report);
}

Rewritten rewritten_plain(const std::vector<Line>& source, Report& report) {
  if (const std::optional<std::vector<Line>> outline = nested_list_as_outline(source)) {
    for (const Line& line : *outline) {
      const std::optional<Field> key = read_field(line.text);
      if (key && key->value.empty() && line.marker == Marker::None)
        report.read(line.number, "names the lines below it");
    }
    return rewritten(*outline, report);
  }
  const Joined joined = without_hand_breaks(source);
  std::optional<FoundHeads> found = find_plain_heads(joined.lines);
  if (!found) return {source, {}};
  return read_free(joined, joined.lines, std::move(*found), report);
}

}  // namespace sixiang::brief
