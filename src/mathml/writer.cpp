#include "mathml/writer.h"

#include <algorithm>
#include <utility>

#include "mathml/mathml.h"
#include "mathml/omml.h"
#include "mathml/tex.h"
#include "mathml/tokens.h"

namespace sixiang::mathml {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string formula_of(const std::vector<Element>& elements) {
  return elements.empty() ? std::string() : std::string(trimmed(Writer(elements).run()));
}

}  // namespace

void append_piece(std::string& text, std::string_view next) {
  if (next.empty()) return;
  // A command's name ends where no letter follows; two words or numbers must not become one.
  if (!text.empty() && is_word_character(text.back()) && is_word_character(next.front())) {
    const bool factor = text.back() >= '0' && text.back() <= '9' && next.front() > '9';
    const std::size_t command = text.find_last_not_of("0123456789.");
    const bool bare = command == std::string::npos || !is_word_character(text[command]);
    if (!factor || !bare) text.push_back(' ');
  }
  text += next;
}

std::string Writer::characters(const Element& element) const {
  std::string text;
  for (std::uint32_t child : element.children) {
    if (elements_[child].name.empty()) {
      text += elements_[child].text;
    } else if (elements_[child].name == "mglyph") {
      text += elements_[child].attribute("alt").value_or("");
    } else {
      text += characters(elements_[child]);
    }
  }
  return text;
}

// Without the blanks between elements.
Writer::Children Writer::children(const Element& element) const {
  Children result;
  for (std::uint32_t child : element.children) {
    const Element& each = elements_[child];
    if (each.name.empty() && trimmed(each.text).empty()) continue;
    if (is_one_of(each.name, {"annotation", "annotation-xml"})) continue;
    result.push_back(child);
  }
  return result;
}

// Rows within rows that hold all that there is.
Writer::Children Writer::unwrapped(Children row) const {
  while (row.size() == 1) {
    const Element& only = elements_[row.front()];
    const Children inside = children(only);
    const bool holds =
        is_one_of(only.name, {"mo", "mi"}) && inside.size() == 1 && !elements_[inside.front()].name.empty();
    if (!is_one_of(only.name, {"mrow", "mpadded", "TeXAtom"}) && !holds &&
        !(only.name == "mstyle" && !only.attribute("mathvariant"))) {
      break;
    }
    row = inside;
    row.erase(std::remove_if(row.begin(), row.end(), [this](std::uint32_t at) { return is_invisible(at); }), row.end());
  }
  return row;
}

// The element that a row of one element is about.
std::uint32_t Writer::core(std::uint32_t at) const {
  const Children row = unwrapped({at});
  return row.size() == 1 ? row.front() : at;
}

// The characters of an operator; empty: it is none, or has none.
std::string Writer::sign_of(std::uint32_t at) const {
  const Element& element = elements_[core(at)];
  return element.name == "mo" ? std::string(trimmed(characters(element))) : std::string();
}

bool Writer::is_invisible(std::uint32_t at) const {
  const Element& element = elements_[at];
  if (element.name != "mo") return false;
  const std::string sign(trimmed(characters(element)));
  return is_one_of(sign, {"\u2061", "\u2062", "\u2063", "\u2064"}) ||
         (sign.empty() && !element.attribute("fence") && !element.attribute("data-mjx-texclass"));
}

std::string Writer::argument(std::uint32_t at) { return "{" + write(at).text + "}"; }

// What a script stands on.
std::string Writer::base(std::uint32_t at) {
  Piece piece = write(at);
  if (piece.shape == Piece::Shape::Single) return std::move(piece.text);
  // Braces that only group are told from those of a set by a command.
  const bool lists = piece.text.find_first_of(",;=<>") != std::string::npos;
  return (lists ? "\\mathord{" : "{") + piece.text + "}";
}

