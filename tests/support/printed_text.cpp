#include "support/printed_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "diagram/table_content.h"
#include "model/rules.h"

namespace sixiang::testing {

namespace {

constexpr bool is_icon_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
}

// Bytes of an icon's name between colons at the start of `text`; 0 where there is none.
std::size_t icon_length(std::string_view text) {
  if (text.size() < 3 || text[0] != ':' || text[1] < 'a' || text[1] > 'z') return 0;
  const auto* end = std::find_if_not(text.begin() + 1, text.end(), is_icon_letter);
  return end != text.end() && *end == ':' ? std::size_t(end - text.begin()) + 1 : 0;
}

constexpr bool is_blank(char32_t letter) {
  return letter == ' ' || letter == 0x3000 || (letter >= '\t' && letter <= '\r');
}

constexpr char32_t narrow(char32_t letter) { return letter >= 0xFF01 && letter <= 0xFF5E ? letter - 0xFEE0 : letter; }

class Printer {
 public:
  void put(char32_t letter, bool formula) {
    if (is_blank(letter)) {
      blank_ = blank_ || !result_.text.empty();
      blank_formula_ = formula;
      return;
    }
    if (blank_) append(' ', formula && blank_formula_);
    blank_ = false;
    append(narrow(letter), formula);
  }
  PrintedText finish() { return std::move(result_); }

 private:
  void append(char32_t letter, bool formula) {
    append_utf8(result_.text, letter);
    result_.formula.resize(result_.text.size(), formula);
  }

  PrintedText result_;
  bool blank_ = false, blank_formula_ = false;
};

}  // namespace

std::string shown_value(const BarsDiagram& bars, const Bar& bar) {
  return (bar.text.empty() ? number_text(bar.value) : bar.text) + (bars.unit.empty() ? "" : " " + bars.unit);
}

void TextCollector::enter(const Name&, const BarsDiagram& bars) {
  for (const Bar& bar : bars.rows) {
    texts_.push_back(bar.name);
    texts_.push_back(shown_value(bars, bar));
  }
}

void TextCollector::enter(const Name&, const TableDiagram& table) {
  for (const TableColumn& column : table.columns) texts_.push_back(column.text);
  for (const TableRow& row : table.rows) {
    for (const CellText& cell : cells_of(row.text)) texts_.push_back(cell.text);
  }
}

PrintedText printed(std::string_view label) {
  Printer printer;
  bool formula = false;
  const std::vector<CodePoint> letters = decode_utf8(label);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::string_view rest = label.substr(letters[i].offset);
    if (rest[0] == '\\' && !formula && rest.size() > 1 && std::string_view("$*=:\\").find(rest[1]) != rest.npos) {
      printer.put(letters[++i].value, false);
    } else if (rest[0] == '$') {
      formula = !formula;
    } else if (!formula && (rest.starts_with("**") || rest.starts_with("=="))) {
      ++i;
    } else if (const std::size_t icon = formula ? 0 : icon_length(rest)) {
      i += icon - 1;  // its letters are ASCII
    } else {
      printer.put(letters[i].value, formula);
    }
  }
  return printer.finish();
}

std::string normal(std::string_view words) {
  Printer printer;
  for (const CodePoint& letter : decode_utf8(words)) printer.put(letter.value, false);
  return printer.finish().text;
}

std::vector<std::size_t> PrintedText::places(std::string_view words) const {
  std::vector<std::size_t> found;
  if (words.empty()) return found;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size())) {
    found.push_back(at);
  }
  return found;
}

bool PrintedText::holds_as_formula(std::string_view words) const {
  const std::vector<std::size_t> found = places(words);
  return std::any_of(found.begin(), found.end(), [&](std::size_t at) {
    for (std::size_t i = at; i < at + words.size(); ++i) {
      if (text[i] != ' ' && !formula[i]) return false;
    }
    return true;
  });
}

bool PrintedText::holds_as_text(std::string_view words) const {
  const std::vector<std::size_t> found = places(words);
  return std::all_of(found.begin(), found.end(), [&](std::size_t at) {
    return std::none_of(formula.begin() + std::ptrdiff_t(at), formula.begin() + std::ptrdiff_t(at + words.size()),
                        [](bool in_formula) { return in_formula; });
  });
}

}  // namespace sixiang::testing
