// A title that sets one thing against another, «功能数↑ 但 上手率↓», «A vs B»: a header of two halves with the word
// between them on a disc.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "layout/section_header.h"

namespace sixiang {

enum class Opposing : std::uint8_t {
  But,     // 但, 却: the second half is the price of the first
  Versus,  // vs
};

struct Opposition {
  ByteRange first, word, second;  // of the title, without blanks around them
  Opposing kind = Opposing::But;
};
std::optional<Opposition> find_opposition(std::string_view title);

// Gives halves to all headers above the bodies of sections in the page's flow, where every one of them has such a title
// and room for it, and there are two at least. They share one divider.
void join_halves(const PageBuilder& page, std::vector<MeasuredHeader>& headers);

// Between what stands before the title and the room's right end, at scale 1.
float halves_width(const PageBuilder& page, const TitleHalves& halves);

// `left` is where the first half's title may begin.
void draw_halves(PageBuilder& page, const MeasuredHeader& content, float left, float scale);

}  // namespace sixiang
