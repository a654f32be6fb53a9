#include "brief/data_sections.h"

#include <algorithm>

#include "brief/data_tables.h"
#include "brief/icons.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kLongestName = 60, kLongestWord = 16;

// «Step 1», «第一步», «01»: it counts, and names nothing.
bool is_count(View text) {
  const Text low = folded(text);
  const bool has_digit = std::any_of(low.begin(), low.end(), is_digit);
  return (has_digit && low.size() <= 3) ||
         (has_digit && words_of(low).size() <= 2 && !has_han(low) && low.size() <= 8) ||
         (begins_with(low, U"第") && low.size() <= 4);
}

View without_bullet(View text) {
  text = trimmed(text);
  return !text.empty() && View(U"-*•·").find(text[0]) != View::npos && text.size() > 1 && is_blank(text[1])
             ? trimmed(text.substr(1))
             : text;
}

}  // namespace

void SectionWriter::add(int line, SectionField field, View text) {
  text = trimmed(text);
  if (text.empty()) return;
  Line said;
  said.number = line;
  said.marker = Marker::Bullet;
  said.indent = 2;
  said.field = field;
  said.text = Text(text);
  data_.lines.push_back(std::move(said));
}

void SectionWriter::key_line(View key, View value, int number) {
  Line line;
  line.number = number;
  line.text = value.empty() ? Text(key) : Text(key) + U": " + single_spaced(replaced(value, U"\n", U" "));
  data_.lines.push_back(std::move(line));
}

void SectionWriter::note(const Node& node, std::string meaning) {
  data_.facts.notes.push_back({node.line, std::move(meaning), {}, std::nullopt});
}
void SectionWriter::leave_out(const Node& node, Message why) {
  data_.facts.notes.push_back({node.line, "", words_of_node(node), std::move(why)});
}

void SectionWriter::open(int line, View title, int level) {
  Line head;
  head.number = line;
  head.heading = level;
  head.field = SectionField::Title;
  head.text = single_spaced(trimmed(replaced(title, U"\n", U" ")));
  data_.lines.push_back(std::move(head));
  if (level == 2) ++sections_;
}
void SectionWriter::know(View name) {
  if (!name.empty()) data_.facts.sections.emplace(folded(name), sections_ - 1);
}

// A title, else a label, else what counts or dates it, else what it is called by its key.
SectionWriter::Naming SectionWriter::name_of(const Node& node, View name) const {
  for (const Member member : {Member::Title, Member::Subject, Member::Label, Member::Group}) {
    for (const Node& child : node.children) {
      if (member_of(child) != member || child.children.size() > 6) continue;
      if (member == Member::Group && !is_scalar(child)) continue;
      Text words = is_map(child) && find_member(child, Member::Title)
                       ? find_member(child, Member::Title)->value
                       : (is_map(child) && find_member(child, Member::Text) ? find_member(child, Member::Text)->value
                                                                            : words_of_node(child));
      if (!words.empty() && words.size() <= kLongestName) return {std::move(words), &child};
    }
  }
  if (!name.empty()) return {Text(name), nullptr};
  // What a diagram's node is, or a decision asks.
  const Node* text = find_member(node, Member::Text);
  const bool is_called_by_key = !node.key.empty() && member_of(node) == Member::Unknown && node.children.size() <= 2;
  const bool is_node = find_member(node, Member::Id) || find_member(node, Member::Yes) ||
                       find_member(node, Member::To) || is_called_by_key;
  if (text && is_scalar(*text) && is_node && text->value.size() <= kLongestName) return {text->value, text};
  // {season: 春, …}: the first word that is said.
  for (const Node& child : node.children) {
    const bool is_word = is_scalar(child) && member_of(child) == Member::Unknown &&
                         child.value.size() <= kLongestWord && (has_han(child.value) || is_proper_name(child.value)) &&
                         !has_han(child.key);
    if (is_word && node.children.size() > 1) return {child.value, &child};
  }
  for (const Member member : {Member::Number, Member::Date, Member::Time, Member::Badge}) {
    const Node* child = find_member(node, member);
    if (child && is_scalar(*child) && (member != Member::Number || !is_count(child->value)))
      return {child->value, child};
  }
  return {};
}

