#include <algorithm>

#include "brief/arrows.h"
#include "brief/data_colors.h"
#include "brief/data_links.h"
#include "brief/data_sections.h"
#include "brief/icons.h"
#include "brief/page_kinds.h"

namespace sixiang::brief {

namespace {

// «hub_and_spoke», «twoColumn»: as people say it.
Text spoken(View value) {
  if (has_han(value) || contains(value, U" ")) return Text(value);
  Text words;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool begins = value[i] >= U'A' && value[i] <= U'Z' && i > 0 && value[i - 1] >= U'a';
    if (begins) words += U' ';
    words += value[i] == U'_' || value[i] == U'-' ? U' ' : folded(value[i]);
  }
  return words;
}

class PageWriter {
 public:
  explicit PageWriter(bool is_chinese) : writer_(data_, is_chinese), links_(data_, writer_), colors_(data_, writer_) {}

  Data write(const Node& root) {
    if (root.kind == Node::Kind::List) {
      sections_of(root);
    } else {
      members(root);
    }
    writer_.finish();
    for (const Node* bar : bars_) write_bar(*bar);
    write_page_lines();
    tell_lost(root, data_);
    return std::move(data_);
  }

 private:
  void members(const Node& map) {
    for (const Node& child : map.children) member(child);
  }

  void member(const Node& child) {
    if (child.value.empty() && child.children.empty()) return;
    const Member what = member_of(child);
    if (names_half(child.key) && !is_scalar(child)) return half(child);
    switch (what) {
      case Member::Title:
        return title(child, data_.facts.title, data_.facts.title_line);
      case Member::Subtitle:
        return title(child, data_.facts.subtitle, data_.facts.subtitle_line);
      case Member::Subject:
      case Member::Label:
        if (!is_scalar(child)) return sections_in(child);
        return title(child, data_.facts.subject, data_.facts.subject_line);
      case Member::Container:
        if (is_scalar(child)) return container_word(child);
        if (is_section_of_page(child)) return sections_in(child);
        return child.kind == Node::Kind::Map ? members(child) : sections_of(child);
      case Member::Background:
      case Member::Fill:
        return is_scalar(child) || names_ground(child.key) ? colors_.background(child) : colors_.palette(child);
      case Member::Ink:
        data_.facts.ink = color_in(child);
        return writer_.note(child, "colour of the text");
      case Member::PartColor:
        return writer_.note(child, "colour of a part, not printed");
      case Member::Palette:
        return colors_.palette(child);
      case Member::Aspect:
        return aspect(child);
      case Member::Layout:
        return layout(child);
      case Member::Columns:
        if (!is_scalar(child)) return sections_in(child);
        columns(child);
        return writer_.note(child, "layout");
      case Member::Footer:
      case Member::Signature:
        if (has_maps(child) && child.children.size() > 1 && child.kind == Node::Kind::List) return sections_in(child);
        return bars_.push_back(&child);
      case Member::Sub:
        if (is_list_for_painter(child)) return writer_.note(child, "said of the picture, not printed");
        return has_maps(child) ? sections_in(child) : bars_.push_back(&child);
      case Member::Callout:
        return callout(child);
      case Member::Center:
        return center(child);
      case Member::Divider:
        return divider(child);
      case Member::Links:
        return links_.read(child);
      case Member::Width:
      case Member::Height:
        return side(child, what);
      case Member::Picture:
        if (child.kind == Node::Kind::Map && is_section_node(child)) return members(child);
        return writer_.leave_out(child, is_picture());
      case Member::Table:
        return whole_section(child);
      case Member::Chart:
        return whole_section(child);
      case Member::Unknown:
      case Member::Group:
      case Member::Text:
      case Member::Number:
      case Member::Date:
      case Member::Time:
      case Member::Badge:
      case Member::Tags:
      case Member::Key:
      case Member::Code:
      case Member::Value:
      case Member::ArrowText:
      case Member::From:
      case Member::To:
      case Member::Yes:
      case Member::No:
      case Member::TableHead:
      case Member::TableRows:
        return is_scalar(child) ? lone_text(child, what) : sections_in(child);
      case Member::Style:
        if (child.kind == Node::Kind::List && has_named_maps(child)) return sections_in(child);
        [[fallthrough]];
      case Member::Icon:
      case Member::Unit:
      case Member::LineStyle:
      case Member::Id:
      case Member::Marked:
        return writer_.note(child, "said of the picture, not printed");
    }
  }

