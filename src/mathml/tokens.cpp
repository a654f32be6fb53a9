#include "mathml/tokens.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace sixiang::mathml {
namespace {

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <std::size_t count>
bool contains(const std::string_view (&list)[count], std::string_view wanted) {
  return std::find(std::begin(list), std::end(list), wanted) != std::end(list);
}

struct Pair {
  std::string_view from, to;
};
template <std::size_t count>
std::string_view mapped(const Pair (&pairs)[count], std::string_view from) {
  const auto* found =
      std::find_if(std::begin(pairs), std::end(pairs), [&](const Pair& each) { return each.from == from; });
  return found == std::end(pairs) ? std::string_view() : found->to;
}

constexpr std::string_view kFunctions[] = {"arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth",
                                           "csc",    "deg",    "det",    "dim", "exp", "gcd",  "hom", "inf",
                                           "ker",    "lim",    "lg",     "ln",  "log", "max",  "min", "Pr",
                                           "sec",    "sin",    "sinh",   "sup", "tan", "tanh"};

constexpr Pair kVariants[] = {{"normal", "mathrm"},
                              {"bold", "mathbf"},
                              {"bold-italic", "boldsymbol"},
                              {"double-struck", "mathbb"},
                              {"script", "mathcal"},
                              {"bold-script", "mathcal"},
                              {"fraktur", "mathfrak"},
                              {"bold-fraktur", "mathfrak"},
                              {"sans-serif", "mathsf"},
                              {"bold-sans-serif", "mathsf"},
                              {"sans-serif-italic", "mathsf"},
                              {"monospace", "mathtt"}};

constexpr Pair kSigns[] = {
    {"&", "\\&"},          {"%", "\\%"},   {"#", "\\#"},   {"$", "\\$"},   {"_", "\\_"},   {"{", "\\{"},   {"}", "\\}"},
    {"\\", "\\backslash"}, {"~", "\\sim"}, {"^", "∧"},     {"/", "∕"},     {"−", "-"},     {"∣", "|"},     {"∥", "‖"},
    {"||", "‖"},           {"...", "…"},   {"\u2061", ""}, {"\u2062", ""}, {"\u2063", ""}, {"\u2064", ""}, {"′", "'"},
    {"″", "''"},           {"‴", "'''"},   {"\u200B", ""}};

struct Accent {
  std::string_view sign, narrow, wide;
};
constexpr Accent kOver[] = {
    {"^", "hat", "widehat"},
    {"ˆ", "hat", "widehat"},
    {"\u0302", "hat", "widehat"},
    {"~", "tilde", "widetilde"},
    {"˜", "tilde", "widetilde"},
    {"\u0303", "tilde", "widetilde"},
    {"∼", "tilde", "widetilde"},
    {"¯", "bar", "overline"},
    {"‾", "bar", "overline"},
    {"―", "bar", "overline"},
    {"_", "bar", "overline"},
    {"\u0304", "bar", "overline"},
    {"\u0305", "bar", "overline"},
    {"ˉ", "bar", "overline"},
    {"→", "vec", "overrightarrow"},
    {"\u20D7", "vec", "overrightarrow"},
    {"⇀", "vec", "overrightarrow"},
    {"←", "overleftarrow", "overleftarrow"},
    {"˙", "dot", "dot"},
    {".", "dot", "dot"},
    {"\u0307", "dot", "dot"},
    {"¨", "ddot", "ddot"},
    {"..", "ddot", "ddot"},
    {"\u0308", "ddot", "ddot"},
    {"ˇ", "check", "widecheck"},
    {"\u030C", "check", "widecheck"},
    {"˘", "breve", "breve"},
    {"\u0306", "breve", "breve"},
    {"´", "acute", "acute"},
    {"\u0301", "acute", "acute"},
    {"`", "grave", "grave"},
    {"\u0300", "grave", "grave"},
    {"˚", "mathring", "mathring"},
    {"⏞", "overbrace", "overbrace"},
    {"︷", "overbrace", "overbrace"},
    {"⏜", "overparen", "overparen"},
    {"⎴", "overbracket", "overbracket"},
};
constexpr Accent kUnder[] = {
    {"⏟", "underbrace", "underbrace"},     {"︸", "underbrace", "underbrace"}, {"⏝", "underparen", "underparen"},
    {"⎵", "underbracket", "underbracket"}, {"_", "underline", "underline"},    {"¯", "underline", "underline"},
    {"‾", "underline", "underline"},       {"―", "underline", "underline"},    {"\u0332", "underline", "underline"},
    {"\u0331", "underline", "underline"},
};

constexpr Pair kArrows[] = {{"→", "xrightarrow"},       {"←", "xleftarrow"}, {"↔", "xleftrightarrow"},
                            {"⇒", "xRightarrow"},       {"⇐", "xLeftarrow"}, {"⇔", "xLeftrightarrow"},
                            {"⟶", "xrightarrow"},       {"⟵", "xleftarrow"}, {"↦", "xmapsto"},
                            {"⇌", "xrightleftharpoons"}};

struct Delimiter {
  std::string_view sign, command;
  Side side;
};
constexpr Delimiter kDelimiters[] = {
    {"(", "(", Side::Open},   {")", ")", Side::Close},   {"[", "[", Side::Open}, {"]", "]", Side::Close},
    {"{", "\\{", Side::Open}, {"}", "\\}", Side::Close}, {"⟨", "⟨", Side::Open}, {"⟩", "⟩", Side::Close},
    {"〈", "⟨", Side::Open},  {"〉", "⟩", Side::Close},  {"⌊", "⌊", Side::Open}, {"⌋", "⌋", Side::Close},
    {"⌈", "⌈", Side::Open},   {"⌉", "⌉", Side::Close},   {"|", "|", Side::Bar},  {"∣", "|", Side::Bar},
    {"‖", "‖", Side::Bar},    {"∥", "‖", Side::Bar},     {"⟦", "⟦", Side::Open}, {"⟧", "⟧", Side::Close},
};
const Delimiter* find_delimiter(std::string_view sign) {
  const auto* found = std::find_if(std::begin(kDelimiters), std::end(kDelimiters),
                                   [&](const Delimiter& each) { return each.sign == sign; });
  return found == std::end(kDelimiters) ? nullptr : found;
}

// A letter of the mathematical alphabets in italics is the letter, which is set so by itself.
char32_t without_italics(char32_t c) {
  if (c >= 0x1D434 && c <= 0x1D44D) return U'A' + (c - 0x1D434);
  if (c >= 0x1D44E && c <= 0x1D467) return U'a' + (c - 0x1D44E);
  if (c == U'ℎ') return U'h';
  if (c >= 0x1D6E2 && c <= 0x1D6FA) return U'Α' + (c - 0x1D6E2);
  if (c >= 0x1D6FC && c <= 0x1D714) return U'α' + (c - 0x1D6FC);
  return c;
}

bool is_combining(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x20D0 && c <= 0x20F0); }

