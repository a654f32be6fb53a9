// Fractions, roots, scripts, tables and brackets.
#include <algorithm>

#include "mathml/tokens.h"
#include "mathml/writer.h"

namespace sixiang::mathml {
namespace {

using Shape = Piece::Shape;

// 0, 0pt, 0em.
bool is_zero(std::string_view length) {
  return !length.empty() && length.find('0') != std::string_view::npos &&
         length.find_first_of("123456789") == std::string_view::npos;
}

bool has_word(std::string_view list, std::string_view wanted) {
  for (std::size_t at = list.find(wanted); at != std::string_view::npos; at = list.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

// The environment of a table in brackets; empty: there is none.
std::string_view environment_in(std::string_view open, std::string_view close) {
  if (open == "(" && close == ")") return "pmatrix";
  if (open == "[" && close == "]") return "bmatrix";
  if (open == "{" && close == "}") return "Bmatrix";
  if (open == "|" && close == "|") return "vmatrix";
  if (open == "‖" && close == "‖") return "Vmatrix";
  if (open == "{" && close.empty()) return "cases";
  return {};
}

}  // namespace

Piece Writer::write_fraction(const Element& element, const Children& parts) {
  if (parts.size() < 2) return write_row(parts);
  if (is_zero(element.attribute("linethickness").value_or(""))) {
    return {"\\genfrac{}{}{0pt}{}" + argument(parts[0]) + argument(parts[1])};
  }
  if (element.attribute("bevelled").value_or("") == "true") {
    return {base(parts[0]) + "∕" + base(parts[1]), Shape::Several};
  }
  return {"\\frac" + argument(parts[0]) + argument(parts[1])};
}

Piece Writer::write_root(const Children& parts) {
  if (parts.size() < 2) return {"\\sqrt{" + write_row(parts).text + "}"};
  std::string degree = write(parts[1]).text;
  if (degree.find(']') != std::string::npos) degree = "{" + degree + "}";
  return {"\\sqrt[" + degree + "]" + argument(parts[0])};
}

// Primes stand without a circumflex.
std::string Writer::script(std::uint32_t at, char kind) {
  const std::string text = write(at).text;
  if (text.empty()) return {};
  if (kind == '^' && text[0] == '\'') {
    const std::size_t rest = std::min(text.find_first_not_of('\''), text.size());
    return text.substr(0, rest) + (rest < text.size() ? "^{" + text.substr(rest) + "}" : "");
  }
  return std::string(1, kind) + "{" + text + "}";
}

Piece Writer::write_scripts(const Element& element, const Children& parts) {
  if (parts.size() < 2) return write_row(parts);
  const bool both = element.name == "msubsup" && parts.size() > 2;
  std::string sub, sup;
  if (element.name == "msup") {
    sup = script(parts[1], '^');
  } else {
    sub = script(parts[1], '_');
    if (both) sup = script(parts[2], '^');
  }
  if (sub.empty() && sup.empty()) return write(parts[0]);
  const bool primes = !sup.empty() && sup[0] == '\'';
  return {base(parts[0]) + (primes ? sup + sub : sub + sup), Shape::Scripted};
}

// The mark or brace over or under a base; empty: the sign is none.
std::string Writer::write_covered(std::uint32_t base, std::uint32_t sign, Place place) {
  std::string mark = sign_of(sign);
  const Element& element = elements_[core(sign)];
  if (mark.empty() && element.name == "mi") mark = trimmed(characters(element));
  const Element& body = elements_[core(base)];
  const std::string letters = characters(body);
  const bool is_wide = (body.name != "mi" && body.name != "mn") || trimmed(letters).size() > 4 ||
                       element.attribute("stretchy").value_or("") == "true" ||
                       element.attribute("accent").value_or("") == "false";
  const std::string_view command = accent(mark, place, is_wide ? MarkWidth::Wide : MarkWidth::Narrow);
  return command.empty() ? std::string() : "\\" + std::string(command) + argument(base);
}

Piece Writer::write_limits(const Element& element, const Children& parts) {
  if (parts.size() < 2) return write_row(parts);
  const bool over = element.name == "mover", both = element.name == "munderover" && parts.size() > 2;
  if (!both) {
    std::string covered = write_covered(parts[0], parts[1], over ? Place::Over : Place::Under);
    if (!covered.empty()) return {std::move(covered)};
  }
  const Element& inner = elements_[core(parts[0])];
  const std::string sign = sign_of(parts[0]);
  if (const std::string_view arrow = labelled_arrow(sign); !arrow.empty()) {
    const std::string command = "\\" + std::string(arrow);
    if (both) return {command + "[" + write(parts[1]).text + "]" + argument(parts[2])};
    return {over ? command + argument(parts[1]) : command + "[" + write(parts[1]).text + "]{}"};
  }
  // What has limits of its own, and braces, which have a label.
  std::string limited;
  if (is_large_operator(sign)) limited = is_integral(sign) ? sign + "\\limits" : sign;
  if (limited.empty() && (inner.name == "mi" || inner.name == "mo")) limited = name_with_limits(characters(inner));
  if (limited.empty() && (inner.name == "mover" || inner.name == "munder")) {
    const Children covered = children(inner);
    if (covered.size() == 2)
      limited = write_covered(covered[0], covered[1], inner.name == "mover" ? Place::Over : Place::Under);
  }
  if (!limited.empty()) {
    if (both) return {limited + script(parts[1], '_') + script(parts[2], '^'), Shape::Scripted};
    return {limited + script(parts[1], over ? '^' : '_'), Shape::Scripted};
  }
  const std::string covered = both ? write_covered(parts[0], parts[2], Place::Over) : std::string();
  std::string text = covered.empty() ? argument(parts[0]) : "{" + covered + "}";
  if (both && covered.empty()) text = "{\\overset" + argument(parts[2]) + text + "}";
  return {(over ? "\\overset" : "\\underset") + argument(parts[1]) + text};
}

// base (sub sup)* mprescripts (sub sup)*.
Piece Writer::write_multiscripts(const Children& parts) {
  if (parts.empty()) return {{}, Shape::Nothing};
  std::string before, behind;
  bool pre = false;
  char kind = '_';
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (elements_[parts[i]].name == "mprescripts") {
      pre = true;
      kind = '_';
      continue;
    }
    std::string& scripts = pre ? before : behind;
    const std::string next = script(parts[i], kind);
    // A second pair stands on nothing, right of the first.
    if (kind == '_' && !scripts.empty() && !next.empty()) scripts += "{}";
    scripts += next;
    kind = kind == '_' ? '^' : '_';
  }
  return {(before.empty() ? "" : "{}" + before) + base(parts[0]) + behind, Shape::Scripted};
}

Piece Writer::write_table(const Element& element, std::string_view environment) {
  const std::string_view align = element.attribute("columnalign").value_or("");
  std::string columns;
  if (environment.empty() && (align == "right" || align.find("right left") != std::string_view::npos)) {
    environment = "aligned";
  } else if (environment.empty() && (has_word(align, "left") || has_word(align, "right"))) {
    environment = "array";
    for (std::size_t i = 0; i < align.size(); ++i) {
      if (align[i] != ' ' && (i == 0 || align[i - 1] == ' ')) columns.push_back(align[i]);
    }
  } else if (environment.empty()) {
    environment = "matrix";
  }
  const std::string name = "{" + std::string(environment) + "}";
  const std::string list = columns.empty() ? "" : "{" + columns + "}";
  return {"\\begin" + name + list + " " + write_cells(element) + " \\end" + name};
}

std::string Writer::write_cells(const Element& element) {
  std::string text;
  for (std::uint32_t row : children(element)) {
    const Element& cells = elements_[row];
    if (cells.name != "mtr" && cells.name != "mlabeledtr") continue;
    if (!text.empty()) text += " \\\\ ";
    Children parts = children(cells);
    if (cells.name == "mlabeledtr" && !parts.empty()) parts.erase(parts.begin());  // the number
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) text += " & ";
      text += write(parts[i]).text;
    }
  }
  return text;
}