  // A decision, or what has a title of its own below that of the page.
  bool is_section_of_page(const Node& node) const {
    if (node.kind != Node::Kind::Map) return false;
    if (find_member(node, Member::Yes) || find_member(node, Member::No)) return true;
    const Node* text = find_member(node, Member::Text);
    return !data_.facts.title.empty() && find_member(node, Member::Title) && text && text->kind == Node::Kind::List &&
           !has_maps(*text);
  }

  // ---- the page ----
  static Text first_words(const Node& node) {
    if (node.kind == Node::Kind::Map) {
      for (const Member member : {Member::Title, Member::Text, Member::Container}) {
        if (const Node* found = find_member(node, member)) return words_of_node(*found);
      }
    }
    return node.kind == Node::Kind::List && !node.children.empty() ? words_of_node(node.children[0])
                                                                   : words_of_node(node);
  }
  void title(const Node& node, Text& words, int& line) {
    writer_.note(node, "title");
    if (words.empty()) {
      words = single_spaced(replaced(first_words(node), U"\n", U" "));
      line = node.line;
    } else if (data_.facts.subtitle.empty() && &words == &data_.facts.title) {
      title(node, data_.facts.subtitle, data_.facts.subtitle_line);
    } else {
      writer_.leave_out(node, no_place());
    }
    if (node.kind != Node::Kind::Map) return;
    for (const Node& child : node.children) {
      if (member_of(child) == Member::Subtitle) title(child, data_.facts.subtitle, data_.facts.subtitle_line);
      if (member_of(child) == Member::Key && is_scalar(child)) data_.facts.emphasis = child.value;
    }
  }
  void aspect(const Node& node) {
    const Node* width = find_member(node, Member::Width);
    const Node* height = find_member(node, Member::Height);
    if (width && height) return writer_.key_line(U"ASPECT", width->value + U"x" + height->value, node.line);
    if (node.kind == Node::Kind::Map) return members(node);
    if (!has_aspect_) writer_.key_line(U"ASPECT", words_of_node(node), node.line);
    has_aspect_ = true;
  }
  void side(const Node& node, Member what) {
    writer_.note(node, "aspect");
    (what == Member::Width ? width_ : height_) = node.value;
    if (width_.empty() || height_.empty() || has_aspect_) return;
    writer_.key_line(U"ASPECT", width_ + U"x" + height_, node.line);
    has_aspect_ = true;
  }
  void container_word(const Node& node) {
    if (contains(node.value, U":") || contains(node.value, U"x") || contains(node.value, U"版")) return aspect(node);
    lone_text(node, Member::Unknown);
  }
  void columns(const Node& node) {
    if (node.value.size() == 1 && is_digit(node.value[0])) data_.facts.columns = int(node.value[0] - U'0');
  }
  void layout(const Node& node) {
    if (node.kind != Node::Kind::Map) {
      if (has_maps(node)) return sections_of(node);
      const Text words = is_scalar(node) ? spoken(node.value) : words_of_node(node);
      if (contains(folded(words), U"step") && find_kind(folded(words)) == std::nullopt)
        groups_.push_back({U"pipeline", node.line});
      if (contains(folded(words), U"alternat") || contains(words, U"交替")) data_.facts.alternates = true;
      return layout_.push_back({words, node.line});
    }
    if (is_section_node(node) && find_member(node, Member::Title) && find_member(node, Member::Text))
      return members(node);
    for (const Node& child : node.children) {
      const Member what = member_of(child);
      if (is_scalar(child) && what == Member::Columns) {
        columns(child);
      } else if (is_scalar(child) && (what == Member::Layout || what == Member::Text || what == Member::Group ||
                                      what == Member::Title || what == Member::Unknown || what == Member::Style)) {
        layout(Node{Node::Kind::Scalar, {}, child.value, {}, child.line});
      } else {
        member(child);
      }
    }
  }
  void divider(const Node& node) {
    writer_.note(node, "divider");
    data_.facts.has_divider = true;
    const Text words = first_words(node);
    if (data_.facts.divider.empty() && words.size() <= 8 && folded(words) != U"true") data_.facts.divider = words;
  }
  void center(const Node& node) {
    if (node.kind == Node::Kind::List && has_maps(node)) return sections_of(node);
    writer_.note(node, "centre");
    center_part(node);
  }
  void center_part(const Node& node) {
    if (is_scalar(node)) {
      for (const Extent line : split(node.value, U"\n"))
        data_.facts.center.emplace_back(Text(trimmed(slice(View(node.value), line))), node.line);
      return;
    }
    for (const Node& child : node.children) {
      const Member what = member_of(child);
      if (what == Member::Fill || what == Member::Background) {
        data_.facts.center_fill = color_in(child);
      } else if (what == Member::Icon) {
        data_.facts.center_icon = icon_named(words_of_node(child));
        if (data_.facts.center_icon.empty()) writer_.leave_out(child, unknown_icon_name());
      } else if (what == Member::Picture) {
        writer_.leave_out(child, is_picture());
      } else if (what == Member::Id) {
        links_.name_center(child.value);
      } else if (what == Member::Style || what == Member::Layout || what == Member::PartColor || what == Member::Ink ||
                 what == Member::Aspect || what == Member::Width || what == Member::Height) {
        writer_.note(child, "said of the picture, not printed");
      } else if (what == Member::Group && has_maps(child)) {
        sections_in(child);
      } else {
        center_part(child);
      }
    }
  }

