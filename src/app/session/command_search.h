// Finding what can be done by what people call it: in Chinese, in English, or by a letter a character of its pinyin.
#pragma once

#include <optional>
#include <string_view>

#include "base/byte_range.h"
#include "base/message.h"

namespace sixiang::app {

struct CommandMatch {
  int rank = 0;     // 0: the label begins with it; 1: it stands within the label; 2: another word for it does
  ByteRange place;  // of the label in `language`; empty for other words
  Language language = Language::Chinese;
};

// Where every word of `query` is found, else nullopt. `words`: what else it may be called, parted by spaces. Case and
// full width do not matter; an empty query is found everywhere.
std::optional<CommandMatch> find_command(std::string_view query, const Message& label, const Message& words);

}  // namespace sixiang::app
