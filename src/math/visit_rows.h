// The rows of which a node consists, whatever it is.
#pragma once

#include "math/tree.h"

namespace sixiang::math {

// Calls `visit` with each row right within `node`, which may be const.
template <class AnyNode, class Visit>
void visit_rows(AnyNode& node, Visit&& visit) {
  std::visit(
      [&visit](auto& part) {
        if constexpr (requires { part.body; }) visit(part.body);
        if constexpr (requires { part.base; }) visit(part.base);
        if constexpr (requires { part.subscript; }) {
          if (part.subscript) visit(*part.subscript);
          if (part.superscript) visit(*part.superscript);
        }
        if constexpr (requires { part.numerator; }) {
          visit(part.numerator);
          visit(part.denominator);
        }
        if constexpr (requires { part.radicand; }) {
          visit(part.radicand);
          visit(part.degree);
        }
        if constexpr (requires { part.over; }) {
          visit(part.over);
          visit(part.under);
        }
        if constexpr (requires { part.cells; }) {
          for (auto& cells : part.cells) {
            for (auto& cell : cells) visit(cell);
          }
        }
      },
      node.content);
}

}  // namespace sixiang::math