std::string command(std::string_view name, std::string_view argument) {
  return "\\" + std::string(name) + "{" + std::string(argument) + "}";
}

// The width of a space; 0: it is none.
float blank_em(char32_t c) {
  if (c == U' ' || c == 0xA0) return 0.25f;
  if (c == 0x2001 || c == 0x2003 || c == 0x3000) return 1;
  if (c == 0x2000 || c == 0x2002) return 0.5f;
  if (c == 0x2004) return 0.33f;
  if (c == 0x2005 || c == 0x205F) return 0.22f;
  return c >= 0x2006 && c <= 0x200A ? 0.16f : 0;
}

// Sans-serif letters of the mathematical alphabets, which the formula face has not.
struct SansSerif {
  char32_t capital_a;
  std::string_view command;
};
constexpr SansSerif kSansSerif[] = {
    {0x1D5A0, "mathsf"}, {0x1D5D4, "mathbf"}, {0x1D608, "mathsf"}, {0x1D63C, "boldsymbol"}};

std::string sans_serif(char32_t c) {
  for (const SansSerif& each : kSansSerif) {
    if (c < each.capital_a || c >= each.capital_a + 52) continue;
    const char32_t index = c - each.capital_a;
    return command(each.command, std::string(1, char(index < 26 ? U'A' + index : U'a' + index - 26)));
  }
  return {};
}

// In \text a backslash, brace, dollar and their kin stand behind a backslash.
std::string escaped(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (std::string_view("%$&_#{}\\").find(c) != std::string_view::npos) result.push_back('\\');
    result.push_back(c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
  }
  return result;
}

