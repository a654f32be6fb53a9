#include <utility>

#include "base/utf8.h"
#include "math/alphabet.h"
#include "math/characters.h"
#include "math/layouter.h"
#include "math/spacing.h"

namespace sixiang::math {
namespace {

constexpr float kNameSpace = 3;        // mu between an upright name and a letter: α KL
constexpr float kThinSpace = 3;        // mu between )( that were made to fit
constexpr float kChineseSpace = 4.5f;  // mu between Chinese and anything else: a quarter of an em

constexpr float kSharedHeight = 0.3f;    // em; radicands that differ by less share one height
constexpr std::size_t kMostShared = 64;  // radicals of one row that are compared with each other

struct Faces {
  AtomClass left, right;
};

Faces faces_of(const Node& node, StyleLevel level);

Faces faces_of_row(const Row& row, StyleLevel level) {
  return row.size() == 1 ? faces_of(row.front(), level) : Faces{AtomClass::Ordinary, AtomClass::Ordinary};
}

Faces faces_of(const Node& node, StyleLevel level) {
  struct Visitor {
    StyleLevel level;

    static Faces both(AtomClass atom_class) { return {atom_class, atom_class}; }

    Faces operator()(const Symbol& symbol) const { return both(symbol.atom_class); }
    Faces operator()(const Word& word) const {
      return both(word.role == WordRole::Function ? AtomClass::Operator : AtomClass::Ordinary);
    }
    Faces operator()(const Text&) const { return both(AtomClass::Ordinary); }
    Faces operator()(const BigOperator&) const { return both(AtomClass::Operator); }
    Faces operator()(const Space&) const { return both(AtomClass::Ordinary); }
    Faces operator()(const Group& group) const { return both(group.atom_class); }
    Faces operator()(const Scripts& scripts) const { return faces_of_row(scripts.base, level); }
    Faces operator()(const Fraction& fraction) const {
      const bool on_line = fraction.kind == FractionKind::Slash && level != StyleLevel::Display;
      return both(on_line ? AtomClass::Ordinary : AtomClass::Inner);
    }
    Faces operator()(const Radical&) const { return both(AtomClass::Ordinary); }
    Faces operator()(const Accent& accent) const { return faces_of_row(accent.base, level); }
    Faces operator()(const Line&) const { return both(AtomClass::Ordinary); }
    Faces operator()(const Enclosure&) const { return both(AtomClass::Ordinary); }
    Faces operator()(const Stretch&) const { return both(AtomClass::Ordinary); }
    Faces operator()(const LabelledArrow&) const { return both(AtomClass::Relation); }
    // As two brackets, also for \left and \right: f\left(x\right) is f(x).
    Faces operator()(const Fence& fence) const {
      return {fence.open ? AtomClass::Open : AtomClass::Ordinary, fence.close ? AtomClass::Close : AtomClass::Ordinary};
    }
    Faces operator()(const Middle&) const { return both(AtomClass::Relation); }
    Faces operator()(const SizedDelimiter& sized) const { return both(sized.atom_class); }
    Faces operator()(const Table&) const { return both(AtomClass::Ordinary); }
    Faces operator()(const Styled&) const { return both(AtomClass::Ordinary); }
    Faces operator()(const Unread&) const { return both(AtomClass::Ordinary); }
  };
  return std::visit(Visitor{level}, node.content);
}

const Word* name_of(const Node& node) {
  const Node* inner = &node;
  if (const auto* scripts = std::get_if<Scripts>(&node.content)) {
    if (scripts->base.size() != 1) return nullptr;
    inner = &scripts->base.front();
  }
  const auto* word = std::get_if<Word>(&inner->content);
  return word && word->role == WordRole::Name ? word : nullptr;
}

// `typed`: what \, and its kin put between the two, mu; a name needs no space of its own beside it.
float space_mu(const RowItem& left, const RowItem& right, float typed) {
  const StyleLevel level = left.style.level > right.style.level ? left.style.level : right.style.level;
  float space = space_between(left.right, right.left, level);
  const bool operands = left.right == AtomClass::Ordinary && right.left == AtomClass::Ordinary;
  if (operands && (left.is_name || right.is_name)) space = std::max(space, kNameSpace - typed);
  if (is_script(level)) return space;
  if (left.is_tall_fence && right.is_tall_fence) return kThinSpace;
  const bool hugs =
      left.right == AtomClass::Open || right.left == AtomClass::Close || right.left == AtomClass::Punctuation;
  if (left.chinese_right != right.chinese_left && !hugs) space = std::max(space, kChineseSpace);
  return space;
}

}  // namespace

// A Bin without operands on both sides is a sign or a mere symbol.
void demote_binaries(std::vector<RowItem>& items) {
  RowItem* previous = nullptr;
  for (RowItem& item : items) {
    if (item.is_space) continue;
    if (item.left == AtomClass::Binary && (!previous || demotes_following_binary(previous->right))) {
      item.left = item.right = AtomClass::Ordinary;
    }
    if (previous && previous->right == AtomClass::Binary && demotes_preceding_binary(item.left)) {
      previous->left = previous->right = AtomClass::Ordinary;
    }
    previous = &item;
  }
  if (previous && previous->right == AtomClass::Binary) previous->left = previous->right = AtomClass::Ordinary;
}

void Layouter::add_items(std::vector<RowItem>& items, const Row& nodes, MathStyle style) {
  for (const Node& each : nodes) {
    if (const auto* styled = std::get_if<Styled>(&each.content)) {
      add_items(items, styled->body, at_level(style, styled->level));
      continue;
    }
    RowItem item;
    item.span = each.span;
    item.radical = std::get_if<Radical>(&each.content);
    item.fragment = item.radical ? row(item.radical->radicand, cramped(style)) : node(each, style);
    const Faces faces = faces_of(each, style.level);
    item.left = faces.left;
    item.right = faces.right;
    item.style = style;
    item.is_space = std::holds_alternative<Space>(each.content);
    item.is_name = name_of(each) != nullptr;
    const auto* word = std::get_if<Word>(&each.content);
    item.is_modulo = word && word->role == WordRole::Function && word->text == "mod";
    if (const auto* text = std::get_if<Text>(&each.content); text && !text->text.empty()) {
      const std::vector<CodePoint> points = decode_utf8(text->text);
      const auto chinese = [](char32_t c) { return is_cjk(c) && !is_cjk_punctuation(c); };
      item.chinese_left = chinese(points.front().value);
      item.chinese_right = chinese(points.back().value);
    }
    const auto* fence = std::get_if<Fence>(&each.content);
    item.is_tall_fence = fence && item.fragment.script_base == ScriptBase::Box;
    if (const auto* middle = std::get_if<Middle>(&each.content)) item.middle = middle->character;
    // The bar of a condition is as tall as the brackets around it.
    const auto* symbol = std::get_if<Symbol>(&each.content);
    if (symbol && is_bar(symbol->character)) item.middle = symbol->character;
    items.push_back(std::move(item));
  }
}

std::vector<RowItem> Layouter::items(const Row& nodes, MathStyle style) {
  std::vector<RowItem> items;
  items.reserve(nodes.size());
  add_items(items, nodes, style);
  finish_radicals(items);
  return items;
}

// √a and √b side by side share one height, unless one radicand is much taller.
void Layouter::finish_radicals(std::vector<RowItem>& items) {
  std::vector<const RowItem*> radicals;
  for (const RowItem& item : items) {
    if (item.radical && item.fragment.inked) radicals.push_back(&item);
  }
  std::vector<Fragment> struts;
  for (const RowItem* item : radicals) {
    const float reach = em(kSharedHeight, item->style);
    Fragment strut;
    for (const RowItem* other : radicals) {
      const Fragment& near = other->fragment;
      if (near.ascent <= item->fragment.ascent + reach && near.descent <= item->fragment.descent + reach) {
        extend(strut, near.ascent, near.descent);
      }
    }
    struts.push_back(std::move(strut));
    if (struts.size() > kMostShared) break;
  }
  std::size_t next = 0;
  for (RowItem& item : items) {
    if (!item.radical) continue;
    if (item.fragment.inked && next < struts.size()) {
      extend(item.fragment, struts[next].ascent, struts[next].descent);
      ++next;
    }
    const SourceSpan outer = std::exchange(span_, item.span);
    item.fragment = radical_around(*item.radical, std::move(item.fragment), item.style);
    span_ = outer;
  }
}

// From where to where each item reaches, all on one line.
std::vector<Layouter::Extent> Layouter::extents(const std::vector<RowItem>& items) const {
  std::vector<Extent> extents;
  extents.reserve(items.size());
  float x = 0;
  float typed = 0;  // since `previous`, mu
  const RowItem* previous = nullptr;
  for (const RowItem& item : items) {
    if (item.is_space) {
      typed += std::max(item.fragment.width, 0.0f) / em(1, item.style) * 18;
    } else {
      if (previous) x += em(space_mu(*previous, item, typed) / 18.0f, item.style);
      previous = &item;
      typed = 0;
    }
    const float left = x;
    x += item.fragment.width + item.fragment.italics;
    extents.push_back({left, x});
  }
  return extents;
}

// One line. A row of one item keeps what its neighbours outside must know of it.
Fragment Layouter::assembled(std::vector<RowItem> items) {
  if (items.size() == 1) return std::move(items.front().fragment);
  demote_binaries(items);
  const std::vector<Extent> places = extents(items);
  Fragment result;
  for (std::size_t i = 0; i < items.size(); ++i) place(result, std::move(items[i].fragment), places[i].left, 0);
  result.width = places.empty() ? 0 : places.back().right;
  return result;
}

Fragment Layouter::row(const Row& nodes, MathStyle style) { return assembled(items(nodes, style)); }

}  // namespace sixiang::math