void SectionWriter::write(const Node& node, View name, int level) {
  if (is_scalar(node) || is_list(node)) return write_list(node, name, node.line);
  const Naming naming = name_of(node, name);
  open(naming.node ? naming.node->line : node.line, naming.title, level);
  level_ = level;
  if (level == 2) {
    const Node* id = find_member(node, Member::Id);
    const Node* key = find_member(node, Member::Label);
    current_ = id ? id->value : U"#" + to_text(std::to_string(sections_));
    know(current_);
    know(U"#" + to_text(std::to_string(sections_)));
    know(naming.title);
    know(node.key);
    if (key) know(key->value);
    if (const Node* number = find_member(node, Member::Number)) know(number->value);
  }
  heading_members(node, naming);
  chart_ = draws_chart(node) ? &node : nullptr;
  for (const Node& child : node.children) {
    if (&child == naming.node) {
      if (is_map(child)) map_member(child);
      continue;
    }
    section_member(child);
  }
  if (level != 2) return;
  std::vector<const Node*> nested;
  std::swap(nested, nested_);
  for (const Node* inner : nested) {
    for (const Node& one : inner->children) write(one, {}, 3);
  }
}

void SectionWriter::write_list(const Node& list, View name, int line) {
  open(line, name, 2);
  level_ = 2;
  know(name);
  current_ = U"#" + to_text(std::to_string(sections_));
  know(current_);
  items(list);
}

// Members that stand once, ahead of the texts.
void SectionWriter::heading_members(const Node& node, const Naming& naming) {
  bool has_subtitle = false;
  for (const Node& child : node.children) {
    const Member member = member_of(child);
    if (&child == naming.node || !is_scalar(child) || child.value.empty()) continue;
    if (member == Member::Subtitle && !has_subtitle) {
      add(child.line, SectionField::Subtitle, child.value);
      has_subtitle = true;
    } else if (member == Member::Number && is_count(child.value)) {
      add(child.line, SectionField::Number, child.value);
    } else if (member == Member::Date || (member == Member::Time && names_time(child))) {
      add(child.line, SectionField::Date, child.value);
    }
  }
}

