// Token elements of MathML: what their characters are in the formula language.
#pragma once

#include <string>
#include <string_view>

namespace sixiang::mathml {

// Without the blanks around it; no-break spaces count as blanks.
std::string_view trimmed(std::string_view text);

// mi: a letter, a name. `variant` is its mathvariant, empty where it says none.
std::string identifier(std::string_view text, std::string_view variant);
std::string number(std::string_view text, std::string_view variant);
std::string operator_sign(std::string_view text);
std::string plain_text(std::string_view text);  // \text{…}

// A function's name, whose limits stand below it: \lim, \operatorname*{…}; empty where `text` is no name.
std::string name_with_limits(std::string_view text);

// The command for `sign` above (or below) a base as wide as one character or wider; empty: it is no accent.
enum class Place : unsigned char { Over, Under };
enum class MarkWidth : unsigned char { Narrow, Wide };
std::string_view accent(std::string_view sign, Place place, MarkWidth width);

// \xrightarrow for →; empty: no arrow that grows.
std::string_view labelled_arrow(std::string_view sign);

// The command for a delimiter: \{ for {, . for none; empty: `sign` is no delimiter.
enum class Side : unsigned char { None, Open, Close, Bar };
Side delimiter_side(std::string_view sign);
std::string delimiter(std::string_view sign);

bool is_large_operator(std::string_view sign);
bool is_integral(std::string_view sign);
bool is_relation(std::string_view sign);
bool is_binary(std::string_view sign);

// mspace: the space of a width such as 0.278em or thickmathspace; empty: none.
std::string space(std::string_view width);

}  // namespace sixiang::mathml
