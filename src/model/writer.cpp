#include "model/writer.h"

#include <algorithm>

#include "base/utf8.h"

namespace sixiang {

namespace {

constexpr std::size_t kLineLength = 112;

std::string indentation(int depth) { return "\n" + std::string(std::size_t(depth) * 2, ' '); }

}  // namespace

std::string json_string(std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += "\\u00";
      result += kDigits[(c >> 4) & 15];
      result += kDigits[c & 15];
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::optional<std::string> FieldWriter::one_line() const {
  std::size_t bytes = 4;
  for (const auto& [key, value] : members_) bytes += key.size() + value.size() + 4;
  if (bytes > 4 * kLineLength) return std::nullopt;
  std::string line = "{ ";
  for (std::size_t i = 0; i < members_.size(); ++i) {
    line += (i == 0 ? "" : ", ") + members_[i].first + ": " + members_[i].second;
  }
  line += " }";
  const bool fits = line.find('\n') == std::string::npos && utf8_length(line) + std::size_t(depth_) * 2 <= kLineLength;
  return fits ? std::optional(line) : std::nullopt;
}

std::string FieldWriter::finish(Form form) const {
  if (members_.empty()) return "{}";
  if (form == Form::OneLineIfShort) {
    if (std::optional<std::string> line = one_line()) return *line;
  }
  const std::string indent = indentation(depth_ + 1);
  std::string lines = "{";
  for (std::size_t i = 0; i < members_.size(); ++i) {
    lines += i == 0 ? "" : ",";
    lines += indent;
    lines += members_[i].first;
    lines += ": ";
    lines += members_[i].second;
  }
  return lines + indentation(depth_) + "}";
}

std::string FieldWriter::list_text(const std::vector<std::string>& items) const {
  if (items.empty()) return "[]";
  const std::string indent = indentation(depth_ + 2);
  std::string lines = "[";
  for (std::size_t i = 0; i < items.size(); ++i) {
    lines += i == 0 ? "" : ",";
    lines += indent;
    lines += items[i];
  }
  return lines + indentation(depth_ + 1) + "]";
}

}  // namespace sixiang
