// What letter the reading of a Chinese character begins with in pinyin, so that people find things by a letter a
// character.
#pragma once

namespace sixiang {

// Whether a reading of the character begins with the letter, a to z. False of what is no character of GB 2312's first
// level, the 3755 commonest.
bool may_begin_with(char32_t character, char letter);

}  // namespace sixiang