void SectionWriter::section_member(const Node& child) {
  if (child.value.empty() && child.children.empty()) return;
  const Member member = member_of(child);
  switch (member) {
    case Member::Title:
    case Member::Subject:
    case Member::Label:
      if (is_list(child) || is_map(child)) return list_member(child);
      if (plain_key(child.key) == U"key") return note(child, "what links call the section");
      return texts(child, SectionField::Text);
    case Member::Subtitle:
    case Member::Date:
      if (is_scalar(child)) return;
      return list_member(child);
    case Member::Number:
      if (is_scalar(child) && is_count(child.value)) return;
      return figure(child);
    case Member::Time:
      if (is_scalar(child) && names_time(child)) return;
      return texts(child, SectionField::Tag);
    case Member::Fill:
    case Member::Background:
      return add(child.line, SectionField::Fill, words_of_node(child));
    case Member::Icon:
      return add(child.line, SectionField::Icon, words_of_node(child));
    case Member::Picture: {
      const Text words = words_of_node(child);
      const bool is_icon = words.size() <= 4 && !icon_named(words).empty();
      return add(child.line, is_icon ? SectionField::Icon : SectionField::Picture, words);
    }
    case Member::Badge:
      if (is_scalar(child)) return add(child.line, SectionField::Badge, child.value);
      return texts(child, SectionField::Tag);
    case Member::Tags:
      return texts(child, SectionField::Tag);
    case Member::Unit:
      if (chart_) return note(child, "unit");
      return list_member(child);
    case Member::Text:
      return list_member(child);
    case Member::Sub:
    case Member::Signature:
      return texts(child, SectionField::Sub);
    case Member::Key:
    case Member::Footer:
      if (is_scalar(child) && is_flag(child.value)) return note(child, "emphasis, not printed");
      return has_maps(child) ? list_member(child) : texts(child, SectionField::Key);
    case Member::Code:
      return texts(child, SectionField::Code);
    case Member::Value:
      return figure(child);
    case Member::Callout:
      if (is_list(child) && child.children.size() > 1) return list_member(child);
      return is_map(child) || has_maps(child) ? list_member(child) : texts(child, SectionField::Callout);
    case Member::Links:
    case Member::To:
      return links_of(child, {});
    case Member::ArrowText:
      return link_to_next(child);
    case Member::Yes:
    case Member::No:
      has_decisions_ = true;
      return links_of(child, member == Member::Yes ? (is_chinese_ ? U"是" : U"Yes") : (is_chinese_ ? U"否" : U"No"));
    case Member::Table:
    case Member::TableRows:
      return table(child);
    case Member::Chart:
      return chart(child);
    case Member::Unknown:
      return unknown_member(child);
    case Member::Container:
    case Member::Group:
    case Member::Center:
    case Member::TableHead:
    case Member::From:
    case Member::Divider:
      return is_scalar(child) ? unknown_member(child) : list_member(child);
    case Member::Columns:
      if (!is_scalar(child)) return list_member(child);
      return note(child, "layout, not printed");
    case Member::Ink:
    case Member::PartColor:
    case Member::Palette:
      return note(child, "colour of a part, not printed");
    case Member::Marked:
    case Member::LineStyle:
    case Member::Aspect:
    case Member::Width:
    case Member::Height:
    case Member::Layout:
    case Member::Id:
    case Member::Style:
      return note(child, "said of the picture, not printed");
  }
}

// Nested sections, where each has a name and a list of its own.
bool SectionWriter::is_nested_list(const Node& node) const {
  if (level_ != 2 || !is_list(node) || node.children.size() < 2) return false;
  const bool is_group = member_of(node) == Member::Group;
  return std::all_of(node.children.begin(), node.children.end(), [is_group](const Node& child) {
    return is_map(child) && find_member(child, Member::Title) &&
           (is_group || std::any_of(child.children.begin(), child.children.end(), [](const Node& inner) {
              return is_list(inner) || (is_text_member(member_of(inner)) && !inner.children.empty());
            }));
  });
}

void SectionWriter::list_member(const Node& child) {
  if (chart_ && is_list(child)) return chart(child);
  if (is_nested_list(child)) return nested_.push_back(&child);
  if (is_map(child)) return map_member(child);
  items(child);
}

void SectionWriter::map_member(const Node& child) {
  if (are_pairs(child)) return item(child);
  if (const Node* rows = find_member(child, Member::TableRows); rows && is_list(*rows)) return table(child);
  if (const Node* value = find_member(child, Member::Value); value && is_scalar(*value))
    return figure_of(child, *value);
  if (find_member(child, Member::Label) || find_member(child, Member::Title)) return item(child);
  for (const Node& inner : child.children) section_member(inner);
}

// A key that is in no table says what its value is: «每天喂: 3～4 顿».
void SectionWriter::unknown_member(const Node& child) {
  if (has_han(child.key)) return lead(child.key, child);
  if (is_list(child) || is_map(child)) return list_member(child);
  if (is_flag(child.value)) return note(child, "said of the picture, not printed");
  if (child.value[0] == U'#') return add(child.line, SectionField::Fill, child.value);
  if (keeps(child.value)) return texts(child, SectionField::Text);
  leave_out(child, not_understood());
}