Piece Writer::write(std::uint32_t at) {
  const Element& element = elements_[at];
  const std::string_view name = element.name;
  if (name.empty()) {
    const std::string_view text = trimmed(element.text);
    return text.empty() ? Piece{{}, Piece::Shape::Nothing} : Piece{plain_text(element.text)};
  }
  const std::string_view variant = element.attribute("mathvariant").value_or(variant_);
  const auto is_element = [this](std::uint32_t child) {
    return !elements_[child].name.empty() && elements_[child].name != "mglyph";
  };
  const bool is_token = is_one_of(name, {"mi", "mn", "mo", "mtext", "ms"});
  // KaTeX puts rows into tokens that are to have a class.
  if (is_token && std::any_of(element.children.begin(), element.children.end(), is_element)) {
    return write_row(children(element));
  }
  if (is_token) {
    const std::string text = characters(element);
    std::string written = name == "mi"   ? identifier(text, variant)
                          : name == "mn" ? number(text, variant)
                          : name == "mo" ? operator_sign(text)
                                         : plain_text(text);
    const Piece::Shape shape = written.empty() ? Piece::Shape::Nothing : Piece::Shape::Single;
    return {std::move(written), shape};
  }
  if (name == "mspace") {
    if (element.attribute("linebreak").value_or("") == "newline") return {"\\\\ ", Piece::Shape::Several};
    return {space(element.attribute("width").value_or("")), Piece::Shape::Several};
  }
  if (is_one_of(name, {"none", "mprescripts", "maligngroup", "malignmark"})) return {{}, Piece::Shape::Nothing};
  if (name == "math") return write_math(element);
  if (name == "semantics") return write_semantics(element);
  if (name == "mstyle" && element.attribute("mathvariant")) {
    const std::string outer = std::exchange(variant_, std::string(variant));
    Piece piece = write_row(children(element));
    variant_ = outer;
    return piece;
  }
  const Children parts = children(element);
  if (name == "mfrac") return write_fraction(element, parts);
  if (name == "mroot" || name == "msqrt")
    return name == "mroot" ? write_root(parts) : Piece{"\\sqrt{" + write_row(parts).text + "}"};
  if (is_one_of(name, {"msub", "msup", "msubsup"})) return write_scripts(element, parts);
  if (is_one_of(name, {"munder", "mover", "munderover"})) return write_limits(element, parts);
  if (name == "mmultiscripts") return write_multiscripts(parts);
  if (name == "mtable") return write_table(element, {});
  if (name == "mfenced") return write_fenced(element, parts);
  if (name == "menclose") return write_enclosure(element, parts);
  if (name == "mphantom") return {"\\phantom{" + write_row(parts).text + "}"};
  if (name == "maction") return parts.empty() ? Piece{{}, Piece::Shape::Nothing} : write(parts.front());
  return write_row(parts);
}

// Without a command, what the elements say is plainer than TeX that is read as people type it.
Piece Writer::write_math(const Element& element) {
  const std::string tex = plain_tex(resolved(element.attribute("alttext").value_or("")));
  if (has_command(tex)) return {tex, Piece::Shape::Several};
  Piece piece = write_row(children(element));
  return trimmed(piece.text).empty() ? Piece{typed_tex(tex), Piece::Shape::Several} : piece;
}

Piece Writer::write_semantics(const Element& element) {
  std::string tex;
  for (std::uint32_t child : element.children) {
    const Element& each = elements_[child];
    const bool is_first = tex.empty() && each.name == "annotation" && is_tex(each.attribute("encoding").value_or(""));
    if (is_first) tex = plain_tex(characters(each));
  }
  if (has_command(tex)) return {tex, Piece::Shape::Several};
  const Children parts = children(element);
  Piece piece = parts.empty() ? Piece{{}, Piece::Shape::Nothing} : write(parts.front());
  return trimmed(piece.text).empty() ? Piece{typed_tex(tex), Piece::Shape::Several} : piece;
}

Piece Writer::write_row(const Children& given) {
  Children row = unwrapped(given);
  row.erase(std::remove_if(row.begin(), row.end(), [this](std::uint32_t at) { return is_invisible(at); }), row.end());
  if (row.empty()) return {{}, Piece::Shape::Nothing};
  if (row.size() == 1) return write(row.front());
  return write_fenced_row(row);
}

// Which bracket an element is; a closing one may have scripts on it.
Side Writer::side_of(std::uint32_t at) const {
  const Element& element = elements_[at];
  if (element.name == "mo") {
    const std::string sign(trimmed(characters(element)));
    return sign.empty() ? Side::Bar : delimiter_side(sign);
  }
  if (!is_one_of(element.name, {"msub", "msup", "msubsup"})) return Side::None;
  const Children parts = children(element);
  const bool closes = !parts.empty() && delimiter_side(sign_of(parts.front())) == Side::Close;
  return closes ? Side::Close : Side::None;
}

