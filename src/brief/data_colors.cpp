#include "brief/data_colors.h"

#include <algorithm>

#include "brief/color_words.h"

namespace sixiang::brief {

namespace {

// A colour's part in a scheme, which is no part of the page.
bool is_role(View key) {
  constexpr View kRoles[] = {U"primary", U"secondary", U"accent", U"main", U"neutral", U"highlight", U"base",
                             U"主色",    U"辅色",      U"辅助色", U"强调", U"强调色",  U"点缀",      U"点缀色"};
  return std::find(std::begin(kRoles), std::end(kRoles), key) != std::end(kRoles);
}

}  // namespace

std::optional<Color> color_in(const Node& node) {
  if (const Node* fill = find_member(node, Member::Fill)) {
    if (const std::optional<SaidColor> said = find_color(fill->value); said && said->color) return said->color;
  }
  const std::optional<SaidColor> said = find_color(words_of_node(node));
  if (said && said->color) return said->color;
  for (const Node& child : node.children) {
    const std::optional<SaidColor> inner = find_color(child.value);
    if (inner && inner->color) return inner->color;
  }
  return std::nullopt;
}

bool names_ground(View name) {
  constexpr View kGrounds[] = {U"bg", U"background", U"fill", U"page", U"paper", U"canvas", U"底", U"背景"};
  const Text key = plain_key(name);
  return key.empty() ||
         std::any_of(std::begin(kGrounds), std::end(kGrounds), [&key](View word) { return contains(key, word); });
}

void ColorWriter::background(const Node& node) {
  if (is_scalar(node) && !names_ground(node.key)) return writer_.note(node, "colour of a part, not printed");
  const std::optional<Color> color = color_in(node);
  if (color && !data_.facts.background) data_.facts.background = color;
  writer_.note(node, "background");
}

void ColorWriter::palette(const Node& node) {
  writer_.note(node, "colours");
  if (node.kind == Node::Kind::List) turns_ = &node;
  if (node.kind != Node::Kind::Map) return;
  for (const Node& child : node.children) {
    const Member what = member_of(child);
    const Text key = plain_key(child.key);
    if (what == Member::Background || (what == Member::Fill && !is_role(key)) || key == U"page" || key == U"paper") {
      background(child);
    } else if (what == Member::Ink || key == U"text" || what == Member::Text) {
      data_.facts.ink = color_in(child);
    } else if (is_scalar(child) && !is_role(key)) {
      named_.push_back(&child);
    }
  }
}

// The sections take a list of colours in turn, where none has its own.
void ColorWriter::write_turns() {
  const bool has_fills = std::any_of(data_.lines.begin(), data_.lines.end(),
                                     [](const Line& line) { return line.field == SectionField::Fill; });
  if (!turns_ || has_fills) return;
  Text colors;
  for (const Node& color : turns_->children) colors += (colors.empty() ? U"依次 " : U", ") + words_of_node(color);
  writer_.key_line(U"COLORS", colors, turns_->line);
}

void ColorWriter::write() {
  write_turns();
  if (named_.empty()) return;
  writer_.key_line(U"COLORS", {}, named_[0]->line);
  for (const Node* color : named_) {
    Line line;
    line.number = color->line;
    line.marker = Marker::Bullet;
    line.text = color->key + U": " + color->value;
    data_.lines.push_back(std::move(line));
  }
}

}  // namespace sixiang::brief