void SectionWriter::lead(View key, const Node& values) {
  const std::size_t count = values.children.size();
  if (is_scalar(values)) return add(values.line, SectionField::Text, Text(key) + U": " + values.value);
  if (count == 1 && is_scalar(values.children[0]))
    return add(values.line, SectionField::Text, Text(key) + U": " + values.children[0].value);
  add(values.line, SectionField::Text, key);
  for (const Node& child : values.children) {
    const bool has_name = is_map(values) && is_scalar(child) && member_of(child) == Member::Unknown;
    if (has_name) {
      add(child.line, SectionField::Sub, child.key + U": " + child.value);
    } else {
      add(child.line, SectionField::Sub, words_of_node(child));
    }
  }
}

void SectionWriter::texts(const Node& node, SectionField field) {
  if (!is_scalar(node)) {
    for (const Node& child : node.children) {
      if (is_map(child)) {
        item(child);
      } else {
        texts(child, field);
      }
    }
    return;
  }
  for (const Extent line : split(node.value, U"\n")) add(node.line, field, without_bullet(slice(node.value, line)));
}

void SectionWriter::items(const Node& node) {
  if (is_map(node)) return item(node);
  if (is_scalar(node)) return texts(node, SectionField::Text);
  for (const Node& child : node.children) {
    if (is_map(child)) {
      item(child);
    } else if (is_list(child) && child.children.size() == 2 && !has_maps(child)) {
      add(child.line, SectionField::Text, words_of_node(child.children[0]) + U": " + words_of_node(child.children[1]));
    } else {
      texts(child, SectionField::Text);
    }
  }
}

// {label, text} is «label: text»; what else it has stands below it. {磨豆: 细} is «磨豆: 细».
void SectionWriter::item(const Node& map) {
  if (are_pairs(map)) {
    for (const Node& child : map.children) add(child.line, SectionField::Text, child.key + U": " + child.value);
    return;
  }
  const Node* name = nullptr;
  for (const Member member :
       {Member::Label, Member::Title, Member::Subject, Member::Date, Member::Time, Member::Number}) {
    if (const Node* found = name ? nullptr : find_member(map, member); found && is_scalar(*found)) name = found;
  }
  const Node* text = find_member(map, Member::Text);
  if (!text || !is_scalar(*text)) text = find_member(map, Member::Value);
  if (text && !is_scalar(*text)) text = nullptr;
  const Node* unit = find_member(map, Member::Unit);
  Text line = name ? name->value : Text();
  if (text) line += (line.empty() ? U"" : U": ") + text->value + (unit ? U" " + unit->value : Text());
  const Node* icon = find_member(map, Member::Icon);
  if (icon && !line.empty()) line += U" → 图标: " + words_of_node(*icon);
  const Node* marked = find_member(map, Member::Marked);
  const Node* key = find_member(map, Member::Key);
  const bool is_key = (marked && says_yes(marked->value)) || (key && says_yes(key->value));
  for (const Extent part : split(line, U"\n"))
    add(text ? text->line : map.line, is_key ? SectionField::Key : SectionField::Text, slice(line, part));
  item_rest(map, {name, text, unit, icon, marked, is_key ? key : nullptr});
}

void SectionWriter::item_rest(const Node& map, const std::vector<const Node*>& used) {
  for (const Node& child : map.children) {
    if (std::find(used.begin(), used.end(), &child) != used.end()) continue;
    const Member member = member_of(child);
    const bool is_below = member == Member::Text || member == Member::Title || member == Member::Label ||
                          member == Member::Value || member == Member::Subtitle || member == Member::Group ||
                          member == Member::Time || member == Member::Date;
    if (is_below) {
      texts(child, SectionField::Sub);
    } else if (member == Member::Unknown && is_scalar(child) && has_han(child.key)) {
      add(child.line, SectionField::Sub, child.key + U": " + child.value);
    } else if (member == Member::To) {
      const Node* name = used[0];
      links_of(child, name ? View(name->value) : View());
    } else if (member == Member::Fill || member == Member::Number || member == Member::Background) {
      note(child, "colour or number of an item, not printed");
    } else if (member == Member::Badge) {
      texts(child, SectionField::Tag);
    } else {
      section_member(child);
    }
  }
}