// Brackets at both ends of a row hold it; one without a partner in its row has none to be drawn.
Piece Writer::write_fenced_row(const Children& row) {
  const auto side = [this](std::uint32_t at) { return side_of(at); };
  std::vector<std::size_t> open;
  std::vector<std::size_t> partner(row.size(), row.size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (side(row[i]) == Side::Open) open.push_back(i);
    if (side(row[i]) != Side::Close || open.empty()) continue;
    partner[open.back()] = i;
    partner[i] = open.back();
    open.pop_back();
  }
  const std::size_t last = row.size() - 1;
  const Children body(row.begin() + 1, row.end() - 1), rest(row.begin() + 1, row.end());
  const Side first_side = side(row.front()), last_side = side(row.back());
  const bool bars = first_side == Side::Bar && last_side == Side::Bar && row.size() > 2 &&
                    std::none_of(body.begin(), body.end(), [&](std::uint32_t at) { return side(at) == Side::Bar; });
  const bool half = (first_side == Side::Open && partner[0] > last && last_side == Side::Bar) ||
                    (first_side == Side::Bar && last_side == Side::Close && partner[last] > last);
  const bool plain = elements_[row.back()].name == "mo";
  if (plain && (partner[0] == last || bars || half))
    return write_fence(sign_of(row.front()), sign_of(row.back()), body);
  // A bar behind what is evaluated: KaTeX leaves the empty delimiter out.
  const Children before(row.begin(), row.end() - 1);
  const bool evaluates =
      last_side == Side::Bar && elements_[row.back()].attribute("fence").value_or("") == "true" &&
      std::none_of(before.begin(), before.end(), [&](std::uint32_t at) { return side(at) == Side::Bar; });
  if (evaluates) return write_fence("", sign_of(row.back()), before);
  if (first_side == Side::Open && partner[0] > last && open.size() == 1)
    return write_fence(sign_of(row.front()), "", rest);
  std::string text;
  std::size_t missing = 0;
  Children piece;
  for (std::size_t i = 0; i <= row.size(); ++i) {
    const Side at_side = i < row.size() ? side(row[i]) : Side::None;
    const bool alone = i < row.size() && partner[i] == row.size();
    const bool bare = i < row.size() && elements_[row[i]].name == "mo";
    if (i < row.size() && !(alone && bare && (at_side == Side::Open || at_side == Side::Close))) {
      piece.push_back(row[i]);
      continue;
    }
    append_piece(text, join(piece));
    piece.clear();
    if (i == row.size()) break;
    const std::string delimiting = delimiter(sign_of(row[i]));
    if (at_side == Side::Open) {
      append_piece(text, "\\left" + delimiting + " ");
      ++missing;
    } else {
      text.insert(0, "\\left. ").append(" \\right").append(delimiting);
    }
  }
  for (; missing > 0; --missing) text += " \\right.";
  return {std::move(text), Piece::Shape::Several};
}

// The letter of an mi that is set upright; empty: it is none.
std::string Writer::upright_letter(std::uint32_t at) const {
  const Element& element = elements_[at];
  if (element.name != "mi" || element.attribute("mathvariant").value_or(variant_) != "normal") return {};
  std::string text(trimmed(characters(element)));
  return text.size() == 1 && is_word_character(text[0]) ? text : std::string();
}

// Relations and signs between operands have spaces around them, as people write them.
std::string Writer::join(const Children& row) {
  std::string text;
  bool operand = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Element& element = elements_[row[i]];
    const std::string sign = sign_of(row[i]);
    const bool relation = is_relation(sign) && (operand || sign != ":"),
               binary = is_binary(sign) && operand && i + 1 < row.size();
    const std::string form(element.attribute("form").value_or(""));
    std::string written = write(row[i]).text;
    // Upright letters one by one are a name: KaTeX writes \mathrm so.
    const std::size_t first = i;
    for (std::string letter = upright_letter(row[i]); i + 1 < row.size() && !letter.empty();) {
      letter = upright_letter(row[i + 1]);
      if (letter.empty()) break;
      if (i == first) written = "\\mathrm{" + upright_letter(row[first]) + "}";
      written.insert(written.size() - 1, letter);
      ++i;
    }
    if (written == "|" && form == "prefix") written = "\\lvert ";
    if (written == "|" && form == "postfix") written = "\\rvert ";
    if (written.empty()) continue;
    if (sign == "=" && text.size() > 1 && text.substr(text.size() - 2) == ": ") {
      text.pop_back();  // := is one sign
      text += "= ";
    } else if (relation || binary) {
      if (!text.empty() && text.back() != ' ') text.push_back(' ');
      text += written + " ";
    } else {
      append_piece(text, written);
    }
    if (sign == ",") text.push_back(' ');
    operand = !relation && sign != "," && !is_binary(sign) && delimiter_side(sign) != Side::Open;
  }
  return std::string(trimmed(text));
}

std::string read(std::string_view markup) {
  if (markup.size() > kMaxBytes) return {};
  const std::vector<Element> elements = read_markup(markup);
  if (is_omml(elements)) {
    const std::string converted = mathml_of_omml(elements);
    return converted.size() > kMaxBytes ? std::string() : formula_of(read_markup(converted));
  }
  return formula_of(elements);
}

}  // namespace sixiang::mathml
