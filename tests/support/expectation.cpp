#include "support/expectation.h"

#include <algorithm>
#include <map>

namespace sixiang::testing {

namespace {

struct HueRange {
  float from = 0, to = 0;  // degrees; a range over 0 ends above 360
};

float hue_of(Color color) {
  const auto red = float(color.red), green = float(color.green), blue = float(color.blue);
  const float most = std::max({red, green, blue}), spread = most - std::min({red, green, blue});
  if (spread == 0) return -1;
  if (most == red) return 60 * (green - blue) / spread + (green < blue ? 360.0F : 0.0F);
  return most == green ? 60 * (blue - red) / spread + 120 : 60 * (red - green) / spread + 240;
}

}  // namespace

bool is_like(Color color, std::string_view hue) {
  static const std::map<std::string_view, HueRange> kRanges = {
      {"orange", {12, 44}},   {"yellow", {38, 70}}, {"green", {80, 170}}, {"blue", {185, 255}},
      {"purple", {255, 315}}, {"pink", {315, 355}}, {"red", {340, 372}}};
  const auto found = kRanges.find(hue);
  const float seen = hue_of(color);
  if (found == kRanges.end() || seen < 0) return false;
  const auto within = [&](float degrees) { return degrees >= found->second.from && degrees <= found->second.to; };
  return within(seen) || within(seen + 360);
}

}  // namespace sixiang::testing
