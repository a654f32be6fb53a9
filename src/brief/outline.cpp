#include "brief/outline.h"

#include <algorithm>
#include <initializer_list>

#include "brief/outline_items.h"
#include "brief/outline_text.h"
#include "model/changed_members.h"
#include "model/poster_json.h"

namespace sixiang::brief {

namespace {

Members without(Members members, std::initializer_list<std::string_view> keys) {
  std::erase_if(members,
                [&](const auto& member) { return std::find(keys.begin(), keys.end(), member.first) != keys.end(); });
  return members;
}

// A line a member: YAML whose values are JSON.
std::string field_lines(const Members& members, const std::string& indent) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::string lines;
  for (const auto& [key, json] : members) {
    const bool is_word = !key.empty() && std::all_of(key.begin(), key.end(), is_letter);
    lines += indent + (is_word ? key : json_string(key)) + ": " + json + "\n";
  }
  return lines;
}

// Whether YAML reads «a -> b: text» as a key with words behind it, so that a blog's generator reads the front matter.
bool is_yaml(std::string_view line) {
  if (line.starts_with('-') || line.find("{\"") != std::string_view::npos) return false;
  const std::size_t colon = line.find(": ");
  if (colon == std::string_view::npos) return line.find(':') == std::string_view::npos;
  const std::string_view words = line.substr(colon + 2);
  constexpr std::string_view kMarks = "-?:,[]{}#&*!|>'\"%@`\\ ";
  return !words.empty() && kMarks.find(words[0]) == std::string_view::npos && !words.ends_with(':') &&
         words.find(": ") == std::string_view::npos && words.find(" #") == std::string_view::npos;
}

// A thing's fields, a line each, and its lists, an item a line.
class FieldLines : public FieldVisitor<FieldLines> {
 public:
  enum class Lines { OfFence, OfFrontMatter };
  explicit FieldLines(Lines lines) : is_yaml_(lines == Lines::OfFrontMatter), indent_(is_yaml_ ? "  " : "") {}

  // Without the members that stand elsewhere.
  template <class T>
  std::string of(const T& value, std::initializer_list<std::string_view> elsewhere = {}) {
    describe(*this, value);
    Members members = without(changed_members(value), elsewhere);
    std::erase_if(members, [&](const auto& member) {
      return std::find(keys_.begin(), keys_.end(), member.first) != keys_.end();
    });
    return field_lines(members, indent_) + lists_;
  }

  void list(std::string_view key, const auto& value, std::size_t, Presence) {
    keys_.push_back(key);
    if (!value.empty()) lists_ += indent_ + std::string(key) + ":\n";
    for (const auto& item : value) lists_ += indent_ + "- " + item_line(key, changed_members(item)) + "\n";
  }
  void enter(const Name&, const auto&) {}

 private:
  std::string item_line(std::string_view key, const Members& members) const {
    std::string line = outline_item(key, members);
    return is_yaml_ && !is_yaml(line) ? json_object(members) : line;
  }

