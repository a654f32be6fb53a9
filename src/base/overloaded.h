// Lambdas side by side, for an exhaustive std::visit.
#pragma once

namespace sixiang {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace sixiang
