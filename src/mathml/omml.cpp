#include "mathml/omml.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "base/utf8.h"
#include "mathml/tokens.h"

namespace sixiang::mathml {

namespace {

std::string tag(std::string_view name, std::string_view content, std::string_view attributes = {}) {
  std::string result = "<" + std::string(name);
  if (!attributes.empty()) result.append(" ").append(attributes);
  return result.append(">").append(content).append("</").append(name).append(">");
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else {
      result.push_back(c);
    }
  }
  return result;
}

std::string sign(std::string_view text) { return tag("mo", escaped(text)); }

bool is_letter(char32_t c) {
  const bool is_latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  const bool is_greek = c >= 0x370 && c <= 0x3FF;
  return is_latin || is_greek || (c >= 0x2100 && c <= 0x214F) || (c >= 0x1D400 && c <= 0x1D7CB);
}

bool is_number(char32_t c) { return (c >= U'0' && c <= U'9') || c == U'.'; }

// As browsers show it: blanks of the markup are one, and none at the ends.
std::string collapsed(std::string_view text) {
  std::string result;
  for (const char c : trimmed(text)) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) result.push_back(c);
    if (is_blank && !result.empty() && result.back() != ' ') result.push_back(' ');
  }
  return result;
}

class Converter {
 public:
  explicit Converter(const std::vector<Element>& elements) : elements_(elements) {}

  // Equations of a paragraph stand below each other.
  std::string root() const {
    std::vector<std::string> equations;
    for (const std::uint32_t each : elements_[0].children) {
      if (elements_[each].name == "oMath") equations.push_back(inside(each));
    }
    if (equations.size() < 2) return inside(0);
    std::string lines;
    for (const std::string& equation : equations) lines += tag("mtr", tag("mtd", equation));
    return tag("mtable", lines);
  }

 private:
  std::string inside(std::uint32_t at) const {
    std::string result;
    for (const std::uint32_t child : elements_[at].children) result += write(child);
    return result;
  }

  static constexpr std::uint32_t kNone = UINT32_MAX;

  // kNone: it has none of that name.
  std::uint32_t child(std::uint32_t at, std::string_view name) const {
    for (const std::uint32_t each : elements_[at].children) {
      if (elements_[each].name == name) return each;
    }
    return kNone;
  }

  std::string row(std::uint32_t at, std::string_view name) const {
    const std::uint32_t found = child(at, name);
    return tag("mrow", found == kNone ? std::string() : inside(found));
  }

  // What the properties of the element say by that name; `otherwise` where they do not.
  std::string property(std::uint32_t at, std::string_view name, std::string_view otherwise) const {
    for (const std::uint32_t each : elements_[at].children) {
      const std::string_view own = elements_[each].name;
      if (own.size() < 2 || own.substr(own.size() - 2) != "Pr") continue;
      const std::uint32_t found = child(each, name);
      if (found != kNone) return resolved(elements_[found].attribute("val").value_or("1"));
    }
    return std::string(otherwise);
  }

  bool is_on(std::uint32_t at, std::string_view name) const {
    const std::string value = property(at, name, "0");
    return value == "1" || value == "on" || value == "true";
  }

  std::string characters(std::uint32_t at) const {
    const Element& element = elements_[at];
    if (element.name.empty()) return element.text;
    if (element.name == "rPr") return {};
    std::string text;
    for (const std::uint32_t each : element.children) text += characters(each);
    return text;
  }

