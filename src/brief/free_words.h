// What lines of a brief in no format are about, by their words. Inside brief/ only.
#pragma once

#include "brief/text.h"

namespace sixiang::brief {

// What a head of a brief's frame is about.
enum class HeadMeaning : std::uint8_t { Section, Frame, Guide, Title, Subtitle, Bar, Arrows, Center };
HeadMeaning meaning_of(View title);

// A heading over what is asked of the picture: 生成时注意, 画风要求, «Style rules».
bool is_guide_title(View title);

// «公式要大一点，放在卡片正中», «内容画成一条横着的流程：».
bool says_how_it_looks(View text);
// What a prompt's frame says of shape and ground: «# Task», «# Canvas», «尺寸».
bool speaks_of_canvas(View title);

// Whether a sentence says how the picture is made, or what must not be on it.
bool is_instruction(View text);
// «不要…», «no …».
bool is_negative(View text);
// Whether it asks for a picture that no icon stands for: «右下角画一群蚯蚓».
bool shows_picture(View text);
// «四个板块依次配图标：水龙头、鼻子、…», «Icons, in order: leaf, pot».
bool asks_icons(View text);
// «尺寸 9:16，时间轴竖着排», wherever it stands; what might be done besides is not meant: «也可以改成竖版 9:16».
bool says_size(View text);

// «箭头上的字», «Curved arrows connect the stations»: of all of them.
bool names_arrows(View key);
// «→», «箭头», «from … to».
bool speaks_of_arrows(View text);

}  // namespace sixiang::brief
