// What a poster prints, without the signs that say how: to compare it with what it should print.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/bars_diagram.h"
#include "model/fields.h"
#include "model/table_diagram.h"
#include "model/visitor.h"

namespace sixiang::testing {

// A text without dollar signs, marks of inline emphasis and icons; full-width ASCII as ASCII, runs of blanks and line
// breaks as one blank, none at the ends.
struct PrintedText {
  std::string text;
  std::vector<bool> formula;  // of each byte: whether a formula holds it

  // Bytes at which `words` stands, one behind the other.
  std::vector<std::size_t> places(std::string_view words) const;
  bool holds(std::string_view words) const { return text.find(words) != std::string::npos; }
  // Somewhere, all of it, blanks apart, is formula; nowhere any of it.
  bool holds_as_formula(std::string_view words) const;
  bool holds_as_text(std::string_view words) const;
};

PrintedText printed(std::string_view label);

// The same of words that are compared with it.
std::string normal(std::string_view words);

// Collects the texts of whatever describe() walks: neither ids nor names of icons; of a table its cells, of bars their
// values with the unit.
class TextCollector : public FieldVisitor<TextCollector> {
 public:
  explicit TextCollector(std::vector<std::string>& texts) : texts_(texts) {}

  using FieldVisitor::enter;
  void enter(const Name&, const BarsDiagram& bars);
  void enter(const Name&, const TableDiagram& table);

  void text(const Name&, const std::string& value, Presence) {
    if (!value.empty()) texts_.push_back(value);
  }
  void id(const Name&, const auto&, Presence) {}
  void icon(const Name&, const auto&) {}

 private:
  std::vector<std::string>& texts_;
};

// What stands behind a bar.
std::string shown_value(const BarsDiagram& bars, const Bar& bar);

template <class T>
std::vector<std::string> texts_of(const T& thing) {
  std::vector<std::string> texts;
  TextCollector collector(texts);
  describe(collector, thing);
  return texts;
}

}  // namespace sixiang::testing
