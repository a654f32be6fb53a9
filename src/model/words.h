// The words of the format's enumerations, with names for people: here those of poster.h, and what holds of all.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "model/poster.h"

namespace sixiang {

constexpr Word word_of(Style word) {
  switch (word) {
    case Style::Marker:
      return {"marker", "Marker on paper", "马克笔"};
    case Style::Cards:
      return {"cards", "Clean cards", "清爽卡片"};
    case Style::Dark:
      return {"dark", "Dark", "深色"};
  }
  return {};
}

constexpr Word word_of(BodyTone word) {
  switch (word) {
    case BodyTone::Filled:
      return {"filled", "As given", "原色"};
    case BodyTone::Pale:
      return {"pale", "Pale", "浅色"};
  }
  return {};
}

constexpr Word word_of(LayoutKind word) {
  switch (word) {
    case LayoutKind::Grid:
      return {"grid", "Grid", "网格"};
    case LayoutKind::Ring:
      return {"ring", "Ring", "环形"};
  }
  return {};
}

constexpr Word word_of(Connect word) {
  switch (word) {
    case Connect::None:
      return {"none", "None", "无"};
    case Connect::Arrows:
      return {"arrows", "Arrows", "箭头"};
    case Connect::Line:
      return {"line", "Axis", "轴线"};
    case Connect::Spokes:
      return {"spokes", "Spokes", "辐条"};
  }
  return {};
}

constexpr Word word_of(Order word) {
  switch (word) {
    case Order::Down:
      return {"down", "From the top", "自上而下"};
    case Order::Up:
      return {"up", "From the foot", "自下而上"};
  }
  return {};
}

constexpr Word word_of(Offset word) {
  switch (word) {
    case Offset::None:
      return {"none", "None", "无"};
    case Offset::Alternate:
      return {"alternate", "Alternating", "交错"};
    case Offset::Stairs:
      return {"stairs", "Stairs", "阶梯"};
    case Offset::Pyramid:
      return {"pyramid", "Pyramid", "金字塔"};
  }
  return {};
}

constexpr Word word_of(DividerShape word) {
  switch (word) {
    case DividerShape::Line:
      return {"line", "Line", "直线"};
    case DividerShape::Arrow:
      return {"arrow", "Arrow", "箭头"};
  }
  return {};
}

constexpr Word word_of(HeaderKind word) {
  switch (word) {
    case HeaderKind::Strip:
      return {"strip", "Strip", "色条"};
    case HeaderKind::Plain:
      return {"plain", "Plain", "无底色"};
    case HeaderKind::Side:
      return {"side", "At the side", "侧栏"};
    case HeaderKind::None:
      return {"none", "None", "无"};
  }
  return {};
}

constexpr Word word_of(SectionPlace word) {
  switch (word) {
    case SectionPlace::Flow:
      return {"flow", "In order", "按顺序"};
    case SectionPlace::Top:
      return {"top", "Top", "顶部"};
    case SectionPlace::Bottom:
      return {"bottom", "Foot", "底部"};
    case SectionPlace::Left:
      return {"left", "Left", "左侧"};
    case SectionPlace::Right:
      return {"right", "Right", "右侧"};
  }
  return {};
}

constexpr Word word_of(LinkShape word) {
  switch (word) {
    case LinkShape::Line:
      return {"line", "Line", "细线"};
    case LinkShape::Block:
      return {"block", "Fat arrow", "粗箭头"};
  }
  return {};
}

constexpr Word word_of(Bullet word) {
  switch (word) {
    case Bullet::Dot:
      return {"dot", "Dot", "圆点"};
    case Bullet::Number:
      return {"number", "Number", "编号"};
    case Bullet::Check:
      return {"check", "Check", "对勾"};
    case Bullet::Cross:
      return {"cross", "Cross", "叉号"};
    case Bullet::None:
      return {"none", "None", "无"};
  }
  return {};
}

constexpr Word word_of(CenterRole role) {
  switch (role) {
    case CenterRole::Caption:
      return {"caption", "Caption", "小标题"};
    case CenterRole::Formula:
      return {"formula", "Formula", "公式"};
    case CenterRole::Text:
      return {"text", "Text", "正文"};
  }
  return {};
}

constexpr Word word_of(LabelRole word) {
  switch (word) {
    case LabelRole::Text:
      return {"text", "Text", "要点"};
    case LabelRole::Key:
      return {"key", "Key, on a card", "重点卡片"};
    case LabelRole::Sub:
      return {"sub", "Second level", "次级要点"};
    case LabelRole::Figure:
      return {"figure", "Big figure", "大数字"};
    case LabelRole::Callout:
      return {"callout", "Callout", "提示框"};
    case LabelRole::Code:
      return {"code", "Code", "代码"};
    case LabelRole::Tag:
      return {"tag", "Tag", "标签"};
  }
  return {};
}

constexpr Word word_of(DecorationKind kind) {
  switch (kind) {
    case DecorationKind::Star:
      return {"star", "Star", "星形"};
    case DecorationKind::Sparkle:
      return {"sparkle", "Sparkle", "闪光"};
    case DecorationKind::Dot:
      return {"dot", "Dot", "圆点"};
    case DecorationKind::Ring:
      return {"ring", "Ring", "圆环"};
  }
  return {};
}

constexpr Word word_of(DecorationPlace place) {
  switch (place) {
    case DecorationPlace::TitleLeft:
      return {"title-left", "Left of the title", "标题左侧"};
    case DecorationPlace::TitleRight:
      return {"title-right", "Right of the title", "标题右侧"};
    case DecorationPlace::Corners:
      return {"corners", "Corners", "角落"};
  }
  return {};
}

// The kinds of diagrams, the alternatives of Diagram.
template <class T, class Variant = Diagram>
inline constexpr bool kIsDiagramKind = false;
template <class T, class... Kinds>
inline constexpr bool kIsDiagramKind<T, std::variant<Kinds...>> = (std::is_same_v<T, Kinds> || ...);

template <class Kind>
constexpr Word word_of_kind() {
  constexpr Thing kThing = thing_of(std::type_identity<Kind>{});
  return {kThing.key, kThing.heading.english, kThing.heading.chinese};
}

// All words of an enumeration, in the order of its enumerators, which count from 0.
template <class Enum>
inline constexpr auto kWords = [] {
  constexpr std::size_t kCount = [] {
    std::size_t count = 0;
    while (!word_of(Enum(count)).json.empty()) ++count;
    return count;
  }();
  std::array<Word, kCount> words;
  for (std::size_t i = 0; i < kCount; ++i) words[i] = word_of(Enum(i));
  return words;
}();

template <class Enum>
constexpr std::span<const Word> words_of(Enum) {
  return kWords<std::remove_const_t<Enum>>;
}

// Of the alternatives of Diagram, in their order.
inline constexpr auto kDiagramKinds = []<std::size_t... I>(std::index_sequence<I...>) {
  return std::array<Word, sizeof...(I)>{word_of_kind<std::variant_alternative_t<I, Diagram>>()...};
}
(std::make_index_sequence<std::variant_size_v<Diagram>>{});

inline Word kind_of(const Diagram& diagram) {
  return std::visit([]<class Kind>(const Kind&) { return word_of_kind<Kind>(); }, diagram);
}

inline std::optional<std::size_t> index_of_word(std::span<const Word> words, std::string_view json) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].json == json) return i;
  }
  return std::nullopt;
}

// The kind of diagram that the word names, made by `make(type)`, which gives a diagram of that type; nullopt for any
// other word.
template <class Make>
std::optional<Diagram> diagram_of_kind(std::string_view word, const Make& make) {
  const auto try_kinds = [&]<std::size_t... I>(std::index_sequence<I...>) {
    std::optional<Diagram> made;
    const auto try_kind = [&]<class Kind>(std::type_identity<Kind> type) {
      if (word_of_kind<Kind>().json == word) made = make(type);
    };
    (try_kind(std::type_identity<std::variant_alternative_t<I, Diagram>>{}), ...);
    return made;
  };
  return try_kinds(std::make_index_sequence<std::variant_size_v<Diagram>>{});
}

}  // namespace sixiang
