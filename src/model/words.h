// The words of the format's enumerations, in the order of the enumerators, with names for people.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "model/poster.h"

namespace sixiang {

struct Word {
  std::string_view json, english, chinese;
};

inline constexpr std::array<Word, 1> kLayoutKinds = {{{"quadrants", "Quadrants", "四象限"}}};
inline constexpr std::array<Word, 3> kCenterRoles = {
    {{"caption", "Caption", "小标题"}, {"formula", "Formula", "公式"}, {"text", "Text", "正文"}}};
inline constexpr std::array<Word, 5> kNodeShapes = {{{"box", "Box", "方框"},
                                                     {"circle", "Circle", "圆形"},
                                                     {"narrowing", "Narrowing", "收窄梯形"},
                                                     {"widening", "Widening", "展宽梯形"},
                                                     {"plain", "Plain text", "纯文本"}}};
inline constexpr std::array<Word, 2> kLineStyles = {{{"solid", "Solid", "实线"}, {"dashed", "Dashed", "虚线"}}};
inline constexpr std::array<Word, 3> kChainArcs = {{{"all", "From all before", "来自之前全部"},
                                                    {"previous", "From the one before", "来自前一个"},
                                                    {"none", "None", "无"}}};
inline constexpr std::array<Word, 2> kLabelRoles = {{{"text", "Text", "要点"}, {"key", "Key, on a card", "重点卡片"}}};
inline constexpr std::array<Word, 4> kIcons = {
    {{"none", "None", "无"}, {"star", "Star", "星形"}, {"sparkle", "Sparkle", "闪光"}, {"dot", "Dot", "圆点"}}};
inline constexpr std::array<Word, 4> kDecorationKinds = {
    {{"star", "Star", "星形"}, {"sparkle", "Sparkle", "闪光"}, {"dot", "Dot", "圆点"}, {"ring", "Ring", "圆环"}}};
inline constexpr std::array<Word, 3> kDecorationPlaces = {{{"title-left", "Left of the title", "标题左侧"},
                                                           {"title-right", "Right of the title", "标题右侧"},
                                                           {"corners", "Corners", "角落"}}};
// In the order of the alternatives of Diagram.
inline constexpr std::array<Word, 3> kDiagramKinds = {
    {{"flow", "Flow", "流程图"}, {"noise", "Noise", "噪声图"}, {"chain", "Chain", "链式图"}}};

inline std::span<const Word> words_of(LayoutKind) { return kLayoutKinds; }
inline std::span<const Word> words_of(CenterRole) { return kCenterRoles; }
inline std::span<const Word> words_of(NodeShape) { return kNodeShapes; }
inline std::span<const Word> words_of(LineStyle) { return kLineStyles; }
inline std::span<const Word> words_of(ChainArcs) { return kChainArcs; }
inline std::span<const Word> words_of(LabelRole) { return kLabelRoles; }
inline std::span<const Word> words_of(Icon) { return kIcons; }
inline std::span<const Word> words_of(DecorationKind) { return kDecorationKinds; }
inline std::span<const Word> words_of(DecorationPlace) { return kDecorationPlaces; }

inline std::optional<std::size_t> index_of_word(std::span<const Word> words, std::string_view json) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].json == json) return i;
  }
  return std::nullopt;
}

}  // namespace sixiang