  // ---- sections ----
  static bool has_named_maps(const Node& list) {
    return std::any_of(list.children.begin(), list.children.end(), [](const Node& child) {
      return child.kind == Node::Kind::Map && find_member(child, Member::Title) && child.children.size() > 1;
    });
  }
  static View name_by_key(const Node& node) {
    return has_han(node.key) && member_of(node) == Member::Unknown ? View(node.key) : View();
  }
  void half(const Node& node) {
    halves_.push_back(writer_.count());
    writer_.write(node, name_by_key(node));
  }
  void whole_section(const Node& node) {
    const Node* name = node.kind == Node::Kind::Map ? find_member(node, Member::Title) : nullptr;
    if (name && !is_scalar(*name)) name = nullptr;
    Node section;
    section.kind = Node::Kind::Map;
    section.line = node.line;
    if (name) section.children.push_back(*name);
    if (name) section.children.back().key = U"title";
    section.children.push_back(node);
    kept_.push_back(std::move(section));
    writer_.write(kept_.back(), name_by_key(node));
    if (member_of(node) == Member::Table) groups_.push_back({U"table", node.line});
  }
  void sections_of(const Node& list) {
    if (!has_maps(list)) return texts_section(list);
    for (const Node& child : list.children) {
      if (list.key.empty()) group_of(child);
      if (child.kind == Node::Kind::Map) {
        if (!stands_by_type(child)) one_of_list(child);
      } else if (is_scalar(child)) {
        writer_.write_list(Node{Node::Kind::List, {}, {}, {}, child.line}, child.value, child.line);
      } else {
        texts_section(child);
      }
    }
  }
  // {"type": "callout", …} in a list of parts.
  bool stands_by_type(const Node& map) {
    const Node* type = find_member(map, Member::Layout);
    if (!type || !is_scalar(*type)) return false;
    const Member what = member_of(View(type->value));
    const bool is_part = what == Member::Footer || what == Member::Callout || what == Member::Signature ||
                         what == Member::Center || what == Member::Divider ||
                         (what == Member::Container && data_.facts.title.empty());
    if (!is_part) return false;
    kept_.push_back(map);
    Node& part = kept_.back();
    part.key = type->value;
    part.children.erase(std::remove_if(part.children.begin(), part.children.end(),
                                       [](const Node& child) { return member_of(child) == Member::Layout; }),
                        part.children.end());
    member(part);
    return true;
  }
  // {"磨豆": [...]}: a map of one member is called by its key.
  void one_of_list(const Node& map) {
    const bool is_named_by_key =
        map.children.size() == 1 && !is_scalar(map.children[0]) && member_of(map.children[0]) == Member::Unknown;
    if (!is_named_by_key) return writer_.write(map, {});
    sections_in(map.children[0]);
  }
  // Strings below a key of the page; those with arrows in them are links.
  void texts_section(const Node& list) {
    if (is_list_for_painter(list)) return writer_.note(list, "said of the picture, not printed");
    const bool is_flow = !list.children.empty() &&
                         std::all_of(list.children.begin(), list.children.end(),
                                     [](const Node& child) { return is_scalar(child) && has_arrow(child.value); });
    if (is_flow && writer_.count() > 0) return links_.read(list);
    if (member_of(list) == Member::Group && !list.children.empty()) {
      group(list);
      for (const Node& child : list.children) one_string(child);
      return;
    }
    writer_.write_list(list, name_by_key(list), list.line);
  }
  // «磨豆: 像细砂糖», in a list of steps.
  void one_string(const Node& child) {
    Node rest{Node::Kind::List, {}, {}, {}, child.line};
    const std::optional<Field> field = brief::read_field(child.value);
    if (field && !field->value.empty())
      rest.children.push_back(Node{Node::Kind::Scalar, {}, field->value, {}, child.line});
    writer_.write_list(rest, field ? View(field->key) : View(child.value), child.line);
  }
  void group(const Node& node) {
    if (const View layout = layout_of_group(node.key); !layout.empty()) groups_.push_back({Text(layout), node.line});
  }
  // {"step": 1, …} in a list that is called nothing.
  void group_of(const Node& map) {
    for (const Node& member : map.children) {
      const View layout = layout_of_group(member.key);
      if (!layout.empty() && groups_.empty()) groups_.push_back({Text(layout), map.line});
    }
  }
  // A section, or what holds sections.
  void sections_in(const Node& node) {
    if (node.kind == Node::Kind::List) {
      if (has_maps(node)) group(node);
      const std::size_t before = writer_.count();
      sections_of(node);
      if (opposes(node.key) && node.children.size() == 2 && writer_.count() == before + 2)
        halves_ = {before, before + 1};
      return;
    }
    const bool holds_maps = std::any_of(node.children.begin(), node.children.end(), [](const Node& child) {
      return child.kind == Node::Kind::Map || (child.kind == Node::Kind::List && has_maps(child));
    });
    const bool is_one =
        is_section_node(node) && !(holds_maps && member_of(node) == Member::Group && holds_sections(node));
    group(node);
    if (is_one || !holds_maps) {
      if (names_half(node.key)) halves_.push_back(writer_.count());
      return writer_.write(node, name_by_key(node));
    }
    members(node);
  }
  static bool opposes(View key) {
    const Text words = plain_key(key);
    return words == U"comparison" || words == U"compare" || words == U"versus" || words == U"对比" ||
           words == U"sides" || words == U"两侧" || words == U"halves";
  }
  // Below «steps» with a title of its own.
  static bool holds_sections(const Node& node) {
    return std::any_of(node.children.begin(), node.children.end(), [](const Node& child) {
      return (child.kind == Node::Kind::List && has_named_maps(child)) ||
             (child.kind == Node::Kind::Map && is_section_node(child) && member_of(child) == Member::Group);
    });
  }
  // A text below no section: what the page says at its end, where it comes behind the sections.
  void lone_text(const Node& node, Member what) {
    if (what == Member::From || node.value.find_first_not_of(U"0123456789") == Text::npos)
      return writer_.note(node, "layout");
    const bool is_said = what == Member::Key || what == Member::Text || what == Member::Sub || what == Member::Unknown;
    if (is_for_painter(node.value)) return writer_.note(node, "said of the picture, not printed");
    if (is_said && has_han(node.value) && writer_.count() > 0) return bars_.push_back(&node);
    writer_.leave_out(node, no_place());
  }
  static bool is_list_for_painter(const Node& node) {
    if (is_scalar(node)) return is_for_painter(node.value);
    return node.kind == Node::Kind::List &&
           std::any_of(node.children.begin(), node.children.end(), is_list_for_painter);
  }
  void callout(const Node& node) {
    if (is_list_for_painter(node)) return writer_.note(node, "said of the picture, not printed");
    if (node.kind == Node::Kind::List && node.children.size() > 1 && has_maps(node)) {
      for (const Node& child : node.children) callout(child);
      return;
    }
    if (is_scalar(node)) {
      Node list{Node::Kind::List, {}, {}, {node}, node.line};
      writer_.write_list(list, {}, node.line);
    } else {
      writer_.write(node, {});
    }
    data_.facts.callouts.push_back(writer_.count() - 1);
  }
  void write_bar(const Node& node) {
    writer_.key_line(U"BOTTOM", {}, node.line);
    if (is_scalar(node) || node.kind == Node::Kind::List) return writer_.items(node);
    for (const Node& child : node.children) {
      if (member_of(child) == Member::Fill || member_of(child) == Member::Background) {
        writer_.add(child.line, SectionField::Fill, words_of_node(child));
      } else if (member_of(child) == Member::Icon) {
        writer_.add(child.line, SectionField::Icon, words_of_node(child));
      } else if (member_of(child) == Member::Style || member_of(child) == Member::Layout ||
                 member_of(child) == Member::PartColor || member_of(child) == Member::Ink) {
        writer_.note(child, "said of the picture, not printed");
      } else {
        writer_.items(child);
      }
    }
  }

