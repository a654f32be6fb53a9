#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "math/alphabet.h"
#include "math/characters.h"
#include "math/math.h"

namespace sixiang::math {
namespace {

std::string text_of(char32_t character) {
  std::string text;
  if (character != 0) append_utf8(text, character);
  return text;
}

const char* name_of(AtomClass atom_class) {
  switch (atom_class) {
    case AtomClass::Ordinary:
      return "";
    case AtomClass::Operator:
      return " operator";
    case AtomClass::Binary:
      return " binary";
    case AtomClass::Relation:
      return " relation";
    case AtomClass::Open:
      return " open";
    case AtomClass::Close:
      return " close";
    case AtomClass::Punctuation:
      return " punctuation";
    case AtomClass::Inner:
      return " inner";
  }
  return "";
}

const char* name_of(StyleLevel level) {
  switch (level) {
    case StyleLevel::Display:
      return "display";
    case StyleLevel::Text:
      return "text";
    case StyleLevel::Script:
      return "script";
    case StyleLevel::ScriptScript:
      return "scriptscript";
  }
  return "";
}

const char* name_of(TableKind kind) {
  switch (kind) {
    case TableKind::Matrix:
      return "matrix";
    case TableKind::Cases:
      return "cases";
    case TableKind::Aligned:
      return "aligned";
    case TableKind::Gathered:
      return "gathered";
    case TableKind::Stack:
      return "stack";
    case TableKind::Tabular:
      return "tabular";
  }
  return "";
}

const char* name_of(EnclosureKind kind) {
  switch (kind) {
    case EnclosureKind::Box:
      return "box";
    case EnclosureKind::Circle:
      return "circle";
    case EnclosureKind::Phantom:
      return "phantom";
    case EnclosureKind::PhantomWidth:
      return "phantom width";
    case EnclosureKind::PhantomHeight:
      return "phantom height";
    case EnclosureKind::StrikeUp:
      return "strike up";
    case EnclosureKind::StrikeDown:
      return "strike down";
    case EnclosureKind::StrikeBoth:
      return "strike both";
    case EnclosureKind::StrikeThrough:
      return "strike through";
  }
  return "";
}

// One sign in two styles, of which a house chooses one: dx and \mathrm{d}x, \epsilon and ε, \phi and φ, ⩽ and ≤.
char32_t plain_form(char32_t c) {
  switch (c) {
    case U'𝜖':
      return U'𝜀';
    case U'𝜙':
      return U'𝜑';
    case U'⩽':
      return U'≤';
    case U'⩾':
      return U'≥';
    default:
      return is_latin_letter(c) ? in_alphabet(c, Alphabet::Italic) : c;
  }
}

// Writes one node a line, its parts indented below it: what a formula says, and not how large or how far apart that is
// set. \tfrac is \frac, \big( is a bracket, and spaces are left out.
class Dumper {
 public:
  void rows(const Row& row, int depth) {
    for (const Node& node : row) {
      depth_ = depth;
      std::visit(*this, node.content);
    }
  }

