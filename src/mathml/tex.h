// TeX that comes along with MathML, in an annotation or as alternative text. Inside mathml/ only.
#pragma once

#include <string>
#include <string_view>

namespace sixiang::mathml {

// Whether an annotation of that encoding is TeX.
bool is_tex(std::string_view encoding);

// Whether a formula is read as TeX reads it: specs/formula-language.md.
bool has_command(std::string_view tex);

// The same on one line, without its comments and without the style of display around all that there is.
std::string plain_tex(std::string_view tex);

// TeX without a command, as it reads among what people type: a script takes one character, `~` is a space.
std::string typed_tex(std::string_view tex);

}  // namespace sixiang::mathml
