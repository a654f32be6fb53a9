#include "base/icon_mark.h"

namespace sixiang {

namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-";

}  // namespace

std::optional<ByteRange> icon_name_at(std::string_view text, std::size_t colon) {
  const ByteRange name{colon + 1, text.find_first_not_of(kNameCharacters, colon + 1)};
  const bool is_closed = name.end != std::string_view::npos && name.end > name.begin && text[name.end] == ':';
  if (!is_closed || kLetters.find(text[name.begin]) == std::string_view::npos) return std::nullopt;
  return name;
}

std::size_t count_icon_marks(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos;) {
    const std::optional<ByteRange> name = icon_name_at(text, colon);
    count += name ? 1 : 0;
    colon = text.find(':', name ? name->end + 1 : colon + 1);
  }
  return count;
}

}  // namespace sixiang
