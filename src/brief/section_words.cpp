#include <algorithm>

#include "brief/keys.h"

namespace sixiang::brief {

namespace {

constexpr SectionWord kSectionWords[] = {
    {U"step", SectionStand::Pipeline},
    {U"stage", SectionStand::Pipeline},
    {U"phase", SectionStand::Pipeline},
    {U"input", SectionStand::Pipeline},
    {U"output", SectionStand::Pipeline},
    {U"步骤", SectionStand::Pipeline},
    {U"阶段", SectionStand::Pipeline},
    {U"环节", SectionStand::Pipeline},
    {U"输入", SectionStand::Pipeline},
    {U"输出", SectionStand::Pipeline},
    {U"layer", SectionStand::Rows},
    {U"level", SectionStand::Rows},
    {U"tier", SectionStand::Rows},
    {U"row", SectionStand::Rows},
    {U"层级", SectionStand::Rows},
    {U"层", SectionStand::Rows},
    {U"行", SectionStand::Rows},
    {U"top lane", SectionStand::Lanes},
    {U"bottom lane", SectionStand::Lanes},
    {U"middle lane", SectionStand::Lanes},
    {U"lane", SectionStand::Lanes},
    {U"泳道", SectionStand::Lanes},
    {U"column", SectionStand::Columns},
    {U"栏", SectionStand::Columns},
    {U"列", SectionStand::Columns},
    {U"left side", SectionStand::Split},
    {U"right side", SectionStand::Split},
    {U"left panel", SectionStand::Split},
    {U"right panel", SectionStand::Split},
    {U"left half", SectionStand::Split},
    {U"right half", SectionStand::Split},
    {U"left column", SectionStand::Split},
    {U"right column", SectionStand::Split},
    {U"side a", SectionStand::Split},
    {U"side b", SectionStand::Split},
    {U"left", SectionStand::Split},
    {U"right", SectionStand::Split},
    {U"左侧", SectionStand::Split},
    {U"右侧", SectionStand::Split},
    {U"左边", SectionStand::Split},
    {U"右边", SectionStand::Split},
    {U"左半", SectionStand::Split},
    {U"右半", SectionStand::Split},
    {U"node", SectionStand::Timeline},
    {U"event", SectionStand::Timeline},
    {U"milestone", SectionStand::Timeline},
    {U"era", SectionStand::Timeline},
    {U"节点", SectionStand::Timeline},
    {U"事件", SectionStand::Timeline},
    {U"里程碑", SectionStand::Timeline},
    {U"spoke", SectionStand::Spokes},
    {U"branch", SectionStand::Spokes},
    {U"分支", SectionStand::Spokes},
    {U"module", SectionStand::Grid},
    {U"group", SectionStand::Grid},
    {U"metric", SectionStand::Grid},
    {U"pillar", SectionStand::Grid},
    {U"trend", SectionStand::Grid},
    {U"conflict", SectionStand::Grid},
    {U"quadrant", SectionStand::Grid},
    {U"top-left quadrant", SectionStand::Grid},
    {U"top-right quadrant", SectionStand::Grid},
    {U"bottom-left quadrant", SectionStand::Grid},
    {U"bottom-right quadrant", SectionStand::Grid},
    {U"top left quadrant", SectionStand::Grid},
    {U"top right quadrant", SectionStand::Grid},
    {U"bottom left quadrant", SectionStand::Grid},
    {U"bottom right quadrant", SectionStand::Grid},
    {U"top-left", SectionStand::Grid},
    {U"top-right", SectionStand::Grid},
    {U"bottom-left", SectionStand::Grid},
    {U"bottom-right", SectionStand::Grid},
    {U"zone", SectionStand::Grid},
    {U"card", SectionStand::Grid},
    {U"panel", SectionStand::Grid},
    {U"cell", SectionStand::Grid},
    {U"block", SectionStand::Grid},
    {U"box", SectionStand::Grid},
    {U"trap", SectionStand::Grid},
    {U"part", SectionStand::Grid},
    {U"point", SectionStand::Grid},
    {U"option", SectionStand::Grid},
    {U"section", SectionStand::Grid},
    {U"principle", SectionStand::Grid},
    {U"method", SectionStand::Grid},
    {U"type", SectionStand::Grid},
    {U"challenge", SectionStand::Grid},
    {U"factor", SectionStand::Grid},
    {U"myth", SectionStand::Grid},
    {U"tip", SectionStand::Grid},
    {U"question", SectionStand::Grid},
    {U"supplement", SectionStand::Bar},
    {U"模块", SectionStand::Grid},
    {U"卡片", SectionStand::Grid},
    {U"部分", SectionStand::Grid},
    {U"要点", SectionStand::Grid},
    {U"冲突", SectionStand::Grid},
    {U"趋势", SectionStand::Grid},
    {U"支柱", SectionStand::Grid},
    {U"象限", SectionStand::Grid},
    {U"左上象限", SectionStand::Grid},
    {U"右上象限", SectionStand::Grid},
    {U"左下象限", SectionStand::Grid},
    {U"右下象限", SectionStand::Grid},
    {U"陷阱", SectionStand::Grid},
    {U"误区", SectionStand::Grid},
    {U"指标", SectionStand::Grid},
    {U"方案", SectionStand::Grid},
    {U"选项", SectionStand::Grid},
    {U"区块", SectionStand::Grid},
    {U"补充", SectionStand::Bar},
};

// No letter goes on behind the word.
bool ends_word(View text, std::size_t at) { return at >= text.size() || !is_latin(text[at]); }

}  // namespace

const SectionWord* find_section_word(View text) {
  const SectionWord* best = nullptr;
  for (const SectionWord& entry : kSectionWords) {
    if (begins_with(text, entry.word) && ends_word(text, entry.word.size()) &&
        (!best || entry.word.size() > best->word.size())) {
      best = &entry;
    }
  }
  return best;
}

bool is_section_word(View word) {
  return std::any_of(std::begin(kSectionWords), std::end(kSectionWords),
                     [word](const SectionWord& entry) { return entry.word == word; });
}

}  // namespace sixiang::brief
