// XML and HTML as far as MathML needs them: elements, attributes, text and entities; the rest is skipped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sixiang::mathml {

// Elements lie in one list, children behind their parents; a child of text has no name.
struct Element {
  std::string_view name;        // without its namespace's prefix; empty: text
  std::string_view attributes;  // as written
  std::string text;             // of a child of text, entities resolved
  std::vector<std::uint32_t> children;

  // nullopt: it has none of that name. As written; see resolved().
  std::optional<std::string_view> attribute(std::string_view wanted) const;
};

// With the characters that entities stand for; what is no entity that is known stays.
std::string resolved(std::string_view source);

// The elements from the first <math>, <oMath> or <oMathPara>, which is the first of the list; empty: none, or beyond
// the bounds. Views are of `markup`.
std::vector<Element> read_markup(std::string_view markup);

}  // namespace sixiang::mathml