Piece Writer::write_fence(std::string_view open, std::string_view close, const Children& body) {
  const Children inside = unwrapped(body);
  if (inside.size() == 1 && elements_[inside.front()].name == "mtable") {
    const std::string_view environment = environment_in(open, close);
    if (!environment.empty()) return write_table(elements_[inside.front()], environment);
  }
  const std::string text = write_row(body).text, left = delimiter(open), right = delimiter(close);
  const bool round = open == "(" && close == ")", square = open == "[" && close == "]";
  if (round || square) return {left + text + right};
  if (open == "{" && close == "}") return {"\\{" + text + "\\}"};
  return {"\\left" + left + " " + text + " \\right" + right};
}

// Parts with separators, a comma where nothing else is said.
Piece Writer::write_fenced(const Element& element, const Children& parts) {
  const std::string_view open = element.attribute("open").value_or("("),
                         close = element.attribute("close").value_or(")");
  if (parts.size() < 2) return write_fence(trimmed(open), trimmed(close), parts);
  std::string separators;
  for (char c : element.attribute("separators").value_or(",")) {
    if (c != ' ') separators.push_back(c);
  }
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    append_piece(text, write(parts[i]).text);
    if (i + 1 == parts.size() || separators.empty()) continue;
    const char separator = separators[std::min(i, separators.size() - 1)];
    if (static_cast<unsigned char>(separator) < 0x80) text += std::string(1, separator) + " ";
  }
  const std::string left = delimiter(trimmed(open)), right = delimiter(trimmed(close));
  if (open == "(" && close == ")") return {left + text + right};
  return {"\\left" + left + " " + text + " \\right" + right};
}

Piece Writer::write_enclosure(const Element& element, const Children& parts) {
  const std::string_view notation = element.attribute("notation").value_or("longdiv");
  const std::string body = "{" + write_row(parts).text + "}";
  const bool up = has_word(notation, "updiagonalstrike"), down = has_word(notation, "downdiagonalstrike");
  if (up || down) return {std::string(up && down ? "\\xcancel" : up ? "\\cancel" : "\\bcancel") + body};
  if (has_word(notation, "box") || has_word(notation, "roundedbox")) return {"\\boxed" + body};
  if (has_word(notation, "horizontalstrike")) return {"\\sout" + body};
  if (has_word(notation, "top")) return {"\\overline" + body};
  if (has_word(notation, "bottom")) return {"\\underline" + body};
  if (has_word(notation, "radical")) return {"\\sqrt" + body};
  return write_row(parts);
}

}  // namespace sixiang::mathml