// A number stands large; a sentence is a text.
void SectionWriter::figure(const Node& node) {
  if (!is_scalar(node)) return list_member(node);
  const bool is_figure = node.value.size() <= 12 && std::any_of(node.value.begin(), node.value.end(), is_digit);
  add(node.line, is_figure ? SectionField::Figure : SectionField::Text, node.value);
}

void SectionWriter::table(const Node& node) {
  if (is_scalar(node)) return texts(node, SectionField::Text);
  const std::vector<Text> rows = table_lines(node);
  if (rows.empty()) return list_member(node);
  for (const Text& row : rows) {
    Line line;
    line.number = node.line;
    line.text = row;
    data_.lines.push_back(std::move(line));
  }
  if (!is_map(node)) return;
  for (const Node& child : node.children) {
    const Member member = member_of(child);
    if (member == Member::Sub || member == Member::Footer || member == Member::Callout) section_member(child);
  }
}

void SectionWriter::figure_of(const Node& map, const Node& value) {
  const Node* unit = find_member(map, Member::Unit);
  const Node* name = nullptr;
  for (const Member member : {Member::Label, Member::Title, Member::Text}) {
    if (!name) name = find_member(map, member);
  }
  add(value.line, SectionField::Figure, value.value + (unit ? U" " + unit->value : Text()));
  if (name) texts(*name, SectionField::Text);
  item_rest(map, {name, &value, unit});
}

void SectionWriter::chart(const Node& node) {
  const Node* unit = chart_ ? find_member(*chart_, Member::Unit) : nullptr;
  if (std::optional<DraftDiagram> bars = level_ == 2 ? bars_of(node, unit) : std::nullopt)
    return data_.facts.diagrams.emplace_back(sections_ - 1, std::move(*bars)), void();
  if (is_scalar(node)) return figure(node);
  if (is_map(node)) return map_member(node);
  for (const Node& child : node.children) {
    const Node* value = is_map(child) ? find_member(child, Member::Value) : nullptr;
    if (value && is_scalar(*value)) {
      figure_of(child, *value);
    } else {
      items(child);
    }
  }
}

void SectionWriter::links_of(const Node& child, View text) {
  if (is_list(child)) {
    for (const Node& one : child.children) links_of(one, text);
    return;
  }
  const Node* to = is_map(child) ? find_member(child, Member::To) : nullptr;
  const Node* name = is_map(child) ? find_member(child, Member::Label) : nullptr;
  if (is_map(child) && !name) name = find_member(child, Member::Text);
  if (to) return pending_.push_back({to, current_, name ? name->value : Text(text)});
  pending_.push_back({&child, current_, Text(text)});
}

void SectionWriter::link_to_next(const Node& child) {
  SaidLink link;
  link.from = current_;
  link.to = U"#" + to_text(std::to_string(sections_ + 1));
  link.text = words_of_node(child);
  link.line = child.line;
  data_.facts.links.push_back(std::move(link));
}

void SectionWriter::finish() {
  while (!pending_.empty()) {
    const Pending next = pending_.front();
    pending_.pop_front();
    const bool is_reference = is_scalar(*next.node) && data_.facts.sections.contains(folded(next.node->value));
    Text to = next.node->value;
    if (!is_reference && is_scalar(*next.node) && !has_decisions_) {
      if (!to.empty()) leave_out(*next.node, unknown_section());
      continue;
    }
    if (!is_reference && is_scalar(*next.node)) {
      open(next.node->line, to, 2);
    } else if (!is_reference) {
      write(*next.node, {});
    }
    if (!is_reference) {
      to = U"#" + to_text(std::to_string(sections_));
      know(to);
    }
    SaidLink link;
    link.from = next.from;
    link.to = std::move(to);
    link.text = next.text;
    link.line = next.node->line;
    data_.facts.links.push_back(std::move(link));
  }
}

}  // namespace sixiang::brief