  bool is_yaml_;
  std::string indent_;
  std::vector<std::string_view> keys_;  // of the lists
  std::string lists_;
};

std::string diagram_lines(const Diagram& diagram) {
  return std::visit([](const auto& kind) { return FieldLines(FieldLines::Lines::OfFence).of(kind); }, diagram);
}

std::string align_mark(ColumnAlign align) {
  switch (align) {
    case ColumnAlign::Auto:
      return "---";
    case ColumnAlign::Left:
      return ":---";
    case ColumnAlign::Center:
      return ":---:";
    case ColumnAlign::Right:
      return "---:";
  }
  return {};
}

std::size_t cells_of(const TableDiagram& table) {
  std::size_t most = 1;
  for (const TableRow& row : table.rows) {
    most = std::max(most, 1 + std::size_t(std::count(row.text.begin(), row.text.end(), '|')));
  }
  return std::min(most, kMostCells);
}

std::string table_lines(const TableDiagram& table) {
  std::string head = "|", marks = "|", rows;
  for (const TableColumn& column : table.columns) {
    head += " " + to_outline_text(column.text, OutlinePlace::Head) + " |";
    marks += " " + align_mark(column.align) + " |";
  }
  for (std::size_t i = 0; table.columns.empty() && i < cells_of(table); ++i) {
    head += "  |";
    marks += " --- |";
  }
  for (const TableRow& row : table.rows) {
    rows += "| " + to_outline_text(row.text, OutlinePlace::Row) + " |" +
            outline_comment("", json_object(without(changed_members(row), {"text"}))) + "\n";
  }
  return head + "\n" + marks + "\n" + rows;
}

// What the lines of a table do not say of it.
Members table_members(const TableDiagram& table) {
  Members members = without(changed_members(table), {"rows"});
  const auto is_said = [](const TableColumn& column) {
    return without(changed_members(column), {"text", "align"}).empty();
  };
  const auto has_text = [](const TableColumn& column) { return !column.text.empty(); };
  const bool is_head = table.columns.empty() || std::any_of(table.columns.begin(), table.columns.end(), has_text);
  const bool says_columns = is_head && std::all_of(table.columns.begin(), table.columns.end(), is_said);
  return says_columns ? without(std::move(members), {"columns"}) : members;
}

// So that no line of the code closes it.
std::string fence_around(std::string_view code) {
  std::size_t longest = 2, run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

std::string fenced(const std::string& word, const std::string& lines) {
  const std::string fence = fence_around(lines);
  return fence + word + "\n" + lines + fence + "\n";
}

bool fits_fence(const Label& label) {
  return from_outline_code(to_outline_code(label.text)) == label.text && label.text.find('\r') == std::string::npos;
}

class OutlineWriter {
 public:
  std::string write(const Poster& poster) {
    front_matter(poster);
    title(poster.title);
    if (poster.center) {
      for (const CenterLine& line : poster.center->lines) {
        const bool has_role = line.role != CenterRole::Text;
        add_block("> " + to_outline_text(line.text) +
                  outline_comment(has_role ? word_of(line.role).json : "",
                                  json_object(without(changed_members(line), {"text", "role"}))) +
                  "\n");
      }
    }
    for (const Section& section : poster.sections) {
      add_section(section, "## ");
      for (const Section& inner : section.sections) add_section(inner, "### ");
    }
    return std::move(text_);
  }

 private:
  void front_matter(const Poster& poster) {
    Poster head = poster;
    head.sections.clear();
    bool is_said = false;  // by its lines
    if (head.center && !head.center->lines.empty()) {
      head.center->lines.clear();
      is_said = changed_members(*head.center).empty();
    }
    if (is_said) head.center.reset();
    text_ = "---\nsixiang:\n  version: " + std::to_string(kPosterFormatVersion) + "\n" +
            FieldLines(FieldLines::Lines::OfFrontMatter).of(head, {"title"}) + "---\n";
  }

  void title(const Title& title) {
    Members members = without(changed_members(title), {"text", "subtitle"});
    StressedText stressed{title.text, 0, 0};
    if (title.emphasis) {
      stressed.start = std::size_t(title.emphasis->start);
      stressed.length = std::size_t(title.emphasis->length);
    }
    const std::string line = to_outline_title(stressed);
    if (stressed.length > 0 && from_outline_title(line) == stressed) {
      const Members rest = without(changed_members(*title.emphasis), {"start", "length"});
      for (auto& [key, json] : members) {
        if (key == "emphasis") json = json_object(rest);
      }
      if (rest.empty()) members = without(std::move(members), {"emphasis"});
    }
    head("# " + line, members, title.subtitle);
  }

  void head(const std::string& line, const Members& members, const std::string& subtitle) {
    add_block(std::string(trimmed_blanks(line)) + "\n");
    add_comment("", members);
    if (!subtitle.empty()) add_block("_" + to_outline_text(subtitle) + "_\n");
  }

  void add_section(const Section& section, const std::string& mark) {
    Members members = without(changed_members(section), {"title", "subtitle", "content", "sections"});
    std::string number;
    const bool says_number = ordinal_digits(section.number + ".") > 0 && section.number.size() <= 4;
    if (says_number) {
      number = section.number + ". ";
      members = without(std::move(members), {"number"});
    }
    head(mark + number + to_outline_text(section.title), members, section.subtitle);
    numbered_ = 0;
    sub_indent_ = 2;
    for (const Label& label : section.content) add_label(label);
  }

  void add_label(const Label& label) {
    if (label.diagram) return add_diagram(label);
    const std::string text = to_outline_text(label.text);
    switch (label.role) {
      case LabelRole::Key:
        return add_item("", "- ★ " + text, said(label, LabelRole::Key, Bullet::Dot), 2);
      case LabelRole::Callout:
        return add_block("> " + text + said(label, LabelRole::Callout, Bullet::Dot) + "\n");
      case LabelRole::Code:
        if (!fits_fence(label)) break;
        add_block(fenced("", to_outline_code(label.text) + "\n"));
        return add_own_line(said(label, LabelRole::Code, Bullet::Dot));
      case LabelRole::Text:
        if (label.bullet != Bullet::None || text.empty()) return add_bullet(label, text, LabelRole::Text);
        return add_block(text + said(label, LabelRole::Text, Bullet::None) + "\n");
      case LabelRole::Sub:
        return add_bullet(label, text, LabelRole::Sub);
      case LabelRole::Figure:
      case LabelRole::Tag:
        break;
    }
    add_item("", "- " + text, said(label, LabelRole::Text, Bullet::Dot), 2);
  }

  void add_bullet(const Label& label, const std::string& text, LabelRole role) {
    const Bullet bullet = label.bullet == Bullet::None ? Bullet::Dot : label.bullet;
    std::string mark = "- ";
    if (bullet == Bullet::Number) mark = std::to_string(++numbered_) + ". ";
    const std::size_t width = mark.size();
    if (bullet == Bullet::Check) mark += "[x] ";
    if (bullet == Bullet::Cross) mark += "[ ] ";
    const std::string indent(role == LabelRole::Sub ? sub_indent_ : 0, ' ');
    add_item(indent, mark + text, said(label, role, bullet), role == LabelRole::Sub ? sub_indent_ : width);
  }

  // The label's diagram, and below it the caption.
  void add_diagram(const Label& label) {
    Members rest;
    if (const auto* table = std::get_if<TableDiagram>(&*label.diagram)) {
      add_block(table_lines(*table));
      rest = table_members(*table);
    } else {
      add_block(fenced(std::string(kind_of(*label.diagram).json), diagram_lines(*label.diagram)));
    }
    Members members = without(changed_members(label), {"text", "diagram"});
    if (!rest.empty()) members.emplace_back("diagram", json_object(rest));
    add_comment("", members);
    if (!label.text.empty()) add_block("_" + to_outline_text(label.text) + "_\n");
  }

  // The comment on a label: what the line, which says a role and a bullet, does not say.
  static std::string said(const Label& label, LabelRole role, Bullet bullet) {
    Members members = without(changed_members(label), {"text", "role", "bullet", "diagram"});
    if (label.bullet != bullet) {
      members.insert(members.begin(), {"bullet", json_string(word_of(label.bullet).json)});
    }
    return outline_comment(label.role == role ? "" : word_of(label.role).json, json_object(members));
  }

  void add_item(const std::string& indent, std::string line, const std::string& comment, std::size_t sub_indent) {
    while (line.back() == ' ') line.pop_back();
    if (!in_list_) text_ += "\n";
    text_ += indent + line + comment + "\n";
    in_list_ = true;
    sub_indent_ = sub_indent;
  }
  void add_block(const std::string& lines) {
    text_ += "\n" + lines;
    in_list_ = false;
    sub_indent_ = 2;
  }
  // Below what it is said of.
  void add_comment(std::string_view word, const Members& members) {
    add_own_line(outline_comment(word, json_object(members)));
  }
  void add_own_line(const std::string& comment) {
    if (!comment.empty()) text_ += comment.substr(1) + "\n";
  }

  std::string text_;
  bool in_list_ = false;
  std::size_t sub_indent_ = 2;
  int numbered_ = 0;
};

}  // namespace

std::string to_outline(const Poster& poster) { return OutlineWriter().write(poster); }

}  // namespace sixiang::brief