  void operator()(const Symbol& symbol) {
    char32_t character = plain_form(symbol.character);
    if (in_superscript_ && character == U'⊤') character = U'𝑇';
    line("symbol " + text_of(character) + name_of(symbol.atom_class));
  }
  void operator()(const Word& word) {
    const char* role = word.role == WordRole::Number ? "number" : word.role == WordRole::Name ? "name" : "function";
    line(std::string(role) + " " + word.text);
  }
  void operator()(const Text& text) {
    const std::size_t first = text.text.find_first_not_of(' '), last = text.text.find_last_not_of(' ');
    line("text \"" + (last == std::string::npos ? "" : text.text.substr(first, last + 1 - first)) + "\"");
  }
  void operator()(const BigOperator& big) { line("big " + text_of(big.character)); }
  void operator()(const Space&) {}
  void operator()(const Group& group) {
    // Braces only place what is in them.
    if (group.atom_class == AtomClass::Ordinary || group.body.size() < 2) return rows(group.body, depth_);
    line(std::string("group") + name_of(group.atom_class));
    part("", group.body);
  }
  void operator()(const Scripts& scripts) {
    line("scripts");
    part("base", scripts.base);
    if (scripts.subscript) part("sub", *scripts.subscript);
    if (!scripts.superscript) return;
    const bool outer = std::exchange(in_superscript_, true);
    part("sup", *scripts.superscript);
    in_superscript_ = outer;
  }
  void operator()(const Fraction& fraction) {
    line(fraction.kind == FractionKind::Stack ? "stack" : "fraction");
    part("over", stacked_operand(fraction, fraction.numerator));
    part("under", stacked_operand(fraction, fraction.denominator));
  }
  void operator()(const Radical& radical) {
    line("radical");
    if (!radical.degree.empty()) part("degree", radical.degree);
    part("", radical.radicand);
  }
  void operator()(const Accent& accent) {
    line("accent \u25CC" + text_of(accent.mark) + (accent.width == AccentWidth::Wide ? " wide" : ""));
    part("", accent.base);
  }
  void operator()(const Line& bar) {
    line(bar.side == Side::Over ? "overline" : "underline");
    part("", bar.base);
  }
  void operator()(const Enclosure& enclosure) {
    line(name_of(enclosure.kind));
    part("", enclosure.body);
  }
  void operator()(const Stretch& stretch) {
    line((stretch.side == Side::Over ? "over " : "under ") + text_of(stretch.character));
    part("", stretch.base);
  }
  void operator()(const LabelledArrow& arrow) {
    line("arrow " + text_of(arrow.character));
    part("over", arrow.over);
    if (!arrow.under.empty()) part("under", arrow.under);
  }
  void operator()(const Fence& fence) {
    const auto shown = [](char32_t c) { return c ? text_of(c) : std::string("."); };
    line("fence " + shown(fence.open) + " " + shown(fence.close));
    part("", fence.body);
  }
  void operator()(const Middle& middle) { line("middle " + text_of(middle.character)); }
  void operator()(const SizedDelimiter& sized) {
    line("big " + text_of(sized.character) + " step " + std::to_string(sized.step) + name_of(sized.atom_class));
  }
  void operator()(const Table& table) {
    // \begin{eqnarray} is an array of three columns, set larger.
    const bool is_array = table.kind == TableKind::Aligned && !table.columns.empty();
    line(std::string(name_of(is_array ? TableKind::Matrix : table.kind)) +
         (table.columns.empty() ? "" : " " + table.columns));
    const int depth = depth_;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      rules_above(table, i);
      for (std::size_t j = 0; j < table.cells[i].size(); ++j) {
        depth_ = depth;
        std::string columns = std::to_string(j + 1);
        for (const TableSpan& span : table.spans) {
          if (span.row == i && span.column == j) columns += "-" + std::to_string(j + span.count) + " " + span.align;
        }
        part("cell " + std::to_string(i + 1) + "," + columns, table.cells[i][j]);
      }
    }
  }
  void operator()(const Styled& styled) {
    line(std::string("style ") + name_of(styled.level));
    part("", styled.body);
  }
  void operator()(const Unread& unread) { line("unread \"" + unread.text + "\""); }

  std::string result;

 private:
  void rules_above(const Table& table, std::size_t row) {
    for (const TableLine& each : table.lines) {
      if (each.row != row) continue;
      const bool whole = each.first == 0 && each.last == SIZE_MAX;
      const std::string columns = whole ? "" : "," + std::to_string(each.first + 1) + "-" + std::to_string(each.last);
      part("line " + std::to_string(row + 1) + columns, {});
    }
  }
  void line(const std::string& content) {
    result.append(2 * std::size_t(depth_), ' ');
    result += content + "\n";
  }
  // A part with a label has a line of its own; one without stands directly under its node.
  void part(const std::string& label, const Row& row) {
    const int depth = depth_;
    if (!label.empty()) {
      depth_ = depth + 1;
      line(label);
    }
    rows(row, depth + (label.empty() ? 1 : 2));
    depth_ = depth;
  }

  int depth_ = 0;
  bool in_superscript_ = false;  // where ⊤ is a transpose, as T is
};

}  // namespace

std::string dump(const Row& tree) {
  Dumper dumper;
  dumper.rows(tree, 0);
  return std::move(dumper.result);
}

}  // namespace sixiang::math