  std::string write(std::uint32_t at) const {
    const std::string_view name = elements_[at].name;
    const auto is = [name](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (name.empty() || is({"del", "sectPr"}) || (name.size() > 2 && name.substr(name.size() - 2) == "Pr")) return {};
    if (name == "r") return run(at);
    if (name == "f") return fraction(at);
    if (name == "rad") return radical(at);
    if (name == "nary") return large_operator(at);
    if (name == "d") return delimited(at);
    if (name == "m") return tag("mtable", rows(at, "mr"));
    if (name == "eqArr") return tag("mtable", rows(at, "e"), "columnalign=\"right left\"");
    if (name == "sSub") return tag("msub", row(at, "e") + row(at, "sub"));
    if (name == "sSup") return tag("msup", row(at, "e") + row(at, "sup"));
    if (name == "sSubSup") return tag("msubsup", row(at, "e") + row(at, "sub") + row(at, "sup"));
    if (name == "sPre") return tag("mmultiscripts", row(at, "e") + "<mprescripts/>" + row(at, "sub") + row(at, "sup"));
    if (name == "limLow") return tag("munder", row(at, "e") + row(at, "lim"));
    if (name == "limUpp") return tag("mover", row(at, "e") + row(at, "lim"));
    if (name == "func") return row(at, "fName") + sign("\u2061") + row(at, "e");
    if (name == "acc") return covered(at, "mover", property(at, "chr", "\u0302"));
    if (name == "bar") return covered(at, property(at, "pos", "bot") == "top" ? "mover" : "munder", "¯");
    if (name == "groupChr") {
      return covered(at, property(at, "pos", "bot") == "top" ? "mover" : "munder", property(at, "chr", "⏟"));
    }
    if (name == "borderBox") return tag("menclose", row(at, "e"), "notation=\"box\"");
    if (name == "oMath" || name == "box") return tag("mrow", inside(at));
    return inside(at);
  }

  std::string covered(std::uint32_t at, std::string_view name, std::string_view over) const {
    return tag(name, row(at, "e") + sign(over), "accent=\"true\"");
  }

  std::string fraction(std::uint32_t at) const {
    const std::string type = property(at, "type", "bar"), over = row(at, "num"), under = row(at, "den");
    if (type == "lin" || type == "skw") return tag("mrow", over + sign("/") + under);
    return tag("mfrac", over + under, type == "noBar" ? "linethickness=\"0\"" : "");
  }

  std::string radical(std::uint32_t at) const {
    const std::string degree = is_on(at, "degHide") ? "<mrow></mrow>" : row(at, "deg");
    return degree == "<mrow></mrow>" ? tag("msqrt", row(at, "e")) : tag("mroot", row(at, "e") + degree);
  }

  std::string large_operator(std::uint32_t at) const {
    const std::string chr = property(at, "chr", "∫");
    const bool has_sub = !is_on(at, "subHide"), has_sup = !is_on(at, "supHide");
    const bool is_beside = property(at, "limLoc", is_integral(chr) ? "subSup" : "undOvr") == "subSup";
    std::string written = sign(chr);
    if (has_sub && has_sup) {
      written = tag(is_beside ? "msubsup" : "munderover", written + row(at, "sub") + row(at, "sup"));
    } else if (has_sub) {
      written = tag(is_beside ? "msub" : "munder", written + row(at, "sub"));
    } else if (has_sup) {
      written = tag(is_beside ? "msup" : "mover", written + row(at, "sup"));
    }
    return written + row(at, "e");
  }

  std::string delimited(std::uint32_t at) const {
    const std::string between = property(at, "sepChr", "|");
    std::string content;
    for (const std::uint32_t each : elements_[at].children) {
      if (elements_[each].name != "e") continue;
      if (!content.empty()) content += sign(between);
      content += tag("mrow", inside(each));
    }
    return tag("mfenced", tag("mrow", content),
               "open=\"" + escaped(property(at, "begChr", "(")) + "\" close=\"" + escaped(property(at, "endChr", ")")) +
                   "\" separators=\"\"");
  }

  // Rows of cells <e>; of equations below each other, each <e> is a row, which `&` parts.
  std::string rows(std::uint32_t at, std::string_view name) const {
    std::string result;
    for (const std::uint32_t each : elements_[at].children) {
      if (elements_[each].name != name) continue;
      std::string cells;
      for (const std::uint32_t cell : elements_[each].children) {
        if (name == "mr" && elements_[cell].name == "e") cells += tag("mtd", inside(cell));
      }
      result += tag("mtr", name == "mr" ? cells : aligned_cells(inside(each)));
    }
    return result;
  }

  static std::string aligned_cells(std::string_view line) {
    static constexpr std::string_view kMark = "<mo>&amp;</mo>";
    std::string cells;
    for (std::size_t at = line.find(kMark); at != std::string_view::npos; at = line.find(kMark)) {
      cells += tag("mtd", line.substr(0, at));
      line.remove_prefix(at + kMark.size());
    }
    return cells + tag("mtd", line);
  }

  std::string variant(std::uint32_t at) const {
    std::string script = property(at, "scr", "roman");
    const std::string style = property(at, "sty", "i");
    const bool is_bold = style == "b" || style == "bi";
    if (script == "double-struck" || script == "fraktur" || script == "monospace" || script == "sans-serif")
      return script;
    if (script == "script") return is_bold ? "bold-script" : script;
    if (style == "p") return "normal";
    return style == "bi" ? "bold-italic" : style == "b" ? "bold" : "";
  }

  // A run is several tokens: letters one by one unless they are a name, numbers, signs.
  std::string run(std::uint32_t at) const {
    const std::string text = collapsed(characters(at));
    if (is_on(at, "nor")) return tag("mtext", escaped(text));
    const std::string style = variant(at);
    const std::string attribute = style.empty() ? "" : "mathvariant=\"" + style + "\"";
    const std::vector<CodePoint> points = decode_utf8(text);
    std::string result;
    for (std::size_t i = 0; i < points.size();) {
      std::size_t end = i + 1;
      const bool letter = is_letter(points[i].value), number = is_number(points[i].value);
      const bool is_name = letter && style == "normal";
      while (end < points.size() &&
             ((is_name && is_letter(points[end].value)) || (number && is_number(points[end].value)))) {
        ++end;
      }
      const std::size_t begin = points[i].offset, behind = end < points.size() ? points[end].offset : text.size();
      const std::string piece = escaped(std::string_view(text).substr(begin, behind - begin));
      if (letter || number) {
        result += tag(letter ? "mi" : "mn", piece, attribute);
      } else if (is_cjk(points[i].value)) {
        result += tag("mtext", piece);
      } else if (piece != " ") {
        result += tag("mo", piece);
      }
      i = end;
    }
    return result;
  }

  const std::vector<Element>& elements_;
};

}  // namespace

bool is_omml(const std::vector<Element>& elements) {
  return !elements.empty() && (elements[0].name == "oMath" || elements[0].name == "oMathPara");
}

std::string mathml_of_omml(const std::vector<Element>& elements) { return tag("math", Converter(elements).root()); }

}  // namespace sixiang::mathml