  // ---- lines of the page, behind the sections ----
  void write_page_lines() {
    std::vector<std::pair<Text, int>>& center = data_.facts.center;
    if (halves_.size() == 2 && center.size() == 1 && !data_.facts.has_divider && center[0].first.size() <= 4) {
      data_.facts.divider = center[0].first;  // «VS» in the middle
      data_.facts.has_divider = true;
      center.clear();
    }
    const bool has_halves = halves_.size() == 2 || (halves_.empty() && data_.facts.has_divider &&
                                                    writer_.count() - data_.facts.callouts.size() == 2);
    for (std::size_t i = 0; i < writer_.count() && halves_.size() == 2; ++i) {
      if (i != halves_[0] && i != halves_[1]) data_.facts.callouts.push_back(i);  // what both have
    }
    if (has_halves) writer_.key_line(U"LAYOUT", U"split", layout_.empty() ? 1 : layout_[0].second);
    if (writer_.has_decisions()) writer_.key_line(U"LAYOUT", U"decision tree", 1);
    for (const auto& [words, line] : layout_) writer_.key_line(U"LAYOUT", words, line);
    for (const auto& [words, line] : groups_) writer_.key_line(U"LAYOUT", words, line);
    if (links_.has_spokes() || (!data_.facts.center.empty() && groups_.empty()))
      writer_.key_line(U"LAYOUT", U"hub", data_.facts.center.empty() ? 1 : data_.facts.center[0].second);
    colors_.write();
  }

  Data data_;
  SectionWriter writer_;
  LinkWriter links_;
  ColorWriter colors_;
  std::vector<std::pair<Text, int>> layout_, groups_;
  std::vector<const Node*> bars_;
  std::deque<Node> kept_;
  Text width_, height_;
  std::vector<std::size_t> halves_;  // sections
  bool has_aspect_ = false;
};

}  // namespace

Data write_page(const Node& root, bool is_chinese) { return PageWriter(is_chinese).write(root); }

}  // namespace sixiang::brief
