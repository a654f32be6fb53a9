// Office MathML (ECMA-376 part 1, 22.1; Word's HTML keeps it in comments) → presentation MathML. Inside mathml/ only.
#pragma once

#include <string>
#include <vector>

#include "mathml/markup.h"

namespace sixiang::mathml {

// Whether the first of the elements is one of Office's.
bool is_omml(const std::vector<Element>& elements);

// The <math> of the first element, an <oMath> or <oMathPara>. What is in an unknown element is kept.
std::string mathml_of_omml(const std::vector<Element>& elements);

}  // namespace sixiang::mathml
