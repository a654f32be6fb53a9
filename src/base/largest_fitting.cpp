#include "base/largest_fitting.h"

namespace sixiang {

std::vector<float> sizes_down(float largest, float least, float step) {
  std::vector<float> sizes{largest};
  while (sizes.back() - step >= least) sizes.push_back(sizes.back() - step);
  return sizes;
}

}  // namespace sixiang
