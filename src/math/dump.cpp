#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
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

const char* name_of(Limits limits) {
  switch (limits) {
    case Limits::Never:
      return "";
    case Limits::InDisplay:
      return " limits-in-display";
    case Limits::Always:
      return " limits";
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
  }
  return "";
}

const char* name_of(EnclosureKind kind) {
  switch (kind) {
    case EnclosureKind::Box:
      return "box";
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

bool is_tall(const Row& row);

// Taller than a line in display style, where every bracket around it grows.
bool is_tall(const Node& node) {
  if (const auto* group = std::get_if<Group>(&node.content)) return is_tall(group->body);
  if (const auto* scripts = std::get_if<Scripts>(&node.content)) return is_tall(scripts->base);
  if (const auto* radical = std::get_if<Radical>(&node.content)) return is_tall(radical->radicand);
  if (const auto* fence = std::get_if<Fence>(&node.content)) return is_tall(fence->body);
  return std::holds_alternative<Fraction>(node.content) || std::holds_alternative<BigOperator>(node.content) ||
         std::holds_alternative<Table>(node.content);
}

bool is_tall(const Row& row) {
  return std::any_of(row.begin(), row.end(), [](const Node& node) { return is_tall(node); });
}

bool is_symbol(const Node& node) {
  return std::holds_alternative<Symbol>(node.content) || std::holds_alternative<Word>(node.content) ||
         std::holds_alternative<Space>(node.content);
}

bool is_prime(const Node& node) {
  const auto* symbol = std::get_if<Symbol>(&node.content);
  return symbol && symbol->character == U'′';
}

// x̂, but not b̂: no taller than a capital.
bool is_low_accent(const Accent& accent) {
  const auto* symbol = accent.base.size() == 1 ? std::get_if<Symbol>(&accent.base.front().content) : nullptr;
  return symbol && std::u32string_view(U"𝑎𝑐𝑒𝑔𝑚𝑛𝑜𝑝𝑞𝑟𝑠𝑢𝑣𝑤𝑥𝑦𝑧𝛼𝜀𝜇𝜈𝜋𝜎").find(symbol->character) != std::u32string_view::npos;
}

// No taller than a bracket: letters, with a subscript, primes and a low accent at most.
bool is_flat(const Row& row) {
  return std::all_of(row.begin(), row.end(), [](const Node& node) {
    if (const auto* fence = std::get_if<Fence>(&node.content)) return is_flat(fence->body);
    if (const auto* scripts = std::get_if<Scripts>(&node.content)) {
      const bool letters =
          !scripts->subscript || std::all_of(scripts->subscript->begin(), scripts->subscript->end(), is_symbol);
      const bool primes =
          !scripts->superscript || std::all_of(scripts->superscript->begin(), scripts->superscript->end(), is_prime);
      return primes && letters && is_flat(scripts->base);
    }
    if (const auto* accent = std::get_if<Accent>(&node.content)) return is_low_accent(*accent);
    return is_symbol(node);
  });
}

// Writes one node a line, its parts indented below it.
class Dumper {
 public:
  void rows(const Row& row, int depth) {
    for (const Node& node : row) {
      depth_ = depth;
      std::visit(*this, node.content);
    }
  }

  void operator()(const Symbol& symbol) { line("symbol " + text_of(symbol.character) + name_of(symbol.atom_class)); }
  void operator()(const Word& word) {
    const char* role = word.role == WordRole::Number ? "number" : word.role == WordRole::Name ? "name" : "function";
    line(std::string(role) + " " + word.text + name_of(word.limits));
  }
  void operator()(const Text& text) { line("text \"" + text.text + "\""); }
  void operator()(const BigOperator& big) { line("big " + text_of(big.character) + name_of(big.limits)); }
  void operator()(const Space& space) { line("space " + std::to_string(int(space.mu))); }
  void operator()(const Group& group) {
    line(std::string("group") + name_of(group.atom_class) + name_of(group.limits));
    part("", group.body);
  }
  void operator()(const Scripts& scripts) {
    line("scripts");
    part("base", scripts.base);
    if (scripts.subscript) part("sub", *scripts.subscript);
    if (scripts.superscript) part("sup", *scripts.superscript);
  }
  void operator()(const Fraction& fraction) {
    std::string head = fraction.kind == FractionKind::Stack ? "stack" : "fraction";
    if (fraction.level) head += std::string(" ") + name_of(*fraction.level);
    line(head);
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
    // Around what is tall, brackets grow however they were typed; around what is flat, they never do.
    const bool fit = fence.growth == FenceGrowth::Fit && !is_tall(fence.body) && !is_flat(fence.body);
    line("fence " + shown(fence.open) + " " + shown(fence.close) + (fit ? " fit" : ""));
    part("", fence.body);
  }
  void operator()(const Middle& middle) { line("middle " + text_of(middle.character)); }
  void operator()(const SizedDelimiter& sized) {
    line("big " + text_of(sized.character) + " step " + std::to_string(sized.step) + name_of(sized.atom_class));
  }
  void operator()(const Table& table) {
    line(std::string(name_of(table.kind)) + (table.columns.empty() ? "" : " " + table.columns));
    const int depth = depth_;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const bool ruled = std::find(table.lines.begin(), table.lines.end(), i) != table.lines.end();
      if (ruled) part("line " + std::to_string(i + 1), {});
      for (std::size_t j = 0; j < table.cells[i].size(); ++j) {
        depth_ = depth;
        part("cell " + std::to_string(i + 1) + "," + std::to_string(j + 1), table.cells[i][j]);
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
  void line(const std::string& content) {
    result.append(std::size_t(2 * depth_), ' ');
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
};

}  // namespace

std::string dump(const Row& tree) {
  Dumper dumper;
  dumper.rows(tree, 0);
  return std::move(dumper.result);
}

}  // namespace sixiang::math
