#include "layout/hit_test.h"

#include <algorithm>

#include "model/ids.h"

namespace sixiang {

std::vector<const Block*> hit_test(const PosterLayout& layout, Point point) {
  std::vector<const Block*> hits;
  for (auto block = layout.blocks.rbegin(); block != layout.blocks.rend(); ++block) {
    if (contains(block->rect, point)) hits.push_back(&*block);
  }
  const auto area = [](const Block* block) { return block->rect.width * block->rect.height; };
  std::stable_sort(hits.begin(), hits.end(), [&](const Block* a, const Block* b) { return area(a) < area(b); });
  return hits;
}

const Block* block_showing(const PosterLayout& layout, std::string_view id) {
  const Block* found = nullptr;
  for (const Block& block : layout.blocks) {
    if (!block.id.empty() && lies_in(id, block.id) && (!found || block.id.size() > found->id.size())) found = &block;
  }
  return found;
}

}  // namespace sixiang
