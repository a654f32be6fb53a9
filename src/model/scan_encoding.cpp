#include "base/utf8.h"
#include "model/json_path.h"
#include "model/scan.h"

namespace sixiang {

std::optional<Error> scan_encoding(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 1; };
  const bool marked = (byte(0) == 0xFF && byte(1) == 0xFE) || (byte(0) == 0xFE && byte(1) == 0xFF);
  const bool zeros = text.size() >= 2 && (byte(0) == 0 || byte(1) == 0);
  if (marked || zeros) {
    return Error{"", {"the text is UTF-16 or binary: save it as UTF-8", "文本是 UTF-16 或二进制：请以 UTF-8 保存"}};
  }
  const std::optional<std::size_t> invalid = find_invalid_utf8(text);
  if (!invalid) return std::nullopt;
  const TextPosition position = position_of(text, *invalid);
  const std::string line = std::to_string(position.line), column = std::to_string(position.column),
                    offset = std::to_string(*invalid);
  return Error{"",
               {"line " + line + ", column " + column + ": byte " + offset + " is not UTF-8: save the file as UTF-8",
                "第 " + line + " 行第 " + column + " 列：第 " + offset + " 字节不是 UTF-8：请以 UTF-8 保存"}};
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return text.substr(0, kMark.size()) == kMark ? text.substr(kMark.size()) : text;
}

}  // namespace sixiang
