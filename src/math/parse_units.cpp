// Quantities as the LaTeX package siunitx has them: \SI{3}{\metre\per\second}, \num{1.5e-3}, \ang{30}, set as it sets
// them where nothing is chosen: units upright, with powers for what is divided by.
#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

struct UnitName {
  std::string_view name, symbol;
};
constexpr UnitName kPrefixes[] = {{"quecto", "q"}, {"yocto", "y"}, {"zepto", "z"}, {"atto", "a"},  {"femto", "f"},
                                  {"pico", "p"},   {"nano", "n"},  {"micro", "µ"}, {"milli", "m"}, {"centi", "c"},
                                  {"deci", "d"},   {"deca", "da"}, {"hecto", "h"}, {"kilo", "k"},  {"mega", "M"},
                                  {"giga", "G"},   {"tera", "T"},  {"peta", "P"},  {"exa", "E"},   {"zetta", "Z"},
                                  {"yotta", "Y"},  {"kibi", "Ki"}, {"mebi", "Mi"}, {"gibi", "Gi"}, {"tebi", "Ti"}};
constexpr UnitName kUnits[] = {{"metre", "m"},
                               {"meter", "m"},
                               {"gram", "g"},
                               {"kilogram", "kg"},
                               {"kg", "kg"},
                               {"second", "s"},
                               {"ampere", "A"},
                               {"kelvin", "K"},
                               {"mole", "mol"},
                               {"candela", "cd"},
                               {"hertz", "Hz"},
                               {"newton", "N"},
                               {"pascal", "Pa"},
                               {"joule", "J"},
                               {"watt", "W"},
                               {"coulomb", "C"},
                               {"volt", "V"},
                               {"farad", "F"},
                               {"ohm", "Ω"},
                               {"siemens", "S"},
                               {"weber", "Wb"},
                               {"tesla", "T"},
                               {"henry", "H"},
                               {"lumen", "lm"},
                               {"lux", "lx"},
                               {"becquerel", "Bq"},
                               {"gray", "Gy"},
                               {"sievert", "Sv"},
                               {"katal", "kat"},
                               {"radian", "rad"},
                               {"steradian", "sr"},
                               {"minute", "min"},
                               {"hour", "h"},
                               {"day", "d"},
                               {"degree", "°"},
                               {"celsius", "°C"},
                               {"degreeCelsius", "°C"},
                               {"litre", "L"},
                               {"liter", "L"},
                               {"tonne", "t"},
                               {"hectare", "ha"},
                               {"electronvolt", "eV"},
                               {"dalton", "Da"},
                               {"bar", "bar"},
                               {"decibel", "dB"},
                               {"bel", "B"},
                               {"neper", "Np"},
                               {"percent", "%"},
                               {"bit", "bit"},
                               {"byte", "B"},
                               {"arcminute", "′"},
                               {"arcsecond", "″"},
                               {"angstrom", "Å"},
                               {"astronomicalunit", "au"},
                               {"m", "m"},
                               {"s", "s"},
                               {"cm", "cm"},
                               {"mm", "mm"},
                               {"km", "km"},
                               {"ms", "ms"},
                               {"Hz", "Hz"},
                               {"kHz", "kHz"},
                               {"MHz", "MHz"},
                               {"GHz", "GHz"},
                               {"eV", "eV"},
                               {"V", "V"},
                               {"W", "W"},
                               {"J", "J"},
                               {"N", "N"},
                               {"K", "K"},
                               {"mol", "mol"},
                               {"nm", "nm"}};

template <std::size_t count>
std::string_view symbol_of(const UnitName (&names)[count], std::string_view name) {
  const auto* found =
      std::find_if(std::begin(names), std::end(names), [name](const UnitName& each) { return each.name == name; });
  return found != std::end(names) ? found->symbol : std::string_view();
}

// What \squared and its kin say of the unit before or behind them; 0: it is none of them.
int power_of(std::string_view name) {
  if (name == "squared" || name == "square") return 2;
  return name == "cubed" || name == "cubic" ? 3 : 0;
}

bool stands_behind(std::string_view name) { return name == "squared" || name == "cubed"; }

}  // namespace

// \SI{…}{…}, \num{…}, \si{…}, \ang{…}; \qty with one argument is the package
// physics', and only brackets; \ang with none is a sign.
void Parser::parse_quantity(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_;
  if (at_character(U'[') && bracket_end()) at_ = *bracket_end();
  const auto first = raw_argument();
  const auto second = first && command.argument == 3 ? raw_argument() : std::nullopt;
  if (command.argument == 4 && !first) return add(row, Symbol{U'∠', AtomClass::Ordinary}, begin - 1);
  if (command.argument == 3 && !second) {
    at_ = begin;
    if (token.name != "qty") report_missing(row, token, "");
    return;
  }
  if (!first) return report_missing(row, token, "");
  switch (command.argument) {
    case 1:
      return add_quantity_number(row, first->first, first->second);
    case 2:
      return add_units(row, first->first, first->second);
    case 3:
      add_quantity_number(row, first->first, first->second);
      row.push_back(Node{Space{3}, span_of(second->first, second->first)});
      return add_units(row, second->first, second->second);
    default:
      return add_angle(row, first->first, first->second);
  }
}

