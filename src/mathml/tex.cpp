#include "mathml/tex.h"

#include <algorithm>
#include <iterator>

#include "mathml/tokens.h"

namespace sixiang::mathml {

namespace {

constexpr std::string_view kEncodings[] = {
    "application/x-tex", "application/x-latex", "text/x-tex", "TeX", "LaTeX", "latex", "tex"};
constexpr std::string_view kStyles[] = {"\\displaystyle", "\\textstyle"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string on_one_line(std::string_view tex) {
  std::string line;
  bool is_comment = false;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (is_comment) {
      is_comment = tex[i] != '\n';
    } else if (tex[i] == '\\' && i + 1 < tex.size() && !is_blank(tex[i + 1])) {
      line.append(tex.substr(i++, 2));
    } else if (tex[i] == '%') {
      is_comment = true;
    } else if (!is_blank(tex[i])) {
      line.push_back(tex[i]);
    } else if (!line.empty() && line.back() != ' ') {
      line.push_back(' ');
    }
  }
  return line;
}

// Whether the brace before `text` is closed by one behind it, if by any in it.
bool is_balanced(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size() && depth >= 0; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '{' || text[i] == '}') {
      depth += text[i] == '{' ? 1 : -1;
    }
  }
  return depth == 0;
}

// `\displaystyle …`, and Wikipedia's `{\displaystyle …}`.
std::string_view without_style(std::string_view tex) {
  const bool is_braced = tex.size() > 1 && tex.front() == '{' && tex.back() == '}';
  const std::string_view body = is_braced ? tex.substr(1, tex.size() - 2) : tex;
  for (const std::string_view style : kStyles) {
    if (body.substr(0, style.size()) != style || !is_balanced(body)) continue;
    const std::string_view rest = body.substr(style.size());
    if (rest.empty() || !is_letter(rest[0])) return trimmed(rest);
  }
  return tex;
}

}  // namespace

bool is_tex(std::string_view encoding) {
  return std::find(std::begin(kEncodings), std::end(kEncodings), encoding) != std::end(kEncodings);
}

bool has_command(std::string_view tex) {
  for (std::size_t i = 0; i + 1 < tex.size(); ++i) {
    if (tex[i] != '\\') continue;
    if (is_letter(tex[i + 1]) || std::string_view(",;:!>{}|").find(tex[i + 1]) != std::string_view::npos) return true;
    ++i;
  }
  return false;
}

std::string plain_tex(std::string_view tex) { return std::string(without_style(trimmed(on_one_line(tex)))); }

std::string typed_tex(std::string_view tex) {
  std::string typed;
  bool is_script = false;
  for (const char c : tex) {
    if (is_script && (is_letter(c) || (c >= '0' && c <= '9'))) {
      typed.append("{").append(1, c).append("}");
    } else {
      typed.push_back(c == '~' ? ' ' : c);
    }
    is_script = c == '_' || c == '^';
  }
  return typed;
}

}  // namespace sixiang::mathml