std::string function_name(std::string_view text) {
  if (contains(kFunctions, text)) return "\\" + std::string(text);
  std::string name;
  for (const CodePoint& point : decode_utf8(text)) {
    const bool space = point.value == U' ' || point.value == 0xA0 || (point.value >= 0x2000 && point.value <= 0x200A) ||
                       point.value == 0x2061;
    if (space) {
      name += "\\,";
    } else {
      append_utf8(name, point.value);
    }
  }
  return command("operatorname", name);
}

// Letters, with spaces between words.
bool is_name(std::string_view text) {
  int letters = 0;
  for (const CodePoint& point : decode_utf8(text)) {
    const bool letter = point.value < 0x80 && is_latin(char(point.value));
    const bool space = point.value == U' ' || point.value == 0xA0 || (point.value >= 0x2000 && point.value <= 0x200A) ||
                       point.value == 0x2061;
    if (!letter && !space) return false;
    letters += letter ? 1 : 0;
  }
  return letters > 1;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto blank_before = [&]() -> std::size_t {
    if (text.empty()) return 0;
    if (std::string_view(" \t\n\r").find(text.front()) != std::string_view::npos) return 1;
    return text.substr(0, 2) == "\u00A0" ? 2 : 0;
  };
  const auto blank_behind = [&]() -> std::size_t {
    if (text.empty()) return 0;
    if (std::string_view(" \t\n\r").find(text.back()) != std::string_view::npos) return 1;
    return text.size() >= 2 && text.substr(text.size() - 2) == "\u00A0" ? 2 : 0;
  };
  while (const std::size_t size = blank_before()) text.remove_prefix(size);
  while (const std::size_t size = blank_behind()) text.remove_suffix(size);
  return text;
}

std::string identifier(std::string_view text, std::string_view variant) {
  text = trimmed(text);
  const std::vector<CodePoint> points = decode_utf8(text);
  std::string plain;
  std::size_t letters = 0;
  bool ascii = true;
  for (const CodePoint& point : points) {
    append_utf8(plain, without_italics(point.value));
    letters += is_combining(point.value) ? 0 : 1;
    ascii = ascii && without_italics(point.value) < 0x80;
  }
  if (letters == 0) return {};
  if (points.size() == 1) {
    if (std::string sans = sans_serif(points.front().value); !sans.empty()) return sans;
  }
  if (std::string sign = operator_sign(plain); letters == 1 && sign != plain) return sign;
  const std::string_view alphabet = mapped(kVariants, variant);
  const bool latin = letters == 1 && is_latin(plain[0]);
  if (letters == 1) {
    const bool upright = alphabet == "mathrm" && !latin;  // ∞, Γ: they stand so by themselves
    return alphabet.empty() || upright ? plain : command(alphabet, plain);
  }
  if (!alphabet.empty() && alphabet != "mathrm") return command(alphabet, escaped(plain));
  if (is_name(plain)) return function_name(plain);
  if (!ascii)
    return std::all_of(points.begin(), points.end(), [](const CodePoint& each) { return is_cjk(each.value); })
               ? plain
               : plain_text(plain);
  const bool simple = std::all_of(plain.begin(), plain.end(), [](char c) { return is_latin(c) || is_digit(c); });
  return simple ? command("mathrm", plain) : plain_text(plain);
}

std::string number(std::string_view text, std::string_view variant) {
  text = trimmed(text);
  std::string digits;
  for (char c : text) {
    if (c == ',') {
      digits += "{,}";
    } else if (c != ' ') {
      digits.push_back(c);
    }
  }
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return !is_latin(c); });
  if (!plain) return command("mathrm", escaped(text));
  const std::string_view alphabet = mapped(kVariants, variant);
  return alphabet.empty() || alphabet == "mathrm" ? digits : command(alphabet, digits);
}

std::string operator_sign(std::string_view text) {
  text = trimmed(text);
  for (const Pair& each : kSigns) {
    if (each.from == text) return std::string(each.to);
  }
  if (is_name(text)) return function_name(text);
  return text.find_first_of("%$&_#{}\\^~") == std::string_view::npos ? std::string(text) : plain_text(text);
}

std::string plain_text(std::string_view text) {
  std::string spaced;
  bool blank = true, chinese = true;
  float em = 0;
  for (const CodePoint& point : decode_utf8(text)) {
    const char32_t c = point.value;
    if (c == 0x2063) continue;
    blank = blank && blank_em(c) > 0;
    chinese = chinese && is_cjk(c);
    em += blank_em(c);
    append_utf8(spaced, c == 0xA0 ? U' ' : c);
  }
  if (spaced.empty()) return {};
  if (blank) return em < 0.2f ? "\\," : em < 0.3f ? "\\:" : em < 0.7f ? "\\;" : "\\quad";
  return chinese ? spaced : command("text", escaped(spaced));
}