// \SIrange{1}{2}{\metre}, \numlist{1;2;3}.
void Parser::parse_quantities(Row& row, const Command& command, const Token& token) {
  const bool list = command.atom_class == AtomClass::Punctuation;
  const std::size_t begin = at_;
  if (const std::optional<std::size_t> end = bracket_end()) at_ = *end;
  const auto first = raw_argument(), second = first && !list ? raw_argument() : first;
  const auto unit = second && command.argument == 3 ? raw_argument() : second;
  if (!unit) {
    at_ = begin;
    return report_missing(row, token, "");
  }
  std::vector<std::pair<std::size_t, std::size_t>> numbers;
  for (std::size_t i = first->first, from = i; list && i <= first->second; ++i) {
    if (i < first->second && !is_character(tokens_[i], U';')) continue;
    numbers.emplace_back(from, i);
    from = i + 1;
  }
  if (!list) numbers = {*first, *second};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto [from, to] = numbers[i];
    const std::string_view between = !list ? " to " : i + 1 < numbers.size() ? ", " : " and ";
    if (i > 0) row.push_back(Node{Text{std::string(between)}, span_of(from, from)});
    add_quantity_number(row, from, to);
    if (command.argument != 3) continue;
    row.push_back(Node{Space{3}, span_of(unit->first, unit->first)});
    add_units(row, unit->first, unit->second);
  }
}

// 1.5e-3 is 1.5 × 10⁻³.
void Parser::add_quantity_number(Row& row, std::size_t begin, std::size_t end) {
  const auto is_exponent = [this](std::size_t at) {
    const Token& each = tokens_[at];
    return is_character(each, U'e') || is_character(each, U'E');
  };
  std::size_t exponent = begin;
  while (exponent < end && !is_exponent(exponent)) ++exponent;
  if (begin < exponent) append(row, parse_range(begin, exponent));
  if (exponent == end) return;
  const SourceSpan sign = tokens_[exponent].span;
  if (begin < exponent) row.push_back(Node{Symbol{U'×', AtomClass::Binary}, sign});
  Scripts power;
  power.base.push_back(Node{Word{"10", WordRole::Number, Limits::Never}, sign});
  ++script_depth_;
  power.superscript = parse_range(exponent + 1, end);
  --script_depth_;
  row.push_back(Node{std::move(power), span_of(exponent, end)});
}

// 30;10;5 in degrees, minutes and seconds.
void Parser::add_angle(Row& row, std::size_t begin, std::size_t end) {
  constexpr char32_t kSigns[] = {U'°', U'′', U'″'};
  std::size_t part = 0, from = begin;
  for (std::size_t i = begin; i <= end; ++i) {
    if (i < end && !is_character(tokens_[i], U';')) continue;
    if (from < i && part < std::size(kSigns)) {
      append(row, parse_range(from, i));
      row.push_back(Node{Symbol{kSigns[part], AtomClass::Ordinary}, span_of(i - 1, i)});
    }
    ++part;
    from = i + 1;
  }
}

void Parser::add_units(Row& row, std::size_t begin, std::size_t end) {
  const std::size_t outer_at = std::exchange(at_, begin), outer_end = std::exchange(end_, end);
  const Alphabet outer = std::exchange(alphabet_, Alphabet::Upright);
  ++script_depth_;  // a slash stays on the line
  std::string prefix;
  int power = 0;  // of the next unit
  bool below = false, first = true;
  for (skip_spaces(); !done(); skip_spaces()) {
    const std::size_t from = at_;
    const std::string_view name = token().kind == TokenKind::Command ? token().name : std::string_view();
    const std::string_view symbol = symbol_of(kUnits, name);
    if (name == "per") {
      below = true;
    } else if (!symbol_of(kPrefixes, name).empty()) {
      prefix = symbol_of(kPrefixes, name);
    } else if (power_of(name) > 0) {
      power = power_of(name);
    } else if (symbol.empty()) {
      if (is_character(token(), U'.')) {
        ++at_;
        row.push_back(Node{Space{3}, span_of(from, at_)});
      } else {
        parse_item(row);
      }
      continue;
    } else {
      if (!first) row.push_back(Node{Space{3}, span_of(from, from)});
      first = false;
      ++at_;
      if (!done() && token().kind == TokenKind::Command && stands_behind(token().name))
        power = power_of(token().name), ++at_;
      add_unit(row, prefix + std::string(symbol), (below ? -1 : 1) * std::max(power, 1), from);
      prefix.clear();
      power = 0;
      below = false;
      continue;
    }
    ++at_;
  }
  --script_depth_;
  alphabet_ = outer;
  at_ = outer_at;
  end_ = outer_end;
}

void Parser::add_unit(Row& row, const std::string& symbol, int power, std::size_t begin) {
  Row unit;
  const std::vector<CodePoint> points = decode_utf8(symbol);
  if (points.size() == 1) {
    add(unit, Symbol{points.front().value, AtomClass::Ordinary}, begin);
  } else if (is_latin_letter(points.front().value)) {
    add(unit, Word{symbol, WordRole::Name, Limits::Never}, begin);
  } else {
    add(unit, Text{symbol}, begin);
  }
  if (power == 1) return append(row, std::move(unit));
  Scripts scripts;
  scripts.base = std::move(unit);
  scripts.superscript.emplace();
  if (power < 0) add(*scripts.superscript, Symbol{U'−', AtomClass::Binary}, begin);
  add(*scripts.superscript, Word{std::to_string(power < 0 ? -power : power), WordRole::Number, Limits::Never}, begin);
  add(row, std::move(scripts), begin);
}

}  // namespace sixiang::math
