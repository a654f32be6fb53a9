#include "label/label.h"

namespace sixiang {

namespace {

// Offset of the next `$` that is not written `\$`; npos where there is none.
std::size_t find_dollar(std::string_view source, std::size_t from) {
  for (std::size_t i = from; i < source.size(); ++i) {
    if (source[i] == '\\' && i + 1 < source.size() && source[i + 1] == '$') {
      ++i;
    } else if (source[i] == '$') {
      return i;
    }
  }
  return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '$') ++i;
    result += text[i];
  }
  return result;
}

void add_text(ParsedLabel& label, std::string_view source, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  LabelPart& part = label.parts.emplace_back();
  part.text = unescaped(source.substr(begin, end - begin));
  part.offset = begin;
  part.length = end - begin;
}

}  // namespace

ParsedLabel parse_label(std::string_view source) {
  ParsedLabel label;
  std::size_t text_begin = 0;
  for (;;) {
    const std::size_t open = find_dollar(source, text_begin);
    if (open == std::string_view::npos) break;
    const std::size_t close = find_dollar(source, open + 1);
    if (close == std::string_view::npos) {
      Diagnostic& diagnostic = label.diagnostics.emplace_back();
      diagnostic.offset = open;
      diagnostic.length = 1;
      diagnostic.code = "unclosed-dollar";
      diagnostic.message = {"this “$” opens a formula that is never closed (write \\$ for a dollar sign)",
                            "此处的「$」开始了公式，但没有结束的「$」（要显示美元符号请写 \\$）"};
      break;
    }
    add_text(label, source, text_begin, open);
    LabelPart& part = label.parts.emplace_back();
    part.kind = LabelPart::Kind::Formula;
    part.text = std::string(source.substr(open + 1, close - open - 1));
    part.offset = open + 1;
    part.length = close - open - 1;
    text_begin = close + 1;
  }
  add_text(label, source, text_begin, source.size());
  return label;
}

bool is_formula(const ParsedLabel& label) {
  return label.parts.size() == 1 && label.parts.front().kind == LabelPart::Kind::Formula;
}

}  // namespace sixiang