std::string name_with_limits(std::string_view text) {
  text = trimmed(text);
  if (!is_name(text)) return {};
  std::string name = function_name(text);
  const std::string_view plain = "\\operatorname{";
  if (name.substr(0, plain.size()) == plain) name.insert(plain.size() - 1, "*");
  return name;
}

std::string_view accent(std::string_view sign, Place place, MarkWidth width) {
  const auto search = [&](const Accent* begin, const Accent* end) {
    const Accent* found = std::find_if(begin, end, [&](const Accent& each) { return each.sign == sign; });
    return found == end ? std::string_view() : width == MarkWidth::Wide ? found->wide : found->narrow;
  };
  return place == Place::Over ? search(std::begin(kOver), std::end(kOver))
                              : search(std::begin(kUnder), std::end(kUnder));
}

std::string_view labelled_arrow(std::string_view sign) { return mapped(kArrows, sign); }

Side delimiter_side(std::string_view sign) {
  const Delimiter* found = find_delimiter(sign);
  return found ? found->side : Side::None;
}

std::string delimiter(std::string_view sign) {
  const Delimiter* found = find_delimiter(sign);
  return found ? std::string(found->command) : ".";
}

namespace {

char32_t single(std::string_view sign) {
  const std::vector<CodePoint> points = decode_utf8(sign);
  return points.size() == 1 ? points.front().value : 0;
}

}  // namespace

bool is_integral(std::string_view sign) {
  const char32_t c = single(sign);
  return c >= U'∫' && c <= U'∳';
}

bool is_large_operator(std::string_view sign) {
  const char32_t c = single(sign);
  return is_integral(sign) || (c >= U'∏' && c <= U'∑') || (c >= U'⋀' && c <= U'⋃') || (c >= 0x2A00 && c <= 0x2A1C);
}

bool is_binary(std::string_view sign) {
  const char32_t c = single(sign);
  return c != 0 && std::u32string_view(U"+-−±∓×÷⋅·∗*⊙⊗⊕∧∨∩∪∖").find(c) != std::u32string_view::npos;
}

bool is_relation(std::string_view sign) {
  const char32_t c = single(sign);
  if (c == 0 || is_large_operator(sign) || is_binary(sign) || c == U'∣' || c == U'∥') return false;
  return c == U'=' || c == U':' || c == U'<' || c == U'>' || c == U'≔' || (c >= 0x2208 && c <= 0x220D) ||
         (c >= 0x2223 && c <= 0x22FF) || (c >= 0x2190 && c <= 0x21FF) || (c >= 0x27F5 && c <= 0x27FF);
}

std::string space(std::string_view width) {
  constexpr Pair kNamed[] = {{"thinmathspace", "\\,"},          {"mediummathspace", "\\:"},
                             {"thickmathspace", "\\;"},         {"verythinmathspace", "\\,"},
                             {"veryverythinmathspace", ""},     {"verythickmathspace", "\\;"},
                             {"veryverythickmathspace", "\\;"}, {"negativethinmathspace", "\\!"}};
  if (const std::string_view named = mapped(kNamed, width); !named.empty()) return std::string(named);
  float value = 0, decimal = 0;
  bool negative = false;
  std::string_view unit = width;
  for (; !unit.empty() && !is_latin(unit.front()) && unit.front() != '%'; unit.remove_prefix(1)) {
    const char c = unit.front();
    negative = negative || c == '-';
    if (c == '.') decimal = 0.1f;
    if (!is_digit(c)) continue;
    value = std::min(decimal > 0 ? value + decimal * float(c - '0') : value * 10 + float(c - '0'), 1e6f);
    if (decimal > 0) decimal /= 10;
  }
  const float em = unit == "em" ? value : unit == "ex" ? value / 2 : value / 16;
  if (em <= 0.02f) return {};
  if (negative) return "\\!";
  return em < 0.2f ? "\\," : em < 0.25f ? "\\:" : em < 0.7f ? "\\;" : em < 1.6f ? "\\quad" : "\\qquad";
}

}  // namespace sixiang::mathml
